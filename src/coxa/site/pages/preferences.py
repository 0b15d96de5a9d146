"""What you want, and what you have: two short pages, each kept on its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from coxa.app.preferences import save_preferences, things_known
from coxa.catalogue import Place
from coxa.records import Goal, GoalTag, Preferences, Wanted
from coxa.site.pages.common import storage_for
from coxa.site.pages.preference_words import goal_name, place_had, thing_name, wanted_name

MINUTES = (5, 10, 15, 20, 30, 45)
PICK_ONE = {"required": _("Please choose at least one.")}


class WantForm(forms.Form):
    """The goal, and which way the hips are to turn further."""

    goal = forms.ChoiceField(required=False)
    goal_words = forms.CharField(required=False, max_length=200)
    wanted = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _choose(self, "goal", [(tag.value, goal_name(tag)) for tag in GoalTag])
        _choose(self, "wanted", [(one.value, wanted_name(one)) for one in Wanted])

    def into(self, before: Preferences) -> Preferences:
        """The preferences with what was said here."""
        said = self.cleaned_data
        tag = GoalTag(said["goal"] or before.goal.tag)
        return before.model_copy(
            update={
                "goal": Goal(tag=tag, words=said["goal_words"].strip()),
                "wanted": Wanted(said["wanted"] or before.wanted),
            }
        )


class HaveForm(forms.Form):
    """Days, minutes, the usual hour, things at hand, and places."""

    weekdays = forms.MultipleChoiceField(error_messages=PICK_ONE)
    minutes = forms.TypedChoiceField(coerce=int)
    at = forms.TimeField(
        required=False,
        error_messages={"invalid": _("Give an hour such as 18:30, or leave it empty.")},
    )
    equipment = forms.MultipleChoiceField(required=False)
    places = forms.MultipleChoiceField(error_messages=PICK_ONE)

    def __init__(self, *args: Any, kept: Preferences, **options: Any) -> None:
        super().__init__(*args, **options)
        lengths = sorted({*MINUTES, kept.minutes})
        _choose(self, "weekdays", [(str(day), WEEKDAYS[day]) for day in range(7)])
        _choose(self, "minutes", [(str(n), gettext("{n} min").format(n=n)) for n in lengths])
        _choose(self, "equipment", [(thing, thing_name(thing)) for thing in things_known()])
        _choose(self, "places", [(place.value, place_had(place)) for place in Place])

    def into(self, before: Preferences) -> Preferences:
        """The preferences with what was said here."""
        said = self.cleaned_data
        return before.model_copy(
            update={
                "weekdays": tuple(int(day) for day in said["weekdays"]),
                "minutes": said["minutes"],
                "at": said["at"],
                "equipment": tuple(said["equipment"]),
                "places": tuple(said["places"]),
            }
        )


@require_http_methods(["GET", "HEAD", "POST"])
def want(request: HttpRequest) -> HttpResponse:
    """What for, and which way."""
    kept = storage_for(request).preferences()
    initial = {
        "goal": kept.goal.tag.value,
        "goal_words": kept.goal.words,
        "wanted": kept.wanted.value,
    }
    form = WantForm(request.POST) if request.method == "POST" else WantForm(initial=initial)
    return _shown_or_saved(request, form, "coxa/want.html", "have")


@require_http_methods(["GET", "HEAD", "POST"])
def have(request: HttpRequest) -> HttpResponse:
    """When, with what and where."""
    kept = storage_for(request).preferences()
    initial = {
        "weekdays": [str(day) for day in kept.weekdays],
        "minutes": str(kept.minutes),
        "at": kept.at,
        "equipment": kept.equipment,
        "places": kept.places,
    }
    posted = request.method == "POST"
    form = HaveForm(request.POST, kept=kept) if posted else HaveForm(initial=initial, kept=kept)
    return _shown_or_saved(request, form, "coxa/have.html", "today")


def _shown_or_saved(
    request: HttpRequest, form: WantForm | HaveForm, template: str, then: str
) -> HttpResponse:
    storage = storage_for(request)
    first_time = not storage.readings()
    if form.is_bound and form.is_valid():
        save_preferences(storage, form.into(storage.preferences()))
        if not first_time:
            messages.success(request, gettext("Saved. The plan goes by it from now on."))
        return redirect(then if first_time else "plan")
    context = {"place": "settings", "form": form, "first_time": first_time, "then": then}
    return render(request, template, context)


def _choose(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
