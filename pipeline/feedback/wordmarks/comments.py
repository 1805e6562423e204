"""The comments part of a package: its comments, its relationship, its content type."""

from __future__ import annotations

import posixpath
import re
from datetime import datetime
from itertools import count

from lxml import etree

from extractors.formats.ooxml.names import ID, RUN, XML_SPACE, P, T, W
from extractors.formats.ooxml.package import Package
from extractors.formats.ooxml.tree import is_strict, parse, serialize, whole
from pipeline.feedback.remark import AUTHOR
from pipeline.feedback.wordmarks import types
from pipeline.feedback.wordmarks.earlier import take_out

_COMMENT, _NOTE = W + "comment", W + "annotationRef"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Comments:
    """The comments that a package has, without those of an earlier round, and those to be added."""

    def __init__(self, package: Package, main: str, root: etree._Element, strict: bool) -> None:
        self._package = package
        self._main = main
        relation = next((r for r in package.relations(main).values() if r.kind == "comments"), None)
        self._related = relation is not None
        self._part = relation.target if relation else self._free_name()
        data = package.read(self._part) if relation else None
        self._strict = is_strict(data) if data else strict
        self._root = parse(data) if data else etree.Element(W + "comments", nsmap={"w": W[1:-1]})
        self._threads = take_out(self._root, package, main, root)
        used = [node.get(ID, "") for node in (*self._root.iter(_COMMENT), *root.iter(W + "commentRangeStart"),
                                              *root.iter(W + "commentReference"))]  # fmt: skip
        self.next_id = max((whole(value, -1) for value in used), default=-1) + 1

    def add(self, text: str, date: datetime | None) -> int:
        """Append a comment; returns its id."""
        number, self.next_id = self.next_id, self.next_id + 1
        attributes = {ID: str(number), W + "author": AUTHOR, W + "initials": AUTHOR}
        if date is not None:
            attributes[W + "date"] = date.strftime("%Y-%m-%dT%H:%M:%SZ")
        comment = etree.SubElement(self._root, _COMMENT, attributes)
        for index, line in enumerate(_UNPRINTABLE.sub("", text).splitlines()):
            paragraph = etree.SubElement(comment, P)
            if index == 0:
                etree.SubElement(etree.SubElement(paragraph, RUN), _NOTE)
            words = etree.SubElement(etree.SubElement(paragraph, RUN), T, {XML_SPACE: "preserve"})
            words.text = line
        return number

    def parts(self) -> dict[str, bytes]:
        """The parts to write: comments, and what makes them known where the package had none."""
        found = {self._part: serialize(self._root, self._strict), **self._threads}
        if not self._related:
            name = posixpath.join(posixpath.dirname(self._main), "_rels", posixpath.basename(self._main) + ".rels")
            found[self._package.name(name) or name] = self._relations(name)
        listed = types.with_comments(self._package, self._main, self._part)
        if listed:
            found[types.PART] = listed
        return found

    def _relations(self, name: str) -> bytes:
        data = self._package.read(name)
        root = parse(data or _NO_RELATIONS)
        used = {node.get("Id") for node in root}
        number = next(n for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        target = posixpath.basename(self._part)
        attributes = {"Id": f"rId{number}", "Type": _KIND, "Target": target}
        etree.SubElement(root, root.tag.removesuffix("s"), attributes)
        return serialize(root, is_strict(data) if data else self._strict)

    def _free_name(self) -> str:
        stem = posixpath.join(posixpath.dirname(self._main), "comments")
        names = (f"{stem}{number or ''}.xml" for number in count())
        return next(name for name in names if self._package.name(name) is None)
