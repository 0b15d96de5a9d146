"""Sentences of the answer: verdicts and what they rest on."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # verdicts in two or three words
    "verdict_improved": "turns further",
    "verdict_improved_meaningfully": "turns clearly further",
    "verdict_no_meaningful_change": "no clear change",
    "verdict_worse": "turns less far",
    "verdict_cannot_tell": "cannot tell yet",
    # verdicts as a sentence, under a heading that names the side
    "answer_improved_internal": (
        "It turns in about {gain}° further than at the start, give or take {margin}°."
    ),
    "answer_improved_external": (
        "It turns out about {gain}° further than at the start, give or take {margin}°."
    ),
    "answer_improved_meaningfully_internal": (
        "It turns in about {gain}° further than at the start, give or take {margin}°. "
        "That is more than two single readings can differ by error alone ({worthwhile}°)."
    ),
    "answer_improved_meaningfully_external": (
        "It turns out about {gain}° further than at the start, give or take {margin}°. "
        "That is more than two single readings can differ by error alone ({worthwhile}°)."
    ),
    "answer_no_meaningful_change_internal": (
        "No clear change in how far it turns in: it lies somewhere between {low}° and {high}°."
    ),
    "answer_no_meaningful_change_external": (
        "No clear change in how far it turns out: it lies somewhere between {low}° and {high}°."
    ),
    "answer_worse_internal": (
        "It turns in about {gain}° less far than at the start, give or take {margin}°."
    ),
    "answer_worse_external": (
        "It turns out about {gain}° less far than at the start, give or take {margin}°."
    ),
    "answer_cannot_tell_internal": "Whether it turns in further cannot be told yet.",
    "answer_cannot_tell_external": "Whether it turns out further cannot be told yet.",
    # why it cannot be told
    "answer_few_baseline": (
        "There are readings from {count} days before training; at least {needed} are needed to "
        "compare with. The first two days are for getting used to it and do not count."
    ),
    "answer_baseline_too_late": (
        "There are readings from only {count} days before training began, and {needed} are "
        "needed to compare with. Later readings cannot make up for them; they still show you how "
        "it goes on from here."
    ),
    "answer_no_training": (
        "There are no readings since training began; at least {needed} days of them are needed."
    ),
    "answer_few_recent": (
        "There are readings from {count} days since training began; at least {needed} are needed."
    ),
    "answer_contains_zero": (
        "The change lies somewhere between {low}° and {high}°: it may be none at all."
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
    # what no answer of this kind can say
    "answer_note_change": (
        "This is a change, not proof of what made it: time, and practice with the test, count in "
        "it too."
    ),
    "answer_note_waiting": (
        "One hip waited while the other trained. This answer does not set the two against each "
        "other yet; compare them in the picture."
    ),
    "answer_note_looks": (
        "Who looks after every reading will sooner or later see a change by chance. Trust most "
        "what it says when the time you planned is over."
    ),
    "answer_note_separate_series": (
        "Readings with different devices or in different ways are answered apart: they are never "
        "compared."
    ),
    "answer_no_readings": (
        "There is no reading yet. Take the first one, and then one on most days before you begin "
        "to train."
    ),
}
