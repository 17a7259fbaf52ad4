"""What the register gives back: plain frozen rows, free of the database they came from."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

from domain.feit import Feit

Poststatus = Literal[
    "klaar", "verzonden", "geweigerd", "geen_adres", "aangehouden", "vervallen", "onbestelbaar", "gewist"
]
Levenssoort = Literal["opgave", "agenda"]
Voorstelstatus = Literal["voorgelegd", "aangehouden", "besloten", "teruggenomen"]


@dataclass(frozen=True, slots=True)
class Opgaverij:
    """One opgave in a list, or one regionale agenda: of that the phase is empty."""

    id: str
    titel: str
    thema: str
    fase: str
    toestand: str
    trekker: str
    seq: int
    kop: str
    bijgewerkt_op: datetime
    soort: Levenssoort = "opgave"


@dataclass(frozen=True)
class Feitrij:
    """One fact as it was recorded; `tekst` is its JSON, `feit` the model that the present code reads from it."""

    opgave: str
    seq: int
    hash: str
    soort: str
    vastgelegd_op: datetime
    gebeurd_op: date
    laat: bool
    door_functie: str
    door_subject: str
    namens: str
    opdracht: str | None
    tekst: str
    vertelling: str

    @cached_property
    def feit(self) -> Feit:
        """The fact itself."""
        return Feit.model_validate_json(self.tekst)


@dataclass(frozen=True, slots=True)
class Postrij:
    """One message of the outbox, to a function; the e-mail address is looked up when it is sent."""

    sleutel: str
    opgave: str
    seq: int
    functie: str
    organisatie: str
    onderwerp: str
    tekst: str
    message_id: str
    status: Poststatus
    pogingen: int
    fout: str
    aangemaakt_op: datetime
    verzonden_op: datetime | None
    betreft: str | None = None
    soort: str = "bericht"
    inhoud: str = ""
    wettelijk: bool = False
    niet_voor: datetime | None = None
    bundel: str | None = None
    zending: str | None = None


@dataclass(frozen=True, slots=True)
class Voorstelrij:
    """One entry in the inbox of a body."""

    sleutel: str
    opgave: str
    seq: int
    stap: str
    code: str
    orgaan: str
    onderwerp: str
    vergadering_op: date | None
    toelichting: str
    stukken: str
    status: Voorstelstatus
    uitkomst: str

    @property
    def bijlagen(self) -> list[dict[str, Any]]:
        """The documents, by title, reference and hash."""
        return list(json.loads(self.stukken))


@dataclass(frozen=True, slots=True)
class Besluitrij:
    """One line of the besluitenlijst of GS or PS. `beslispunten` and `grondslag` hold one item a line."""

    sleutel: str
    orgaan: str
    op: date
    nummer: int
    titel: str
    portefeuille: str
    uitkomst: str
    beslispunten: str
    samenvatting: str
    grondslag: str
    opgave: str
    stap: str


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """Something an opgave waits for, and on whom."""

    opgave: str
    id: str
    op_wie: str
    organisatie: str
    waarop: str
    soort: str
    sinds: date
    uiterlijk: date | None

    def te_laat(self, op: date) -> bool:
        """Whether the last day has gone by."""
        return self.uiterlijk is not None and self.uiterlijk < op


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a function at an organisation can be reached."""

    functie: str
    organisatie: str
    email: str
    naam: str | None = None
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Tellingen:
    """How much there is, for the demo and the start page; facts and messages also of agendas."""

    opgaven: int
    feiten: int
    besluiten: int
    berichten: int
    verzonden: int
    geweigerd: int
    geen_adres: int
    klaar: int
