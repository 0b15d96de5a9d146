"""What the terminal says: sentences for messages and errors, and one JSON object."""

from __future__ import annotations

import json
import sys
from typing import Any, NoReturn

import click

from coxa.errors import CoxaError
from coxa.records import Message
from coxa.wording import say, say_error


def fail(error: CoxaError) -> NoReturn:
    """One clear line on stderr, nothing on stdout, and the error's own exit code."""
    click.echo(f"coxa: {say_error(error)}", err=True)
    sys.exit(error.exit_code)


def print_json(data: dict[str, Any]) -> None:
    """One JSON object and nothing else."""
    click.echo(json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2))


def worded(message: Message) -> dict[str, str]:
    """A message as JSON's readers get it: its stable id and the sentence."""
    return {"id": message.id, "message": say(message)}
