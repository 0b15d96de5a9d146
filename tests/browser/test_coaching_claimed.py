"""Each exercise that the camera is said to count, done before a real Chromium's camera."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from coxa.capture.video import read_frames
from coxa.catalogue import Exercise, Kind, load_shipped
from tests.browser.camera import as_camera
from tests.browser.coaching import Coaching, coached, dose
from validation.coach.films import Film, film_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(400)]

CLIPS = Path(__file__).parent.parent / "clips" / "exercise"
CLAIMED = [one for one in load_shipped().exercises.values() if one.camera.counts]
ROUNDS = 1
"""The film goes round so many times before all is counted."""
STRETCH_S = 4.0
WITHIN_S = 1.5
"""A busy machine shows its camera a film that stutters."""
LONGEST_S = 200.0


@pytest.mark.parametrize("exercise", CLAIMED, ids=[one.id for one in CLAIMED])
def test_every_whole_repetition_is_seen_when_it_is_done_and_none_else(
    exercise: Exercise, browser: Browser, chromium: Path, tmp_path: Path
) -> None:
    clip = CLIPS / f"{exercise.id}.mp4"
    film = film_of(clip.with_name(f"{exercise.id}.truth.json"))
    held = [(one.at_end_s, one.left_end_s) for one in film.reps if one.full]
    reps = ROUNDS * len(held)
    hold_s = STRETCH_S if exercise.kind is Kind.STRETCH else exercise.dose.hold_s
    camera = as_camera(clip, tmp_path)
    with coached(browser.browser_type, chromium, camera, tmp_path / "home", "laptop") as visit:
        visit.open(dose(reps=reps, hold_s=hold_s, side=film.side, exercise_id=exercise.id))
        visit.choose_the_camera()
        visit.page.get_by_role("button", name="Begin").click()
        visit.wait_for("ask-pain", LONGEST_S)
        seen_s = [one["at_ms"] / 1000 for one in visit.seen() if one["what"] == "at-end"]
        assert _counted(visit) == (True, reps)
        assert not visit.wrong
    missed, strange = _compared(np.array(seen_s), film, _round_s(clip))
    assert (missed, strange) == (0, 0), seen_s


def _compared(seen_s: np.ndarray, film: Film, round_s: float) -> tuple[int, int]:
    """Holds of the film that were not seen, and ends seen that are in no repetition's end.

    When the film began is not known to the page: of all beginnings the one that fits best.
    """
    first, last = seen_s.min(), seen_s.max()
    rounds = np.arange(-1, np.ceil((last - first) / round_s) + 1) * round_s
    ends = [(one.at_end_s, one.left_end_s) for one in film.reps if one.at_end_s is not None]
    held = np.array([one.full for one in film.reps if one.at_end_s is not None])

    def differences(began_s: float) -> tuple[int, int]:
        from_s, to_s = (np.array(ends).T[..., None] + began_s + rounds).reshape(2, len(held), -1)
        asked = held[:, None] & (from_s > first - WITHIN_S) & (from_s < last + WITHIN_S)
        after, before = seen_s > from_s[..., None] - WITHIN_S, seen_s < to_s[..., None] + WITHIN_S
        inside = after & before
        return int((asked & ~inside.any(-1)).sum()), int((~inside.any((0, 1))).sum())

    return min((differences(first - start_s) for start_s, _ in ends), key=sum)


def _round_s(clip: Path) -> float:
    starts_s = [frame.time_s for frame in read_frames(clip)]
    return 2 * starts_s[-1] - starts_s[-2]


def _counted(visit: Coaching) -> tuple[bool, int]:
    """Whether the only set kept was watched, and its repetitions."""
    page = visit.page
    page.get_by_role("button", name="0, no pain").click()
    page.get_by_role("button", name="Done", exact=True).click()
    page.get_by_role("heading", name="Done").wait_for()
    with closing(sqlite3.connect(visit.home / "coxa.sqlite3")) as records:
        kept = records.execute(
            "select data from coxa_sessionrow where id = ?", (visit.id,)
        ).fetchone()
    (done,) = json.loads(kept[0])["done"]
    return done["watched"], done["reps_done"]
