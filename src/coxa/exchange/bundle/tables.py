"""Which tables a bundle holds and which columns each has. ``docs/file-formats.md`` explains them.

A table inside another (``children``) repeats the key of the row that it belongs to and numbers
its own rows from one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import JsonValue

from coxa.exchange.bundle.cells import Column, Kind, as_json, numbers, plain, text
from coxa.exchange.bundle.content import KeptMeasurement
from coxa.experiment import Schedule
from coxa.records import (
    Amendment,
    DoneSet,
    Dose,
    KeptReading,
    PainReport,
    Person,
    Preferences,
    Reading,
    Record,
    Repeat,
    RotationCurve,
    ScreeningAnswers,
    Session,
)


class ScreeningAnswer(Record):
    """A row of ``screening_answers.csv``."""

    question: str
    answer: bool


class CurvePoint(Record):
    """A row of ``measurement_curve_points.csv``."""

    time_s: float
    rotation_deg: float | None


class AmendedReading(KeptReading):
    """A row of ``amendment_readings.csv``: the reading as it was before or after the change."""

    which: Literal["before", "after"]


class SessionEvent(Record):
    """A row of ``session_events.csv``."""

    event: dict[str, JsonValue]


@dataclass(frozen=True)
class Table:
    """A CSV file of the bundle.

    Attributes
    ----------
    key : names of the columns that tell a row; the last is ``id``, or counts rows from one.
    check : the record that a row on its own must make, together with ``blank``.
    blank : what stands, for that check, in the place of the rows of ``children``.
    slot : under which name the rows stand in the row that they belong to.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    check: type[Record]
    slot: str = ""
    blank: Mapping[str, Any] = field(default_factory=dict)
    children: tuple[Table, ...] = ()

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def has_ids(self) -> bool:
        return self.key == ("id",)

    @property
    def header(self) -> tuple[str, ...]:
        return (*self.key, *(column.name for column in self.columns))


SERIES = plain("test", "direction", "mode", "device", within="series")
READING_COLUMNS = (
    *plain("taken_at"),
    *SERIES,
    text("method", within="series"),
    *plain("side", "value_deg", "error95_deg"),
    numbers("repeats_deg"),
    *plain("after_exercise", "measurement_id"),
    text("note"),
)
PAIN_COLUMNS = (
    *plain("at", "score", "when", "groin_pinch"),
    as_json("stop_signs"),
    *plain("session_id", "exercise_id"),
)

PERSON = Table("person", (), plain("year_of_birth", "sex"), Person)

PREFERENCES = Table(
    "preferences",
    (),
    (
        Column("goal", ("goal", "tag")),
        Column("goal_words", ("goal", "words"), Kind.TEXT),
        *plain("wanted"),
        as_json("weekdays"),
        *plain("minutes"),
        as_json("equipment"),
        as_json("places"),
        *plain("at"),
    ),
    Preferences,
)

EXPERIMENT = Table("experiment", (), plain(*Schedule.model_fields), Schedule)

PAST_EXPERIMENTS = Table("past_experiments", ("number",), plain(*Schedule.model_fields), Schedule)

SCREENINGS = Table(
    "screenings",
    ("number",),
    plain("at"),
    ScreeningAnswers,
    blank={"answers": {}},
    children=(
        Table(
            "screening_answers",
            ("screening", "number"),
            (text("question"), *plain("answer")),
            ScreeningAnswer,
            slot="answers",
        ),
    ),
)

MEASUREMENTS = Table(
    "measurements",
    ("id",),
    (
        *plain("taken_at"),
        *plain("test", "device", "mode", within="measurement"),
        text("method", within="measurement"),
        text("source", within="measurement"),
        *plain("duration_s", "frame_count", within="measurement"),
        as_json("notes", within="measurement"),
    ),
    KeptMeasurement,
    blank={"measurement": {"readings": []}},
    children=(
        Table(
            "measurement_readings",
            ("measurement_id", "number"),
            (
                *plain("side", "direction", "value_deg", "error95_deg"),
                numbers("repeats_deg"),
                *plain("accepted"),
                as_json("reasons"),
            ),
            Reading,
            slot="readings",
            children=(
                Table(
                    "measurement_repeats",
                    ("measurement_id", "reading", "number"),
                    plain("start_s", "end_s", "value_deg", "start_deg", "peak_deg", "return_deg"),
                    Repeat,
                    slot="repeats",
                ),
            ),
        ),
        Table(
            "measurement_curves",
            ("measurement_id", "number"),
            plain("side"),
            RotationCurve,
            slot="curves",
            blank={"time_s": [], "rotation_deg": []},
            children=(
                Table(
                    "measurement_curve_points",
                    ("measurement_id", "curve", "number"),
                    plain("time_s", "rotation_deg"),
                    CurvePoint,
                    slot="points",
                ),
            ),
        ),
    ),
)

READINGS = Table("readings", ("id",), READING_COLUMNS, KeptReading)

AMENDMENTS = Table(
    "amendments",
    ("id",),
    plain("at", "kind", "undoes"),
    Amendment,
    blank={"before": None, "after": None},
    children=(
        Table(
            "amendment_readings",
            ("amendment_id", "number"),
            (*plain("which", "id"), *READING_COLUMNS),
            AmendedReading,
            slot="readings",
        ),
    ),
)

SESSIONS = Table(
    "sessions",
    ("id",),
    (*plain("started_at", "finished_at", "effort"), text("note")),
    Session,
    blank={"planned": []},
    children=(
        Table(
            "session_doses",
            ("session_id", "number"),
            (
                text("exercise_id"),
                *plain(
                    "side", "sets", "reps", "hold_s", "raise_s", "lower_s", "rest_s", "variant_id"
                ),
                as_json("reason"),
            ),
            Dose,
            slot="planned",
        ),
        Table(
            "session_sets",
            ("session_id", "number"),
            (
                *plain("at"),
                text("exercise_id"),
                *plain("side", "set_number", "reps_done", "hold_done_s"),
                *plain("watched", "reps_half", "reps_fast", "best_share", "best_rotation_deg"),
                as_json("faults"),
            ),
            DoneSet,
            slot="done",
        ),
        Table(
            "session_pain",
            ("session_id", "number"),
            tuple(
                # The key says already which session the row stands in.
                Column("report_session_id", ("session_id",)) if c.name == "session_id" else c
                for c in PAIN_COLUMNS
            ),
            PainReport,
            slot="pain",
        ),
        Table(
            "session_events",
            ("session_id", "number"),
            (as_json("event"),),
            SessionEvent,
            slot="events",
        ),
    ),
)

PAIN = Table("pain", ("number",), PAIN_COLUMNS, PainReport)

ROOTS = (
    PERSON,
    PREFERENCES,
    EXPERIMENT,
    PAST_EXPERIMENTS,
    SCREENINGS,
    MEASUREMENTS,
    READINGS,
    AMENDMENTS,
    SESSIONS,
    PAIN,
)


def all_tables(tables: Iterable[Table] = ROOTS) -> Iterable[Table]:
    """Every table, each before the tables inside it."""
    for table in tables:
        yield table
        yield from all_tables(table.children)
