"""What one life has to say to another: written with the fact it follows from, and carried by rounds until it arrived.

A row is taken before it is carried, for a short while, so that two workers don't carry it at once; carried twice it
would still be handled once, because its key is the id of the command. What never arrives is in `niet_overgebracht`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, insert, or_, select, tuple_, update

from domain.feit import Feit
from domain.gevolg import Overbrengen
from domain.stand import Begin
from register.overbrengrij import EERSTE, Baan, Overbrenging, Status, baan, plek
from register.tabellen_samen import OVERBRENGING
from register.verbinding import Register

LANGSTE_SLEUTEL = 70
"""In letters: with what is put behind it, it is still the id of a command."""
BEGONNEN = "De andere opgave begon intussen."
"""Noted on a row that is being carried to a life that begins: it may go again at once."""
TEGELIJK = 50
"""How many rows are read whole at a time; of all others only the key is looked at."""

_TABEL = OVERBRENGING.c
_MAG = and_(_TABEL.status == "klaar", or_(_TABEL.niet_voor.is_(None), _TABEL.niet_voor <= bindparam("nu")))
_WACHTEND = select(
    *(_TABEL.sleutel, _TABEL.van, _TABEL.seq, _TABEL.naar, _TABEL.aangemaakt_op, _TABEL.niet_voor)
).where(_TABEL.status == "klaar", tuple_(_TABEL.van, _TABEL.naar).in_(select(_TABEL.van, _TABEL.naar).where(_MAG)))
"""All that waits between two lives of which anything may go."""


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
    vraag = select(_TABEL.sleutel).where(_TABEL.sleutel == sleutel)
    return verbinding.execute(vraag).scalar() is not None


def _begin(naar: str, gevolg: Overbrengen) -> str:
    """What the other life starts from, as JSON."""
    vast = {"reglement": gevolg.reglement} if gevolg.reglement else {}
    return Begin(opgave=naar, verschuiving_s=gevolg.verschuiving_s, **vast).model_dump_json()


def wek(verbinding: Connection, opgave: str) -> None:
    """This life has begun: what waited for it may go at once.

    What somebody is carrying to it just now stays with whoever has it; `leg_neer` then sees that it need not wait.
    """
    wacht = update(OVERBRENGING).where(_TABEL.naar == opgave, _TABEL.status == "klaar")
    verbinding.execute(wacht.where(_TABEL.fout != "").values(niet_voor=None))
    gedragen = wacht.where(_TABEL.fout == "", _TABEL.niet_voor.is_not(None))
    verbinding.execute(gedragen.values(fout=BEGONNEN))


def rijen(register: Register, van: str | None = None, status: Status | None = None) -> tuple[Overbrenging, ...]:
    """Everything that was or is to be carried, lane by lane in order; only from one life, or with one status."""
    vraag = select(OVERBRENGING)
    if van is not None:
        vraag = vraag.where(_TABEL.van == van)
    if status is not None:
        vraag = vraag.where(_TABEL.status == status)
    with register.lees() as verbinding:
        gevonden = [Overbrenging(**rij) for rij in verbinding.execute(vraag).mappings()]
    sinds = dict[Baan, datetime]()
    for rij in gevonden:
        sinds[baan(rij)] = min(rij.aangemaakt_op, sinds.get(baan(rij), rij.aangemaakt_op))
    return tuple(sorted(gevonden, key=lambda rij: (sinds[baan(rij)], baan(rij), plek(rij))))


def aan_de_beurt(register: Register, nu: datetime) -> tuple[Overbrenging, ...]:
    """What may go now (UTC), the oldest first and at most `TEGELIJK`.

    Of each lane only the first, also when that one has to wait: what comes later builds on it.
    """
    with register.lees() as verbinding:
        eerste = dict[Baan, Any]()
        for rij in verbinding.execute(_WACHTEND, {"nu": nu}):
            voor = eerste.setdefault(baan(rij), rij)
            if voor is not rij and plek(rij) < plek(voor):
                eerste[baan(rij)] = rij
        mag = (rij for rij in eerste.values() if rij.niet_voor is None or rij.niet_voor <= nu)
        oudste = sorted(mag, key=lambda rij: (rij.aangemaakt_op, baan(rij)))[:TEGELIJK]
        return _heel(verbinding, [rij.sleutel for rij in oudste], nu)


def _heel(verbinding: Connection, sleutels: Sequence[str], nu: datetime) -> tuple[Overbrenging, ...]:
    """These rows with what they say, in this order; without those that somebody took or closed since."""
    vraag = select(OVERBRENGING).where(_MAG, _TABEL.sleutel.in_(sleutels))
    per = {rij["sleutel"]: Overbrenging(**rij) for rij in verbinding.execute(vraag, {"nu": nu}).mappings()}
    return tuple(per[sleutel] for sleutel in sleutels if sleutel in per)


def neem(register: Register, rij: Overbrenging, tot: datetime) -> Overbrenging | None:
    """Take a row until this moment (UTC); gives it as it is now. None when another worker was first."""
    mijn = replace(rij, pogingen=rij.pogingen + 1, fout="", niet_voor=tot)
    zo = {"pogingen": mijn.pogingen, "fout": mijn.fout, "niet_voor": mijn.niet_voor}
    return mijn if _zet(register, rij, **zo) else None


def leg_neer(register: Register, rij: Overbrenging, fout: str, niet_voor: datetime) -> None:
    """It did not go: keep why, and when (UTC) to try again; at once when the other life began in the meantime.

    Nothing happens when the row was taken by another since: then it is for that one to say.
    """
    with register.schrijf_licht() as verbinding:
        mijn = update(OVERBRENGING).where(_nog_zo(rij))
        gewoon = mijn.where(_TABEL.fout != BEGONNEN).values(fout=fout, niet_voor=niet_voor)
        if not verbinding.execute(gewoon).rowcount:
            verbinding.execute(mijn.values(niet_voor=None))


def vul(register: Register, rij: Overbrenging, inhoud: str) -> bool:
    """Keep what is really said, so that saying it again says the same. False when another has the row now."""
    return _zet(register, rij, inhoud=inhoud)


def sluit(register: Register, rij: Overbrenging, op: datetime) -> None:
    """It arrived; `op` is when (UTC). Whoever carried it may say so: there is one answer to one command."""
    with register.schrijf_licht() as verbinding:
        open_ = update(OVERBRENGING).where(_TABEL.sleutel == rij.sleutel, _TABEL.status == "klaar")
        verbinding.execute(open_.values(status="gedaan", gedaan_op=op, fout="", niet_voor=None))


def _sleutel(feit: Feit, nr: int, naar: str) -> str:
    """The key, and the id of the command: two long ids would not fit in it, so then a part of the hash stands in."""
    kort = f"{feit.opgave}:{feit.seq}:{nr}"
    lang = f"{kort}:{naar}"
    return lang if len(lang) <= LANGSTE_SLEUTEL else f"{kort}:{sha256(naar.encode()).hexdigest()[:16]}"


def _nog_zo(rij: Overbrenging) -> ColumnElement[bool]:
    """The row, when nobody took it or closed it since it was read or taken."""
    zelfde = (_TABEL.pogingen == rij.pogingen, _TABEL.niet_voor == rij.niet_voor)
    return and_(_TABEL.sleutel == rij.sleutel, _TABEL.status == "klaar", *zelfde)


def _zet(register: Register, rij: Overbrenging, **waarden: object) -> bool:
    """What is lost here in a power cut is only done again."""
    with register.schrijf_licht() as verbinding:
        return verbinding.execute(update(OVERBRENGING).where(_nog_zo(rij)).values(**waarden)).rowcount == 1
