"""Which checkpoint stands at the foot of which mail."""

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select

from domain.controlepunt import Controlepunt
from register import controlepunten
from register.tabellen import UITGAAND

_EERDER = select(UITGAAND.c.sleutel, UITGAAND.c.controlepunt).where(
    UITGAAND.c.sleutel.in_(bindparam("sleutels", expanding=True)), UITGAAND.c.controlepunt.is_not(None)
)


def leg_voet(verbinding: Connection, mails: Mapping[str, str]) -> dict[str, Controlepunt]:
    """The checkpoint for each mail: that of an earlier attempt, or else the newest. Empty before the first one.

    Args:
        mails: by Message-ID the key of the first message in it.
    """
    laatste = controlepunten.nieuwste(verbinding)
    if laatste is None:
        return {}
    eerder = {rij[0]: rij[1] for rij in verbinding.execute(_EERDER, {"sleutels": list(mails.values())})}
    punten = {nr: controlepunten.nieuwste(verbinding, nr) for nr in set(eerder.values())}
    return {id_: punten.get(eerder.get(sleutel)) or laatste for id_, sleutel in mails.items()}
