"""The question before a reading: did the person warm up? Asked alike on every page."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from coxa.app.warm_up import session_just_ended
from coxa.site.pages.common import now, storage_for

NO, YES, UNKNOWN = "no", "yes", "unknown"
SAID = {YES: True, NO: False, UNKNOWN: None}
ANSWERS = ((NO, _("No")), (YES, _("Yes")))


def warm_field(*, may_be_unknown: bool = False) -> forms.TypedChoiceField:
    """The question as a field: ``True``, ``False``, or ``None`` where it may stay unknown."""
    return forms.TypedChoiceField(
        label=_("Have you warmed up, exercised or stretched in the last hour?"),
        choices=(*ANSWERS, (UNKNOWN, _("I do not know"))) if may_be_unknown else ANSWERS,
        coerce=SAID.__getitem__,
        error_messages={"required": _("Please answer with yes or no.")},
    )


def in_words_of_the_field(after_exercise: bool | None) -> str:
    """What is kept, as the field says it."""
    return next(word for word, said in SAID.items() if said is after_exercise)


class WarmUpForm(forms.Form):
    """A form with the question; a session that has just ended answers it beforehand."""

    after_exercise = warm_field()

    session_ended_at: datetime | None = None
    """When that session ended."""

    def answer_from_sessions(self, request: HttpRequest) -> None:
        """Answer with yes, for the person to change, when a session has just ended."""
        self.session_ended_at = session_just_ended(storage_for(request), at=now())
        if self.session_ended_at:
            self.initial["after_exercise"] = YES
