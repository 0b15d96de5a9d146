"""One page means one page: for every exercise, for a plan, and with everything on it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from coxa.catalogue import Exercise, load_catalogue
from coxa.exchange import Words
from coxa.exchange.handout import Handout, Part, exercise_handout, pdf_of, plan_handout
from coxa.exchange.handout.square_code import SquareCode
from coxa.quantities import Side
from coxa.records import Dose, Message, Plan, PlanDay

EXERCISES = load_catalogue().exercises
ADDRESS = "http://127.0.0.1:8000/exercises/x/"
PAGE = re.compile(rb"/Type /Page\b")


def picture(name: str) -> bytes:
    """A picture of the size that the build draws."""
    out = BytesIO()
    Image.new("RGB", (480, 360), "#8f8678").save(out, "WEBP")
    return out.getvalue()


def handout_of(exercise: Exercise) -> Handout:
    return exercise_handout(
        exercise, words=Words(), link=ADDRESS, pictures={"start": "a.webp", "end": "b.webp"}
    )


def pages(pdf: bytes) -> int:
    assert pdf.startswith(b"%PDF-")
    return len(PAGE.findall(pdf))


def week_of(exercises: list[Exercise]) -> Plan:
    """All exercises, both sides, on every day: more than any real plan holds."""
    reason = Message(id="plan_day_rest")
    doses = tuple(
        Dose(
            exercise_id=one.id, side=side, sets=one.dose.sets, reps=one.dose.reps,
            hold_s=one.dose.hold_s, reason=reason,
        )
        for one in exercises
        for side in Side
    )  # fmt: skip
    first = date(2026, 3, 2)
    days = tuple(
        PlanDay(day=first + timedelta(days=n), reading_due=True, doses=doses) for n in range(14)
    )
    return Plan(made_on=first, days=days)


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda one: one.id)
def test_every_exercise_fits_on_one_page_with_its_pictures(exercise: Exercise) -> None:
    assert pages(pdf_of(handout_of(exercise), picture)) == 1


def test_a_week_with_the_articles_eight_exercises_fits_on_one_page() -> None:
    eight = [one for one in EXERCISES.values() if one.article_number]
    assert len(eight) == 8
    pictures = {one.id: "end.webp" for one in eight}
    handout = plan_handout(
        week_of(eight), EXERCISES, words=Words(), link=ADDRESS, pictures=pictures
    )
    assert len(handout.rows) == 7
    assert pages(pdf_of(handout, picture)) == 1


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda one: one.id)
def test_the_sheet_tells_what_must_not_be_missed(exercise: Exercise) -> None:
    handout = handout_of(exercise)
    lines = [line for part in (*handout.main, *handout.beside) for line in part.lines]
    assert {exercise.start, *exercise.steps, exercise.effect.words} <= set(lines)
    warning = next(part for part in handout.main if part.warning)
    assert "a pinch at the front of the hip or in the groin" in warning.lines
    assert len(warning.lines) == len(exercise.stop_signs)
    assert handout.link == ADDRESS


def test_a_plan_names_each_exercise_once_with_its_sides() -> None:
    two = list(EXERCISES.values())[:2]
    handout = plan_handout(week_of(two), EXERCISES, words=Words(), link=ADDRESS, pictures={})
    cards = [part for part in (*handout.main, *handout.beside) if not part.warning]
    assert [card.title for card in cards] == [one.name for one in two]
    assert all(card.lines[0].startswith("left and right: ") for card in cards)


def test_what_does_not_fit_is_refused_and_never_runs_on_to_a_second_page() -> None:
    handout = handout_of(EXERCISES["clamshell"])
    long = Part("Too much", ("A line of text that goes on and on. " * 20,) * 20)
    with pytest.raises(ValueError, match="does not fit"):
        pdf_of(Handout(**{**vars(handout), "main": (long,)}), picture)


def test_the_same_sheet_is_always_the_same_file() -> None:
    handout = handout_of(EXERCISES["clamshell"])
    assert pdf_of(handout, picture) == pdf_of(handout, picture)


def test_signs_that_mean_something_to_the_library_are_only_text() -> None:
    handout = handout_of(EXERCISES["clamshell"])
    odd = Part("<b>&", ("a < b & c > d <para>",))
    assert pages(pdf_of(Handout(**{**vars(handout), "main": (odd,)}), picture)) == 1


def test_the_square_code_holds_the_address() -> None:
    """Read back by another library's detector."""
    import cv2
    import numpy as np

    code = SquareCode(ADDRESS, 100)
    pixels = 255 * (1 - np.array(code.rows, dtype=np.uint8))
    large = np.kron(pixels, np.ones((8, 8), dtype=np.uint8))
    read, _, _ = cv2.QRCodeDetector().detectAndDecode(np.pad(large, 32, constant_values=255))
    assert read == ADDRESS
