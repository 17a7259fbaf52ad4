"""`opgave simuleer`: a played life, told as it happens, with what came of it at the end."""

from datetime import date
from pathlib import Path

from typer import Exit

from domain.basis import is_agenda
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.fouten import GEWEIGERD
from starter.cli.omgeving import omgeving
from starter.scenario import Samenvatting
from starter.scenario import simuleer as speel


def simuleer(bestand: Path, uit: Path, json: bool) -> None:
    """Play it. Raises Exit with code 1 when history, fold, receipts and ledger don't agree."""
    klaar = omgeving().wacht_op(speel(bestand, uit, None if json else _vertel))
    if json:
        scherm.json_uit(klaar)
    else:
        _toon(klaar)
    if not klaar.gelijk:
        scherm.meld_fout("\n".join(["Er klopt iets niet:", *klaar.bevindingen]))
        raise Exit(GEWEIGERD)


def _vertel(dag: date, zin: str) -> None:
    scherm.zeg(f"{kort(dag):>22}  {zin}")


def _toon(klaar: Samenvatting) -> None:
    scherm.kop(f"{klaar.opgave}  {klaar.titel}")
    telling = f"{klaar.feiten} feiten, {klaar.besluiten} besluiten, {klaar.herinneringen} herinneringen"
    waar = klaar.toestand if is_agenda(klaar.opgave) else f"{klaar.toestand} in {klaar.fase}"
    paren = (
        ("Periode", f"{kort(klaar.van)} tot {kort(klaar.tot)}, nu {waar}"),
        ("Telling", f"{telling}, {klaar.berichten} berichten, {klaar.weigeringen} weigeringen"),
        ("Dossier", str(klaar.map)),
        ("Controle", klaar.eens),
    )
    scherm.koppeltabel(paren)
