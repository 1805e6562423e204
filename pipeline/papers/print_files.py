"""The files of the print set: PDF where LibreOffice is there, else the files as they were handed in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.formats.legacy.office import print_pdf
from pipeline.outputs import OutputFolder

TOGETHER = 20
"""Files of one call of LibreOffice: starting takes longest, and after some 250 it stops silently."""
SUFFIXES = {"docx": ".docx", "doc": ".doc", "pdf": ".pdf"}
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A submitted file and where its print goes, without the suffix. `suffix` is that of its real format."""

    source: Path
    target: Path
    suffix: str


def write_prints(out: OutputFolder, sheets: Sequence[Sheet], step: Step) -> dict[Sheet, Path]:
    """Write every sheet and tell where it came to lie; a file that LibreOffice cannot print, or any without LibreOffice, is
    copied as it came. `step` is told how many are done, and of how many. Raises OutputError where the folder cannot be written."""
    placed: dict[Sheet, Path] = {}
    for first in range(0, len(sheets), TOGETHER):
        group = sheets[first : first + TOGETHER]
        with TemporaryDirectory(prefix="chengnuo-print-", ignore_cleanup_errors=True) as folder:
            pdfs = _as_pdf(group, Path(folder))
            for sheet in group:
                placed[sheet] = _place(out, sheet, pdfs.get(sheet))
        step(len(placed), len(sheets))
    return placed


def _as_pdf(sheets: Sequence[Sheet], folder: Path) -> dict[Sheet, Path]:
    """Together first; those that failed once more, each alone, as one file may stop the others."""
    copies = {sheet: folder / f"{n}{sheet.suffix}" for n, sheet in enumerate(sheets) if sheet.suffix != ".pdf"}
    for sheet, copy in copies.items():
        shutil.copyfile(sheet.source, copy)
    made = print_pdf(list(copies.values()), folder)
    if len(copies) > 1:
        for copy in [c for c in copies.values() if c not in made]:
            made |= print_pdf([copy], folder)
    return {sheet: made[copy] for sheet, copy in copies.items() if copy in made}


def _place(out: OutputFolder, sheet: Sheet, pdf: Path | None) -> Path:
    if pdf is None:
        return out.write(sheet.target.with_name(sheet.target.name + sheet.suffix), partial(shutil.copyfile, sheet.source))
    return out.write(sheet.target.with_name(f"{sheet.target.name}.pdf"), lambda part: _without_clock(pdf, part))


def _without_clock(pdf: Path, target: Path) -> None:
    """The same print gives the same bytes: dates, the random id and the sum over both are taken out."""
    import pikepdf

    with pikepdf.open(pdf) as book:
        for key in ("/CreationDate", "/ModDate"):
            if key in book.docinfo:
                del book.docinfo[key]
        for holder, key in ((book.Root, "/Metadata"), (book.trailer, "/DocChecksum"), (book.trailer, "/ID")):
            if key in holder:
                del holder[key]
        book.save(target, deterministic_id=True)


def name_with_copies(stem: str, total: int) -> str:
    """张三承诺书（3份): whoever prints a folder sees how often."""
    return f"{stem}（{total}份）" if total else stem


def suffix_of(file_format: str, source: Path) -> str:
    """By the file's real format, whatever its name says."""
    return SUFFIXES.get(file_format, source.suffix.lower())
