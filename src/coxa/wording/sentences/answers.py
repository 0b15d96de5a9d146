"""Sentences of the answer: verdicts and what they rest on."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # verdicts in two or three words
    "verdict_improved": "turns further",
    "verdict_improved_meaningfully": "turns clearly further",
    "verdict_no_meaningful_change": "no clear change",
    "verdict_worse": "turns less far",
    "verdict_cannot_tell": "cannot tell yet",
    # the one sentence for the whole page
    "your_left_hip": "your left hip",
    "your_right_hip": "your right hip",
    "first_no_reading": "Cannot tell yet: there is no reading.",
    "first_improved_internal": (
        "Yes: {hip} turns in about {gain}° further, give or take {margin}°. Chance alone would "
        "seldom show that much."
    ),
    "first_improved_external": (
        "Yes: {hip} turns out about {gain}° further, give or take {margin}°. Chance alone would "
        "seldom show that much."
    ),
    "first_improved_meaningfully_internal": (
        "Yes: {hip} turns in about {gain}° further, give or take {margin}°; that is more than "
        "your measuring error ({worthwhile}°)."
    ),
    "first_improved_meaningfully_external": (
        "Yes: {hip} turns out about {gain}° further, give or take {margin}°; that is more than "
        "your measuring error ({worthwhile}°)."
    ),
    "first_worse_internal": ("No: {hip} turns in about {gain}° less far, give or take {margin}°."),
    "first_worse_external": ("No: {hip} turns out about {gain}° less far, give or take {margin}°."),
    "first_no_meaningful_change_internal": (
        "No: {hip} turns in about as far as before. The change lies somewhere between {low}° and "
        "{high}°."
    ),
    "first_no_meaningful_change_external": (
        "No: {hip} turns out about as far as before. The change lies somewhere between {low}° and "
        "{high}°."
    ),
    "first_cannot_tell_internal": (
        "Not yet: whether {hip} turns in further cannot be told. So far the change lies somewhere "
        "between {low}° and {high}°."
    ),
    "first_cannot_tell_external": (
        "Not yet: whether {hip} turns out further cannot be told. So far the change lies somewhere "
        "between {low}° and {high}°."
    ),
    "first_too_few_internal": (
        "Cannot tell yet whether {hip} turns in further: there are too few readings."
    ),
    "first_too_few_external": (
        "Cannot tell yet whether {hip} turns out further: there are too few readings."
    ),
    "first_too_late_internal": (
        "Cannot tell whether {hip} turns in further: too few readings were taken before it trained."
    ),
    "first_too_late_external": (
        "Cannot tell whether {hip} turns out further: too few readings were taken before it "
        "trained."
    ),
    "other_improved_internal": (
        "The other hip turns in about {gain}° further too, give or take {margin}°."
    ),
    "other_improved_external": (
        "The other hip turns out about {gain}° further too, give or take {margin}°."
    ),
    "other_worse_internal": (
        "The other hip turns in about {gain}° less far, give or take {margin}°."
    ),
    "other_worse_external": (
        "The other hip turns out about {gain}° less far, give or take {margin}°."
    ),
    "other_no_meaningful_change_internal": (
        "The other hip turns in about as far as before: the change lies somewhere between {low}° "
        "and {high}°."
    ),
    "other_no_meaningful_change_external": (
        "The other hip turns out about as far as before: the change lies somewhere between {low}° "
        "and {high}°."
    ),
    "other_cannot_tell": "Of the other hip it cannot be told yet.",
    "other_waits": (
        "The other hip has no reading from its own training yet: it stands for comparison."
    ),
    "first_only_change": (
        "No hip waited while the other trained, so whether the exercises did it stays open."
    ),
    "first_of_several": (
        "This is from your readings of one kind, those you have most of; each other kind has its "
        "own answer below."
    ),
    # the note of the week
    "week_done": (
        "Last week, Monday to Sunday, days with a reading: {days}; sessions: {sessions}; minutes "
        "of exercise: {minutes}."
    ),
    "week_nothing": (
        "Last week nothing was recorded. Nothing is lost: what you had stands as it was."
    ),
    "week_open_internal": (
        "At its end nobody could tell yet whether {hip} turns in further: the readings were "
        "too few."
    ),
    "week_open_external": (
        "At its end nobody could tell yet whether {hip} turns out further: the readings were "
        "too few."
    ),
    "week_stands_internal": (
        "At its end the change in how far {hip} turns in stood at {gain}°, give or take "
        "{margin}°: {verdict}."
    ),
    "week_stands_external": (
        "At its end the change in how far {hip} turns out stood at {gain}°, give or take "
        "{margin}°: {verdict}."
    ),
    "week_before_same": (
        "A week earlier it had stood at {before}°, give or take {margin}°. The answer is the same."
    ),
    "week_before_other": (
        "A week earlier it had stood at {before}°, give or take {margin}°, and the answer was: "
        "{verdict}."
    ),
    # probabilities as numbers of worlds
    "more_than_99": "more than 99",
    "fewer_than_1": "fewer than 1",
    "worlds_gain_internal": (
        "In {further} of 100 worlds that fit your readings, training made this hip turn in "
        "further; in {clearly} of 100 by more than {worthwhile}°."
    ),
    "worlds_gain_external": (
        "In {further} of 100 worlds that fit your readings, training made this hip turn out "
        "further; in {clearly} of 100 by more than {worthwhile}°."
    ),
    "worlds_change_internal": (
        "In {further} of 100 worlds that fit your readings, this hip turns in further than "
        "before; in {clearly} of 100 by more than {worthwhile}°."
    ),
    "worlds_change_external": (
        "In {further} of 100 worlds that fit your readings, this hip turns out further than "
        "before; in {clearly} of 100 by more than {worthwhile}°."
    ),
    "worlds_less_internal": (
        "In {less} of 100 worlds that fit your readings, this hip turns in less far than before; "
        "in {further} of 100 it turns in further."
    ),
    "worlds_less_external": (
        "In {less} of 100 worlds that fit your readings, this hip turns out less far than before; "
        "in {further} of 100 it turns out further."
    ),
    # verdicts as a sentence, under a heading that names the side
    "answer_improved_internal": ("It turns in about {gain}° further, give or take {margin}°."),
    "answer_improved_external": ("It turns out about {gain}° further, give or take {margin}°."),
    "answer_improved_meaningfully_internal": (
        "It turns in about {gain}° further, give or take {margin}°. "
        "That is more than two single readings can differ by error alone ({worthwhile}°)."
    ),
    "answer_improved_meaningfully_external": (
        "It turns out about {gain}° further, give or take {margin}°. "
        "That is more than two single readings can differ by error alone ({worthwhile}°)."
    ),
    "answer_no_meaningful_change_internal": (
        "No clear change in how far it turns in: it lies somewhere between {low}° and {high}°."
    ),
    "answer_no_meaningful_change_external": (
        "No clear change in how far it turns out: it lies somewhere between {low}° and {high}°."
    ),
    "answer_worse_internal": ("It turns in about {gain}° less far, give or take {margin}°."),
    "answer_worse_external": ("It turns out about {gain}° less far, give or take {margin}°."),
    "answer_cannot_tell_internal": "Whether it turns in further cannot be told yet.",
    "answer_cannot_tell_external": "Whether it turns out further cannot be told yet.",
    # why it cannot be told
    "answer_few_baseline": (
        "Days with a reading before training: {count}; at least {needed} are needed to compare "
        "with. The first two days are for getting used to it and do not count."
    ),
    "answer_baseline_too_late": (
        "Days with a reading before training began: {count}; to compare with, {needed} are "
        "needed. Later readings cannot make up for them; they still show you how it goes on from "
        "here."
    ),
    "answer_no_training": (
        "This hip has no reading from its own training yet; at least {needed} days of them are "
        "needed."
    ),
    "answer_few_recent": (
        "Days with a reading since this hip began to train: {count}; at least {needed} are needed."
    ),
    "answer_contains_zero": (
        "The change lies somewhere between {low}° and {high}°: it may be none at all."
    ),
    "answer_not_sure_enough": (
        "The change lies somewhere between {low}° and {high}°. That looks like one, but away from "
        "the planned end an answer must be surer, because looking often shows changes by chance."
    ),
    "answer_short_baseline": (
        "Only {count} days of readings before training stand for the start; {needed} or more "
        "would make it surer."
    ),
    "answer_young": (
        "{count} days of readings since training began are few; {needed} make a full answer."
    ),
    "answer_too_close": (
        "More readings alone will probably not settle it: a change this small is about as large "
        "as what your readings differ by from day to day."
    ),
    "answer_more_readings": "About {count} more readings would probably settle it.",
    "answer_more_at_least": (
        "Days with a reading that are missing until anything can be said: {count}."
    ),
    "answer_one_more_reading": "One more reading would probably settle it.",
    # what an answer with figures rests on
    "answer_compared": (
        "One hip was measured while it did not train yet. What time and practice with the test "
        "did shows there, and is taken out of what the trained hip gained."
    ),
    "answer_contrast": (
        "Compared with the hip that waited, the trained one had gained {mean}° by the last "
        "reading of that waiting, somewhere between {low}° and {high}°."
    ),
    "answer_not_compared": (
        "No hip waited while the other trained, so this is a change, not proof of what made it. "
        "Time and practice with the test may do something too: up to {drift}° a week either way "
        "is thought possible, and the answer allows for it."
    ),
    "answer_not_compared_one": (
        "When the {side} hip trained, the other one did not wait any more, so for it this is a "
        "change, not proof of what made it. Time and practice with the test may do something too: "
        "up to {drift}° a week either way is thought possible, and the answer allows for it."
    ),
    "answer_past_horizon": (
        "You have gone on past the {planned} readings that were planned. From there on an answer "
        "must be surer again, so that going on and on shows you nothing by chance."
    ),
    "answer_sign_one_hip_drift": (
        "One hip seems to change by itself, little by little, which training alone would not do. "
        "The answer is less sure for it."
    ),
    "answer_sign_one_hip_days": (
        "One hip has good and bad spells that last for days, and the other does not share them. "
        "The answer is less sure for it."
    ),
    "answer_sign_outliers": (
        "Some readings lie far off all the others. They are kept and shown, but count less."
    ),
    # how it is worked out, in plain words
    "method_compare": (
        "Readings from before a hip's first exercise show how far it turned untrained, later ones "
        "how far it turns trained. The first two days, and readings of a warm hip, are left out."
    ),
    "method_model": (
        "Every reading is taken as a sum: where that hip began, what time and practice do to both "
        "hips, a gain that grows with the minutes really done and levels off, a little of the "
        "other hip's gain, what a day does to both hips, and the error of the reading. All that "
        "fits the readings is weighed by how well it fits (a linear-Gaussian state-space model, "
        "worked out exactly)."
    ),
    "method_assumed": (
        "What so few readings cannot teach is assumed beforehand, and the answer is shown for both "
        "ends of what is plausible."
    ),
    "method_looks": (
        "Whoever looks often sees changes by chance. So an answer must be surer early on than at "
        "the planned end (a boundary after Wang and Tsiatis, Biometrics 1987)."
    ),
    "method_checked": (
        "How often it errs was counted on thousands of simulated people. The counts are in "
        "validation/ANSWER.md and the whole method in docs/answer.md; both come with coxa."
    ),
    "answer_cannot_say": (
        "Whether turning further changes pain, injuries or how well you move is not shown by these "
        "readings, nor by the studies so far."
    ),
    # what is to be known with every answer
    "answer_note_looks": (
        "Look as often as you like. An early answer must be surer than one at the planned end, so "
        "that looking often seldom shows you a change that came by chance."
    ),
    "answer_note_warm": (
        "Readings taken after warming up, exercise or stretching: {count}. They are kept and "
        "shown, but not counted here, because a warm hip turns further for a while."
    ),
    "only_sample": (
        "So far only the sample recording is kept. It shows a drawn person, not you, so it counts "
        "for nothing here. Your own first reading starts this page."
    ),
    # how far a reading is off, by the method and by the person
    "error_of_method": (
        "One reading is typically off by about {error}° (SEM). Two single readings must differ by "
        "more than {mdc}° (MDC95) to show a change."
    ),
    "error_own": (
        "One of your readings is typically off by about {error}°, probably {low}° to {high}° "
        "(SEM). Two of them must differ by more than {mdc}°, probably {mdc_low}° to {mdc_high}° "
        "(MDC95), to show a change. This is from {readings} readings on {days} days before "
        "training. It leans on the method's figure, because a few readings alone can be wrong "
        "about it by a factor of two."
    ),
    "error_own_later": (
        "Not known yet, so the method's figure is used; yours may lie anywhere between {low}° and "
        "{high}°. It can be told from {needed} days of readings before training, after two days "
        "of practice. You have {days}."
    ),
    "error_own_never": (
        "Not known, so the method's figure is used; yours may lie anywhere between {low}° and "
        "{high}°. It takes {needed} days of readings before training, and there were {days}."
    ),
    "error_camera_cautious": (
        "The give-or-take of a camera reading tells how exactly that film was read, not how your "
        "days differ. As the camera has not yet been set against a trusted instrument on real "
        "people, a cautious 6° is taken. Your own error may well be smaller."
    ),
    # why series are kept apart
    "apart_test": (
        "You measured in more than one position. The same hip may turn by another amount in each, "
        "so each position has its own line and its own answer."
    ),
    "apart_device": (
        "You measured with more than one instrument. Two instruments can differ by several "
        "degrees on the same hip, and that would look like a change. So each has its own line and "
        "its own answer."
    ),
    "apart_mode": (
        "Some readings were taken by your own muscles, others with a hand that moved the leg. A "
        "hand can push further, so each way has its own line and its own answer."
    ),
    "apart_method": (
        "The way in which numbers are read from the camera's pictures was changed between your "
        "readings. The new way may read the same hip a little differently, so old and new have "
        "their own lines and their own answers."
    ),
    "answer_no_readings": (
        "There is no reading yet. Take the first one, and then one on most days before you begin "
        "to train."
    ),
}
