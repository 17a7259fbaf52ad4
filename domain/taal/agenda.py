"""Words of the regionale agenda as a whole: its start, its end, and its state with everything that is on it.

An agenda is a life of its own, with the same evidence as an opgave; its id begins with `AGENDA-`.
"""

from datetime import date
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from domain.basis import Dag, Kenmerk, Model, Naam, OpgaveId, Tekst
from domain.taal.agenda_conferenties import Conferentieverslag
from domain.taal.agenda_documenten import Agendadocument
from domain.taal.agenda_punten import Agendapunt
from domain.taal.agenda_raakvlakken import Raakvlak
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.taal.agenda_werkwijze import Werkwijzewijziging
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht
from domain.taal.stukken import Stuk


class StartAgenda(AgendaOpdracht):
    uitleg: ClassVar[str] = "Begin een regionale agenda voor een periode."
    soort: Literal["StartAgenda"] = "StartAgenda"
    titel: Naam
    gebied: Naam = Field(description="het gebied waar de agenda over gaat")
    van: Dag = Field(description="eerste dag van de periode")
    tot: Dag = Field(description="laatste dag van de periode")
    ambitie: str = Field(default="", max_length=10_000, description="wat de regio wil bereiken")

    @model_validator(mode="after")
    def _loopt(self) -> Self:
        if self.tot <= self.van:
            raise ValueError("tot: de periode eindigt voor zij begint")
        return self


class SluitAgenda(AgendaOpdracht):
    uitleg: ClassVar[str] = "Sluit de agenda af aan het einde van haar periode."
    soort: Literal["SluitAgenda"] = "SluitAgenda"
    reden: Tekst
    opvolger: OpgaveId | None = Field(default=None, description="id van de agenda die hierna komt")
    toch: bool = Field(default=False, description="ja om te sluiten voor het einde van de periode")


class AgendaGestart(AgendaFeit):
    soort: Literal["AgendaGestart"] = "AgendaGestart"
    titel: Naam
    gebied: Naam
    van: date
    tot: date
    ambitie: str = ""


class AgendaGesloten(AgendaFeit):
    soort: Literal["AgendaGesloten"] = "AgendaGesloten"
    reden: str
    opvolger: OpgaveId | None = None
    open: tuple[str, ...] = ()


class Agenda(Model):
    """The agenda itself. `punten` by opgave, `vaststellingen` by `overheid/versie`, `documenten` by their id.

    `wijzigingen` are the ids of all changes that lessons ever made to the way of working, `werkwijze` those that hold.
    """

    van: date
    tot: date
    gebied: str
    ambitie: str = ""
    versie: int = 1
    herijkingen: int = 0
    voorbereid: Stuk | None = None
    punten: dict[str, Agendapunt] = {}
    raakvlakken: tuple[Raakvlak, ...] = ()
    documenten: dict[str, Agendadocument] = {}
    vaststellingen: dict[str, Overheidsbesluit] = {}
    conferenties: dict[str, Conferentieverslag] = {}
    wijzigingen: tuple[Kenmerk, ...] = ()
    werkwijze: tuple[Werkwijzewijziging, ...] = ()
    opvolger: OpgaveId | None = None
    gesloten_op: date | None = None
    gesloten_door: str = ""

    @property
    def halfjaren(self) -> tuple[str, ...]:
        """The half years the period touches, in order: `2027-1`, `2027-2`."""
        eerste, laatste = _telling(self.van), _telling(self.tot)
        return tuple(f"{h // 2}-{h % 2 + 1}" for h in range(eerste, laatste + 1))


def halfjaar(dag: date) -> str:
    """The half year a day is in: `2027-1`."""
    return f"{dag.year}-{2 if dag.month > 6 else 1}"


def _telling(dag: date) -> int:
    return dag.year * 2 + (dag.month > 6)
