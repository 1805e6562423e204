"""Who gives the promises, where a line below the title says it without labels: 某镇党委书记　张某."""

from __future__ import annotations

import re

from extractors.forms.parts import Parts
from extractors.forms.signing import PERSON
from extractors.forms.text import half, has_ordinal
from extractors.model import Paragraph, Passage
from extractors.model.value_class import value_class

_BYLINE = re.compile(rf"\s*(?:[—–-]+\s*)?(?P<post>[一-鿿]{{2,24}}(?:书记|主任|[镇乡县市区局科处校院所站厂村]长|经理|委员|[教医护]师))\s+(?P<name>{PERSON.pattern})\s*")
_LINES = 3
"""A byline is among so many first lines."""


@value_class
class Byline:
    """A person's post and name as printed."""

    post: Passage
    name: Passage


def byline(parts: Parts) -> Byline | None:
    """The byline of a form that labels nobody's name."""
    if any(f.key == "name" for f in parts.fields):
        return None
    for block in parts.body[:_LINES]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            return None
        if (found := _BYLINE.fullmatch(half(block.text))) is not None:
            return Byline(block.passage.slice(*found.span("post")), block.passage.slice(*found.span("name")))
    return None
