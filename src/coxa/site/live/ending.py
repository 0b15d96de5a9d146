"""What becomes of a live test that is over."""

from __future__ import annotations

import asyncio
from enum import StrEnum

from coxa.app.measure_live import LiveTest
from coxa.errors import CoxaError, UsageFault
from coxa.site.live import records


class Ending(StrEnum):
    """Why a test is over."""

    READ = "read"
    """It is done, was stopped, or nobody came back: what was done as asked is read."""
    PINCH = "pinch"
    TAKEN_OVER = "taken_over"
    FORGOTTEN = "forgotten"


LastWord = str | CoxaError | None
"""The id of the job to be decided on, why there is none, or nothing beyond what was said."""

NOTHING_KEPT = {Ending.TAKEN_OVER: "live_taken_over", Ending.FORGOTTEN: "live_forgotten"}


async def find_last_word(test: LiveTest, why: Ending, after_exercise: bool | None) -> LastWord:
    """Read the test, or let it go.

    Raises
    ------
    BlockedForSafety
        When the person may no longer be tested, as after a pinch told elsewhere.
    """
    if why is Ending.PINCH:
        await records.report_pinch()
        return None
    if why in NOTHING_KEPT:
        return UsageFault(NOTHING_KEPT[why])
    if not test.worth_reading:
        return UsageFault("live_nothing_read")
    # Beside the event loop: a second of work at worst, and the line must go on answering.
    measured = await asyncio.to_thread(test.measure)
    return await records.hand_in(measured, after_exercise)
