"""Whatever archive comes: nothing raises, every member is accounted for under a name of its own, whole bytes or a reason."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz.kinds.archives import BOUNDS, damaged, wholes
from pipeline.archives.names import Distinct, code_page, decoded, label, misplaced
from tests.archives.opening import unpacked
from tests.archives.test_zip import raw_zip

FAILURES = Path(__file__).parent / "failures"
WHOLE = wholes()
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
names = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40), min_size=1, max_size=8)


@SLOW
@given(names, st.sampled_from(["utf-8", "gb18030"]), st.binary(max_size=200).map(b"x".__add__))  # no archive itself
@example(["..", "/", "a/", "C:", "\\", "~$a.docx", "a", "A", "ａ"], "utf-8", b"x")
def test_every_member_of_a_zip_is_accounted_for(found: list[str], encoding: str, data: bytes) -> None:
    raw = [name.encode(encoding) for name in found]
    with tempfile.TemporaryDirectory() as scratch:
        told = unpacked(raw_zip(raw, data, flags=0x800 if encoding == "utf-8" else 0), Path(scratch))
    files = [name for name in raw if not name.endswith(b"/")]
    members = [name for name in told.names if name]
    assert len(members) == len(files)
    assert len({name.casefold() for name in members}) == len(files)
    assert all(came == data for came in told.files.values())
    refused = sum(misplaced(decoded(name, "utf-8" if encoding == "utf-8" else code_page(files))) is not None for name in files)
    assert len([name for name in told.refused if name]) == refused


@SLOW
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 2**32))
def test_no_broken_archive_raises(which: int, seed: int) -> None:
    suffix, data = WHOLE[which]
    with tempfile.TemporaryDirectory() as scratch:
        told = unpacked(damaged(data, random.Random(seed)), Path(scratch), suffix, BOUNDS)
    assert told.names, "at least the archive itself is named"


@pytest.mark.parametrize("path", sorted(FAILURES.glob("*")) if FAILURES.exists() else [], ids=lambda p: p.name)
def test_what_failed_once(path: Path, tmp_path: Path) -> None:
    assert unpacked(path.read_bytes(), tmp_path, path.suffix[1:], BOUNDS).names


@given(st.lists(st.text(max_size=300), max_size=20))
def test_labels_are_distinct_and_can_be_shown(found: list[str]) -> None:
    distinct = Distinct()
    shown = [distinct(label(name)) for name in found]
    assert len({name.casefold() for name in shown}) == len(shown)
    for name in shown:
        name.encode()
        assert name
        assert not name.startswith("/")
        assert ".." not in name.split("/")
        assert len(name) < 260
        assert not any(ord(c) < 32 for c in name)


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=10))
def test_any_bytes_have_a_code_page(found: list[bytes]) -> None:
    encoding = code_page(found)
    assert [decoded(name, encoding) for name in found] or not found
