"""Sentences of the fair comparison: how it was fixed, what would show, what was otherwise."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # how it was fixed
    "comparison_order": (
        "Drawn by lot: the {side} hip trains from {date}, the {other} one from {later}. Until then "
        "a hip is only measured."
    ),
    "comparison_length": (
        "Fixed beforehand: {weeks} weeks of training and {readings} readings of each hip, "
        "{a_week} a week. The answer is due about {date}."
    ),
    "comparison_fixed": (
        "Drawn on {date} at {time}, before any exercise, from the random number {seed}."
    ),
    "comparison_unchanged": (
        "Checked just now: the hip, the days and the length are still those that were drawn."
    ),
    "comparison_changed": (
        "Checked just now: somebody changed the record of the draw afterwards, so the comparison "
        "is no longer fair. Your readings are all there, and the answer rests on them. You can end "
        "the comparison and go on with the usual plan."
    ),
    "comparison_ended": (
        "You ended it on {date}. It stays in the record, and the length fixed beforehand still "
        "holds for the answer."
    ),
    "comparison_drawn_before": (
        "A comparison had been drawn before, on {date}, and was ended. It stays in the record, "
        "because whoever draws until they like what comes leaves nothing to chance."
    ),
    "wait_both": (
        "Your comparison: until {date} both hips are only measured. An exercise now would begin "
        "the training before the drawn day."
    ),
    "wait_one": (
        "Your comparison: the {side} hip waits until {date}. An exercise with it now would end its "
        "waiting, so choose the other side."
    ),
    # what happened otherwise
    "started_early": (
        "The {side} hip began to train on {date}, before the drawn day, {planned}. It counts as "
        "trained from the day on which it really began."
    ),
    "started_late": (
        "The {side} hip began to train on {date}; drawn was {planned}. It counts as trained from "
        "the day on which it really began."
    ),
    "not_started": (
        "The {side} hip was to train from {planned} and has not begun. Its readings go on counting "
        "as those of a hip that does not train."
    ),
    "trained_while_waiting": (
        "Though it was to wait until {planned}, the {side} hip trained: for the first time on "
        "{date}; days in all: {days}. From then on it counts as trained, so the hips were "
        "compared for fewer days and the answer is less sure."
    ),
    "readings_missed": (
        "{missed} of {planned} readings planned up to {date} were not taken. The answer goes by "
        "those that there are; with fewer it is less sure."
    ),
    "exercise_missed": (
        "{missed} of {planned} days of exercise planned up to {date} were left out. What was "
        "really done counts, not what was planned."
    ),
    "pause": (
        "The {side} hip did not exercise from {first} to {last}. That time counts as a pause, not "
        "as training."
    ),
    "pain_stopped": (
        "On {date} pain stopped the exercise. What had been done by then counts; stopping was "
        "right."
    ),
    "pain_stopped_often": (
        "On {days} days pain stopped the exercise, for the last time on {date}. What had been done "
        "by then counts; stopping was right."
    ),
    "unread_while_waiting": (
        "On {days} of {read} days on which the training hip was read, the {side} hip that waited "
        "was not, for the last time on {date}. On those days there is nothing to compare with."
    ),
    # before it begins: what would show
    "shows_after": "A gain of {gain}° would probably show after about {weeks} weeks.",
    "shows_never": "A gain of {gain}° would probably not show, even after {weeks} weeks.",
    "length_shows": "A gain of {gain}° or more would probably show.",
    "length_shows_nothing": "No gain that hips make would be likely to show.",
    "error_behind_own": (
        "This is worked out for your own readings, {a_week} a week: one of them is off by about "
        "{error}° (standard error, learnt from {days} days)."
    ),
    "error_behind_method": (
        "This is worked out for readings taken as yours are, {a_week} a week: one of them is "
        "taken to be off by about {error}° (standard error). From {needed} analysed days on your "
        "own error is known; if your readings are steadier, smaller gains show. You can measure "
        "first and choose then."
    ),
    "error_behind_nothing": (
        "There is no reading of yours yet. This is worked out for {a_week} readings of a hip a "
        "week and a standard error of {error}°, which is cautious."
    ),
    "weaker_alone": (
        "Without a hip that waits, nobody can tell training from time: practice with the test, the "
        "season or chance move a hip, too. So the answer must be more careful: in {weeks} weeks "
        "only a change of {alone}° or more would show, with a comparison a gain of {gain}°."
    ),
    "weaker_alone_unknown": (
        "Without a hip that waits, nobody can tell training from time: practice with the test, the "
        "season or chance move a hip, too. So the answer must be more careful, and it will often "
        "be: cannot tell."
    ),
    # dates
    "date_written": "{day} {month} {year}",
    "month_1": "January",
    "month_2": "February",
    "month_3": "March",
    "month_4": "April",
    "month_5": "May",
    "month_6": "June",
    "month_7": "July",
    "month_8": "August",
    "month_9": "September",
    "month_10": "October",
    "month_11": "November",
    "month_12": "December",
}
