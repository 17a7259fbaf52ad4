"""Words of the requests: asking a partner or a function something, and the answer."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Tekst

Verzoeksoort = Literal["reactie", "cijfers", "akkoord", "eigen_besluit", "evaluatie_inbreng"]
Oordeel = Literal["akkoord", "akkoord_met_voorbehoud", "niet_akkoord", "inbreng"]
BijStilte = Literal["wachten", "doorgaan_na_besluit", "escaleren"]


class VerzoekenOpdracht(Model):
    """Commands about requests."""


class VraagPartner(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Vraag een partner om een reactie, cijfers, akkoord of inbreng."
    soort: Literal["VraagPartner"] = "VraagPartner"
    aan: tuple[Kenmerk, ...] = Field(min_length=1, description="een of meer partners")
    verzoeksoort: Verzoeksoort = "reactie"
    vraag: Tekst = Field(description="wat u vraagt, in gewone taal")
    termijn: str = Field(
        default="20wd", pattern=r"^[1-9][0-9]{0,3}(wd|d|w|m|j)$", description="20wd, 10d, 8w, 3m of 1j"
    )
    bij_stilte: BijStilte = Field(default="wachten", description="wat zwijgen betekent; nooit toestemming")


class BeantwoordVerzoek(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Geef antwoord op een verzoek."
    soort: Literal["BeantwoordVerzoek"] = "BeantwoordVerzoek"
    verzoek: Kenmerk
    oordeel: Oordeel = "inbreng"
    antwoord: Tekst


class TrekVerzoekIn(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Trek een verzoek in."
    soort: Literal["TrekVerzoekIn"] = "TrekVerzoekIn"
    verzoek: Kenmerk
    reden: Tekst


class GaDoorZonderReactie(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Besluit om zonder de reactie verder te gaan, met reden. Zwijgen is geen akkoord."
    soort: Literal["GaDoorZonderReactie"] = "GaDoorZonderReactie"
    verzoek: Kenmerk
    reden: Tekst


class VerzoekenFeit(Model):
    """Facts about requests."""


class VerzoekGedaan(VerzoekenFeit):
    soort: Literal["VerzoekGedaan"] = "VerzoekGedaan"
    verzoek: Kenmerk
    aan: Kenmerk
    verzoeksoort: Verzoeksoort
    vraag: str
    bij_stilte: BijStilte
    uiterlijk: date


class VerzoekBeantwoord(VerzoekenFeit):
    soort: Literal["VerzoekBeantwoord"] = "VerzoekBeantwoord"
    verzoek: Kenmerk
    aan: Kenmerk
    oordeel: Oordeel
    antwoord: str


class VerzoekIngetrokken(VerzoekenFeit):
    soort: Literal["VerzoekIngetrokken"] = "VerzoekIngetrokken"
    verzoek: Kenmerk
    aan: Kenmerk
    reden: str


class DoorgegaanZonderReactie(VerzoekenFeit):
    soort: Literal["DoorgegaanZonderReactie"] = "DoorgegaanZonderReactie"
    verzoek: Kenmerk
    aan: Kenmerk
    reden: str


class Verzoek(Model):
    """A request and how it ended."""

    id: Kenmerk
    aan: Kenmerk
    verzoeksoort: Verzoeksoort
    vraag: str
    bij_stilte: BijStilte
    gedaan_op: date
    uiterlijk: date
    status: Literal["open", "beantwoord", "ingetrokken", "zonder_reactie"] = "open"
    oordeel: Oordeel | None = None
    antwoord: str = ""
    beantwoord_op: date | None = None
