"""The reviewer's lists of the third to the tenth inbox are well formed; the program is not run and not imported."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "rules.md"
# forms in each
INBOXES = {
    "inbox3": 108,
    "inbox4": 100,
    "inbox5": 80,
    "inbox6": 80,
    "inbox7": 80,
    "inbox8": 60,
    "inbox9": 60,
    "inbox10": 60,
}
WHOLE = {"C06", "C07", "C08", "D05", "W06"}  # of families C, D and W, but about the whole form
REWRITE, SPARED = {"W01", "W02", "W04"}, {"C01", "C02", "C03", "C04", "C05", "D06"}
OFTEN = {"F01", "F03"}  # one entry a field


def read(inbox, name):
    return yaml.safe_load((TESTS / inbox / name).read_text(encoding="utf-8"))


FORMS = {i: [read(i, f"forms/{p.name}") for p in sorted((TESTS / i / "forms").glob("*.yaml"))] for i in INBOXES}
PROMISES = {i: read(i, "promises.yaml") for i in INBOXES}
ROSTERS = {i: read(i, "roster.yaml") for i in INBOXES}

each_inbox = pytest.mark.parametrize("inbox", INBOXES)
each_form = pytest.mark.parametrize(
    ("inbox", "form"), [pytest.param(i, f, id=f["id"]) for i in INBOXES for f in FORMS[i]]
)


def switched_on():
    """Codes by notice, from the table and the own rules of the page of rules."""
    on, heads = {}, []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")]
        if cells[0] == "代码":
            heads = cells[2:]
        elif re.fullmatch(r"[A-Z]\d\d", cells[0]) and len(cells) == len(heads) + 2:
            for notice, value in zip(heads, cells[2:], strict=True):
                if value != "—":
                    on.setdefault(notice, set()).add(cells[0])
        elif len(cells) > 1 and re.fullmatch(r"N\d\d", cells[1]):
            on[cells[0]].add(cells[1])
    return on


ON = switched_on()


def keys(form, name):
    return [(e["code"], e["item"]) for e in form[name]]


@each_form
def test_lists_are_well_formed(inbox, form):
    expected, borderline = keys(form, "expected"), keys(form, "borderline")
    for code, item in expected + borderline:
        assert code in ON[form["notice"]]
        assert (item is not None) == (code == "B03" or (code[0] in "CDW" and code not in WHOLE))
        assert item is None or 1 <= item <= PROMISES[inbox][form["id"]]
    for entry in form["expected"] + form["borderline"]:
        assert set(entry) == {"code", "item", "verdict", "why"}
        assert entry["why"]
        assert entry["verdict"] in ("deficient", "unknown")
    assert not set(expected) & set(borderline)
    for found in (expected, borderline):
        assert all(n == 1 or key[0] in OFTEN for key, n in Counter(found).items())


@each_form
def test_one_comment_an_item(inbox, form):
    expected, borderline = keys(form, "expected"), keys(form, "borderline")
    rewritten = {item for code, item in expected if code in REWRITE}
    doubtful = {item for code, item in borderline if code in REWRITE | {"W03"}}
    assert not [k for k in expected if k[0] in SPARED and k[1] in rewritten | doubtful]
    codes = {code for code, _ in expected}
    assert not {"C03", "C08"} <= codes
    assert "F09" not in codes or all(item is None for _, item in expected)


SEEN = {"o001"}
"""Forms that were drawn for `test` and have been looked at since."""


@each_inbox
def test_files_are_unique_and_halves_are_even(inbox):
    forms = FORMS[inbox]
    assert len({(f["notice"], f["file"]) for f in forms}) == len(forms) == INBOXES[inbox]
    assert set(PROMISES[inbox]) == {f["id"] for f in forms}
    for notice in ROSTERS[inbox]:
        halves = Counter(f["half"] for f in forms if f["notice"] == notice)
        moved = sum(f["id"] in SEEN for f in forms if f["notice"] == notice)
        assert halves["tune"] - moved == halves["test"] + moved


@each_inbox
def test_receipts_are_those_of_the_forms(inbox):
    for notice, tables in ROSTERS[inbox].items():
        mine = {f["file"]: f["received"] for f in FORMS[inbox] if f["notice"] == notice and f["received"]}
        assert mine == {r["file"]: r["received"] for r in tables["receipts"]}
        assert {m["branch"] for m in tables["members"]} <= {u["name"] for u in tables["units"]}
