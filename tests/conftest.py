"""What tests of several rooms share: working folders over each of the databases; and pictures are not read, as where the
extra is not installed: tests of scans switch it on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

if LINES_RUN := os.environ.get("CHENGNUO_LINES_RUN") == "1":
    import lines_run

    lines_run.begin()

from handmade.postgres import Missing, Server, started
from handmade.stores import new_store, put_store

from extractors.formats.scanpage.engine import SWITCH
from pipeline.ledger.store.opening import keep_address

os.environ[SWITCH] = "0"


def pytest_configure(config: pytest.Config) -> None:
    """The hooks that gather and show which lines ran."""
    if LINES_RUN:
        config.pluginmanager.register(lines_run)


_LONGEST = ("windows", "leaders", "pipeline", "scans", "decisions", "formats_doc", "year", "ledger", "archives")
"""The rooms with the longest files of tests. Their files go out first, so that no processor waits for the other at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files for the processes that share the work (`--dist loadfile` hands them out as they come)."""
    items.sort(key=lambda item: next((n for n, room in enumerate(_LONGEST) if f"/tests/{room}/" in item.path.as_posix()), len(_LONGEST)))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A real server; tests that need it are skipped, with the reason, where it cannot run."""
    try:
        with started() as server:
            yield server
    except Missing as error:
        pytest.skip(f"no PostgreSQL: {error}")


@pytest.fixture(params=["sqlite", "postgresql"])
def office_root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder of results whose store is a file, and again one whose store is a PostgreSQL."""
    root = tmp_path / "结果"
    root.mkdir()
    if request.param == "postgresql":
        keep_address(root, new_store(request.getfixturevalue("postgres")))
    put_store(root)
    return root
