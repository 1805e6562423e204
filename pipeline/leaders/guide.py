"""Sheet 说明: how each number is counted, in words."""

from __future__ import annotations

from typing import Any

from pipeline.ledger.page import prepare_page
from pipeline.ledger.styles import Styles

NAME = "说明"
LINES = (
    "数字怎样来的",
    "报送：应报＝已报＋口头承诺＋未报，按名册计，不含免报、不报本级；报送率＝（已报＋口头承诺）÷应报。逐份见“报送明细”。",
    "进度：台账中本年度的承诺事项，不含撤下的。逐项见“事项明细”，按“状态”一列计。",
    "兑现率＝（已兑现＋销号）÷列入践诺的事项；列入践诺的是践诺中、已兑现、销号、未兑现、限期整改、转入下年的。",
    "逾期：超过完成时限（限期整改的，超过整改期限）还没有兑现的，“灯”一列为“红”。",
    "覆盖：“事项明细”里每个方面一列，涉及的为1；一项可以涉及几个方面，各计一次。书记的承诺与党组织合计。",
    "问题：最近一次审核后仍要修改的，已按复核意见办理；同一份表或同一项里同样的问题只计一处。逐处见“问题明细”。",
    "涉及单位：“问题明细”里“本单位首见”一列为1的个数。",
    "季度：季报按应报日期看是否按期；“季末”是那一天结束时的状态，本季度未完的按截至日期。逐份见“季报明细”。",
    "核对的办法",
    "各表的数字是公式（COUNTIFS、SUMIFS），按明细表里的“单位号”“组号”统计，在 Excel、WPS、LibreOffice 里都能重算。",
    "要看某个数字是哪些行：在明细表里按组号和状态筛选，行数与数字相同。",
    "明细行数很多时，公式会使 Excel 很慢，有的表只写数字，没有公式；该表下面或本页末行写明。",
    "这个工作簿只供查看、打印，改了不读回台账。要改的，请改台账后重新生成。",
)
HEADS = (0, 9)


def write_guide(sheet: Any, styles: Styles, title: str, plain: list[str]) -> None:
    """Write it; `plain` are the sheets whose numbers are no formulas."""
    prepare_page(sheet, NAME, title)
    sheet.set_column(0, 0, 120)
    lines = list(LINES)
    if plain:
        lines.append(f"本工作簿中这些表行数多，数字由程序统计后写入，没有用公式：{'、'.join(plain)}。")
    for row, text in enumerate(lines):
        sheet.set_row(row, 24 if row in HEADS else 30 if len(text) > 58 else 18)
        sheet.write_string(row, 0, text, styles.section if row in HEADS else styles.note)
