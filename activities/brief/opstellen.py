"""From what lies in the outbox to the mail itself, with the links that work from this moment on."""

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta

from activities.brief.inhoud import Briefinhoud, Linkplek
from activities.brief.mime import Omslag, als_kale_mail, als_mail
from activities.brief.opbouw import Link, Onderdeel, bundelonderwerp
from domain.kalender import einde_dag
from domain.reglement.register import nieuwste
from register.links import Linkdoel, geef_uit
from register.postbus import Zending
from register.postvoorwaarden import nu_en_vandaag
from register.rijen import Contact, Postrij
from register.verbinding import Register

DOSSIER = timedelta(weeks=26)
"""How long a link to the file of an opgave works."""


class Opsteller:
    """Puts mails together."""

    def __init__(self, register: Register, afzender: str, basis_url: str | None) -> None:
        """Sent from this address; without `basis_url` there are no links."""
        self._register = register
        self._afzender = afzender
        self._basis_url = basis_url

    async def stel_op(self, zending: Zending) -> bytes:
        """The bytes of this mail. Raises ValueError when it can't be a mail, whatever the server says."""
        if not zending.rijen[0].inhoud:
            return als_kale_mail(self._omslag(zending, zending.rijen[0].onderwerp), zending.rijen[0].tekst)
        onderdelen = [await self._onderdeel(rij, zending.contacten) for rij in zending.rijen]
        kop = zending.rijen[0].onderwerp if len(onderdelen) == 1 else bundelonderwerp(onderdelen)
        return als_mail(self._omslag(zending, kop), onderdelen)

    def _omslag(self, zending: Zending, onderwerp: str) -> Omslag:
        return Omslag(
            message_id=zending.message_id,
            sleutels=zending.sleutels,
            onderwerp=onderwerp,
            aan=zending.contacten,
            afzender=self._afzender,
            op=zending.rijen[0].aangemaakt_op,
            draad=zending.draad,
        )

    async def _onderdeel(self, rij: Postrij, contacten: Sequence[Contact]) -> Onderdeel:
        """One letter; a new link is kept before the mail leaves, so that it works as soon as it is read."""
        inhoud = Briefinhoud.model_validate_json(rij.inhoud)
        if self._basis_url is None or inhoud.link is None:
            return Onderdeel(inhoud)
        tot = geldig_tot(inhoud.link, nu_en_vandaag()[1])
        doel = Linkdoel(rij.opgave, rij.organisatie, rij.functie, inhoud.link.doel, inhoud.link.betreft, einde_dag(tot))
        adressen = ",".join(contact.email for contact in contacten)
        token = await asyncio.to_thread(geef_uit, self._register, doel, adressen)
        return Onderdeel(inhoud, Link(f"{self._basis_url}/a/{token}", tot, len(contacten) > 1))


def geldig_tot(plek: Linkplek, vandaag: date) -> date:
    """The last day on which a link that is sent today works: that of the term, or some days when that is over."""
    if plek.doel == "dossier":
        return vandaag + DOSSIER
    if plek.tot is not None and plek.tot >= vandaag:
        return plek.tot
    regels = nieuwste()
    werkdagen = regels.post.link_na_einde.aantal if regels.post else 0
    return regels.kalender.werkdagen_na(vandaag, werkdagen)
