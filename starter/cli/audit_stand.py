"""`opgave audit stand`: where the opgave stood at a moment, as it was known then or as it truly was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from audit.tijd import moment
from audit.tijd.geldig import Geldig, NietGeplaatst, zoals_het_was
from audit.tijd.moment import Boek
from audit.tijd.stand import zoals_bekend
from audit.tijd.tijdlijnzinnen import eigen_zin
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.woorden import datum
from starter.cli import scherm
from starter.cli.audit_momenten import een_van, lees_dag, tijdstip
from starter.cli.audit_pakstaat import Gelezen, lees
from starter.cli.controleopties import Controle
from starter.cli.datums import kort
from starter.cli.toon import als_json, hele_stand


@dataclass(frozen=True)
class Beeld:
    """A state to show: what was asked, the day it is looked at from, and up to which fact was known.

    `laatste` is the last fact that was known; `geldig` is given on the axis of truth only.
    """

    as_: Literal["kennis", "geldig"]
    wat: str
    dag: date
    stand: Stand
    laatste: Feit
    geldig: Geldig | None = None

    @property
    def later(self) -> tuple[Feit, ...]:
        """What was true already and known only later."""
        return self.geldig.later_bekend if self.geldig else ()

    @property
    def over(self) -> tuple[NietGeplaatst, ...]:
        """What has happened by then but has nothing to hold on to."""
        return self.geldig.niet_geplaatst if self.geldig else ()


def stand(plek: Path, op: str | None, bij: int | None, geldig_op: str | None, controle: Controle, json: bool) -> None:
    """Show the state at one moment; without a moment the end of the pack.

    Raises:
        Invoerfout, MomentFout, PakFout: what was asked can't be shown; the text says why.
        Exit: with code 1, the pack is not whole.
    """
    een_van(op=op, bij=bij, geldig_op=geldig_op)
    gelezen = lees(plek, controle, json=json)
    beeld = _beeld(gelezen.boek, op, bij, geldig_op)
    _json(gelezen, beeld) if json else _toon(gelezen, beeld)
    gelezen.einde()


def _beeld(boek: Boek, op: str | None, bij: int | None, geldig_op: str | None) -> Beeld:
    if geldig_op is not None:
        return _geldig(boek, zoals_het_was(boek, lees_dag(geldig_op, "--geldig-op")))
    if op is not None:
        dag = lees_dag(op, "--op")
        return _bekend(boek, moment.op_dag(boek, dag), f"Zoals bekend op {datum(dag)}", dag)
    if bij is not None:
        return _bekend(boek, moment.bij_feit(boek, bij), f"Zoals bekend na feit {bij}")
    return _bekend(boek, moment.aan_het_eind(boek), "Zoals bekend aan het eind van dit pak")


def _bekend(boek: Boek, seq: int, wat: str, dag: date | None = None) -> Beeld:
    feit = boek.feiten[seq - 1]
    return Beeld("kennis", wat, dag or lokale_datum(feit.vastgelegd_op), zoals_bekend(boek, seq), feit)


def _geldig(boek: Boek, geldig: Geldig) -> Beeld:
    wat = f"Zoals het was op {datum(geldig.dag)}, met wat nu bekend is"
    return Beeld("geldig", wat, geldig.dag, geldig.stand, boek.feiten[-1], geldig)


def _json(gelezen: Gelezen, beeld: Beeld) -> None:
    scherm.json_uit(
        {
            "pak": gelezen.json,
            "moment": {"as": beeld.as_, "dag": beeld.dag, "wat": beeld.wat},
            "seq": beeld.laatste.seq,
            "kop": beeld.laatste.hash,
            "later_bekend": [f.seq for f in beeld.later],
            "niet_geplaatst": beeld.over,
            **als_json(beeld.stand),
        }
    )


def _toon(gelezen: Gelezen, beeld: Beeld) -> None:
    scherm.kop(beeld.wat)
    scherm.koppeltabel(_kop(gelezen.boek, beeld))
    scherm.zeg()
    hele_stand(beeld.stand, beeld.dag, nu=False)
    _later(beeld)
    _over(beeld)


def _kop(boek: Boek, beeld: Beeld) -> list[tuple[str, Any]]:
    feit = beeld.laatste
    regels = [
        ("Tot en met", f"feit {feit.seq} van {boek.tot_seq}, vastgelegd op {tijdstip(feit)}"),
        ("Vingerafdruk", feit.hash),
    ]
    if beeld.dag == boek.laatste_dag and not boek.afgerond:
        regels.append(("Let op", "op deze dag is het pak gemaakt; wat daarna nog is vastgelegd, staat er niet in"))
    return regels


def _later(beeld: Beeld) -> None:
    if beeld.geldig and beeld.later:
        scherm.kop(f"Al waar, maar pas later bekend ({len(beeld.later)})")
        toon_later(beeld.geldig)


def toon_later(geldig: Geldig) -> None:
    """What was true already and was recorded later, with both days."""
    rijen = [
        (
            *(str(f.seq), kort(geldig.dagen[f.seq])),
            *(eigen_zin(f, geldig.stand), kort(lokale_datum(f.vastgelegd_op))),
        )
        for f in geldig.later_bekend
    ]
    scherm.tabel(("Feit", "Waar sinds", "Wat", "Bekend op"), rijen)


def _over(beeld: Beeld) -> None:
    if beeld.over:
        toon_over(beeld.over)


def toon_over(over: Sequence[NietGeplaatst]) -> None:
    """Facts that have happened by then but have nothing to hold on to."""
    scherm.kop(f"Niet te plaatsen op deze dag ({len(over)})")
    scherm.tabel(("Feit", "Soort", "Waarom"), [(str(n.seq), n.soort, n.mist) for n in over])
