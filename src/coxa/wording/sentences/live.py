"""Sentences of the guided test: spoken while somebody sits and moves, so short, and heard once."""

from __future__ import annotations

_PLACE = {
    "live_sit_down": (
        "Sit on a firm, high seat, facing the camera. Let both lower legs hang freely."
    ),
    "live_nobody": "I can't see you yet. Sit down in front of the camera.",
    "live_several": (
        "I see two people. Please be alone in the picture, without a mirror that shows you."
    ),
    "live_knees_hidden": "I can't see your knees. Move the camera until both are in the picture.",
    "live_ankles_hidden": "I can't see your ankles. Tilt the camera down, or move it back.",
    "live_too_near": "You are too near. Move back, or move the camera back.",
    "live_too_far": "You are too far away. Come a little nearer.",
    "live_not_in_the_middle": "Sit in the middle of the picture.",
    "live_not_seated": "Sit upright, facing the camera, with your knees bent.",
    "live_camera_left": "The camera stands too far to your left. Move it a little to your right.",
    "live_camera_right": "The camera stands too far to your right. Move it a little to your left.",
    "live_camera_high": (
        "The camera looks down on you. Put it lower, at the height of your knees, or sit with "
        "your thighs level."
    ),
    "live_camera_low": "The camera looks up at you. Put it at the height of your knees.",
    "live_camera_rolled": "The camera is tilted to one side. Set it straight.",
    "live_leaning": "Sit upright, without leaning. Let both lower legs hang straight down.",
    "live_too_slow": (
        "This device is too slow just now to follow you. Close other programs. If that does not "
        "help, film yourself, and let me read the film."
    ),
}

_BEFORE = {
    "live_raise_right_hand": "Good. Now raise your right hand.",
    "live_other_hand": ("That looks like your left hand. Put it down. Then raise your right hand."),
    "live_hand_seen": (
        "Thank you. Hand down. Both sit bones down. Let both legs hang, and keep still."
    ),
    "live_mirrored": (
        "Your camera shows a mirror picture, so I have exchanged left and right. Hand down. Both "
        "sit bones down. Let both legs hang, and keep still."
    ),
    "live_hand_skipped": "Both sit bones down. Let both legs hang, and keep still.",
    "live_hand_down": "Put your hand down, on your thigh.",
    "live_hang_still": "Let both legs hang, and keep still.",
    "live_not_hanging_left": "Your left lower leg does not hang straight down. Let it hang freely.",
    "live_not_hanging_right": (
        "Your right lower leg does not hang straight down. Let it hang freely."
    ),
}

_MOVE = {
    "live_go_right_internal": "Right foot out to the side, slowly, as far as it goes. Hold there.",
    "live_go_right_external": "Right foot inward, slowly, as far as it goes. Hold there.",
    "live_go_left_internal": "Left foot out to the side, slowly, as far as it goes. Hold there.",
    "live_go_left_external": "Left foot inward, slowly, as far as it goes. Hold there.",
    "live_again": "Again. Number {number}.",
    "live_hold": "Hold.",
    "live_back": "And back.",
    "live_hold_longer": "Hold a little longer, until I say back. Once more.",
    "live_to_the_end": "Out to the end again, and hold.",
    "live_short": "That one stopped short. Once more, as far as it goes.",
    "live_further": "That went further, so I count from this one. Again. Number {number}.",
    "live_let_them_hang": "Let both legs hang.",
    "live_other_way": "Well done. Rest. Next, the same leg the other way.",
    "live_other_side_left": "Well done. Rest. Next, your left leg.",
    "live_other_side_right": "Well done. Rest. Next, your right leg.",
    "live_wrong_leg_left": "That is the other leg. Your left one, please.",
    "live_wrong_leg_right": "That is the other leg. Your right one, please.",
    "live_wrong_way_internal": "The other way: the foot goes out to the side.",
    "live_wrong_way_external": "The other way: the foot goes inward.",
    "live_cannot_move": "Take your time. If it does not work, skip this one.",
    "live_done": "That was all. Well done.",
}

_BREAKS = {
    "live_paused_nobody": "Paused: I can't see you. Sit down again, and I go on.",
    "live_paused_several": "Paused: somebody else is in the picture. I go on when you are alone.",
    "live_paused_hidden": "Paused: I can't see both knees and ankles.",
    "live_paused_stood_up": "Paused. Sit down again, and I go on.",
    "live_paused_gap": "Paused: no picture came for a moment. Nothing is lost.",
    "live_paused_asked": "Paused. Go on when you are ready.",
    "live_going_on": "Going on.",
    "live_going_on_with_right_internal": "Going on. Right foot out to the side.",
    "live_going_on_with_right_external": "Going on. Right foot inward.",
    "live_going_on_with_left_internal": "Going on. Left foot out to the side.",
    "live_going_on_with_left_external": "Going on. Left foot inward.",
    "live_sits_differently": (
        "You sit a little differently now. Both sit bones down. Let both legs hang, and keep still."
    ),
}

_ENDINGS = {
    "live_pinch": (
        "A pinch at the front of the hip means stop. Let the leg hang: the test ends here. Never "
        "push through a pinch."
    ),
    "live_stopped": "Stopped here. I read what you have done so far.",
    "live_too_long": (
        "This test has gone on for a long time, so it ends here. What you did so far is read."
    ),
}

SENTENCES: dict[str, str] = _PLACE | _BEFORE | _MOVE | _BREAKS | _ENDINGS
