"""Check a folder of gold forms against FORMAT.md and print the mix of their labels.

Usage: python check_gold.py [FOLDER]   (default: heldout beside this file; exit status 1 when something is wrong)
"""
import re
import sys
from collections import Counter
from pathlib import Path

import yaml

FORM_KEYS = {"id", "kind", "dimension_set", "reference_date", "year", "blocks", "fields", "sign_date", "approval_date", "items"}
ITEM_KEYS = {"text", "ordinal", "headings", "target", "target_spans", "project_spans", "measure_spans", "deadline_kind", "deadline_norm", "deadline_phrase", "deadline_source", "responsible", "dims", "part", "vague", "routine"}
ALLOWED = {
    "target": {"none", "clear", "quantified"},
    "deadline_kind": {"by_date", "range", "recurring", "ongoing", "event", "none", "invalid"},
    "deadline_source": {"inline", "inherited", "column", "none"},
    "part": {"共性", "岗位", "创新", "制度", "实事"}, "vague": {True, False}, "routine": {True, False},
}
DIMS = {"五个好": {"领导班子好", "党员队伍好", "工作机制好", "工作业绩好", "群众反映好"},
        "五带头": {"带头学习提高", "带头争创佳绩", "带头服务群众", "带头遵纪守法", "带头弘扬正气"}}
KINDS = {("org", "五个好"), ("secretary", "五个好"), ("member", "五带头")}
DAY = r"\d{4}-\d\d-\d\d"
NORM = re.compile(rf"{DAY}(/{DAY})?|recurring:(daily|weekly|biweekly|monthly|quarterly|semiannual|termly|yearly)"
                  r"|ongoing|term|event:.+|null:(pseudo|masked|impossible)")


def squeeze(text):
    """Text without white space."""
    return re.sub(r"\s", "", text)


def printed(blocks):
    """All text of a form, top to bottom, without white space."""
    rows = [row for block in blocks for row in block.get("table", [[block.get("p", "")]])]
    return squeeze("".join(cell["t"] if isinstance(cell, dict) else cell for row in rows for cell in row))


def check_item(item, form_text, dimension_set):
    if set(item) != ITEM_KEYS:
        yield f"keys {set(item) ^ ITEM_KEYS}"
        return
    text, norm = squeeze(item["text"]), item["deadline_norm"]
    for key, values in ALLOWED.items():
        if item[key] not in values:
            yield f"{key}: {item[key]}"
    if squeeze(item["ordinal"] or "") + text not in form_text:
        yield "text or ordinal not in blocks"
    for key in ("target_spans", "project_spans", "measure_spans", "responsible"):
        yield from (f"{key}: {span}" for span in item[key] if squeeze(span) not in text)
    if not all(squeeze(line) in form_text for line in item["headings"]):
        yield "heading not in blocks"
    if (norm is None) != (item["deadline_source"] == "none") or (norm is None) != (item["deadline_phrase"] is None):
        yield "deadline norm, phrase and source disagree"
    if norm is not None and not NORM.fullmatch(norm):
        yield f"deadline_norm: {norm}"
    if squeeze(item["deadline_phrase"] or "") not in (form_text if item["deadline_source"] == "inherited" else text):
        yield f"deadline_phrase: {item['deadline_phrase']}"
    if item["target"] == "quantified" and not item["target_spans"]:
        yield "quantified without a span"
    if not set(item["dims"]) <= DIMS[dimension_set]:
        yield f"dims: {item['dims']}"


def main(folder):
    forms, errors = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yaml"))], 0
    for form in forms:
        found = [f"keys {set(form) ^ FORM_KEYS}"] if set(form) != FORM_KEYS else []
        found += ["kind and dimension_set"] * ((form["kind"], form["dimension_set"]) not in KINDS)
        for n, item in enumerate(form["items"], 1):
            found += [f"item {n}: {e}" for e in check_item(item, printed(form["blocks"]), form["dimension_set"])]
        errors += len(found)
        print("".join(f"{form['id']}: {e}\n" for e in found), end="")
    items = [item for form in forms for item in form["items"]]
    org_items = [item for form in forms if form["kind"] == "org" for item in form["items"]]
    full = [i for i in items if i["target"] != "none" and i["project_spans"] and i["measure_spans"]
            and i["deadline_norm"] and not i["deadline_norm"].startswith("null")]
    print(f"{len(forms)} forms {dict(Counter(f['kind'] for f in forms))}, {len(items)} items, {errors} errors")
    for key in ("target", "deadline_source", "deadline_kind", "part"):
        print(f"{key}:", ", ".join(f"{k} {n / len(items):.0%}" for k, n in Counter(i[key] for i in items).most_common()))
    for key in ("project_spans", "measure_spans", "responsible", "vague", "routine"):
        print(f"{key}: {sum(bool(i[key]) for i in items) / len(items):.0%}")
    print(f"all four: {len(full) / len(items):.0%}; two dims (org): {sum(len(i['dims']) > 1 for i in org_items) / len(org_items):.0%}")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "heldout"))
