"""Conversations (S0-13): with which of the four groups was spoken, and who was not heard yet."""

from collections.abc import Sequence

from domain.beeld.samen.lezen import dag
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.leren import DOELGROEPEN


def gesprekken(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Per group how often and when last; then what was said."""
    per_groep = {groep: [g for g in stand.gesprekken if g.doelgroep == groep] for groep in DOELGROEPEN}
    telling = Rooster(
        titel="Wie is gehoord",
        kolommen=("Groep", "Gesprekken", "Laatste"),
        rijen=tuple(
            (groep, str(len(alle)), dag(max(g.op for g in alle)) if alle else "nog niet gehoord")
            for groep, alle in per_groep.items()
        ),
    )
    verslag = Rooster(
        titel="Wat het opbracht",
        kolommen=("Dag", "Groep", "Gelegenheid", "Opbrengst"),
        rijen=tuple((dag(g.op), g.doelgroep, g.gelegenheid, g.opbrengst) for g in stand.gesprekken),
        leeg="Er is nog geen gesprek vastgelegd.",
    )
    stil = [groep for groep, alle in per_groep.items() if not alle]
    let_op = (f"Nog niet gehoord: {', '.join(stil)}.",) if stil else ()
    return Vel(naam="gesprekken", titel="Gesprekken", roosters=(telling, verslag), let_op=let_op)
