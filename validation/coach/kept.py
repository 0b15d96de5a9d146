"""Judged films are kept: a film is judged anew when its landmarks, the exercise, or the code that
watches, leads and judges has changed.
"""

from __future__ import annotations

import hashlib
import pickle
from functools import cache
from pathlib import Path

import coxa.body.figure
import coxa.coach
import coxa.watching
from coxa.catalogue import Exercise
from validation.coach.films import Film
from validation.coach.judged import JudgedFilm, judged
from validation.poses import what_it_does

FOLDER = "judged"
ROOMS = (coxa.watching, coxa.coach, coxa.body.figure)
CLAIMS = {"camera": {"counts", "faults", "words"}}
"""What the catalogue claims changes nothing of what is seen when every fault is looked for."""
KEY_LENGTH = 16


def judged_or_kept(film: Film, exercise: Exercise, *, every_fault: bool) -> JudgedFilm:
    """As ``judged``, from the file beside the film where there is one."""
    kept = film.path.parent / FOLDER / f"{film.name}.{_key(film, exercise, every_fault)}.pickle"
    if kept.exists():
        found = pickle.loads(kept.read_bytes())
        assert isinstance(found, JudgedFilm)
        return found
    made = judged(film, exercise, every_fault=every_fault)
    kept.parent.mkdir(exist_ok=True)
    part = kept.with_suffix(".part")
    part.write_bytes(pickle.dumps(made))
    part.replace(kept)
    return made


def _key(film: Film, exercise: Exercise, every_fault: bool) -> str:
    said = exercise.model_dump_json(exclude=CLAIMS if every_fault else None)
    truth = film.path.with_name(f"{film.path.stem}.truth.json").read_bytes()
    digest = hashlib.sha256(film.path.with_suffix(".npz").read_bytes() + truth)
    digest.update(f"{said} {every_fault} {_code()}".encode())
    return digest.hexdigest()[:KEY_LENGTH]


@cache
def _code() -> str:
    rooms = [Path(room.__file__ or "").parent for room in ROOMS]
    sources = [path for room in rooms for path in sorted(room.glob("*.py"))]
    sources += [Path(__file__).with_name(name) for name in ("films.py", "judged.py", "led.py")]
    digest = hashlib.sha256()
    for path in sources:
        digest.update(what_it_does(path.read_text("utf-8")).encode())
    return digest.hexdigest()
