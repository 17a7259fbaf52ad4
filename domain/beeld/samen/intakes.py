"""Joint intakes (S1-18, S1-20): one initiative before several overheden at once, and one joint answer."""

from collections.abc import Iterable, Sequence

from domain.beeld.samen.lezen import dag, lopend, naam, over, termijnzin
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.namenswoorden import door_ander
from domain.stand import Stand
from domain.taal.intakes import Intake
from domain.woorden import gewoon, zin


def intakes(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Each intake with its answer, and what each overheid said or still has to say."""
    alle = tuple(stand.intakes.values())
    overzicht = Rooster(
        titel="Gezamenlijke intakes",
        kolommen=("Intake", "Van", "Vraag", "Sinds", "Oordelen", "Gezamenlijk antwoord"),
        rijen=tuple(_rij(stand, i) for i in alle),
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


def _rij(stand: Stand, i: Intake) -> tuple[str, ...]:
    tafel = f" (tafel {i.tafel})" if i.tafel else ""
    gegeven = f"{len(i.oordelen)} van {len(i.overheden)}"
    return (f"{i.id}{tafel}", i.initiatiefnemer, i.vraag, dag(i.gestart_op), gegeven, _antwoord(stand, i))


def _antwoord(stand: Stand, i: Intake) -> str:
    """The joint answer, with who judged otherwise and when it was corrected."""
    if i.oordeel is None:
        return "nog niet"
    eerst = f" (verbetert dat van {dag(i.verbetert)})" if i.verbetert else ""
    anders = ", ".join(f"{naam(stand, a.overheid)} {gewoon(a.oordeel)}" for a in i.afwijkend)
    tegen = f" Anders oordeelde: {anders}." if anders else ""
    reden = f" De reden: {zin(i.reden)}" if i.reden else ""
    return f"{gewoon(i.oordeel)}, {dag(i.beantwoord_op)}{eerst}: {zin(i.antwoord)}{tegen}{reden}"


def _oordelen(stand: Stand, i: Intake) -> Iterable[tuple[str, ...]]:
    for wie in i.overheden:
        o = i.oordelen.get(wie)
        if o:
            op = f"{dag(o.op)}, {door_ander(o.namens)}" if o.namens else dag(o.op)
            yield (i.id, naam(stand, wie), gewoon(o.oordeel), "; ".join(o.voorwaarden) or "-", o.toelichting, op)
        else:
            termijn = termijnzin(lopend(over(stand, f"{i.id}.{wie}")))
            yield (i.id, naam(stand, wie), "nog niet", "-", "-", termijn)
