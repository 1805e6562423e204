"""Memory over a long run: one worker's resident size after every 500 forms; it must not grow with their number.

    python -m benchmarks.memory [--forms 5000] [--cache DIR]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import psutil

from benchmarks.corpus_made import make
from pipeline.batch import TOGETHER
from pipeline.rosters.roster import Roster
from pipeline.submission import Submission, lines, warm_up
from rules.packs import load_pack

FILES, STEP = 250, 500


def main() -> None:
    """Judge the made corpus again and again and print the resident size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=5000)
    parser.add_argument("--cache", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        files = make(given.cache or Path(temporary), FILES, pdf=False)
        pack, roster, me = load_pack("csust-2012"), Roster(), psutil.Process()
        warm_up(pack)
        for done in range(STEP, given.forms + 1, STEP):
            for first in range(0, STEP, TOGETHER):
                group = [files[n % len(files)] for n in range(first, min(first + TOGETHER, STEP))]
                lines([Submission(path.name, path, "") for path in group], pack, roster)
            print(f"{done} forms: {me.memory_info().rss / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
