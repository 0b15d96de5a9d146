"""What all tests share: a data folder of their own, the real footage, a real Chromium, axe."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
AXE = ROOT / "frontend/node_modules/axe-core/axe.min.js"

# Django's settings prepare the data folder as soon as they are read: it must never be the
# developer's own. Hence at import, before any plugin asks for the settings.
_HOME = tempfile.mkdtemp(prefix="coxa-tests-")
os.environ["COXA_HOME"] = _HOME
os.environ["DJANGO_SETTINGS_MODULE"] = "coxa.site.settings"


# A busy machine is no fault of the code: speed is measured in benchmarks/.
hypothesis.settings.register_profile("coxa", deadline=None)
hypothesis.settings.load_profile("coxa")


def pytest_configure() -> None:
    """Set Django up for the database fixtures of pytest-django."""
    import django

    django.setup()


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def sample_recording() -> Path:
    """The recording that ships with coxa."""
    return ROOT / "src/coxa/samples/seated-rotation.mp4"


@pytest.fixture(scope="session")
def footage() -> Path:
    """The folder of short clips of real people, named by ``COXA_FOOTAGE``; skips without."""
    named = os.environ.get("COXA_FOOTAGE")
    if not named or not Path(named).is_dir():
        pytest.skip("COXA_FOOTAGE names no folder: the clips of real people are not here")
    return Path(named)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium of this machine. ``make test`` installs one; without it browser tests fail."""
    from scripts.chromium import find_chromium

    found = find_chromium()
    if found is None:
        pytest.fail("no Chromium found: python scripts/chromium.py --install")
    return found


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """One running Chromium for the whole session; each test opens a context of its own."""
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread; without this Django would refuse to touch
    # the database in every later test.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(chromium), args=["--no-sandbox"] if as_root else []
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe_script() -> str:
    """The source of axe-core, to be injected into a page."""
    return AXE.read_text(encoding="utf-8")
