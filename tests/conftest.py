"""What all tests share: pictures are not read, as where the extra is not installed; tests of scans switch it on."""

from __future__ import annotations

import os

from extractors.formats.scanpage.engine import SWITCH

os.environ[SWITCH] = "0"
