"""The moving figure on a slow phone: time from opening the page to the first picture, and bytes.

    python benchmarks/figure_load.py [--rounds 5] [--slower 4] [--mbit 10]

A real Chromium at a phone's size with its processor slowed and its line throttled (CDP), nothing
cached. The limit is two seconds and one megabyte, compressed. Without a graphics card WebGL is
computed on the processor, which a phone does not do: the time until everything is loaded is told
beside the time until the first picture.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from scripts.chromium import find_chromium  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATH = "exercises/twisted-legs/"
AIM_S = 2.0
FLAGS = ["--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
FIGURES = "/static/built/stage-|/static/built/body-file-|figure.bin|motion.json"


@contextlib.contextmanager
def served() -> Iterator[str]:
    """The app with an empty data folder."""
    with tempfile.TemporaryDirectory() as home:
        program = "from coxa.site import serve; serve(port=0)"
        with subprocess.Popen(
            [sys.executable, "-c", program],
            env=os.environ | {"COXA_HOME": home},
            stdout=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stdout is not None
            found = re.search(r"http://\S+/", server.stdout.readline())
            assert found
            try:
                yield found.group(0)
            finally:
                server.terminate()


def one_load(browser: Browser, address: str, slower: float, mbit: float) -> tuple[float, float]:
    """Seconds until all parts of the figure are there, and until it is drawn."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, base_url=address, has_touch=True
    )
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    speed = {"downloadThroughput": mbit * 125_000, "uploadThroughput": mbit * 125_000}
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": 40, **speed})
    line.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(PATH, wait_until="commit")
    page.locator("coxa-figure canvas").wait_for(timeout=60_000)
    drawn_ms = page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => done(performance.now())))"
    )
    loaded_ms = page.evaluate(
        "(figures) => Math.max(...performance.getEntriesByType('resource')"
        ".filter(one => new RegExp(figures).test(one.name)).map(one => one.responseEnd))",
        FIGURES,
    )
    context.close()
    return loaded_ms / 1000, drawn_ms / 1000


def main() -> int:
    """Measure and print; 1 when loading takes longer than the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slower", type=float, default=4.0)
    parser.add_argument("--mbit", type=float, default=10.0)
    asked = parser.parse_args()
    chromium = find_chromium()
    assert chromium is not None
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        found = [one_load(browser, address, asked.slower, asked.mbit) for _ in range(asked.rounds)]
        browser.close()
    loaded_s, drawn_s = (statistics.median(column) for column in zip(*found, strict=True))
    print(f"processor {asked.slower:g} times slower, {asked.mbit:g} Mbit/s, {asked.rounds} rounds")
    print(f"everything loaded after {loaded_s:.2f} s (median), first picture after {drawn_s:.2f} s")
    print(f"limit {AIM_S:g} s; worst first picture {max(drawn for _, drawn in found):.2f} s")
    return 0 if loaded_s <= AIM_S else 1


if __name__ == "__main__":
    raise SystemExit(main())
