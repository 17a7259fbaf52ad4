"""What the register knows that an agenda can't: on which other agenda an opgave stands, and whether a lesson exists."""

from collections.abc import Mapping
from typing import Any

from register import agendapunten, lezen
from register.verbinding import Register
from starter.invoer import Invoerfout

_OP_DE_AGENDA = ("op_agenda", "geparkeerd")


def toets(register: Register, agenda: str, inhoud: Mapping[str, Any]) -> None:
    """Raise Invoerfout for an opgave that stands on another agenda, and for a lesson that is not there (any more)."""
    match inhoud.get("soort"):
        case "ZetOpAgenda" | "HaalTerug":
            _toets_plek(register, agenda, str(inhoud.get("opgave", "")))
        case "WijzigWerkwijze" if inhoud.get("les") and not inhoud.get("intrekken"):
            _toets_les(register, str(inhoud["les"]))
        case _:
            return


def _toets_plek(register: Register, agenda: str, opgave: str) -> None:
    for rij in agendapunten.van_opgave(register, opgave):
        if rij.agenda == agenda or rij.status not in _OP_DE_AGENDA:
            continue
        ander = lezen.stand(register, rij.agenda)
        if ander is not None and not ander.leven.voorbij:
            weg = f"Haal haar daar eerst af: opgave agenda voer-af {rij.agenda} {opgave} --reden TEKST"
            raise Invoerfout(f"{opgave} staat al op {rij.agenda}. Een opgave staat op een agenda tegelijk.", weg)


def _toets_les(register: Register, les: str) -> None:
    """A lesson is named as OPGAVE/LES; another shape is for the rules to refuse."""
    opgave, _, nummer = les.partition("/")
    if not nummer:
        return
    stand = lezen.stand(register, opgave)
    bekend = stand.lessen.get(nummer) if stand else None
    if bekend is None:
        raise Invoerfout(f"les: {les} is niet bekend. Zoek de les met: opgave lessen zoek WOORD")
    if bekend.status == "vervallen":
        raise Invoerfout(f"les: {les} is vervallen. Een vervallen les verandert de werkwijze niet.")
