"""Point 5: the answer says "cannot be told yet" while that is so, then shows itself; its report."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coxa.app.export_records import export_records
from coxa.app.memory import MemoryStorage
from coxa.exchange.answer_report import report_of, report_page
from coxa.quantities import Side
from tests.app.courses import keep_course
from tests.browser.steps import Site
from tests.exchange.crowded import crowded_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE_MARK = re.compile(rb"/Type\s*/Page\b")

pytestmark = pytest.mark.browser


def test_one_reading_settles_nothing_and_the_answer_says_why(site: Site) -> None:
    site.clear()
    site.type_in(left_internal=30)
    site.open("answer/")
    text = site.text()
    assert "Cannot tell yet whether your left hip turns in further" in text
    assert "cannot be told yet" in text
    assert "are needed" in text
    site.follow("All readings")
    site.follow("Did it improve?")


def with_course(site: Site, tmp_path: Path) -> None:
    """Six weeks: left trained and gained, right waited, then both."""
    kept = MemoryStorage()
    gain = {Side.LEFT: 9.0, Side.RIGHT: 3.0}
    keep_course(kept, datetime.now(UTC) - timedelta(days=44), gain_deg=gain, seed=3)
    bundle = tmp_path / "course.zip"
    bundle.write_bytes(export_records(kept))
    site.clear()
    site.open("settings/import/")
    site.page.get_by_label("The file").set_input_files(bundle)
    site.press("Import")


def printed_pages(page: Page) -> int:
    """How many sheets of A4 the page fills when it is printed."""
    return len(PAGE_MARK.findall(page.pdf(prefer_css_page_size=True)))


def test_the_answer_comes_first_and_everything_unfolds_and_is_accessible(
    site: Site, tmp_path: Path
) -> None:
    with_course(site, tmp_path)
    site.open("answer/")
    lead = site.page.locator("main p").first
    assert lead.inner_text().startswith("Yes: your left hip turns in about")
    for fold in site.page.locator("details").all():
        fold.locator("summary").click()
    site.look_over()
    site.page.emulate_media(color_scheme="dark")
    site.look_over()
    assert "Nonoverlap of all pairs (NAP)" in site.text()
    pictures = site.page.get_by_role("img", name="A hundred worlds that fit your readings")
    assert pictures.count() == 2


def test_the_report_prints_on_two_sheets(site: Site, tmp_path: Path) -> None:
    with_course(site, tmp_path)
    site.open("answer/")
    site.follow("Report for a physiotherapist")
    assert printed_pages(site.page) == 2
    with site.page.expect_download() as download:
        site.page.get_by_role("link", name="As PDF").click()
    pdf = tmp_path / "report.pdf"
    download.value.save_as(pdf)
    assert len(PAGE_MARK.findall(pdf.read_bytes())) == 2


def test_a_report_with_more_than_fits_prints_on_two_sheets_too(page: Page) -> None:
    page.set_content(report_page(report_of(crowded_facts())))
    assert printed_pages(page) == 2
