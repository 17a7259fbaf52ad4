"""A visit of a partner: who is here by which link, and how the opgave stands."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from starlette.requests import Request

from domain import pad
from domain.basis import Afzender, is_agenda
from domain.kalender import einde_dag, lokale_datum
from domain.reglement.register import reglement
from domain.stand import Stand
from register import sessies
from register.linkpost import zelfde_mensen
from register.links import Link
from register.sessies import Sessie
from runtime.logboek import log
from runtime.temporal import Onbereikbaar
from starter.client import OnbekendeOpgave
from starter.portaal import sessie as cookie
from starter.portaal.huis import Huis, Melding

LOG = log("portaal")
GRONDSLAG = "link per e-mail"
PER_LINK = "link-"
"""How the names of commands begin that came by a link."""
NIEUWE_LINK = ("/partner/nieuwe-link", "Stuur mij een nieuwe link")
"""The button to ask for a new link."""
WETEN = ("Wat wij van u willen weten", "/partner/weten")
"""The page with all that a partner can fill in by itself."""


@dataclass(frozen=True)
class Bezoek:
    """One page of a visit."""

    huis: Huis
    sessie: Sessie
    stand: Stand
    nu: datetime

    @property
    def link(self) -> Link:
        return self.sessie.link

    @property
    def vandaag(self) -> date:
        return lokale_datum(self.nu)

    @property
    def partner(self) -> str:
        """The name of the partner that speaks."""
        deelnemer = self.stand.partners.get(self.link.organisatie)
        return deelnemer.naam if deelnemer else self.link.organisatie

    @property
    def leven(self) -> str:
        """What the link is about, in one word."""
        return "agenda" if is_agenda(self.link.opgave) else "opgave"

    @property
    def over(self) -> tuple[str, str]:
        """What the link is about, as a name with its value."""
        return self.leven.capitalize(), f"{self.stand.leven.titel} ({self.link.opgave})"

    @property
    def door(self) -> Afzender:
        """Who speaks, as it stands in the facts."""
        link = self.link
        return Afzender(
            functie="partner", subject=link.subject, namens=link.organisatie, zekerheid="link", grondslag=GRONDSLAG
        )

    def opdracht_id(self, formulier: str, eenmalig: str) -> str:
        """The same id for the same form of the same link, so that sending it twice records it once."""
        afdruk = hashlib.sha256(f"{self.link.id}:{formulier}:{eenmalig}".encode()).hexdigest()
        return f"{PER_LINK}{afdruk[:40]}"

    def verlopen(self, uiterlijk: date | None) -> bool:
        """Whether the time of the link is over; a term that was moved takes the link along."""
        tot = self.link.geldig_tot
        return self.nu >= (max(tot, einde_dag(uiterlijk)) if uiterlijk else tot)

    @property
    def uiterlijk(self) -> date | None:
        """The last day of the term of what the link is for; None when there is no term."""
        verzoek = self.stand.verzoeken.get(self.link.betreft) if self.link.doel == "verzoek" else None
        if verzoek:
            return verzoek.uiterlijk
        return max((t.einde for t in self.stand.termijnen.values() if t.betreft == self.link.betreft), default=None)

    def toets_geldig(self) -> None:
        """Raise Melding when the time of the link is over: it shows what it was for, and no more of the dossier."""
        if self.verlopen(self.uiterlijk):
            uitleg = "Met een nieuwe link kunt u het dossier lezen en zelf iets inbrengen."
            raise Melding("Uw link is verlopen", uitleg, soort="warning", knop=NIEUWE_LINK, **self.vast)

    @property
    def eigen(self) -> frozenset[str]:
        """The partner that speaks, and the organisations that merged into it."""
        partners = self.stand.partners.values()
        return frozenset(p.id for p in partners if pad.opvolger(self.stand, p).id == self.link.organisatie)

    @property
    def mag_weten(self) -> bool:
        """Whether this partner takes part, under an edition in which partners fill in sheets of their own."""
        deelnemer = self.stand.partners.get(self.link.organisatie)
        samen = reglement(self.stand.reglement).samenwerken
        return deelnemer is not None and deelnemer.doet_mee and samen is not None

    @property
    def menu(self) -> tuple[tuple[str, str], ...]:
        eigen = {"verzoek": "Uw vraag", "besluit": "Uw besluit"}.get(self.link.doel)
        vast = (
            ("Dossier", "/partner/dossier"),
            ("Uw verzoeken", "/partner/verzoeken"),
            *((WETEN,) if self.mag_weten else ()),
            ("Zelf inbrengen", "/partner/inbreng"),
            ("Signaal geven", "/partner/signaal"),
        )
        return (*(((eigen, "/partner/vraag"),) if eigen else ()), *vast)

    @property
    def vast(self) -> dict[str, Any]:
        """What every page of a visit shows: where one can go, and the token its forms carry."""
        return {"menu": self.menu, "csrf": self.sessie.csrf}


async def haal(huis: Huis, request: Request) -> Bezoek:
    """The visit this request belongs to. Raises Melding when there is none (any more), or nobody answers."""
    nu = huis.nu()
    sessie = await asyncio.to_thread(sessies.zoek, huis.register, cookie.lees(request), nu)
    if sessie is None:
        raise afgelopen()
    if not await asyncio.to_thread(zelfde_mensen, huis.register, sessie.link, lokale_datum(nu)):
        raise ingetrokken()
    return Bezoek(huis, sessie, await stand_van(huis, sessie.link), nu)


async def stand_van(huis: Huis, link: Link) -> Stand:
    """How the opgave of a link stands. Raises Melding when it is not there or nobody answers."""
    try:
        return await huis.opgaven.stand(link.opgave)
    except OnbekendeOpgave:
        raise onbekend() from None
    except Onbereikbaar:
        LOG.warning("stand niet te lezen", opgave_id=link.opgave)
        raise Melding("Wij kunnen uw gegevens nu niet ophalen", *LATER, status=503, soort="warning") from None


LATER = ("Er is een storing bij ons. Er is niets verloren gegaan. Probeer het over een kwartier opnieuw.",)


def afgelopen() -> Melding:
    """The visit is over; the same link begins a new one."""
    uitleg = (
        "U was een half uur niet actief, of uw bezoek duurde langer dan tien uur.",
        "Open de link in de mail opnieuw. Wat u al heeft vastgelegd, blijft vastgelegd.",
    )
    return Melding("Uw bezoek is afgelopen", *uitleg, status=403, soort="warning")


def ingetrokken() -> Melding:
    """The link was withdrawn, or those it was sent to don't hold the function any more."""
    uitleg = "De provincie heeft hem ingetrokken, of de mail was voor iemand die dit niet meer doet."
    return Melding("Deze link geldt niet meer", uitleg, VRAAG_MANAGER, status=410, soort="warning")


def onbekend() -> Melding:
    """The same words for whatever is not there, or not for this visitor."""
    uitleg = "Kijk of u de hele link uit de mail heeft gebruikt, en of u de nieuwste mail heeft."
    return Melding("Deze pagina bestaat niet", uitleg, VRAAG_MANAGER, status=404, soort="warning")


VRAAG_MANAGER = "Lukt het niet? Bel dan de opgavemanager van de provincie."
