"""What is known of a vote on persons, and what comes out of it: labels and counts, never who voted what."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from domain.basis import Model
from domain.stemmen.gegevens import Aantal, Quorum

Label = Annotated[str, Field(min_length=1, max_length=80)]
Keuze = Literal["vrij", "tweede_vrij", "beperkt"]
Personenuitkomst = Literal[
    "aangenomen",
    "verworpen",
    "herstemming_personen",
    "lot",
    "geen_besluit",
    "stemming_ongeldig",
    "geen_quorum",
]


class Kandidaat(Model):
    """A label for someone who could be chosen, and the ballots for it."""

    label: Label
    stemmen: Aantal = 0


class Personenstemming(Model):
    """What is known of a secret vote on persons.

    Give `kandidaten` ({"kandidaat 1": 21}), or `voor` and `tegen` where the question is yes or no (one candidate, or an
    ontslag). `art28`: members who must abstain, such as who stands on the voordracht itself (PW 28 lid 4).
    `eerdere_staking`: this is the herstemming after a tie (PW 31 lid 3). `keuze`: a first or second free vote, or a
    choice limited by a voordracht or herstemming; left out when it is not known. The rest is as in `Stemming`.
    """

    orgaan: Literal["PS", "GS"] = "PS"
    leden: Aantal | None = None
    zittend: Aantal | None = None
    aanwezig: Aantal | None = None
    in_zaal: Aantal | None = None
    kandidaten: Annotated[tuple[Kandidaat, ...], Field(max_length=100)] = ()
    voor: Aantal | None = None
    tegen: Aantal | None = None
    blanco: Aantal = 0
    ongeldig: Aantal = 0
    art28: Aantal = 0
    na_geen_quorum: bool = False
    opnieuw_na_ongeldig: bool = False
    eerdere_staking: bool = False
    keuze: Keuze | None = None

    @field_validator("kandidaten", mode="before")
    @classmethod
    def _uit_tabel(cls, invoer: object) -> object:
        """Accept {"kandidaat 1": 21}."""
        if not isinstance(invoer, dict):
            return invoer
        return [{"label": label, "stemmen": stemmen} for label, stemmen in invoer.items()]

    @field_validator("kandidaten")
    @classmethod
    def _op_label(cls, rijen: tuple[Kandidaat, ...]) -> tuple[Kandidaat, ...]:
        """Keep them by label, so that the order of the input leaves no trace."""
        return tuple(sorted(rijen, key=lambda rij: rij.label))

    @property
    def keuzes(self) -> dict[str, int]:
        """What one could vote for, with the ballots for it."""
        if self.kandidaten:
            return {kandidaat.label: kandidaat.stemmen for kandidaat in self.kandidaten}
        return {} if self.voor is None or self.tegen is None else {"voor": self.voor, "tegen": self.tegen}

    @property
    def uitgebracht(self) -> int:
        """Properly filled ballots (PW 30 lid 2)."""
        return sum(self.keuzes.values())

    @property
    def deelnemers(self) -> int:
        """Ballots handed in (PW 28 lid 3)."""
        return self.uitgebracht + self.blanco + self.ongeldig


class Personenuitslag(Model):
    """The outcome of a vote on persons.

    `gekozen`: the label that won, empty when nobody did. `tussen`: to whom the next ballot or the lot is limited, empty
    when that choice is free or there is none. What does not apply is None.
    """

    uitkomst: Personenuitkomst
    geldig: bool
    geldig_minimum: int | None = None
    quorum: Quorum
    kandidaten: tuple[Kandidaat, ...] = ()
    voor: int | None = None
    tegen: int | None = None
    blanco: int = 0
    ongeldig: int = 0
    afwezig: int | None = None
    art28: int = 0
    gekozen: str = ""
    tussen: tuple[str, ...] = ()
    grondslag: tuple[str, ...]
    uitleg: str
