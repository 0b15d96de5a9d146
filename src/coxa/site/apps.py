"""The Django app that holds models, pages and static files."""

from __future__ import annotations

from django.apps import AppConfig

from coxa.app.packs import use_packs
from coxa.site.home import PACKS, home_path


class CoxaSite(AppConfig):
    name = "coxa.site"
    label = "coxa"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        use_packs(home_path() / PACKS)
