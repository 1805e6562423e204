"""The zip package of an OFD file: bounded reading, XML without any DTD, locations (GB/T 33190-2016, 7.1)."""

from __future__ import annotations

import posixpath

from lxml import etree

from extractors.errors import Corrupt, Encrypted, TooLarge
from extractors.formats.ooxml.package import Package

MOST_ELEMENTS = 2_000_000
"""XML elements of one file; a page of a form has some hundreds."""

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)


class Container:
    """Reads parts as XML whose names have no namespaces: producers disagree about them."""

    def __init__(self, data: bytes) -> None:
        self._package = Package(data)
        self._left = MOST_ELEMENTS

    @property
    def locked(self) -> bool:
        """Whether the file says that parts of it are encrypted (GM/T 0099)."""
        return any(self._package.name(name) for name in ("Encryptions.xml", "Decryptseed.dat"))

    def find(self, location: str, base: str) -> str | None:
        """The part that `location`, written in the part `base`, means: from the root with a leading slash, else beside
        `base`; producers also write it from the root without one. None where there is no such part."""
        written = location.strip().replace("\\", "/")
        beside = posixpath.normpath(posixpath.join("/", posixpath.dirname(base), written))
        for name in (beside, posixpath.normpath(posixpath.join("/", written))):
            if written and self._package.name(name):
                return name.lstrip("/")
        return None

    def read(self, part: str) -> etree._Element:
        """The root element of a part. Raises Corrupt, Encrypted, TooLarge."""
        data = self._package.read(part)
        if not data:
            raise Corrupt("OFD 文件缺少内部文件，可能不完整。")
        try:
            root = etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError) as error:
            if self.locked:
                raise Encrypted from error
            raise Corrupt("OFD 文件内部结构已损坏（XML 无法解析）。") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise Corrupt("OFD 文件内部含有 DTD 声明，不是正常保存的文件，已拒绝读取。")
        for node in root.iter(etree.Element):
            self._left -= 1
            if "}" in node.tag:
                node.tag = node.tag.rpartition("}")[2]
        if self._left < 0:
            raise TooLarge("OFD 文件内部元素过多，不像公开承诺书，已停止读取。")
        return root

    def follow(self, location: str | None, base: str) -> tuple[str, etree._Element] | None:
        """The part that a location means and its root, None where there is none. Raises as `read`."""
        part = self.find(location or "", base)
        return (part, self.read(part)) if part else None
