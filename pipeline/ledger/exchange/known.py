"""Which rows of a workbook are which items, and what its copy knew of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.decisions.text import plain
from pipeline.ledger.exchange.columns import BY_NAME, FIELDS, LEFT_FIELD
from pipeline.ledger.exchange.plan import Row
from pipeline.ledger.exchange.reading import Read, SheetRow
from pipeline.ledger.exchange.tokens import Token, token_in
from pipeline.ledger.exchange.values import number_in, words
from pipeline.ledger.store.snapshot import Snapshot
from pipeline.wording import KIND

ID, TEXT = BY_NAME["id"].title, BY_NAME["text"].title
PRINTED = tuple(f.title for f in FIELDS if not f.entry and f.name not in ("id", LEFT_FIELD))
GONE = "隐藏的行号被改动过，编号也没有，不知道是哪一项"
OTHER = "这一行是另一个台账的"
SHIFTED = "行号与编号、承诺事项对不上，可能是只排序了一部分列"


@dataclass(frozen=True, slots=True)
class Place:
    """A row of an item: the version that its copy has (0: it does not say), the item as it went out in that version, and
    what the copy knew: that, or what it said when it was last read."""

    row: SheetRow
    version: int
    printed: Row
    base: Row


class Known:
    """The rows sorted out: `by_item`, `strangers` that belong to no item (new ones), `unknown` with the reason; `told` are
    the items whose token came back, also in a row that is unknown."""

    def __init__(self, read: Read, snapshot: Snapshot, by: str, source: str) -> None:
        self._tag, self._snapshot, self._by, self._source = snapshot.tag(), snapshot, by, source
        self.strangers: list[SheetRow] = []
        self.unknown: list[tuple[SheetRow, str]] = []
        self.told: set[int] = set()
        claims = [(row, token) for row in read.rows if (token := self._claim(row))]
        self.items = snapshot.items({token.item for _, token in claims})
        self.forms = snapshot.forms({row["form"] for row in self.items.values()})
        self._units = snapshot.units({f.unit for f in self.forms.values()})
        self._people = snapshot.people({f.person for f in self.forms.values() if f.person})
        stale = {t.item: t.version for _, t in claims if t.item in self.items and t.version != self.items[t.item]["version"]}
        bases = snapshot.bases(stale, by, source)
        self.by_item: dict[int, list[Place]] = defaultdict(list)
        for row, token in claims:
            self._place(row, token, bases)
        self._asked: set[tuple[int, str, str, str, int]] = set()

    def adopt(self, row: SheetRow, item: Row) -> None:
        """A row without a token that is an item nevertheless: its copy knows what it put there itself."""
        number = item["id"]
        if number not in self.items:
            self.items[number] = item
            self.forms |= self._snapshot.forms([item["form"]])
            self._units |= self._snapshot.units({f.unit for f in self.forms.values()} - self._units.keys())
            missing = {f.person for f in self.forms.values() if f.person} - self._people.keys()
            self._people |= self._snapshot.people(missing)
        self.by_item[number].append(Place(row, 0, *self._snapshot.bases({number: 0}, self._by, self._source)[number]))

    def remember(self) -> None:
        """What was asked before of the items in the workbook; to be called when all rows are sorted out."""
        self._asked = {(q["item"], q["kind"], q["field"], q["said"], q["seen"]) for q in self._snapshot.questions(self.by_item.keys())}

    def owner(self, item: Row) -> str:
        """Whose item it is, as people say it."""
        form = self.forms[item["form"]]
        person = self._people[form.person].name if form.person else ""
        return f"{self._units[form.unit].name}{person}"

    def printed(self, number: int) -> Iterator[tuple[str, str]]:
        """What the program would print of an item in the columns that people do not fill in."""
        item = self.items[number]
        form = self.forms[item["form"]]
        person = self._people[form.person].name if form.person else ""
        other = {"unit": self._units[form.unit].name, "person": person, "kind": KIND[form.kind], "year": str(form.year), "file": form.file}
        for title in PRINTED:
            name = _NAMES[title]
            yield title, other[name] if name in other else words(item[name])

    def called_before(self, number: int, name: str) -> bool:
        """Whether the unit of an item bore that name when a copy went out."""
        return name in self._units[self.forms[self.items[number]["form"]].unit].former.splitlines()

    def asked(self, item: int, kind: str, field: str, words_: str, seen: int) -> bool:
        """Whether a person was asked just this before."""
        return (item, kind, field, words_, seen) in self._asked

    def _claim(self, row: SheetRow) -> Token | None:
        """The item that a row says it is, by its token, else by its number; None where it is sorted out here."""
        number = words(row.cells.get(ID))
        token = token_in(row.token)
        if token and token.tag != self._tag:
            self.unknown.append((row, OTHER))
            return None
        if token is None and (item := number_in(number)) is not None:
            return Token(self._tag, item, 0)
        if token is None and (row.token.strip() or number):
            self.unknown.append((row, GONE))
            return None
        if token is None:
            self.strangers.append(row)
            return None
        self.told.add(token.item)
        if number and number != str(token.item):
            self.unknown.append((row, SHIFTED))
            return None
        return token

    def _place(self, row: SheetRow, token: Token, bases: dict[int, tuple[Row, Row]]) -> None:
        item = self.items.get(token.item)
        if item is None or item["version"] < token.version:
            self.unknown.append((row, GONE if not token.version else OTHER))
            return
        printed, base = (item, item) if token.version == item["version"] else bases[token.item]
        if not _same_text(row, item, printed, sure=ID in row.cells and bool(token.version)):
            self.unknown.append((row, SHIFTED))
            return
        self.by_item[item["id"]].append(Place(row, token.version, printed, base))


_NAMES = {f.title: f.name for f in FIELDS}


def _same_text(row: SheetRow, item: Row, base: Row, *, sure: bool) -> bool:
    """Whether the row still is about that promise; where number and token agree (`sure`), a text may have been touched."""
    if sure or TEXT not in row.cells:
        return True
    text = plain(words(row.cells[TEXT]))
    return text in (plain(words(item["text"])), plain(str(base.get("text") or "")))
