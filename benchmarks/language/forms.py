"""The labelled whole forms as the program reads them: printed to Word, read, split into promises, each beside its label.

What a promise shows of itself depends on where it stands: a column says which of its words are the measures, a heading
which dimension it serves. Only items that went the whole way have that, and only they are like those of an inbox."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import CommitmentItem, Passage, ReadingContext
from extractors.reading import read
from pipeline.evaluation.gold import GoldForm, GoldItem, load_gold
from pipeline.evaluation.match import pair_up
from rules.packs import Pack, load_pack
from tests.gold.render import render_folder

PACK = "base"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled item and the item that the program made of it."""

    form: GoldForm
    gold: GoldItem
    item: CommitmentItem
    context: ReadingContext


def labelled(folder: Path) -> list[Labelled]:
    """Every labelled item of a folder of gold forms, in order. One that the program does not find stands alone, as its
    label gives it: it still teaches what its words say."""
    with tempfile.TemporaryDirectory() as out:
        render_folder(folder, Path(out))
        pack = load_pack(PACK)
        return [one for form in load_gold(folder) for one in _of_form(form, Path(out) / f"{form.id}.docx", pack)]


def _of_form(form: GoldForm, path: Path, pack: Pack) -> Iterator[Labelled]:
    (found, *_) = find_forms(read(path))
    items: Sequence[CommitmentItem] = split(found)
    context = pack.context(found, None)
    pairs = dict(pair_up([gold.text for gold in form.items], [item.text for item in items]))
    for n, gold in enumerate(form.items):
        alone = CommitmentItem(n, Passage(gold.text), headings=gold.headings)
        yield Labelled(form, gold, items[pairs[n]] if n in pairs else alone, context)
