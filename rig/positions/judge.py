"""Whole recordings of one part read by the product itself and held against their truth."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from coxa.assessment.bent_leg import assess_bent_leg
from coxa.capture import PoseRecording, load_recording, record_video, save_recording
from coxa.records import Measurement, Reading
from rig.body_data import Floats
from rig.positions.gather import TESTS
from rig.positions.scene import Position
from rig.positions.teach import errors


def judge(folder: Path, position: Position) -> dict[str, Any]:
    """What became of a position's recordings: errors of accepted readings, refusals, faults that
    passed, and faultless ones read as another test.
    """
    test = TESTS[position]
    found: list[tuple[Reading, float]] = []
    wrongly, faults, others = [], [], []
    for truth_file in sorted(folder.glob(f"{position}_*.truth.json")):
        truth = json.loads(truth_file.read_text())
        video = truth_file.with_name(truth_file.name.replace(".truth.json", ".mp4"))
        recording = _seen(video)
        measurement = assess_bent_leg(recording, test)
        if truth["refusal"]:
            faults.append(_fault(truth, measurement))
            continue
        for expected in truth["expected"]:
            reading = _reading(measurement, expected["side"], expected["direction"])
            if reading is not None and reading.accepted:
                found.append((reading, expected["value_deg"]))
            else:
                wrongly.append(f"{video.stem} {expected['direction']}: {_why(measurement)}")
        others += [
            f"{video.stem} as {other.value}"
            for other in TESTS.values()
            if other is not test and assess_bent_leg(recording, other).accepted
        ]
    return _readings(found) | {
        "wrongly refused": wrongly,
        "faults": faults,
        "taken for another test": others,
    }


def _seen(video: Path) -> PoseRecording:
    """The video as the heavy pose model sees it; read once, then kept."""
    kept = video.with_suffix(".npz")
    if not kept.exists():
        save_recording(record_video(video, model="heavy"), kept)
    return load_recording(kept)


def _readings(found: list[tuple[Reading, float]]) -> dict[str, Any]:
    """Errors of the accepted readings, and how many stated intervals hold the truth."""
    if not found:
        return {"readings": 0}
    error_deg: Floats = np.array([(each.value_deg or 0.0) - true for each, true in found])
    stated_deg: Floats = np.array([each.error95_deg or 0.0 for each, _ in found])
    return {
        "readings": errors(error_deg),
        "held by the interval": int((np.abs(error_deg) <= stated_deg).sum()),
        "mean stated error95_deg": round(float(stated_deg.mean()), 1),
    }


def _fault(truth: dict[str, Any], measurement: Measurement) -> str:
    name = f"{truth['scene']['name']}, {truth['refusal']}"
    if not measurement.accepted:
        return f"{name}: refused, {_why(measurement)}"
    passed = {e["direction"]: e["value_deg"] for e in truth["expected"]}
    off = [
        f"{(r.value_deg or 0.0) - passed[r.direction.value]:+.1f}"
        for r in measurement.accepted
        if r.direction.value in passed
    ]
    return f"{name}: PASSED, {', '.join(off)} degrees off"


def _reading(measurement: Measurement, side: str, direction: str) -> Reading | None:
    for reading in measurement.readings:
        if (reading.side.value, reading.direction.value) == (side, direction):
            return reading
    return None


def _why(measurement: Measurement) -> str:
    return ", ".join(sorted({why.id for each in measurement.readings for why in each.reasons}))
