"""The dossier as a partner reads it: what `domain.beeld.openbaar` makes."""

from datetime import date

from domain.basis import Fase, Kenmerk, Model, OpgaveId
from domain.beeld.inbrengtelling import Inbrengtelling
from domain.taal.afspraken import Afspraak
from domain.taal.agenda_documenten import Agendadocument
from domain.taal.agenda_punten import Agendapunt
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.taal.inbreng import Inbreng
from domain.taal.leven import Toestand
from domain.taal.verzoeken import Verzoek


class Partnerbeeld(Model):
    """A partner that takes part."""

    id: Kenmerk
    naam: str
    rol: str = ""


class Besluitbeeld(Model):
    """A decision that was taken: what about, by whom, when, and what it came to."""

    stap: Kenmerk
    titel: str
    orgaan: str
    op: date
    uitkomst: str
    resultaat: str = ""
    ingetrokken: bool = False


class Gebeurtenis(Model):
    """A line of the timeline: the number of the fact, its day and what happened in one sentence."""

    seq: int
    op: date
    zin: str


class Agendabeeld(Model):
    """A regionale agenda as its partners read it: what stands on it, its documents, and what this partner adopted.

    `punten` is None for a partner that left: what came since is not its business.
    """

    van: date
    tot: date
    ambitie: str
    versie: int
    punten: tuple[Agendapunt, ...] | None
    documenten: tuple[Agendadocument, ...]
    eigen: tuple[Overheidsbesluit, ...]


class Openbaar(Model):
    """The dossier as one partner may see it. `verzoeken`, `inbreng` and `afspraken` are its own; newest line last.

    `agenda` is there for a regionale agenda only; of that `fase` means nothing.
    """

    opgave: OpgaveId
    partner: Kenmerk
    naam: str
    titel: str
    thema: str
    gebied: str
    effect: str
    betekenis: str
    toestand: Toestand
    fase: Fase
    sinds: date | None
    gelijkwaardig: bool
    trekker: str
    partners: tuple[Partnerbeeld, ...]
    besluiten: tuple[Besluitbeeld, ...]
    afspraken: tuple[Afspraak, ...]
    verzoeken: tuple[Verzoek, ...]
    inbreng: tuple[Inbreng, ...]
    telling: Inbrengtelling
    tijdlijn: tuple[Gebeurtenis, ...]
    agenda: Agendabeeld | None = None
