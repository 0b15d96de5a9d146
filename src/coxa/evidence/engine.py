"""The answer to kept readings: each series is made into a case, judged, and put into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from itertools import islice

from coxa.evidence.asked import PLANNED_READINGS, Asked, Person, asked_of
from coxa.evidence.borrowing import with_borrowed
from coxa.evidence.case import Case
from coxa.evidence.companions import Companions, companions_of, two_phases
from coxa.evidence.judgement import CaseAnswer, Figure, SideJudgement
from coxa.evidence.model import judge_all
from coxa.evidence.notes import notes, told
from coxa.evidence.phased_case import Exercised, moment_of
from coxa.evidence.pool import Lent
from coxa.evidence.records import (
    Answer,
    BandDay,
    Believed,
    Leaning,
    SeriesAnswer,
    SideAnswer,
)
from coxa.evidence.terms import Verdict
from coxa.evidence.verdicts import too_few, why_open
from coxa.experiment import Phase, Phased
from coxa.quantities import Side
from coxa.records import Series

ENGINE = "state-space-1"

AT_ONCE = 100
"""So many people are judged together: as quick as all of them, in little memory."""


def answer(
    phased: Sequence[Phased],
    *,
    exercised: Sequence[Exercised] = (),
    starts: Mapping[Side, datetime] | None = None,
    planned_readings: int = PLANNED_READINGS,
    zone: tzinfo | None = None,
    detail: bool = False,
    lent: Mapping[Series, Lent] | None = None,
) -> Answer:
    """Did it improve? One answer per series and side, from readings with their phases.

    Only readings taken before exercise count, and none of the familiarisation days. Several
    readings of one day count as one day. Nothing is compared across series: with a new device or
    another mode begins a new series, and a new answer.

    Parameters
    ----------
    phased
        In any order.
    exercised
        What was really done; a gain grows with it. Without: evenly from the start on.
    starts
        When each side began to train, as far as known.
    planned_readings
        Training readings of a side at the planned end, fixed beforehand.
    zone
        Where the days begin and end; ``None``: as this machine's clock.
    detail
        With the band for a picture and what the answer leans on; that takes ten times as long.
    lent
        What other people's gains tell beforehand: each side gets a second figure that borrows.
    """
    person = Person(phased, exercised, starts or {}, planned_readings)
    asked = asked_of(person, zone)
    judged = judge_all([one.case for one in asked], detail=detail)
    found = _answer(person, asked, judged, zone)
    if not lent:
        return found
    return found.model_copy(update={"series": with_borrowed(found.series, asked, lent)})


def answers(people: Iterable[Person], *, zone: tzinfo | None = None) -> Iterator[Answer]:
    """The answer to each of many people, in their order and without detail, as `answer` gives it.

    People are taken up and answered a hundred at a time, so memory does not grow with their number.
    """
    coming = iter(people)
    while batch := list(islice(coming, AT_ONCE)):
        asked = [asked_of(person, zone) for person in batch]
        judged = iter(judge_all([one.case for own in asked for one in own]))
        for person, own in zip(batch, asked, strict=True):
            yield _answer(person, own, list(islice(judged, len(own))), zone)


def _answer(
    person: Person, asked: Sequence[Asked], judged: Sequence[CaseAnswer], zone: tzinfo | None
) -> Answer:
    series = tuple(_of_series(one, own, zone) for one, own in zip(asked, judged, strict=True))
    return Answer(engine=ENGINE, series=series, notes=notes(person.phased))


def _of_series(asked: Asked, judged: CaseAnswer, zone: tzinfo | None) -> SeriesAnswer:
    case = asked.case
    own = {side: _of_side(side, case, judged) for side in asked.sides}
    any_figures = any(one.gain_deg is not None for one in own.values())
    return SeriesAnswer(
        series=asked.series,
        error=asked.error,
        worthwhile_deg=case.worthwhile_deg,
        planned_readings=case.planned_readings,
        sides=own,
        contrast_deg=judged.contrast_deg if any_figures else None,
        contrast_interval95_deg=judged.contrast_interval95_deg if any_figures else None,
        time_deg=judged.time_deg if any_figures else None,
        time_interval95_deg=judged.time_interval95_deg if any_figures else None,
        learnt_sem_deg=judged.sem_deg,
        signs=judged.signs,
        told=told(judged, case.planned_readings) if any_figures else (),
        band=_band(judged, asked.series.direction.sign, zone),
    )


def _of_side(side: Side, case: Case, answered: CaseAnswer) -> SideAnswer:
    baseline, training = _days(case, side, trained=False), _days(case, side, trained=True)
    few = too_few(baseline, training)
    judged = answered.sides.get(side)
    if few is not None or judged is None:
        return SideAnswer(
            verdict=Verdict.CANNOT_TELL,
            baseline_count=baseline,
            training_count=training,
            reasons=few.reasons if few else (),
            more_readings=few.more_readings if few else None,
            companions=_companions(side, case),
        )
    return _told_of(side, case, judged, answered)


def _told_of(side: Side, case: Case, judged: SideJudgement, answered: CaseAnswer) -> SideAnswer:
    return SideAnswer(
        verdict=judged.verdict,
        kind=judged.kind,
        gain_deg=judged.gain_deg,
        interval95_deg=judged.interval95_deg,
        p_improved=_probability(judged.p_improved),
        p_meaningful=_probability(judged.p_meaningful),
        at_end_of_phase=_believed(judged.at_end_of_phase),
        baseline_count=judged.baseline_days,
        training_count=judged.training_days,
        more_readings=judged.more_readings,
        reasons=why_open(judged),
        leans=tuple(
            Leaning(assumption=one.assumption, low=_believed(one.low), high=_believed(one.high))
            for one in answered.leans
            if one.side is side
        ),
        companions=_companions(side, case),
    )


def _companions(side: Side, case: Case) -> Companions | None:
    phases = two_phases(case.readings, side)
    return companions_of(phases) if phases else None


def _band(judged: CaseAnswer, sign: int, zone: tzinfo | None) -> tuple[BandDay, ...]:
    return tuple(
        BandDay(
            at=moment_of(point.day, zone),
            side=point.side,
            angle=_believed(point.angle, sign),
            untrained=_believed(point.untrained, sign),
        )
        for point in judged.band
    )


def _believed(figure: Figure, sign: int = 1) -> Believed:
    low, high = sorted(sign * end for end in figure.interval95_deg)
    return Believed(mean_deg=sign * figure.mean_deg, low_deg=low, high_deg=high)


def _probability(value: float) -> float:
    """Rounding may step over either end."""
    return min(max(value, 0.0), 1.0)


def _days(case: Case, side: Side, *, trained: bool) -> int:
    """Different days with an analysed reading, of training or before it."""
    return len(
        {
            int(one.day)
            for one in case.readings
            if one.side is side
            and one.phase is not Phase.FAMILIARISATION
            and (one.phase is Phase.TRAINING) is trained
        }
    )
