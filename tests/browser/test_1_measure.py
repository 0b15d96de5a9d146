"""Point 1: from a video, from the sample or typed, to degrees with their error and the reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.steps import Site

pytestmark = pytest.mark.browser


def test_a_video_gives_degrees_repeats_plot_and_picture(site: Site, clips: Path) -> None:
    clip = clips / "left_internal_only.mp4"
    truth = json.loads((clips / "left_internal_only.truth.json").read_text())["expected"][0]
    site.clear()
    site.hand_in(clip)
    assert site.heading() == "Your reading"
    left = site.page.get_by_role("region", name="Left")
    told = left.inner_text()
    assert "turns in internal rotation" in told.replace("\n", " ")
    assert "give or take" in told
    read = float(left.locator(".figure").inner_text().rstrip("°"))
    assert abs(read - truth["value_deg"]) < 8
    assert told.count("°") >= 5, "value, error and three repeats"
    plot = site.page.locator("figure.chart svg:visible")
    assert plot.count() == 1
    assert plot.get_attribute("role") == "img"
    picture = site.page.get_by_alt_text("Left hip turns in")
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("async image => { await image.decode(); return image.naturalWidth }")
    site.press("Keep this reading")
    site.open("progress/")
    assert "give or take" in site.text()


def test_another_test_is_chosen_read_as_such_and_stands_apart(site: Site, clips: Path) -> None:
    clip = clips / "positions" / "standing_left.mp4"
    site.clear()
    site.type_in(left_internal=30)
    site.hand_in(clip, "Standing, knee lifted")
    assert site.heading() == "Your reading"
    assert "standing, knee lifted, camera, by your own muscles" in site.text().lower()
    site.press("Keep this reading")
    site.open("progress/")
    assert "more than one position" in site.text()
    assert "Standing, knee lifted, camera, by your own muscles" in site.text()


def test_a_file_that_is_no_video_is_refused_in_plain_words(site: Site, tmp_path: Path) -> None:
    site.clear()
    broken = tmp_path / "holiday.mp4"
    broken.write_bytes(b"these are not pictures" * 50)
    site.hand_in(broken)
    assert "holiday.mp4 is not a video" in site.page.get_by_role("alert").inner_text()
    assert site.page.get_by_label("Your video").is_visible()


def test_reading_the_sample_can_be_cancelled(site: Site) -> None:
    site.clear()
    site.open("measure/")
    site.page.get_by_role("button", name="Try the sample recording").click()
    bar = site.page.get_by_role("progressbar", name="Share of the video read")
    bar.wait_for()
    site.press("Cancel")
    assert "nothing was kept" in site.text()


def test_another_instrument_is_asked_for_its_name_and_its_error_may_be_stated(site: Site) -> None:
    site.clear()
    site.open("measure/type/")
    name = site.page.get_by_label("What is your other instrument called?")
    assert not name.is_visible()
    site.page.get_by_role("radio", name="No", exact=True).check()
    site.page.get_by_role("radio", name="Another instrument").check()
    site.page.locator("#id_left_internal").fill("91")
    site.press("Keep this reading")
    assert "No hip turns further than 90°" in site.text()
    assert "Give your instrument a name" in site.text()
    name.fill("Plurimeter")
    site.page.locator("#id_left_internal").fill("31")
    site.page.get_by_label("Give or take, if you know it").fill("5")
    site.press("Keep this reading")
    site.open("progress/")
    assert "Sitting, plurimeter" in site.text()
    assert "31° (give or take 5°)" in site.text()
    assert "This is what the readings themselves state" in site.text()


def test_typed_readings_are_kept_with_the_error_of_the_instrument(site: Site) -> None:
    site.clear()
    site.open("measure/type/")
    site.press("Keep this reading")
    assert "Type at least one angle" in site.text()
    site.type_in(left_internal=30, right_internal=26.5, left_external=41)
    assert "3 readings are kept" in site.text()
    site.open("progress/")
    assert "30° (give or take 9°)" in site.text()
    assert "41° (give or take 9°)" in site.text()
