"""Which opgaven one meeting of a body is about: the states from which its agenda is made."""

from datetime import date

from sqlalchemy import select, union

from domain.regels.leven import ONTVANGST
from domain.stand import Stand
from register.tabellen import BESLUITENLIJST, OPGAVE, VOORSTEL, WACHTPOST
from register.verbinding import Register

_WACHT = ("besluit", "bevestigen", "afspraak")
"""What can still lie open for a body when nothing of that opgave is in its inbox any more."""


def standen(register: Register, orgaan: str, dag: date) -> tuple[Stand, ...]:
    """The opgaven that may have something for this body on this day, by id, as last recorded.

    Rather one too many than one too few: whether it is this body and this day, the state itself says. The promise with
    which every opgave begins is none to a body.
    """
    ligt = VOORSTEL.c.status.in_(("voorgelegd", "aangehouden")) | (VOORSTEL.c.vergadering_op == dag)
    kandidaten = union(
        select(VOORSTEL.c.opgave).where(VOORSTEL.c.orgaan == orgaan, ligt),
        select(WACHTPOST.c.opgave).where(WACHTPOST.c.soort.in_(_WACHT), WACHTPOST.c.id != ONTVANGST),
        select(BESLUITENLIJST.c.opgave).where(BESLUITENLIJST.c.orgaan == orgaan, BESLUITENLIJST.c.op == dag),
    )
    vraag = select(OPGAVE.c.stand).where(OPGAVE.c.id.in_(kandidaten)).order_by(OPGAVE.c.id)
    with register.lees() as verbinding:
        return tuple(Stand.model_validate_json(tekst) for tekst in verbinding.execute(vraag).scalars())


def organen(register: Register) -> tuple[str, ...]:
    """The bodies that ever had something put before them."""
    with register.lees() as verbinding:
        return tuple(verbinding.execute(select(VOORSTEL.c.orgaan).distinct().order_by(VOORSTEL.c.orgaan)).scalars())
