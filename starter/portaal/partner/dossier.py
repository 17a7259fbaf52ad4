"""What a partner may read of the opgave, and the list of its own requests."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from domain.basis import Weigering
from domain.beeld.openbaar import openbaar
from domain.beeld.openbaar_beeld import Openbaar
from register import lezen
from starter.portaal.huis import Huis
from starter.portaal.partner.bezoek import Bezoek, haal, onbekend


async def toon(huis: Huis, request: Request) -> Response:
    """The dossier as this partner may see it."""
    bezoek = await haal(huis, request)
    bezoek.toets_geldig()
    beeld = await asyncio.to_thread(_beeld, bezoek)
    return huis.blad("partner/dossier.html.j2", titel=beeld.titel, beeld=beeld, **bezoek.vast)


async def verzoeken(huis: Huis, request: Request) -> Response:
    """What was asked of this partner, and what became of it."""
    bezoek = await haal(huis, request)
    bezoek.toets_geldig()
    beeld = await asyncio.to_thread(_beeld, bezoek)
    return huis.blad("partner/verzoeken.html.j2", titel="Verzoeken aan u", beeld=beeld, link=bezoek.link, **bezoek.vast)


def _beeld(bezoek: Bezoek) -> Openbaar:
    """The view is made of the facts the register has; the state of the same moment goes with them."""
    rijen = lezen.feiten(bezoek.huis.register, bezoek.link.opgave)
    stand = lezen.stand(bezoek.huis.register, bezoek.link.opgave) or bezoek.stand
    try:
        return openbaar(stand, (rij.feit for rij in rijen), bezoek.link.organisatie)
    except Weigering:
        raise onbekend() from None
