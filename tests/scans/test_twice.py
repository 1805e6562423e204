"""A date that two readings give differently, or that the calendar does not know, is not sure."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2", reason="the extra `ocr` is not installed")

from extractors.formats.scanpage import twice
from extractors.formats.scanpage.engine import Letter

CROP = np.full((40, 300, 3), 230, np.uint8)


def letters(text: str) -> list[Letter]:
    return [Letter(char, (i + 0.5) / len(text), 0.99) for i, char in enumerate(text)]


def again(first: str, second: str) -> tuple[str, str]:
    """What is kept of two readings, and its characters that are not sure."""
    kept = twice.settled(letters(first), letters(second))
    return "".join(k.char for k in kept), "".join(k.char for k in kept if k.sure < 0.9)


@pytest.mark.parametrize(
    ("first", "second", "kept", "doubted"),
    [
        ("2012年3月8日", "2012年3月8日", "2012年3月8日", ""),
        ("2012年3月8日", "2012年3月3日", "2012年3月8日", "8"),
        ("2012年3月1日", "2012年3月11日", "2012年3月1日", "1日"),
        ("2012年3日8目", "2012年3月8日", "2012年3月8日", "月日"),
        ("2012年2月30日", "2012年2月30日", "2012年2月30日", "2012年2月30日"),
        ("2012年3月日", "2012年3月日", "2012年3月日", "2012年3月日"),
        ("1969年9月", "1969年9月", "1969年9月", ""),
        ("二〇一二年三月八日", "二〇一二年三月八日", "二〇一二年三月八日", ""),
        ("年月日", "年月日", "年月日", ""),
        ("2012年8月13", "2012年8月13", "2012年8月13", "2012年8月13"),
        ("2012年8月13团", "2012年8月13团", "2012年8月13团", "2012年8月13团"),
    ],
)
def test_two_readings(first: str, second: str, kept: str, doubted: str) -> None:
    assert again(first, second) == (kept, doubted)


def test_a_character_is_as_sure_as_the_less_sure_reading_of_it() -> None:
    """A blurred 5 was read as 3 both times, and the second time hardly believed."""
    second = [letter._replace(sure=0.63) if letter.char == "3" else letter for letter in letters("2012年4月13日")]
    assert "".join(k.char for k in twice.settled(letters("2012年4月13日"), second) if k.sure < 0.9) == "3"


def test_only_dates_are_read_twice() -> None:
    assert twice.is_dated(letters("承诺人：麦一禾2012年3月8日"))
    assert twice.is_dated(letters("2012.3.8"))
    assert not twice.is_dated(letters("（盖章）"))
    assert not twice.is_dated(letters("2、4月底前为5名新进青年教师各配1名党员导师，采取结对培养。"))


def test_the_second_picture_is_another_one_of_the_same_line() -> None:
    crop = CROP.copy()
    crop[10:30, 50:60] = 60
    other = twice._varied(crop)
    assert other.shape[0] > crop.shape[0]
    assert other.min() == 0
    assert other.max() == 255
