"""From catalogue poses to a moving figure and to what the muscles do; a model, never a person."""

from coxa.body.exercise_muscles import (
    NOTABLE_PERCENT,
    Against,
    Bears,
    Does,
    ExerciseMuscles,
    HeldMoment,
    LegMuscles,
    MuscleChange,
    MuscleTable,
    Works,
    muscle_table,
    muscles_of,
    postures,
    what_happens,
)
from coxa.body.figure import Motion, motion
from coxa.body.frames import STATURE_M, pelvis_turn, trunk_turn
from coxa.body.muscles import (
    NEITHER_BELOW_MM,
    Confidence,
    MomentArms,
    Origin,
    TurningRole,
    Turns,
    moment_arms,
    muscles_at,
    turning_role,
)
from coxa.body.telling import muscle_name, named, told
from coxa.body.viewpoint import FigureView, best_view

__all__ = [
    "NEITHER_BELOW_MM",
    "NOTABLE_PERCENT",
    "STATURE_M",
    "Against",
    "Bears",
    "Confidence",
    "Does",
    "ExerciseMuscles",
    "FigureView",
    "HeldMoment",
    "LegMuscles",
    "MomentArms",
    "Motion",
    "MuscleChange",
    "MuscleTable",
    "Origin",
    "TurningRole",
    "Turns",
    "Works",
    "best_view",
    "moment_arms",
    "motion",
    "muscle_name",
    "muscle_table",
    "muscles_at",
    "muscles_of",
    "named",
    "pelvis_turn",
    "postures",
    "told",
    "trunk_turn",
    "turning_role",
    "what_happens",
]
