"""Which moment in a life is meant: the end of a day (Amsterdam), or the moment just after one fact.

A day stands for what was recorded through its end. Whoever asks about a day gets the number of the last fact of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from archief.formaat import FEITEN
from archief.pak import Pak, PakFout
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.stand import Begin
from domain.woorden import datum


class MomentFout(Exception):
    """Nothing is known of this moment; the text says why and what can be asked, in Dutch."""


@dataclass(frozen=True)
class Boek:
    """The facts of a pack that lie open, what they start from, and how far the pack looks.

    `tot_seq` is the last fact of the pack, also when it is shielded; `laatste_dag` the day (in the time of the life)
    on which the pack was made; `afgerond` says that nothing can come any more.
    """

    begin: Begin
    feiten: tuple[Feit, ...]
    tot_seq: int
    laatste_dag: date
    afgerond: bool

    @property
    def dicht_vanaf(self) -> int | None:
        """The first fact that is shielded, None when all lie open."""
        return len(self.feiten) + 1 if len(self.feiten) < self.tot_seq else None


def open_boek(pak: Pak) -> Boek:
    """The facts of a pack to look in.

    Raises:
        PakFout: the facts can't be read, or there are none.
    """
    feiten, manifest = pak.feiten, pak.manifest
    if not feiten:
        raise PakFout(f"In {FEITEN} staat geen feit dat te lezen is.", FEITEN)
    if [f.seq for f in feiten] != list(range(1, len(feiten) + 1)):
        raise PakFout(f"De feiten in {FEITEN} zijn niet doorlopend genummerd; er is geen stand van te maken.", FEITEN)
    gemaakt = lokale_datum(manifest.gemaakt_op + timedelta(seconds=manifest.begin.verschuiving_s))
    laatste = max(gemaakt, lokale_datum(feiten[-1].vastgelegd_op))
    return Boek(manifest.begin, feiten, max(manifest.tot_seq, len(feiten)), laatste, manifest.afgerond)


def op_dag(boek: Boek, dag: date) -> int:
    """The last fact that was recorded through the end of a day.

    Raises:
        MomentFout: the day lies before the beginning, after the pack, or from it on the facts are shielded.
    """
    toets_dag(boek, dag, lokale_datum(boek.feiten[0].vastgelegd_op))
    seq = _laatste(boek.feiten, dag)
    if boek.dicht_vanaf and seq == len(boek.feiten):
        raise MomentFout(_dicht(boek.dicht_vanaf))
    return seq


def bij_feit(boek: Boek, seq: int) -> int:
    """The same number, when the pack holds that fact and it lies open. Raises MomentFout."""
    if not 1 <= seq <= boek.tot_seq:
        raise MomentFout(f"Feit {seq} staat niet in dit pak. Kies een nummer van 1 tot en met {boek.tot_seq}.")
    if boek.dicht_vanaf and seq >= boek.dicht_vanaf:
        raise MomentFout(_dicht(boek.dicht_vanaf))
    return seq


def aan_het_eind(boek: Boek) -> int:
    """The last fact of the pack. Raises MomentFout when it is shielded."""
    return bij_feit(boek, boek.tot_seq)


def toets_dag(boek: Boek, dag: date, eerste: date) -> None:
    """Refuse a day that this pack can say nothing about. Raises MomentFout."""
    if dag < eerste:
        raise MomentFout(f"Op {datum(dag)} was deze opgave er nog niet. Zij begint op {datum(eerste)}.")
    if dag > boek.laatste_dag and not boek.afgerond:
        raise MomentFout(
            f"Dit pak gaat tot en met {datum(boek.laatste_dag)}. Wat er op {datum(dag)} gold, staat er niet in; "
            f"vraag een nieuwer pak."
        )


def _laatste(feiten: Sequence[Feit], dag: date) -> int:
    """Recording time never goes back, so the facts through a day are the first so many."""
    return sum(lokale_datum(feit.vastgelegd_op) <= dag for feit in feiten)


def _dicht(vanaf: int) -> str:
    return (
        f"Vanaf feit {vanaf} is de inhoud van feiten in dit pak afgeschermd; van daarna is geen stand te maken. "
        f"Vraag om het vertrouwelijke deel."
    )
