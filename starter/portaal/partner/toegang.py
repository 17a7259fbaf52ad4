"""From a link in a mail to a visit. Looking at a link does nothing, because mail scanners look at links too."""

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.basis import is_agenda
from domain.kalender import lokale_datum
from register import links, sessies
from register.linkpost import zelfde_mensen
from register.links import Link
from starter.portaal import sessie as cookie
from starter.portaal.begrenzer import INZENDINGEN, MISSERS, adres_van
from starter.portaal.huis import Huis, Melding
from starter.portaal.invoer import lees
from starter.portaal.partner.bezoek import LOG, haal, ingetrokken, stand_van
from starter.portaal.partner.invullen import te_vaak, toets_eigen
from starter.portaal.partner.oordelen import VASTSTELLING

_WAT = {
    "verzoek": "een vraag aan uw organisatie",
    "besluit": "een besluit dat bij uw organisatie ligt",
    "dossier": "een opgave waar uw organisatie aan meedoet",
}


DE_AGENDA = "een regionale agenda waar uw organisatie aan meedoet"


async def bekijk(huis: Huis, request: Request) -> Response:
    """What the link is for, and a button to go on. Nothing is used up, and nothing of the opgave is told."""
    link = await _link(huis, request)
    stand = await stand_van(huis, link)
    partner = stand.partners.get(link.organisatie)
    wie = partner.naam if partner else link.organisatie
    return huis.blad("partner/welkom.html.j2", titel="U heeft een persoonlijke link", wat=_wat(link), partner=wie)


def _wat(link: Link) -> str:
    return DE_AGENDA if link.doel == "dossier" and is_agenda(link.opgave) else _WAT[link.doel]


async def open_(huis: Huis, request: Request) -> Response:
    """Begin a visit, and go on at an address without a token."""
    link = await _link(huis, request)
    if wacht := huis.begrenzer.wacht("geopend", link.id, INZENDINGEN):
        raise te_vaak(wacht)
    sleutel = await asyncio.to_thread(sessies.begin, huis.register, link, huis.nu())
    await asyncio.to_thread(links.noteer, huis.register, link.id, "geopend")
    LOG.info("link geopend", bron=link.subject, soort=link.doel)
    antwoord = RedirectResponse(_begin(link), 303)
    cookie.zet(antwoord, sleutel)
    return antwoord


def _begin(link: Link) -> str:
    """Where a visit begins: at the adoption of the agenda when that was asked, otherwise at what the link is for."""
    soort, _, rest = link.betreft.partition(".")
    return f"/partner/{VASTSTELLING}-{rest.rpartition('.')[2]}" if soort == VASTSTELLING else "/partner"


async def stop(huis: Huis, request: Request) -> Response:
    """End the visit."""
    bezoek = await haal(huis, request)
    toets_eigen(bezoek, await lees(request))
    await asyncio.to_thread(sessies.sluit, huis.register, bezoek.sessie)
    antwoord = Melding("U bent klaar", "U kunt dit venster sluiten.", soort="ok").antwoord(huis)
    cookie.wis(antwoord)
    return antwoord


async def _link(huis: Huis, request: Request) -> Link:
    """The link of the token in the address. Raises Melding, in the same words for every token that is none of ours."""
    adres = adres_van(request.scope, huis.portaal.proxies)
    if wacht := huis.begrenzer.vol("misser", adres, MISSERS):
        raise te_vaak(wacht)
    link = await asyncio.to_thread(links.zoek, huis.register, request.path_params["token"])
    if link is None:
        huis.begrenzer.wacht("misser", adres, MISSERS)
        LOG.warning("onbekende link", status="onbekend")
        raise werkt_niet()
    bekend = await asyncio.to_thread(zelfde_mensen, huis.register, link, lokale_datum(huis.nu()))
    if link.ingetrokken_op is not None or not bekend:
        LOG.info("link geldt niet meer", bron=link.subject, soort=link.doel)
        raise ingetrokken()
    return link


def werkt_niet() -> Melding:
    """For whatever token there is no link of."""
    uitleg = (
        "Kijk of u de hele link uit de mail heeft gebruikt, en of u de nieuwste mail heeft.",
        "Lukt het niet? Bel dan de opgavemanager van de provincie.",
    )
    return Melding("Deze link werkt niet", *uitleg, status=404, soort="warning")
