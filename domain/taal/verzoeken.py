"""Words of the requests: asking a partner or a function something, and the answer."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, Tekst
from domain.orgaan import Orgaankalender
from domain.taal.stukken import Stuk

Verzoeksoort = Literal["reactie", "cijfers", "akkoord", "eigen_besluit", "evaluatie_inbreng"]
Oordeel = Literal["akkoord", "akkoord_met_voorbehoud", "niet_akkoord", "inbreng"]
BijStilte = Literal["wachten", "doorgaan_na_besluit", "escaleren"]
Kanaal = Literal["brief", "e-mail", "telefoon", "tafel", "balie"]
"""How an answer came that someone else records; an answer by link or in person has no channel."""
AFSLUITING = "afsluiting"
"""What a request is about when partners are asked to agree with the end of a gelijkwaardige opgave."""


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
    betreft: Kenmerk | None = Field(default=None, description="waar het over gaat: een stap, of 'afsluiting'")
    kalenders: tuple[Orgaankalender, ...] = Field(default=(), description="reces van de partners, voor zover bekend")


class BeantwoordVerzoek(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Geef antwoord op een verzoek."
    soort: Literal["BeantwoordVerzoek"] = "BeantwoordVerzoek"
    verzoek: Kenmerk
    oordeel: Oordeel = "inbreng"
    antwoord: Tekst


class LegAntwoordVast(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Leg een antwoord vast dat per brief, mail, telefoon of aan tafel kwam."
    soort: Literal["LegAntwoordVast"] = "LegAntwoordVast"
    verzoek: Kenmerk
    oordeel: Oordeel = "inbreng"
    antwoord: Tekst
    kanaal: Kanaal
    bron: Stuk | None = Field(default=None, description="de brief of mail, met sha256; verplicht bij brief en e-mail")


class VerbeterAntwoord(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Verbeter een antwoord zolang de termijn loopt; het eerste blijft te zien."
    soort: Literal["VerbeterAntwoord"] = "VerbeterAntwoord"
    verzoek: Kenmerk
    oordeel: Oordeel = "inbreng"
    antwoord: Tekst


class VraagUitstel(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Vraag een keer uitstel voor een antwoord."
    soort: Literal["VraagUitstel"] = "VraagUitstel"
    verzoek: Kenmerk
    tot: Dag = Field(description="de laatste dag die u wilt")
    reden: Tekst


class BeslisUitstel(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Geef of weiger het uitstel dat een partner vroeg."
    soort: Literal["BeslisUitstel"] = "BeslisUitstel"
    verzoek: Kenmerk
    akkoord: bool
    tot: Dag | None = Field(default=None, description="een andere dag dan gevraagd")
    reden: str = Field(default="", max_length=10_000, description="verplicht bij weigeren")


class BepaalStilte(VerzoekenOpdracht):
    uitleg: ClassVar[str] = "Bepaal wat zwijgen op een verzoek betekent."
    soort: Literal["BepaalStilte"] = "BepaalStilte"
    verzoek: Kenmerk
    bij_stilte: BijStilte
    reden: Tekst


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
    betreft: Kenmerk | None = None


class VerzoekBeantwoord(VerzoekenFeit):
    """The answer. `kanaal` and `bron` are given when someone else recorded what the partner said."""

    soort: Literal["VerzoekBeantwoord"] = "VerzoekBeantwoord"
    verzoek: Kenmerk
    aan: Kenmerk
    oordeel: Oordeel
    antwoord: str
    kanaal: Kanaal | None = None
    bron: Stuk | None = None


class AntwoordVerbeterd(VerzoekenFeit):
    soort: Literal["AntwoordVerbeterd"] = "AntwoordVerbeterd"
    verzoek: Kenmerk
    aan: Kenmerk
    oordeel: Oordeel
    antwoord: str


class UitstelGevraagd(VerzoekenFeit):
    soort: Literal["UitstelGevraagd"] = "UitstelGevraagd"
    verzoek: Kenmerk
    aan: Kenmerk
    tot: date
    reden: str


class UitstelVerleend(VerzoekenFeit):
    soort: Literal["UitstelVerleend"] = "UitstelVerleend"
    verzoek: Kenmerk
    aan: Kenmerk
    tot: date
    reden: str = ""


class UitstelGeweigerd(VerzoekenFeit):
    soort: Literal["UitstelGeweigerd"] = "UitstelGeweigerd"
    verzoek: Kenmerk
    aan: Kenmerk
    reden: str


class StilteBepaald(VerzoekenFeit):
    soort: Literal["StilteBepaald"] = "StilteBepaald"
    verzoek: Kenmerk
    aan: Kenmerk
    bij_stilte: BijStilte
    reden: str


class VerzoekIngetrokken(VerzoekenFeit):
    """No longer asked here; `gaat_naar` is the opgave in which the same question goes on, empty when it ends."""

    soort: Literal["VerzoekIngetrokken"] = "VerzoekIngetrokken"
    verzoek: Kenmerk
    aan: Kenmerk
    reden: str
    gaat_naar: str = ""


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
    betreft: Kenmerk | None = None
    kanaal: Kanaal | None = None
    bron: Stuk | None = None
    verbeterd: int = 0
    uitstel: Literal["gevraagd", "verleend", "geweigerd"] | None = None
    uitstel_tot: date | None = None
    uitstel_reden: str = ""
    gaat_naar: str = ""
