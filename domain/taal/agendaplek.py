"""Words of an opgave about its place on the agenda: under which documents it is judged, and who its neighbours are.

These commands are carried over from the agenda or from a neighbour; the system gives them, with the fact they rest on.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Naam, OpgaveId
from domain.taal.agenda_documenten import Agendadocument
from domain.taal.bladen_leren import Checklistpunt


class Huistermijn(Model):
    """A term of the house that a lesson made shorter or longer: its code, its new length, the lesson."""

    termijn: Kenmerk
    duur: Annotated[str, Field(max_length=10)]
    les: Kenmerk


class AgendaplekOpdracht(Model):
    """Commands about the place on the agenda."""


class MeldAgendaplek(AgendaplekOpdracht):
    uitleg: ClassVar[str] = "Breng over onder welke agenda, documenten en werkwijze deze opgave valt."
    soort: Literal["MeldAgendaplek"] = "MeldAgendaplek"
    agenda: OpgaveId
    bron: int = Field(ge=1, description="feit van de agenda waar dit op rust")
    op_agenda: bool = True
    documenten: tuple[Agendadocument, ...] = ()
    termijnen: tuple[Huistermijn, ...] = ()
    checklist: tuple[tuple[str, Checklistpunt], ...] = Field(default=(), description="fase en punt")


class MeldRaakvlak(AgendaplekOpdracht):
    uitleg: ClassVar[str] = "Breng over dat deze opgave een andere raakt, of niet meer."
    soort: Literal["MeldRaakvlak"] = "MeldRaakvlak"
    agenda: OpgaveId
    bron: int = Field(ge=1)
    buur: OpgaveId
    omschrijving: str = Field(default="", max_length=10_000)
    verbroken: bool = False


class MeldBuurwijziging(AgendaplekOpdracht):
    uitleg: ClassVar[str] = "Breng over wat er in een naburige opgave veranderde."
    soort: Literal["MeldBuurwijziging"] = "MeldBuurwijziging"
    buur: OpgaveId
    bron: int = Field(ge=1)
    wat: Naam
    op: date


class AgendaplekFeit(Model):
    """Facts about the place on the agenda."""


Nieuws = Literal["documenten", "werkwijze", "niets"]


class AgendaplekGewijzigd(AgendaplekFeit):
    """What holds now. `nieuws` says what changed when the place itself did not; `ook_op` other agendas it stands on."""

    soort: Literal["AgendaplekGewijzigd"] = "AgendaplekGewijzigd"
    agenda: OpgaveId
    bron: int
    op_agenda: bool
    documenten: tuple[Agendadocument, ...] = ()
    termijnen: tuple[Huistermijn, ...] = ()
    checklist: tuple[tuple[str, Checklistpunt], ...] = ()
    nieuws: tuple[Nieuws, ...] = ()
    ook_op: tuple[OpgaveId, ...] = ()


class BuurGemeld(AgendaplekFeit):
    soort: Literal["BuurGemeld"] = "BuurGemeld"
    agenda: OpgaveId
    bron: int
    buur: OpgaveId
    omschrijving: str = ""
    verbroken: bool = False


class BuurGewijzigd(AgendaplekFeit):
    """Something changed in a neighbour: `bron` is the number of its fact, `wat` the sentence it told."""

    soort: Literal["BuurGewijzigd"] = "BuurGewijzigd"
    buur: OpgaveId
    bron: int
    wat: str
    op: date


class Kaderversie(Model):
    """Which documents held from fact `bij_feit` of this opgave on, and on which agenda."""

    bij_feit: int
    vanaf: date
    agenda: OpgaveId
    documenten: tuple[Agendadocument, ...] = ()


class Agendaplek(Model):
    """The agenda an opgave stands on, the documents it is judged under, and what lessons changed for it.

    `kaders` are the documents through time, the present ones last; `ook_op` other agendas that say it is on them too.
    An agenda has a place of its own as well: there it holds what lessons changed.
    """

    agenda: OpgaveId
    bron: int
    op_agenda: bool = True
    sinds: date
    documenten: tuple[Agendadocument, ...] = ()
    termijnen: tuple[Huistermijn, ...] = ()
    checklist: tuple[tuple[str, Checklistpunt], ...] = ()
    kaders: tuple[Kaderversie, ...] = ()
    ook_op: tuple[OpgaveId, ...] = ()
