"""Train the learned parts of the language room and measure them on hands that they were not trained from.

    python -m benchmarks.train_language [--without u …] [--out FILE] [--measure] [--printed] [--folds DIR]

Every hand that wrote whole forms is held out once (but the first, to whose forms the words and grammars were tuned):
there the mix of promises is that of an inbox, while the banks hold more of what is hard. The held-out scores calibrate the
probabilities and set the thresholds: of the model that is kept all of them, of the model that a hand is measured with those of
the other hands. With `--printed` whole forms are read from Word files, with what their columns, preambles and titles say;
without, each promise alone, as the model that is kept is taught. The table compares the words and grammars alone with the
model over n-grams alone and over both. The same
data give the same file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.language.fitting import KNOWN_TO_US, Fitted, fit
from benchmarks.language.measuring import ROWS, score
from benchmarks.language.printed import NOTHING, printed
from benchmarks.language.promises import fingerprint, load, sources
from benchmarks.language.reading import Example, examples
from benchmarks.language.settling import HeldOut, Settled, held_out, settle
from extractors.language.learned import table

MODEL = Path(table.__file__).with_name(table.FILE)


def main() -> None:
    """Measure and write the model file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], help="leave these sources out altogether")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--measure", action="store_true", help="print the table and write nothing")
    parser.add_argument("--folds", type=Path, help="write here the model without each hand, as HAND.txt")
    parser.add_argument("--printed", action="store_true", help="with --measure: whole forms as they are read from Word files")
    given = parser.parse_args()
    if given.printed and not given.measure:
        parser.error("--printed only with --measure: the model that is kept is taught from promises read alone")
    names = [name for name in sources() if name not in given.without]
    judges = [name for name in names if len(name) == 1 and name not in KNOWN_TO_US]
    read = examples(load(names), printed() if given.printed else NOTHING)
    folds = _folds(read, judges, text=True, cues=True)
    scores = _scores(read, folds)
    models = _measured_with(folds, scores)
    if given.folds:
        given.folds.mkdir(parents=True, exist_ok=True)
        for name in judges:
            (given.folds / f"{name}.txt").write_text(table.dump(models[name]), encoding="utf-8")
    plain = _folds(read, judges, text=True, cues=False)
    _print(read, models, _measured_with(plain, _scores(read, plain)))
    if not given.measure:
        text = table.dump(_settled(scores).model(fit(read), fingerprint(names)))
        given.out.write_text(text, encoding="utf-8")
        print(f"{given.out.name}: {len(text.encode()) / 1e6:.2f} MB, {text.count(chr(10)) - 1} features")


def _of(read: Sequence[Example], name: str) -> list[Example]:
    return [e for e in read if e.promise.source == name]


def _folds(read: Sequence[Example], names: Sequence[str], text: bool, cues: bool) -> dict[str, Fitted]:
    """For each hand the heads fitted without it."""
    return {name: fit([e for e in read if e.promise.source != name], text, cues) for name in names}


Scores = dict[str, list[HeldOut]]


def _scores(read: Sequence[Example], folds: dict[str, Fitted]) -> Scores:
    """What each of the models makes of the hand that it has not seen."""
    return {name: held_out(fitted, _of(read, name)) for name, fitted in folds.items()}


def _settled(scores: Scores, but: str = "") -> Settled:
    """Settled on all hands `but` one."""
    return settle([scored for name, these in scores.items() if name != but for scored in these])


def _measured_with(folds: dict[str, Fitted], scores: Scores) -> dict[str, table.Model]:
    """For each hand the model that has not seen it and was not settled on it either."""
    return {name: _settled(scores, but=name).model(fitted, "") for name, fitted in folds.items()}


def _print(read: Sequence[Example], both_by: dict[str, table.Model], grams_by: dict[str, table.Model]) -> None:
    names = list(both_by)
    words = {name: score(_of(read, name), None) for name in names}
    grams = {name: score(_of(read, name), model) for name, model in grams_by.items()}
    both = {name: score(_of(read, name), model) for name, model in both_by.items()}
    print("thresholds of", {name: model.header.thresholds for name, model in both_by.items()})
    print("words and grammars / n-grams / both, each hand held out\n")
    print(f"{'':24}" + "".join(f"{name + ' ' + str(len(_of(read, name))):>20}" for name in names))
    for row in ROWS:
        cells = (f"{words[n][row]:.2f} {grams[n][row]:.2f} {both[n][row]:.2f}" for n in names)
        print(f"{row:24}" + "".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
