"""From what lies in the outbox to the mail itself, with the links that work from this moment on."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from activities.brief.inhoud import Briefinhoud, Linkplek
from activities.brief.mime import Omslag, als_kale_mail, als_mail
from activities.brief.opbouw import Link, Onderdeel, bundelonderwerp
from domain.kalender import einde_dag
from domain.reglement.register import nieuwste
from register.links import Linkdoel, geef_alle_uit
from register.postbus import Zending
from register.postvoorwaarden import nu_en_vandaag
from register.rijen import Postrij
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

    async def links(self, zendingen: Sequence[Zending]) -> Mapping[str, Link]:
        """Fresh links for these mails, by the key of the message that asks for one.

        They are kept before the mails leave, so that each works as soon as it is read.
        """
        plekken = [] if self._basis_url is None else list(_plekken(zendingen))
        if not plekken:
            return {}
        tokens = await asyncio.to_thread(geef_alle_uit, self._register, [(p.doel, ",".join(p.aan)) for p in plekken])
        return {
            plek.sleutel: Link(f"{self._basis_url}/a/{token}", plek.tot, len(plek.aan) > 1)
            for token, plek in zip(tokens, plekken, strict=True)
        }

    def stel_op(self, zending: Zending, links: Mapping[str, Link]) -> bytes:
        """The bytes of this mail. Raises ValueError when it can't be a mail, whatever the server says."""
        if not zending.rijen[0].inhoud:
            kaal = zending.rijen[0]
            return als_kale_mail(self._omslag(zending, kaal.onderwerp), kaal.tekst, zending.controlepunt)
        onderdelen = [Onderdeel(Briefinhoud.model_validate_json(r.inhoud), links.get(r.sleutel)) for r in zending.rijen]
        kop = zending.rijen[0].onderwerp if len(onderdelen) == 1 else bundelonderwerp(onderdelen)
        return als_mail(self._omslag(zending, kop), onderdelen, zending.controlepunt)

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


class _Plek(NamedTuple):
    """A message that asks for a link: its key, what the link is for, to which addresses, and its last day."""

    sleutel: str
    doel: Linkdoel
    aan: tuple[str, ...]
    tot: date


def _plekken(zendingen: Sequence[Zending]) -> Iterator[_Plek]:
    vandaag = nu_en_vandaag()[1]
    for zending in zendingen:
        adressen = tuple(contact.email for contact in zending.contacten)
        for rij in zending.rijen:
            if plek := _plek(rij):
                tot = geldig_tot(plek, vandaag)
                doel = Linkdoel(rij.opgave, rij.organisatie, rij.functie, plek.doel, plek.betreft, einde_dag(tot))
                yield _Plek(rij.sleutel, doel, adressen, tot)


def _plek(rij: Postrij) -> Linkplek | None:
    """Where the link comes; a letter that can't be read is for `stel_op` to refuse."""
    try:
        return Briefinhoud.model_validate_json(rij.inhoud).link if rij.inhoud else None
    except ValueError:
        return None


def geldig_tot(plek: Linkplek, vandaag: date) -> date:
    """The last day on which a link that is sent today works: that of the term, or some days when that is over."""
    if plek.doel == "dossier":
        return vandaag + DOSSIER
    if plek.tot is not None and plek.tot >= vandaag:
        return plek.tot
    regels = nieuwste()
    werkdagen = regels.post.link_na_einde.aantal if regels.post else 0
    return regels.kalender.werkdagen_na(vandaag, werkdagen)
