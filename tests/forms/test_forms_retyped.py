"""Real Word files laid out a little otherwise: owner, fields, kind and days stay what they were."""

from pathlib import Path

import pytest

from benchmarks.retyped import chosen, labelled, tally

LAYOUTS = Path(__file__).parents[1] / "layouts"
FILES = {
    "over:": "f017 c031 c035 a015 b025 d007 d017 d043 h041 a039 a003 e041 b013 k017",
    "below:": "a009 b035 c013 e023 h029 b009 b037 e035 d005 j029 h025 c015",
    "page:": "f007 d013 d031 e023 j029",
    "title:": "h001 i025 h031 h041 c009",
    "indent:": "b021",
    "tabs": "a019 e029",
    "spread:": "f055 d031 e039 g039",
    "stacked": "b019 a001",
    "promiser:": "f015 a049 j027 h043 s027",
    "fields:": "e003 j029",
    "person:": "f025 b043 c021 j015",
    "house:": "f017 f035 a003 a015 a029 b039 b045 c015 c021 d017 d039 e029 h037 k017",
    "date-own-line": "d029",
    "date-empty": "e035 h031 h043",
    "strewn:": "s003 t015",
    "blank:": "s003",
    "under:": "f015 a007 d027 j013 t021",
    "ruled:": "j029 q029",
    "amid:": "q029 s027",
    "table-cut": "i013 c005 e037",
    "row-split:": "j015 h021 q001",
    "title-again": "f015 a003 h031 j019",
    "unnumbered": "s005 s017 s019",
}
OPEN = {("over:running-head", "h041"), ("person:long", "j015")}
"""What is still read otherwise: 某镇……资料汇编 over 党支部公开承诺书, a name of nine letters and a post with one blank between."""


@pytest.mark.parametrize("kind", FILES)
def test_what_was_right_stays_right(kind: str) -> None:
    names = FILES[kind].split()
    forms = [form for folder in sorted(LAYOUTS.glob("fresh*/tune")) for form in labelled(folder) if form.name in names]
    assert len(forms) == len(names)
    cases = [case.split() for found in tally(forms, chosen(kind)).values() for case in found.cases]
    assert [case for case in cases if (case[0], case[1]) not in OPEN] == []
