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
    "plan_side_first": (
        "Your {side} hip turns in less than the other, by more than the measuring error, so it "
        "comes first."
    ),
    "plan_sides_alike": (
        "Your two hips turn in about alike, as far as the readings can tell. Both get the same; "
        "the {side} one goes first."
    ),
    "plan_stretch": (
        "Your {side} hip turns in {value_deg}° (give or take {error_deg}°). Stretching what turns "
        "it out may let it turn in further."
    ),
    "plan_stretch_unread": (
        "There is no reading of how far your {side} hip turns in yet. It gets the same stretch as "
        "the other, so that both stay alike."
    ),
    "plan_stretch_stiffer": (
        "Your {side} hip turns in {value_deg}° (give or take {error_deg}°), clearly less than the "
        "other. Stretching what turns it out may let it turn in further."
    ),
    "plan_control": "Turning the {side} leg in by its own strength uses the range that you have.",
    "plan_strength": (
        "Work for the muscles that turn the {side} leg in, with at least two days between."
    ),
    "plan_balance": (
        "Keeps the muscles that turn the {side} leg out in step. It does not count as turning-in "
        "work."
    ),
    "plan_day_reading": "Only a reading today: cold, before any exercise, at your usual hour.",
    "plan_day_rest": "Rest.",
    "training_before_baseline": (
        "The {side} leg was trained before there was a baseline, so there is nothing to compare "
        "its readings with."
    ),
    "baseline_short": (
        "The {side} leg has readings from {days} days before training; {wanted} would make the "
        "comparison firmer."
    ),
}
