"""Sentences of measuring: why a recording or a reading was refused, and what to change."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "no_person": (
        "I could not see a person in most of this recording. Film in good light, with your whole "
        "body in the picture from head to feet, and try again."
    ),
    "several_people": (
        "I saw more than one person, so I cannot be sure whose legs I would measure. Please be "
        "alone in the picture and try again. A mirror that shows you counts too: turn it away or "
        "cover it."
    ),
    "clock_faulty": (
        "The clock of this recording jumps or stands still, so I cannot tell how long you held. "
        "Record once more, or save the video again as mp4, and try again."
    ),
    "legs_not_visible": (
        "I could not see both of your legs down to the ankles all the time. Move the camera back "
        "or tilt it down until your knees and feet stay in the picture, and try again."
    ),
    "sides_unclear": (
        "I could not tell your left leg from your right. Face the camera, let your face be in "
        "the picture, sit with your knees a little apart, and try again."
    ),
    "not_seated_test": (
        "This does not look like the seated test: I did not see you sitting upright, facing the "
        "camera, with your knees bent. Sit on a high firm seat, camera in front, and try again."
    ),
    "camera_to_the_left": (
        "The camera stands too far to your left. Put it straight in front of you, at the height "
        "of your knees, and try again."
    ),
    "camera_to_the_right": (
        "The camera stands too far to your right. Put it straight in front of you, at the height "
        "of your knees, and try again."
    ),
    "no_neutral": (
        "Your legs were already moving when the recording began, so I have no zero to count from. "
        "Let both lower legs hang still for two seconds first, and try again."
    ),
    "leg_not_hanging": (
        "At the start your lower legs did not hang alike. Let both hang freely, straight down and "
        "side by side, and try again."
    ),
    "body_not_upright": (
        "At the start your lower legs and your body were not in line. Sit upright, without leaning "
        "to one side, let both lower legs hang straight down, and try again."
    ),
    "no_movement": (
        "I saw you sitting still, but no turning of a leg. After two seconds of stillness, swing "
        "one foot slowly out or in as far as it goes, hold for two seconds, three times."
    ),
    "too_few_holds": (
        "I found {held} held repeats here and need at least two. Go slowly to the end, hold still "
        "there for two seconds, come back, and do this three times."
    ),
    "pelvis_hike": (
        "I could not read this one: your pelvis tilted while the {side} leg moved. Keep both sit "
        "bones down on the seat, turn the leg only as far as they stay there, and try again."
    ),
    "repeats_differ": (
        "Your repeats ended at very different places, so their middle would say little. Go slowly "
        "to the same firm end each time, and try again."
    ),
    "test_not_by_camera": (
        "The {test} cannot be read by the camera well enough to give you a number. Take it with a "
        "phone or a goniometer instead, and type the reading in."
    ),
    # capture: files
    "recording_missing": (
        "There is no file called {file}. Nothing was changed; check the name and try again."
    ),
    "recording_empty": (
        "The file {file} is empty. Perhaps it was still being copied: nothing is lost, "
        "copy it again from the camera or phone and try once more."
    ),
    "recording_not_video": (
        "The file {file} is not a video that can be read here. Your records are unchanged; "
        "choose an mp4, mov or webm file, or save the video as mp4 and try again."
    ),
    "recording_no_picture": (
        "No picture could be read from {file}. Your records are unchanged; play the file to see "
        "whether it works, save it as mp4, or record once more."
    ),
    "recording_cut_off": (
        "The file {file} is cut off: its end is missing, so none of it was used. Your records are "
        "unchanged; copy it again from the camera or phone, or record once more."
    ),
    "recording_absurd": (
        "The file {file} claims to hold more pictures than any recording has, so it was not "
        "opened. Your records are unchanged; save the video again as mp4, or record once more."
    ),
    "recording_ends_early": (
        "The file {file} should last {promised_s} s, but only {read_s} s of it could be read, so "
        "none of it was used. Your records are unchanged; copy it again or record once more."
    ),
    "recording_gap": (
        "In {file}, {gap_s} s are missing after {at_s} s, so none of it was used. Your records "
        "are unchanged; record once more without a pause."
    ),
    "recording_clock_backwards": (
        "The clock in {file} runs backwards, so its pictures cannot be put in order. Your records "
        "are unchanged; save the video again as mp4, or record once more."
    ),
    "recording_size_changes": (
        "The pictures in {file} change their size half-way, so none of it was used. Your records "
        "are unchanged; record once more without turning the camera."
    ),
    "recording_too_short": (
        "The recording {file} lasts only {seconds} s, too short for a test. Your records are "
        "unchanged; record once more and keep the camera running to the end."
    ),
    "recording_size": (
        "The pictures in {file} are {width_px} by {height_px} pixels; their sides must be between "
        "{min_px} and {max_px}. Your records are unchanged; choose another size in the camera "
        "and record once more."
    ),
    "recording_time_missing": (
        "The recording {file} has no picture at {time_s} s. Nothing was changed; choose a time "
        "within the recording."
    ),
    "landmarks_damaged": (
        "The kept landmarks in {file} cannot be read: the file is damaged or of another kind. "
        "Your readings are kept; restore the file from a backup, or measure the video again."
    ),
    # pose
    "pose_weights_missing": (
        "A part of this installation is missing: {file}. Your records are unchanged; install "
        "the program again and try once more."
    ),
    "pose_weights_damaged": (
        "A part of this installation is damaged: {file}. Your records are unchanged; install "
        "the program again and try once more."
    ),
    "landmarks_too_new": (
        "The landmarks in {file} were written by a later version of coxa. Nothing is lost; update "
        "coxa and open them again."
    ),
}
