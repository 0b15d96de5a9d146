"""The Bland–Altman plot and its page: every pair in its place, nothing from outside, no names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import Agreement, Pair, agreements
from coxa.exchange import (
    NARROW,
    WIDE,
    agreement_plot,
    agreement_report,
    figure_rows,
    pairs_table,
)
from coxa.quantities import Direction
from tests.evidence.pairs import kind, pair, twelve_people
from tests.exchange.test_drawing import SVG, parsed, texts
from tests.exchange.test_report import Tags

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FULL = twelve_people(error95_deg=4.0)
DEGREES = st.floats(0, 60)


def only(pairs: list[Pair]) -> Agreement:
    (found,) = agreements(pairs)
    return found


def test_every_pair_has_its_mark_and_higher_is_further() -> None:
    tree = parsed(agreement_plot(only(FULL), FULL))
    discs = list(tree.iter(f"{SVG}circle"))
    assert len(discs) == 18 + 1  # the legend
    left = sorted((one for one in FULL if one.side == "left"), key=lambda one: one.difference_deg)
    heights = sorted(float(disc.get("cy", "")) for disc in discs if disc.get("cy") != "14")
    assert len(heights) == len(left)
    assert heights[0] < heights[-1]
    by_place = {float(disc.get("cx", "")): float(disc.get("cy", "")) for disc in discs}
    places = sorted(place for place in by_place if by_place[place] != 14)
    by_mean = sorted(left, key=lambda one: one.mean_deg)
    highest = max(by_mean, key=lambda one: one.difference_deg)
    assert by_place[places[by_mean.index(highest)]] == heights[0]


def test_bias_and_limits_are_labelled_and_their_intervals_shaded() -> None:
    svg = agreement_plot(only(FULL), FULL)
    tree = parsed(svg)
    for label in ("bias +1.0°", "upper limit", "lower limit"):
        assert label in texts(tree)
    shaded = [one for one in tree.iter(f"{SVG}rect") if one.get("opacity") == "0.16"]
    assert len(shaded) == 3
    assert "36 pairs" in (tree[1].text or "")


def test_only_pairs_of_its_own_kind_are_drawn() -> None:
    others = [pair("x", -30.0, -31.0, kind=kind(Direction.EXTERNAL))]
    found = agreements([*FULL, *others])
    assert agreement_plot(found[0], [*FULL, *others]) == agreement_plot(found[0], FULL)


@given(
    st.lists(st.tuples(st.integers(1, 5), DEGREES, DEGREES), min_size=1, max_size=8),
    st.sampled_from([WIDE, NARROW]),
)
def test_any_pairs_can_be_drawn(rows: list[tuple[int, float, float]], width: int) -> None:
    pairs = [
        pair(person, value, reference, repeat=number)
        for number, (person, value, reference) in enumerate(rows, start=1)
    ]
    parsed(agreement_plot(only(pairs), pairs, width=width))
    assert pairs_table(pairs).count("<tr>") == len(pairs) + 1
    assert figure_rows(only(pairs))


def test_a_table_stands_behind_the_picture_without_participants() -> None:
    secret = [one.model_copy(update={"participant": f"Ms{one.participant}"}) for one in FULL]
    page = agreement_report(agreements(secret), secret, "pairs.csv")
    assert "Ms" not in page
    assert '<th scope="row">37</th>' in page
    assert "+3.3°" in page


def test_the_page_says_its_warnings_and_what_was_refused() -> None:
    pairs = [*FULL, pair("x", None, 30.0)]
    page = agreement_report(agreements(pairs), pairs, "pairs.csv")
    assert "refused 1 of 37" in page
    assert "12 people are few" in page
    assert agreement_report((), (), "pairs.csv").count("no pairs") == 1


def test_nothing_points_outside_and_names_cannot_smuggle_markup_in() -> None:
    page = agreement_report(agreements(FULL), FULL, "<script>alert(1)</script>.csv")
    for tag, attributes in Tags(page).seen:
        assert tag not in {"script", "link", "iframe", "object", "img"}
        assert not {"src", "href", "srcset"} & set(attributes)


@pytest.mark.browser
@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_it_opens_without_a_complaint_or_sideways_scrolling(
    browser: Browser, axe_script: str, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "report.html"
    file.write_text(agreement_report(agreements(FULL), FULL, "pairs.csv"), encoding="utf-8")
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    assert page.locator("svg:visible").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.evaluate(axe_script)
    faults = page.evaluate("axe.run().then(found => found.violations.map(one => one.id))")
    context.close()
    assert faults == []
    assert complaints == []
