"""Sentences for errors that any room may raise."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "invalid_record": (
        "This does not fit: {where}: {problem}. Nothing was saved and nothing is lost; "
        "correct it and try again."
    ),
    "upload_too_large": (
        "This is larger than {gigabytes} GB, so it was not taken in. Your records are unchanged; "
        "record at 1080p or lower, or cut the video to the test."
    ),
}
