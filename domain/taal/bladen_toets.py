"""Sheets that hold something against a measure: the six Flevo-principes, and the check before papers go in."""

from typing import Annotated, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Score, Tekst
from domain.taal.bladvorm import Enkelblad


class Principetoets(Model):
    """The explanation and the proof under one score; `principe` is its number, 1 to 6."""

    principe: Annotated[int, Field(ge=1, le=6)] = Field(description="nummer van het Flevo-principe, 1 tot en met 6")
    toelichting: str = Field(default="", max_length=10_000)
    bewijs: str = Field(default="", max_length=2_000, description="waaraan u dat ziet")


class ToetsFlevo(Model):
    """S1-31: the six Flevo-principes as touchstone, scored 0 to 3; the score itself never blocks."""

    blad: Literal["toets_flevo"]
    moment: Literal["F1", "F3", "F5"] = Field(description="bij welke fase")
    scores: tuple[Score, Score, Score, Score, Score, Score] = Field(
        description="zes scores van 0 (niet) tot en met 3 (sterk), in de volgorde: opgavegericht, eigenheid, meedoen, "
        "vernieuwen, betekenisvol, mensen maken Flevoland; zoals 2,2,3,1,2,3"
    )
    toelichting: str = Field(default="", max_length=10_000, description="waarom deze scores")
    per_principe: tuple[Principetoets, ...] = Field(
        default=(), max_length=6, description="toelichting en bewijs bij een principe"
    )

    def sleutel(self) -> str:
        return f"{self.blad}:{self.moment}"


class StukCheck(Enkelblad):
    """S1-06: the check before papers go to GS or PS: effective, inclusive, explainable."""

    blad: Literal["stuk_check"]
    stap: Kenmerk = Field(description="id van de besluitstap, bijvoorbeeld B1")
    effectief: Tekst = Field(description="waarom het werkt")
    inclusief: Tekst = Field(description="wie het bereikt en wie niet")
    uitlegbaar: Tekst = Field(description="hoe u het uitlegt")

    def sleutel(self) -> str:
        return f"{self.blad}:{self.stap}"
