"""How long things took, kept per opgave as its state says, and read back over all of them for a forecast."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from domain.stand import Stand
from domain.verwachting.doorlooptijden import Doorlooptijden, Maat, gemeten, uit_maten
from domain.verwachting.model import Vraag
from register import organen
from register.tabellen import FEIT
from register.tabellen_samen import DOORLOOPTIJD
from register.verbinding import Register

_WIS = delete(DOORLOOPTIJD).where(DOORLOOPTIJD.c.opgave == bindparam("van_opgave"))
_NIEUW = insert(DOORLOOPTIJD)
_GESLOTEN = select(FEIT.c.gebeurd_op).where(
    FEIT.c.opgave == bindparam("van_opgave"), FEIT.c.soort == "OpgaveAfgesloten"
)
_ALLES = select(DOORLOOPTIJD.c.soort, DOORLOOPTIJD.c.code, DOORLOOPTIJD.c.wie, DOORLOOPTIJD.c.dagen)


def werk_bij(verbinding: Connection, voor: Stand, na: Stand) -> None:
    """Write anew what this opgave took, when that changed: something ended, or a record was corrected.

    The facts are in the register already: of a life that was closed, the day of that is read there.
    """
    klaar = na.leven.toestand == "afgerond"
    gesloten = verbinding.execute(_GESLOTEN, {"van_opgave": na.opgave}).scalar() if klaar else None
    maten = gemeten(na, gesloten)
    if maten == gemeten(voor, gesloten):
        return
    verbinding.execute(_WIS, {"van_opgave": na.opgave})
    if maten:
        verbinding.execute(_NIEUW, [_rij(na.opgave, maat) for maat in maten])


def gezien(register: Register, *, zonder: str | None = None) -> Doorlooptijden:
    """All lead times that were seen, in days; `zonder` leaves one opgave out, to test a forecast of it."""
    vraag = _ALLES if zonder is None else _ALLES.where(DOORLOOPTIJD.c.opgave != zonder)
    with register.lees() as verbinding:
        return uit_maten((rij.soort, rij.code, rij.wie, rij.dagen) for rij in verbinding.execute(vraag))


def vraag(register: Register, vandaag: date, vorm: str | None = None, *, zonder: str | None = None) -> Vraag:
    """What the register knows beside the state of an opgave: the calendars of all bodies, and the lead times seen."""
    kalenders = {orgaan: organen.kalender(register, orgaan) for orgaan in organen.bekend(register)}
    return Vraag(
        vandaag=vandaag,
        kalenders={orgaan: kalender for orgaan, kalender in kalenders.items() if kalender is not None},
        gezien=gezien(register, zonder=zonder),
        vorm=vorm,
    )


def _rij(opgave: str, maat: Maat) -> dict[str, Any]:
    return {"opgave": opgave, "dagen": maat.dagen, **maat.model_dump()}
