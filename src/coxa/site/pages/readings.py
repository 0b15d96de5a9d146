"""Own the readings: look at them, correct one, move it to the other side, delete it, undo."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.app.amend import (
    correct_reading,
    delete_reading,
    find_reading,
    move_to_other_side,
    past_changes,
    undo,
)
from coxa.site.measuring import jobs
from coxa.site.pages.common import now, storage_for
from coxa.site.pages.fields import MomentField, SizeField
from coxa.site.pages.warm_up import in_words_of_the_field, warm_field


class CorrectForm(forms.Form):
    """What a reading should have been."""

    size_deg = SizeField(label=_("Degrees"))
    taken_at = MomentField(label=_("When?"))
    after_exercise = warm_field(may_be_unknown=True)
    note = forms.CharField(
        required=False, max_length=2000, label=_("Note"), widget=forms.Textarea(attrs={"rows": 3})
    )


@require_safe
def readings(request: HttpRequest) -> HttpResponse:
    """All readings, newest first, and every change that was made."""
    storage = storage_for(request)
    context = {
        "place": "settings",
        "readings": list(reversed(storage.readings())),
        "changes": past_changes(storage),
    }
    return render(request, "coxa/readings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: HttpRequest, reading_id: str) -> HttpResponse:
    """Correct one reading."""
    storage = storage_for(request)
    found = find_reading(storage, reading_id)
    sign = found.series.direction.sign
    if request.method == "POST":
        form = CorrectForm(request.POST)
        if form.is_valid():
            given = form.cleaned_data
            correct_reading(
                storage,
                reading_id,
                at=now(),
                value_deg=sign * given["size_deg"],
                taken_at=given["taken_at"],
                after_exercise=given["after_exercise"],
                note=given["note"],
            )
            messages.success(request, gettext("The reading was corrected."))
            return redirect("readings")
    else:
        form = CorrectForm(
            initial={
                "size_deg": round(sign * found.value_deg, 1),
                "taken_at": timezone.localtime(found.taken_at),
                "after_exercise": in_words_of_the_field(found.after_exercise),
                "note": found.note,
            }
        )
    context = {
        "place": "settings",
        "reading": found,
        "form": form,
        "has_picture": jobs.picture_file(found.id).exists(),
    }
    return render(request, "coxa/reading.html", context, status=422 if form.errors else 200)


@require_safe
def picture(request: HttpRequest, reading_id: str) -> HttpResponse:
    """The picture that the person asked to keep."""
    file = jobs.picture_file(find_reading(storage_for(request), reading_id).id)
    if not file.exists():
        raise Http404
    return HttpResponse(file.read_bytes(), content_type="image/jpeg")


@require_POST
def drop_picture(request: HttpRequest, reading_id: str) -> HttpResponse:
    """Delete the picture for good; the reading stays."""
    found = find_reading(storage_for(request), reading_id)
    jobs.picture_file(found.id).unlink(missing_ok=True)
    messages.success(request, gettext("The picture was deleted; the reading stays."))
    return redirect("reading", found.id)


@require_POST
def move(request: HttpRequest, reading_id: str) -> HttpResponse:
    move_to_other_side(storage_for(request), reading_id, at=now())
    messages.success(request, gettext("The reading was moved to the other side."))
    return redirect("readings")


@require_POST
def delete(request: HttpRequest, reading_id: str) -> HttpResponse:
    delete_reading(storage_for(request), reading_id, at=now())
    messages.success(request, gettext("The reading was deleted. You can undo this below."))
    return redirect("readings")


@require_POST
def undo_change(request: HttpRequest, change_id: str) -> HttpResponse:
    undo(storage_for(request), change_id, at=now())
    messages.success(request, gettext("The change was undone."))
    return redirect("readings")
