"""One record of every kind, the same on every machine: what a small bundle holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from coxa.exchange import AllRecords, KeptMeasurement
from coxa.experiment import draw_schedule
from coxa.quantities import Device, Direction, Mode, Side, Test
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

AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def _id(word: str) -> str:
    return word.rjust(32, "0")


def _series(direction: Direction) -> Series:
    return Series(
        test=Test.SEATED,
        direction=direction,
        mode=Mode.ACTIVE,
        device=Device.CAMERA,
        method="blazepose-heavy/uncalibrated-1",
    )


_WRITTEN = KeptReading(
    id=_id("a3"),
    taken_at=AT + timedelta(days=2),
    series=_series(Direction.INTERNAL),
    side=Side.LEFT,
    value_deg=53.5,
    error95_deg=5.9,
)
_CORRECTED = _WRITTEN.model_copy(update={"value_deg": 35.5, "note": "a slip of the pen"})

_MEASUREMENT = Measurement(
    test=Test.SEATED,
    device=Device.CAMERA,
    mode=Mode.ACTIVE,
    method="blazepose-heavy/uncalibrated-1",
    source="hips, monday.mp4",
    duration_s=41.25,
    frame_count=1238,
    readings=(
        Reading(
            side=Side.RIGHT,
            direction=Direction.INTERNAL,
            value_deg=33.1,
            error95_deg=4.2,
            repeats_deg=(32.5, 33.6),
            accepted=True,
            repeats=(
                Repeat(
                    start_s=4.0,
                    end_s=6.1,
                    value_deg=32.5,
                    start_deg=0.4,
                    peak_deg=34.0,
                    return_deg=1.1,
                ),
                Repeat(
                    start_s=9.0,
                    end_s=11.2,
                    value_deg=33.6,
                    start_deg=1.1,
                    peak_deg=35.2,
                    return_deg=0.2,
                ),
            ),
        ),
        Reading(
            side=Side.RIGHT,
            direction=Direction.EXTERNAL,
            value_deg=None,
            error95_deg=None,
            accepted=False,
            reasons=(Message(id="pelvis_hike", params={"hike_deg": 7.5}),),
        ),
    ),
    curves=(RotationCurve(side=Side.RIGHT, time_s=(0.0, 0.1, 0.2), rotation_deg=(0.0, None, 0.3)),),
    notes=(Message(id="camera_roll", params={"roll_deg": 3}),),
)

_BY_PHONE = Measurement(
    test=Test.SUPINE_90_90,
    device=Device.PHONE,
    mode=Mode.ACTIVE,
    method="phone-gyro/2",
    source="shin.csv",
    duration_s=36.5,
    frame_count=2190,
    readings=(),
)
_FROM_THE_PHONE = b"time_s,ax,ay,az\r\n0.0,0.1,9.7,0.3\r\n0.02,0.1,9.8,0.3\r\n"

_PAIN = PainReport(
    at=AT + timedelta(hours=1),
    score=2,
    when=PainTime.AFTER,
    groin_pinch=False,
    stop_signs=("catch_or_lock",),
    session_id=_id("b1"),
    exercise_id="frog",
)

ONE_OF_EACH = AllRecords(
    person=Person(year_of_birth=1961, sex=Sex.FEMALE),
    preferences=Preferences(
        goal=Goal(tag=GoalTag.SPORT, words='dance, "on the floor"'),
        wanted=Wanted.BOTH,
        weekdays=(0, 2, 5),
        minutes=20,
        equipment=("chair", "band"),
        places=("chair",),
        at=time(7, 15),
    ),
    experiment=draw_schedule(20260302, AT, AT.date(), weeks=8, readings_a_week=2, lead_days=11),
    past_experiments=(
        draw_schedule(20260228, AT - timedelta(days=2), AT.date()).model_copy(
            update={"ended_at": AT - timedelta(days=1)}
        ),
    ),
    screenings=(ScreeningAnswers(at=AT, answers={"hip_replacement": False, "cannot_bear": True}),),
    measurements=(
        KeptMeasurement(id=_id("c1"), taken_at=AT, measurement=_MEASUREMENT),
        KeptMeasurement(id=_id("c2"), taken_at=AT, measurement=_BY_PHONE),
    ),
    readings=(
        KeptReading(
            id=_id("a1"),
            taken_at=AT,
            series=_series(Direction.INTERNAL),
            side=Side.RIGHT,
            value_deg=33.1,
            error95_deg=4.2,
            repeats_deg=(32.5, 33.6),
            measurement_id=_id("c1"),
            note='stiff, "cold"\nand early — früh',
        ),
        KeptReading(
            id=_id("a2"),
            taken_at=AT + timedelta(days=1),
            series=_series(Direction.EXTERNAL),
            side=Side.RIGHT,
            value_deg=-41.0,
            error95_deg=4.2,
            after_exercise=True,
        ),
        _CORRECTED,
    ),
    amendments=(
        Amendment(
            id=_id("d1"),
            at=AT + timedelta(days=3),
            kind=Change.CORRECT,
            before=_WRITTEN,
            after=_CORRECTED,
        ),
    ),
    sessions=(
        Session(
            id=_id("b1"),
            started_at=AT + timedelta(minutes=30),
            finished_at=AT + timedelta(minutes=42),
            planned=(
                Dose(
                    exercise_id="frog",
                    side=Side.LEFT,
                    sets=3,
                    hold_s=30.0,
                    rest_s=15.0,
                    variant_id="easier",
                    reason=Message(id="dose_stiff", params={"side": "left"}),
                ),
            ),
            done=(
                DoneSet(
                    at=AT + timedelta(minutes=31),
                    exercise_id="frog",
                    side=Side.LEFT,
                    set_number=1,
                    reps_done=1,
                    hold_done_s=30.0,
                    watched=True,
                    reps_half=2,
                    reps_fast=1,
                    best_share=1.04,
                    best_rotation_deg=31.5,
                    faults=("back-arches", "knees-lift"),
                ),
            ),
            pain=(_PAIN,),
            effort=4,
        ),
    ),
    session_events={_id("b1"): ({"kind": "start", "at_s": 0.0}, {"kind": "pause", "at_s": 12.5})},
    pain=(_PAIN,),
    landmarks={_id("c1"): b"PK\x03\x04 any bytes"},
    phone={(_id("c2"), side): _FROM_THE_PHONE for side in Side},
)
_SESSION = ONE_OF_EACH.sessions[0]
_NOTHING_SEEN = {
    "watched": False,
    "reps_half": 0,
    "reps_fast": 0,
    "best_share": None,
    "best_rotation_deg": None,
    "faults": (),
}
BEFORE_LENGTHS = replace(
    ONE_OF_EACH,
    experiment=draw_schedule(20260302, AT, AT.date()),
    past_experiments=(),
)
"""The same as version 4 could hold it."""

BEFORE_PREFERENCES = replace(
    BEFORE_LENGTHS,
    preferences=Preferences(),
    experiment=None,
    sessions=(
        _SESSION.model_copy(
            update={
                "planned": tuple(
                    dose.model_copy(update={"variant_id": None}) for dose in _SESSION.planned
                ),
                "done": tuple(done.model_copy(update=_NOTHING_SEEN) for done in _SESSION.done),
            }
        ),
    ),
)
"""What could leave in version 3."""
BEFORE_PHONES = replace(BEFORE_PREFERENCES, measurements=ONE_OF_EACH.measurements[:1], phone={})
"""What could leave in versions 1 and 2."""
