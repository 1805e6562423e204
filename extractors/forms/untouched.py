"""Blank templates: forms in which nobody has written anything."""

from __future__ import annotations

import re

from extractors.forms.text import has_ordinal
from extractors.model import Form, Presence
from extractors.model.document import paragraphs

_PROMPTS = re.compile(r"[（(][^（）()]{0,60}[）)]|[\W\d_]|[×xX一二三四五六七八九十年月日]")
"""What a template prints where something is to be written: hints in brackets, numbers, rules, crosses."""
_WORD = 2
"""So many letters besides are a word that somebody wrote."""
_TO_WRITE = re.compile(r"_{3,}|＿{2,}|[^\s：:][ \u3000]{6,}[^\s（(]|承诺(?:如下)?[：:]\s*$")
"""A printed sentence with room to write in (我是______党支部党员), or one that leads up to it."""


def untouched(form: Form) -> bool:
    """Whether nobody has filled in a field, promised, signed, sealed, approved or named himself. Of a picture nobody can say so:
    what is written by hand may not have been read."""
    if any(f.value is not None for f in form.fields) or form.unit or form.person or form.scan is not None:
        return False
    signing, approval = form.signing, form.approval
    if signing.signer or Presence.PRESENT in (signing.signed, signing.seal, approval.seal):
        return False
    if signing.date.state not in ("none", "blank") or approval.date.state not in ("none", "blank") or approval.opinion:
        return False
    return all(_prompts(p.text) for p in paragraphs(form.body))


def _prompts(text: str) -> bool:
    """Whether a line of the place of promises is only printed."""
    return len(_PROMPTS.sub("", text)) < _WORD or (_TO_WRITE.search(text) is not None and not has_ordinal(text))
