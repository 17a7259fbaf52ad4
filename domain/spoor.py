"""The audit trail of acts around the record (BIO2 8.15.01): packs made, secrets handed out, destruction, holds, keys.

These are not facts of the opgave: its life may be over when they happen. Each line is signed and holds the hash of the
line before it about the same opgave, and every checkpoint covers the last one.
"""

from typing import Literal

from pydantic import Field

from domain.basis import Afzender, Functie, Kenmerk, Model, Moment, Naam, Vingerafdruk, Weigering
from domain.keten import GEEN, canoniek, getekend

SOORT = "spoor"
"""What stands in front of the bytes under the signature."""
ALLE = "-"
"""Stands for the opgave in a line that is about no opgave in particular, such as the change of a key."""

Actie = Literal[
    "pak_gemaakt",
    "vertrouwelijk_verstrekt",
    "bewaarplicht_gelegd",
    "bewaarplicht_opgeheven",
    "vernietigd",
    "stuk_toegevoegd",
    "sleutel_gewisseld",
]

BEHEER: frozenset[Functie] = frozenset({"provinciesecretaris", "griffier", "beheerder"})
JURIDISCH: frozenset[Functie] = frozenset({"provinciesecretaris", "griffier", "jurist"})
WIE_MAG: dict[Actie, frozenset[str]] = {
    "pak_gemaakt": BEHEER.union(("auditor", "opgavemanager", "controller", "jurist", "systeem")),
    "vertrouwelijk_verstrekt": JURIDISCH,
    "bewaarplicht_gelegd": JURIDISCH,
    "bewaarplicht_opgeheven": JURIDISCH,
    "vernietigd": frozenset({"provinciesecretaris"}),
    "stuk_toegevoegd": BEHEER.union(("opgavemanager", "bestuurssecretariaat", "jurist")),
    "sleutel_gewisseld": frozenset({"beheerder", "provinciesecretaris"}),
}
"""Who may do what. The auditor reads everything and changes nothing; a copy is all an auditor can make."""
HUIS = frozenset({"provincie", "GS", "PS"})
"""For whom somebody acts around the record: the province alone."""
GELUKT, GEWEIGERD = "gelukt", "geweigerd"
"""What became of an act. What was tried and not allowed stands in the trail too."""


class Spoorinhoud(Model):
    """What is signed. `nr` counts from 1 per opgave; `gegevens` is plain text by name, never an address or a name."""

    opgave: Kenmerk | Literal["-"]
    nr: int
    actie: Actie
    object: Naam
    resultaat: Naam = GELUKT
    oorsprong: Naam
    functie: Functie
    subject: Kenmerk
    tijdstip: Moment
    gegevens: dict[str, str] = Field(default={})
    vorige: Vingerafdruk = GEEN

    @property
    def bytes_(self) -> bytes:
        """The bytes that are signed, after the name of their kind."""
        return canoniek(self)


class Spoorregel(Spoorinhoud):
    """One signed line."""

    handtekening: str
    sleutel_id: Kenmerk

    @property
    def inhoud(self) -> Spoorinhoud:
        """The signed part."""
        return Spoorinhoud(**self.model_dump(include=set(Spoorinhoud.model_fields)))

    @property
    def eigen_hash(self) -> str:
        """The hash by which the next line refers to this one; it covers the signature."""
        return getekend(self.inhoud.bytes_, self.handtekening)


def toets(actie: Actie, functie: str) -> None:
    """Raises Weigering when this function may not do this."""
    if functie not in WIE_MAG[actie]:
        wie = tuple(sorted(WIE_MAG[actie]))
        raise Weigering("bevoegdheid", f"{functie} mag dit niet. Wel: {', '.join(wie)}.", wie)


def toets_wie(actie: Actie, door: Afzender) -> None:
    """Raises Weigering when this sender may not do this: the function, and nobody who speaks for a partner."""
    toets(actie, door.functie)
    if door.namens not in HUIS:
        raise Weigering("bevoegdheid", f"Dit doet de provincie zelf, niet {door.functie} namens {door.namens}.")


def twijfel(door: Afzender) -> dict[str, str]:
    """What a line must say of its sender besides function and id: for whom, and that nobody vouched for the name."""
    namens = {} if door.namens in HUIS else {"namens": door.namens}
    return namens if door.zekerheid != "opgegeven" else {**namens, "zekerheid": door.zekerheid}
