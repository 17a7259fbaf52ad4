"""What comes: the days of an opgave that are known and that everyone may know."""

from collections.abc import Iterator
from datetime import date

from domain.stand import Stand
from domain.taal.bladen_kaders import Kaderpunt
from domain.woorden import orgaan


def komende_dagen(stand: Stand) -> Iterator[tuple[date, str]]:
    """Meetings of GS and PS, the end of a pilot, a kader that will be worked out; nothing once the life is over.

    Args:
        stand: a state that went through the sieve.
    """
    if stand.leven.voorbij:
        return
    for s in stand.stappen.values():
        if s.status == "voorgelegd" and s.vergadering_op and s.orgaan in ("GS", "PS"):
            yield s.vergadering_op, f"{orgaan(s.orgaan)} vergaderen over: {s.onderwerp or s.naam}"
    for p in stand.pilots.values():
        if p.begonnen and p.plan.eind:
            yield p.plan.eind, f"de proef '{p.titel}' eindigt"
    for blad in stand.bladen.values():
        if isinstance(blad, Kaderpunt) and blad.uiterlijk:
            yield blad.uiterlijk, f"dit is verder uitgewerkt: {blad.tekst}"
