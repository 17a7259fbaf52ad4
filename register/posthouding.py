"""Messages that people hold: they wait for a judgement, and go out after all or never."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, and_, update

from domain.kalender import lokale_datum
from register.postvoorwaarden import BEZORGBAAR, met_adres
from register.tabellen import UITGAAND


def houd_aan(verbinding: Connection, opgave: str, stappen: Sequence[str]) -> None:
    """Messages about these steps that are not sent yet wait. One that a deliverer has in hand may still go.

    A message that was put together with others leaves that mail: when it goes after all, it is a mail of its own.
    """
    over = _over(opgave, stappen)
    verbinding.execute(update(UITGAAND).where(over, BEZORGBAAR).values(status="aangehouden", zending=None))


def geef_vrij(verbinding: Connection, opgave: str, stappen: Sequence[str]) -> None:
    """Messages about these steps that waited go out after all."""
    gehouden = and_(_over(opgave, stappen), UITGAAND.c.status == "aangehouden")
    bereikbaar = met_adres(lokale_datum(datetime.now(UTC)))
    for naar, wie in (("klaar", bereikbaar), ("geen_adres", ~bereikbaar)):
        verbinding.execute(update(UITGAAND).where(gehouden, wie).values(status=naar))


def laat_vervallen(verbinding: Connection, opgave: str, stappen: Sequence[str]) -> None:
    """Messages about these steps that waited are not sent any more; they stay to be seen."""
    gehouden = and_(_over(opgave, stappen), UITGAAND.c.status == "aangehouden")
    verbinding.execute(update(UITGAAND).where(gehouden).values(status="vervallen"))


def _over(opgave: str, stappen: Sequence[str]) -> ColumnElement[bool]:
    return and_(UITGAAND.c.opgave == opgave, UITGAAND.c.betreft.in_(stappen))
