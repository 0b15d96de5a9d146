"""Point 2: the plan names exercises, sides, amounts and days, each with its why."""

from __future__ import annotations

import pytest

from coxa.catalogue import load_catalogue
from tests.browser.steps import Site

pytestmark = pytest.mark.browser


def test_readings_lead_to_a_plan_with_reasons(site: Site) -> None:
    site.clear()
    site.type_in(left_internal=32, right_internal=18)
    assert site.heading() == "Your plan"
    assert "measured on 1 of" in site.text()
    for folded in site.page.locator("main details").all():
        folded.evaluate("one => { one.open = true; }")
    site.look_over()
    text = site.text()
    assert "Left" in text
    assert "Right" in text
    assert "give or take" in text, "a reason names the reading it comes from"


def test_every_exercise_has_a_page(site: Site) -> None:
    site.open("exercises/")
    links = site.page.locator("main h3 a")
    names = links.all_inner_texts()
    addresses = [one.get_attribute("href") or "" for one in links.all()]
    assert len(names) == len(load_catalogue().exercises)
    for name, address in zip(names, addresses, strict=True):
        site.open(address)
        assert site.heading() == name
        assert "Stop at:" in site.text()
