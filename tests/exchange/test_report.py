"""The report stands alone: no outside request, no script, readable on a phone and on A4."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coxa.exchange import html_report
from coxa.records import Message
from tests.exchange.one_of_each import ONE_OF_EACH

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MEASUREMENT = ONE_OF_EACH.measurements[0].measurement.model_copy(
    update={
        "readings": (
            ONE_OF_EACH.measurements[0].measurement.readings[0],
            ONE_OF_EACH.measurements[0]
            .measurement.readings[1]
            .model_copy(update={"reasons": (Message(id="chart_empty"),)}),
        )
    }
)
# The smallest picture that a browser opens: one grey point.
POINT_JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb0043000302020302020303030304030304050805050404"
    "050a070706080c0a0c0c0b0a0b0b0d0e12100d0e110e0b0b1016101113141515150c0f171816141812141514ff"
    "c0000b080001000101011100ffc40014000100000000000000000000000000000009ffc4001410010000000000"
    "0000000000000000000000ffda0008010100003f0054dfffd9"
)


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_every_degree_has_its_error_and_every_refusal_its_reason() -> None:
    page = html_report(MEASUREMENT)
    assert "<b>33°</b>give or take 4°" in page
    assert "Nothing to show yet" in page
    assert "blazepose-heavy" in page


def test_names_of_files_cannot_smuggle_markup_in() -> None:
    named = MEASUREMENT.model_copy(update={"source": "<script>alert(1)</script>.mp4"})
    assert "script" not in {tag for tag, _ in Tags(html_report(named)).seen}


def test_nothing_points_outside() -> None:
    for tag, attributes in Tags(html_report(MEASUREMENT, POINT_JPEG)).seen:
        assert tag not in {"script", "link", "iframe", "object"}
        for name in ("src", "href", "srcset"):
            assert (attributes.get(name) or "data:").startswith("data:")


@pytest.mark.browser
@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
def test_it_opens_without_a_complaint_an_outside_request_or_sideways_scrolling(
    browser: Browser, axe_script: str, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "report.html"
    file.write_text(html_report(MEASUREMENT, POINT_JPEG), encoding="utf-8")
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    assert page.locator("svg:visible").count() == 1
    assert page.evaluate("document.querySelector('img').naturalWidth") == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.evaluate(axe_script)
    faults = page.evaluate("axe.run().then(found => found.violations.map(one => one.id))")
    context.close()
    assert faults == []
    assert complaints == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
