"""The laptop's pages of a test by phone: choices, the code, buttons, and who may not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone

from coxa.app.screening import report_pinch
from coxa.quantities import Side, Test
from coxa.site.phone import registry
from coxa.site.phone.messages import FromPhone, PhoneState
from coxa.site.phone.registry import PhoneTests
from coxa.site.storage import DjangoStorage

PAGE, STATE, PRESS = "/measure/phone/", "/measure/phone/state/", "/measure/phone/press/"
CHOICES = {"test": "seated-rotation", "side": "left", "after_exercise": "no"}
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def tests(monkeypatch: pytest.MonkeyPatch) -> Iterator[PhoneTests]:
    """Those of this test alone, let in over this machine's own address."""
    own = PhoneTests()
    monkeypatch.setattr(registry, "lan_addresses", lambda: ("127.0.0.1",))
    monkeypatch.setattr("coxa.site.pages.phone.phone_tests", own)
    monkeypatch.setattr("coxa.site.pages.own.phone_tests", own)
    yield own
    own.forget()


def test_nothing_listens_before_a_phone_is_asked_for(
    web: Client, cleared: DjangoStorage, tests: PhoneTests
) -> None:
    shown = web.get(PAGE).content.decode()
    assert "Use a phone" in shown
    assert tests.current is None
    assert web.get(STATE)["Location"] == PAGE


def test_the_choices_open_the_phones_server_and_show_square_code_and_warning(
    web: Client, cleared: DjangoStorage, tests: PhoneTests
) -> None:
    assert web.post(PAGE, CHOICES)["Location"] == PAGE
    listener = tests.current
    assert listener is not None
    shown = web.get(PAGE).content.decode()
    assert listener.session.pairing.code in shown
    assert listener.addresses[0] in shown
    assert listener.fingerprint in shown
    assert "<svg" in shown.split('class="square"')[1][:300]
    assert "Your phone will warn you" in shown
    assert (listener.session.choices.test, listener.session.choices.side) == (
        Test.SEATED,
        Side.LEFT,
    )


@pytest.mark.parametrize("missing", list(CHOICES))
def test_an_open_question_opens_nothing(
    web: Client, cleared: DjangoStorage, tests: PhoneTests, missing: str
) -> None:
    told = web.post(PAGE, {name: v for name, v in CHOICES.items() if name != missing})
    assert told.status_code == 422
    assert tests.current is None


def test_without_a_network_it_is_told(
    web: Client, cleared: DjangoStorage, tests: PhoneTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "lan_addresses", tuple)
    assert "in no local network" in web.post(PAGE, CHOICES).content.decode()


def test_who_may_not_be_tested_gets_no_code(
    web: Client, cleared: DjangoStorage, tests: PhoneTests
) -> None:
    report_pinch(DjangoStorage(), at=timezone.localtime())
    assert web.post(PAGE, CHOICES).status_code == 403
    assert tests.current is None


def test_before_the_questions_there_is_no_test(
    web: Client, storage: DjangoStorage, tests: PhoneTests
) -> None:
    assert web.post(PAGE, CHOICES)["Location"].startswith("/questions/")
    assert tests.current is None


def test_the_page_is_drawn_anew_only_when_something_changed(
    web: Client, cleared: DjangoStorage, tests: PhoneTests
) -> None:
    web.post(PAGE, CHOICES)
    first = web.get(STATE, headers=HTMX).content.decode()
    seen = re.search(r"seen=(\w+)", first)
    assert seen
    assert web.get(f"{STATE}?seen={seen[1]}", headers=HTMX).status_code == 204
    listener = tests.current
    assert listener is not None
    listener.session.pairing.pair(listener.session.pairing.code, "a" * 32)
    changed = web.get(f"{STATE}?seen={seen[1]}", headers=HTMX)
    assert "Your phone is here" in changed.content.decode()
    assert listener.session.pairing.code not in changed.content.decode(), "a used code is gone"


def test_the_buttons_reach_the_phone(
    web: Client, cleared: DjangoStorage, tests: PhoneTests
) -> None:
    web.post(PAGE, CHOICES)
    listener = tests.current
    assert listener is not None
    session = listener.session
    session.pairing.pair(session.pairing.code, "a" * 32)
    session.hear(FromPhone(state=PhoneState.READY, side=Side.LEFT))
    assert (
        "Telling the phone"
        in web.post(PRESS, {"press": "begin-right"}, headers=HTMX).content.decode()
    )
    assert session.asked is not None
    assert session.asked.side is Side.RIGHT
    for nonsense in ("begin-middle", "", "dance"):
        assert web.post(PRESS, {"press": nonsense}).status_code == 302
    assert web.post(PRESS, {"press": "pinch"}, headers=HTMX)["HX-Redirect"] == "/measure/pinch/"
    assert [report.groin_pinch for report in DjangoStorage().pain()] == [True]


def test_the_laptop_can_be_made_to_speak_and_says_each_step_of_the_phones(
    web: Client, cleared: DjangoStorage, tests: PhoneTests
) -> None:
    web.post(PAGE, CHOICES)
    listener = tests.current
    assert listener is not None
    session = listener.session
    session.pairing.pair(session.pairing.code, "a" * 32)
    session.hear(FromPhone(state=PhoneState.READY, side=Side.LEFT))
    assert pressed(web.get(STATE).content.decode()) == ["phone"]
    chosen = web.post(PRESS, {"press": "speak-laptop", "voice": "one"}, headers=HTMX)
    assert pressed(chosen.content.decode()) == ["laptop"]
    assert web.get(f"{STATE}?voice=one").status_code == 200
    session.hear(FromPhone(state=PhoneState.RUNNING, side=Side.LEFT, take=1))
    shown = web.get(f"{STATE}?voice=one").content.decode()
    assert 'data-cue="1-0" data-say="Sit ' in shown
    assert 'data-aloud="laptop" data-says-it' in shown
    other = web.get(f"{STATE}?voice=two").content.decode()
    assert "data-says-it" not in other
    assert "Another window" in other
    assert "has no voice" in web.get(f"{STATE}?voice=none").content.decode()
    assert "only after you have pressed" in web.get(f"{STATE}?voice=asleep").content.decode()
    web.post(PRESS, {"press": "speak-parrot"})
    web.post(PRESS, {"press": "speak-phone"})
    assert session.voice.chosen == "phone"


def test_a_leg_that_was_stopped_at_once_is_not_said_to_be_read(
    web: Client, cleared: DjangoStorage, tests: PhoneTests
) -> None:
    web.post(PAGE, CHOICES)
    listener = tests.current
    assert listener is not None
    session = listener.session
    session.pairing.pair(session.pairing.code, "a" * 32)
    session.hear(FromPhone(state=PhoneState.RUNNING, side=Side.LEFT, take=1))
    session.hear(FromPhone(state=PhoneState.ENDED, side=Side.LEFT, take=1, batches=0))
    shown = web.get(STATE).content.decode()
    assert "That leg could not be read" in shown
    assert shown.count("It ended before there was enough to read") == 1, "for both ways"
    assert 'id="press-left" class="main"' in shown, "the same leg once more"


def pressed(shown: str) -> list[str]:
    """Who speaks, by the two buttons."""
    found = re.findall(r'value="speak-(\w+)" aria-pressed="(\w+)"', shown)
    assert len(found) == 2
    return [name for name, on in found if on == "true"]


def test_deleting_everything_ends_it(
    web: Client, cleared: DjangoStorage, tests: PhoneTests
) -> None:
    web.post(PAGE, CHOICES)
    web.post("/settings/delete/", {"word": "delete"})
    assert tests.current is None


def test_another_sites_page_can_start_nothing(cleared: DjangoStorage, tests: PhoneTests) -> None:
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    assert strict.post(PAGE, CHOICES).status_code == 403
    assert tests.current is None
