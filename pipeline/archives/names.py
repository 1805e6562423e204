"""Names of members: decoded as their packer meant them, judged as places, made fit to be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from extractors.errors import DocumentError, Unsupported

ENCODINGS = ("gb18030", "big5", "cp932")
"""Code pages of Windows in the order in which they are likely here."""
COMMON = {"gb18030": ("gb2312", 0xB0, 0xD7), "big5": ("big5", 0xA4, 0xC6), "cp932": ("shift_jis", 0x88, 0x97)}
"""By code page, where its common characters stand: character set, first and last leading byte."""
LONGEST = 240
"""Characters of a name with its folders, as it is shown; a longer one is cut in its middle."""
_DRIVE = re.compile(r"^[A-Za-z]:")


def code_page(names: Iterable[bytes]) -> str:
    """The encoding of an archive's names that do not tell it: all were written on one computer, so all are judged
    together. UTF-8 where they are valid in it, else the code page in which most of their characters are common ones."""
    told = [name for name in names if not name.isascii()]
    if _valid(told, "utf-8"):
        return "utf-8"
    valid = [encoding for encoding in ENCODINGS if _valid(told, encoding)]
    return max(valid or ["gb18030"], key=lambda e: (_common(told, e), -ENCODINGS.index(e)))


def decoded(name: bytes, encoding: str) -> str:
    """A name as text; bytes that the encoding does not know become the mark for that."""
    return name.decode(encoding, "replace")


def misplaced(name: str) -> DocumentError | None:
    """Why a member's name is refused as a place: it leads out of the archive's folder."""
    plain = name.replace("\\", "/")
    if plain.startswith("/") or _DRIVE.match(plain):
        why = "压缩包内的文件写明要放到磁盘的固定位置（绝对路径）"
    elif ".." in plain.split("/"):
        why = "压缩包内的文件写明要放到压缩包以外的文件夹"
    else:
        return None
    return Unsupported(f"{why}，可能不安全，没有解开。", "请与报送单位核实，并请其在本机重新压缩后发送。")


def label(name: str) -> str:
    """A name to be shown: folders with forward slashes, nothing invisible in it, not too long."""
    parts = (_visible(part) for part in unicodedata.normalize("NFC", name).replace("\\", "/").split("/"))
    shown = "/".join(part for part in parts if part not in ("", ".", "..")) or "未命名"
    if len(shown) <= LONGEST:
        return shown
    suffix = PurePosixPath(shown).suffix[:10]
    return f"{shown[: LONGEST - len(suffix) - 30]}…{shown[-20 - len(suffix) : len(shown) - len(suffix)]}{suffix}"


class Distinct:
    """Names that no computer takes for the same: two members of one name are two files."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def __call__(self, name: str) -> str:
        candidate, number = name, 1
        while (folded := unicodedata.normalize("NFKC", candidate).casefold()) in self._taken:
            path, number = PurePosixPath(name), number + 1
            candidate = str(path.with_name(f"{path.stem}({number}){path.suffix}"))
        self._taken.add(folded)
        return candidate


def _valid(names: Iterable[bytes], encoding: str) -> bool:
    try:
        for name in names:
            name.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _common(names: Iterable[bytes], encoding: str) -> float:
    """The share of characters beyond ASCII that are common ones in this code page."""
    charset, first, last = COMMON[encoding]
    found = total = 0
    for char in "".join(name.decode(encoding, "replace") for name in names):
        if ord(char) >= 0x80:
            raw = char.encode(charset, "ignore")
            total += 1
            found += (len(raw) == 2 and first <= raw[0] <= last) or (encoding == "cp932" and "\u3041" <= char <= "\u30fa")
    return found / total if total else 0.0


def _visible(part: str) -> str:
    if part.isprintable():
        return part.strip()
    shown = "".join("_" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in part)
    return shown.strip()
