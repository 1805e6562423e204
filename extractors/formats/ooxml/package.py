"""The zip package of a Word file: bounded unzipping, part names, relationships."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from extractors.errors import Corrupt, Unsupported
from extractors.formats.ooxml.tree import parse
from extractors.formats.ooxml.zipped import Entry, directory, entry, raw, unpack
from extractors.model.value_class import value_class

LIMIT = 64 * 1024 * 1024
"""Bytes of XML that may be unzipped from one file. A form has 0.1 MB; lxml's tree takes about eight times the XML."""

_REMEMBERED = 64 * 1024
"""Bytes: larger lists of relationships are not kept for the next file."""

_MAIN_TYPE = re.compile(r"(wordprocessingml|ms-word)\.(document|template)\.(main|macroEnabled)")


@value_class
class Relation:
    """A relationship of a part in `folder`, as written; most are never looked up, so names are made when asked for."""

    id: str
    type: str
    written: str
    external: bool
    folder: str

    @property
    def kind(self) -> str:
        """The last word of its type: styles, comments, header."""
        return self.type.rpartition("/")[2]

    @property
    def target(self) -> str:
        """The part's name, or the address if `external`."""
        if self.external:
            return self.written
        return _resolved(self.folder, self.written)


class Package:
    """Parts by name (no leading slash, letter case and slash direction ignored). Raises Corrupt for a broken zip."""

    def __init__(self, data: bytes, limit: int = LIMIT) -> None:
        self._left = limit
        self._data = data
        self._directory, self._moved = directory(data)
        self._spelled: dict[str, str] | None = None
        self._relations: dict[str, Mapping[str, Relation]] = {}

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """All names and entries in the file's order."""
        return ((name, entry(self._data, start, self._moved)) for name, start in self._directory.items())

    def name(self, part: str) -> str | None:
        """The entry's own spelling of a part name, None where there is no such part."""
        if part in self._directory:
            return part
        if self._spelled is None:
            self._spelled = {_key(name): name for name in self._directory}
        return self._spelled.get(_key(part))

    def read(self, part: str) -> bytes | None:
        """The part's bytes, None where it is missing. Raises Corrupt, Encrypted, TooLarge."""
        found = self._entry(part)
        if found is None:
            return None
        data = unpack(raw(self._data, found), found, self._left)
        self._left -= len(data)
        return data

    def packed(self, part: str) -> bytes | None:
        """The part's bytes as they lie in the zip: the same packed bytes unpack to the same part."""
        found = self._entry(part)
        return raw(self._data, found) if found else None

    def _entry(self, part: str) -> Entry | None:
        name = self.name(part)
        return None if name is None else entry(self._data, self._directory[name], self._moved)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The part's relationships by id; none where the part has no readable `.rels`."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            self._relations[part] = self._read_relations(posixpath.join(folder, "_rels", name + ".rels"), folder)
        return self._relations[part]

    def _read_relations(self, part: str, folder: str) -> Mapping[str, Relation]:
        found = self._entry(part)
        if found is None:
            return {}
        try:
            packed = raw(self._data, found)
            read = _relations if found.size <= _REMEMBERED else _relations.__wrapped__
            return read(packed, Entry(b"", found.flags, found.method, found.crc, found.packed, found.size, 0), folder)
        except Corrupt:
            return {}

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` relates to by `kind`; without a relationship, the usual place beside it."""
        ending = "/" + kind
        for relation in self.relations(part).values():
            if relation.type.endswith(ending) and not relation.external:
                return relation.target
        return self.name(posixpath.join(posixpath.dirname(part), kind + ".xml"))

    def main(self) -> str:
        """The name of the document part: what the package names as its document, else the part at the usual place,
        else the one that the content types call so. Raises Unsupported where the zip is no Word file."""
        part = self.related("", "officeDocument")
        if part and self.name(part):
            return part
        found = self.name("word/document.xml") or self._typed_main()
        if found:
            return found.replace("\\", "/").lstrip("/")
        raise Unsupported("文件是压缩包，里面没有 Word 文档正文。")

    def _typed_main(self) -> str | None:
        try:
            types = parse(self.read("[Content_Types].xml") or b"")
        except Corrupt:
            return None
        named = (node.get("PartName", "") for node in types if _MAIN_TYPE.search(node.get("ContentType", "")))
        return next((name for part in named if (name := self.name(part))), None)


@lru_cache(maxsize=16)
def _relations(packed: bytes, entry: Entry, folder: str) -> Mapping[str, Relation]:
    """The forms of one batch mostly come from one copy of the blank form, and share these, known by their packed bytes."""
    found = {}
    for node in parse(unpack(packed, entry, LIMIT // 8)):
        get = node.get
        name, external = get("Id", ""), get("TargetMode") == "External"
        found[name] = Relation(name, get("Type", ""), get("Target", ""), external, folder)
    return found


@lru_cache(maxsize=256)
def _resolved(folder: str, written: str) -> str:
    """The name of the part that a relationship of a part in `folder` writes so."""
    return posixpath.normpath(posixpath.join("/" + folder, written.replace("\\", "/"))).lstrip("/")


def _key(name: str) -> str:
    return (name.replace("\\", "/") if "\\" in name else name).lstrip("/").lower()
