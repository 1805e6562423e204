"""The golden results of the samples: what a run gave when somebody last read it line by line and accepted it.

    python -m tests.delivery.golden --write     (make golden)
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from extractors.formats.scanpage.engine import SWITCH
from pipeline.batch import Settings, run_batch
from pipeline.outputs import OutputFolder
from pipeline.rosters.book import read_roster

SAMPLES = Path(__file__).parents[2] / "samples"
GOLDEN = SAMPLES / "golden" / "results.jsonl"


def run(out: Path) -> Path:
    """Judge the samples into `out` and return its results.jsonl. Pictures are not read: the golden results are those of the
    program as it installs without the extra, and the same on a machine that has it."""
    os.environ[SWITCH] = "0"
    settings = Settings(SAMPLES / "inbox", "csust-2012", read_roster(SAMPLES / "roster.xlsx").roster)
    return run_batch(settings, OutputFolder(out), lambda *_: None).results


def main() -> None:
    """Write the golden anew, only where asked for by the switch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", required=True)
    parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_bytes(run(Path(folder)).read_bytes())


if __name__ == "__main__":
    main()
