"""Own the records as a whole: take them out, bring them back, delete everything."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_http_methods, require_safe

from coxa.app.delete_everything import delete_everything
from coxa.app.export_records import export_records
from coxa.app.import_records import import_records
from coxa.errors import CoxaError
from coxa.exchange import RejectedBundle
from coxa.site.home import Home
from coxa.site.live.registry import live_tests
from coxa.site.measuring import pictures
from coxa.site.models import Job
from coxa.site.pages.common import now, storage_for
from coxa.site.phone.registry import phone_tests
from coxa.wording import say_error

MOST_BUNDLE_BYTES = 500 * 1024**2
FAULTS_SHOWN = 10


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """All records as one zip of CSV files, with what cameras and phones recorded."""
    home: Home = settings.HOME
    bundle = export_records(storage_for(request), home.recordings)
    response = HttpResponse(bundle, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="coxa-{now():%Y-%m-%d}.zip"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Bring records back from such a file: all of it or nothing."""
    context: dict[str, object] = {"place": "settings"}
    if request.method == "POST":
        file = request.FILES.get("bundle")
        home: Home = settings.HOME
        if file is None or (file.size or 0) > MOST_BUNDLE_BYTES:
            context["wrong"] = gettext("Choose a file that coxa exported, smaller than 500 MB.")
        else:
            try:
                with transaction.atomic():
                    found = import_records(storage_for(request), file.read(), home.recordings)
            except CoxaError as fault:
                context["wrong"] = say_error(fault, gettext)
                if isinstance(fault, RejectedBundle):
                    context["faults"] = fault.faults[:FAULTS_SHOWN]
            else:
                sentence = gettext("New here: {readings} readings, {sessions} sessions.")
                messages.success(
                    request, sentence.format(readings=found.readings, sessions=found.sessions)
                )
                return redirect("progress")
    return render(request, "coxa/import.html", context, status=422 if "wrong" in context else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Delete everything, once the word was typed."""
    word = pgettext("typed to delete everything", "delete")
    wrong = False
    if request.method == "POST":
        wrong = request.POST.get("word", "").strip().lower() != word
        if not wrong:
            home: Home = settings.HOME
            live_tests.forget()
            phone_tests.forget()
            pictures.let_go()
            Job.objects.all().delete()
            delete_everything(
                storage_for(request), (home.recordings, home.pictures, home.uploads, home.backups)
            )
            _forget_freed_pages()
            messages.success(request, gettext("Everything was deleted."))
            return redirect("today")
    context = {"place": "settings", "word": word, "wrong": wrong}
    return render(request, "coxa/delete.html", context, status=422 if wrong else 200)


def _forget_freed_pages() -> None:
    """Rewrite the database file, so that deleted rows cannot be read from the disk."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
