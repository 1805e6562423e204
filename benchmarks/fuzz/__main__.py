"""Damaged files through the readers and markers.

    python -m benchmarks.fuzz KIND [DIR] [--out OUT] [--minutes 30] [--seed 1] [--marked 0.2]

A file may be refused (DocumentError) or read; its copy with comments must then read as the file does (a share of the
inputs, for it takes longer). Another exception, more than five seconds of the processor, a child that dies or does not come
back, or a copy that reads otherwise is a failure: the input is made smaller while it fails in the same way and kept in OUT,
one of each kind, beside its traceback. LibreOffice and the reading of pictures are kept out of it."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks.fuzz.kinds import named, names
from benchmarks.fuzz.loop import Order, run
from extractors.formats.scanpage.engine import SWITCH


def main() -> int:
    """Fuzz until the time is up; 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=names())
    parser.add_argument("dir", type=Path, nargs="?", help="good files, which are damaged")
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"), help="what fails is kept here")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--marked", type=float, default=0.2, help="the share of inputs that are commented on too")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if not (seeds := tuple(named(given.kind).seeds(given.dir))):
        parser.error("no good file of this kind in that folder")
    order = Order(given.kind, seeds, given.out, given.minutes * 60, given.seed, given.marked)
    outcomes = run(order)
    print(f"{given.kind}: {outcomes.total()} inputs of {len(order.seeds)} seeds in {given.minutes:g} minutes")
    for outcome, count in outcomes.most_common():
        print(f"{count:8} {outcome}")
    return int(any(outcome not in ("read", "refused") for outcome in outcomes))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="fuzz-", ignore_cleanup_errors=True) as home:
        tempfile.tempdir, os.environ["TMPDIR"], os.environ["PATH"], os.environ[SWITCH] = home, home, "", "off"
        raise SystemExit(main())
