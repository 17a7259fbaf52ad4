"""Forms as data: which fields there are, what is wrong with what was typed, and which command it becomes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from domain.basis import EERSTE_JAAR, LAATSTE_JAAR
from domain.kalender import dagtekst
from domain.woorden import datum

Veldsoort = Literal["tekst", "tekstvak", "regels", "keuze", "datum"]
Waarden = Mapping[str, str]
MEESTE_PUNTEN, LANGSTE_PUNT = 50, 200
"""What a list in a sheet holds at most: points, and characters of one."""


@dataclass(frozen=True)
class Veld:
    """One question of a form. `keuzes` are pairs of a code and its words; `regels` is a list, each point on a line.

    `vroegst` and `laatst` are the first and last day a date may be.
    """

    naam: str
    label: str
    soort: Veldsoort = "tekstvak"
    uitleg: str = ""
    verplicht: bool = True
    keuzes: tuple[tuple[str, str], ...] = ()
    langste: int = 10_000
    vroegst: date | None = None
    laatst: date | None = None

    def fout(self, waarde: str) -> str:
        """What is wrong with this value, in words that say what to do; empty when it fits."""
        if not waarde:
            return self._leeg() if self.verplicht else ""
        if len(waarde) > self.langste:
            return f"{self.label}: maak de tekst korter. U heeft {len(waarde)} tekens, {self.langste} kan."
        if self.soort == "regels":
            return self._fout_in(regels(waarde))
        if self.keuzes and waarde not in dict(self.keuzes):
            return f"{self.label}: kies een van de mogelijkheden."
        if self.soort == "datum" and lees_dag(waarde) is None:
            return f"{self.label}: schrijf een datum die bestaat, als 2026-03-31."
        return self._buiten(waarde) if self.soort == "datum" else ""

    def woorden(self, waarde: str) -> str:
        """The value as it reads on the page that asks to check it."""
        gelezen = lees_dag(waarde) if self.soort == "datum" else None
        return datum(gelezen) if gelezen else dict(self.keuzes).get(waarde, waarde) or "niet ingevuld"

    def _fout_in(self, punten: tuple[str, ...]) -> str:
        if len(punten) > MEESTE_PUNTEN:
            return f"{self.label}: hoogstens {MEESTE_PUNTEN} regels. U heeft er {len(punten)}."
        te_lang = next((nr for nr, punt in enumerate(punten, start=1) if len(punt) > LANGSTE_PUNT), None)
        return f"{self.label}: maak punt {te_lang} korter. Hoogstens {LANGSTE_PUNT} tekens kan." if te_lang else ""

    def _buiten(self, waarde: str) -> str:
        """What is wrong with a day that is too early or too late."""
        dag = lees_dag(waarde)
        if dag and self.vroegst and dag < self.vroegst:
            return (
                f"{self.label}: kies {dagtekst(self.vroegst)} of een latere dag. Was het eerder? Bel de opgavemanager."
            )
        if dag and self.laatst and dag > self.laatst:
            return f"{self.label}: kies {dagtekst(self.laatst)} of een eerdere dag. Leg vast wat al is gebeurd."
        return ""

    def _leeg(self) -> str:
        return f"{self.label}: {'kies een antwoord' if self.keuzes else 'vul dit in'}."


@dataclass(frozen=True)
class Formulier:
    """A form that can be filled in now.

    Args:
        naam: its name in the address of the page.
        controle: title of the page that shows what will be recorded.
        gegevens: what one must know to fill it in, as pairs of a word and a value.
        vraag: the question that is answered, literally.
        inhoud: makes the content of the command of the values.
        gebeurd_op: the field that holds the day it happened; without it that is today.
        begin: what stands in the fields at first.
        daarna: what follows once it is recorded, for the page that asks to check it.
        ziet: who will see what is filled in.
        ook: links to what else can be done, as pairs of words and address.
    """

    naam: str
    titel: str
    controle: str
    velden: tuple[Veld, ...]
    inhoud: Callable[[Waarden], Mapping[str, Any]]
    gegevens: tuple[tuple[str, str], ...] = ()
    vraag: str = ""
    uitleg: tuple[str, ...] = ()
    gebeurd_op: str | None = None
    begin: Waarden | None = None
    daarna: tuple[str, ...] = ()
    ook: tuple[tuple[str, str], ...] = ()
    ziet: str = ""

    def lees(self, gestuurd: Waarden) -> dict[str, str]:
        """The values of its own fields, and of nothing else."""
        return {veld.naam: gestuurd.get(veld.naam, "").strip() for veld in self.velden}

    def fouten(self, waarden: Waarden) -> dict[str, str]:
        """What is wrong, per field."""
        alle = ((veld.naam, veld.fout(waarden[veld.naam])) for veld in self.velden)
        return {naam: fout for naam, fout in alle if fout}

    def dag(self, waarden: Waarden) -> date | None:
        """The day it happened; None is today."""
        return lees_dag(waarden[self.gebeurd_op]) if self.gebeurd_op else None


def regels(tekst: str) -> tuple[str, ...]:
    """The points of a list, one on each line; empty lines are no point."""
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


def lees_dag(tekst: str) -> date | None:
    """A date as browsers send it (2026-03-31) or as people type it here (31-3-2026); None when it is neither."""
    delen = tekst.replace("/", "-").split("-")
    if len(delen) != 3 or not all(deel.isascii() and deel.isdigit() for deel in delen):
        return None
    jaar, maand, dag = delen if len(delen[0]) == 4 else reversed(delen)
    if not EERSTE_JAAR <= int(jaar) <= LAATSTE_JAAR:
        return None
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        return None
