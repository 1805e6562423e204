"""Looks whether every label of the forms c… is printed in its Word file: python c_check.py [tune|test]."""
import re
import sys
import unicodedata
import zipfile
from pathlib import Path

import yaml
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeeze(t: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", t))


def printed(path: Path) -> str:
    with zipfile.ZipFile(path) as z:
        root = etree.fromstring(z.read("word/document.xml"))
    return squeeze("".join(t.text or "" for t in root.iter(f"{W}t")))


def digits(day: str) -> list[str]:
    y, m, d = day.split("-")
    cn = "".join("〇一二三四五六七八九"[int(c)] for c in y)

    def num(n: int) -> str:
        return ("" if n < 10 else "十" if n < 20 else "二十" if n < 30 else "三十") + ("" if n % 10 == 0 else "〇一二三四五六七八九"[n % 10])
    m1, d1 = int(m), int(d)
    return [day, f"{y}.{m1}.{d1}", f"{y}-{m1}-{d1}", f"{y}.{m}.{d}", f"{y}/{m1}/{d1}", f"{y}年{m1}月{d1}日", f"{y}年{m}月{d}日", f"{cn}年{num(m1)}月{num(d1)}日", f"{m1}月{d1}日", f"{y}{m}{d}", f"{m1}.{d1}"]


def faults(path: Path) -> list[str]:
    label, out = yaml.safe_load(path.read_text(encoding="utf-8")), []
    text = printed(path.with_name(re.sub(r"-\d$", "", path.stem) + ".docx"))
    for key in ("sign_date", "approval_date"):
        if label[key] and not any(squeeze(x) in text for x in digits(str(label[key]))):
            out.append(f"{key} {label[key]}")
    for key, value in label["fields"].items():
        if value and squeeze(value) not in text:
            out.append(f"{key} {value}")
    auto = 0
    for item in label["items"]:
        for line in [*item["text"].split("\n"), *item["headings"]]:
            if squeeze(line) not in text:
                out.append(f"line {line}")
        if item["ordinal"] and squeeze(item["ordinal"] + item["text"].split("\n")[0]) not in text:
            auto += squeeze(item["ordinal"]) not in text
    if auto:
        out.append(f"(note) {auto} ordinals are not in the text: numbered by Word?")
    return out


def main() -> None:
    home = Path(__file__).parent
    for half in sys.argv[1:] or ["tune", "test"]:
        for path in sorted((home / half).glob("c*.yaml")):
            for fault in faults(path):
                print(path.name, fault)


if __name__ == "__main__":
    main()
