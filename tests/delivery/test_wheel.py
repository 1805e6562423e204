"""The built wheel, installed alone outside the checkout, does the main job: all data travels with it."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with our wheel. The libraries come from this environment through a path file, so that the
    test needs no network; our own packages must come from the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".venv", ".git", "out", "build", "samples", "tests", "*.egg-info"))
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    shutil.rmtree(source)
    home = folder / "env"
    venv.create(home, with_pip=False)
    site = next(home.glob("lib/python*/site-packages")) if sys.platform != "win32" else home / "Lib" / "site-packages"
    wheel = next(folder.glob("*.whl"))
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-compile", "--target", str(site), str(wheel)], check=True)
    libraries = folder / "libraries"
    libraries.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if not entry.name.startswith(("__editable__", "chengnuo")) and entry.suffix != ".pth":
            (libraries / entry.name).symlink_to(entry)
    (site / "libraries.pth").write_text(str(libraries) + "\n", "utf-8")
    return home


def run(home: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    command = [str(python), "-c", "from pipeline.cli.main import main; main()", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=300)


def test_the_packages_are_the_wheels(installed: Path, tmp_path: Path) -> None:
    said = run(installed, "doctor", cwd=tmp_path)
    assert said.returncode == 0, said.stdout + said.stderr
    assert str(installed) in said.stdout
    assert str(ROOT) not in said.stdout


def test_the_main_job_runs(installed: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "收件"
    inbox.mkdir()
    for path in sorted((ROOT / "samples" / "inbox").rglob("*.*"))[:12]:
        if path.is_file():
            shutil.copy(path, inbox / path.name)
    said = run(installed, "run", str(inbox), "--notice", "csust-2012", "--out", "结果", "-q", cwd=tmp_path)
    assert said.returncode == 0, said.stdout + said.stderr
    assert (tmp_path / "结果" / "台账.xlsx").stat().st_size > 5000
    assert list((tmp_path / "结果" / "反馈").rglob("审核意见.docx"))
    assert (tmp_path / "结果" / "results.jsonl").read_text("utf-8").count("\n") >= 8


@pytest.mark.parametrize("notice", ["base", "csust-2012", "xinbei-2010", "campus-2010", "henu-2010"])
def test_every_pack_travels(installed: Path, tmp_path: Path, notice: str) -> None:
    assert run(installed, "notices", notice, cwd=tmp_path).returncode == 0
