"""Labels that are like a known one: the look-ups find what a walk over all names would find."""

import random

import pytest

from extractors.forms.likeness import FieldNames

KEYS = {"姓名": "name", "党员姓名": "name", "联系电话": "phone", "电话": "phone", "党组织名称": "org_name", "出生年月": "birth",
        "出生年月日": "birth", "入党时间": "joined", "任职时间": "tenure_start", "负责人": "head", "民族": "ethnicity"}  # fmt: skip
NAMES = FieldNames(KEYS)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("党支部联系电话", ("phone", 0.85)),  # ends in a name, the longest counts
        ("负责人及其他", ("head", 0.75)),  # begins with one
        ("入党日间", ("joined", 0.7)),  # a letter mistaken
        ("入时间", ("joined", 0.7)),  # one left out
        ("党组织的名称", ("org_name", 0.7)),  # one put in
        ("张建国", None),
        ("入日间", None),
        ("负责人和其他人员", None),  # too much behind it
    ],
)
def test_what_a_label_is_like(key: str, found: tuple[str, float] | None) -> None:
    assert NAMES.alike(key) == found


def test_the_look_ups_find_what_a_walk_finds() -> None:
    dice = random.Random(7)
    letters = "".join(KEYS) + "张0"
    tried = {_bent(name, dice, letters) for name in KEYS for _ in range(400)} - KEYS.keys()
    expected = {key: _walk(key) for key in tried}
    assert sum(found is not None for found in expected.values()) > 500
    assert sum(found is None for found in expected.values()) > 100
    assert {key: NAMES.alike(key) for key in tried} == expected


def _bent(name: str, dice: random.Random, letters: str) -> str:
    for _ in range(dice.randint(1, 3)):
        at, put = dice.randrange(len(name) + 1), "".join(dice.choices(letters, k=dice.randint(0, 2)))
        name = name[:at] + put + name[at + dice.randint(0, 1) :]
    return name if len(name) > 1 else "张国"


def _walk(key: str) -> tuple[str, float] | None:
    ends = [(len(n), f, 0.85) for n, f in KEYS.items() if key.endswith(n)]
    begins = [(len(n), f, 0.75) for n, f in KEYS.items() if len(n) > 2 and key.startswith(n) and len(key) <= len(n) + 3]
    slips = [(len(n), f, 0.7) for n, f in KEYS.items() if len(n) > 2 and _slipped(key, n)]
    found = max(ends or begins or slips, default=None)
    return found[1:] if found else None


def _slipped(a: str, b: str) -> bool:
    if len(set(a) & set(b)) < 2:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
