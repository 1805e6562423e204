"""What a pattern needs is read off it rightly: a closed gate never hides a match."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from extractors.language.needed import needed
from extractors.language.pipeline import language
from extractors.language.signs import PLAIN, TEXT, Alphabet, Gate, signs
from pipeline.evaluation.gold import load_gold


@pytest.mark.parametrize(("pattern", "wanted"), [
    ("首创|率先(?:推出)?", "首率"),
    ("(?<=为)民|民(?=愿)", "民愿"),
    ("[一二]{0,2}件|桩+", "件桩"),
    ("工程|工人", "工"),
    ("(?P<a>甲)(?P=a)?", "甲"),
    ("(?>乙)丙*", "乙"),
])  # fmt: skip
def test_a_pattern_needs_one_of_these(pattern: str, wanted: str) -> None:
    assert needed(pattern) == frozenset(map(ord, wanted))


@pytest.mark.parametrize("pattern", ["甲*", "[^甲]乙?", "甲|.", "", "(?!甲)", "(?<!甲)", "甲{0,3}", r"\w", "[一-龥]"])
def test_a_pattern_may_need_nothing(pattern: str) -> None:
    assert needed(pattern) is None


def test_digits_and_blanks_of_every_script_open_the_gate() -> None:
    alphabet = Alphabet()
    gates = [alphabet.gate(sign) for sign in (r"\d", r"\s", "[\\d半]")]
    for text in ("３", "٣", "\u3000", "半", "甲", "\U00010a40", "\U0001d7ce", ""):
        (given,) = signs(alphabet.read(text), [0, len(text)])
        assert not [gate.pattern.pattern for gate in gates if gate.search(text) and not given & gate.sign]
    assert not [gate for gate in gates for given in signs(alphabet.read("甲乙"), [0, 1, 1, 2]) if given & gate.sign]


def test_where_there_are_no_bits_left_gates_stay_open() -> None:
    alphabet = Alphabet()
    gates = [alphabet.gate(chr(0x4E00 + n)) for n in range(200)]
    of = [signs(alphabet.read(chr(0x4E00 + n)), [0, 1])[0] for n in range(200)]
    assert all(of[n] & gate.sign for n, gate in enumerate(gates))
    assert not of[0] & gates[1].sign
    assert of[0] & gates[199].sign


def test_a_gate_that_needs_nothing_or_came_later_is_open() -> None:
    alphabet = Alphabet()
    open_, closed = alphabet.gate("甲*"), alphabet.gate("乙")
    for text, late in (("丙", "丁"), ("", "戊")):
        (given,) = signs(alphabet.read(text), [0, len(text)])
        assert given & open_.sign
        assert not given & closed.sign
        assert given & alphabet.gate(late).sign


def test_no_gate_is_closed_to_a_match() -> None:
    language()
    modules = [module for name, module in sys.modules.items() if name.startswith("extractors.language")]
    gates = [gate for module in modules for gate in vars(module).values() if isinstance(gate, Gate)]
    assert len(gates) > 30
    texts = [item.text for form in load_gold(Path("tests/gold/tune")) for item in form.items]
    pieces = [piece for text in texts for piece in re.split("[，。；]", text)]
    for alphabet in (TEXT, PLAIN):
        given = [signs(alphabet.read(text), [0, len(text)])[0] for text in pieces]
        ours = [gate for gate in gates if gate.alphabet is alphabet]
        assert not [(gate.pattern.pattern, text) for gate in ours for text, sign in zip(pieces, given, strict=True) if not sign & gate.sign and gate.search(text)]
