"""Lets a slow source work ahead of its user, by a few items and no more."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def work_ahead(source: Generator[T], depth: int) -> Generator[T]:
    """The items of ``source``, drawn in one other thread while the user works on the last one.

    At most ``depth`` items wait. An error of the source is raised where its item would have come;
    the source is closed when the user stops early.
    """
    with ThreadPoolExecutor(max_workers=1) as worker:
        try:
            waiting = deque(worker.submit(next, source, _END) for _ in range(depth))
            while (item := waiting.popleft().result()) is not _END:
                waiting.append(worker.submit(next, source, _END))
                yield item  # type: ignore[misc]
        finally:
            worker.submit(source.close)


_END = object()
