"""Inputs that `python -m benchmarks.fuzz` found, made smaller: each is read or refused, and comes back with comments as it was
read. A new one goes into `failures/`, its name beginning with the kind of file."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.fuzz.kinds import named
from benchmarks.fuzz.trying import armed, failure

FAILURES = sorted(path for path in (Path(__file__).parent / "failures").iterdir())


@pytest.fixture(autouse=True)
def _timed() -> Iterator[None]:
    if not hasattr(signal, "SIGPROF"):
        pytest.skip("no clock of this kind on Windows")
    before = signal.getsignal(signal.SIGPROF)
    armed()
    yield
    signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize("path", FAILURES, ids=lambda path: path.name)
def test_what_failed_once(path: Path) -> None:
    kind = named(path.name.partition("-")[0])
    assert failure(kind, path.read_bytes(), marked=True) in ("read", "refused")
