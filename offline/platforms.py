"""The computers that a bundle can be made for: pip's names for them, and what their markers come to."""

from __future__ import annotations

from dataclasses import dataclass

_GLIBC = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_26", "manylinux_2_24", "manylinux_2_17", "manylinux2014", "manylinux_2_12", "manylinux2010", "manylinux_2_5", "manylinux1")
"""glibc 2.28 and older: 银河麒麟 V10, 统信 UOS 20, Debian 10, RHEL 8 and whatever came later."""


@dataclass(frozen=True, slots=True)
class Platform:
    """`tags` are pip's, best first; `system` and `machine` are what Python says there."""

    tags: tuple[str, ...]
    system: str
    machine: str

    def environment(self, python: str) -> dict[str, str]:
        """What the markers of requirements come to there, for a Python like 3.11."""
        windows = self.system == "Windows"
        return {
            "platform_system": self.system,
            "sys_platform": "win32" if windows else "linux",
            "os_name": "nt" if windows else "posix",
            "platform_machine": self.machine,
            "python_version": python,
            "python_full_version": f"{python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": "",
        }


def _linux(machine: str) -> Platform:
    return Platform(tuple(f"{libc}_{machine}" for libc in _GLIBC), "Linux", machine)


PLATFORMS = {
    "windows": Platform(("win_amd64",), "Windows", "AMD64"),
    "linux": _linux("x86_64"),
    "linux-arm64": _linux("aarch64"),
}
