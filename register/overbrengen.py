"""What one life has to say to another: written with the fact it follows from, and carried by rounds until it arrived.

A row is taken before it is carried, for a short while, so that two workers don't carry it at once; carried twice it
would still be handled once, because its key is the id of the command.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Connection, insert, select, update

from domain.feit import Feit
from domain.gevolg import Overbrengen
from domain.stand import Begin
from register.tabellen_samen import OVERBRENGING
from register.verbinding import Register

Status = Literal["klaar", "gedaan", "geweigerd", "vervallen"]
EERSTE, DELEN = "StartOpgave", "OntvangDelen"
"""The one command that may begin the life it is for, and the one that gives parts of a life along."""
LANGSTE_SLEUTEL = 70
"""In letters: with what is put behind it, it is still the id of a command."""
HOOGSTENS = 2_000
"""How long the reason is that travels back, in letters."""


@dataclass(frozen=True, slots=True)
class Overbrenging:
    """A command on its way. `inhoud` and `begin` are JSON; `begin` is empty when the other life must be there already.

    `pogingen` counts how often it was taken, `niet_voor` (UTC) is when it may be taken again.
    """

    sleutel: str
    van: str
    seq: int
    naar: str
    soort: str
    inhoud: str
    begin: str
    status: Status
    pogingen: int
    fout: str
    aangemaakt_op: datetime
    niet_voor: datetime | None
    gedaan_op: datetime | None

    @property
    def volgorde(self) -> tuple[datetime, str, int, int]:
        """The oldest first, and what follows from one fact in the order of its effects."""
        return (self.aangemaakt_op, self.van, self.seq, int(self.sleutel.split(":")[2]))


def schrijf(
    verbinding: Connection, feit: Feit, nr: int, gevolg: Overbrengen, doelen: Iterable[tuple[str, Mapping[str, Any]]]
) -> None:
    """Write, in the transaction of the fact, what is to be said to each of these lives.

    Args:
        nr: numbers the effects of one fact.
        doelen: per life the content of the command.
    """
    for naar, inhoud in doelen:
        begin = _begin(naar, gevolg) if inhoud["soort"] == EERSTE else ""
        zet(verbinding, _sleutel(feit, nr, naar), (feit.opgave, feit.seq), naar, inhoud, begin)


def zet(
    verbinding: Connection,
    sleutel: str,
    bron: tuple[str, int],
    naar: str,
    inhoud: Mapping[str, Any],
    begin: str = "",
) -> None:
    """Write one command that is to be carried.

    Args:
        sleutel: names it for good; it is the id of the command.
        bron: the life that says it, and the number of the fact it rests on.
        begin: what the other life starts from, as JSON, when it may not be there yet.
    """
    verbinding.execute(
        insert(OVERBRENGING).values(
            sleutel=sleutel,
            van=bron[0],
            seq=bron[1],
            naar=naar,
            soort=inhoud["soort"],
            inhoud=json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")),
            begin=begin,
            status="klaar",
            pogingen=0,
            fout="",
            aangemaakt_op=datetime.now(UTC),
        )
    )


def staat_er(verbinding: Connection, sleutel: str) -> bool:
    """Whether this command was written before, whatever became of it."""
    vraag = select(OVERBRENGING.c.sleutel).where(OVERBRENGING.c.sleutel == sleutel)
    return verbinding.execute(vraag).scalar() is not None


def _begin(naar: str, gevolg: Overbrengen) -> str:
    """What the other life starts from, as JSON."""
    vast = {"reglement": gevolg.reglement} if gevolg.reglement else {}
    return Begin(opgave=naar, verschuiving_s=gevolg.verschuiving_s, **vast).model_dump_json()


def wek(verbinding: Connection, opgave: str) -> None:
    """This life has begun: what waited for it may go at once."""
    wacht = (OVERBRENGING.c.naar == opgave, OVERBRENGING.c.status == "klaar")
    verbinding.execute(update(OVERBRENGING).where(*wacht).values(niet_voor=None))


def rijen(register: Register, van: str | None = None, status: Status | None = None) -> tuple[Overbrenging, ...]:
    """Everything that was or is to be carried, in order; only from one life, or with one status."""
    vraag = select(OVERBRENGING)
    if van is not None:
        vraag = vraag.where(OVERBRENGING.c.van == van)
    if status is not None:
        vraag = vraag.where(OVERBRENGING.c.status == status)
    with register.lees() as verbinding:
        gevonden = [Overbrenging(**rij) for rij in verbinding.execute(vraag).mappings()]
    return tuple(sorted(gevonden, key=lambda rij: rij.volgorde))


def aan_de_beurt(register: Register, nu: datetime) -> tuple[Overbrenging, ...]:
    """What may go now (UTC): for each pair of lives only the first, for what comes later builds on it."""
    eerste = dict[tuple[str, str], Overbrenging]()
    for rij in rijen(register, status="klaar"):
        eerste.setdefault((rij.van, rij.naar), rij)
    return tuple(rij for rij in eerste.values() if rij.niet_voor is None or rij.niet_voor <= nu)


def neem(register: Register, rij: Overbrenging, tot: datetime) -> bool:
    """Take a row until this moment (UTC). False when another worker was first."""
    zelfde = (OVERBRENGING.c.pogingen == rij.pogingen, OVERBRENGING.c.status == "klaar")
    return _zet(register, rij, zelfde, pogingen=rij.pogingen + 1, niet_voor=tot)


def leg_neer(register: Register, rij: Overbrenging, fout: str, niet_voor: datetime) -> None:
    """It did not go: keep why, and when (UTC) to try again."""
    _zet(register, rij, (OVERBRENGING.c.status == "klaar",), fout=fout, niet_voor=niet_voor)


def vul(register: Register, rij: Overbrenging, inhoud: str) -> None:
    """Keep what is really said, so that saying it again says the same."""
    _zet(register, rij, (OVERBRENGING.c.status == "klaar",), inhoud=inhoud)


def sluit(register: Register, rij: Overbrenging, status: Status, op: datetime, fout: str = "") -> None:
    """It arrived, was refused, or never will arrive; `op` is when (UTC)."""
    _zet(register, rij, (), status=status, gedaan_op=op, fout=fout, niet_voor=None)


def sluit_vervolg(register: Register, rij: Overbrenging, op: datetime, fout: str) -> tuple[Overbrenging, ...]:
    """What follows from the same fact for the same life builds on what did not arrive, so it never goes either."""
    rest = [r for r in rijen(register, rij.van, "klaar") if (r.seq, r.naar) == (rij.seq, rij.naar)]
    for later in rest:
        sluit(register, later, "vervallen", op, fout)
    return tuple(rest)


def geef_terug(register: Register, rij: Overbrenging, fout: str) -> None:
    """Parts that never arrive are told back to who gave them, in the name of where they should have gone."""
    terug = {
        "soort": "BevestigAankomst",
        "in_opgave": rij.naar,
        "bron": rij.seq,
        "mislukt": fout[:HOOGSTENS],
        "delen": json.loads(rij.inhoud)["delen"],
    }
    with register.schrijf() as verbinding:
        zet(verbinding, f"{rij.sleutel}:terug", (rij.naar, rij.seq), rij.van, terug)


def _sleutel(feit: Feit, nr: int, naar: str) -> str:
    """The key, and the id of the command: two long ids would not fit in it, so then a part of the hash stands in."""
    kort = f"{feit.opgave}:{feit.seq}:{nr}"
    lang = f"{kort}:{naar}"
    return lang if len(lang) <= LANGSTE_SLEUTEL else f"{kort}:{sha256(naar.encode()).hexdigest()[:16]}"


def _zet(register: Register, rij: Overbrenging, mits: tuple[Any, ...], **waarden: object) -> bool:
    """What is lost here in a power cut is only done again."""
    with register.schrijf_licht() as verbinding:
        deze = update(OVERBRENGING).where(OVERBRENGING.c.sleutel == rij.sleutel, *mits)
        return verbinding.execute(deze.values(**waarden)).rowcount == 1
