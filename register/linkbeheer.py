"""Links as the manager sees them: to whom they went, until when they work, what was done with them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from register.links import noteer, trek_in
from register.tabellen_partners import LINK, LINKGEBRUIK
from register.verbinding import Register


@dataclass(frozen=True, slots=True)
class Linkrij:
    """One link of an opgave and when it was last used (UTC). No address and no token."""

    id: str
    opgave: str
    organisatie: str
    functie: str
    doel: str
    betreft: str
    aangemaakt_op: datetime
    geldig_tot: datetime
    ingetrokken_op: datetime | None
    gebruikt: int
    laatst_gebruikt_op: datetime | None

    def werkt(self, nu: datetime) -> bool:
        """Whether someone can still come in by it."""
        return self.ingetrokken_op is None and nu < self.geldig_tot


_KOLOMMEN = tuple(LINK.c[naam] for naam in Linkrij.__slots__[:9])


def lijst(register: Register, opgave: str | None = None) -> tuple[Linkrij, ...]:
    """The links of one opgave, or of all, the newest first."""
    gebruik = (func.count(LINKGEBRUIK.c.nr).label("gebruikt"), func.max(LINKGEBRUIK.c.op).label("laatst_gebruikt_op"))
    vraag = select(*_KOLOMMEN, *gebruik).outerjoin(LINKGEBRUIK, LINKGEBRUIK.c.link == LINK.c.id)
    vraag = vraag.group_by(*_KOLOMMEN).order_by(LINK.c.aangemaakt_op.desc(), LINK.c.id)
    if opgave:
        vraag = vraag.where(LINK.c.opgave == opgave)
    with register.lees() as verbinding:
        return tuple(Linkrij(**rij) for rij in verbinding.execute(vraag).mappings())


def intrekken(register: Register, link: str, door: str) -> bool:
    """Make a link stop working; its visits end at once. False when there is no such link, or it was withdrawn before.

    Args:
        door: function and subject id of who does it; it stands in the log of the link.
    """
    if not trek_in(register, link):
        return False
    noteer(register, link, f"ingetrokken door {door}")
    return True
