"""Do history, fold and ledger agree? The verdict over one dossier, with each contradiction named."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.lezen import OnleesbareGeschiedenis, Vouwing, vouw
from audit.spelen import speel
from register import lezen as register_lezen
from register.grootboek import Grootboekregel
from register.keuring import controleer_grootboek
from register.verbinding import Register, open_register
from runtime.sleutels import lees_publiek

GESCHIEDENIS = "geschiedenis"
REGISTER = "register.db"
SLEUTEL = "*.pub"


@dataclass(frozen=True)
class Verdict:
    """What was compared, and every finding in Dutch. `gelijk` only when there is none."""

    opgave: str
    runs: int
    feiten: int
    grootboekregels: int
    bevindingen: tuple[str, ...]

    @property
    def gelijk(self) -> bool:
        """Whether history, fold and ledger agree."""
        return not self.bevindingen


async def controleer_map(map_: Path) -> Verdict:
    """Check a dossier: `geschiedenis/*.json`, `register.db` and the public key (`*.pub`).

    Raises:
        OnleesbareGeschiedenis: there is no history in the folder, or it is not of an opgave.
    """
    runs = [_lees(pad) for pad in sorted((map_ / GESCHIEDENIS).glob("*.json"))]
    vouwing = vouw(runs)
    register = open_register(f"sqlite:///{map_ / REGISTER}")
    try:
        regels = register_lezen.grootboek(register, vouwing.stand.opgave)
        bevindingen = (
            *await speel(runs),
            *vouwing.bevindingen,
            *_register(register, vouwing),
            *_grootboek(regels, vouwing, map_),
        )
    finally:
        register.sluit()
    return Verdict(vouwing.stand.opgave, len(runs), len(vouwing.feiten), len(regels), bevindingen)


def _lees(pad: Path) -> dict[str, Any]:
    try:
        waarde = json.loads(pad.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fout:
        raise OnleesbareGeschiedenis(f"{pad.name} is niet te lezen als geschiedenis.") from fout
    if not isinstance(waarde, dict):
        raise OnleesbareGeschiedenis(f"{pad.name} is geen geschiedenis.")
    return waarde


def _register(register: Register, vouwing: Vouwing) -> Sequence[str]:
    """The facts in the register must be those of the fold, one by one."""
    rijen = {rij.seq: rij.hash for rij in register_lezen.feiten(register, vouwing.stand.opgave)}
    gevouwen = {feit.seq: feit.hash for feit in vouwing.feiten}
    anders = sorted(seq for seq in rijen | gevouwen if rijen.get(seq) != gevouwen.get(seq))
    return [f"Feit {seq} in het register is niet het feit uit de geschiedenis." for seq in anders]


def _grootboek(regels: Sequence[Grootboekregel], vouwing: Vouwing, map_: Path) -> Sequence[str]:
    """Signatures and order of the ledger, and its heads against those of the fold."""
    sleutels = sorted(map_.glob(SLEUTEL))
    if not sleutels:
        return ["De publieke sleutel ontbreekt, dus het grootboek is niet te controleren."]
    bevindingen = list(controleer_grootboek(regels, lees_publiek(sleutels[0])))
    koppen = {feit.seq: feit.hash for feit in vouwing.feiten}
    bevindingen += [
        f"Grootboekregel {r.tot_seq} heeft een andere kop." for r in regels if koppen.get(r.tot_seq) != r.hash
    ]
    laatste = regels[-1].tot_seq if regels else 0
    if laatste != vouwing.stand.seq:
        bevindingen.append(f"Het grootboek gaat tot feit {laatste}, de geschiedenis tot feit {vouwing.stand.seq}.")
    return bevindingen
