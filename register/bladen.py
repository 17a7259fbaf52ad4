"""The leaves of the checkpoints, kept as what changed since the one before, and read back one after another."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from domain.boom import Boom
from domain.controlepunt import Blad, Insluiting
from domain.keten import GEEN

_VEEL = 8
"""From one changed leaf in so many on, making the tree anew costs less than mending it."""


class Bladerboek:
    """The leaves of the checkpoint that was read last, with their tree, which is made once somebody asks for proof."""

    def __init__(self) -> None:
        """Before the first checkpoint there are no leaves."""
        self.spoor = GEEN
        self._bladen: dict[str, dict[str, Any]] = {}
        self._volgorde: list[str] = []
        self._plaatsen: dict[str, int] = {}
        self._boom = Boom(())
        self._veranderd: set[str] = set()

    def lees(self, verschil: str) -> None:
        """Go on to the next checkpoint, of which this is what changed."""
        ruw = json.loads(verschil)
        self.spoor = ruw["spoor"]
        for opgave in ruw.get("weg", ()):
            del self._bladen[opgave]
        nieuw = {blad["opgave"]: blad for blad in ruw["bladen"]}
        if ruw.get("weg") or not nieuw.keys() <= self._bladen.keys():
            self._volgorde = []
        self._bladen |= nieuw
        self._veranderd |= nieuw.keys()

    @property
    def bladen(self) -> tuple[Blad, ...]:
        """All leaves, ordered by id."""
        return tuple(Blad.model_validate(self._bladen[opgave]) for opgave in sorted(self._bladen))

    def insluiting(self, opgave: str) -> Insluiting | None:
        """The proof for one opgave; None when it is not among the leaves."""
        if opgave not in self._bladen:
            return None
        self._werk_boom_bij()
        plaats = self._plaatsen[opgave]
        blad = Blad.model_validate(self._bladen[opgave])
        return Insluiting(blad=blad, plaats=plaats, pad=self._boom.pad(plaats))

    def _werk_boom_bij(self) -> None:
        if not self._volgorde or len(self._veranderd) > len(self._volgorde) // _VEEL:
            self._volgorde = sorted(self._bladen)
            self._plaatsen = {opgave: nr for nr, opgave in enumerate(self._volgorde)}
            self._boom = Boom([_bytes(self._bladen[opgave]) for opgave in self._volgorde])
        else:
            for opgave in self._veranderd:
                self._boom.zet(self._plaatsen[opgave], _bytes(self._bladen[opgave]))
        self._veranderd = set()


def verschil(vorige: Mapping[str, Blad], bladen: Sequence[Blad], spoor: str) -> str:
    """What is kept of a checkpoint: leaves that are new or other than before, and opgaven that are no longer there."""
    anders = [json.loads(blad.bytes_) for blad in bladen if vorige.get(blad.opgave) != blad]
    weg = sorted(vorige.keys() - {blad.opgave for blad in bladen})
    return json.dumps({"spoor": spoor, "bladen": anders, **({"weg": weg} if weg else {})}, separators=(",", ":"))


def spoor_van(verschil_: str) -> str:
    """The hash of the last line of the general audit trail, which is kept beside the leaves."""
    return str(json.loads(verschil_)["spoor"])


def _bytes(blad: Mapping[str, Any]) -> bytes:
    """`Blad.bytes_` of a leaf that was kept in its canonical form, without making a model of it."""
    return json.dumps(blad, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
