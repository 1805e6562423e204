"""Web pages (HTML, or MHTML: one file with its pictures) that come under the name of a Word file, as systems export them."""

from __future__ import annotations

from extractors.model import Document

NAME = "html"
TOO_DEEP = "文件内部嵌套过深，不是正常保存的文档。"


def sniff(data: bytes) -> bool:
    """Whether the bytes begin a web page."""
    from extractors.formats.webpage.source import is_page

    return is_page(data)


def read(data: bytes) -> Document:
    """What the page shows, its links not followed. Raises Corrupt. Anchors are those of the copy: see `as_docx`."""
    from extractors.errors import Corrupt
    from extractors.formats.msword.file import all_blocks
    from extractors.formats.webpage.reader import read_layout

    try:
        blocks = all_blocks(read_layout(data))
    except RecursionError as error:
        raise Corrupt(TOO_DEEP) from error
    if not blocks:
        raise Corrupt("这是网页（HTML）文件，里面没有文字。")
    return Document(NAME, blocks)


def as_docx(data: bytes) -> bytes:
    """The .docx copy that anchors of a page refer to, for comments. Raises as `read` does."""
    from extractors.errors import Corrupt
    from extractors.formats.msword.copying.package import to_docx
    from extractors.formats.webpage.reader import read_layout

    try:
        return to_docx(read_layout(data))
    except RecursionError as error:
        raise Corrupt(TOO_DEEP) from error
