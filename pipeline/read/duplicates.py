"""Which articles repeat another: the same words, or nearly all of them, as in copies of one agency report.

MinHash over five-word shingles, with numpy; buckets of a few hash values find the pairs worth comparing, so that cost
grows with the number of articles and not with its square.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

SHINGLE_WORDS = 5
HASHES = 128
ROWS_PER_BUCKET = 4
SAME_SHARE = 0.6  # of the shingles of both texts; a story and its update share less, two reports on one event nearly none
MIN_WORDS = 60  # shorter texts are compared as a whole: two short items may differ in the one word that counts
WORD = re.compile(r"\w+")
HASH_BYTES = 4
WHOLE_BYTES = 8
SHORT_DAYS = 2  # apart: "At least 24 people are killed in violence" may be true of two days


def signature(text: str) -> bytes:
    """The sketch of a text for `find_duplicates`: a checksum of its words and, of a long one, its MinHash values."""
    import numpy as np

    words = WORD.findall(text.casefold())
    whole = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=WHOLE_BYTES).digest()
    if len(words) < MIN_WORDS:
        return whole
    shingles = (" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1))
    hashes = np.fromiter({zlib.crc32(s.encode("utf-8", "surrogatepass")) for s in shingles}, dtype=np.uint64)
    generator = np.random.Generator(np.random.PCG64(20200219))  # any fixed seed: signatures must agree between runs
    factors = generator.integers(1, 2**63, size=(2, HASHES), dtype=np.uint64) | np.uint64(1)
    with np.errstate(over="ignore"):
        mixed = hashes[:, None] * factors[0] + factors[1]
    sketch: bytes = (mixed.min(axis=0) >> np.uint64(32)).astype(">u4").tobytes()
    return whole + sketch


@dataclass(frozen=True, slots=True)
class Sketch:
    """One article as `find_duplicates` sees it."""

    document_id: str
    published: date | None
    signature: bytes


def find_duplicates(sketches: Iterable[Sketch]) -> Mapping[str, str]:
    """document_id → id of the article it repeats, for those that repeat one.

    The original is the one published first (undated ones last; of one day, the smaller id), so that neither the order
    of the input nor a later article changes who is whose copy. An original never repeats another.
    """
    buckets: dict[tuple[int, bytes], list[Sketch]] = {}
    copies: dict[str, str] = {}
    for sketch in sorted(sketches, key=lambda s: (s.published or date.max, s.document_id)):
        keys = _bucket_keys(sketch.signature)
        near = {other.document_id: other for key in keys for other in buckets.get(key, ())}
        originals = [other for other in near.values() if _is_copy(sketch, other)]
        if originals:
            best = max(originals, key=lambda o: (likeness(o.signature, sketch.signature), o.document_id))
            copies[sketch.document_id] = best.document_id
            continue
        for key in keys:
            buckets.setdefault(key, []).append(sketch)
    return copies


def _is_copy(sketch: Sketch, other: Sketch) -> bool:
    if likeness(sketch.signature, other.signature) < SAME_SHARE:
        return False
    is_short = len(sketch.signature) == WHOLE_BYTES
    if not is_short or sketch.published is None or other.published is None:
        return True
    return abs((sketch.published - other.published).days) <= SHORT_DAYS


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of common shingles, from 0 to 1; of short texts 1 when they are the same words, else 0."""
    if one == other:
        return 1.0
    if len(one) != len(other) or len(one) == WHOLE_BYTES:
        return 0.0
    pairs = zip(memoryview(one)[WHOLE_BYTES:].cast("I"), memoryview(other)[WHOLE_BYTES:].cast("I"), strict=True)
    return sum(a == b for a, b in pairs) / HASHES


def _bucket_keys(sign: bytes) -> list[tuple[int, bytes]]:
    if len(sign) == WHOLE_BYTES:
        return [(0, sign)]
    width = ROWS_PER_BUCKET * HASH_BYTES
    return [(i, sign[i : i + width]) for i in range(WHOLE_BYTES, len(sign), width)]
