"""Recordings kept as landmarks, so that readings can be made anew when the method improves."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import numpy as np

from coxa.capture.recording import PoseRecording
from coxa.errors import UnusableFile
from coxa.records import LANDMARK_COUNT

FORMAT = 1
ARRAYS = ("time_s", "image_px", "world_m", "visibility", "score", "people")
PLAIN = ("width_px", "height_px", "model", "source", "mirrored")


def save_recording(recording: PoseRecording, path: Path | str) -> None:
    """Write the landmarks as compressed ``npz``; a kill leaves either file whole, old or new."""
    path = Path(path)
    unfinished = path.with_name(path.name + ".part")
    with unfinished.open("wb") as file:
        content = {name: np.asarray(getattr(recording, name)) for name in (*ARRAYS, *PLAIN)}
        np.savez_compressed(file, allow_pickle=False, format=np.int64(FORMAT), **content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def load_recording(path: Path | str) -> PoseRecording:
    """Read what :func:`save_recording` wrote.

    Raises
    ------
    UnusableFile
        For a file that is missing, damaged, of a later version, or of the wrong shape.
    """
    path = Path(path)
    try:
        with np.load(path, allow_pickle=False) as kept:
            if int(kept["format"]) > FORMAT:
                raise UnusableFile("landmarks_too_new", file=path.name)
            arrays = {name: kept[name] for name in ARRAYS}
            plain = {name: kept[name].item() for name in PLAIN}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as fault:
        raise UnusableFile("landmarks_damaged", file=path.name) from fault
    count = len(arrays["time_s"])
    shapes = {
        "image_px": (count, LANDMARK_COUNT, 2),
        "world_m": (count, LANDMARK_COUNT, 3),
        "visibility": (count, LANDMARK_COUNT),
        "score": (count,),
        "people": (count,),
    }
    if any(arrays[name].shape != shape for name, shape in shapes.items()):
        raise UnusableFile("landmarks_damaged", file=path.name)
    return PoseRecording(**arrays, **plain)
