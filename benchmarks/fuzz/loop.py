"""The loop of every fuzzer: inputs are made and used in a child, which may die or hang without ending the run."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import Counter
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.fuzz.kinds import named
from benchmarks.fuzz.lessening import lessened
from benchmarks.fuzz.trying import armed, bounded, failure, heard, last_words, place, words_of

HUNG = 300.0
"""Seconds without a sign of life: C code that never comes back is no matter for a signal in Python."""
_EVERY = 5.0
"""Seconds between signs of life, unless one input takes longer."""


@dataclass(frozen=True)
class Order:
    """What is to be done: the kind of file, good files, where to keep failures, seconds, the dice, the share of comments."""

    kind: str
    seeds: tuple[bytes, ...]
    out: Path
    seconds: float
    seed: int
    marked: float


def run(order: Order) -> Counter[str]:
    """How the inputs ended, by outcome."""
    outcomes: Counter[str] = Counter()
    end, current = time.monotonic() + order.seconds, order.out / f".current-{order.kind}-{order.seed}"
    while (left := end - time.monotonic()) > 0:
        outcomes += _child(replace(order, seconds=left, seed=order.seed + 1000 * outcomes.total()), current)
    for path in (current, words_of(current)):
        path.unlink(missing_ok=True)
    return outcomes


def _child(order: Order, current: Path) -> Counter[str]:
    """One child until the time is up or it ends otherwise."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_work, args=(order, current, theirs), daemon=True)
    child.start()
    theirs.close()
    told: Counter[str] = Counter()
    try:
        while ours.poll(HUNG):
            told = ours.recv()
        child.kill()
        why = "HUNG"
    except EOFError:
        child.join(HUNG)
        if child.exitcode == 1:
            raise SystemExit("the fuzzer itself failed, see above") from None
        why = f"DIED {child.exitcode}" if child.exitcode else ""
    if why:
        told[why] += 1
        _keep(current.read_bytes() if current.exists() else b"", f"{why} {last_words(current)}".strip(), order)
    return told


def _work(order: Order, current: Path, pipe: Connection) -> None:
    armed()
    bounded()
    heard(current)
    kind, dice, outcomes = named(order.kind), random.Random(order.seed), Counter[str]()
    end, told = time.monotonic() + order.seconds, 0.0
    while (now := time.monotonic()) < end:
        if now > told + _EVERY:
            pipe.send(outcomes)
            told = now
        data = kind.damaged(dice.choice(order.seeds), dice)
        current.write_bytes(data)
        outcome = failure(kind, data, dice.random() < order.marked)
        outcomes[outcome.splitlines()[-1][:80]] += 1
        if place(outcome):
            _keep(data, outcome, order)
    pipe.send(outcomes)
    pipe.close()


def _keep(data: bytes, outcome: str, order: Order) -> None:
    """One input for each kind of failure, as small as half a minute makes it (what ends the process stays as it is)."""
    name = place(outcome) or outcome.replace(" ", "-")
    path = order.out / f"{order.kind}-{name}{named(order.kind).SUFFIX}"
    if not path.exists():
        path.write_bytes(data)
        path.with_suffix(".trace").write_text(outcome, encoding="utf-8")
        if place(outcome):
            path.write_bytes(lessened(named(order.kind), data, name))
