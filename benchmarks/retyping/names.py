"""The same form of another person or another house: names of every kind stand where names stand."""

from __future__ import annotations

from functools import partial
from typing import Any

from benchmarks.retyping.sheet import Sheet
from benchmarks.retyping.word import W, text_of

_PERSONS = {"long": "阿依古丽·买买提江", "double": "欧阳青山", "two": "于坚", "place": "江河村", "verb": "承志诚"}
_HOUSES = {
    "cells": "中共青石县委老干部局离退休干部第一党支部", "numbered": "青石二中高三年级党支部", "bracketed": "青石（集团）公司三车间党支部",
    "joint": "青石镇水井村、柳岸村联合党支部", "foreign": "青石县驻长沙流动党员党支部", "committee": "中国共产党青石镇水井村总支部委员会",
}
_SHORT = 5
_OF_PERSONS, _OF_HOUSES = ("name", "head"), ("org_name", "branch")


def _renamed(sheet: Sheet, keys: tuple[str, ...], new: str) -> bool:
    """A name that is printed as the label has it is another one wherever it stands, in the labels too."""
    old = {str(value) for gold in sheet.golds for key, value in (gold.get("fields") or {}).items() if key in keys and value}
    if len(old) != 1 or len(name := min(old)) < 2:
        return False
    if any(name.encode() in data for part, data in sheet.parts.items() if part.startswith(("word/footer", "word/header"))):
        return False
    texts = [t for t in sheet.root.iter(W + "t") if name in (t.text or "")]
    printed = "\n".join(text_of(p) for p in sheet.root.iter(W + "p"))
    shortened = len(name) > _SHORT and printed.count(name[-_SHORT:]) > printed.count(name)  # a part of it stands elsewhere
    if not texts or shortened or sum((t.text or "").count(name) for t in texts) != printed.count(name):
        return False
    for t in texts:
        t.text = (t.text or "").replace(name, new)
    sheet.golds[:] = [_within(gold, name, new) for gold in sheet.golds]
    return True


def _within(label: Any, name: str, new: str) -> Any:
    if isinstance(label, dict):
        return {key: _within(value, name, new) for key, value in label.items()}
    if isinstance(label, list):
        return [_within(value, name, new) for value in label]
    return label.replace(name, new) if isinstance(label, str) else label


EDITS = {
    **{f"person:{kind}": partial(_renamed, keys=_OF_PERSONS, new=name) for kind, name in _PERSONS.items()},
    **{f"house:{kind}": partial(_renamed, keys=_OF_HOUSES, new=name) for kind, name in _HOUSES.items()},
}
