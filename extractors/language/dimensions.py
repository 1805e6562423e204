"""Which of the notice's dimensions a promise serves: by its heading, else by who benefits or what is built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.lexicon import DimensionWords, Groups, store
from extractors.language.printed import CAPTION, LEAD, Names, headings, label_in, lead, names
from extractors.language.sheet import Sheet, forms_of
from extractors.language.signs import TEXT
from extractors.model import DimensionLabel, FormKind, ReadingContext, Span

LOOSE_HEADING = 4.0
_RULE_NAMED = TEXT.gate("制度|机制|办法|规定|规程|细则|公约|章程|流程|守则|公开栏|预案|责任制|议事会|例会|接待日")
_RULE_HEAD = re.compile(f"(?:{_RULE_NAMED.pattern.pattern})[”》]?$")
_SERVES = TEXT.gate("(?:为|给|对|向|帮|帮助|资助|慰问|走访|让|方便|解决|满足)(?:[^，。；]{0,12}?)(?:群众|师生|学生|居民|村民|患者|病人|老人|户|职工|教职工|家长|同学|教师|村|员工|儿童|困难)")
_FIRST_HINT = 2.0


@Language.component("dimensions", requires=["doc._.hits", "doc._.project", "doc._.measures"], assigns=["doc._.dimensions"])
def dimensions(doc: Doc) -> Doc:
    """Fill `printed`, `served` and `dimensions` of every sheet."""
    for kind, context, sheets in forms_of(doc):
        known, words = names(kind, context), built_in(kind, context)
        for sheet in sheets:
            sheet.printed, sheet.served = (sheet.signs & (LEAD.sign | CAPTION.sign) and lead(sheet.text, known)[0]) or _headed(sheet.item.headings, known), words
            sheet.dimensions = (DimensionLabel(sheet.printed),) if sheet.printed else find(sheet, words) if words else ()
    return doc


def _headed(lines: Sequence[str], known: Names) -> str:
    """The label that the nearest heading prints, "" where none does."""
    for line in reversed(lines):
        if label := label_in(line, known):
            return label
    return ""


def find(sheet: Sheet, words: DimensionWords) -> tuple[DimensionLabel, ...]:
    """The best label by words, and a second where another clause serves it as plainly."""
    scores = _scores(sheet, words)
    _add_hints(sheet, words, scores)
    best, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    if scores[best] <= 0:
        return (DimensionLabel("工作业绩好" if words.name == "五个好" else "带头争创佳绩", (), 0.3),)
    ours = evidence(sheet, best)
    first = DimensionLabel(best, ours, _confidence(scores[best], scores[second]))
    if scores[second] >= max(5.0, 0.95 * scores[best]):
        theirs = evidence(sheet, second)
        if _apart(sheet, ours, theirs):
            return first, DimensionLabel(second, theirs, 0.5)
    return (first,)


def built_in(kind: FormKind, context: ReadingContext) -> DimensionWords | None:
    """The built-in words of the notice's set; those of the form's kind where no set is given."""
    chosen = context.dimensions
    for words in store().sets:
        if chosen and set(chosen.labels) == set(words.labels):
            return words
        kind = FormKind.ORG if kind is FormKind.UNKNOWN else kind
        if not chosen and kind.value in words.kinds:
            return words
    return None


def _scores(sheet: Sheet, words: DimensionWords) -> dict[str, float]:
    """The weights of each label's words, one count a stretch; words of a measure count a third."""
    scores = dict.fromkeys(words.labels, 0.0)
    sheet.serving = _serving(sheet, words)
    if not sheet.serving:
        return scores
    rest = [c.span for c in sheet.clauses if c.role in ("deadline", "responsible")]
    means = sheet.measures.spans if sheet.project.spans else ()
    for label, found in sheet.serving.items():
        for span, weight in found:
            if not _stands_in(span, rest):
                scores[label] += weight * 0.35 if _stands_in(span, means) else weight
    return scores


def _stands_in(span: Span, stretches: Sequence[Span]) -> bool:
    for low, high in stretches:  # noqa: SIM110  any() over a generator takes three times as long
        if low <= span.start < high:
            return True
    return False


def _serving(sheet: Sheet, words: DimensionWords) -> dict[str, list[tuple[Span, float]]]:
    """The words of each label that has some."""
    groups = sheet.hits.by_category
    labels = {words.label_of[category] for category in groups.keys() & words.label_of.keys()}
    return {label: _apart_words(groups, words.weights[label]) for label in labels}


def _apart_words(groups: Groups, levels: tuple[tuple[str, float], ...]) -> list[tuple[Span, float]]:
    """A label's words without those inside longer or weightier ones."""
    kept: list[tuple[Span, float]] = []
    for category, weight in levels:
        for span in groups.get(category, ()):
            start, end = span
            for (low, high), _ in kept:
                if start < high and low < end:
                    break
            else:
                kept.append((span, weight))
    return kept


def _add_hints(sheet: Sheet, words: DimensionWords, scores: dict[str, float]) -> None:
    for heading in reversed(headings(sheet.item, sheet.signs)):
        hinted = _hinted(heading, words.name, words.labels)
        if hinted:
            scores[hinted] += LOOSE_HEADING
            break
    body = " ".join([c.text for c in sheet.body])
    if words.name == "五个好":
        _org_hints(sheet, body, scores)
    else:
        _member_hints(sheet, body, scores)


@lru_cache(maxsize=1024)
def _hinted(heading: str, name: str, labels: tuple[str, ...]) -> str:
    """The label of the longest word of a heading, "" where it has none; the items below ask for it again and again."""
    groups = store().headings.find(heading).by_category
    found = {label: max(map(len_of, spans)) for label in labels if (spans := groups.get(f"{name}.{label}"))}
    return max(found, key=found.__getitem__) if found else ""


def _org_hints(sheet: Sheet, body: str, scores: dict[str, float]) -> None:
    if sheet.signs & _RULE_NAMED.sign and _RULE_NAMED.search(body) and any(_RULE_HEAD.search(t) for t in _said(sheet)):
        scores["工作机制好"] += 4
    if sheet.signs & _SERVES.sign and _SERVES.search(body):
        scores["群众反映好"] += 2.5
    if True in sheet.prohibited and "党员" not in body:
        scores["领导班子好"] += 2.5
    if sheet.project.spans and "part.build" in sheet.hits.by_category:
        scores["群众反映好"] += 2
    if "党员" in body[:6] and scores["群众反映好"] >= 4:
        scores["党员队伍好"] -= 2


def _said(sheet: Sheet) -> Iterator[str]:
    """What the project and each clause of the promise say."""
    for span in sheet.project.spans:
        yield sheet.text[span.start : span.end]
    for clause in sheet.body:
        yield clause.text


def _member_hints(sheet: Sheet, body: str, scores: dict[str, float]) -> None:
    if True in sheet.prohibited:
        scores["带头遵纪守法"] += 2.0
    if sheet.signs & _SERVES.sign and _SERVES.search(body):
        scores["带头服务群众"] += 2.0


def evidence(sheet: Sheet, label: str) -> tuple[Span, ...]:
    """The weightier words of the label in the item, at most four; only after `find`."""
    found = [span for span, weight in sheet.serving.get(label, ()) if weight >= _FIRST_HINT]
    return tuple(sorted(found)[:4])


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
