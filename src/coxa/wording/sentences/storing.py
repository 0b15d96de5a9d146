"""Sentences of keeping and handing over records: storage, upload, export, import."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "measurement_exists": "This measurement has been kept already. Nothing was changed.",
    "measurement_unknown": (
        "There is no such measurement here: it was deleted, or the address is wrong. "
        "Your other records are untouched."
    ),
    "reading_exists": "This reading is here already. Nothing was changed and nothing is lost.",
    "reading_unknown": (
        "There is no such reading here: it was deleted, or the address is wrong. "
        "Your other records are untouched."
    ),
    "reading_changed": (
        "This reading was changed in the meantime, so nothing was done to it. "
        "Open it again and look at what it says now."
    ),
    "amendment_of_two": "A change must concern one reading. Nothing was changed.",
    "session_unknown": (
        "There is no such session here: it was deleted, or the address is wrong. "
        "Your other records are untouched."
    ),
    # drawings
    "chart_left": "Left",
    "chart_right": "Right",
    "chart_left_letter": "L",
    "chart_right_letter": "R",
    "chart_internal": "turns in",
    "chart_external": "turns out",
    "chart_rotation_title": "How far the hip turned, over time",
    "chart_history_title": "Readings over the days",
    "chart_history_desc": "{count} readings from {first} to {last}.",
    "chart_answer_title": "Change since the start",
    "chart_empty": "Nothing to show yet",
    "chart_side": "Side",
    "chart_movement": "Movement",
    "chart_reading": "Reading",
    "chart_repeats": "Repeats",
    "chart_held": "Held from",
    "chart_day": "Day",
    "chart_not_read": "not read",
    "chart_value": "{value} (give or take {error})",
    "chart_warm": "after exercise",
    "chart_seconds": "{seconds} s",
    "chart_sessions": "sessions",
    "chart_pain": "pain",
    "chart_change": "Change",
    "chart_interval": "95 % interval",
    "chart_from_to": "{low} to {high}",
    "chart_mdc": "Measuring error of one change",
    "chart_mdc_zone": "grey: one reading against another could not show this",
    "chart_verdict": "Verdict",
    "not_on_loopback": (
        "coxa can only be opened on this machine for now, so it did not start on {host}: other "
        "machines could read your records without a code. Leave --host out, or use 127.0.0.1."
    ),
}
