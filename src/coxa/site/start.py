"""Bring Django and the database up: set up once, migrate, and back up before every migration."""

from __future__ import annotations

import os


def start() -> None:
    """Set Django up and apply the migrations that are missing. Calling it again is harmless."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coxa.site.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from coxa.site.migrating import migrate

    migrate()
