"""What comes after judging, for a large batch: ordering, versions, near copies; seconds and memory of each step.

    python -m benchmarks.whole_batch [--forms 20000]

The forms are those of the samples' golden results with their promises spliced anew, so that hardly any are alike; every
fiftieth is a copy of another."""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
import time
from pathlib import Path

from pipeline.batch import END
from pipeline.rosters.roster import Roster
from pipeline.together import look_together
from pipeline.versions import lines_of, places_of
from rules.packs import load_pack

GOLDEN = Path(__file__).parents[1] / "samples" / "golden" / "results.jsonl"


def main() -> None:
    """Make the records, take the steps, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=20_000)
    count = parser.parse_args().forms
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "results.part"
        _write(part, count)
        print(f"{count} forms, {part.stat().st_size / 2**20:.0f} MB; before {_peak():.0f} MB")
        roster, start = Roster(), time.perf_counter()
        index = lines_of(part, END, roster)
        start = _told("read once", start)
        with part.open("rb") as lines:
            places = places_of(index, lines)
            index.sort(key=lambda found: (found.file, found.form_index))
            start = _told("versions", start)
            together = look_together(index, places, lines, roster, load_pack("csust-2012"))
            _told("looked at together", start)
            print(f"{len(together.facts)} forms with likenesses, {len(together.alike)} rows")


def _write(part: Path, count: int) -> None:
    dice = random.Random(1)
    forms = [r for line in GOLDEN.read_text("utf-8").splitlines() if (r := json.loads(line))["record"] == "form" and r["items"]]
    clauses = "".join(i["text"] for r in forms for i in r["items"])
    texts: list[list[str]] = []
    with part.open("w", encoding="utf-8") as out:
        out.write("mark\n")
        for n in range(count):
            record = dict(forms[n % len(forms)])
            record |= {"file": f"{n:06d}.docx", "person": f"某{n}", "unit": {"name": f"第{n}支部", "roster_id": None, "match": "none"}}
            made = [_spliced(dice, clauses) for _ in record["items"]]
            made = texts[dice.randrange(len(texts))] if n % 50 == 49 else made
            texts.append(made)
            record["items"] = [{**i, "text": t} for i, t in zip(record["items"], made, strict=False)]
            out.write(json.dumps(record, ensure_ascii=False) + "\n" + END)


def _spliced(dice: random.Random, text: str) -> str:
    return "".join(text[at : at + 12] for at in (dice.randrange(len(text) - 12) for _ in range(4)))


def _told(step: str, start: float) -> float:
    print(f"{step}: {time.perf_counter() - start:.1f} s, peak {_peak():.0f} MB")
    return time.perf_counter()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
