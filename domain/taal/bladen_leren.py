"""Sheets about learning: the moment of reflection, the learning questions, and the checklist that lessons made."""

from typing import Annotated, Literal

from pydantic import Field

from domain.basis import EigenId, Fase, Kenmerk, Model, Naam, Tekst
from domain.taal.bladen_waarden import Kernwaarde
from domain.taal.bladvorm import Enkelblad

Vijf = Annotated[int, Field(ge=1, le=5)]


class Balans(Model):
    """S3-19: content, process and relation in balance, each 1 to 5."""

    inhoud: Vijf = Field(description="cijfer 1 tot en met 5")
    proces: Vijf = Field(description="cijfer 1 tot en met 5")
    relatie: Vijf = Field(description="cijfer 1 tot en met 5")


class SoftControls(Model):
    """S3-20: the human side of governing, each 1 to 5."""

    competenties: Vijf = Field(description="cijfer 1 tot en met 5")
    kernwaarden: Vijf = Field(description="cijfer 1 tot en met 5")
    lerend_vermogen: Vijf = Field(description="cijfer 1 tot en met 5")
    bespreekbaarheid: Vijf = Field(description="cijfer 1 tot en met 5")
    opmerking: str = Field(default="", max_length=2_000)


class Reflectie(Model):
    """S0-12, S3-22: the three fixed questions, at the end of a phase and every thirteen weeks."""

    blad: Literal["reflectie"]
    fase: Fase = Field(description="over welke fase u terugkijkt")
    waarom_doen_we_dit: Tekst
    doen_we_het_goed: Tekst
    hoe_gaat_de_samenwerking: Tekst
    acties: tuple[Naam, ...] = Field(default=(), description="wat u anders gaat doen")
    balans: Balans | None = Field(default=None, description="cijfers van 1 (weinig) tot en met 5 (veel)")
    soft_controls: SoftControls | None = Field(
        default=None, description="de menselijke kant, cijfers van 1 (zwak) tot en met 5 (sterk)"
    )
    waarden: tuple[Kernwaarde, ...] = Field(default=(), description="kernwaarde van de organisatie die u hier zag")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.fase}"


class Leervraag(Enkelblad):
    """S1-24 to S1-26: the three learning questions of the Participatieroute, answered at the evaluation."""

    blad: Literal["leervraag"]
    vraag: Literal["L1", "L2", "L3"] = Field(
        description="L1 hoe raakt werken in netwerken aan beleid en uitvoering; L2 hoe versterken we initiatieven "
        "van Flevolanders; L3 hoe handelen we al naar de kernwaarden en rollen"
    )
    antwoord: Tekst

    def sleutel(self) -> str:
        return f"{self.blad}:{self.vraag}"


class Checklistpunt(Model):
    """An item that a lesson put on the checklist of a phase: its own id, the question, and the lesson it came from."""

    punt: EigenId
    vraag: Naam
    les: Kenmerk


class Checklistantwoord(Enkelblad):
    """The answer to an item of the checklist."""

    blad: Literal["checklist"]
    punt: EigenId = Field(description="id van de vraag op de checklist; opgave kan ID noemt wat nog openstaat")
    antwoord: Tekst

    def sleutel(self) -> str:
        return f"{self.blad}:{self.punt}"
