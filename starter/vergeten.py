"""Forgetting a person everywhere this program kept them: register, caught mails and the file with errors."""

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from register import contacten
from register.verbinding import Register
from runtime.postvanger import wis_gevangen
from starter.bedrijf import POSTMAP

FOUTENLOG = "fouten.log"


class Vergeten(NamedTuple):
    """What was erased and what is left.

    `feiten` are the facts (opgave, number) in which someone typed the address or name: those can't be changed.
    `schoon` is False when the file of the register may still hold a trace, because another process is busy with it.
    """

    contacten: int
    berichten: int
    feiten: tuple[tuple[str, int], ...]
    schoon: bool


def vergeet(register: Register, gegevensmap: Path, functie: str, organisatie: str, email: str | None) -> Vergeten:
    """Forget the people behind a function, or only the one with this address. May be done again: nothing comes back."""
    weg = contacten.wis(register, functie, organisatie, email)
    sporen = tuple(dict.fromkeys((*contacten.sporen(weg), *((email,) if email else ()))))
    _maak_schoon(gegevensmap / FOUTENLOG, sporen)
    berichten = wis_gevangen(gegevensmap / POSTMAP, sporen)
    return Vergeten(len(weg), berichten, contacten.resten(register, sporen), register.wis_sporen())


def _maak_schoon(pad: Path, waarden: Sequence[str]) -> None:
    """Only a file that names them is written again."""
    with suppress(FileNotFoundError):
        tekst = pad.read_text(encoding="utf-8", errors="replace")
        schoon = tekst
        for waarde in waarden:
            schoon = re.sub(re.escape(waarde), contacten.GEWIST, schoon, flags=re.IGNORECASE)
        if schoon != tekst:
            pad.write_text(schoon, encoding="utf-8")
