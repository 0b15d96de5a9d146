"""Whole live tests in a real Chromium whose camera plays rendered people: how near the truth.

    python benchmarks/live_clips.py [CLIP ...] [--fps 30 10]

Each clip goes through the whole guided test, by its own clock and in a loop: what the guide asks
for once more is done in the next round. The pose runs in the browser without a graphics card, so
the machine should have nothing else to do. Exits with 1 when a movement is not read, or when its
true angle lies outside the stated error.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

CLIPS = tuple(
    ROOT / "tests/clips/live" / f"{name}.mp4" for name in ("guided_yaw_12", "guided_dark_trousers")
)


def main() -> int:
    """Sit, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clips", type=Path, nargs="*", default=CLIPS)
    parser.add_argument("--fps", type=int, nargs="+", default=[30, 10])
    given = parser.parse_args()
    errors_deg: list[float] = []
    good = True
    for clip in given.clips:
        for fps in given.fps:
            for line, error_deg, inside in sat_through(clip, fps):
                print(line, flush=True)
                good &= inside
                errors_deg += [] if error_deg is None else [error_deg]
    rmse_deg = np.sqrt(np.mean(np.square(errors_deg)))
    print(
        f"load {os.getloadavg()[0]:.1f}; {len(errors_deg)} readings: "
        f"mean error {np.mean(errors_deg):+.1f} deg, RMSE {rmse_deg:.1f} deg"
    )
    return 0 if good else 1


def sat_through(clip: Path, fps: int) -> Iterator[tuple[str, float | None, bool]]:
    """A line for each movement of a clip, the reading's error, and whether it is as stated."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in this thread
    from playwright.sync_api import sync_playwright

    from scripts.chromium import find_chromium
    from tests.browser.sitting import sitting
    from validation.ground import TRUTH, read_recording

    chromium = find_chromium()
    if chromium is None:
        raise SystemExit("no Chromium found: python scripts/chromium.py --install")
    true_deg = read_recording(clip.with_name(clip.stem + TRUTH), clip).truth_deg
    axe_script = (ROOT / "frontend/node_modules/axe-core/axe.min.js").read_text("utf-8")
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        sitting(
            playwright.chromium, chromium, clip, Path(folder), fps=fps, axe_script=axe_script
        ) as live,
    ):
        live.sit_down()
        found = live.wait_for_the_reading()
        came = live.fps
    readings = {(one.side, one.direction): one for one in found.readings if one.accepted}
    for (side, direction), truth in true_deg.items():
        reading = readings.get((side, direction))
        where = f"{clip.stem}, camera {fps} fps ({came:.1f} came), {side} {direction}: "
        if reading is None or reading.value_deg is None or reading.error95_deg is None:
            yield f"{where}not read, true {truth:.1f}", None, False
            continue
        error_deg = reading.value_deg - truth
        told = f"{reading.value_deg:.1f} +- {reading.error95_deg:.1f}, true {truth:.1f}"
        inside = abs(error_deg) <= reading.error95_deg
        yield f"{where}{told}, error {error_deg:+.1f}", error_deg, inside


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coxa.site.settings")
    with tempfile.TemporaryDirectory() as home:
        os.environ["COXA_HOME"] = home
        import django

        django.setup()
        sys.exit(main())
