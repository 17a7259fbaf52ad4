"""Every vote and every term of an opgave counted again, apart from the rules of the engine, for a check by hand.

The facts in the pack give the inputs; the arithmetic here is its own (`herbereken_stemmen`, `herbereken_termijnen`).
Whether the facts are those that were recorded, is for `audit.controle` to say.
"""

from dataclasses import dataclass

from archief.pak import Pak
from audit.bevinding import Bevinding, Mededeling
from audit.rekenen.herbereken_besluiten import Besluitenteller
from audit.rekenen.herbereken_verloop import Termijnteller
from audit.rekenen.pakfeiten import lees_feiten
from audit.rekenen.regel import Rekenregel, bevindingen
from audit.rekenen.regelboek import Regelboeken


@dataclass(frozen=True)
class Herberekening:
    """All lines of one opgave. `gelijk`: the record says everywhere what comes out here."""

    opgave: str
    regels: tuple[Rekenregel, ...]
    mededelingen: tuple[Mededeling, ...] = ()

    @property
    def bevindingen(self) -> tuple[Bevinding, ...]:
        """A finding for each line that differs."""
        return bevindingen(self.regels)

    @property
    def gelijk(self) -> bool:
        return not self.bevindingen


def herbereken(pak: Pak) -> Herberekening:
    """Count again all votes and terms of which the facts lie open.

    Raises:
        PakFout: the facts, or a reglement, can't be read.
    """
    leesbaar, boeken = lees_feiten(pak), Regelboeken(pak)
    termijnen, besluiten = Termijnteller(), Besluitenteller(volledig=not leesbaar.afgeschermd)
    regels = list[Rekenregel]()
    for feit in leesbaar.feiten:
        boeken.na(feit)
        regels += besluiten.feit(feit, boeken.nu)
        regels += termijnen.feit(feit, boeken.nu)
    regels += besluiten.slot(boeken.nu)
    return Herberekening(pak.manifest.opgave, tuple(regels), _mededelingen(leesbaar.afgeschermd))


def _mededelingen(afgeschermd: tuple[int, ...]) -> tuple[Mededeling, ...]:
    if not afgeschermd:
        return ()
    zin = f"{len(afgeschermd)} feiten zijn vertrouwelijk en niet nagerekend: {', '.join(map(str, afgeschermd))}."
    return (Mededeling(waar="feiten.jsonl", zin=zin),)
