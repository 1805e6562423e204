"""`chengnuo due` on a ledger with many items: the query alone, the list with its lights, and what the database does.

    python -m benchmarks.due_list [--items 300000]"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from benchmarks.ledger import _fill
from pipeline.ledger.store.attention import Horizon, attention, attention_query
from pipeline.ledger.store.ledger import open_ledger
from pipeline.year.due import pressing
from pipeline.year.lights import horizon_days
from pipeline.year.office import at_work
from rules.packs import load_pack

DAYS = (date(2012, 1, 20), date(2012, 3, 15), date(2012, 12, 1))
"""Early, when nearly nothing is near; when things fall behind; when all items that are under way have been silent for long."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=300_000)
    told = parser.parse_args()
    pack = load_pack("csust-2012")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _fill(root, told.items, 5_000)
        for day in DAYS:
            horizon = Horizon(*horizon_days(pack.lights, day))
            with at_work(root, pack, day, "测") as office:
                lines, query = timed(lambda office=office, horizon=horizon: sum(1 for _ in attention(office.ledger, horizon)))
                rows, listed = timed(lambda office=office: len(pressing(office)))
            print(f"{day}: query {lines} items {query:.2f} s CPU; list {rows} items {listed:.2f} s CPU")
        with open_ledger(root) as ledger, ledger.store.reading() as connection:
            words = attention_query(horizon).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
            for row in connection.execute(text(f"EXPLAIN QUERY PLAN {words}")):
                print("   ", row.detail)


def timed(job: Callable[[], int]) -> tuple[int, float]:
    start = time.process_time()
    return job(), time.process_time() - start


if __name__ == "__main__":
    main()
