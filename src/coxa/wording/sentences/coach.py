"""Sentences of the room ``coach``: spoken, so short, and heard once."""

from __future__ import annotations

_SPOKEN = {
    "coach_words": "{words}",
    "coach_intro_left": "{exercise}. Left hip.",
    "coach_intro_right": "{exercise}. Right hip.",
    "coach_switch_to_left": "Switch sides. Now the left hip.",
    "coach_switch_to_right": "Switch sides. Now the right hip.",
    "coach_get_ready": "Get ready.",
    "coach_back_into_position": "Back into position.",
    "coach_count": "{number}",
    "coach_ease_in": "Ease into the stretch.",
    "coach_ease_out": "Ease out, slowly.",
    "coach_move": "{rep}. Move.",
    "coach_hold": "Hold.",
    "coach_hold_seconds": "Hold. {seconds} seconds.",
    "coach_halfway": "Halfway.",
    "coach_come_back": "Slowly back.",
    "coach_counted_back": "{rep}. Slowly back.",
    "coach_counted_out": "{rep}. Ease out, slowly.",
    "coach_rest": "Rest. {seconds} seconds.",
    "coach_next_set": "Set {number} of {of} is next.",
    "coach_ask_pain": "How much did it hurt, from 0 to 10?",
    "coach_ask_pain_and_go_on": (
        "Did it hurt? If not, stay where you are: I go on in {seconds} seconds."
    ),
    "coach_ask_pinch": (
        "And a pinch at the front of the hip? If there was one, tell me: it means stop."
    ),
    "coach_ask_effort": "That was the last one. How hard was it, from 0 to 10?",
    "coach_going_on": "Going on.",
    "coach_paused_asked": "Paused.",
    "coach_paused_pain": "Ease out. Where does it hurt, and how much?",
    "coach_paused_hidden": "Paused, because the page was out of sight.",
    "coach_paused_connection": "Paused: ease out and rest. The connection was lost for a moment.",
    "coach_paused_gap": "Paused. There was a gap, and nothing of it was counted.",
}

_SEEN = {
    "coach_position": "Take the start position. I wait until I see you in it.",
    "coach_position_again": "Take your time. I wait for the start position.",
    "coach_position_offer": (
        "I cannot make out the start position. Press Next, and I go on by the clock."
    ),
    "coach_seen": "I see you. Get ready.",
    "coach_seen_again": "I see you again. We go on where we were.",
    "coach_begin": "Move when you are ready.",
    "coach_when_ready": "Whenever you are ready.",
    "coach_in_again": "And into the stretch again, for what is left.",
    "coach_hold_left": "Good. {seconds} seconds left.",
    "coach_further_again": "A little further in again.",
    "coach_stay": "Stay a moment at the end.",
    "coach_slower": "A little slower.",
    "coach_half": "A little further, as far as it is comfortable.",
    "coach_all_the_way_back": "All the way back.",
    "coach_mended": "That is it.",
    "coach_own_end": "Stay there. That is your end for today, and I count by the clock.",
    "coach_your_way": (
        "You go as far as you can today, and that is fine. From here I count by the clock."
    ),
    "coach_lost_sight": (
        "I cannot see you, so I wait. Come back into position, and we go on where we were."
    ),
    "coach_left": "I wait. Come back into position, and we go on where we were.",
    "coach_camera_on": "The camera is on. I watch from the next start.",
    "coach_camera_off": "The camera is off. I go on by the clock.",
    "coach_pain_within": "{score} of 10. Up to {limit} is all right here, so we go on.",
}

_ENDINGS = {
    "coach_finished": "Done for today.",
    "coach_stopped_by_person": "Stopped here. What you did is kept.",
    "coach_groin_pinch": (
        "A pinch at the front of the hip means stop. Ease out now: the session ends here. This "
        "exercise rests for a week, and what you did is kept. Never push through a pinch."
    ),
}

_SHOWN = {
    "coach_now_waiting": "Ready when you are",
    "coach_now_intro": "Get into position",
    "coach_now_position": "Into position",
    "coach_now_get_ready": "Get ready",
    "coach_now_move": "Move",
    "coach_now_hold": "Hold",
    "coach_now_further": "A little further",
    "coach_now_return": "Slowly back",
    "coach_now_rest": "Rest",
    "coach_now_switch_sides": "Switch sides",
    "coach_now_ask_pain": "Did it hurt?",
    "coach_now_ask_effort": "How hard was it?",
    "coach_now_finished": "Done",
    "coach_now_stopped": "Stopped",
    "coach_place_set": "Set {set} of {sets}",
    "coach_next_hold": "Hold for {seconds} s",
    "coach_next_reps": "{reps} times, each held for {seconds} s",
    "coach_next_rep": "Number {rep}",
    "coach_next_rest": "Rest for {seconds} s",
    "coach_next_side_left": "The left hip",
    "coach_next_side_right": "The right hip",
    "coach_next_exercise": "{exercise}",
    "coach_next_end": "That was the last one",
}

_FAULTS = {
    "coach_nothing_to_do": (
        "There is nothing to do in this session. Nothing is lost: choose an exercise, or look at "
        "the plan for the next day."
    ),
    "coach_too_much": (
        "A session holds at most {most} doses. Nothing is lost: start from today's plan."
    ),
    "coach_unknown_exercise": (
        "There is no exercise called {id}. Nothing is lost: choose one from the list."
    ),
    "session_chosen": "You chose {exercise} on its own.",
    "session_out_of_step": (
        "This session went on in another window. What was done there is kept; go on from where it "
        "stands now."
    ),
    "session_too_old": (
        "This session lies too long ago to go on with. What you did is kept; start a new one."
    ),
}

_SUMMARY = {
    "session_all_done_well": "Every set done, and nothing was seen that needs putting right.",
    "session_all_done": "Every set done, from the first to the last.",
    "session_all_done_again": "Every set done, in session number {week} of the last seven days.",
    "session_partly_done": "{sets} of {planned} sets, and each of them counts.",
    "session_begun_only": "No set was finished this time; what you began is kept.",
    "session_nothing_done": "Nothing was done this time, and nothing is lost.",
    "session_whole_way": "The whole way at its best.",
    "session_part_of_the_way": "At its best about {percent} % of the way.",
    "session_half_reps": "Gone only part of the way, so not counted: {half}.",
    "session_fast_reps": "Hurried: {fast}.",
    "session_keep_in_mind": "For next time: {cue}",
    "session_nothing_to_mend": "Calm, and nothing to put right.",
    "session_stopped_at_a_sign": "You stopped when your body said so, and that is the rule here.",
}

SENTENCES: dict[str, str] = _SPOKEN | _SEEN | _ENDINGS | _SHOWN | _FAULTS | _SUMMARY
