"""Roles at a partner: `gemeente-dronten:bestuurder` is the bestuurder of that partner; other roles have no colon."""

from typing import NamedTuple

PARTNERFUNCTIES = ("partner", "coordinator", "ambtelijk_opdrachtgever", "bestuurder", "griffier")
"""The functions at a partner that post can go to; `partner` is its contact."""
BESTUURDERS = ("bestuurder", "portefeuillehouder")
"""Functions that are reminded of another's silence only when a person agreed."""


class Partnerrol(NamedTuple):
    """A function at a partner."""

    partner: str
    functie: str

    def __str__(self) -> str:
        return f"{self.partner}:{self.functie}"


def ontleed(rol: str) -> Partnerrol | None:
    """The parts of a role at a partner; None for any other role."""
    partner, dubbelepunt, functie = rol.partition(":")
    return Partnerrol(partner, functie) if dubbelepunt else None


def is_bestuurder(rol: str) -> bool:
    """Whether this role is that of a bestuurder, of the province or of a partner."""
    plek = ontleed(rol)
    return (plek.functie if plek else rol) in BESTUURDERS
