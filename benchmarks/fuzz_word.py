"""Feeds the Word reader and marker with damaged copies of good files, and keeps what breaks them.

    python -m benchmarks.fuzz_word DIR OUT [--minutes 10] [--seed 1]

A file may be refused (DocumentError) or read; anything else is a failure: another exception, more than five seconds of the processor, or a
copy with comments that reads other than the file. A failing input is made smaller while it fails in the same way, and
kept in OUT beside its traceback."""

from __future__ import annotations

import argparse
import random
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from types import FrameType
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml import etree

from extractors.errors import DocumentError
from extractors.model.document import paragraphs
from extractors.reading import read_bytes
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

SECONDS = 5
Parts = dict[str, bytes]
_ODD = (b"", b"0", b"-1", b"99999999999999999999", b"none", "九".encode(), b"x" * 300, b"true", b"\xc2\xa0")


class TooSlow(BaseException):
    """Not an Exception, so that no handler of the program takes it for an error of the file."""


def main() -> None:
    """Fuzz until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGPROF, too_slow)
    dice = random.Random(given.seed)
    seeds = [p.read_bytes() for p in sorted(given.dir.rglob("*.do[ct]*")) if p.stat().st_size < 200_000]
    seeds = [data for data in seeds if data.startswith(b"PK")]
    outcomes: Counter[str] = Counter()
    end = time.monotonic() + given.minutes * 60
    while time.monotonic() < end:
        data = _damaged(dice.choice(seeds), dice)
        outcome = fails(data)
        outcomes[outcome.splitlines()[-1][:80] if outcome else "survived"] += 1
        if outcome:
            _keep(data, outcome, given.out)
    print(f"{outcomes.total()} inputs of {len(seeds)} seeds")
    for outcome, count in outcomes.most_common():
        print(f"{count:8} {outcome}")


def fails(data: bytes, suffix: str = ".docx", marked: bool = True) -> str:
    """How the program fails on these bytes, "" where it does not; without `marked` they are only read."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        _use(data, suffix, marked)
    except DocumentError:
        return ""
    except (Exception, TooSlow):
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def _use(data: bytes, suffix: str, marked: bool) -> None:
    """Read, comment on the first, a middle and the last paragraph, read again."""
    document = read_bytes(data)
    if not marked:
        return
    found = paragraphs(document.blocks)
    picked = {0, len(found) // 2, len(found) - 1} if found else set()
    remarks = [Remark(found[n].passage.anchor(), f"第{n}处") for n in sorted(picked)]
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        source, target = Path(folder) / f"in{suffix}", Path(folder) / "out.docx"
        source.write_bytes(data)
        mark_up(source, remarks, target)
        again = read_bytes(target.read_bytes())
    assert again.text == document.text or again.sights, "the commented copy reads otherwise"


def too_slow(_number: int, _frame: FrameType | None) -> None:
    """For SIGPROF: the input has taken too long."""
    raise TooSlow


def _damaged(data: bytes, dice: random.Random) -> bytes:
    """One of three kinds of damage: to bytes of the zip, to whole parts, to the XML of a part."""
    kind = dice.random()
    if kind < 0.15:
        return _bytes_damaged(data, dice)
    try:
        parts = unzipped(data)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return _bytes_damaged(data, dice)
    for _ in range(dice.randint(1, 4)):
        (_part_damaged if kind < 0.3 else _xml_damaged)(parts, dice)
    return zipped(parts)


def unzipped(data: bytes) -> Parts:
    """The parts of a package by name."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: Parts) -> bytes:
    """A package of these parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def _bytes_damaged(data: bytes, dice: random.Random) -> bytes:
    draft = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(draft))
        draft[at : at + dice.choice((0, 1, 1, 4))] = dice.randbytes(dice.choice((0, 1, 1, 4)))
    return bytes(draft[: dice.randrange(1, len(draft))] if dice.random() < 0.1 else draft)


def _part_damaged(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(list(parts))
    content = parts[name]
    parts[name] = dice.choice((b"", content[: len(content) // 2], b"\xff\xfe" + content, content * 2, b"<a/>"))
    if dice.random() < 0.4:
        moved = parts.pop(name)
        if dice.random() < 0.5:
            parts[dice.choice((name.upper(), name.replace("/", "\\"), "/" + name, name + "x"))] = moved


def _xml_damaged(parts: Parts, dice: random.Random) -> None:
    name = "word/document.xml" if dice.random() < 0.6 and "word/document.xml" in parts else dice.choice(list(parts))
    try:
        root = etree.fromstring(parts[name], etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    for _ in range(dice.randint(1, 3)):
        _node_damaged(dice.choice(nodes), dice.choice(nodes), dice)
    parts[name] = etree.tostring(root)


def _node_damaged(node: etree._Element, other: etree._Element, dice: random.Random) -> None:
    """Take away, double, move, rename, empty, or give odd values."""
    parent = node.getparent()
    way = dice.randrange(7)
    if way == 0 and parent is not None:
        parent.remove(node)
    elif way == 1 and parent is not None:
        parent.append(etree.fromstring(etree.tostring(node, with_tail=False)))
    elif way == 2 and other not in node.iterancestors() and node is not other and node not in other.iterancestors():
        other.append(node)
    elif way == 3:
        node.tag = other.tag
    elif way == 4:
        for child in list(node):
            node.remove(child)
    elif node.attrib:
        node.set(dice.choice(list(node.attrib)), dice.choice(_ODD).decode())
    else:
        node.text = dice.choice(_ODD).decode()


def _keep(data: bytes, outcome: str, out: Path) -> None:
    """One input for each kind of failure, the smallest."""
    found = kind(outcome)
    path = out / f"{found}.docx"
    if path.exists():
        return
    smaller = _smallest(data, lambda draft: kind(fails(draft)) == found)
    path.write_bytes(smaller)
    path.with_suffix(".txt").write_text(outcome, encoding="utf-8")


def kind(outcome: str) -> str:
    """The failure's last place in the program and its name, as a file name."""
    lines = [line.strip() for line in outcome.splitlines() if line.strip()]
    if not lines:
        return ""
    places = [line for line in lines if line.startswith("File ") and "/.venv/" not in line and "/lib/python" not in line]
    place = places[-1].split('"')[1].rsplit("/", 1)[-1] + places[-1].split(",")[1].replace(" line ", "-") if places else ""
    return f"{lines[-1].split(':')[0].rsplit('.', 1)[-1]}-{place}"


def _smallest(data: bytes, still: Callable[[bytes], bool]) -> bytes:
    """Parts, then elements are taken away while the failure stays, for half a minute at most."""
    end = time.monotonic() + 30
    try:
        parts = unzipped(data)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return data
    if not still(zipped(parts)):
        return data
    shrunk = True
    while shrunk and time.monotonic() < end:
        shrunk = False
        for draft in _without_one(parts):
            if time.monotonic() > end:
                break
            if still(zipped(draft)):
                parts, shrunk = draft, True
                break
    return zipped(parts)


def _without_one(parts: Parts) -> Iterator[Parts]:
    for name in parts:
        yield {other: content for other, content in parts.items() if other != name}
    for name in parts:
        try:
            count = sum(1 for _ in etree.fromstring(parts[name]).iter())
        except (etree.XMLSyntaxError, ValueError):
            continue
        for n in range(1, count):
            root = etree.fromstring(parts[name])
            node = next(node for at, node in enumerate(root.iter()) if at == n)
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
                yield parts | {name: etree.tostring(root)}


if __name__ == "__main__":
    main()
