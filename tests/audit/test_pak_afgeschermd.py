"""A pack with something confidential: checked as far as its hashes go, and whole once the rest was handed out."""

import asyncio
import json
from pathlib import Path

import pytest
from omgeving import SECRETARIAAT, ochtend, reishuis
from pakken import MAANDAG, Echt, los, pak_in
from vervalser import Werk

from archief import formaat
from archief.pak import PakFout, plek_van
from audit.controle import controleer
from audit.eens import lees_en_speel
from tests.gouden.zeggen import moet

TITEL = "Aankoop van het landgoed"
GEHEIM = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak 7", "referentie": "K-7"}


async def _leef(map_: Path) -> Echt:
    """A decision whose title turns out to say too much: geheimhouding is imposed after it was recorded."""
    async with reishuis(map_) as huis:
        leven = await huis.leven("GEHEIM-1", op_tijd=ochtend(MAANDAG, -3600), reglement="r2026_3")
        await leven.open()
        await moet(leven, "OpenBesluit", code="agenda", orgaan="GS", onderwerp=TITEL)
        stap = next(iter((await leven.stand()).stappen))
        await moet(leven, "LegGeheimhoudingOp", stap=stap, door=SECRETARIAAT, **GEHEIM)
        await moet(leven, "Noteer", tekst="Hierna gaat het verder.")
        return await pak_in(huis, leven, map_)


@pytest.fixture(scope="module")
def geheim(tmp_path_factory: pytest.TempPathFactory) -> Echt:
    """The pack of that life."""
    return asyncio.run(_leef(tmp_path_factory.mktemp("geheim")))


def _ontsloten(geheim: Echt) -> dict[str, bytes]:
    dicht = {plek_van(pad): inhoud for pad, inhoud in geheim.gepakt.vertrouwelijk.items()}
    return geheim.bestanden | dicht


def test_wat_open_ligt_is_heel_en_het_oordeel_zegt_wat_niet_is_nagelezen(geheim: Echt) -> None:
    assert geheim.gepakt.manifest.afgeschermd
    oordeel = controleer(geheim.pak, sleutels=[geheim.sleutel])
    assert oordeel.bevindingen == ()
    assert oordeel.verdict.startswith("HEEL, zover het open ligt")
    assert any("vertrouwelijk" in m.zin for m in oordeel.mededelingen)


def _van_een_andere_versie(echt: Echt) -> Werk:
    """The pack as another version of this program would have made it."""
    werk = Werk(echt.bestanden, echt, echt)
    werk.manifest["kern"] = "0" * 64
    werk.dicht()
    werk.teken(echt.ondertekenaar)
    return werk


def test_ook_van_een_andere_versie_is_te_controleren_wat_open_ligt(geheim: Echt) -> None:
    """There is no history to compare with; that other rules were written differently is told, and is no fault."""
    oordeel = controleer(los(_van_een_andere_versie(geheim).bestanden), sleutels=[geheim.sleutel])
    assert oordeel.bevindingen == ()
    assert oordeel.verdict.startswith("HEEL, zover het open ligt")
    assert any("op zichzelf geen fout" in m.zin for m in oordeel.mededelingen)


def test_ook_van_een_andere_versie_is_een_weggehaalde_geschiedenis_een_bevinding(rijk: Echt) -> None:
    bestanden = _van_een_andere_versie(rijk).bestanden
    del bestanden[rijk.pak.manifest.runs[0].pad]
    oordeel = controleer(los(bestanden), sleutels=[rijk.sleutel])
    assert [b.code for b in oordeel.bevindingen] == ["run_ontbreekt"]


async def test_naspelen_zegt_dat_de_geschiedenis_vertrouwelijk_is(geheim: Echt) -> None:
    """And not that a file is missing: it can be asked for."""
    with pytest.raises(PakFout, match=r"vertrouwelijk.*opgave audit verstrek"):
        await lees_en_speel(geheim.pak)


def test_met_de_vertrouwelijke_bestanden_erbij_wordt_alles_nagelezen(geheim: Echt) -> None:
    oordeel = controleer(los(_ontsloten(geheim)), sleutels=[geheim.sleutel])
    assert oordeel.bevindingen == ()
    assert oordeel.verdict.startswith("HEEL: geschiedenis")


def test_een_ander_vertrouwelijk_bestand_dan_genoemd_wordt_gevonden(geheim: Echt) -> None:
    bestanden = _ontsloten(geheim)
    plek = plek_van(formaat.FEITEN)
    bestanden[plek] = bestanden[plek].replace(TITEL.encode(), b"Iets heel anders en onschuldigs"[: len(TITEL)])
    oordeel = controleer(los(bestanden), sleutels=[geheim.sleutel])
    codes = {b.code for b in oordeel.bevindingen}
    assert codes & {"document_gewijzigd", "bestand_gewijzigd"}
    assert "feit_gewijzigd" in codes


def test_aan_een_afgeschermd_feit_is_niet_te_komen(geheim: Echt) -> None:
    """Its hash stands in the open pack, and everything after it is linked to that."""
    regels = [json.loads(regel) for regel in geheim.bestanden[formaat.FEITEN].splitlines()]
    dicht = next(regel for regel in regels if regel.get("afgeschermd"))
    dicht["hash"] = "a" * 64
    tekst = "".join(f"{json.dumps(regel)}\n" for regel in regels).encode()
    codes = {b.code for b in controleer(los(geheim.bestanden | {formaat.FEITEN: tekst})).bevindingen}
    assert codes >= {"bestand_gewijzigd", "feit_gewijzigd"}
