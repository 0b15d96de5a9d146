"""Sentences of an exercise's page and of what is taken away on paper."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "sign_groin_pinch": "a pinch at the front of the hip or in the groin",
    "sign_tingling_numbness": "tingling or numbness",
    "sign_inner_knee_pain": "pain at the inner side of the knee",
    "sign_catch_or_lock": "something in the hip catches or locks",
    "sign_pain_over_limit": "pain above {limit} of 10",
    "sign_unsteady": "you feel unsteady",
    "sign_pelvis_pain": "pain at the pubic bone or the back of the pelvis",
    "closed_for_hip_replacement": "an artificial hip",
    "closed_for_groin_pinch": "a hip that pinches in the groin",
    "closed_for_knee_injury": "an injured knee ligament or meniscus",
    "closed_for_hypermobility": "joints that are known to move too far",
    "closed_for_pregnancy": "pregnancy, or pain of the pelvis that came with it",
    "closed_for_late_pregnancy": "the last months of pregnancy",
    "closed_for_balance_problem": "a trouble with balance",
    "needs_nothing": "nothing",
    "handout_start": "Start",
    "handout_steps": "Then",
    "handout_how_much": "How much",
    "handout_days": "{days} days a week",
    "handout_one_day": "1 day a week",
    "handout_hours": "{hours} hours of rest before the next day of it",
    "handout_holds": "{sets} × {hold} s",
    "handout_reps": "{sets} rounds of {reps}, each held for {hold} s",
    "handout_pace": "{up} s to get there, {down} s back",
    "handout_which_side": "Which side",
    "handout_breathing": "Breathing",
    "handout_feel": "What you should feel",
    "handout_feel_not": "Not this: {feeling}",
    "handout_stop": "Stop at once at",
    "handout_not_for": "Not with",
    "handout_need": "What you need, and how to check it",
    "handout_cues": "What often goes wrong",
    "handout_cue": "{fault} “{cue}”",
    "handout_easier": "Easier",
    "handout_harder": "Harder",
    "handout_optional": "{thing} (if you like)",
    "handout_picture_start": "Start",
    "handout_picture_end": "Hold here",
    "handout_scan": "This page where your coxa runs",
    "handout_no_promise": (
        "coxa is no medical device. Whether turning further changes pain or injuries has not been "
        "shown. Pain that stays: see a physiotherapist or a doctor."
    ),
    "handout_plan_title": "Your plan, {first} to {last}",
    "handout_plan_lead": (
        "Measure cold, before the exercises, at the same hour. A missed day shifts; nothing piles "
        "up."
    ),
    "handout_plan_day": "Day",
    "handout_plan_due": "What is due",
    "handout_plan_done": "Done",
    "handout_reading": "measure",
    "handout_rest": "rest",
    "handout_left": "left",
    "handout_right": "right",
    "handout_both": "left and right",
    "handout_no_font": (
        "The letters for printing are not there, so no PDF was made. Nothing else is touched. "
        "Build coxa once (make run), then try again."
    ),
}
