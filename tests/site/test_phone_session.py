"""A test by phone without a network: who is let in, what is taken, how it ends."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coxa.app.screening import report_pinch
from coxa.capture import read_orientation_csv
from coxa.errors import InvalidRecord, UsageFault
from coxa.quantities import Device, Side, Test
from coxa.records import Measurement
from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.phone.messages import FromPhone, PhoneState, Press, read_message
from coxa.site.phone.pairing import CODE_S, MOST_WRONG, Pairing
from coxa.site.phone.session import IDLE_S, WHOLE_S, Choices, PhoneSession, Stage
from coxa.site.storage import DjangoStorage
from tests.capture.test_orientation_take import as_sent, batches
from tests.synthetic_phone import Leg, Sensors, Strap, going, wear

PHONE, OTHER = "a" * 32, "b" * 32
ENDS = (30.0, 31, 30, -40, -41, -40)


class Clock:
    s = 100.0

    def __call__(self) -> float:
        return self.s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(clock: Clock, cleared: DjangoStorage) -> PhoneSession:
    return PhoneSession(Choices(Test.SEATED, Side.LEFT, after_exercise=False), clock=clock)


def refused(pairing: Pairing, typed: str, phone: str) -> str:
    with pytest.raises(UsageFault) as fault:
        pairing.pair(typed, phone)
    return fault.value.message_id


# --- Who is let in


def test_the_code_lets_one_phone_in_and_no_second_one(clock: Clock) -> None:
    pairing = Pairing(clock)
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", pairing.code)
    token = pairing.pair(pairing.code.lower().replace("-", " "), PHONE)
    assert pairing.knows(token)
    assert not pairing.knows(token[:-1])
    assert not pairing.knows("")
    assert refused(pairing, pairing.code, OTHER) == "phone_another_paired"
    assert refused(pairing, "wrong", OTHER) == "phone_another_paired", "no word on the code"
    assert pairing.turned_away == 2


def test_an_answer_that_got_lost_may_be_asked_for_again_by_the_same_phone(clock: Clock) -> None:
    pairing = Pairing(clock)
    assert pairing.pair(pairing.code, PHONE) == pairing.pair(pairing.code, PHONE)


def test_a_few_wrong_codes_close_it_even_for_the_right_one(
    session: PhoneSession, clock: Clock
) -> None:
    pairing = session.pairing
    told = [refused(pairing, f"WRONG{n}", OTHER) for n in range(MOST_WRONG)]
    assert told == ["phone_code_wrong"] * (MOST_WRONG - 1) + ["phone_code_closed"]
    assert refused(pairing, pairing.code, PHONE) == "phone_code_closed"
    session.look_at_the_clock()
    assert session.over
    assert session.fault is not None
    assert session.fault.message_id == "phone_code_closed"


def test_a_code_grows_old_and_the_test_ends_with_it(session: PhoneSession, clock: Clock) -> None:
    clock.s += CODE_S + 1
    assert refused(session.pairing, session.pairing.code, PHONE) == "phone_code_expired"
    session.look_at_the_clock()
    assert session.fault is not None
    assert session.fault.message_id == "phone_nobody_came"


def test_nobody_is_known_before_a_phone_was_let_in(clock: Clock) -> None:
    assert not Pairing(clock).knows("")


# --- What is taken


def pair(session: PhoneSession) -> None:
    session.pairing.pair(session.pairing.code, PHONE)


def at(session: PhoneSession) -> Stage:
    """Asked anew each time, as a type checker would not believe."""
    return session.stage


def missed(session: PhoneSession) -> bool:
    return session.away


def asks(session: PhoneSession) -> str | None:
    return session.asked.kind if session.asked is not None else None


def say(session: PhoneSession, state: PhoneState, **more: object) -> None:
    session.hear(FromPhone.model_validate({"state": state, "side": Side.LEFT, **more}))


def do_leg(
    session: PhoneSession,
    side: Side = Side.LEFT,
    *,
    take: int = 1,
    ends_deg: tuple[float, ...] = ENDS,
    twice: bool = False,
    sensors: Sensors | None = None,
    strap: Strap | None = None,
) -> None:
    leg = Leg(session.choices.test, side)
    worn = wear(going(ends_deg), leg=leg, sensors=sensors, strap=strap)
    sent = batches(as_sent(worn))
    for number, rows in enumerate(sent):
        for _ in range(2 if twice else 1):
            say(session, PhoneState.RUNNING, side=side, take=take, number=number, rows=rows, step=2)
    say(session, PhoneState.ENDED, side=side, take=take, number=len(sent), batches=len(sent))


def test_a_leg_is_read_and_handed_in_like_any_recording(session: PhoneSession) -> None:
    assert at(session) is Stage.WAITING
    pair(session)
    assert at(session) is Stage.ASKING
    say(session, PhoneState.READY)
    assert at(session) is Stage.READY
    do_leg(session)
    assert at(session) is Stage.READ
    assert session.read_number == 1
    session.finish()
    assert session.over
    job = Job.objects.get()
    assert (job.id, job.state, job.after_exercise) == (session.job_id, "done", False)
    found = Measurement.from_dict(job.measurement)
    assert found.device is Device.PHONE
    assert [round(r.value_deg or 0) for r in found.accepted] == [30, -40]
    saved = read_orientation_csv(jobs.phone_file(job.id, Side.LEFT))
    assert saved.frame_count == found.frame_count


def test_kept_the_recording_stays_with_the_reading(session: PhoneSession) -> None:
    pair(session)
    do_leg(session, Side.RIGHT)
    session.finish()
    job = Job.objects.get()
    jobs.keep(job.id, taken_at=job.created_at)
    assert len(DjangoStorage().readings()) == 2
    assert (jobs.home().recordings / f"{job.id}-right.csv").is_file()
    assert not jobs.folder_of(job.id).exists()


def test_a_kept_recording_leaves_with_an_export_and_comes_back_byte_for_byte(
    session: PhoneSession, client: Client
) -> None:
    pair(session)
    do_leg(session, Side.RIGHT)
    session.finish()
    job = Job.objects.get()
    jobs.keep(job.id, taken_at=job.created_at)
    file = jobs.home().recordings / f"{job.id}-right.csv"
    before = file.read_bytes()
    bundle = client.get("/settings/export/").content
    client.post("/settings/delete/", {"word": "delete"})
    assert not file.exists()
    client.post("/settings/import/", {"bundle": SimpleUploadedFile("coxa.zip", bundle)})
    assert file.read_bytes() == before
    assert len(DjangoStorage().readings()) == 2


def test_both_legs_become_one_reading(session: PhoneSession) -> None:
    pair(session)
    do_leg(session, Side.LEFT, take=1)
    assert [take.side for take in session.read] == [Side.LEFT]
    do_leg(session, Side.RIGHT, take=2)
    assert session.both_read
    session.finish()
    found = Measurement.from_dict(Job.objects.get().measurement)
    assert {reading.side for reading in found.accepted} == set(Side)


def test_what_comes_twice_counts_once_and_what_is_missing_is_waited_for(
    session: PhoneSession,
) -> None:
    pair(session)
    say(session, PhoneState.ENDED, take=1, number=1, batches=3, rows=[[1.0, *[0.0] * 9]])
    assert at(session) is Stage.RUNNING, "two batches are still to come"
    assert session.next_number == 0
    do_leg(session, take=2, twice=True)
    assert [round(r.value_deg or 0) for r in session.read[0].measurement.accepted] == [30, -40]


def test_a_late_message_of_a_take_that_was_given_up_changes_nothing(session: PhoneSession) -> None:
    pair(session)
    do_leg(session, take=2)
    say(session, PhoneState.RUNNING, take=1, number=0, rows=[[0.0, *[0.0] * 9]])
    assert at(session) is Stage.READ
    assert session.take_number == 2


def test_a_clock_that_jumps_back_is_refused_with_its_reason(session: PhoneSession) -> None:
    pair(session)
    rows = as_sent(wear(going(ENDS)))
    for row in rows[600:]:
        row[0] = (row[0] or 0.0) - 5.0
    say(session, PhoneState.RUNNING, take=1, number=0, rows=rows[:1500])
    say(session, PhoneState.ENDED, take=1, number=1, batches=2, rows=rows[1500:])
    reasons = {r.reasons[0].id for r in session.read[0].measurement.readings}
    assert reasons == {"phone_clock_faulty"}


def test_a_take_without_any_sample_is_refused_not_read(session: PhoneSession) -> None:
    pair(session)
    say(session, PhoneState.ENDED, take=1, batches=0)
    assert at(session) is Stage.READ
    assert not session.read[0].worth_keeping


def test_a_phone_that_faces_the_leg_is_noticed_by_the_first_movement(session: PhoneSession) -> None:
    pair(session)
    do_leg(session, strap=Strap(screen_to_leg=True))
    reasons = {reason.id for r in session.read[0].measurement.readings for reason in r.reasons}
    assert reasons == {"phone_first_movement_other_way"}


def test_numbers_that_no_phone_measures_are_turned_down(session: PhoneSession) -> None:
    pair(session)
    with pytest.raises(InvalidRecord, match="phone_batch_unusable"):
        say(session, PhoneState.RUNNING, take=1, rows=[[0.0, 1000.0, 0, 0, *[None] * 6]])
    assert session.next_number == 0


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"\xff", b'{"state":"ready"}', b'{"state":"dancing","side":"left"}',
        b'{"state":"ready","side":"left","take":-1}', b'{"state":"ready","side":"left","more":1}',
        b'{"state":"running","side":"left","rows":[["a"]]}',
    ],
)  # fmt: skip
def test_what_is_no_message_is_turned_down(body: bytes) -> None:
    with pytest.raises(InvalidRecord, match="phone_message_unreadable"):
        read_message(FromPhone, body)


# --- What the laptop asks


def test_the_laptop_may_begin_and_stop_a_leg(session: PhoneSession) -> None:
    pair(session)
    say(session, PhoneState.READY)
    session.begin(Side.RIGHT)
    asked = session.asked
    assert asked is not None
    assert (asked.kind, asked.side, asked.take) == ("begin", Side.RIGHT, 1)
    say(session, PhoneState.RUNNING, side=Side.RIGHT, take=1)
    assert asks(session) is None
    assert session.side is Side.RIGHT
    session.stop()
    say(session, PhoneState.RUNNING, side=Side.RIGHT, take=1)
    assert asks(session) == "stop", "until the phone has stopped"
    say(session, PhoneState.ENDED, side=Side.RIGHT, take=1, batches=0)
    assert asks(session) is None


# --- How it ends


@pytest.mark.parametrize("on_the_phone", [True, False])
def test_a_pinch_ends_everything_and_keeps_nothing(
    session: PhoneSession, on_the_phone: bool
) -> None:
    pair(session)
    do_leg(session)
    if on_the_phone:
        say(session, PhoneState.ENDED, take=1, press=Press.PINCH)
        say(session, PhoneState.ENDED, take=1, press=Press.PINCH)
    else:
        session.pinch()
    assert session.over
    assert session.pinched
    session.finish()
    assert not Job.objects.exists()
    assert [report.groin_pinch for report in DjangoStorage().pain()] == [True]


def test_a_pinch_told_elsewhere_keeps_the_reading_out(session: PhoneSession, clock: Clock) -> None:
    from django.utils import timezone

    pair(session)
    do_leg(session)
    report_pinch(DjangoStorage(), at=timezone.localtime())
    session.finish()
    assert not Job.objects.exists()
    assert session.fault is not None
    assert session.fault.message_id == "test_pinched_today"


def test_an_end_without_a_reading_says_so(session: PhoneSession) -> None:
    pair(session)
    session.finish()
    assert session.fault is not None
    assert session.fault.message_id == "phone_nothing_read"
    assert not Job.objects.exists()


@pytest.mark.parametrize("idle_s", [IDLE_S, WHOLE_S])
def test_what_nobody_goes_on_with_is_handed_in_not_lost(
    session: PhoneSession, clock: Clock, idle_s: float
) -> None:
    pair(session)
    do_leg(session)
    clock.s += idle_s + 1
    session.look_at_the_clock()
    assert session.over
    assert Job.objects.count() == 1


def test_a_phone_that_falls_silent_is_noticed_and_missed_no_longer_when_it_is_back(
    session: PhoneSession, clock: Clock
) -> None:
    pair(session)
    say(session, PhoneState.READY)
    assert not missed(session)
    clock.s += 6
    assert missed(session)
    say(session, PhoneState.READY)
    assert not missed(session)


def test_forgotten_nothing_is_kept(session: PhoneSession) -> None:
    pair(session)
    do_leg(session)
    session.forget()
    session.finish()
    assert not Job.objects.exists()
