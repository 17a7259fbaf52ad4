"""Events reach their subscribers: signed, in order, at least once, and never where they should not go."""

import asyncio
import io
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cloudevents import gebreken
from proefleven import Proefleven, leg_vast
from webontvanger import Ontvanger, certificaat, klopt, ontvanger

from activities import gebeurtenissen as bezorging
from activities import webpost
from activities.gebeurtenissen import WACHT, Gebeurtenissenbezorger, lot, pauze
from activities.webpost import Antwoord, WebadresFout, controleer_url, mag_naar, toon_geheim
from domain.cloudevent import MEDIATYPE
from register import abonnees, gebeurtenissen
from register.verbinding import Register
from runtime.instellingen import Instellingen, Portaal, Webhook
from runtime.logboek import stel_logboek_in
from runtime.sleutels import Webhooksleutel, lees_webhooksleutel

GEHEIM = b"g" * 32


def instellingen_in(map_: Path, **webhook: object) -> Instellingen:
    portaal = Portaal(basis_url="https://portaal.example")
    return Instellingen(gegevensmap=map_, portaal=portaal, webhook=Webhook.model_validate(webhook))


@pytest.fixture
def instellingen(tmp_path: Path) -> Instellingen:
    return instellingen_in(tmp_path)


@pytest.fixture
def sleutel(instellingen: Instellingen) -> Webhooksleutel:
    return lees_webhooksleutel(instellingen.ondertekensleutel, mag_maken=True)


@pytest.fixture
def gevuld(register: Register) -> Register:
    """A register with events."""
    leg_vast(register, Proefleven().begonnen().alles())
    return register


@pytest.fixture
def logboek() -> Iterator[io.StringIO]:
    """What a worker logs, as it is set up for one: tests before this one leave their own way out."""
    stroom = io.StringIO()
    stel_logboek_in("json", "INFO", stroom)
    yield stroom
    stel_logboek_in()


def nummers(bij: Ontvanger) -> list[int]:
    return [int(json.loads(v.inhoud)["sequence"]) for v in bij.verzoeken]


async def test_een_gebeurtenis_komt_getekend_aan(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel
) -> None:
    """Any receiver can check it with the documented recipe, and see that it was not changed or sent again later."""
    async with ontvanger() as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert nummers(bij) == [e.volgnr for e in gebeurtenissen.na(gevuld, 0)]
    geheim, nu = toon_geheim(sleutel.geheim("zaak")), time.time()
    for verzoek in bij.verzoeken:
        event = json.loads(verzoek.inhoud)
        assert verzoek.regel == "POST /gebeurtenissen?sleutel=zeergeheim HTTP/1.1"
        assert verzoek.koppen["content-type"] == MEDIATYPE
        assert verzoek.koppen["webhook-id"] == event["id"]
        assert gebreken(event) == []
        assert klopt(geheim, verzoek, nu)
        assert not klopt(toon_geheim(sleutel.geheim("ander")), verzoek, nu)
        assert not klopt(geheim, verzoek, nu + webpost.VERSHEID + 60)
        verzoek.inhoud += b" "
        assert not klopt(geheim, verzoek, nu)
    assert abonnees.tellingen(gevuld, "zaak") == {"afgeleverd": len(bij.verzoeken)}


async def test_een_storing_houdt_de_volgorde_en_verliest_niets(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503, then well again: the same event first, then the rest."""
    monkeypatch.setattr(bezorging, "WACHT", (timedelta(0),) * 3)
    async with ontvanger(b"503 Later", b"429 Rustig", b"200 OK") as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert nummers(bij) == [1, 1, *[e.volgnr for e in gebeurtenissen.na(gevuld, 0)]]
    ids = [v.koppen["webhook-id"] for v in bij.verzoeken]
    assert ids[0] == ids[1] == ids[2]


async def test_na_een_storing_wordt_gewacht(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel
) -> None:
    """The next attempt is a minute later; until then nothing is sent, and the reason is there to read."""
    async with ontvanger(b"500 Stuk") as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        bezorger = Gebeurtenissenbezorger(gevuld, instellingen)
        await bezorger.ronde()
        await bezorger.ronde()
    assert len(bij.verzoeken) == 1
    [(rij, _)] = abonnees.afleveringen(gevuld, "zaak")
    assert (rij.status, rij.code, rij.fout) == ("wacht", 500, "HTTP 500")
    assert rij.volgende_op is not None
    assert timedelta(seconds=50) < rij.volgende_op - datetime.now(UTC) <= timedelta(minutes=1)


async def test_wat_nooit_zal_lukken_gaat_opzij(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel
) -> None:
    async with ontvanger(b"400 Nee", b"200 OK") as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert nummers(bij) == [e.volgnr for e in gebeurtenissen.na(gevuld, 0)]
    assert abonnees.tellingen(gevuld, "zaak")["opgegeven"] == 1


async def test_410_zegt_het_abonnement_op(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel
) -> None:
    async with ontvanger(b"410 Weg") as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert len(bij.verzoeken) == 1
    abonnee = abonnees.zoek(gevuld, "zaak")
    assert abonnee is not None
    assert not abonnee.actief


async def test_een_doorverwijzing_wordt_niet_gevolgd(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel
) -> None:
    async with ontvanger() as elders, ontvanger() as bij:
        bij.antwoorden = [b"302 Found\r\nLocation: " + elders.url.encode()]
        abonnees.maak(gevuld, "zaak", bij.url, ("opgave-gestart",), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert (len(bij.verzoeken), len(elders.verzoeken)) == (1, 0)
    assert abonnees.tellingen(gevuld, "zaak") == {"opgegeven": 1}


async def test_een_trage_abonnee_houdt_een_ander_niet_op(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webpost.verstuur, "__kwdefaults__", {"seconden": 0.3, "tls": None})
    async with ontvanger(None) as traag, ontvanger() as vlot:
        abonnees.maak(gevuld, "traag", traag.url, (), "begin")
        abonnees.maak(gevuld, "vlot", vlot.url, (), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert abonnees.tellingen(gevuld, "vlot") == {"afgeleverd": len(gebeurtenissen.na(gevuld, 0))}
    [(rij, _)] = abonnees.afleveringen(gevuld, "traag")
    assert (rij.status, rij.code, rij.fout) == ("wacht", None, "geen antwoord binnen 0.3 seconden")


async def test_twee_bezorgers_tegelijk_sturen_alles_een_keer_op_volgorde(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel
) -> None:
    async with ontvanger() as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        await asyncio.gather(*(Gebeurtenissenbezorger(gevuld, instellingen).ronde() for _ in range(2)))
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert nummers(bij) == [e.volgnr for e in gebeurtenissen.na(gevuld, 0)]


async def test_zonder_sleutel_gaat_er_niets_uit_en_blijft_de_post_lopen(
    gevuld: Register, instellingen: Instellingen
) -> None:
    """A missing key is a line in the log: the loop that also delivers the mail must not stop on it."""
    async with ontvanger() as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert bij.verzoeken == []
    assert abonnees.aan_de_beurt(gevuld, datetime.now(UTC)) == ("zaak",)


async def test_wat_er_misging_verraadt_geen_adres_of_geheim(
    gevuld: Register, instellingen: Instellingen, sleutel: Webhooksleutel, logboek: io.StringIO
) -> None:
    """Neither the log nor the register repeats the query of the address or what the receiver said."""
    async with ontvanger(b"403 sleutel zeergeheim van griffier@provincie.example") as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    fouten = " ".join(rij.fout for rij, _ in abonnees.afleveringen(gevuld, "zaak"))
    assert "HTTP 403" in fouten
    gelogd = logboek.getvalue()
    assert "niet afgeleverd" in gelogd
    for tekst in (fouten, gelogd):
        assert "zeergeheim" not in tekst
        assert "griffier@" not in tekst


def test_de_pauzes_en_het_opgeven() -> None:
    """1 and 5 minutes, half an hour, 2 and 6 hours, then every 12 hours; given up within three days."""
    uren = [w / timedelta(hours=1) for w in WACHT]
    assert uren[:6] == pytest.approx([1 / 60, 5 / 60, 0.5, 2, 6, 12])
    assert set(uren[5:]) == {12}
    assert timedelta(hours=60) < sum(WACHT, timedelta()) <= timedelta(days=3)
    assert lot(Antwoord(503), len(WACHT)) == "later"
    assert lot(Antwoord(503), len(WACHT) + 1) == "opgegeven"


@pytest.mark.parametrize(
    ("code", "wordt"),
    [
        *((200, "afgeleverd"), (202, "afgeleverd"), (204, "afgeleverd")),
        *((0, "later"), (408, "later"), (429, "later"), (500, "later"), (503, "later")),
        *((301, "opgegeven"), (307, "opgegeven"), (400, "opgegeven"), (401, "opgegeven"), (404, "opgegeven")),
        (410, "opgezegd"),
    ],
)
def test_wat_een_antwoord_betekent(code: int, wordt: str) -> None:
    assert lot(Antwoord(code), 1) == wordt


def test_een_ontvanger_kan_om_meer_tijd_vragen() -> None:
    """Retry-After lengthens the pause, up to twelve hours; it never shortens it."""
    assert pauze(Antwoord(429, wacht=600), 1) == timedelta(minutes=10)
    assert pauze(Antwoord(429, wacht=1), 1) == timedelta(minutes=1)
    assert pauze(Antwoord(429, wacht=10**9), 1) == timedelta(hours=12)


async def _post(url: str, **meer: object) -> Antwoord:
    return await webpost.verstuur(url, "id-1", b"{}", GEHEIM, **{"intern": True, **meer})  # type: ignore[arg-type]


async def test_tussenberichten_en_retry_after_worden_verstaan() -> None:
    async with ontvanger(b"100 Continue\r\n\r\nHTTP/1.1 503 Druk\r\nRetry-After: 120") as bij:
        assert await _post(bij.url) == Antwoord(503, wacht=120)


async def test_na_het_antwoord_gaat_de_verbinding_dicht() -> None:
    """A receiver that goes on talking, or never closes, keeps nothing of ours busy."""
    dicht = asyncio.Event()

    async def blijf_praten(lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        schrijver.write(b"HTTP/1.1 200 OK\r\n\r\nnog veel meer")
        try:
            while await lezer.read(1000):
                pass
        except ConnectionError:
            pass
        dicht.set()
        schrijver.close()

    server = await asyncio.start_server(blijf_praten, "127.0.0.1", 0)
    async with server:
        poort = server.sockets[0].getsockname()[1]
        assert await _post(f"http://127.0.0.1:{poort}/") == Antwoord(200)
        await asyncio.wait_for(dicht.wait(), 5)


@pytest.mark.parametrize("onzin", [b"abc", b"2OO OK", b"20 OK", b"200 OK\r\nX: " + b"x" * 40_000])
async def test_onzin_is_geen_antwoord(onzin: bytes) -> None:
    async with ontvanger(onzin) as bij:
        assert await _post(bij.url) == Antwoord(0, "dit is geen HTTP-antwoord")


async def test_een_dichte_deur_is_een_zin() -> None:
    async with ontvanger() as bij:
        url = bij.url
    assert await _post(url) == Antwoord(0, "geen verbinding")


async def test_alleen_een_kloppend_certificaat_wordt_vertrouwd(tmp_path: Path) -> None:
    server, vertrouwt = certificaat(tmp_path, "localhost")
    ander, vertrouwt_ander = certificaat(tmp_path, "elders.example")
    async with ontvanger(tls=server) as bij, ontvanger(tls=ander) as verkeerd:
        assert await _post(bij.url, tls=vertrouwt) == Antwoord(204)
        assert await _post(bij.url) == Antwoord(0, "het certificaat klopt niet")
        assert await _post(verkeerd.url, tls=vertrouwt_ander) == Antwoord(0, "het certificaat klopt niet")
    assert (len(bij.verzoeken), len(verkeerd.verzoeken)) == (1, 0)


@pytest.mark.parametrize(
    ("adres", "intern", "openbaar"),
    [
        *(("93.184.215.14", True, True), ("2606:4700::1111", True, True)),
        *(("10.1.2.3", True, False), ("192.168.1.9", True, False), ("127.0.0.1", True, False), ("::1", True, False)),
        *(("::ffff:10.1.2.3", True, False), ("fd00::1", True, False)),
        *(("169.254.169.254", False, False), ("fe80::1", False, False), ("::ffff:169.254.169.254", False, False)),
        *(("0.0.0.0", False, False), ("224.0.0.1", False, False), ("ff02::1", False, False)),
        *(("2002:a01:203::1", True, False), ("2002:a9fe:a9fe::1", False, False), ("2002:5db8:d70e::1", True, True)),
        *(("64:ff9b::7f00:1", True, False), ("64:ff9b::a9fe:a9fe", False, False), ("64:ff9b::5db8:d70e", True, True)),
        *(("::127.0.0.1", False, False), ("fec0::1", False, False), ("::ffff:0:10.1.2.3", False, False)),
    ],
)
def test_waar_gebeurtenissen_heen_mogen(adres: str, intern: bool, openbaar: bool) -> None:
    assert (mag_naar(ip_address(adres), True), mag_naar(ip_address(adres), False)) == (intern, openbaar)


async def test_een_besloten_net_kan_verboden_worden(gevuld: Register, tmp_path: Path) -> None:
    """With webhook.intern off nothing goes to this computer or a private network, whatever the name resolves to."""
    instellingen = instellingen_in(tmp_path, intern=False)
    lees_webhooksleutel(instellingen.ondertekensleutel, mag_maken=True)
    async with ontvanger() as bij:
        abonnees.maak(gevuld, "zaak", bij.url, (), "begin")
        await Gebeurtenissenbezorger(gevuld, instellingen).ronde()
    assert bij.verzoeken == []
    [(rij, _)] = abonnees.afleveringen(gevuld, "zaak")
    assert "geen gebeurtenissen heen mogen" in rij.fout


@pytest.mark.parametrize(
    "url",
    [
        *("http://zaak.example/", "ftp://zaak.example/", "zaak.example", "https://", "https:///pad"),
        *("https://jan:geheim@zaak.example/", "https://zaak.example/#x", "https://zaak.example/a b"),
        *("https://zaak.example:99999/", "https://zaak.example/\r\nX: y", "https://zäak.example/"),
    ],
)
def test_een_adres_dat_niet_kan(url: str) -> None:
    with pytest.raises(WebadresFout):
        controleer_url(url)


@pytest.mark.parametrize("url", ["https://zaak.example/x?y=z", "http://127.0.0.1:8080/", "http://localhost/"])
def test_een_adres_dat_kan(url: str) -> None:
    assert controleer_url(url).hostname
