"""A person's own exercise pack, made from a shipped exercise, for tests to damage."""

from __future__ import annotations

from pathlib import Path

from coxa.catalogue import SHIPPED

OWN = "exercises/own-knee-drop.toml"
SOURCE = """id = "my-class"
citation = "Notes from a class."
mark = "S"
finding = "One knee at a time is easier to feel."
"""


def make_pack(packs: Path, name: str = "class", exercise_id: str = "own-knee-drop") -> Path:
    """A faultless pack in the folder ``packs``: one exercise and one source of its own."""
    pack = packs / name
    for part in ("exercises", "sources"):
        (pack / part).mkdir(parents=True)
    text = (SHIPPED / "exercises/supine-knee-drop.toml").read_text(encoding="utf-8")
    text = text.replace('id = "supine-knee-drop"', f'id = "{exercise_id}"', 1)
    text = text.replace('"coxa-body-model"]', f'"coxa-body-model", "{name}-notes"]', 1)
    (pack / f"exercises/{exercise_id}.toml").write_text(text, encoding="utf-8")
    source = SOURCE.replace("my-class", f"{name}-notes")
    (pack / f"sources/{name}-notes.toml").write_text(source, encoding="utf-8")
    return pack
