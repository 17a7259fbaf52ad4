"""What is known of a vote on a proposal, and what comes out of it: the two values between which `zaken` computes."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from domain.basis import Model

# Only absurd numbers are refused here; what doesn't fit the seats is refused when counted, with the field's name.
Aantal = Annotated[int, Field(strict=True, ge=-(10**9), le=10**9)]
Fractienaam = Annotated[str, Field(min_length=1, max_length=80)]
Wijze = Literal["zonder_stemming", "handopsteken_per_fractie", "hoofdelijk", "schriftelijk_geheim"]
Uitkomst = Literal[
    "aangenomen",
    "verworpen",
    "uitgesteld_staking",
    "niet_aangenomen_staking",
    "stemming_ongeldig",
    "geen_quorum",
    "herstemmen",
]


class Fractiestem(Model):
    """The votes of one fractie; together they are its seats. `art28`: members who must abstain."""

    fractie: Fractienaam
    voor: Aantal = 0
    tegen: Aantal = 0
    afwezig: Aantal = 0
    art28: Aantal = 0

    @property
    def totaal(self) -> int:
        """How many members are accounted for."""
        return self.voor + self.tegen + self.afwezig + self.art28


class Stemming(Model):
    """What is known of a vote.

    Give `per_fractie` ({"BBB": [voor, tegen, afwezig, art28]}) or the totals `voor` and `tegen`, not both.
    `leden`: the number the body consists of; `zittend`: members in office; `aanwezig`: names on the presentielijst.
    `na_geen_quorum`: meeting under PW 20 lid 2 or 56 lid 2; `opnieuw_na_ongeldig`: second vote under PW 29 lid 2 a;
    `eerdere_staking`: the votes were tied before; `voorzitter_stem`: decides a second tie in GS (PW 59).
    `in_zaal`: members in the room when a roll was called; in PS each of them votes or must abstain (PW 32 lid 2).
    `aantekening_tegen`: fracties that want it on record that they count as against an item passed without a vote. That
    is a remark in the minutes (RvO practice): the item is adopted all the same.
    """

    wijze: Wijze
    orgaan: Literal["PS", "GS"] = "PS"
    leden: Aantal | None = None
    zittend: Aantal | None = None
    aanwezig: Aantal | None = None
    per_fractie: Annotated[tuple[Fractiestem, ...], Field(max_length=100)] = ()
    voor: Aantal | None = None
    tegen: Aantal | None = None
    blanco: Aantal = 0
    ongeldig: Aantal = 0
    art28: Aantal = 0
    na_geen_quorum: bool = False
    opnieuw_na_ongeldig: bool = False
    eerdere_staking: bool = False
    voorzitter_stem: Literal["voor", "tegen"] | None = None
    in_zaal: Aantal | None = None
    aantekening_tegen: Annotated[tuple[Fractienaam, ...], Field(max_length=100)] = ()

    @field_validator("per_fractie", mode="before")
    @classmethod
    def _uit_tabel(cls, invoer: object) -> object:
        """Accept {"BBB": [10, 0, 0, 0]}."""
        if not isinstance(invoer, dict):
            return invoer
        return [_rij(fractie, cijfers) for fractie, cijfers in invoer.items()]

    @field_validator("aantekening_tegen")
    @classmethod
    def _gesorteerd(cls, namen: tuple[str, ...]) -> tuple[str, ...]:
        """Keep them by name, like the votes."""
        return tuple(sorted(namen))

    @field_validator("per_fractie")
    @classmethod
    def _op_naam(cls, rijen: tuple[Fractiestem, ...]) -> tuple[Fractiestem, ...]:
        """Keep them by name, so that the order of the input leaves no trace."""
        return tuple(sorted(rijen, key=lambda rij: rij.fractie))


def _rij(fractie: object, cijfers: object) -> object:
    if isinstance(cijfers, dict):
        return {**cijfers, "fractie": fractie}
    if not isinstance(cijfers, list | tuple) or len(cijfers) != 4:
        raise ValueError(f"{str(fractie)[:80]}: geef vier getallen: voor, tegen, afwezig, art28")
    voor, tegen, afwezig, art28 = cijfers
    return {"fractie": fractie, "voor": voor, "tegen": tegen, "afwezig": afwezig, "art28": art28}


class Quorum(Model):
    """The opening quorum; None where it does not apply or was not recorded."""

    vereist: int | None
    aanwezig: int | None
    gehaald: bool | None


class Stemuitslag(Model):
    """The outcome of a vote, the numbers it rests on, the articles, and why in Dutch.

    `geldig_minimum`: the smallest number of participants that makes the vote valid (PS only). What does not apply is
    None.
    """

    uitkomst: Uitkomst
    geldig: bool
    geldig_minimum: int | None = None
    quorum: Quorum
    voltallig: bool | None = None
    voor: int | None = None
    tegen: int | None = None
    blanco: int = 0
    ongeldig: int = 0
    afwezig: int | None = None
    art28: int = 0
    grondslag: tuple[str, ...]
    uitleg: str
