"""What every rule needs: the circumstances of a command, new ids, and looking something up or refusing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from domain.basis import Afzender, Weigering
from domain.kalender import lokale_datum
from domain.reglement.model import Reglement

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """The circumstances of one command: now (UTC), the local day of the event, who speaks, and which rules hold."""

    nu: datetime
    op: date
    door: Afzender
    reglement: Reglement

    @property
    def vandaag(self) -> date:
        """The local date of recording."""
        return lokale_datum(self.nu)


def zoek(wat: str, tabel: Mapping[str, T], sleutel: str) -> T:
    """Look up by id. Raises Weigering that names what is unknown and what there is."""
    if sleutel not in tabel:
        raise Weigering(wat, f"Deze {wat} is niet bekend: {sleutel}.", tuple(tabel)[:20])
    return tabel[sleutel]


def nieuw_id(voorstel: str | None, letter: str, tabel: Mapping[str, object], wat: str) -> str:
    """The proposed id, or the next free one such as `P2`. Raises Weigering when the proposed id is taken."""
    if voorstel is None:
        return next(n for i in range(len(tabel) + 1) if (n := f"{letter}{len(tabel) + 1 + i}") not in tabel)
    if voorstel in tabel:
        raise Weigering(wat, f"Er bestaat al een {wat} met de id {voorstel}.")
    return voorstel


def eis(voorwaarde: bool, regel: str, reden: str, *ontbreekt: str) -> None:
    """Raise Weigering with this rule and reason unless the condition holds."""
    if not voorwaarde:
        raise Weigering(regel, reden, ontbreekt)
