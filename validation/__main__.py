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

FOLDER = Path(__file__).parent


@click.command()
@click.argument("ground", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--part",
    type=click.Choice(["fit", "held", "final"]),
    default="held",
    show_default=True,
    help="final is read once, for the committed report.",
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
@click.option("--threads", default=2, show_default=True, help="For the pose nets.")
@click.option("--poses", type=click.Path(path_type=Path), help="Kept landmarks [GROUND/poses]")
@click.option("--out", type=click.Path(path_type=Path), help="Report's folder [GROUND/report/PART]")
def main(
    ground: Path,
    part: str,
    models: tuple[Model, ...],
    threads: int,
    poses: Path | None,
    out: Path | None,
) -> None:
    """Measure all recordings of a part of GROUND and write REPORT.md, a table and pictures.

    The landmarks are kept, so a run that was broken off goes on where it was.
    """
    recordings = recordings_in(ground / "recordings" / part)
    kept = (poses or ground / "poses") / part
    rows = {model: measured(recordings, model, kept, threads) for model in models}
    folder = out or ground / "report" / part
    first = f"blazepose-{models[0]}"
    command = "make validation" if part == "final" else f"python -m validation GROUND --part {part}"
    method = f"{first}/{calibration_for(first).version}"
    write_report(Run(part, recordings, rows, method, command), folder)
    print(f"{folder / 'REPORT.md'} is written.")


def measured(recordings: list[Recording], model: Model, kept: Path, threads: int) -> list[Row]:
    """All movements of some recordings as one pose model reads them."""
    found = posed(recordings, model, kept, threads=threads)
    return [row for recording, poses in found for row in rows_of(recording, poses)]


if __name__ == "__main__":
    main()
