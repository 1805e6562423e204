"""Score a file of labels from end to end: read each labelled file as `chengnuo run` would, compare, add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.evaluation.figures import Figure, figures
from pipeline.evaluation.gold import GoldForm
from pipeline.evaluation.score import score_form
from pipeline.evaluation.tally import Miss, Tally
from pipeline.records import FormRecord, UnreadableRecord
from pipeline.rosters.roster import Roster
from pipeline.submission import process, submission
from pipeline.trouble import why
from rules.packs import Pack

Records = tuple[FormRecord | UnreadableRecord, ...]


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often each label of a measure was read as what: `counts[label][read]`."""

    measure: str
    counts: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A promise on which several labels differ."""

    form: str
    text: str
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What a set of labelled forms came to. `unread` are forms that were not read, with the reason."""

    forms: int
    items: int
    figures: tuple[Figure, ...]
    confusions: tuple[Confusion, ...]
    worst: tuple[Wrong, ...]
    unread: tuple[tuple[str, str], ...]


def score_all(forms: Sequence[GoldForm], pack: Pack, progress: Callable[[str, int, int], None]) -> Scores:
    """Read and score every labelled form; a file that cannot be read counts as nothing found."""
    tallies, unread = [], []
    read = lru_cache(maxsize=1)(lambda path: process(submission(path), pack, Roster()))  # forms of one file follow one another
    for done, gold in enumerate(forms, start=1):
        record, reason = _record(gold, read)
        if record is None:
            unread.append((gold.id, reason))
        tallies.append(score_form(gold, record))
        progress("评测", done, len(forms))
    items = sum(len(gold.items) for gold in forms)
    return Scores(len(forms), items, tuple(figures(tallies)), tuple(_confusions(tallies)), _worst(tallies), tuple(unread))


def _record(gold: GoldForm, reader: Callable[[Path], Records]) -> tuple[FormRecord | None, str]:
    """The record of a labelled form, or None and why there is none."""
    try:
        records = reader(Path(gold.file))
    except FileNotFoundError:
        return None, "没有找到这个文件。标注文件要与承诺书放在一起；取自 results.jsonl 的，放进收件文件夹。"
    except OSError as error:
        return None, f"文件打不开（{why(error)}）。"
    read = [r for r in records if isinstance(r, FormRecord)]
    if gold.form_index < len(read):
        return read[gold.form_index], ""
    bad = [r for r in records if isinstance(r, UnreadableRecord)]
    return None, bad[0].message if bad else f"文件中只有 {len(read)} 份承诺书。"


def _confusions(tallies: Sequence[Tally]) -> list[Confusion]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for tally in tallies:
        for (measure, label, read), count in tally.confused.items():
            row = found.setdefault(measure, {}).setdefault(label, {})
            row[read] = row.get(read, 0) + count
    return [Confusion(measure, found[measure]) for measure in sorted(found)]


def _worst(tallies: Sequence[Tally]) -> tuple[Wrong, ...]:
    """The promises with the most labels that differ, most first."""
    by_text: dict[tuple[str, str], list[Miss]] = {}
    for miss in (m for t in tallies for m in t.misses):
        by_text.setdefault((miss.form, miss.text), []).append(miss)
    wrong = [Wrong(form, text, tuple(misses)) for (form, text), misses in by_text.items()]
    return tuple(sorted(wrong, key=lambda w: -len(w.misses)))
