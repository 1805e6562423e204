"""A form's Word file beside its labels, and the paragraphs in which its promises stand."""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lxml import etree

from benchmarks.retyping.word import Element, W, ends_section, in_table, text_of

_DOCUMENT = "word/document.xml"
_HEAD = 20
"""So many letters of a promise find its paragraph."""
_SHORTEST = 5
_ORDINAL = 8
"""So many letters has what stands before a promise in its paragraph."""
_SIGNS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Place:
    """A promise that stands in a paragraph of its own: `printed` is what stands before its words there."""

    paragraph: Element
    printed: str
    item: dict[str, Any]
    form: int
    """The form of the file whose promise it is."""

    @property
    def whole(self) -> bool:
        """Whether the paragraph holds all of the promise and nothing else."""
        return letters(text_of(self.paragraph)[len(self.printed) :]) == letters(self.item["text"])


@dataclass(slots=True)
class Sheet:
    """The file's parts with its text as a tree, and a label for each form in it; edits that change what is true change the labels."""

    parts: dict[str, bytes]
    root: Element
    golds: list[dict[str, Any]]
    dice: random.Random

    @property
    def body(self) -> Element:
        return self.root.find(W + "body")

    @property
    def items(self) -> list[dict[str, Any]]:
        return [item for gold in self.golds for item in gold.get("items") or ()]

    def paragraphs(self) -> list[Element]:
        """All that say something, in reading order."""
        return [p for p in self.root.iter(W + "p") if text_of(p).strip()]

    def outside(self) -> list[Element]:
        """Those of which no promise has a word."""
        said = letters(" ".join(item["text"] + "".join(item.get("headings") or ()) for item in self.items))
        return [p for p in self.paragraphs() if letters(text_of(p)) and letters(text_of(p)) not in said and not self.promises_in(p)]

    def promises_in(self, p: Element) -> bool:
        """Whether a promise begins in the paragraph."""
        text = text_of(p)
        return any(_first(item)[:_HEAD] in text for item in self.items)

    def append(self, *lines: Element) -> None:
        """Puts paragraphs at the end of the file."""
        last = self.body.find(W + "sectPr")
        for line in lines:
            if last is not None:
                last.addprevious(line)
            else:
                self.body.append(line)

    def packed(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True) if name == _DOCUMENT else data)
        return out.getvalue()


def open_sheet(data: bytes, golds: list[dict[str, Any]], seed: str) -> Sheet:
    """The sheet of a Word file; raises BadZipFile, KeyError or XMLSyntaxError for one that is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return Sheet(parts, etree.fromstring(parts[_DOCUMENT]), copy.deepcopy(golds), random.Random(seed))


def letters(text: str) -> str:
    """Letters and digits alone."""
    return _SIGNS.sub("", text)


def _first(item: dict[str, Any]) -> str:
    """The first line of a promise without its number."""
    line = str(item["text"]).strip().split("\n")[0]
    ordinal = item.get("ordinal")
    return line.removeprefix(ordinal).lstrip("、.．） )") if ordinal else line


def places(sheet: Sheet) -> list[Place]:
    """Where the promises stand; [] unless each of them begins a paragraph of its own."""
    said = [(p, text_of(p)) for p in sheet.root.iter(W + "p")]
    found: list[Place] = []
    for form, item in ((n, item) for n, gold in enumerate(sheet.golds) for item in gold.get("items") or ()):
        head = _first(item)[:_HEAD]
        hits = [(p, text) for p, text in said if head in text] if len(head) >= _SHORTEST else []
        if len(hits) != 1 or hits[0][1].index(head) > _ORDINAL:
            return []
        found.append(Place(hits[0][0], hits[0][1][: hits[0][1].index(head)], item, form))
    return found if len({id(place.paragraph) for place in found}) == len(found) else []


def grouped(found: list[Place]) -> list[list[Place]]:
    """The promises of each form under each of its headings."""
    return [list(group) for _, group in groupby(found, key=lambda p: (p.form, tuple(p.item.get("headings") or ())))]


def listed(sheet: Sheet) -> list[list[Place]]:
    """The promises of each form where those are a list of whole paragraphs: two or more, one below the other in one place."""
    forms = [list(group) for _, group in groupby(places(sheet), key=lambda p: p.form)]
    return [f for f in forms if len(f) > 1 and len({id(p.paragraph.getparent()) for p in f}) == 1 and all(p.whole for p in f)]


def titles(sheet: Sheet) -> list[Element]:
    """The paragraphs above everything else that are called 承诺书, one a form at most."""
    found = [p for p in sheet.paragraphs() if not in_table(p) and not ends_section(p)]
    return [p for p in found[:1] if re.search("承\\s*诺\\s*书?\\s*$", text_of(p))]
