"""Cut an item into clauses and give each the role that a column or a label line (目标：…) prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.printed import CAPTION, LEAD, Names, lead, names
from extractors.language.sheet import Clause, Sheet, bits_of, forms_of
from extractors.language.signs import TEXT, signs
from extractors.model import Span

_LABELS = (
    ("target", "工作目标|预期目标|目标任务|承诺目标|完成目标|达到目标|预期成效|预期效果|工作指标|目标要求|具体目标|目标|指标|标准|成效"),
    ("project", "承诺事项|承诺内容|具体事项|具体项目|实施项目|工作内容|工作项目|项目名称|具体内容|项目|事项|内容"),
    ("measures", "具体措施|工作措施|主要措施|推进措施|整改措施|落实措施|保障措施|实施办法|具体做法|主要做法|工作举措|实现途径|工作方法|措施|举措|做法|办法|方法|途径|步骤"),
    ("deadline", "完成时限|完成时间|办结时限|整改时限|推进时限|兑现时间|兑现时限|落实时间|实施时间|时间安排|起止时间|完成期限|时间节点|时限|期限|时间|进度"),
    ("responsible", "第一责任人|直接责任人|具体责任人|主要责任人|责任领导|分管领导|责任单位|责任部门|牵头单位|牵头部门|牵头人|承办单位|承办人|落实人|联系人|责任人|负责人|承诺人|责任主体"),
)
LABEL = re.compile(
    "(?:^|(?<=[\n。;；,，(（、 ]))(?:[一二三四①-⑩\\d]{0,2}[.、]?)?【?(?:"
    + "|".join(f"(?P<{role}>{words})" for role, words in _LABELS)
    + ")】?(?:和要求)?[:：为](?=[^\n]|$)"
)
_COLON = re.compile("[:：]")
ENUMERATED = TEXT.gate("(?:[一二三四五六七八九]是|[（(][一二三四五六七八九十\\d]+[)）]|[①-⑩])")
"""How the parts of one point are numbered."""
_LISTS = re.compile("\\s*" + ENUMERATED.pattern.pattern)
_OPEN, _CLOSE = "“《（(〈「『【", "”》）)〉」』】"
_BREAKS = frozenset("，,；;。!！?？\n")
_BODY = ("text", "project")
_EDGE = " \t\u3000、:："
_MARK = re.compile(f"[{_OPEN}{_CLOSE}:：{''.join(sorted(_BREAKS))}]")


@Language.component("clauses", requires=["doc._.hits"], assigns=["doc._.clauses"])
def clauses(doc: Doc) -> Doc:
    """Fill `clauses` of every sheet."""
    told: list[tuple[Sheet, list[str], list[Span]]] = []
    for kind, context, sheets in forms_of(doc):
        known = names(kind, context)
        told += [(sheet, *stretches(sheet, _begin(sheet, known))) for sheet in sheets]
    ends = [sheet.at + end for sheet, _, spans in told for span in spans for end in span]
    found = iter(signs(bits_of(doc), ends))
    for sheet, roles, spans in told:
        sheet.clauses = _clauses(sheet, roles, spans, list(islice(found, len(spans))))
        sheet.body = [clause for clause, role in zip(sheet.clauses, roles, strict=True) if role in _BODY]
    return doc


def _begin(sheet: Sheet, known: Names) -> int:
    """Where the promise itself begins, behind a printed label or a caption."""
    begin = lead(sheet.text, known)[1] if sheet.signs & (LEAD.sign | CAPTION.sign) else 0
    if not begin and sheet.signs & CAPTION.sign and (caption := CAPTION.match(sheet.text)):
        return caption.end()
    return begin


def stretches(sheet: Sheet, begin: int = 0) -> tuple[list[str], list[Span]]:
    """The clauses of the item in order, their roles and places; `begin` is where the promise itself begins, behind a printed label."""
    text = sheet.text
    roles: list[str] = []
    spans: list[Span] = []
    for role, (start, stop) in segments(sheet):
        if stop > begin:
            pieces = _pieces(text, max(start, begin), stop)
            spans += pieces
            roles += [role] * len(pieces)
    return roles, spans


def _clauses(sheet: Sheet, roles: list[str], spans: list[Span], told: list[int]) -> tuple[Clause, ...]:
    text, new = sheet.text, tuple.__new__  # a third of what Clause(…) costs
    return tuple([
        new(Clause, (span, role, n, text[span[0] : span[1]], inside, ours))
        for n, (span, role, inside, ours) in enumerate(zip(spans, roles, sheet.hits.within(spans), told, strict=True))
    ])  # fmt: skip


def segments(sheet: Sheet) -> list[tuple[str, Span]]:
    """The roles that columns give, else those of label lines, else one stretch of text."""
    text, columns = sheet.text, sheet.item.columns
    if columns:
        given = sorted((span, role) for role, spans in columns.items() for span in spans)
        other = "other" if columns.get("project") else "text"
        return list(_with_gaps(given, len(text), other))
    marks = [m for m in LABEL.finditer(text) if _is_label(m, text)] if ":" in text or "：" in text else []
    if not marks:
        return [("text", Span(0, len(text)))]
    found = [("text", Span(0, marks[0].start()))] if marks[0].start() else []
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        end = after.start() if after else len(text)
        found.append((str(mark.lastgroup), Span(mark.end(), end)))
    return found


def _is_label(mark: re.Match[str], text: str) -> bool:
    """「为」 is only a label's mark at the start of a line (责任人为张三)."""
    return text[mark.end() - 1] != "为" or mark.lastgroup == "responsible"


def _with_gaps(given: list[tuple[Span, str]], length: int, other: str) -> Iterator[tuple[str, Span]]:
    at = 0
    for span, role in given:
        if span.start > at:
            yield other, Span(at, span.start)
        if span.end > span.start:
            yield role, span
        at = max(at, span.end)
    if at < length:
        yield other, Span(at, length)


def _pieces(text: str, start: int, stop: int) -> list[Span]:
    """The stretches between breaks, without blanks and signs at their ends; what stands in brackets or quotes stays together."""
    found: list[Span] = []
    depth = 0
    for mark in _MARK.finditer(text, start, stop):
        at = mark.start()
        char = text[at]
        if char in _BREAKS:
            if (depth and char != "\n") or (char == "," and _in_a_number(text, at, stop)):
                continue
            depth = 0
        elif char in _OPEN:
            depth += 1
            continue
        elif char in _CLOSE:
            depth = max(0, depth - 1)
            continue
        elif depth or not _LISTS.match(text, at + 1, stop):
            continue
        _add_piece(found, text, start, at)
        start = at + 1
    if start < stop:
        _add_piece(found, text, start, stop)
    return found


def _add_piece(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if end > start:
        found.append(Span(start, end))


def _in_a_number(text: str, at: int, stop: int) -> bool:
    return 0 < at < stop - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()

