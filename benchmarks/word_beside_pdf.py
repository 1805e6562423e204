"""The same form as Word and as PDF must say the same: kind, unit, fields, days, promises with ordinals and headings, findings.

    python -m benchmarks.word_beside_pdf FOLDER… [--pdf DIR] [--points 16]

Each folder holds labels with their Word files beside them or with the blocks that they are made of (as for `benchmarks.layouts`). LibreOffice
prints them, with `--points` in another size of type, which breaks every line and page elsewhere; with `--pdf` the PDF files of that folder are read
instead (`FOLDER+stem.pdf`, printed by another program). What differs is named: W what only Word says, P what only the PDF says."""

from __future__ import annotations

import argparse
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml
from docx import Document
from docx.shared import Pt

from extractors.errors import DocumentError
from pipeline.rosters.roster import Roster
from pipeline.submission import Judged, judge_file, submission
from rules.model import Verdict
from rules.packs import Pack, load_pack
from tests.gold.render import render, to_pdf

_SIGNS = re.compile(r"[\W_]+")


def main() -> None:
    """Name what differs, and count the forms."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--pdf", type=Path)
    parser.add_argument("--points", type=float)
    given = parser.parse_args()
    pack = load_pack("base")
    forms = differing = 0
    with tempfile.TemporaryDirectory() as made:
        words = [word for folder in given.folders for word in _words(folder, Path(made))]
        printed = given.pdf or _printed(words, Path(made) / "printed", given.points)
        for word in words:
            beside = printed / f"{word.stem}.pdf"
            if not beside.exists():
                continue
            ours, theirs = _said(word, pack), _said(beside, pack)
            forms, differing = forms + 1, differing + (ours != theirs)
            for side, only in (("W", ours - theirs), ("P", theirs - ours)):
                for what in only:
                    print(f"{word.stem} {side} {what[:300]}")
    print(f"{forms} forms, {differing} read otherwise")


def _words(folder: Path, made: Path) -> Iterator[Path]:
    """The Word files of a folder, under names that are no other folder's."""
    for label in sorted(folder.glob("*.yaml")):
        gold = yaml.safe_load(label.read_text(encoding="utf-8"))
        path = made / f"{folder.parent.name}+{label.stem}.docx"
        if "blocks" in gold:
            render(gold, path)
        elif label.with_suffix(".docx").exists():
            path.write_bytes(label.with_suffix(".docx").read_bytes())
        else:
            continue
        yield path


def _printed(words: list[Path], folder: Path, points: float | None) -> Path:
    """The folder in which the Word files lie as PDF."""
    folder.mkdir()
    for word in words:
        target = folder / word.name
        if points:
            document = Document(str(word))
            document.styles["Normal"].font.size = Pt(points)  # type: ignore[attr-defined]
            document.save(str(target))
        else:
            target.write_bytes(word.read_bytes())
    to_pdf(sorted(folder.glob("*.docx")), folder)
    return folder


def _said(path: Path, pack: Pack) -> Counter[str]:
    try:
        forms = judge_file(submission(path), pack, Roster())
    except DocumentError as error:
        return Counter([type(error).__name__])
    return Counter(f"{nth}. {line}" for nth, form in enumerate(forms) for line in _lines(form))


def _lines(judged: Judged) -> Iterator[str]:
    form = judged.facts.form
    yield f"{form.kind.value} of {_letters(form.unit)}, signed {form.signing.date.day}, approved {form.approval.date.day}"
    yield from (f"{field.key}={_letters(field.value)}" for field in form.fields)
    for item in judged.facts.items:
        yield f"promise {item.ordinal} {_letters(item.text)} below {'/'.join(map(_letters, item.headings))}"
    yield from (f"{finding.code} {finding.verdict.value}" for finding in judged.findings if finding.verdict is not Verdict.OK)


def _letters(text: str | None) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)) if text is not None else "-"


if __name__ == "__main__":
    main()
