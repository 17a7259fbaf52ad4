"""A new link, by mail, to nobody but those who got the old one."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from activities.brief.inhoud import Briefinhoud, Linkplek
from register.linkpost import alleen_aan_hen, vraag_nieuwe
from register.links import noteer
from starter.portaal.begrenzer import NIEUWE_LINKS
from starter.portaal.huis import Huis, Melding
from starter.portaal.invoer import lees
from starter.portaal.partner.bezoek import LOG, VRAAG_MANAGER, Bezoek, haal
from starter.portaal.partner.invullen import te_vaak, toets_eigen

_VRAGEN = {
    "verzoek": "Geef uw antwoord op ons verzoek.",
    "besluit": "Meld wat uw orgaan besloot.",
    "dossier": "Lees het dossier, of breng zelf iets in.",
}


async def vraag(huis: Huis, request: Request) -> Response:
    """Put the mail with a new link in the outbox."""
    gestuurd = await lees(request)
    bezoek = await haal(huis, request)
    toets_eigen(bezoek, gestuurd)
    if wacht := huis.begrenzer.wacht("nieuwe link", bezoek.link.id, NIEUWE_LINKS):
        raise te_vaak(wacht)
    if not await asyncio.to_thread(alleen_aan_hen, huis.register, bezoek.link, bezoek.vandaag):
        uitleg = "Het mailadres bij uw functie is veranderd. Daarom sturen wij geen nieuwe link."
        raise Melding("Bel de opgavemanager", uitleg, VRAAG_MANAGER, soort="warning", **bezoek.vast)
    await asyncio.to_thread(vraag_nieuwe, huis.register, bezoek.link, bezoek.link.betreft, bezoek.nu, _brief(bezoek))
    await asyncio.to_thread(noteer, huis.register, bezoek.link.id, "nieuwe link gevraagd")
    LOG.info("nieuwe link gevraagd", bron=bezoek.link.subject, soort=bezoek.link.doel)
    uitleg = "Wij sturen de nieuwe link naar hetzelfde mailadres. Dat kan enkele minuten duren."
    return Melding("Er komt een nieuwe link", uitleg, soort="ok", **bezoek.vast).antwoord(huis)


def _brief(bezoek: Bezoek) -> tuple[str, str, str]:
    """Subject, text and letter. The link itself is made when the mail is sent."""
    link, titel = bezoek.link, bezoek.stand.leven.titel
    verzoek = bezoek.stand.verzoeken.get(link.betreft)
    alineas = (
        "U vroeg in het portaal om een nieuwe link. Hierbij krijgt u die.",
        "Heeft u dit niet gevraagd? Dan kunt u deze mail weggooien.",
    )
    inhoud = Briefinhoud(
        aanhef=f"contactpersoon van {bezoek.partner}",
        titel="Uw nieuwe link",
        alineas=alineas,
        verzoek=link.betreft if link.doel == "verzoek" else "",
        vraag=verzoek.vraag if verzoek else _VRAGEN[link.doel],
        partner=True,
        opgave=link.opgave,
        opgave_titel=titel,
        link=Linkplek(doel=link.doel, betreft=link.betreft, tot=verzoek.uiterlijk if verzoek else None),
    )
    return f"Uw nieuwe link voor {titel}"[:120], "\n\n".join(alineas), inhoud.als_json()
