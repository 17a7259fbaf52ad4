"""Every end of a term counted again as the facts go by: started, suspended, extended, moved, met, lapsed."""

from collections.abc import Iterator
from datetime import date, datetime

from audit.rekenen import herbereken_termijnen as reken
from audit.rekenen.herbereken_termijnen import Soort, Uitkomst
from audit.rekenen.kalender import einde_van
from audit.rekenen.regel import Rekenregel
from audit.rekenen.regelboek import Regelboek
from domain.feit import Feit
from domain.taal.besluiten import BesluitGenomen
from domain.taal.herstel import BesluitHersteld
from domain.taal.termijnen import (
    Termijn,
    TermijnGehaald,
    TermijnGestart,
    TermijnHerberekend,
    TermijnHervat,
    TermijnOpgeschort,
    TermijnVerlengd,
    TermijnVerstreken,
)
from domain.woorden import datum


class Termijnteller:
    """Goes along the facts, and keeps for each term what was counted here of it."""

    def __init__(self) -> None:
        self._geteld: dict[str, Uitkomst] = {}
        self._termijn: dict[str, Termijn] = {}
        self._stil: set[str] = set()
        self._besluit: tuple[str | None, date | None] = (None, None)

    def feit(self, feit: Feit, boek: Regelboek) -> Iterator[Rekenregel]:
        """The lines for this fact."""
        match feit.inhoud:
            case BesluitGenomen(genomen_op=op) | BesluitHersteld(besluit=BesluitGenomen(genomen_op=op)):
                self._besluit = (feit.opdracht, op)
            case TermijnGestart() | TermijnVerlengd() | TermijnHervat() | TermijnHerberekend() as nieuw:
                yield self._einde(feit, nieuw, boek)
            case TermijnOpgeschort(termijn=id_):
                self._stil.add(id_)
            case TermijnGehaald() as klaar if klaar.termijn in self._termijn:
                yield self._gehaald(feit, klaar)
            case TermijnVerstreken() as klaar if klaar.termijn in self._termijn:
                yield self._verstreken(feit, klaar)
            case _:
                pass

    def _einde(
        self, feit: Feit, nieuw: TermijnGestart | TermijnVerlengd | TermijnHervat | TermijnHerberekend, boek: Regelboek
    ) -> Rekenregel:
        termijn, rij = nieuw.termijn, boek.termijn(nieuw.termijn.code)
        uitkomst = self._reken(nieuw, reken.lees_soort(rij), boek)
        regel = Rekenregel(
            opgave=feit.opgave,
            feit=feit.seq,
            soort="termijn",
            wat=f"{_WAT[nieuw.soort]} {termijn.id}: {termijn.wat}",
            invoer=_invoer(termijn, uitkomst),
            regel=", ".join(dict.fromkeys((*termijn.grondslag[:1], *uitkomst.artikelen))),
            vastgelegd=termijn.einde.isoformat(),
            berekend=uitkomst.einde.isoformat(),
            formule=uitkomst.formule,
            verschil="; ".join(_verschillen(termijn, uitkomst)),
        )
        self._termijn[termijn.id], self._geteld[termijn.id] = termijn, uitkomst
        (self._stil.add if termijn.status == "opgeschort" else self._stil.discard)(termijn.id)
        return regel

    def _reken(
        self,
        nieuw: TermijnGestart | TermijnVerlengd | TermijnHervat | TermijnHerberekend,
        soort: Soort,
        boek: Regelboek,
    ) -> Uitkomst:
        """Whatever a former count of the same term left, goes on from there; a recorded day never does."""
        termijn, gelijk = nieuw.termijn, boek.gelijkgesteld
        was = self._geteld.get(termijn.id)
        match nieuw:
            case TermijnHervat() if was and termijn.opschortingen:
                return reken.hervat(was, termijn.opschortingen[-1], soort, gelijk)
            case TermijnHerberekend() if was:
                return reken.opnieuw(was, termijn.begin, termijn.opschortingen, soort, gelijk)
            case TermijnVerlengd() if was and not _afgesproken(termijn) and soort.verlenging:
                zonder = Soort(soort.atw, soort.terug, False, soort.lengte, None)
                return reken.tel(was.nominaal, soort.verlenging, zonder, gelijk)
            case TermijnGestart() if was and _loopt_door(termijn):
                return was
        if was is None and not isinstance(nieuw, TermijnGestart):
            zin = "niet nagerekend: het begin van deze termijn is in dit pak niet te lezen"
            return Uitkomst(termijn.einde, termijn.nominaal or termijn.einde, reken.lees_lengte(termijn.duur), zin)
        lengte = reken.lengte_van(termijn, soort)
        if lengte is None or isinstance(nieuw, TermijnVerlengd):
            return Uitkomst(termijn.einde, termijn.einde, None, f"afgesproken dag: {datum(termijn.einde)}")
        return reken.tel(termijn.begin, lengte, soort, gelijk)

    def _gehaald(self, feit: Feit, klaar: TermijnGehaald) -> Rekenregel:
        """Met on time when it came on or before the last day, or while the term stood still."""
        opdracht, genomen = self._besluit
        dag = genomen if genomen and opdracht is not None and opdracht == feit.opdracht else feit.gebeurd_op
        einde = self._geteld[klaar.termijn].einde
        stil = klaar.termijn in self._stil
        op_tijd = dag <= einde or stil
        hoe = "de termijn stond stil" if stil else f"{dag} is {'niet later' if op_tijd else 'later'} dan {einde}"
        return self._slot(feit, klaar.termijn, "gehaald", klaar.op_tijd, op_tijd, hoe, f"gebeurd op {dag}")

    def _verstreken(self, feit: Feit, klaar: TermijnVerstreken) -> Rekenregel:
        """Lapsed only when 24:00 of the last day has passed."""
        einde = einde_van(self._geteld[klaar.termijn].einde)
        voorbij = feit.vastgelegd_op >= einde
        hoe = f"{_klok(feit.vastgelegd_op)} is {'niet eerder' if voorbij else 'eerder'} dan {_klok(einde)}"
        return self._slot(feit, klaar.termijn, "verstreken", False, not voorbij, hoe, f"einde {klaar.einde}")

    def _slot(
        self, feit: Feit, id_: str, wat: str, vastgelegd: bool, op_tijd: bool, hoe: str, invoer: str
    ) -> Rekenregel:
        zo, zus = ("op tijd" if b else "niet op tijd" for b in (vastgelegd, op_tijd))
        return Rekenregel(
            opgave=feit.opgave,
            feit=feit.seq,
            soort="termijn",
            wat=f"{wat} {id_}: {self._termijn[id_].wat}",
            invoer=invoer,
            regel=", ".join(self._termijn[id_].grondslag[:1]),
            vastgelegd=zo,
            berekend=zus,
            formule=hoe,
            verschil="" if vastgelegd == op_tijd else f"vastgelegd is {zo}, berekend {zus}",
        )


_WAT = {
    "TermijnGestart": "termijn",
    "TermijnVerlengd": "verlengde termijn",
    "TermijnHervat": "hervatte termijn",
    "TermijnHerberekend": "opnieuw berekende termijn",
}


def _afgesproken(termijn: Termijn) -> bool:
    """Since the third edition a term keeps its length; a day that was agreed has none."""
    return termijn.nominaal is not None and not termijn.duur


def _loopt_door(termijn: Termijn) -> bool:
    """A term that runs on after a correction and was extended or stood still: it is not counted from its start."""
    return "+" in termijn.duur or bool(termijn.opschortingen)


def _verschillen(termijn: Termijn, uitkomst: Uitkomst) -> Iterator[str]:
    if termijn.einde != uitkomst.einde:
        yield f"vastgelegd is {termijn.einde}, berekend {uitkomst.einde}"
    if termijn.nominaal is not None and termijn.nominaal != uitkomst.nominaal:
        yield f"de laatste dag voor de Atw is vastgelegd als {termijn.nominaal}, berekend {uitkomst.nominaal}"
    if termijn.verstrijkt_op != einde_van(termijn.einde):
        yield f"de termijn eindigt niet om 24:00 uur op {termijn.einde}, maar op {_klok(termijn.verstrijkt_op)}"


def _klok(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def _invoer(termijn: Termijn, uitkomst: Uitkomst) -> str:
    lengte = str(uitkomst.lengte) if uitkomst.lengte else "einddatum afgesproken"
    stil = (f"stil na {o.op} tot {o.tot or 'nu'}" for o in termijn.opschortingen)
    return "; ".join((f"begin {termijn.begin}", lengte, f"aan {termijn.geadresseerde}", *stil))
