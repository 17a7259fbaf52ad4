"""Terms in numbers: met, late, lapsed without an answer, by law, by agreement and of the house; who was waited for."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from audit.rekenen.overzichtdeel import Deel, Detail, Feiten, Kolommen, detail, opsomming
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.taal.rechtsgang import RechtswegeMogelijk, RechtswegeVastgesteld
from domain.taal.termijnen import (
    HerinneringVerstuurd,
    Termijn,
    TermijnGehaald,
    TermijnGestart,
    TermijnHerberekend,
    TermijnHervat,
    TermijnVerlengd,
    TermijnVerstreken,
    TermijnVervallen,
)

TOESTEMMING, REFLECTIE = "T02", "T19"
SOORTEN = {"wettelijk": "wet", "afgesproken": "afspraak", "huis": "huis"}
EEN_DAG = timedelta(days=1)
UITKOMSTEN = ("op_tijd", "te_laat", "verstreken", "vervallen", "loopt")


class Verloop(NamedTuple):
    """One term from its start to its end, or to the last fact of the pack while it is still waited for."""

    termijn: Termijn
    uitkomst: str
    tot: date
    feit: int


def verlopen(feiten: Feiten) -> tuple[Verloop, ...]:
    """How each term went. One that lapsed and was answered later counts as late."""
    gezien = dict[str, Verloop]()
    laatste = lokale_datum(feiten[-1].vastgelegd_op) if feiten else date.min
    for feit in feiten:
        match feit.inhoud:
            case TermijnGestart() | TermijnVerlengd() | TermijnHervat() | TermijnHerberekend() as nieuw:
                gezien[nieuw.termijn.id] = Verloop(nieuw.termijn, "loopt", laatste, feit.seq)
            case TermijnVerstreken(termijn=id_) if id_ in gezien:
                gezien[id_] = _verstrijk(gezien[id_], feit)
            case TermijnGehaald(termijn=id_, op_tijd=op_tijd) if id_ in gezien:
                hoe = "op_tijd" if op_tijd else "te_laat"
                gezien[id_] = gezien[id_]._replace(uitkomst=hoe, tot=feit.gebeurd_op, feit=feit.seq)
            case TermijnVervallen(termijn=id_) if id_ in gezien:
                was = gezien[id_].uitkomst
                hoe = "verstreken" if was == "verstreken" else "vervallen"
                gezien[id_] = gezien[id_]._replace(uitkomst=hoe, tot=feit.gebeurd_op, feit=feit.seq)
            case _:
                pass
    return tuple(gezien.values())


def _verstrijk(verloop: Verloop, feit: Feit) -> Verloop:
    """A lapsed term is still waited for; a lapsed reflection was skipped, for the next one is planned."""
    tot = feit.gebeurd_op if verloop.termijn.code == REFLECTIE else verloop.tot
    return verloop._replace(uitkomst="verstreken", tot=tot, feit=feit.seq)


def termijnen(feiten: Feiten) -> Deel:
    """The columns and details about terms, reminders and lapsed consent."""
    alle = verlopen(feiten)
    geteld = Counter((str(v.termijn.soort), v.uitkomst) for v in alle)
    kolommen: Kolommen = {
        f"termijn_{kort}_{uitkomst}": geteld[soort, uitkomst]
        for soort, kort in SOORTEN.items()
        for uitkomst in UITKOMSTEN
    }
    herinnerd = Counter(f.inhoud.aan for f in feiten if isinstance(f.inhoud, HerinneringVerstuurd))
    stil, wacht = tuple(_verstreken_toestemming(feiten, alle)), _wachtdagen(alle)
    kolommen |= {"a6_verstreken": len(stil), "herinneringen": sum(herinnerd.values()), "wachtdagen": opsomming(wacht)}
    details = (
        *(_detail(feiten, v) for v in alle if v.uitkomst in ("te_laat", "verstreken")),
        *stil,
        *_tellingen(feiten, "wachten op", wacht, "dagen", "dagen waarop minstens een termijn van deze partij liep"),
        *_tellingen(feiten, "herinnerd", herinnerd, "herinneringen", ""),
    )
    return kolommen, details


def _wachtdagen(alle: tuple[Verloop, ...]) -> dict[str, int]:
    """Days on which at least one term of a party ran: from the day after it began through the day it ended.

    Days on which it stood still are left out; the day it was resumed counts again (Awb 4:15).
    """
    dagen = defaultdict[str, set[date]](set)
    for v in alle:
        stil = {dag for o in v.termijn.opschortingen for dag in _na_tot(o.op, o.tot - EEN_DAG if o.tot else v.tot)}
        dagen[v.termijn.geadresseerde] |= set(_na_tot(v.termijn.begin, v.tot)) - stil
    return {partij: len(set_) for partij, set_ in dagen.items() if set_}


def _na_tot(begin: date, tot: date) -> Iterator[date]:
    return (begin + timedelta(days=n) for n in range(1, (tot - begin).days + 1))


def _detail(feiten: Feiten, v: Verloop) -> Detail:
    over = (v.tot - v.termijn.einde).days
    return Detail(
        opgave=feiten[0].opgave,
        onderwerp=f"termijn {v.uitkomst.replace('_', ' ')}",
        feit=v.feit,
        op=v.tot,
        wie=v.termijn.geadresseerde,
        wat=f"{v.termijn.id}: {v.termijn.wat}",
        waarde=max(over, 0),
        eenheid="dagen na het einde",
        toelichting="; ".join(
            (v.termijn.soort, f"van {v.termijn.begin} tot en met {v.termijn.einde}", *v.termijn.grondslag)
        ),
    )


def _verstreken_toestemming(feiten: Feiten, alle: tuple[Verloop, ...]) -> Iterator[Detail]:
    """Terms of a toestemming (A6) that lapsed: what silence meant, is for a jurist to say (Awb 10:31)."""
    soort = {v.termijn.id: v.termijn for v in alle if v.termijn.code == TOESTEMMING}
    gezegd = {f.inhoud.stap: f.inhoud.oordeel for f in feiten if isinstance(f.inhoud, RechtswegeVastgesteld)}
    mogelijk = {f.inhoud.stap for f in feiten if isinstance(f.inhoud, RechtswegeMogelijk)}
    for feit in feiten:
        if isinstance(feit.inhoud, TermijnVerstreken) and feit.inhoud.termijn in soort:
            stap = soort[feit.inhoud.termijn].betreft
            wacht = "de jurist moet dit nog vaststellen" if stap in mogelijk else "niets over vastgesteld"
            zin = f"van rechtswege: {gezegd[stap]}" if stap in gezegd else wacht
            yield detail(feit, "toestemming verstreken", f"{stap} ({feit.inhoud.geadresseerde})", toelichting=zin)


def _tellingen(feiten: Feiten, onderwerp: str, telling: dict[str, int], eenheid: str, uitleg: str) -> Iterator[Detail]:
    for partij, aantal in sorted(telling.items(), key=lambda p: (-p[1], p[0])):
        yield Detail(
            opgave=feiten[0].opgave,
            onderwerp=onderwerp,
            wie=partij,
            wat=partij,
            waarde=aantal,
            eenheid=eenheid,
            toelichting=uitleg,
        )
