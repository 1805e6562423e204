"""What an archive's reader tells of its members."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.errors import Corrupt, DocumentError, Encrypted, TooLarge, Unsupported

Chunks = Iterator[bytes]
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of an archive of the inbox, with all archives in it, is unpacked. `depth` counts archives within one
    another; `ratio` is how many times its packed size a member may have, once it is larger than `ratio_from`; `window`
    is the memory that an archive may ask for to unpack it. Sizes are bytes."""

    depth: int = 2
    members: int = 20_000
    member_bytes: int = 200 * 2**20
    total_bytes: int = 4 * 2**30
    ratio: int = 200
    ratio_from: int = 50 * 2**20
    window: int = 256 * 2**20
    header_bytes: int = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive, under the name that its packer gave it. `open` gives its bytes, and is to be called, if at
    all, before the next entry is asked for; it raises DocumentError where they cannot be had. `refused` tells why it is
    not to be opened; `packed` is its size in the archive where that is known."""

    name: str
    open: Callable[[], Chunks]
    packed: int | None = None
    refused: DocumentError | None = None


def damaged() -> Corrupt:
    """A member whose bytes are not what they were when it was packed."""
    return Corrupt("压缩包内的这个文件已损坏。", "请报送单位重新压缩后发送。")


def cut_off() -> Corrupt:
    """A member of which only the beginning came."""
    return Corrupt("压缩包不完整，这个文件没有传完。", "请报送单位重新发送压缩包。")


def locked() -> Encrypted:
    """A member that needs a password."""
    return Encrypted("压缩包内的文件设了密码。", "请报送单位取消压缩密码后重新报送。")


def link() -> Unsupported:
    """A member that points to something else."""
    return Unsupported("压缩包内是一个链接，不是文件本身。", "请报送单位重新压缩文件本身。")


def device() -> Unsupported:
    """A member that is a device, a pipe or the like."""
    return Unsupported("压缩包内是系统的设备文件，不是文档。", "请报送单位只压缩要报送的文件。")


def method(name: str) -> Unsupported:
    """A member packed in a way that we cannot undo."""
    return Unsupported(f"压缩包内的这个文件用了本程序不支持的压缩方法（{name}）。", "请解压后把文件放入收件文件夹，或请报送单位改用 zip 重新压缩。")


def too_many(most: int) -> TooLarge:
    """More members than we look at."""
    return TooLarge(f"压缩包内文件超过 {most} 个。", "请分批解压后放入收件文件夹。")


def too_large(why: str = "压缩包内的文件解开后过大。") -> TooLarge:
    """A member that unpacks to more than a form can be."""
    return TooLarge(why, "请确认是否误放；确为承诺书的，单独报送。")


def nothing() -> Chunks:
    """The bytes of an entry that is not to be opened."""
    yield from ()
