"""End states in plain words: a verb with its result (修好, 挖通, 装订成册), a change that is over (通车, 定稿, 交付), a grade that is won.

Nobody lists the verbs of ordinary life, but what they end in is a small closed set: 好 完 通 成 上 … behind a verb say that it is
done. Where a day is named by which that shall be so, it is an end state (GUIDELINE.md, target); without one it may be how somebody
goes about his work (把话说清)."""

from __future__ import annotations

import re

from extractors.language.sheet import Clause
from extractors.language.signs import TEXT

_DONE = TEXT.gate(
    "(?<![做搞办抓管务良更最养学教带当守美友爱看用开处建自])好$|(?<![不沟交畅普疏圆充美廉精补])(?:完|清|齐|通|净|妥|亮|掉|毕)$|(?<![完组构合形达赞养变打])成$"
    "|(?:搬|移|迁|挂|贴|摆|装|印|送|立|换|铺|接|架)(?:到|进|上|出)[^，。；的]{0,10}$|成册$"
)
_OVER = TEXT.gate(
    "(?:投运|投产|投用|投入|开伙|开播|登台|始发|通车|通邮|通水|通电|点亮|封存|定稿|成稿|上架|动工|获批|入住|见报|发文|告破|结案|合龙|转正|建档|上报|移交|交付|拆除|停用|取消)(?:了|完毕)?$"
    "|^(?:取消|撤销|停办|停用|拆掉|拆除|关掉)[^，。；]{2,}"
)
_GRADE = TEXT.gate(
    "(?:拿到?|获得?|取得|评上|评为|考上|考取|考过|考下|考出|进入|闯进|挤进|晋级|晋升|争得|捧回|通过)(?![^，。；]{0,3}(?:好|新|较大|明显|实))[^，。；]{0,14}?"
    "(?:[一二三四五六七八九]等奖?|金奖|银奖|铜奖|决赛|复赛|资格证?|医师|药师|护师|技师|工程师|会计师|教师证|研究生|三好学生|优秀[^，。；]{2,5}|标兵|称号|等级)(?:以上)?$"
)


def result(clause: Clause, due: bool) -> re.Match[str] | None:
    """Where the words of a clause say what shall have come about; `due`: whether the promise itself names the day."""
    for gate in (_GRADE, _DONE, _OVER) if due else (_GRADE,):
        if clause.signs & gate.sign and (found := gate.search(clause.text)):
            return found
    return None
