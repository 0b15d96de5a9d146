"""Whole live tests in a real Chromium whose camera plays rendered people, against their truth.

What is slower, or needs a machine to itself, is in ``benchmarks/live_clips.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coxa.assessment import assess
from coxa.capture import load_recording
from tests.browser.sitting import WHOLE_TEST_S, Sitting, sitting
from validation.ground import TRUTH, read_recording

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(400)]

Sits = Callable[[Path], AbstractContextManager[Sitting]]


@pytest.fixture
def sits(browser: Browser, chromium: Path, tmp_path: Path, axe_script: str) -> Sits:
    """Begins a live test before a camera that plays a clip."""

    @contextmanager
    def begun(clip: Path) -> Iterator[Sitting]:
        with sitting(browser.browser_type, chromium, clip, tmp_path, axe_script=axe_script) as live:
            live.sit_down()
            yield live
            assert not live.wrong

    return begun


def test_a_whole_test_gives_the_true_degrees_by_a_camera_that_stands_aside(
    sits: Sits, clips: Path
) -> None:
    clip = clips / "live" / "guided_yaw_12.mp4"
    true_deg = read_recording(clip.with_name(clip.stem + TRUTH), clip).truth_deg
    with sits(clip) as live:
        found = live.wait_for_the_reading()
        readings = {(one.side, one.direction): one for one in found.readings}
        assert readings.keys() == true_deg.keys()
        for movement, reading in readings.items():
            assert reading.accepted, reading.reasons
            assert len(reading.repeats_deg) >= 3
            assert reading.value_deg is not None
            assert reading.error95_deg is not None
            assert abs(reading.value_deg - true_deg[movement]) <= reading.error95_deg, movement
        assert live.site.heading() == "Your reading"
        assert "give or take" in live.site.text()
        # The landmarks that were kept give the same readings by the way of recordings.
        assert assess(load_recording(live.landmarks())).readings == found.readings
        live.site.press("Keep this reading")
        assert "4 readings are kept" in live.page.locator("body").inner_text()


def test_a_camera_far_aside_is_told_and_whoever_goes_on_gets_the_reason_and_no_degrees(
    sits: Sits, clips: Path
) -> None:
    with sits(clips / "live" / "guided_yaw_40.mp4") as live:
        live.wait_for_remark("The camera stands too far to your left")
        skip = live.page.get_by_role("button", name="Go on all the same")
        live.wait_until(lambda: _overlooked(live, skip), 60)
        live.wait_for("rest", WHOLE_TEST_S)
        while live.page.url.endswith("/measure/live/"):
            _press(live, "Skip this movement")
        found = live.wait_for_the_reading()
        assert found.readings
        assert not found.accepted
        assert live.site.heading() == "I could not read this one"
        assert "too far to" in live.site.text()
        assert "°" not in live.page.locator(".results").inner_text()


def _overlooked(live: Sitting, skip: object) -> bool:
    """Go on in spite of whatever is remarked upon, as long as the place is not found."""
    if live.views and live.views[-1]["phase"] != "place":
        return True
    _press(live, "Go on all the same")
    return False


def _press(live: Sitting, name: str) -> None:
    button = live.page.get_by_role("button", name=name)
    if button.count() and button.is_enabled():
        button.click()
    live.page.wait_for_timeout(300)


@pytest.mark.parametrize(
    ("clip", "remark"),
    [
        ("two_people", "I see two people"),
        ("legs_out_of_view", "I can't see your"),
    ],
)
def test_what_cannot_be_measured_is_told_and_ends_without_a_reading(
    sits: Sits, clips: Path, clip: str, remark: str
) -> None:
    with sits(clips / f"{clip}.mp4") as live:
        live.wait_for_remark(remark)
        live.page.get_by_role("button", name="Stop", exact=True).click()
        live.page.get_by_text("Nothing was kept").wait_for()
        live.site.look_over()
        assert {view["phase"] for view in live.views} <= {"place", "stopped"}
        assert not live.jobs()
