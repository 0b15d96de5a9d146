"""What is fuzzed: every parser of a file that a stranger may hand over.

Each target takes any bytes. It may refuse them with a `CoxaError`, which a person can read; any
other exception, a hang or a flood of memory is a fault.
"""

import contextlib
import io
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from coxa.capture import PoseRecording, load_recording, read_orientation_csv, save_recording
from coxa.capture.container import read_promise
from coxa.capture.orientation_rows import COLUMNS
from coxa.errors import CoxaError
from coxa.evidence import AgeBand, Deficit, Kind, Share, SharedGain
from coxa.exchange import (
    AllRecords,
    read_bundle,
    read_pairs,
    read_readings,
    read_shares,
    write_bundle,
    write_pool,
)
from coxa.quantities import Device, Direction, Mode, Test

Target = Callable[[bytes], None]

# In memory where the system has such a folder: a file is written for each input.
SHM = Path("/dev/shm")
FOLDER = Path(tempfile.mkdtemp(prefix="coxa-fuzz-", dir=SHM if SHM.is_dir() else None))
EMPTY = write_bundle(AllRecords())


def container(data: bytes) -> None:
    """What a video file announces about itself."""
    read_promise(_file("film.mp4", data))


def landmarks(data: bytes) -> None:
    """One array of well-packed kept landmarks: the first byte says which."""
    load_recording(_file("landmarks.npz", _with_one_exchanged(_kept(), data)))


def bundle(data: bytes) -> None:
    """An export, as it lies on the disk."""
    read_bundle(data)


def sheet(data: bytes) -> None:
    """One table of a well-packed export: the first byte says which."""
    read_bundle(_with_one_exchanged(EMPTY, data))


def pairs(data: bytes) -> None:
    """The table of `coxa validate`."""
    read_pairs(data, "pairs.csv")


def readings(data: bytes) -> None:
    """The table of `coxa answer --csv`."""
    for one in read_readings(data, "readings.csv", date(2026, 11, 29)):
        _ = one.person


def share(data: bytes) -> None:
    """What `coxa pool` puts together."""
    read_shares([("share.json", data)])


def orientation(data: bytes) -> None:
    """What a phone on the shin recorded."""
    read_orientation_csv(_file("shin.csv", data))


TARGETS: dict[str, Target] = {
    target.__name__: target
    for target in (container, landmarks, bundle, sheet, pairs, readings, share, orientation)
}


def refused_or_read(target: Target, data: bytes) -> None:
    """Run a target; only a refusal in words is let pass."""
    with contextlib.suppress(CoxaError):
        target(data)


def seeds(name: str) -> list[bytes]:
    """Good inputs to begin with."""
    if name == "container":
        files = Path(__file__).parent.parent.joinpath("tests/capture/files").glob("*.m*")
        return [file.read_bytes()[:20_000] for file in sorted(files)]
    if name == "bundle":
        return [EMPTY]
    if name in {"sheet", "landmarks"}:
        with zipfile.ZipFile(io.BytesIO(EMPTY if name == "sheet" else _kept())) as good:
            return [bytes([k]) + good.read(n) for k, n in enumerate(good.namelist())]
    if name == "pairs":
        head = "participant,date,side,test,direction,device,value_deg,reference_deg\n"
        return [(head + "a,2026-11-02,left,seated-rotation,internal,camera,31.5,30\n").encode()]
    if name == "readings":
        head = "date,side,test,device,value_deg,phase,dose_min\n"
        rows = "2026-11-02,left,seated-rotation,phone,31.5,baseline,\n" * 2
        return [(head + rows.replace("02,left", "03,left", 1)).encode()]
    if name == "share":
        return [write_pool([_share()])]
    if name == "orientation":
        row = "0.0,10,80,5,0.1,9.7,0.3,1,2,3\n"
        return [f"{','.join(COLUMNS)}\n{row}".encode(), b"time_s,ax,ay,az\n0,1,2,3\n0.1,,,\n"]
    return []


def _share() -> Share:
    """What one person shares."""
    gain = SharedGain(
        test=Test.SEATED,
        direction=Direction.INTERNAL,
        mode=Mode.ACTIVE,
        kind=Kind.GAIN,
        device=Device.PHONE,
        gain_deg=5.0,
        variance_deg2=2.0,
        weeks=6,
        starting_deficit=Deficit.SOME,
    )
    return Share(token="0" * 32, age_band=AgeBand.EARLY, gains=(gain,))


@cache
def _kept() -> bytes:
    """The landmarks of two pictures, as they are kept."""
    frames = 2
    recording = PoseRecording(
        time_s=np.linspace(0.0, 0.1, frames),
        image_px=np.ones((frames, 33, 2), np.float32),
        world_m=np.ones((frames, 33, 3), np.float32),
        visibility=np.ones((frames, 33), np.float32),
        score=np.ones(frames, np.float32),
        people=np.ones(frames, np.int8),
        width_px=640,
        height_px=480,
        model="blazepose-heavy",
        source="seed",
    )
    save_recording(recording, FOLDER / "good.npz")
    return (FOLDER / "good.npz").read_bytes()


def _with_one_exchanged(packed: bytes, data: bytes) -> bytes:
    """A zip file with one member replaced: the first byte says which, the rest by what."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as good, zipfile.ZipFile(out, "w") as bad:
        names = good.namelist()
        chosen = names[data[0] % len(names)] if data else names[0]
        for name in names:
            bad.writestr(name, data[1:] if name == chosen else good.read(name))
    return out.getvalue()


def _file(name: str, data: bytes) -> Path:
    path = FOLDER / name
    path.write_bytes(data)
    return path
