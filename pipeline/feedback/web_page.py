"""A page for the browser in one file: no script, no link, nothing fetched; prints well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

_STYLE = """
body{font-family:"Songti SC","SimSun","Noto Serif CJK SC",serif;color:#222;background:#f4f1ec;margin:0;line-height:1.7}
main{max-width:60rem;margin:0 auto;background:#fff;padding:2rem 2.5rem 3rem}
header{border-bottom:3px solid #b22222;margin-bottom:1.2rem;text-align:center}
h1{color:#b22222;font-size:1.7rem;margin:.2rem 0 .4rem;letter-spacing:.05em}
h2{font-size:1.2rem;border-left:.35rem solid #b22222;padding-left:.6rem;margin:1.8rem 0 .6rem}
h3{font-size:1.05rem;margin:1.1rem 0 .3rem}
.note{color:#555;font-size:.95rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.98rem}
th,td{border:1px solid #bbb;padding:.35rem .55rem;text-align:left;vertical-align:top}
th{background:#f7e9e6;white-space:nowrap}
td:first-child,th:first-child{text-align:center;width:3rem}
td:nth-child(3){min-width:8.5rem}
footer{border-top:1px solid #ccc;margin-top:2rem;padding-top:.6rem;color:#555;font-size:.95rem}
@media print{body{background:#fff}main{padding:0;max-width:none}h2,h3{break-after:avoid}tr{break-inside:avoid}}
@media (max-width:40rem){main{padding:1rem}h1{font-size:1.3rem}}
""".strip()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its heading, a line below it, a table."""

    title: str
    note: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    small: bool = False


def write_page(target: Path, title: str, notes: Sequence[str], sections: Sequence[Section], foot: str) -> None:
    """Write the page; every text is text, whatever is in it."""
    parts = [
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main><header><h1>{escape(title)}</h1>",
        *(f'<p class="note">{escape(note)}</p>' for note in notes),
        "</header>",
        *(_section(section) for section in sections),
        f"<footer>{escape(foot)}</footer></main></body></html>\n",
    ]
    target.write_text("\n".join(parts), "utf-8", newline="\n")


def _section(section: Section) -> str:
    tag = "h3" if section.small else "h2"
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in section.headings)
    body = "\n".join("<tr>" + "".join(f"<td>{_lines(text)}</td>" for text in row) + "</tr>" for row in section.rows)
    note = f'<p class="note">{escape(section.note)}</p>' if section.note else ""
    table = f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table></div>' if section.rows else ""
    return f"<section><{tag}>{escape(section.title)}</{tag}>{note}{table}</section>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
