"""The two thresholds of every vote: how many must be there, and how many must take part."""

from typing import Literal

from domain.stemmen.gegevens import Quorum


def quorum(orgaan: Literal["PS", "GS"], zittend: int, aanwezig: int | None, *, na_geen_quorum: bool) -> Quorum:
    """The opening quorum; in a meeting called again after a failed one it does not apply.

    PS: more than half of the members in office (PW 20 lid 1). GS: at least half of them (PW 56 lid 1).
    """
    if na_geen_quorum:
        return Quorum(vereist=None, aanwezig=aanwezig, gehaald=None)
    vereist = zittend // 2 + 1 if orgaan == "PS" else (zittend + 1) // 2
    return Quorum(vereist=vereist, aanwezig=aanwezig, gehaald=None if aanwezig is None else aanwezig >= vereist)


def geldig_minimum(zittend: int, art28: int) -> int:
    """The smallest number of participants for a valid vote in PS: more than half of who may vote (PW 29 lid 1)."""
    return (zittend - art28) // 2 + 1
