"""Which lines of the product the tests ran, shown at the end: `CHENGNUO_LINES_RUN=1 pytest -n 3`.

SlipCover puts a cheap probe into each line, where a tracing tool calls a function for each line every time; it knows nothing of
processes that share the tests, so each of them (pytest-xdist) hands in what it saw. Lines that run in processes of the product's own
are not counted."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from slipcover import FileMatcher, ImportManager, Slipcover, merge_coverage, print_coverage

ROOMS = ["extractors", "rules", "pipeline"]
KEY = "lines_run"

_seen = Slipcover(source=ROOMS, d_miss_threshold=1_000_000)  # taking probes out again costs more, in so many modules, than they do
_imports = ImportManager(_seen, FileMatcher(sources=ROOMS))
_handed_in: list[dict[str, Any]] = []


def begin() -> None:
    """Count from now on; before the first import of anything of the product."""
    early = [name for name in sys.modules if name.partition(".")[0] in ROOMS]
    assert not early, f"imported before the count began: {early}"
    _imports.__enter__()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process that took part hands in what it saw; one that worked alone keeps it."""
    if (output := getattr(session.config, "workeroutput", None)) is not None:
        output[KEY] = json.dumps(_seen.get_coverage())
    elif not _handed_in and session.testscollected:
        _handed_in.append(_seen.get_coverage())


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take what a process hands in; one that died has nothing."""
    if found := getattr(node, "workeroutput", {}).get(KEY):
        _handed_in.append(json.loads(found))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the files of which some line never ran."""
    if _handed_in:
        whole = _handed_in[0]
        for more in _handed_in[1:]:
            merge_coverage(whole, more)
        terminalreporter.section("lines run")
        print_coverage(whole, outfile=terminalreporter._tw, skip_covered=True)
