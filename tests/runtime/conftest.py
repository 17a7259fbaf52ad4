"""A clean environment, and the modules that workers in these tests run."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "proefwerk"))


@pytest.fixture
def schone_omgeving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No settings from outside: no variables, and a working folder without a file."""
    for naam in [naam for naam in os.environ if naam.startswith("OPGAVE_")]:
        monkeypatch.delenv(naam)
    monkeypatch.chdir(tmp_path)
    return tmp_path
