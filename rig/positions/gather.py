"""What the product itself sees of the stills: features of every turned leg, beside the truth."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coxa.angles import Body, read_body
from coxa.angles.bent_leg import bent_leg
from coxa.angles.bent_leg_features import bent_leg_features
from coxa.assessment import bent_leg_checks as checks
from coxa.assessment.bent_leg_rules import RULES
from coxa.pose import Model
from coxa.quantities import ANKLE_SIGN, Side, Test
from rig.body_data import Floats
from rig.positions.scene import Position
from rig.positions.sight import WAYS, recording_of, sets_of

TESTS: dict[Position, Test] = {
    "prone": Test.PRONE,
    "supine": Test.SUPINE_90_90,
    "standing": Test.STANDING,
}

Flags = NDArray[np.bool_]
LEG = ("hip", "knee", "ankle")


@dataclass(frozen=True)
class Turns:
    """Turned legs since rest; arrays (n,), `picture` (n, 6); degrees, internal positive."""

    features: dict[str, Floats]
    naive_deg: Floats
    true_deg: Floats
    pelvis_deg: Floats
    rest_deg: Floats
    body: list[str]
    picture: Floats

    def level(self, most_deg: float) -> "Turns":
        """Those whose pelvis has tilted by no more than this since rest."""
        return self.where(np.abs(self.pelvis_deg) <= most_deg)

    def where(self, chosen: Flags) -> "Turns":
        """Some of them, by a mask (n,)."""
        return Turns(
            {name: values[chosen] for name, values in self.features.items()},
            self.naive_deg[chosen],
            self.true_deg[chosen],
            self.pelvis_deg[chosen],
            self.rest_deg[chosen],
            [name for name, keep in zip(self.body, chosen, strict=True) if keep],
            self.picture[chosen],
        )


def gather(folder: Path, model: Model) -> tuple[Turns, dict[str, float]]:
    """All turned legs of a folder of stills that the product would not refuse, and the shares
    (of stills after the first of a set) refused by reason or lost.
    """
    kept: list[dict[str, Any]] = []
    why: Counter[str] = Counter()
    for lines in sets_of(folder).values():
        test = TESTS[lines[0]["scene"]["position"]]
        recording = recording_of(folder, lines, model)
        body = read_body(recording)
        side = Side(lines[0]["scene"]["posture"]["tested"])
        resting = np.arange(len(lines) * WAYS) < WAYS
        count = len(lines) - 1
        seen = checks.in_picture(body, side, (recording.width_px, recording.height_px))
        refusal = _refusal(body, side, resting, test, seen)
        if refusal:
            why[refusal] += count
            continue
        found = _turns(body, side, resting, test, seen, lines)
        why["lost"] += count - len(found)
        why["read"] += len(found)
        kept += found
    total = sum(why.values())
    return _stacked(kept), {name: round(n / total, 3) for name, n in sorted(why.items())}


def _refusal(body: Body, side: Side, resting: Flags, test: Test, seen: Flags) -> str | None:
    rules = RULES[test]
    if not body.found.any():
        return "no_person"
    wrong = checks.posture(body, rules)
    if wrong:
        return wrong.id
    if not seen[0]:
        return "leg_not_visible"
    rest = body.rest(resting)[side]
    leg = bent_leg(rest["knee"] - rest["hip"], rest["ankle"] - rest["knee"], test, rules.view, side)
    misplaced = checks.camera_is_placed(leg, body, side, resting, rules)
    return misplaced.id if misplaced else None


def _turns(
    body: Body,
    side: Side,
    resting: Flags,
    test: Test,
    seen: Flags,
    lines: list[dict[str, Any]],
) -> list[dict[str, Any]]:
    rules, rest = RULES[test], body.rest(resting)
    own = rest[side]
    leg = bent_leg(own["knee"] - own["hip"], own["ankle"] - own["knee"], test, rules.view, side)
    features = bent_leg_features(leg, side, body.joints, rest)
    usable = seen & checks.believable(features)
    shank = body.joints[side]["ankle"] - body.joints[side]["knee"]
    down = -1.0 if rules.shank_up else 1.0
    lean_deg = np.degrees(np.arctan2(shank[:, 0], down * shank[:, 1]))
    naive_deg = ANKLE_SIGN[test, rules.view, side] * (lean_deg - lean_deg[0])
    rises = 1 if side is Side.LEFT else -1
    zero = lines[0]["truth"]
    frames = range(WAYS, len(lines) * WAYS, WAYS)
    name = f"hip_rotation_{side}_deg"
    return [
        {
            "features": {key: float(values[k]) for key, values in features.items()},
            "naive_deg": float((naive_deg[k] + 180) % 360 - 180),
            "true_deg": truth[name] - zero[name],
            "pelvis_deg": rises * (truth["pelvis_deg"] - zero["pelvis_deg"]),
            "rest_deg": zero[name],
            "body": str(lines[0]["scene"]["body"]),
            "picture": leg_picture(
                ANKLE_SIGN[test, rules.view, side],
                [own[part] for part in LEG],
                [body.joints[side][part][k] for part in LEG],
            ),
        }
        for k, truth in zip(frames, (line["truth"] for line in lines[1:]), strict=True)
        if usable[k]
    ]


def _stacked(found: list[dict[str, Any]]) -> Turns:
    names = list(found[0]["features"])

    def column(key: str) -> Floats:
        return np.array([each[key] for each in found])

    return Turns(
        {name: np.array([each["features"][name] for each in found]) for name in names},
        column("naive_deg"),
        column("true_deg"),
        column("pelvis_deg"),
        column("rest_deg"),
        [each["body"] for each in found],
        column("picture"),
    )


def leg_picture(sign: int, rest: Sequence[Floats], now: Sequence[Floats]) -> Floats:
    """(6,) thigh and shank at rest and shank now, from hip, knee and ankle (2,) each; outward
    is positive, and the unit is the leg's size at rest.
    """
    parts = np.array([rest[1] - rest[0], rest[2] - rest[1], now[2] - now[1]])
    result: Floats = (parts * [sign, 1] / np.linalg.norm(parts[:2])).ravel()
    return result
