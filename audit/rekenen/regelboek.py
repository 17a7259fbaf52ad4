"""The tables of the reglementen that lie in a pack, read as plain data: seats, terms, days on a par with a feestdag.

A recount may look things up in these tables; what follows from them it works out itself.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from archief.formaat import REGLEMENTEN
from archief.pak import Pak, PakFout
from domain.feit import Feit
from domain.taal.leven import ReglementGewijzigd
from domain.taal.termijnen import KalenderAangevuld


@dataclass(frozen=True)
class Zetels:
    """The seats of PS from a day on."""

    leden: int
    fracties: dict[str, int]


@dataclass(frozen=True)
class Regelboek:
    """One reglement as it lies in the pack, with the days that were added to its calendar since."""

    code: str
    inhoud: dict[str, Any]
    erbij: frozenset[date] = frozenset()

    @cached_property
    def gelijkgesteld(self) -> frozenset[date]:
        """All days on a par with a feestdag (Atw 3 lid 3)."""
        rijen = self.inhoud.get("kalender", {}).get("gelijkgesteld", ())
        return self.erbij | {date.fromisoformat(rij["datum"]) for rij in rijen}

    def termijn(self, code: str) -> dict[str, Any]:
        """The row of the term table; empty when there is none."""
        return next((rij for rij in self.inhoud.get("termijnen", ()) if rij["code"] == code), {})

    def zetels_op(self, dag: date) -> Zetels | None:
        """The seats on a day, None when the table does not go back that far."""
        rijen = [r for r in self.inhoud.get("zetels", ()) if date.fromisoformat(r["vanaf"]) <= dag]
        if not rijen:
            return None
        laatste = max(rijen, key=lambda r: str(r["vanaf"]))
        return Zetels(int(laatste["leden"]), {str(naam): int(n) for naam, n in laatste["fracties"]})


class Regelboeken:
    """The reglement that holds while the facts go by, one after another."""

    def __init__(self, pak: Pak) -> None:
        self._pak = pak
        self._erbij: frozenset[date] = frozenset()
        self.nu = self._lees(pak.manifest.begin.reglement)

    def na(self, feit: Feit) -> None:
        """Look at a fact: another reglement, or more days in the calendar."""
        match feit.inhoud:
            case ReglementGewijzigd(reglement=code):
                self.nu = self._lees(code)
            case KalenderAangevuld(dagen=dagen):
                self._erbij |= {dag.datum for dag in dagen}
                self.nu = replace(self.nu, erbij=self._erbij)
            case _:
                pass

    def _lees(self, code: str) -> Regelboek:
        """Raises PakFout when it is not in the pack, or is no table."""
        pad = f"{REGLEMENTEN}{code}.json"
        try:
            inhoud = json.loads(self._pak.lees(pad))
        except ValueError:
            raise PakFout(f"{pad} is niet te lezen.", pad) from None
        if not isinstance(inhoud, dict):
            raise PakFout(f"{pad} is geen reglement.", pad)
        return Regelboek(code, inhoud, self._erbij)
