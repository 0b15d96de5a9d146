"""``python -m validation``: read a part of the proving ground, judge it, write the report."""

from __future__ import annotations

from pathlib import Path

import click

from coxa.angles import calibration_for
from coxa.pose import MODELS, Model
from validation.ground import Recording, recordings_in
from validation.poses import posed
from validation.report import Run, write_report
from validation.rows import Row, rows_of

PARTS = ("fit", "held", "final", "final2")
REPORTED = "final2"


@click.command()
@click.argument("ground", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--part",
    type=click.Choice(PARTS),
    default="held",
    show_default=True,
    help=f"{REPORTED} is read once, for the committed report; final was, for rig-3.",
)
@click.option(
    "--model",
    "models",
    multiple=True,
    type=click.Choice(MODELS),
    default=["heavy"],
    show_default=True,
    help="May be given twice; the report is about the first.",
)
@click.option(
    "--again",
    type=click.Choice(PARTS),
    help="The part whose people are set up anew, for repeatability [the same part]",
)
@click.option("--threads", default=2, show_default=True, help="For the pose nets.")
@click.option("--poses", type=click.Path(path_type=Path), help="Kept landmarks [GROUND/poses]")
@click.option("--out", type=click.Path(path_type=Path), help="Report's folder [GROUND/report/PART]")
def main(
    ground: Path,
    part: str,
    models: tuple[Model, ...],
    again: str | None,
    threads: int,
    poses: Path | None,
    out: Path | None,
) -> None:
    """Measure all recordings of a part of GROUND and write REPORT.md, a table and pictures.

    The landmarks are kept, so a run that was broken off goes on where it was.
    """
    kept = poses or ground / "poses"
    recordings = recordings_in(ground / "recordings" / part)
    rows = {model: measured(recordings, model, kept / part, threads) for model in models}
    anew, anew_part = rows[models[0]], again or part
    if anew_part != part:
        people = [r for r in recordings_in(ground / "recordings" / anew_part) if r.person]
        anew = measured(people, models[0], kept / anew_part, threads)
    folder = out or ground / "report" / part
    first = f"blazepose-{models[0]}"
    by_hand = f"python -m validation GROUND --part {part}"
    command = "make validation" if part == REPORTED else by_hand
    method = f"{first}/{calibration_for(first).version}"
    write_report(Run(part, recordings, rows, anew, anew_part, method, command), folder)
    print(f"{folder / 'REPORT.md'} is written.")


def measured(recordings: list[Recording], model: Model, kept: Path, threads: int) -> list[Row]:
    """All movements of some recordings as one pose model reads them."""
    found = posed(recordings, model, kept, threads=threads)
    return [row for recording, poses in found for row in rows_of(recording, poses)]


if __name__ == "__main__":
    main()
