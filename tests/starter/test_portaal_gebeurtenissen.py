"""Reading events back over HTTP: for subscribers only, their own kinds only, and every refusal a problem of RFC 9457."""

from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI
from test_cli_hulp import START, Wereld, leeg_register, wereld

from register import abonnees, gebeurtenissen
from runtime.instellingen import Instellingen, Portaal
from runtime.sleutels import lees_webhooksleutel
from starter.portaal import gebeurtenissen as module
from starter.portaal.gebeurtenissen import maak_router

__all__ = ["leeg_register", "wereld"]
PAD = "/v1/gebeurtenissen"


class Lezer:
    """Asks as a subscriber does."""

    def __init__(self, wereld: Wereld, map_: Path) -> None:
        self.register = wereld.register
        self.instellingen = Instellingen(gegevensmap=map_, portaal=Portaal(basis_url="https://portaal.example"))
        self.sleutel = lees_webhooksleutel(self.instellingen.ondertekensleutel, mag_maken=True)
        app = FastAPI(redirect_slashes=False)
        app.include_router(maak_router(self.register, self.instellingen))
        self._transport = httpx2.ASGITransport(app)

    async def vraag(self, pad: str = PAD, sleutel: str | None = None, **vragen: str) -> httpx2.Response:
        koppen = {"Authorization": f"Bearer {sleutel or self.sleutel.leessleutel('zaak')}".encode("latin-1")}
        async with httpx2.AsyncClient(transport=self._transport, base_url="http://portaal.example") as client:
            return await client.get(pad, params=vragen, headers=koppen)


@pytest.fixture
def lezer(wereld: Wereld, tmp_path: Path) -> Lezer:
    wereld.tik("StartOpgave", **START)
    wereld.tik("VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    abonnees.maak(wereld.register, "zaak", "https://zaak.example/", (), "begin")
    return Lezer(wereld, tmp_path)


async def test_een_abonnee_leest_bij_en_vindt_elke_gebeurtenis(lezer: Lezer) -> None:
    antwoord = await lezer.vraag(na="1")
    assert antwoord.status_code == 200
    assert antwoord.headers["content-type"] == "application/cloudevents-batch+json"
    assert antwoord.headers["api-version"] == module.VERSIE
    reeks = antwoord.json()
    assert [int(e["sequence"]) for e in reeks] == [e.volgnr for e in gebeurtenissen.na(lezer.register, 1)]
    for event in reeks:
        een = await lezer.vraag(event["dataref"].removeprefix("https://portaal.example"))
        assert (een.json(), een.headers["content-type"]) == (event, "application/cloudevents+json")


async def test_een_volle_bladzijde_zegt_waar_de_volgende_is(lezer: Lezer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PER_KEER", 2)
    eerste = await lezer.vraag()
    assert eerste.headers["link"] == '<https://portaal.example/v1/gebeurtenissen?na=2>; rel="next"'
    laatste = gebeurtenissen.na(lezer.register, 0)[-1].volgnr
    assert "link" not in (await lezer.vraag(na=str(laatste))).headers


async def test_wie_soorten_koos_leest_alleen_die(lezer: Lezer) -> None:
    abonnees.maak(lezer.register, "keus", "https://keus.example/", ("partner-toegetreden",), "nu")
    sleutel = lezer.sleutel.leessleutel("keus")
    reeks = (await lezer.vraag(sleutel=sleutel)).json()
    assert {e["type"] for e in reeks} == {"nl.regionale-opgaven.partner-toegetreden.v1"}
    start = gebeurtenissen.na(lezer.register, 0)[0].id
    assert (await lezer.vraag(f"{PAD}/{start}", sleutel)).status_code == 404
    assert (await lezer.vraag(f"{PAD}/{reeks[0]['id']}", sleutel)).status_code == 200


async def test_zonder_goede_sleutel_geen_woord(lezer: Lezer) -> None:
    """An unknown name, a foreign proof, the signing secret and a stopped subscriber all hear the same."""
    goed = lezer.sleutel.leessleutel("zaak")
    onbekend = lezer.sleutel.leessleutel("niemand")
    antwoorden = [await lezer.vraag(sleutel=s) for s in ("x", "zaak.", goed[:-1], "ander" + goed, onbekend, "zaak.é")]
    abonnees.stop(lezer.register, "zaak")
    antwoorden += [await lezer.vraag(), await lezer.vraag(f"{PAD}/FL-2026-01:1")]
    assert {a.status_code for a in antwoorden} == {401}
    assert len({a.content for a in antwoorden}) == 1
    assert antwoorden[0].headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("na", ["-1", "x", "1e3", "²", "99999999999"])
async def test_een_verkeerd_nummer_is_een_probleem(lezer: Lezer, na: str) -> None:
    antwoord = await lezer.vraag(na=na)
    assert antwoord.status_code == 400
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert set(antwoord.json()) == {"status", "title", "detail"}


async def test_wat_er_niet_is_en_een_schuine_streep_te_veel(lezer: Lezer) -> None:
    for pad in (f"{PAD}/FL-2026-01:999", f"{PAD}/"):
        assert (await lezer.vraag(pad)).status_code == 404
