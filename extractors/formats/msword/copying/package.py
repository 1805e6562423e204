"""The copy as a .docx package, written with python-docx: body, sections, headers, notes, lists, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from extractors.formats.msword.copying.body import BodyWriter, nothing
from extractors.formats.msword.copying.numbering import numbering
from extractors.formats.msword.copying.pictures import LIMIT, TYPES, shown
from extractors.formats.msword.copying.xml import SPACES
from extractors.formats.msword.document import Layout
from extractors.formats.msword.file import KINDS, SEPARATORS
from extractors.formats.msword.layout import Image, Node, Section
from extractors.formats.ooxml.numbering import Num

_A4 = (11906, 16838)
_BREAKS = {0: "continuous", 1: "nextColumn", 3: "evenPage", 4: "oddPage"}
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def to_docx(layout: Layout) -> bytes:
    """The layout as a .docx; reading it gives the blocks that `file.to_document` gives."""
    return _Copy(layout).content()


class _Copy:
    """One copy while it is written."""

    def __init__(self, layout: Layout) -> None:
        import docx

        self._layout = layout
        self._document = docx.Document()
        self._lists_used: dict[int, Num] = {}
        self._pictures, self._picture_bytes = 0, LIMIT

    def content(self) -> bytes:
        from docx.oxml import parse_xml

        layout, document = self._layout, self._document
        self._plain_styles()
        references = self._margins()
        writer = self._writer(
            document.part, self._note_reference, lambda number: _section(layout.sections[number], references[number])
        )
        last = _section(layout.sections[-1], references[-1])
        body = parse_xml(f"<w:body {SPACES}>{writer.nodes(layout.body, top=True)}{last}</w:body>")
        document.element.replace(document.element.body, body)
        for kind, texts in (("footnotes", layout.footnotes), ("endnotes", layout.endnotes)):
            if texts:
                self._notes(kind, texts)
        if self._lists_used:
            self._replace(document.part.numbering_part.element, numbering(self._lists_used))
        if layout.even_pages:
            document.settings.odd_and_even_pages_header_footer = True
        document.core_properties.author = document.core_properties.comments = ""
        out = BytesIO()
        document.save(out)
        return out.getvalue()

    def _writer(self, part: Any, note: Callable[[int], str], section: Callable[[int], str]) -> BodyWriter:
        return BodyWriter(self._layout.lists, self._layout.fonts, self._embedder(part), note, section, self._lists_used)

    def _embedder(self, part: Any) -> Callable[[Image], str]:
        """Embeds an image in the part and gives its relationship; "" for a picture that cannot be shown."""

        def embed(image: Image) -> str:
            suffix, content = shown(image, self._picture_bytes)
            if not suffix:
                return ""
            self._picture_bytes -= len(content)
            self._pictures += 1
            name = f"/word/media/image{self._pictures}.{suffix}"
            return str(part.relate_to(_part(name, TYPES[suffix], content, self._document), _IMAGE))

        return embed

    def _plain_styles(self) -> None:
        """The old format's defaults: 10 points, no space between paragraphs."""
        defaults = self._document.styles.element.find(f"{{{_namespace()}}}docDefaults")
        self._replace(defaults, (
            f'<w:docDefaults {SPACES}><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
            'w:eastAsia="宋体"/><w:sz w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        ))  # fmt: skip
        normal = self._document.styles["Normal"].element
        if normal.rPr is not None:
            normal.remove(normal.rPr)

    def _replace(self, element: Any, xml: str) -> None:
        """Give the element the content that the XML has."""
        from docx.oxml import parse_xml

        for child in list(element):
            element.remove(child)
        for child in list(parse_xml(xml)):
            element.append(child)

    def _margins(self) -> list[str]:
        """Add the headers and footers; the references to them for each section."""
        part = self._document.part
        return ["".join(self._references(section, part)) for section in self._layout.sections]

    def _references(self, section: Section, part: Any) -> Iterator[str]:
        adders = ((section.headers, "header", part.add_header_part), (section.footers, "footer", part.add_footer_part))
        for margin, name, add in adders:
            for kind in KINDS:
                if kind in margin:
                    added, relation = add()
                    self._fill(added, margin[kind])
                    yield f'<w:{name}Reference w:type="{kind}" r:id="{relation}"/>'

    def _fill(self, part: Any, nodes: list[Node]) -> None:
        writer = self._writer(part, nothing, nothing)
        self._replace(part.element, f"<w:hdr {SPACES}>{writer.nodes(nodes)}</w:hdr>")

    def _note_reference(self, number: int) -> str:
        for kind, texts in (("footnotes", self._layout.footnotes), ("endnotes", self._layout.endnotes)):
            if number in texts:
                return f'<w:{_NOTES[kind]}Reference w:id="{number + 1}"/>'
        return ""

    def _notes(self, kind: str, texts: dict[int, list[Node]]) -> None:
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

        name = _NOTES[kind]
        writer = self._writer(self._document.part, nothing, nothing)
        lead = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{name}Ref/></w:r>'
        written = [
            f'<w:{name} w:type="{t}" w:id="{n}"><w:p><w:r><w:{t}/></w:r></w:p></w:{name}>'
            for n, t in enumerate(SEPARATORS, -1)
        ]
        written += [
            f'<w:{name} w:id="{n + 1}">{writer.nodes(nodes, lead=lead)}</w:{name}>' for n, nodes in texts.items()
        ]
        xml = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{kind} {SPACES}>{"".join(written)}</w:{kind}>'
        )
        types = getattr(CONTENT_TYPE, f"WML_{kind.upper()}")
        part = _part(f"/word/{kind}.xml", types, xml.encode(), self._document)
        self._document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind.upper()))


def _part(name: str, content_type: str, content: bytes, document: Any) -> Any:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(name), content_type, content, document.part.package)


def _namespace() -> str:
    from docx.oxml.ns import nsmap

    return str(nsmap["w"])


def _section(section: Section, references: str) -> str:
    width, height = section.width or _A4[0], section.height or _A4[1]
    turned = ' w:orient="landscape"' if section.landscape else ""
    margins = " ".join(f'w:{side}="{size}"' for side, size in section.margins.items())
    kind = f'<w:type w:val="{_BREAKS[section.kind]}"/>' if section.kind in _BREAKS else ""
    title = "<w:titlePg/>" if section.title_page else ""
    return (
        f'<w:sectPr>{references}{kind}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar {margins} w:header="851" w:footer="992" w:gutter="0"/>{title}</w:sectPr>'
    )
