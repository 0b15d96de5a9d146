"""Type readings in: which instrument, which position, who moved the leg, and the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from coxa.app.screening import clearance, require_test_allowed
from coxa.app.type_reading import MOST_NAME, TYPICAL_ERROR, method_of, type_reading
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.safety import allowed_tests
from coxa.site.catalogue import catalogue
from coxa.site.pages.common import ask_first, now, storage_for
from coxa.site.pages.fields import ErrorField, MomentField, SizeField, told
from coxa.site.pages.warm_up import WarmUpForm
from coxa.site.templatetags.coxa import device_name, mode_name, test_name

NUMBERS = tuple((side, direction) for side in Side for direction in Direction)


class TypeForm(WarmUpForm):
    """One occasion: the same test, instrument and moment for up to four numbers."""

    test = forms.ChoiceField(label=_("In which position?"))
    device = forms.ChoiceField(label=_("With what?"))
    mode = forms.ChoiceField(label=_("Who moved the leg?"), initial=Mode.ACTIVE.value)
    instrument = forms.CharField(
        required=False, max_length=MOST_NAME, label=_("What is your other instrument called?")
    )
    error95_deg = ErrorField(required=False, label=_("Give or take, if you know it"))
    taken_at = MomentField(label=_("When?"))

    def __init__(self, tests: tuple[Test, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["test"].choices = [(test.value, test_name(test)) for test in tests]  # type: ignore[attr-defined]
        self.fields["device"].choices = [(d.value, device_name(d)) for d in TYPICAL_ERROR]  # type: ignore[attr-defined]
        self.fields["mode"].choices = [(mode.value, mode_name(mode)) for mode in Mode]  # type: ignore[attr-defined]
        for side, direction in NUMBERS:
            self.fields[f"{side}_{direction}"] = SizeField(required=False)

    def clean_instrument(self) -> str:
        instrument: str = self.cleaned_data["instrument"]
        if device := self.cleaned_data.get("device"):
            told(method_of, Device(device), instrument)
        return instrument

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        numbers_fit = not any(f"{side}_{direction}" in self.errors for side, direction in NUMBERS)
        if numbers_fit and not list(self.numbers()):
            raise forms.ValidationError(gettext("Type at least one angle."))
        return cleaned

    def numbers(self) -> Iterator[tuple[Side, Direction, float]]:
        """The numbers that were typed."""
        for side, direction in NUMBERS:
            size_deg = self.cleaned_data.get(f"{side}_{direction}")
            if size_deg is not None:
                yield side, direction, size_deg

    def sides(self) -> list[tuple[Side, list[tuple[Direction, forms.BoundField]]]]:
        """The number fields as the page lays them out."""
        return [
            (side, [(direction, self[f"{side}_{direction}"]) for direction in Direction])
            for side in Side
        ]


@require_http_methods(["GET", "HEAD", "POST"])
@ask_first
def measure_type(request: HttpRequest) -> HttpResponse:
    """Show the form, or keep what was typed: all of it or none."""
    require_test_allowed(storage_for(request), now=now())
    tests = allowed_tests(clearance(storage_for(request), now()))
    if request.method == "POST":
        form = TypeForm(tests, request.POST)
        if form.is_valid():
            count = _keep(request, form)
            sentence = ngettext("{count} reading is kept.", "{count} readings are kept.", count)
            messages.success(request, sentence.format(count=count))
            return redirect("plan")
    else:
        form = TypeForm(tests, initial={"taken_at": now(), "test": tests[0].value})
        form.answer_from_sessions(request)
    context = {
        "place": "measure",
        "form": form,
        "protocols": [catalogue().tests[test] for test in tests],
        "errors95": [(device, typical) for device, typical in TYPICAL_ERROR.items()],
    }
    return render(request, "coxa/measure_type.html", context, status=422 if form.errors else 200)


def _keep(request: HttpRequest, form: TypeForm) -> int:
    given = form.cleaned_data
    with transaction.atomic():
        kept = [
            type_reading(
                storage_for(request),
                test=Test(given["test"]),
                device=Device(given["device"]),
                mode=Mode(given["mode"]),
                side=side,
                direction=direction,
                size_deg=size_deg,
                taken_at=given["taken_at"],
                now=now(),
                instrument=given["instrument"],
                error95_deg=given["error95_deg"],
                after_exercise=given["after_exercise"],
            )
            for side, direction, size_deg in form.numbers()
        ]
    return len(kept)
