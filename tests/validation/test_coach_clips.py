"""From pixels: short films of exercises through pose net, watcher and coach are counted right."""

from dataclasses import replace
from pathlib import Path

import pytest

from coxa.capture import record_video, save_recording
from coxa.catalogue import load_shipped
from coxa.records import SeenWhat
from validation.coach.films import film_of
from validation.coach.judged import judged
from validation.coach.led import led

CLIPS = Path(__file__).parents[1] / "clips" / "exercise"
QUICK = ("clamshell", "reverse-clam")
SLOW = (
    "seated-turn-out",
    "band-external-rotation",
    "standing-internal-rotation",
    "switches-90-90",
    "side-lying-turned-in-lift",
    "seated-internal-rotation",
    "band-internal-rotation",
    "seated-block-turn-in",
)


def read(name: str, folder: Path):
    """A clip's truth, with what the pose net sees in it."""
    video = CLIPS / f"{name}.mp4"
    save_recording(record_video(video, model="full"), folder / f"{name}.npz")
    return replace(film_of(CLIPS / f"{name}.truth.json"), path=folder / video.name)


@pytest.mark.parametrize(
    "name", [*QUICK, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)]
)
def test_every_repetition_is_counted_as_what_it_is(name, tmp_path):
    film = read(name, tmp_path)
    found = judged(film, load_shipped().exercises[film.exercise_id], every_fault=False)
    assert found.recognised
    assert [(rep.rep.kind, rep.exact) for rep in found.reps] == [
        (rep.kind, True) for rep in film.reps
    ]
    assert found.stray == 0


def test_a_fault_is_told_while_it_shows_and_not_otherwise(tmp_path):
    film = read("clamshell", tmp_path)
    claimed = load_shipped().exercises["clamshell"].camera.faults
    if "feet-part" not in claimed:
        pytest.skip("the catalogue does not claim this fault")
    found = judged(film, load_shipped().exercises["clamshell"], every_fault=False)
    for rep in found.reps:
        assert rep.told == set(rep.rep.faults)
        assert all(0 < late_s < 1.0 for late_s in rep.fault_late_s.values())


def test_nothing_is_counted_of_who_only_walks_by_and_handles_the_camera(tmp_path):
    film = read("nothing", tmp_path)
    exercise = load_shipped().exercises[film.exercise_id]
    size_px = film.recording.width_px, film.recording.height_px
    found = led(exercise, film.side, film.frames(), size_px, every_fault=True)
    last = found.last
    assert (last.full, last.half, last.fast, last.held_s) == (0, 0, 0, 0)
    assert not [one for one in found.seen if one.what is SeenWhat.FAULT]
    assert (film.recording.score > 0).mean() > 0.3
