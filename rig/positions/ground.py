"""The stills that the lying and standing tests are fitted on, chosen by, and in the end proven on.

`fit` teaches. `held` chooses among recipes and sets limits. `final` is read once, for the report.
"""

from dataclasses import dataclass
from pathlib import Path

from rig.ground.parts import Part
from rig.positions.draws import ViewDraw
from rig.positions.scene import Position
from rig.positions.stills import render_position_stills

PER_SET = 5


@dataclass(frozen=True)
class Share:
    """One folder of stills."""

    position: Position
    part: Part
    count: int
    settings: int
    seed: int

    @property
    def folder(self) -> str:
        """Its name."""
        return f"{self.position}_{self.part}"

    def render(self, folder: Path) -> None:
        """Draw it below `folder`."""
        render_position_stills(
            folder / self.folder, self.position, VIEWS[self.position], self.part,
            self.count, PER_SET, self.seed, self.settings,
        )  # fmt: skip


VIEWS: dict[Position, ViewDraw] = {
    "prone": ViewDraw(elevation_deg=36.0, elevation_spread_deg=8.0),
    "supine": ViewDraw(elevation_deg=40.0, elevation_spread_deg=9.0),
    "standing": ViewDraw(elevation_deg=2.0, elevation_spread_deg=6.0),
}
GROUND = (
    Share("prone", "fit", 300, 2, 101),
    Share("prone", "held", 150, 1, 102),
    Share("prone", "final", 60, 1, 103),
    Share("supine", "fit", 660, 2, 201),
    Share("supine", "held", 150, 1, 202),
    Share("supine", "final", 60, 1, 203),
    Share("standing", "fit", 240, 2, 301),
    Share("standing", "held", 100, 1, 302),
    Share("standing", "final", 60, 1, 303),
)
