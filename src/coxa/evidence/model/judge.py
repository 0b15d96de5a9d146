"""The door of the model: cases in, answers out, one or ten thousand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from coxa.evidence.case import Case
from coxa.evidence.judgement import CaseAnswer, Figure, SideJudgement
from coxa.evidence.model.band import band_of
from coxa.evidence.model.days import SIDES, Days, days_of
from coxa.evidence.model.infer import Belief, infer
from coxa.evidence.model.lean import leans_of
from coxa.evidence.model.mixture import Mixture
from coxa.evidence.model.outliers import without_outliers
from coxa.evidence.model.outlook import more_readings
from coxa.evidence.model.priors import PRIORS, QUADRATURE, Priors, Quadrature
from coxa.evidence.model.signs import signs_of
from coxa.evidence.model.verdict import Standing, verdict
from coxa.evidence.terms import Kind, Verdict

LEAST_WAITING_DAYS = 3
"""Fewer days of an untrained hip beside a trained one are no comparison."""

Progress = Callable[[int, int], None]


def judge(case: Case, *, detail: bool = False) -> CaseAnswer:
    """The answer to one case; with ``detail`` its band and what it leans on, too."""
    return judge_all([case], detail=detail)[0]


def judge_all(
    cases: Sequence[Case],
    *,
    progress: Progress | None = None,
    detail: bool = False,
    outlook: bool = True,
    priors: Priors = PRIORS,
    quadrature: Quadrature = QUADRATURE,
) -> list[CaseAnswer]:
    """The answers to all cases, in their order.

    Parameters
    ----------
    progress : called with the number of cases done and of all.
    detail : with the band and the leans of each; that takes ten times as long.
    outlook : with ``more_readings``; without, open answers take half as long.
    """
    answers = [_without_readings(case) for case in cases]
    known = [(number, days) for number, case in enumerate(cases) if (days := _days(case, priors))]
    done = len(cases) - len(known)
    outlying = {}
    people = []
    for number, days in known:
        weighed, outlying[number] = without_outliers(days, priors)
        people.append(weighed)
    borrowed = [cases[number].borrowed for number, _ in known]
    for place, belief in infer(people, borrowed, priors=priors, quadrature=quadrature):
        number = known[place][0]
        answers[number] = _answer(
            cases[number], belief, outlying[number], detail=detail, outlook=outlook
        )
        done += 1
        if progress is not None:
            progress(done, len(cases))
    return answers


def _days(case: Case, priors: Priors) -> Days | None:
    return days_of(case, priors.of_the_day)


def _without_readings(case: Case) -> CaseAnswer:
    return CaseAnswer(sides={one.side: None for one in case.readings})


def _answer(
    case: Case, belief: Belief, outliers: int, *, detail: bool, outlook: bool
) -> CaseAnswer:
    days = belief.days
    sides = {
        SIDES[side]: _judge(case, belief, side, outlook=outlook) if days.trained[side] else None
        for side in (0, 1)
        if days.there[:, side].any()
    }
    contrast = _contrast(belief)
    time = _time(belief)
    open_for = [one.more_readings for one in sides.values() if one and one.more_readings]
    return CaseAnswer(
        sides=sides,
        contrast_deg=contrast.mean_deg if contrast else None,
        contrast_interval95_deg=contrast.interval95_deg if contrast else None,
        time_deg=time.mean_deg if time else None,
        time_interval95_deg=time.interval95_deg if time else None,
        more_readings=min(open_for) if open_for else None,
        sem_deg=belief.error_deg(),
        signs=signs_of(belief, outliers),
        band=band_of(belief) if detail else (),
        leans=leans_of(days, case.borrowed, belief.priors) if detail and any(days.trained) else (),
    )


def _judge(case: Case, belief: Belief, side: int, *, outlook: bool) -> SideJudgement:
    days = belief.days
    training = days.training[:, side]
    gain = belief.gain_after(side, float(days.trained_weeks[:, side].max()))
    now = gain.figure()
    standing = Standing(
        baseline_days=int((days.there[:, side] & ~training).sum()),
        training_days=int(training.sum()),
        planned_readings=case.planned_readings,
        worthwhile_deg=case.worthwhile_deg,
    )
    p_improved, p_meaningful = (
        gain.probability_above(0.0),
        gain.probability_above(case.worthwhile_deg),
    )
    found = verdict(now, p_improved, p_meaningful, standing)
    is_open = outlook and found is Verdict.CANNOT_TELL
    return SideJudgement(
        gain_deg=now.mean_deg,
        interval95_deg=now.interval95_deg,
        p_improved=p_improved,
        p_meaningful=p_meaningful,
        verdict=found,
        kind=Kind.GAIN if _compared(days, side).sum() >= LEAST_WAITING_DAYS else Kind.CHANGE,
        at_end_of_phase=_at_end(belief, side, gain, now),
        more_readings=more_readings(belief, side, gain, standing) if is_open else None,
        baseline_days=standing.baseline_days,
        training_days=standing.training_days,
        past_horizon=standing.training_days > case.planned_readings,
    )


def _at_end(belief: Belief, side: int, gain: Mixture, now: Figure) -> Figure:
    weeks = belief.days.trained_weeks[:, side]
    last = float(weeks[np.nonzero(belief.days.training[:, side])[0][-1]])
    return now if last == weeks.max() else belief.gain_after(side, last).figure()


def _compared(days: Days, side: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Days on which the other hip was read, still untrained, after this one had begun."""
    other = 1 - side
    begun = days.trained_weeks[:, side] > 0
    return np.asarray(begun & days.there[:, other] & ~days.training[:, other])


def _contrast(belief: Belief) -> Figure | None:
    """How far the trained side is ahead of the other, at the last reading for which it waited."""
    for side in belief.trained:
        rows = np.nonzero(_compared(belief.days, side))[0]
        if len(rows) and belief.days.trained[side]:
            weeks = float(belief.days.trained_weeks[rows[-1], side])
            return belief.gain_after(side, weeks, less_spilled=True).figure()
    return None


def _time(belief: Belief) -> Figure | None:
    weeks = float(belief.days.weeks[-1] - belief.days.weeks[0])
    if weeks <= 0:
        return None
    read = belief.days.there.any(0)
    left, right = read / read.sum()
    return belief.drift((float(left), float(right)), weeks).figure()
