"""Between records and trees of plain rows, in the shape of the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coxa.exchange.bundle.content import AllRecords, KeptMeasurement, Leg
from coxa.experiment import Schedule
from coxa.records import (
    Amendment,
    KeptReading,
    PainReport,
    Person,
    Preferences,
    RecordId,
    ScreeningAnswers,
    Session,
)

Node = dict[str, Any]
Trees = Mapping[str, Sequence[Node]]
"""The rows of each outermost table, with the rows that belong to them inside."""


def to_trees(records: AllRecords) -> Trees:
    """All records as rows."""
    return {
        "person": [records.person.to_dict()] if records.person != Person() else [],
        "preferences": (
            [records.preferences.to_dict()] if records.preferences != Preferences() else []
        ),
        "experiment": [records.experiment.to_dict()] if records.experiment else [],
        "past_experiments": [one.to_dict() for one in records.past_experiments],
        "screenings": [_spread_screening(one.to_dict()) for one in records.screenings],
        "measurements": [_spread_measurement(one.to_dict()) for one in records.measurements],
        "readings": [one.to_dict() for one in records.readings],
        "amendments": [_spread_amendment(one.to_dict()) for one in records.amendments],
        "sessions": [
            one.to_dict()
            | {"events": [{"event": event} for event in records.session_events.get(one.id, ())]}
            for one in records.sessions
        ],
        "pain": [one.to_dict() for one in records.pain],
    }


def from_trees(
    trees: Trees, landmarks: Mapping[RecordId, bytes], phone: Mapping[Leg, bytes]
) -> AllRecords:
    """All records from rows that were checked one by one, and the files beside them."""
    events = {
        node["id"]: tuple(row["event"] for row in node.pop("events")) for node in trees["sessions"]
    }
    return AllRecords(
        person=Person.from_dict(trees["person"][0]) if trees["person"] else Person(),
        preferences=(
            Preferences.from_dict(trees["preferences"][0])
            if trees["preferences"]
            else Preferences()
        ),
        experiment=Schedule.from_dict(trees["experiment"][0]) if trees["experiment"] else None,
        past_experiments=tuple(Schedule.from_dict(node) for node in trees["past_experiments"]),
        screenings=tuple(
            ScreeningAnswers.from_dict(_gather_screening(node)) for node in trees["screenings"]
        ),
        measurements=tuple(
            KeptMeasurement.from_dict(_gather_measurement(node)) for node in trees["measurements"]
        ),
        readings=tuple(KeptReading.from_dict(node) for node in trees["readings"]),
        amendments=tuple(
            Amendment.from_dict(_gather_amendment(node)) for node in trees["amendments"]
        ),
        sessions=tuple(Session.from_dict(node) for node in trees["sessions"]),
        session_events={session_id: own for session_id, own in events.items() if own},
        pain=tuple(PainReport.from_dict(node) for node in trees["pain"]),
        landmarks=landmarks,
        phone=phone,
    )


def _spread_screening(node: Node) -> Node:
    answers = [{"question": name, "answer": yes} for name, yes in node["answers"].items()]
    return node | {"answers": answers}


def _gather_screening(node: Node) -> Node:
    return node | {"answers": {row["question"]: row["answer"] for row in node["answers"]}}


def _spread_measurement(node: Node) -> Node:
    measurement = node["measurement"]
    curves = [
        {
            "side": curve["side"],
            "points": [
                {"time_s": time_s, "rotation_deg": rotation_deg}
                for time_s, rotation_deg in zip(curve["time_s"], curve["rotation_deg"], strict=True)
            ],
        }
        for curve in measurement["curves"]
    ]
    return node | {"readings": measurement["readings"], "curves": curves}


def _gather_measurement(node: Node) -> Node:
    curves = [
        {
            "side": curve["side"],
            "time_s": [point["time_s"] for point in curve["points"]],
            "rotation_deg": [point["rotation_deg"] for point in curve["points"]],
        }
        for curve in node["curves"]
    ]
    inner = node["measurement"] | {"readings": node["readings"], "curves": curves}
    return {"id": node["id"], "taken_at": node["taken_at"], "measurement": inner}


def _spread_amendment(node: Node) -> Node:
    readings = [
        {"which": which} | node[which] for which in ("before", "after") if node[which] is not None
    ]
    return node | {"readings": readings}


def _gather_amendment(node: Node) -> Node:
    gathered = {name: value for name, value in node.items() if name != "readings"}
    for which in ("before", "after"):
        of_this = [row for row in node["readings"] if row["which"] == which]
        gathered[which] = (
            {name: value for name, value in of_this[0].items() if name != "which"}
            if of_this
            else None
        )
    return gathered
