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
from coxa.quantities import Side
from coxa.records import LANDMARK_COUNT

FORMAT = 3
ARRAYS = ("time_s", "image_px", "world_m", "visibility", "score", "people")
OPTIONAL = ("shanks_px", "by_mirror")
"""Not in files of formats 1 and 2, in turn, nor where a recording goes without."""
TAKES = "takes"
"""Only in files of a test that was begun anew."""
PLAIN = {"width_px": int, "height_px": int, "model": str, "source": str, "mirrored": bool}


def save_recording(recording: PoseRecording, path: Path | str) -> None:
    """Write the landmarks as compressed ``npz``; a kill leaves either file whole, old or new."""
    path = Path(path)
    unfinished = path.with_name(path.name + ".part")
    with unfinished.open("wb") as file:
        content = {name: np.asarray(getattr(recording, name)) for name in (*ARRAYS, *PLAIN)}
        for name in OPTIONAL:
            if getattr(recording, name) is not None:
                content[name] = np.asarray(getattr(recording, name))
        if recording.takes:
            content[TAKES] = np.array(recording.takes, np.int64)
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
            arrays = {name: kept[name] for name in (*ARRAYS, *OPTIONAL) if name in (*ARRAYS, *kept)}
            plain = {name: kept[name].item() for name in PLAIN}
            takes = kept[TAKES] if TAKES in kept else np.zeros(0, np.int64)
            fits = _fits(arrays, plain) and _takes_fit(takes, len(arrays["time_s"]))
    except UnusableFile:
        raise
    except Exception as fault:  # zip, zlib and numpy have many ways to stumble over damaged bytes
        raise UnusableFile("landmarks_damaged", file=path.name) from fault
    if not fits:
        raise UnusableFile("landmarks_damaged", file=path.name)
    return PoseRecording(**arrays, **plain, takes=tuple(takes.tolist()))


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
        "shanks_px": (count, len(Side), 2, 3),
        "by_mirror": (count,),
    }
    time_s = arrays["time_s"]
    return (
        all(array.shape == shapes[name] for name, array in arrays.items())
        and all(array.dtype == FRAME[name].base for name, array in arrays.items())
        and all(type(plain[name]) is kind for name, kind in PLAIN.items())
        and bool(np.isfinite(time_s).all() and (np.diff(time_s) > 0).all())
    )


def _takes_fit(takes: NDArray[Any], count: int) -> bool:
    """Whole frames, one after another, none of them the first."""
    return (
        takes.ndim == 1
        and takes.dtype == np.int64
        and bool((np.diff(takes, prepend=0) > 0).all() and (takes < count).all())
    )
