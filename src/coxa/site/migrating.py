"""Apply missing migrations, after a backup of the database as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from coxa.site.home import PRIVATE_FILE, Home


def pending_migrations() -> list[str]:
    """Names of the migrations that this database has not seen."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]


def migrate() -> Path | None:
    """Apply what is missing; gives the backup made first, if there was anything to back up."""
    home: Home = settings.HOME
    pending = pending_migrations()
    if not pending:
        return None
    backup = back_up(home) if _holds_tables() else None
    call_command("migrate", interactive=False, verbosity=0)
    home.database.chmod(PRIVATE_FILE)
    return backup


def back_up(home: Home) -> Path:
    """A consistent copy of the database, taken with SQLite's own backup."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    target = home.backups / f"coxa-{stamp}.sqlite3"
    with (
        closing(sqlite3.connect(home.database)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
    target.chmod(PRIVATE_FILE)
    return target


def _holds_tables() -> bool:
    return bool(connection.introspection.table_names())
