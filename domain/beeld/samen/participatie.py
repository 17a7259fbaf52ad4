"""Participation as a choice, with its reach (S1-12, S1-21, S1-22, S2-18), and how to join a form (S0-22)."""

from collections.abc import Sequence

from domain.beeld.samen.lezen import blad, bladen, namen
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_participatie import Aanhaken, Participatie


def participatie(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Why, how, when, through whom and whom it reached; then the ways to join."""
    p = blad(stand, Participatie)
    roosters = (_keuze(stand, p), _bereik(p), _aanhaken(stand))
    let_op = []
    if p and p.bereik_rechtstreeks + p.bereik_via_partners == 0:
        let_op.append("Er is nog geen bereik geteld.")
    if p and p.bereik_via_partners and not p.via_wie:
        let_op.append("Er is bereik via anderen geteld, maar niet gezegd via wie.")
    gekozen = {t.id for t in stand.trajecten.values() if t.code and t.status != "beeindigd"}
    if mist := sorted(gekozen - {b.traject for b in bladen(stand, Aanhaken)}):
        let_op.append(f"Nog niet gezegd hoe partners en inwoners kunnen aanhaken: {', '.join(mist)}.")
    return Vel(naam="participatie", titel="Participatie en bereik", roosters=roosters, let_op=tuple(let_op))


def _keuze(stand: Stand, p: Participatie | None) -> Rooster:
    paren = (
        (
            *(("Keuze", p.keuze), ("Doel", p.doel), ("Vorm", p.vorm), ("Wanneer", p.wanneer)),
            *(("Kanalen", ", ".join(p.kanaal) or "-"), ("Via wie", namen(stand, p.via_wie))),
            ("Verantwoording", p.verantwoording),
        )
        if p
        else ()
    )
    return Rooster(titel="De keuze", kolommen=("Wat", "Hoe"), rijen=paren)


def _bereik(p: Participatie | None) -> Rooster:
    rijen = (
        (
            ("rechtstreeks", str(p.bereik_rechtstreeks)),
            ("via partners", str(p.bereik_via_partners)),
            ("geteld", p.methode),
        )
        if p
        else ()
    )
    return Rooster(titel="Bereik, in mensen", kolommen=("Hoe", "Aantal"), rijen=tuple((a, b or "-") for a, b in rijen))


def _aanhaken(stand: Stand) -> Rooster:
    return Rooster(
        titel="Aanhaken",
        kolommen=("Vormtraject", "Mogelijkheden"),
        rijen=tuple((b.traject, "; ".join(b.mogelijkheden)) for b in bladen(stand, Aanhaken)),
    )
