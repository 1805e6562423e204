"""Pictures of RTF (`\\pict`): their size, and their content as the copy's pictures have it ([MS-ODRAW] 2.2.23)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from extractors.formats.msword.layout import Image

_KINDS = {"pngblip": "png", "jpegblip": "jpeg", "emfblip": "emf", "wmetafile": "wmf", "dibitmap": "dib"}
WORDS = tuple(_KINDS)
SIZES = ("picw", "pich", "picwgoal", "pichgoal", "picscalex", "picscaley")
_EMU_PER_TWIP, _TWIPS_PER_POINT = 635, 20.0
_PLAIN_PACKING = 0xFE
_WIDEST = 31680


@dataclass(slots=True)
class PictureDraft:
    """A picture while it is read: the numbers of its words, its kind, and its bytes: hexadecimal digits in `digits`, or
    as they are in `raw` (`\\bin`)."""

    sizes: dict[str, int] = field(default_factory=dict)
    kind: str = ""
    digits: bytearray = field(default_factory=bytearray)
    raw: bytes = b""

    def image(self, name: str) -> Image:
        """The picture with its size in points."""
        width, height = (self._twips(axis) / _TWIPS_PER_POINT for axis in ("x", "y"))
        content = self._content()
        return Image(name, width, height, _KINDS.get(self.kind, "") if content else "", content)

    def _twips(self, axis: str) -> int:
        goal = self.sizes.get("picwgoal" if axis == "x" else "pichgoal", 0)
        scaled = max(0, goal) * max(1, self.sizes.get(f"picscale{axis}", 100)) // 100
        return min(scaled, _WIDEST)

    def _content(self) -> bytes:
        data = self.raw or _unhexed(bytes(self.digits))
        if not data:
            return b""
        if _KINDS.get(self.kind) not in ("emf", "wmf"):
            return b"\0" + data
        return self._head(len(data)) + data

    def _head(self, size: int) -> bytes:
        """The 34 bytes that the old format has before a metafile: bounds, size, not packed."""
        wide, high = (max(-0x7FFFFFFF, min(self.sizes.get(name, 0), 0x7FFFFFFF)) for name in ("picw", "pich"))
        goal = [min(max(self.sizes.get(name, 0), 0), _WIDEST) * _EMU_PER_TWIP for name in ("picwgoal", "pichgoal")]
        return struct.pack("<I4i2iIBB", size, 0, 0, wide, high, *goal, size, _PLAIN_PACKING, _PLAIN_PACKING)


def _unhexed(digits: bytes) -> bytes:
    """The bytes, as many of them as there are pairs of hexadecimal digits before anything else."""
    try:
        return bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return b""
