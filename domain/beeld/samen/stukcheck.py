"""The check before papers go to GS or PS (S1-06): effective, inclusive, explainable."""

from domain.basis import Kenmerk
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.bladen_toets import StukCheck

BESTUUR = ("GS", "PS")
NIET_INGEVULD = "niet ingevuld"


def stukcheck(stand: Stand, stap: Kenmerk) -> tuple[tuple[str, str], ...]:
    """The three lines with their answers; none for another body, or under an edition that does not ask it."""
    if stand.stappen[stap].orgaan not in BESTUUR or reglement(stand.reglement).samenwerken is None:
        return ()
    blad = next((b for b in stand.bladen.values() if isinstance(b, StukCheck) and b.stap == stap), None)
    if blad is None:
        return tuple((vraag, NIET_INGEVULD) for vraag in ("effectief", "inclusief", "uitlegbaar"))
    return (("effectief", blad.effectief), ("inclusief", blad.inclusief), ("uitlegbaar", blad.uitlegbaar))
