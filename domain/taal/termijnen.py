"""Words of the terms: running, suspended, reminded, met, lapsed. Time itself speaks most of these facts."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, Moment, Tekst
from domain.kalender import GelijkgesteldeDag
from domain.orgaan import Reces

Termijnsoort = Literal["wettelijk", "afgesproken", "huis"]


class TermijnenOpdracht(Model):
    """Commands about terms."""


class SchortTermijnOp(TermijnenOpdracht):
    uitleg: ClassVar[str] = "Zet een termijn stil, waar de wet of de afspraak dat toelaat."
    soort: Literal["SchortTermijnOp"] = "SchortTermijnOp"
    termijn: Kenmerk
    reden: Tekst


class HervatTermijn(TermijnenOpdracht):
    uitleg: ClassVar[str] = "Laat een stilgezette termijn verder lopen; de dagen die stilstonden, komen erbij."
    soort: Literal["HervatTermijn"] = "HervatTermijn"
    termijn: Kenmerk
    reden: Tekst


class VerlengTermijn(TermijnenOpdracht):
    uitleg: ClassVar[str] = "Verleng een termijn: zoals de wet het eenmaal toestaat, of zoals is afgesproken."
    soort: Literal["VerlengTermijn"] = "VerlengTermijn"
    termijn: Kenmerk
    tot: Dag | None = Field(default=None, description="de nieuwe laatste dag; leeg bij een wettelijke verlenging")
    reden: Tekst


class VulKalenderAan(TermijnenOpdracht):
    uitleg: ClassVar[str] = "Voeg gelijkgestelde dagen toe; lopende termijnen worden opnieuw berekend."
    soort: Literal["VulKalenderAan"] = "VulKalenderAan"
    dagen: tuple[GelijkgesteldeDag, ...] = Field(min_length=1, max_length=40, description="datum en bron")
    reden: Tekst


class Opschorting(Model):
    """A time during which a term stood still: from the day after `op` until `tot`, which counts (Awb 4:15 lid 1)."""

    op: date
    reden: str
    grond: str = ""
    tot: date | None = None


class Herinnering(Model):
    """One rung of a ladder, already computed: when it is due, and to which function (or `geadresseerde`).

    `aan` can be a function at the addressee: `gemeente-dronten:bestuurder`. `akkoord`: it leaves only when the manager
    agrees. `signaal`: with it a signaal is opened.
    """

    trede: str
    aan: Kenmerk
    moment: Moment
    akkoord: bool | None = None
    signaal: bool | None = None


class Termijn(Model):
    """A term as it was computed when it started; its grounds and its reminders are frozen in the fact.

    `betreft` is the id of what is waited for, `geadresseerde` the partner, body or function that must act.
    `einde` is the last day (local), `verstrijkt_op` 24:00 Europe/Amsterdam of that day in UTC. `nominaal` is the last
    day before the Algemene termijnenwet, `duur` the length that was counted; `stil` the reces of the addressee, in
    which it is not reminded.
    """

    id: Kenmerk
    code: Kenmerk
    soort: Termijnsoort
    betreft: Kenmerk
    wat: str
    geadresseerde: Kenmerk
    begin: date
    einde: date
    verstrijkt_op: Moment
    grondslag: tuple[str, ...] = ()
    uitleg: str = ""
    herinneringen: tuple[Herinnering, ...] = ()
    status: Literal["loopt", "opgeschort", "verstreken", "gehaald", "te_laat", "vervallen", "overgeslagen"] = "loopt"
    nominaal: date | None = None
    duur: str = ""
    stil: tuple[Reces, ...] = ()
    opschortingen: tuple[Opschorting, ...] = ()

    @property
    def loopt(self) -> bool:
        """Whether it is still waited for, also while the term stands still."""
        return self.status in ("loopt", "opgeschort", "verstreken")


class TermijnenFeit(Model):
    """Facts about terms."""


class TermijnGestart(TermijnenFeit):
    soort: Literal["TermijnGestart"] = "TermijnGestart"
    termijn: Termijn


class TermijnVerlengd(TermijnenFeit):
    """The body took the longer term that the law allows once; `termijn` is the term as it is from now on."""

    soort: Literal["TermijnVerlengd"] = "TermijnVerlengd"
    termijn: Termijn
    was: date
    reden: str


class TermijnOpgeschort(TermijnenFeit):
    """The term stands still from the day after this one."""

    soort: Literal["TermijnOpgeschort"] = "TermijnOpgeschort"
    termijn: Kenmerk
    wat: str
    geadresseerde: Kenmerk
    einde: date
    reden: str
    grond: str


class TermijnHervat(TermijnenFeit):
    """The term runs on; `termijn` is the term as it is from now on, `dagen` the whole days it stood still."""

    soort: Literal["TermijnHervat"] = "TermijnHervat"
    termijn: Termijn
    was: date
    dagen: int
    reden: str


class KalenderAangevuld(TermijnenFeit):
    """Days that count as a feestdag from now on, with their source."""

    soort: Literal["KalenderAangevuld"] = "KalenderAangevuld"
    dagen: tuple[GelijkgesteldeDag, ...]
    reden: str


class TermijnHerberekend(TermijnenFeit):
    """The calendar changed, and with it the end of this term."""

    soort: Literal["TermijnHerberekend"] = "TermijnHerberekend"
    termijn: Termijn
    was: date
    reden: str


class HerinneringVerstuurd(TermijnenFeit):
    """A rung was due, to a function, partner or body. `overgeslagen`: earlier rungs that are not sent afterwards.

    `zin` is what the manager added; `omgeleid_van` whom it was for before the manager redirected it.
    """

    soort: Literal["HerinneringVerstuurd"] = "HerinneringVerstuurd"
    termijn: Kenmerk
    trede: str
    aan: Kenmerk
    wat: str
    einde: date
    termijnsoort: Termijnsoort
    overgeslagen: tuple[str, ...] = ()
    kanaal: str = ""
    zin: str = ""
    omgeleid_van: str = ""
    escalatie: str = ""


class TermijnVerstreken(TermijnenFeit):
    """The term lapsed. What that means is decided by a person; silence never decides.

    `overgeslagen`: rungs from before the end that were missed while the opgave or the worker rested; not sent any more.
    """

    soort: Literal["TermijnVerstreken"] = "TermijnVerstreken"
    termijn: Kenmerk
    wat: str
    einde: date
    geadresseerde: Kenmerk
    termijnsoort: Termijnsoort
    overgeslagen: tuple[str, ...] = ()


class TermijnGehaald(TermijnenFeit):
    soort: Literal["TermijnGehaald"] = "TermijnGehaald"
    termijn: Kenmerk
    wat: str = ""
    op_tijd: bool = False


class TermijnVervallen(TermijnenFeit):
    soort: Literal["TermijnVervallen"] = "TermijnVervallen"
    termijn: Kenmerk
    wat: str = ""
    reden: str
