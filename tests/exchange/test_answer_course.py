"""The picture of a course: what was read, what the model says, what was trained, hip by hip."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.app.answer import current_answer, exercised, phased_readings
from coxa.app.history import finished_sessions
from coxa.app.memory import MemoryStorage
from coxa.evidence import Exercised, SeriesAnswer, SideAnswer, Verdict
from coxa.exchange import NARROW, WIDE, CourseOf, course_plot, course_table
from coxa.exchange.drawing.course_days import minutes_by_week, phase_spans
from coxa.experiment import Phased
from coxa.quantities import Direction, Side
from coxa.records import Phase
from tests.app.courses import BASELINE_DAYS, WAIT_DAYS, keep_course, seated
from tests.evidence.people import reading, series
from tests.exchange.test_drawing import SVG, parsed, texts

FIRST = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
WIDTHS = st.sampled_from([WIDE, NARROW])


def course_of(direction: Direction = Direction.INTERNAL) -> CourseOf:
    storage = MemoryStorage()
    gain = {Side.LEFT: 9.0, Side.RIGHT: 6.0}
    keep_course(storage, FIRST, gain_deg=gain, of=seated(direction), seed=3)
    (answer,) = current_answer(storage, UTC, detail=True).series
    done = exercised(finished_sessions(storage))
    return CourseOf(answer, phased_readings(storage, UTC), done)


@pytest.fixture(scope="module")
def course() -> CourseOf:
    return course_of()


def heights(tree: ET.Element, tag: str) -> list[list[float]]:
    """The heights of the corners of each line of this kind."""
    return [
        [float(y) for _, y in (corner.split(",") for corner in one.get("points", "").split())]
        for one in tree.iter(f"{SVG}{tag}")
    ]


@pytest.mark.parametrize("direction", Direction)
def test_further_is_up_in_either_direction_and_training_leaves_the_dashed_line(
    direction: Direction,
) -> None:
    tree = parsed(course_plot(course_of(direction), zone=UTC))
    dashed = [one for one in tree.iter(f"{SVG}polyline") if one.get("stroke-dasharray")]
    assert len(dashed) == len(Side)
    without, trained = heights(tree, "polyline")[:2]
    assert trained[-1] < trained[0], "the trained line rises"
    assert trained[-1] < without[-1], "and ends above the one without training"


def test_both_hips_have_the_same_scale(course: CourseOf) -> None:
    tree = parsed(course_plot(course, zone=UTC))
    labels = [
        (float(one.get("y", "")), one.text)
        for one in tree.iter(f"{SVG}text")
        if re.fullmatch(r"\d+°", one.text or "")
    ]
    half = len(labels) // 2
    above, below = labels[:half], labels[half:]
    assert [text for _, text in above] == [text for _, text in below]
    steps = [
        {round(first[0] - second[0], 1) for first, second in pairwise(one)}
        for one in (above, below)
    ]
    assert steps[0] == steps[1]


def test_no_degree_at_the_end_of_a_line_stands_without_its_error(course: CourseOf) -> None:
    told = texts(parsed(course_plot(course, zone=UTC)))
    assert len(re.findall(r"\d+° ± \d+°", told)) == 4


def test_practice_and_warm_readings_are_hollow(course: CourseOf) -> None:
    last = course.readings[-1]
    warm_reading = last.reading.model_copy(update={"after_exercise": True})
    warm = Phased(reading=warm_reading, phase=last.phase)
    found = CourseOf(course.answer, [*course.readings[:-1], warm], course.exercised)
    counts = []
    for one in (course, found):
        tree = parsed(course_plot(one, zone=UTC))
        marks = [*tree.iter(f"{SVG}circle"), *tree.iter(f"{SVG}rect")]
        counts.append(sum("--coxa-paper" in mark.get("fill", "") for mark in marks))
    in_legend, practised = 2, 4
    assert counts == [in_legend + practised, in_legend + practised + 1]


def test_phases_are_those_of_each_hip(course: CourseOf) -> None:
    first = FIRST.toordinal()
    left, right = (phase_spans(course, side, UTC) for side in (Side.LEFT, Side.RIGHT))
    assert [one.phase for one in left] == [Phase.FAMILIARISATION, Phase.BASELINE, Phase.TRAINING]
    assert [one.phase for one in right] == [
        Phase.FAMILIARISATION,
        Phase.BASELINE,
        Phase.WAITING,
        Phase.TRAINING,
    ]
    assert int(left[-1].first) - first == BASELINE_DAYS, "its first set, not its next reading"
    assert int(right[-1].first) - first == BASELINE_DAYS + WAIT_DAYS
    for spans in (left, right):
        assert all(a.last == b.first for a, b in pairwise(spans))


def test_minutes_of_a_week_are_those_of_its_sets_of_that_side(course: CourseOf) -> None:
    for side in Side:
        found = minutes_by_week(course, side, UTC)
        done = sum(one.minutes for one in course.exercised if one.side is side)
        assert sum(minutes for _, minutes in found) == pytest.approx(done)
    weeks = [minutes for _, minutes in minutes_by_week(course, Side.RIGHT, UTC)]
    assert not any(weeks[:4])
    assert all(weeks[4:6])


def test_in_a_long_course_the_largest_week_still_has_its_number() -> None:
    storage = MemoryStorage()
    keep_course(storage, FIRST, days=400)
    (answer,) = current_answer(storage, UTC).series
    done = exercised(finished_sessions(storage))
    long = CourseOf(answer, phased_readings(storage, UTC), done)
    tree = parsed(course_plot(long, width=NARROW, zone=UTC))
    numbers = [one.text for one in tree.iter(f"{SVG}text") if (one.text or "").isdigit()]
    most = [max(m for _, m in minutes_by_week(long, side, UTC)) for side in Side]
    assert numbers == [f"{minutes:.0f}" for minutes in most]


def test_the_picture_tells_a_screen_reader_where_each_hip_stands(course: CourseOf) -> None:
    described = parsed(course_plot(course, zone=UTC))[1].text or ""
    for said in ("Left: 26 readings", "Right: 26 readings", "without training", "±"):
        assert said in described


def test_the_table_has_every_reading_and_what_it_counts_as(course: CourseOf) -> None:
    table = course_table(course, zone=UTC)
    assert table.count("<tr>") == len(course.readings) + 1
    assert table.count("practice, not counted") == 4
    assert table.count(">waiting<") > 5
    assert "Without training" in table


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60),
            st.floats(-60, 60),
            st.sampled_from(Side),
            st.sampled_from(Phase),
            st.booleans(),
        ),
        max_size=5,
    ),
    st.lists(st.tuples(st.integers(-9, 90), st.sampled_from(Side), st.floats(0, 1e4)), max_size=3),
    WIDTHS,
)
def test_any_readings_can_be_drawn_without_a_band(
    kept: list[tuple[int, float, Side, Phase, bool]],
    done: list[tuple[int, Side, float]],
    width: int,
) -> None:
    readings = [
        Phased(reading=reading(day, value, side=side, after_exercise=warm), phase=phase)
        for day, value, side, phase, warm in kept
    ]
    sides = {one.reading.side: SideAnswer(verdict=Verdict.CANNOT_TELL) for one in readings}
    sets = [
        Exercised(at=reading(day, 0).taken_at, side=side, minutes=minutes)
        for day, side, minutes in done
    ]
    course = CourseOf(SeriesAnswer(series=series(), sides=sides), readings, sets)
    parsed(course_plot(course, width=width, zone=UTC))
    assert course_table(course, zone=UTC).count("<tr>") == len(kept) + 1
