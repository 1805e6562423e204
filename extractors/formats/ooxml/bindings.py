"""Content controls bound to data that lies in the file beside the text (`w:dataBinding`, ISO/IEC 29500-1, 17.5.2.6): Word shows the
data, whatever text the control was stored with. Systems fill such forms by writing the data alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from extractors.errors import Corrupt
from extractors.formats.ooxml.names import PPR, RPR, RUN, SDT, SDT_CONTENT, SDT_PR, XML_SPACE, P, T, W
from extractors.formats.ooxml.package import Package
from extractors.formats.ooxml.tree import parse

_BOUND = b"dataBinding"
_BINDINGS = frozenset({W + "dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"})
_CHOICES = (W + "dropDownList", W + "comboBox")
_OTHERS = frozenset(
    [*(W + name for name in ("richText", "picture", "date", "docPartObj", "docPartList", "citation", "bibliography", "group", "equation")),
     *(f"{{http://schemas.microsoft.com/office/word/{year}/wordml}}{name}" for year, name in
       (("2010", "checkbox"), ("2012", "repeatingSection"), ("2012", "repeatingSectionItem")))]
)  # fmt: skip
"""Kinds of controls that show their data otherwise than letter by letter."""
_PREFIXES = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")
_PATH = re.compile(r"(?:/(?:[\w.-]+:)?[\w.-]+(?:\[\d{1,4}\])?){1,40}(?:/@(?:[\w.-]+:)?[\w.-]+)?")
"""The paths that Word itself writes: from the root step by step. Others are not followed: they may cost any amount of time."""
_PLAIN = frozenset({RUN, PPR, *(W + name for name in ("proofErr", "bookmarkStart", "bookmarkEnd"))})
_STORE_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
_PROPERTIES = {"6C3C8BC8-F283-45AE-878A-BAB7291924A1": "core-properties", "6668398D-A668-4E3E-A5EB-62B293D839F1": "extended-properties"}
"""The identifiers under which the file's own properties count as data."""


def fill_bound(root: etree._Element, data: bytes, package: Package, main: str) -> None:
    """Put the data into the controls of a part (`data` are its bytes); a control whose data is missing or empty stays."""
    if _BOUND not in data:
        return
    stores = _Stores(package, main)
    for control in list(root.iter(SDT)):
        props, content = (next(control.iterchildren(tag), None) for tag in (SDT_PR, SDT_CONTENT))
        binding = next((p for p in props if p.tag in _BINDINGS), None) if props is not None else None
        if binding is None or props is None or content is None or any(p.tag in _OTHERS for p in props):
            continue
        text = _shown(props, stores.text(binding))
        stored = "".join(t.text or "" for t in content.iter(T))
        if text and text.split() != stored.split() and _write(content, text):
            for mark in props.findall(W + "showingPlcHdr"):
                props.remove(mark)


class _Stores:
    """The data of one file, opened when first asked for."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._opened: Mapping[str, etree._Element] | None = None

    def text(self, binding: etree._Element) -> str:
        """What the data says at that place, "" where there is none."""
        path = binding.get(W + "xpath", "").removesuffix("/text()")
        if not _PATH.fullmatch(path):
            return ""
        spaces = dict(_PREFIXES.findall(binding.get(W + "prefixMappings", "")))
        for store in self._of(binding.get(W + "storeItemID", "").strip("{}").upper()):
            try:
                found = store.getroottree().xpath(path, namespaces=spaces)
            except etree.XPathError:
                continue
            if isinstance(found, list) and found:
                first = found[0]
                return "".join(map(str, first.itertext())) if isinstance(first, etree._Element) else str(first)
        return ""

    def _of(self, name: str) -> list[etree._Element]:
        if self._opened is None:
            self._opened = dict(self._open())
        return [self._opened[name]] if name in self._opened else [] if name else list(self._opened.values())

    def _open(self) -> Iterator[tuple[str, etree._Element]]:
        for name, kind in _PROPERTIES.items():
            yield from ((name, root) for root in self._roots(self._target("", kind)))
        for relation in self._package.relations(self._main).values():
            if relation.kind == "customXml" and not relation.external:
                props = self._target(relation.target, "customXmlProps")
                named = [root.get(_STORE_ID, "") for root in self._roots(props)] or [relation.target]
                yield from ((named[0].strip("{}").upper(), root) for root in self._roots(relation.target))

    def _target(self, part: str, kind: str) -> str:
        """The part that `part` names so; unlike Word's other parts these have no usual place."""
        return next((r.target for r in self._package.relations(part).values() if r.kind == kind and not r.external), "")

    def _roots(self, part: str) -> list[etree._Element]:
        """The part's root element, none where it is missing or broken."""
        try:
            content = self._package.read(part) if part else None
            return [parse(content)] if content else []
        except Corrupt:
            return []


def _shown(props: etree._Element, text: str) -> str:
    """What a list shows for its value: the entry's words."""
    entries = (entry for kind in _CHOICES for menu in props.iterchildren(kind) for entry in menu.iterchildren(W + "listItem"))
    return next((e.get(W + "displayText") or text for e in entries if e.get(W + "value") == text), text).strip()


def _write(content: etree._Element, text: str) -> bool:
    """Let the control say that in the look of its first words; False where it holds more than words in one paragraph."""
    paragraphs = list(content.iter(P))
    holder = paragraphs[0] if paragraphs else content
    if len(paragraphs) > 1 or any(child.tag not in _PLAIN for child in holder):
        return False
    runs = [node for node in holder if node.tag == RUN]
    look = runs[0].find(RPR) if runs else None
    for old in runs:
        holder.remove(old)
    run = etree.SubElement(holder, RUN)
    if look is not None:
        run.append(deepcopy(look))
    for number, line in enumerate(text.splitlines()):
        if number:
            etree.SubElement(run, W + "br")
        etree.SubElement(run, T, {XML_SPACE: "preserve"}).text = line
    return True
