"""What the live socket asks of the records: each call runs in a thread that may touch them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.utils import timezone

from coxa.app import screening
from coxa.app.measure_recording import MeasuredRecording
from coxa.quantities import Test
from coxa.safety import PainDecision
from coxa.site.measuring.live import hand_in_live
from coxa.site.storage import DjangoStorage

P = ParamSpec("P")
R = TypeVar("R")


def in_a_thread(work: Callable[P, R]) -> Callable[P, Coroutine[Any, Any, R]]:
    """Django's database may not be touched in the event loop."""

    def closing(*args: P.args, **kwargs: P.kwargs) -> R:
        close_old_connections()
        try:
            return work(*args, **kwargs)
        finally:
            close_old_connections()

    return sync_to_async(closing)


@in_a_thread
def require_test_allowed() -> None:
    """Raise BlockedForSafety when the person may not do the seated test now."""
    screening.require_test_allowed(DjangoStorage(), Test.SEATED, timezone.localtime())


@in_a_thread
def report_pinch() -> PainDecision:
    """Write a groin pinch down."""
    return screening.report_pinch(DjangoStorage(), at=timezone.localtime())


@in_a_thread
def hand_in(measured: MeasuredRecording, after_exercise: bool | None) -> str:
    """The id of the job that now waits for the person's decision."""
    return hand_in_live(measured, after_exercise).id
