"""What foot and outline show: nothing where they agree with the joints, nothing where not seen."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.angles import Joints, leg_features
from coxa.angles.image_angles import lean_deg
from coxa.quantities import Side
from tests.angles.test_features import seen

WIDTH_PX = np.array([30.0, 20.0])


def detailed(joints: Joints, *, turned_deg: float = 0.0, unseen: bool = False) -> Joints:
    """Foot and outline added; the left shank's outline turned outward against its joints."""
    found = {}
    for side, parts in joints.items():
        down = parts["ankle"] - parts["knee"]
        turn = np.radians(turned_deg) if side is Side.LEFT else 0.0
        c, s = np.cos(turn), np.sin(turn)
        # A shank that leads to the right of the picture leans outward on the left side.
        way = np.array([c * down[0] + s * down[1], -s * down[0] + c * down[1]])
        middle = (parts["knee"] + parts["ankle"]) / 2
        outline = {"shank_top": middle - way / 3, "shank_low": middle + way / 3}
        outline["shank_width"] = WIDTH_PX.copy()
        if unseen:
            outline = {name: np.full(2, np.nan) for name in outline}
        found[side] = {**parts, **outline, "foot_index": parts["ankle"] + np.array([3.0, 12.0])}
    return found


def shown(rest: Joints, now: Joints, side: Side) -> dict[str, float]:
    return {name: float(value) for name, value in leg_features(rest, now, side).items()}


@pytest.mark.parametrize("side", list(Side))
def test_an_outline_that_goes_with_the_joints_adds_nothing(side: Side) -> None:
    turned = seen(left_deg=25) if side is Side.LEFT else seen(right_deg=25)
    features = shown(detailed(seen()), detailed(turned), side)
    assert features["outline_seen"] == 1
    assert features["outline_swing"] == pytest.approx(0, abs=1e-9)
    assert features["outline_out"] == pytest.approx(0, abs=1e-9)
    assert features["rest_outline_wide"] > features["rest_outline_narrow"] > 0


def test_an_outline_that_swings_further_says_by_how_much() -> None:
    now = detailed(seen(left_deg=25), turned_deg=4)
    left = shown(detailed(seen()), now, Side.LEFT)
    assert np.degrees(left["outline_swing"]) == pytest.approx(4)
    assert left["other_outline_swing"] == pytest.approx(0, abs=1e-9)
    right = shown(detailed(seen()), now, Side.RIGHT)
    assert np.degrees(right["other_outline_swing"]) == pytest.approx(4)
    part = now[Side.LEFT]
    outward = lean_deg(part["shank_top"], part["shank_low"]) - lean_deg(part["knee"], part["ankle"])
    assert outward == pytest.approx(4)


@pytest.mark.parametrize("side", list(Side))
def test_an_unseen_outline_is_nothing_and_says_so(side: Side) -> None:
    features = shown(detailed(seen()), detailed(seen(left_deg=25), unseen=True), side)
    outline = {name: value for name, value in features.items() if "outline" in name}
    assert len(outline) == 9
    moved = {name for name in outline if not name.startswith("rest_")}
    assert {outline[name] for name in moved} == {0.0}


def test_the_foot_counts_from_where_it_was() -> None:
    rest, now = detailed(seen()), detailed(seen())
    now[Side.LEFT]["foot_index"] = now[Side.LEFT]["foot_index"] + np.array([10.0, 0.0])  # type: ignore[index]
    features = shown(rest, now, Side.LEFT)
    assert features["foot_out"] > 0
    assert features["foot_down"] == pytest.approx(0, abs=1e-9)
    assert shown(rest, now, Side.RIGHT)["foot_out"] == pytest.approx(0, abs=1e-9)
