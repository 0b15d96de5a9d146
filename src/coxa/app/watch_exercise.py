"""Watch an exercise live: landmarks come in, the moments that the coach acts on go out.

Nothing is written: what was seen counts only once the page tells it to the session.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from coxa.app.own_end import own_ends
from coxa.app.storage import Storage
from coxa.capture import Frame, FrameReader
from coxa.catalogue import Exercise, load_catalogue
from coxa.quantities import Side
from coxa.records import Dose, Glimpse, RecordId, Seen
from coxa.watching import Watcher


@dataclass(frozen=True)
class Watched:
    """What is to be watched for."""

    exercise: Exercise
    side: Side
    range_share: float = 1.0
    """How much of the way counts as all of it."""
    own_end_deg: float | None = None
    """The person's own measured end, internal positive."""


@dataclass(frozen=True)
class Looks:
    """What some frames showed.

    Attributes
    ----------
    number : of the last frame.
    at_s : its time, seconds since the first frame.
    afresh : the pose net should look for the person in the whole picture.
    """

    number: int
    at_s: float
    glimpse: Glimpse
    seen: tuple[Seen, ...]
    afresh: bool = False


class Watches(Protocol):
    """What sees an exercise in frames (``coxa.watching.Watcher``)."""

    @property
    def glimpse(self) -> Glimpse: ...
    @property
    def look_afresh(self) -> bool: ...
    def take(self, frame: Frame) -> tuple[Seen, ...]: ...


class WatchedCamera:
    """One camera, and what is watched before it just now.

    Raises
    ------
    InvalidRecord
        For a picture of no possible size.
    """

    def __init__(self, width_px: int, height_px: int) -> None:
        self._size_px = (width_px, height_px)
        self._reader = FrameReader(width_px, height_px)
        self._watcher: Watches | None = None

    def look_for(self, watched: Watched) -> None:
        """Watch for this from now on, from its start pose; takes a moment."""
        self._watcher = watcher_of(watched, *self._size_px)

    def take(self, packets: Sequence[bytes]) -> Looks | None:
        """Frames in their order; ``None`` when none was new, or nothing is watched for.

        Raises
        ------
        InvalidRecord
            For bytes that are no frame.
        """
        frames = [frame for packet in packets if (frame := self._reader.read(packet)) is not None]
        watcher = self._watcher
        if watcher is None or not frames:
            return None
        seen: list[Seen] = []
        afresh = False
        for frame in frames:
            seen += watcher.take(frame)
            afresh |= watcher.look_afresh
        last = frames[-1]
        return Looks(last.number, last.time_s, watcher.glimpse, tuple(seen), afresh)


def watcher_of(watched: Watched, width_px: int, height_px: int) -> Watches:
    """The watcher of an exercise before a camera of this size."""
    return Watcher(
        watched.exercise,
        watched.side,
        width_px,
        height_px,
        range_share=watched.range_share,
        own_end_deg=watched.own_end_deg,
    )


def what_to_watch(storage: Storage, session_id: RecordId, exercise_id: str, side: Side) -> Watched:
    """The exercise as the session asks for it, and the person's own end of range in it.

    Raises
    ------
    UnknownThing
        When there is no such session or exercise.
    """
    session = storage.session(session_id)
    exercise = load_catalogue().exercise(exercise_id)
    own = own_ends(storage, exercise).get(side)
    doses = [
        dose for dose in session.planned if (dose.exercise_id, dose.side) == (exercise_id, side)
    ]
    return Watched(
        exercise,
        side,
        range_share=_range_share(exercise, doses[0] if doses else None),
        own_end_deg=None if own is None else own.value_deg,
    )


def _range_share(exercise: Exercise, dose: Dose | None) -> float:
    variants = {variant.id: variant for variant in (*exercise.easier, *exercise.harder)}
    variant = None if dose is None or dose.variant_id is None else variants.get(dose.variant_id)
    return 1.0 if variant is None or variant.range_share is None else variant.range_share
