"""A comparison is set up in three screens, by keyboard alone, and its record can be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.steps import Site

pytestmark = pytest.mark.browser


def test_three_screens_lead_to_a_sealed_draw(site: Site) -> None:
    site.clear()
    site.type_in(left_internal=32, right_internal=30)
    site.follow("Make it a fair comparison")
    assert "Step 1 of 3" in site.text()
    _picture(site, "1")
    site.follow("Next: how long")
    assert "would probably" in site.text()
    _picture(site, "2")
    site.page.locator("input[value='6']").focus()
    site.page.keyboard.press("ArrowDown")
    assert site.page.locator("input[value='8']").is_checked()
    site.page.keyboard.press("Enter")
    site.look_over()
    assert "after 8 weeks of training" in site.text()
    _picture(site, "3")
    site.press("Draw and begin")
    assert site.heading() == "Your fair comparison"
    assert "are still those that were drawn" in site.text()
    site.page.locator("summary", has_text="End the comparison").click()
    site.look_over()
    _picture(site, "4")
    site.press("End the comparison")
    assert "The comparison is over" in site.page.locator("body").inner_text()
    _picture(site, "5")


def _picture(site: Site, name: str) -> None:
    """A picture to look at, where COXA_PICTURES names a folder for it."""
    folder = os.environ.get("COXA_PICTURES")
    if folder:
        width = (site.page.viewport_size or {"width": 0})["width"]
        site.page.screenshot(path=Path(folder) / f"compare-{name}-{width}.png", full_page=True)
