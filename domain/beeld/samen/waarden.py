"""What is protected, what pulls, and what was promised (S0-08, S0-10, S0-11, S0-27)."""

from collections.abc import Sequence

from domain.beeld.samen.lezen import blad, bladen
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_waarden import BeschermdeWaarde, Dilemma, Procesafspraken, Resultaatafspraak
from domain.woorden import gewoon


def waarden(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Protected values with their floor, dilemmas, and promises about results and about the way."""
    proces = blad(stand, Procesafspraken)
    roosters = (
        _beschermd(stand),
        Rooster(
            titel="Dilemma's",
            kolommen=("Nr", "Dilemma", "Soort", "Hoe gehanteerd"),
            rijen=tuple((d.nr, d.omschrijving, gewoon(d.type), d.hoe_gehanteerd) for d in bladen(stand, Dilemma)),
        ),
        Rooster(
            titel="Resultaatafspraken",
            kolommen=("Nr", "Afspraak", "Soort"),
            rijen=tuple((r.nr, r.tekst, gewoon(r.type)) for r in bladen(stand, Resultaatafspraak)),
        ),
        Rooster(
            titel="Procesafspraken",
            kolommen=("Afspraak",),
            rijen=tuple((a,) for a in proces.afspraken) if proces else (),
        ),
    )
    onder = [b.waarde for b in bladen(stand, BeschermdeWaarde) if b.geschonden]
    let_op = (f"Onder de ondergrens: {', '.join(onder)}.",) if onder else ()
    return Vel(naam="waarden", titel="Waarden, dilemma's en afspraken", roosters=roosters, let_op=let_op)


def _beschermd(stand: Stand) -> Rooster:
    kolommen = ("Nr", "Waarde", "Ondergrens", "Gemeten", "Stand")
    return Rooster(
        titel="Beschermde waarden", kolommen=kolommen, rijen=tuple(map(_rij, bladen(stand, BeschermdeWaarde)))
    )


def _rij(b: BeschermdeWaarde) -> tuple[str, ...]:
    stand = "nog niet gemeten" if b.gemeten is None else "ONDER de ondergrens" if b.geschonden else "gehaald"
    gemeten = "-" if b.gemeten is None else _getal(f"{b.gemeten:f}", b.eenheid)
    return (b.nr, b.waarde, _getal(f"{b.ondergrens:f}", b.eenheid), gemeten, stand)


def _getal(getal: str, eenheid: str) -> str:
    kaal = getal.rstrip("0").rstrip(".") if "." in getal else getal
    return f"{kaal.replace('.', ',')} {eenheid}"
