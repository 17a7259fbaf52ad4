"""How a command is given: the options that every command that changes something has, declared once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starter.cli.opties import Als, Droog, Json, Namens, Op, OpdrachtId

if TYPE_CHECKING:
    from datetime import date

    from domain.basis import Afzender
    from domain.opdracht import Opdracht


@dataclass(frozen=True)
class Hoe:
    """How a command is given: by whom, when it happened, dry or not, readable or JSON. Making one loads no rules."""

    als: Als = None
    namens: Namens = None
    op: Op = None
    opdracht_id: OpdrachtId = None
    droog: Droog = False
    json: Json = False

    def door(self) -> "Afzender":
        """The sender."""
        from starter.cli.omgeving import omgeving
        from starter.cli.wie import afzender

        return afzender(self.als, self.namens, omgeving().uid())

    def gebeurd_op(self) -> "date | None":
        """The day it happened; None is today."""
        from starter.cli.datums import lees_datum
        from starter.cli.omgeving import omgeving

        return lees_datum(self.op, omgeving().vandaag(), "--op") if self.op else None

    def opdracht(self, inhoud: Mapping[str, Any]) -> "Opdracht":
        """The command to send."""
        from starter.invoer import maak_opdracht

        return maak_opdracht(inhoud, self.door(), self.gebeurd_op(), self.opdracht_id)


@dataclass(frozen=True)
class HoeNu(Hoe):
    """The same for what always happens today: without `--op`."""

    op: str | None = None


@dataclass(frozen=True)
class HoeZelf(HoeNu):
    """The same for what one only does oneself and today: without `--namens` and `--op`."""

    namens: str | None = None
