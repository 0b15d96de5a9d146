"""Reads the declared scenes: `rig/scenes/*.toml`, one file per group of clips.

A file has optional `[shared.NAME]` tables and one `[[clip]]` per scene. In a clip, "@NAME" stands
for a shared table, and a table with `from = "NAME"` for that table with some fields changed. Its
clips go to `tests/clips`, or to the `folder` beneath it that the file names.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rig.scene import Scene

FOLDER = Path(__file__).parent / "scenes"
REPOSITORY = Path(__file__).parent.parent
CLIPS = REPOSITORY / "tests" / "clips"


@dataclass(frozen=True)
class Variant:
    """The same pictures in another wrapping: ffmpeg's output arguments, and a rotation tag
    (clockwise) if not 0.
    """

    file: str
    arguments: tuple[str, ...]
    turn_deg: int = 0


@dataclass(frozen=True)
class Clip:
    """A scene, where its video goes, how hard it is compressed, and its other wrappings."""

    scene: Scene
    video: Path
    truth: Path
    crf: int
    variants: tuple[Variant, ...] = ()


def declared(folder: Path = FOLDER) -> list[Clip]:
    """Every declared clip, in the order of the files. Raises KeyError on a shared name that does
    not exist.
    """
    clips = []
    for file in sorted(folder.glob("*.toml")):
        data = tomllib.loads(file.read_text())
        target = CLIPS / data.get("folder", "")
        clips += [_clip(entry, data.get("shared", {}), target) for entry in data["clip"]]
    return clips


def _clip(entry: dict[str, Any], shared: dict[str, Any], folder: Path) -> Clip:
    entry = dict(entry)
    video = entry.pop("video", None)
    crf = int(entry.pop("crf", 28))
    variants = tuple(
        Variant(v["file"], tuple(v["arguments"]), v.get("turn_deg", 0))
        for v in entry.pop("variants", [])
    )
    scene = Scene.from_dict({key: _resolved(value, shared) for key, value in entry.items()})
    path = REPOSITORY / video if video else folder / f"{scene.name}.mp4"
    return Clip(scene, path, folder / f"{scene.name}.truth.json", crf, variants)


def _resolved(value: Any, shared: dict[str, Any]) -> Any:
    """A field of a clip with shared names looked up, at any depth."""
    if isinstance(value, str) and value.startswith("@"):
        return _resolved(shared[value[1:]], shared)
    if isinstance(value, list):
        return [_resolved(v, shared) for v in value]
    if isinstance(value, dict):
        base = _resolved(shared[value["from"]], shared) if "from" in value else {}
        return {**base, **{k: _resolved(v, shared) for k, v in value.items() if k != "from"}}
    return value
