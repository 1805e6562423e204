"""The two scripts of a bundle: one installs, the other opens a window in which the command is found."""

from __future__ import annotations

from pathlib import Path

_WINDOWS = """\
@echo off
setlocal
title 承诺书审核程序 安装
set "HERE=%~dp0"
set "HOME_OF=%LOCALAPPDATA%\\chengnuo"
if not "%~1"=="" set "HOME_OF=%~1"
set "PY=py -{python}"
%PY% -c "import sys" >nul 2>nul || set "PY=python"
%PY% -c "import sys; sys.exit(sys.version_info[:2] != ({major}, {minor}) or sys.maxsize < 2**32)" >nul 2>nul
if errorlevel 1 (
  echo 没有找到 64 位的 Python {python}。请先安装 Python {python}（Windows 64 位），再运行本程序。
  goto :failed
)
echo 正在安装到“%HOME_OF%”，约需几分钟，不联网……
%PY% -m venv "%HOME_OF%"
if errorlevel 1 goto :failed
"%HOME_OF%\\Scripts\\python.exe" -m pip install --disable-pip-version-check --no-index --find-links "%HERE%wheels" --require-hashes -r "%HERE%requirements.txt"
if errorlevel 1 goto :failed
"%HOME_OF%\\Scripts\\chengnuo.exe" doctor
if errorlevel 1 goto :failed
copy /y "%HERE%打开承诺书审核.bat" "%USERPROFILE%\\Desktop\\" >nul 2>nul
echo.
echo 安装完成。今后双击“打开承诺书审核.bat”即可使用（桌面上放了一份）。
if "%CHENGNUO_UNATTENDED%"=="" pause
exit /b 0
:failed
echo.
echo 没有装成，原有的文件没有改动。请把本窗口拍照发给维护程序的同志。
if "%CHENGNUO_UNATTENDED%"=="" pause
exit /b 1
"""
_OPEN = """\
@echo off
title 承诺书审核
set "PATH=%LOCALAPPDATA%\\chengnuo\\Scripts;%PATH%"
if not "%~1"=="" cd /d "%~1"
if "%~1"=="" cd /d "%USERPROFILE%\\Documents"
echo 输入 chengnuo --help 看有哪些命令；输入 chengnuo init 承诺书 建一个工作文件夹。
cmd /k
"""
_LINUX = """\
#!/bin/sh
# 安装：sh 安装.sh [安装到哪里]
set -e
here=$(cd "$(dirname "$0")" && pwd)
home=${{1:-$HOME/.local/share/chengnuo}}
python=$(command -v python{python} || command -v python3 || true)
if [ -z "$python" ] || ! "$python" -c 'import sys; sys.exit(sys.version_info[:2] != ({major}, {minor}))'; then
  echo "没有找到 Python {python}。请先安装 Python {python}（含 venv），再运行本程序。" >&2
  exit 1
fi
echo "正在安装到“$home”，约需几分钟，不联网……"
"$python" -m venv "$home"
"$home/bin/python" -m pip install --disable-pip-version-check --no-index --find-links "$here/wheels" --require-hashes -q -r "$here/requirements.txt"
"$home/bin/chengnuo" doctor
mkdir -p "$HOME/.local/bin"
ln -sf "$home/bin/chengnuo" "$HOME/.local/bin/chengnuo"
echo "安装完成。输入 $HOME/.local/bin/chengnuo --help 看有哪些命令。"
"""


def write_scripts(folder: Path, target: str, python: str) -> None:
    """Put them into the bundle. cmd.exe reads a script in the code page of a Chinese Windows, and wants its line ends."""
    major, minor = python.split(".")
    words = {"python": python, "major": major, "minor": minor}
    if target == "windows":
        (folder / "安装.bat").write_text(_WINDOWS.format(**words), "gb18030", newline="\r\n")
        (folder / "打开承诺书审核.bat").write_text(_OPEN, "gb18030", newline="\r\n")
    else:
        (folder / "安装.sh").write_text(_LINUX.format(**words), "utf-8", newline="\n")
