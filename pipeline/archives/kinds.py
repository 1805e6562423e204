"""Which files are archives, by content; a Word document is a zip too and is none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from extractors.errors import Unsupported
from pipeline.archives import rars, seven, tars, zips
from pipeline.archives.model import Bounds, Entry

Entries = Callable[[Path, Bounds], Iterator[Entry]]
MAGICS = {
    b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar", b"RE~^": "rar", b"PK\x03\x04": "zip", b"PK\x05\x06": "zip",
    b"PK00PK\x03\x04": "zip", b"PK\x07\x08": "split", b"\x1f\x8b\x08": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz",
}  # fmt: skip
DOCUMENT_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".pptx", ".ofd", ".odt", ".ods", ".odp", ".epub"}
DOCUMENT_PARTS = {"[Content_Types].xml", "mimetype", "OFD.xml"}
LATER_VOLUME = (".z01", ".r00", ".001", ".002")
TAR = 257
HEAD = TAR + 5
"""Bytes from which kinds are told."""


def archive_kind(path: Path, name: str, head: bytes | None = None) -> str:
    """zip | 7z | rar | tar | gz | bz2 | xz, split for a part of one, or nothing; `head` is its first bytes, where they are
    known. Raises OSError."""
    if head is None:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
    kind = next((kind for magic, kind in MAGICS.items() if head.startswith(magic)), "")
    suffix = PurePosixPath(name).suffix.lower()
    if kind == "zip":
        return "" if _document(path, suffix) else kind
    if not kind:
        return "tar" if head[TAR:HEAD] == b"ustar" else "split" if suffix in LATER_VOLUME else ""
    return "split" if suffix in LATER_VOLUME else kind


def opener(kind: str, name: str) -> Entries:
    """How the members of an archive of that kind are had. Raises Unsupported for a part of one."""
    if kind == "split":
        raise rars.volumes()
    readers: dict[str, Entries] = {"zip": zips.entries, "7z": seven.entries, "rar": rars.entries, "tar": tars.entries}
    if kind in readers:
        return readers[kind]
    if kind not in ("gz", "bz2", "xz"):
        raise Unsupported(f"不支持的压缩格式（{kind}）。", "请解压后把其中的文件放入收件文件夹。")
    return partial(_single, PurePosixPath(name).name, kind)


def _single(name: str, kind: str, path: Path, bounds: Bounds) -> Iterator[Entry]:
    return tars.single(path, name, kind, bounds)


def _document(path: Path, suffix: str) -> bool:
    if suffix in DOCUMENT_SUFFIXES:
        return True
    try:
        with zipfile.ZipFile(path) as opened:
            return bool(DOCUMENT_PARTS & set(opened.namelist()))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return suffix != ".zip" and not _looks_packed(path)


def _looks_packed(path: Path) -> bool:
    """Whether a zip without a directory begins with a file that no document begins with."""
    with path.open("rb") as stream:
        head = stream.read(4096)
    return not any(part.encode() in head for part in (*DOCUMENT_PARTS, "_rels/.rels", "word/", "docProps/"))
