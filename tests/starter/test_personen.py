"""Personal keys: two people on one account are two, and a key is never made, kept or used carelessly."""

import hashlib
from pathlib import Path

import pytest
from test_cli_hulp import ID, Wereld, begonnen, leeg_register, wereld

from runtime.sleutels import lees_publiek
from starter import personen
from starter.cli.wie import afzender, als_vlaggen
from starter.invoer import Invoerfout

__all__ = ["leeg_register", "wereld"]


def test_een_sleutel_is_van_de_eigenaar_alleen(tmp_path: Path) -> None:
    """Mode 600 in a folder of mode 700; the id is p- and 16 digits of the hash of the public key."""
    nieuw = personen.maak(tmp_path, "g1")
    pad = tmp_path / "personen" / "g1.pem"
    assert (pad.stat().st_mode & 0o777, pad.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    kaal = lees_publiek(pad.with_suffix(".pub")).public_bytes_raw()
    assert nieuw.subject == f"p-{hashlib.sha256(kaal).hexdigest()[:16]}"
    assert personen.bewijs(tmp_path, "g1") == personen.bewijs(tmp_path, nieuw.subject) == nieuw.subject
    assert personen.lijst(tmp_path) == (nieuw,)


def test_een_sleutel_wordt_nooit_overschreven(tmp_path: Path) -> None:
    """Making it again is refused, and the key stays as it was."""
    personen.maak(tmp_path, "g1")
    voor = (tmp_path / "personen" / "g1.pem").read_bytes()
    with pytest.raises(Invoerfout, match="nooit overschreven"):
        personen.maak(tmp_path, "g1")
    assert (tmp_path / "personen" / "g1.pem").read_bytes() == voor


@pytest.mark.parametrize("kenmerk", ["", "J Jansen", "../g1", "os-1000", "p-0123456789abcdef", "1000", "G1", "g" * 33])
def test_een_kenmerk_is_kort_en_van_niemand_anders(tmp_path: Path, kenmerk: str) -> None:
    """No paths, no ids of accounts or keys; nothing is made."""
    with pytest.raises(Invoerfout, match="KENMERK"):
        personen.maak(tmp_path, kenmerk)
    assert personen.bewijs(tmp_path, kenmerk) is None
    assert list(tmp_path.iterdir()) == []


def test_wat_niet_klopt_wordt_niet_gebruikt(tmp_path: Path) -> None:
    """A key that others can read, one that belongs to another public half, and rubbish: refused, not just claimed."""
    for kenmerk in ("g1", "g2", "g3"):
        personen.maak(tmp_path, kenmerk)
    een, twee, drie = (tmp_path / "personen" / f"g{nr}.pem" for nr in (1, 2, 3))
    een.chmod(0o640)
    with pytest.raises(Invoerfout, match="chmod 600"):
        personen.bewijs(tmp_path, "g1")
    een.chmod(0o600)
    twee.write_bytes(een.read_bytes())
    drie.write_text("geen sleutel")
    for kenmerk in ("g2", "g3"):
        with pytest.raises(Invoerfout, match="beschadigd"):
            personen.bewijs(tmp_path, kenmerk)
    assert personen.bewijs(tmp_path, "g1") is not None
    drie.with_suffix(".pub").write_text("ook niet")
    with pytest.raises(Invoerfout, match="niet te lezen"):
        personen.lijst(tmp_path)


def test_met_sleutel_is_iemand_zeker(wereld: Wereld) -> None:
    """`--als griffier:g1` speaks under the id of the key; without a key nobody vouches for the name."""
    begonnen(wereld)
    assert wereld("noteer", ID, "x", "--als", "griffier:g1").code == 0
    assert (wereld.verstuurd[-1].door.subject, wereld.verstuurd[-1].door.zekerheid) == ("g1", "opgegeven")
    uit = wereld("persoon", "maak", "g1")
    assert uit.code == 0, uit.alles
    assert wereld("noteer", ID, "x", "--als", "griffier:g1").code == 0
    door = wereld.verstuurd[-1].door
    assert (door.functie, door.zekerheid) == ("griffier", "sleutel")
    assert door.subject in uit.uit
    assert wereld("noteer", ID, "x", *als_vlaggen(door)).code == 0
    assert wereld.verstuurd[-1].door == door
    assert "g1" in wereld("persoon", "lijst").uit


def test_twee_sleutels_op_een_account_zijn_vier_ogen(wereld: Wereld) -> None:
    """Recorded under one key, confirmed under another; not under the same."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x")
    wereld.tik("LegVoor", als="bestuurssecretariaat", stap="B1")
    for kenmerk in ("b1", "b2"):
        assert wereld("persoon", "maak", kenmerk, "--json").code == 0
    assert wereld("besluit", ID, "B1", "--uitkomst", "conform", "--als", "bestuurssecretariaat:b1").code == 0
    bevestig = ["bevestig-besluit", ID, "B1.v1", "--ja", "--als"]
    assert "vier ogen" in wereld(*bevestig, "jurist:b1").fout
    assert wereld(*bevestig, "bestuurssecretariaat:b2").code == 0
    assert wereld.standen[ID].stappen["B1"].afloop == "positief"


def test_een_kenmerk_heet_niet_als_het_account(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the key would never be used: that name already means the account."""
    monkeypatch.setattr("starter.cli.wie._gebruikersnaam", lambda _: "griffie")
    assert "naam van uw account" in wereld("persoon", "maak", "griffie").fout
    assert afzender("griffier:griffie", None, 1000).zekerheid == "os-gebruiker"
