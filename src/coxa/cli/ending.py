"""How a command ends: the one place where faults become a line on stderr and an exit code.

0 done · 1 the catalogue or the installation is wrong · 2 wrong usage or an unusable file ·
3 no reading was accepted (``measure``) · 4 not allowed for safety · 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from coxa.errors import CoxaError

USAGE = 2
INTERRUPTED = 130


def ended(run: Callable[[], Any]) -> int:
    """Run a command to its end; its exit code.

    A fault leaves stdout empty and says one line on stderr. A reader of stdout that goes away
    early is no fault (click's own handling).
    """
    try:
        code = run()
    except click.exceptions.NoArgsIsHelpError as unasked:
        unasked.show()
        return USAGE
    except click.ClickException as wrong:
        return _complain(f"{_one_line(wrong.format_message())} {_where_help_is(wrong)}", USAGE)
    except click.Abort:
        return _complain("Stopped. Nothing is lost.", INTERRUPTED)
    except CoxaError as fault:
        from coxa.wording import say_error

        return _complain(say_error(fault), fault.exit_code)
    except OSError as trouble:
        from coxa.records import Message
        from coxa.wording import say

        params = {"file": str(trouble.filename or ""), "problem": trouble.strerror or str(trouble)}
        return _complain(say(Message(id="file_trouble", params=dict(params))), USAGE)
    return code if isinstance(code, int) else 0


def _complain(line: str, code: int) -> int:
    click.echo(f"coxa: {line.strip()}", err=True)
    sys.stderr.flush()
    return code


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _where_help_is(wrong: click.ClickException) -> str:
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    return f"See {context.command_path} --help." if context else ""
