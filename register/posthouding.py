"""Messages that people hold until they are judged: they go after all, or never. And reminders that are too late."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, and_, select, update

from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.taal.herinneringen import EscalatieVoorgelegd
from domain.taal.termijnen import HerinneringVerstuurd
from register.postvoorwaarden import BEZORGBAAR, HERINNERING, met_adres
from register.tabellen import FEIT, UITGAAND

_ANDERS = frozenset(
    {
        *("TermijnGehaald", "TermijnVervallen", "TermijnOpgeschort"),
        *("TermijnVerlengd", "TermijnHervat", "TermijnHerberekend"),
        *("EscalatieBeslist", "EscalatieVervallen"),
    }
)
"""Facts after which a reminder, or a question whether one may go, can be about something that is no longer so."""


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


def laat_achterhaalde_vervallen(verbinding: Connection, stand: Stand, feiten: Sequence[Feit]) -> None:
    """Reminders are not sent any more when their term ended, stands still or got another last day by these facts.

    Neither is the question whether one may go to bestuurders, once it was decided or needs no answer any more.

    They can lie here for long: gathered, kept for the office, or without an address. One that a deliverer has in hand
    may still go.
    """
    if not any(feit.inhoud.soort in _ANDERS for feit in feiten):
        return
    over = (UITGAAND.c.soort == HERINNERING) | (FEIT.c.soort == "EscalatieVoorgelegd")
    wacht = and_(BEZORGBAAR | (UITGAAND.c.status == "aangehouden"), over)
    feit_van = and_(FEIT.c.opgave == UITGAAND.c.opgave, FEIT.c.seq == UITGAAND.c.seq)
    vraag = select(UITGAAND.c.sleutel, FEIT.c.tekst).join_from(UITGAAND, FEIT, feit_van)
    rijen = verbinding.execute(vraag.where(UITGAAND.c.opgave == stand.opgave, wacht)).all()
    weg = [rij.sleutel for rij in rijen if _achterhaald(stand, Feit.model_validate_json(rij.tekst))]
    if weg:
        verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel.in_(weg)).values(status="vervallen"))


def _achterhaald(stand: Stand, feit: Feit) -> bool:
    f = feit.inhoud
    if isinstance(f, EscalatieVoorgelegd):
        return stand.escalaties[f.escalatie].status != "wacht"
    if not isinstance(f, HerinneringVerstuurd) or f.termijn not in stand.termijnen:
        return False
    termijn = stand.termijnen[f.termijn]
    return termijn.status not in ("loopt", "verstreken") or termijn.einde != f.einde
