"""Where the numbers of a table come from."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from anatomy.muscles import Muscle
from coxa.body import Origin

ORIGINS = {
    "myoleg": Origin(
        model="MyoLeg, myo-sim 0.2.4 (Apache-2.0), run in MuJoCo; optimal fibre lengths of "
        "Rajagopal 2016",
        pose="the key pose named; the bones of one body, no capsule, no ligaments",
        check="Moment arms agree with Delp 1999 (cadavers): nearly all parts shift towards turning "
        "in as the hip bends, and piriformis changes sign.",
    ),
    "added": Origin(
        model="Path added to MyoLeg from published attachment points; fibre lengths of Parvaresh "
        "2019, quadratus femoris of Delp 1990",
        pose="the key pose named; the bones of one body, no capsule, no ligaments",
        check="Ten millimetres of scatter on the attachment points; direction compared with "
        "Vaarbakken 2014 and 2015 and McGovern 2017 (cadavers).",
    ),
}


def origins() -> dict[str, Any]:
    """Every origin, by the word that a muscle names it with."""
    return {key: known.to_dict() for key, known in ORIGINS.items()}


def origin(muscle: Muscle) -> str:
    """The word for where a muscle's path comes from."""
    return "added" if muscle.added else "myoleg"


def made_by() -> dict[str, str]:
    """Which command and which versions made a table."""
    return {
        "command": "make body",
        "myo-sim": version("myo-sim"),
        "mujoco": version("mujoco"),
    }
