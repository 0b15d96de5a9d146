"""What a phone on the shin records: its orientation, acceleration and turning, over time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LONGEST_STEP_S = 0.25
"""A longer step between two samples is a gap: some were lost."""


@dataclass(frozen=True)
class OrientationRecording:
    """One phone on one shin, sample by sample, as the phone's browser told it.

    The phone's own axes: x to the right of its screen, y to the top of it, z out of it, however the
    page is turned. A group that was not recorded is ``None``; a sample without a group is NaN in
    all three numbers of it. Acceleration or angles are there.

    Attributes
    ----------
    time_s : (n,) strictly increasing.
    angles_deg : (n, 3) alpha, beta, gamma of the W3C's ``deviceorientation``: turns about z, then
        about the turned x, then about the turned y, that lead from the earth to the phone.
    acceleration_m_s2 : (n, 3) ``accelerationIncludingGravity``, x, y, z. At rest it points up on
        some platforms and down on others; nothing has been done about that here.
    rate_deg_s : (n, 3) ``rotationRate``, about x, y, z (its alpha, beta, gamma, which browsers do
        not name as those of the angles are named).
    source : the file's own name.
    """

    time_s: Floats
    angles_deg: Floats | None
    acceleration_m_s2: Floats | None
    rate_deg_s: Floats | None
    source: str

    @property
    def frame_count(self) -> int:
        return len(self.time_s)

    @property
    def duration_s(self) -> float:
        """From the first sample to the last; 0 where the clock does not tell."""
        span_s = float(self.time_s[-1] - self.time_s[0]) if self.frame_count else 0.0
        return span_s if 0 <= span_s < np.inf else 0.0

    @property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """From when to when samples were lost, seconds."""
        wide = np.flatnonzero(np.diff(self.time_s) > LONGEST_STEP_S)
        return tuple((float(self.time_s[k]), float(self.time_s[k + 1])) for k in wide)

    @property
    def rotation(self) -> Floats | None:
        """(n, 3, 3) from the phone's axes to those of the earth (z up), NaN where not known."""
        return None if self.angles_deg is None else rotation_of(self.angles_deg)


def rotation_of(angles_deg: Floats) -> Floats:
    """From the phone's axes to the earth's.

    W3C, Device Orientation and Motion: intrinsic Z-X'-Y'', that is Z(alpha) X(beta) Y(gamma).

    Parameters
    ----------
    angles_deg : (n, 3) alpha, beta, gamma.

    Returns
    -------
    (n, 3, 3)
    """
    (ca, cb, cg), (sa, sb, sg) = (part(np.radians(angles_deg)).T for part in (np.cos, np.sin))
    rows = [
        [ca * cg - sa * sb * sg, -sa * cb, ca * sg + sa * sb * cg],
        [sa * cg + ca * sb * sg, ca * cb, sa * sg - ca * sb * cg],
        [-cb * sg, sb, cb * cg],
    ]
    return np.moveaxis(np.array(rows), -1, 0)
