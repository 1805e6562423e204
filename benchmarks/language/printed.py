"""The promises of whole forms as the program reads them from files.

What a promise says hangs on its form: a table's columns name its elements, a preamble lends it a day, a title the year. Read
alone, the names and days of a ledger's row are taken for clauses of the promise, and a hand with many ledgers looks worse than it is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.language.promises import GOLD, Promise
from extractors.forms import find_forms
from extractors.items import split
from extractors.language.pipeline import language, prepare
from extractors.language.sheet import Sheet, sheets_of
from extractors.model import CommitmentItem, FormKind, ReadingContext
from extractors.reading import read
from rules.packs import load_pack
from tests.gold.render import render_folder

NOTICE = "base"
_ENDS = "；;"
"""A point of a list may be labelled with the sign that closes it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The sheets of the promises that were found in the forms, by form and text."""

    sheets: dict[tuple[str, str], Sheet]

    def sheet(self, promise: Promise) -> Sheet | None:
        """The sheet of a promise; None where its form was not read letter by letter as it is labelled."""
        return self.sheets.get((promise.form, promise.text)) or self.sheets.get((promise.form, promise.text.rstrip(_ENDS)))


NOTHING = Printed({})


def printed(folder: Path = GOLD / "tune") -> Printed:
    """Render the forms of a folder to Word files and read them, up to the learned component."""
    found: dict[tuple[str, str], Sheet] = {}
    with tempfile.TemporaryDirectory() as place:
        for path in render_folder(folder, Path(place)):
            for sheet in _of_file(path):
                found.setdefault((path.stem, sheet.as_typed), sheet)
    return Printed(found)


def _of_file(path: Path) -> Iterator[Sheet]:
    pack = load_pack(NOTICE)
    for form in find_forms(read(path)):
        yield from until_learned(split(form), form.kind, pack.context(form))


def until_learned(items: Sequence[CommitmentItem], kind: FormKind, context: ReadingContext) -> Sequence[Sheet]:
    """What all components but the learned one make of some items of a form."""
    doc = prepare(items, kind, context)
    for name, component in language().pipeline:
        if name != "learned":
            doc = component(doc)
    return sheets_of(doc)
