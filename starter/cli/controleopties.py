"""How a pack is checked: the options that the commands for auditors share, declared once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from typer import Option


@dataclass(frozen=True)
class Controle:
    """How to check before reading: not at all, or with public keys (files or fingerprints) that did not come along."""

    zonder_controle: Annotated[bool, Option("--zonder-controle", help="kijk niet eerst of het pak heel is")] = False
    sleutel: Annotated[
        list[str] | None,
        Option("--sleutel", metavar="SLEUTEL", help="publieke sleutel (bestand of vingerafdruk) om mee te controleren"),
    ] = None

    @property
    def sleutels(self) -> tuple[str, ...]:
        """The keys; none when none was named."""
        return tuple(self.sleutel or ())


@dataclass(frozen=True)
class Ankers:
    """What others kept of the record: checkpoints, hashes and mails, and whose time stamps to trust."""

    anker: Annotated[
        list[str] | None, Option(metavar="A", help="wat een ander bewaarde: controlepunt, hash of een mail (.eml)")
    ] = None
    stempel_ca: Annotated[
        Path | None, Option("--stempel-ca", metavar="PEM", help="certificaat van de tijdstempeldienst")
    ] = None

    @property
    def alle(self) -> tuple[str, ...]:
        """The anchors; none when none was named."""
        return tuple(self.anker or ())
