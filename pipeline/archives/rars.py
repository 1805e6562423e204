"""Members of a rar: listed by the library, unpacked by a program that the office has; what is only stored needs none."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from extractors.errors import Corrupt, DocumentError, Unsupported
from pipeline.archives.model import CHUNK, Bounds, Chunks, Entry, link, locked, too_many
from pipeline.archives.names import code_page, decoded
from pipeline.archives.tools import ADVICE, Tool, rar_tool

STORED = 0x30
BROKEN = (OSError, ValueError, TypeError, IndexError, KeyError, EOFError, AssertionError, OverflowError, struct.error)
OPTION_LIKE = ("-", "@")
"""With these the programs begin what is no file's name."""


def entries(path: Path, bounds: Bounds) -> Iterator[Entry]:
    """The files of a rar. Raises DocumentError where its list cannot be read."""
    import rarfile

    tool = _chosen(rarfile)
    blocks: list[Any] = []
    with _opened(rarfile, path, blocks) as opened:
        if any(_volume(rarfile, block) for block in blocks):
            raise volumes()
        files = [info for info in opened.infolist() if not info.is_dir()]
        if len(files) > bounds.members:
            raise too_many(bounds.members)
        if not files and opened.needs_password():
            raise locked()
        encoding = code_page(raw for info in files if (raw := _raw(rarfile, info)))
        for info in files:
            raw = _raw(rarfile, info)
            name = decoded(raw, encoding) if raw else str(info.filename)
            yield Entry(name, partial(_bytes, rarfile, opened, info), int(info.compress_size), _refused(opened, info, tool))
        if not _whole(rarfile, blocks, path):
            raise Corrupt(
                f"压缩包不完整或已损坏，只找到其中前 {len(files)} 个文件，后面的已经丢失。" if files else "压缩包已损坏，无法解开。",
                "请报送单位重新压缩后发送，或解压后报送。",
            )


def volumes() -> Unsupported:
    """One part of an archive that was split."""
    return Unsupported("这是分卷压缩包的一卷，没有解开。", "请在本机解压后把文件放入收件文件夹，或请报送单位不分卷重新压缩。")


def _opened(rarfile: Any, path: Path, blocks: list[Any]) -> Any:
    try:
        return rarfile.RarFile(path, info_callback=blocks.append)
    except rarfile.NeedFirstVolume as error:
        raise volumes() from error
    except (*BROKEN, rarfile.Error) as error:
        raise Corrupt("压缩包已损坏，无法解开。", "请报送单位重新压缩后发送，或解压后报送。") from error


def _volume(rarfile: Any, block: Any) -> bool:
    """Whether a block says that the archive is one part of several."""
    if block.type != rarfile.RAR_BLOCK_MAIN:
        return False
    if isinstance(block, rarfile.Rar5Info):
        return bool((block.main_flags or 0) & rarfile.RAR5_MAIN_FLAG_ISVOL)
    return bool(block.flags & rarfile.RAR_MAIN_VOLUME)


def _whole(rarfile: Any, blocks: list[Any], path: Path) -> bool:
    """Whether the list comes to its end; the library stops without a word where the archive breaks off."""
    if any(block.type == rarfile.RAR_BLOCK_ENDARC for block in blocks):
        return True
    if not blocks or any(isinstance(block, rarfile.Rar5Info) for block in blocks):
        return False
    reach = max((int(b.data_offset) + int(b.add_size or 0) for b in blocks), default=0)
    return reach <= path.stat().st_size  # versions before 3 wrote no mark at the end


def _chosen(rarfile: Any) -> Tool | None:
    """The program that the library is to use; it is asked for anew, as one may have been installed since."""
    tool = rar_tool()
    if tool is not None:
        setattr(rarfile, tool.setting, tool.path)
        only = {"unrar": False, "unar": False, "bsdtar": False, "sevenzip": False, "sevenzip2": False}
        only["sevenzip" if tool.kind == "7z" else tool.kind] = True
        try:
            rarfile.tool_setup(**only, force=True)
        except rarfile.Error:
            return None
    return tool


def _raw(rarfile: Any, info: Any) -> bytes:
    """The bytes of a name in an unknown code page, as old versions wrote it; empty where it is known."""
    old = isinstance(info, rarfile.Rar3Info) and not info.flags & rarfile.RAR_FILE_UNICODE
    return bytes(info.orig_filename) if old and isinstance(info.orig_filename, bytes) else b""


def _refused(opened: Any, info: Any, tool: Tool | None) -> DocumentError | None:
    if info.is_symlink() or getattr(info, "file_redir", None):
        return link()
    if info.needs_password():
        return locked()
    if getattr(info, "volume", 0) or getattr(opened, "volumelist", lambda: [])()[1:]:
        return volumes()
    if opened.is_solid() and str(info.filename).startswith(OPTION_LIKE):
        return Unsupported("压缩包内文件的名称不能用于解压。", "请解压后把文件放入收件文件夹。")
    if tool is None and info.compress_type != STORED:
        return Unsupported("电脑上没有能解开 rar 的程序。", f"请安装{ADVICE}后再运行一次，或解压后把文件放入收件文件夹。")
    return None


def _bytes(rarfile: Any, opened: Any, info: Any) -> Chunks:
    try:
        with opened.open(info) as stream:
            while piece := stream.read(CHUNK):
                yield piece
    except rarfile.RarCannotExec as error:
        raise Unsupported("解压程序无法运行。", f"请安装{ADVICE}后再运行一次，或解压后把文件放入收件文件夹。") from error
    except (*BROKEN, rarfile.Error) as error:
        raise Corrupt("压缩包内的这个文件解不开，可能已损坏。", "请报送单位重新压缩后发送，或解压后报送。") from error
