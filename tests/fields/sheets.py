"""Forms that are good but for what a case says, printed as real Word files and judged from end to end: reading is part of it,
for a rule is no better than the value that it is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pipeline.rosters.roster import Receipt, Roster
from pipeline.submission import Submission, judge_files
from rules.facts import PersonFacts, UnitFacts
from rules.model import Finding
from rules.packs import load_pack
from tests.gold.render import render

CASES = Path(__file__).parent / "cases"
NOTICES = {"org": "csust-2012", "member": "csust-2012", "secretary": "henu-2010"}
TITLES = {"org": "2012年度基层党组织公开承诺书", "member": "2012年度党员公开承诺书", "secretary": "2010年度党组织书记公开承诺书"}
DATES = {"org": ("2012年3月9日", "2012年3月12日"), "member": ("2012年3月9日", "2012年3月12日"), "secretary": ("2010年12月20日", "2010年12月22日")}
LABELS = {
    "org": {"org_name": "党组织名称", "member_count": "党员人数", "head": "党组织负责人", "phone": "联系电话"},
    "member": {"name": "党员姓名", "gender": "性别", "birth": "出生年月", "ethnicity": "民族", "post": "职务或职业", "joined": "入党时间",
               "education": "文化程度", "branch": "所在党支部"},
    "secretary": {"name": "姓名", "gender": "性别", "birth": "出生年月", "post": "职务", "tenure_start": "任职时间", "phone": "联系方式",
                  "org_name": "党组织名称"},
}  # fmt: skip
GOOD = {
    "org": {"org_name": "测绘学院党总支", "member_count": "46", "head": "石经纬", "phone": "0731-85550146"},
    "member": {"name": "水准仪", "gender": "男", "birth": "1975年6月", "ethnicity": "汉", "post": "讲师", "joined": "1998年12月",
               "education": "硕士", "branch": "测绘学院教工党支部"},
    "secretary": {"name": "罗盘针", "gender": "女", "birth": "1966年3月", "post": "测绘学院党总支书记", "tenure_start": "2008年9月",
                  "phone": "0378-85550131", "org_name": "测绘学院党总支"},
}  # fmt: skip
PROMISES = (
    "一、6月底前为学生宿舍2栋安装直饮水机12台，请后勤处配合验收。",
    "二、每月组织1次专业开放日，由教研室轮流讲解仪器。",
)
ABOUT_FIELDS = "FPB"
"""Families of rules that a case lists; of the others it lists only the codes that it names in `also`."""


@dataclass(frozen=True)
class Case:
    """One printed form and what is to be found in it: codes with their verdicts."""

    name: str
    data: Mapping[str, Any]

    @property
    def kind(self) -> str:
        return str(self.data.get("kind", "org"))

    @property
    def expected(self) -> list[str]:
        return sorted(str(line) for line in self.data.get("expect") or ())

    def found(self, folder: Path) -> list[str]:
        """What the program finds, written as the case does."""
        path = folder / str(self.data.get("file") or "承诺书.docx")
        path.parent.mkdir(parents=True, exist_ok=True)
        render({"blocks": self.blocks()}, path)
        source = Submission(path.relative_to(folder).as_posix(), path, "")
        (judged,) = judge_files([source], load_pack(self.data.get("notice") or NOTICES[self.kind]), self.roster(source.name))
        assert isinstance(judged, tuple), judged
        also = self.data.get("also") or ()
        told = [f for form in judged for f in form.findings if f.code[0] in ABOUT_FIELDS or f.code in also]
        return sorted(map(_line, told))

    def blocks(self) -> list[dict[str, Any]]:
        """The sheet: title, table of fields, promises and end; `blocks` of the case instead, where it has them."""
        if "blocks" in self.data:
            return list(self.data["blocks"])
        fields = GOOD[self.kind] | (self.data.get("fields") or {})
        labels = LABELS[self.kind] | (self.data.get("labels") or {})
        cells = [cell for key, label in labels.items() if label and key in fields for cell in (label, str(fields[key] or ""))]
        rows: list[list[Any]] = [cells[n : n + 4] for n in range(0, len(cells), 4)]
        rows = [row if len(row) == 4 else [row[0], {"t": row[1], "cols": 3}] for row in rows]
        signed, approved = DATES[self.kind]
        mark = "（盖章）" if self.kind == "org" else "（签名）"
        promises = "\n".join([*(self.data.get("promises") or PROMISES), *(self.data.get("after") or ())])
        signer = self.data.get("signer", "" if self.kind == "org" else fields.get("name") or "")
        end = f"{mark}{signer}\n{self.data.get('signed', signed)}"
        rows.append(["公开承诺事项及完成时限", {"t": f"{promises}\n{end}", "cols": 3}])
        rows.append(["上一级党组织审定意见", {"t": f"同意。\n（盖章）\n{self.data.get('approved', approved)}", "cols": 3}])
        return [{"p": self.data.get("title", TITLES[self.kind]), "style": "title"}, {"table": rows}]

    def roster(self, file: str) -> Roster:
        """The office's roster, where the case has one; the receipt register holds the case's file."""
        known = self.data.get("roster") or {}
        units = tuple(UnitFacts(f"u{n}", **unit) for n, unit in enumerate(known.get("units") or ()))
        people = tuple(PersonFacts(f"p{n}", **person) for n, person in enumerate(known.get("people") or ()))
        day = self.data.get("received")
        receipts = (Receipt(file, day, bool(self.data.get("signed_copy"))),) if isinstance(day, date) else ()
        return Roster(units, people, receipts)


def _line(finding: Finding) -> str:
    verdict = "" if finding.verdict == "deficient" else f" {finding.verdict}"
    return f"{finding.code}{f' {finding.field}' if finding.field else ''}{verdict}"


def cases() -> Iterator[Case]:
    """All cases: `values.yaml` holds printed values of one field by what is right to say of them, the others whole forms."""
    for entry in yaml.safe_load((CASES / "values.yaml").read_bytes()):
        for outcome in ("ok", "deficient", "unknown"):
            for text in entry.get(outcome) or ():
                yield _of_value(entry, outcome, text)
    for path in sorted(CASES.glob("form_*.yaml")):
        for data in yaml.safe_load(path.read_bytes()):
            yield Case(f"{path.stem}: {data['name']}", data)


def _of_value(entry: Mapping[str, Any], outcome: str, text: object) -> Case:
    """One value; a case may be a mapping of several fields."""
    fields = text if isinstance(text, dict) else {entry["field"]: text}
    said = {"ok": [], "deficient": [f"{entry['code']} {entry['field']}"], "unknown": [f"{entry['code']} {entry['field']} unknown"]}
    shown = " ".join(str(value) for value in fields.values())
    return Case(f"{entry['code']} {outcome} {shown}", {"kind": entry["kind"], "fields": fields, "expect": said[outcome]})
