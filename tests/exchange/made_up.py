"""Hypothesis strategies for every record that a bundle holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from coxa.exchange import AllRecords, KeptMeasurement
from coxa.experiment import draw_schedule
from coxa.quantities import MAX_HOLD_S, Device, Direction, Mode, Side, Test
from coxa.records import (
    Amendment,
    Change,
    DoneSet,
    Dose,
    Goal,
    GoalTag,
    KeptReading,
    Measurement,
    Message,
    PainReport,
    PainTime,
    Person,
    Preferences,
    Reading,
    Repeat,
    RotationCurve,
    ScreeningAnswers,
    Series,
    Session,
    Sex,
    Wanted,
)

words = st.text(st.characters(codec="utf-8"), max_size=12)
ids = st.uuids(version=4).map(lambda one: one.hex)
moments = st.timedeltas(timedelta(0), timedelta(days=36_500)).map(
    lambda since: datetime(1990, 1, 1, tzinfo=UTC) + since
)
floats = st.floats(allow_nan=False, allow_infinity=False)
rotations = st.floats(-90, 90)
errors = st.floats(0.001, 90)
sides = st.sampled_from(Side)
params = st.dictionaries(words, st.one_of(words, st.integers(), floats, st.booleans()), max_size=2)
messages = st.builds(Message, id=words, params=params)


def several(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    """A short tuple."""
    return st.lists(strategy, max_size=most).map(tuple)


numbers = several(floats, 4)
series = st.builds(
    Series,
    test=st.sampled_from(Test),
    direction=st.sampled_from(Direction),
    mode=st.sampled_from(Mode),
    device=st.sampled_from(Device),
    method=words,
)
readings = st.builds(
    KeptReading,
    id=ids,
    taken_at=moments,
    series=series,
    side=sides,
    value_deg=rotations,
    error95_deg=errors,
    repeats_deg=numbers,
    after_exercise=st.none() | st.booleans(),
    measurement_id=st.none() | ids,
    note=words,
)
repeats = st.builds(
    Repeat,
    start_s=floats,
    end_s=floats,
    value_deg=rotations,
    start_deg=floats,
    peak_deg=floats,
    return_deg=floats,
)
test_readings = st.one_of(
    st.builds(
        Reading,
        side=sides,
        direction=st.sampled_from(Direction),
        value_deg=rotations,
        error95_deg=errors,
        repeats_deg=numbers,
        accepted=st.just(True),
        reasons=several(messages),
        repeats=several(repeats),
    ),
    st.builds(
        Reading,
        side=sides,
        direction=st.sampled_from(Direction),
        value_deg=st.none(),
        error95_deg=st.none(),
        repeats_deg=numbers,
        accepted=st.just(False),
        reasons=st.lists(messages, min_size=1, max_size=2).map(tuple),
        repeats=several(repeats),
    ),
)
curves = st.builds(
    lambda side, points: RotationCurve(
        side=side,
        time_s=tuple(time_s for time_s, _ in points),
        rotation_deg=tuple(rotation for _, rotation in points),
    ),
    sides,
    st.lists(st.tuples(floats, st.none() | floats), max_size=4),
)
measurements = st.builds(
    KeptMeasurement,
    id=ids,
    taken_at=moments,
    measurement=st.builds(
        Measurement,
        test=st.sampled_from(Test),
        device=st.sampled_from(Device),
        mode=st.sampled_from(Mode),
        method=words,
        source=words,
        duration_s=floats,
        frame_count=st.integers(0, 10**6),
        readings=several(test_readings),
        curves=several(curves, 2),
        notes=several(messages),
    ),
)
doses = st.builds(
    Dose,
    exercise_id=words,
    side=sides,
    sets=st.integers(1, 10),
    reps=st.integers(1, 50),
    hold_s=st.floats(0.1, MAX_HOLD_S),
    raise_s=st.floats(0, 30),
    lower_s=st.floats(0, 30),
    rest_s=st.floats(0, 600),
    variant_id=st.none() | st.sampled_from(["easier", "harder"]),
    reason=messages,
)
sets_done = st.builds(
    DoneSet,
    at=moments,
    exercise_id=words,
    side=sides,
    set_number=st.integers(1, 9),
    reps_done=st.integers(0, 50),
    hold_done_s=st.floats(0, 120),
    watched=st.booleans(),
    reps_half=st.integers(0, 50),
    reps_fast=st.integers(0, 50),
    best_share=st.none() | st.floats(-1, 3),
    best_rotation_deg=st.none() | st.floats(-90, 90),
    faults=st.lists(words, max_size=3).map(tuple),
)
pain = st.builds(
    PainReport,
    at=moments,
    score=st.integers(0, 10),
    when=st.sampled_from(PainTime),
    groin_pinch=st.booleans(),
    stop_signs=several(words),
    session_id=st.none() | ids,
    exercise_id=st.none() | words.filter(bool),
)
sessions = st.builds(
    Session,
    id=ids,
    started_at=moments,
    finished_at=st.none() | moments,
    planned=several(doses),
    done=several(sets_done),
    pain=several(pain, 2),
    effort=st.none() | st.integers(0, 10),
    note=words,
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | floats | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)
phone_files = st.lists(st.floats(0, 400), min_size=1, max_size=3).map(
    lambda pulls: "\n".join(
        ["\ufefftime_s,ax,ay,az", *(f"{t},{pull:.3f},0,0" for t, pull in enumerate(pulls))]
    ).encode()
)
Events = list[dict[str, object]]
events: st.SearchStrategy[Events] = st.lists(
    st.dictionaries(words, json_values, max_size=3), min_size=1, max_size=3
)


def unique(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A short tuple in which no id stands twice."""
    return st.lists(strategy, max_size=3, unique_by=lambda one: one.id).map(tuple)


@st.composite
def changed(draw: st.DrawFn) -> tuple[tuple[KeptReading, ...], tuple[Amendment, ...]]:
    """Readings, and the changes that led to them: corrections, deletions and their undoing."""
    state = {one.id: one for one in draw(unique(readings))}
    amendments: list[Amendment] = []
    for reading_id in draw(st.lists(st.sampled_from(sorted(state)), max_size=4)) if state else ():
        before = state[reading_id]
        if before is None:
            last = next(a for a in reversed(amendments) if a.before and a.before.id == reading_id)
            kind, after, undoes = Change.UNDO, last.before, last.id
        elif draw(st.booleans()):
            kind, after, undoes = Change.DELETE, None, None
        else:
            kind, undoes = Change.CORRECT, None
            after = before.model_copy(update={"value_deg": draw(rotations), "note": draw(words)})
        amendments.append(
            Amendment(
                id=draw(ids),
                at=draw(moments),
                kind=kind,
                before=before,
                after=after,
                undoes=undoes,
            )
        )
        state[reading_id] = after
    return tuple(one for one in state.values() if one is not None), tuple(amendments)


preferences = st.builds(
    Preferences,
    goal=st.builds(Goal, tag=st.sampled_from(GoalTag), words=words),
    wanted=st.sampled_from(Wanted),
    weekdays=st.lists(st.integers(0, 6), min_size=1, max_size=7).map(tuple),
    minutes=st.integers(5, 45),
    equipment=several(words),
    places=several(words),
    at=st.none() | st.times(),
)
schedules = st.builds(
    draw_schedule,
    st.integers(0, 2**63),
    moments,
    moments.map(datetime.date),
    weeks=st.none() | st.integers(1, 52),
    readings_a_week=st.none() | st.integers(1, 7),
    lead_days=st.none() | st.integers(0, 60),
)
experiments = st.lists(schedules, max_size=4, unique_by=lambda one: one.sha256)
"""No two have the same seal: it covers the moment of the draw."""


@st.composite
def all_records(draw: st.DrawFn) -> AllRecords:
    """Everything that a person may have kept."""
    kept_readings, amendments = draw(changed())
    kept_sessions = draw(unique(sessions))
    kept_measurements = draw(unique(measurements))
    kept_experiments, runs = draw(experiments), draw(st.booleans())
    running = kept_experiments[0] if kept_experiments and runs else None
    ended = [one for one in kept_experiments if one is not running]
    person = draw(
        st.builds(
            Person,
            year_of_birth=st.none() | st.integers(1900, 2100),
            sex=st.none() | st.sampled_from(Sex),
        )
    )
    return AllRecords(
        person=person,
        preferences=draw(preferences),
        experiment=running,
        past_experiments=tuple(one.model_copy(update={"ended_at": draw(moments)}) for one in ended),
        screenings=draw(
            several(
                st.builds(
                    ScreeningAnswers,
                    at=moments,
                    answers=st.dictionaries(words, st.booleans(), max_size=3),
                )
            )
        ),
        measurements=kept_measurements,
        readings=kept_readings,
        amendments=amendments,
        sessions=kept_sessions,
        session_events={
            one.id: tuple(draw(events)) for one in kept_sessions if draw(st.booleans())
        },
        pain=draw(several(pain)),
        landmarks={
            one.id: draw(st.binary(max_size=40)) for one in kept_measurements if draw(st.booleans())
        },
        phone={
            (one.id, side): draw(phone_files)
            for one in kept_measurements
            for side in Side
            if one.measurement.device is Device.PHONE and draw(st.booleans())
        },
    )
