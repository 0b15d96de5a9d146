"""Every address of the app."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import include, path

from coxa.site.api import api
from coxa.site.pages import about, measure, plan, progress, settings, today

urlpatterns = [
    path("", today.today, name="today"),
    path("measure/", measure.measure, name="measure"),
    path("plan/", plan.plan, name="plan"),
    path("progress/", progress.progress, name="progress"),
    path("settings/", settings.settings, name="settings"),
    path("about/", about.about, name="about"),
    path("api/", api.urls),
]

# The session's pages hang in under /session/; their module names its own addresses.
if find_spec("coxa.site.pages.session") is not None:
    urlpatterns.append(path("session/", include("coxa.site.pages.session")))
