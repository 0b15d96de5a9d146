"""Judged films are kept, and judged anew when something that matters has changed."""

from pathlib import Path

import pytest

from coxa.catalogue import load_shipped
from coxa.quantities import Side
from validation.coach import kept
from validation.coach.films import Film
from validation.coach.judged import JudgedFilm

EXERCISE = load_shipped().exercises["clamshell"]


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """A film in a folder, and how often it was judged."""
    times: list[bool] = []

    def judge(film, _, *, every_fault):
        times.append(every_fault)
        return JudgedFilm(film, (), len(times), 0, True)

    monkeypatch.setattr(kept, "judged", judge)
    (tmp_path / "a.npz").write_bytes(b"landmarks")
    (tmp_path / "a.truth.json").write_text("{}")
    return film(tmp_path), times


def film(folder: Path) -> Film:
    return Film("a", "clamshell", Side.LEFT, "exercise", 0, "said", (), folder / "a.mp4")


def claiming(*faults: str):
    camera = EXERCISE.camera.model_copy(update={"faults": faults, "counts": False})
    return EXERCISE.model_copy(update={"camera": camera})


def test_nothing_is_judged_twice(asked):
    one, times = asked
    first = kept.judged_or_kept(one, EXERCISE, every_fault=True)
    assert kept.judged_or_kept(one, EXERCISE, every_fault=True) == first
    assert times == [True]


def test_new_landmarks_are_judged(asked):
    one, times = asked
    kept.judged_or_kept(one, EXERCISE, every_fault=True)
    one.path.with_suffix(".npz").write_bytes(b"others")
    kept.judged_or_kept(one, EXERCISE, every_fault=True)
    assert len(times) == 2


def test_what_is_claimed_matters_only_where_only_that_is_looked_for(asked):
    one, times = asked
    for exercise in (EXERCISE, claiming("feet-part")):
        kept.judged_or_kept(one, exercise, every_fault=True)
    assert times == [True]
    for exercise in (claiming(), claiming("feet-part")):
        kept.judged_or_kept(one, exercise, every_fault=False)
    assert times == [True, False, False]
