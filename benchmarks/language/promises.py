"""The labelled promises that the learned parts of the language room are trained from and measured by, with their sources."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from extractors.model import FormKind, Part, ReadingContext, Span, TargetKind
from pipeline.evaluation.gold import GoldForm, GoldItem, load_gold

GOLD = Path(__file__).parents[2] / "tests" / "gold"
_TAG = re.compile("<(/?)([pmt])>")
_KINDS = {"o": FormKind.ORG, "s": FormKind.SECRETARY, "m": FormKind.MEMBER}
_TARGETS = {"q": TargetKind.QUANTIFIED, "c": TargetKind.CLEAR, "n": TargetKind.NONE}
_DIMENSIONS = {
    "班": "领导班子好", "员": "党员队伍好", "制": "工作机制好", "绩": "工作业绩好", "群": "群众反映好",
    "学": "带头学习提高", "优": "带头争创佳绩", "服": "带头服务群众", "纪": "带头遵纪守法", "正": "带头弘扬正气",
}  # fmt: skip
_BANK_DAY = date(2012, 3, 10)


@dataclass(frozen=True, slots=True)
class Promise:
    """One labelled promise. `source` names the hand that wrote it: the letter of its forms or its bank."""

    source: str
    kind: FormKind
    text: str
    headings: tuple[str, ...]
    context: ReadingContext
    dimensions: tuple[str, ...]
    part: Part
    target: TargetKind
    vague: bool
    routine: bool
    projects: tuple[Span, ...]
    measures: tuple[Span, ...]
    form: str = field(default="", repr=False)


def sources() -> tuple[str, ...]:
    """The hands there are."""
    letters = {path.name[0] for path in (GOLD / "tune").glob("*.yaml")}
    return (*sorted(letters), *sorted(path.stem for path in (GOLD / "bank").glob("b*.txt")))


def load(names: Sequence[str]) -> list[Promise]:
    """The promises of these sources, in order."""
    forms = load_gold(GOLD / "tune") if any(len(name) == 1 for name in names) else []
    found: list[Promise] = []
    for name in names:
        found += _of_bank(name) if len(name) > 1 else _of_forms(name, forms)
    return found


def fingerprint(names: Sequence[str]) -> str:
    """The SHA-256 of all that `load` gives for these sources."""
    digest = hashlib.sha256()
    for promise in load(names):
        digest.update(repr(promise).encode())
    return digest.hexdigest()


def _of_forms(letter: str, forms: Sequence[GoldForm]) -> Iterator[Promise]:
    for form in forms:
        if form.id.startswith(letter):
            day = date.fromisoformat(form.sign_date) if form.sign_date else None
            context = ReadingContext(year=form.year, reference_date=day)
            yield from (_of_item(form, letter, item, context) for item in form.items)


def _of_item(form: GoldForm, letter: str, item: GoldItem, context: ReadingContext) -> Promise:
    return Promise(
        letter, FormKind(form.kind), item.text, item.headings, context, item.dims, Part(item.part), TargetKind(item.target),
        item.vague, item.routine, _found(item.text, item.project_spans), _found(item.text, item.measure_spans), form.id,
    )  # fmt: skip


def _found(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    return tuple(Span(at, at + len(word)) for word in words if (at := text.find(word)) >= 0)


def _of_bank(name: str) -> Iterator[Promise]:
    context = ReadingContext(year=_BANK_DAY.year, reference_date=_BANK_DAY)
    for line in (GOLD / "bank" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, dimensions, part, target, flags, tagged = line.split("|", 5)
        text, spans = _untagged(tagged)
        yield Promise(
            name, _KINDS[kind], text, (), context, tuple(_DIMENSIONS[d] for d in dimensions if d not in "-,"),
            next(p for p in Part if p.value[0] == part), _TARGETS[target], "v" in flags, "r" in flags,
            tuple(spans["p"]), tuple(spans["m"]),
        )  # fmt: skip


def _untagged(tagged: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without its tags, and where each kind of tag stood."""
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    spans: dict[str, list[Span]] = {"p": [], "m": [], "t": []}
    for tag in _TAG.finditer(tagged):
        text += tagged[at : tag.start()]
        at = tag.end()
        if not tag.group(1):
            opened.append((tag.group(2), len(text)))
            continue
        place = max(n for n, (name, _) in enumerate(opened) if name == tag.group(2))
        spans[tag.group(2)].append(Span(opened.pop(place)[1], len(text)))
    return text + tagged[at:], spans
