"""The public keys of this engine, and the statements by which one followed the other."""

from sqlalchemy import select

from domain.sleutelwissel import Sleutel, Sleutelwissel
from register.tabellen_archief import SLEUTEL
from register.verbinding import Register


def lijst(register: Register) -> tuple[tuple[Sleutel, ...], tuple[Sleutelwissel, ...]]:
    """The keys in order of time, and the changes from each to the next."""
    with register.lees() as verbinding:
        rijen = verbinding.execute(select(SLEUTEL).order_by(SLEUTEL.c.vanaf, SLEUTEL.c.sleutel_id)).mappings().all()
    sleutels = tuple(Sleutel(**{naam: rij[naam] for naam in Sleutel.model_fields}) for rij in rijen)
    return sleutels, tuple(Sleutelwissel.model_validate_json(rij["wissel"]) for rij in rijen if rij["wissel"])
