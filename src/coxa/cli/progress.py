"""A progress bar on stderr where a person is watching, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bar(text: str) -> Iterator[Callable[[float], None] | None]:
    """Gives a function to be told the share that is done, 0 to 1; ``None`` where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn(text), BarColumn(), TaskProgressColumn())
    console = Console(stderr=True)
    # Rich would send to the bar's own terminal what meanwhile is printed for a file or a pipe.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda share: bar.update(task, completed=share)
