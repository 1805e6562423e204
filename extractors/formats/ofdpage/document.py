"""The documents of an OFD file: their pages in order, with templates, resources, annotations and seals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extractors.errors import Corrupt, DocumentError, TooLarge
from extractors.formats.ofdpage.container import Container
from extractors.formats.ofdpage.geometry import Sheet, box
from extractors.formats.ofdpage.page import Page
from extractors.formats.pdfpage.content import PageContent
from extractors.model.passage import Box

MOST_PAGES = 60
_MOST_NOTES = 2000
_A4: Box = (0.0, 0.0, 210.0, 297.0)
_BOLD = re.compile("bold|heavy", re.IGNORECASE)
_NO_TEXT = frozenset({"Watermark", "Highlight", "Link"})
"""Annotations that say nothing of their own."""


@dataclass(slots=True)
class Body:
    """One document of the file. `part` is its Document.xml; `templates`, `units` and `heavy` (bold fonts) are what its
    pages refer to by id; `pages` are the page parts by id, in order."""

    container: Container
    part: str
    root: etree._Element
    units: dict[str, etree._Element] = field(default_factory=dict)
    heavy: set[str] = field(default_factory=set)
    templates: dict[str, str] = field(default_factory=dict)
    pages: list[tuple[str, str]] = field(default_factory=list)

    def open(self) -> None:
        """Find pages, templates and resources. Raises DocumentError."""
        for node in self.root.findall("CommonData/TemplatePage"):
            self.templates[node.get("ID", "")] = node.get("BaseLoc", "")
        for node in self.root.findall("Pages/Page"):
            self.pages.append((node.get("ID", ""), node.get("BaseLoc", "")))
        for kind in ("PublicRes", "DocumentRes"):
            for node in self.root.findall(f"CommonData/{kind}"):
                self.add_resources(node.text, self.part)

    def add_resources(self, location: str | None, base: str) -> None:
        """Take the composite units and bold fonts of a resource file; a missing or broken one costs no more."""
        found = _try(self.container, location, base)
        for unit in found.iter("CompositeGraphicUnit") if found is not None else ():
            self.units[unit.get("ID", "")] = unit
        for font in found.iter("Font") if found is not None else ():
            if font.get("Bold", "").lower() == "true" or _BOLD.search(font.get("FontName", "")):
                self.heavy.add(font.get("ID", ""))

    def area(self, root: etree._Element) -> Box:
        """A page's own area, else that of the document; A4 where none is given."""
        for found in (root.find("Area"), self.root.find("CommonData/PageArea")):
            for name in ("PhysicalBox", "ApplicationBox") if found is not None else ():
                area = box(found.findtext(name)) if found is not None else None
                if area is not None and area[2] > 0 and area[3] > 0:
                    return area
        return _A4


class Pages:
    """Reads the pages of a file; `warnings` collects what could not be read."""

    def __init__(self, data: bytes) -> None:
        self.container = Container(data)
        self.warnings: list[str] = []

    def read(self) -> list[PageContent]:
        """All pages of all documents, numbered on. Raises DocumentError where there is none to read."""
        part = self.container.find("OFD.xml", "")
        root = self.container.read(part or "OFD.xml")
        found: list[PageContent] = []
        bodies = root.findall("DocBody")
        if not bodies:
            raise Corrupt("OFD 文件内部没有文档。")
        count = 0
        for node in bodies:
            body = self._body(node)
            count += len(body.pages)
            if count > MOST_PAGES:
                raise TooLarge(
                    f"文件有{count}页，不像公开承诺书（最多读{MOST_PAGES}页）。", "请确认是否误放；合订本请按单位拆分。"
                )
            found += self._pages(body, node.findtext("Signatures"), count - len(body.pages))
        if not found:
            raise Corrupt("OFD 文件里没有可读取的页面。")
        return found

    def _body(self, node: etree._Element) -> Body:
        location = self._current(node) or (node.findtext("DocRoot"), "OFD.xml")
        found = self.container.follow(*location)
        if found is None:
            raise Corrupt("OFD 文件缺少正文，可能不完整。")
        body = Body(self.container, *found)
        body.open()
        return body

    def _current(self, node: etree._Element) -> tuple[str | None, str] | None:
        """The document root of the version that counts, where the file keeps versions (GB/T 33190-2016, clause 17)."""
        for version in node.findall("Versions/Version"):
            if version.get("Current", "").lower() == "true":
                part = self.container.find(version.get("BaseLoc", ""), "OFD.xml")
                root = _try(self.container, version.get("BaseLoc"), "OFD.xml")
                if part and root is not None and root.findtext("DocRoot"):
                    return root.findtext("DocRoot"), part
        return None

    def _pages(self, body: Body, signatures: str | None, first: int) -> Iterator[PageContent]:
        notes, seals = self._notes(body), self._seals(signatures)
        for number, (page_id, location) in enumerate(body.pages, first):
            try:
                page = self._page(body, number, location)
                for appearance in notes.get(page_id, ()):
                    page.note(appearance)
            except TooLarge:
                raise
            except DocumentError:
                self.warnings.append(f"第{number + 1}页无法读取，内容可能不全。")
                continue
            for boundary in seals.get(page_id, ()):
                page.stamp(boundary)
            yield page.content()

    def _page(self, body: Body, number: int, location: str) -> Page:
        found = self.container.follow(location, body.part)
        if found is None:
            raise Corrupt
        part, root = found
        for node in root.findall("PageRes"):
            body.add_resources(node.text, part)
        page = Page(number, Sheet(body.area(root)), body.units, body.heavy)
        for use in root.findall("Template"):
            template = _try(self.container, body.templates.get(use.get("TemplateID", "")), body.part)
            if template is not None:
                page.add(template)
            else:
                self.warnings.append(f"第{number + 1}页的底版（模板页）缺失或已损坏，栏目名称可能不全。")
        page.add(root)
        return page

    def _notes(self, body: Body) -> dict[str, list[etree._Element]]:
        """What annotations draw, by the id of their page."""
        found: dict[str, list[etree._Element]] = {}
        location = body.root.findtext("Annotations")
        part = self.container.find(location or "", body.part)
        listed = _try(self.container, location, body.part)
        for page in listed.findall("Page")[:_MOST_NOTES] if part and listed is not None else ():
            root = _try(self.container, page.findtext("FileLoc"), part or "")
            for note in root.findall("Annot")[:_MOST_NOTES] if root is not None else ():
                if note.get("Type") not in _NO_TEXT and note.get("Visible", "").lower() != "false":
                    found.setdefault(page.get("PageID", ""), []).extend(note.findall("Appearance"))
        return found

    def _seals(self, location: str | None) -> dict[str, list[str]]:
        """The places of electronic seals by the id of their page (GB/T 33190-2016, clause 18)."""
        found: dict[str, list[str]] = {}
        part = self.container.find(location or "", "OFD.xml")
        listed = _try(self.container, location, "OFD.xml")
        for entry in listed.findall("Signature")[:_MOST_NOTES] if part and listed is not None else ():
            root = _try(self.container, entry.get("BaseLoc"), part or "")
            for stamp in root.findall("SignedInfo/StampAnnot")[:_MOST_NOTES] if root is not None else ():
                found.setdefault(stamp.get("PageRef", ""), []).append(stamp.get("Boundary", ""))
        return found


def _try(container: Container, location: str | None, base: str) -> etree._Element | None:
    """The root of a part that a page can do without; None where it is missing or broken. Raises TooLarge."""
    try:
        found = container.follow(location, base)
    except TooLarge:
        raise
    except DocumentError:
        return None
    return found[1] if found else None
