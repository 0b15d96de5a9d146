"""A running app with a data folder of its own, and a page at both sizes that watches itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.steps import Site, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

SIZES = {"phone": (390, 844), "laptop": (1280, 800)}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the module's app."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    """The app, served as ``coxa serve`` does, until the module's tests are done."""
    with _served(home) as address:
        yield address


@contextmanager
def _served(home: Path, before: str = "") -> Iterator[str]:
    """The app's address; `before` is what Python does before it starts."""
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    program = f"{before}\nfrom coxa.site import serve; serve(port=0)"
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=environment | {"COXA_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        try:
            found = re.search(r"http://\S+/", server.stdout.readline())
            assert found, "the app did not say where it is"
            yield found.group(0)
        finally:
            server.terminate()


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails its test on a console error, a page error or a request to elsewhere."""
    width, height = SIZES[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        base_url=address,
        reduced_motion="reduce",
        has_touch=request.param == "phone",
        accept_downloads=True,
    )
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    wrong = _watch(opened, address)
    yield opened
    context.close()
    assert not wrong


def _watch(page: Page, address: str) -> list[str]:
    """Fills with every console error, page error and request to elsewhere.

    A page told with 4xx is no fault: the browser notes it in its console all the same.
    """
    wrong: list[str] = []

    def heard(said: ConsoleMessage) -> None:
        if said.type == "error" and "status of 4" not in said.text:
            wrong.append(f"console: {said.text}")

    def sent(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            wrong.append(f"outside request: {request.url}")

    page.on("console", heard)
    page.on("pageerror", lambda fault: wrong.append(f"page error: {fault}"))
    page.on("request", sent)
    return wrong


@pytest.fixture
def site(page: Page, axe_script: str) -> Site:
    """The app as a person starts with it: without any record."""
    site = Site(page, axe_script)
    site.delete_everything()
    return site


@pytest.fixture
def clips() -> Path:
    """Rendered recordings with known angles."""
    return Path(__file__).parent.parent / "clips"


@pytest.fixture(scope="module", params=SIZES)
def visit(request: pytest.FixtureRequest, browser: Browser, axe_script: str) -> Iterator[Visit]:
    """One person's visit through a whole module, with a data folder of its own."""
    width, height = SIZES[request.param]
    with _served(request.getfixturevalue("tmp_path_factory").mktemp("visit")) as address:
        context = browser.new_context(
            viewport={"width": width, "height": height}, base_url=address, reduced_motion="reduce"
        )
        page = context.new_page()
        yield Visit(Site(page, axe_script), _watch(page, address))
        context.close()
