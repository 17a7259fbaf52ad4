"""`opgave audit pakket`, `stuk` and `archief`, as the auditor and the manager type them."""

import asyncio
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from test_cli_hulp import ID, Uitkomst, Wereld, begonnen, leeg_register, wereld

from archief.formaat import sha
from archief.pak import open_pak
from audit.lezen import vouw
from domain.basis import Afzender
from register import pakken, spoor
from runtime.poorten import kies_poort
from runtime.sleutels import lees_ondertekenaar
from starter.cli.hoofd import draai
from tests.workflows.omgeving import Huis, dorp, wacht_tot
from worker import worker

__all__ = ["leeg_register", "wereld"]
BRIEF = b"Beste provincie,\n"


@pytest.fixture
def met_sleutel(wereld: Wereld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wereld:
    """A life of which a fact names a letter, a signing key, and no server."""
    lees_ondertekenaar(tmp_path / "ondertekensleutel.pem", mag_maken=True)
    monkeypatch.setenv("OPGAVE_TEMPORAL__ADRES", f"127.0.0.1:{kies_poort(0, 'temporal.adres')}")
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kaders")
    stuk = {"titel": "Brief van de gemeente", "referentie": "zaak 12", "sha256": sha(BRIEF)}
    wereld.tik("LegVoor", als="griffier", stap="B1", stukken=[stuk])
    return wereld


def _acties(wereld: Wereld) -> list[tuple[str, str, str]]:
    return [(r.actie, r.functie, r.resultaat) for r in spoor.lijst(wereld.register, ID)]


def test_zonder_server_zonder_sleutel_of_zonder_opgave_komt_er_niets(met_sleutel: Wereld, tmp_path: Path) -> None:
    """One clear sentence each, nothing half done, and nothing in the trail."""
    uit = tmp_path / "uit" / "pak"
    weg = met_sleutel("audit", "pakket", ID, "--uit", str(uit))
    assert (weg.code, "geeft geen antwoord" in weg.fout) == (3, True)
    onbekend = met_sleutel("audit", "pakket", "FL-1999-01", "--uit", str(uit))
    assert (onbekend.code, "niet bekend" in onbekend.fout) == (2, True)
    (tmp_path / "bezet.zip").write_text("al iets")
    bezet = met_sleutel("audit", "pakket", ID, "--uit", str(tmp_path / "bezet.zip"))
    assert (bezet.code, "nooit iets overschreven" in bezet.fout) == (2, True)
    (tmp_path / "ondertekensleutel.pem").unlink()
    sleutelloos = met_sleutel("audit", "pakket", ID, "--uit", str(uit))
    assert (sleutelloos.code, "sleutel" in sleutelloos.fout) == (2, True)
    assert not uit.parent.exists()
    assert not _acties(met_sleutel)


def test_wie_geen_pak_mag_maken_krijgt_er_geen_en_dat_staat_in_het_spoor(met_sleutel: Wereld, tmp_path: Path) -> None:
    uit = met_sleutel("audit", "pakket", ID, "--uit", str(tmp_path / "pak"), "--als", "evaluator")
    assert (uit.code, "evaluator mag dit niet" in uit.fout) == (1, True)
    assert _acties(met_sleutel) == [("pak_gemaakt", "evaluator", "geweigerd")]


def test_een_stuk_dat_een_feit_noemt_wordt_aangenomen_en_een_ander_niet(met_sleutel: Wereld, tmp_path: Path) -> None:
    """What is refused hears which documents are wanted; the same again writes nothing; an auditor adds nothing."""
    brief, anders = tmp_path / "Brief (1).pdf", tmp_path / "anders.pdf"
    brief.write_bytes(BRIEF)
    anders.write_bytes(b"iets anders")
    mis = met_sleutel("audit", "stuk", ID, str(anders))
    assert mis.code == 2
    assert sha(b"iets anders") in mis.fout
    assert f"{sha(BRIEF)}  Brief van de gemeente" in mis.fout
    auditor = met_sleutel("audit", "stuk", ID, str(brief), "--als", "auditor")
    assert auditor.code == 1
    for _ in range(2):
        uit = met_sleutel("audit", "stuk", ID, str(brief), "--json")
        assert json.loads(uit.uit)["sha256"] == sha(BRIEF)
    assert _acties(met_sleutel) == [
        ("stuk_toegevoegd", "auditor", "geweigerd"),
        ("stuk_toegevoegd", "opgavemanager", "gelukt"),
    ]
    assert "Er ontbreekt geen stuk" in met_sleutel("audit", "stuk", ID, str(anders)).fout
    assert met_sleutel("audit", "stuk", ID, str(tmp_path / "weg.pdf")).code == 2


def test_een_stuk_dat_is_vernietigd_komt_niet_terug(met_sleutel: Wereld, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(BRIEF)
    secretaris = Afzender(functie="provinciesecretaris", subject="u-9", zekerheid="sleutel")
    tekenaar = lees_ondertekenaar(tmp_path / "ondertekensleutel.pem")
    with met_sleutel.register.schrijf() as verbinding:
        weg = {"documenten": sha(BRIEF)}
        args = (verbinding, tekenaar, secretaris, "vernietigd", ID, "1 document")
        spoor.schrijf(*args, nu=met_sleutel.nu, gegevens=weg)  # type: ignore[arg-type]
    uit = met_sleutel("audit", "stuk", ID, str(tmp_path / "brief.pdf"))
    assert (uit.code, "vernietigd" in uit.fout) == (1, True)


def test_een_leeg_archief_zegt_dat_het_leeg_is(met_sleutel: Wereld) -> None:
    uit = met_sleutel("audit", "archief")
    assert (uit.code, "Er ligt nog geen pak" in uit.uit, "Er wacht niets" in uit.uit) == (0, True, True)
    assert json.loads(met_sleutel("audit", "archief", ID, "--json").uit) == {
        "pakken": [],
        "wensen": [],
        "zonder_pak": [],
    }


async def test_een_pak_van_een_levende_een_voortgezette_en_een_afgelopen_opgave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As folder and as zip; the pack holds the line about its own making, the trail afterwards its hash."""
    async with dorp(tmp_path / "huis") as huis, worker(huis.client, huis.instellingen, maak_sleutel=True):
        monkeypatch.setenv("OPGAVE_GEGEVENSMAP", str(tmp_path / "huis"))
        monkeypatch.setenv("OPGAVE_TEMPORAL__ADRES", huis.instellingen.temporal.adres)
        monkeypatch.delenv("OPGAVE_ALS", raising=False)
        leven = await huis.leven(ID, vol_na=20)
        await leven.open()
        await huis.bijgewerkt(leven)
        eerste = await _pak(tmp_path / "1")
        assert (eerste["afgerond"], len(eerste["runs"])) == (False, 1)
        while len(pakken.runs(huis.register)) < 2:
            await leven.geef("Noteer", tekst="Weer een stap.")
            await huis.bijgewerkt(leven)
        assert len((await _pak(tmp_path / "2.zip"))["runs"]) >= 2
        await leven.geef("TrekIn", reden="Het hoeft niet meer.")
        await leven.handvat.result()
        await huis.bijgewerkt(leven)
        laatste = await _pak(tmp_path / "3", "--als", "auditor")
        assert (laatste["afgerond"], laatste["rust"]) == (True, True)
        for naam in ("1", "2.zip", "3"):
            _toets(huis, tmp_path / naam)
        await wacht_tot(lambda: _in_archief(huis), "het pak van het einde ligt in het archief")
        uit = await _typ("audit", "archief", ID)
        assert "einde van de opgave" in uit.uit


async def _in_archief(huis: Huis) -> bool:
    return any(rij.aanleiding == "afgerond" for rij in pakken.pakken(huis.register))


async def _typ(*argumenten: str) -> Uitkomst:
    """The real surroundings, in a thread: a command line has an event loop of its own."""

    def typ() -> Uitkomst:
        uit, fout = io.StringIO(), io.StringIO()
        with redirect_stdout(uit), redirect_stderr(fout):
            code = draai(argumenten)
        return Uitkomst(code, uit.getvalue(), fout.getvalue())

    return await asyncio.to_thread(typ)


async def _pak(doel: Path, *meer: str) -> dict[str, object]:
    uit = await _typ("audit", "pakket", ID, "--uit", str(doel), "--json", *meer)
    assert uit.code == 0, uit.alles
    manifest: dict[str, object] = json.loads(uit.uit)["manifest"]
    return manifest


def _toets(huis: Huis, plek: Path) -> None:
    pak = open_pak(plek)
    vouwing = vouw(list(pak.geschiedenissen))
    assert vouwing.klopt
    assert vouwing.stand.seq == pak.manifest.tot_seq == len(pak.feiten)
    assert (pak.spoor[-1].actie, pak.spoor[-1].resultaat) == ("pak_gemaakt", "begonnen")
    daarna = spoor.lijst(huis.register, ID)[len(pak.spoor) :]
    klaar = next(regel for regel in daarna if regel.resultaat == "gelukt")
    assert klaar.gegevens["manifest"] == sha(pak.manifestbytes)
