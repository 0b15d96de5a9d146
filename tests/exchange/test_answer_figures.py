"""The figures of an answer in words: never certain, never a degree without its error."""

from __future__ import annotations

import pytest

from coxa.evidence import Companions, Kind, PiecewiseModel, SeriesAnswer, SideAnswer, TauU, Verdict
from coxa.exchange import companion_figures, rows_table, side_figures
from coxa.quantities import Side
from tests.evidence.people import series


def answered(p: float = 0.9, companions: Companions | None = None) -> SeriesAnswer:
    own = SideAnswer(
        verdict=Verdict.IMPROVED,
        kind=Kind.GAIN,
        gain_deg=4.65,
        interval95_deg=(0.72, 8.44),
        p_improved=p,
        p_meaningful=p,
        companions=companions,
    )
    return SeriesAnswer(series=series(), sides={Side.LEFT: own}, worthwhile_deg=5.5)


def cell(answer: SeriesAnswer, name: str) -> str:
    (row,) = [row for row in side_figures(answer).rows if row[0].startswith(name)]
    return row[1]


def companions(plm: PiecewiseModel | None) -> Companions:
    return Companions(
        nap=0.9167,
        tau=-0.8333,
        tau_parker=None,
        tau_u=TauU(complete=None, parker=0.7381, tarlow=None),
        tau_bc=None,
        plm=plm,
        randomisation_p=0.0361,
        randomisation_assignments=1331,
    )


def test_a_gain_stands_with_its_interval() -> None:
    assert cell(answered(), "Now") == "+4.7° (+0.7° to +8.4°)"


@pytest.mark.parametrize(
    ("probability", "said"),
    [(1.0, "> 99 %"), (0.9951, "> 99 %"), (0.994, "99 %"), (0.006, "1 %"), (0.0, "< 1 %")],
)
def test_a_probability_is_never_none_and_never_all(probability: float, said: str) -> None:
    assert cell(answered(probability), "How probably it is more than nothing") == said


def test_companions_stand_under_their_full_names() -> None:
    table = rows_table(companion_figures(answered(companions=companions(None))))
    assert "Nonoverlap of all pairs (NAP)</th><td>0.92<" in table
    assert "<td>−0.83<" in table
    assert "after Parker</th><td>0.74<" in table
    assert "p = 0.036 of 1331 possible starts" in table


def test_degrees_of_the_piecewise_model_need_their_standard_error() -> None:
    bare = PiecewiseModel(intercept=30, trend=0, level=7.858, slope=1.5, standard_errors=None)
    assert "7.9°" not in rows_table(companion_figures(answered(companions=companions(bare))))


def test_without_companions_there_is_no_table() -> None:
    assert rows_table(companion_figures(answered())) == ""
