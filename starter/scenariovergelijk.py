"""Whether all evidence of a life that was really played says the same."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from archief.bronnen import Losbron
from archief.maken import Gepakt
from archief.pak import pak_uit, plek_van
from domain import kern
from domain.feit import Bewijs, Feit
from domain.stand import Stand
from starter.dossier import Gespeeld
from starter.scenariobestand import ScenarioFout
from starter.scenariodroog import toets
from starter.scenarioregels import Regel


async def vergelijk(
    leven: Gespeeld, droog: Sequence[Feit], gepakt: Gepakt, sleutel: Path
) -> tuple[tuple[str, ...], str]:
    """What contradicts what, and what agrees, as sentences. The pack by the auditor's own tools, loaded only here.

    Args:
        droog: the facts of the same life played without a server.
        gepakt: the pack of the played life, with what may not lie open in it.
        sleutel: where the public key lies.
    """
    from audit.controle import controleer
    from audit.eens import lees_en_speel

    pak = pak_uit(Losbron({**gepakt.open, **{plek_van(pad): b for pad, b in gepakt.vertrouwelijk.items()}}))
    oordeel = await asyncio.to_thread(controleer, pak, sleutels=[sleutel])
    gelezen = await lees_en_speel(pak)
    zinnen = (f"{b.waar}: {b.zin}" for b in (*oordeel.bevindingen, *gelezen.bevindingen))
    return (*_tegenspraak(leven, droog), *zinnen), f"{oordeel.verdict} {gelezen.zin}"


def _tegenspraak(leven: Gespeeld, droog: Sequence[Feit]) -> Iterator[str]:
    """The real facts against their chain, the receipts, the state, the expectations and the dry life."""
    stand, na, per = kern.begin(leven.begin), dict[str, Stand](), defaultdict[str, list[Feit]](list)
    for feit in leven.feiten:
        if not kern.sluit_aan(stand, feit):
            yield f"Feit {feit.seq} past niet op het vorige feit."
        stand = kern.evolve(stand, feit)
        if feit.opdracht:
            na[feit.opdracht] = stand
            per[feit.opdracht].append(feit)
    if stand != leven.stand:
        yield "De gevouwen feiten geven een andere stand dan de server."
    for regel in leven.scenario.regels:
        yield from _oordeel(regel, leven.bewijzen[regel.opdracht.id], per[regel.opdracht.id], na)
    paren = [[(feit.inhoud.soort, feit.gebeurd_op) for feit in feiten] for feiten in (leven.feiten, droog)]
    if paren[0] != paren[1]:
        gelijk = next((nr for nr, (a, b) in enumerate(zip(*paren, strict=False)) if a != b), min(map(len, paren)))
        yield f"De echte en de droge speling verschillen vanaf feit {gelijk + 1}."


def _oordeel(regel: Regel, bewijs: Bewijs, feiten: Sequence[Feit], na: Mapping[str, Stand]) -> Iterator[str]:
    stand = na.get(regel.opdracht.id)
    if stand is None or stand.bewijzen[regel.opdracht.id] != bewijs:
        yield f"{regel.plek}: het bewijs past niet bij de feiten"
        return
    try:
        toets(regel, bewijs, feiten, stand)
    except ScenarioFout as fout:
        yield from fout.regels
