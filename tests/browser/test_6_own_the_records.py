"""Point 6: correct, move, delete, undo; take everything out, delete it, bring it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.steps import Site

pytestmark = pytest.mark.browser


def test_a_reading_is_corrected_moved_deleted_and_brought_back(site: Site) -> None:
    site.clear()
    site.type_in(left_internal=30)
    site.open("settings/readings/")
    site.follow("Correct")
    site.page.get_by_label("Degrees").fill("33")
    site.press("Save")
    assert "33° (give or take 9°)" in site.text()
    site.press("Move to the right")
    first = site.page.get_by_role("listitem").filter(has_text="33°").first
    assert "Right" in first.inner_text()
    site.press("Delete")
    assert "There are none" in site.text()
    site.press("Undo")
    readings = site.page.locator("main").get_by_role("listitem")
    assert "33° (give or take 9°)" in readings.first.inner_text()


def test_everything_goes_out_is_deleted_and_comes_back(site: Site, tmp_path: Path) -> None:
    site.clear()
    site.type_in(left_internal=30, right_internal=28)
    site.open("settings/")
    with site.page.expect_download() as download:
        site.page.get_by_role("link", name="Export everything (a zip of tables)").click()
    bundle = tmp_path / "coxa.zip"
    download.value.save_as(bundle)
    site.open("settings/delete/")
    site.press("Delete everything")
    assert "Nothing was deleted" in site.text()
    site.delete_everything()
    site.open("progress/")
    assert "Nothing here yet" in site.text()
    site.open("settings/import/")
    site.page.get_by_label("The file").set_input_files(bundle)
    site.press("Import")
    assert "2 readings" in site.text()
    assert "30° (give or take 9°)" in site.text()
