"""Which of the person's own exercise packs were left out, and why."""

from __future__ import annotations

from django import template

from coxa.app.packs import Fault, packs_faults

register = template.Library()


@register.inclusion_tag("coxa/parts/packs.html")
def packs_notice() -> dict[str, tuple[Fault, ...]]:
    """A notice with file, line and remedy of every fault; nothing when there is none."""
    return {"faults": packs_faults()}
