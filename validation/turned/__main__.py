"""``python -m validation.turned FOLDER``: turn shanks in clips of real people, tell what is seen.

Prints the tables of validation/PHOTOGRAPHS.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import cv2
import numpy as np

from coxa.angles import calibration_for
from coxa.pose import MODELS, Model
from validation.turned.cutting import Picture
from validation.turned.rendered import pairs
from validation.turned.seeing import Turn, cut_and_turned, seen_turns
from validation.turned.subjects import ENDINGS, Subject, of_clip

HEAD = "| model | people | way | turns | gain | bias | RMSE | worst | gain | bias | RMSE | worst |"
WAYS = {"both": (-90.0, 90.0), "inward": (-90.0, 0.0), "outward": (0.0, 90.0)}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--model", "models", multiple=True, type=click.Choice(MODELS), default=MODELS)
@click.option("--frames", default=3, show_default=True, help="Of each clip and posture, at most.")
@click.option("--rendered", default=5, show_default=True, help="Rendered seated people.")
@click.option("--pictures", type=click.Path(path_type=Path), help="Write the composites here.")
@click.option("--threads", default=1, show_default=True, help="For the pose nets.")
def main(
    folder: Path,
    models: tuple[Model, ...],
    frames: int,
    rendered: int,
    pictures: Path | None,
    threads: int,
) -> None:
    """Turn the shanks of the people in the clips of FOLDER and of rendered ones, and tell what a
    pose model sees of it, as it is and after the detector's part of the shipped calibration.
    """
    versions = {calibration_for(f"blazepose-{model}").version for model in models}
    print(f"Calibration: {', '.join(sorted(versions))}. Degrees; outward positive.\n")
    print(HEAD)
    print("|---" * 12 + "|")
    clips = sorted(file for file in folder.iterdir() if file.suffix.lower() in ENDINGS)
    subjects = [subject for clip in clips for subject in of_clip(clip, frames, threads)]
    people: dict[str, list[Subject]] = {}
    for subject in subjects:
        people.setdefault(f"{subject.name.rsplit('-', 1)[0]}, {subject.posture}", []).append(
            subject
        )
    photographs = {}
    for name, own in people.items():
        photographs[name] = _of_photographs(own, models, pictures, threads)
        for model, turns in photographs[name].items():
            _rows(model, name, turns)
    seated = _of_rendered(rendered, models, pictures, threads)
    for (model, way), turns in seated.items():
        _rows(model, f"rendered, turned by {way}", turns)
    for model in models:
        _agreement(model, seated[model, "body"], seated[model, "scissors"])
        for name, found in photographs.items():
            _outside(f"{model}, {name}", found[model], seated[model, "body"])


def _of_photographs(
    subjects: Sequence[Subject], models: Sequence[Model], out: Path | None, threads: int
) -> dict[Model, list[Turn]]:
    found: dict[Model, list[Turn]] = {model: [] for model in models}
    for subject in subjects:
        for side in subject.sides:
            made = list(cut_and_turned(subject, side))
            _keep(out, f"{subject.name}-{side}", made)
            for model in models:
                found[model] += seen_turns(subject.name, side, made, model, threads)
    return found


def _of_rendered(
    count: int, models: Sequence[Model], out: Path | None, threads: int
) -> dict[tuple[Model, str], list[Turn]]:
    found: dict[tuple[Model, str], list[Turn]] = {
        (model, way): [] for way in ("body", "scissors") for model in models
    }
    for pair in pairs(count, threads):
        for way, made in (("body", pair.by_body), ("scissors", pair.by_cutting)):
            _keep(out, f"{pair.name}-{pair.side}-{way}", made)
            for model in models:
                seen = seen_turns(pair.name, pair.side, made, model, threads)
                found[model, way] += seen
    return found


def _rows(model: Model, people: str, turns: Sequence[Turn]) -> None:
    for way, (least, most) in WAYS.items():
        asked = [turn for turn in turns if least < turn.known_deg < most]
        some = [turn for turn in asked if turn.seen]
        if some:
            known = [turn.known_deg for turn in some]
            plain = _figures(known, [turn.plain_deg for turn in some])
            corrected = _figures(known, [turn.corrected_deg for turn in some])
            count = f"{len(some)} of {len(asked)}"
            cells = (model, people, way, count, plain, corrected)
            print(f"| {' | '.join(map(str, cells))} |", flush=True)


def _figures(known_deg: Sequence[float], seen_deg: Sequence[float]) -> str:
    """Gain (slope of the seen on the known turn), bias, root mean square and worst error."""
    known, seen = np.array(known_deg), np.array(seen_deg)
    error = seen - known
    gain = np.polyfit(known, seen, 1)[0]
    worst = error[np.argmax(np.abs(error))]
    rmse = np.sqrt(np.mean(error**2))
    return f"{gain:.2f} | {error.mean():+.1f} | {rmse:.1f} | {worst:+.1f}"


def _agreement(model: Model, by_body: Sequence[Turn], by_cutting: Sequence[Turn]) -> None:
    """Whether scissors and body look alike to the model, turn by turn."""
    cut = {(turn.subject, turn.side, turn.known_deg): turn for turn in by_cutting}
    both = []
    for turn in by_body:
        other = cut.get((turn.subject, turn.side, turn.known_deg))
        if other is not None and turn.seen and other.seen:
            both.append(other.plain_deg - turn.plain_deg)
    if both:
        off = np.array(both)
        rms = np.sqrt(np.mean(off**2))
        print(
            f"\n{model}: scissors are seen {off.mean():+.1f}° further than the body on average, "
            f"RMS {rms:.1f}°, at most {np.abs(off).max():.1f}° apart ({len(off)} turns).\n"
        )


def _outside(name: str, photographs: Sequence[Turn], seated: Sequence[Turn]) -> None:
    """How familiar these people are to the calibration, and which features at rest lie outside the
    range of the rendered seated people.
    """
    told = []
    for feature in seated[0].rest if seated and photographs else ():
        own = [turn.rest[feature] for turn in seated]
        low, high = min(own), max(own)
        middle = float(np.median([turn.rest[feature] for turn in photographs]))
        if not low <= middle <= high:
            told.append(f"{feature} {middle:.2f} (seated {low:.2f} to {high:.2f})")
    shares = [turn.familiarity for turn in photographs]
    heard = f"{min(shares):.2f} to {max(shares):.2f}" if shares else "–"
    print(
        f"- {name}: the nets are heard {heard}; "
        f"outside the seated people at rest: {', '.join(told) or 'nothing'}."
    )


def _keep(out: Path | None, name: str, made: Sequence[tuple[float, Picture]]) -> None:
    if out is None:
        return
    out.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(out / f"{name}.jpg"), np.hstack([picture for _, picture in made]))


if __name__ == "__main__":
    main()
