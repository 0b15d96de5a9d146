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
    "chart_seconds": "{seconds}\N{NO-BREAK SPACE}s",
    "chart_sessions": "sessions",
    "chart_pain": "pain",
    "chart_change": "Change",
    "chart_interval": "95 % interval",
    "chart_from_to": "{low} to {high}",
    "chart_mdc": "Measuring error of one change",
    "chart_mdc_zone": "grey: one reading against another could not show this",
    "chart_verdict": "Verdict",
    "code_wrong": (
        "That is not the code. Nothing is lost: look at it once more in the window in which coxa "
        "was started, and type it again."
    ),
    "code_wait": (
        "That was wrong several times, so nobody can try for a while. Nothing is lost: wait "
        "{minutes} minutes, then try again."
    ),
    "host_not_here": (
        "This machine has no address {host}, so coxa did not start. Nothing is lost: leave --host "
        "out, or give an address of this machine."
    ),
    "port_taken": (
        "Another program uses port {port} already; perhaps coxa is running. Nothing is lost: stop "
        "that one, or start with --port 0 to take a free one."
    ),
    "measurement_not_done": (
        "This recording has not been read to its end yet, so there is nothing to keep. "
        "Wait until it is done."
    ),
    "nothing_to_keep": (
        "No reading of this recording was accepted, so there is nothing to keep. Your records are "
        "untouched; look at the reasons and record once more."
    ),
    "reading_in_future": (
        "This time is still to come, so nothing was kept. Give the time at which you measured."
    ),
    "reading_long_ago": (
        "The year {year} is too long ago, so nothing was kept. Look at the date again."
    ),
    "reading_failed": (
        "This video could not be read, for a reason that is not foreseen. Your records are "
        "untouched and the video was deleted; try it once more or record anew."
    ),
    "sample_missing": (
        "The sample recording is missing from this installation. Your records are untouched; "
        "install the program again, or use a video of your own."
    ),
    "test_pinched_today": (
        "Your groin pinched today, so there is no more testing today. Your records are untouched; "
        "rest, and measure on another day if it has gone."
    ),
    "change_unknown": (
        "There is no such change here. Nothing was done; look at the list of changes again."
    ),
    "preference_unknown": (
        "No exercise here knows {name}. Nothing was saved; choose from what is offered."
    ),
    "comparison_there": (
        "Your comparison has been drawn already and stays as it is. Nothing was changed."
    ),
    "comparison_too_late": (
        "A fair comparison begins before the first exercise, and you have exercised already. "
        "Nothing was changed; your usual plan goes on."
    ),
    "year_of_birth_unlikely": (
        "{year} cannot be a year of birth here. Nothing was saved; correct it or leave it empty."
    ),
    "screening_unknown": (
        "There is no question called {question}. Nothing was saved; answer the questions again."
    ),
    "screening_incomplete": (
        "{count} questions are still open. Nothing was saved; answer them too."
    ),
    "device_reads_itself": (
        "Readings of the device {device} are not typed. Nothing was kept; choose a goniometer, an "
        "inclinometer, a phone or another instrument."
    ),
    "rotation_out_of_range": (
        "No hip turns further than {most_deg}°. Nothing was kept; look at the number again."
    ),
    "stated_error_unlikely": (
        "The give-or-take must lie between {least_deg}° and {most_deg}°. Nothing was kept; leave "
        "it empty if you do not know it."
    ),
    "instrument_unnamed": (
        "Give your instrument a name of up to {most} letters, always the same one. Nothing was "
        "kept; readings of two instruments never stand in one line, so each needs its name."
    ),
    "error_from_spork": (
        "Measured with a phone on the shin under everyday conditions, standard error 3.9° "
        "(Spörk 2021)."
    ),
    "error_other_cautious": (
        "Nothing is known here about how far this instrument is off, so a cautious standard error "
        "of 6° is taken."
    ),
    "error_as_stated": "This is what the readings themselves state.",
    "error_least": (
        "The readings state less. But no answer takes less than 1.9° for granted, the standard "
        "error of one clinician with a digital inclinometer (Krause 2015)."
    ),
    "error_from_pua": (
        "The upper end of what trained testers reached with a goniometer, standard error 4.7° "
        "(Pua 2008)."
    ),
    "typed_confirmation_missing": (
        "Nothing was deleted: the word did not match. Type it exactly as shown if you mean it."
    ),
    # Today
    "today_questions_first": "A few questions come first: some hips should not be pushed.",
    "today_questions_again": (
        "It is time for a short check: a few of the safety questions once more. Has anything "
        "changed?"
    ),
    "today_morning": (
        "You exercised yesterday. How your hip feels this morning decides how much today."
    ),
    "today_first_reading": (
        "First see how far each hip turns now. Later readings are set beside it."
    ),
    "today_reading": (
        "Measure before you exercise: a warm hip turns further for a while, and that would spoil "
        "the comparison."
    ),
    "today_session": "Your exercises for today, read out to you: you need no hands and no screen.",
    "today_done": "Today's exercises are done. The hip gains between sessions, not in them.",
    "today_read": "Today's reading is kept. Nothing else is due.",
    "today_rest": "Nothing is due today. Rest is part of the plan.",
    # the report of one measurement
    "report_as_table": "The same as a table",
    "report_title": "How far your hips turn",
    "report_source": "From {source}, {seconds} s long, read with {method}.",
    "report_give_or_take": "give or take {error}°",
    "report_internal": "internal rotation",
    "report_external": "external rotation",
    "report_refused": "Not read",
    "report_picture": "The moment measured",
    "report_not_medical": (
        "Give or take means: in 95 of 100 such readings the true angle lies within. This is a "
        "measurement, not a medical opinion; coxa is no medical device."
    ),
    # the bundle of all records
    "bundle_not_zip": (
        "This file is not an export of coxa: it is no zip file. Nothing was changed; choose the "
        "file that Export wrote."
    ),
    "bundle_not_ours": (
        "This zip file is not an export of coxa. Nothing was changed; choose the file that Export "
        "wrote."
    ),
    "bundle_damaged": (
        "This export is damaged or cut short. Nothing was changed; copy it again from where you "
        "kept it, or take an older one."
    ),
    "bundle_too_large": (
        "This export would unpack to more than {megabytes} MB or to very many files, so it was "
        "not opened. Nothing was changed."
    ),
    "bundle_too_large_to_write": (
        "With everything that was recorded, your records take more than {megabytes} MB, which is "
        "more than one file may hold. Nothing was written and nothing is lost; export without the "
        "recordings: coxa export FILE --no-landmarks."
    ),
    "bundle_strange_file": (
        "There is a file in this export that does not belong there ({name}), so it was not "
        "opened. Nothing was changed; take the file out and try again."
    ),
    "bundle_too_new": (
        "This export was written by a newer coxa (format {version}; this one knows up to "
        "{known}). Nothing was changed; update coxa and import it again."
    ),
    "bundle_file_missing": (
        "A file is missing from this export: {name}. Nothing was changed; take the export as it "
        "was written."
    ),
    "bundle_rejected": (
        "This export was not taken over, because of {count} faulty rows; the first is in {file}, "
        "line {line}. Nothing was changed; correct them and import it again."
    ),
    "bundle_fault_text": "This is no UTF-8 text; save the file as UTF-8.",
    "bundle_fault_csv": "This cannot be read as CSV: {problem}.",
    "bundle_fault_column": "There is no column {column} in this table.",
    "bundle_fault_column_twice": "A column stands here twice.",
    "bundle_fault_no_column": "The column {column} is missing.",
    "bundle_fault_cells": "The row has {count} cells where the header has {expected}.",
    "bundle_fault_number": "{column} must be a whole number, counting from 1.",
    "bundle_fault_cell": "{column} cannot be read.",
    "bundle_fault_value": "{column}: {problem}.",
    "bundle_fault_twice": "This row stands here twice: {key}.",
    "bundle_fault_belongs": "This belongs to a row that is not in {table}.",
    "bundle_fault_not_by_phone": "In {table} this measurement was not made with a phone.",
    "bundle_fault_change_empty": "A change must tell of one reading, before it or after it.",
    "bundle_fault_change_gap": (
        "This change does not follow from the one before it on the reading {reading}."
    ),
    "bundle_fault_change": (
        "The last change recorded for the reading {reading} does not lead to what readings.csv "
        "says. Correct readings in coxa itself, or take the rows of this reading out of "
        "amendments.csv and amendment_readings.csv."
    ),
    # phases behind the readings
    "phase_familiarisation": "getting used to it",
    "phase_baseline": "before training",
    "phase_training": "training",
    # the command line
    "file_trouble": "{file}: {problem}. Nothing was changed; check the name and the folder.",
}
