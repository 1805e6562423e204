"""Laying out a new working folder; what is there already is left alone."""

from __future__ import annotations

from pathlib import Path

from pipeline.rosters.template import write_template
from pipeline.working_folder import INBOX, OUT, README, ROSTER, SETTINGS
from rules.packs import Pack

_SETTINGS = """\
# 工作文件夹的设置。每行写成“名称: 内容”，冒号后空一格；# 后面是说明。改好后保存，再运行 chengnuo run。

通知: {notice}          # {title}
收件文件夹: {inbox}
名册: {roster}
结果文件夹: {out}

收到日期:              # 整批同一天收到、又没有逐份登记的，写这一天，如 2012-03-14
都是签字盖章件: false   # 本批文件都是签字盖章后的正式件的，改为 true
重新报送截止:          # 请各单位什么时候前改好重报，如 2012-03-25，印在审核意见上

数据库:                # 一人办理的不用填：台账在“{out}/.chengnuo/台账.db”，请连同文件夹一起备份。几个人同时办理的，
                       # 填 PostgreSQL 的地址，如 postgresql://chengnuo@192.168.1.5/taizhang，原有的台账自动复制过去
"""
_README = """\
公开承诺书审核工作文件夹
通知：{title}

一、填名册
　　打开“{roster}”，有名册的把内容粘贴进来；表头、列的顺序不限。填好后运行：chengnuo roster check {roster}
　　看各列认得对不对，按提示的单元格改正。

二、放收件
　　把收到的 Word、PDF、压缩包原样放进“{inbox}”，可以按单位分下级文件夹。收到一份在“收件登记”登记一行。

三、运行
　　在这个文件夹里运行：chengnuo run
　　结果在“{out}”：台账.xlsx 和各单位的反馈。认不准归属的文件列在台账“待确认”，填好保存，再运行一次即可。

四、发通报
　　运行：chengnuo papers
　　生成审核情况通报、各单位的催报通知和复审意见，都是草稿，复核后发出。

五、保管
　　本文件夹有姓名、电话等个人信息，请勿外传。结果文件夹里的 .chengnuo 请保留。
"""


def lay_out(folder: Path, notice: str, pack: Pack) -> tuple[list[str], list[str]]:
    """Make the folder with its files; what was made, and what had been there. Raises OSError."""
    words = {"notice": notice, "title": pack.title, "inbox": INBOX, "roster": ROSTER, "out": OUT}
    folder.mkdir(parents=True, exist_ok=True)
    made, kept = [], []
    for name in (SETTINGS, ROSTER, INBOX, README):
        path = folder / name
        if path.exists():
            kept.append(name)
            continue
        if name == INBOX:
            path.mkdir()
        elif name == ROSTER:
            write_template(path, pack)
        else:
            text = (_SETTINGS if name == SETTINGS else _README).format(**words)
            path.write_text(text, "utf-8-sig", newline="\r\n")  # the old Windows notepad knows UTF-8 by the mark
        made.append(name)
    return made, kept
