"""The plan as it stands now: from readings, answers, sessions and pain."""

from __future__ import annotations

from datetime import date, datetime

from coxa.app.history import finished_sessions, own_readings
from coxa.app.person import age_years
from coxa.app.screening import clearance, standing_pain
from coxa.app.storage import Storage
from coxa.catalogue import load_catalogue
from coxa.programme import make_plan
from coxa.records import Plan, PlanDay


def current_plan(storage: Storage, *, now: datetime, start_now: bool = False) -> Plan:
    """The coming days. Readings of the sample, and those taken after exercise, count for nothing.

    Parameters
    ----------
    now
        Aware; its time zone says where days begin and end.
    start_now
        Begin to exercise today, though more readings beforehand would make a better comparison.
    """
    return make_plan(
        readings=[one for one in own_readings(storage) if not one.after_exercise],
        clearance=clearance(storage, now),
        catalogue=load_catalogue(),
        today=now.date(),
        sessions=finished_sessions(storage),
        pain=standing_pain(storage, now),
        preferences=storage.preferences(),
        schedule=storage.experiment(),
        start_now=start_now,
        age_years=age_years(storage.person(), now.date()),
        zone=now.tzinfo,
    )


def day_of(plan: Plan, day: date) -> PlanDay:
    """What is due on ``day``; an empty day when the plan does not reach it."""
    return next((planned for planned in plan.days if planned.day == day), PlanDay(day=day))
