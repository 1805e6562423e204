"""Two runs side by side: which findings came, went and changed. A changed notice judges everything anew, and this shows
what that did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.decisions.keys import unit_of
from pipeline.decisions.text import alike
from pipeline.decisions.typed import shown
from pipeline.decisions.view import SIMILAR
from pipeline.records import FindingRecord, FormRecord, from_line
from pipeline.wording import place, tidy

Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A finding as it is compared. `spot` is whose, where and by which rule, `says` everything that can change."""

    spot: Place
    item_text: str
    owner: str
    where: str
    code: str
    file: str
    says: dict[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """`kind` is 新增, 消失 or 变化; `before` and `after` are the two sides, one of them None but for a change."""

    kind: str
    before: Point | None
    after: Point | None

    @property
    def point(self) -> Point:
        """The newer side where there is one."""
        point = self.after or self.before
        assert point is not None
        return point

    @property
    def what(self) -> str:
        """What changed, in words."""
        if not (self.before and self.after):
            return self.point.says["问题"]
        keys = [k for k in self.after.says if self.before.says[k] != self.after.says[k]]
        return "；".join(f"{k}：{self.before.says[k] or '（无）'} → {self.after.says[k] or '（无）'}" for k in keys)


def compare(one: Path, other: Path) -> list[Difference]:
    """The differences between two results.jsonl, in the order of the second, what went last. An item whose text was
    mended a little is the same place still."""
    before, after = _points(one), _points(other)
    found: list[Difference] = []
    for spot, now in after.items():
        found += _at_one_spot(before.pop(spot, []), now)
    gone = [Difference("消失", point, None) for points in before.values() for point in points]
    return _mended(found, gone)


def _at_one_spot(then: list[Point], now: list[Point]) -> list[Difference]:
    same = [point for point in now if any(point.says == old.says for old in then)]
    then = [old for old in then if not any(old.says == point.says for point in same)]
    now = [point for point in now if point not in same]
    paired = [Difference("变化", a, b) for a, b in zip(then, now, strict=False)]
    gone = [Difference("消失", a, None) for a in then[len(now) :]]
    return [*paired, *(Difference("新增", None, b) for b in now[len(then) :]), *gone]


def _mended(found: list[Difference], gone: list[Difference]) -> list[Difference]:
    """Pair what came with what went where owner and rule are the same and the promise reads much alike."""
    left: dict[Place, list[Difference]] = defaultdict(list)
    for one in gone:
        left[_rough(one.point)].append(one)
    paired: list[Difference] = []
    for one in found:
        there = left[_rough(one.point)] if one.kind == "新增" and one.point.item_text else []
        best = max(there, key=lambda g: alike(g.point.item_text, one.point.item_text), default=None)
        if best is None or alike(best.point.item_text, one.point.item_text) < SIMILAR:
            paired.append(one)
            continue
        there.remove(best)
        if best.point.says != one.point.says:
            paired.append(Difference("变化", best.before, one.after))
    return paired + [one for group in left.values() for one in group]


def _rough(point: Point) -> Place:
    return (*point.spot[:4], *point.spot[5:])


def count(found: list[Difference]) -> dict[str, Counter[str]]:
    """For each code how many came, went and changed, by code."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        counts[one.point.code][one.kind] += 1
    return dict(sorted(counts.items()))


def _points(results: Path) -> dict[Place, list[Point]]:
    points: dict[Place, list[Point]] = defaultdict(list)
    with results.open("rb") as lines:
        for line in lines:
            record = from_line(line)
            if isinstance(record, FormRecord):
                for point in _of(record):
                    points[point.spot].append(point)
    return points


def _of(record: FormRecord) -> Iterator[Point]:
    texts = {item.item_id: item.text for item in record.items}
    owner = f"{tidy(record.unit.name) or '未识别单位'}{' ' + record.person if record.person else ''}"
    for f in record.findings:
        head = (unit_of(record), record.person or "", record.kind, str(record.year))
        unknown = "" if head[0] or head[1] else record.file
        spot = (*head, f.item_id or unknown, f.code, f.field or "")
        yield Point(spot, texts.get(f.item_id or "", ""), owner, place(record, f), f.code, record.file, _says(f))


def _says(finding: FindingRecord) -> dict[str, str]:
    decided = shown(finding.decision)
    return {
        "结论": "无法判定" if finding.verdict == "unknown" else "需修改",
        "程度": finding.severity,
        "问题": finding.message,
        "建议": finding.suggestion,
        "依据": f"{finding.clause.notice} {finding.clause.ref}".strip(),
        "复核": " ".join(x for x in (decided.word, decided.text) if x),
    }
