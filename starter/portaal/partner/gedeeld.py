"""The one dossier that all partners share (S1-05): what they want together, how, who does what, and what comes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domain.beeld.samen.lezen import blad, bladen, naam
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_partner import ComplementaireRol
from domain.taal.bladen_samenwerken import EenOverheid, GezamenlijkeAmbitie, Werkwijze
from domain.taal.bladen_waarden import Procesafspraken
from rapporten.komt import komende_dagen
from rapporten.leven import Gezeefd
from rapporten.zeef import zeef
from register import lezen
from register.afkomst import van_voorouders
from starter.portaal.partner.bezoek import Bezoek


@dataclass(frozen=True)
class Gedeeld:
    """What every partner reads the same, and the days that come: those of the bodies and this partner's own.

    `rollen` holds by partner what it does that others don't; `samen` and `ondertekend` are names.
    """

    ambitie: str
    ondertekend: tuple[str, ...]
    werkwijze: str
    samen: tuple[str, ...]
    afspraken: tuple[str, ...]
    een_overheid: tuple[str, ...] | None
    rollen: Mapping[str, str]
    komt: tuple[tuple[date, str], ...]


def lees(bezoek: Bezoek) -> tuple[Stand, tuple[Feit, ...]]:
    """What the register has: the facts, and the state of the same moment."""
    feiten = tuple(rij.feit for rij in lezen.feiten(bezoek.huis.register, bezoek.link.opgave))
    return lezen.stand(bezoek.huis.register, bezoek.link.opgave) or bezoek.stand, feiten


def gezeefd(bezoek: Bezoek, stand: Stand, feiten: tuple[Feit, ...]) -> Gezeefd:
    """The life without what rests under geheimhouding; for a partner that left as it was on that day."""
    zelf = stand.partners.get(bezoek.link.organisatie)
    tot = zelf.uitgetreden_op if zelf else None
    eerder = van_voorouders(bezoek.huis.register, stand)
    return zeef(stand, tuple(f for f in feiten if f.seq <= stand.seq), tot or date.max, eerder)


def gedeeld(bezoek: Bezoek, stand: Stand) -> Gedeeld:
    """The shared part of the dossier, of a state that went through the sieve."""
    ambitie, werkwijze = blad(stand, GezamenlijkeAmbitie), blad(stand, Werkwijze)
    proces, overheid = blad(stand, Procesafspraken), blad(stand, EenOverheid)
    een = overheid.overheden if overheid and overheid.als_een_overheid else None
    return Gedeeld(
        ambitie=ambitie.tekst if ambitie else "",
        ondertekend=_namen(stand, ambitie.ondertekend_door if ambitie else ()),
        werkwijze=werkwijze.afspraak if werkwijze else "",
        samen=_namen(stand, werkwijze.samen_met if werkwijze else ()),
        afspraken=proces.afspraken if proces else (),
        een_overheid=None if een is None else _namen(stand, een),
        rollen={b.partner: b.rol for b in bladen(stand, ComplementaireRol)},
        komt=tuple(sorted(_komt(bezoek, stand))),
    )


def _namen(stand: Stand, wie: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(naam(stand, w) for w in wie)


def _komt(bezoek: Bezoek, stand: Stand) -> Iterator[tuple[date, str]]:
    zelf = stand.partners.get(bezoek.link.organisatie)
    if zelf is None or not zelf.doet_mee or stand.leven.voorbij:
        return
    for termijn in stand.termijnen.values():
        if termijn.geadresseerde in bezoek.eigen and termijn.loopt:
            yield termijn.einde, f"uiterlijk uw bijdrage: {termijn.wat}"
    yield from komende_dagen(stand)
