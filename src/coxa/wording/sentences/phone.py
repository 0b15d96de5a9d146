"""Sentences of measuring with a phone on the shin: what could not be read, and what to change."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the file
    "phone_file_no_table": (
        "The file {file} is not a phone's recording: its first line must name the columns, time_s "
        "and alpha_deg or ax among them. Your records are unchanged; save the recording once more "
        "on the phone and choose that file."
    ),
    "phone_file_no_rows": (
        "The file {file} holds no sample of the phone's sensors. Your records are unchanged; allow "
        "the phone's page to use the motion sensors, and record once more."
    ),
    "phone_file_too_large": (
        "The file {file} is longer than any recording of this test, so it was not read. Your "
        "records are unchanged; record only the test itself, a few minutes at most."
    ),
    "phone_file_column": (
        "The first line of {file} names a column that I do not know, or names it twice: {column}. "
        "Your records are unchanged; take that column out and try again."
    ),
    "phone_file_column_missing": (
        "The first line of {file} lacks the column {column}, which belongs with its neighbours. "
        "Your records are unchanged; put it in, or leave its neighbours out too, and try again."
    ),
    "phone_file_cells": (
        "Line {line} of {file} has {count} cells in the place of {expected}; perhaps the file is "
        "cut off. Nothing of it was used; save the recording once more on the phone and try again."
    ),
    "phone_file_number": (
        'Line {line} of {file} has "{cell}" in the column {column} where a number should be. '
        "Nothing of it was used; correct that line, or save the recording once more on the phone."
    ),
    "phone_file_range": (
        "Line {line} of {file} has a number that no phone can measure, in the columns that begin "
        "with {column}. Nothing of it was used; record once more."
    ),
    "phone_file_clock_backwards": (
        "In line {line} of {file} the time lies before that of the line above. Nothing of it was "
        "used; put the lines in the order of their time, or record once more."
    ),
}
