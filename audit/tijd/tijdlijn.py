"""The life as a timeline for people: one entry per command and per passing of time.

Each entry says when it happened and when it was recorded, who did it and how sure that is, what happened, why, on which
ground, and who was waited for until then.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from audit import zekerheid
from audit.tijd.gronden import gronden, redenen
from audit.tijd.moment import Boek
from audit.tijd.stand import alle_standen
from audit.tijd.tijdlijnzinnen import eigen_zin, zinnen
from audit.tijd.wachten import Gewacht, Wachtlijst
from domain.basis import Afzender, Model
from domain.concept import concept
from domain.feit import FEITEN, Feit
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.woorden import gewoon, orgaan

TIJD = "systeem"
GROEPEN = {soort: concept(model) for soort, model in FEITEN.items()}
"""The group of each kind of fact: the concept it belongs to, such as `besluiten` or `verzoeken`."""
WEIGERING = "weigeringen"


class Feitregel(Model):
    """One fact of an entry in its own words."""

    seq: int
    soort: str
    zin: str


class Regel(Model):
    """One entry. `dagen_later` is how long after it happened it was recorded; `door` is None when only time passed."""

    van_seq: int
    tot_seq: int
    gebeurd_op: date
    vastgelegd_op: datetime
    dagen_later: int
    opdracht: str | None
    geweigerd: bool
    door: Afzender | None
    wie: str
    zekerheid: str
    zinnen: tuple[str, ...]
    redenen: tuple[str, ...]
    gronden: tuple[str, ...]
    gewacht: tuple[Gewacht, ...]
    feiten: tuple[Feitregel, ...]

    @property
    def dag(self) -> date:
        """The day of recording, in Amsterdam."""
        return lokale_datum(self.vastgelegd_op)

    @property
    def soorten(self) -> frozenset[str]:
        """The kinds of its facts, their groups, and whether it was refused."""
        eigen = {f.soort for f in self.feiten}
        return frozenset({*eigen, *(GROEPEN[s] for s in eigen), *((WEIGERING,) if self.geweigerd else ())})


def tijdlijn(boek: Boek) -> Iterator[Regel]:
    """The entries of a pack, in the order in which they were recorded, as far as the facts lie open.

    Raises:
        PakFout: a fact doesn't fit those before it.
    """
    wacht, groep = Wachtlijst(), list[Feit]()
    na: Stand | None = None
    for feit, stand in alle_standen(boek):
        if na is not None and not _hoort_bij(groep[-1], feit):
            yield _regel(groep, na, wacht)
            groep = []
        groep.append(feit)
        na = stand
    if na is not None:
        yield _regel(groep, na, wacht)


def kies(
    regels: Sequence[Regel],
    van: date | None = None,
    tot: date | None = None,
    wie: str | None = None,
    soorten: frozenset[str] = frozenset(),
) -> tuple[Regel, ...]:
    """The entries that happened or were recorded in a period, of a sender, with one of these kinds of facts."""
    return tuple(
        r
        for r in regels
        if (tot is None or min(r.gebeurd_op, r.dag) <= tot)
        and (van is None or max(r.gebeurd_op, r.dag) >= van)
        and (wie is None or wie in sprekers(r))
        and (not soorten or soorten & r.soorten)
    )


def sprekers(regel: Regel) -> tuple[str, ...]:
    """The words by which the sender of an entry can be asked for: function, on whose behalf, subject."""
    return (TIJD,) if regel.door is None else (regel.door.functie, regel.door.namens, regel.door.subject)


def _hoort_bij(vorig: Feit, feit: Feit) -> bool:
    """Facts of one command belong together; so do those of time at one moment."""
    zelfde = (vorig.opdracht, vorig.vastgelegd_op) == (feit.opdracht, feit.vastgelegd_op)
    return zelfde and vorig.gebeurd_op == feit.gebeurd_op


def _regel(feiten: Sequence[Feit], na: Stand, wacht: Wachtlijst) -> Regel:
    eerste = feiten[0]
    dag = lokale_datum(eerste.vastgelegd_op)
    gezegd = zinnen(feiten, na)
    door = eerste.door if eerste.opdracht is not None else None
    return Regel(
        van_seq=eerste.seq,
        tot_seq=feiten[-1].seq,
        gebeurd_op=eerste.gebeurd_op,
        vastgelegd_op=eerste.vastgelegd_op,
        dagen_later=(dag - eerste.gebeurd_op).days,
        opdracht=eerste.opdracht,
        geweigerd=any(f.inhoud.soort == "OpdrachtGeweigerd" for f in feiten),
        door=door,
        wie=_wie(door, na),
        zekerheid=zekerheid.WOORDEN[door.zekerheid] if door else "",
        zinnen=gezegd,
        redenen=redenen(feiten, " ".join(gezegd)),
        gronden=gronden(feiten, na),
        gewacht=wacht.na(na, eerste.gebeurd_op, dag),
        feiten=tuple(Feitregel(seq=f.seq, soort=f.inhoud.soort, zin=eigen_zin(f, na)) for f in feiten),
    )


def _wie(door: Afzender | None, stand: Stand) -> str:
    """The sender in words: function, whose subject it is where that says more, and on whose behalf."""
    if door is None:
        return "de tijd verstrijkt"
    naam = (
        gewoon(door.functie) if door.subject in (door.functie, "onbekend") else f"{gewoon(door.functie)} {door.subject}"
    )
    if door.namens == "provincie":
        return naam
    namens = stand.partners[door.namens].naam if door.namens in stand.partners else orgaan(door.namens)
    return f"{naam} namens {namens}"
