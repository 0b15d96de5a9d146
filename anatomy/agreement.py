"""Computed values beside published ones, as `docs/muscles.md` has them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from anatomy.leg import Leg, Vector
from anatomy.published import ARMS_MM, BENDS_DEG, LENGTHS, MCGOVERN, QUADRATUS_FEMORIS_MM
from anatomy.tables import changes_percent

STRINGS = ("piriformis", "gemellus-superior", "obturator-internus", "gemellus-inferior")


def agreement(leg: Leg) -> Iterator[str]:
    """Tables in Markdown."""
    column = {muscle.id: place for place, muscle in enumerate(leg.muscles)}
    bends = [np.deg2rad([bend, 0.0, 0.0, 0.0]) for bend in BENDS_DEG]
    arms_mm = 1000 * np.array([leg.moment_arms_m(bend)[2] for bend in bends])
    yield "| lever about the thigh's axis, mm | computed | compared with | worst |"
    yield "|---|--:|--:|--:|"
    for muscle, published in (*ARMS_MM.items(), ("quadratus-femoris", QUADRATUS_FEMORIS_MM)):
        ours = arms_mm[:, column[muscle]]
        worst = np.abs(ours - published).max()
        yield f"| {muscle} | {_row(ours)} | {_row(published)} | {worst:.1f} |"
    yield ""
    yield "| pose (flexion/adduction/rotation/knee) | muscle | computed, % | compared with, % |"
    yield "|---|---|--:|--:|"
    for pose, muscle, percent, _ in LENGTHS:
        change = changes_percent(leg, np.deg2rad(np.array(pose, dtype=float)))[column[muscle]]
        yield f"| {'/'.join(map(str, pose))} | {muscle} | {change:+.0f} | {percent:+.0f} |"
    yield ""
    yield "| longer than standing by, mm | 45° in, straight | 45° out, bent | 30° across, bent |"
    yield "|---|--:|--:|--:|"
    straight = leg.at(np.zeros(4)).lengths_m
    poses = [leg.at(np.deg2rad([*pose, 0.0])).lengths_m for pose in MCGOVERN]
    for muscle in STRINGS:
        longer_mm = [1000 * (pose - straight)[column[muscle]] for pose in poses]
        yield f"| {muscle} | {' | '.join(f'{mm:.0f}' for mm in longer_mm)} |"


def _row(values: tuple[int, ...] | Vector) -> str:
    return " / ".join(f"{value:.0f}" for value in values)
