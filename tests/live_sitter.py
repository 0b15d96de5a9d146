"""A stick figure that does what a guided test asks for, and the packets its camera sends.

The person is a closed loop: it hears the cues and moves, some time later, as somebody would. What
it does wrong on purpose is given by the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from coxa.assessment.guided import (
    GuidedPlan,
    GuidedState,
    Look,
    Phase,
    Told,
    Watcher,
    start,
    step,
)
from coxa.capture import FRAME, Frame, LiveCapture
from coxa.quantities import Direction, Side
from coxa.records import Cue, CueKind, Landmark
from tests.synthetic_body import Camera, Floats, Sitter

ENDS_DEG = {
    (Side.RIGHT, Direction.INTERNAL): 33.0,
    (Side.RIGHT, Direction.EXTERNAL): 27.0,
    (Side.LEFT, Direction.INTERNAL): 38.0,
    (Side.LEFT, Direction.EXTERNAL): 22.0,
}
MIRROR = [
    Landmark[mark.name.replace("LEFT", "?").replace("RIGHT", "LEFT").replace("?", "RIGHT")]
    for mark in Landmark
]
REACTION_S = 0.4
HANG = {"live_hang_still", "live_sits_differently", "live_let_them_hang"}
SPEED_DEG_S = 30.0


@dataclass
class Pose:
    """Where somebody is in one frame."""

    right_deg: float = 0.0
    left_deg: float = 0.0
    right_hand: bool = False
    left_hand: bool = False
    shift_m: float = 0.0
    """Sideways on the seat."""
    there: bool = True
    standing: bool = False
    people: int = 1
    hidden: tuple[Landmark, ...] = ()
    missing: tuple[Landmark, ...] = ()

    def turned(self, side: Side) -> float:
        return self.left_deg if side is Side.LEFT else self.right_deg

    def turn(self, side: Side, to_deg: float) -> None:
        if side is Side.LEFT:
            self.left_deg = to_deg
        else:
            self.right_deg = to_deg


def joints_m(sitter: Sitter, pose: Pose) -> dict[Landmark, Floats]:
    """All joints that the test looks at, the arms too."""
    joints = dict(sitter.joints(pose.right_deg, pose.left_deg))
    if pose.standing:
        for name in ("LEFT", "RIGHT"):
            hip = joints[Landmark[f"{name}_HIP"]]
            knee = hip + np.array([0.0, -sitter.thigh_m, 0.05])
            joints[Landmark[f"{name}_KNEE"]] = knee
            joints[Landmark[f"{name}_ANKLE"]] = knee + np.array([0.0, -sitter.shank_m, 0.0])
    for name, raised in (("LEFT", pose.left_hand), ("RIGHT", pose.right_hand)):
        shoulder = joints[Landmark[f"{name}_SHOULDER"]]
        up = 0.35 if raised else -0.45
        joints[Landmark[f"{name}_WRIST"]] = shoulder + np.array([0.0, up, 0.1])
        joints[Landmark[f"{name}_ELBOW"]] = shoulder + np.array([0.0, up / 2, 0.1])
    shift = np.array([pose.shift_m, 0.0, 0.0])
    return {mark: place + shift for mark, place in joints.items()}


@dataclass
class Wire:
    """What the page sends of a pose: packets of ``FRAME``."""

    sitter: Sitter = field(default_factory=lambda: Sitter(abduction_deg=0))
    camera: Camera = field(default_factory=Camera)
    mirrored: bool = False
    noise_px: float = 0.0
    seed: int = 0
    number: int = 0
    clock_s: float = 1234.5

    def __post_init__(self) -> None:
        self._rng = np.random.default_rng(self.seed)

    def packet(self, t_s: float, pose: Pose, counted: bool) -> bytes:
        row = np.zeros(1, FRAME)
        row["number"], row["time_s"] = self.number, self.clock_s + t_s
        row["people"] = pose.people if counted else -1
        self.number += 1
        if not pose.there:
            row["image_px"] = row["visibility"] = np.nan
            return row.tobytes()
        row["score"] = 1
        row["visibility"] = 1
        # Whatever the test does not look at stands in the middle of the picture.
        image_px = np.full((33, 2), self.camera.size_px, float) / 2
        for mark, place in joints_m(self.sitter, pose).items():
            image_px[mark] = self.camera.project(place)
        image_px += self._rng.normal(0, self.noise_px, image_px.shape) if self.noise_px else 0.0
        row["visibility"][0, list(pose.hidden)] = 0.1
        image_px[list(pose.missing)] = np.nan
        if self.mirrored:
            image_px = image_px[MIRROR]
            image_px[:, 0] = self.camera.size_px[0] - image_px[:, 0]
            row["visibility"] = row["visibility"][:, MIRROR]
        row["image_px"] = image_px
        return row.tobytes()


@dataclass
class Person:
    """Somebody who listens, and does what is asked with a little delay."""

    ends_deg: dict[tuple[Side, Direction], float] = field(default_factory=lambda: dict(ENDS_DEG))
    pose: Pose = field(default_factory=Pose)
    target: tuple[Side, float] | None = None
    lowered_s: float = -1.0
    wait_s: float = 0.0
    speed_deg_s: float = SPEED_DEG_S
    raise_at_s: float = float("inf")
    heard: list[tuple[float, str]] = field(default_factory=list)

    def hear(self, state: GuidedState, cues: tuple[Cue, ...], t_s: float) -> None:
        for cue in cues:
            if cue.kind is not CueKind.SAY or cue.message is None:
                continue
            name = cue.message.id
            self.heard.append((t_s, name))
            self.act(state, name, t_s)

    def act(self, state: GuidedState, name: str, t_s: float) -> None:
        part = state.part
        if name in {"live_raise_right_hand"}:
            self.pose.right_hand, self.lowered_s = True, t_s + 1.5
        elif name == "live_other_hand":
            self.pose.right_hand, self.lowered_s = False, -1.0
            self.raise_at_s = t_s + 1.5
        elif state.phase is Phase.GO and name.startswith(
            (
                "live_go_",
                "live_again",
                "live_going_on_with",
                "live_short",
                "live_further",
                "live_hold_longer",
                "live_to_the_end",
            )
        ):
            end_deg = self.ends_deg[part.side, part.direction] * part.direction.sign
            self.target, self.wait_s = (part.side, end_deg), t_s + REACTION_S
        elif name == "live_back" or name in HANG or name.startswith(("live_paused", "live_not_h")):
            self.target, self.wait_s = (part.side, 0.0), t_s + REACTION_S

    def move(self, t_s: float, passed_s: float) -> None:
        """The next moment of the movement under way."""
        if t_s >= self.raise_at_s:
            self.pose.right_hand, self.raise_at_s = True, float("inf")
            self.lowered_s = t_s + 1.5
        if self.pose.right_hand and 0 < self.lowered_s <= t_s:
            self.pose.right_hand = False
        if self.target is None or t_s < self.wait_s:
            return
        side, to_deg = self.target
        now_deg = self.pose.turned(side)
        most_deg = self.speed_deg_s * passed_s
        self.pose.turn(side, now_deg + max(-most_deg, min(most_deg, to_deg - now_deg)))


Meddle = Callable[[float, Person, GuidedState], Told | None]
"""Something that happens meanwhile: it may change the person's pose, or press."""


@dataclass
class Run:
    """A whole test and what came of it."""

    state: GuidedState
    person: Person
    capture: LiveCapture
    looks: list[Look]
    states: list[GuidedState]
    packets: list[bytes]

    @property
    def words(self) -> list[str]:
        return [name for _, name in self.person.heard]


def guided(
    plan: GuidedPlan,
    *,
    wire: Wire | None = None,
    person: Person | None = None,
    fps: float = 30.0,
    most_s: float = 300.0,
    meddle: Meddle | None = None,
    model: str = "perfect",
    jitter: float = 0.0,
) -> Run:
    """Let somebody do a guided test, frame by frame, until it is over or ``most_s`` have passed."""
    wire, person = wire or Wire(), person or Person()
    width_px, height_px = wire.camera.size_px
    capture = LiveCapture(width_px, height_px, model=model)
    watcher = Watcher(width_px, height_px, model=model)
    run = Run(start(plan), person, capture, [], [], [])
    last_s = 0.0
    for index, t_s in enumerate(_times(fps, most_s, jitter)):
        told = meddle(t_s, person, run.state) if meddle else None
        person.move(t_s, t_s - last_s)
        last_s = t_s
        if told is not None:
            run.state, cues = step(run.state, told)
            person.hear(run.state, cues, t_s)
        packet = wire.packet(t_s, person.pose, counted=index % round(fps) == 0)
        run.packets.append(packet)
        frame = capture.take(packet)
        if frame is not None:
            _looked(run, watcher, frame, t_s)
        if run.state.over:
            break
    return run


def _looked(run: Run, watcher: Watcher, frame: Frame, t_s: float) -> None:
    look = watcher.look(frame)
    run.looks.append(look)
    run.state, cues = step(run.state, look)
    run.states.append(run.state)
    run.person.hear(run.state, cues, t_s)


def _times(fps: float, most_s: float, jitter: float) -> Iterator[float]:
    rng = np.random.default_rng(3)
    t_s = 0.0
    while t_s < most_s:
        yield t_s
        t_s += (1 + jitter * rng.uniform(-1, 1)) / fps
