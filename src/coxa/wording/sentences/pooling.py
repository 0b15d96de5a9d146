"""Sentences of ``coxa pool``: what many people's gains say together, and what is shared."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the average in plain words
    "pool_further_internal": (
        "Yes: in {people} people the hip turned in about {size}° further on average, give or take "
        "{margin}°."
    ),
    "pool_further_external": (
        "Yes: in {people} people the hip turned out about {size}° further on average, give or take "
        "{margin}°."
    ),
    "pool_less_far_internal": (
        "No: in {people} people the hip turned in about {size}° less far on average, give or take "
        "{margin}°."
    ),
    "pool_less_far_external": (
        "No: in {people} people the hip turned out about {size}° less far on average, give or take "
        "{margin}°."
    ),
    "pool_open_internal": (
        "Not yet: whether the hip turns in further on average cannot be told. In {people} people "
        "the average lies somewhere between {low}° and {high}°."
    ),
    "pool_open_external": (
        "Not yet: whether the hip turns out further on average cannot be told. In {people} people "
        "the average lies somewhere between {low}° and {high}°."
    ),
    "pool_one_person_internal": (
        "In one person the change in how far the hip turns in was {mean}°, somewhere between "
        "{low}° and {high}°. One person is no average."
    ),
    "pool_one_person_external": (
        "In one person the change in how far the hip turns out was {mean}°, somewhere between "
        "{low}° and {high}°. One person is no average."
    ),
    "pool_new_person": "A new person would probably gain between {low}° and {high}°.",
    "pool_new_person_open": (
        "A new person would probably gain between {low}° and {high}°: for some it may do nothing."
    ),
    "pool_nobody": "These files hold no gain: there is nothing to put together yet.",
    # what to be careful about
    "pool_note_same_person": (
        "Files that were of somebody who was there already: {count}. Each person counts once, with "
        "the file of the longest training."
    ),
    "pool_note_change": (
        "No hip waited as a comparison here. So what time and practice do is in these figures too."
    ),
    "pool_note_one": "From one person nobody can tell what to expect of others.",
    "pool_note_two": (
        "Two people say nearly nothing about a third: what to expect of a new person cannot be "
        "told."
    ),
    "pool_note_few": (
        "{people} people are few: the figures will still move a lot. {enough} are better."
    ),
    "pool_note_alike": (
        "The gains differ no more than their errors: that people truly differ is not shown."
    ),
    "pool_note_may_differ": (
        "People may truly differ, by about {tau}° either way, but so few gains can differ as much "
        "by error alone."
    ),
    "pool_note_differ": (
        "People truly differ, by about {tau}° either way: of all that the gains differ, {share} % "
        "is no error."
    ),
    "pool_note_between_people": (
        "Who trained longer, did other exercises or began stiffer may differ in other things too. "
        "So a difference between such people does not tell what more, or other, training would do "
        "to you. And of twenty such questions one shows a difference by chance alone."
    ),
    # doses and groups
    "pool_dose_weeks": (
        "People who trained a week longer gained {slope}° more ({low}° to {high}°; {people} "
        "people)."
    ),
    "pool_dose_weeks_open": (
        "Whether people who trained longer gained more cannot be told: {slope}° for each week "
        "({low}° to {high}°; {people} people)."
    ),
    "pool_dose_minutes_a_week": (
        "People who trained thirty minutes a week more gained {slope}° more ({low}° to {high}°; "
        "{people} people)."
    ),
    "pool_dose_minutes_a_week_open": (
        "Whether people who trained more minutes a week gained more cannot be told: {slope}° for "
        "thirty minutes ({low}° to {high}°; {people} people)."
    ),
    "pool_groups_family": "The main kind of exercise makes a difference ({p}).",
    "pool_groups_family_open": (
        "That the main kind of exercise makes a difference is not shown ({p})."
    ),
    "pool_groups_starting_deficit": (
        "How far the hip turned at the start makes a difference ({p})."
    ),
    "pool_groups_starting_deficit_open": (
        "That it matters how far the hip turned at the start is not shown ({p})."
    ),
    "pool_groups_device": "What was measured with makes a difference ({p}).",
    "pool_groups_device_open": ("That it matters what was measured with is not shown ({p})."),
    "pool_groups_age_band": "Age makes a difference ({p}).",
    "pool_groups_age_band_open": "That age makes a difference is not shown ({p}).",
    # borrowing
    "answer_borrowed": (
        "Your own readings alone say {own}° ({own_low}° to {own_high}°). With what {people} other "
        "people gained in mind ({expected}° on average) it would be {gain}° ({low}° to {high}°). "
        "Of that, {share} % is theirs. The verdict is from your own readings alone: what others "
        "gained cannot show that you did."
    ),
    "answer_nothing_lent": (
        "Fewer than five other people in these files gained in this kind of turn beside a waiting "
        "hip, so nothing is borrowed."
    ),
    # files that cannot be used
    "pool_rejected": (
        "Files that cannot be used: {count}; the first is {file}. So nothing was put together, and "
        "nothing was changed. Leave them out, or ask for them anew."
    ),
    "pool_fault_size": "It has more than {megabytes} MB: no such file is as large.",
    "pool_fault_text": "This is no UTF-8 text.",
    "pool_fault_json": "This is no JSON: {problem} (line {line}).",
    "pool_fault_twice": "A name stands twice in it, so which of its values counts is open.",
    "pool_fault_number": "It holds a number that is none (NaN or Infinity).",
    "pool_fault_format": "This is no file that coxa pool wrote.",
    "pool_fault_version": "It does not say in which version of the format it is written.",
    "pool_fault_later": (
        "It was written by a later coxa (version {version} of the format; this one knows {known}). "
        "Update coxa and try again."
    ),
    "pool_fault_shares": "A pool holds a format, a version and a list of shares, and nothing else.",
    "pool_fault_value": "{where}: {problem}.",
    # sharing one's own
    "share_nothing_yet": (
        "There is no gain to share yet: that takes readings before and during training. No file "
        "was written; nothing is lost."
    ),
    "share_all": (
        "This is all that the file holds, beside a made-up token that tells two files of yours "
        "from those of two people:"
    ),
    "share_gain_gain": (
        "{test}, {direction}, {mode}, {device}: a gain of {gain}°, give or take {margin}°, set "
        "against the hip that waited."
    ),
    "share_gain_change": (
        "{test}, {direction}, {mode}, {device}: a change of {gain}°, give or take {margin}°; no "
        "hip waited."
    ),
    "share_facts": (
        "Weeks: {weeks}. Minutes a week, about: {minutes}. Exercises: {families}. Short of "
        "published readings at the start: {deficit}."
    ),
    "share_age": "Age: {age}.",
    "share_not": (
        "No name, no date, no single reading. Read the file, then give it to whom you want: coxa "
        "sends nothing."
    ),
    "share_not_known": "not known",
    # the table on the terminal, the drawing, the report
    "pool_kind_gain": "{test}, {direction}, {mode}: gains, set against a hip that waited",
    "pool_kind_change": "{test}, {direction}, {mode}: changes, without a hip that waited",
    "pool_mean": "Average",
    "pool_prediction": "A new person",
    "pool_tau": "Spread between people (standard deviation τ, REML)",
    "pool_i2": "Share of the differences that is no error (I²)",
    "pool_q": "Cochran's Q ({freedom} degrees of freedom, {p})",
    "pool_other_dersimonian_laird": "Average, spread after DerSimonian and Laird ({tau})",
    "pool_other_paule_mandel": "Average, spread after Paule and Mandel ({tau})",
    "pool_slope_weeks": "For each week longer ({people} people, {p})",
    "pool_slope_minutes_a_week": "For thirty minutes a week more ({people} people, {p})",
    "pool_group": "{by}: {name} ({people} people)",
    "pool_by_family": "Main kind of exercise",
    "pool_by_starting_deficit": "Short of published readings at the start",
    "pool_by_device": "Measured with",
    "pool_by_age_band": "Age",
    "pool_name_stretch": "stretch",
    "pool_name_active-control": "by your own strength",
    "pool_name_strength": "strength",
    "pool_name_none": "not at all",
    "pool_name_some": "some",
    "pool_name_much": "much",
    "pool_name_camera": "camera",
    "pool_name_phone": "phone on the shin",
    "pool_name_goniometer": "goniometer",
    "pool_name_inclinometer": "inclinometer",
    "pool_name_other": "another instrument",
    "pool_plot_title": "Every person's gain, the average, and what a new person may expect",
    "pool_plot_desc": "{drawn} of {people} people are drawn. {headline}",
    "pool_plot_across": "turns further →",
    "pool_plot_person": "Person {number}",
    "pool_table": "The same people as a table",
    "pool_person": "Person",
    "pool_gain": "Gain",
    "pool_weight": "Weight",
    "pool_weeks": "Weeks",
    "pool_minutes": "Minutes a week",
    "pool_family": "Exercises",
    "pool_deficit": "Short at the start",
    "pool_title": "Can simple exercises improve hip rotation? What many people's gains say",
    "pool_people": "People: {count}. Nobody is named; each is a number.",
    "pool_method": "How this was worked out",
    "pool_method_average": (
        "Each person counts once, with one gain and its error. Exact gains weigh more, less "
        "so the more people differ (random effects, restricted maximum likelihood). The interval "
        "is that of Hartung and Knapp, which holds with few people too."
    ),
    "pool_method_prediction": (
        "A new person's gain lies in the wider interval: the average's error and the differences "
        "between people together (Higgins, Thompson and Spiegelhalter)."
    ),
    "pool_method_shared": (
        "All gains were worked out in the same way, so where its assumptions are wrong they are "
        "wrong in all of them, and no number of people mends that. Who shares a gain may also be "
        "who had one."
    ),
    "pool_method_own": (
        "This is about how far hips turn, not a medical opinion; coxa is no medical device."
    ),
}
