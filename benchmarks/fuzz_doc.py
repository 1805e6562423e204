"""Damaged .doc and RTF files through the reader and the marker: `python -m benchmarks.fuzz_doc DIR OUT [--minutes 30] [--seed 1]`.

Seeds are the .doc, .dot, .wps and .rtf files of the folder. A file may be refused (DocumentError) or read; its copy with comments
must then read as the file does. Another exception, more than five seconds of the processor, or a copy that reads otherwise
is a failure: the input is kept in OUT, a few of each kind, beside its traceback. Half of the damage is done inside the
streams that hold text and tables, a byte or a two- or four-byte number at a time, so that the container still opens.
LibreOffice and the reading of pictures are kept out of it. Every fifth file is commented on, which takes longer than reading."""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
import time
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.fuzz_rtf_ofd import RTF_WORDS, mutated
from benchmarks.fuzz_word import fails, kind, too_slow
from extractors.formats import doc, rtf
from extractors.formats.scanpage.engine import SWITCH

LARGEST_SEED = 400_000
_STREAMS = ("WordDocument", "0Table", "1Table", "Data")
_ODD = (
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\xff\xff\xff\x7f",
    b"\x01\x00",
    b"\xff\x7f",
    b"\x07",
    b"\x13",
    b"\x14",
    b"\x15",
    b"\r",
)
_OF_A_KIND = 8
_HEAD = 0x600
"""Bytes of the main stream in which the file says where everything is."""


def main() -> int:
    """Fuzz until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGPROF, too_slow)
    dice, outcomes = random.Random(given.seed), Counter[str]()
    files = sorted(p for p in given.dir.rglob("*") if p.suffix.lower() in (".doc", ".dot", ".wps", ".rtf"))
    seeds = [data for p in files if len(data := p.read_bytes()) <= LARGEST_SEED and _is_old(data)]
    end = time.monotonic() + given.minutes * 60
    while time.monotonic() < end:
        data = _damaged(dice.choice(seeds), dice)
        outcome = fails(data, ".doc", marked=dice.random() < 0.2) if _is_old(data) else ""
        outcomes[outcome.splitlines()[-1][:80] if outcome else "survived"] += 1
        if outcome:
            _keep(data, outcome, given.out)
    print(f"{outcomes.total()} inputs of {len(seeds)} seeds")
    for outcome, count in outcomes.most_common():
        print(f"{count:8} {outcome}")
    return int(len(outcomes) > 1)


def _is_old(data: bytes) -> bool:
    return doc.sniff(data) or rtf.sniff(data)


def _keep(data: bytes, outcome: str, out: Path) -> None:
    for number in range(_OF_A_KIND):
        path = out / f"{kind(outcome)}-{number}.doc"
        if not path.exists():
            path.write_bytes(data)
            path.with_suffix(".txt").write_text(outcome, encoding="utf-8")
            return


def _damaged(data: bytes, dice: random.Random) -> bytes:
    if rtf.sniff(data):
        return mutated(data, RTF_WORDS, dice)
    if dice.random() < 0.5:
        return mutated(data, _ODD, dice)
    import olefile

    draft = BytesIO(data)
    try:
        with olefile.OleFileIO(draft, write_mode=True) as ole:
            names = [name for name in _STREAMS if ole.exists(name)]
            for name in dice.sample(names, dice.randint(1, len(names))):
                ole.write_stream(name, _stream_damaged(ole, name, dice))
            return draft.getvalue()
    except Exception:  # a seed whose container is broken already
        return mutated(data, _ODD, dice)


def _stream_damaged(ole: Any, name: str, dice: random.Random) -> bytes:
    """The stream with some numbers changed, of the same length."""
    content = bytearray(ole.openstream(name).read())
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        limit = min(_HEAD, len(content)) if name == "WordDocument" and dice.random() < 0.5 else len(content)
        at = dice.randrange(max(limit, 1))
        word = dice.choice(_ODD) if dice.random() < 0.5 else dice.randbytes(dice.choice((1, 1, 2, 4)))
        content[at : at + len(word)] = word[: max(len(content) - at, 0)]
    return bytes(content)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="fuzz-doc-") as home:
        tempfile.tempdir, os.environ["PATH"], os.environ[SWITCH] = home, "", "off"
        raise SystemExit(main())
