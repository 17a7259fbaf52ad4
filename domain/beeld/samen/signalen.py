"""Signals about strained collaboration (S3-04), changes from outside (S3-05) and reviews (S3-21)."""

from collections.abc import Sequence

from domain.beeld.samen.lezen import dag, lopend, naam, over, termijnzin
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.afspraken import Signaal
from domain.taal.omgeving import GEVRAAGD
from domain.woorden import gewoon


def signalen(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Who caught each signal, what was done and by whom, and the term that runs."""
    alle = tuple(stand.signalen.values())
    kolommen = ("Signaal", "Ernst", "Over", "Wat", "Gemeld", "Opgevangen door", "Ingreep", "Termijn of gesloten")
    lijst = Rooster(
        titel="Signalen",
        kolommen=kolommen,
        rijen=tuple(_signaal(stand, s) for s in sorted(alle, key=lambda s: (s.gesloten_op is not None, -s.ernst))),
        leeg="Er zijn geen signalen gemeld.",
    )
    open_ = [s for s in alle if s.gesloten_op is None]
    niemand = [s.id for s in open_ if not s.opgevangen_door]
    let_op = (*((f"Door niemand opgevangen: {', '.join(niemand)}.",) if niemand else ()), *_te_laat(stand, open_))
    return Vel(naam="signalen", titel="Signalen", roosters=(lijst,), let_op=let_op)


def _signaal(stand: Stand, s: Signaal) -> tuple[str, ...]:
    ingreep = f"{s.ingreep} ({naam(stand, s.ingreep_door)})" if s.ingreep else "-"
    einde = f"gesloten op {dag(s.gesloten_op)}" if s.gesloten_op else termijnzin(lopend(over(stand, s.id)))
    return (
        *(s.id, f"{s.ernst} van 3", naam(stand, s.partner) if s.partner else "-", s.omschrijving),
        *(dag(s.gemeld_op), naam(stand, s.opgevangen_door) if s.opgevangen_door else "niemand", ingreep, einde),
    )


def _te_laat(stand: Stand, open_: Sequence[Signaal]) -> tuple[str, ...]:
    laat = [s.id for s in open_ if any(t.status == "verstreken" for t in over(stand, s.id))]
    return (f"De termijn is voorbij, dus een trede hoger: {', '.join(laat)}.",) if laat else ()


def omgeving(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """External changes with who answered what they mean, and reviews with what they found."""
    veranderingen = Rooster(
        titel="Veranderingen van buiten",
        kolommen=("Verandering", "Soort", "Wat", "Gemeld", *map(gewoon, GEVRAAGD)),
        rijen=tuple(
            (
                *(v.id, v.veranderingsoort, v.omschrijving, dag(v.gemeld_op)),
                *(v.antwoorden.get(f, termijnzin(lopend(over(stand, f"{v.id}.{f}")))) for f in GEVRAAGD),
            )
            for v in stand.veranderingen.values()
        ),
        leeg="Er is geen verandering van buiten gemeld.",
    )
    reviews = Rooster(
        titel="Reviews van de samenwerking",
        kolommen=("Review", "Door", "Aanleiding", "Vraag", "Bevinding", "Aanbeveling", "Termijn of klaar"),
        rijen=tuple(
            (
                *(r.id, gewoon(r.door), r.aanleiding, r.vraag, r.bevinding or "-", r.aanbeveling or "-"),
                f"klaar op {dag(r.afgerond_op)}" if r.afgerond_op else termijnzin(lopend(over(stand, r.id))),
            )
            for r in stand.reviews.values()
        ),
        leeg="Er is geen review gedaan.",
    )
    return Vel(naam="omgeving", titel="Veranderingen van buiten en reviews", roosters=(veranderingen, reviews))
