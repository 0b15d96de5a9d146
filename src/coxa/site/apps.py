"""The Django app that holds models, pages and static files."""

from __future__ import annotations

from django.apps import AppConfig


class CoxaSite(AppConfig):
    name = "coxa.site"
    label = "coxa"
    default_auto_field = "django.db.models.BigAutoField"
