"""From pictures to the landmarks of one person: the one place that knows the pose model."""

from coxa.pose.blazepose import BlazePose, PoseModel
from coxa.pose.landmarker import Landmarks
from coxa.pose.weights_file import MODELS, Model

__all__ = ["MODELS", "BlazePose", "Landmarks", "Model", "PoseModel"]
