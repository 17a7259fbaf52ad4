"""What stands in a letter, as it is kept in the outbox: no address, no name of a person, no link that works."""

from datetime import date, datetime
from typing import Literal

from domain.basis import Model


class Linkplek(Model):
    """Where a link to the portal comes, which is made when the mail is sent. `tot` is the last day of the term."""

    doel: Literal["verzoek", "besluit", "dossier"]
    betreft: str
    tot: date | None = None


class Agendapunt(Model):
    """The last day for the reader's calendar. `volgnummer` grows with every letter, so also when the day moved."""

    kenmerk: str
    dag: date
    volgnummer: int
    titel: str
    gemaakt_op: datetime
    vervallen: bool = False


class Lijst(Model):
    """A heading with lines under it."""

    kop: str
    regels: tuple[str, ...]


class Briefinhoud(Model):
    """One letter, or one item of a mail with several.

    Args:
        aanhef: who is addressed, a function: "contactpersoon van gemeente Dronten".
        titel: the heading, one line.
        alineas: what happened.
        lijsten: what there is to see, under headings.
        verzoek: the number of the request, so that an answer can name it.
        vraag: what is asked of the reader, empty when nothing is.
        uiterlijk: the last day to do so; `wettelijk` when a law sets it.
        partner: the reader works elsewhere, and has no terminal of ours.
        commando: what to type, for a function of the province.
        slot: a last sentence.
        opgave, opgave_titel: what it is about; empty when it is about several.
        vastgelegd_op, feit, hash: the receipt, with which anyone can check later that this was recorded so.
        link, agenda: a link to the portal and an entry for the calendar.
    """

    aanhef: str
    titel: str
    alineas: tuple[str, ...] = ()
    lijsten: tuple[Lijst, ...] = ()
    verzoek: str = ""
    vraag: str = ""
    uiterlijk: date | None = None
    wettelijk: bool = False
    partner: bool = False
    commando: str = ""
    slot: str = ""
    opgave: str = ""
    opgave_titel: str = ""
    vastgelegd_op: date | None = None
    feit: int | None = None
    hash: str = ""
    link: Linkplek | None = None
    agenda: Agendapunt | None = None

    def als_json(self) -> str:
        """As it is kept in the outbox: what is empty is left out."""
        return self.model_dump_json(exclude_defaults=True)
