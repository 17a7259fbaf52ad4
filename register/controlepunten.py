"""The checkpoints in the register: made one after another, kept as what changed, and handed out with proof per opgave.

Of each checkpoint only the leaves are kept that differ from the one before (`register.bladen`): a day on which ten of
five hundred opgaven moved costs ten leaves. What a checkpoint was follows from all rows up to it.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, RowMapping, and_, bindparam, func, insert, select, update

from domain.controlepunt import SOORT, Blad, Controlepunt, Controlepuntinhoud, Insluiting, wortel
from domain.keten import GEEN, te_tekenen
from domain.spoor import ALLE
from register.bladen import Bladerboek, spoor_van, verschil
from register.grootboek import Grootboekregel, Tekenaar
from register.spoor import laatste_hash, laatste_hashes
from register.tabellen import GROOTBOEK, OPGAVE, UITGAAND
from register.tabellen_archief import CONTROLEPUNT
from register.verbinding import Register, vergrendel

_OP_VOLGORDE = select(CONTROLEPUNT).order_by(CONTROLEPUNT.c.nr)
_NIEUWSTE = select(CONTROLEPUNT).order_by(CONTROLEPUNT.c.nr.desc()).limit(1)
_MET_NUMMER = select(CONTROLEPUNT).where(CONTROLEPUNT.c.nr == bindparam("welk"))


PROVINCIE = "provincie"


@dataclass(frozen=True)
class Gemaakt:
    """The newest checkpoint. `nieuw`: it was made now. `terug`: opgaven that were further in the one before, or gone.

    The last should never be: somebody put back an old register, or took facts out of it.
    """

    punt: Controlepunt
    nieuw: bool
    terug: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pakpunt:
    """A checkpoint as it goes into a pack: the fields of `archief.formaat.Controlepuntregel`."""

    controlepunt: Controlepunt
    insluiting: Insluiting | None
    stempel: str
    gezien_door: tuple[str, ...]
    bladen: tuple[Blad, ...] = ()


def maak(register: Register, tekenaar: Tekenaar, nu: datetime, *, niet_binnen: timedelta = timedelta(0)) -> Gemaakt:
    """Make the next checkpoint, over all opgaven as they are in this one transaction.

    Args:
        nu: the moment that stands in it (UTC); never before that of the last one.
        niet_binnen: when the last one is younger than this, that one is given: two workers at once make one. One that
            lies further ahead than this came from a clock that was wrong, and holds up nothing.
    """
    with register.schrijf() as verbinding:
        vergrendel(verbinding, "controlepunt")
        boek, laatste = _lees_alles(verbinding)
        op = max(nu, laatste.op) if laatste else nu
        if laatste and abs(nu - laatste.op) < niet_binnen:
            return Gemaakt(laatste, False)
        oud, bladen = {b.opgave: b for b in boek.bladen}, _bladen(verbinding)
        inhoud = Controlepuntinhoud(
            nr=laatste.nr + 1 if laatste else 1,
            op=op,
            aantal=len(bladen),
            wortel=wortel(bladen),
            vorige=laatste.eigen_hash if laatste else GEEN,
            spoor=laatste_hash(verbinding, ALLE),
        )
        punt = _teken(inhoud, tekenaar)
        verbinding.execute(insert(CONTROLEPUNT).values(_rij(punt, verschil(oud, bladen, punt.spoor))))
    nieuw = {b.opgave: b.seq for b in bladen}
    return Gemaakt(punt, True, tuple(o for o, b in sorted(oud.items()) if nieuw.get(o, 0) < b.seq))


def lijst(register: Register) -> tuple[Controlepunt, ...]:
    """Every checkpoint, the oldest first."""
    with register.lees() as verbinding:
        return tuple(punt for punt, _ in _met_stempel(verbinding, Bladerboek()))


def nieuwste(verbinding: Connection, nr: int | None = None) -> Controlepunt | None:
    """The newest checkpoint, or the one with this number; None when it is not there."""
    if nr is None:
        rij = verbinding.execute(_NIEUWSTE).mappings().first()
    else:
        rij = verbinding.execute(_MET_NUMMER, {"welk": nr}).mappings().first()
    return _punt(rij) if rij else None


def voor_pak(register: Register, opgave: str, tot_seq: int | None = None) -> tuple[Pakpunt, ...]:
    """Every checkpoint, with proof from the first one on in which this opgave stands; the newest with all leaves.

    Args:
        tot_seq: the fact in which the pack ends. A checkpoint that was made since and is further is left out.
    """
    with register.lees() as verbinding:
        gezien, boek, punten = _gezien(verbinding), Bladerboek(), list[Pakpunt]()
        for punt, stempel in _met_stempel(verbinding, boek):
            insluiting = boek.insluiting(opgave)
            if insluiting and tot_seq is not None and insluiting.blad.seq > tot_seq:
                boek = _boek_tot(verbinding, punt.nr - 1)
                break
            punten.append(Pakpunt(punt, insluiting, stempel, gezien.get(punt.nr, ())))
    return (*punten[:-1], *(replace(punt, bladen=boek.bladen) for punt in punten[-1:]))


def bewaar_stempel(register: Register, nr: int, stempel: bytes) -> None:
    """Keep the time stamp of a checkpoint; one that is there stays."""
    waar = and_(CONTROLEPUNT.c.nr == nr, CONTROLEPUNT.c.stempel.is_(None))
    with register.schrijf() as verbinding:
        verbinding.execute(update(CONTROLEPUNT).where(waar).values(stempel=stempel))


def zonder_stempel(register: Register, vanaf: int) -> tuple[Controlepunt, ...]:
    """The checkpoints from this number on that were not stamped, the newest first."""
    vraag = select(CONTROLEPUNT).where(CONTROLEPUNT.c.nr >= vanaf, CONTROLEPUNT.c.stempel.is_(None))
    with register.lees() as verbinding:
        rijen = verbinding.execute(vraag.order_by(CONTROLEPUNT.c.nr.desc())).mappings()
        return tuple(_punt(rij) for rij in rijen)


def _lees_alles(verbinding: Connection) -> tuple[Bladerboek, Controlepunt | None]:
    """The leaves of the newest checkpoint, and that checkpoint."""
    boek, laatste = Bladerboek(), None
    for rij in verbinding.execute(_OP_VOLGORDE).mappings():
        boek.lees(rij["bladen"])
        laatste = rij
    return boek, _punt(laatste) if laatste else None


def _boek_tot(verbinding: Connection, nr: int) -> Bladerboek:
    boek = Bladerboek()
    for rij in verbinding.execute(_OP_VOLGORDE.where(CONTROLEPUNT.c.nr <= nr)).mappings():
        boek.lees(rij["bladen"])
    return boek


def _met_stempel(verbinding: Connection, boek: Bladerboek) -> Iterator[tuple[Controlepunt, str]]:
    """Each checkpoint with its time stamp in base64, while `boek` goes along with it."""
    for rij in verbinding.execute(_OP_VOLGORDE).mappings():
        boek.lees(rij["bladen"])
        yield _punt(rij, boek.spoor), base64.b64encode(rij["stempel"]).decode("ascii") if rij["stempel"] else ""


def _bladen(verbinding: Connection) -> tuple[Blad, ...]:
    """Where every opgave is. Head and ledger come from one statement, so that on PostgreSQL too they agree."""
    laatste = select(GROOTBOEK.c.opgave, func.max(GROOTBOEK.c.tot_seq).label("tot")).group_by(GROOTBOEK.c.opgave)
    tot = laatste.subquery()
    bron = OPGAVE.outerjoin(tot, tot.c.opgave == OPGAVE.c.id).outerjoin(
        GROOTBOEK, and_(GROOTBOEK.c.opgave == tot.c.opgave, GROOTBOEK.c.tot_seq == tot.c.tot)
    )
    vraag = select(OPGAVE.c.id, OPGAVE.c.seq, OPGAVE.c.kop, *(k.label(f"regel_{k.name}") for k in GROOTBOEK.c))
    rijen = verbinding.execute(vraag.select_from(bron)).mappings().all()
    sporen = laatste_hashes(verbinding)
    return tuple(_blad(rij, sporen) for rij in sorted(rijen, key=lambda rij: str(rij["id"])))


def _blad(rij: RowMapping, sporen: dict[str, str]) -> Blad:
    regel = {kolom.name: rij[f"regel_{kolom.name}"] for kolom in GROOTBOEK.c}
    return Blad(
        opgave=rij["id"],
        seq=rij["seq"],
        kop=rij["kop"],
        grootboek=Grootboekregel.model_construct(**regel).eigen_hash if regel["opgave"] else GEEN,
        spoor=sporen.get(rij["id"], GEEN),
    )


def _gezien(verbinding: Connection) -> dict[int, tuple[str, ...]]:
    """To which organisations a mail with this checkpoint at its foot was sent; the province itself does not count."""
    vraag = (
        select(UITGAAND.c.controlepunt, UITGAAND.c.organisatie)
        .where(UITGAAND.c.controlepunt.is_not(None), UITGAAND.c.status == "verzonden")
        .where(UITGAAND.c.organisatie != PROVINCIE)
        .distinct()
    )
    per: dict[int, tuple[str, ...]] = {}
    for nr, organisatie in sorted((rij[0], rij[1]) for rij in verbinding.execute(vraag)):
        per[nr] = (*per.get(nr, ()), organisatie)
    return per


def _teken(inhoud: Controlepuntinhoud, tekenaar: Tekenaar) -> Controlepunt:
    handtekening = tekenaar.teken(te_tekenen(SOORT, inhoud.bytes_))
    return Controlepunt(**inhoud.model_dump(), handtekening=handtekening, sleutel_id=tekenaar.sleutel_id)


def _rij(punt: Controlepunt, bladen: str) -> dict[str, object]:
    return {**punt.model_dump(exclude={"spoor"}), "bladen": bladen}


def _punt(rij: RowMapping, spoor: str | None = None) -> Controlepunt:
    velden = {naam: rij[naam] for naam in Controlepunt.model_fields if naam != "spoor"}
    return Controlepunt.model_validate({**velden, "spoor": spoor or spoor_van(rij["bladen"])})
