"""The report says what the rows say: marks met or missed, groups, refusals, pictures."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree

import numpy as np
import pytest

from coxa.quantities import Side
from rig.scene import Camera, Look
from tests.validation.made_up import recording, row
from validation import groups, report
from validation.contact_sheet import spread
from validation.marks import marks
from validation.report import Run, write_report
from validation.tables import by_group, by_stated_error, stated_errors


def many(sd_deg, *, stated_deg, count=200, seed=1):
    errors = np.random.default_rng(seed).normal(0, sd_deg, count)
    return [
        row(float(e), name=f"r{k}", body=k % 10, error95_deg=stated_deg, naive_error_deg=3 * e)
        for k, e in enumerate(errors)
    ]


@pytest.mark.parametrize(
    ("sd_deg", "stated_deg", "met"),
    [
        (1.0, 1.96, [True, True, True, True, True]),
        (1.6, 3.14, [True, False, True, False, True]),
        (3.0, 3.0, [False, False, False, False, False]),
        (1.0, 5.0, [True, True, True, True, False]),
    ],
)
def test_marks_are_met_by_the_figures_alone(sd_deg, stated_deg, met):
    assert [mark.met for mark in marks(many(sd_deg, stated_deg=stated_deg))] == met


def test_a_missed_mark_stands_in_the_report():
    text = report.report(run(many(3.0, stated_deg=3.0)))
    assert text.count("**no**") == 5
    assert "yes |" not in text.split("## What was tested")[0]


def run(rows):
    recordings = list({row.recording.name: row.recording for row in rows}.values())
    return Run(
        part="held",
        recordings=recordings,
        rows={"heavy": rows},
        again=rows,
        again_part="held",
        method="blazepose-heavy/x",
        command="python -m validation",
    )


def test_report_names_its_method_part_and_what_it_is_not():
    text = report.report(run([*many(1.0, stated_deg=2), row(name="z", reasons=("pelvis_hike",))]))
    assert "`blazepose-heavy/x`" in text
    assert "**held**" in text
    assert "not real people" in text
    assert "| `pelvis_hike` | 1 | 0.5 % |" in text
    assert "1 of 201 movements" in text


def test_all_that_the_report_links_is_written(monkeypatch, tmp_path):
    drawn = []
    monkeypatch.setattr(report, "contact_sheet", lambda _, file: drawn.append(file.touch()))
    write_report(run(many(1.0, stated_deg=2)), tmp_path)
    links = re.findall(r"\]\(([^)]+)\)", (tmp_path / "REPORT.md").read_text())
    assert len(links) >= 5
    for link in links:
        assert (tmp_path / link).is_file(), link
    for picture in (tmp_path / "pictures").glob("*.svg"):
        assert ElementTree.parse(picture).getroot().tag.endswith("svg")
        assert picture.stat().st_size < 60_000


def test_nothing_read_is_no_report(tmp_path):
    with pytest.raises(ValueError, match="no reading"):
        write_report(run([row(reasons=("no_person",))]), tmp_path)


def test_a_group_table_counts_every_readable_movement_once():
    aside = {"camera": Camera(yaw_deg=-12)}
    rows = [
        row(1.0, name="a"),
        row(-3.0, name="b", **aside),
        row(name="c", reasons=("x",), **aside),
    ]
    grouping = next(g for g in groups.GROUPINGS if g.title == "Camera to one side")
    _, _, front, turned = by_group(grouping, rows).splitlines()
    assert front.startswith("| under 5° | 1 | 1 | 1 | 1.00 | 1.00 | – | 1.00 | +1.00 | 100.0 %")
    assert turned.startswith("| 10 to 15° | 1 | 1 | 1 | 3.00 | 3.00 | – | 3.00 | -3.00 | 100.0 %")
    assert turned.endswith("| 50.0 % |")


@pytest.mark.parametrize("grouping", groups.GROUPINGS, ids=lambda grouping: grouping.title)
def test_every_grouping_keeps_every_row(grouping):
    rows = [
        row(1.0, name=f"{length}{yaw}{side}", side=side, look=Look(leg_length=length),
            camera=Camera(yaw_deg=yaw))
        for length, yaw, side in itertools.product((0.3, 0.6, 1.9), (-40, 0, 7), Side)
    ]  # fmt: skip
    divided = grouping.divide(rows)
    assert sum(map(len, divided.values())) == len(rows)
    assert all(divided.values())


def test_a_camera_on_the_side_of_the_leg_has_a_positive_yaw():
    on_the_left = {"camera": Camera(yaw_deg=10)}
    assert groups.towards_the_leg_deg(row(side=Side.LEFT, **on_the_left)) == 10
    assert groups.towards_the_leg_deg(row(side=Side.RIGHT, **on_the_left)) == -10


@pytest.mark.parametrize(
    ("colour", "expected"),
    # Published L* of sRGB primaries and middle grey (Lindbloom's calculator, D65).
    [("#ffffff", 100), ("#000000", 0), ("#ff0000", 53.24), ("#0000ff", 32.30), ("#808080", 53.59)],
)
def test_lightness(colour, expected):
    assert groups.lightness(colour) == pytest.approx(expected, abs=0.02)


def test_narrow_intervals_are_judged_apart_from_wide_ones():
    narrow = [row(2.0, error95_deg=1.0, name=f"n{k}") for k in range(20)]
    wide = [row(2.0, error95_deg=4.0, name=f"w{k}") for k in range(20)]
    parts = by_stated_error(wide + narrow)
    assert [{r.error95_deg for r in part} for part in parts] == [{1.0}, {4.0}]
    table = stated_errors(wide + narrow)
    assert "| 1.00 to 1.00 | 20 | 2.00 | 0.0 % |" in table
    assert "| 4.00 to 4.00 | 20 | 2.00 | 100.0 % |" in table


def test_the_sheet_shows_the_whole_part():
    names = [recording(f"r{k}") for k in range(50)]
    shown = [r.name for r in spread(names, 20)]
    assert len(set(shown)) == 20
    assert (shown[0], shown[-1]) == ("r0", "r49")
    assert len(spread(names[:3], 20)) == 3
