"""The Dockerfile can't be built here, but its install steps can be taken: in a clean environment, from what it copies."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parent.parent
REGELS = (WORTEL / "Dockerfile").read_text().replace("\\\n", " ").splitlines()


def _kopieer(naar: Path) -> None:
    """Do what the COPY lines do, so that a file they forget is missing here too."""
    for regel in REGELS:
        if not regel.startswith("COPY "):
            continue
        *bronnen, doel = regel.split()[1:]
        for bron in bronnen:
            eind = naar / doel / Path(bron).name if doel.endswith("/") else naar / doel
            eind.parent.mkdir(parents=True, exist_ok=True)
            if (WORTEL / bron).is_dir():
                shutil.copytree(WORTEL / bron, eind, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
            else:
                shutil.copy(WORTEL / bron, eind)


def _draai(*woorden: str, in_: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(woorden, cwd=in_, capture_output=True, text=True, timeout=400, check=False)


@pytest.mark.lang
def test_the_install_steps_of_the_dockerfile_give_a_working_command(tmp_path):
    """A clean environment, the files that are copied and the pip lines of the Dockerfile are all that `opgave` needs."""
    app, thuis = tmp_path / "app", tmp_path / "thuis"
    app.mkdir()
    thuis.mkdir()
    _kopieer(app)
    assert _draai(sys.executable, "-m", "venv", str(tmp_path / "venv"), in_=tmp_path).returncode == 0
    stappen = [regel.removeprefix("RUN ").split() for regel in REGELS if re.match(r"RUN pip install", regel)]
    assert len(stappen) == 2
    for stap in stappen:
        klaar = _draai(str(tmp_path / "venv/bin/python"), "-m", *stap, in_=app)
        assert klaar.returncode == 0, klaar.stderr
    shutil.rmtree(app)
    hulp = _draai(str(tmp_path / "venv/bin/opgave"), "--help", in_=thuis)
    assert hulp.returncode == 0, hulp.stderr
    assert "opgave" in hulp.stdout
    lijst = _draai(str(tmp_path / "venv/bin/opgave"), "lijst", "--json", in_=thuis)
    assert lijst.returncode == 0, lijst.stderr
