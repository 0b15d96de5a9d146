"""Sentences of a test led by the phone: letting it in, what to do, how it ended."""

from __future__ import annotations

_LET_IN = {
    "phone_no_network": (
        "This machine is in no local network, so no phone can reach it. Nothing is lost: join the "
        "Wi-Fi that the phone is in, then try again."
    ),
    "phone_code_wrong": (
        "That is not the code. Nothing is lost: look at the laptop once more and type it again."
    ),
    "phone_code_closed": (
        "A wrong code was typed several times, so nobody is let in any more and nothing was "
        "recorded. Press Use a phone on the laptop again for a new code."
    ),
    "phone_code_expired": (
        "This code is too old, so this phone was not let in. Nothing is lost: press Use a phone on "
        "the laptop again for a new code."
    ),
    "phone_another_paired": (
        "Another phone is measuring already, so this one was not let in. Go on with that phone, or "
        "press Use a phone on the laptop again to start anew with this one."
    ),
    "phone_not_let_in": (
        "The laptop does not know this phone, so nothing of it was taken. If the test was started "
        "anew there, scan the new code; what was recorded here can still be saved."
    ),
    "phone_message_unreadable": (
        "The phone sent something that is no part of a test, so it was not taken. Nothing wrong "
        "was recorded. Load the page on the phone again."
    ),
    "phone_batch_unusable": (
        "The phone told numbers that no phone can measure, so they were not taken. Nothing wrong "
        "was recorded. Restart the phone, or take another one."
    ),
    "phone_batch_too_many": (
        "This recording is longer than any test, so the rest was not taken. Save it on the phone "
        "if you need it, then start anew."
    ),
}

_PLACE = {
    "phone_place_seated_rotation": (
        "Sit down on a high, firm seat. Let both lower legs hang, both sit bones down."
    ),
    "phone_place_prone_rotation": (
        "Lie down on your belly. Bend that knee until the lower leg points straight up."
    ),
    "phone_place_supine_90_90_rotation": (
        "Lie down on your back. Lift that thigh until it points straight up, and keep the lower "
        "leg level."
    ),
    "phone_place_standing_rotation": (
        "Stand and hold on to something. Lift that thigh until it is level, and let the lower leg "
        "hang."
    ),
}

_STILL = {
    "phone_still_seated_rotation": "Let the leg hang, and keep still.",
    "phone_still_prone_rotation": "Lower leg straight up. Keep still.",
    "phone_still_supine_90_90_rotation": "Thigh straight up, lower leg level. Keep still.",
    "phone_still_standing_rotation": "Let the lower leg hang, and keep still.",
}

_ENDINGS = {
    "phone_nothing_read": (
        "The test ended before anything could be read. Nothing was kept, and your records are as "
        "they were. Start again when you like."
    ),
    "phone_nobody_came": (
        "No phone came within ten minutes, so the code is no longer good and the phone's page is "
        "closed. Nothing is lost; press Use a phone for a new one."
    ),
    "phone_forgotten": (
        "The test was ended on the laptop, or started anew, and nothing of it was kept."
    ),
}

SENTENCES = _LET_IN | _PLACE | _STILL | _ENDINGS
