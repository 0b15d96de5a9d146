"""The coach: leads a person through a session by steps, ``step(state, event) → state, cues``.

Pure and deterministic: the same doses and the same log of events give the same states and cues,
with a clock now and with live angles later. Nothing is held longer than its dose, and no dose
holds longer than 120 s.
"""

from coxa.coach.display import Count, Display, WaitingFor, display
from coxa.coach.events import (
    Begin,
    Camera,
    Effort,
    Event,
    Next,
    Pain,
    Pause,
    PauseReason,
    Resume,
    Sight,
    Stop,
    Tick,
    read_event,
)
from coxa.coach.script import planned_s, start
from coxa.coach.state import Pace, Part, Phase, SetTally, State
from coxa.coach.step import replay, step
from coxa.records import Cue, CueKind, Priority

__all__ = [
    "Begin",
    "Camera",
    "Count",
    "Cue",
    "CueKind",
    "Display",
    "Effort",
    "Event",
    "Next",
    "Pace",
    "Pain",
    "Part",
    "Pause",
    "PauseReason",
    "Phase",
    "Priority",
    "Resume",
    "SetTally",
    "Sight",
    "State",
    "Stop",
    "Tick",
    "WaitingFor",
    "display",
    "planned_s",
    "read_event",
    "replay",
    "start",
    "step",
]
