"""Support per partner and gate (S2-01): without it, a decision from above stays paper."""

from collections.abc import Sequence

from domain.basis import Fase
from domain.beeld.samen.lezen import bladen, deelnemers, naam, niet_zelf, regels
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_partner import Draagvlak


def draagvlak(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """A matrix of partner and phase, and what was said with it."""
    alle, labels = bladen(stand, Draagvlak), regels(stand).draagvlak
    scores = {(b.partner, b.moment): f"{b.score} {labels[b.score]}" for b in alle}
    partijen = dict.fromkeys((*(p.id for p in deelnemers(stand)), *(b.partner for b in alle)))
    kaart = Rooster(
        titel="Draagvlak per partner en fase, 0 tot en met 3",
        kolommen=("Partner", *(str(fase) for fase in Fase)),
        rijen=tuple((naam(stand, p), *(scores.get((p, fase), "-") for fase in Fase)) for p in partijen),
        leeg="Er zijn nog geen partners.",
    )
    woorden = Rooster(
        titel="Toelichting",
        kolommen=("Partner", "Fase", "Score", "Toelichting"),
        rijen=tuple((naam(stand, b.partner), b.moment, labels[b.score], b.toelichting or "-") for b in alle),
    )
    nu = stand.leven.fase
    laag = tuple(naam(stand, b.partner) for b in alle if b.moment is nu and b.score < 2)
    stil = tuple(p.naam for p in deelnemers(stand) if (p.id, nu) not in scores)
    let_op = (
        *((f"Geen of weinig draagvlak in {nu}: {', '.join(laag)}.",) if laag else ()),
        *((f"Nog niet gevraagd in {nu}: {', '.join(stil)}.",) if stil else ()),
    )
    roosters = (kaart, woorden, *niet_zelf(stand, Draagvlak))
    return Vel(naam="draagvlak", titel="Draagvlak", roosters=roosters, let_op=let_op)
