"""Year of birth and sex: asked once, optional, and what for."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from coxa.app.person import OLDEST_YEARS, save_person
from coxa.records import Sex
from coxa.site.pages.common import now, storage_for


class PersonForm(forms.Form):
    """Both fields may stay empty."""

    year_of_birth = forms.IntegerField(required=False, label=_("Year of birth"))
    sex = forms.ChoiceField(
        required=False,
        label=_("Sex"),
        choices=[("", _("I'd rather not say")), ("female", _("Female")), ("male", _("Male"))],
    )

    def clean_year_of_birth(self) -> int | None:
        year: int | None = self.cleaned_data["year_of_birth"]
        this_year = now().year
        if year is not None and not this_year - OLDEST_YEARS <= year <= this_year:
            raise forms.ValidationError(
                gettext("Please give a year from {first} to {last}, or leave it empty.").format(
                    first=this_year - OLDEST_YEARS, last=this_year
                )
            )
        return year


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest) -> HttpResponse:
    storage = storage_for(request)
    if request.method == "POST":
        form = PersonForm(request.POST)
        if form.is_valid():
            sex = form.cleaned_data["sex"]
            save_person(
                storage,
                year_of_birth=form.cleaned_data["year_of_birth"],
                sex=Sex(sex) if sex else None,
                today=now().date(),
            )
            messages.success(request, gettext("Saved."))
            return redirect("want" if not storage.readings() else "settings")
    else:
        known = storage.person()
        form = PersonForm(initial={"year_of_birth": known.year_of_birth, "sex": known.sex or ""})
    context = {"place": "settings", "form": form, "first_time": not storage.readings()}
    return render(request, "coxa/person.html", context)
