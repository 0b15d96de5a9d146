"""Computes what each exercise does to the muscles; development only, never shipped.

``mujoco`` and ``myo-sim`` live apart from the other packages, in ``body`` below the environment's
own folder (``make body``).
"""

from __future__ import annotations

import sys
from pathlib import Path

PARTS = Path(sys.prefix) / "body"
"""Where ``make body`` puts the model and its engine."""

if PARTS.is_dir() and str(PARTS) not in sys.path:
    sys.path.append(str(PARTS))
