"""A failing input made smaller while it fails in the same way."""

from __future__ import annotations

import time
from collections.abc import Iterator

from benchmarks.fuzz.kinds import Kind
from benchmarks.fuzz.trying import failure, place

SECONDS = 30.0


def lessened(kind: Kind, data: bytes, name: str) -> bytes:
    """The smallest that half a minute finds."""
    end = time.monotonic() + SECONDS
    shrunk = True
    while shrunk:
        shrunk = False
        for draft in kind.smaller(data):
            if time.monotonic() > end:
                return data
            if len(draft) < len(data) and place(failure(kind, draft, marked=True)) == name:
                data, shrunk = draft, True
                break
    return data


def without_pieces(data: bytes) -> Iterator[bytes]:
    """The bytes without one piece, from halves down to single bytes."""
    size = len(data) // 2
    while size:
        for at in range(0, len(data), size):
            yield data[:at] + data[at + size :]
        size //= 2
