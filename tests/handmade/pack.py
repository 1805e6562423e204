"""A small notice, so that these tests do not move when the wording of a real one does."""

from datetime import date
from pathlib import Path

import yaml

from rules.packs import Pack

RULES = {
    "C01": ("没有明确目标", "必须修改", "三（二）", "N0.9"),
    "C03": ("没有管用措施", "建议修改", "三（二）", "N0.9"),
    "C04": ("没有完成时限", "必须修改", "三（二）", "N0.9"),
    "W01": ("内容空泛", "建议修改", "三（二）", "N0.9"),
    "W02": ("等同一般要求", "提示", "一", "N0.1"),
    "F02": ("联系电话不完整", "建议修改", "附件1", "N1.13"),
    "K01": ("五个好未全覆盖", "提示", "一", "N0.2"),
    "S01": ("签名", "必须修改", "附件1", "N1.15"),
    "S02": ("盖章", "必须修改", "附件1", "N1.15"),
}


def small_pack() -> Pack:
    return Pack.model_validate({
        "id": "small-2012",
        "title": "关于认真做好2012年度公开承诺工作的通知",
        "short": "2012年度通知",
        "office": "创先争优活动领导小组办公室",
        "year": 2012,
        "calendar": {"hand_in": date(2012, 3, 15)},
        "resubmit_by": date(2012, 3, 25),
        "copies": {
            "org": {"total": 3, "text": "本组织存一份，上一级党组织存一份，公示一份"},
            "member": {"total": 3, "text": "本人存一份，所在党支部存一份，公示一份"},
        },
        "dimensions": {
            "五个好": {"labels": ["领导班子好", "党员队伍好", "工作机制好", "工作业绩好", "群众反映好"]},
            "五带头": {"labels": ["带头学习提高", "带头争创佳绩", "带头服务群众", "带头遵纪守法", "带头弘扬正气"]},
        },
        "dimension_sets": {"org": "五个好", "secretary": "五个好", "member": "五带头"},
        "rules": {
            code: {"severity": severity, "ref": ref, "id": clause, "title": title}
            for code, (title, severity, ref, clause) in RULES.items()
        },
    })  # fmt: skip


def write_pack(folder: Path) -> str:
    """The same notice as a folder, for processes that load it themselves; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    data = small_pack().model_dump(mode="json", exclude_defaults=True)
    (folder / "pack.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return str(folder)
