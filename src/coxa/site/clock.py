"""The time zone that this machine lives in, by its name."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_LINK = Path("/etc/localtime")


def local_zone() -> str:
    """The zone's name, from ``TZ`` or the system's own link; UTC when neither tells."""
    linked = str(_LINK.resolve()).partition("zoneinfo/")[2] if _LINK.exists() else ""
    for name in (os.environ.get("TZ", "").lstrip(":"), linked):
        try:
            return ZoneInfo(name).key if name else "UTC"
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return "UTC"
