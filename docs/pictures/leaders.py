"""Draws the page of the leaders' workbook for the manual: `python docs/pictures/leaders.py`, of an office made by chance.

Needs LibreOffice and Poppler, as `make.py` does."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1]), str(HERE.parents[1] / "tests")]

from make import page_of, to_pdf, trimmed  # noqa: E402

from pipeline.leaders.make import Asked, make_summary  # noqa: E402
from pipeline.ledger.store.ledger import open_ledger  # noqa: E402
from pipeline.outputs import OutputFolder  # noqa: E402
from pipeline.rosters.book import read_roster  # noqa: E402
from rules.packs import load_pack  # noqa: E402
from tests.leaders.office import make_office  # noqa: E402


def main() -> None:
    """Write leaders.png."""
    with tempfile.TemporaryDirectory() as folder:
        office = make_office(Path(folder), units=24, members=6, seed=11)
        book = read_roster(office.roster)
        asked = Asked(date(2012, 11, 20), 2012, ["所属总支"])
        with open_ledger(office.root) as ledger:
            made = make_summary(ledger, OutputFolder(office.root), load_pack("csust-2012"), book.roster, book, asked)
        page = page_of(to_pdf(made.path, Path(folder)), Path(folder))
        trimmed(page.crop((0, 60, page.width, page.height - 80))).quantize(64).save(HERE / "leaders.png", optimize=True)


if __name__ == "__main__":
    main()
