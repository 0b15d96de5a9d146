"""What is said with the figures of one kind: the plain sentence, and what to be careful about."""

from __future__ import annotations

from coxa.evidence.agreement.limits import limit_margin
from coxa.evidence.agreement.records import Agreement, Differences, Estimate
from coxa.records import Message

FEW_PEOPLE = 20
"""With fewer people a limit is known no better than to about four fifths of the scatter."""

SAME_DEG = 1e-9


def headline(found: Agreement) -> tuple[Message, ...]:
    """One or two plain sentences with the bias and the limits."""
    own = found.differences
    if own is None:
        return (_message("agreement_all_refused", count=found.refused),)
    low, high = own.lower_limit_deg, own.upper_limit_deg
    if low is None or high is None:
        return (_bias(own.bias_deg),)
    limits = _message("agreement_limits", low=signed(low.value), high=signed(high.value))
    return (_bias(own.bias_deg), limits)


def notes(found: Agreement) -> tuple[Message, ...]:
    """What to be careful about."""
    own = found.differences
    if own is None:
        return ()
    said = [*_about_numbers(own), *_about_figures(found, own)]
    if found.refused:
        count = found.refused + own.pairs
        said.append(_message("agreement_note_refused", refused=found.refused, count=count))
    return tuple(said)


def signed(value: float) -> str:
    """A number to one decimal with its sign and a true minus, without a unit."""
    text = f"{value:+.1f}"
    return text[1:] if float(text) == 0 else text.replace("-", "\N{MINUS SIGN}")


def _message(message_id: str, **params: str | int) -> Message:
    return Message(id=message_id, params=dict(params))


def _bias(bias: Estimate) -> Message:
    if bias.interval95 is None:
        return _message("agreement_bias_alone", bias=signed(bias.value))
    low, high = bias.interval95
    message_id = "agreement_no_bias"
    if low > 0:
        message_id = "agreement_further"
    elif high < 0:
        message_id = "agreement_less_far"
    return _message(message_id, size=f"{abs(bias.value):.1f}", low=signed(low), high=signed(high))


def _about_numbers(own: Differences) -> list[Message]:
    if own.pairs == 1:
        return [_message("agreement_note_one_pair")]
    if own.people == 1:
        return [_message("agreement_note_one_person", count=own.pairs)]
    said = []
    if own.people < FEW_PEOPLE and own.sd_deg is not None:
        margin = f"{limit_margin(own.people, own.sd_deg.value):.1f}"
        few = _message("agreement_note_few", people=own.people, margin=margin, enough=FEW_PEOPLE)
        said.append(few)
    if own.pairs > own.people:
        said.append(_message("agreement_note_several", pairs=own.pairs, people=own.people))
    return said


def _about_figures(found: Agreement, own: Differences) -> list[Message]:
    said = []
    if own.pairs > 1:
        said += _about_course(found, own)
    if found.coverage is not None and found.coverage.share.interval95 is not None:
        said += _about_coverage(found.coverage.share.interval95)
    return said


def _about_course(found: Agreement, own: Differences) -> list[Message]:
    """How the differences go with the angle."""
    if _all_equal(found, own):
        return [_message("agreement_note_all_equal")]
    if found.slope is None:
        return [_message("agreement_note_same_angle")]
    low, high = found.slope.interval95 or (0.0, 0.0)
    if low > 0 or high < 0:
        return [_message("agreement_note_slope", per_ten=signed(10 * found.slope.value))]
    return []


def _all_equal(found: Agreement, own: Differences) -> bool:
    """Whether all differences are the same: their root mean square is then the bias itself."""
    rmse = found.rmse_deg
    return rmse is not None and abs(rmse.value - abs(own.bias_deg.value)) < SAME_DEG


def _about_coverage(interval95: tuple[float, float]) -> list[Message]:
    low, high = interval95
    if high < 0.95:
        return [_message("agreement_note_error_too_small")]
    if low > 0.95:
        return [_message("agreement_note_error_too_large")]
    return []
