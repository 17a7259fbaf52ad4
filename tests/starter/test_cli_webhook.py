"""Subscribers, their log and the weekly letter as the administrator sees them."""

import base64
import json
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from test_cli_hulp import START, Wereld, leeg_register, wereld

from domain.gebeurtenissen import SOORTEN
from register import abonnees, gebeurtenissen, lezen

__all__ = ["leeg_register", "wereld"]
URL = "https://zaak.example/in?sig=zeergeheim"


@pytest.fixture
def leven(wereld: Wereld) -> Wereld:
    """One opgave with a promise of the manager and a term for a partner."""
    wereld.tik("StartOpgave", **START)
    wereld.tik("VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    wereld.tik("VraagPartner", aan=["gemeente-dronten"], vraag="Wat vindt u ervan?")
    wereld.tik("MaakAfspraak", tekst="Bel de gemeente", wie="opgavemanager", uiterlijk="2026-03-12")
    return wereld


class _Ontvanger(BaseHTTPRequestHandler):
    code = 204
    gezien: list[tuple[dict[str, str], bytes]]

    def do_POST(self) -> None:
        self.gezien.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.code)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def ontvanger() -> Iterator[tuple[str, type[_Ontvanger]]]:
    """A receiver on loopback: its address, and the class that answers."""
    soort = type("Ontvanger", (_Ontvanger,), {"gezien": []})
    server = HTTPServer(("127.0.0.1", 0), soort)
    draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    draad.start()
    yield f"http://127.0.0.1:{server.server_port}/", soort
    server.shutdown()
    server.server_close()


def test_een_abonnee_maken_toont_zijn_geheimen_en_bewaart_ze_niet(leven: Wereld, tmp_path: Path) -> None:
    """The secret is on the screen, in the form libraries want; it is nowhere in the database."""
    uit = leven("webhook", "maak", "zaak", URL, "--json")
    assert uit.code == 0, uit.alles
    gegeven = json.loads(uit.uit)
    assert len(base64.b64decode(gegeven["geheim"].removeprefix("whsec_"))) == 32
    assert gegeven["leessleutel"].startswith("zaak.")
    for bestand in tmp_path.glob("register.db*"):
        inhoud = bestand.read_bytes()
        assert gegeven["geheim"].encode() not in inhoud
        assert gegeven["leessleutel"].encode() not in inhoud
    scherm = leven("webhook", "maak", "ander", URL)
    assert "whsec_" in scherm.uit
    assert gegeven["geheim"] not in scherm.uit
    assert "opgave webhook proef ander" in scherm.uit


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("Zaak", URL), "kleine letters"),
        (("zaak", "http://zaak.example/"), "alleen https"),
        (("zaak", "https://jan:geheim@zaak.example/"), "geen gebruiker"),
        (("zaak", URL, "--vanaf", "morgen"), "nu of begin"),
        (("zaak", URL, "--soorten", "besluit-genome"), "besluit-genomen"),
    ],
)
def test_een_verkeerd_abonnement_wordt_uitgelegd(leven: Wereld, argumenten: tuple[str, ...], zin: str) -> None:
    uit = leven("webhook", "maak", *argumenten)
    assert uit.code == 2
    assert zin in uit.fout
    assert abonnees.lijst(leven.register) == ()


def test_een_naam_kan_maar_een_keer_tegelijk(leven: Wereld) -> None:
    leven("webhook", "maak", "zaak", URL)
    assert "opgave webhook stop zaak" in leven("webhook", "maak", "zaak", URL).fout
    assert leven("webhook", "stop", "zaak").code == 0
    assert "was al gestopt" in leven("webhook", "stop", "zaak").uit
    assert leven("webhook", "maak", "zaak", URL, "--vanaf", "begin").code == 0


def test_een_onbekende_abonnee_is_een_zin(leven: Wereld) -> None:
    for opdracht in ("log", "opnieuw", "stop", "proef"):
        uit = leven("webhook", opdracht, "wie")
        assert (uit.code, "kennen we niet" in uit.fout) == (2, True)


def test_lijst_en_log_zeggen_hoe_het_gaat(leven: Wereld) -> None:
    leven("webhook", "maak", "zaak", URL, "--vanaf", "begin", "--soorten", "opgave-gestart,verzoek-gedaan")
    zending = abonnees.pak(leven.register, "zaak", leven.nu, timedelta(seconds=30))
    assert zending is not None
    abonnees.meld(leven.register, zending, "opgegeven", code=404, fout="HTTP 404")
    (rij,) = json.loads(leven("webhook", "lijst", "--json").uit)
    assert (rij["naam"], rij["soorten"], rij["afleveringen"]) == (
        "zaak",
        ["opgave-gestart", "verzoek-gedaan"],
        {"opgegeven": 1},
    )
    for uit in (leven("webhook", "lijst"), leven("webhook", "lijst", "--json")):
        assert "zeergeheim" not in uit.alles
    regel = leven("webhook", "log", "zaak").uit
    for woord in ("opgave-gestart", "OPGEGEVEN", "HTTP 404"):
        assert woord in regel
    assert leven("webhook", "opnieuw", "zaak").code == 0
    assert json.loads(leven("webhook", "log", "zaak", "--json").uit)[0]["status"] == "wacht"


def test_een_proef_gaat_echt_weg_en_is_geen_gebeurtenis(leven: Wereld, ontvanger: tuple[str, type[_Ontvanger]]) -> None:
    url, soort = ontvanger
    leven("webhook", "maak", "zaak", url)
    voor = gebeurtenissen.na(leven.register, 0)
    uit = leven("webhook", "proef", "zaak")
    assert (uit.code, "nam de proef aan" in uit.uit) == (0, True)
    [(koppen, inhoud)] = soort.gezien
    assert json.loads(inhoud)["type"] == "nl.regionale-opgaven.proef.v1"
    assert koppen["Webhook-Signature"].startswith("v1,")
    soort.code = 500
    mis = leven("webhook", "proef", "zaak", "--json")
    assert (mis.code, json.loads(mis.uit)) == (1, {"gelukt": False, "code": 500, "fout": ""})
    assert gebeurtenissen.na(leven.register, 0) == voor


def test_een_proef_naar_een_dichte_deur(leven: Wereld) -> None:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        leven("webhook", "maak", "zaak", f"http://127.0.0.1:{s.getsockname()[1]}/")
        assert "geen verbinding" in leven("webhook", "proef", "zaak").uit


def test_de_gebeurtenissen_op_het_scherm_en_als_json(leven: Wereld) -> None:
    """What the administrator sees as JSON is what subscribers get."""
    alle = json.loads(leven("gebeurtenissen", "--json").uit)
    assert [int(e["sequence"]) for e in alle] == list(range(1, len(alle) + 1))
    assert {e["type"].split(".")[2] for e in alle} <= set(SOORTEN)
    verder = json.loads(leven("gebeurtenissen", "--na", "2", "--json").uit)
    assert verder == alle[2:]
    assert "verzoek-gedaan" in leven("gebeurtenissen").uit
    assert "niets gebeurd" in leven("gebeurtenissen", "--na", "999").uit


def test_het_weekoverzicht_droog_en_echt(leven: Wereld) -> None:
    """Looking changes nothing; doing it twice sends nothing twice."""
    voor = len(lezen.post(leven.register))
    droog = leven("weekoverzicht", "--droog")
    assert droog.code == 0, droog.alles
    mijn = json.loads(leven("mijn", "--json").uit)
    aantal = sum(len(groep) for groep in mijn.values() if isinstance(groep, list))
    assert f"Aan opgavemanager@provincie: Weekoverzicht week 11: {aantal} punten wachten op u" in droog.uit
    assert "Bel de gemeente" in droog.uit
    assert "Wat vindt u ervan" not in droog.uit
    assert len(lezen.post(leven.register)) == voor
    assert json.loads(leven("weekoverzicht", "--json").uit) == {"klaargezet": 1}
    assert "niets meer te sturen" in leven("weekoverzicht").uit
    (rij,) = [p for p in lezen.post(leven.register) if p.soort == "weekoverzicht"]
    assert (rij.sleutel, rij.opgave) == ("weekoverzicht:2026-W11:opgavemanager@provincie", "")


def test_een_uitgezet_weekoverzicht_gaat_niet(leven: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPGAVE_POST__WEEKOVERZICHT", "false")
    uit = leven("weekoverzicht")
    assert (uit.code, "post.weekoverzicht" in uit.fout) == (2, True)
    assert "Bel de gemeente" in leven("weekoverzicht", "--droog").uit
