"""A document → stretches that each hold one form: by titles, and by tables that name their promiser anew."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractors.forms.broken import whole_lines
from extractors.forms.expanding import expand
from extractors.forms.halves import whole
from extractors.forms.papers import without_paper
from extractors.forms.segment import Segment
from extractors.forms.segment_cutter import Cutter
from extractors.forms.several import letters
from extractors.forms.signlines import sign_line
from extractors.forms.text import is_blank
from extractors.forms.titles import title_line
from extractors.forms.webpages import without_page
from extractors.model import Document, Paragraph, Passage, Place, Table

_READ = (Place.BODY, Place.TEXT_BOX)
_NUMBERED = 8
"""A foot of so many letters holds the page's number and no more."""


def segments(document: Document) -> list[Segment]:
    """The stretches of a document, the text before its first title included as one without a title."""
    printed = [b for b in document.blocks if b.place in _READ]
    cleared = without_page(expand(printed if document.pages else whole(printed)))
    paper = without_paper(cleared.blocks)
    blocks = whole_lines(paper.blocks)
    cutter = Cutter()
    for i, block in enumerate(blocks):
        if isinstance(block, Table):
            cutter.table(block)
        else:
            cutter.paragraph(block, blocks[i + 1 : i + 6])
    found = [letter for segment in cutter.done() for letter in _letters(segment)]
    if len(found) == 1 and (signed := _signed_footers(document)):
        found[0] = replace(found[0], content=found[0].content + signed)
    if not any(s.title for s in found) and (title := _header_title(document)):
        found[0] = replace(found[0], title=title)
    if cleared.page or paper.page:
        found[0] = replace(found[0], page=cleared.page + paper.page + found[0].page)
    return found


def _letters(segment: Segment) -> list[Segment]:
    """The letters of several promisers in a stretch, each a stretch of its own."""
    lines = [c for c in segment.content if isinstance(c, Paragraph)]
    starts = letters(lines) if len(lines) == len(segment.content) else []
    if not starts:
        return [segment]
    first, *others = (tuple(lines[a:b]) for a, b in pairwise((0, *starts, len(lines))))
    both = "双" in segment.title.text  # the two sides of one paper, each with its signature
    return [replace(segment, content=first), *(Segment(Passage(), content, continuation=True) if both else _letter(content) for content in others)]


def _letter(content: tuple[Paragraph, ...]) -> Segment:
    """A letter behind another; its first line may be its title."""
    kept = content[next(i for i, line in enumerate(content) if not is_blank(line.text)) :]
    titled = title_line(kept[0].text.replace("\n", "")) is not None
    return Segment(kept[0].passage.strip() if titled else Passage(), kept[1:] if titled else kept, again=True)


def _signed_footers(document: Document) -> tuple[Paragraph, ...]:
    """The lines at the foot of the page on which somebody signs."""
    feet = (b for b in document.blocks if b.place is Place.FOOTER and isinstance(b, Paragraph) and len(b.text) > _NUMBERED)
    return tuple(b for b in feet if (line := sign_line(b.passage)) is not None and (line.label or line.mark or any(h.day for h in line.dates)))


def _header_title(document: Document) -> Passage | None:
    headers = (b for b in document.blocks if b.place is Place.HEADER and isinstance(b, Paragraph))
    return next((b.passage.strip() for b in headers if (t := title_line(b.text)) and t.strong), None)
