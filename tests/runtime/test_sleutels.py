"""The signing key: made once, kept private, and a signature that proves something."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from runtime.sleutels import SleutelFout, controleer, lees_ondertekenaar, lees_publiek, publiek_pad

WORTEL = Path(__file__).parents[2]
MAAK = """
import sys, time
from pathlib import Path
from runtime.sleutels import lees_ondertekenaar
while time.time() < float(sys.argv[2]): pass
print(lees_ondertekenaar(Path(sys.argv[1]), mag_maken=True).sleutel_id)
"""


def test_handtekening_klopt_alleen_bij_dit_bericht(tmp_path: Path) -> None:
    """A signature holds for its message and key, and for nothing else."""
    een = lees_ondertekenaar(tmp_path / "een.pem", mag_maken=True)
    ander = lees_ondertekenaar(tmp_path / "ander.pem", mag_maken=True)
    handtekening = een.teken(b"feit 1")
    assert controleer(een.publiek, b"feit 1", handtekening)
    assert not controleer(een.publiek, b"feit 2", handtekening)
    assert not controleer(ander.publiek, b"feit 1", handtekening)
    assert not any(controleer(een.publiek, b"feit 1", onzin) for onzin in ("", "é", "AAAA", handtekening[:-4]))


def test_sleutel_blijft_en_is_prive(tmp_path: Path) -> None:
    """The key survives a restart, only its owner can read it, and the public half lies beside it."""
    pad = tmp_path / "map" / "sleutel.pem"
    een = lees_ondertekenaar(pad, mag_maken=True)
    assert lees_ondertekenaar(pad).sleutel_id == een.sleutel_id
    assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    assert controleer(lees_publiek(publiek_pad(pad)), b"x", een.teken(b"x"))
    assert repr(een) == f"Ondertekenaar({een.sleutel_id})"
    assert len(een.sleutel_id) == 16


def test_twee_processen_maken_een_sleutel(tmp_path: Path) -> None:
    """Processes that start at the same moment all end up with one key, and leave nothing else behind."""
    import time

    opdracht = [sys.executable, "-c", MAAK, str(tmp_path / "s.pem"), str(time.time() + 1.5)]
    processen = [subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True, cwd=WORTEL) for _ in range(4)]
    namen = {proces.communicate(timeout=30)[0] for proces in processen}
    assert len(namen) == 1
    assert len(namen.pop().strip()) == 16
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["s.pem", "s.pub"]


def test_echt_gebruik_maakt_geen_sleutel(tmp_path: Path) -> None:
    """Outside the embedded mode a missing key is an error: a new one would sign a ledger nobody trusts."""
    with pytest.raises(SleutelFout, match="is er niet"):
        lees_ondertekenaar(tmp_path / "weg.pem")
    assert not list(tmp_path.iterdir())


def test_verkeerde_sleutel_is_een_nette_fout(tmp_path: Path) -> None:
    """Something else than an Ed25519 key is refused in Dutch."""
    pad = tmp_path / "s.pem"
    pad.write_text("geen sleutel")
    with pytest.raises(SleutelFout, match="geen sleutel"):
        lees_ondertekenaar(pad, mag_maken=True)
    ander = generate_private_key(SECP256R1())
    pad.write_bytes(ander.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(SleutelFout, match="Ed25519"):
        lees_ondertekenaar(pad)
    with pytest.raises(SleutelFout, match="publieke"):
        lees_publiek(pad)
