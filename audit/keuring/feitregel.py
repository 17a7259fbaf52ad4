"""One recorded fact as it lies in a pack: plain JSON, so that no later version of the models can change the answer."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from domain.keten import schakel

_TIJD = ("vastgelegd_op", "gebeurd_op", "laat_vastgelegd")


@dataclass(frozen=True)
class Feitregel:
    """A line about a fact. `dicht`: shielded, so that only its hash may be seen."""

    seq: int
    hash: str
    opgave: str
    soort: str
    opdracht: str
    dicht: bool
    ruw: Mapping[str, Any]

    @property
    def waar(self) -> str:
        """How a finding names this fact."""
        return f"feit {self.seq}"

    def hash_na(self, vorige: str) -> str:
        """The hash that this content should have after that of the fact before it."""
        return schakel(vorige, kaal({k: w for k, w in self.ruw.items() if k != "hash"}))

    @cached_property
    def geheel(self) -> bytes:
        """Everything that was recorded, but for the place in the chain."""
        return kaal({k: w for k, w in self.ruw.items() if k not in ("hash", "seq")})

    @cached_property
    def tijdloos(self) -> bytes:
        """The same without the moments."""
        return kaal({k: w for k, w in self.ruw.items() if k not in ("hash", "seq", *_TIJD)})

    @property
    def wie(self) -> tuple[str, str]:
        """By what a fact can be known again when its content was changed."""
        return self.opdracht, self.soort


class GeenFeit(ValueError):
    """This is no line about a fact."""


def feitregel(ruw: Mapping[str, Any]) -> Feitregel:
    """Read one line. Raises GeenFeit when it is not about a fact."""
    dicht = ruw.get("afgeschermd") is True
    inhoud = ruw.get("inhoud")
    soort = ruw.get("soort") if dicht else inhoud.get("soort") if isinstance(inhoud, dict) else None
    seq, hash_, opdracht, opgave = (ruw.get(k) for k in ("seq", "hash", "opdracht", "opgave"))
    if type(seq) is not int or not all(isinstance(w, str) for w in (hash_, soort)):
        raise GeenFeit
    if not isinstance(opdracht, str | None) or not isinstance(opgave, str | None):
        raise GeenFeit
    return Feitregel(seq, str(hash_), opgave or "", str(soort), opdracht or "", dicht, ruw)


def kaal(waarde: Any) -> bytes:
    """The canonical bytes of plain JSON: sorted, without spaces, and without what is empty (see `domain.keten`)."""
    return json.dumps(_zonder_leeg(waarde), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _zonder_leeg(waarde: Any) -> Any:
    match waarde:
        case dict():
            return {k: v for k, w in waarde.items() if not _leeg(v := _zonder_leeg(w))}
        case list():
            return [_zonder_leeg(w) for w in waarde]
    return waarde


def _leeg(waarde: Any) -> bool:
    return waarde is None or waarde in ("", [], {})


def bewijzen_van(opgave: str, regels: Iterable[Feitregel]) -> dict[str, dict[str, Any]]:
    """The receipt of each command, as it follows from the facts it led to."""
    uit = dict[str, dict[str, Any]]()
    for regel in regels:
        if not regel.opdracht or regel.dicht:
            continue
        soorten = [*uit.get(regel.opdracht, {}).get("feiten", []), regel.soort]
        bewijs: dict[str, Any] = {"opgave": opgave, "seq": regel.seq, "hash": regel.hash, "feiten": soorten}
        if regel.soort == "OpdrachtGeweigerd":
            nee = regel.ruw["inhoud"]
            bewijs |= {"geweigerd": True, **{k: nee.get(k) for k in ("regel", "reden", "ontbreekt")}}
        uit[regel.opdracht] = bewijs
    return uit


def zelfde_bewijs(een: Mapping[str, Any], ander: Mapping[str, Any]) -> bool:
    """Whether two receipts say the same; a field that is empty or says no may be left out."""
    return _gevuld(een) == _gevuld(ander)


def _gevuld(bewijs: Mapping[str, Any]) -> dict[str, Any]:
    return {k: w for k, w in bewijs.items() if w}


def opdrachten_van(regels: Sequence[Feitregel]) -> tuple[str, ...]:
    """The commands, in the order in which their first fact came."""
    return tuple(dict.fromkeys(regel.opdracht for regel in regels if regel.opdracht))
