"""The three relaties side by side (S1-02, S1-05, S1-09, S1-32), with the weakest marked."""

from collections.abc import Sequence

from domain.beeld.samen.lezen import blad, bladen, namen, regels
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_samenwerken import EenOverheid, Relatie


def relaties(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """1 people, 2 medeoverheden, 3 PS and GS. The weakest is marked once two or more were scored."""
    gescoord: dict[int, Relatie] = {r.niveau: r for r in bladen(stand, Relatie)}
    laagste = min((r.score for r in gescoord.values()), default=0)
    zwak = [n for n, r in gescoord.items() if r.score == laagste] if len(gescoord) > 1 else []
    labels = regels(stand).relaties
    rijen = tuple(
        (str(n), label, *_cellen(gescoord.get(n)), "zwakste" if n in zwak else "") for n, label in enumerate(labels, 1)
    )
    kolommen = ("Nr", "Relatie", "Met wie", "Score", "Toelichting", "")
    mist = [label for n, label in enumerate(labels, 1) if n not in gescoord]
    let_op = (
        *((f"De zwakste relatie is: {' en '.join(labels[n - 1] for n in zwak)}.",) if zwak else ()),
        *((f"Nog niet gescoord: {', '.join(mist)}.",) if mist else ()),
    )
    roosters = (Rooster(titel="De drie relaties", kolommen=kolommen, rijen=rijen), _een_overheid(stand))
    return Vel(naam="relaties", titel="De drie relaties in samenhang", roosters=roosters, let_op=let_op)


def _cellen(r: Relatie | None) -> tuple[str, str, str]:
    return (r.subtype or "-", f"{r.score} van 3", r.toelichting) if r else ("-", "nog niet gescoord", "-")


def _een_overheid(stand: Stand) -> Rooster:
    b = blad(stand, EenOverheid)
    rijen = (("ja" if b.als_een_overheid else "nee", namen(stand, b.overheden)),) if b else ()
    return Rooster(titel="Werken als een overheid", kolommen=("Als een overheid", "Welke overheden"), rijen=rijen)
