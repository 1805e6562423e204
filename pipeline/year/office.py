"""What every step of the year needs: the open ledger, the notice, the folder of results, the day and who acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline import clock
from pipeline.feedback.names import Taken, folder_name
from pipeline.ledger.book.history import Who
from pipeline.ledger.book.things import Form
from pipeline.ledger.store.ledger import Ledger, open_ledger
from pipeline.ledger.store.opening import store_exists
from pipeline.outputs import OutputFolder
from rules.packs import Pack

FOLDER = "文书"
YEARS_AFTER = 2
"""A year's promises are settled in the years after it."""


class YearError(Exception):
    """A step that cannot be taken; the message is Chinese and says what to do."""


@dataclass(frozen=True, slots=True)
class Office:
    """The office at work on a day. Papers go below `root` in `out`."""

    ledger: Ledger
    pack: Pack
    out: OutputFolder
    today: date
    by: str
    year: int

    @property
    def root(self) -> Path:
        """The folder of papers."""
        return self.out.root / FOLDER

    @property
    def papers_of_year(self) -> Path:
        """The folder of papers that come once a year under the same names; where the ledger has earlier years, theirs stay."""
        later = any(one.year < self.year for one in self.ledger.all(Form))
        return self.root / f"{self.year}年" if later else self.root

    def who(self, source: str = "命令") -> Who:
        """The person at work, for the history."""
        return Who(self.by, source, datetime.combine(self.today, clock.now().time()))


@contextmanager
def at_work(out: Path, pack: Pack, today: date, by: str, year: int | None = None) -> Iterator[Office]:
    """The office with its ledger open. Raises YearError where nothing was ever registered, StoreError, OutputError."""
    if not store_exists(out):
        raise YearError(f"“{out}”里没有台账。请写 chengnuo run 的结果文件夹（--out 所指的），并先登记承诺事项。")
    with open_ledger(out) as ledger:
        folder = OutputFolder(out)
        yield Office(ledger, pack, folder, today, by, year or pack.year or today.year)
        folder.save()


class Names:
    """A file name for each unit (and person), no two alike."""

    def __init__(self) -> None:
        self._taken = Taken()

    def of(self, *parts: str) -> str:
        """A name that Windows takes too."""
        return self._taken.distinct(folder_name("".join(parts)))
