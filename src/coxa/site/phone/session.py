"""One test with a phone, from the code to the job: what it says, and what the laptop asks of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from threading import RLock
from typing import Literal

from coxa.app.measure_phone import SOURCE, ReadTake, one_a_leg, read_take
from coxa.app.phone_script import USUAL, Pace, PhoneStep, phone_script
from coxa.capture import OrientationTake
from coxa.errors import CoxaError, UsageFault
from coxa.quantities import Side, Test
from coxa.site.measuring.phone import hand_in_phone, report_pinch
from coxa.site.phone.messages import FromPhone, PhoneState, Press
from coxa.site.phone.pairing import Pairing
from coxa.site.phone.voice import Voice

IDLE_S = 600.0
WHOLE_S = 2700.0
AWAY_S = 5.0
"""A phone that has said nothing for so long has lost its connection, or is switched off."""


class Stage(StrEnum):
    """How far the test is."""

    WAITING = "waiting"
    """For a phone."""
    ASKING = "asking"
    BLIND = "blind"
    READY = "ready"
    RUNNING = "running"
    READ = "read"
    """A leg was read: the other one, once more, or that is all."""
    OVER = "over"


@dataclass(frozen=True)
class Asked:
    """What the laptop asks of the phone, until the phone has done it."""

    kind: Literal["begin", "stop"]
    side: Side
    take: int

    def done_by(self, said: FromPhone) -> bool:
        """Whether the phone has begun that take, or has ended it."""
        running = said.state is PhoneState.RUNNING
        return said.take >= self.take and (self.kind == "begin" or not running)


@dataclass(frozen=True)
class Choices:
    """What the person has said on the laptop."""

    test: Test
    side: Side
    """The leg that goes first."""
    after_exercise: bool | None = None


class PhoneSession:
    """Spoken to by the phone's requests and the laptop's pages, each in a thread of its own.

    Attributes
    ----------
    pairing : who is let in.
    voice : who says the cues aloud.
    scripts : what is asked of each leg.
    read : every take that was read, in order.
    read_number : of the last one of them; 0 before the first.
    job_id : of the job that was handed in at the end.
    fault : why it ended without one.
    """

    def __init__(
        self,
        choices: Choices,
        pace: Pace = USUAL,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.choices = choices
        self.pairing = Pairing(clock)
        self.voice = Voice(clock)
        self.scripts: dict[Side, tuple[PhoneStep, ...]] = {
            side: phone_script(choices.test, side, pace) for side in Side
        }
        self.read: list[ReadTake] = []
        self.read_number = 0
        self.job_id: str | None = None
        self.fault: CoxaError | None = None
        self.pinched = False
        self.asked: Asked | None = None
        self._clock = clock
        self._began_s = self._heard_s = clock()
        self._last: FromPhone | None = None
        self._take: OrientationTake | None = None
        self._take_number = 0
        self._over = False
        self._lock = RLock()

    @property
    def stage(self) -> Stage:
        if self._over:
            return Stage.OVER
        if self._last is None:
            return Stage.ASKING if self.pairing.done else Stage.WAITING
        if self._last.state in (PhoneState.RUNNING, PhoneState.ENDED):
            return Stage.RUNNING if self._take is not None else Stage.READ
        return Stage(self._last.state)

    @property
    def over(self) -> bool:
        return self._over

    @property
    def side(self) -> Side:
        """The leg that is being measured, or was last."""
        return self._last.side if self._last is not None else self.choices.side

    @property
    def step(self) -> PhoneStep | None:
        """What the phone asks for now."""
        if self.stage is not Stage.RUNNING or self._last is None:
            return None
        steps = self.scripts[self._last.side]
        return steps[min(self._last.step, len(steps) - 1)]

    @property
    def away(self) -> bool:
        """The phone was there and is silent now."""
        return self._last is not None and self._clock() - self._heard_s > AWAY_S

    @property
    def take_number(self) -> int:
        """Of the take that is under way or was last; 0 before the first."""
        return self._take_number

    @property
    def next_number(self) -> int:
        """Of the next batch that is wanted of this take."""
        return self._take.next_number if self._take is not None else 0

    @property
    def both_read(self) -> bool:
        counting = one_a_leg(self.read)
        return all(side in counting and counting[side].worth_keeping for side in Side)

    def hear(self, said: FromPhone) -> None:
        """Take what the phone says.

        Raises
        ------
        InvalidRecord
            For samples that no phone can have measured; the rest of it counts all the same.
        """
        with self._lock:
            self._heard_s = self._clock()
            if said.press is Press.PINCH:
                self.pinch()
            if self._over or said.take < self._take_number:
                return
            self._last = said
            self.voice.hear(said)
            if self.asked is not None and self.asked.done_by(said):
                self.asked = None
            self._collect(said)
            if said.press is Press.FINISH:
                self.finish()

    def begin(self, side: Side) -> None:
        """The laptop asks the phone to begin with a leg."""
        with self._lock:
            self.asked = Asked("begin", side, self._take_number + 1)

    def stop(self) -> None:
        """The laptop asks the phone to end this leg; what was done so far is read."""
        with self._lock:
            self.asked = Asked("stop", self.side, self._take_number)

    def pinch(self) -> None:
        """A pinch in the groin ends everything at once; nothing but that is kept."""
        with self._lock:
            if not self.pinched:
                self.pinched = True
                report_pinch()
            if self.job_id is None:
                self._end(None)

    def finish(self) -> None:
        """Hand in what was read; when there is nothing, it just ends."""
        with self._lock:
            if self._over:
                return
            if not self.read:
                self._end(UsageFault("phone_nothing_read"))
                return
            try:
                self.job_id = hand_in_phone(self.read, self.choices.after_exercise).id
            except CoxaError as fault:
                self._end(fault)
            else:
                self._end(None)

    def forget(self) -> None:
        """End it without keeping anything."""
        with self._lock:
            self._end(UsageFault("phone_forgotten"))

    def look_at_the_clock(self) -> None:
        """End what nobody goes on with."""
        with self._lock:
            now_s = self._clock()
            if self.pairing.closed:
                self._end(UsageFault("phone_code_closed"))
            elif self.pairing.expired:
                self._end(UsageFault("phone_nobody_came"))
            elif now_s - self._heard_s > IDLE_S or now_s - self._began_s > WHOLE_S:
                self.finish()

    def _collect(self, said: FromPhone) -> None:
        if said.take > self._take_number:
            self._take, self._take_number = OrientationTake(SOURCE), said.take
        if self._take is None:
            return
        if said.rows is not None:
            self._take.take(said.number, said.rows)
        whole = said.batches is not None and self._take.next_number >= said.batches
        if said.state is PhoneState.ENDED and whole:
            recording, self._take = self._take.recording(), None
            self.read.append(read_take(recording, self.choices.test, said.side))
            self.read_number = said.take

    def _end(self, fault: CoxaError | None) -> None:
        if self._over:
            return
        self._over, self.fault = True, fault
        self._take, self.asked = None, None
        self.read = [] if self.job_id is None else self.read
