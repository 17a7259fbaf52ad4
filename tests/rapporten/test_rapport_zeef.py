"""Nothing of what is secret, internal or personal comes out of any report: not one byte, in no form."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import rapportwereld as w
import verhaal as v

from documenten.boek import maak_boek_html, maak_boek_pdf
from domain.beeld.strepen import WEG
from rapporten import (
    agenda_cijfers,
    agenda_rapport,
    leer_cijfers,
    leerverslag,
    statuspagina,
    verantwoording,
    verbonden,
)
from rapporten.leven import Gezeefd

TOKEN = "zeergeheim"
GROND, NEUTRAAL = "Woo 5.1 lid 2 b", "grondzaak 7"


def plant(nr: int) -> str:
    """A text of which nothing may be found back."""
    return f"{TOKEN} perceel nummer {nr} aan de kust"


def _over_de_stap() -> Iterator[v.Zet]:
    """Everything that can be said about one step, before it was made secret."""
    yield v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp=plant(1))
    yield v.manager("MaakAfspraak", afspraak="AG", tekst=plant(2), wie=v.DRONTEN, uiterlijk="2025-10-01", stap="B2")
    yield v.manager("VraagPartner", aan=[v.DRONTEN], vraag=plant(3), betreft="B2")
    yield v.partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V2", oordeel="inbreng", antwoord=plant(4))
    yield v.manager("BoekGeld", geldsoort="krediet", bedrag=31, bron="provincie", referentie=plant(5), stap="B2")
    yield v.blad("stuk_check", stap="B2", effectief=plant(6), inclusief=plant(7), uitlegbaar=plant(8))
    yield v.manager("LegVoor", stap="B2", toelichting=plant(9), vergadering_op="2025-09-09")


def _in_een_vorm() -> Iterator[v.Zet]:
    """A vormtraject of which one step is made secret: then all of it is."""
    yield v.INHOUD
    yield v.WAAROM
    kandidaten = [{"code": "LEERNETWERK", "plus": plant(10)}, {"code": "GESPREKSTAFEL", "min": plant(11)}]
    yield v.manager("StartVormtraject", traject="VT1", onderwerp=plant(12), kandidaten=kandidaten)
    yield v.manager("KiesOrganiseervorm", traject="VT1", code="LEERNETWERK", motivering=plant(13))
    yield v.blad("aanhaken", traject="VT1", mogelijkheden=[plant(14)])
    plan = v.PLAN | {"hypothese": plant(15), "indicatoren": [v.INDICATOR | {"naam": plant(16)}]}
    yield v.manager("StelPilotplanOp", pilot="PG", titel=plant(17), plan=plan, traject="VT1")


def _intern() -> Iterator[v.Zet]:
    """What stays inside the organisation, secret or not."""
    yield v.manager("Noteer", tekst=plant(20))
    yield v.manager("MeldSignaal", ernst=2, omschrijving=plant(21))
    yield v.griffier("StartReview", aanleiding=plant(22), vraag=plant(23))
    yield v.manager("MeldVerandering", veranderingsoort="wet", omschrijving=plant(24))
    yield v.manager("LegGesprekVast", doelgroep="bestuur", gelegenheid=plant(25), opbrengst=plant(26))
    teksten = ("context", "wat_gebeurde", "oorzaak", "aanbeveling", "actie", "geldt_wanneer")
    yield v.manager("LegLesVast", les="LG", titel=plant(27), openbaar=False, **dict.fromkeys(teksten, plant(28)))
    yield v.manager("WijzigLesstatus", les="LG", status="vastgesteld", toelichting=plant(29))
    verhaal = {"titel": plant(30), "verteller_functie": "boer", "context": plant(31), "praktijk": plant(32)}
    inhoud = verhaal | {"waardering": "gemengd", "succes": True, "openbaar": False}
    yield v.manager("LegBronverhaalVast", verhaal="VG", inhoud=inhoud)


def _later_herhaald() -> Iterator[v.Zet]:
    """The same words typed again, in public places."""
    yield v.blad("dilemma", nr="9", omschrijving=f"gaat {plant(1)} door", type="anders", hoe_gehanteerd="gewacht")
    yield v.manager("LegLesVast", les="L9", titel="wacht op elkaar", aanbeveling=f"let op bij {plant(9)}", actie="ja")
    yield v.blad("uitnodiging", nr="9", waar=plant(12), wat_welkom="samen iets doen")
    anders = f"Ga naar {plant(12).upper()}, of {plant(9).replace(' ', chr(10) + '  ')}."
    yield v.blad("uitnodiging", nr="10", waar="elders", wat_welkom=anders)


def _leg_op(stap: str) -> v.Zet:
    velden = {"grond": GROND, "neutrale_titel": NEUTRAAL, "referentie": f"DOC-{TOKEN}"}
    return v.secretariaat("LegGeheimhoudingOp", stap=stap, orgaan="GS", **velden)


@pytest.fixture(scope="module")
def leven() -> v.Verhaal:
    """An opgave full of secrets, with public things among them."""
    verhaal = w.water().gegeven(*_over_de_stap(), *_in_een_vorm(), *_intern(), *_later_herhaald())
    vormstap = next(s.id for s in verhaal.stand.stappen.values() if s.traject == "VT1")
    verhaal = verhaal.later(date(2025, 9, 4)).gegeven(_leg_op("B2"), _leg_op(vormstap))
    return verhaal.gegeven(v.manager("WijsAccounthouderAan", partij="WBF", naar="s-4711"))


def _alles(water: Gezeefd) -> Iterator[tuple[str, str]]:
    """Every report in every form, as text."""
    agenda, levens, jaar = w.gezeefd(w.agenda()), {w.WATER: water}, water.op.year
    half = agenda_cijfers.cijfers(agenda, levens, {"GS": w.kalender("GS", "2025-09-09")}, "2025-2")
    leer, partijen = leer_cijfers.cijfers([water], jaar, water.op), verbonden.cijfers([water], jaar, water.op)
    over = verantwoording.cijfers(water)
    for cijfers, document in (
        (half, agenda_rapport.document(half, agenda, levens)),
        (leer, leerverslag.document(leer, [water])),
        (over, verantwoording.document(over, water)),
        (partijen, verbonden.document(partijen, [water])),
    ):
        naam = document.soortnaam
        yield f"{naam} json", json.dumps(cijfers.model_dump(mode="json"))
        yield f"{naam} html", maak_boek_html(document).decode()
        pdf = w.Pdf(maak_boek_pdf(document))
        yield f"{naam} pdf", pdf.tekst + pdf.inhoud.decode("latin-1")
    yield "csv", verbonden.als_csv(partijen).decode()
    for naam, pagina in statuspagina.site(agenda, levens).items():
        yield naam, pagina.decode()


def test_van_wat_geheim_of_intern_is_komt_geen_byte_naar_buiten(leven: v.Verhaal) -> None:
    """The texts are all in the chain, and none is in any report, nor the reference, the ground or a person."""
    keten = "".join(f.model_dump_json() for f in leven.alles)
    geplant = [nr for nr in range(1, 33) if nr not in (18, 19)]
    assert [nr for nr in geplant if plant(nr) not in keten] == []
    for naam, tekst in _alles(w.gezeefd(leven)):
        kaal = tekst.lower().replace(" ", "")
        for verboden in (TOKEN, GROND, "s-4711", "s-opgavemanager", "bijzonder"):
            assert verboden.lower().replace(" ", "") not in kaal, (naam, verboden)


def test_ook_wat_een_rapport_niet_gebruikt_is_gezeefd(leven: v.Verhaal) -> None:
    """A report made next year gets a state and facts without secrets, notes or persons, whatever it takes from them."""
    gezeefd = w.gezeefd(leven)
    tekst = gezeefd.stand.model_dump_json() + "".join(f.model_dump_json() for f in gezeefd.feiten)
    for verboden in (TOKEN, GROND, "s-4711", "s-opgavemanager", "s-tweede"):
        assert verboden not in tekst, verboden
    assert {"Genoteerd", "SignaalGemeld", "OpdrachtGeweigerd"} & {f.inhoud.soort for f in gezeefd.feiten} == set()


def test_wat_openbaar_is_blijft_staan(leven: v.Verhaal) -> None:
    """The sieve is no wall: the public lesson, decision, invitation and verbonden partij are all there."""
    uit = dict(_alles(w.gezeefd(leven)))
    assert "bel elkaar eerst" in uit["Verantwoording html"]
    assert "samen op de dijk" in uit["Leerverslag html"]
    assert "plannen voor natte natuur" in uit[f"{w.WATER}.html"]
    assert "Waterbedrijf Flevoland" in uit["csv"]
    assert WEG in uit["Leerverslag html"]


def test_geheim_geld_en_geheime_afspraken_tellen_niet_mee(leven: v.Verhaal) -> None:
    """Sums would tell what the lines do not."""
    cijfers = verantwoording.cijfers(w.gezeefd(leven))
    assert "krediet" not in cijfers.geld
    assert cijfers.geld["toegezegd"].provincie == 500_00


def test_geheimhouding_geldt_ook_voor_een_eerdere_dag(leven: v.Verhaal) -> None:
    """A report as of a day before it was imposed tells no more than one of today."""
    eerder = w.gezeefd(leven.later(leven.vandaag + timedelta(days=3)), date(2025, 9, 1))
    assert eerder.seq > 0
    for naam, tekst in _alles(eerder):
        assert TOKEN not in tekst.lower(), naam


def test_na_opheffen_mag_het_weer(leven: v.Verhaal) -> None:
    """Lifted geheimhouding hides nothing any more."""
    hef: dict[str, Any] = {"orgaan": "GS", "reden": "de koop is rond", "titel": "koop van grond"}
    vrij = leven.gegeven(v.secretariaat("HefGeheimhoudingOp", stap="B2", **hef))
    stappen = w.gezeefd(vrij).stand.stappen
    assert stappen["B2"].onderwerp == "koop van grond"
    assert "B2" not in w.gezeefd(leven).stand.stappen
