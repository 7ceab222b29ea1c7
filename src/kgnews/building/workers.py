"""Processes that do one kind of work on many records, in order; one process where more are not worth their start."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, TypeVar

from kgnews.errors import KgnewsError

A = TypeVar("A")
B = TypeVar("B")

_own: Any = None  # what ``make`` gave in this worker process


class Workers:
    """Applies functions ``work(tools, item)``; ``tools`` is what ``make()`` gives, once in every process.

    ``work`` and ``make`` must be picklable. Results come in the order of the items, whatever the number of processes.
    """

    def __init__(self, make: Callable[[], Any], jobs: int = 0) -> None:
        self._make = make
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._tools: Any = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def size(self, items: int, each: int) -> int:
        """How many processes are used for so many items, where one process is worth ``each`` of them."""
        if self._jobs:
            return self._jobs
        return max(1, min(os.cpu_count() or 1, items // each))

    def map(self, work: Callable[[Any, A], B], items: Sequence[A], many: bool) -> Iterator[tuple[A, B]]:
        """Each item with its result; ``many`` says whether the whole work is large enough for several processes."""
        if self._jobs == 1 or (not many and not self._jobs) or (os.cpu_count() == 1 and not self._jobs):
            self._tools = self._tools or self._make()
            return ((item, work(self._tools, item)) for item in items)
        return self._spread(work, items)

    def _spread(self, work: Callable[[Any, A], B], items: Sequence[A]) -> Iterator[tuple[A, B]]:
        if self._pool is None:
            processes = self._jobs or os.cpu_count() or 1
            self._pool = ProcessPoolExecutor(processes, initializer=_start, initargs=(self._make,))
        try:
            yield from zip(items, self._pool.map(_call, ((work, item) for item in items), chunksize=4), strict=True)
        except BrokenProcessPool as error:
            raise KgnewsError("a worker process ended unexpectedly (out of memory?)", "try again with --jobs 1") from error


def _start(make: Callable[[], Any]) -> None:
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    _own = make()


def _end_with_parent(parent: int) -> None:
    """A parent that is killed cannot stop its workers: they look for themselves."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _call(task: tuple[Callable[[Any, A], B], A]) -> B:
    work, item = task
    return work(_own, item)
