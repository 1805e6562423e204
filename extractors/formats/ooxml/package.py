"""The zip package of a Word file: bounded unzipping, part names, relationships."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from extractors.errors import Corrupt, Encrypted, TooLarge, Unsupported
from extractors.formats.ooxml.tree import parse
from extractors.model.value_class import value_class

LIMIT = 64 * 1024 * 1024
"""Bytes of XML that may be unzipped from one file. A form has 0.1 MB; lxml's tree takes about eight times the XML."""

_REMEMBERED = 64 * 1024
"""Bytes: larger lists of relationships are not kept for the next file."""

_ZIP_ERRORS = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, IndexError)


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
        return posixpath.normpath(posixpath.join("/" + self.folder, self.written.replace("\\", "/"))).lstrip("/")


class Package:
    """Parts by name (no leading slash, letter case and slash direction ignored). Raises Corrupt for a broken zip."""

    def __init__(self, data: bytes, limit: int = LIMIT) -> None:
        self._left = limit
        self._data = data
        try:
            self._zip = ZipFile(BytesIO(data))
        except _ZIP_ERRORS as error:
            raise Corrupt from error
        self._infos = {_key(info.filename): info for info in self._zip.infolist()}
        self._relations: dict[str, Mapping[str, Relation]] = {}

    def infos(self) -> list[ZipInfo]:
        """All entries in the file's order."""
        return self._zip.infolist()

    def name(self, part: str) -> str | None:
        """The entry's own spelling of a part name, None where there is no such part."""
        info = self._infos.get(_key(part))
        return info.filename if info else None

    def read(self, part: str) -> bytes | None:
        """The part's bytes, None where it is missing. Counts what comes out, not what the header claims."""
        info = self._infos.get(_key(part))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise Encrypted
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except _ZIP_ERRORS as error:
            raise Corrupt from error
        self._left -= len(data)
        if self._left < 0:
            raise TooLarge("文件解压后过大，已停止读取。")
        return data

    def packed(self, part: str) -> bytes | None:
        """The part's bytes as they lie in the zip: the same packed bytes unpack to the same part."""
        info = self._infos.get(_key(part))
        return raw(self._data, info.header_offset, info.compress_size) if info else None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """The part's relationships by id; none where the part has no readable `.rels`."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            data = self.read(posixpath.join(folder, "_rels", name + ".rels"))
            read = _relations if len(data or b"") <= _REMEMBERED else _relations.__wrapped__
            self._relations[part] = read(data, folder) if data else {}
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` relates to by `kind`; without a relationship, the usual place beside it."""
        ending = "/" + kind
        for relation in self.relations(part).values():
            if relation.type.endswith(ending) and not relation.external:
                return relation.target
        return self.name(posixpath.join(posixpath.dirname(part), kind + ".xml"))

    def main(self) -> str:
        """The name of the document part. Raises Unsupported where the zip is no Word file."""
        usual = self.name("word/document.xml")
        if usual:
            return usual.replace("\\", "/").lstrip("/")
        part = self.related("", "officeDocument")
        if part and self.name(part):
            return part
        raise Unsupported("文件是压缩包，里面没有 Word 文档正文。")


def raw(data: bytes, at: int, size: int) -> bytes:
    """The packed bytes of the zip entry whose local header begins at `at`. Raises Corrupt beyond the file's end."""
    lengths = data[at + 26 : at + 30]
    start = at + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    if len(data) < start + size:
        raise Corrupt
    return data[start : start + size]


@lru_cache(maxsize=16)
def _relations(data: bytes, folder: str) -> Mapping[str, Relation]:
    """The forms of one batch mostly come from one copy of the blank form, and share these."""
    try:
        root = parse(data)
    except Corrupt:
        return {}
    found = {}
    for node in root:
        get = node.get
        name, external = get("Id", ""), get("TargetMode") == "External"
        found[name] = Relation(name, get("Type", ""), get("Target", ""), external, folder)
    return found


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
