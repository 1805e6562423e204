"""Programs that unpack rar: its method may be read by everyone, but no permissive library does. Any of these will do."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from extractors.programs import program

ADVICE = "7-Zip 或 WinRAR（Windows），unar（Linux）"
TOOLS = {
    "unrar": ("UNRAR_TOOL", ("unrar", "rar"), ("WinRAR/UnRAR.exe",)),
    "unar": ("UNAR_TOOL", ("unar",), ()),
    "7z": ("SEVENZIP_TOOL", ("7z", "7zz", "7za"), ("7-Zip/7z.exe",)),
    "bsdtar": ("BSDTAR_TOOL", ("bsdtar",), ()),
}
"""By the way in which it is called: the setting of the rar library, the program's names, and where Windows has it."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that was found: how it is called, the library's setting for it, and where it is."""

    kind: str
    setting: str
    path: str


def rar_tool() -> Tool | None:
    """The first program that is there and can do rar; a 7z without its rar part is passed over."""
    for kind, (setting, names, places) in TOOLS.items():
        candidates = [found for name in names if (found := program(name))]
        for root in filter(None, (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)"))):
            candidates += [str(Path(root, place)) for place in places if Path(root, place).is_file()]
        if kind == "bsdtar" and os.name == "nt" and (tar := program("tar")):
            candidates.append(tar)  # Windows 10 and later bring it under this name
        for path in candidates:
            if kind != "7z" or _knows_rar(path):
                return Tool(kind, setting, path)
    return None


def _knows_rar(path: str) -> bool:
    try:
        told = subprocess.run([path, "i"], capture_output=True, stdin=subprocess.DEVNULL, timeout=10, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"Rar5" in told.partition(b"Codecs")[2] or b"Rar5" in told.partition(b"Formats")[2]
