"""Words of what comes from outside, and of reviews of the collaboration that griffier or secretaris ask for."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import EigenId, Functie, Kenmerk, Model, Tekst

Veranderingsoort = Literal["wet", "geld", "politiek", "crisis", "markt", "partner", "anders"]
GEVRAAGD: tuple[Functie, ...] = ("opgavemanager", "portefeuillehouder", "jurist")
"""S3-05: who says within a short term what an external change means."""


class OmgevingOpdracht(Model):
    """Commands about external changes and reviews."""


class MeldVerandering(OmgevingOpdracht):
    uitleg: ClassVar[str] = (
        "Meld een verandering van buiten; manager, bestuurder en jurist zeggen snel wat zij betekent."
    )
    soort: Literal["MeldVerandering"] = "MeldVerandering"
    verandering: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    veranderingsoort: Veranderingsoort = Field(description="waar de verandering vandaan komt")
    omschrijving: Tekst


class BeantwoordImpact(OmgevingOpdracht):
    uitleg: ClassVar[str] = "Zeg wat een verandering van buiten voor deze opgave betekent."
    soort: Literal["BeantwoordImpact"] = "BeantwoordImpact"
    verandering: Kenmerk = Field(description="id van de verandering, bijvoorbeeld VE1")
    gevolg: Literal["geen", "bijsturen", "herzien"] = Field(description="geen, bijsturen, of het plan herzien")
    toelichting: Tekst


class StartReview(OmgevingOpdracht):
    uitleg: ClassVar[str] = "Begin als griffier of secretaris een review van de samenwerking."
    soort: Literal["StartReview"] = "StartReview"
    review: EigenId | None = Field(default=None, description="eigen id; leeg laten mag")
    aanleiding: Tekst = Field(description="waarom u dit vraagt")
    vraag: Tekst = Field(description="wat u wilt weten")


class RondReviewAf(OmgevingOpdracht):
    uitleg: ClassVar[str] = "Leg vast wat een review opleverde."
    soort: Literal["RondReviewAf"] = "RondReviewAf"
    review: Kenmerk = Field(description="id van de review")
    bevinding: Tekst
    aanbeveling: Tekst


class OmgevingFeit(Model):
    """Facts about external changes and reviews."""


class VeranderingGemeld(OmgevingFeit):
    soort: Literal["VeranderingGemeld"] = "VeranderingGemeld"
    verandering: Kenmerk
    veranderingsoort: Veranderingsoort
    omschrijving: str
    uiterlijk: date | None = None


class ImpactBeantwoord(OmgevingFeit):
    soort: Literal["ImpactBeantwoord"] = "ImpactBeantwoord"
    verandering: Kenmerk
    functie: Functie
    gevolg: Literal["geen", "bijsturen", "herzien"]
    toelichting: str


class ReviewGestart(OmgevingFeit):
    soort: Literal["ReviewGestart"] = "ReviewGestart"
    review: Kenmerk
    door: Functie
    aanleiding: str
    vraag: str
    uiterlijk: date | None = None


class ReviewAfgerond(OmgevingFeit):
    soort: Literal["ReviewAfgerond"] = "ReviewAfgerond"
    review: Kenmerk
    bevinding: str
    aanbeveling: str


class Verandering(Model):
    """An external change, and who said what of it."""

    id: Kenmerk
    veranderingsoort: Veranderingsoort
    omschrijving: str
    gemeld_op: date
    antwoorden: dict[str, str] = {}


class Review(Model):
    """A review of the collaboration, from the question to what it found."""

    id: Kenmerk
    door: Functie
    aanleiding: str
    vraag: str
    gestart_op: date
    bevinding: str = ""
    aanbeveling: str = ""
    afgerond_op: date | None = None
