"""Following strays; the look of the start calls it back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coxa.catalogue import load_catalogue
from coxa.quantities import Side
from coxa.watching.following import RESTS_S, Follower
from coxa.watching.points import MARKS
from coxa.watching.stance import Finder
from coxa.watching.start import Held
from coxa.watching.template import template
from tests.synthetic_exercise import FPS, HEIGHT_PX, WIDTH_PX, frames

TURN_IN = load_catalogue().exercise("reverse-clam")
SEEN = np.full(len(MARKS), 0.95)


def held_looks(share: float, seconds: float) -> list[np.ndarray]:
    film = frames(TURN_IN, Side.LEFT, lambda _: share, seconds)
    return [np.array(frame.image_px).reshape(-1, 2)[list(MARKS)] for frame in film]


@pytest.fixture
def follower() -> Follower:
    looks = held_looks(0.0, 1.0)
    finder = Finder(template(TURN_IN, Side.LEFT), WIDTH_PX, HEIGHT_PX)
    found, _ = finder.find(looks[0], SEEN)
    return Follower(Held(found, tuple(looks)))


def astray(follower: Follower) -> None:
    """What the filter takes for the person's own way is ten degrees off in every joint."""
    belief = follower.belief
    mean = belief.mean.copy()
    mean[1 + len(belief.template.fault_ids) : -6] += 10.0
    follower.belief = replace(belief, mean=mean)


def test_whoever_rests_at_the_start_is_followed_anew_from_there(follower: Follower) -> None:
    own_deg = follower.belief.own_deg.copy()
    astray(follower)
    for look in held_looks(0.0, RESTS_S + 0.5):
        follower.take(look, SEEN, 1 / FPS)
    assert follower.belief.own_deg == pytest.approx(own_deg)
    assert follower.belief.share == 0.0


def test_a_hold_on_the_way_is_not_taken_for_the_start(follower: Follower) -> None:
    for look in held_looks(0.5, 3.0):
        assert follower.take(look, SEEN, 1 / FPS)
    assert follower.belief.share == pytest.approx(0.5, abs=0.1)
