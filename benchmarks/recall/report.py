"""The figures of a whole collection, format by format, and the files that fall short."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.recall.measure import Recall
from benchmarks.recall.reading import Reading

LOW = 0.95


@dataclass(frozen=True, slots=True)
class Case:
    """A file with its reading, and its recall where there is a reference."""

    reading: Reading
    recall: Recall | None
    cause: str = ""


def print_report(cases: Sequence[Case], root: Path) -> None:
    """Tables by format, then each file below the mark."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.reading.format].append(case)
    for name, group in sorted(groups.items()):
        _print_group(name, group)
    print("\n### Refusals\n")
    reasons = Counter(f"{c.reading.format} · {c.reading.why}" for c in cases if c.reading.outcome == "refused")
    for reason, count in reasons.most_common():
        print(f"- {count} × {reason}")
    print(f"\n### Below {LOW:.0%}, crashed or timed out\n\n| file | outcome | plain | whole | order | missing | cause |")
    print("|---|---|---|---|---|---|---|")
    for case in sorted(cases, key=_worst):
        if _falls_short(case):
            _print_case(case, root)


def _print_group(name: str, group: Sequence[Case]) -> None:
    outcomes = Counter(c.reading.outcome for c in group)
    print(f"\n### {name}: {len(group)} files\n")
    print(", ".join(f"{outcome} {count}" for outcome, count in outcomes.most_common()))
    seconds = sorted(c.reading.seconds for c in group)
    peaks = sorted(c.reading.peak / 2**20 for c in group)
    print(f"seconds: median {_at(seconds, 0.5):.4f}, most {seconds[-1]:.2f}; peak MB: median {_at(peaks, 0.5):.0f}, most {peaks[-1]:.0f}")
    measured = [c.recall for c in group if c.recall and c.recall.length]
    if not measured:
        return
    print("\n| recall | median | 1st percentile | mean | files below 95 % |\n|---|---|---|---|---|")
    columns: Mapping[str, list[float]] = {
        "characters, plain reading": [r.plain for r in measured],
        "characters, whole reading": [r.whole for r in measured],
        "the lower of both": [r.lowest for r in measured],
        "order (sequences of 5)": [r.order for r in measured],
    }
    for column, values in columns.items():
        values.sort()
        below = sum(v < LOW for v in values)
        mean = sum(values) / len(values)
        print(f"| {column} | {_at(values, 0.5):.4f} | {_at(values, 0.01):.4f} | {mean:.4f} | {below} of {len(values)} |")


def _print_case(case: Case, root: Path) -> None:
    r = case.recall
    shares = f"{r.plain:.3f} | {r.whole:.3f} | {r.order:.3f}" if r else " | | "
    missing = (r.missing if r else "").replace("|", "\\|")
    outcome = case.reading.outcome if case.reading.outcome == "read" else f"{case.reading.outcome} ({case.reading.why})"
    print(f"| {case.reading.path.relative_to(root)} | {outcome} | {shares} | {missing} | {case.cause} |")


def _falls_short(case: Case) -> bool:
    if case.reading.outcome not in ("read", "refused"):
        return True
    return case.recall is not None and case.recall.length > 0 and case.recall.lowest < LOW


def _worst(case: Case) -> float:
    return case.recall.lowest if case.recall else -1.0


def _at(values: Sequence[float], share: float) -> float:
    """The value below which that share of the sorted values lies."""
    return values[min(int(share * len(values)), len(values) - 1)]
