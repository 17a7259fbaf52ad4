"""Which place and province a Dutch postcode lies in, for Flevoland and the places around it; the rest is unknown.

Only used to see that an imported place contradicts its postcode; nothing is decided on it.
"""

import re
from typing import NamedTuple

from domain.tooi import sleutel

POSTCODE = re.compile(r"([1-9][0-9]{3}) ?(?!SA|SD|SS)[A-Z]{2}")


class Gebied(NamedTuple):
    """A range of four-digit postcodes, through `tot`."""

    van: int
    tot: int
    provincie: str
    plaatsen: tuple[str, ...]


GEBIEDEN = (
    Gebied(1000, 1109, "Noord-Holland", ("Amsterdam",)),
    Gebied(1200, 1223, "Noord-Holland", ("Hilversum",)),
    Gebied(1250, 1252, "Noord-Holland", ("Laren",)),
    Gebied(1261, 1262, "Noord-Holland", ("Blaricum",)),
    Gebied(1270, 1277, "Noord-Holland", ("Huizen",)),
    Gebied(1300, 1379, "Flevoland", ("Almere",)),
    Gebied(1380, 1384, "Noord-Holland", ("Weesp",)),
    Gebied(1398, 1398, "Noord-Holland", ("Muiden",)),
    Gebied(1400, 1406, "Noord-Holland", ("Bussum",)),
    Gebied(1410, 1412, "Noord-Holland", ("Naarden",)),
    Gebied(2490, 2599, "Zuid-Holland", ("'s-Gravenhage", "Den Haag")),
    Gebied(3500, 3585, "Utrecht", ("Utrecht",)),
    Gebied(3800, 3829, "Utrecht", ("Amersfoort",)),
    Gebied(3840, 3849, "Gelderland", ("Harderwijk",)),
    Gebied(3890, 3899, "Flevoland", ("Zeewolde",)),
    Gebied(7600, 7611, "Overijssel", ("Almelo",)),
    Gebied(8000, 8049, "Overijssel", ("Zwolle",)),
    Gebied(8200, 8249, "Flevoland", ("Lelystad",)),
    Gebied(8250, 8254, "Flevoland", ("Dronten",)),
    Gebied(8255, 8255, "Flevoland", ("Swifterbant",)),
    Gebied(8256, 8256, "Flevoland", ("Biddinghuizen",)),
    Gebied(8260, 8269, "Overijssel", ("Kampen",)),
    Gebied(8300, 8305, "Flevoland", ("Emmeloord",)),
    Gebied(8320, 8322, "Flevoland", ("Urk",)),
)


def opmerkingen(postcode: str, plaats: str, provincie: str) -> tuple[str, ...]:
    """What does not fit in a postcode with its place and province, in Dutch; empty what can't be checked."""
    if not postcode:
        return ("de postcode ontbreekt",)
    past = POSTCODE.fullmatch(postcode.upper())
    if past is None:
        return (f"'{postcode}' is geen postcode; die ziet eruit als 8200 AB",)
    gebied = _gebied(int(past[1]))
    zinnen = (_plaats(postcode, plaats, gebied), _provincie(postcode, provincie, gebied))
    return tuple(zin for zin in zinnen if zin)


def _gebied(cijfers: int) -> Gebied | None:
    return next((gebied for gebied in GEBIEDEN if gebied.van <= cijfers <= gebied.tot), None)


def _plaats(postcode: str, plaats: str, gebied: Gebied | None) -> str:
    if not plaats:
        return "de plaats ontbreekt"
    if gebied and not _is(plaats, gebied):
        return f"de plaats {plaats} past niet bij postcode {postcode}: die ligt in {gebied.plaatsen[0]}"
    elders = next((ander for ander in GEBIEDEN if _is(plaats, ander)), None)
    if gebied is None and elders:
        return (
            f"de plaats {plaats} past niet bij postcode {postcode}: daar horen {elders.van} tot en met {elders.tot} bij"
        )
    return ""


def _provincie(postcode: str, provincie: str, gebied: Gebied | None) -> str:
    naam = sleutel(provincie).removeprefix("provincie ")
    if not naam:
        return "de provincie ontbreekt"
    if gebied and naam != sleutel(gebied.provincie):
        return f"{provincie} past niet bij postcode {postcode}: die ligt in {gebied.provincie}"
    return ""


def _is(plaats: str, gebied: Gebied) -> bool:
    return sleutel(plaats) in {sleutel(naam) for naam in gebied.plaatsen}
