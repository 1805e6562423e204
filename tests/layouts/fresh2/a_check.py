"""Is every label of the forms a… printed in its file? python a_check.py tune|test (prints what is missing, exit 1)."""

import re
import sys
import zipfile
from pathlib import Path

import yaml
from lxml import etree

HERE = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KEYS = {"id", "kind", "dimension_set", "layout", "reference_date", "year", "fields", "sign_date", "approval_date", "items"}
DATE = re.compile(r"(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?")


def printed(path):
    """All words of body, headers and footers, the VML copy of a text box left out, without blanks."""
    out = []
    with zipfile.ZipFile(path) as z:
        for name in sorted(z.namelist()):
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                root = etree.fromstring(z.read(name))
                out += ["".join(e.itertext()) for e in root.iter(W + "t") if not any("Fallback" in str(a.tag) for a in e.iterancestors())]
    return re.sub(r"\s", "", "".join(out))


def dates(text):
    """Every date that is printed, with Chinese numerals too, as ISO; without a day YYYY-MM."""
    def cn(m):
        s = m[0]
        ten = re.fullmatch("([一二三四五六七八九]?)十([一二三四五六七八九]?)", s)
        if ten:
            return str(("一二三四五六七八九".find(ten[1]) + 1 if ten[1] else 1) * 10 + ("一二三四五六七八九".find(ten[2]) + 1 if ten[2] else 0))
        return "".join(str("〇一二三四五六七八九".find(c)) if c in "〇一二三四五六七八九" else str("零一二三四五六七八九".find(c)) if c in "零一二三四五六七八九" else c for c in s)
    text = re.sub("[〇零一二三四五六七八九十○]+(?=[年月日])", cn, text.replace("○", "〇")).replace("元月", "1月")
    return {f"{y}-{int(m):02}" + (f"-{int(d):02}" if d else "") for y, m, d in DATE.findall(text)}


def faults(path):
    d = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = printed(path.with_name(path.stem.split("-")[0] + ".docx"))
    bad = [f"keys {set(d) ^ KEYS}"] if set(d) != KEYS else []
    seen = dates(text) | {x[:7] for x in dates(text)}
    for key in ("sign_date", "approval_date", "reference_date"):
        if d[key] and str(d[key]) not in seen:
            bad.append(f"{key} {d[key]}")
    for key, v in d["fields"].items():
        short = re.sub(r"\s", "", v or "")
        if key in ("birth", "joined", "tenure_start") and v:
            if v not in seen:
                bad.append(f"{key} {v}")
        elif key == "member_count" and short + "人" not in text:
            print(f"{path.stem}: member_count {v} (look yourself)")
        elif key != "member_count" and short.removeprefix("中共") not in text:
            bad.append(f"{key} {v}")
    for it in d["items"]:
        for line in [*it["text"].split("\n"), *it["headings"]]:
            bare = re.sub(r"\s", "", line)
            if bare not in text and re.sub("^(（\\d）|[一二三四五六]、)", "", bare) not in text:
                bad.append(f"item {line}")
        if it["ordinal"] and re.sub(r"\s", "", it["ordinal"]) not in text:
            print(f"{path.stem}: ordinal {it['ordinal']} not in the text (numbered by Word?)")
    if not 3 <= len(d["items"]) <= 10:
        bad.append(f"{len(d['items'])} items")
    return bad


def main():
    paths = sorted((HERE / sys.argv[1]).glob("a*.yaml"))
    found = [(p.stem, f) for p in paths for f in faults(p)]
    for stem, f in found:
        print(stem, f)
    print(len(paths), "labels,", len(found), "faults")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
