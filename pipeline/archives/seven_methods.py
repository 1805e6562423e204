"""The steps that unpack a stream of a 7z archive, as the standard library knows them."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from pipeline.archives.inflate import bunzipped, copied, deflated, lzma_filter, read, unlzmaed
from pipeline.archives.model import CHUNK, Bounds, Chunks, cut_off, damaged, locked, method, too_large
from pipeline.archives.seven_header import Coder, Folder

START = 32
LZMA1, LZMA2, DELTA = b"\x03\x01\x01", b"\x21", b"\x03"
AES = b"\x06\xf1\x07\x01"
BRANCHES = {
    b"\x03\x03\x01\x03": lzma.FILTER_X86, b"\x04": lzma.FILTER_X86, b"\x03\x03\x02\x05": lzma.FILTER_POWERPC,
    b"\x05": lzma.FILTER_POWERPC, b"\x03\x03\x04\x01": lzma.FILTER_IA64, b"\x06": lzma.FILTER_IA64,
    b"\x03\x03\x05\x01": lzma.FILTER_ARM, b"\x07": lzma.FILTER_ARM, b"\x03\x03\x07\x01": lzma.FILTER_ARMTHUMB,
    b"\x08": lzma.FILTER_ARMTHUMB, b"\x03\x03\x08\x05": lzma.FILTER_SPARC, b"\x09": lzma.FILTER_SPARC,
}  # fmt: skip
PLAIN: dict[bytes, Callable[[Chunks], Chunks]] = {
    b"": copied, b"\x00": copied, b"\x04\x01\x08": deflated, b"\x04\x02\x02": bunzipped,
}  # fmt: skip
NAMES = {
    b"\x03\x04\x01": "PPMd", b"\x04\x01\x09": "Deflate64", b"\x03\x03\x01\x1b": "BCJ2", b"\x04\xf7\x11\x01": "Zstandard",
    b"\x04\xf7\x11\x02": "Brotli", b"\x04\xf7\x11\x04": "LZ4",
}  # fmt: skip


def unpacked(stream: BinaryIO, folder: Folder, bounds: Bounds) -> Chunks:
    """The bytes that come out of a folder. Raises DocumentError: locked, a method that we do not know, damaged."""
    steps = _in_order(folder)
    at, size = folder.packed[0]
    pieces = _packed(stream, START + at, size)
    if len(steps) == 1 and steps[0].method in PLAIN:
        yield from PLAIN[steps[0].method](pieces)
        return
    filters = [_filter(step, bounds) for step in reversed(steps)]
    last = filters[-1]["id"]
    if last not in (lzma.FILTER_LZMA1, lzma.FILTER_LZMA2):
        raise method(_named(steps[-1]))
    if last == lzma.FILTER_LZMA1 and any(f["id"] not in (lzma.FILTER_LZMA1, lzma.FILTER_DELTA) for f in filters):
        raise method("BCJ+LZMA")  # the library keeps back the last bytes where the stream has no end of its own
    yield from unlzmaed(pieces, filters, ends=last == lzma.FILTER_LZMA2)


def _in_order(folder: Folder) -> list[Coder]:
    """The steps from the packed bytes on. Steps that several streams run into are none of ours."""
    for coder in folder.coders:
        if coder.method == AES:
            raise locked()
    if len(folder.streams) != 1 or any(c.inputs != 1 or c.outputs != 1 for c in folder.coders):
        raise method(next((_named(c) for c in folder.coders if c.inputs != 1), "BCJ2"))
    follows = {output: step for step, output in folder.bonds}
    step: int | None = folder.streams[0]
    order: list[Coder] = []
    while step is not None:
        if step >= len(folder.coders) or len(order) >= len(folder.coders):
            raise damaged()
        order.append(folder.coders[step])
        step = follows.get(step)
    if len(order) != len(folder.coders):
        raise damaged()
    return order


def _packed(stream: BinaryIO, at: int, size: int) -> Iterator[bytes]:
    """The packed bytes; other members' readers may move the file between two pieces."""
    while size > 0:
        stream.seek(at)
        piece = next(read(stream, min(size, CHUNK)), b"")
        if not piece:
            raise cut_off()
        at, size = at + len(piece), size - len(piece)
        yield piece


def _filter(step: Coder, bounds: Bounds) -> dict[str, Any]:
    if step.method == LZMA1:
        found = lzma_filter(step.properties)
    elif step.method == LZMA2:
        found = {"id": lzma.FILTER_LZMA2, "dict_size": _window(step.properties)}
    elif step.method == DELTA:
        return {"id": lzma.FILTER_DELTA, "dist": (step.properties or b"\0")[0] + 1}
    elif step.method in BRANCHES:
        return {"id": BRANCHES[step.method]}
    else:
        raise method(_named(step))
    if found["dict_size"] > bounds.window:
        raise too_large("压缩包要求的内存过大，没有解开。")
    return found


def _window(properties: bytes) -> int:
    """The size of the window that one byte stands for: 2 or 3 times a power of two."""
    code = properties[0] if properties else 41
    if code > 40:
        raise damaged()
    return 0xFFFFFFFF if code == 40 else (2 | code & 1) << (code // 2 + 11)


def _named(step: Coder) -> str:
    return NAMES.get(step.method, step.method.hex())
