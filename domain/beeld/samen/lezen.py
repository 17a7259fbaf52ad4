"""What every view reads: the sheets of one kind, the partners, their names, and the labels of the reglement."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from domain.basis import Model
from domain.beeld.samen.bladwoorden import TITELS
from domain.beeld.samen.vel import Rooster
from domain.feit import Feit
from domain.kalender import datum_in_cijfers
from domain.namenswoorden import door_ander
from domain.reglement.register import nieuwste, reglement
from domain.reglement.samenwerkregels import Samenwerkregels
from domain.stand import Stand
from domain.taal.bladen import BladVastgelegd
from domain.taal.bladvorm import Partnerblad
from domain.taal.partners import Deelnemer
from domain.taal.termijnen import Termijn
from domain.woorden import gewoon, orgaan

B = TypeVar("B", bound=Model)


def bladen(stand: Stand, soort: type[B]) -> tuple[B, ...]:
    """The newest sheets of one kind, in order of their key."""
    return tuple(b for _, b in sorted(stand.bladen.items()) if isinstance(b, soort))


def blad(stand: Stand, soort: type[B]) -> B | None:
    """The sheet of a kind of which there is one."""
    return next(iter(bladen(stand, soort)), None)


def keren(feiten: Sequence[Feit], soort: type[B]) -> tuple[tuple[date, B], ...]:
    """Every time a sheet of this kind was filled in, with the day, in order."""
    ingevuld = ((f.gebeurd_op, f.inhoud.inhoud) for f in feiten if isinstance(f.inhoud, BladVastgelegd))
    return tuple((op, b) for op, b in ingevuld if isinstance(b, soort))


def niet_zelf(stand: Stand, *soorten: type[Partnerblad]) -> tuple[Rooster, ...]:
    """Which of these sheets someone else recorded for the partner they are of, and how it came; nothing when none."""
    alle = (b for soort in soorten for b in bladen(stand, soort) if b.sleutel() in stand.blad_namens)
    rijen = tuple((naam(stand, b.partner), TITELS[b.blad], door_ander(stand.blad_namens[b.sleutel()])) for b in alle)
    kolommen = ("Partner", "Blad", "Hoe het hier kwam")
    return (Rooster(titel="Niet door de partner zelf vastgelegd", kolommen=kolommen, rijen=rijen),) if rijen else ()


def naam(stand: Stand, wie: str) -> str:
    """The name of a partner, a body or a function."""
    partner = stand.partners.get(wie)
    return partner.naam if partner else gewoon(orgaan(wie))


def namen(stand: Stand, wie: Iterable[str]) -> str:
    """Names in a row, a dash when there are none."""
    return ", ".join(naam(stand, w) for w in wie) or "-"


def deelnemers(stand: Stand) -> tuple[Deelnemer, ...]:
    """The partners that take part now."""
    return tuple(p for p in stand.partners.values() if p.doet_mee)


def nog_niet(stand: Stand, gedaan: Iterable[str]) -> tuple[str, ...]:
    """The names of the partners that take part and are not among these ids."""
    al = set(gedaan)
    return tuple(p.naam for p in deelnemers(stand) if p.id not in al)


def regels(stand: Stand) -> Samenwerkregels:
    """The labels and scales; a life under an older edition reads with those of the newest."""
    eigen = reglement(stand.reglement).samenwerken or nieuwste().samenwerken
    if eigen is None:
        raise TypeError("the newest reglement has no rules for working together")
    return eigen


def gelijk(tekst: str) -> str:
    """A typed text, to compare with another: without case, double spaces and a full stop at the end."""
    return " ".join(tekst.casefold().split()).rstrip(".")


def dag(op: date | None) -> str:
    """A day in short, a dash when there is none."""
    return datum_in_cijfers(op) if op else "-"


def over(stand: Stand, betreft: str, code: str = "") -> tuple[Termijn, ...]:
    """The terms about something (or about a part of it, `S1.intake`), in order of their end."""
    alle = (t for t in stand.termijnen.values() if t.betreft == betreft or t.betreft.startswith(f"{betreft}."))
    return tuple(sorted((t for t in alle if not code or t.code == code), key=lambda t: t.einde))


def lopend(termijnen: Iterable[Termijn]) -> Termijn | None:
    """The last of these that is still waited for."""
    return next((t for t in reversed(tuple(termijnen)) if t.loopt), None)


def bleef_liggen(termijnen: Iterable[Termijn]) -> bool:
    """Whether the last round of these that ended was not met: a next one may run by now."""
    voorbij = [t for t in termijnen if t.status not in ("loopt", "opgeschort")]
    return bool(voorbij) and voorbij[-1].status in ("verstreken", "overgeslagen")


def termijnzin(termijn: Termijn | None) -> str:
    """A term as a few words."""
    if termijn is None:
        return "-"
    match termijn.status:
        case "verstreken":
            return f"verstreken op {dag(termijn.einde)}"
        case "opgeschort":
            return f"staat stil, was tot en met {dag(termijn.einde)}"
        case _:
            return f"tot en met {dag(termijn.einde)}"
