"""Forms per second and core, stage by stage, beside the floor and beside a conventional script, in one run.

    python -m benchmarks.forms [--count 120] [--rounds 3] [--cache DIR]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import conventional
from benchmarks.corpus_made import make
from extractors.forms import find_forms
from extractors.items import split
from extractors.language import annotate
from extractors.reading import read
from pipeline.feedback.remarks import remarks
from pipeline.recording import form_record
from pipeline.roster import Roster
from pipeline.submission import Submission, process, understand
from rules.engine import judge
from rules.packs import load_pack

Work = Callable[[Path], object]


def main() -> None:
    """Measure Word and PDF and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cache", type=Path, help="keep the made corpus here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.cache or Path(temporary)
        for suffix in ("docx", "pdf"):
            files = make(folder, given.count, suffix == "pdf")
            _table(suffix, files, given.rounds, Path(temporary))


def _table(suffix: str, files: Sequence[Path], rounds: int, scratch: Path) -> None:
    stages = _stages(suffix, files, scratch)
    for work in stages.values():  # warm caches: dictionaries, patterns, fonts
        work(files[0])
    costs = {name: [] for name in stages}  # type: dict[str, list[float]]
    for _ in range(rounds):  # the stages take turns, so that a slow minute hits them all alike
        for name, work in stages.items():
            costs[name].append(_cost(work, files))
    floor = statistics.median(costs["floor"])
    print(f"\n### {suffix}: {len(files)} files, {rounds} rounds\n")
    print("| stage | CPU ms a form (median) | forms a second | × floor |\n|---|---|---|---|")
    for name, found in costs.items():
        ms = statistics.median(found)
        print(f"| {name} | {ms:.2f} | {1000 / ms:.0f} | {ms / floor:.1f} |")
    ours, theirs = (statistics.median(costs[n]) for n in ("read + understand + judge", "conventional"))
    print(f"\nconventional / ours: {theirs / ours:.2f}")


def _cost(work: Work, files: Sequence[Path]) -> float:
    start = time.process_time()
    for path in files:
        work(path)
    return (time.process_time() - start) * 1000 / len(files)


def _stages(suffix: str, files: Sequence[Path], scratch: Path) -> dict[str, Work]:
    pack, roster = load_pack("csust-2012"), Roster()
    sources = {path: Submission(path.name, path, "") for path in files}
    documents = {path: read(path) for path in files}
    forms = {path: find_forms(documents[path])[0] for path in files}
    items = {path: split(forms[path]) for path in files}
    facts = {path: understand(forms[path], sources[path], pack, roster) for path in files}
    findings = {path: judge(facts[path], pack) for path in files}
    records = {
        path: form_record(facts[path], findings[path], sha256="", file_format=suffix, notice=pack.id) for path in files
    }
    notes = {path: remarks(records[path]) for path in files}
    if suffix == "pdf":
        from pipeline.feedback.pdf import mark_up
    else:
        from pipeline.feedback.word import mark_up  # type: ignore[assignment]
    text = conventional.pdf_text if suffix == "pdf" else conventional.word_text
    return {
        "floor": _pdf_floor if suffix == "pdf" else _word_floor,
        "read": read,
        "match form": lambda p: find_forms(documents[p]),
        "split items": lambda p: split(forms[p]),
        "understand items": lambda p: annotate(items[p], forms[p].kind, pack.context(forms[p])),
        "judge": lambda p: judge(facts[p], pack),
        "record": lambda p: form_record(facts[p], findings[p], sha256="", file_format=suffix, notice=pack.id),
        "read + understand + judge": lambda p: process(sources[p], pack, roster),
        "mark up": lambda p: mark_up(p, notes[p], scratch / f"marked.{suffix}"),
        "conventional": lambda p: conventional.understand(text(p)),
    }


def _word_floor(path: Path) -> object:
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        return sum(1 for _ in etree.fromstring(package.read("word/document.xml")).iter())


def _pdf_floor(path: Path) -> object:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


if __name__ == "__main__":
    main()
