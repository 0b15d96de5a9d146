"""Sentences of ``coxa validate``: our readings against those of a reference."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the figures in plain words
    "agreement_further": (
        "On average coxa reads {size}° further than the reference "
        "(95 % interval {low}° to {high}°)."
    ),
    "agreement_less_far": (
        "On average coxa reads {size}° less far than the reference "
        "(95 % interval {low}° to {high}°)."
    ),
    "agreement_no_bias": (
        "No steady difference between coxa and the reference is shown: on average it is {size}°, "
        "and the 95 % interval, {low}° to {high}°, includes zero."
    ),
    "agreement_bias_alone": "coxa minus reference: {bias}°.",
    "agreement_limits": (
        "In about 95 of 100 such pairs coxa lies between {low}° and {high}° of the reference."
    ),
    "agreement_all_refused": (
        "coxa refused all {count} of these readings, so there is nothing to compare."
    ),
    "agreement_no_pairs": "The table has a header and no pairs: there is nothing to compare yet.",
    # what to be careful about
    "agreement_note_one_pair": (
        "One pair is one difference. It says nothing about the next one, so no other figure is "
        "given."
    ),
    "agreement_note_one_person": (
        "All {count} pairs are of one person: every figure is about that person alone and says "
        "nothing about other people."
    ),
    "agreement_note_few": (
        "{people} people are few: each limit is known only to about ±{margin}°. {enough} people "
        "are the least, 40 are better."
    ),
    "agreement_note_several": (
        "{pairs} pairs come from {people} people. Pairs of one person resemble each other, so the "
        "intervals count people, not pairs."
    ),
    "agreement_note_all_equal": (
        "All differences are exactly the same. Two instruments that measure on their own never "
        "do that; look whether one column was copied from the other."
    ),
    "agreement_note_same_angle": (
        "All angles are the same, so whether the difference grows with the angle cannot be told."
    ),
    "agreement_note_slope": (
        "The difference changes with the angle: by about {per_ten}° for every 10° further. One "
        "pair of limits for all angles is then too simple; look at the picture."
    ),
    "agreement_note_refused": (
        "coxa refused {refused} of {count} readings. The figures are about the others only."
    ),
    "agreement_note_error_too_small": (
        "Fewer than 95 of 100 differences lie within the error that coxa stated. Either that error "
        "is too small, or the reference, whose own error counts in the difference, is not exact."
    ),
    "agreement_note_error_too_large": (
        "More than 95 of 100 differences lie within the error that coxa stated: it is on the "
        "careful side."
    ),
    # faults in the table
    "pairs_rejected": (
        "This table was not used, because of {count} faulty rows; the first is in {file}, line "
        "{line}. Nothing was changed; correct them and try again."
    ),
    "pairs_too_large": (
        "{file} has more than {megabytes} MB, so it was not opened: no table of pairs is as large. "
        "Nothing was changed; choose the right file."
    ),
    "pair_fault_no_header": "The first line must name the columns; see docs/file-formats.md.",
    "pair_fault_empty": "{column} is empty.",
    "pair_fault_number": (
        "{column} must be a number in degrees such as 33.5 (with a decimal comma only where "
        "semicolons separate the cells), not “{cell}”."
    ),
    "pair_fault_date": "date must be a day such as 2026-03-02, not “{cell}”.",
    "pair_fault_repeat": "repeat must be a whole number from 1 to 99, not “{cell}”.",
    "pair_fault_sign_internal": (
        "This does not fit: internal rotation is positive, and a reading here lies more than "
        "{most}° below zero."
    ),
    "pair_fault_sign_external": (
        "This does not fit: external rotation is negative, and a reading here lies more than "
        "{most}° above zero."
    ),
    "pair_fault_twice": (
        "The same leg, day and kind of reading stands in line {other} already. If it was measured "
        "again, number the rows in the column repeat."
    ),
    "pair_fault_unnumbered": (
        "The same leg, day and kind of reading stands in line {other} too, and not both rows are "
        "numbered in the column repeat."
    ),
    # the table on the terminal, the drawing, the report
    "validate_kind": "{test}, {direction}, {device}{more}, against {reference}",
    "validate_reference_unstated": "a reference not named",
    "validate_counts": "Pairs: {pairs}. People: {people}.",
    "validate_figure": "Figure",
    "validate_value": "Value",
    "validate_interval": "95 % interval",
    "validate_bias_deg": "Bias (coxa minus reference)",
    "validate_sd_deg": "Standard deviation of differences",
    "validate_lower_limit_deg": "Lower limit of agreement",
    "validate_upper_limit_deg": "Upper limit of agreement",
    "validate_slope": "Change of the difference for each degree further",
    "validate_rmse_deg": "Root mean square difference",
    "validate_mae_deg": "Mean difference, sign aside",
    "validate_p95_deg": "95 % of differences are smaller than",
    "validate_icc_agreement": "ICC(2,1), agreement",
    "validate_icc_consistency": "ICC(3,1), consistency",
    "validate_sem_deg": "Standard error of measurement (SEM, agreement)",
    "validate_mdc95_deg": "Smallest detectable change (MDC95)",
    "validate_coverage": "Within the error that coxa stated ({within} of {pairs})",
    "validate_repeatability": "Scatter of coxa's repeats ({sets} sets)",
    "validate_reference_repeatability": "Scatter of the reference's repeats ({sets} sets)",
    "validate_side_pairs": "Pairs",
    "validate_side_people": "People",
    "validate_side_bias": "Bias",
    "validate_side_sd": "SD",
    "validate_side_limits": "Limits of agreement",
    "validate_by_side": "By side",
    "validate_title": "coxa against a reference",
    "validate_source": "From {source}.",
    "validate_all_figures": "All figures",
    "validate_plot_title": "Difference against mean angle (Bland–Altman plot)",
    "validate_plot_desc": "{count} pairs. {headline}",
    "validate_plot_up": "coxa − reference",
    "validate_plot_across": "mean of coxa and reference, in the direction of the turn",
    "validate_plot_bias": "bias {value}",
    "validate_plot_upper": "upper limit {value}",
    "validate_plot_lower": "lower limit {value}",
    "validate_table": "The same pairs as a table",
    "validate_row": "Line",
    "validate_mean": "Mean",
    "validate_coxa": "coxa",
    "validate_reference": "Reference",
    "validate_difference": "Difference",
    "validate_foot": (
        "Every difference holds the error of both devices. All angles are counted in the direction "
        "of the turn: a positive difference says that coxa reads further. This is about "
        "measuring, not a medical opinion; coxa is no medical device."
    ),
}
