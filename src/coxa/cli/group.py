"""The group of all commands: their names and help are known without loading any of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from coxa import __version__
from coxa.cli.ending import ended

# name -> (module below coxa.cli, one line of help)
COMMANDS = {
    "measure": ("measure", "Read how far the hips turn from a recording."),
    "type": ("type_", "Keep a reading that you took with an instrument."),
    "questions": ("questions", "Answer the safety questions that come before every test."),
    "catalogue": ("catalogue", "Show the exercises and tests."),
    "plan": ("plan", "Show what to do on which day, and why."),
    "log": ("log", "Show the readings and sessions kept so far."),
    "answer": ("answer", "Say whether the hips turn further than before."),
    "pool": ("pool", "Put many people's gains together, or share your own."),
    "validate": ("validate", "Compare readings with those of a reference device."),
    "export": ("export", "Write all records into one file."),
    "import": ("import_", "Take records from an exported file."),
    "serve": ("serve", "Start the app for the browser on this machine."),
}


class LazyGroup(click.Group):
    """Imports a command's module when that command is called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command: click.Command = import_module(f"coxa.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Help from the table above: asking each command would import it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command line; on its own it ends the program with the exit code."""

        def run() -> Any:
            return super(LazyGroup, self).main(args, prog_name, complete_var, False, **extra)

        return sys.exit(ended(run)) if standalone_mode else run()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coxa")
def main() -> None:
    """Do these exercises really make *your* hips turn further? Measure it, train it, know."""
