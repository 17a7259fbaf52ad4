"""One signed POST to a subscriber: the whole of HTTP that webhooks need, with one clock over all of it.

Signed as Standard Webhooks has it, so that receivers can use a ready-made library. Three headers: `Webhook-Id` (the
id of the event, the same at each attempt), `Webhook-Timestamp` (Unix seconds of this attempt) and `Webhook-Signature`:
`v1,` plus the base64 of HMAC-SHA256 over `<id>.<timestamp>.<body>`. The secret is shown as `whsec_` plus base64. A
receiver computes the same over the raw body, compares in constant time, and refuses what is over 5 minutes old or was
handled before under that id.

The address is looked up once, judged, and then used as it is: a name that answers otherwise a moment later can't lead
the request elsewhere. Redirects are not followed, certificates are checked, a proxy is not used.
"""

import asyncio
import base64
import hmac
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from domain.cloudevent import MEDIATYPE

TIJD = 10.0
"""Seconds for one attempt: looking up, connecting, sending and the answer together."""
VERSHEID = 300
"""Seconds within which a receiver should take an attempt for real."""
_KOP_MAX = 16_384
_NAT64 = IPv6Network("64:ff9b::/96")
_LOKAAL = ("127.0.0.1", "localhost", "::1")


class WebadresFout(ValueError):
    """This address can't receive events; the text is for whoever subscribed it."""


@dataclass(frozen=True)
class Antwoord:
    """What the receiver said. `code` 0: nothing, and `fout` says why. `wacht` is its Retry-After in seconds."""

    code: int
    fout: str = ""
    wacht: int = 0


def controleer_url(url: str) -> SplitResult:
    """The parts of an address that can receive events. Raises WebadresFout for any other."""
    delen = urlsplit(url)
    try:
        poort_klopt = delen.port is None or delen.port > 0
    except ValueError:
        poort_klopt = False
    if not delen.hostname or not poort_klopt or not url.isascii() or any(t.isspace() for t in url):
        raise WebadresFout("schrijf dit als https://systeem.example/gebeurtenissen")
    if delen.username is not None or delen.password is not None or delen.fragment:
        raise WebadresFout("zet geen gebruiker, wachtwoord of # in het adres")
    if delen.scheme != "https" and not (delen.scheme == "http" and delen.hostname in _LOKAAL):
        raise WebadresFout("alleen https; http mag alleen naar deze computer zelf")
    return delen


def mag_naar(adres: IPv4Address | IPv6Address, intern: bool) -> bool:
    """Whether events may go to this address. Addresses of the network itself never; private ones when `intern`.

    An IPv4 address that is written within an IPv6 one is judged as what it is.
    """
    gewoon = _binnenste(adres) or adres
    if gewoon.is_link_local or gewoon.is_multicast or gewoon.is_unspecified or getattr(gewoon, "is_site_local", False):
        return False
    return (gewoon.is_global and not gewoon.is_reserved) or (intern and (gewoon.is_private or gewoon.is_loopback))


def _binnenste(adres: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a gateway reaches by this IPv6 one: mapped, 6to4 or NAT64 (RFC 4291, 3056, 6052)."""
    if isinstance(adres, IPv4Address):
        return None
    return adres.ipv4_mapped or adres.sixtofour or (IPv4Address(int(adres) & 0xFFFFFFFF) if adres in _NAT64 else None)


def teken(geheim: bytes, id_: str, tijdstip: int, inhoud: bytes) -> str:
    """The value of `Webhook-Signature`."""
    ondertekend = f"{id_}.{tijdstip}.".encode() + inhoud
    return "v1," + base64.b64encode(hmac.digest(geheim, ondertekend, "sha256")).decode()


def toon_geheim(geheim: bytes) -> str:
    """The secret as receivers' libraries want it."""
    return "whsec_" + base64.b64encode(geheim).decode()


async def verstuur(
    url: str,
    id_: str,
    inhoud: bytes,
    geheim: bytes,
    *,
    intern: bool,
    seconden: float = TIJD,
    tls: ssl.SSLContext | None = None,
) -> Antwoord:
    """Post these bytes and give the answer; what goes wrong on the way is an answer too.

    Args:
        intern: whether private addresses and this computer are allowed.
        tls: which certificates are trusted; without it those that this computer trusts.
    """
    try:
        async with asyncio.timeout(seconden):
            delen = controleer_url(url)
            return await _wissel(delen, _verzoek(delen, id_, inhoud, geheim), intern, tls)
    except TimeoutError:
        return Antwoord(0, f"geen antwoord binnen {seconden:g} seconden")
    except WebadresFout as fout:
        return Antwoord(0, str(fout))
    except ssl.SSLCertVerificationError:
        return Antwoord(0, "het certificaat klopt niet")
    except (ssl.SSLError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return Antwoord(0, "dit is geen HTTP-antwoord")
    except OSError:
        return Antwoord(0, "geen verbinding")


async def _wissel(delen: SplitResult, verzoek: bytes, intern: bool, tls: ssl.SSLContext | None) -> Antwoord:
    veilig = (tls or _vertrouwd()) if delen.scheme == "https" else None
    lezer, schrijver = await asyncio.open_connection(
        await _adres(delen, intern),
        _poort(delen),
        ssl=veilig,
        server_hostname=delen.hostname if veilig else None,
        limit=_KOP_MAX,
    )
    try:
        schrijver.write(verzoek)
        await schrijver.drain()
        return await _antwoord(lezer)
    finally:
        schrijver.transport.abort()


@cache
def _vertrouwd() -> ssl.SSLContext:
    """The certificates this computer trusts; reading them takes longer than a request."""
    return ssl.create_default_context()


async def _adres(delen: SplitResult, intern: bool) -> str:
    """The first address of the host, when every address it has may be used."""
    lus = asyncio.get_running_loop()
    gevonden = await lus.getaddrinfo(str(delen.hostname), _poort(delen), type=socket.SOCK_STREAM)
    adressen = [str(plek[4][0]) for plek in gevonden]
    if not adressen or not all(mag_naar(ip_address(a.partition("%")[0]), intern) for a in adressen):
        raise WebadresFout("dit adres ligt in een netwerk waar geen gebeurtenissen heen mogen")
    return adressen[0]


def _poort(delen: SplitResult) -> int:
    return delen.port or (443 if delen.scheme == "https" else 80)


def _verzoek(delen: SplitResult, id_: str, inhoud: bytes, geheim: bytes) -> bytes:
    tijdstip = int(time.time())
    koppen = {
        "Host": delen.netloc,
        "Content-Type": MEDIATYPE,
        "Content-Length": str(len(inhoud)),
        "Webhook-Id": id_,
        "Webhook-Timestamp": str(tijdstip),
        "Webhook-Signature": teken(geheim, id_, tijdstip, inhoud),
        "User-Agent": "opgavenmotor",
        "Accept": "*/*",
        "Connection": "close",
    }
    pad = (delen.path or "/") + (f"?{delen.query}" if delen.query else "")
    regels = [f"POST {pad} HTTP/1.1", *(f"{naam}: {waarde}" for naam, waarde in koppen.items()), "", ""]
    return "\r\n".join(regels).encode("ascii") + inhoud


async def _antwoord(lezer: asyncio.StreamReader) -> Antwoord:
    """The status and the headers; what the receiver says beyond that is not read."""
    while True:
        kop = (await lezer.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        versie, code, *_ = f"{kop[0]} ".split(" ")
        if not versie.startswith("HTTP/1.") or not (code.isascii() and code.isdecimal() and len(code) == 3):
            raise ValueError(kop[0])
        if int(code) >= 200:
            koppen = {naam.strip().lower(): waarde.strip() for naam, _, waarde in (r.partition(":") for r in kop[1:])}
            return Antwoord(int(code), wacht=_retry_after(koppen))


def _retry_after(koppen: Mapping[str, str]) -> int:
    waarde = koppen.get("retry-after", "")
    return int(waarde) if waarde.isascii() and waarde.isdecimal() and len(waarde) < 10 else 0
