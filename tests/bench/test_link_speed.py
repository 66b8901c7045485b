"""Linking costs about the same for each telling, however many there are.

`python -m tests.bench.test_link_speed 1000000` prints seconds and memory of a run of any size.
"""

from __future__ import annotations

import resource
import sys
import time

from pipeline.link import link
from tests.bench.world import reports

SMALL, LARGE = 4_000, 24_000
ALLOWED_GROWTH = 3.0  # cost of one telling in the large run over that in the small one; 6 would be quadratic


def seconds(n: int) -> float:
    """Processor time of linking, generating aside."""
    told = list(reports(n))
    start = time.process_time()
    link(told, {})
    return time.process_time() - start


def test_the_cost_of_one_telling_hardly_grows_with_their_number() -> None:
    small = min(seconds(SMALL) for _ in range(2))
    assert seconds(LARGE) / LARGE < ALLOWED_GROWTH * small / SMALL


def main() -> None:
    """Link as many made-up tellings as the first argument says."""
    told = list(reports(int(sys.argv[1])))
    generated = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    start = time.process_time()
    events = link(told, {})
    taken, memory = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{len(told):,} tellings → {len(events):,} events in {taken:.1f} s; {memory:.2f} GB, input {generated:.2f} GB")


if __name__ == "__main__":
    main()
