"""The embedded web server: it keeps quiet, finishes what is under way, and says when its port is taken."""

import asyncio
import io
import signal
from collections.abc import Awaitable, Callable

import pytest

from runtime.logboek import stel_logboek_in
from runtime.poorten import PoortBezet
from runtime.webserver import luister, webserver


async def _vraag(poort: int, pad: str) -> bytes:
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
    schrijver.write(f"GET {pad} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    antwoord = await lezer.read()
    schrijver.close()
    return antwoord


_begonnen = asyncio.Event()


async def _app(scope: dict[str, str], ontvang: object, stuur: object) -> None:
    _begonnen.set()
    await asyncio.sleep(0.2 if scope["path"] == "/traag" else 0)
    await stuur({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[operator]
    await stuur({"type": "http.response.body", "body": b"klaar"})  # type: ignore[operator]


async def _wachter(scope: dict[str, str], ontvang: Callable[[], Awaitable[dict[str, object]]], stuur: object) -> None:
    """Reads the whole body first, as a form does."""
    while (await ontvang()).get("more_body"):
        pass
    await _app(scope, ontvang, stuur)


async def test_bedient_en_vertelt_niets_van_zichzelf() -> None:
    """No name of the server in the answer, and no line of what was asked in the log."""
    uit = io.StringIO()
    stel_logboek_in("json", "DEBUG", uit)
    stopcontact = luister("127.0.0.1:0")
    poort = stopcontact.getsockname()[1]
    async with webserver(_app, stopcontact):
        antwoord = await _vraag(poort, "/a/geheim-token?en=dit")
        rommel = await _vraag(poort, "/\x00 geheim-token")
    assert b"klaar" in antwoord
    assert b"server:" not in antwoord.lower()
    assert b"400" in rommel
    assert "geheim-token" not in uit.getvalue()


async def test_stoppen_maakt_af_wat_loopt() -> None:
    """A page that is under way when the server stops still arrives."""
    stopcontact = luister("127.0.0.1:0")
    _begonnen.clear()
    async with webserver(_app, stopcontact):
        onderweg = asyncio.create_task(_vraag(stopcontact.getsockname()[1], "/traag"))
        await _begonnen.wait()
    assert b"klaar" in await onderweg


@pytest.mark.parametrize(
    "begin",
    [
        b"",
        b"GET /",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na=",
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET",
    ],
)
async def test_wie_zijn_vraag_niet_afmaakt_wordt_opgehangen(begin: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Silent connections can't keep others out; a page that takes long is not one."""
    monkeypatch.setattr("runtime.webserver.STILTIJD", 0.05)
    stopcontact = luister("127.0.0.1:0")
    poort = stopcontact.getsockname()[1]
    async with webserver(_wachter, stopcontact):
        lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
        schrijver.write(begin)
        langzaam = asyncio.create_task(_vraag(poort, "/traag"))
        async with asyncio.timeout(5):
            await lezer.read()
        schrijver.close()
        assert b"klaar" in await langzaam


async def test_signalen_blijven_van_het_programma() -> None:
    """The web server takes no signal away from the program it runs in."""
    voor = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    async with webserver(_app, luister("127.0.0.1:0")):
        assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == voor


def test_bezette_poort() -> None:
    """A port that is taken is one clear sentence, with the setting that chooses another."""
    stopcontact = luister("127.0.0.1:0")
    with pytest.raises(PoortBezet, match=r"al in gebruik.*portaal\.adres \(OPGAVE_PORTAAL__ADRES\)"):
        luister(f"127.0.0.1:{stopcontact.getsockname()[1]}", "portaal.adres")
    stopcontact.close()
