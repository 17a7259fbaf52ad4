"""What the province would like to know of a partner: one page that lists it, and a form for each."""

import asyncio
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from domain.basis import is_agenda
from domain.stand import Stand
from domain.toestanden import NA_AFLOOP, OOK_VAN_DE_AGENDA, TIJDENS_PAUZE, VAN_DE_AGENDA
from starter.portaal.formulier import Formulier
from starter.portaal.huis import Huis, Melding
from starter.portaal.partner import bladen, gedeeld, oordelen, spelniveaus
from starter.portaal.partner.bezoek import WETEN, Bezoek, haal, onbekend
from starter.portaal.partner.vraag import Blik, Vraag

_LOSSE = (spelniveaus.SOORT, "draagvlak", "intake", "les", oordelen.VASTSTELLING)
"""How the names of forms begin that come and go."""


async def toon(huis: Huis, request: Request) -> Response:
    """The list, with what was filled in already."""
    bezoek = await haal(huis, request)
    groepen = [(groep, tuple(v)) for groep, v in groupby(await vragen(bezoek), key=lambda v: v.groep)]
    return huis.blad("partner/weten.html.j2", titel=WETEN[0], groepen=groepen, **bezoek.vast)


async def vragen(bezoek: Bezoek) -> tuple[Vraag, ...]:
    """What can be filled in now, what waits on this partner first. Raises Melding when it can fill in nothing."""
    bezoek.toets_geldig()
    if not bezoek.mag_weten:
        raise Melding("Hier is voor u niets in te vullen", f"Kijk in het dossier hoe de {bezoek.leven} ervoor staat.")
    blik = Blik(bezoek, await asyncio.to_thread(_gezeefd, bezoek))
    alle = (*oordelen.vragen(blik), *bladen.vragen(blik), *spelniveaus.vragen(blik))
    return tuple(vraag for vraag in alle if _kan(bezoek.stand, vraag.opdracht))


async def formulier(bezoek: Bezoek, naam: str) -> Formulier:
    """The form of this name. Raises Melding when there is none (any more)."""
    gevonden = next((v.formulier for v in await vragen(bezoek) if v.formulier.naam == naam), None)
    if gevonden is not None:
        return gevonden
    if naam.partition("-")[0] not in _LOSSE:
        raise onbekend()
    uitleg = "Het is al klaar, het is niet meer nodig, of het is niet voor u."
    raise Melding("Dit kunt u nu niet invullen", uitleg, status=404, soort="warning", ook=(WETEN,))


def _gezeefd(bezoek: Bezoek) -> Stand:
    return gedeeld.gezeefd(bezoek, *gedeeld.lees(bezoek)).stand


def _kan(stand: Stand, opdracht: str) -> bool:
    """Whether this can be said to such a life, as it is now."""
    van_agenda = opdracht in VAN_DE_AGENDA
    if not (van_agenda or opdracht in OOK_VAN_DE_AGENDA if is_agenda(stand.opgave) else not van_agenda):
        return False
    if stand.leven.voorbij:
        return opdracht in NA_AFLOOP
    return stand.leven.toestand != "gepauzeerd" or opdracht in TIJDENS_PAUZE
