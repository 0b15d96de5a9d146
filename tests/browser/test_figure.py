"""The moving figure: drawn where its motion says, on either side, and still where that is asked."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import pytest

from coxa.body.figure import motion
from coxa.catalogue import load_catalogue
from coxa.quantities import Side
from tests.browser.steps import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EXERCISE = "band-internal-rotation"
PATH = f"exercises/{EXERCISE}/"
BUILT = Path(__file__).parents[2] / "src/coxa/site/static/built"
MOST_PACKED_BYTES = 1_000_000
STAGE = "document.querySelector('coxa-figure')"
NEAR = 0.06
WAIT_MS = 60_000


@pytest.fixture
def moving(browser: Browser, address: str) -> Iterator[Page]:
    """A page of somebody who did not ask for less motion, the figure drawn and stopped."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=address)
    page = context.new_page()
    page.goto(PATH)
    page.locator("coxa-figure canvas").wait_for(timeout=WAIT_MS)
    page.get_by_role("button", name="Pause", exact=True).click(timeout=WAIT_MS)
    yield page
    context.close()


def drawn_at(page: Page, at_s: float) -> Any:
    """The picture of one moment, as an array."""
    page.evaluate(f"() => {{ const f = {STAGE}; f.at_s = {at_s}; f.ask(); }}")
    page.wait_for_timeout(600)
    shot = page.locator("coxa-figure canvas").screenshot(timeout=WAIT_MS)
    picture = cv2.imdecode(np.frombuffer(shot, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture.astype(int)


def seen(page: Page, bone: str) -> np.ndarray[Any, Any]:
    return np.array(page.evaluate(f"() => {STAGE}.stage.seen('{bone}')"))


def end_of_move_s() -> float:
    found = motion(load_catalogue().exercise(EXERCISE), Side.RIGHT)
    return next(phase.to_s for phase in found.phases if phase.kind == "move")


def test_the_foot_is_drawn_where_the_motion_says(moving: Page) -> None:
    first = drawn_at(moving, 0.0)
    started = seen(moving, "RightFoot")
    last = drawn_at(moving, end_of_move_s() - 0.01)
    ended = seen(moving, "RightFoot")
    # Seen from the front, the right foot goes outward: to the left of the picture.
    assert ended[0] < started[0] - NEAR
    changed = np.abs(last - first).sum(axis=2) > 60
    height, width = changed.shape
    for place in (started, ended):
        x, y = (place * (width, height)).astype(int)
        reach = int(NEAR * width)
        assert changed[max(y - reach, 0) : y + reach, max(x - reach, 0) : x + reach].any()
    rows, _ = np.nonzero(changed)
    head = seen(moving, "Head") * (width, height)
    assert np.percentile(rows, 1) > head[1], "what moves is the leg, not the head"


def test_the_motion_projected_here_is_what_the_browser_projects(moving: Page) -> None:
    drawn_at(moving, 0.0)
    found = motion(load_catalogue().exercise(EXERCISE), Side.RIGHT)
    camera = moving.evaluate(
        f"() => {{ const s = {STAGE}.stage; return [s.camera.position.toArray(), "
        "s.controls.target.toArray(), s.camera.fov, s.camera.aspect]; }"
    )
    place, target, fov_deg, aspect = camera
    back = np.array(place) - np.array(target)
    back /= np.linalg.norm(back)
    right = np.cross([0.0, 1.0, 0.0], back)
    right /= np.linalg.norm(right)
    up = np.cross(back, right)
    for bone in ("RightFoot", "LeftLeg", "Head"):
        joint = np.array(found.samples[0].bones[found.bones.index(bone)][:3])
        x, y, z = (np.array([right, up, back]) @ (joint - np.array(place))).tolist()
        half = np.tan(np.radians(fov_deg / 2))
        expected = [(1 + x / (-z * half * aspect)) / 2, (1 - y / (-z * half)) / 2]
        assert seen(moving, bone) == pytest.approx(expected, abs=1e-3)


def test_the_other_side_is_the_mirror_image(moving: Page) -> None:
    drawn_at(moving, end_of_move_s() - 0.01)
    right = seen(moving, "RightFoot")
    moving.get_by_role("button", name="Left", exact=True).click(timeout=WAIT_MS)
    moving.wait_for_timeout(1500)
    drawn_at(moving, end_of_move_s() - 0.01)
    left = seen(moving, "LeftFoot")
    assert left == pytest.approx([1 - right[0], right[1]], abs=0.02)


def test_the_keyboard_turns_it(moving: Page) -> None:
    drawn_at(moving, 0.0)
    before = seen(moving, "RightFoot")
    moving.locator("coxa-figure canvas").focus()
    for _ in range(3):
        moving.keyboard.press("ArrowLeft")
    moving.wait_for_timeout(800)
    assert np.abs(seen(moving, "RightFoot") - before).max() > 0.02


def test_muscles_come_on_demand_and_the_page_stays_accessible(
    moving: Page, axe_script: str
) -> None:
    moving.get_by_role("button", name="Bones and muscles", exact=True).click(timeout=WAIT_MS)
    moving.get_by_text("gets longer").wait_for(timeout=WAIT_MS)
    Site(moving, axe_script).look_over()


def test_less_motion_means_pictures_until_one_wants_it_to_move(page: Page) -> None:
    page.goto(PATH)
    assert page.locator("coxa-figure .stills img").count() == 2
    assert page.locator("coxa-figure .stills img").first.evaluate("one => one.naturalWidth") > 0
    assert not page.locator("coxa-figure canvas").is_visible()
    page.get_by_role("button", name="Show it moving").click()
    page.locator("coxa-figure canvas").wait_for(timeout=WAIT_MS)


def test_without_webgl_there_are_pictures_and_a_word(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page = context.new_page()
    page.goto(PATH)
    page.get_by_text("cannot draw the moving figure").wait_for(timeout=WAIT_MS)
    assert page.locator("coxa-figure .stills img").count() == 2
    context.close()


def test_all_of_it_is_light_enough_for_a_phone() -> None:
    chunks = [*BUILT.glob("stage-*.js"), *BUILT.glob("body-file-*.js"), BUILT / "figure/figure.bin"]
    assert len(chunks) == 3
    packed = sum(len(gzip.compress(path.read_bytes())) for path in chunks)
    found = motion(load_catalogue().exercise("twisted-legs"), Side.LEFT)
    out = io.BytesIO()
    with gzip.open(out, "w") as file:
        file.write(found.model_dump_json().encode())
    assert packed + len(out.getvalue()) < MOST_PACKED_BYTES
