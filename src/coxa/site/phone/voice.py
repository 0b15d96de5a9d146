"""Who says the cues aloud: the phone, or one page of the laptop; never both."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from math import inf
from threading import RLock

from coxa.site.phone.messages import FromPhone, PhoneSound, PhoneState

PAGE_GONE_S = 2.0
"""A page of the laptop that has asked nothing for so long speaks no more."""
LATE_S = 0.6
"""A message that was on its way for so long finds the phone speaking already, or soon."""
STILL_WORTH_S = 1.2


class Speaker(StrEnum):
    """Whom the person has chosen."""

    PHONE = "phone"
    LAPTOP = "laptop"


class Voice:
    """The phone leaves a step to the laptop, and is told in the answer whether the laptop took it.

    Where it was not taken, or no answer came, the phone says the step itself. A step is decided on
    once, when it is first heard of, so that nobody begins with one that the other one has said.

    Attributes
    ----------
    chosen : by the person, on the laptop.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.chosen = Speaker.PHONE
        self._clock = clock
        self._page, self._page_seen_s = "", -inf
        self._step, self._step_s = (0, -1), -inf
        self._taken = False
        self._left_to_laptop = False
        self._sound: PhoneSound | None = None
        self._take, self._quickest_s = 0, inf
        self._lock = RLock()

    def lend(self, page: str) -> bool:
        """Whether this page of the laptop, which could speak, is the one that does.

        Parameters
        ----------
        page : a word that the page made up. Of two windows, one speaks.
        """
        with self._lock:
            if page != self._page and self._page_there:
                return False
            self._page, self._page_seen_s = page, self._clock()
            return True

    def hear(self, said: FromPhone) -> None:
        """Note which step the phone is at, and decide who says it."""
        with self._lock:
            running = said.state is PhoneState.RUNNING
            self._left_to_laptop = running and said.sound is None
            if not running:
                return
            late = self._way_s(said) > LATE_S
            if (said.take, said.step) > self._step:
                self._step, self._step_s = (said.take, said.step), self._clock()
                self._taken = self._laptop_ready and not late
            if said.sound is not None:
                self._taken = False
            self._sound = said.sound

    @property
    def answer(self) -> Speaker:
        """For the phone: who says the step that it left to the laptop; else, who says the next."""
        with self._lock:
            by_laptop = self._taken if self._left_to_laptop else self._laptop_ready
            return Speaker.LAPTOP if by_laptop else Speaker.PHONE

    @property
    def step(self) -> str:
        """A name for the step that was heard of last."""
        return "{}-{}".format(*self._step)

    @property
    def aloud(self) -> Speaker | None:
        """Who says that step in words; None: tones, or nothing."""
        with self._lock:
            if self._taken:
                return Speaker.LAPTOP
            return Speaker.PHONE if self._sound is PhoneSound.VOICE else None

    def is_for(self, page: str) -> bool:
        """Whether this page of the laptop says that step now."""
        with self._lock:
            fresh = self._clock() - self._step_s <= STILL_WORTH_S
            return self._taken and fresh and page == self._page

    @property
    def _page_there(self) -> bool:
        return self._clock() - self._page_seen_s <= PAGE_GONE_S

    @property
    def _laptop_ready(self) -> bool:
        return self.chosen is Speaker.LAPTOP and self._page_there

    def _way_s(self, said: FromPhone) -> float:
        """By how much longer it was on its way than the quickest one of its take.

        The phone's clock and this one begin anywhere, and the phone's begins anew with its page.
        """
        if said.take != self._take:
            self._take, self._quickest_s = said.take, inf
        way_s = self._clock() - said.sent_s
        self._quickest_s = min(self._quickest_s, way_s)
        return way_s - self._quickest_s
