"""Comments that an earlier round wrote: a branch mends its form in the copy that it got back, and hands that in. They were about the
text as it was, and go; what others wrote stays, their answers too."""

from __future__ import annotations

from lxml import etree

from extractors.errors import Corrupt
from extractors.formats.ooxml.names import ID, RPR, W
from extractors.formats.ooxml.package import Package
from extractors.formats.ooxml.tree import is_strict, parse, serialize
from pipeline.feedback.remark import AUTHOR

_MARKS = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
_THREADS = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Parts of later versions of Word that know comments by the ids of their paragraphs, and those by others: in this order."""
_NAMED_BY = ("}paraId", "}durableId")
_PARENT = "{http://schemas.microsoft.com/office/word/2012/wordml}paraIdParent"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


def take_out(comments: etree._Element, package: Package, main: str, root: etree._Element) -> dict[str, bytes]:
    """Remove our own comments from the list of comments and their marks from the text of the part `main`. Returns the other parts that
    change with it."""
    marked = {node.get(ID) for node in root.iter(_MARKS[-1])}
    ours = [node for node in comments if node.get(W + "author") == node.get(W + "initials") == AUTHOR and node.get(ID) in marked]
    if not ours:
        return {}
    gone = {node.get(ID) for node in ours}
    paragraphs = {name for node in ours for inner in node.iter() if (name := inner.get(_PARAGRAPH_ID))}
    for node in ours:
        comments.remove(node)
    for mark in [node for node in root.iter(*_MARKS) if node.get(ID) in gone]:
        _remove(mark)
    return _without(paragraphs, package, main)


def _remove(mark: etree._Element) -> None:
    """The mark, and the run that holds nothing else."""
    holder = mark.getparent()
    if holder is None:
        return
    holder.remove(mark)
    above = holder.getparent()
    if mark.tag == _MARKS[-1] and above is not None and all(child.tag == RPR for child in holder):
        above.remove(holder)


def _without(ids: set[str], package: Package, main: str) -> dict[str, bytes]:
    """The lists of threads without those comments; answers to them stand for themselves."""
    changed: dict[str, bytes] = {}
    for kind in _THREADS if ids else ():
        part = next((r.target for r in package.relations(main).values() if r.kind == kind and not r.external), "")
        data = package.read(part) if part else None
        if not data:
            continue
        try:
            root = parse(data)
        except Corrupt:
            continue
        for node in list(root):
            if node.get(_PARENT) in ids:
                del node.attrib[_PARENT]
            named = {str(value) for key, value in node.attrib.items() if str(key).endswith(_NAMED_BY)}
            if named & ids:
                ids = ids | named
                root.remove(node)
        changed[part] = serialize(root, is_strict(data))
    return changed
