"""Sentences of the programme and the experiment: why this, why now, why less."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "plan_blocked": "There is no plan for now: the questions before the start must be settled.",
    "plan_cannot_measure": (
        "There is no plan: it is made from how far your hips turn, and the tests are closed to you "
        "for now. Someone who can examine your hip can plan with you."
    ),
    "plan_left_out": "Left out: {exercises}.",
    "plan_paused": "Resting for a week after the stop sign you reported: {exercises}.",
    "plan_measure_first": (
        "Measure first. The plan is made from how far your own hips turn, and without a first "
        "reading nobody could say later whether anything changed."
    ),
    "plan_baseline_first": (
        "You have measured on {done} of {wanted} days. The first two get you used to the test, the "
        "others show where you start from and how far your own readings are off; then the "
        "exercises begin."
    ),
    "plan_one_way": (
        "Only days with the same test and the same instrument count here, because readings taken "
        "in different ways are never compared."
    ),
    "plan_started_early": (
        "You have measured on {done} of {wanted} days. You may begin now, but days before the "
        "exercises cannot be made up for later. Whether your hips turn further may then stay "
        "open, and how far your own readings are off cannot be told."
    ),
    "plan_not_at_hand": (
        "Left out, because you have not ticked the things or places that they need: {exercises}."
    ),
    "plan_nothing_fits": (
        "No exercise fits the things and places that you have ticked and what your answers leave "
        "open. You can go on measuring. Tick one more thing or place in the settings, and "
        "there will be exercises here."
    ),
    "plan_none_while_waiting": (
        "While one hip waits, only exercises that leave it alone may be done, and none of those "
        "fits your answers, things, places and wish. The exercises begin when both hips train."
    ),
    "plan_no_room_stretch": "Your {minutes} minutes a session are too few for a stretch.",
    "plan_no_room_control": (
        "In {minutes} minutes a session there is no room for turning the leg by its own strength; "
        "stretching comes first."
    ),
    "plan_no_room_strength": (
        "In {minutes} minutes a session there is no room for strength work; stretching comes first."
    ),
    "plan_no_room_balance": (
        "In {minutes} minutes a session there is no room for the muscles that turn the leg the "
        "other way; they come last."
    ),
    "plan_goal_words": (
        "Your goal: {goal}. These exercises work on how far your hips turn. Whether that helps "
        "with your goal, nobody can promise."
    ),
    "plan_goal_walking": (
        "Your goal is walking. These exercises work on how far your hips turn. Whether that makes "
        "walking easier, nobody can promise."
    ),
    "plan_goal_running": (
        "Your goal is running. These exercises work on how far your hips turn. Whether that makes "
        "running easier, nobody can promise."
    ),
    "plan_goal_squatting": (
        "Your goal is squatting. These exercises work on how far your hips turn. Whether that "
        "makes squatting easier, nobody can promise."
    ),
    "plan_goal_jumping": (
        "Your goal is jumping. These exercises work on how far your hips turn. Whether that makes "
        "jumping easier, nobody can promise."
    ),
    "plan_goal_sport": (
        "Your goal is your sport. These exercises work on how far your hips turn. Whether that "
        "helps in your sport, nobody can promise."
    ),
    "plan_compare_before": (
        "Your comparison: both hips are only measured for now. In {days} days the {side} hip "
        "starts to train; the other one waits."
    ),
    "plan_compare_waiting": (
        "Your comparison: the {side} hip trains. The {other} one still waits for {days} days, and "
        "is only measured, so that the two can be compared."
    ),
    "plan_compare_both": (
        "Your comparison: the days of waiting are over, and both hips may train."
    ),
    "plan_compare_due": (
        "Your comparison has reached its planned end: the answer is due. You can go on training "
        "and measuring."
    ),
    "plan_arc": (
        "Your {side} hip turns {in_deg}° in and {out_deg}° out, {arc_deg}° taken together (give or "
        "take {error_deg}°)."
    ),
    "plan_side_first": (
        "Your {side} hip turns in less than the other, by more than the measuring error, so it "
        "comes first."
    ),
    "plan_side_first_out": (
        "Your {side} hip turns out less than the other, by more than the measuring error, so it "
        "comes first in turning out."
    ),
    "plan_sides_alike": (
        "Your two hips turn in about alike, as far as the readings can tell. Both get the same; "
        "the {side} one goes first."
    ),
    "plan_sides_alike_out": (
        "Your two hips turn out about alike, as far as the readings can tell. Both get the same."
    ),
    "plan_stretch": (
        "Your {side} hip turns in {value_deg}° (give or take {error_deg}°). Stretching what turns "
        "it out may let it turn in further."
    ),
    "plan_stretch_out": (
        "Your {side} hip turns out {value_deg}° (give or take {error_deg}°). Stretching what holds "
        "it back may let it turn out further."
    ),
    "plan_stretch_unread": (
        "There is no reading of how far your {side} hip turns in yet. It gets the usual amount of "
        "stretching."
    ),
    "plan_stretch_unread_out": (
        "There is no reading of how far your {side} hip turns out yet. It gets the usual amount of "
        "stretching."
    ),
    "plan_stretch_stiffer": (
        "Your {side} hip turns in {value_deg}° (give or take {error_deg}°), clearly less than the "
        "other. Stretching what turns it out may let it turn in further."
    ),
    "plan_stretch_stiffer_out": (
        "Your {side} hip turns out {value_deg}° (give or take {error_deg}°), clearly less than the "
        "other. Stretching what holds it back may let it turn out further."
    ),
    "plan_stretch_more": (
        "On your last three days of measuring your {side} hip turned in less than the other by "
        "more than 10° each time ({apart_deg}° on average), so it gets one round more."
    ),
    "plan_stretch_more_out": (
        "On your last three days of measuring your {side} hip turned out less than the other by "
        "more than 10° each time ({apart_deg}° on average), so it gets one round more."
    ),
    "plan_control": "Turning the {side} leg in by its own strength uses the range that you have.",
    "plan_control_out": (
        "Turning the {side} leg out by its own strength uses the range that you have."
    ),
    "plan_strength": (
        "Work for the muscles that turn the {side} leg in, with at least two days from one time to "
        "the next."
    ),
    "plan_strength_out": (
        "Work for the muscles that turn the {side} leg out, with at least two days from one time "
        "to the next."
    ),
    "plan_balance": (
        "Keeps the muscles that turn the {side} leg in at their strength. It does not count as "
        "turning-out work."
    ),
    "plan_balance_out": (
        "Keeps the muscles that turn the {side} leg out in step. It does not count as turning-in "
        "work."
    ),
    "plan_in_place": (
        "None of the eight exercises of this kind is open to you with your answers, things and "
        "places, so this one takes their place for the {side} hip."
    ),
    "plan_while_other_waits": (
        "Only your {side} hip trains for now. This exercise leaves the {other} one at rest, which "
        "waits as the comparison."
    ),
    "plan_cut": (
        "Rounds for the {side} leg today: {sets} instead of {wanted}, because more does not fit "
        "into your {minutes} minutes."
    ),
    "plan_halved_pain": "Half as many rounds for the {side} leg, because of the pain you reported.",
    "plan_halved_bone": (
        "Half as many rounds for the {side} leg and nothing harder, because the shape of its bones "
        "may set the limit."
    ),
    "plan_back_pain": (
        "One step easier for the {side} leg, because it hurt too much the last time: {way}."
    ),
    "plan_back_half-reps": (
        "One step easier for the {side} leg, because most repetitions did not reach the end the "
        "last time: {way}."
    ),
    "plan_back_effort": (
        "One step easier for the {side} leg, because the last session was very hard: {way}."
    ),
    "plan_back_days-off": (
        "One step easier for the {side} leg after two weeks or more without training: {way}."
    ),
    "plan_up_sets": (
        "{good} good sessions one after the other: now {sets} rounds for the {side} leg."
    ),
    "plan_up_reps": (
        "{good} good sessions one after the other: now {reps} times a round for the {side} leg."
    ),
    "plan_up_hold": (
        "{good} good sessions one after the other: now held for {hold_s} seconds by the {side} leg."
    ),
    "plan_up_range": (
        "{good} good sessions one after the other: now a little further with the {side} leg."
    ),
    "plan_up_nothing": (
        "{good} good sessions one after the other: now the whole exercise for the {side} leg."
    ),
    "plan_up_way": (
        "{good} good sessions one after the other: now a harder way for the {side} leg: {way}."
    ),
    "plan_day_reading": "Only a reading today: cold, before any exercise, at your usual hour.",
    "plan_day_rest": "Rest.",
    "calendar_session": "coxa: exercises",
    "calendar_reading": "coxa: measure",
    "calendar_both": "coxa: measure, then exercises",
    "calendar_cold": "Measure first: cold, before any exercise.",
    "calendar_minutes": "About {minutes} minutes.",
    "training_before_baseline": (
        "The {side} leg was trained before there was a baseline, so there is nothing to compare "
        "its readings with."
    ),
    "baseline_short": (
        "The {side} leg has readings from {days} days before training; {wanted} would make the "
        "comparison firmer."
    ),
}
