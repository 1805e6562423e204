"""Pictures of old Word files as files that the copy can hold."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image as Picture

from extractors.formats.msword.copying.pictures import LIMIT, shown
from extractors.formats.msword.layout import Image


def saved(kind: str) -> bytes:
    out = BytesIO()
    Picture.new("RGB", (6, 4), (200, 20, 20)).save(out, kind)
    return out.getvalue()


def metafile(body: bytes, packing: int = 0) -> bytes:
    packed = zlib.compress(body) if packing == 0 else body
    return struct.pack("<I4i2iIBB", len(body), 0, 0, 2540, 1270, 914400, 457200, len(packed), packing, 0xFE) + packed


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff"])
def test_ordinary_pictures_are_taken_as_they_are(kind: str) -> None:
    assert shown(Image("", 0, 0, kind, b"\xff" + saved(kind)), LIMIT) == (kind, saved(kind))


def test_bitmaps_get_their_header() -> None:
    suffix, content = shown(Image("", 0, 0, "dib", b"\xff" + saved("bmp")[14:]), LIMIT)
    assert (suffix, content) == ("bmp", saved("bmp"))


@pytest.mark.parametrize("packing", [0, 0xFE])
def test_metafiles_are_unpacked(packing: int) -> None:
    body = b"\x01\0\0\0".ljust(40, b"\0") + b" EMF" + bytes(60)
    assert shown(Image("", 0, 0, "emf", metafile(body, packing)), LIMIT) == ("emf", body)


def test_a_windows_metafile_tells_its_size() -> None:
    suffix, content = shown(Image("", 0, 0, "wmf", metafile(b"\x01\0\x09\0" + bytes(30))), LIMIT)
    with Picture.open(BytesIO(content)) as picture:
        assert (suffix, picture.format, picture.info["wmf_bbox"]) == ("wmf", "WMF", (0, 0, 2540, 1270))


@pytest.mark.parametrize(
    "image",
    [
        Image("", 0, 0, "emf", metafile(bytes(2_000_000))),
        Image("", 0, 0, "emf", metafile(b"x", 0)[:-3] + b"abc"),
        Image("", 0, 0, "emf", b"short"),
        Image("", 0, 0, "dib", b"\xffshort"),
        Image("", 0, 0, "", b"\xffwhat"),
    ],
)
def test_what_is_broken_or_unpacks_too_far_is_left_out(image: Image) -> None:
    assert shown(image, 1_000_000) == ("", b"")
