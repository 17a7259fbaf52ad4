"""What must not be possible: guessing, forging, looking at another's, using a link up by looking, reading a log."""

import asyncio
import io
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from portaalwereld import ADRESSEN, BASIS, DRONTEN, NETBEHEER, VRAAG, Portaalwereld
from sqlalchemy import select

from register import contacten, links
from register.linkpost import SOORT
from register.rijen import Contact
from register.tabellen import UITGAAND
from register.tabellen_partners import SESSIE
from runtime.instellingen import Portaal
from runtime.logboek import stel_logboek_in
from starter.portaal.app import maak_app
from starter.portaal.begrenzer import MEESTE_SLEUTELS, Begrenzer, Grens, adres_van
from starter.portaal.huis import Huis
from starter.portaal.kop import GROOTSTE_INVOER

ANTWOORD = {"oordeel": "akkoord", "antwoord": "Wij gaan akkoord."}


def test_kijken_gebruikt_niets_op(portaal: Portaalwereld) -> None:
    """A mail scanner looks at the link ten times: no visit begins, nothing is told of the question, the link works."""
    token = portaal.link(portaal.vraag())
    scanner = portaal.bezoeker()
    for methode in ("GET", "HEAD") * 5:
        blad = scanner.get(f"/a/{token}", methode)
        assert blad.status == 200
        assert VRAAG not in blad.tekst
    assert scanner.koekjes == {}
    with portaal.register.lees() as verbinding:
        assert verbinding.execute(select(SESSIE)).all() == []
    assert portaal.binnen(token).get("/partner/antwoord").status == 200


def test_onbekende_tokens_krijgen_een_antwoord(portaal: Portaalwereld) -> None:
    """Short, long, strange or nearly right: the same page to the letter, whether looked at or opened."""
    token = portaal.link(portaal.vraag())
    bezoeker = portaal.bezoeker()
    gokken = ("x", "A" * 43, token[:-1] + ("A" if token[-1] != "A" else "B"), token.upper() + "x", "%2e%2e", "é")
    bladen = {(b.status, b.tekst) for gok in gokken for b in (bezoeker.get(f"/a/{gok}"), bezoeker.post(f"/a/{gok}"))}
    assert len(bladen) == 1
    assert bladen.pop()[0] == 404


def test_gokken_houdt_op(portaal: Portaalwereld) -> None:
    """After twenty misses an address has to wait, and then it can't tell a real token from a guess; others can go on."""
    token = portaal.link(portaal.vraag())
    gokker = portaal.bezoeker()
    statussen = [gokker.get(f"/a/gok{i}").status for i in range(21)]
    assert statussen == [404] * 20 + [429]
    echt, gok = gokker.get(f"/a/{token}"), gokker.get("/a/gok99")
    assert (echt.status, gok.status) == (429, 429)
    assert echt.tekst == gok.tekst
    assert int(echt.koppen["retry-after"]) > 0
    ander = portaal.bezoeker()
    ander.adres = "192.0.2.8"
    assert ander.get(f"/a/{token}").status == 200


def test_andermans_verzoek_is_onbereikbaar(portaal: Portaalwereld) -> None:
    """A link of one partner shows and answers nothing of another; not even with a link that names its request."""
    verzoek = portaal.vraag(NETBEHEER, vraag="Hoeveel megawatt?")
    vreemd = portaal.binnen(portaal.link(verzoek, aan=DRONTEN))
    for pad in ("/partner/antwoord", "/partner/verbeteren", "/partner/uitstel", "/partner/besluit"):
        blad = vreemd.get(pad)
        assert blad.status == 404
        assert "megawatt" not in blad.tekst
    csrf = vreemd.get("/partner/inbreng").velden
    assert vreemd.post("/partner/antwoord/vastleggen", {**csrf, **ANTWOORD, "eenmalig": "x" * 24}).status == 404
    assert portaal.stand.verzoeken[verzoek].status == "open"


def test_bewijs_van_een_ander_is_niet_te_zien(portaal: Portaalwereld) -> None:
    """The receipt of another link is not shown, also when its address is known."""
    eigen, andermans = portaal.vraag(), portaal.vraag(NETBEHEER)
    een, ander = portaal.binnen(portaal.link(eigen)), portaal.binnen(portaal.link(andermans, NETBEHEER))
    controle = een.vul_in("antwoord", **ANTWOORD)
    plek = een.post("/partner/antwoord/vastleggen", controle.velden).koppen["location"]
    assert een.get(plek).status == 200
    assert ander.get(plek).status == 404


@pytest.mark.parametrize(
    "koppen",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "csrf": "weg"},
        {"sec-fetch-site": "same-origin", "csrf": "fout"},
    ],
    ids=str,
)
def test_vervalst_formulier(portaal: Portaalwereld, koppen: dict[str, str]) -> None:
    """A form from another site, without the token of the visit or with a wrong one, does nothing."""
    verzoek = portaal.vraag()
    bezoeker = portaal.binnen(portaal.link(verzoek))
    velden = bezoeker.vul_in("antwoord", **ANTWOORD).velden
    csrf = koppen.pop("csrf", "")
    if csrf:
        velden = {**velden, "csrf": "" if csrf == "weg" else "A" * 43}
    assert bezoeker.post("/partner/antwoord/vastleggen", velden, **koppen).status == 403
    assert portaal.stand.verzoeken[verzoek].status == "open"


@pytest.mark.parametrize(("herkomst", "mag"), [("https://kwaad.example", False), ("null", True), (BASIS, True)])
def test_browser_zonder_sec_fetch(portaal: Portaalwereld, herkomst: str, mag: bool) -> None:
    """An older browser tells its origin; another site's is refused, and the token decides about `null`."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    velden = bezoeker.vul_in("antwoord", **ANTWOORD).velden
    blad = bezoeker._vraag("POST", "/partner/antwoord/vastleggen", velden, {"origin": herkomst})
    assert blad.status == (303 if mag else 403)


def test_token_van_ander_bezoek_past_niet(portaal: Portaalwereld) -> None:
    """The token in a form belongs to one visit."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    een, twee = portaal.binnen(token), portaal.binnen(token)
    velden = een.vul_in("antwoord", **ANTWOORD).velden
    assert twee.post("/partner/antwoord/vastleggen", velden).status == 403


def test_verlopen_link_en_een_nieuwe(portaal: Portaalwereld) -> None:
    """After the term the page says so; a new link goes through the outbox to the same function, and no second one."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    portaal.op(portaal.stand.verzoeken[verzoek].uiterlijk + timedelta(days=1))
    bezoeker = portaal.binnen(token)
    blad = bezoeker.volg(bezoeker.get("/partner"))
    assert blad.kop == "Uw link is verlopen"
    for _ in range(2):
        assert bezoeker.post("/partner/nieuwe-link", blad.velden).kop == "Er komt een nieuwe link"
    with portaal.register.lees() as verbinding:
        rijen = verbinding.execute(select(UITGAAND).where(UITGAAND.c.soort == SOORT)).mappings().all()
    assert [(r["functie"], r["organisatie"], r["betreft"], r["status"]) for r in rijen] == [
        ("partner", DRONTEN, verzoek, "klaar")
    ]
    assert token not in str(rijen)
    nieuw = portaal.binnen(portaal.link(verzoek, tot=portaal.wereld.nu + timedelta(days=7)))
    nieuw.bevestig("antwoord", nieuw.vul_in("antwoord", **ANTWOORD))
    assert portaal.stand.verzoeken[verzoek].status == "beantwoord"


def test_nieuwe_link_alleen_aan_wie_hem_had(portaal: Portaalwereld) -> None:
    """When someone else has joined the function since, the page says to phone."""
    verzoek = portaal.vraag()
    token = portaal.link(verzoek)
    contacten.zet(portaal.register, Contact("partner", DRONTEN, "nieuw@dronten.example"))
    portaal.op(portaal.stand.verzoeken[verzoek].uiterlijk + timedelta(days=1))
    bezoeker = portaal.binnen(token)
    blad = bezoeker.volg(bezoeker.get("/partner"))
    assert bezoeker.post("/partner/nieuwe-link", blad.velden).kop == "Bel de opgavemanager"
    with portaal.register.lees() as verbinding:
        assert not verbinding.execute(select(UITGAAND).where(UITGAAND.c.soort == SOORT)).all()


def test_nieuwe_links_zijn_begrensd(portaal: Portaalwereld) -> None:
    """Who keeps pressing the button has to wait."""
    bezoeker = portaal.binnen(portaal.link("dossier", doel="dossier"))
    csrf = bezoeker.get("/partner/inbreng").velden
    assert [bezoeker.post("/partner/nieuwe-link", csrf).status for _ in range(4)] == [200, 200, 200, 429]


def test_gewist_contact_verliest_alles(portaal: Portaalwereld) -> None:
    """Erasing a contact ends its visits and links at once; no address can be told from what is kept."""
    token = portaal.link(portaal.vraag())
    bezoeker = portaal.binnen(token)
    with portaal.register.schrijf() as verbinding:
        links.vergeet(verbinding, "partner", DRONTEN)
    assert bezoeker.get("/partner/antwoord").status == 403
    assert portaal.bezoeker().get(f"/a/{token}").kop == "Deze link geldt niet meer"
    link = links.zoek(portaal.register, token)
    assert link is not None
    assert link.adres_hash == ""


def test_opvolger_erft_de_link_niet(portaal: Portaalwereld) -> None:
    """When the person behind the function changes, the mail of the predecessor opens nothing, nor does a visit go on."""
    token = portaal.link(portaal.vraag())
    bezoeker = portaal.binnen(token)
    contacten.wis(portaal.register, "partner", DRONTEN)
    contacten.zet(portaal.register, Contact("partner", DRONTEN, "opvolger@dronten.example"))
    assert bezoeker.get("/partner/antwoord").status in (403, 410)
    assert portaal.bezoeker().post(f"/a/{token}").status == 410


def test_ingetrokken_link(portaal: Portaalwereld) -> None:
    """A link that was withdrawn says so, and its visits are over."""
    token = portaal.link(portaal.vraag())
    bezoeker = portaal.binnen(token)
    link = links.zoek(portaal.register, token)
    assert link is not None
    links.trek_in(portaal.register, link.id)
    assert bezoeker.get("/partner/antwoord").status == 403
    assert portaal.bezoeker().get(f"/a/{token}").status == 410


def test_bezoek_eindigt_na_een_half_uur_stilte(portaal: Portaalwereld) -> None:
    """A quiet visit is over; what was typed meanwhile is shown, so that it can be copied."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    velden = bezoeker.get("/partner/antwoord").velden
    lang = {"oordeel": "akkoord", "antwoord": "Een lange tekst waar iemand een uur aan werkte."}
    portaal.wereld.nu += timedelta(minutes=31)
    blad = bezoeker.post("/partner/antwoord", {**velden, **lang})
    assert blad.kop == "Uw bezoek is afgelopen"
    assert lang["antwoord"] in blad.tekst
    assert velden["csrf"] not in blad.tekst


def test_bezoek_duurt_nooit_langer_dan_tien_uur(portaal: Portaalwereld) -> None:
    """Who stays busy is let in for ten hours and not longer."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    for _ in range(24):
        portaal.wereld.nu += timedelta(minutes=25)
        assert bezoeker.get("/partner/antwoord").status == 200
    portaal.wereld.nu += timedelta(minutes=1)
    assert bezoeker.get("/partner/antwoord").status == 403


def test_afsluiten(portaal: Portaalwereld) -> None:
    """Who is ready ends the visit; the cookie opens nothing any more."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    csrf = bezoeker.get("/partner/antwoord").velden["csrf"]
    oud = dict(bezoeker.koekjes)
    assert bezoeker.post("/partner/stop", {"csrf": csrf}).kop == "U bent klaar"
    bezoeker.koekjes = oud
    assert bezoeker.get("/partner/antwoord").status == 403


def test_koekje_en_koppen(portaal: Portaalwereld) -> None:
    """The cookie is bound to the host, and every page carries the careful headers, also when it goes wrong."""
    token = portaal.link(portaal.vraag())
    koekje = portaal.bezoeker().post(f"/a/{token}").koppen["set-cookie"]
    assert koekje.startswith("__Host-opgave=")
    for deel in ("HttpOnly", "Path=/", "SameSite=lax", "Secure"):
        assert deel in koekje
    assert "Domain" not in koekje
    for pad in (f"/a/{token}", "/partner", "/bestaat-niet", "/a/x", "/static/opgave.css", "/gezond"):
        koppen = portaal.bezoeker().get(pad).koppen
        assert "default-src 'none'" in koppen["content-security-policy"]
        assert "script-src" not in koppen["content-security-policy"]
        assert koppen["referrer-policy"] == "no-referrer"
        assert koppen["x-content-type-options"] == "nosniff"
        assert koppen["strict-transport-security"].startswith("max-age=31536000")
        bewaren = koppen["cache-control"]
        assert bewaren == ("public, max-age=86400" if pad.startswith("/static") else "no-store")


def test_andere_naam_wordt_niet_bediend(portaal: Portaalwereld) -> None:
    """Under another name there is no portal; only the health of the machine can be asked."""
    bezoeker = portaal.bezoeker()
    assert bezoeker.get("/a/x", host="kwaad.example").status == 421
    assert bezoeker.get("/gezond", host="10.0.0.1").tekst == "gezond"


def test_te_grote_invoer(portaal: Portaalwereld) -> None:
    """More than any form holds is refused, whatever the sender says of its length."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    blad = bezoeker.post("/partner/antwoord", b"antwoord=" + b"x" * GROOTSTE_INVOER)
    assert blad.status == 413
    lang = {**bezoeker.get("/partner/antwoord").velden, "oordeel": "akkoord", "antwoord": "\U0001f600" * 10_000}
    assert bezoeker.post("/partner/antwoord", lang).kop == "Controleer uw antwoord"
    assert bezoeker.post("/partner/antwoord", {**lang, "antwoord": "a" * 10_001}).status == 422


@pytest.mark.parametrize("inhoud", [b"\xff\xfe", b"a=%ff%fe", b"&".join(b"v%d=1" % i for i in range(99))])
def test_geen_formulier(portaal: Portaalwereld, inhoud: bytes) -> None:
    """Bytes that are no form of ours are refused with a page."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))
    assert bezoeker.post("/partner/antwoord", inhoud).status == 400
    assert bezoeker.post("/partner/antwoord", b"{}", **{"content-type": "application/json"}).status == 400


def test_fout_bij_ons_vertelt_niets(portaal: Portaalwereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is a page in Dutch without a trace of the inside."""
    bezoeker = portaal.binnen(portaal.link(portaal.vraag()))

    async def stuk(_: str) -> None:
        raise RuntimeError("geheim pad /srv/opgave")

    monkeypatch.setattr(portaal.wereld, "stand", stuk)
    stel_logboek_in(uit=io.StringIO())
    blad = bezoeker.get("/partner/antwoord")
    assert blad.status == 500
    assert blad.kop == "Er ging iets mis bij ons"
    assert "geheim" not in blad.tekst
    assert "Traceback" not in blad.tekst


def test_geen_token_in_log_of_database(portaal: Portaalwereld, tmp_path: Path) -> None:
    """Through a whole visit, errors and all: no token, cookie or address in the log, none in clear in the database."""
    uit = io.StringIO()
    stel_logboek_in("json", "DEBUG", uit)
    token = portaal.link(portaal.vraag())
    bezoeker = portaal.binnen(token)
    bezoeker.bevestig("antwoord", bezoeker.vul_in("antwoord", **ANTWOORD))
    bezoeker.get("/a/verzonnen-token-van-iemand")
    bezoeker.get(f"/a/{token}?next=zoekvraag")
    bezoeker.post("/partner/antwoord", {"csrf": "x", **ANTWOORD})
    koekje = bezoeker.koekjes["__Host-opgave"]
    verhaal = uit.getvalue()
    assert "link geopend" in verhaal
    assert "formulier verwerkt" in verhaal
    assert "onbekende link" in verhaal
    link = links.zoek(portaal.register, token)
    assert link is not None
    assert f"link.{link.id}" in verhaal
    for geheim in (token, koekje, "verzonnen-token", "zoekvraag", ADRESSEN[DRONTEN], "Wij gaan akkoord"):
        assert geheim not in verhaal
    portaal.register.sluit()
    with sqlite3.connect(tmp_path / "register.db") as schoon:
        schoon.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    inhoud = (tmp_path / "register.db").read_bytes()
    assert token.encode() not in inhoud
    assert koekje.encode() not in inhoud
    assert links.gebruik(portaal.register, link.id) == ("geopend", "antwoord vastgelegd")


def test_wie_vraagt_achter_een_proxy() -> None:
    """Only a proxy we know may say who asked; what the asker wrote before it is not believed."""
    koppen = [(b"x-forwarded-for", b"198.51.100.9, 203.0.113.5"), (b"x-forwarded-for", b"10.0.0.2")]
    scope = {"type": "http", "client": ("10.0.0.1", 1), "headers": koppen}
    assert adres_van(scope, ("10.0.0.0/24",)) == "203.0.113.5"
    assert adres_van(scope, ()) == "10.0.0.1"
    zes = {"type": "http", "client": ("2001:db8:1:2:3::4", 1), "headers": []}
    assert adres_van(zes, ()) == "2001:db8:1:2::/64"


def test_begrenzer_vergeet_en_groeit_niet() -> None:
    """A window passes; what is remembered has an end."""
    klok = [0.0]
    begrenzer = Begrenzer(lambda: klok[0])
    assert [begrenzer.wacht("a", "b", Grens(2, 60)) for _ in range(3)] == [0, 0, 61]
    klok[0] = 60.5
    assert begrenzer.wacht("a", "b", Grens(2, 60)) == 0
    for i in range(MEESTE_SLEUTELS + 5):
        begrenzer.wacht("a", str(i), Grens(2, 60))
    assert len(begrenzer._keren) == MEESTE_SLEUTELS


def test_paginas_zijn_begrensd(portaal: Portaalwereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """One address can't ask without end; style sheets don't count."""
    monkeypatch.setattr("starter.portaal.app.PAGINAS", Grens(3, 60))
    bezoeker = portaal.bezoeker()
    assert [bezoeker.get("/a/x").status for _ in range(4)] == [404, 404, 404, 429]
    assert bezoeker.get("/static/opgave.css").status == 200


def test_logo_alleen_als_het_er_is(portaal: Portaalwereld, tmp_path: Path) -> None:
    """The logo is a setting; without it the name stands there alone."""
    assert portaal.bezoeker().get("/logo").status == 404
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    huis = Huis(portaal.register, portaal.wereld, Portaal(logo=logo, naam="Provincie Ergens"), BASIS)
    portaal.app = maak_app(huis)
    assert portaal.bezoeker().get("/logo").koppen["content-type"].startswith("image/svg")
    blad = portaal.bezoeker().get("/a/x")
    assert 'src="/logo"' in blad.tekst
    assert "Provincie Ergens" in blad.tekst


def test_websocket_krijgt_niets(portaal: Portaalwereld) -> None:
    """Only http is served."""
    gezegd: list[object] = []

    async def stuur(bericht: object) -> None:
        gezegd.append(bericht)

    asyncio.run(portaal.app({"type": "websocket", "path": "/"}, None, stuur))  # type: ignore[arg-type]
    assert gezegd == []
