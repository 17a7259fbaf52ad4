"""Who held a function on a day, by the sealed lines of a pack, and whether a slip opens one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from archief.formaat import Bekledingsregel
from domain.briefje import Briefje
from domain.kalender import lokale_datum


@dataclass(frozen=True)
class Zetel:
    """One holder of a function. `van` and `tot` are Amsterdam dates, `tot` None while it lasts."""

    regel: Bekledingsregel
    van: date
    tot: date | None
    naderhand: bool
    """The line was written after the holder had begun: of the days before, it is only the word of who wrote it."""

    def geldt(self, dag: date) -> bool:
        """Whether this one held it that day."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)


def zetels(regels: Iterable[Bekledingsregel], functie: str, organisatie: str) -> tuple[Zetel, ...]:
    """All who held this function, in order of recording."""
    eigen = [regel for regel in regels if (regel.functie, regel.organisatie) == (functie, organisatie)]
    eindes = {regel.zegel: _dag(regel.tot) for regel in eigen if regel.soort == "einde"}
    return tuple(_zetel(regel, eindes.get(regel.zegel)) for regel in eigen if regel.soort == "begin")


def op_dag(regels: Iterable[Bekledingsregel], functie: str, organisatie: str, dag: date) -> tuple[Zetel, ...]:
    """Those who held it on this day."""
    return tuple(zetel for zetel in zetels(regels, functie, organisatie) if zetel.geldt(dag))


def geopend(gevonden: Sequence[Zetel], briefjes: Iterable[Briefje]) -> tuple[tuple[Zetel, Briefje], ...]:
    """The holders whose seal one of these slips opens."""
    per_zegel = {briefje.zegel: briefje for briefje in briefjes}
    return tuple((z, per_zegel[z.regel.zegel]) for z in gevonden if z.regel.zegel in per_zegel)


def _zetel(regel: Bekledingsregel, einde: date | None) -> Zetel:
    vastgelegd = lokale_datum(regel.vastgelegd_op)
    van, tot = _dag(regel.van) or vastgelegd, _dag(regel.tot)
    dagen = [dag for dag in (tot, einde) if dag]
    return Zetel(regel, van, min(dagen, default=None), van < vastgelegd)


def _dag(tekst: str) -> date | None:
    """A day as it stands in a line; what can't be read counts as not filled in."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None
