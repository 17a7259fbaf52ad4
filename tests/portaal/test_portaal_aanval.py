"""What a malicious partner, an old mail or a careless moment tries at the portal, and what it does not get."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from portaalwereld import DRONTEN, NETBEHEER, VRAAG, Portaalwereld
from sqlalchemy import select

from activities.brief.maken import maak_inhoud
from domain.gevolg import Adres, Bericht
from domain.gevolgen import gevolgen
from domain.kalender import einde_dag
from register import contacten, lezen
from register.linkpost import SOORT
from register.rijen import Contact
from register.tabellen import UITGAAND
from register.tabellen_partners import SESSIE
from starter.portaal.begrenzer import Grens, adres_van
from starter.portaal.partner import bewijs

ANTWOORD = {"oordeel": "akkoord", "antwoord": "Wij gaan akkoord met het hele convenant."}
BESLUIT = {"uitkomst": "geen_zienswijze", "op": "2025-03-03"} | dict.fromkeys(
    ("motivering", "titel", "referentie", "sha256"), ""
)


def _na_afloop(portaal: Portaalwereld, verzoek: str) -> None:
    portaal.op(portaal.stand.verzoeken[verzoek].uiterlijk + timedelta(days=1))


def test_een_nieuwe_link_wekt_de_oude_niet(portaal: Portaalwereld) -> None:
    """Who holds an old mail may ask for a new link, but that goes to the function; the old token stays what it was."""
    verzoek = portaal.vraag()
    oud = portaal.link(verzoek)
    _na_afloop(portaal, verzoek)
    dief = portaal.binnen(oud)
    dief.post("/partner/nieuwe-link", dief.get("/partner/antwoord").velden)
    nieuw = portaal.link(verzoek, tot=portaal.wereld.nu + timedelta(days=7))
    assert dief.get("/partner/antwoord").kop == "Uw link is verlopen"
    assert portaal.binnen(oud).get("/partner/antwoord").kop == "Uw link is verlopen"
    assert portaal.binnen(nieuw).get("/partner/antwoord").kop == "Geef uw antwoord"


def test_een_verlopen_link_leest_het_dossier_niet(portaal: Portaalwereld) -> None:
    """A mail that turns up years later shows nothing of what happened since; a new link can be had."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    dossier = portaal.link("dossier", doel="dossier", tot=einde_dag(portaal.stand.verzoeken[verzoek].uiterlijk))
    assert portaal.binnen(token).get("/partner/dossier").status == 200
    _na_afloop(portaal, verzoek)
    for oud in (token, dossier):
        bezoeker = portaal.binnen(oud)
        for pad in ("dossier", "verzoeken", "inbreng", "signaal"):
            blad = bezoeker.get(f"/partner/{pad}")
            assert blad.kop == "Uw link is verlopen"
            assert VRAAG not in blad.tekst
            assert blad.velden["csrf"]


def test_veel_oude_links_geven_samen_een_mail(portaal: Portaalwereld) -> None:
    """However many old links someone holds, the function gets one mail an hour about the same thing."""
    nu = portaal.wereld.nu
    tokens = [portaal.link("dossier", doel="dossier", tot=nu + timedelta(days=dag)) for dag in (1, 2, 3)]
    for token in tokens:
        bezoeker = portaal.binnen(token)
        assert bezoeker.post("/partner/nieuwe-link", bezoeker.get("/partner/inbreng").velden).status == 200
    with portaal.register.lees() as verbinding:
        assert len(verbinding.execute(select(UITGAAND).where(UITGAAND.c.soort == SOORT)).all()) == 1


@pytest.mark.parametrize("dag", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25)], ids=str)
def test_een_link_eindigt_om_24_uur_in_amsterdam(portaal: Portaalwereld, dag: date) -> None:
    """To the second, also on the days around a change of summer time."""
    token = portaal.link("dossier", doel="dossier", tot=einde_dag(dag))
    portaal.wereld.nu = datetime(dag.year, dag.month, dag.day, 23, 59, 59, tzinfo=ZoneInfo("Europe/Amsterdam"))
    bezoeker = portaal.binnen(token)
    assert bezoeker.get("/partner/dossier").kop != "Uw link is verlopen"
    portaal.wereld.nu += timedelta(seconds=1)
    assert bezoeker.get("/partner/dossier").kop == "Uw link is verlopen"


@pytest.mark.parametrize("uitgave", ["r2026_1", "r2026_2"])
def test_een_link_besluit_niet_waar_geen_tweede_persoon_is(portaal: Portaalwereld, uitgave: str) -> None:
    """In a life under the first editions a record of a partner counts at once, so a link in a mail can't give it."""
    stap = portaal.stap()
    bezoeker = portaal.binnen(portaal.link(stap, doel="besluit"))
    controle = bezoeker.vul_in("besluit", **BESLUIT)
    portaal.wereld.standen[portaal.id] = portaal.stand.met(reglement=uitgave)
    assert bezoeker.get("/partner/besluit").kop == "Dit besluit kunt u niet met een link melden"
    assert bezoeker.bevestig("besluit", controle).kop == "Dit besluit kunt u niet met een link melden"
    assert portaal.stand.stappen[stap].status == "voorgelegd"


@pytest.mark.parametrize(("uitgave", "doel"), [("r2026_2", "dossier"), ("r2026_3", "besluit")])
def test_de_mail_belooft_geen_link_die_er_niet_is(portaal: Portaalwereld, uitgave: str, doel: str) -> None:
    """What can't be reported by link is not asked by link either."""
    stap = portaal.stap()
    feit = next(r.feit for r in reversed(lezen.feiten(portaal.register, portaal.id)) if r.soort == "BesluitVoorgelegd")
    bericht = next(g for g in gevolgen(feit) if isinstance(g, Bericht) and g.betreft == stap)
    inhoud = maak_inhoud(
        portaal.stand.met(reglement=uitgave), feit, bericht, Adres(functie="partner", organisatie=DRONTEN)
    )
    assert inhoud.link is not None
    assert inhoud.link.doel == doel


def test_bewijs_van_een_gewone_opdracht_is_niet_op_te_vragen(
    portaal: Portaalwereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids of commands that people choose can be guessed; they give nothing, also while the register is behind."""
    monkeypatch.setattr(bewijs, "GEDULD", 0.0)
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    for opdracht in portaal.stand.bewijzen:
        assert bezoeker.get(f"/partner/bewijs/{opdracht}").status == 404
    assert portaal.stand.bewijzen


def test_twee_tabbladen_met_twee_links(portaal: Portaalwereld) -> None:
    """The second link takes over the browser: what is sent from the first tab goes nowhere, and is not lost."""
    een, twee = portaal.vraag(), portaal.vraag()
    bezoeker = portaal.binnen(portaal.link(een))
    velden = bezoeker.get("/partner/antwoord").velden
    bezoeker.koekjes.clear()  # a browser keeps one cookie of a name
    assert bezoeker.post(f"/a/{portaal.link(twee)}").status == 303
    blad = bezoeker.post("/partner/antwoord", {**velden, **ANTWOORD})
    assert blad.status == 403
    assert ANTWOORD["antwoord"] in blad.tekst
    assert velden["csrf"] not in blad.tekst
    assert [portaal.stand.verzoeken[v].status for v in (een, twee)] == ["open", "open"]


def test_bezoeken_van_een_link_zijn_begrensd(portaal: Portaalwereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opens a link without end fills no table."""
    monkeypatch.setattr("starter.portaal.partner.toegang.INZENDINGEN", Grens(2, 60))
    token = portaal.link(portaal.vraag())
    assert [portaal.bezoeker().post(f"/a/{token}").status for _ in range(3)] == [303, 303, 429]
    with portaal.register.lees() as verbinding:
        assert len(verbinding.execute(select(SESSIE)).all()) == 2


def test_een_vertrokken_partner_doet_niets_meer(portaal: Portaalwereld) -> None:
    """Its links can't bring in or answer anything; the core refuses what the page might let through."""
    verzoek = portaal.vraag()
    bezoeker = portaal.binnen(portaal.link(verzoek))
    controle = bezoeker.vul_in("antwoord", **ANTWOORD)
    inbreng = bezoeker.vul_in("inbreng", inbrengsoort="vraag", onderwerp="Wat nu", tekst="Wij willen nog iets weten.")
    portaal.wereld.tik("LaatPartnerUittreden", partner=DRONTEN, reden="De raad besloot te stoppen.")
    feiten = portaal.stand.seq
    bezoeker.bevestig("antwoord", controle)
    bezoeker.bevestig("inbreng", inbreng)
    assert portaal.stand.verzoeken[verzoek].status == "ingetrokken"
    assert not portaal.stand.inbreng
    assert portaal.stand.seq == feiten


def test_wat_een_ander_schreef_wordt_nergens_opmaak(portaal: Portaalwereld) -> None:
    """Names and texts with HTML in them are shown as they were typed, on every page."""
    kwaad = '<script>alert(1)</script>"><img src=x onerror=alert(1)>{{ 7*7 }}'
    verzoek = portaal.vraag(vraag=kwaad)
    bezoeker = portaal.binnen(portaal.link(verzoek))
    controle = bezoeker.vul_in("antwoord", oordeel="akkoord", antwoord=kwaad)
    bladen = [controle, bezoeker.bevestig("antwoord", controle)]
    bladen += [bezoeker.get(f"/partner/{pad}") for pad in ("dossier", "verzoeken", "verbeteren", "antwoord")]
    for blad in bladen:
        assert blad.status == 200
        assert "<script" not in blad.tekst
        assert "<img src=x" not in blad.tekst
    assert any("&lt;script&gt;" in blad.tekst for blad in bladen)


def test_een_tekst_is_wat_er_staat(portaal: Portaalwereld) -> None:
    """Signs that turn the reading direction, or end a line where nobody sees it, are not recorded."""
    verzoek = portaal.vraag()
    bezoeker = portaal.binnen(portaal.link(verzoek))
    tekst = "Wij gaan \u202edrookka\u202c\u2066 niet\u2069 mee.\x00\u2028Tweede regel\x85 \U0001f468\u200d\U0001f469."
    bezoeker.bevestig("antwoord", bezoeker.vul_in("antwoord", oordeel="niet_akkoord", antwoord=tekst))
    schoon = "Wij gaan drookka niet mee.\nTweede regel \U0001f468\u200d\U0001f469."
    assert portaal.stand.verzoeken[verzoek].antwoord == schoon


def test_signalen_en_inbreng_van_een_ander_blijven_van_die_ander(portaal: Portaalwereld) -> None:
    """What one partner brings in or signals is on no page of another."""
    een = portaal.binnen(portaal.link("dossier", doel="dossier"))
    een.bevestig("inbreng", een.vul_in("inbreng", inbrengsoort="vraag", onderwerp="Geheim A", tekst="Alleen van ons."))
    een.bevestig("signaal", een.vul_in("signaal", ernst="2", omschrijving="De samenwerking stokt bij ons."))
    ander = portaal.binnen(portaal.link("dossier", NETBEHEER, doel="dossier"))
    for pad in ("dossier", "verzoeken"):
        blad = ander.get(f"/partner/{pad}")
        assert blad.status == 200
        for geheim in ("Geheim A", "Alleen van ons", "samenwerking stokt"):
            assert geheim not in blad.tekst
    assert "Geheim A" in een.get("/partner/dossier").tekst


def test_een_gedeelde_link_sterft_met_een_van_beiden(portaal: Portaalwereld) -> None:
    """A mail to two people holds one link; when one of them is erased it opens nothing, for the other neither."""
    contacten.zet(portaal.register, Contact("partner", DRONTEN, "tweede@dronten.example"))
    token = portaal.link(portaal.vraag(), adres="inbox@dronten.example,tweede@dronten.example")
    bezoeker = portaal.binnen(token)
    contacten.wis(portaal.register, "partner", DRONTEN, "tweede@dronten.example")
    assert bezoeker.get("/partner/antwoord").status in (403, 410)
    assert portaal.bezoeker().post(f"/a/{token}").status == 410


@pytest.mark.parametrize(
    ("gezegd", "wie"),
    [
        ("198.51.100.4:51123", "198.51.100.4"),
        ("::ffff:198.51.100.4", "198.51.100.4"),
        ("[2001:db8:1:2:3::4]:443", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:9::9", "2001:db8:1:2::/64"),
        ("onzin", "onzin"),
    ],
)
def test_een_adres_is_een_adres_hoe_het_ook_staat(gezegd: str, wie: str) -> None:
    """A port or another spelling is no way around the limits, and a proxy is known by both spellings."""
    scope = {"type": "http", "client": ("::ffff:10.0.0.1", 1), "headers": [(b"x-forwarded-for", gezegd.encode())]}
    assert adres_van(scope, ("10.0.0.0/24",)) == wie
