"""A small region for the reports: one agenda, two opgaven that began and one that did not, all through the real core."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import verhaal as v
from pdflezer import Pdf

from documenten.boek import maak_boek_html, maak_boek_pdf
from documenten.inhoud import Document
from domain import kern
from domain.orgaan import Orgaankalender
from domain.stand import Begin
from rapporten.leven import Gezeefd
from rapporten.zeef import zeef

AGENDA, WATER, WARMTE, WONEN = "AGENDA-FLEVOLAND", "FL-WATER", "FL-WARMTE", "FL-WONEN"
STRAKS = date(2026, 12, 31)
WATERSCHAP = {
    "naam": "Waterbedrijf Flevoland",
    "rechtsvorm": "naamloze vennootschap",
    "partijsoort": "vennootschap_of_cooperatie",
    "vestigingsplaats": "Lelystad",
    "openbaar_belang": "drinkwater voor iedereen",
    "bestuurlijk_belang": "een zetel in de raad van commissarissen",
    "financieel_belang": "tien procent van de aandelen",
    "eigen_vermogen_begin": 250_000_00,
    "resultaat": -1_250_00,
    "jaar": 2024,
    "risicos": ["droogte"],
}


def leeg(id_: str) -> v.Verhaal:
    """A life that has still to begin, under the newest rules."""
    return v.Verhaal(stand=kern.begin(Begin(opgave=id_, reglement="r2026_4")))


def gezeefd(verhaal: v.Verhaal, op: date | None = None) -> Gezeefd:
    """The life as reports see it, at the end of a day; now unless told otherwise."""
    return zeef(verhaal.stand, verhaal.alles, op or verhaal.vandaag)


def zet(opgave: str, **anders: Any) -> v.Zet:
    velden = {"titel": opgave.title(), "thema": "energie", "periode": "2025-1", "reden": "de regio vraagt erom"}
    return v.manager("ZetOpAgenda", opgave=opgave, **(velden | anders))


def agenda() -> v.Verhaal:
    """An agenda with three opgaven, an adoption, a conference and changes in both halves of 2025."""
    overheid = v.manager("VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    conferentie = v.manager(
        "HoudConferentie",
        conferentie="C1",
        titel="Eerste conferentie",
        deelnemers=["gemeente-dronten", "provincie"],
        onderschreven_door=["gemeente-dronten"],
        afspraken=[
            {"tekst": "een plan voor de dijk", "wie": "gemeente-dronten", "uiterlijk": "2025-05-01"},
            {"tekst": "geld voor de dijk", "wie": "provincie", "uiterlijk": "2026-05-01"},
        ],
    )
    start = {"titel": "Samen 2025", "gebied": "Flevoland", "van": "2025-01-01", "tot": "2026-12-31"}
    begin = leeg(AGENDA).gegeven(
        v.manager("StartAgenda", **start),
        overheid,
        *(zet(WATER), zet(WARMTE, horizon="straks"), zet(WONEN)),
        v.manager("LegRaakvlakVast", opgave=WATER, andere=WARMTE, omschrijving="zelfde grond"),
        v.manager("VraagVaststelling", overheden=["gemeente-dronten"], uiterlijk="2025-09-01"),
        v.partner(v.DRONTEN)("LegVaststellingVast", overheid=v.DRONTEN, orgaan="raad", besluit="vastgesteld"),
        conferentie,
    )
    return begin.later(date(2025, 7, 7)).gegeven(
        v.manager("VerplaatsOpAgenda", opgave=WARMTE, rijpheid="verkenning", reden="er ligt een plan"),
        v.manager("ParkeerOpgave", opgave=WONEN, reden="geen mensen"),
    )


def water() -> v.Verhaal:
    """An opgave in F3 of which much was said; nothing of it is secret."""
    partner = v.partner(v.DRONTEN)
    return (
        leeg(WATER)
        .gegeven(
            *v.BEGONNEN,
            *v.NAAR_F2,
            *v.NAAR_F3,
            partner("BrengIn", inbrengsoort="wijziging", onderwerp="een hogere dijk", tekst="graag een halve meter"),
            partner("BrengIn", inbrengsoort="vraag", onderwerp="wanneer", tekst="wanneer begint het"),
            v.manager("BrengIn", inbrengsoort="wijziging", onderwerp="eigen idee", tekst="een lagere dijk"),
            v.manager("BehandelInbreng", inbreng="I1", oordeel="overgenomen", antwoord="dat doen we"),
            v.manager("BoekGeld", geldsoort="toegezegd", bedrag=500_00, bron="provincie", referentie="F-1"),
            v.manager("BoekGeld", geldsoort="toegezegd", bedrag=700_00, bron=v.DRONTEN, referentie="F-2"),
            *_bladen(),
            *_geleerd(),
        )
        .later(date(2025, 9, 1))
        .gegeven(v.reflectie("F3"))
    )


def _bladen() -> Iterator[v.Zet]:
    yield v.blad("overlegtijd", nr="1", overleg="stuurgroep", op="2025-03-03", minuten_inhoud=60, minuten_structuur=30)
    yield v.blad("overlegtijd", nr="2", overleg="stuurgroep", op="2025-09-03", minuten_inhoud=10, minuten_structuur=90)
    yield v.blad("procesafspraken", afspraken=["we vertellen elkaar alles"])
    yield v.blad("resultaatafspraak", nr="1", tekst="een veilige dijk", type="richting")
    yield v.blad(
        "dilemma", nr="1", omschrijving="sturen of loslaten", type="loslaten", hoe_gehanteerd="samen besproken"
    )
    yield v.blad("uitnodiging", nr="1", waar="Noordhoek", wat_welkom="plannen voor natte natuur", voorwaarden=["samen"])
    yield v.blad("kaderpunt", nr="1", tekst="hoogte", concreetheid="nader_uit_te_werken", uiterlijk="2025-12-01")
    mee = {"keuze": "vroeg", "doel": "draagvlak", "vorm": "dijkwandeling", "wanneer": "in het voorjaar"}
    bereik = {"bereik_rechtstreeks": 40, "bereik_via_partners": 300, "methode": "geteld bij de ingang"}
    yield v.blad("participatie", verantwoording="in een verslag", **mee, **bereik)
    vragen = dict.fromkeys(("waarom_doen_we_dit", "doen_we_het_goed", "hoe_gaat_de_samenwerking"), "goed")
    balans = {"inhoud": 4, "proces": 3, "relatie": 2}
    yield v.blad("reflectie", fase="F2", balans=balans, waarden=["betrokken"], **vragen)


def _geleerd() -> Iterator[v.Zet]:
    verhaal = {
        "titel": "de dijkgraaf belde",
        "verteller_functie": "dijkgraaf",
        "context": "hoog water",
        "praktijk": "samen op de dijk",
        "waardering": "goed",
        "principes": [1, 3],
        "waarden": ["betrokken"],
        "succes": True,
    }
    yield v.manager("LegLesVast", les="L1", titel="bel elkaar eerst", actie="bellijst", aanbeveling="bel elkaar")
    yield v.manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="besproken aan tafel")
    yield v.manager("LegBronverhaalVast", verhaal="V1", inhoud=verhaal)
    yield v.manager("LegGesprekVast", doelgroep="partners", gelegenheid="werkbezoek", opbrengst="meer bellen")
    actie = {"leersoort": "governancestijl", "tekst": "training netwerk", "voor": "bestuurders"}
    yield v.manager("StartLeeractie", leeractie="LA1", eigenaar="opgavemanager", uiterlijk="2025-12-01", **actie)
    yield v.manager("LegVerbondenPartijVast", partij="WBF", inhoud=WATERSCHAP)
    waarom = {"nodig": "ja, voor de bronnen", "bijdrage_publieke_taak": "schoon water"}
    meer = {"bijdrage_opgave": "ruimte voor water", "alternatief_zelf": "nee"}
    yield v.manager("BeantwoordWaarom", partij="WBF", **waarom, **meer)


def warmte() -> v.Verhaal:
    """An opgave that only just began."""
    return leeg(WARMTE).gegeven(*v.BEGONNEN).later(date(2025, 9, 1))


def kalender(orgaan: str, *dagen: str, capaciteit: int | None = None) -> Orgaankalender:
    velden = {"orgaan": orgaan, "vergaderingen": dagen, "bekend_tot": "2026-12-31", "bron": "griffie"}
    return Orgaankalender.model_validate(velden | {"capaciteit": capaciteit})


def gelezen(document: Document) -> tuple[str, Pdf]:
    """The page as text, and the PDF taken apart."""
    return maak_boek_html(document).decode(), Pdf(maak_boek_pdf(document))


def is_toegankelijke_pdf(pdf: Pdf) -> bool:
    """Whether it says of itself that it is PDF/A-3a and PDF/UA-1, and has tags."""
    xmp = pdf.inhoud.decode("latin-1")
    kenmerken = [re.findall(rf"{naam}>(\w)<", xmp) for naam in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    return kenmerken == [["3"], ["A"], ["1"]] and {"H1", "P", "Table"} <= set(pdf.tags)
