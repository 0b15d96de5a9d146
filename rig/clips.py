"""Renders the declared clips and their other wrappings."""

import struct
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from rig.film import film
from rig.scenes import Clip, Variant

# Version 0 of the box: flags, times, track, duration, layer, group, volume come first.
MATRIX_AFTER_TYPE = 44


def render(clips: Iterable[Clip]) -> None:
    """Film every clip, then derive its variants with ffmpeg, and say how long each took."""
    for clip in clips:
        began = time.perf_counter()
        clip.video.parent.mkdir(parents=True, exist_ok=True)
        frames = film(clip.scene, clip.video, clip.truth, clip.crf)
        for variant in clip.variants:
            wrap(clip.video, variant)
        took_s = time.perf_counter() - began
        size_kb = clip.video.stat().st_size / 1000
        print(f"{clip.scene.name}: {frames} frames in {took_s:.1f} s, {size_kb:.0f} kB", flush=True)


def wrap(video: Path, variant: Variant) -> None:
    """Write a variant of a finished video."""
    target = video.parent / variant.file
    command = ["ffmpeg", "-y", "-loglevel", "error", "-i", str(video), "-map_metadata", "-1"]
    subprocess.run([*command, *variant.arguments, str(target)], check=True)
    if variant.turn_deg == 90:
        tag_quarter_turn(target)


def tag_quarter_turn(mp4: Path) -> None:
    """Tag an mp4 as to be shown turned clockwise by 90 degrees.

    Written straight into the track header's matrix (ISO/IEC 14496-12, 8.3.2), since the option
    for it differs between ffmpeg's versions.
    """
    data = bytearray(mp4.read_bytes())
    matrix = data.index(b"tkhd") + MATRIX_AFTER_TYPE
    height_px = struct.unpack_from(">I", data, matrix + 40)[0]
    one, unit = 1 << 16, 1 << 30
    struct.pack_into(">9i", data, matrix, 0, one, 0, -one, 0, 0, height_px, 0, unit)
    mp4.write_bytes(data)
