"""Sentences of ``coxa answer --csv``: faults in a table of readings, and what is told of them."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # faults in the table
    "readings_rejected": (
        "This table was not used. Rows with a fault: {count}; the first is in {file}, line {line}. "
        "Nothing was changed; correct them and try again."
    ),
    "readings_too_large": (
        "{file} has more than {megabytes} MB, so it was not opened: no table of readings is as "
        "large. Nothing was changed; choose the right file, or divide it."
    ),
    "readings_more_faults": "Further rows with a fault, not named here: {count}.",
    "reading_fault_word": "{column} must be one of: {allowed}; not “{cell}”.",
    "reading_fault_participant": (
        "participant must be a code of at most {most} letters, figures and signs."
    ),
    "reading_fault_number": (
        "{column} must be a number such as 33.5 (with a decimal comma only where semicolons "
        "separate the cells), not “{cell}”."
    ),
    "reading_fault_range": "{column} must lie between {least} and {most}; “{cell}” cannot be.",
    "reading_fault_exact": (
        "error95_deg is less than {least}°, and no reading is as exact. Leave it empty to take the "
        "usual error of the device."
    ),
    "reading_fault_date": (
        "date must be a day such as 2026-03-02, or a day with its hour such as 2026-03-02T07:30, "
        "not “{cell}”."
    ),
    "reading_fault_future": "“{cell}” has not come yet: today is {today}.",
    "reading_fault_dose": (
        "dose_min tells of minutes of exercise, but phase says {phase}: a hip that exercises is "
        "in training."
    ),
    "reading_fault_twice": (
        "This hip was read in the same way on the same day in line {other} already. If it was "
        "read more than once that day, write the hour of each, such as 2026-03-02T07:30."
    ),
    "reading_fault_order": (
        "This hip is said to be in the phase {phase} here, but in line {other} it was in {later} "
        "already. The phases come in the order familiarisation, baseline, waiting, training."
    ),
    "reading_fault_days": (
        "This person was read in the same way on more than {most} days by then, which is more than "
        "an answer can be worked out from. Leave out the newest, or every other day."
    ),
    "reading_fault_waiting": (
        "This hip is said to wait here, which it only does while the other one trains; but up to "
        "its last reading, in line {other}, the other one never trains."
    ),
    # what is told of a table that can be used
    "readings_none": "The table has a header and no readings: there is nothing to answer yet.",
    "readings_never_trained": ("This hip never trained, so there is no gain to tell."),
    "readings_doses_left_out": (
        "Only some rows of the {side} hip's training tell the minutes of exercise, so none of "
        "them were used: the answer takes it that this hip trained evenly."
    ),
    "readings_waiting_early": (
        "The {side} hip is said to wait on days on which the other one did not train yet. They "
        "count as days before training, as all days of waiting do."
    ),
    "readings_all_equal": (
        "All readings of a hip are exactly the same. An instrument hardly ever shows that; look "
        "whether the numbers were copied."
    ),
    "readings_of": "{participant}: {test}, {direction}, {mode}, {device}",
    "readings_of_one": "{test}, {direction}, {mode}, {device}",
    "readings_answering": "Working out the answers",
}
