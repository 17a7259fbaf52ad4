"""The gezamenlijk beeld (S4-06, S0-16): how each partner looks at it, laid over each other."""

from collections.abc import Sequence

from domain.beeld.samen.lezen import bladen, deelnemers, gelijk, naam, niet_zelf, nog_niet
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_partner import Beeld, GedeeldBeeld
from domain.woorden import tel


def beeld(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """The views side by side, the words they share, and who differs or has not answered."""
    beelden = bladen(stand, Beeld)
    per_partner = Rooster(
        titel="Hoe ieder kijkt",
        kolommen=("Partner", "De opgave", "De samenwerking", "Trefwoorden"),
        rijen=tuple((naam(stand, b.partner), b.opgave, b.samenwerking, ", ".join(b.kern) or "-") for b in beelden),
        leeg="Nog geen partner gaf zijn beeld.",
    )
    roosters = (per_partner, *niet_zelf(stand, Beeld), _over_elkaar(stand, beelden), _gedeeld(stand))
    return Vel(naam="beeld", titel="Gezamenlijk beeld", roosters=roosters, let_op=tuple(_let_op(stand, beelden)))


def _woorden(beelden: Sequence[Beeld]) -> dict[str, dict[str, str]]:
    """Per word, compared without case: the partners that used it, each with the word as typed."""
    gevonden: dict[str, dict[str, str]] = {}
    for b in beelden:
        for woord in b.kern:
            gevonden.setdefault(gelijk(woord), {})[b.partner] = woord
    return gevonden


def _over_elkaar(stand: Stand, beelden: Sequence[Beeld]) -> Rooster:
    met_woorden = [b.partner for b in beelden if b.kern]
    rijen = [
        (
            next(iter(wie.values())),
            f"{len(wie)} van {tel(len(met_woorden), 'partner', 'partners')} met trefwoorden",
            _namen(stand, wie),
            _zonder(stand, wie, beelden),
        )
        for wie in sorted(_woorden(beelden).values(), key=lambda wie: (-len(wie), next(iter(wie.values())).casefold()))
    ]
    return Rooster(
        titel="Trefwoorden over elkaar gelegd",
        kolommen=("Trefwoord", "Gedeeld door", "Wie", "Wie niet"),
        rijen=tuple(rijen),
        leeg="Er zijn nog geen trefwoorden om over elkaar te leggen.",
    )


def _namen(stand: Stand, wie: dict[str, str]) -> str:
    return ", ".join(naam(stand, w) for w in wie)


def _zonder(stand: Stand, wie: dict[str, str], beelden: Sequence[Beeld]) -> str:
    return ", ".join(naam(stand, b.partner) for b in beelden if b.kern and b.partner not in wie) or "-"


def _gedeeld(stand: Stand) -> Rooster:
    status = {b.partner: b.status for b in bladen(stand, GedeeldBeeld)}
    return Rooster(
        titel="Deelt de partner het beeld van de werkwijze",
        kolommen=("Partner", "Gedeeld beeld"),
        rijen=tuple((p.naam, status.get(p.id, "nog niet gevraagd")) for p in deelnemers(stand)),
        leeg="Er zijn nog geen partners.",
    )


def _let_op(stand: Stand, beelden: Sequence[Beeld]) -> list[str]:
    regels = []
    if stil := nog_niet(stand, (b.partner for b in beelden)):
        regels.append(f"Gaf nog geen beeld: {', '.join(stil)}.")
    eigen = [b for b in beelden if b.kern and all(len(_woorden(beelden)[gelijk(w)]) == 1 for w in b.kern)]
    if sum(bool(b.kern) for b in beelden) > 1 and eigen:
        regels.append(f"Deelt geen enkel trefwoord met een ander: {', '.join(naam(stand, b.partner) for b in eigen)}.")
    if nee := [naam(stand, b.partner) for b in bladen(stand, GedeeldBeeld) if b.status != "ja"]:
        regels.append(f"Deelt het beeld van de werkwijze niet of deels: {', '.join(nee)}.")
    return regels
