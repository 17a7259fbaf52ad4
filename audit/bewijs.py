"""A receipt that somebody kept (`Bewijs: feit 12, <hash>`) against the pack: is that fact still the same?

Each fact's hash covers all facts before it. So a receipt that agrees proves every fact up to its own.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from archief.pak import Pak
from audit.keuring.ankertekst import Bewijsanker
from audit.keuring.puntketen import Pakinhoud, pakinhoud
from domain.kalender import lokale_datum

Uitkomst = Literal["zelfde", "anders", "afgeknipt", "na_het_pak", "andere_opgave"]


@dataclass(frozen=True)
class Bewijstoets:
    """What became of one receipt, and the Dutch sentence that says so."""

    seq: int
    hash: str
    opgave: str
    uitkomst: Uitkomst
    zin: str

    @property
    def spreekt_tegen(self) -> bool:
        """Whether the pack is not what the receipt says it was."""
        return self.uitkomst in ("anders", "afgeknipt")


def toets_bewijs(pak: Pak, anker: Bewijsanker) -> Bewijstoets:
    """Compare a receipt with a pack. Raises PakFout when the pack can't be read."""
    return leg_bewijs_naast(pak, pakinhoud(pak), anker)


def leg_bewijs_naast(pak: Pak, inhoud: Pakinhoud, anker: Bewijsanker) -> Bewijstoets:
    """The same, for what was read from the pack before."""
    uitkomst, zin = _oordeel(pak, inhoud, anker)
    return Bewijstoets(anker.seq, anker.hash, anker.opgave, uitkomst, f"{zin} ({anker.bron})")


def eerder(dag: date | None, pak: Pak) -> bool:
    """Whether something from this day was there for certain when the pack was made."""
    return dag is not None and dag < lokale_datum(pak.manifest.gemaakt_op)


def _oordeel(pak: Pak, inhoud: Pakinhoud, anker: Bewijsanker) -> tuple[Uitkomst, str]:
    wat = f"Het bewijs van feit {anker.seq}"
    if anker.opgave and anker.opgave != inhoud.opgave:
        return "andere_opgave", f"{wat} gaat over {anker.opgave}, en dit pak over {inhoud.opgave}."
    if anker.seq > inhoud.laatste:
        einde = f"het pak houdt op bij feit {inhoud.laatste}"
        if eerder(anker.dag, pak):
            return "afgeknipt", f"Feit {anker.seq} was er al toen het pak werd gemaakt, maar {einde}."
        return "na_het_pak", f"{wat} gaat over een feit van later: {einde}."
    if inhoud.koppen.get(anker.seq) != anker.hash:
        return "anders", f"{wat} hoort bij een ander feit {anker.seq} dan in het pak staat."
    return "zelfde", f"{wat} klopt: feit {anker.seq} en alle feiten ervoor zijn nog dezelfde."
