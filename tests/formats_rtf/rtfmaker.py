"""Builds RTF for the tests, byte by byte, as Word and WPS write it."""

from __future__ import annotations

from extractors.errors import DocumentError
from extractors.model import Block, Document, Paragraph, Table
from extractors.reading import read_bytes

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5;}"
    r"{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset136 MingLiU;}{\f4\fnil\fcharset1 Arial;}}"
)
Plain = str | tuple["Plain", ...] | list["Plain"]


def rtf(body: str | bytes, head: str = r"\ansi\ansicpg936\deff1") -> bytes:
    """A file with that body; what stands there as text beyond ASCII is written in GBK."""
    raw = body if isinstance(body, bytes) else body.encode("gb18030")
    return b"{\\rtf1" + head.encode() + FONTS.encode() + b"\n" + raw + b"}"


def read(body: str | bytes, head: str = r"\ansi\ansicpg936\deff1") -> Document:
    return read_bytes(rtf(body, head))


def hexed(text: str, codec: str = "gb18030") -> str:
    """The text as Word writes it: two hexadecimal digits a byte."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode(codec))


def outcome(data: bytes) -> Document | DocumentError:
    """What reading ends with; anything but these two is raised."""
    try:
        return read_bytes(data)
    except DocumentError as error:
        return error


def texts(document: Document) -> list[str]:
    return document.text.split("\n") if document.text else []


def row(*cells: str, edges: tuple[int, ...] = (), words: tuple[str, ...] = (), left: int = 0) -> str:
    """A row of a table; `words` stand before each cell's edge."""
    edges = edges or tuple(1000 * (n + 1) for n in range(len(cells)))
    shape = "".join(f"{words[n] if n < len(words) else ''}\\cellx{edge}" for n, edge in enumerate(edges))
    return f"\\trowd\\trleft{left}{shape}\\pard\\intbl " + "".join(f"{cell}\\cell " for cell in cells) + "\\row\\pard "


def shown(blocks: tuple[Block, ...]) -> list[Plain]:
    """Blocks as plain values: a paragraph's text, a table as a list of (row, col, rows, cols, blocks)."""
    found: list[Plain] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            found.append([(f"{c.row},{c.col} {c.rows}x{c.cols}", *shown(c.blocks)) for c in block.cells])
    return found


def table(document: Document) -> Table:
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    return found
