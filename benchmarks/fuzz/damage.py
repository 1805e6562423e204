"""Damage to bytes, to the elements of XML and to the parts of a package."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml import etree

Parts = dict[str, bytes]
NO_PACKAGE = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError)
_ODD = ("", "0", "-1", "99999999999999999999", "none", "九", "x" * 300, "true", "\xa0")
_XML = etree.XMLParser(resolve_entities=False, huge_tree=True)


def mutated(data: bytes, words: Sequence[bytes], dice: random.Random) -> bytes:
    """The data with a few pieces cut, doubled, moved, replaced, or words put in."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 2, 4, 8, 30))):
        at = dice.randrange(len(out) + 1)
        size = dice.choice((1, 1, 2, 5, 20, 200, 2000))
        match dice.randrange(6):
            case 0:
                del out[at : at + size]
            case 1:
                out[at:at] = out[at : at + size]
            case 2:
                out[at : at + 1] = bytes([dice.randrange(256)])
            case 3:
                out[at:at] = dice.choice(words)
            case 4:
                out[at : at + size] = dice.choice(words)
            case _:
                other = dice.randrange(len(out) + 1)
                out[at:at] = out[other : other + size]
    return bytes(out)


def xml_damaged(data: bytes, dice: random.Random) -> bytes:
    """The XML with a few elements taken away, doubled, moved, renamed, emptied, or given odd values."""
    try:
        root = etree.fromstring(data, _XML)
    except (etree.XMLSyntaxError, ValueError):
        return data
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    for _ in range(dice.randint(1, 3)):
        _node_damaged(dice.choice(nodes), dice.choice(nodes), dice)
    return etree.tostring(root)


def _node_damaged(node: etree._Element, other: etree._Element, dice: random.Random) -> None:
    parent = node.getparent()
    way = dice.randrange(7)
    if way == 0 and parent is not None:
        parent.remove(node)
    elif way == 1 and parent is not None:
        parent.append(etree.fromstring(etree.tostring(node, with_tail=False), _XML))
    elif way == 2 and other not in node.iterancestors() and node is not other and node not in other.iterancestors():
        other.append(node)
    elif way == 3:
        node.tag = other.tag
    elif way == 4:
        for child in list(node):
            node.remove(child)
    elif node.attrib:
        node.set(dice.choice(list(node.attrib)), dice.choice(_ODD))
    else:
        node.text = dice.choice(_ODD)


def xml_smaller(data: bytes) -> Iterator[bytes]:
    """The XML without one of its elements."""
    try:
        count = sum(1 for _ in etree.fromstring(data, _XML).iter())
    except (etree.XMLSyntaxError, ValueError):
        return
    for n in range(1, count):
        root = etree.fromstring(data, _XML)
        node = next(node for at, node in enumerate(root.iter()) if at == n)
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
            yield etree.tostring(root)


def unzipped(data: bytes) -> Parts:
    """The parts of a package by name."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: Parts) -> bytes:
    """A package of these parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def package_smaller(data: bytes) -> Iterator[bytes]:
    """The package without one part, then without one element of a part."""
    try:
        parts = unzipped(data)
    except NO_PACKAGE:
        return
    for name in parts:
        yield zipped({other: content for other, content in parts.items() if other != name})
    for name, content in parts.items():
        yield from (zipped(parts | {name: draft}) for draft in xml_smaller(content))
