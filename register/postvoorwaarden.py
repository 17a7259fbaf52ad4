"""When a message may leave: somebody can be reached today, its moment has come, and the office is open."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, or_, select

from domain.kalender import lokale_datum
from domain.kantoor import na_kantoor
from domain.reglement.register import nieuwste
from register.contacten import geldt
from register.tabellen import CONTACT, UITGAAND

HERINNERING = "herinnering"
BEZORGBAAR = UITGAAND.c.status.in_(("klaar", "geen_adres"))
_WETTELIJK = select(UITGAAND.c.sleutel, UITGAAND.c.inhoud).where(
    UITGAAND.c.status == "klaar", UITGAAND.c.soort == HERINNERING, UITGAAND.c.wettelijk
)


@dataclass(frozen=True)
class Bezorgregels:
    """What holds mail up. `kantooruren`: reminders within office hours only. `per_minuut`: mails, 0 is no limit."""

    kantooruren: bool = False
    per_minuut: int = 0

    def dicht(self, nu: datetime) -> bool:
        """Whether reminders have to wait for the office."""
        return self.kantooruren and volgend_moment(nu) > nu


VRIJ = Bezorgregels()
"""Nothing is held up."""


def met_adres(dag: date | ColumnElement[date]) -> ColumnElement[bool]:
    """Messages to a function that somebody can be reached in on this day."""
    zelfde = and_(CONTACT.c.functie == UITGAAND.c.functie, CONTACT.c.organisatie == UITGAAND.c.organisatie)
    return exists().where(zelfde, geldt(dag))


def nu_en_vandaag() -> tuple[datetime, date]:
    """This moment, and the day it is in Amsterdam."""
    nu = datetime.now(UTC)
    return nu, lokale_datum(nu)


def volgend_moment(moment: datetime) -> datetime:
    """The moment itself when the office is open by the newest rules, otherwise the next at which it opens (UTC)."""
    regels = nieuwste()
    return na_kantoor(moment, regels.post, regels.kalender) if regels.post else moment


def aan_de_beurt(nu: datetime | ColumnElement[datetime], *, dicht: bool) -> ColumnElement[bool]:
    """Messages whose moment has come. `dicht`: reminders wait, but for those that `toch` names (`kan_niet_wachten`)."""
    gekomen = or_(UITGAAND.c.niet_voor.is_(None), UITGAAND.c.niet_voor <= nu)
    if not dicht:
        return gekomen
    toch = UITGAAND.c.sleutel.in_(bindparam("toch", expanding=True))
    return and_(gekomen, or_(UITGAAND.c.soort != HERINNERING, toch))


def kan_niet_wachten(verbinding: Connection, nu: datetime) -> Sequence[str]:
    """Statutory reminders whose last day is over before the office opens."""
    opent = lokale_datum(volgend_moment(nu)).isoformat()
    rijen = verbinding.execute(_WETTELIJK)
    return [rij.sleutel for rij in rijen if rij.inhoud and (json.loads(rij.inhoud).get("uiterlijk") or opent) < opent]
