"""A working folder: laid out once, never overwritten, and enough for a run without options."""

import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from pipeline.cli.job import Job, job, saved_job
from pipeline.cli.main import cli
from pipeline.rosters.book import read_roster
from pipeline.working_folder import SETTINGS, FolderError, working_folder

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    done = CliRunner().invoke(cli, ["init", str(tmp_path / "工作"), "--notice", "csust-2012"])
    assert done.exit_code == 0, done.output
    return tmp_path / "工作"


def test_it_is_laid_out_and_read_back(folder: Path) -> None:
    made = working_folder(folder)
    assert made is not None
    assert (made.notice, made.inbox, made.out, made.roster) == ("csust-2012", folder / "收件", folder / "结果", folder / "名册.xlsx")
    assert made.settings.received is None


def test_the_template_is_a_roster_with_drop_downs(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "名册.xlsx")
    assert book.sheetnames == ["党组织", "党员", "收件登记", "配套材料", "上年未完成事项"]
    lists = [v.formula1 for v in book["党组织"].data_validations.dataValidation if v.type == "list"]
    assert '"是,否"' in lists
    assert '"学生支部,教辅后勤,院部,机关"' in lists
    book["党组织"]["A3"] = "教务处党支部"
    book["党组织"]["F3"] = "十几"
    book.save(folder / "名册.xlsx")
    read = read_roster(folder / "名册.xlsx")
    assert [s.kind for s in read.sheets] == ["党组织名册", "党员名册", "收件登记", "配套材料", "上年未完成事项"]
    assert [u.name for u in read.roster.units] == ["教务处党支部"]
    assert any(p.startswith("党组织!F3") for p in read.problems)


def test_what_is_there_is_left_alone(folder: Path) -> None:
    (folder / SETTINGS).write_text("通知: base\n", "utf-8")
    done = CliRunner().invoke(cli, ["init", str(folder), "--notice", "csust-2012"])
    assert "没有改动" in done.output
    assert (folder / SETTINGS).read_text("utf-8") == "通知: base\n"


def test_a_run_without_options(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(SAMPLES / "inbox" / "机关" / "教务处" / "魏试填.docx", folder / "收件")
    shutil.copy(SAMPLES / "roster.xlsx", folder / "名册.xlsx")
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(cli, ["run", "--quiet", "-j", "1"])
    assert done.exit_code == 0, done.output
    assert (folder / "结果" / "台账.xlsx").is_file()


def test_without_settings_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "chengnuo init" in str(CliRunner().invoke(cli, ["run"], standalone_mode=False).exception.format_message())
    (tmp_path / "收件").mkdir()
    assert "--notice" in str(CliRunner().invoke(cli, ["run", "收件"], standalone_mode=False).exception.format_message())


@pytest.mark.parametrize(("text", "says"), [
    ("收件文件夹: 收件", "“通知”没有填写"),
    ("通知: base\n收到日期: 三月", "日期要写成"),
    ("通知: base\n通 知: x", "不是认得的名称"),
    ("通知：base", "冒号后空一格"),
    ("通知: base\n收到日期: 2012-13-45", "“收到日期”日期要写成"),
    ("通知: base\n重新报送截止: 2012-02-30", "“重新报送截止”日期要写成"),
    ("通知: base\n收到日期: 2012-03-14 25:61:00", "日期要写成"),
    ("通知: base\n都是签字盖章件: 是", "要写成 true 或 false"),
    ("通知: base\n通知: csust-2012", "“通知”写了两次"),
    ("通知: " + "[" * 5000, "冒号后空一格"),
])  # fmt: skip
def test_wrong_settings_are_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / SETTINGS).write_text(text, "utf-8")
    with pytest.raises(FolderError, match=says):
        working_folder(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_settings_as_notepad_saves_them(tmp_path: Path, encoding: str) -> None:
    (tmp_path / SETTINGS).write_text("通知: base\n名册: 我们的名册.xlsx\n", encoding)
    made = working_folder(tmp_path)
    assert made is not None
    assert made.settings.roster == "我们的名册.xlsx"


def test_days_are_days(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_text("通知: base\n收到日期: 2012-03-14\n重新报送截止:\n", "utf-8")
    made = working_folder(tmp_path)
    assert made is not None
    assert (made.settings.received, made.settings.due) == (date(2012, 3, 14), None)


def test_roster_check_shows_what_was_taken_as_what() -> None:
    done = CliRunner().invoke(cli, ["roster", "check", str(SAMPLES / "roster.xlsx")])
    assert done.exit_code == 0, done.output
    assert "支部决定 ← I列“支部研究日期”" in done.output
    assert "没有用到：K列“备注”" in done.output
    assert "读到60行" in done.output


def test_an_inbox_named_within_a_working_folder_takes_the_rest_from_its_settings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    told = job(Path("另收"), None, None, Path("另出"), None, False, None)
    assert (told.inbox, told.notice, told.roster, told.out) == (Path("另收"), "csust-2012", Path("名册.xlsx"), Path("另出"))
    assert job(None, None, None, None, None, False, None).inbox == Path("收件")


def test_results_that_were_moved_find_what_lay_beside_them(folder: Path, tmp_path: Path) -> None:
    """Another computer: the notice of one's own, the roster and the inbox came along; the old places may be there still."""
    (tmp_path / "我的通知").mkdir()
    (folder / "结果" / ".chengnuo").mkdir(parents=True)
    Job(folder / "收件", str(tmp_path / "我的通知"), folder / "名册.xlsx", folder / "结果", None, False, None).save()
    new = tmp_path / "D盘 资料"
    new.mkdir()
    shutil.copytree(folder, new / folder.name)
    shutil.copytree(tmp_path / "我的通知", new / "我的通知")
    told = saved_job(new / folder.name / "结果")
    assert (told.inbox, told.roster) == (new / folder.name / "收件", new / folder.name / "名册.xlsx")
    assert told.notice == str(new / "我的通知")
    shutil.rmtree(new / "我的通知")
    assert saved_job(new / folder.name / "结果").notice == str(tmp_path / "我的通知")
