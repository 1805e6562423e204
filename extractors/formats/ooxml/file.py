"""A whole Word file: which parts are read, in which order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from extractors.errors import Corrupt
from extractors.formats.ooxml.bindings import fill_bound
from extractors.formats.ooxml.names import BODY, ID, TYPE, R, W
from extractors.formats.ooxml.package import Package
from extractors.formats.ooxml.pictures import is_pasted, marks_in, read_pasted
from extractors.formats.ooxml.shelf import Shelf
from extractors.formats.ooxml.story import Story, Trace
from extractors.formats.ooxml.tree import parse, switched_on
from extractors.model import Block, Document, Paragraph, Passage, Place
from extractors.model.value_class import value_class

_SECTION, _TITLE_PAGE, _FORMER = W + "sectPr", W + "titlePg", W + "sectPrChange"
_MARGINS = {W + "headerReference": Place.HEADER, W + "footerReference": Place.FOOTER}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@value_class
class MainPart:
    """The document part (or another one) after one walk: its tree, its blocks, its paragraphs by number, and their traces."""

    name: str
    root: etree._Element
    blocks: tuple[Block, ...]
    story: Story
    traces: dict[int, Trace]


def read_file(data: bytes, depth: int = 0) -> Document:
    """Everything the file prints: headers, body with text boxes, notes, footers; `depth` counts the files that it is
    embedded in. Raises DocumentError."""
    package = Package(data)
    shelf = Shelf(package, package.main(), depth)
    main = _walk_main(shelf, None)
    pasted = bool(shelf.pictures) and is_pasted(Document("docx", main.blocks).text, shelf.pictures)
    shown = tuple(shelf.pictures)
    margins: dict[Place, list[Block]] = {Place.HEADER: [], Place.FOOTER: []}
    for part, place in _margin_parts(main, shelf):
        margins[place] += _side_part(part, place, shelf)
    notes = _notes(shelf)
    prompts = (Paragraph(Passage(text), Place.PROMPT) for text in shelf.prompts)
    blocks = (*margins[Place.HEADER], *main.blocks, *notes, *margins[Place.FOOTER], *prompts)
    pictures, warnings = tuple(shelf.pictures), tuple(shelf.warnings)
    if pasted:
        return read_pasted(package, shown, Document("docx", blocks, 0, pictures, warnings))
    return Document("docx", blocks, 0, pictures, warnings, marks_in(package, pictures) if pictures else ())


def read_main(package: Package) -> MainPart:
    """The document part with traces, for the marker. Raises DocumentError."""
    return _walk_main(Shelf(package, package.main()), {})


def read_part(package: Package, part: str) -> MainPart:
    """Another part with traces (a header, the notes), its blocks left out. Raises DocumentError."""
    data = package.read(part)
    root = parse(data or b"")
    shelf = Shelf(package, package.main())
    fill_bound(root, data or b"", package, shelf.main)
    traces: dict[int, Trace] = {}
    story = Story(part, root, data or b"", shelf, traces)
    for container in (root, *root):
        story.blocks(container, Place.BODY)
    return MainPart(part, root, (), story, traces)


def _walk_main(shelf: Shelf, traces: dict[int, Trace] | None) -> MainPart:
    data = shelf.package.read(shelf.main)
    if not data:
        raise Corrupt
    root = parse(data)
    fill_bound(root, data, shelf.package, shelf.main)
    bodies = list(root.iterchildren(BODY))
    if not bodies:
        raise Corrupt("文件内部没有正文，可能不是 Word 文档。")
    story = Story(shelf.main, root, data, shelf, traces)
    blocks = [block for body in bodies for block in story.blocks(body, Place.BODY)]
    return MainPart(shelf.main, root, tuple(blocks), story, traces or {})


def _margin_parts(main: MainPart, shelf: Shelf) -> Iterator[tuple[str, Place]]:
    """The headers and footers that some page shows, each once. A section without its own has those of the one before."""
    if next(main.root.iter(*_MARGINS), None) is None:
        return
    seen: set[str] = set()
    current: dict[tuple[str, str], str] = {}
    for section in main.root.iter(_SECTION):
        if _is_former(section):
            continue
        for node in section.iterchildren(*_MARGINS):
            relation = shelf.package.relations(main.name).get(node.get(R + "id", ""))
            if relation is not None:
                current[node.tag, node.get(TYPE, "default")] = relation.target
        kinds = {"default": True, "first": switched_on(section.find(_TITLE_PAGE)), "even": _even_pages(shelf)}
        for (tag, kind), part in current.items():
            if kinds.get(kind) and part not in seen:
                seen.add(part)
                yield part, _MARGINS[tag]


def _is_former(section: etree._Element) -> bool:
    """Whether these are a section's properties before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == _FORMER


def _even_pages(shelf: Shelf) -> bool:
    part = shelf.package.related(shelf.main, "settings")
    data = shelf.package.read(part) if part else None
    return bool(data) and b"evenAndOddHeaders" in (data or b"")


def _side_part(part: str, place: Place, shelf: Shelf) -> list[Block]:
    try:
        data = shelf.package.read(part)
        if not data:
            return []
        root = parse(data)
        fill_bound(root, data, shelf.package, shelf.main)
    except Corrupt:
        shelf.warn("页眉或页脚已损坏，其中的文字没有读取。")
        return []
    return Story(part, root, data, shelf).blocks(root, place)


def _notes(shelf: Shelf) -> list[Block]:
    """Footnotes, then endnotes, those that the text refers to."""
    found: list[Block] = []
    for kind in ("footnotes", "endnotes"):
        wanted = [note for of, note in shelf.notes if of == kind]
        part = shelf.package.related(shelf.main, kind) if wanted else None
        if part:
            found += _notes_of(part, wanted, shelf)
    return found


def _notes_of(part: str, wanted: list[str], shelf: Shelf) -> list[Block]:
    try:
        data = shelf.package.read(part)
        root = parse(data) if data else None
    except Corrupt:
        root = None
    if root is None or not data:
        shelf.warn("脚注已损坏或缺失，其中的文字没有读取。")
        return []
    story = Story(part, root, data, shelf)
    notes = {node.get(ID, ""): node for node in root if node.get(TYPE) not in _SEPARATORS}
    found: list[Block] = []
    for note in dict.fromkeys(wanted):
        if note in notes:
            found += story.blocks(notes[note], Place.FOOTNOTE)
    return found
