"""What was asked of `opgave vergadering`, and the words its screens share."""

from dataclasses import dataclass
from pathlib import Path

from domain.woorden import gewoon
from starter.invoer import Invoerfout


@dataclass(frozen=True)
class Keuze:
    """What was asked about the meeting, and how."""

    uitslagen: Path | None = None
    formulier: bool = False
    bevestig: bool = False
    wat_kan: bool = False
    ja: bool = False
    als: str | None = None
    namens: str | None = None
    droog: bool = False
    json: bool = False

    def toets(self) -> None:
        """Raise Invoerfout for options that don't go together."""
        if self.formulier + self.bevestig + (self.uitslagen is not None) > 1:
            raise Invoerfout("Kies --uitslagen, --formulier of --bevestig; niet meer tegelijk.")
        if self.wat_kan and self.uitslagen is None:
            raise Invoerfout("--wat-kan hoort bij --uitslagen.")
        if self.ja and not self.bevestig:
            raise Invoerfout("--ja hoort bij --bevestig.")
        if self.droog and self.uitslagen is None and not self.bevestig:
            raise Invoerfout("--droog hoort bij --uitslagen of --bevestig; kijken verandert niets.")


def besluit(uitkomst: str, resultaat: str) -> str:
    """An outcome in words, with what it comes to."""
    return gewoon(uitkomst) + (f" ({gewoon(resultaat)})" if resultaat and resultaat != uitkomst else "")


def wie_bevestigt(orgaan: str) -> str:
    """The function that the line for the second person names; others may as well."""
    from starter.cli.vierogen import WIE_BEVESTIGT

    return WIE_BEVESTIGT.get(orgaan, "griffier")
