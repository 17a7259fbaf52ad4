"""Which packs lie in the archive, which are still wished for, and which runs handed facts to the register.

A wish is written in the transaction of the facts that ask for it, so none is lost and none is there for nothing. A run
that hands over its first facts tells that the run before it has ended.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Select, bindparam, delete, insert, or_, select, update

from domain.kern import is_afgerond
from domain.stand import Stand
from register.tabellen_archief import PAK, PAKWENS, RUN
from register.verbinding import Register, vergrendel

Wensreden = Literal["fase", "voortzetting", "afgerond"]

_BEKENDE_RUN = select(RUN.c.run_id).where(RUN.c.run_id == bindparam("run"))
_VORIGE_RUN = select(RUN.c.run_id).where(RUN.c.opgave == bindparam("van")).order_by(RUN.c.vanaf_seq.desc()).limit(1)
_NIEUWE_RUN = insert(RUN)
_NIEUWE_WENS = insert(PAKWENS)


@dataclass(frozen=True, slots=True)
class Wens:
    """A pack that must still be made: with fact `seq` in it, or with the whole of a run that has ended."""

    opgave: str
    run_id: str
    seq: int
    aanleiding: Wensreden
    pogingen: int = 0
    fout: str = ""
    niet_voor: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pakrij:
    """A run as it lies in a pack in the archive; `gesloten`: the whole run, which will never change any more.

    A pack has a row for its last run and one for each run that had ended. `plek` is where it lies, `sha256` the hash of
    its manifest.
    """

    run_id: str
    tot_seq: int
    opgave: str
    aanleiding: str
    plek: str
    sha256: str
    gesloten: bool
    gemaakt_op: datetime


@dataclass(frozen=True, slots=True)
class Runrij:
    """A run that handed facts to the register, from fact `vanaf_seq` on."""

    run_id: str
    opgave: str
    vanaf_seq: int
    gezien_op: datetime


def volg(verbinding: Connection, run: str, voor: Stand, na: Stand, op: datetime) -> None:
    """Write which packs are wished for now that this run brought the opgave from one state to another.

    Args:
        run: the id of the run; without one nothing is written.
        op: when that was (UTC).
    """
    if not run:
        return
    _noteer_run(verbinding, run, voor, op)
    if voor.leven.fase != na.leven.fase and voor.seq:
        _wens(verbinding, na, run, "fase")
    if is_afgerond(na) and not is_afgerond(voor):
        _wens(verbinding, na, run, "afgerond")


def _noteer_run(verbinding: Connection, run: str, voor: Stand, op: datetime) -> None:
    if verbinding.execute(_BEKENDE_RUN, {"run": run}).first():
        return
    vorige = verbinding.execute(_VORIGE_RUN, {"van": voor.opgave}).scalar()
    nieuw = {"run_id": run, "opgave": voor.opgave, "vanaf_seq": voor.seq + 1, "gezien_op": op}
    verbinding.execute(_NIEUWE_RUN, nieuw)
    if vorige:
        _wens(verbinding, voor, vorige, "voortzetting")


def _wens(verbinding: Connection, stand: Stand, run: str, aanleiding: Wensreden) -> None:
    waarden = {"opgave": stand.opgave, "run_id": run, "seq": stand.seq, "aanleiding": aanleiding}
    verbinding.execute(_NIEUWE_WENS, {**waarden, "pogingen": 0, "fout": "", "niet_voor": None})


def wensen(register: Register, opgave: str | None = None) -> tuple[Wens, ...]:
    """What still has to be packed, the longest tried last."""
    vraag = select(PAKWENS).order_by(PAKWENS.c.pogingen, PAKWENS.c.opgave, PAKWENS.c.seq)
    return tuple(Wens(**rij) for rij in _van(register, vraag, PAKWENS, opgave))


def aan_de_beurt(register: Register, nu: datetime) -> tuple[Wens, ...]:
    """The wishes whose moment has come, one for each opgave: one pack may fulfil several."""
    vraag = select(PAKWENS).where(or_(PAKWENS.c.niet_voor.is_(None), PAKWENS.c.niet_voor <= nu))
    vraag = vraag.order_by(PAKWENS.c.pogingen, PAKWENS.c.opgave, PAKWENS.c.seq.desc())
    per_opgave = dict[str, Wens]()
    for rij in _van(register, vraag, PAKWENS, None):
        per_opgave.setdefault(rij["opgave"], Wens(**rij))
    return tuple(per_opgave.values())


def stel_uit(register: Register, wens: Wens, fout: str, niet_voor: datetime) -> None:
    """It did not go: keep why, in Dutch, and when to try again."""
    waarden = {"pogingen": wens.pogingen + 1, "fout": fout, "niet_voor": niet_voor}
    with register.schrijf() as verbinding:
        verbinding.execute(update(PAKWENS).where(*_zelfde(wens)).values(waarden))


def noteer(verbinding: Connection, rijen: Sequence[Pakrij]) -> bool:
    """Write that a pack lies in the archive, and take away the wishes it fulfils. Gives False when it was known."""
    for opgave in {rij.opgave for rij in rijen}:
        vergrendel(verbinding, f"pak:{opgave}")
    nieuw = [rij for rij in rijen if _is_nieuw(verbinding, rij)]
    for rij in nieuw:
        verbinding.execute(insert(PAK).values({kolom.name: getattr(rij, kolom.name) for kolom in PAK.c}))
    for rij in rijen:
        verbinding.execute(delete(PAKWENS).where(PAKWENS.c.opgave == rij.opgave, _vervuld(rij)))
    return bool(nieuw)


def _is_nieuw(verbinding: Connection, rij: Pakrij) -> bool:
    """Not known yet; or known with the same facts, but the run has ended since."""
    zelfde = (PAK.c.run_id == rij.run_id, PAK.c.tot_seq == rij.tot_seq)
    bekend = verbinding.execute(select(PAK.c.gesloten).where(*zelfde)).scalar()
    if bekend is False and rij.gesloten:
        verbinding.execute(delete(PAK).where(*zelfde))
        return True
    return bekend is None


def _vervuld(rij: Pakrij) -> Any:
    """The wishes that this pack fulfils: facts that are in it, and the end of a run that had ended."""
    fase = (PAKWENS.c.aanleiding == "fase") & (PAKWENS.c.seq <= rij.tot_seq)
    einde = (PAKWENS.c.aanleiding != "fase") & (PAKWENS.c.run_id == rij.run_id)
    return fase | einde if rij.gesloten else fase


def pakken(register: Register, opgave: str | None = None) -> tuple[Pakrij, ...]:
    """What lies in the archive, the oldest first."""
    vraag = select(PAK).order_by(PAK.c.opgave, PAK.c.tot_seq, PAK.c.gemaakt_op, PAK.c.run_id)
    return tuple(Pakrij(**rij) for rij in _van(register, vraag, PAK, opgave))


def pak_van_run(register: Register, run: str) -> Pakrij | None:
    """A pack in which the whole of this run lies; None when there is none."""
    vraag = select(PAK).where(PAK.c.run_id == run, PAK.c.gesloten).order_by(PAK.c.tot_seq.desc()).limit(1)
    return next((Pakrij(**rij) for rij in _van(register, vraag, PAK, None)), None)


def gearchiveerde_runs(register: Register) -> frozenset[str]:
    """The ids of all runs that lie whole in a pack."""
    return frozenset(rij["run_id"] for rij in _van(register, select(PAK.c.run_id).where(PAK.c.gesloten), PAK, None))


def runs(register: Register, opgave: str | None = None) -> tuple[Runrij, ...]:
    """The runs that handed facts to the register, per opgave in order."""
    vraag = select(RUN).order_by(RUN.c.opgave, RUN.c.vanaf_seq)
    return tuple(Runrij(**rij) for rij in _van(register, vraag, RUN, opgave))


def _zelfde(wens: Wens) -> Iterable[Any]:
    return (getattr(PAKWENS.c, naam) == getattr(wens, naam) for naam in ("opgave", "run_id", "aanleiding", "seq"))


def _van(register: Register, vraag: Select[Any], tabel: Any, opgave: str | None) -> Iterable[Mapping[str, Any]]:
    if opgave is not None:
        vraag = vraag.where(tabel.c.opgave == opgave)
    with register.lees() as verbinding:
        return [dict(rij) for rij in verbinding.execute(vraag).mappings()]
