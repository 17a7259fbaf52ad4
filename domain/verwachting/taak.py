"""Something that has to be done next in a life: which commands do it, and what its day depends on."""

from datetime import date
from typing import Any

from domain.basis import Afzender, Functie, Kenmerk, Model
from domain.verwachting.doorlooptijden import Maatsoort
from domain.verwachting.model import Rijsoort

REDEN = "verwachting"
"""What stands in a field that a person fills in."""
LES, LESACTIE = "een les die nog komt", "actie uit een les"
"""What a lesson and its action are called that nobody has written yet."""
BLADEN = "Bladen, toetsen en antwoorden op aangeboden lessen zijn op tijd klaar."
"""What is supposed of everything that a gate asks on paper."""


class Zet(Model):
    """A command as someone will give it."""

    door: Afzender
    inhoud: dict[str, Any]


class Taak(Model):
    """A coming step.

    `norm` are keys of the house's norms, the first known one counts; `maat` is what was measured of it. `sinds` is when
    it began, if before it was seen. `termijn_tot` is the last day of its term. `niet_voor` is the least day, because
    of `rust_op`; with `vast` that day itself, or the first working day after it. `orgaan` meets to decide, with its
    papers handed in on `stukken`.
    `stil`: no row of its own.
    """

    sleutel: str
    soort: Rijsoort
    wat: str
    wie: Kenmerk
    zetten: tuple[Zet, ...]
    norm: tuple[str, ...]
    maat: tuple[Maatsoort, str, str] | None = None
    sinds: date | None = None
    termijn_tot: date | None = None
    niet_voor: date | None = None
    vast: bool = False
    orgaan: Kenmerk | None = None
    stukken: date | None = None
    gepland: date | None = None
    id: Kenmerk | None = None
    stap: Kenmerk | None = None
    stil: bool = False
    rust_op: str = ""
    aanname: str = ""


def zet(functie: Functie, soort: str, namens: str = "provincie", **inhoud: Any) -> Zet:
    """A command of someone in this function, sure enough to record a decision; each function is a person of its own."""
    door = Afzender(functie=functie, subject=f"verwachting.{functie}", namens=namens, grondslag=REDEN, zekerheid="oidc")
    return Zet(door=door, inhoud={"soort": soort, **inhoud})
