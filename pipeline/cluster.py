"""Runs the same tasks as `pipeline.workers` on the processes of a Dask cluster: results in the order of the items.

Needs the extra `cluster`. A worker process does one item at a time. An item that takes too long, or takes its process down,
becomes a quarantined article; the process is started again. Without the address of a scheduler a cluster of this machine
alone is used, reached through the loopback only.
"""

from __future__ import annotations

import logging
import os
import pickle
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Any, TypeVar

from pipeline.errors import ConflictTimelineError, UsageError
from pipeline.workers import ENDED, SECONDS_PER_ARTICLE, SECONDS_TO_START, TIMEOUT, Task

SECONDS_TO_CONNECT = 10.0
POLL_SECONDS = 0.5
MISSING = "--engine dask needs the extra `cluster`. In the checkout: python -m pip install -c constraints.txt -e '.[cluster]'"
ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^\s/]+:\d+")
EXAMPLE = "Use an address such as tcp://127.0.0.1:8786."
LOOPBACK = "127.0.0.1"

Item = TypeVar("Item")
Result = TypeVar("Result")

_one_at_a_time = threading.Lock()  # in each worker process: the parser is not made for threads


def run(
    task: Task[Item, Result], items: Iterable[Item], jobs: int, scheduler: str, version: str, seconds: float = SECONDS_PER_ARTICLE
) -> Iterator[tuple[Item, tuple[Result, ...]]]:
    """Each item with its results, in the order of the items, as `pipeline.workers.run` gives them.

    When all results are known, no cluster is asked. `scheduler` is an address such as tcp://10.0.0.5:8786; empty = `jobs`
    processes of this machine. `version` names the code: a worker that runs other code is refused. Errors: UsageError when
    Dask is missing, the scheduler cannot be reached or has no fit workers; what `prepare` raised in a worker.
    """
    with ExitStack() as stack:

        def connect() -> Any:
            client = stack.enter_context(_client(scheduler, jobs))
            if scheduler:
                _refuse_strangers(client, version)
            client.run(_prepare, task.prepare)
            return client

        yield from _Run(connect, task, seconds).run(iter(items))


def _library() -> Any:
    """The library, which is there only with the extra. UsageError without it."""
    try:
        return import_module("distributed")
    except ImportError:
        raise UsageError(MISSING) from None


@contextmanager
def _client(scheduler: str, jobs: int) -> Iterator[Any]:
    """A connection to a cluster; one of this machine's own lives as long as it."""
    library = _library()
    with ExitStack() as stack:
        address: Any = scheduler
        if scheduler and not ADDRESS.fullmatch(scheduler):
            raise UsageError(f"--scheduler '{scheduler}' is no address. {EXAMPLE}")
        if not scheduler:
            once = {"distributed.scheduler.allowed-failures": 0}  # an item that takes its process down is not tried again
            stack.enter_context(import_module("dask").config.set(once))
            own = {"n_workers": max(1, jobs), "threads_per_worker": 1, "host": LOOPBACK, "dashboard_address": None}
            address = stack.enter_context(library.LocalCluster(**own, silence_logs=logging.CRITICAL))
        try:
            client = stack.enter_context(library.Client(address, timeout=SECONDS_TO_CONNECT))
        except (OSError, ValueError, TimeoutError) as problem:
            raise UsageError(f"--scheduler {scheduler}: no Dask scheduler answers there. Is it running? {EXAMPLE}") from problem
        yield client


def _refuse_strangers(client: Any, version: str) -> None:
    """UsageError when there is no worker, or one has other code than this process."""
    with suppress(TimeoutError):
        client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
    try:
        versions = client.run(_version)
    except ModuleNotFoundError as problem:
        raise UsageError(f"--scheduler: a worker lacks the package ({problem}). Install this version on every worker.") from None
    if not versions:
        raise UsageError("--scheduler: the cluster has no workers. Start some with `dask worker ADDRESS --nthreads 1`.")
    for address, found in sorted(versions.items()):
        if found != version:
            raise UsageError(f"--scheduler: worker {address} runs code {found}, this is {version}. Install the same on both.")


def _version() -> str:
    from pipeline.cache import fingerprint

    return fingerprint()


@lru_cache(maxsize=2)
def _state(pickled: bytes) -> Any:
    return pickle.loads(pickled)()


def _prepare(prepare: Callable[[], Any]) -> None:
    _prepared(prepare)


def _prepared(prepare: Callable[[], Any]) -> Any:
    """What `prepare` gives, once in each process."""
    with _one_at_a_time:
        return _state(pickle.dumps(prepare))


def _answer(prepare: Callable[[], Any], work: Callable[[Any, Any], Iterable[Any]], item: Any) -> tuple[Any, ...]:
    state = _prepared(prepare)
    with _one_at_a_time:
        return tuple(work(state, item))


class _Run:
    """One pass over the items: as many under way as there are processes, each with a deadline."""

    READ_AHEAD = 64  # finished items that may wait for a slow one before them

    def __init__(self, connect: Callable[[], Any], task: Task[Any, Any], seconds: float) -> None:
        self.connect, self.task, self.seconds = connect, task, seconds
        self.done: dict[int, tuple[Any, tuple[Any, ...]]] = {}
        self.waiting: dict[Any, tuple[int, Any, float]] = {}  # future → number, item, deadline
        self.sent = 0

    def run(self, items: Iterator[Any]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
        returned, has_more = 0, True
        while has_more or returned < self.sent:
            while has_more and self.sent < returned + self.READ_AHEAD and self._has_room():
                has_more = self._send(items)
            if returned not in self.done and self.waiting:
                self._listen()
            while returned in self.done:
                yield self.done.pop(returned)
                returned += 1

    @cached_property
    def client(self) -> Any:
        """The connection, made when the first item needs it."""
        client = self.connect()
        self.task.meanwhile()
        return client

    def _has_room(self) -> bool:
        return not self.waiting or len(self.waiting) < len(self.client.nthreads())

    def _send(self, items: Iterator[Any]) -> bool:
        item = next(items, None)
        if item is None:
            return False
        results = self.task.known(item)
        if results is not None:
            self.done[self.sent] = item, results
        else:
            future = self.client.submit(_answer, self.task.prepare, self.task.work, item, pure=False)
            self.waiting[future] = self.sent, item, time.monotonic() + self.seconds
        self.sent += 1
        return True

    def _listen(self) -> None:
        """Takes in what is finished; waits for the first of them, or a moment."""
        with suppress(TimeoutError):
            _library().wait(list(self.waiting), timeout=POLL_SECONDS, return_when="FIRST_COMPLETED")
        for future in [future for future in self.waiting if future.done()]:
            number, item, _ = self.waiting.pop(future)
            self.done[number] = item, self._results(future, item)
        for future in [future for future, (_, _, deadline) in self.waiting.items() if time.monotonic() > deadline]:
            self._lose(future)

    def _results(self, future: Any, item: Any) -> tuple[Any, ...]:
        try:
            results: tuple[Any, ...] = future.result()
            return results
        except ConflictTimelineError:
            raise
        except _library().KilledWorker:
            return (self.task.fail(item, f"{ENDED}, killed or out of memory"),)
        except Exception as problem:
            kind = " ".join(f"{type(problem).__name__}: {problem}".split())
            return (self.task.fail(item, f"internal error, please report: {kind}"),)

    def _lose(self, future: Any) -> None:
        """Gives an item up, and ends the process that hangs on it; its nanny starts another one."""
        number, item, _ = self.waiting.pop(future)
        self.done[number] = item, (self.task.fail(item, f"{TIMEOUT} {self.seconds:g} s"),)
        since = time.monotonic()
        held = [address for address, keys in self.client.processing().items() if future.key in keys]
        future.cancel()
        self._start_again([address for address in held if self._workers()[address]["nanny"]])
        spent = time.monotonic() - since  # no other item had it
        self.waiting = {each: (n, other, end + spent) for each, (n, other, end) in self.waiting.items()}

    def _workers(self) -> dict[str, Any]:
        workers: dict[str, Any] = self.client.scheduler_info(n_workers=-1)["workers"]
        return workers

    def _start_again(self, held: list[str]) -> None:
        """Ends processes, and waits until as many are ready again."""
        if not held:
            return
        wanted, deadline = len(self.client.nthreads()), time.monotonic() + SECONDS_TO_START
        self.client.run(_end, workers=held)
        while time.monotonic() < deadline and (set(held) & set(self.client.nthreads()) or len(self.client.nthreads()) < wanted):
            time.sleep(POLL_SECONDS)
        self.client.run(_prepare, self.task.prepare)


def _end() -> None:
    """Ends this process as soon as the answer to this call is on its way."""
    threading.Timer(POLL_SECONDS, os._exit, (1,)).start()
