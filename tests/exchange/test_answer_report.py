"""The report for a physiotherapist: true to the records, two pages however much there is."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from coxa.app.answer_report import report_facts
from coxa.app.memory import MemoryStorage
from coxa.evidence.model.lean import ENDS
from coxa.exchange.answer_report import (
    Facts,
    report_body,
    report_of,
    report_page,
    report_pdf,
)
from coxa.quantities import Direction, Side
from coxa.records import Goal, GoalTag, PainReport, PainTime, Preferences, Series
from coxa.wording import SENTENCES
from tests.app.courses import keep_course, seated
from tests.exchange.crowded import LONG_NAME, crowded_facts

FIRST = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
NOW = FIRST + timedelta(days=43)
NAMES = {"lying-internal-rotation": "Lying turn-in", "seated-internal-rotation": "Seated turn-in"}
PAGE_MARK = re.compile(rb"/Type /Page\b")


def kept(*also: Series) -> MemoryStorage:
    storage = MemoryStorage()
    gain = {Side.LEFT: 9.0, Side.RIGHT: 3.0}
    keep_course(storage, FIRST, gain_deg=gain, seed=3)
    for number, one in enumerate(also):
        keep_course(storage, FIRST, of=one, seed=20 + number, sessions=False)
    return storage


@pytest.fixture(scope="module")
def facts() -> Facts:
    storage = kept(seated(Direction.EXTERNAL))
    goal = Goal(tag=GoalTag.SQUATTING, words="Squat <with> my son & daughter")
    storage.save_preferences(Preferences(goal=goal))
    storage.add_pain(PainReport(at=FIRST + timedelta(days=20), score=3))
    storage.add_pain(PainReport(at=FIRST + timedelta(days=25), score=4, when=PainTime.NEXT_MORNING))
    return report_facts(storage, NAMES, now=NOW)


def text_of(facts: Facts) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", report_body(report_of(facts))))


def pages(pdf: bytes) -> int:
    return len(PAGE_MARK.findall(pdf))


def test_it_tells_the_goal_the_hips_the_doses_and_the_pain(facts: Facts) -> None:
    told = text_of(facts)
    for said in (
        "“Squat <with> my son & daughter”",
        "Left: It turns in about",
        "Right: Whether it turns in further cannot be told yet.",
        "internal rotation, seated, active, phone on the shin",
        "Lying turn-in",
        "Reports: 2; the highest: 4.",
        "The morning after: 1, the highest 4.",
        "Nonoverlap of all pairs (NAP)",
        "p = ",
        "state-space-1",
        "not a medical opinion",
        "Whether turning further changes pain",
    ):
        assert said in told, said


def test_sets_and_minutes_are_those_of_the_records(facts: Facts) -> None:
    """Fifteen sessions; the left hip trains in all of them, two sets of each exercise."""
    assert len(facts.sessions) == 15
    spent = sum(
        one.minutes
        for one in facts.work
        if one.side is Side.LEFT and one.exercise_id == "lying-internal-rotation"
    )
    assert re.search(rf"Lying turn-in\s+30 / {spent:.0f}", text_of(facts))


def test_a_change_of_degrees_never_stands_without_its_interval(facts: Facts) -> None:
    cells = re.findall(r"<td>([^<]*)</td>", report_body(report_of(facts)))
    changes = [cell for cell in cells if re.search(r"[+−]\d+\.\d°", cell)]
    assert len(changes) > 20
    assert all("to" in cell or "standard error" in cell for cell in changes)


def test_nothing_is_loaded_from_elsewhere_and_the_persons_words_are_escaped(facts: Facts) -> None:
    page = report_page(report_of(facts))
    assert "default-src 'none'" in page
    assert "<with>" not in page
    assert not re.search(r"(src|href)=", page)


def test_the_pdf_has_two_pages_and_is_always_the_same(facts: Facts) -> None:
    made = report_pdf(report_of(facts))
    assert pages(made) == 2
    assert made == report_pdf(report_of(facts))


def test_as_much_as_there_can_be_still_fits_on_two_pages() -> None:
    crowded = crowded_facts()
    assert pages(report_pdf(report_of(crowded))) == 2
    told = text_of(crowded)
    assert told.count("more, not listed here") == 5
    assert LONG_NAME in told


def test_without_any_reading_or_session_it_says_so() -> None:
    empty = report_facts(MemoryStorage(), {}, now=NOW)
    told = text_of(empty)
    assert "Cannot tell yet: there is no reading." in told
    assert "No session has been recorded." in told
    assert "No pain has been reported." in told
    assert pages(report_pdf(report_of(empty))) == 2


def test_every_assumption_is_told_with_the_ends_that_the_model_takes() -> None:
    for assumption in ENDS:
        for end in ("", "_low", "_high"):
            assert f"lean_{assumption}{end}" in SENTENCES
    for assumption, prior in (("drift", "drift_sd"), ("time_constant", "weeks_median")):
        for taken, name in zip(ENDS[assumption], ("low", "high"), strict=True):
            said = SENTENCES[f"lean_{assumption}_{name}"]
            assert str(taken[prior]).removesuffix(".0") in said
