"""`opgave verwachting --houd-aan` and `--later`: what moves if something is held over or comes later."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.basis import Model
from domain.duur import Duur
from domain.stand import Stand
from domain.verwachting.model import Vraag, Watals
from domain.verwachting.speel import HORIZON
from domain.verwachting.watals import houd_aan, later
from domain.woorden import gewoon, met_namen
from starter.cli import scherm
from starter.cli.datums import kort, lees_datum
from starter.invoer import Invoerfout, lees_model

_DAGEN = {"d": 1.0, "w": 7.0, "m": 30.44, "j": 365.25, "wd": 1.4}


class _Later(Model):
    """How much later, as people type it."""

    duur: Duur


@dataclass(frozen=True)
class Watalsvraag:
    """What is asked besides: a step that is held over (until a day, or so many meetings), or who comes later."""

    houd_aan: str | None = None
    tot: str | None = None
    keer: int = 1
    later: str | None = None


def reken(stand: Stand, vraag: Vraag, wens: Watalsvraag) -> Watals | None:
    """What moves; None when nothing was asked. Raises Invoerfout for what doesn't go together."""
    if wens.houd_aan and wens.later:
        raise Invoerfout("Kies --houd-aan of --later, niet allebei.")
    if (wens.tot or wens.keer != 1) and not wens.houd_aan:
        raise Invoerfout("--tot en --keer horen bij --houd-aan.")
    if wens.houd_aan:
        tot = lees_datum(wens.tot, vraag.vandaag, "--tot") if wens.tot else None
        if tot is not None and tot < vraag.vandaag:
            raise Invoerfout("--tot ligt in het verleden.")
        if tot is not None and tot > vraag.vandaag + HORIZON:
            raise Invoerfout("--tot ligt te ver weg. Verder dan tien jaar vooruit wordt niet gekeken.")
        return houd_aan(stand, vraag, wens.houd_aan, wens.keer, tot)
    return later(stand, vraag, *_lees_later(wens.later)) if wens.later else None


def _lees_later(tekst: str) -> tuple[str, int]:
    wie, is_, duur = tekst.rpartition("=")
    if not (wie and is_):
        raise Invoerfout("--later: schrijf wie en hoeveel later, zoals waterschap=4w.")
    gelezen = lees_model(_Later, {"duur": duur.strip()}).duur
    dagen = round(gelezen.aantal * _DAGEN[gelezen.eenheid])
    if dagen > HORIZON.days:
        raise Invoerfout(f"--later: {gelezen.voluit} is te lang. Verder dan tien jaar vooruit wordt niet gekeken.")
    return wie.strip(), dagen


def als_json(gevolg: Watals) -> dict[str, Any]:
    rijen = [r.model_dump(mode="json") | {"dagen": r.dagen} for r in gevolg.rijen]
    return gevolg.model_dump(mode="json") | {"rijen": rijen}


def toon(stand: Stand, gevolg: Watals, *, haltes: bool) -> None:
    """First what it does to the end, then every step that moves; halts of proposals only when asked for."""
    scherm.zeg(f"Wat er schuift. {met_namen(gevolg.ingreep, stand)}.", "bold")
    laatste = max((r for r in gevolg.later if r.wordt), key=lambda r: r.wordt or date.min, default=None)
    if laatste is not None and laatste.dagen:
        scherm.zeg(f"De laatste stap komt {_later(laatste.dagen)}: {kort(laatste.wordt)}.")
    schuift = (r for r in gevolg.later if haltes or not _is_halte(r.sleutel))
    rijen = [(r.wat, met_namen(r.wie, stand), kort(r.was), kort(r.wordt), _later(r.dagen)) for r in schuift]
    scherm.tabel(("Wat", "Wie", "Was", "Wordt", "Verschil"), rijen, "Er schuift niets.")
    for v in gevolg.verstrijkt:
        scherm.let_op(
            f"Let op: deze termijn ({gewoon(v.soort)}) verstrijkt dan op {kort(v.einde)}: {met_namen(v.wat, stand)}."
        )
    for zin in gevolg.waarschuwingen:
        scherm.let_op(f"Let op: {zin}")


def _is_halte(sleutel: str) -> bool:
    return sleutel.startswith("stap:") and sleutel.count(":") == 2


def _later(dagen: int) -> str:
    return f"{abs(dagen)} dag{'en' if abs(dagen) != 1 else ''} {'later' if dagen > 0 else 'eerder'}"
