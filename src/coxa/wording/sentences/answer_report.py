"""Sentences of the answer's pictures, its figures, and the report for a physiotherapist."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the picture of the course
    "chart_course_title": "Your readings, your training, and what the answer makes of them",
    "chart_course_desc": "{side}: {count} readings from {first} to {last}.",
    "chart_course_desc_band": (
        "At the last one the hip stood at about {now}; without training it would have stood at "
        "about {without}."
    ),
    "chart_course_minutes": "min",
    "chart_course_reading": "a reading, and how far it may be off",
    "chart_course_hollow": "not counted: practice, or a warm hip",
    "chart_course_band": "where the hip truly stood",
    "chart_course_without": "as it would be without training",
    "chart_course_doses": "minutes of exercise each week",
    "chart_phase_familiarisation": "practice",
    "chart_phase_baseline": "before",
    "chart_phase_waiting": "waiting",
    "chart_phase_training": "training",
    "chart_counted": "Counted as",
    "chart_not_counted": "not counted",
    "chart_true_angle": "Truly",
    "chart_without": "Without training",
    # the picture of the hundred worlds
    "chart_worlds_title": "A hundred worlds that fit your readings",
    "chart_worlds_clearly": "{count} with more than {worthwhile}°",
    "chart_worlds_further": "{count} with some, but not more than that",
    "chart_worlds_none": "{count} with nothing, or less far",
}
