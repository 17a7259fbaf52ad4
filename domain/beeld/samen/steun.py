"""Support for medeoverheden (S1-07), and what stands still when a partner is late (S3-28)."""

from collections.abc import Iterable, Sequence

from domain.basis import Kenmerk, Model
from domain.beeld.samen.lezen import bladen, dag, naam
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_partner import Afhankelijkheid, Ondersteuning
from domain.taal.termijnen import Termijn
from domain.woorden import euro


class Blokkade(Model):
    """A late partner, what it is late with, and the goals that wait for it."""

    partner: Kenmerk
    te_laat: tuple[str, ...]
    doelen: tuple[str, ...]
    kritiek: bool


def te_laat(stand: Stand, partner: Kenmerk) -> tuple[Termijn, ...]:
    """The terms of a partner that lapsed and are still waited for: of a request, a step, a promise."""
    stappen = {s.id for s in stand.stappen.values() if s.orgaan == partner}
    verstreken = (t for t in stand.termijnen.values() if t.status == "verstreken")
    return tuple(t for t in verstreken if t.geadresseerde == partner or t.betreft in stappen)


def blokkades(stand: Stand) -> tuple[Blokkade, ...]:
    """Per dependency on a late partner what it blocks, the critical ones first."""
    gevonden = (_blokkade(stand, a) for a in bladen(stand, Afhankelijkheid))
    return tuple(sorted((b for b in gevonden if b.te_laat), key=lambda b: not b.kritiek))


def _blokkade(stand: Stand, a: Afhankelijkheid) -> Blokkade:
    laat = tuple(f"{t.wat} (was tot en met {dag(t.einde)})" for t in te_laat(stand, a.partner))
    return Blokkade(partner=a.partner, te_laat=laat, doelen=a.doelen or (a.waarvoor,), kritiek=a.kritiek)


def afhankelijkheden(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """What we depend on whom for, and which goals a late partner blocks."""
    alle, blok = bladen(stand, Afhankelijkheid), blokkades(stand)
    roosters = (
        Rooster(
            titel="Wat stilstaat door een late stap",
            kolommen=("Partner", "Te laat met", "Doelen die wachten", "Kritiek"),
            rijen=tuple(
                (naam(stand, b.partner), "; ".join(b.te_laat), "; ".join(b.doelen), _ja(b.kritiek)) for b in blok
            ),
            leeg="Geen partner is te laat met iets waarvan doelen afhangen.",
        ),
        Rooster(
            titel="Afhankelijkheden",
            kolommen=("Partner", "Waarvoor", "Doelen", "Kritiek"),
            rijen=tuple((naam(stand, a.partner), a.waarvoor, "; ".join(a.doelen) or "-", _ja(a.kritiek)) for a in alle),
        ),
    )
    kritiek = [naam(stand, b.partner) for b in blok if b.kritiek]
    let_op = (f"Kritiek en te laat: {', '.join(dict.fromkeys(kritiek))}.",) if kritiek else ()
    return Vel(naam="afhankelijkheden", titel="Afhankelijkheden", roosters=roosters, let_op=let_op)


def _ja(waar: bool) -> str:
    return "ja" if waar else "nee"


def ondersteuning(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """What is given to whom, how much and until when."""
    rooster = Rooster(
        titel="Ondersteuning van partners",
        kolommen=("Partner", "Wat", "Uren", "Bedrag", "Tot en met"),
        rijen=tuple(_steun(stand, bladen(stand, Ondersteuning))),
        leeg="Er is geen ondersteuning afgesproken.",
    )
    return Vel(naam="ondersteuning", titel="Ondersteuning", roosters=(rooster,))


def _steun(stand: Stand, alle: Sequence[Ondersteuning]) -> Iterable[tuple[str, ...]]:
    for o in alle:
        yield (
            naam(stand, o.partner),
            o.wat,
            str(o.uren) if o.uren else "-",
            euro(o.bedrag) if o.bedrag else "-",
            dag(o.tot),
        )
    if len(alle) > 1:
        yield ("samen", "", str(sum(o.uren for o in alle)), euro(sum(o.bedrag for o in alle)), "")
