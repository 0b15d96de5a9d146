"""Where a guided test stands: everything it knows between two events."""

from __future__ import annotations

from enum import StrEnum

from coxa.assessment.guided.events import Place, Remark
from coxa.assessment.guided.plan import GuidedPlan, Part
from coxa.quantities import Side
from coxa.records import Message, Record


class Phase(StrEnum):
    """What is asked of the person."""

    PLACE = "place"
    RAISE_HAND = "raise-hand"
    NEUTRAL = "neutral"
    GO = "go"
    HOLD = "hold"
    BACK = "back"
    REST = "rest"
    DONE = "done"
    STOPPED = "stopped"


OVER = frozenset({Phase.DONE, Phase.STOPPED})
MEASURING = frozenset({Phase.NEUTRAL, Phase.GO, Phase.HOLD, Phase.BACK, Phase.REST})


class Break(StrEnum):
    """Why a test stands still. Nothing counts meanwhile."""

    NOBODY = "nobody"
    SEVERAL = "several"
    HIDDEN = "hidden"
    """A knee or an ankle is not seen."""
    STOOD_UP = "stood_up"
    GAP = "gap"
    """No picture came for a while: the page was hidden, or the machine slept."""
    ASKED = "asked"


class Legs(Record):
    """Both shanks' outward lean, smoothed; ``None`` where not seen."""

    left_deg: float | None = None
    right_deg: float | None = None

    def of(self, side: Side) -> float | None:
        return self.left_deg if side is Side.LEFT else self.right_deg


class Still(Record):
    """A stillness under way: since when, about which angles, and their sums for the mean."""

    since_s: float
    anchor: Legs
    place: Place | None = None
    left_sum_deg: float = 0.0
    right_sum_deg: float = 0.0
    count: int = 0


class Rest(Record):
    """The zero of a take: the mean of the stillness, and where the body was."""

    legs: Legs
    place: Place | None


class Swing(Record):
    """One attempt at a repeat: from a quiet leg to its end and back, degrees the way asked for."""

    from_s: float
    """The last quiet moments before the leg left its rest: what is kept begins here."""
    peak_deg: float = 0.0
    anchor_deg: float = 0.0
    anchor_s: float = 0.0
    """Since when the leg has been still, about this angle."""
    held_s: float = 0.0
    """The longest stillness near the end."""
    held_deg: float = 0.0
    """Where that was."""
    told: str = ""
    """What was last said about this swing, so that it is not said over and over."""


class Counted(Record):
    """A repeat that counts, and the stretch of the recording that holds it."""

    part_index: int
    from_s: float
    to_s: float
    held_deg: float


class Take(Record):
    """What was done since one stillness; the recording is read take by take."""

    from_s: float
    to_s: float
    rest: Rest
    counted: tuple[Counted, ...] = ()


class GuidedState(Record):
    """Where a guided test stands."""

    plan: GuidedPlan
    phase: Phase
    t_s: float | None = None
    """Time of the last frame; ``None`` before the first."""
    since_s: float = 0.0
    """When the phase began."""
    paused: Break | None = None
    clear_since_s: float | None = None
    """While paused: since when nothing stands in the way any more."""
    remark: Remark | None = None
    """What is wrong with the set-up, steadily."""
    trouble: Remark | None = None
    """What the last frame showed of it, and since when."""
    trouble_since_s: float = 0.0
    said_s: float = 0.0
    """When the person was last told something about what is now."""
    prompts: int = 0
    """How often the person has been asked for what is now."""
    overlooked: tuple[Remark, ...] = ()
    """Remarks that the person has chosen to go on with."""
    mirrored: bool = False
    """The picture shows left and right exchanged; looks are turned back before anything else."""
    wrong_hands: int = 0
    hand: Side | None = None
    """The hand that is raised, and since when; without a time it has been dealt with."""
    hand_since_s: float | None = None
    hitch: Break | None = None
    """While measuring: what the last frame showed to be in the way, and since when."""
    hitch_since_s: float = 0.0
    legs: Legs = Legs()
    still: Still | None = None
    swing: Swing | None = None
    quiet_since_s: float | None = None
    """When both legs last came to rest, and how long they stayed there."""
    quiet_until_s: float | None = None
    astray_since_s: float | None = None
    """Since when the wrong leg, or the wrong way, has been moving."""
    away_since_s: float | None = None
    """Since when the body has not been where it was at rest."""
    short: int = 0
    """Repeats in a row that stopped short of the others."""
    part_index: int = 0
    takes: tuple[Take, ...] = ()
    skipped: tuple[int, ...] = ()
    caption: Message | None = None
    """What was said last."""
    ending: Message | None = None
    pinched: bool = False

    @property
    def part(self) -> Part:
        """The movement under way."""
        return self.plan.parts[min(self.part_index, len(self.plan.parts) - 1)]

    @property
    def over(self) -> bool:
        return self.phase in OVER

    @property
    def take(self) -> Take:
        """The take under way."""
        return self.takes[-1]

    @property
    def counted(self) -> tuple[Counted, ...]:
        """Repeats of the movement under way that count."""
        if not self.takes:
            return ()
        return tuple(one for one in self.take.counted if one.part_index == self.part_index)

    @property
    def kept(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Take by take the stretches of time that are read: its stillness and its repeats.

        What else the person did, whatever it was, is left out.
        """
        return tuple(
            ((take.from_s, take.to_s), *((one.from_s, one.to_s) for one in take.counted))
            for take in self.takes
            if take.counted
        )

    def but(self, **changes: object) -> GuidedState:
        """The same state with some fields changed."""
        return self.model_copy(update=changes)
