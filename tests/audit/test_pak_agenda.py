"""The pack of a regionale agenda: made, checked, folded, filmed, and read as timeline, overview, dossier and metadata."""

import asyncio
from pathlib import Path

import pytest
from omgeving import GRIFFIER, ochtend, reishuis
from pakken import MAANDAG, Echt, controlepunt, los, pak_in

from audit.controle import controleer
from audit.dossier.map import maak_map
from audit.eens import lees_en_speel
from audit.rekenen.overzicht import overzicht
from audit.tijd.moment import open_boek
from audit.tijd.tijdlijn import tijdlijn
from tests.gouden.zeggen import moet

ID = "AGENDA-FLEVOLAND"
PUNT = {"thema": "energie", "periode": "2026-2", "reden": "de regio vraagt erom"}


async def _leef(map_: Path) -> Echt:
    """An agenda with two opgaven that touch, a document, one adoption, and a promise of a conference."""
    async with reishuis(map_) as huis:
        leven = await huis.leven(ID, op_tijd=ochtend(MAANDAG, -3600), reglement="r2026_4")
        await moet(leven, "StartAgenda", titel="Samen sterk", gebied="Flevoland", van="2026-01-01", tot="2029-12-31")
        await moet(leven, "VoegPartnerToe", partner="gemeente-a", naam="gemeente A", type="gemeente")
        for nr in ("1", "2"):
            await moet(leven, "ZetOpAgenda", opgave=f"FL-0{nr}", titel=f"Opgave {nr}", **PUNT)
        await moet(leven, "LegRaakvlakVast", opgave="FL-01", andere="FL-02", omschrijving="zelfde kavel")
        await moet(leven, "ParkeerOpgave", opgave="FL-02", reden="geen geld")
        koers = {"document": "koers", "documentsoort": "koersdocument", "titel": "Koers 2030"}
        await moet(leven, "StelDocumentVast", **koers, versie="1.0", vaststeller="PS")
        await moet(leven, "VraagVaststelling", overheden=["gemeente-a"], uiterlijk="2026-12-31")
        besluit = {"overheid": "gemeente-a", "orgaan": "de raad", "besluit": "vastgesteld"}
        await moet(leven, "LegVaststellingVast", **besluit, kanaal="tafel")
        await moet(leven, "LegVaststellingVast", **besluit, door=GRIFFIER)
        afspraak = {"tekst": "Stuur de kaart", "wie": "gemeente-a", "uiterlijk": "2026-11-30"}
        await moet(
            leven, "HoudConferentie", conferentie="C1", titel="Najaar", deelnemers=["gemeente-a"], afspraken=[afspraak]
        )
        await huis.bijgewerkt(leven)
        controlepunt(huis)
        return await pak_in(huis, leven, map_)


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Echt:
    """The pack of that life."""
    return asyncio.run(_leef(tmp_path_factory.mktemp("agenda")))


async def test_het_pak_van_een_agenda_is_heel_en_naspelen_en_vouwen_zijn_het_eens(agenda: Echt) -> None:
    assert agenda.gepakt.manifest.opgave == ID
    oordeel = controleer(agenda.pak, sleutels=[agenda.sleutel])
    assert oordeel.bevindingen == ()
    assert oordeel.verdict.startswith("HEEL")
    gelezen = await lees_en_speel(agenda.pak)
    assert gelezen.bevindingen == ()


def test_een_veranderd_feit_van_een_agenda_valt_op(agenda: Echt) -> None:
    """The same evidence as an opgave: one word changed in the facts, and the pack is not whole."""
    bestanden = agenda.bestanden
    pad = next(naam for naam in bestanden if b"geen geld" in bestanden[naam] and naam.endswith(".jsonl"))
    bestanden[pad] = bestanden[pad].replace(b"geen geld", b"veel geld")
    assert controleer(los(bestanden), sleutels=[agenda.sleutel]).bevindingen


def test_de_tijdlijn_en_het_overzicht_van_een_agenda_vertellen_gewone_zinnen(agenda: Echt) -> None:
    zinnen = " ".join(str(regel) for regel in tijdlijn(open_boek(agenda.pak)))
    for deel in ("Samen sterk", "FL-02", "zelfde kavel"):
        assert deel in zinnen
    assert overzicht(agenda.pak)


def test_het_dossier_van_een_agenda_heeft_geen_fasen_en_wel_haar_opgaven(agenda: Echt) -> None:
    """A page, a PDF and metadata for the archive, about an agenda and not about an opgave."""
    bestanden = maak_map(agenda.pak, controleer(agenda.pak, sleutels=[agenda.sleutel]))
    pagina = next(inhoud for naam, inhoud in bestanden.items() if naam.endswith("dossier.html")).decode()
    for deel in (
        "Dossier van een regionale agenda",
        "Samen sterk",
        "Koers 2030",
        "gemeente A",
        "Stuur de kaart",
        "zelfde kavel",
    ):
        assert deel in pagina, deel
    assert "in fase F1" not in pagina
    metadata = b"".join(inhoud for naam, inhoud in bestanden.items() if naam.endswith(".xml")).decode()
    assert "Samen sterk" in metadata
    assert "Accordering" in metadata
