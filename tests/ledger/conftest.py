"""A clerk with a fresh workbook of a small ledger, on each database."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledger.clerks import Clerk, small_ledger


@pytest.fixture
def wang(office_root: Path, tmp_path: Path) -> Clerk:
    small_ledger(office_root)
    clerk = Clerk(office_root, "王试登", tmp_path / "王")
    clerk.fetch()
    return clerk
