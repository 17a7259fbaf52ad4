"""Opening a pack to read in: first one line on whether it is whole, then whatever was asked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer import Exit

from archief.pak import Pak, open_pak
from audit.controle import controleer
from audit.oordeel import Oordeel
from audit.tijd.moment import Boek, open_boek
from starter.cli import scherm
from starter.cli.controleopties import Controle
from starter.cli.fouten import GEWEIGERD

NIET_GECONTROLEERD = "Dit pak is NIET gecontroleerd. Zie: opgave audit controleer"


@dataclass(frozen=True)
class Gelezen:
    """An opened pack: its facts, and the verdict over it, None when nobody asked for one."""

    pak: Pak
    boek: Boek
    oordeel: Oordeel | None

    @property
    def json(self) -> dict[str, Any]:
        """What the pack is, for programs; `heel` is null when it was not checked."""
        manifest = self.pak.manifest
        return {
            "opgave": manifest.opgave,
            "tot_seq": manifest.tot_seq,
            "kop": manifest.kop,
            "heel": self.oordeel.heel if self.oordeel else None,
            "bevindingen": self.oordeel.aantal if self.oordeel else None,
            "zin": _zin(self.oordeel),
        }

    def einde(self) -> None:
        """The exit code of a reading command. Raises Exit with 1 when the pack is not whole."""
        if self.oordeel is not None and not self.oordeel.heel:
            raise Exit(GEWEIGERD)


def lees(plek: Path, controle: Controle, *, json: bool) -> Gelezen:
    """Open the pack in this place, and say at once whether it is whole; with JSON only when it is not.

    Raises:
        PakFout: there is no pack, or its facts can't be read.
    """
    pak = open_pak(plek)
    oordeel = None if controle.zonder_controle else controleer(pak, sleutels=controle.sleutels)
    _zeg(oordeel, json)
    return Gelezen(pak, open_boek(pak), oordeel)


def _zin(oordeel: Oordeel | None) -> str:
    if oordeel is None:
        return NIET_GECONTROLEERD
    if oordeel.heel:
        return "Dit pak is heel."
    bevindingen = "1 bevinding" if oordeel.aantal == 1 else f"{oordeel.aantal} bevindingen"
    return f"LET OP: dit pak is NIET heel ({bevindingen}); zie opgave audit controleer"


def _zeg(oordeel: Oordeel | None, json: bool) -> None:
    heel = oordeel is not None and oordeel.heel
    if not json:
        scherm.zeg(_zin(oordeel), "green" if heel else "bold red" if oordeel else "yellow")
    elif oordeel is not None and not heel:
        scherm.let_op(_zin(oordeel))
