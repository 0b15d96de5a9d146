"""One live test: the line it has just now, its clock, and how it ends."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coxa.app.measure_live import LiveTest
from coxa.assessment import guided
from coxa.errors import CoxaError, InvalidRecord, UsageFault
from coxa.records import Cue
from coxa.site.live import records
from coxa.site.live.ending import Ending, LastWord, find_last_word
from coxa.site.live.line import HungUp, Line
from coxa.site.live.messages import Hello, Pressed, read_frames, read_message
from coxa.site.live.screen import screen

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """How long the socket waits for what."""

    hello_s: float = 10.0
    away_s: float = 60.0
    """So long may a broken line be taken up again."""
    idle_s: float = 90.0
    """A test without frames pauses by itself after two seconds; after so long it ends."""
    whole_s: float = 900.0
    view_every_s: float = 0.1
    look_every_s: float = 0.25
    """At the clock, while no frames come."""
    look_every_frames_s: float = 1.0
    """While they do: each look wakes the machine up. Sooner than a silence ends anything."""


class LiveSession:
    """Lives in the event loop; outlasts a line that breaks.

    Attributes
    ----------
    id : the same as in the address of its socket.
    secret : what a page must know to take it up again.
    over : nothing of it is counted any more, though its reading may still be under way.
    """

    def __init__(
        self,
        test_id: str,
        hello: Hello,
        after_exercise: bool | None,
        limits: Limits,
        clock: Callable[[], float],
    ) -> None:
        self.id = test_id
        self.secret = secrets.token_urlsafe(24)
        self.over = False
        self._test = LiveTest(hello.width_px, hello.height_px, seed=secrets.randbits(32))
        self._after_exercise = after_exercise
        self._limits = limits
        self._clock = clock
        self._began_s = self._framed_s = self._left_s = clock()
        self._shown_s = -1.0
        self._line: Line | None = None
        self._why: Ending | None = None
        self._last_word: LastWord = None
        self._loop = asyncio.get_running_loop()
        self._ending: asyncio.Task[None] | None = None
        self._watching = self._loop.create_task(self._watch())

    async def serve(self, line: Line) -> None:
        """Take what a line brings, until it breaks or the test is over."""
        before, self._line = self._line, line
        if before is not None:
            await before.refuse(UsageFault("live_continued_elsewhere"))
        await line.tell(
            {"kind": "welcome", "secret": self.secret, "next_number": self._test.next_number}
        )
        if self._ending is not None and self._ending.done():
            await self._say_last_word(line)
        try:
            while True:
                event = await line.hear()
                if text := event.get("text"):
                    await self._press(read_message(Pressed, text))
                else:
                    await self._take(read_frames(event.get("bytes") or b""))
        except HungUp:
            return
        finally:
            if self._line is line:
                self._line, self._left_s = None, self._clock()

    def end(self, why: Ending) -> None:
        """End the test, for the first reason that comes; the rest happens by itself."""
        if not self.over:
            self.over, self._why = True, why
            self._ending = self._loop.create_task(self._finish(why))

    def forget(self) -> None:
        """End it from another thread, without keeping anything."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.end, Ending.FORGOTTEN)

    async def _take(self, packets: Sequence[bytes]) -> None:
        """The frames of one message, answered once: each wake-up costs more than a frame."""
        if self.over:
            return
        cues: list[Cue] = []
        for packet in packets:
            try:
                cues += self._test.take(packet)
            except InvalidRecord as fault:
                raise InvalidRecord("live_message_unreadable") from fault
            if self._test.over:
                break
        self._framed_s = self._clock()
        await self._show(cues)
        self._end_when_told_all()

    async def _press(self, pressed: Pressed) -> None:
        if self.over:
            if pressed.press is guided.Press.PINCH and self._why is Ending.READ:
                # Told while it is being read: once this is written down, nothing is handed in.
                await records.report_pinch()
            return
        await self._show(self._test.press(pressed.press, self._clock() - self._framed_s))
        self._end_when_told_all()

    def _end_when_told_all(self) -> None:
        if self._test.over:
            self.end(Ending.PINCH if self._test.pinched else Ending.READ)

    async def _show(self, cues: Sequence[Cue], *, at_once: bool = False) -> None:
        """What to do next: at once when there is something to say, else now and then."""
        now_s, line = self._clock(), self._line
        due = at_once or bool(cues) or now_s - self._shown_s >= self._limits.view_every_s
        if line is None or not due:
            return
        self._shown_s = now_s
        await line.tell(screen(self._test.view, cues, self._test.next_number - 1, line))

    async def _watch(self) -> None:
        """Look at the clock now and then, whether or not anything comes in."""
        limits = self._limits
        while not self.over:
            silent = self._clock() - self._framed_s > limits.look_every_s
            await asyncio.sleep(limits.look_every_s if silent else limits.look_every_frames_s)
            try:
                await self._look_at_the_clock()
            except Exception:
                log.exception("A live test stumbled and goes on.")

    async def _look_at_the_clock(self) -> None:
        now_s, limits = self._clock(), self._limits
        silent_s = now_s - self._framed_s
        left = self._line is None and now_s - self._left_s > limits.away_s
        if left or silent_s > limits.idle_s or now_s - self._began_s > limits.whole_s:
            self.end(Ending.READ)
        elif silent_s > limits.look_every_s:
            await self._show(self._test.pass_time(silent_s))
            self._end_when_told_all()

    async def _finish(self, why: Ending) -> None:
        try:
            self._last_word = await find_last_word(self._test, why, self._after_exercise)
        except CoxaError as fault:
            self._last_word = fault
        except Exception:
            log.exception("A live test could not be read.")
            self._last_word = InvalidRecord("reading_failed")
        finally:
            self._test.close()
        if self._line is not None:
            await self._say_last_word(self._line)

    async def _say_last_word(self, line: Line) -> None:
        await self._show([], at_once=True)
        if isinstance(self._last_word, CoxaError):
            await line.refuse(self._last_word)
            return
        if self._last_word is not None:
            await line.tell({"kind": "done", "job": self._last_word})
        await line.hang_up()
