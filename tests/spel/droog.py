"""Plays the whole script in memory, on the rules alone."""

from collections.abc import Callable, Iterable
from typing import Any

from draaiboek import alles
from levens import Beurt, Gezegd
from wereld import Regio

from domain.feit import Bewijs

Hoor = Callable[[Beurt, Gezegd, Bewijs], None]


def _zelfde_thema(regio: Regio, opgave: str, moment: str) -> list[dict[str, Any]]:
    """At most three adopted lessons of the same theme; the register searches better, but it is not here."""
    thema = regio.standen[opgave].leven.thema
    anderen = (s for id_, s in regio.standen.items() if id_ != opgave and s.leven.thema == thema)
    lessen = (
        (s.opgave, les) for s in anderen for les in s.lessen.values() if les.status in ("vastgesteld", "toegepast")
    )
    return [{"les": f"{id_}/{les.id}", "titel": les.titel, "waarom": ["zelfde thema"]} for id_, les in lessen][:3]


def speel(beurten: Iterable[Beurt] | None = None, hoor: Hoor = lambda beurt, zet, bewijs: None) -> Regio:
    """The region after all turns; `hoor` is told of every command and its receipt."""
    alle = list(alles() if beurten is None else beurten)
    regio = Regio(nu=alle[0].moment, lesaanbod=_zelfde_thema)
    for beurt in alle:
        regio.tot(beurt.moment)
        regio.breng_over()
        for zet in beurt.akte(lambda beurt=beurt: regio.standen[beurt.id]):
            hoor(beurt, zet, regio.geef(beurt.id, zet, beurt.begin))
        regio.breng_over()
    return regio
