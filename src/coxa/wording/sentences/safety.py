"""Sentences of the room ``safety``: what a yes leads to, pain, and closed gates."""

from __future__ import annotations

_AFTER_A_YES = {
    "then_cannot_bear_weight": (
        "Do not measure or exercise now. Keep the weight off that leg and see a doctor today."
    ),
    "then_pain_with_fever": (
        "Do not measure or exercise now. Hip pain with a fever should be seen by a doctor today."
    ),
    "then_emergency_signs": (
        "Do not measure or exercise now. Call the emergency number or go to an emergency "
        "department: what you describe should be looked at now."
    ),
    "then_young_with_pain": (
        "Do not measure or exercise. Tell an adult, keep the weight off that leg as far as you "
        "can, and see a doctor today."
    ),
    "then_under_18": (
        "You may go on, together with a parent or another adult whom you trust. The published "
        "readings here are those of grown people, so yours may differ."
    ),
    "then_hip_replacement": (
        "With an artificial hip, turning it far may be unsafe. The tests and the turning-in "
        "exercises stay closed; ask your surgeon what you may do."
    ),
    "then_surgery_or_fracture": (
        "Wait until the person who treated you tells you that you may move the hip freely. "
        "Then answer these questions again."
    ),
    "then_hip_joint_condition": (
        "This needs someone who can examine your hip. Please see a doctor or physiotherapist "
        "instead; they can choose movements that suit it."
    ),
    "then_bone_at_risk": (
        "Please have this pain looked at by a doctor soon, before you stretch or load the hip."
    ),
    "then_unexplained_signs": (
        "Please have this looked at by a doctor soon, before you stretch or load the hip. If one "
        "has, and told you to go on, stop again as soon as it gets worse."
    ),
    "then_loading_pain": (
        "Please have this looked at by a doctor soon, and until then spare the leg: no running, "
        "no hopping. If one has, and told you to go on, stop again as soon as it gets worse."
    ),
    "then_groin_pinch": (
        "A pinch at the front of the hip means stop, so whatever bends the hip far and turns it "
        "in stays closed. A physiotherapist can tell you what suits your hip."
    ),
    "then_knee_injury": (
        "The stretches that could twist a knee stay closed. A physiotherapist can tell you when "
        "the knee is ready."
    ),
    "then_hypermobility": (
        "Holding loose joints at the end of their range may irritate them, so those exercises "
        "stay closed. A physiotherapist can help you with strength."
    ),
    "then_balance_problem": (
        "The exercise standing on one leg stays closed. There is one lying down that trains the "
        "same turn. Tell a doctor or physiotherapist if you have fallen."
    ),
    "then_pregnancy": (
        "One-sided twisting and standing on one leg stay closed. Keep every movement small, stop "
        "at pain in the front or back of the pelvis, and ask your midwife first."
    ),
    "then_late_pregnancy": (
        "Everything that is done lying flat on the back or on the belly stays closed."
    ),
    "then_lasting_pain": (
        "You may go on. Pain or morning stiffness that lasts like this is still worth a visit to "
        "a physiotherapist or doctor."
    ),
}

_PAIN = {
    "pain_go_on": "Pain {score} of 10: you may go on.",
    "pain_over_limit": (
        "Pain {score} of 10 is above {limit}, the most for this exercise. Stop it now; next time "
        "you do half."
    ),
    "pain_stop_today": (
        "Pain {score} of 10: stop for today. Next time you do half. If it does not settle, see a "
        "doctor or physiotherapist."
    ),
    "pain_morning_rise": (
        "Your hip hurts clearly more than before the last session ({score} of 10). For a week "
        "you do half."
    ),
    "pain_two_mornings": (
        "Twice within two weeks your hip hurt clearly more the morning after. Stop the exercises "
        "and see a doctor or physiotherapist; your records stay."
    ),
    "pain_rising_week": (
        "Your pain has been rising for a week. Stop the exercises and see a doctor or "
        "physiotherapist; your records stay."
    ),
    "stop_groin_pinch": (
        "A pinch at the front of the hip: stop this one now. It rests for a week. Never push "
        "through a pinch."
    ),
    "stop_tingling_numbness": (
        "Tingling or numbness: stop for today. If it stays for more than a few minutes, see a "
        "doctor."
    ),
    "stop_inner_knee_pain": (
        "Pain on the inside of the knee: stop this one now. It rests for a week; next time let "
        "the foot turn with the leg."
    ),
    "stop_catch_or_lock": (
        "A catch or a lock in the hip: stop for today. If it comes again, see a doctor or "
        "physiotherapist."
    ),
    "stop_pain_over_limit": "That is more pain than this exercise should give: stop it now.",
    "stop_unsteady": "You felt unsteady: stop this one now. Do it only with a firm hold.",
    "stop_pelvis_pain": (
        "Pain at the front or back of the pelvis: stop this one now. It rests for a week."
    ),
    "stop_other_sign": "That is a sign to stop for today. Look how it is tomorrow.",
    "stop_sign_again": (
        "A stop sign came back within two weeks. Stop the exercises and the tests, and see a "
        "doctor or physiotherapist; your records stay."
    ),
}

_GATES = {
    "blocked_unanswered": (
        "Before you start, {count} safety questions need an answer. Nothing is lost: answer them, "
        "then come back here."
    ),
    "blocked_paused": (
        "{exercise} rests for a week after the stop sign you reported. Nothing is lost; do the "
        "others."
    ),
    "variant_unknown": (
        "There is no way called {variant} to do {exercise}. Nothing is lost: start from today's "
        "plan."
    ),
    "blocked_too_much": (
        "This is more of {exercise} than is ever offered here. Nothing is lost: start from "
        "today's plan."
    ),
    "blocked_too_much_stretching": (
        "This is more stretching of one side than fits into a week. Nothing is lost: start from "
        "today's plan."
    ),
    "low_turn_with_groin_pain": (
        "Your {side} hip turned in {value_deg}° (give or take {error95_deg}°), and your groin "
        "pinches. The two together should be looked at soon: please see a doctor or "
        "physiotherapist, and do not push the hip inward until then."
    ),
    "bony_limit_turns_out_more": (
        "Lying on your belly, your {side} hip turns out about {difference_deg}° (give or "
        "take {error95_deg}°) more than in. The shape of the bone may set this limit, and "
        "stretching does not change bone. Do not push into it; a doctor or physiotherapist can "
        "check."
    ),
    "bony_limit_turns_in_more": (
        "Lying on your belly, your {side} hip turns in about {difference_deg}° (give or "
        "take {error95_deg}°) more than out. The shape of the bone may set this limit, and "
        "stretching does not change bone. Do not push into it; a doctor or physiotherapist can "
        "check."
    ),
}

_ASKED_AGAIN = {
    "asked_anew_stop_sign": (
        "You told of a sign to stop. Before you go on, answer the safety questions once more."
    ),
    "asked_anew_much_pain": (
        "You told of strong pain. Before you go on, answer the safety questions once more."
    ),
    "asked_anew_rising_pain": (
        "Your pain had been growing. Before you go on, answer the safety questions once more."
    ),
    "asked_anew_pause": (
        "Welcome back. It has been a while, so the safety questions come once more."
    ),
}

SENTENCES: dict[str, str] = _AFTER_A_YES | _PAIN | _GATES | _ASKED_AGAIN
