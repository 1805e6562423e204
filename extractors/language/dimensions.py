"""Which of the notice's dimensions a promise serves: by its heading, else by who benefits or what is built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.lexicon import DimensionWords, store
from extractors.language.sheet import Sheet, sheet_of
from extractors.model import DimensionLabel, FormKind, Span

LOOSE_HEADING = 4.0
_RULE_HEAD = re.compile("(?:制度|机制|办法|规定|规程|细则|公约|章程|流程|守则|公开栏|预案|责任制|议事会|例会|接待日)[”》]?$")
_SERVES = re.compile("(?:为|给|对|向|帮|帮助|资助|慰问|走访|让|方便|解决|满足)(?:[^，。；]{0,12}?)(?:群众|师生|学生|居民|村民|患者|病人|老人|户|职工|教职工|家长|同学|教师|村|员工|儿童|困难)")
_FIRST_HINT = 2.0


@Language.component("dimensions", requires=["doc._.hits", "doc._.project", "doc._.measures"], assigns=["doc._.dimensions"])
def dimensions(doc: Doc) -> Doc:
    """Fill `sheet.dimensions`."""
    sheet = sheet_of(doc)
    sheet.dimensions = tuple(find(sheet))
    return doc


def find(sheet: Sheet) -> Iterator[DimensionLabel]:
    """The label that a heading prints, else the best one by words, and a second where another clause serves it as plainly."""
    named = printed(sheet)
    if named:
        yield DimensionLabel(named)
        return
    words = built_in(sheet)
    if words is None:
        return
    scores = {label: _score(sheet, words, label) for label in words.labels}
    _add_hints(sheet, words, scores)
    ranked = sorted(scores, key=lambda label: -scores[label])
    best, second = ranked[0], ranked[1]
    if scores[best] <= 0:
        yield DimensionLabel("工作业绩好" if words.name == "五个好" else "带头争创佳绩", (), 0.3)
        return
    ours, theirs = evidence(sheet, words, best), evidence(sheet, words, second)
    yield DimensionLabel(best, ours, _confidence(scores[best], scores[second]))
    if scores[second] >= max(5.0, 0.95 * scores[best]) and _apart(sheet, ours, theirs):
        yield DimensionLabel(second, theirs, 0.5)


def printed(sheet: Sheet) -> str:
    """The label, or the label of an alias, that the nearest heading prints; "" where none does."""
    chosen = sheet.context.dimensions
    labels = {label: label for label in (chosen.labels if chosen else ())}
    aliases = dict(chosen.aliases) if chosen else {}
    if not chosen:
        labels = {label: label for words in store().sets if sheet.kind.value in words.kinds for label in words.labels}
    names = sorted((aliases | labels).items(), key=lambda pair: -len(pair[0]))
    for heading in reversed(sheet.item.headings):
        for name, label in names:
            if name in heading:
                return label
    return ""


def built_in(sheet: Sheet) -> DimensionWords | None:
    """The built-in words of the notice's set; those of the form's kind where no set is given."""
    chosen = sheet.context.dimensions
    for words in store().sets:
        if chosen and set(chosen.labels) == set(words.labels):
            return words
        kind = FormKind.ORG if sheet.kind is FormKind.UNKNOWN else sheet.kind
        if not chosen and kind.value in words.kinds:
            return words
    return None


def _score(sheet: Sheet, words: DimensionWords, label: str) -> float:
    """The weights of the label's words, one count a stretch; words of a measure count a third."""
    total = 0.0
    for span, weight in _hits(sheet, words, label):
        in_measure = any(m.start <= span.start < m.end for m in sheet.measures.spans)
        in_rest = any(c.role in ("deadline", "responsible") and c.span.start <= span.start < c.span.end for c in sheet.clauses)
        total += 0.0 if in_rest else weight * (0.35 if in_measure and sheet.project.spans else 1.0)
    return total


def _hits(sheet: Sheet, words: DimensionWords, label: str) -> list[tuple[Span, float]]:
    """The label's words without those inside longer or weightier ones."""
    kept: list[tuple[Span, float]] = []
    for category, weight in words.weights[label]:
        for span in sheet.hits.of(category):
            if not kept or not any(span[0] < other[1] and other[0] < span[1] for other, _ in kept):
                kept.append((span, weight))
    return kept


def _add_hints(sheet: Sheet, words: DimensionWords, scores: dict[str, float]) -> None:
    for heading in reversed(sheet.item.headings):
        hits = store().headings.find(heading)
        found = {label: max(len_of(s) for s in spans) for label in words.labels if (spans := hits.of(f"{words.name}.{label}"))}
        if found:
            scores[max(found, key=lambda label: found[label])] += LOOSE_HEADING
            break
    body = " ".join(c.text for c in sheet.body())
    if words.name == "五个好":
        _org_hints(sheet, body, scores)
    else:
        _member_hints(sheet, body, scores)


def _org_hints(sheet: Sheet, body: str, scores: dict[str, float]) -> None:
    if any(_RULE_HEAD.search(sheet.text[s.start : s.end]) for s in (*sheet.project.spans, *(c.span for c in sheet.body()))):
        scores["工作机制好"] += 4
    if _SERVES.search(body):
        scores["群众反映好"] += 2.5
    if sheet.prohibited and any(sheet.prohibited) and "党员" not in body:
        scores["领导班子好"] += 2.5
    if sheet.project.spans and sheet.hits.of("part.build"):
        scores["群众反映好"] += 2
    if "党员" in body[:6] and scores["群众反映好"] >= 4:
        scores["党员队伍好"] -= 2


def _member_hints(sheet: Sheet, body: str, scores: dict[str, float]) -> None:
    if any(sheet.prohibited):
        scores["带头遵纪守法"] += 2.0
    if _SERVES.search(body):
        scores["带头服务群众"] += 2.0


def evidence(sheet: Sheet, words: DimensionWords, label: str) -> tuple[Span, ...]:
    """The weightier words of the label in the item, at most four."""
    return tuple(sorted(span for span, weight in _hits(sheet, words, label) if weight >= _FIRST_HINT))[:4]


def _apart(sheet: Sheet, first: tuple[Span, ...], second: tuple[Span, ...]) -> bool:
    """Whether the words of two labels stand in different clauses."""
    def orders(spans: tuple[Span, ...]) -> set[int]:
        return {c.order for c in sheet.clauses for s in spans if c.span.start <= s.start < c.span.end}
    ours, theirs = orders(first), orders(second)
    return bool(ours and theirs) and not ours & theirs


def _confidence(best: float, second: float) -> float:
    return round(min(1.0, 0.4 + 0.6 * (best - max(0.0, second)) / max(best, 1.0)), 2)


def len_of(span: Span) -> int:
    """Characters in a span."""
    return span.end - span.start
