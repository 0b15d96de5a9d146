"""Point 4: the history shows readings with their error bars, and the same as a table."""

from __future__ import annotations

import pytest

from tests.browser.steps import Site

pytestmark = pytest.mark.browser


def test_an_empty_history_says_what_comes_first(site: Site) -> None:
    site.clear()
    site.open("progress/")
    assert "Nothing here yet" in site.text()


def test_the_picture_has_a_table_behind_it_and_norms_with_their_source(site: Site) -> None:
    site.clear()
    site.type_in(left_internal=30, right_external=41)
    site.open("progress/")
    plot = site.page.locator("figure.chart svg:visible")
    assert plot.count() == 1
    assert plot.locator("desc").inner_html().startswith("2 readings")
    site.page.get_by_text("The same as a table").click()
    cells = site.page.get_by_role("table").first.inner_text()
    assert "30°" in cells
    assert "Left" in cells
    site.page.get_by_text("What others were measured at").click()
    site.look_over()
    assert "Kouyoumdjian" in site.text()
