"""What the two pages say: first what was found, then what was done and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coxa.evidence import SeriesAnswer, headline, lead_series
from coxa.exchange.answer_figures import (
    Rows,
    companion_figures,
    leaning_figures,
    series_figures,
    side_figures,
)
from coxa.exchange.answer_report.blocks import (
    Block,
    Bullets,
    Heading,
    Lead,
    Page,
    Paragraph,
    Picture,
    Report,
)
from coxa.exchange.answer_report.done import done_rows, pain_lines, sessions_line
from coxa.exchange.answer_report.facts import Facts
from coxa.exchange.answer_report.series import measured_rows, other_rows, series_words
from coxa.exchange.drawing import ENGLISH, CourseOf, Words, course_plot
from coxa.quantities import Side
from coxa.records import GoalTag, Message

METHOD = ("method_compare", "method_model", "method_assumed", "method_looks", "method_checked")
MOST_LINES = 4
"""More than so many deviations do not fit; the rest are counted."""


def report_of(facts: Facts, *, words: Words = ENGLISH) -> Report:
    """The report in words; every figure of degrees comes with its error."""
    return Report(
        title=words("report_for_title"),
        origin=_origin(facts, words),
        pages=(tuple(_found(facts, words)), tuple(_done(facts, words))),
        foot=words("report_for_foot"),
    )


def _origin(facts: Facts, words: Words) -> str:
    zone = facts.made_at.tzinfo
    days = [
        one.reading.taken_at.astimezone(zone).date() for c in facts.courses for one in c.readings
    ]
    made = words(
        "report_for_made",
        day=words.day(facts.made_at.date()),
        year=str(facts.made_at.year),
        version=facts.version,
        engine=facts.answer.engine,
    )
    if not days:
        return made
    span = words("report_for_span", first=words.day(min(days)), last=words.day(max(days)))
    return f"{span} {made}"


def _found(facts: Facts, words: Words) -> Iterator[Block]:
    yield Paragraph(_goal(facts, words))
    lead = lead_series(facts.answer)
    if lead is None:
        yield Lead(words("first_no_reading"))
        return
    course = next(one for one in facts.courses if one.answer is lead)
    for side in Side:
        if side in lead.sides:
            yield Lead(f"{words.side(side)}: {words.say(headline(lead, side))}")
    yield Picture(lambda width: _drawn(course, width, facts, words))
    yield Heading(series_words(lead.series, words))
    yield side_figures(lead, words=words)
    yield from _told(lead, words)
    others = [one for one in facts.answer.series if one is not lead]
    if others:
        yield other_rows(others, words)
    yield measured_rows([lead, *others], words)


def _drawn(course: CourseOf, width: int, facts: Facts, words: Words) -> str:
    return course_plot(course, width=width, words=words, zone=facts.made_at.tzinfo)


def _told(lead: SeriesAnswer, words: Words) -> Iterator[Block]:
    if lead.told:
        yield Paragraph(" ".join(words.say(one) for one in lead.told), quiet=True)


def _goal(facts: Facts, words: Words) -> str:
    if facts.goal.words.strip():
        # Not as a parameter: what looks like a word of ours would be translated.
        return f"{words('report_for_goal')} “{facts.goal.words.strip()}”"
    if facts.goal.tag is not GoalTag.OTHER:
        return words(f"report_for_goal_{facts.goal.tag.value}")
    return words("report_for_no_goal")


def _done(facts: Facts, words: Words) -> Page:
    return (
        Heading(words("report_for_done")),
        Paragraph(sessions_line(facts, words)),
        *_table(done_rows(facts, words)),
        *_sentences("report_for_fixed", facts.fixed, words),
        *_sentences("report_for_deviations", facts.deviations, words),
        Heading(words("report_for_pain")),
        Paragraph(" ".join(pain_lines(facts.pain, words))),
        *_all_figures(facts, words),
        Heading(words("report_for_method")),
        Paragraph(" ".join(words(name) for name in METHOD)),
        *_left_out(facts, words),
        Heading(words("report_for_not")),
        Paragraph(words("answer_cannot_say")),
    )


def _all_figures(facts: Facts, words: Words) -> Iterator[Block]:
    lead = lead_series(facts.answer)
    if lead is None or all(own.gain_deg is None for own in lead.sides.values()):
        return
    yield Heading(words("report_for_figures"))
    for rows in (series_figures, leaning_figures, companion_figures):
        yield from _table(rows(lead, words=words))


def _table(rows: Rows) -> Iterator[Block]:
    if rows.rows:
        yield rows


def _sentences(heading: str, said: Sequence[Message], words: Words) -> Iterator[Block]:
    if not said:
        return
    yield Heading(words(heading))
    lines = [words.say(one) for one in said[:MOST_LINES]]
    if len(said) > MOST_LINES:
        lines.append(words("report_for_more", count=len(said) - MOST_LINES))
    yield Bullets(tuple(lines))


def _left_out(facts: Facts, words: Words) -> Iterator[Block]:
    """Readings of a warm hip, which are kept but not counted."""
    for one in facts.answer.notes:
        if one.id == "answer_note_warm":
            yield Paragraph(words.say(one))
