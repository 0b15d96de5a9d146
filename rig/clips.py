"""Renders the declared clips and their other wrappings."""

import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from rig.film import film
from rig.scenes import Clip, Variant


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
    tag = ["-metadata:s:v:0", f"rotate={variant.turn_deg}"] if variant.turn_deg else []
    command = ["ffmpeg", "-y", "-loglevel", "error", "-i", str(video), "-map_metadata", "-1"]
    subprocess.run([*command, *variant.arguments, *tag, str(target)], check=True)
