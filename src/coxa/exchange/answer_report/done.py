"""What was done and felt: exercises with sets and minutes a side, sessions, pain in counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coxa.exchange.answer_figures import NONE, Rows
from coxa.exchange.answer_report.facts import Facts
from coxa.exchange.drawing.words import Words
from coxa.quantities import Side
from coxa.records import PainReport, PainTime

MOST_EXERCISES = 6
"""More do not fit on the page: those with the fewest sets are put together."""


@dataclass
class Sum:
    """Sets and minutes of one side."""

    sets: int = 0
    minutes: float = 0.0

    def __str__(self) -> str:
        return NONE if not self.sets else f"{self.sets} / {self.minutes:.0f}"


def done_rows(facts: Facts, words: Words) -> Rows:
    """Sets and minutes of each exercise and side, those done most first."""
    sums: dict[str, dict[Side, Sum]] = defaultdict(lambda: {side: Sum() for side in Side})
    for one in facts.work:
        own = sums[one.exercise_id][one.side]
        own.sets += 1
        own.minutes += one.minutes
    names = sorted(sums, key=lambda name: -sum(own.sets for own in sums[name].values()))
    rows = [
        (facts.exercise_names.get(name, name), *(str(sums[name][side]) for side in Side))
        for name in names[:MOST_EXERCISES]
    ]
    if names[MOST_EXERCISES:]:
        rest = [sums[name] for name in names[MOST_EXERCISES:]]
        more = words("report_for_more", count=len(rest))
        rows.append((more, *(str(_together([one[side] for one in rest])) for side in Side)))
    head = (words("report_for_exercise"), *(words.side(side) for side in Side))
    return Rows(words("report_for_sets"), head, tuple(rows))


def _together(sums: Sequence[Sum]) -> Sum:
    return Sum(sum(one.sets for one in sums), sum(one.minutes for one in sums))


def sessions_line(facts: Facts, words: Words) -> str:
    """How often, from when to when, how many sets and minutes in all."""
    if not facts.sessions:
        return words("report_for_no_session")
    zone = facts.made_at.tzinfo
    days = [session.started_at.astimezone(zone).date() for session in facts.sessions]
    return words(
        "report_for_sessions",
        sessions=len(facts.sessions),
        first=words.day(min(days)),
        last=words.day(max(days)),
        sets=len(facts.work),
        minutes=round(sum(one.minutes for one in facts.work)),
    )


def pain_lines(pain: Sequence[PainReport], words: Words) -> Iterator[str]:
    """Counts and the highest score; what was not reported is said to be not reported."""
    if not pain:
        yield words("report_for_no_pain")
        return
    worst = max(report.score for report in pain)
    yield words("report_for_pain_reports", count=len(pain), worst=worst)
    for when in PainTime:
        own = [report.score for report in pain if report.when is when]
        if own:
            yield words(f"report_for_pain_{when.value}", count=len(own), worst=max(own))
    pinches = sum(report.groin_pinch for report in pain)
    signs = sum(bool(report.stop_signs) for report in pain)
    yield words("report_for_pain_signs", pinches=pinches, signs=signs)
