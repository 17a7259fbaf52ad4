"""The portal as one ASGI app: its rooms, its files, and what holds around every page."""

import asyncio
import mimetypes
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import APIRouter, FastAPI
from sqlalchemy import text
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from runtime.logboek import log
from starter.portaal import bescherming
from starter.portaal.begrenzer import PAGINAS, adres_van
from starter.portaal.huis import Huis, Melding
from starter.portaal.invoer import GeenFormulier
from starter.portaal.kop import Kop, TeGroot
from starter.portaal.partner.bezoek import LATER, onbekend
from starter.portaal.partner.invullen import te_vaak, vreemd
from starter.portaal.partner.routes import routes

STATIC = Path(__file__).parent / "static"
BEWAREN = "public, max-age=86400"
VRIJ = ("/static/", "/gezond")
"""Not counted: one page fetches several of these."""
LOG = log("portaal")
Afhandeling = Callable[[Request, Exception], Awaitable[Response]]


def maak_app(huis: Huis, *routers: APIRouter) -> ASGIApp:
    """The app that serves this portal under its own address, and under no other.

    Args:
        routers: what other systems read; they answer their own errors.
    """
    app = FastAPI(routes=[*_vast(huis), *routes(huis)], openapi_url=None, redirect_slashes=False)
    for router in routers:
        app.include_router(router)
    for soort, maak in _fouten(huis).items():
        app.add_exception_handler(soort, maak)
    return Kop(Deur(app, huis), huis.basis_url)


def _vast(huis: Huis) -> list[Route | Mount]:
    async def gezond(_: Request) -> Response:
        try:
            await asyncio.to_thread(_proef, huis)
        except Exception:
            LOG.exception("het register antwoordt niet")
            return PlainTextResponse("register niet bereikbaar", 503)
        return PlainTextResponse("gezond")

    async def logo(_: Request) -> Response:
        if huis.portaal.logo is None or not huis.portaal.logo.is_file():
            raise HTTPException(404)
        soort = mimetypes.guess_type(huis.portaal.logo.name)[0]
        return FileResponse(huis.portaal.logo, media_type=soort, headers={"Cache-Control": BEWAREN})

    bestanden = Mount("/static", _Bestanden(directory=STATIC))
    return [Route("/gezond", gezond), Route("/logo", logo), bestanden]


class _Bestanden(StaticFiles):
    """Style sheets carry their version in their name, so a browser may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        antwoord = await super().get_response(path, scope)
        antwoord.headers["Cache-Control"] = BEWAREN
        return antwoord


def _proef(huis: Huis) -> None:
    with huis.register.lees() as verbinding:
        verbinding.execute(text("SELECT 1"))


class Deur:
    """Turn away who asks too much, and forms that another site sent."""

    def __init__(self, app: ASGIApp, huis: Huis) -> None:
        self._app, self._huis = app, huis

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (self._weiger(Request(scope)) or self._app)(scope, receive, send)

    def _weiger(self, request: Request) -> Response | None:
        huis = self._huis
        if request.scope["path"].startswith(VRIJ):
            return None
        if wacht := huis.begrenzer.wacht("pagina", adres_van(request.scope, huis.portaal.proxies), PAGINAS):
            LOG.warning("te veel paginas", status="te vaak")
            return te_vaak(wacht).antwoord(huis)
        if request.method == "POST" and not bescherming.van_eigen_site(request.headers, huis.basis_url):
            LOG.warning("formulier van een andere site", status="geweigerd")
            return vreemd().antwoord(huis)
        return None


def _fouten(huis: Huis) -> dict[type[Exception] | int, Afhandeling]:
    """Every error becomes a page in Dutch; what nobody foresaw is logged without what was sent."""

    async def melding(_: Request, fout: Exception) -> Response:
        return fout.antwoord(huis) if isinstance(fout, Melding) else onbekend().antwoord(huis)

    async def te_groot(_: Request, __: Exception) -> Response:
        uitleg = "Maak uw tekst korter, of verwijs naar een stuk."
        return Melding("Dit is te groot om te versturen", uitleg, status=413, soort="error").antwoord(huis)

    async def geen_formulier(_: Request, __: Exception) -> Response:
        return Melding("Dit is geen formulier van deze site", status=400, soort="error").antwoord(huis)

    async def van_http(_: Request, fout: Exception) -> Response:
        if isinstance(fout, HTTPException) and fout.status_code == 405:
            return Melding("Dit kan hier niet", status=405, soort="warning", koppen=fout.headers).antwoord(huis)
        return onbekend().antwoord(huis)

    async def onverwacht(_: Request, fout: Exception) -> Response:
        LOG.error("een pagina liep vast", exc_info=fout)
        return Melding("Er ging iets mis bij ons", *LATER, status=500, soort="error").antwoord(huis)

    soorten: dict[type[Exception] | int, Afhandeling] = {
        Melding: melding,
        TeGroot: te_groot,
        GeenFormulier: geen_formulier,
        HTTPException: van_http,
    }
    return {**soorten, Exception: onverwacht}
