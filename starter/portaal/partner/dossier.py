"""What a partner may read of the opgave, and the list of its own requests."""

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from domain.basis import Weigering
from domain.beeld.openbaar import openbaar
from domain.beeld.openbaar_beeld import Openbaar
from domain.feit import Feit
from domain.stand import Stand
from starter.portaal.huis import Huis
from starter.portaal.partner import gedeeld
from starter.portaal.partner.bezoek import WETEN, Bezoek, haal, onbekend
from starter.portaal.partner.gedeeld import Gedeeld


async def toon(huis: Huis, request: Request) -> Response:
    """The dossier as this partner may see it."""
    bezoek = await haal(huis, request)
    bezoek.toets_geldig()
    beeld, samen = await asyncio.to_thread(_dossier, bezoek)
    weten = WETEN if bezoek.mag_weten else None
    velden: dict[str, Any] = {"titel": beeld.titel, "beeld": beeld, "samen": samen, "weten": weten}
    return huis.blad("partner/dossier.html.j2", **velden, **bezoek.vast)


async def verzoeken(huis: Huis, request: Request) -> Response:
    """What was asked of this partner, and what became of it."""
    bezoek = await haal(huis, request)
    bezoek.toets_geldig()
    beeld = await asyncio.to_thread(lambda: _beeld(bezoek, *gedeeld.lees(bezoek)))
    return huis.blad("partner/verzoeken.html.j2", titel="Verzoeken aan u", beeld=beeld, link=bezoek.link, **bezoek.vast)


def _dossier(bezoek: Bezoek) -> tuple[Openbaar, Gedeeld]:
    """The partner's own view, and what all share; both of the facts the register has."""
    stand, feiten = gedeeld.lees(bezoek)
    return _beeld(bezoek, stand, feiten), gedeeld.gedeeld(bezoek, gedeeld.gezeefd(bezoek, stand, feiten).stand)


def _beeld(bezoek: Bezoek, stand: Stand, feiten: tuple[Feit, ...]) -> Openbaar:
    try:
        return openbaar(stand, feiten, bezoek.link.organisatie)
    except Weigering:
        raise onbekend() from None
