"""What the other components found in the item as a whole, as states of which the names of yes/no features are made
(see `names`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extractors.language.learned.grams import grams
from extractors.language.learned.names import step
from extractors.language.lexicon import store
from extractors.language.printed import headings
from extractors.language.sheet import Clause, Sheet
from extractors.language.signs import TEXT

HAS, MAIN, UNIT = "@has ", "@main ", "@unit="
DIGIT = TEXT.gate(
    "[\\d²³¹⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒\u1369-\u1371\u19da\U00010a40-\U00010a43\U00010e60-\U00010e68"
    "\U00011052-\U0001105a\U0001f100-\U0001f10a]"
)
"""What `str.isdigit` takes for a digit: one look at a text instead of one at each of its characters."""

Answers = tuple[str, str, str, bool, str, str]
"""Kind of form, part, kind of target, hedged or not, kind and source of the deadline."""
Elements = tuple[bool, bool, bool, bool, bool]
"""Whether there is a project, whether that is sure, whether there are measures, vague, routine."""
Labels = tuple[str, str, int]
"""The first and the second dimension, "" where there is none, and the step of the first one's confidence."""
Shape = tuple[int | None, int | None, bool, int, int, int, bool]
"""See `shape_names`."""


@dataclass(slots=True)
class ItemFeatures:
    """The states of an item's yes/no features: what the lexicons and grammars say, the units of its amounts, the categories
    of its words and of those of its main clause, its shape, what its heading says ("": none; a catchword in a second line)."""

    answers: Answers
    elements: Elements
    labels: Labels
    units: list[str]
    words: Iterable[str]
    main: Iterable[str]
    shape: Shape
    heading: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all of them."""
        listed = ((UNIT, self.units), (HAS, self.words), (MAIN, self.main))
        return (
            *answer_names(*self.answers), *element_names(*self.elements), *label_names(*self.labels),
            *(head + one for head, all_of in listed for one in all_of), *shape_names(*self.shape), *heading_names(self.heading),
        )  # fmt: skip


def of_item(sheet: Sheet) -> ItemFeatures:
    """What is known of the item as a whole."""
    wording, target, due, project, dimensions = sheet.wording, sheet.target, sheet.deadline, sheet.project, sheet.dimensions
    first = dimensions[0] if dimensions else None
    main, above = _main(sheet), headings(sheet.item, sheet.signs)
    return ItemFeatures(
        (sheet.kind, sheet.part, target.kind, target.hedged, due.kind, due.source),
        (bool(project.spans), project.sure, bool(sheet.measures.spans), wording.vague, wording.routine),
        (first.label, dimensions[1].label if len(dimensions) > 1 else "", step(first.confidence, 0.3, 3)) if first else ("", "", 0),
        [value.unit for value in target.values],
        sheet.hits.by_category,
        main.hits if main else (),
        _shape_of(sheet),
        _said_above(sheet, above),
    )


def _said_above(sheet: Sheet, above: tuple[str, ...]) -> str:
    """The nearest heading; behind it in a line of its own the promise's catchword, where it has one."""
    if sheet.moved is not None and sheet.moved.called and len(above) > 1:
        return f"{above[-2]}\n{above[-1]}"
    return above[-1] if above else ""


def answer_names(kind: str, part: str, target: str, hedged: bool, due: str, source: str) -> tuple[str, ...]:
    """What the lexicons and grammars say."""
    return ("@kind=" + kind, "@part=" + part, "@target=" + target, f"@target={target} {hedged}", "@deadline=" + due, f"@deadline={due} {source}")


def element_names(project: bool, sure: bool, measures: bool, vague: bool, routine: bool) -> tuple[str, ...]:
    """The same of elements and wording."""
    return (f"@project={project} {sure}", f"@measures={measures}", f"@wording={vague} {routine}", f"@vague={vague}", f"@routine={routine}")


def label_names(first: str, second: str, sure: int) -> tuple[str, ...]:
    """The same of dimensions."""
    if not first:
        return ()
    return ("@dimension 0=" + first, f"@dimension={first} {sure}", *(("@dimension 1=" + second,) if second else ()))


def _shape_of(sheet: Sheet) -> Shape:
    """How long and how concrete an item is."""
    body, prohibited, text = sheet.body, sheet.prohibited, sheet.text
    weights = [sheet.weights[c.order] for c in body if not prohibited[c.order]]
    return (
        step(max(weights), 0.6, 5) if weights else None,
        step(min(weights), 0.6, 5) if weights else None,
        len(weights) < len(body),
        min(len(body), 5),
        min(len(text) // 10, 7),
        min(2, len(sheet.amounts)),
        bool(sheet.signs & DIGIT.sign) and DIGIT.search(text) is not None,
    )


def shape_names(best: int | None, worst: int | None, stops: bool, clauses: int, length: int, amounts: int, digits: bool) -> tuple[str, ...]:
    """Steps of the best and worst weight (None: only prohibitions), whether something is prohibited, how many clauses, tens
    of characters and amounts there are, and whether there is a digit."""
    return (
        f"@best={'none' if best is None else best}",
        f"@worst={'none' if worst is None else worst}",
        f"@prohibited={'none' if not stops else 'all' if best is None else 'some'}",
        f"@clauses={clauses}",
        f"@length={length}",
        f"@amounts={amounts}",
        f"@digits={digits} {amounts > 0}",
    )


def _main(sheet: Sheet) -> Clause | None:
    """The clause of the project, else the first one."""
    body, spans = sheet.body, sheet.project.spans
    if not body or not spans:
        return body[0] if body else None
    at = spans[0].start
    for clause in body:
        if clause.span.start <= at < clause.span.end:
            return clause
    return body[0]


@lru_cache(maxsize=1024)
def heading_names(heading: str) -> tuple[str, ...]:
    """What a heading says; the items below ask for it again and again."""
    if not heading:
        return ()
    said = {f"heading:{gram}": None for line in heading.split("\n") for gram in grams(line)}
    return (*said, *(f"@heading {category}" for category in store().headings.find(heading).by_category))
