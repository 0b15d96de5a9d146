"""What people do not expect of an exercise, found in the computed numbers, not written by hand."""

from __future__ import annotations

from coxa.body import Against, Does, HeldMoment, MuscleChange
from coxa.catalogue import EffectLeg, Exercise, KeyPose, Kind

NO_TURNING_NM = 0.5
OF_NOTE_NM = 2.0
MOSTLY = 3.0


def surprise(
    exercise: Exercise, pose: KeyPose, moment: HeldMoment, muscles: tuple[MuscleChange, ...]
) -> str | None:
    """Id of the sentence that tells it, if there is something to tell."""
    if exercise.kind is Kind.STRETCH:
        return _of_a_stretch(pose, muscles)
    if moment.against is not Against.GRAVITY:
        return None
    if exercise.effect.leg is EffectLeg.STANDING:
        return None
    turning = abs(moment.rotation)
    if turning < NO_TURNING_NM:
        sideways = abs(moment.adduction) > abs(moment.flexion)
        return "muscles_surprise_only_sideways" if sideways else "muscles_surprise_no_resistance"
    if turning > OF_NOTE_NM and moment.rotation * pose.effect_leg.hip_internal_rotation_deg < 0:
        return "muscles_surprise_held_back"
    if moment.flexion > MOSTLY * turning:
        return "muscles_surprise_hip_flexors"
    return None


def _of_a_stretch(pose: KeyPose, muscles: tuple[MuscleChange, ...]) -> str | None:
    piriformis = next(muscle for muscle in muscles if muscle.id == "piriformis")
    turned_in = pose.effect_leg.hip_internal_rotation_deg > 0
    if turned_in and piriformis.does is Does.SHORTENS:
        return "muscles_surprise_piriformis_shorter"
    return None
