"""A clerk's working folder after its first run, by the commands that a clerk uses."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import docx
from handmade.commands import chengnuo

from tests.decisions.office import rows

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "inbox" / "机电学院" / "教师"
NAMES = ("冯拟稿.docx", "吴范文-承诺书终稿2.docx", "孙例文.docx")


class Desk:
    def __init__(self, root: Path) -> None:
        self.inbox, self.out = root / "收件箱", root / "结果"

    def run(self, code: int = 0) -> str:
        roster = ROOT / "samples" / "roster.xlsx"
        done = chengnuo("run", self.inbox, "-n", "csust-2012", "-r", roster, "-o", self.out, "-q", "-j", "1")
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def ask(self, *arguments: str | Path, code: int = 0) -> str:
        done = chengnuo(arguments[0], *([arguments[1], self.out] if arguments[0] == "decide" else [self.out]), *arguments[2 if arguments[0] == "decide" else 1 :])
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def book(self) -> Path:
        return max(self.out.glob("台账*.xlsx"), key=lambda p: p.stat().st_mtime_ns)

    def words(self) -> str:
        """Everything that goes to branches: letters and comments."""
        return "".join(text_of(path) for path in (self.out / "反馈").rglob("*.docx"))

    def files(self) -> dict[str, str]:
        found = (p for p in self.out.rglob("*") if p.is_file() and ".chengnuo" not in p.parts)
        return {p.relative_to(self.out).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        names = [n for n in parts.namelist() if n.startswith("word/") and n.endswith(".xml")]
        return "".join(docx.oxml.parse_xml(parts.read(n)).xpath("string()") for n in names)


def first(desk: Desk, rule: str, **other: str) -> dict[str, object]:
    return next(r for r in rows(desk.book()) if r["代码"] == rule and all(r[k] == v for k, v in other.items()))


def mend(path: Path, old: str, new: str) -> None:
    """Change words of a form, as its owner would."""
    document = docx.Document(str(path))
    cells = [p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs] + document.paragraphs
    found = [p for p in cells if old in p.text]
    assert found
    for paragraph in found:
        text = paragraph.text.replace(old, new)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text
    document.save(str(path))
