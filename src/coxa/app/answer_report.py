"""The records behind an answer, put together for its pictures and for the report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from coxa import __version__
from coxa.app.answer import (
    comparison_now,
    current_answer,
    deviations_now,
    exercised,
    phased_readings,
)
from coxa.app.history import all_pain, finished_sessions
from coxa.app.storage import Storage
from coxa.evidence import Answer, lead_series
from coxa.exchange import CourseOf
from coxa.exchange.answer_report import Facts, Work


def courses_of(
    storage: Storage, answer: Answer, zone: tzinfo | None = None
) -> tuple[CourseOf, ...]:
    """What the picture of each series shows; first the series that the first sentence is about."""
    phased = phased_readings(storage, zone)
    done = exercised(finished_sessions(storage))
    lead = lead_series(answer)
    ordered = sorted(answer.series, key=lambda one: one is not lead)
    return tuple(
        CourseOf(one, [p for p in phased if p.reading.series == one.series], done)
        for one in ordered
    )


def report_facts(storage: Storage, exercise_names: Mapping[str, str], *, now: datetime) -> Facts:
    """All that the report for a physiotherapist tells."""
    zone, sessions = now.tzinfo, finished_sessions(storage)
    answer = current_answer(storage, zone, detail=True)
    comparison = comparison_now(storage, now=now)
    sets = [done for session in sessions for done in session.done]
    return Facts(
        answer=answer,
        courses=courses_of(storage, answer, zone),
        made_at=now,
        version=__version__,
        goal=storage.preferences().goal,
        sessions=sessions,
        work=[
            Work(done.exercise_id, done.side, spent.minutes)
            for done, spent in zip(sets, exercised(sessions), strict=True)
        ],
        pain=all_pain(storage),
        fixed=comparison.told if comparison else (),
        deviations=deviations_now(storage, zone, now=now),
        exercise_names=exercise_names,
    )
