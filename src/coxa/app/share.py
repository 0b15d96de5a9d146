"""A person's own share: what of their answer may go to others, and nothing else."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from statistics import fmean

from coxa.app.answer import current_answer, exercised, phased_readings
from coxa.app.history import finished_sessions, own_readings
from coxa.app.person import age_years
from coxa.app.storage import Storage
from coxa.catalogue import Catalogue
from coxa.catalogue import Kind as Family
from coxa.errors import UnknownThing, UsageFault
from coxa.evidence import (
    AgeBand,
    Deficit,
    OwnGain,
    SeriesAnswer,
    Share,
    SharedGain,
    own_gain,
)
from coxa.experiment import Phased, first_sets
from coxa.quantities import Side
from coxa.records import Person, Phase, Session

SOME_DEFICIT_DEG, MUCH_DEFICIT_DEG = 5.0, 10.0
"""So far below the mean of published readings a hip begins to be called short of them. Both are
about as coarse as a reading and as people are: readings of one test spread by 6 to 12 degrees."""

AGES = ((60, AgeBand.OLD), (45, AgeBand.LATE), (30, AgeBand.EARLY), (18, AgeBand.YOUNG))
MINUTES_STEP = 5
WEEK = timedelta(weeks=1)


def own_share(
    storage: Storage, catalogue: Catalogue, today: date, zone: tzinfo | None = None
) -> Share:
    """What this person may share: one gain a series, taken without any other people's help.

    Raises
    ------
    UsageFault
        ``share_nothing_yet`` when there is no gain to share.
    """
    person, phased = storage.person(), phased_readings(storage, zone)
    sessions = finished_sessions(storage)
    found = [
        _shared(answered, own, phased, sessions, person, catalogue, today)
        for answered in current_answer(storage, zone).series
        if (own := own_gain(answered)) is not None
    ]
    token = own_token(storage)
    if not found or token is None:
        raise UsageFault("share_nothing_yet")
    return Share(token=token, age_band=_age_band(age_years(person, today)), gains=tuple(found))


def own_token(storage: Storage) -> str | None:
    """The same for every file that this person shares; ``None`` before the first reading.

    It comes from the random id of the oldest reading, which no file holds that is ever shared, so
    that nobody else can tell from it whose it is.
    """
    readings = own_readings(storage)
    if not readings:
        return None
    return hashlib.sha256(f"coxa-share {readings[0].id}".encode()).hexdigest()[:32]


def _shared(
    answered: SeriesAnswer,
    own: OwnGain,
    phased: Sequence[Phased],
    sessions: Sequence[Session],
    person: Person,
    catalogue: Catalogue,
    today: date,
) -> SharedGain:
    series = answered.series
    here = [one for one in phased if one.reading.series == series and one.reading.side is own.side]
    start, end = first_sets(sessions)[own.side], here[-1].reading.taken_at
    return SharedGain(
        test=series.test,
        direction=series.direction,
        mode=series.mode,
        kind=own.kind,
        device=series.device,
        gain_deg=round(own.gain_deg, 1),
        variance_deg2=round(own.variance_deg2, 2),
        weeks=round((end - start) / WEEK),
        minutes_a_week=_minutes_a_week(sessions, own.side, start, end),
        families=_families(sessions, own.side, end, catalogue),
        starting_deficit=_deficit(here, person, catalogue, today),
    )


def _minutes_a_week(
    sessions: Sequence[Session], side: Side, start: datetime, end: datetime
) -> int | None:
    done = [one for one in exercised(sessions) if one.side is side and start <= one.at <= end]
    minutes = sum(one.minutes for one in done) / max((end - start) / WEEK, 1.0)
    return MINUTES_STEP * round(minutes / MINUTES_STEP) if done else None


def _families(
    sessions: Sequence[Session], side: Side, end: datetime, catalogue: Catalogue
) -> tuple[Family, ...]:
    """The kinds of exercise done for this hip, most sets first."""
    sets = Counter(
        family
        for session in sessions
        for done in session.done
        if done.side is side and done.at <= end
        if (family := _family(done.exercise_id, catalogue)) is not None
    )
    return tuple(family for family, _ in sets.most_common())


def _family(exercise_id: str, catalogue: Catalogue) -> Family | None:
    """``None`` for an exercise of a pack that is no longer there."""
    try:
        return catalogue.exercise(exercise_id).kind
    except UnknownThing:
        return None


def _deficit(
    here: Sequence[Phased], person: Person, catalogue: Catalogue, today: date
) -> Deficit | None:
    """How far the hip turned before its training, beside the mean of what is published for it."""
    series = here[0].reading.series
    before = [
        series.direction.sign * one.reading.value_deg
        for one in here
        if one.phase in (Phase.BASELINE, Phase.WAITING) and not one.reading.after_exercise
    ]
    age = age_years(person, today)
    cited = catalogue.norm_for(series.test, series.direction, series.mode, age, person.sex)
    if not before or not cited:
        return None
    norm_deg = fmean(
        fmean((one.norm.mean_deg, one.norm.mean_to_deg or one.norm.mean_deg)) for one in cited
    )
    short_deg = norm_deg - fmean(before)
    if short_deg < SOME_DEFICIT_DEG:
        return Deficit.NONE
    return Deficit.SOME if short_deg <= MUCH_DEFICIT_DEG else Deficit.MUCH


def _age_band(age: int | None) -> AgeBand | None:
    return next((band for least, band in AGES if age is not None and age >= least), None)
