"""Forgetting a person everywhere this program kept them: register, caught mails and the file with errors."""

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from domain.briefje import Briefjes
from register import contacten
from register.verbinding import Register
from runtime.bestanden import plaats
from runtime.postvanger import wis_gevangen
from starter.bedrijf import POSTMAP
from starter.invoer import Invoerfout
from starter.schijffout import waarom

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


def vergeet(
    register: Register,
    gegevensmap: Path,
    functie: str,
    organisatie: str,
    email: str | None,
    briefje: Path | None = None,
) -> Vergeten:
    """Forget the people behind a function, or only the one with this address. May be done again: nothing comes back.

    With `briefje` the slip that opens their seals is written there first, for the personnel file.

    Raises:
        Invoerfout: there is nobody to write a slip of, or it can't be written; nobody is forgotten then.
    """
    if briefje is not None:
        schrijf_briefje(register, functie, organisatie, email, briefje)
    weg = contacten.wis(register, functie, organisatie, email)
    sporen = tuple(dict.fromkeys((*contacten.sporen(weg), *((email,) if email else ()))))
    _maak_schoon(gegevensmap / FOUTENLOG, sporen)
    berichten = wis_gevangen(gegevensmap / POSTMAP, sporen)
    return Vergeten(len(weg), berichten, contacten.resten(register, sporen), register.wis_sporen())


def schrijf_briefje(register: Register, functie: str, organisatie: str, email: str | None, doel: Path) -> int:
    """Write the slip of the people behind a function, readable by its owner alone; gives of how many.

    Raises:
        Invoerfout: there is nobody, or the file is there already or can't be made.
    """
    gevonden = contacten.briefjes(register, functie, organisatie, email)
    if not gevonden:
        raise Invoerfout("Dit contact is er niet, dus er is geen briefje van te maken.")
    inhoud = f"{Briefjes(briefjes=gevonden).model_dump_json(indent=1)}\n".encode()
    try:
        nieuw = plaats(doel, inhoud, 0o600)
    except OSError as fout:
        raise Invoerfout(f"--briefje: {doel} is niet te schrijven ({waarom(fout)}).") from None
    if not nieuw:
        raise Invoerfout(f"--briefje: {doel} bestaat al; een briefje wordt nooit overschreven.")
    return len(gevonden)


def _maak_schoon(pad: Path, waarden: Sequence[str]) -> None:
    """Only a file that names them is written again."""
    with suppress(FileNotFoundError):
        tekst = pad.read_text(encoding="utf-8", errors="replace")
        schoon = tekst
        for waarde in waarden:
            schoon = re.sub(re.escape(waarde), contacten.GEWIST, schoon, flags=re.IGNORECASE)
        if schoon != tekst:
            pad.write_text(schoon, encoding="utf-8")
