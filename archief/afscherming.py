"""What of a life may not lie in the open pack: texts about a step from before geheimhouding was imposed on it.

Free text about a step under geheimhouding never enters the chain. What was said before stays in it, and in the history
of the runs, so those leave the open pack: of such a fact it keeps the hash, by which the chain can still be followed.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from archief import formaat
from domain.stand import Stand
from register.rijen import Feitrij


@dataclass(frozen=True)
class Afscherming:
    """What was shielded. `regels` are the lines of the open pack; `bestanden` what goes in the container."""

    seqs: tuple[int, ...]
    stappen: frozenset[str]
    regels: tuple[str, ...]
    bestanden: dict[str, bytes]

    @property
    def geldt(self) -> bool:
        """Whether anything at all had to be shielded, so that the histories can't lie open."""
        return bool(self.seqs)


def scherm_af(stand: Stand, feiten: Sequence[Feitrij]) -> Afscherming:
    """Decide for each fact whether it can lie open."""
    stappen = frozenset(stap for stap, geheim in stand.geheim.items() if geheim.rust)
    seqs = tuple(rij.seq for rij in feiten if _moet_dicht(rij, feiten, stappen))
    regels = tuple(_dicht(rij) if rij.seq in seqs else rij.tekst for rij in feiten)
    heel = "".join(f"{rij.tekst}\n" for rij in feiten).encode()
    return Afscherming(seqs, stappen, regels, {formaat.FEITEN: heel} if seqs else {})


def _moet_dicht(rij: Feitrij, feiten: Sequence[Feitrij], stappen: frozenset[str]) -> bool:
    """A fact about a step that was recorded before geheimhouding was imposed on that step for the last time."""
    opgelegd = {
        stap: max(f.seq for f in feiten if f.soort == "GeheimhoudingOpgelegd" and _stap(f) == stap) for stap in stappen
    }
    stap = _stap(rij)
    return stap in opgelegd and rij.seq < opgelegd[stap]


def _stap(rij: Feitrij) -> str:
    return str(getattr(rij.feit.inhoud, "stap", ""))


def _dicht(rij: Feitrij) -> str:
    """What the open pack says of a shielded fact."""
    return json.dumps(
        {
            "seq": rij.seq,
            "hash": rij.hash,
            "soort": rij.soort,
            "vastgelegd_op": rij.vastgelegd_op.isoformat(),
            "afgeschermd": True,
        }
    )
