"""Keys, checkpoints and receipts as the administrator and the auditor type them."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "audit"))  # the helpers that rooms share
sys.path.append(str(Path(__file__).parents[1] / "register"))

from ankerwereld import Ankerwereld
from test_cli_hulp import Wereld, begonnen, leeg_register, wereld

from archief.formaat import Sleutelbos
from audit.keuring.sleutels import vertrouwen
from domain.spoor import ALLE
from register import sleutels, spoor
from runtime import sleutelwissel
from runtime.sleutels import lees_ondertekenaar, lees_publiek, publiek_pad, sleutel_id, vingerafdruk

__all__ = ["leeg_register", "wereld"]
BEHEERDER = ("--als", "beheerder")


@pytest.fixture
def pad(wereld: Wereld, tmp_path: Path) -> Path:
    """The signing key of this installation, known to the register."""
    pad = tmp_path / "ondertekensleutel.pem"
    sleutels.noteer(wereld.register, lees_ondertekenaar(pad, mag_maken=True).publiek, wereld.nu)
    return pad


def test_een_controlepunt_is_te_maken_en_te_zien(wereld: Wereld, pad: Path) -> None:
    assert "nog geen controlepunten" in wereld("audit", "controlepunt", "lijst").uit
    begonnen(wereld)
    gemaakt = wereld("audit", "controlepunt", "maak")
    assert (gemaakt.code, gemaakt.fout) == (0, "")
    assert gemaakt.uit.startswith("Controlepunt 1 van ")
    tweede = json.loads(wereld("audit", "controlepunt", "maak", "--json").uit)
    assert (tweede["nr"], tweede["gestempeld"]) == (2, False)
    regels = json.loads(wereld("audit", "controlepunt", "lijst", "--json").uit)
    assert [r["nr"] for r in regels] == [2, 1]
    assert regels[0]["hash"] == tweede["hash"]
    assert len(json.loads(wereld("audit", "controlepunt", "lijst", "--aantal", "1", "--json").uit)) == 1
    assert "Begin van de hash" in wereld("audit", "controlepunt", "lijst").uit


def test_zonder_sleutel_geen_controlepunt(wereld: Wereld) -> None:
    uit = wereld("audit", "controlepunt", "maak")
    assert uit.code == 2
    assert "is er niet" in uit.fout


def test_de_publieke_sleutel_is_langs_een_andere_weg_door_te_geven(wereld: Wereld, pad: Path, tmp_path: Path) -> None:
    """What is shown is what the auditor's side takes."""
    publiek = lees_publiek(publiek_pad(pad))
    data = json.loads(wereld("audit", "sleutel", "publiek", "--json").uit)
    assert data["vingerafdruk"] == vingerafdruk(publiek)
    (tmp_path / "auditor.pub").write_text(data["pem"])
    assert set(vertrouwen(Sleutelbos(), [tmp_path / "auditor.pub"]).sleutels) == {sleutel_id(publiek)}
    tekst = wereld("audit", "sleutel", "publiek").uit
    assert "BEGIN PUBLIC KEY" in tekst
    assert "PRIVATE" not in tekst
    assert data["vingerafdruk"] in tekst.replace(" ", "").replace("\n", "")


def test_een_wissel_zet_een_nieuwe_sleutel_op_zijn_plaats(wereld: Wereld, pad: Path, tmp_path: Path) -> None:
    """The old private key is gone, its public half stays; the auditor's old fingerprint leads to the new key."""
    oud = lees_ondertekenaar(pad)
    uit = wereld("audit", "sleutel", "wissel", "--reden", "Jaarlijkse wissel", *BEHEERDER)
    assert (uit.code, uit.fout) == (0, "")
    nieuw = lees_ondertekenaar(pad)
    assert nieuw.sleutel_id != oud.sleutel_id
    assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    assert sleutel_id(lees_publiek(publiek_pad(pad))) == nieuw.sleutel_id
    assert sorted(p.name for p in tmp_path.glob("ondertekensleutel*")) == sorted(
        ["ondertekensleutel.pem", "ondertekensleutel.pub", f"ondertekensleutel-{oud.sleutel_id}.pub"]
    )
    bos, wissels = sleutels.lijst(wereld.register)
    oordeel = vertrouwen(Sleutelbos(sleutels=bos, wissels=wissels), [oud.sleutel_id])
    assert set(oordeel.sleutels) == {oud.sleutel_id, nieuw.sleutel_id}
    assert [r.actie for r in spoor.lijst(wereld.register, ALLE)] == ["sleutel_gewisseld"]
    regels = json.loads(wereld("audit", "sleutel", "lijst", "--json").uit)
    assert [(r["sleutel_id"], bool(r["tot"]), r["reden"]) for r in regels] == [
        (oud.sleutel_id, True, ""),
        (nieuw.sleutel_id, False, "Jaarlijkse wissel"),
    ]
    assert "de eerste" in wereld("audit", "sleutel", "lijst").uit


def test_de_oude_sleutel_kan_opzij_worden_gezet(wereld: Wereld, pad: Path) -> None:
    oud = lees_ondertekenaar(pad)
    uit = json.loads(wereld("audit", "sleutel", "wissel", "--reden", "x", "--bewaar-oud", "--json", *BEHEERDER).uit)
    opzij = Path(uit["bewaard"])
    assert lees_ondertekenaar(opzij).sleutel_id == oud.sleutel_id == uit["oud"]
    assert stat.S_IMODE(opzij.stat().st_mode) == 0o600


def test_een_afgebroken_wissel_wordt_afgemaakt(
    wereld: Wereld, pad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Power gone between register and file: the next attempt finishes that change, and makes no second one."""
    oud = lees_ondertekenaar(pad)

    def stuk(*_: object, **__: object) -> None:
        raise OSError(28, "geen ruimte", str(pad))

    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr("starter.cli.audit_sleutel.neem_in_gebruik", stuk)
        assert wereld("audit", "sleutel", "wissel", "--reden", "x", *BEHEERDER).code == 2
    assert lees_ondertekenaar(pad).sleutel_id == oud.sleutel_id
    assert sleutelwissel.nieuw_pad(pad).exists()
    assert wereld("audit", "sleutel", "wissel", "--reden", "x", *BEHEERDER).code == 0
    (_, nieuw), wissels = sleutels.lijst(wereld.register)
    assert lees_ondertekenaar(pad).sleutel_id == nieuw.sleutel_id
    assert len(wissels) == 1
    assert not list(tmp_path.glob("*.nieuw.*"))


def test_de_publieke_sleutel_ernaast_wijst_nooit_naar_de_sleutel_die_weg_is(
    wereld: Wereld, pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before the very last step: what is handed to auditors is the new one, and again finishes it."""

    def stuk(van: Path, naar: Path) -> None:
        if naar == pad:
            raise OSError(28, "geen ruimte", str(pad))
        echt(van, naar)

    echt = os.replace
    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr("runtime.sleutelwissel.os.replace", stuk)
        assert wereld("audit", "sleutel", "wissel", "--reden", "x", *BEHEERDER).code == 2
    (_, nieuw), _ = sleutels.lijst(wereld.register)
    assert sleutel_id(lees_publiek(publiek_pad(pad))) == nieuw.sleutel_id
    assert wereld("audit", "sleutel", "wissel", "--reden", "x", *BEHEERDER).code == 0
    assert lees_ondertekenaar(pad).sleutel_id == nieuw.sleutel_id == sleutel_id(lees_publiek(publiek_pad(pad)))
    assert len(sleutels.lijst(wereld.register)[1]) == 1


@pytest.mark.parametrize(("als", "regel"), [("auditor", "bevoegdheid"), ("beheerder:iemand", "zekerheid")])
def test_een_geweigerde_wissel_staat_in_het_spoor(wereld: Wereld, pad: Path, als: str, regel: str) -> None:
    """Also when the name was only typed: whoever holds the key could sign everything."""
    assert wereld("audit", "sleutel", "wissel", "--reden", "x", "--als", als).code == 1
    (poging,) = spoor.lijst(wereld.register, ALLE)
    assert (poging.actie, poging.resultaat, poging.gegevens["regel"]) == ("sleutel_gewisseld", "geweigerd", regel)
    assert len(sleutels.lijst(wereld.register)[0]) == 1


def test_wie_niet_mag_wisselen_laat_niets_achter(wereld: Wereld, pad: Path, tmp_path: Path) -> None:
    """Nor who gives no reason. No key lies ready, and nothing stands in the register."""
    voor = sorted(tmp_path.iterdir())
    uit = wereld("audit", "sleutel", "wissel", "--reden", "zomaar", "--als", "auditor")
    assert (uit.code, "auditor mag dit niet" in uit.fout) == (1, True)
    assert wereld("audit", "sleutel", "wissel", "--reden", " ", *BEHEERDER).code == 2
    assert sorted(tmp_path.iterdir()) == voor
    assert len(sleutels.lijst(wereld.register)[0]) == 1


def test_een_afgeloste_sleutel_zonder_opvolger_is_een_nette_fout(wereld: Wereld, pad: Path) -> None:
    """Somebody put the old file back."""
    oud = pad.read_bytes()
    wereld("audit", "sleutel", "wissel", "--reden", "x", *BEHEERDER)
    pad.write_bytes(oud)
    for opdracht in (("sleutel", "wissel", "--reden", "x", *BEHEERDER), ("controlepunt", "maak")):
        uit = wereld("audit", *opdracht)
        assert (uit.code, "afgelost" in uit.fout) == (2, True)


def test_een_bewijs_uit_een_oude_mail_naast_het_pak(wereld: Wereld, tmp_path: Path) -> None:
    """0 the same, 1 another, 2 nothing to compare."""
    (tmp_path / "pakken").mkdir()
    anker = Ankerwereld(wereld.register, tmp_path / "pakken").begin()
    anker.pak()
    (pak,) = (tmp_path / "pakken").iterdir()
    feit = anker.leven.feiten[1]
    mail = tmp_path / "oud.eml"
    mail.write_text(f"Subject: x\n\nOpgave FL-2024-01: Warmte\nBewijs: feit {feit.seq}, {feit.hash}\n")
    goed = wereld("audit", "bewijs", str(pak), f"Bewijs: feit {feit.seq}, {feit.hash}", "--mail", str(mail))
    assert (goed.code, goed.fout) == (0, "")
    assert goed.uit.count("klopt") >= 2
    fout = wereld("audit", "bewijs", str(pak), f"Bewijs: feit 1, {feit.hash}", "--json")
    assert fout.code == 1
    assert [b["uitkomst"] for b in json.loads(fout.uit)["bewijzen"]] == ["anders"]
    vreemd = f"Opgave FL-2024-09\nBewijs: feit 1, {feit.hash}"
    for niets in ((vreemd,), ("zomaar",), (), ("--mail", str(tmp_path / "weg.eml")), ("a" * 64,)):
        assert wereld("audit", "bewijs", str(pak), *niets).code == 2
    assert wereld("audit", "bewijs", str(tmp_path / "weg"), f"Bewijs: feit 1, {feit.hash}").code == 2
