"""Measure live: landmarks come in, the guided test leads, and the whole is read at the end."""

from __future__ import annotations

from coxa.app.measure_recording import MeasuredRecording
from coxa.assessment import assess, guided
from coxa.capture import LiveCapture
from coxa.quantities import Test
from coxa.records import Measurement

LIVE_SUFFIX = "/live"
"""Ends the method of what was measured live: the page's frames are timed and found in its own way,
so they are a series of their own."""

Cues = tuple[guided.GuidedCue, ...]


class LiveTest:
    """One seated test before one camera.

    Parameters
    ----------
    plan
        What is asked for; by default both legs, the first one drawn by ``seed``.

    Raises
    ------
    InvalidRecord
        For a picture of no possible size.
    """

    def __init__(
        self, width_px: int, height_px: int, *, seed: int = 0, plan: guided.GuidedPlan | None = None
    ) -> None:
        self._capture = LiveCapture(width_px, height_px)
        self._watcher = guided.Watcher(width_px, height_px)
        self._state = guided.start(plan or guided.random_plan(seed))
        self._last_number = -1

    @property
    def next_number(self) -> int:
        """The number that the next frame should have, or a larger one."""
        return self._last_number + 1

    @property
    def frames(self) -> int:
        return self._capture.frames

    @property
    def view(self) -> guided.GuidedView:
        """What to show."""
        return guided.view(self._state)

    @property
    def over(self) -> bool:
        """Nothing is asked for any more."""
        return self._state.over

    @property
    def pinched(self) -> bool:
        """It ended with a pinch: nothing of it is read."""
        return self._state.pinched

    @property
    def worth_reading(self) -> bool:
        """At least one repeat was done as asked."""
        return bool(self._state.kept)

    def take(self, packet: bytes) -> Cues:
        """Take one frame in; what is to be said now.

        Raises
        ------
        InvalidRecord
            For bytes that are no frame; nothing of them is kept.
        """
        frame = self._capture.take(packet)
        if frame is None:
            return ()
        self._last_number = frame.number
        return self._step(self._watcher.look(frame))

    def pass_time(self, silent_s: float) -> Cues:
        """No frame has come for a while."""
        return self._step(guided.Clock(self._now_s(silent_s)))

    def press(self, press: guided.Press, silent_s: float = 0.0) -> Cues:
        """The person told something, so long after the last frame."""
        return self._step(guided.Told(self._now_s(silent_s), press))

    def measure(self) -> MeasuredRecording:
        """Read what was done as asked, like any recording."""
        recording = self._capture.recording(mirrored=self._state.mirrored, takes=self._state.kept)
        found = assess(recording, Test.SEATED)
        return MeasuredRecording(recording, _as_live(found))

    def close(self) -> None:
        """Let go of the landmarks."""
        self._capture.close()

    def _step(self, event: guided.Event) -> Cues:
        self._state, cues = guided.step(self._state, event)
        return cues

    def _now_s(self, silent_s: float) -> float:
        return (self._state.t_s or 0.0) + silent_s


def is_live(measurement: Measurement) -> bool:
    """Whether it was measured live, not read from a film."""
    return measurement.method.endswith(LIVE_SUFFIX)


def _as_live(measurement: Measurement) -> Measurement:
    return measurement.model_copy(update={"method": measurement.method + LIVE_SUFFIX})
