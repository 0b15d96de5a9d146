"""What the phone's page is told, in its language."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from coxa.app.measure_phone import ReadTake
from coxa.app.phone_script import PhoneStep
from coxa.site.phone.session import PhoneSession
from coxa.site.templatetags.coxa import give_or_take, turns
from coxa.wording import say, say_error


def joined_reply(session: PhoneSession, token: str) -> dict[str, Any]:
    """To the phone that was let in: all that it needs to lead through the test alone."""
    return {
        "token": token,
        "test": session.choices.test,
        "side": session.choices.side,
        "take": session.take_number,
        "scripts": {
            side.value: [_step(step) for step in steps] for side, steps in session.scripts.items()
        },
    }


def heard_reply(session: PhoneSession) -> dict[str, Any]:
    """To every message: which batch is wanted next, what the laptop asks, what was read."""
    asked = session.asked
    return {
        "take": session.take_number,
        "next_number": session.next_number,
        "asked": asked and {"kind": asked.kind, "side": asked.side, "take": asked.take},
        "read_take": session.read_number,
        "results": [_result(take) for take in session.read],
        "both_read": session.both_read,
        "speaker": session.voice.answer,
        "over": _ending(session) if session.over else None,
    }


def _step(step: PhoneStep) -> dict[str, Any]:
    told = step.model_dump(mode="json", exclude={"say"})
    return told | {"say": say(step.say, gettext) if step.say else None}


def _result(take: ReadTake) -> dict[str, Any]:
    reasons = {reason.id: reason for one in take.measurement.readings for reason in one.reasons}
    return {
        "side": take.side,
        "accepted": take.worth_keeping,
        "lines": [
            f"{turns(reading.direction)}: {give_or_take(reading)}"
            for reading in take.measurement.accepted
        ],
        "reasons": [say(reason, gettext) for reason in reasons.values()],
    }


def _ending(session: PhoneSession) -> dict[str, Any]:
    if session.pinched:
        return {"kind": "pinch", "text": gettext(PINCH)}
    if session.fault is not None:
        return {"kind": "fault", "text": say_error(session.fault, gettext)}
    return {"kind": "done", "text": gettext(DONE)}


PINCH = (
    "A pinch at the front of the hip means stop. Let the leg hang: the test ends here, and nothing "
    "of it is kept. Look at the laptop for what to do now."
)
DONE = "That is all. Take the phone off; the reading is on the laptop, for you to keep or not."
