"""Around every page: headers that keep a browser careful, the right name of the site, a limit to what is sent."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

GROOTSTE_INVOER = 256_000
"""Bytes of one form; the longest text takes 120,000 when every letter is written as %XX%XX%XX%XX."""

BELEID = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
KOPPEN = {
    "Content-Security-Policy": BELEID,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HSTS = "max-age=31536000; includeSubDomains"
OVERAL = ("/gezond",)
"""What answers under every name: whoever watches the health of a machine asks by its address."""


class Kop:
    """The outermost layer; nothing inside can leave these headers out."""

    def __init__(self, app: ASGIApp, basis_url: str) -> None:
        delen = urlsplit(basis_url)
        self._app, self._host = app, delen.netloc.lower()
        self._koppen = KOPPEN | ({"Strict-Transport-Security": HSTS} if delen.scheme == "https" else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        verder = self._app if self._mag(scope) else PlainTextResponse("Deze site heet anders.", 421)
        await verder(scope, _begrensd(receive), self._met_koppen(send))

    def _mag(self, scope: Scope) -> bool:
        return scope["path"] in OVERAL or Headers(scope=scope).get("host", "").lower() == self._host

    def _met_koppen(self, send: Send) -> Send:
        async def stuur(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                _vul_aan(MutableHeaders(scope=bericht), self._koppen.items())
            await send(bericht)

        return stuur


class TeGroot(Exception):
    """More was sent than any form holds."""


def _vul_aan(koppen: MutableHeaders, vaste: Iterable[tuple[str, str]]) -> None:
    koppen.setdefault("Cache-Control", "no-store")
    for naam, waarde in vaste:
        koppen[naam] = waarde


def _begrensd(receive: Receive) -> Receive:
    """Count what comes in, whatever the sender says about its length."""
    gezien = 0

    async def ontvang() -> Message:
        nonlocal gezien
        bericht = await receive()
        gezien += len(bericht.get("body", b""))
        if gezien > GROOTSTE_INVOER:
            raise TeGroot
        return bericht

    return ontvang
