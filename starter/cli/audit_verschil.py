"""`opgave audit verschil`: what is different between two moments, or between what was known and what was true."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from audit.tijd import moment
from audit.tijd.geldig import Geldig, NietGeplaatst, zoals_het_was
from audit.tijd.moment import Boek
from audit.tijd.stand import zoals_bekend
from audit.tijd.standdelen import DELEN
from audit.tijd.tijdlijnzinnen import eigen_zin
from audit.tijd.verschil import Verandering, verschil
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.woorden import datum, gewoon, met_namen
from starter.cli import scherm
from starter.cli.audit_momenten import lees_dag, lees_seq
from starter.cli.audit_pakstaat import Gelezen, lees
from starter.cli.audit_stand import toon_later, toon_over
from starter.cli.controleopties import Controle
from starter.cli.datums import kort
from starter.invoer import Invoerfout

TEKEN = {"nieuw": "erbij", "weg": "weg", "gewijzigd": "anders"}


ZELF = "de opgave"
"""What changed when a part is not a list of things."""


@dataclass(frozen=True)
class Vergelijking:
    """Two states, what they are, and the facts that make the difference.

    `geldig` is given when what was known is set against what was true.
    """

    wat: str
    van: Stand
    tot: Stand
    feiten: tuple[Feit, ...]
    feitkop: str
    over: tuple[NietGeplaatst, ...] = ()
    geldig: Geldig | None = None

    @property
    def veranderingen(self) -> tuple[Verandering, ...]:
        """What is different, part by part."""
        return verschil(self.van, self.tot)


def toon_verschil(
    plek: Path, van: str | None, tot: str | None, kennis: str | None, geldig: bool, controle: Controle, json: bool
) -> None:
    """Show what is different.

    Raises:
        Invoerfout, MomentFout, PakFout: what was asked can't be shown; the text says why.
        Exit: with code 1, the pack is not whole.
    """
    if (kennis is None) == (van is None and tot is None) or (kennis is not None and geldig):
        raise Invoerfout("Geef --van en --tot (een datum of het nummer van een feit), of alleen --kennis DATUM.")
    gelezen = lees(plek, controle, json=json)
    if kennis is not None:
        beide = _kennis(gelezen.boek, kennis)
    elif van is None or tot is None:
        raise Invoerfout("Geef --van en --tot allebei: een datum of het nummer van een feit.")
    else:
        beide = _geldig(gelezen.boek, van, tot) if geldig else _bekend(gelezen.boek, van, tot)
    _json(gelezen, beide) if json else _toon(gelezen, beide)
    gelezen.einde()


def _bekend(boek: Boek, van: str, tot: str) -> Vergelijking:
    begin, eind = lees_seq(boek, van, "--van"), lees_seq(boek, tot, "--tot")
    if eind < begin:
        raise Invoerfout("--tot ligt voor --van.")
    return Vergelijking(
        f"Wat er veranderde na feit {begin}, tot en met feit {eind}",
        zoals_bekend(boek, begin),
        zoals_bekend(boek, eind),
        boek.feiten[begin:eind],
        "Daartussen vastgelegd",
    )


def _geldig(boek: Boek, van: str, tot: str) -> Vergelijking:
    begin, eind = lees_dag(van, "--van"), lees_dag(tot, "--tot")
    if eind < begin:
        raise Invoerfout("--tot ligt voor --van.")
    eerst, dan = zoals_het_was(boek, begin), zoals_het_was(boek, eind)
    al = {f.seq for f in eerst.feiten}
    return Vergelijking(
        f"Wat er werkelijk veranderde na {datum(begin)}, tot en met {datum(eind)}",
        eerst.stand,
        dan.stand,
        tuple(f for f in dan.feiten if f.seq not in al),
        "Daartussen gebeurd",
        dan.niet_geplaatst,
    )


def _kennis(boek: Boek, dag_: str) -> Vergelijking:
    dag = lees_dag(dag_, "--kennis")
    bekend, waar = zoals_bekend(boek, moment.op_dag(boek, dag)), zoals_het_was(boek, dag)
    return Vergelijking(
        f"Wat op {datum(dag)} al zo was, maar nog niet bekend",
        bekend,
        waar.stand,
        waar.later_bekend,
        "Pas later vastgelegd of verbeterd",
        waar.niet_geplaatst,
        waar,
    )


def _json(gelezen: Gelezen, beide: Vergelijking) -> None:
    scherm.json_uit(
        {
            "pak": gelezen.json,
            "wat": beide.wat,
            "feiten": [{"seq": f.seq, "soort": f.inhoud.soort, "zin": eigen_zin(f, beide.tot)} for f in beide.feiten],
            "veranderingen": beide.veranderingen,
            "niet_geplaatst": beide.over,
        }
    )


def _toon(gelezen: Gelezen, beide: Vergelijking) -> None:
    scherm.kop(beide.wat)
    veranderingen = beide.veranderingen
    if not veranderingen:
        scherm.zeg_onder("Er is geen verschil.")
    for deel, groep in groupby(veranderingen, key=lambda v: v.deel):
        scherm.kop(DELEN[deel])
        scherm.tabel(("", "Wat", "Hoe"), [_rij(v, beide.tot) for v in groep])
    if beide.feiten:
        scherm.kop(f"{beide.feitkop} ({len(beide.feiten)})")
        toon_later(beide.geldig) if beide.geldig else _feiten(beide)
    if beide.over:
        toon_over(beide.over)


def _feiten(beide: Vergelijking) -> None:
    rijen = [(str(f.seq), kort(f.gebeurd_op), eigen_zin(f, beide.tot), _later(f)) for f in beide.feiten]
    scherm.tabel(("Feit", "Gebeurd op", "Wat", ""), rijen)


def _later(feit: Feit) -> str:
    return f"vastgelegd op {kort(lokale_datum(feit.vastgelegd_op))}" if feit.laat_vastgelegd else ""


def _rij(v: Verandering, stand: Stand) -> tuple[str, str, str]:
    """One thing: came, went or changed; what it is; which fields say something else."""
    zelf = v.deel == v.id or v.id.isdigit()
    wat = (
        ZELF
        if v.deel == v.id
        else v.wat
        if zelf
        else gewoon(v.id)
        if not v.wat or v.wat == v.id
        else f"{v.id}: {v.wat}"
    )
    hoe = "\n".join(f"{f.veld}: {f.was} > {f.wordt}" for f in v.velden)
    return TEKEN[v.soort], met_namen(wat, stand), met_namen(hoe, stand)
