"""A person's first day, in order: questions, a film, a plan, history, answer, records."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.steps import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CLIP = Path(__file__).parents[1] / "clips" / "left_internal_only.mp4"
READ_MS = 180_000


def test_0_before_the_questions_nothing_can_be_measured(visit: Visit) -> None:
    visit.go("/")
    visit.check()
    for closed in ("/measure/", "/measure/video/", "/plan/", "/session/"):
        visit.go(closed)
        assert "/questions/" in visit.page.url
    visit.check()


def test_0_a_yes_that_blocks_says_whom_to_see(visit: Visit) -> None:
    visit.go("/questions/")
    visit.page.locator("input[type=radio][value=yes]").first.check(force=True)
    for choice in visit.page.locator("fieldset:not(:first-of-type) input[value=no]").all():
        choice.check(force=True)
    visit.page.get_by_role("button", name="Next").click()
    visit.page.wait_for_url("**/questions/result/**")
    assert "see" in visit.page.locator("main").inner_text().lower()
    visit.check()
    visit.go("/measure/")
    assert "/questions/result/" in visit.page.url, "blocked stays blocked"


def test_0_all_clear_opens_the_way(visit: Visit) -> None:
    visit.answer_all_with_no()
    visit.go("/measure/")
    assert visit.page.url.endswith("/measure/")
    visit.check()


def test_1_a_film_is_read_and_gives_a_reading_with_its_error(visit: Visit) -> None:
    visit.go("/measure/video/")
    visit.check()
    page = visit.page
    page.set_input_files("input[type=file]", CLIP)
    page.locator("main form button").first.click()
    page.get_by_text("give or take").first.wait_for(timeout=READ_MS)
    result = page.locator("main").inner_text()
    assert "35°" in result
    assert "The repeats" in result
    assert page.locator("main svg").count() >= 1
    picture = page.locator("main img").first
    assert picture.evaluate("image => image.complete && image.naturalWidth > 100")
    visit.check()
    page.get_by_role("button", name="Keep").first.click()
    page.wait_for_load_state()


def test_1_a_reading_can_be_typed(visit: Visit) -> None:
    visit.go("/measure/type/")
    visit.check()


def test_2_the_plan_says_what_when_and_why(visit: Visit) -> None:
    visit.go("/plan/")
    told = visit.page.locator("main").inner_text()
    assert "Your plan" in told
    assert "You have measured on 1 of 5 days" in told
    visit.check()
    visit.go("/exercises/")
    assert visit.page.locator("main h3").count() == 8
    visit.check()
    visit.go("/exercises/clamshell/")
    visit.check()


def test_4_the_history_shows_the_reading_as_picture_and_table(visit: Visit) -> None:
    visit.go("/progress/")
    assert "35° (give or take" in visit.page.locator("main").inner_text()
    assert visit.page.locator("main svg").count() >= 1
    assert visit.page.locator("main table").count() >= 1
    visit.check()


def test_5_the_answer_cannot_tell_yet_and_says_why(visit: Visit) -> None:
    visit.go("/answer/")
    told = visit.page.locator("main").inner_text()
    assert "cannot be told yet" in told
    assert "before training" in told
    visit.check()


def test_6_a_reading_is_moved_deleted_and_brought_back(visit: Visit) -> None:
    page = visit.page
    for action, gone in (("move", "Left"), ("delete", "35°")):
        visit.go("/settings/readings/")
        visit.check()
        rows = page.locator("main .rows").first
        assert gone in rows.inner_text()
        page.locator(f"form[action$='/{action}/'] button").first.click()
        page.wait_for_load_state()
        visit.go("/progress/")
        assert gone not in page.locator("main").inner_text()
        visit.go("/settings/readings/")
        page.locator("form[action$='/undo/'] button").first.click()
        page.wait_for_load_state()
        assert gone in page.locator("main .rows").first.inner_text()
    page.locator("main a[href*='/settings/readings/']").first.click()
    page.wait_for_load_state()
    visit.check()


def test_6_everything_can_be_taken_out(visit: Visit) -> None:
    visit.go("/settings/")
    visit.check()
    with visit.page.expect_download() as download:
        visit.page.locator(
            "a[href*='/settings/export/'], form[action*='export'] button"
        ).first.click()
    assert download.value.suggested_filename.endswith(".zip")


@pytest.mark.parametrize("path", ["/", "/about/", "/settings/you/", "/session/"])
def test_every_other_page_is_in_order(visit: Visit, path: str) -> None:
    visit.go(path)
    visit.check()
