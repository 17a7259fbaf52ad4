"""Words of the reminders that people steer: held, redirected, with a sentence added, or escalated with consent."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from domain.basis import Dag, Kenmerk, Model, Naam, Tekst

Bijsturingsoort = Literal["aanhouden", "omleiden", "zin"]


class HerinneringenOpdracht(Model):
    """Commands about reminders."""


class StuurHerinneringBij(HerinneringenOpdracht):
    uitleg: ClassVar[str] = "Houd herinneringen aan, leid ze om of voeg een zin toe, tot en met een dag."
    soort: Literal["StuurHerinneringBij"] = "StuurHerinneringBij"
    termijn: Kenmerk
    trede: str = Field(default="", pattern=r"^(T([+-][0-9]{1,3})?)?$", description="T-10, T, T+5; leeg is elke trede")
    doe: Bijsturingsoort
    naar: Kenmerk | None = Field(default=None, description="bij omleiden: functie of partner die het bericht krijgt")
    zin: str = Field(default="", max_length=500, description="bij zin: wat u erbij zegt")
    tot: Dag = Field(description="tot en met wanneer dit geldt")
    reden: Tekst


class HefBijsturingOp(HerinneringenOpdracht):
    uitleg: ClassVar[str] = "Laat de herinneringen weer gaan zoals gepland."
    soort: Literal["HefBijsturingOp"] = "HefBijsturingOp"
    bijsturing: Kenmerk
    reden: str = Field(default="", max_length=10_000)


class BeslisEscalatie(HerinneringenOpdracht):
    uitleg: ClassVar[str] = "Beslis of een herinnering naar de bestuurders mag."
    soort: Literal["BeslisEscalatie"] = "BeslisEscalatie"
    escalatie: Kenmerk
    akkoord: bool
    reden: str = Field(default="", max_length=10_000, description="verplicht als u het niet laat gaan")


class HerinneringenFeit(Model):
    """Facts about steered and escalated reminders."""


class Bijsturing(Model):
    """What the manager did to the reminders of a term, and until when (the last day included)."""

    id: Kenmerk
    termijn: Kenmerk
    trede: str = ""
    doe: Bijsturingsoort
    naar: Kenmerk | None = None
    zin: str = ""
    tot: date
    reden: str
    opgeheven_op: date | None = None


class HerinneringBijgestuurd(HerinneringenFeit):
    soort: Literal["HerinneringBijgestuurd"] = "HerinneringBijgestuurd"
    bijsturing: Bijsturing
    wat: str


class BijsturingOpgeheven(HerinneringenFeit):
    soort: Literal["BijsturingOpgeheven"] = "BijsturingOpgeheven"
    bijsturing: Kenmerk
    reden: str = ""


class EscalatieVoorgelegd(HerinneringenFeit):
    """A rung to bestuurders is due: it leaves only when the manager agrees; his silence goes to the opdrachtgever."""

    soort: Literal["EscalatieVoorgelegd"] = "EscalatieVoorgelegd"
    escalatie: Kenmerk
    termijn: Kenmerk
    trede: str
    aan: tuple[Kenmerk, ...]
    geadresseerde: Kenmerk
    wat: Naam
    einde: date
    overgeslagen: tuple[str, ...] = ()


class EscalatieBeslist(HerinneringenFeit):
    soort: Literal["EscalatieBeslist"] = "EscalatieBeslist"
    escalatie: Kenmerk
    akkoord: bool
    reden: str = ""


class EscalatieVervallen(HerinneringenFeit):
    """There is nothing left to escalate: the answer came, or the question went."""

    soort: Literal["EscalatieVervallen"] = "EscalatieVervallen"
    escalatie: Kenmerk
    reden: str


class Escalatie(Model):
    """A rung that waits for consent, and how that ended."""

    id: Kenmerk
    termijn: Kenmerk
    trede: str
    aan: tuple[Kenmerk, ...]
    geadresseerde: Kenmerk
    wat: str
    sinds: date
    status: Literal["wacht", "akkoord", "niet_akkoord", "vervallen"] = "wacht"
