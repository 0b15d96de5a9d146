"""Sentences of measuring with a phone on the shin: what could not be read, and what to change."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the command
    "phone_side_missing": (
        "A phone's recording holds one leg, and cannot tell which. Say --side left or --side right."
    ),
    "phone_not_mirrored": (
        "A phone's recording cannot be mirrored: leave --mirrored out. Nothing was changed."
    ),
    "side_only_for_phone": (
        "--side and --first are for a phone's recording (csv); a film shows the sides by itself. "
        "Leave them out and try again."
    ),
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
    # the recording
    "phone_clock_faulty": (
        "The phone's clock jumps or stands still in this recording, or it is too long for a test. "
        "Nothing was kept; record once more, only the test itself, and try again."
    ),
    "phone_too_short": (
        "It ended before there was enough to read, so nothing of this leg was kept. Nothing else "
        "is lost: do this leg once more when you like, up to the end."
    ),
    "phone_samples_lost": (
        "Too many of the phone's samples were lost, so I cannot tell how far the leg turned. Keep "
        "the phone's page open and its screen on, stay near, and try again."
    ),
    "phone_no_gyroscope": (
        "Lying on your back, only a phone that feels its own turning can read this test, and this "
        "recording has none of that. Take another phone, or do the seated test."
    ),
    "phone_no_still_start": (
        "The leg was already moving when the recording began, so I have no zero to count from. "
        "Keep the leg still for two seconds first, and try again."
    ),
    "phone_not_near_g": (
        "At rest the phone's sensor did not feel the earth's pull as it should. Restart the phone, "
        "lay it still on a table for a moment, and try again."
    ),
    "phone_sensors_disagree": (
        "The phone's sensors disagree about where down is. Restart the phone, lay it still on a "
        "table for a moment, and try again."
    ),
    "phone_shin_not_upright": (
        "At the start your lower leg was not upright, or the phone did not lie along it, or this "
        "is another test. Strap the phone along the front of your shin, screen facing away from "
        "you, keep the lower leg straight up and down, and try again."
    ),
    "phone_shin_not_level": (
        "This does not look like the test on your back with the lower leg level. Lift the thigh "
        "until it points straight up, keep the lower leg level, turn only the leg, and try again."
    ),
    "phone_face_down": (
        "The phone's screen looked down, so it faced your leg, or this is another test. Strap it "
        "to the front of your shin, screen facing away from the leg, and try again."
    ),
    "phone_not_in_front": (
        "The phone sat too far round your leg, so I cannot tell in from out. Strap it to the front "
        "of your shin, screen facing away from the leg, and try again."
    ),
    "phone_first_movement_other_way": (
        "The first movement went the other way than asked, or the phone's screen faces your leg. "
        "Strap it to the front of your shin, screen facing away, listen for the way to go, and try "
        "again."
    ),
    "phone_no_turning": (
        "I felt the phone at rest, but no turning of the leg. After two seconds of stillness, let "
        "the foot go slowly out or in as far as it goes, hold for two seconds, three times."
    ),
    "phone_slipped": (
        "The phone moved on your shin, or the leg did not come back to rest between repeats. "
        "Strap it tighter, let the leg come all the way back each time, and try again."
    ),
    "phone_thigh_moved": (
        "The lower leg moved in another way too: the knee bent, the thigh lifted, or the phone "
        "slid. Keep the thigh where it is and the knee bent alike, turn only the leg, and try "
        "again."
    ),
    "phone_way_by_first_movement": (
        "The phone sat far round your leg, so I took the first movement for the one that was asked "
        "for. Strap it to the front of your shin next time."
    ),
}
