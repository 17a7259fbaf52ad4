"""The checkpoints in the register, the oldest first."""

import base64
import json

from pydantic import TypeAdapter
from sqlalchemy import RowMapping, select

from domain.controlepunt import Blad, Controlepunt
from register.tabellen_archief import CONTROLEPUNT
from register.verbinding import Register

_BLADEN = TypeAdapter(tuple[Blad, ...])


def lijst(register: Register) -> tuple[tuple[Controlepunt, tuple[Blad, ...], str], ...]:
    """Every checkpoint with its leaves, and its time stamp in base64 (empty when there is none)."""
    with register.lees() as verbinding:
        rijen = verbinding.execute(select(CONTROLEPUNT).order_by(CONTROLEPUNT.c.nr)).mappings().all()
    return tuple((_punt(rij), _BLADEN.validate_python(json.loads(rij["bladen"])), _stempel(rij)) for rij in rijen)


def _punt(rij: RowMapping) -> Controlepunt:
    return Controlepunt.model_validate({naam: rij[naam] for naam in Controlepunt.model_fields})


def _stempel(rij: RowMapping) -> str:
    return base64.b64encode(rij["stempel"]).decode("ascii") if rij["stempel"] else ""
