"""Sentences of measuring: why a recording or a reading was refused, and what to change."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "no_person": (
        "I could not see a person in most of this recording. Film in good light, with your whole "
        "body in the picture from head to feet, and try again."
    ),
    "several_people": (
        "I saw more than one person, so I cannot be sure whose legs I would measure. Please be "
        "alone in the picture and try again."
    ),
    "legs_not_visible": (
        "I could not see both of your legs down to the ankles all the time. Move the camera back "
        "or tilt it down until your knees and feet stay in the picture, and try again."
    ),
    "sides_unclear": (
        "I could not tell your left leg from your right. Face the camera, let your face be in "
        "the picture, sit with your knees a little apart, and try again."
    ),
    "not_seated_test": (
        "This does not look like the seated test: I did not see you sitting upright, facing the "
        "camera, with your knees bent. Sit on a high firm seat, camera in front, and try again."
    ),
    "camera_to_the_left": (
        "The camera stands too far to your left (about {yaw_deg}°). Put it straight in front of "
        "you, at the height of your knees, and try again."
    ),
    "camera_to_the_right": (
        "The camera stands too far to your right (about {yaw_deg}°). Put it straight in front of "
        "you, at the height of your knees, and try again."
    ),
    "no_neutral": (
        "Your legs were already moving when the recording began, so I have no zero to count from. "
        "Let both lower legs hang still for two seconds first, and try again."
    ),
    "leg_not_hanging": (
        "At the start your lower legs did not hang alike: they were about {spread_deg}° apart. Let "
        "both hang freely, straight down, and try again."
    ),
    "body_not_upright": (
        "At the start your lower legs and your body were not in line: about {off_deg}° apart. Sit "
        "upright, let both lower legs hang straight down, and try again."
    ),
    "no_movement": (
        "I saw you sitting still, but no turning of a leg. After two seconds of stillness, swing "
        "one foot slowly out or in as far as it goes, hold for two seconds, three times."
    ),
    "too_few_holds": (
        "I found {held} held repeats here and need at least two. Go slowly to the end, hold still "
        "there for two seconds, come back, and do this three times."
    ),
    "pelvis_hike": (
        "I could not read this one: your pelvis tilted by about {hike_deg}° while the {side} leg "
        "moved. Keep both sit bones down on the seat and try again."
    ),
    "repeats_differ": (
        "Your repeats ended at very different places, so their middle would say little. Go slowly "
        "to the same firm end each time, and try again."
    ),
    "test_not_by_camera": (
        "The {test} cannot be read from a recording yet; only the seated test can. You can type a "
        "reading that you took with a goniometer instead."
    ),
}
