"""What the tests of the live socket share: tests of their own, a ticket, a person who did all."""

from __future__ import annotations

import secrets

import numpy as np
import pytest

from coxa.assessment import guided
from coxa.capture import FRAME
from coxa.records import Message
from coxa.site.live.registry import LiveTests, Ticket
from coxa.site.live.session import Limits
from coxa.site.live.socket import LiveSocket
from coxa.wording import say
from tests.live_sitter import Pose, Run, Wire
from tests.live_sitter import guided as guide
from tests.site.live_page import Clock, Page

SEED = 7
QUICK = Limits(hello_s=0.1, look_every_s=0.01, look_every_frames_s=0.01)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def tests(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> LiveTests:
    """Those of this test alone, also for the page; the first leg is always the same."""
    own = LiveTests(clock)
    own.limits = QUICK
    monkeypatch.setattr("coxa.site.pages.live.live_tests", own)
    monkeypatch.setattr(secrets, "randbits", lambda _: SEED)
    return own


async def nowhere(*_: object) -> None:
    raise AssertionError("a socket must not reach Django")


@pytest.fixture
def app(tests: LiveTests) -> LiveSocket:
    return LiveSocket(nowhere, tests)


@pytest.fixture
def ticket(tests: LiveTests) -> Ticket:
    return tests.issue(after_exercise=False)


@pytest.fixture(scope="module")
def whole_test() -> Run:
    """Somebody does all that is asked."""
    plan = guided.random_plan(SEED)
    run = guide(plan, wire=Wire(noise_px=0.3), fps=15, model="blazepose-full")
    assert run.state.phase is guided.Phase.DONE
    return run


def packet(number: int = 0, **fields: object) -> bytes:
    row = np.frombuffer(Wire().packet(number / 30, Pose(), counted=True), FRAME).copy()
    row["number"] = number
    for name, value in fields.items():
        row[name] = value
    return row.tobytes()


def words(message_id: str) -> str:
    return say(Message(id=message_id))


async def refused(page: Page, message_id: str, code: int = 1008) -> None:
    """The page is told why, and the line is closed."""
    *_, fault, closed = await page.hear_all()
    assert fault == {"kind": "fault", "id": message_id, "message": words(message_id)}
    assert closed == {"kind": "closed", "code": code}
