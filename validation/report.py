"""The report: what was tested, the marks, every table and picture, and what they do not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coxa.pose import Model
from validation import tables, versions
from validation.contact_sheet import contact_sheet
from validation.ground import Recording
from validation.groups import GROUPINGS
from validation.marks import MIN_BODIES, marks
from validation.measures import BOOTSTRAP_DRAWS, BOOTSTRAP_SEED, coverage, p95_deg, rmse_deg
from validation.plots import bland_altman_plot, coverage_plot, errors_plot
from validation.refusals import all_faults, never_made, wrongly_refused
from validation.repeatability import repeatability
from validation.rows import Row, read_well, write_csv

PICTURES = "pictures"
MODEL_HEAD = [
    "model",
    "readings",
    "RMSE",
    "P95",
    "bias",
    "coverage",
    "mean stated ±",
    "wrongly refused",
    "spoilt recordings that gave a number",
]


@dataclass(frozen=True)
class Run:
    """What was measured.

    Attributes
    ----------
    part : of the ground.
    rows : by pose model; the first is the one that the report is about.
    again, again_part : rows of the part with people who are set up anew, by the first model.
    method : pose model and calibration version of the first.
    command : that repeats it.
    """

    part: str
    recordings: Sequence[Recording]
    rows: Mapping[Model, Sequence[Row]]
    again: Sequence[Row]
    again_part: str
    method: str
    command: str

    @property
    def main(self) -> Sequence[Row]:
        return next(iter(self.rows.values()))


def write_report(run: Run, folder: Path) -> None:
    """Write ``REPORT.md``, ``readings.csv`` and the pictures into a folder.

    Raises
    ------
    ValueError
        When not a single reading was accepted: there is nothing to report.
    """
    read = read_well(run.main)
    if not read:
        raise ValueError("no reading was accepted in this part")
    pictures = folder / PICTURES
    pictures.mkdir(parents=True, exist_ok=True)
    for name, drawn in (
        ("errors", errors_plot(read)),
        ("bland-altman", bland_altman_plot(read)),
        ("coverage", coverage_plot(read)),
    ):
        (pictures / f"{name}.svg").write_text(drawn + "\n", "utf-8")
    contact_sheet(run.recordings, pictures / "recordings.jpg")
    write_csv(run.main, folder / "readings.csv")
    (folder / "REPORT.md").write_text(report(run), "utf-8")


def report(run: Run) -> str:
    """The whole text."""
    read = read_well(run.main)
    sections = [
        _opening(run, read),
        _marks(run.part, read),
        _tested(run),
        _limits(),
        _methods(run),
        _models(run),
        _coverage(read),
        _repeatability(run),
        _refusals(run.main),
        _groups(run.main),
        _made(run),
    ]
    return "\n\n".join(sections) + "\n"


def _opening(run: Run, read: Sequence[Row]) -> str:
    readings, recordings, bodies = tables.counts(read)
    return f"""# How far readings are from the truth

Written by `{run.command}` on {versions.today()}; nothing in it is typed by hand. It is about the
seated test, read by `{run.method}` from the **{run.part}** part of the proving ground: {readings}
accepted readings in {recordings} recordings of {bodies} bodies. Angles are degrees, internal
rotation positive. An error is reading minus truth; the truth is the rotation of the thigh
relative to the pelvis, the mean over the holds.

**The people are rendered.** They are not real people and do not vary from day to day, so these
figures are the error of reading a recording. They are no claim to equal a clinician, and nobody's
hip was measured here."""


def _marks(part: str, read: Sequence[Row]) -> str:
    head = ["mark", "asked", "found", "95 % interval (bodies drawn anew)", "met"]
    found = marks(read)
    table = tables.markdown(
        head, [[m.name, m.asked, m.found, m.interval, "yes" if m.met else "**no**"] for m in found]
    )
    bodies = len({row.recording.body for row in read})
    caution = (
        f"\n\nWith {bodies} bodies such an interval is too narrow: what another body would give is"
        " less certain than it says."
        if bodies < MIN_BODIES
        else ""
    )
    taught = (
        "**The calibration was taught on this very part**, so nothing is proved here."
        if part == "fit"
        else "Bodies, clothes and rooms are others than those that the calibration was taught on."
    )
    return f"""## The marks

Set beforehand, judged by the figure itself and not by its interval. {taught}

{table}{caution}"""


def _tested(run: Run) -> str:
    bases = [recording for recording in run.recordings if recording.is_base]
    spoilt = [recording for recording in run.recordings if recording.refusal]
    scenes = [recording.scene for recording in run.recordings]
    looks = {repr(scene.look) for scene in scenes}
    rooms = {repr(scene.room) for scene in scenes}
    bodies = {recording.body for recording in run.recordings}
    return f"""## What was tested

{len(run.recordings)} recordings, {len(bases)} of them rendered and the others derived from those
(frame rate, size, compression, blur, noise); {len(bodies)} bodies, {len(looks)} sets of clothes
and skin, {len(rooms)} rooms and lights. {len(spoilt)} recordings show a fault on purpose and must
be refused; the others must be read.

![Moments of some of the recordings]({PICTURES}/recordings.jpg)

![Error against the true angle, with the stated intervals]({PICTURES}/errors.svg)

![Bland-Altman plot]({PICTURES}/bland-altman.svg)"""


def _limits() -> str:
    return """## What was not tested, and what this does not say

- No real person. Rendered skin has no texture, cloth does not fold or slide, thighs do not press
  flat, nobody's hip is stiff. Where landmarks lie on a real knee may differ; no recording of a
  real hip-rotation test with a reference measurement is published.
- No day-to-day change: how somebody sits, warms up, tries. A clinician's figures contain it,
  these do not, so the two must not be compared.
- Only the seated test, only by a camera in front. Other positions, and a phone on the shin, are
  not judged here.
- A tilt of the pelvis that is too small to be noticed adds to the reading one to one: see the
  last table.
- Readings of one body, and recordings derived from one another, resemble each other: count
  bodies."""


def _methods(run: Run) -> str:
    parts = []
    for model, rows in run.rows.items():
        read = [row for row in read_well(rows) if row.naive_deg is not None]
        parts.append((f"{model}, calibrated", [row.error_deg for row in read]))
        parts.append((f"{model}, naive", [row.naive_error_deg for row in read]))
    same = _same_movements(run)
    for model, rows in same.items():
        parts.append((f"{model}, calibrated, read by all", [row.error_deg for row in rows]))
    return f"""## Calibrated against naive

Naive is the same way from recording to reading without the calibration: tilt in the picture minus
tilt at neutral, mean of the holds. Each pair of lines has the same readings, those that both
accepted.

{tables.methods(parts)}"""


def _models(run: Run) -> str:
    lines = [_model_line(model, rows) for model, rows in run.rows.items()]
    return f"""## The pose models beside one another

Each with its own readings, stated errors and refusals, on the same recordings. The heavy one reads
films; the full one, three times faster, is the one that reads live.

{tables.markdown(MODEL_HEAD, lines)}"""


def _model_line(model: Model, rows: Sequence[Row]) -> list[str]:
    read, refused, passed = read_well(rows), wrongly_refused(rows), all_faults(rows)
    errors = np.array([row.error_deg for row in read])
    return [
        model,
        str(len(read)),
        *(f"{statistic(errors):.2f}" for statistic in (rmse_deg, p95_deg)),
        f"{errors.mean():+.2f}",
        tables.percent(coverage(read)),
        f"{tables.mean_stated_deg(read):.2f}",
        tables.percent(refused),
        f"{passed.recordings.hits} of {passed.recordings.of}" if passed else "–",
    ]


def _same_movements(run: Run) -> dict[Model, list[Row]]:
    """The readings that every model accepted; empty with one model."""
    if len(run.rows) < 2:
        return {}
    read = {model: read_well(rows) for model, rows in run.rows.items()}
    common = set.intersection(*({_movement(row) for row in rows} for rows in read.values()))
    return {m: [row for row in rows if _movement(row) in common] for m, rows in read.items()}


def _movement(row: Row) -> tuple[str, str, str]:
    return row.recording.name, row.side, row.direction


def _coverage(read: Sequence[Row]) -> str:
    held = coverage(read)
    return f"""## Does the stated error hold?

{held.hits} of {held.of} intervals hold the truth: {tables.percent(held)} (Wilson's 95 % interval
{tables.percent_span(held.interval95)}, which takes readings for independent). The mean stated
error is ±{tables.mean_stated_deg(read):.2f}°.

{tables.stated_errors(read)}

![Coverage by stated error]({PICTURES}/coverage.svg)"""


def _repeatability(run: Run) -> str:
    found = repeatability(read_well(run.again))
    if found is None:
        return """## Repeatability

Not measured: nobody was set up more than once."""
    return f"""## Repeatability, apart from accuracy

{found.people} people of part {run.again_part} were filmed several times, in the same clothes, each
time set up anew: another room, another place of the camera, another posture, another try.
{found.readings} readings of {found.hips} hips (one person, side and direction). The errors of one
hip scatter by **{found.within_sd_deg:.2f}°** about their own mean (standard deviation; the SEM of
setting up anew, MDC95 {found.mdc95_deg:.1f}°). The mean errors of the hips scatter by
{found.between_sd_deg:.2f}°: most of that stays the same when a person measures again, so it does
not show in repeats. A real person adds a scatter of their own to the first figure."""


def _refusals(rows: Sequence[Row]) -> str:
    refused, spoilt = wrongly_refused(rows), all_faults(rows)
    lines = [
        f"""## What was refused

**Wrongly refused:** {refused.hits} of {refused.of} movements that should be read,
{tables.percent(refused)} ({tables.percent_span(refused.interval95)})."""
    ]
    if refused.hits:
        lines.append(tables.reasons(rows))
    if spoilt:
        passed = spoilt.recordings
        lines += [
            f"""**Wrongly accepted:** of {passed.of} recordings that must be refused {passed.hits}
gave a number, {tables.percent(passed)} ({tables.percent_span(passed.interval95)});
{spoilt.movements} movements, {spoilt.harmful} of them wrong: their stated interval does not hold
the truth, or the movement was never made.""",
            tables.spoilt(rows),
        ]
    lines.append(
        "Numbers for movements that nobody made, in recordings without fault:"
        f" {len(never_made(rows))}."
    )
    return "\n\n".join(lines)


def _groups(rows: Sequence[Row]) -> str:
    parts = [tables.by_group(grouping, rows) for grouping in GROUPINGS]
    return "\n\n".join(
        [
            "## By who, what, where and how",
            "Accepted readings of movements that should be read; P95 where there are at least 20.",
            *parts,
        ]
    )


def _made(run: Run) -> str:
    return f"""## How it was made

| | |
|---|---|
| command | `{run.command}` |
| commit | {versions.commit()} |
| method | `{run.method}` |
| ground | {_ground(run)} |
| packages | {versions.packages()} |
| intervals of the marks | percentiles of {BOOTSTRAP_DRAWS} draws of bodies, seed {BOOTSTRAP_SEED} |

Every reading stands in [readings.csv](readings.csv); its columns are in degrees. Part *fit*
teaches, *held* is for choosing while working; the report's part is read for it alone."""


def _ground(run: Run) -> str:
    scenes = versions.fingerprint(run.recordings)
    return (
        f"part {run.part}, declared {versions.sizes(run.part)}; found {len(run.recordings)}"
        f" recordings with the derived ones, fingerprint of scenes and truths `{scenes}`"
    )
