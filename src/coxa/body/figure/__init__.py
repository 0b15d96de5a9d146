"""The figure that shows an exercise: the catalogue's key poses on a body."""

from coxa.body.figure.course import Course, Leg, Phase, loop, mixed, still
from coxa.body.figure.moving import Motion, Sample, motion
from coxa.body.figure.own_end import shows_own_end, with_own_end
from coxa.body.figure.poser import pose_figure
from coxa.body.figure.posing import Posed
from coxa.body.figure.rest import Rest, rest
from coxa.body.figure.surface import surface
from coxa.body.figure.views import CameraView, coach_view

__all__ = [
    "CameraView",
    "Course",
    "Leg",
    "Motion",
    "Phase",
    "Posed",
    "Rest",
    "Sample",
    "coach_view",
    "loop",
    "mixed",
    "motion",
    "pose_figure",
    "rest",
    "shows_own_end",
    "still",
    "surface",
    "with_own_end",
]
