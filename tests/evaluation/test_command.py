"""`chengnuo eval` from end to end on real Word files of the tuning set."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import cli
from tests.gold.render import render_folder, write_lines

TUNE = Path(__file__).parents[1] / "gold" / "tune"


@pytest.fixture(scope="module")
def labelled(tmp_path_factory):
    """Four tuning forms as Word files, their labels beside them."""
    folder = tmp_path_factory.mktemp("labelled")
    source = folder / "source"
    source.mkdir()
    for name in ("t001", "t014", "u007", "u021"):
        shutil.copy(TUNE / f"{name}.yaml", source)
    render_folder(source, folder)
    return write_lines(source, folder, ".docx")


def run(*words):
    return CliRunner().invoke(cli, ["eval", *map(str, words)], standalone_mode=False, catch_exceptions=True)


def scores(path):
    result = CliRunner().invoke(cli, ["eval", str(path), "--format", "json", "--quiet"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def value(found, name):
    return next(f["value"] for f in found["figures"] if f["name"] == name)


def test_it_counts_all_forms_and_items(labelled):
    found = scores(labelled)
    items = sum(len(json.loads(line)["items"]) for line in labelled.read_text(encoding="utf-8").splitlines())
    assert (found["forms"], found["items"]) == (4, items)
    assert found["unread"] == []
    assert value(found, "items F1") > 0.9


def test_a_wrong_label_costs_and_is_shown(labelled, tmp_path):
    lines = [json.loads(line) for line in labelled.read_text(encoding="utf-8").splitlines()]
    before = value(scores(labelled), "vague accuracy")
    wrong = lines[0]["items"][0]
    wrong["vague"] = not wrong["vague"]
    for line in lines:
        line["file"] = str(labelled.parent / line["file"])
    changed = tmp_path / "changed.jsonl"
    changed.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    after = scores(changed)
    assert value(after, "vague accuracy") < before
    shown = run(changed, "--worst", 1000, "--quiet")
    assert wrong["text"][:20] in shown.output


def test_a_file_that_is_missing_counts_as_nothing_found(labelled, tmp_path):
    first = json.loads(labelled.read_text(encoding="utf-8").splitlines()[0])
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(first, ensure_ascii=False), encoding="utf-8")
    found = scores(path)
    assert value(found, "items R") == 0.0
    assert found["unread"][0][0] == first["id"]


def test_results_that_a_person_put_right_are_labels(labelled, tmp_path):
    source = json.loads(labelled.read_text(encoding="utf-8").splitlines()[1])
    shutil.copy(labelled.parent / source["file"], tmp_path)
    check = CliRunner().invoke(cli, ["check", str(tmp_path / source["file"]), "--format", "json"])
    record = json.loads(check.stdout.splitlines()[0])
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    found = scores(path)
    assert all(f["value"] == 1.0 for f in found["figures"]), "the program agrees with its own uncorrected results"
    record["items"][0]["target"]["kind"] = "none" if record["items"][0]["target"]["kind"] != "none" else "clear"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    assert value(scores(path), "target kind accuracy") < 1.0


@pytest.mark.parametrize("content", ["", "{", '{"file": 1}'])
def test_bad_labels_are_refused_in_chinese(tmp_path, content):
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    result = run(path)
    assert result.exception is not None
    assert "标注文件" in str(result.exception.format_message())


def test_an_offices_own_lines(labelled, tmp_path):
    """What a line says nothing of is not counted; lines of unreadable files are passed over; what is wrong is said in Chinese."""
    line = json.loads(labelled.read_text(encoding="utf-8").splitlines()[0])
    line["file"] = str(labelled.parent / line["file"])
    for key in ("year", "sign_date", "approval_date"):
        line.pop(key, None)
    gone = {"file": "没有.docx", "kind": "org", "items": []}
    own = tmp_path / "自标.jsonl"
    own.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in ({"record": "unreadable", "file": "坏.docx"}, line, gone)), encoding="utf-8")
    found = scores(own)
    assert found["forms"] == 2
    assert not {"year accuracy", "sign date accuracy", "approval date accuracy"} & {f["name"] for f in found["figures"]}
    told = CliRunner().invoke(cli, ["eval", str(own), "--quiet"]).output
    assert "没有找到这个文件。标注文件要与承诺书放在一起" in told
    own.write_text(json.dumps({**line, "kind": "支部"}, ensure_ascii=False), encoding="utf-8")
    assert "只能写 'org'" in str(run(own).exception)
