"""The time stamp under a checkpoint of a pack: by an authority outside the province (RFC 3161)."""

import base64
from datetime import datetime
from pathlib import Path

from archief.formaat import Controlepuntregel
from runtime.tijdstempel import StempelFout, controleer_stempel, lees_stempel


def toets_stempel(regel: Controlepuntregel, ca: Path | None) -> datetime:
    """The moment that the authority put in the stamp (UTC); without `ca` only what it says is read.

    Raises:
        StempelFout: it is no stamp, not by this authority, or not over this checkpoint.
    """
    punt = regel.controlepunt
    try:
        ruw = base64.b64decode(regel.stempel, validate=True)
    except ValueError:
        raise StempelFout("Dit is geen tijdstempel.") from None
    stempel = lees_stempel(ruw) if ca is None else controleer_stempel(ruw, punt.stempelbytes, ca)
    if stempel.over != punt.eigen_hash:
        raise StempelFout("Het tijdstempel gaat over iets anders dan dit controlepunt.")
    return stempel.van
