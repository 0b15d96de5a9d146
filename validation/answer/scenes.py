"""All scenes of the report, group by group."""

from __future__ import annotations

from validation.answer.scene import Course, Rhythm, Scene

WORTHWHILE_DEG = 6.93
"""MDC95 of a series whose SEM is 2.5°: the worthwhile change itself."""

MARKED = (
    Scene("base", "days a little alike (ρ 0.2)"),
    Scene("alike-0", "days not alike (ρ 0)", shared_autocorrelation=0.0),
    Scene("alike-4", "days alike (ρ 0.4)", shared_autocorrelation=0.4),
    Scene("alike-6", "days very alike (ρ 0.6)", shared_autocorrelation=0.6),
    Scene("drift-up", "both hips drift, +0.3° a week", drift_deg_per_week=0.3),
    Scene("drift-down", "both hips drift, −0.3° a week", drift_deg_per_week=-0.3),
    Scene("practice", "first two readings 2° lower, not removed", practice_deg=2.0),
    Scene("tails", "heavy tails (Student's t, 3 degrees of freedom)", tails=3.0),
    Scene("stated-small", "stated error 0.6 × the true one", stated_factor=0.6),
    Scene("stated-large", "stated error 1.6 × the true one", stated_factor=1.6),
    Scene("missing", "30 % of readings missing, each hip by itself", missing=0.3),
)
"""The scenes that the marks are asked of."""

GAINS_DEG = (3.0, 5.0, 6.0)
"""For scenes that are the base where nothing is gained."""

SPILL = Scene(
    "spill", "30 % of the gain spills over to the hip that waits", gains_deg=GAINS_DEG, spill=0.3
)

HARD = (
    Scene("own-drift-up", "only the trained hip drifts, +0.3° a week", left_drift_deg_per_week=0.3),
    Scene(
        "own-drift-down", "only the trained hip drifts, −0.3° a week", left_drift_deg_per_week=-0.3
    ),
    Scene(
        "own-alike-3",
        "only the trained hip's own error is alike from day to day (ρ 0.3)",
        shared_autocorrelation=0.0,
        left_autocorrelation=0.3,
    ),
    Scene(
        "own-alike-6",
        "the same, ρ 0.6",
        shared_autocorrelation=0.0,
        left_autocorrelation=0.6,
    ),
    Scene(
        "all-own-alike-6",
        "the same, ρ 0.6, and nothing of the error is shared by the hips",
        shared=0.0,
        left_autocorrelation=0.6,
    ),
)
"""What the prototype could not tell from a gain."""

OTHERS = (
    Scene("outliers", "3 % of readings off by 12°", outliers=0.03),
    Scene("long-run", "the gain is that of the long run", GAINS_DEG, long_run=True),
    Scene("straight", "the gain grows by as much every week", GAINS_DEG, tau_weeks=None),
    Scene("fast", "most of the gain comes in the first week", GAINS_DEG, tau_weeks=0.7),
    Scene(
        "irregular",
        "readings 1 to 4 days apart, at any hour",
        rhythm=Rhythm.IRREGULAR,
        looked_at_deg=(),
    ),
    Scene("doses", "exercise uneven, two weeks' pause, doses known", pause=True, looked_at_deg=()),
    Scene(
        "follows",
        "the right hip starts after nine readings",
        course=Course.OTHER_FOLLOWS,
        looked_at_deg=(),
    ),
)

ONE_LEG = (
    Scene("one-leg", "one hip only", course=Course.ONE_LEG),
    Scene(
        "one-leg-drift", "one hip only, +0.3° a week", course=Course.ONE_LEG, drift_deg_per_week=0.3
    ),
    Scene(
        "one-leg-alike",
        "one hip only, days very alike (ρ 0.6)",
        course=Course.ONE_LEG,
        shared_autocorrelation=0.6,
    ),
)

BEYOND = Scene(
    "beyond", "looking on to three times the planned readings", gains_deg=(0.0,), training=54
)

MEANINGFUL = Scene(
    "meaningful",
    "gains about the worthwhile change",
    gains_deg=(0.0, 5.0, WORTHWHILE_DEG, 9.0, 12.0, -6.0),
    looked_at_deg=(WORTHWHILE_DEG,),
)

SETTLING = Scene(
    "settling",
    "how many more readings",
    gains_deg=(0.0, 3.0, 4.0, 5.0, 8.0),
    training=54,
)

JUDGED = (*MARKED, SPILL, *HARD, *OTHERS, *ONE_LEG, BEYOND, MEANINGFUL)
"""Those judged look by look; the settling scene is asked otherwise."""
ALL = (*JUDGED, SETTLING)
