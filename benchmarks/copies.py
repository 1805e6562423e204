"""Near copies in a large batch: seconds, memory, and how many planted copies are found.

    python -m benchmarks.copies [--items 300000]

Promises are spliced from the tuning texts with stretches of their characters; every fiftieth is a copy of another
promise with other numbers. No phrase is meant to be common stock, so all are compared: the hard case."""

from __future__ import annotations

import argparse
import random
import re
import resource
import time
from pathlib import Path

from pipeline.copies import Piece, near_copies
from pipeline.evaluation.gold import load_gold

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "tune"
ITEMS_A_FORM = 2


def main() -> None:
    """Make the promises, find the copies, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=300_000)
    pieces, planted = _made(parser.parse_args().items)
    start = time.perf_counter()
    found = near_copies(pieces)
    seconds = time.perf_counter() - start
    pairs = {(p.first, p.second) for p in found.pieces}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(pieces)} promises of {sum(len(p.text) for p in pieces) / len(pieces):.0f} characters: {seconds:.1f} s, peak {peak:.0f} MB")
    print(f"{len(found.pieces)} pairs, {len(found.piece_groups)} groups; planted {len(planted)}, found {len(planted & pairs)}")


def _made(count: int) -> tuple[list[Piece], set[tuple[int, int]]]:
    dice = random.Random(1)
    texts = [item.text for form in load_gold(GOLD) for item in form.items]
    clauses = [clause for text in texts for clause in re.split("(?<=[，；。])", text) if clause]
    stream = "".join(texts)
    pieces = [Piece(n // ITEMS_A_FORM, _spliced(dice, clauses, stream)) for n in range(count)]
    planted = set()
    for n in range(0, count, 50):
        other = dice.randrange(count)
        if pieces[n].form != pieces[other].form and other % 50:
            pieces[n] = Piece(pieces[n].form, re.sub(r"\d+", str(dice.randrange(9)), pieces[other].text))
            planted.add((min(n, other), max(n, other)))
    return pieces, planted


def _spliced(dice: random.Random, clauses: list[str], stream: str) -> str:
    at = dice.randrange(len(stream) - 40)
    return "".join(dice.sample(clauses, 3)) + stream[at : at + dice.randint(10, 40)]


if __name__ == "__main__":
    main()
