"""Runs one function over many sources in worker processes that can be killed.

Results come in the order of the sources, whatever the number of workers. A source that takes longer than it may, or
takes its worker down, becomes a quarantined article; the worker is replaced and all other sources go on.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from pipeline.errors import ConflictTimelineError

SECONDS_PER_ARTICLE = 30.0
SECONDS_TO_START = 120.0  # to load the model and the reference tables
PARENT_CHECK_SECONDS = 2.0
TIMEOUT, ENDED, NO_MEMORY = "timeout: took longer than", "its worker ended", "out of memory"  # reasons of a lost item
BYTES_PER_WORKER = 4_000_000_000  # of address space, where the system can limit it

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Task(Generic[Item, Result]):
    """What the workers do.

    `prepare` runs once in each worker; its value is handed to `work` with every item. `fail` makes the result of an item
    whose worker was lost, from the item and the reason in one line. `known` may give an item's results without a worker;
    when it does for all items, no worker starts. `meanwhile` runs once here while the workers prepare.
    """

    prepare: Callable[[], Any]
    work: Callable[[Any, Item], Iterable[Result]]
    fail: Callable[[Item, str], Result]
    known: Callable[[Item], tuple[Result, ...] | None] = lambda item: None
    meanwhile: Callable[[], None] = lambda: None


@dataclass(slots=True)
class _Worker(Generic[Item, Result]):
    process: multiprocessing.process.BaseProcess
    connection: Connection
    deadline: float
    number: int | None = None  # of the item at work; None = free or still starting
    item: Item | None = None
    results: list[Result] = field(default_factory=list)
    is_ready: bool = False


def run(
    task: Task[Item, Result], items: Iterable[Item], jobs: int = 1, seconds: float = SECONDS_PER_ARTICLE
) -> Iterator[tuple[Item, tuple[Result, ...]]]:
    """Each item with its results, in the order of the items. Reads ahead of the slowest item by a few per worker only.

    `seconds` limits the time between two results of an item. Raises what `prepare` raised in a worker.
    """
    pool = _Pool(task, jobs, seconds)
    try:
        yield from pool.run(iter(items))
    finally:
        pool.close()


class _Pool(Generic[Item, Result]):
    READ_AHEAD = 64  # finished items that may wait for a slow one before them

    def __init__(self, task: Task[Item, Result], jobs: int, seconds: float) -> None:
        self.task, self.jobs, self.seconds = task, max(1, jobs), seconds
        methods = multiprocessing.get_all_start_methods()
        self.context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        self.workers: list[_Worker[Item, Result]] = []
        self.done: dict[int, tuple[Item, tuple[Result, ...]]] = {}
        self.sent = 0
        self.waiting: Item | None = None  # read from the input, but no worker was free

    def run(self, items: Iterator[Item]) -> Iterator[tuple[Item, tuple[Result, ...]]]:
        returned = 0
        has_more = True
        while has_more or returned < self.sent:
            has_more = has_more and self._send(items, returned + self.READ_AHEAD)
            if returned not in self.done:
                self._listen()
            while returned in self.done:
                yield self.done.pop(returned)
                returned += 1

    def _send(self, items: Iterator[Item], limit: int) -> bool:
        """Hands out items while a worker is free; False once there are no more."""
        while self.sent < limit:
            item = self.waiting if self.waiting is not None else next(items, None)
            if item is None:
                return False
            self.waiting = None
            results = self.task.known(item)
            if results is not None:
                self.done[self.sent] = item, results
            elif worker := self._free():
                self._give(worker, self.sent, item)
            else:
                self.waiting = item
                return True
            self.sent += 1
        return True

    def close(self) -> None:
        """Ends all workers, also those at work."""
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.process.join()
            worker.connection.close()

    def _start(self) -> _Worker[Item, Result]:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_serve, args=(self.task, theirs), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic() + SECONDS_TO_START)

    def _free(self) -> _Worker[Item, Result] | None:
        """A worker with nothing to do; the first call starts them all."""
        if not self.workers:
            self.workers = [self._start() for _ in range(self.jobs)]
            self.task.meanwhile()
        return next((worker for worker in self.workers if worker.is_ready and worker.number is None), None)

    def _give(self, worker: _Worker[Item, Result], number: int, item: Item) -> None:
        worker.number, worker.item, worker.results = number, item, []
        worker.deadline = time.monotonic() + self.seconds
        try:
            worker.connection.send(item)
        except OSError:
            self._lose(worker, ENDED)

    def _listen(self) -> None:
        """Takes in what the workers send, waiting for the first of them or the next deadline."""
        busy = {w.connection: w for w in self.workers if w.number is not None or not w.is_ready}
        if not busy:
            return
        patience = min(w.deadline for w in busy.values()) - time.monotonic()
        for connection in wait(list(busy), timeout=max(0.0, patience)):
            self._hear(busy[connection])  # type: ignore[index]
        for worker in busy.values():
            if worker in self.workers and self._is_late(worker):
                self._lose(worker, f"{TIMEOUT} {self.seconds:g} s")

    def _is_late(self, worker: _Worker[Item, Result]) -> bool:
        return (worker.number is not None or not worker.is_ready) and time.monotonic() > worker.deadline

    def _hear(self, worker: _Worker[Item, Result]) -> None:
        try:
            kind, value = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker, f"{ENDED}, killed or out of memory")
            return
        if kind == "error":
            raise value
        if kind == "ready":
            worker.is_ready = True
        elif kind == "result":
            worker.results.append(value)
            worker.deadline = time.monotonic() + self.seconds
        else:
            self._finish(worker)

    def _finish(self, worker: _Worker[Item, Result]) -> None:
        assert worker.number is not None
        assert worker.item is not None
        self.done[worker.number] = worker.item, tuple(worker.results)
        worker.number = worker.item = None

    def _lose(self, worker: _Worker[Item, Result], reason: str) -> None:
        """Replaces a worker and closes its item with what it gave so far and the reason."""
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        if worker.item is None:
            raise ConflictTimelineError(f"a worker could not start: {reason}.")
        worker.results.append(self.task.fail(worker.item, reason))
        self._finish(worker)
        self.workers[self.workers.index(worker)] = self._start()


def _serve(task: Task[Any, Any], connection: Connection) -> None:
    """A worker's life: prepare, then answer items until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers itself
    _limit_memory()
    try:
        state = task.prepare()
    except Exception as problem:
        connection.send(("error", _as_ours(problem)))
        return
    gc.freeze()  # what is loaded stays: not to be gone through again with every article
    connection.send(("ready", None))
    while _has_work(connection):
        _answer(task, state, connection.recv(), connection)


def _has_work(connection: Connection) -> bool:
    """Waits for an item; False once the parent is gone, also when it was killed."""
    parent = multiprocessing.parent_process()
    while not connection.poll(PARENT_CHECK_SECONDS):
        if parent is None or not parent.is_alive():
            return False
    return True


def _answer(task: Task[Any, Any], state: Any, item: Any, connection: Connection) -> None:
    try:
        for result in task.work(state, item):
            connection.send(("result", result))
    except MemoryError:
        connection.send(("result", task.fail(item, NO_MEMORY)))
    except Exception as problem:
        connection.send(("result", task.fail(item, f"internal error, please report: {_where(problem)}")))
    connection.send(("end", None))


def _where(problem: Exception) -> str:
    """An unforeseen error in one line: its kind and text, and the innermost line of this package."""
    trace, place = problem.__traceback__, ""
    while trace:
        module = trace.tb_frame.f_globals.get("__name__", "")
        place = f" in {module}:{trace.tb_lineno}" if module.startswith("pipeline") else place
        trace = trace.tb_next
    return " ".join(f"{type(problem).__name__}: {problem}{place}".split())


def _as_ours(problem: Exception) -> ConflictTimelineError:
    return problem if isinstance(problem, ConflictTimelineError) else ConflictTimelineError(_where(problem))


def _limit_memory() -> None:
    """An article that needs more memory than this fails alone instead of taking the machine down."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (BYTES_PER_WORKER, resource.getrlimit(resource.RLIMIT_AS)[1]))
