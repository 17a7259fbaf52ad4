"""What one life had to say and another never took: closed with all that follows from it, and said again.

Parts that surely did not arrive go back to who gave them, and someone gets a letter. All of that is one transaction:
a row that is no longer waiting is never looked at again, so nothing may be left to be done after it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, or_, select, update

from register import overbrengen
from register.overbrengrij import DELEN, EERSTE, TERUG, Overbrenging, Status, baan
from register.schrijver import Brief, zet_los
from register.tabellen_samen import OVERBRENGING
from register.verbinding import Register

Einde = Literal["geweigerd", "vervallen"]
_NIET: tuple[Einde, ...] = ("geweigerd", "vervallen")
NIET_BEGONNEN = "De nieuwe opgave kon niet beginnen."
RUST = timedelta(days=1)
HOOGSTENS = 2_000
"""How long the reason is that travels back, in letters."""


@dataclass(frozen=True, slots=True)
class Achterblijver:
    """A command that has not arrived: it waits, was refused or was given up; `fout` is why, `sinds` when it was said.

    `kan_opnieuw`: a person may put it back, because nothing was done instead.
    """

    sleutel: str
    van: str
    seq: int
    naar: str
    soort: str
    status: Status
    pogingen: int
    fout: str
    sinds: datetime
    niet_voor: datetime | None
    kan_opnieuw: bool


def mislukt(
    register: Register,
    rij: Overbrenging,
    status: Einde,
    fout: str,
    op: datetime,
    *,
    brief: Brief | None = None,
    zeker: bool = True,
) -> bool:
    """It never arrives, and neither does what builds on it. False when another closed it first: that one did it all.

    Args:
        op: when (UTC).
        brief: the letter to whoever must hear it.
        zeker: whether it surely did not arrive; parts of which nobody knows don't go back, or they would be there
            twice.
    """
    with register.schrijf() as verbinding:
        if not _sluit(verbinding, rij.sleutel, status, fout, op):
            return False
        delen = [(rij.sleutel, rij.soort)]
        if rij.soort == EERSTE:
            delen += _sluit_vervolg(verbinding, rij, op)
        for sleutel in (s for s, soort in delen if zeker and soort == DELEN):
            _geef_terug(verbinding, rij, sleutel, fout)
        if brief is not None:
            zet_los(verbinding, f"{rij.sleutel}:mislukt:{op:%Y-%m-%d}", brief, rij.van)
    return True


def _sluit(verbinding: Connection, sleutel: str, status: Einde, fout: str, op: datetime) -> bool:
    """Whether it was still waiting, and is closed now."""
    open_ = update(OVERBRENGING).where(OVERBRENGING.c.sleutel == sleutel, OVERBRENGING.c.status == "klaar")
    return verbinding.execute(open_.values(status=status, gedaan_op=op, fout=fout, niet_voor=None)).rowcount == 1


def _sluit_vervolg(verbinding: Connection, rij: Overbrenging, op: datetime) -> list[tuple[str, str]]:
    """What follows from the same fact for the same life never goes either; gives the keys, each with the command."""
    tabel = OVERBRENGING.c
    zelfde = (tabel.van == rij.van, tabel.seq == rij.seq, tabel.naar == rij.naar, tabel.status == "klaar")
    vraag = select(tabel.sleutel, tabel.soort).where(*zelfde, tabel.sleutel.not_like(f"%{TERUG}"))
    rest = [(r.sleutel, r.soort) for r in verbinding.execute(vraag.order_by(tabel.sleutel))]
    return [r for r in rest if _sluit(verbinding, r[0], "vervallen", NIET_BEGONNEN, op)]


def _geef_terug(verbinding: Connection, rij: Overbrenging, sleutel: str, fout: str) -> None:
    """Parts are told back to who gave them, in the name of where they should have gone; once, whatever came before."""
    if overbrengen.staat_er(verbinding, f"{sleutel}{TERUG}"):
        return
    inhoud = verbinding.execute(select(OVERBRENGING.c.inhoud).where(OVERBRENGING.c.sleutel == sleutel)).scalar_one()
    terug = {
        "soort": "BevestigAankomst",
        "in_opgave": rij.naar,
        "bron": rij.seq,
        "mislukt": fout[:HOOGSTENS],
        "delen": json.loads(inhoud)["delen"],
    }
    overbrengen.zet(verbinding, f"{sleutel}{TERUG}", (rij.naar, rij.seq), rij.van, terug)


def eerder_mislukt(verbinding: Connection, sleutel: str, nu: datetime) -> int | None:
    """How often what is said under this key, and under the same key with `:2`, `:3` and so on behind it, failed.

    None while it is on its way or when it arrived, so that it need not be said again; and for a day (`RUST`) after it
    failed, for what was refused just now is refused in a minute as well.
    """
    zelfde = or_(OVERBRENGING.c.sleutel == sleutel, OVERBRENGING.c.sleutel.startswith(f"{sleutel}:", autoescape=True))
    eerder = verbinding.execute(select(OVERBRENGING.c.status, OVERBRENGING.c.gedaan_op).where(zelfde)).all()
    if any(rij.status not in _NIET or nu - rij.gedaan_op < RUST for rij in eerder):
        return None
    return len(eerder)


_VELDEN = (
    *(OVERBRENGING.c.sleutel, OVERBRENGING.c.van, OVERBRENGING.c.seq, OVERBRENGING.c.naar, OVERBRENGING.c.soort),
    *(OVERBRENGING.c.status, OVERBRENGING.c.pogingen, OVERBRENGING.c.fout),
    *(OVERBRENGING.c.aangemaakt_op.label("sinds"), OVERBRENGING.c.niet_voor),
)


def achterblijvers(register: Register, opgave: str | None = None) -> tuple[Achterblijver, ...]:
    """What has not arrived, the oldest first; only what one life says or should hear."""
    vraag = select(*_VELDEN).where(OVERBRENGING.c.status != "gedaan")
    if opgave is not None:
        vraag = vraag.where(or_(OVERBRENGING.c.van == opgave, OVERBRENGING.c.naar == opgave))
    with register.lees() as verbinding:
        weer = _herhaalbaar(verbinding)
        rijen = [Achterblijver(**r, kan_opnieuw=r["sleutel"] in weer) for r in verbinding.execute(vraag).mappings()]
    return tuple(sorted(rijen, key=lambda rij: (rij.sinds, rij.van, rij.seq, rij.sleutel)))


def zet_opnieuw(register: Register, sleutels: Sequence[str] | None = None) -> tuple[str, ...]:
    """Let these commands (or all that may) be carried again, as if for the first time; gives their keys.

    What could not begin goes with what should have begun it. The key stays, so one that did arrive is done once.
    """
    with register.schrijf() as verbinding:
        weer = _herhaalbaar(verbinding)
        genoemd = weer if sleutels is None else [s for s in sleutels if s in weer]
        terug = sorted({sleutel for een in genoemd for sleutel in weer[een]})
        vers = {"status": "klaar", "pogingen": 0, "fout": "", "niet_voor": None, "gedaan_op": None}
        verbinding.execute(update(OVERBRENGING).where(OVERBRENGING.c.sleutel.in_(terug)).values(**vers))
    return tuple(terug)


def _herhaalbaar(verbinding: Connection) -> Mapping[str, tuple[str, ...]]:
    """The commands that may be carried again, each with those that then go as well.

    Not what was refused: the other life would say the same. Nor what went back: it would be there twice.
    """
    mogelijk = or_(OVERBRENGING.c.status.in_(_NIET), OVERBRENGING.c.sleutel.like(f"%{TERUG}"))
    rijen = verbinding.execute(select(*_VELDEN).where(mogelijk)).all()
    teruggegeven = {rij.sleutel.removesuffix(TERUG) for rij in rijen if rij.sleutel.endswith(TERUG)}
    gevonden = dict[str, tuple[str, ...]]()
    for deel in _samen([rij for rij in rijen if rij.status in _NIET]):
        sleutels = tuple(rij.sleutel for rij in deel)
        if all(rij.status == "vervallen" for rij in deel) and teruggegeven.isdisjoint(sleutels):
            gevonden |= dict.fromkeys(sleutels, sleutels)
    return gevonden


def _samen(rijen: Sequence[Any]) -> Iterator[list[Any]]:
    """What begins a life with all that one fact had for it; of the rest each by itself."""
    groepen = dict[Any, list[Any]]()
    for rij in rijen:
        groepen.setdefault((baan(rij), rij.seq), []).append(rij)
    for groep in groepen.values():
        if any(rij.soort == EERSTE for rij in groep):
            yield groep
        else:
            yield from ([rij] for rij in groep)
