"""The person's own experiment: phases, deviations, and a randomised schedule fixed in advance."""

from coxa.experiment.deviations import (
    Planned,
    baseline_deviations,
    pain_deviations,
    schedule_deviations,
)
from coxa.experiment.phases import (
    FAMILIARISATION_DAYS,
    MIN_BASELINE_DAYS,
    WANTED_BASELINE_DAYS,
    Phased,
    first_sets,
    phases,
)
from coxa.experiment.schedule import (
    START_WINDOW_DAYS,
    Schedule,
    draw_schedule,
    is_unchanged,
    under_way,
    waits_weeks,
)
from coxa.records import Phase

__all__ = [
    "FAMILIARISATION_DAYS",
    "MIN_BASELINE_DAYS",
    "START_WINDOW_DAYS",
    "WANTED_BASELINE_DAYS",
    "Phase",
    "Phased",
    "Planned",
    "Schedule",
    "baseline_deviations",
    "draw_schedule",
    "first_sets",
    "is_unchanged",
    "pain_deviations",
    "phases",
    "schedule_deviations",
    "under_way",
    "waits_weeks",
]
