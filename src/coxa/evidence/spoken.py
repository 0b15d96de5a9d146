"""Degrees as the sentences of the answer say them."""

from __future__ import annotations


def signed(value_deg: float) -> str:
    """A change in whole degrees with its sign and a true minus, without the unit."""
    text = f"{value_deg:+.0f}"
    return "0" if text in ("+0", "-0") else text.replace("-", "\N{MINUS SIGN}")


def unsigned(value_deg: float) -> str:
    """The size of a change in whole degrees, without the unit."""
    return f"{abs(value_deg):.0f}"
