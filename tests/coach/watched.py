"""A session before a camera: what is seen comes at its time, ticks when they are wanted."""

from __future__ import annotations

from coxa.coach import Begin, Camera, Cue, Event, Phase, Sight, Tick, start, step
from coxa.records import Dose, SeenWhat
from tests.coach.session import AT, EXERCISES, words


class Watched:
    """Lives through a session with the page's own care for ticks."""

    def __init__(self, *doses: Dose, camera: bool = True) -> None:
        self.state = start(doses, EXERCISES, at=AT)
        self.cues: list[tuple[float, Cue]] = []
        """Every cue with the time of the event that brought it."""
        self.events: list[Event] = []
        if camera:
            self.send(Camera(t_s=0, on=True))
        self.send(Begin())

    def send(self, event: Event) -> list[str]:
        """What is said at once because of the event."""
        self.events.append(event)
        self.state, cues = step(self.state, event)
        self.cues += [(self.state.t_s, cue) for cue in cues]
        return words(tuple(cue for cue in cues if cue.at_s <= self.state.t_s))

    def wait(self, seconds: float) -> list[str]:
        """What the clock brings in so many seconds."""
        return self.until_s(self.state.t_s + seconds)

    def until_s(self, t_s: float) -> list[str]:
        said: list[str] = []
        while (due_s := self.state.next_tick_s) is not None and due_s <= t_s:
            said += self.send(Tick(t_s=due_s))
        if self.state.running:
            said += self.send(Tick(t_s=t_s))
        return said

    def see(
        self, what: SeenWhat, share: float | None = None, fault_id: str | None = None
    ) -> list[str]:
        """What is said when this is seen now."""
        return self.send(Sight(t_s=self.state.t_s, what=what, share=share, fault_id=fault_id))

    def in_place(self) -> Watched:
        """Through the introduction, into the start pose, to the first repetition."""
        self.until(Phase.POSITION)
        self.wait(2)
        self.see(SeenWhat.IN_POSITION, 0.0)
        return self.until(Phase.MOVE)

    def until(self, phase: Phase) -> Watched:
        """As far as the clock alone leads."""
        while self.state.phase is not phase:
            assert self.state.next_tick_s is not None, f"nothing is due in {self.state.phase}"
            self.send(Tick(t_s=self.state.next_tick_s))
        return self

    def rep(
        self, hold_s: float, peak: float = 1.0, out_s: float = 1.0, back_s: float = 1.0
    ) -> list[str]:
        """One repetition as the camera sees it; in the end band for ``hold_s``."""
        said = self.see(SeenWhat.MOVING, 0.3)
        said += self.wait(out_s)
        if peak >= 0.8:
            said += self.see(SeenWhat.AT_END, 0.8)
            said += self.wait(hold_s)
            said += self.see(SeenWhat.LEFT_END, 0.67)
        said += self.wait(back_s)
        return said + self.see(SeenWhat.BACK, peak)

    @property
    def heard(self) -> list[str]:
        return words(tuple(cue for _, cue in self.cues))
