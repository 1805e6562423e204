"""A desk with three forms read, for every test of the commands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.decisions.desk import NAMES, SAMPLES, Desk


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("desk")
    (root / "收件箱").mkdir()
    for name in NAMES:
        shutil.copy(SAMPLES / name, root / "收件箱")
    Desk(root).run()
    return root


@pytest.fixture
def desk(ran: Path, tmp_path: Path) -> Desk:
    """A working folder after its first run; it may be moved and copied."""
    shutil.copytree(ran, tmp_path / "desk")
    return Desk(tmp_path / "desk")
