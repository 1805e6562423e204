"""The fields of a form as its kind means them: 单位 of a person, 书记 of one who promises himself."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from extractors.forms.parts import UNIT, Parts
from extractors.forms.signed_fields import add_signed_fields, signed_name
from extractors.forms.telling import told_fields
from extractors.forms.templates import means
from extractors.forms.text import is_blank, label_key
from extractors.forms.titles import org_name
from extractors.houses import PARTY
from extractors.model import FormField, FormKind

_PERSONAL = frozenset({"gender", "birth", "ethnicity", "joined", "education"})
_COMMITTEE = re.compile(f"(?:{PARTY})(?:委员会)?$|^(?:中共|中国共产党).+委员会$")
"""A Party organisation, where a secretary names his unit."""
_COMPLAINTS = re.compile("(?:监督|投诉|举报)+")
"""Whose telephone the public may call about a member: not his own."""


def form_fields(parts: Parts, kind: FormKind) -> tuple[FormField, ...]:
    """The fields of `parts` as a form of this kind means them, one a key; what it does not mean is kept as unread text.

    承诺人 at the signature is a name where no other name is printed."""
    turned = means(kind)
    own = {f.key for f in parts.fields if f.value is not None}
    add_signed_fields(parts, kind)
    found: list[FormField] = []
    for field in parts.fields:
        key = _meant(field, turned.get(field.key, field.key), kind, own)
        hotline = key == "phone" and _COMPLAINTS.match(label_key(field.label)) is not None
        if key == UNIT or hotline or (key != field.key and key in own):
            parts.keep(field.passage)
        else:
            found.append(field if key == field.key else replace(field, key=key))
    if kind is not FormKind.ORG and not any(f.key == "name" for f in found):
        found += signed_name(parts)
    found += [f for f in told_fields(parts, kind) if not any(o.key == f.key for o in found)]
    if kind is FormKind.ORG and not any(f.key in _PERSONAL for f in found):
        found = [f for f in found if f.key != "name" or any(o.key == "org_name" for o in found)]
    unique = {f.key: f for f in reversed(found)}
    return tuple(f for f in found if unique[f.key] is f)


def _meant(field: FormField, key: str, kind: FormKind, own: Set[str]) -> str:
    """The key that a field has on a form of this kind, beside the keys that the form fills in itself (`own`)."""
    if key == UNIT and kind is FormKind.MEMBER and "branch" not in own and "支部" in (field.value or "") and org_name(field.value or ""):
        key = "branch"  # 单位 of a person, who names the Party organisation there
    if key == "org_name" and kind is FormKind.MEMBER and "branch" not in own and not is_blank(field.text):
        return "branch"
    if key == UNIT and kind is FormKind.SECRETARY and not {"org_name", "branch"} & own and _COMMITTEE.search(field.value or ""):
        return "org_name"  # 单位：某镇党委
    if key == "head" and kind is FormKind.SECRETARY and "name" not in own:
        return "name"  # 书记姓名 of the one who promises
    return key
