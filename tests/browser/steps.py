"""What a person does in the app, in words of the person."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

if TYPE_CHECKING:
    from playwright.sync_api import Page

READ_MS = 180_000
LOOKS = 5


@dataclass(frozen=True)
class Site:
    """The app in a browser; every step ends on a page that has been looked over."""

    page: Page
    axe_script: str

    def open(self, path: str) -> None:
        self.page.goto(path)
        self.look_over()

    def look_over(self) -> None:
        """Accessible by axe's rules, nothing wider than the screen.

        A page that is waiting for a reading reloads itself, and may do so under our eyes.
        """
        for attempt in range(LOOKS):
            try:
                self._look_over()
                break
            except PlaywrightError as gone:
                if "context was destroyed" not in str(gone) or attempt == LOOKS - 1:
                    raise

    def _look_over(self) -> None:
        self.page.wait_for_load_state()
        self.page.evaluate(self.axe_script)
        found = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        told = [
            f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary']}"
            for one in found["violations"]
        ]
        assert not told, f"{self.page.url}\n" + "\n".join(told)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        viewport = self.page.viewport_size
        assert viewport is not None
        assert width <= viewport["width"], f"{self.page.url} is {width} px wide"

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.look_over()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.look_over()

    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def delete_everything(self) -> None:
        self.page.goto("settings/delete/")
        self.page.get_by_label("Type delete to confirm").fill("delete")
        self.page.get_by_role("button", name="Delete everything").click()
        self.page.wait_for_url("**/")

    def answer(self, yes_to: str = "") -> None:
        """Answer every question with no, but the one that contains ``yes_to``."""
        while self.page.get_by_role("button", name="Next").count():
            for question in self.page.get_by_role("group").all():
                says_yes = bool(yes_to) and yes_to in question.inner_text()
                question.get_by_role("radio", name="Yes" if says_yes else "No").check()
            self.press("Next")

    def clear(self) -> None:
        """Come as far as a person whom nothing keeps from measuring."""
        self.page.goto("questions/")
        self.answer()

    def type_in(self, **degrees: float) -> None:
        """Type readings, such as ``left_internal=30``."""
        self.page.goto("measure/type/")
        self.page.get_by_role("radio", name="No", exact=True).check()
        self.page.get_by_role("radio", name="Goniometer").check()
        for name, value in degrees.items():
            self.page.locator(f"#id_{name}").fill(str(value))
        self.press("Keep this reading")

    def hand_in(self, recording: Path, test: str = "Sitting") -> None:
        """Say which test was filmed, drop the video in and wait until it has been read."""
        self.page.goto("measure/video/")
        self.page.get_by_role("link", name=test).click()
        self.look_over()
        self.page.get_by_role("radio", name="No", exact=True).check()
        self.page.get_by_label("Your video").set_input_files(recording)
        self.press("Read this video")
        self.wait_until_read()

    def wait_until_read(self) -> None:
        bar = self.page.get_by_role("progressbar", name="Share of the video read")
        bar.wait_for(state="detached", timeout=READ_MS)
        self.look_over()


@dataclass(frozen=True)
class Visit:
    """A person's visit that goes on from test to test."""

    site: Site
    wrong: list[str] = field(default_factory=list)
    """Console errors, page errors, requests to elsewhere."""

    @property
    def page(self) -> Page:
        return self.site.page

    def go(self, path: str) -> None:
        self.page.goto(path)

    def check(self) -> None:
        """The page is in order, and nothing went wrong on the way to it."""
        self.site.look_over()
        assert not self.wrong

    def answer_all_with_no(self) -> None:
        self.site.clear()
