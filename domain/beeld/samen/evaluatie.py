"""Evaluations as they were written: every heading, what governing together was like (S1-08), and the worth (S3-25)."""

from collections.abc import Iterator, Sequence

from domain.beeld.samen.lezen import dag
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.evaluaties import Bevindingen, EvaluatieOpgesteld, SamenBesturen
from domain.woorden import gewoon

NIET = "niet ingevuld"


def evaluatie(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Of each evaluation its newest text; a heading that was left empty is named as such."""
    geschreven = {f.inhoud.evaluatie: f for f in feiten if isinstance(f.inhoud, EvaluatieOpgesteld)}
    roosters = tuple(_rooster(feit) for feit in geschreven.values())
    leeg = Rooster(titel="Evaluaties", kolommen=("Onderdeel", "Bevinding"), leeg="Er is nog geen evaluatie.")
    zonder = [id_ for id_, f in geschreven.items() if _zonder_vragen(f)]
    let_op = (f"Bij {', '.join(zonder)} zijn de vragen over samen besturen niet beantwoord.",) if zonder else ()
    return Vel(naam="evaluatie", titel="Evaluaties", roosters=roosters or (leeg,), let_op=let_op)


def _zonder_vragen(feit: Feit) -> bool:
    return isinstance(feit.inhoud, EvaluatieOpgesteld) and feit.inhoud.bevindingen.samen_besturen is None


def _rooster(feit: Feit) -> Rooster:
    inhoud = feit.inhoud
    assert isinstance(inhoud, EvaluatieOpgesteld)
    advies = ("advies", gewoon(inhoud.advies))
    minderheid = ("minderheid", inhoud.minderheid or "geen")
    return Rooster(
        titel=f"{inhoud.evaluatie}, {dag(feit.gebeurd_op)}",
        kolommen=("Onderdeel", "Bevinding"),
        rijen=(*_onderdelen(inhoud.bevindingen), *_vragen(inhoud.bevindingen.samen_besturen), advies, minderheid),
    )


def _onderdelen(bevindingen: Bevindingen) -> Iterator[tuple[str, str]]:
    for naam, waarde in bevindingen:
        if isinstance(waarde, str):
            yield gewoon(naam), waarde or NIET


def _vragen(samen: SamenBesturen | None) -> Iterator[tuple[str, str]]:
    for naam, veld in SamenBesturen.model_fields.items():
        yield f"samen besturen: {veld.description}", (getattr(samen, naam) if samen else "") or NIET
