"""The frozen records that pass between rooms, each with ``to_dict`` and ``from_dict``."""

from coxa.records.base import Message, Moment, Record, RecordId
from coxa.records.cues import Cue, CueKind, Priority
from coxa.records.history import Amendment, Change
from coxa.records.landmarks import LANDMARK_COUNT, OTHER_SIDE, Landmark, landmark
from coxa.records.person import (
    Goal,
    GoalTag,
    Person,
    Preferences,
    ScreeningAnswers,
    Sex,
    Wanted,
)
from coxa.records.readings import (
    ErrorDeg,
    KeptReading,
    Measurement,
    Reading,
    Repeat,
    RotationCurve,
    RotationDeg,
    Series,
    Technique,
)
from coxa.records.seen import Glimpse, Seen, SeenWhat, SetUp
from coxa.records.shown import SHOWN, in_other_words, shown_words
from coxa.records.training import (
    DoneSet,
    Dose,
    HoldS,
    PainReport,
    PainScore,
    PainTime,
    Phase,
    Plan,
    PlanDay,
    Session,
)

__all__ = [
    "LANDMARK_COUNT",
    "OTHER_SIDE",
    "SHOWN",
    "Amendment",
    "Change",
    "Cue",
    "CueKind",
    "DoneSet",
    "Dose",
    "ErrorDeg",
    "Glimpse",
    "Goal",
    "GoalTag",
    "HoldS",
    "KeptReading",
    "Landmark",
    "Measurement",
    "Message",
    "Moment",
    "PainReport",
    "PainScore",
    "PainTime",
    "Person",
    "Phase",
    "Plan",
    "PlanDay",
    "Preferences",
    "Priority",
    "Reading",
    "Record",
    "RecordId",
    "Repeat",
    "RotationCurve",
    "RotationDeg",
    "ScreeningAnswers",
    "Seen",
    "SeenWhat",
    "Series",
    "Session",
    "SetUp",
    "Sex",
    "Technique",
    "Wanted",
    "in_other_words",
    "landmark",
    "shown_words",
]
