"""Sentences of the lying and standing tests: why a recording was refused, and what to change."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "not_prone_test": (
        "I did not see you lying on your belly with your head towards the camera and one knee "
        "bent, or I took your left leg for your right. Put the camera on a chair behind your "
        "head, wear something that shows your legs, and try again."
    ),
    "not_supine_test": (
        "I did not see you lying on your back with your head towards the camera and one knee "
        "above the hip, or I took your left leg for your right. Put the camera on a chair behind "
        "your head, and try again."
    ),
    "not_standing_test": (
        "I did not see you standing and facing the camera with one knee lifted, or I took your "
        "left leg for your right. Stand straight in front of the camera, and try again."
    ),
    "camera_too_low": (
        "The camera looks at you from too low. Put it higher, tilt it down until your feet are in "
        "the picture, and try again."
    ),
    "camera_too_high": (
        "The camera looks at you from too high. Put it lower or further away, and try again."
    ),
    "camera_aside": (
        "The camera stands too far to one side, or your thigh points too far out. Put the camera "
        "in line with your body, keep the knee in line with the hip, and try again."
    ),
    "leg_not_visible": (
        "I could not see your {side} knee and ankle all the time. Move the camera back or tilt "
        "it until they stay in the picture however you turn, and try again."
    ),
    "legs_mixed_up": (
        "I could not tell your left leg from your right. Better light and clothes that show your "
        "legs help. Please try again."
    ),
    "no_still_start": (
        "The leg was already moving when the recording began, so I have no zero to count from. "
        "Bend the knee, keep still for two seconds first, and try again."
    ),
    "no_turning": (
        "I saw no turning of a leg. After two seconds of stillness, let one foot go slowly out or "
        "in as far as it goes, hold for two seconds, three times."
    ),
    "pelvis_lifts": (
        "I could not read this one: your pelvis tilted while the leg moved. "
        "Go only as far as both sides of your pelvis stay where they are, and try again."
    ),
    "model_not_for_this_test": (
        "The quick way of reading pictures cannot read the {test}. Use the slower, more exact one "
        "(--model heavy), or "
        "take the reading with a phone or a goniometer and type it in."
    ),
}
