"""`chengnuo doctor`: what is installed, what is missing, how to get it, and whether the packages are ours."""

from __future__ import annotations

import importlib
import importlib.metadata
import sys
from pathlib import Path

import click

from extractors.formats.legacy.office import office
from pipeline.cli.chinese import ChineseCommand
from pipeline.cli.console import say

LIBRARIES = {
    "python-docx": "生成审核意见（Word）",
    "lxml": "读取 Word",
    "olefile": "读取 .doc 旧格式",
    "pypdfium2": "读取 PDF",
    "pdfplumber": "读取疑难 PDF",
    "pikepdf": "在 PDF 上批注",
    "openpyxl": "读取名册",
    "xlsxwriter": "生成台账",
    "spacy": "文字分析",
    "jieba": "中文分词",
    "rjieba": "中文分词（快速）",
    "ahocorasick-rs": "词表匹配",
    "lunar-python": "农历节日换算",
    "SQLAlchemy": "保存复核意见",
    "alembic": "升级复核意见的数据库",
    "numpy": "比较文字相近",
    "psutil": "看住处理文件的进程",
    "rarfile": "读取 rar 压缩包的目录",
}


@click.command(cls=ChineseCommand, options_metavar="[选项]", name="doctor", short_help="检查运行环境")
@click.pass_context
def command(ctx: click.Context) -> None:
    """检查运行环境：缺什么、有什么影响、怎样补上。退出码：0 齐备；1 有缺项。"""
    missing = _python() + _ours() + _libraries()
    say("正常  RTF、OFD、网页、Word XML：由本程序直接读取，不需要其他软件（批注写在 .docx 副本里，OFD 不加批注，意见写在《审核意见》里）。")
    _office()
    _pictures()
    _archives()
    if missing:
        say("有缺项，请按上面的提示处理。")
        ctx.exit(1)
    say("环境齐备。")


def _python() -> int:
    ok = sys.version_info >= (3, 11)
    say(f"{'正常' if ok else '不符'}  Python {sys.version.split()[0]}{'' if ok else '：需要 3.11 或以上'}")
    return 0 if ok else 1


def _ours() -> int:
    """Other distributions use the import names `rules` and `pipeline`; ours carry each other's neighbours."""
    homes = {name: Path(importlib.import_module(name).__file__ or "").parent.parent for name in ("extractors", "rules", "pipeline")}
    strange = [name for name, home in homes.items() if home != homes["pipeline"] or not (home / name / "py.typed").exists()]
    for name in strange:
        say(f"不符  软件包 {name} 不是本程序的（{homes[name]}）：请在单独的虚拟环境中安装 chengnuo。")
    if not strange:
        say(f"正常  程序位于 {homes['pipeline']}")
    return len(strange)


def _libraries() -> int:
    missing = 0
    for name, use in LIBRARIES.items():
        try:
            say(f"正常  {name} {importlib.metadata.version(name)}（{use}）")
        except importlib.metadata.PackageNotFoundError:
            missing += 1
            say(f"缺少  {name}（{use}）：请重新安装 chengnuo。")
    return missing


def _office() -> None:
    found = office()
    if found:
        say(f"正常  LibreOffice（{found}）：可读取 Word 95 及更早的文件。")
    else:
        say("可选  未安装 LibreOffice：不影响 .doc 旧格式；只有 Word 95 及更早的文件无法读取，请先另存为 .docx。")


def _pictures() -> None:
    """The extra that reads scans: there, switched off, or how to get it."""
    from extractors.formats.scanpage.engine import EXTRA, SWITCH, available, installed

    if available():
        say(f"正常  扫描件识别（rapidocr {importlib.metadata.version('rapidocr')}）：可读取扫描 PDF、照片和 Word 中粘贴的图片，不联网。")
    elif installed():
        say(f"可选  扫描件识别已安装，但环境变量 {SWITCH} 把它关闭了：扫描件会列入“无法读取”。")
    else:
        say(f"可选  未安装扫描件识别：扫描件、照片会列入“无法读取”。需要的，请运行 {EXTRA}（约 250 MB，安装后不联网）。")


def _archives() -> None:
    from pipeline.archives.tools import ADVICE, rar_tool

    say("正常  zip、7z、tar 压缩包：程序自己能解开。")
    if tool := rar_tool():
        say(f"正常  rar 压缩包：用 {tool.path} 解开。")
    else:
        say(f"可选  没有能解开 rar 的程序：rar 压缩包会逐个列出、不能解开。请安装 {ADVICE}。")
