"""Form fields of a reading: their limits and sentences are those of the app, kept nowhere twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coxa.app.plausible import require_error95, require_moment, require_size
from coxa.errors import InvalidRecord
from coxa.site.pages.common import now
from coxa.wording import say_error


def told(check: Callable[..., object], *values: object) -> None:
    """Run a check of the app; what it refuses becomes an error of the form in the same words."""
    try:
        check(*values)
    except InvalidRecord as fault:
        raise forms.ValidationError(say_error(fault, gettext)) from fault


class _DegreesField(forms.FloatField):
    """A number of degrees."""

    check: Callable[[float], None]

    def __init__(self, **options: Any) -> None:
        super().__init__(
            widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
            error_messages={
                "invalid": _("Type a number of degrees, such as 33."),
                "required": _("Type a number of degrees, such as 33."),
            },
            **options,
        )

    def validate(self, value: float | None) -> None:
        super().validate(value)  # type: ignore[arg-type]
        if value is not None:
            told(type(self).check, value)


class SizeField(_DegreesField):
    """How far a hip turned, in degrees."""

    check = staticmethod(require_size)


class ErrorField(_DegreesField):
    """Half-width of the 95 % interval, in degrees."""

    check = staticmethod(require_error95)


class MomentField(forms.DateTimeField):
    """When it was measured. The field has no seconds: the minute that has begun counts as now."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            error_messages={
                "invalid": _("Give a date and a time."),
                "required": _("Give a date and a time."),
            },
            **options,
        )

    def validate(self, value: datetime | None) -> None:
        super().validate(value)
        if value is not None:
            told(require_moment, value, now())
