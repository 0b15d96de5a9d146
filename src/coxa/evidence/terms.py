"""The words that an answer is made of."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """The five things that an answer can say."""

    IMPROVED = "improved"
    IMPROVED_MEANINGFULLY = "improved_meaningfully"
    NO_MEANINGFUL_CHANGE = "no_meaningful_change"
    WORSE = "worse"
    CANNOT_TELL = "cannot_tell"


class Kind(StrEnum):
    """What a figure may be called."""

    GAIN = "gain"
    """Set against a hip that waited or trained at another time: time and practice are taken out."""
    CHANGE = "change"
    """No such hip: an assumption about time and practice stands in for it."""


class Sign(StrEnum):
    """What was found in the readings that makes the answer wider."""

    ONE_HIP_DRIFT = "one_hip_drift"
    """One hip seems to drift by itself."""
    ONE_HIP_DAYS = "one_hip_days"
    """Days of one hip resemble the days before, and the other hip does not show it."""
    OUTLIERS = "outliers"
    """Single readings lie far off all others; they count less."""
