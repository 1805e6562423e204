"""A sheet → a web page as Word's “save as web page” or a mail program leaves it, in GBK."""

from __future__ import annotations

from html import escape

from samples.make.entries import Entry
from samples.make.sheet import Cell, lay_out

HEAD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\r\n'
    '<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}</title>\r\n'
    "<style>p{{margin:0}} td{{border:1px solid black}}</style></head>\r\n<body>\r\n"
)


def page(entry: Entry) -> bytes:
    """The form as a web page."""
    sheet = lay_out(entry)
    rows = "\r\n".join("<tr>" + "".join(map(_cell, row.cells)) + "</tr>" for row in sheet.rows)
    title = f"<p align=center><b>{escape(sheet.title)}</b></p>\r\n"
    text = f"{HEAD.format(title=sheet.title)}{title}<table border=1 cellspacing=0>\r\n{rows}\r\n</table>\r\n<p>{sheet.note}</p>\r\n"
    return (text + "</body></html>\r\n").encode("gb18030")


def _cell(cell: Cell) -> str:
    body = "".join(f"<p>{escape(line) or '&nbsp;'}</p>" for line in cell.lines)
    closing = "".join(f"<p align=right>{escape(line)}</p>" for line in cell.closing)
    return f"<td colspan={cell.cols}>{body}{closing}</td>"
