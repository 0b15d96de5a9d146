"""Many people: the own gain is read and saved, others' are put together, nothing of them stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coxa.app.export_records import export_records
from coxa.app.memory import MemoryStorage
from coxa.exchange import read_shares, write_share
from coxa.quantities import Side
from tests.app.courses import keep_course
from tests.browser.steps import Site
from tests.evidence.pool.shares import people

pytestmark = pytest.mark.browser

GAINS_DEG = [6.1, 2.3, 8.4, 4.0, -0.8, 5.5, 7.2, 3.1, 9.6, 1.4, 4.8, 6.6]


def test_gains_are_put_together_beside_the_own_one(site: Site, tmp_path: Path) -> None:
    kept = MemoryStorage()
    keep_course(kept, datetime.now(UTC) - timedelta(days=44), gain_deg={Side.LEFT: 9.0}, seed=3)
    bundle = tmp_path / "course.zip"
    bundle.write_bytes(export_records(kept))
    site.clear()
    site.open("settings/import/")
    site.page.get_by_label("The file").set_input_files(bundle)
    site.press("Import")
    site.open("settings/")
    site.follow("Share your gain, or put many people's together")
    with site.page.expect_download() as download:
        site.page.get_by_role("link", name="Save the file").click()
    own = tmp_path / "own.json"
    download.value.save_as(own)
    assert len(read_shares([(own.name, own.read_bytes())])) == 1
    files = [own]
    for number, share in enumerate(people(GAINS_DEG)):
        files.append(tmp_path / f"p{number}.json")
        files[-1].write_bytes(write_share(share))
    site.page.get_by_label("The files that people gave you").set_input_files(files)
    site.press("Put together")
    text = site.text()
    assert "Yes: in 13 people the hip turned in about" in text
    assert "With what 12 other people gained in mind" in text
    for fold in site.page.locator("details").all():
        fold.locator("summary").click()
    site.look_over()
    site.page.emulate_media(color_scheme="dark")
    site.look_over()
    site.open("people/")
    assert "in 13 people" not in site.text()
