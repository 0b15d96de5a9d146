"""The forest plot and its page: everybody in their place, nothing from outside, nobody named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import Share, pool_shares
from coxa.exchange import NARROW, WIDE, forest_plot, forest_table, pool_figure_rows, pool_report
from tests.evidence.pool.shares import gain, only, people, share
from tests.exchange.test_drawing import SVG, parsed, texts
from tests.exchange.test_report import Tags

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GAINS_DEG = [6.1, 2.3, 8.4, 4.0, -0.8, 5.5, 7.2, 3.1, 9.6, 1.4, 4.8, 6.6]
BLUE = "var(--coxa-left, #0067b1)"


def twelve() -> list[Share]:
    kinds = ["stretch", "strength"]
    return [
        share(n, gain(gain_deg=x, weeks=4 + n, variance_deg2=1.0 + n, families=[kinds[n % 2]]))
        for n, x in enumerate(GAINS_DEG)
    ]


def test_a_square_for_each_person_further_right_for_more_and_larger_for_more_weight() -> None:
    tree = parsed(forest_plot(only(pool_shares(twelve()))))
    squares = [one for one in tree.iter(f"{SVG}rect") if one.get("fill") == BLUE]
    places = [float(one.get("x", "")) + float(one.get("width", "")) / 2 for one in squares]
    assert len(places) == 12
    order = sorted(range(12), key=lambda n: GAINS_DEG[n])
    assert sorted(range(12), key=lambda n: places[n]) == order
    sizes = [float(one.get("width", "")) for one in squares]
    assert sizes == sorted(sizes, reverse=True)


def test_the_average_is_a_diamond_and_a_new_person_a_wider_bar() -> None:
    found = only(pool_shares(twelve()))
    tree = parsed(forest_plot(found))
    (diamond,) = tree.iter(f"{SVG}path")
    xs = [float(x) for x in re.findall(r"[ML]([\d.]+) ", diamond.get("d", ""))]
    (bar,) = [one for one in tree.iter(f"{SVG}rect") if one.get("fill") != BLUE]
    start, width = float(bar.get("x", "")), float(bar.get("width", ""))
    assert start < min(xs)
    assert max(xs) < start + width
    assert "A new person" in texts(tree)
    assert "12 of 12 people" in (tree[1].text or "")


def test_of_very_many_people_those_that_weigh_most_are_drawn_and_that_is_said() -> None:
    many = [share(n, gain(gain_deg=n % 9, variance_deg2=1.0 + n)) for n in range(100)]
    tree = parsed(forest_plot(only(pool_shares(many))))
    drawn = texts(tree)
    assert "Person 1 " in drawn
    assert "Person 60 " in drawn
    assert "Person 61 " not in drawn
    assert "60 of 100 people" in (tree[1].text or "")
    assert forest_table(only(pool_shares(many))).count("<tr>") == 101


@given(
    st.lists(st.tuples(st.floats(-90, 90), st.floats(0.01, 1e4)), min_size=1, max_size=5),
    st.sampled_from([WIDE, NARROW]),
)
def test_any_people_can_be_drawn(rows: list[tuple[float, float]], width: int) -> None:
    shares = [
        share(n, gain(gain_deg=value, variance_deg2=variance))
        for n, (value, variance) in enumerate(rows)
    ]
    found = only(pool_shares(shares))
    parsed(forest_plot(found, width=width))
    assert pool_figure_rows(found)


def test_the_page_has_sentence_figures_people_method_and_no_token() -> None:
    page = pool_report(pool_shares(twelve()))
    for words in ("Yes: in 12 people", "A new person", "Hartung", "Person 12", "REML", "stretch"):
        assert words in page
    assert f"{3:032x}" not in page
    assert page.count("<svg") == 2  # wide and narrow


def test_nobody_gives_a_page_that_says_so() -> None:
    assert "nothing to put together" in pool_report(pool_shares([]))


def test_nothing_points_outside() -> None:
    for tag, attributes in Tags(pool_report(pool_shares(twelve()))).seen:
        assert tag not in {"script", "link", "iframe", "object", "img"}
        assert not {"src", "href", "srcset"} & set(attributes)


@pytest.mark.browser
@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_it_opens_without_a_complaint_or_sideways_scrolling(
    browser: Browser, axe_script: str, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "pool.html"
    both = [*twelve(), *people([3.0], direction="external")]
    file.write_text(pool_report(pool_shares(both)), encoding="utf-8")
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    assert page.locator("svg:visible").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.evaluate(axe_script)
    faults = page.evaluate("axe.run().then(found => found.violations.map(one => one.id))")
    context.close()
    assert faults == []
    assert complaints == []
