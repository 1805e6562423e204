"""What a printed label means: exact names, then patterns, then likeness with less confidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from extractors.forms.likeness import FieldNames
from extractors.forms.templates import templates
from extractors.forms.text import label_key
from extractors.model.value_class import value_class


class Role(StrEnum):
    """What stands beside a label."""

    FIELD = "field"
    COMMITMENT = "commitment"
    APPROVAL = "approval"
    SIGNING = "signing"
    SIGN_DATE = "sign_date"
    OTHER = "other"


@value_class
class Label:
    """A label's meaning; `key` is the field key, else "". `exact` labels may stand anywhere, others only where a label must."""

    role: Role
    key: str = ""
    confidence: float = 1.0

    @property
    def exact(self) -> bool:
        return self.confidence == 1.0


UNITS = frozenset({"org_name", "branch", "unit"})
"""Fields that name an organisation."""
_SPELT_OUT = re.compile("(?:光荣)?加入(?:了?中国共产党|了?共产党|了?党组织|了?党)的?")
"""What labels call 入党 for short (加入中国共产党时间)."""
_TELLING = 5
"""Letters of a label that is known with one of them misread."""


@value_class
class Vocabulary:
    """The compiled `labels.yaml` with the labels of all templates."""

    names: Mapping[str, Label]
    fields: FieldNames
    parts: FieldNames
    patterns: tuple[tuple[re.Pattern[str], re.Pattern[str] | None, Role], ...]
    any_pattern: re.Pattern[str]
    generic: re.Pattern[str]
    kinds: re.Pattern[str]
    superior: re.Pattern[str]
    ledger: re.Pattern[str]
    ledger_row: re.Pattern[str]
    other: re.Pattern[str]
    strangers: re.Pattern[str]
    note_start: re.Pattern[str]
    note_words: re.Pattern[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    import yaml

    path = Path(__file__).with_name("labels.yaml")
    entries = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    ledger, note, commitment = entries["ledger"], entries["note"], entries["commitment"]
    names = _names(entries)
    fields = FieldNames({name: label.key for name, label in names.items() if label.role is Role.FIELD})
    parts = FieldNames({name: name for name, label in names.items() if label.role in (Role.COMMITMENT, Role.APPROVAL) and len(name) >= _TELLING})
    patterns = _patterns(entries)
    any_pattern = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _, _ in patterns))
    return Vocabulary(
        names, fields, parts, patterns, any_pattern, re.compile(commitment["generic"]), re.compile(commitment["kinds"]), re.compile(entries["approval"]["superior"]),
        re.compile(ledger["pattern"]), re.compile(ledger["row"]), re.compile(entries["other"]), re.compile(entries["strangers"]),
        re.compile(note["start"]), re.compile(note["words"]),
    )


def _names(entries: Mapping[str, Any]) -> dict[str, Label]:
    names = {label_key(n): Label(Role.FIELD, key) for key, group in entries["fields"].items() for n in group}
    for template in templates():
        names |= {label_key(n): Label(Role.FIELD, key) for key, n in template.fields.items()}
        places = ((template.commitment, Role.COMMITMENT), (template.approval, Role.APPROVAL))
        names |= {label_key(n): Label(role) for n, role in places if n}
    for role in (Role.COMMITMENT, Role.APPROVAL, Role.SIGNING, Role.SIGN_DATE):
        names |= {label_key(n): Label(role) for n in entries[role.value]["names"]}
    return names


def _patterns(entries: Mapping[str, Any]) -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, Role], ...]:
    order = (Role.APPROVAL, Role.SIGN_DATE, Role.SIGNING, Role.COMMITMENT)
    parts = ((role, entries[role.value]) for role in order)
    return tuple((re.compile(p["pattern"]), re.compile(p["besides"]) if "besides" in p else None, role) for role, p in parts)


@lru_cache(maxsize=8192)
def exact(key: str) -> Label | None:
    """The meaning of a label key by name, or of a commitment, approval or signature label by its make."""
    words = vocabulary()
    if found := words.names.get(key):
        return found
    if not 2 <= len(key) <= 22:
        return None
    if "或" in key and (either := _either(key)) is not None:
        return either
    if "加入" in key and (shorter := words.names.get(_SPELT_OUT.sub("入党", key))) is not None:
        return shorter
    if not words.any_pattern.search(key):
        return None
    for pattern, besides, role in words.patterns:
        if pattern.search(key) and not (besides and besides.search(key)):
            return Label(role)
    return None


def _either(key: str) -> Label | None:
    """The field that both of two names mean which the blank leaves to choose from (现任职务或从事职业)."""
    names = vocabulary().names
    one, _, other = key.partition("或")
    label = names.get(one)
    return label if label is not None and label.role is Role.FIELD and names.get(other) == label else None


@lru_cache(maxsize=8192)
def meaning(key: str) -> Label | None:
    """The meaning of a label key, likeness included: for cells that stand where a label must."""
    if found := exact(key):
        return found
    if not 2 <= len(key) <= 12:
        return None
    words = vocabulary()
    if words.other.search(key):
        return Label(Role.OTHER)
    alike = words.fields.alike(key) if not words.strangers.search(key) else None
    return Label(Role.FIELD, *alike) if alike else None


def names_promiser(key: str) -> bool:
    """Whether a label key stands over those who promise, a person or an organisation a row (姓名, 承诺支部; 党员, no name elsewhere)."""
    label = exact(key)
    return key == "党员" or (label is not None and label.key in ("name", "org_name", "branch"))


@lru_cache(maxsize=4096)
def misread(key: str) -> Label | None:
    """The meaning of the label of promises or of an opinion in which a reader of pictures missed or mistook one letter
    (党支部审定意): for cells of scans."""
    if not _TELLING <= len(key) + 1 <= 16 or exact(key) is not None:
        return None
    words = vocabulary()
    name = words.parts.slip(key)
    return replace(words.names[name], confidence=0.8) if name else None
