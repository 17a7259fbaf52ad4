"""A pack is checked by itself: no network, no server, no register, no settings, no Temporal."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pakken import Echt

PROEF = """
import json, sys
VERBODEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "sqlite3.")
SCHRIJVEND = set()

def kijk(wat, waarmee):
    if wat.startswith(VERBODEN):
        raise RuntimeError(f"verboden: {wat} {waarmee}")
    if wat == "open" and isinstance(waarmee[1], str) and set(waarmee[1]) & set("wax+"):
        SCHRIJVEND.add(str(waarmee[0]))
    if wat in ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod", "os.link", "os.symlink"):
        SCHRIJVEND.add(f"{wat} {waarmee[0]}")

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
sys.addaudithook(kijk)
from pathlib import Path
from archief.pak import open_pak
from audit.controle import controleer
oordeel = controleer(open_pak(Path(sys.argv[2])), sleutels=[sys.argv[3]])
zwaar = [m for m in ("temporalio", "sqlalchemy", "alembic", "aiosmtplib", "typer", "uvicorn") if m in sys.modules]
print(json.dumps({"heel": oordeel.heel, "zwaar": zwaar, "geschreven": sorted(SCHRIJVEND), "zin": oordeel.verdict}))
"""
WORTEL = Path(__file__).parents[2]


def _kaal(tmp_path: Path) -> dict[str, str]:
    """An environment with nothing in it; home is an empty folder."""
    thuis = tmp_path / "thuis"
    thuis.mkdir()
    return {"HOME": str(thuis), "PATH": os.defpath, "LANG": "C.UTF-8"}


def _zonder_net() -> list[str]:
    """`unshare` when this machine allows a namespace without network; the audit hook forbids sockets anyway."""
    los = ["unshare", "--net", "--map-root-user"]
    mag = shutil.which("unshare") and subprocess.run([*los, "true"], capture_output=True, check=False).returncode == 0
    return los if mag else []


@pytest.mark.parametrize("vorm", ["map", "zip"])
def test_een_pak_wordt_gecontroleerd_in_een_kaal_proces(rijk: Echt, tmp_path: Path, vorm: str) -> None:
    pak = rijk.schrijf(tmp_path / ("pak.zip" if vorm == "zip" else "pak"))
    env, werkmap = _kaal(tmp_path), tmp_path / "leeg"
    werkmap.mkdir()
    opdracht = [*_zonder_net(), sys.executable, "-I", "-c", PROEF, str(WORTEL), str(pak), str(rijk.sleutel)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, env=env, cwd=werkmap, timeout=60, check=False)
    assert klaar.returncode == 0, klaar.stderr[-2000:]
    uit = json.loads(klaar.stdout)
    assert uit == {"heel": True, "zwaar": [], "geschreven": [], "zin": uit["zin"]}
    assert list(werkmap.iterdir()) == list(Path(env["HOME"]).iterdir()) == []


def test_het_verbod_in_de_proef_werkt(tmp_path: Path) -> None:
    """Otherwise the proof above would prove nothing."""
    poging = PROEF.split("from pathlib")[0] + "import socket; socket.socket()"
    klaar = subprocess.run(
        [sys.executable, "-I", "-c", poging, str(WORTEL)],
        capture_output=True,
        text=True,
        env=_kaal(tmp_path),
        check=False,
    )
    assert "verboden: socket" in klaar.stderr
