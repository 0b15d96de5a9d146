"""The person's own experiment: phases, deviations, and a randomised schedule fixed in advance."""

from coxa.experiment.phases import (
    FAMILIARISATION_DAYS,
    MIN_BASELINE_DAYS,
    WANTED_BASELINE_DAYS,
    Phased,
    deviations,
    first_sets,
    phases,
)
from coxa.experiment.schedule import Schedule, draw_schedule, is_unchanged
from coxa.records import Phase

__all__ = [
    "FAMILIARISATION_DAYS",
    "MIN_BASELINE_DAYS",
    "WANTED_BASELINE_DAYS",
    "Phase",
    "Phased",
    "Schedule",
    "deviations",
    "draw_schedule",
    "first_sets",
    "is_unchanged",
    "phases",
]
