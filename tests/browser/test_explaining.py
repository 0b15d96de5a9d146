"""The pages that explain and what is taken away, in a real browser at both sizes."""

from __future__ import annotations

import re

import pytest

from coxa.catalogue import load_catalogue
from tests.browser.steps import Site

pytestmark = pytest.mark.browser

EXERCISES = load_catalogue().exercises
SHEET = re.compile(rb"/Type\s*/Page\b")


def test_the_exercises_are_searched_as_one_types_and_the_address_keeps_it(site: Site) -> None:
    site.open("exercises/")
    site.look_over()
    cards = site.page.locator("#found h3")
    assert cards.count() == len(EXERCISES)
    site.page.get_by_label("Search").press_sequentially("clamshell")
    site.page.wait_for_url("**/exercises/?q=clamshell*")
    assert 0 < cards.count() < len(EXERCISES)
    site.page.get_by_text("Narrow down").click()
    site.page.get_by_label("For", exact=True).select_option("out")
    site.page.wait_for_url("**turns=out*")
    found = cards.all_inner_texts()
    assert "Clamshell" in found
    site.look_over()
    site.page.reload()
    assert cards.all_inner_texts() == found


def test_an_exercise_is_told_from_what_to_do_to_its_sources(site: Site) -> None:
    site.open("exercises/twisted-legs/")
    for fold in site.page.locator("main details").all():
        if not fold.evaluate("one => one.open"):
            fold.locator("> summary").click()
    site.look_over()
    text = site.text()
    assert text.index("How to do it") < text.index("What you need") < text.index("Sources")


def test_the_article_is_put_right_and_every_number_leads_to_its_source(site: Site) -> None:
    site.open("article/")
    site.look_over()
    site.page.locator(".cite").first.click()
    target = site.page.locator("[id^=source-]:target")
    assert target.count() == 1
    site.page.get_by_role("link", name="dangerous").click()
    assert "verdict=dangerous" in site.page.url
    site.look_over()


def test_what_hip_rotation_is(site: Site) -> None:
    site.open("hip-rotation/")
    site.page.get_by_text("All published readings that are kept here").click()
    site.look_over()


def test_every_page_to_print_is_one_sheet(site: Site) -> None:
    too_long = []
    for name in EXERCISES:
        site.open(f"exercises/{name}/handout/")
        sheets = len(SHEET.findall(site.page.pdf(prefer_css_page_size=True)))
        if sheets != 1:
            too_long.append(f"{name}: {sheets}")
    assert too_long == []
    site.look_over()


def test_the_plan_to_print_is_one_sheet_and_comes_as_pdf(site: Site) -> None:
    site.clear()
    site.open("plan/")
    site.follow("One page to print")
    site.look_over()
    assert len(SHEET.findall(site.page.pdf(prefer_css_page_size=True))) == 1
    with site.page.expect_download() as coming:
        site.page.get_by_role("link", name="As PDF").click()
    assert coming.value.suggested_filename == "coxa-plan.pdf"
    assert coming.value.path().read_bytes().startswith(b"%PDF-")
