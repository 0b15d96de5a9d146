"""What commands print: one JSON object, and messages with their sentences in it."""

from __future__ import annotations

import json
from typing import Any

import click

from coxa.records import Message
from coxa.wording import say


def print_json(data: dict[str, Any]) -> None:
    """One JSON object and nothing else."""
    click.echo(json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2))


def worded(message: Message) -> dict[str, str]:
    """A message as JSON's readers get it: its stable id and the sentence."""
    return {"id": message.id, "message": say(message)}
