"""New ids for records."""

from __future__ import annotations

import uuid

from coxa.records import RecordId


def new_id() -> RecordId:
    """32 random hexadecimal digits."""
    return uuid.uuid4().hex
