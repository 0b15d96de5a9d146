"""Recordings kept as landmarks, so that readings can be made anew when the method improves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coxa.capture.recording import PoseRecording
from coxa.capture.spool import FRAME
from coxa.errors import UnusableFile
from coxa.records import LANDMARK_COUNT

FORMAT = 1
ARRAYS = ("time_s", "image_px", "world_m", "visibility", "score", "people")
PLAIN = {"width_px": int, "height_px": int, "model": str, "source": str, "mirrored": bool}


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
        For a file that is missing, damaged, of a later version, of the wrong shape, or whose
        clock does not run.
    """
    path = Path(path)
    try:
        with np.load(path, allow_pickle=False) as kept:
            if int(kept["format"]) > FORMAT:
                raise UnusableFile("landmarks_too_new", file=path.name)
            arrays = {name: kept[name] for name in ARRAYS}
            plain = {name: kept[name].item() for name in PLAIN}
            fits = _fits(arrays, plain)
    except UnusableFile:
        raise
    except Exception as fault:  # zip, zlib and numpy have many ways to stumble over damaged bytes
        raise UnusableFile("landmarks_damaged", file=path.name) from fault
    if not fits:
        raise UnusableFile("landmarks_damaged", file=path.name)
    return PoseRecording(**arrays, **plain)


def _fits(arrays: dict[str, NDArray[Any]], plain: dict[str, Any]) -> bool:
    """Shapes, kinds of numbers, and a clock that runs."""
    (count,) = arrays["time_s"].shape
    shapes = {
        "time_s": (count,),
        "image_px": (count, LANDMARK_COUNT, 2),
        "world_m": (count, LANDMARK_COUNT, 3),
        "visibility": (count, LANDMARK_COUNT),
        "score": (count,),
        "people": (count,),
    }
    time_s = arrays["time_s"]
    return (
        all(arrays[name].shape == shape for name, shape in shapes.items())
        and all(arrays[name].dtype == FRAME[name].base for name in ARRAYS)
        and all(type(plain[name]) is kind for name, kind in PLAIN.items())
        and bool(np.isfinite(time_s).all() and (np.diff(time_s) > 0).all())
    )
