"""What was read from a picture without being sure of it (待核): shown as such, and never the ground of a fault."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Anchor, Passage
from extractors.model.value_class import value_class
from rules.facts import FormFacts
from rules.model import Hit, Scope
from rules.paper import BLANK

CODE = "X01"
"""Of the findings that name what is 待核: no rule's, as they judge the reading and not the form."""
TITLE = "识别待核"
WARNED = "X02"
"""Of the findings that pass on what the reader warned of: a page or the end of the file is lost, text lies hidden …"""
TITLES = {CODE: TITLE, WARNED: "读取提醒"}
LIMIT = 0.9
"""How sure the reader must be of each character of a value for the value to count."""
_QUOTE = 12
MESSAGE = "{where}识别待核：{what}，请对照原件核对。"
LOWERED = "{where}有的字识别待核，“{title}”无法判定，请对照原件核对。"
WARNING = "读取提醒：{sentence}请对照原件核对。"
NOT_WHOLE = "文件可能没有读全（见“读取提醒”），“{title}”无法判定，请对照原件核对。"


@value_class
class Doubt:
    """A value that is 待核: the item's index or the field's key (neither: the signing or approval place), how people
    call the place, the doubtful words in their surroundings ("": a blank with ink in it), and where they stand."""

    where: str
    words: str
    anchor: Anchor
    item: int | None = None
    field: str | None = None

    @property
    def scope(self) -> Scope:
        """What the doubt is about."""
        return Scope.ITEM if self.item is not None else Scope.FIELD if self.field else Scope.FORM

    @property
    def message(self) -> str:
        """As people read it."""
        what = f"“{self.words}”" if self.words else "此处有笔迹，未能识别"
        return MESSAGE.format(where=self.where, what=what)


def doubts(facts: FormFacts) -> Iterator[Doubt]:
    """The values of a scanned form that are 待核, in the order of the form."""
    form = facts.form
    if form.scan is None:
        return
    for field in form.fields:
        if field.confidence < LIMIT:
            words, anchor = _words(field.passage) if field.value is not None else ("", field.passage.anchor())
            yield Doubt(f"“{''.join(field.label.split())}”栏", words, anchor, field=field.key)
    for index, item in enumerate(facts.items):
        if item.passage.sure() < LIMIT:
            yield Doubt(f"第{item.n}项", *_words(item.passage), item=index)
    for where, passage in (("签署处", form.signing.passage), ("审定意见栏", form.approval.passage)):
        if passage.sure() < LIMIT:
            yield Doubt(where, *_words(passage))


def _words(passage: Passage) -> tuple[str, Anchor]:
    """The first doubtful characters with a few beside them, and where they stand."""
    at = next((i for i in range(len(passage)) if passage.sure(i, i + 1) < LIMIT), 0)
    start, end = max(0, at - 2), min(len(passage), at + _QUOTE - 2)
    return "".join(passage.text[start:end].split()), passage.anchor(start, end)


def not_whole(hit: Hit, facts: FormFacts) -> bool:
    """Whether a fault of the form as a whole, of a field or of its ends may come of what the reader did not get."""
    return bool(facts.form.warnings) and hit.item is None


def clouds(code: str, hit: Hit, facts: FormFacts) -> bool:
    """Whether a fault may come of a misreading: of the item, of the field, of the signing and approval places for the
    rules about these (codes S…), of anything for a rule about the form as a whole."""
    scan = facts.form.scan
    if scan is None:
        return False
    if hit.item is not None:
        return facts.items[hit.item].passage.sure() < LIMIT
    if hit.field and (field := facts.form.field(hit.field)) is not None:
        return field.confidence < LIMIT
    ends = min(facts.form.signing.passage.sure(), facts.form.approval.passage.sure()) < LIMIT
    if code.startswith("S"):
        return ends or scan.ink_at_ends or _unread_date(code, facts)
    unsure = (f.confidence < LIMIT for f in facts.form.fields)
    return scan.ink_elsewhere or any(unsure) or any(i.passage.sure() < LIMIT for i in facts.items)


def _unread_date(code: str, facts: FormFacts) -> bool:
    """Whether the rule misses a date of which nothing was read: it may lie under a seal, or be written by hand."""
    date = {"S03": facts.form.signing.date, "S07": facts.form.approval.date}.get(code)
    return date is not None and date.day is None and date.state in BLANK
