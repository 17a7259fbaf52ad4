"""Words of the way of working on the agenda: a lesson changes a term of the house, or the checklist of a phase."""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from domain.basis import EigenId, Kenmerk, Model, Tekst
from domain.taal.agendavorm import AgendaFeit, AgendaOpdracht


class WijzigWerkwijze(AgendaOpdracht):
    uitleg: ClassVar[str] = (
        "Laat een les de werkwijze veranderen: een punt op de checklist, of een termijn van het huis."
    )
    soort: Literal["WijzigWerkwijze"] = "WijzigWerkwijze"
    les: Kenmerk | None = Field(default=None, description="de les, als OPGAVE/LES; niet nodig bij intrekken")
    wijziging: EigenId
    intrekken: bool = Field(default=False, description="ja om deze wijziging terug te draaien")
    termijn: str = Field(default="", max_length=10, description="code van een huistermijn, bijvoorbeeld T18")
    duur: str = Field(default="", max_length=10, description="nieuwe duur van die termijn, bijvoorbeeld 3wd")
    fase: Literal["", "F1", "F2", "F3", "F4", "F5", "F6"] = Field(default="", description="fase van het checklistpunt")
    vraag: str = Field(default="", max_length=200, description="de vraag op de checklist")
    reden: Tekst

    @model_validator(mode="after")
    def _een_van_beide(self) -> Self:
        if self.intrekken:
            if self.termijn or self.vraag or self.duur or self.fase:
                raise ValueError("bij intrekken is de id van de wijziging met een reden genoeg")
            return self
        if self.les is None:
            raise ValueError("les: noem de les, als OPGAVE/LES")
        if bool(self.termijn) == bool(self.vraag):
            raise ValueError("geef een termijn met haar duur, of een vraag met haar fase")
        if bool(self.termijn) != bool(self.duur) or bool(self.vraag) != bool(self.fase):
            raise ValueError("bij termijn hoort duur, bij vraag hoort fase")
        return self


class WerkwijzeGewijzigd(AgendaFeit):
    """A lesson became a rule of the house: the configuration change names the lesson, and the term by its name.

    With `ingetrokken` the change no longer holds: `was` is its length of the term, `duur` what the term is now again.
    """

    soort: Literal["WerkwijzeGewijzigd"] = "WerkwijzeGewijzigd"
    wijziging: Kenmerk
    les: Kenmerk
    termijn: str = ""
    duur: str = ""
    was: str = ""
    fase: str = ""
    vraag: str = ""
    reden: str
    termijnnaam: str = ""
    ingetrokken: bool | None = None


class Werkwijzewijziging(Model):
    """A change that holds: of a term (`duur`), or a question on the checklist of a phase."""

    id: Kenmerk
    les: Kenmerk
    termijn: str = ""
    duur: str = ""
    fase: str = ""
    vraag: str = ""
