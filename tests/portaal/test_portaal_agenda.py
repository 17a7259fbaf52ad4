"""A partner of a regionale agenda comes by a link as well: plain words, no phase, and an answer that counts."""

from typing import Any

from portaalwereld import DRONTEN, Portaalwereld
from test_cli_hulp import NepOmgeving

from domain.reglement.register import nieuwste
from domain.stand import Begin
from starter.cli.wie import afzender
from starter.invoer import maak_opdracht

REGIO = "AGENDA-FLEVOLAND"


def zeg(portaal: Portaalwereld, soort: str, **velden: Any) -> None:
    """One accepted command to the agenda."""
    opdracht = maak_opdracht({"soort": soort, **velden}, afzender("opgavemanager", None, 1000))
    omgeving, wereld = NepOmgeving(portaal.wereld), portaal.wereld
    begin = Begin(opgave=REGIO, reglement=nieuwste().code)
    werk = wereld.start(begin, opdracht) if soort == "StartAgenda" else wereld.geef(REGIO, opdracht)
    bewijs = omgeving.wacht_op(werk)
    omgeving.sluit()
    assert not bewijs.geweigerd, bewijs


def agenda(portaal: Portaalwereld) -> Portaalwereld:
    """An agenda with an item, a document and a request to Dronten; the portal is about it from now on."""
    tijd = {"van": "2026-01-01", "tot": "2029-12-31", "ambitie": "Samen een gezonde regio."}
    zeg(portaal, "StartAgenda", titel="Samen sterk", gebied="Flevoland", **tijd)
    zeg(portaal, "VoegPartnerToe", partner=DRONTEN, naam="gemeente Dronten", type="gemeente")
    punt = {"thema": "water", "periode": "2026-2", "reden": "de regio vraagt erom"}
    zeg(portaal, "ZetOpAgenda", opgave="FL-2026-02", titel="Water in de polder", **punt)
    koers = {"document": "koers", "documentsoort": "koersdocument", "titel": "Koers 2030", "versie": "1.0"}
    zeg(portaal, "StelDocumentVast", **koers, vaststeller="PS")
    zeg(portaal, "VraagVaststelling", overheden=[DRONTEN, "provincie"], uiterlijk="2026-12-31")
    zeg(portaal, "VraagPartner", aan=[DRONTEN], vraag="Wat vindt u van de agenda?", termijn="10wd")
    portaal.id = REGIO
    return portaal


def test_een_partner_leest_de_agenda_in_gewone_woorden(portaal: Portaalwereld) -> None:
    """What stands on it, its documents, and what the partner itself has to decide; nothing about phases."""
    bezoeker = agenda(portaal).binnen(portaal.link("", doel="dossier"))
    blad = bezoeker.get("/partner/dossier")
    assert blad.status == 200
    for deel in ("Regionale agenda", "Water in de polder", "Koers 2030", "versie 1.0", "nog niet besloten", "gezonde"):
        assert deel in blad.tekst, deel
    for deel in ("Fase", "F1", "Trekker", "Uw besluit over de agenda:"):
        assert deel not in blad.tekst, deel
    assert blad.tekst.count("Versie 1:") == 1


def test_een_afgedane_afspraak_staat_niet_meer_open(portaal: Portaalwereld) -> None:
    """What was done is told apart, with its day."""
    agenda(portaal)
    for afspraak, tekst in (("AFA", "Meet het net"), ("AFB", "Lever de cijfers")):
        zeg(portaal, "MaakAfspraak", afspraak=afspraak, tekst=tekst, wie=DRONTEN, uiterlijk="2026-12-01")
    zeg(portaal, "RondAfspraakAf", afspraak="AFA", resultaat="gemeten")
    tekst = portaal.binnen(portaal.link("", doel="dossier")).get("/partner/dossier").tekst
    open_, klaar = tekst.index("Afspraken met u"), tekst.index("Afgedaan")
    assert "Lever de cijfers (uiterlijk" in tekst[open_:klaar]
    assert "Meet het net" not in tekst[open_:klaar]
    assert "Meet het net (afgedaan op" in tekst[klaar:]


def test_de_link_zegt_dat_het_om_een_agenda_gaat(portaal: Portaalwereld) -> None:
    token = agenda(portaal).link("", doel="dossier")
    assert "regionale agenda waar" in portaal.bezoeker().get(f"/a/{token}").tekst


def test_een_partner_geeft_antwoord_op_een_vraag_over_de_agenda(portaal: Portaalwereld) -> None:
    """The whole way of a form: fill in, check, record; the page says agenda, and the fact is in the agenda."""
    verzoek = list(agenda(portaal).stand.verzoeken)[-1]
    bezoeker = portaal.binnen(portaal.link(verzoek))
    controle = bezoeker.vul_in("antwoord", oordeel="inbreng", antwoord="Wij doen graag mee.")
    assert "Agenda" in controle.tekst
    assert bezoeker.bevestig("antwoord", controle).kop == "Vastgelegd. Dank u wel"
    assert portaal.stand.verzoeken[verzoek].status == "beantwoord"
    assert all(bezoeker.get(f"/partner/{pad}").status == 200 for pad in ("verzoeken", "inbreng", "signaal"))


def test_wie_uittrad_ziet_niet_wat_er_nu_op_de_agenda_staat(portaal: Portaalwereld) -> None:
    """It still is a page about an agenda, without the items of today."""
    token = agenda(portaal).link("", doel="dossier")
    bezoeker = portaal.binnen(token)
    zeg(portaal, "LaatPartnerUittreden", partner=DRONTEN, reden="herindeling")
    tekst = bezoeker.get("/partner/dossier").tekst
    assert "Regionale agenda" in tekst
    assert "Wat er op de agenda staat" not in tekst
    assert "Fase" not in tekst
