"""Joint intakes (S1-18, S1-20): one initiative before several overheden at once, and one joint answer."""

from collections.abc import Iterable, Sequence

from domain.beeld.samen.lezen import dag, lopend, naam, over, termijnzin
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.intakes import Intake
from domain.woorden import gewoon


def intakes(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Each intake with its answer, and what each overheid said or still has to say."""
    alle = tuple(stand.intakes.values())
    overzicht = Rooster(
        titel="Gezamenlijke intakes",
        kolommen=("Intake", "Van", "Vraag", "Sinds", "Oordelen", "Gezamenlijk antwoord"),
        rijen=tuple(map(_rij, alle)),
        leeg="Er is nog geen gezamenlijke intake.",
    )
    per_overheid = Rooster(
        titel="Per overheid",
        kolommen=("Intake", "Overheid", "Oordeel", "Voorwaarden", "Toelichting", "Op of uiterlijk"),
        rijen=tuple(rij for i in alle for rij in _oordelen(stand, i)),
    )
    klaar = [i.id for i in alle if i.beantwoord_op is None and len(i.oordelen) == len(i.overheden)]
    let_op = (f"Alle oordelen zijn er, het gezamenlijke antwoord nog niet: {', '.join(klaar)}.",) if klaar else ()
    return Vel(naam="intakes", titel="Gezamenlijke intakes", roosters=(overzicht, per_overheid), let_op=let_op)


def _rij(i: Intake) -> tuple[str, ...]:
    antwoord = f"{gewoon(i.oordeel)}, {dag(i.beantwoord_op)}: {i.antwoord}" if i.oordeel else "nog niet"
    tafel = f" (tafel {i.tafel})" if i.tafel else ""
    gegeven = f"{len(i.oordelen)} van {len(i.overheden)}"
    return (f"{i.id}{tafel}", i.initiatiefnemer, i.vraag, dag(i.gestart_op), gegeven, antwoord)


def _oordelen(stand: Stand, i: Intake) -> Iterable[tuple[str, ...]]:
    for wie in i.overheden:
        o = i.oordelen.get(wie)
        if o:
            yield (i.id, naam(stand, wie), gewoon(o.oordeel), "; ".join(o.voorwaarden) or "-", o.toelichting, dag(o.op))
        else:
            termijn = termijnzin(lopend(over(stand, f"{i.id}.{wie}")))
            yield (i.id, naam(stand, wie), "nog niet", "-", "-", termijn)
