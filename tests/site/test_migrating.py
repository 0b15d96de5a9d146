"""Before every migration the database is backed up; the copy opens and holds the records."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coxa.site import migrating
from coxa.site.home import Home
from coxa.site.serve import is_loopback


@pytest.fixture
def place(tmp_path: Path) -> Home:
    place = Home(tmp_path / "home")
    place.prepare()
    return place


def test_a_backup_holds_what_was_written_even_while_the_database_is_open(place: Home) -> None:
    with closing(sqlite3.connect(place.database)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE readings (value REAL)")
        database.execute("INSERT INTO readings VALUES (33.1)")
        database.commit()
        copy = migrating.back_up(place)
    assert copy.parent == place.backups
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as restored:
        assert restored.execute("SELECT value FROM readings").fetchall() == [(33.1,)]


@pytest.mark.django_db
def test_a_backup_is_made_before_a_migration_and_only_then(
    place: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(place.database)) as database:
        database.execute("CREATE TABLE old (value)")
    order: list[str] = []
    monkeypatch.setattr("coxa.site.migrating.settings.HOME", place)
    monkeypatch.setattr(
        migrating, "call_command", lambda *_, **__: order.append(f"{len(backups())} backup")
    )

    def backups() -> list[Path]:
        return list(place.backups.iterdir())

    assert migrating.migrate() is None
    assert not backups()
    monkeypatch.setattr(migrating, "pending_migrations", lambda: ["coxa.0002_next"])
    made = migrating.migrate()
    assert order == ["1 backup"]
    assert backups() == [made]


def test_the_data_folder_is_its_owners_alone(place: Home) -> None:
    assert all(folder.stat().st_mode & 0o077 == 0 for folder in place.folders)
    key = place.secret_key()
    assert key == place.secret_key()
    assert len(key) > 50
    assert (place.path / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("192.168.0.7", False),
        ("example.org", False),
    ],
)
def test_only_this_machine_is_served(host: str, own: bool) -> None:
    assert is_loopback(host) is own
