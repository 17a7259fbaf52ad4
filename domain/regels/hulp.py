"""What every rule needs: the circumstances of a command, new ids, and looking something up or refusing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import TypeVar

from domain.basis import Afzender, Weigering
from domain.kalender import lokale_datum
from domain.reglement.model import Reglement
from domain.stand import Stand

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

    def spreekt_voor(self, partner: str) -> bool:
        """Whether the sender is this partner."""
        return self.door.functie == "partner" and self.door.namens == partner


def zoek(wat: str, tabel: Mapping[str, T], sleutel: str) -> T:
    """Look up by id. Raises Weigering that names what is unknown and what there is."""
    if sleutel not in tabel:
        raise Weigering(wat, f"Deze {wat} is niet bekend: {sleutel}.", tuple(tabel)[:20])
    return tabel[sleutel]


def nieuw_id(
    stand: Stand, voorstel: str | None, letter: str, tabel: Mapping[str, object], wat: str, al: Collection[str] = ()
) -> str:
    """The proposed id, or the next free one such as `P2`.

    An id is used once in the whole opgave: terms, promises and receipts point at things by id alone.

    Args:
        voorstel: what the sender proposed.
        letter: begin of a made-up id; it is numbered on from the size of `tabel`.
        wat: what gets the id, in Dutch.
        al: ids handed out before in the same command.

    Raises:
        Weigering: the proposed id is taken.
    """
    if voorstel is None:
        nummers = count(len(tabel) + len(al) + 1)
        return next(n for i in nummers if (n := f"{letter}{i}") not in al and not _in_gebruik(stand, n))
    if voorstel in tabel:
        raise Weigering(wat, f"Er bestaat al een {wat} met de id {voorstel}.")
    eis(not _in_gebruik(stand, voorstel), "id", f"De id {voorstel} is in deze opgave al van iets anders.")
    return voorstel


def _in_gebruik(stand: Stand, id_: str) -> bool:
    tabellen: tuple[Mapping[str, object], ...] = (
        *(stand.verzoeken, stand.stappen, stand.trajecten, stand.pilots, stand.evaluaties),
        *(stand.lessen, stand.afspraken, stand.signalen, stand.notities),
        *(stand.rechtsmiddelen, stand.vervangingen),
        *(stand.bijsturingen, stand.escalaties, stand.inbreng),
        *(stand.tafels, stand.intakes, stand.veranderingen, stand.reviews, stand.verbonden, stand.verhalen),
    )
    return any(id_ in tabel for tabel in tabellen)


def eis(voorwaarde: bool, regel: str, reden: str, *ontbreekt: str) -> None:
    """Raise Weigering with this rule and reason unless the condition holds."""
    if not voorwaarde:
        raise Weigering(regel, reden, ontbreekt)
