"""Draws the papers of a year for the manual: `python docs/pictures/year.py [FOLDER]`, from the samples, by the commands that a
clerk uses. FOLDER keeps what was made and the pictures of all of it; without it only those of the manual are written.

Needs what `make.py` needs; the page for the web is drawn where Chromium is there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT), str(ROOT / "tests")]

from make import trimmed  # noqa: E402
from openpyxl import load_workbook  # noqa: E402
from PIL import Image  # noqa: E402

from pipeline import clock  # noqa: E402
from pipeline.ledger.book.life import State  # noqa: E402
from pipeline.ledger.store.ledger import Which, open_ledger  # noqa: E402
from tests.year.hand import fill_book, fill_report, run  # noqa: E402

UNIT = "饮食服务中心党支部"
IN_MANUAL = {
    "year-ledger": "承诺台账", "year-conflicts": "待确认事项", "year-report": "报告表", "year-report-book": "报告表乙", "year-bulletin": "2012Q2践诺情况通报",
    "year-notice": "督办通知", "year-ballot": "测评票", "year-result": "评议结果", "year-wall": "上墙", "year-spot": "抽查表",
}  # fmt: skip
"""Picture → file whose first page it shows."""
VOTES = ((30, 24, 5, 1), (30, 15, 10, 5), (28, 10, 9, 6), (28, 26, 2, 0), (30, 4, 3, 1))
"""Slips handed out, and how many of each option came back; of the last too few."""


TOP = 160
"""Of the sheet with two questions only so many pixels are worth showing."""


class Desk:
    """A clerk's desk: the folder, and the day by the program's clock."""

    def __init__(self, home: Path) -> None:
        self.home, self.out = home, home / "结果"

    def does(self, day: str, *words: object) -> str:
        """A command on that day; one that cannot be done ends the script."""
        clock.now = lambda: datetime.fromisoformat(f"{day}T10:00:00")
        told = run(*words, "--out", self.out)
        if told.code not in (0, 1):
            raise SystemExit(f"{words}: {told.text}")
        return told.text

    def paper(self, pattern: str) -> Path:
        """The first of the papers that were made so."""
        return sorted((self.out / "文书").glob(pattern))[0]


def main(keep: Path | None) -> None:
    """Go through the year, draw everything, and put the manual's pictures beside this script."""
    with tempfile.TemporaryDirectory() as folder:
        home = keep or Path(folder)
        desk, drawn = Desk(home), home / "图"
        drawn.mkdir(parents=True, exist_ok=True)
        begin(desk)
        quarter(desk)
        rounds(desk)
        rest(desk)
        gather(desk, drawn)
        pages = draw(drawn)
        for picture, name in IN_MANUAL.items():
            small(pages[name][0], picture)


def begin(desk: Desk) -> None:
    """From the forms to the publication."""
    samples = ROOT / "samples"
    desk.does("2012-03-16", "run", samples / "inbox", "--notice", "csust-2012", "--roster", samples / "roster.xlsx", "--quiet")
    desk.does("2012-03-18", "ledger", "register")
    desk.does("2012-03-20", "ledger", "move", "审定", "--from", "待审")
    desk.does("2012-03-22", "publish", "start", "--channel", "公开栏")
    desk.does("2012-03-24", "spotcheck", "open", "--size", 4, "--seed", 2012)
    desk.does("2012-03-31", "publish", "end")


def quarter(desk: Desk) -> None:
    """Reports of the second quarter: one filled in Word, one in Excel, the others not handed in."""
    for kind, fill, target in (("docx", fill_report, "报告表.docx"), ("xlsx", fill_book, "报告表乙.xlsx")):
        desk.does("2012-06-10", "report", "open", "2012Q2", "--format", kind)
        sheet = desk.paper(f"季度报告/2012Q2/{UNIT}*.{kind}")
        fill(sheet, answers(desk), desk.home / "收到" / target)
    desk.does("2012-06-28", "report", "take", desk.home / "收到")
    desk.does("2012-07-02", "report", "bulletin", "2012Q2", "--names")


def answers(desk: Desk) -> dict[int, tuple[str, ...]]:
    """What the unit writes of each of its promises."""
    said = (
        ("已完成，食堂公示栏每月更新", "指定专人负责，支委每周检查一次", "是", ""),
        ("完成一半，已培训 3 场", "与后勤处联合办班，考核后上岗", "否", "2012-09-30"),
        ("已走访 12 家，收集意见 36 条", "分片包干，逐条登记", "否", "2012-11-30"),
    )  # fmt: skip
    with open_ledger(desk.out) as ledger:
        return {number: said[n % len(said)] for n, number in enumerate(ledger.ids(Which(unit=UNIT)))}


def rounds(desk: Desk) -> None:
    """Two evaluation rounds, one counted in part."""
    for name, day in (("七一", "2012-06-05"), ("满意度", "2012-05-05")):
        desk.does(day, "assess", "open", name)
        book = desk.paper(f"评议/{name}/评议结果录入.xlsx")
        opened = load_workbook(book)
        for sheet in opened.worksheets:
            for row in range(3, sheet.max_row + 1):
                alone, votes = sheet.title in ("自评", "领导点评"), VOTES[row % len(VOTES)]
                for column, count in enumerate((None, *(int(n == row % 2) for n in range(2))) if alone else votes, start=5):
                    sheet.cell(row, column).value = count
        opened.save(book)
        desk.does("2012-06-28", "assess", "take", name, book)
        desk.does("2012-06-29", "assess", "result", name)


def rest(desk: Desk) -> None:
    """What is due, put right, shown, carried over; and two clerks who typed into one cell."""
    desk.does("2012-07-10", "due", "--notices", "--answer-by", "2012-07-20")
    desk.does("2012-07-12", "rectify", "--overdue", "--limit", "2012-10-31")
    with open_ledger(desk.out) as ledger:
        kept = ledger.ids(Which(states=[State.KEPT]))[:2]
    for number in kept:
        desk.does("2012-07-12", "ledger", "example", number, "--text", "先在一个窗口试行，听取师生意见后推开")
    desk.does("2012-07-12", "ledger", "example", "--paper")
    desk.does("2012-07-15", "ledger", "check", "--book")
    two_clerks(desk)
    desk.does("2012-12-28", "ledger", "move", "未兑现", "--from", "限期整改", "--note", "设备采购没有批复，已向党员大会说明")
    desk.does("2012-12-30", "rollover")


def two_clerks(desk: Desk) -> None:
    """Both typed into one cell of the same workbook; it goes out once more with the question."""
    desk.does("2012-07-16", "ledger", "export")
    went_out = desk.out / "承诺台账.xlsx"
    for name, remark in (("王试登", "已到现场看过"), ("李试核", "等验收单")):
        book, copy = load_workbook(went_out), desk.home / f"{name}.xlsx"
        head = {cell.value: cell.column for cell in book.worksheets[0][1]}
        for row in (2, 4):
            book.worksheets[0].cell(row, head["备注"]).value = remark
        book.save(copy)
        desk.does("2012-07-17", "ledger", "import", copy, "--apply", "--by", name)
    desk.does("2012-07-18", "ledger", "export")


def gather(desk: Desk, to: Path) -> None:
    """The files that are drawn, under plain names."""
    papers = {
        "报告表空白": f"季度报告/2012Q2/{UNIT}*.docx", "报告表乙空白": f"季度报告/2012Q2/{UNIT}*.xlsx", "自评表": "评议/七一/自评表/*.docx", "互评票": "评议/七一/互评票/*.docx",
        "领导点评表": "评议/七一/领导点评表/*.docx", "测评票": f"评议/七一/群众测评票/{UNIT}.docx", "满意度票": "评议/满意度/群众测评票/*.docx", "评议结果": "评议/七一/评议结果.docx",
        "满意度结果": "评议/满意度/评议结果.docx", "录入": "评议/七一/评议结果录入.xlsx", "满意度录入": "评议/满意度/评议结果录入.xlsx", "公示组织": f"公示/{UNIT}/党组织*.docx",
        "公示党员": f"公示/{UNIT}/党员*.docx", "上墙": f"公示/{UNIT}/上墙.docx", "网页": f"公示/{UNIT}/*.html", "督办通知": "督办通知/*.docx", "提醒函": "提醒函/*.docx",
        "整改通知": "限期整改通知/*.docx", "督办清单": "督办清单.xlsx", "抽查表": "抽查/*/*.docx", "台账检查": "台账检查.xlsx", "典型经验": "典型经验.docx",
        "上年未完成": "上年未完成事项.xlsx", "2012Q2践诺情况通报": "2012Q2*.docx",
    }  # fmt: skip
    for name, pattern in papers.items():
        if found := sorted((desk.out / "文书").glob(pattern)):
            shutil.copyfile(found[0], to / f"{name}{found[0].suffix}")
        else:
            sys.stderr.write(f"no {name}: {pattern}\n")
    for path in (desk.home / "收到").iterdir():
        shutil.copyfile(path, to / path.name)
    book = load_workbook(desk.out / "承诺台账.xlsx", data_only=True)  # days that are left, as on the day of the export
    book.save(to / "承诺台账.xlsx")
    for sheet in book.worksheets:
        if sheet.title != "待确认事项":
            book.remove(sheet)
    book.save(to / "待确认事项.xlsx")


def draw(folder: Path) -> dict[str, list[Path]]:
    """Every page of every file as a picture."""
    files = [path for path in folder.iterdir() if path.suffix in (".docx", ".xlsx")]
    command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    shutil.rmtree(folder / "office", ignore_errors=True)
    for pdf in folder.glob("*.pdf"):
        subprocess.run(["pdftoppm", "-r", "80", "-l", "12", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    if browser := shutil.which("chromium") or shutil.which("chromium-browser"):
        page = folder / "网页.html"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=900,1200", f"--screenshot={folder / '网页.png'}"]
        subprocess.run([browser, *flags, page.as_uri()], check=False, capture_output=True)
    return {path.stem: sorted(folder.glob(f"{path.stem}-*.png")) for path in files}


def small(page: Path, picture: str) -> None:
    """A page as the manual shows it: without its margins, in few colours."""
    whole = Image.open(page).convert("RGB")
    shown = trimmed(whole.crop((0, 0, whole.width, TOP)) if picture == "year-conflicts" else whole)
    shown.quantize(32).save(HERE / f"{picture}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
