"""Comments in a copy of a submitted Word file: native ones, exactly on what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pipeline.feedback.copying import keep_original, write_copy
from pipeline.feedback.remark import MarkedUp, Placed, Remark

FORMATS = frozenset({"docx", "doc", "rtf", "html", "wordxml"})


def mark_up(source: Path, remarks: Sequence[Remark], target: Path, date: datetime | None = None) -> MarkedUp:
    """Write `target` (.docx): the source with the remarks as comments, dated `date` if given. Files of other kinds (an
    old .doc, RTF, a page, XML) are converted first. Text and format stay as they were, parts without comments keep their bytes, and the same input gives the
    same bytes. Raises DocumentError for a source that cannot be read, ValueError where source and target are one file.
    """
    keep_original(source, target)
    content, placed = _marked(_docx(source.read_bytes()), [r for r in remarks if r.text.strip()], date)
    write_copy(content, target)
    return MarkedUp(target, placed)


def _docx(data: bytes) -> bytes:
    from extractors.formats import doc, html, rtf, wordxml

    return next((older.as_docx(data) for older in (doc, rtf, wordxml, html) if older.sniff(data)), data)


def _marked(data: bytes, remarks: Sequence[Remark], date: datetime | None) -> tuple[bytes, tuple[Placed, ...]]:
    from extractors.formats.ooxml.file import read_main
    from extractors.formats.ooxml.package import Package
    from extractors.formats.ooxml.tree import is_strict, serialize
    from pipeline.feedback.wordmarks.comments import Comments
    from pipeline.feedback.wordmarks.marks import Marker
    from pipeline.feedback.wordmarks.repack import repack
    from pipeline.feedback.wordmarks.spans import SpanFinder
    from rules.private import hidden

    package = Package(data)
    main = read_main(package)
    strict = is_strict(package.read(main.name) or b"")
    comments = Comments(package, main.name, main.root, strict)
    finder = SpanFinder(main, package)
    marker = Marker(main, finder)
    placed: list[Placed] = []
    for remark in remarks:
        span = finder.find(remark.anchor)
        text = f"（针对“{hidden(span.quote)}”）\n{remark.text}" if span.quote else remark.text
        marked = marker.mark(span, comments.add(text, date))
        placed.append(Placed(remark, marked.text, marked.exact))
    if not placed:
        return repack(data, package, {}), ()
    parts = {main.name: serialize(main.root, strict), **comments.parts()}
    return repack(data, package, parts), tuple(placed)
