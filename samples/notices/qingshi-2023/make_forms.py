"""Writes the two sample forms of this notice: `python samples/notices/qingshi-2023/make_forms.py`. All names are made up."""

from pathlib import Path

import docx

INBOX = Path(__file__).parent / "inbox"
ORG = [
    ("党组织名称", "上湾村党支部", "党员人数", "41"),
    ("党组织负责人", "文样例", "联系电话", "0712-5550132"),
    ("公开承诺事项及完成时限", [
        "一、6月底前为上湾村主村道安装路灯24盏，由村委会筹资，责任人：文样例。",
        "二、每月上门为13户独居老人送餐送药两次，责任人：柳示范。",
        "三、9月底前修订村规民约，召开村民代表会议通过后印发到户，责任人：文样例。",
        "四、12月20日前带动25户种植茶叶，每户增收1000元以上，责任人：柳示范。",
        "五、努力实现为民服务全覆盖，让群众百分之百满意。",
        "（盖章）2023年3月16日",
    ]),
    ("上一级党组织审定意见", ["同意。", "（盖章）2023年3月19日"]),
]  # fmt: skip
MEMBER = [
    ("党员姓名", "甄虚构", "性别", "男", "出生年月", "1958年4月", "民族", "汉"),
    ("职务或职业", "务农", "入党时间", "1985年7月", "文化程度", "初中"),
    ("所在党支部", "上湾村党支部"),
    ("公开承诺事项及完成时限", [
        "1．认真学习党的理论，不断提高思想觉悟。",
        "2．7月底前帮助2户邻居收割早稻。",
        "（签名）甄虚构  2023年3月28日",
    ]),
    ("党支部审定意见", ["（盖章）    年  月  日"]),
]  # fmt: skip


def write(name: str, title: str, rows: list[tuple[str | list[str], ...]]) -> None:
    document = docx.Document()
    document.add_paragraph(title)
    width = max(map(len, rows))
    table = document.add_table(rows=0, cols=width)
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        for at, value in enumerate(row):
            cell = cells[at] if at < len(row) - 1 else cells[at].merge(cells[-1]) if at < width - 1 else cells[at]
            lines = [value] if isinstance(value, str) else value
            cell.text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
    document.save(str(INBOX / name))


if __name__ == "__main__":
    write("上湾村党支部公开承诺书.docx", "2023年度基层党组织公开承诺书", ORG)
    write("甄虚构同志公开承诺书.docx", "2023年度党员公开承诺书", MEMBER)
