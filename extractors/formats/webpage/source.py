"""The text of a web page: out of its single-file wrapping (MHTML, RFC 2557), in the characters that it is written in."""

from __future__ import annotations

import codecs
import re
from codecs import lookup

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|table|div|center|p|h[1-6]|span|font|strong|section|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = (b"<pkg:package", b"<w:wordDocument", b'progid="Word')
_WRAPPED = re.compile(rb"\s*(?:MIME-Version|From|Date|Subject|Content-Type|Message-ID):", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,20})", re.IGNORECASE)
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CHINESE = ("gb2312", "gbk", "gb18030", "x-gbk", "cp936", "ms936")
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
_HEAD = 4096


def is_page(data: bytes) -> bool:
    """Whether the bytes begin a web page, or a single file with one in it."""
    head = data[:_HEAD]
    for mark, codec in _UTF16.items():
        if head.startswith(mark):
            head = head[2:].decode(codec, "ignore").encode()
    head = head.removeprefix(codecs.BOM_UTF8)
    if any(mark in head for mark in _WORD_XML):
        return False
    return bool(_START.match(head)) or is_wrapped(head)


def is_wrapped(head: bytes) -> bool:
    """Whether it is a page with its pictures in one file."""
    return bool(_WRAPPED.match(head)) and b"mime-version:" in head.lower() and b"text/html" in head.lower()


def page_text(data: bytes) -> str:
    """The page's source."""
    if is_wrapped(data[:_HEAD]):
        return _unwrapped(data)
    return decoded(data)


def _unwrapped(data: bytes) -> str:
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            return decoded(content, part.get_content_charset() or "")
    return ""


def _codec(name: str) -> str:
    """Python's name of a page's charset; codes of Python that are no charsets are none."""
    if name.lower() in _CHINESE:
        return "gb18030"
    known = lookup(name).name
    if known in _NO_CHARSETS:
        raise LookupError
    return known


def decoded(data: bytes, codec: str = "") -> str:
    """The characters of a page or text: as its byte order mark, its header or the page itself names them, else as UTF-8 or GB 18030."""
    for mark, unicode in (*_UTF16.items(), (codecs.BOM_UTF8, "utf-8")):
        if data.startswith(mark):
            return data[len(mark) :].decode(unicode, "replace")
    found = _CHARSET.search(data, 0, _HEAD)
    named = codec or ((found[1] or found[2]).decode() if found else "")
    for name in (named, "utf-8") if named else ("utf-8",):
        try:
            return data.decode(_codec(name))
        except (LookupError, ValueError):  # no such code, a name that is none, or bytes that are not in it
            continue
    return data.decode("gb18030", "replace")
