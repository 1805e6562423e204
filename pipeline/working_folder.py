"""The office's working folder: a settings file, the roster, the inbox, the results. `chengnuo run` in it needs no options."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.pack_files import PlainLoader, Repeated

SETTINGS = "设置.yaml"
INBOX, ROSTER, OUT, README = "收件", "名册.xlsx", "结果", "说明.txt"


class FolderError(Exception):
    """Settings that cannot be used; the message is Chinese and names the line."""


class FolderSettings(BaseModel):
    """设置.yaml. Places are below the folder that it lies in."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    notice: str = Field(alias="通知")
    inbox: str = Field(INBOX, alias="收件文件夹")
    roster: str | None = Field(ROSTER, alias="名册")
    out: str = Field(OUT, alias="结果文件夹")
    received: date | None = Field(None, alias="收到日期")
    signed_copies: bool = Field(False, alias="都是签字盖章件")
    due: date | None = Field(None, alias="重新报送截止")
    database: str | None = Field(None, alias="数据库")


@dataclass(frozen=True, slots=True)
class WorkingFolder:
    """A folder with its settings. `roster` is None where the settings name none, or the file is not there yet."""

    root: Path
    settings: FolderSettings

    @property
    def inbox(self) -> Path:
        return self.root / self.settings.inbox

    @property
    def out(self) -> Path:
        return self.root / self.settings.out

    @property
    def roster(self) -> Path | None:
        return self.root / self.settings.roster if self.settings.roster else None

    @property
    def notice(self) -> str:
        """The notice; a path where a folder of that name lies beside the settings."""
        own = self.root / self.settings.notice
        return str(own) if (own / "pack.yaml").is_file() else self.settings.notice


def _text(data: bytes) -> str:
    """The settings in the encodings that Windows' Notepad offers: UTF-8, Unicode, ANSI (on a Chinese Windows, GBK)."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def working_folder(root: Path) -> WorkingFolder | None:
    """The working folder at a place; None where no settings lie there. Raises FolderError where they cannot be used."""
    path = root / SETTINGS
    if not path.is_file():
        return None
    try:
        data = yaml.load(_text(path.read_bytes()), Loader=PlainLoader)
        return WorkingFolder(root, FolderSettings.model_validate({k: v for k, v in (data or {}).items() if v is not None}))
    except ValidationError as error:
        first = error.errors()[0]
        place = "、".join(str(p) for p in first["loc"])
        raise FolderError(f"“{path}”的“{place}”{_why(str(first['type']))}。请对照文件里的说明改正。") from error
    except Repeated as error:
        raise FolderError(f"“{path}”：{error.problem}。请只留一行。") from error
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError, RecursionError) as error:
        raise FolderError(f"“{path}”的格式不对：每行应写成“名称: 内容”，用英文的冒号，冒号后空一格。请对照文件里的说明改正。") from error


def _why(kind: str) -> str:
    if kind == "extra_forbidden":
        return "不是认得的名称"
    if kind == "missing":
        return "没有填写"
    if kind.startswith("bool"):
        return "要写成 true 或 false"
    return "日期要写成 2012-03-25 的样子" if kind.startswith("date") else "填写有误"
