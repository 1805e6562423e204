"""Whether a value that was read from a picture can be what its field asks for. A recogniser may be sure of each character
where a cell was cut in two, or two cells became one: what has not the shape of its field is in doubt, whatever its
characters say. Print is not judged here: there an odd value is what the branch wrote."""

from __future__ import annotations

import re
from functools import cache

from extractors.forms.signlines import PERSON
from extractors.forms.text import label_key
from extractors.forms.vocabulary import Role, vocabulary

DOUBT = 0.5
"""How sure a value without the shape of its field is at most."""
_PHONE = re.compile(r"(?:1[3-9]\d{9}|(?:\(?0\d{2,3}\)?-?)?[2-9]\d{6,7})(?:(?:转|-)\d{1,6})?|[1-9]\d{2,5}")
_BODIES = "支部|总支|党委|委员会|党组|小组|党组织"
_SHAPES = {
    "name": PERSON,
    "head": PERSON,
    "gender": re.compile(r"[男女]"),
    "ethnicity": re.compile(r"[一-鿿]{1,6}"),
    "member_count": re.compile(r"\d{1,5}"),
    "birth": re.compile(r"(?:19[2-9]|20[012])\d-(?:0[1-9]|1[0-2])(?:-\d\d)?"),
    "education": re.compile(r".*(?:[小中大]学|[本专预]科|[大中]专|[初高]中|职高|技校|[学硕博]士|研究生|[在就]读|[毕结肄]业|以上|以下|学历|文盲)(?:[(（].*[)）])?"),
    "org_name": re.compile(rf".*(?:{_BODIES}|机关|中心|局|院|处|部|社区|村|公司|学校|中学|小学)(?:[(（].*[)）])?"),
    "branch": re.compile(rf".*(?:{_BODIES})(?:[(（].*[)）])?"),
}
"""What `DEFINITIONS.md` makes of each field; a unit is named with what kind of one it is."""
_SHORT_UNIT = re.compile(r"[一-鿿]{1,2}")
_POSTS = re.compile(r"书记|职|岗位|(?:支部|党组织|组织|总支|党委|单位)$")
"""Labels that are values of other fields as well: a post, a unit."""


def plausible(key: str, value: str) -> bool:
    """Whether the normal form of a value has the shape of its field, and no other field's label in it."""
    if _label_inside(value):
        return False
    if key == "phone":
        return all(_PHONE.fullmatch(part) for part in re.split(r"[/、,;；，]", value) if part)
    if key in ("org_name", "branch") and _SHORT_UNIT.fullmatch(value):
        return False
    shape = _SHAPES.get(key)
    return shape is None or shape.fullmatch(value) is not None


def _label_inside(value: str) -> bool:
    """Whether a printed label stands behind or within the value; names of posts are values too."""
    plain = label_key(value)
    return any(name in value and name != plain and (value.endswith(name) or f"{name}:" in value) for name in _labels())


@cache
def _labels() -> tuple[str, ...]:
    fields = (name for name, label in vocabulary().names.items() if label.role is Role.FIELD)
    return tuple(name for name in fields if len(name) >= 4 and not _POSTS.search(name))
