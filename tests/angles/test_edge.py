"""What the picture's edge cuts off, the pose model guesses at the edge: it is not believed."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from coxa.angles import FRAME_MARGIN, read_body
from coxa.quantities import Side
from coxa.records import Landmark
from tests.synthetic_body import Script, film

FILM = film(Script(duration_s=3.0))


@pytest.mark.parametrize(("inside_px", "seen"), [(-5, False), (0, False), (5, False), (40, True)])
def test_an_ankle_at_the_edge_is_not_believed(inside_px: float, seen: bool) -> None:
    assert 5 < FRAME_MARGIN * FILM.height_px < 40
    image_px = FILM.image_px.copy()
    image_px[:, Landmark.LEFT_ANKLE, 1] = FILM.height_px - inside_px
    legs_seen = read_body(dataclasses.replace(FILM, image_px=image_px)).legs_seen
    assert legs_seen[Side.LEFT].all() == seen
    assert np.all(legs_seen[Side.RIGHT])
