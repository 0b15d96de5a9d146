"""Where a reading stands in a published group."""

from __future__ import annotations

import pytest

from coxa.catalogue import load_catalogue

ARC = load_catalogue().norms["runners-2003-seated-both"]


@pytest.mark.parametrize(
    ("spreads", "further"),
    [(0.0, 0.5), (1.0, 0.1587), (-1.0, 0.8413), (1.96, 0.025)],
)
def test_the_share_is_that_of_a_bell(spreads: float, further: float) -> None:
    """Against the printed table of the normal distribution."""
    assert ARC.sd_deg is not None
    share = ARC.further_share(ARC.mean_deg + spreads * ARC.sd_deg)
    assert share == pytest.approx(further, abs=5e-5)


def test_without_a_spread_there_is_no_share() -> None:
    assert load_catalogue().norms["krause-2015-seated-internal"].further_share(30) is None
