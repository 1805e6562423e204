"""Looks whether every label of `tune/` and `test/` is printed in its Word file.  `python tests/layouts/fresh2/b_check.py [tune|test]`"""

from __future__ import annotations

import re
import sys
import unicodedata
import zipfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def squeeze(text: str) -> str:
    """Without blanks, in one width."""
    return re.sub(r"[\s_\u200b]+", "", unicodedata.normalize("NFKC", text))


def printed(path: Path) -> str:
    """Every word of the file: body, headers, footers, text boxes once."""
    out = ""
    with zipfile.ZipFile(path) as z:
        for name in sorted(n for n in z.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*|comments|footnotes)\.xml", n)):  # fmt: skip
            xml = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", z.read(name).decode(), flags=re.S)
            xml = re.sub(r"<w:(tab|br|cr)/>", " ", xml)
            out += "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>| (?=<)", xml)) + "\n"
    return squeeze(out.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))


def has_date(iso: str, text: str) -> bool:
    """Year, month and day stand somewhere, in figures or Chinese numerals."""
    y, m, d = (int(x) for x in [*iso.split("-"), "0"][:3])
    han = "零一二三四五六七八九十"

    def cn(n: int) -> str:
        return han[n] if n < 11 else ("十" if n < 20 else han[n // 10] + "十") + (han[n % 10] if n % 10 else "")

    year = str(y) in text or str(y) in text.translate(DIGITS)
    return year and (str(m) in text or cn(m) in text) and (not d or str(d) in text or cn(d) in text)


def check(label: Path) -> list[str]:
    """What is wrong with one label."""
    one = yaml.safe_load(label.read_text(encoding="utf-8"))
    text = printed(label.with_name(label.stem.split("-")[0] + ".docx"))
    bad = []
    for item in one["items"]:
        if squeeze(item["text"]) not in text and not all(squeeze(x) in text for x in item["text"].split("\n")):
            bad.append("text " + item["text"])
        bad += ["heading " + h for h in item["headings"] if squeeze(h) not in text]
    for key, value in one["fields"].items():
        if value is None or squeeze(value) in text:
            continue
        if not (re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value) and has_date(value, text)):
            bad.append(f"field {key} {value}")
    for key in ("sign_date", "approval_date", "reference_date"):
        if one[key] and not has_date(str(one[key]), text):
            bad.append(f"{key} {one[key]}")
    if not one["items"]:
        bad.append("no items")
    return bad


def main() -> None:
    """Check the halves that are named (both by default)."""
    wrong = 0
    for half in sys.argv[1:] or ["tune", "test"]:
        labels = sorted((HERE / half).glob("b*.yaml"))
        for label in labels:
            for line in check(label):
                wrong += 1
                print(half, label.name, line)
        print(half, len(labels), "labels")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
