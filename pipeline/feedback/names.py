"""Names for folders and files that Windows, macOS and Linux all accept, no two alike in one folder."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

LONGEST_FOLDER, LONGEST_STEM = 40, 60
"""Characters. Windows allows 260 for a whole path, Linux 255 bytes (85 Chinese characters) for a name."""
LOOK_ALIKES = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}


def folder_name(text: str) -> str:
    """A unit's name as a folder."""
    return _safe(text, LONGEST_FOLDER)


def file_name(original: str, suffix: str) -> str:
    """A submitted file's name, the last part of its path, with the suffix that its content asks for."""
    name = PurePosixPath(original.replace("\\", "/")).name
    stem, dot, old = name.rpartition(".")
    if not dot or not stem or len(old) > 5 or not old.isascii():
        stem = name
    return _safe(stem, LONGEST_STEM) + suffix


class Taken:
    """The names that are taken in one folder; file systems differ in whether case and Unicode form count."""

    def __init__(self, *names: str) -> None:
        self._names = {_folded(name) for name in names}

    def distinct(self, name: str) -> str:
        """The name itself or, where it is taken, with a number."""
        path = PurePosixPath(name)
        candidate, number = name, 1
        while _folded(candidate) in self._names:
            number += 1
            candidate = f"{path.stem}_{number}{path.suffix}"
        self._names.add(_folded(candidate))
        return candidate


def _safe(text: str, longest: int) -> str:
    text = unicodedata.normalize("NFC", text).translate(LOOK_ALIKES)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    text = text.strip().lstrip(".~$ ")[:longest].rstrip(". ")
    bare = text.split(".", 1)[0].strip().casefold()
    return f"_{text}" if bare in RESERVED else text or "未命名"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
