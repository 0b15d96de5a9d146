"""Wrongly refused, wrongly accepted, and numbers for what nobody did."""

from __future__ import annotations

from tests.validation.made_up import row
from validation.measures import Share
from validation.refusals import all_faults, faults, never_made, reasons_given, wrongly_refused

ROWS = [
    row(1.0, name="good"),
    row(name="shy", reasons=("pelvis_hike", "repeats_differ")),
    row(name="shy too", reasons=("pelvis_hike",)),
    row(0.5, name="phantom", truth_deg=None),
    row(name="aside 1", refusal="camera_to_the_side", reasons=("camera_to_the_left",)),
    row(1.0, name="aside 2", refusal="camera_to_the_side"),
    row(9.0, name="aside 3", refusal="camera_to_the_side"),
    row(0.1, name="nobody", refusal="no_person", truth_deg=None),
]


def test_a_movement_without_fault_that_is_refused_is_refused_wrongly():
    assert wrongly_refused(ROWS) == Share(2, 3)
    assert reasons_given(ROWS) == {"pelvis_hike": 2, "repeats_differ": 1}


def test_a_number_in_a_spoilt_recording_is_wrong_unless_its_interval_holds_the_truth():
    aside, nobody = faults(ROWS)
    assert aside.recordings == Share(2, 3)
    assert (aside.movements, aside.harmful) == (2, 1)
    assert nobody.recordings == Share(1, 1)
    assert (nobody.movements, nobody.harmful) == (1, 1)


def test_faults_are_summed_by_recording():
    together = all_faults(ROWS)
    assert together is not None
    assert together.recordings == Share(3, 4)
    assert (together.movements, together.harmful) == (3, 2)
    assert all_faults(ROWS[:4]) is None


def test_a_number_for_a_movement_that_nobody_made_is_counted():
    assert [found.recording.name for found in never_made(ROWS)] == ["phantom"]
