"""Drawings: well-formed, named, escaped, and with every value where it belongs."""

from __future__ import annotations

import random
from datetime import UTC, date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.evidence import SeriesAnswer, SideAnswer, Verdict
from coxa.exchange import (
    CHART_CSS,
    NARROW,
    WIDE,
    PhaseBand,
    Words,
    answer_plot,
    answer_table,
    for_screens,
    history_plot,
    history_table,
    rotation_plot,
    rotation_table,
)
from coxa.exchange.drawing.scale import ticks
from coxa.quantities import Direction, Side
from coxa.records import (
    KeptReading,
    Message,
    PainReport,
    Reading,
    Repeat,
    RotationCurve,
    Session,
)
from coxa.wording import say
from tests.evidence.people import START, reading, series, simulated_course
from tests.exchange.made_up import pain, readings, sessions

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = st.sampled_from([WIDE, NARROW])


def parsed(svg: str) -> ET.Element:
    """The drawing, once it is known to be named and to fit its box."""
    tree = ET.fromstring(svg)
    assert tree.tag == f"{SVG}svg"
    assert tree.get("role") == "img"
    assert [child.tag for child in tree][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert tree[0].text
    width, height = map(float, tree.get("viewBox", "").split()[2:])
    for mark in tree.iter():
        assert "style" not in mark.attrib
        for name, size in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            if name in mark.attrib:
                assert -1 <= float(mark.get(name, "")) <= size + 1, (mark.tag, mark.attrib)
    return tree


def texts(tree: ET.Element) -> str:
    return " | ".join("".join(one.itertext()) for one in tree.iter(f"{SVG}text"))


def held(side: Side, direction: Direction, *, accepted: bool = True) -> Reading:
    value = 33.0 * direction.sign
    hold = Repeat(start_s=4, end_s=6, value_deg=value, start_deg=0, peak_deg=value, return_deg=0)
    return Reading(
        side=side,
        direction=direction,
        value_deg=value if accepted else None,
        error95_deg=4.0 if accepted else None,
        repeats_deg=(value,),
        accepted=accepted,
        repeats=(hold,),
        reasons=() if accepted else (Message(id="chart_empty"),),
    )


def swing(side: Side) -> RotationCurve:
    return RotationCurve(
        side=side, time_s=(0.0, 4.0, 5.0, 6.0, 10.0), rotation_deg=(0.0, 33.0, None, 33.0, 0.0)
    )


def hold_lines(tree: ET.Element, side: Side) -> list[float]:
    """Heights of the thick lines that mark holds of one side."""
    colour = {Side.LEFT: "--coxa-left", Side.RIGHT: "--coxa-right"}[side]
    return [
        float(one.get("y1", ""))
        for one in tree.iter(f"{SVG}line")
        if colour in one.get("stroke", "") and one.get("stroke-width") == "5"
    ]


def test_internal_stands_above_zero_and_external_below() -> None:
    both = [held(Side.LEFT, Direction.INTERNAL), held(Side.LEFT, Direction.EXTERNAL)]
    tree = parsed(rotation_plot([swing(Side.LEFT)], both))
    zero = next(
        float(one.get("y", "")) - 4.5
        for one in tree.iter(f"{SVG}text")
        if "".join(one.itertext()) == "0°"
    )
    inward, outward = hold_lines(tree, Side.LEFT)
    assert inward < zero < outward


def test_each_side_has_its_panel_its_value_and_its_error() -> None:
    both = [held(Side.LEFT, Direction.INTERNAL), held(Side.RIGHT, Direction.INTERNAL)]
    tree = parsed(rotation_plot([swing(Side.LEFT), swing(Side.RIGHT)], both))
    assert texts(tree).count("33° ± 4°") == 2
    assert "Left" in texts(tree)
    assert "Right" in texts(tree)


def test_a_refused_reading_shows_no_degree() -> None:
    """Its holds are crossed out instead of labelled."""
    refused = [held(Side.LEFT, Direction.INTERNAL, accepted=False)]
    svg = rotation_plot([swing(Side.LEFT)], refused)
    tree = parsed(svg)
    assert "33°" not in texts(tree)
    assert "not read" in texts(tree)
    assert hold_lines(tree, Side.LEFT) == []
    assert "Nothing to show yet" in rotation_table(refused)


def test_a_reading_short_of_zero_keeps_its_sign() -> None:
    """A hip that could not even turn in to zero reads −5°, not 5°."""
    short = held(Side.LEFT, Direction.INTERNAL).model_copy(update={"value_deg": -5.0})
    assert "−5° ± 4°" in texts(parsed(rotation_plot([swing(Side.LEFT)], [short])))


def test_gaps_in_a_curve_stay_open() -> None:
    tree = parsed(rotation_plot([swing(Side.LEFT)], []))
    (path,) = tree.iter(f"{SVG}path")
    assert path.get("d", "").count("M") == 2


@given(
    st.lists(st.tuples(st.floats(0, 1e5), st.none() | st.floats(-180, 180)), max_size=6).map(
        lambda points: sorted(points, key=lambda point: point[0])
    ),
    WIDTHS,
)
def test_any_curve_can_be_drawn(points: list[tuple[float, float | None]], width: int) -> None:
    curve = RotationCurve(
        side=Side.RIGHT,
        time_s=tuple(time_s for time_s, _ in points),
        rotation_deg=tuple(rotation for _, rotation in points),
    )
    parsed(rotation_plot([curve], [], width=width))


@given(
    st.lists(readings, max_size=4),
    st.lists(sessions, max_size=3),
    st.lists(pain, max_size=3),
    WIDTHS,
)
def test_any_history_can_be_drawn(
    kept: list[KeptReading], done: list[Session], felt: list[PainReport], width: int
) -> None:
    parsed(history_plot(kept, done, felt, width=width, zone=UTC))
    assert history_table(kept, zone=UTC).count("<tr>") == len(kept) + 1


def test_every_reading_has_a_mark_a_bar_and_a_row() -> None:
    kept = [reading(day, 30 + day, side=side) for day in range(5) for side in Side]
    tree = parsed(history_plot(kept, zone=UTC))
    marks = [*tree.iter(f"{SVG}circle"), *tree.iter(f"{SVG}rect")]
    last_labels = 2
    assert len(marks) == len(kept) + last_labels
    bars = [one for one in tree.iter(f"{SVG}line") if "--coxa" in one.get("stroke", "")]
    assert len(bars) == len(kept)
    assert "L 34°" in texts(tree)
    assert "R 34°" in texts(tree)
    assert history_table(kept, zone=UTC).count("<tr>") == len(kept) + 1


def test_phases_stand_behind_with_their_name() -> None:
    kept = [one.reading for one in simulated_course(random.Random(1))]
    first = START.date()
    bands = [
        PhaseBand(first, first + timedelta(days=7), Message(id="chart_day")),
        PhaseBand(first + timedelta(days=8), date(2026, 5, 1), Message(id="chart_sessions")),
    ]
    tree = parsed(history_plot(kept, phases=bands, zone=UTC))
    assert "sessions" in texts(tree)


def answered(verdict: Verdict, gain_deg: float | None) -> SeriesAnswer:
    figures = {} if gain_deg is None else {"interval95_deg": (gain_deg - 3, gain_deg + 3)}
    own = SideAnswer(verdict=verdict, gain_deg=gain_deg, **figures)  # type: ignore[arg-type]
    return SeriesAnswer(series=series(), sides={Side.LEFT: own}, worthwhile_deg=8.3)


@given(st.none() | st.floats(-60, 60), st.sampled_from(Verdict), WIDTHS)
def test_any_answer_can_be_drawn(gain: float | None, verdict: Verdict, width: int) -> None:
    answers = [answered(verdict, gain)]
    parsed(answer_plot(answers, width=width))
    assert say(Message(id=f"verdict_{verdict.value}")) in answer_table(answers)


def test_a_change_is_shown_with_its_interval() -> None:
    told = texts(parsed(answer_plot([answered(Verdict.IMPROVED, 6.1)])))
    assert "+6.1° (+3.1° to +9.1°)" in told


def test_nothing_to_draw_is_said() -> None:
    for svg in (rotation_plot([], []), history_plot([]), answer_plot([])):
        assert "Nothing to show yet" in texts(parsed(svg))


def test_words_are_escaped_and_can_be_those_of_another_language() -> None:
    words = Words(say=lambda message: f'<{message.id}> & "co"', day=lambda day: str(day.year))
    svg = rotation_plot([swing(Side.LEFT)], [held(Side.LEFT, Direction.INTERNAL)], words=words)
    assert "<chart_left>" in texts(parsed(svg))
    assert "&lt;chart_left&gt;" in rotation_table(
        [held(Side.LEFT, Direction.INTERNAL)], words=words
    )


def test_the_narrow_drawing_stands_beside_the_wide_one() -> None:
    both = for_screens(lambda width: answer_plot([], width=width))
    assert both.count("coxa-wide") == both.count("coxa-narrow") == 1
    assert ".coxa-narrow" in CHART_CSS


@pytest.mark.parametrize(("low", "high"), [(-50, 50), (0, 1), (-3, 90), (27.2, 40.1)])
def test_ticks_are_round_and_inside(low: float, high: float) -> None:
    marks = ticks(low, high, 7)
    assert 2 <= len(marks) <= 9
    assert all(low - 1e-6 <= mark <= high + 1e-6 for mark in marks)
    if low <= 0 <= high:
        assert 0 in marks
