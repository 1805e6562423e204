"""Near copies of a batch: for each form what says nearly the same elsewhere, and rows that show them side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.copies import Copies, CopySettings, Group, Pair, near_copies
from pipeline.copies.find import groups
from pipeline.rosters.roster import Roster
from pipeline.together.standing import Promises, Standing, related
from rules.facts import Peer
from rules.packs import Pack

ITEMS, FORMS = "B03", "B04"
MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """Two texts side by side. `group` counts what hangs together from 1, `members` names all of it (A ~ B ~ C); `items`
    are the promises' numbers, 0 for whole forms; `relation` says why the likeness is nothing to remark on."""

    group: int
    members: str
    whose: tuple[str, str]
    items: tuple[int, int]
    texts: tuple[str, str]
    likeness: float
    relation: str
    files: tuple[str, str]


@dataclass(slots=True)
class Alike:
    """Peers of whole forms by offset of the record, and of promises by offset and index; rows for people."""

    forms: dict[int, list[Peer]] = field(default_factory=lambda: defaultdict(list))
    items: dict[int, dict[int, list[Peer]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    rows: tuple[AlikeRow, ...] = ()


def find_alike(promises: Promises, roster: Roster, pack: Pack) -> Alike:
    """The near copies of a batch; nothing where the notice asks for neither rule."""
    if not (pack.rule(ITEMS).on or pack.rule(FORMS).on) or len(promises.forms) < 2:
        return Alike()
    found = near_copies(promises.pieces(), pack.copied_shingles, _settings(pack))
    return _Finder(promises, roster, found).alike()


def _settings(pack: Pack) -> CopySettings:
    item, form = pack.rule(ITEMS).params, pack.rule(FORMS).params
    return CopySettings(
        item["alike"], form["alike"], item["stock_share"], item["stock_forms"], item["smallest"], form["smallest"]
    )


class _Finder:
    def __init__(self, promises: Promises, roster: Roster, found: Copies) -> None:
        self.promises, self.roster, self.found = promises, roster, found
        self.first_of: dict[int, Standing] = {}
        for form in promises.forms:
            self.first_of.setdefault(form.owner, form)
        self.whole = {(p.first, p.second) for p in found.forms}

    def alike(self) -> Alike:
        """Peers both ways, but for kin; a promise is not remarked on where the whole forms are alike."""
        alike = Alike()
        for pair in self.found.forms:
            one, other = self.first_of[pair.first], self.first_of[pair.second]
            if not related(one.told, other.told, self.roster):
                alike.forms[one.at].append(Peer(other.whose, pair.likeness))
                alike.forms[other.at].append(Peer(one.whose, pair.likeness))
        for pair in self.found.pieces:
            one, other = self._form(pair.first), self._form(pair.second)
            told = (one.owner, other.owner) in self.whole or (other.owner, one.owner) in self.whole
            if not told and not related(one.told, other.told, self.roster):
                alike.items[one.at][self.promises.item[pair.first]].append(Peer(other.whose, pair.likeness))
                alike.items[other.at][self.promises.item[pair.second]].append(Peer(one.whose, pair.likeness))
        alike.rows = tuple(self._rows())
        return alike

    def _form(self, piece: int) -> Standing:
        return self.promises.forms[self.promises.form[piece]]

    def _rows(self) -> Iterable[AlikeRow]:
        """Group by group: whole forms first, then promises; each member beside the one before it that is likest."""
        pieces = [Pair(self._form(p.first).owner, self._form(p.second).owner, p.likeness) for p in self.found.pieces]
        found = groups([*self.found.forms, *pieces])
        number_of = {owner: number for number, group in enumerate(found) for owner in group.members}
        links: list[list[tuple[Pair, bool]]] = [[] for _ in found]
        for pair in _closest(self.found.forms):
            links[number_of[pair.first]].append((pair, True))
        for pair in _closest(self.found.pieces):
            links[number_of[self._form(pair.first).owner]].append((pair, False))
        for number, group in enumerate(found):
            members = self._named(group)
            yield from (self._row(number + 1, members, pair, whole=whole) for pair, whole in links[number])

    def _named(self, group: Group) -> str:
        names = [self.first_of[owner].whose for owner in group.members]
        more = f" 等{len(names)}份" if len(names) > MOST_NAMES else ""
        return " ~ ".join(names[:MOST_NAMES]) + more

    def _row(self, number: int, members: str, pair: Pair, *, whole: bool) -> AlikeRow:
        at = [self.first_of[n] if whole else self._form(n) for n in (pair.first, pair.second)]
        items = [-1 if whole else self.promises.item[n] for n in (pair.first, pair.second)]
        texts = ["（整份）" if whole else self.promises.texts(f.at)[i] for f, i in zip(at, items, strict=True)]
        return AlikeRow(
            number, members, (at[0].whose, at[1].whose), (items[0] + 1, items[1] + 1), (texts[0], texts[1]),
            pair.likeness, related(at[0].told, at[1].told, self.roster), (at[0].told.file, at[1].told.file),
        )  # fmt: skip


def _closest(pairs: Iterable[Pair]) -> list[Pair]:
    """For each member but the first of what hangs together its likest pair with one before it: all are seen, and a group of
    many takes one line a member and not one for every two."""
    best: dict[int, Pair] = {}
    for pair in pairs:
        known = best.get(pair.second)
        if known is None or pair.likeness > known.likeness:
            best[pair.second] = pair
    return sorted(best.values(), key=lambda p: (p.first, p.second))
