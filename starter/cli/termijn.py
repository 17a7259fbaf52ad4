"""`opgave termijn`: one term, computed and explained by the rules of the newest reglement."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from domain.basis import Weigering
from domain.duur import NIET_GEDEKT, Duur, Termijnuitkomst, atw_geldt, bereken_einde, niet_eerder_dan
from domain.kalender import DAG, GelijkgesteldeDag, Kalender, datum_voluit
from domain.reglement.model import Termijnsoort
from domain.reglement.register import nieuwste
from domain.uren import Uren, komt_twee_keer, tel_uren, tijdstip_voluit
from domain.woorden import zin
from starter.cli import scherm
from starter.cli.fouten import verwacht
from starter.cli.omgeving import omgeving
from starter.cli.termijnvraag import Vraag, lees_dag, lees_lengte, lees_moment, lees_soort
from starter.invoer import Invoerfout

BEZWAAR = "T07"
"""The one row of the term table of which the law itself says that it starts the day after (Awb 6:8 lid 1)."""


@dataclass(frozen=True)
class Antwoord:
    """The last day or moment of a term (the first that is allowed, for a term that must have passed), and why.

    `nominaal` is the last day before the Algemene termijnenwet was applied. `waarschuwing` is empty, or says of which
    years the gelijkgestelde dagen are not in the data; `gelijkgesteld_tot` is the last day of which they are.
    """

    einde: date | datetime
    nominaal: date | datetime
    grondslag: tuple[str, ...]
    uitleg: str
    waarschuwing: str
    gelijkgesteld_tot: date


@dataclass(frozen=True)
class Telling:
    """A term in days that was counted: what `bereken_einde` gave, and what to say with it."""

    start: date
    uitkomst: Termijnuitkomst
    grondslag: tuple[str, ...]
    zinnen: tuple[str, ...]
    wacht: bool


def termijn(vraag: Vraag, json: bool) -> None:
    """Compute one term and show it. Raises Invoerfout that names the option when the question makes no sense."""
    vraag.toets()
    kop, antwoord = bereken(vraag)
    if json:
        return scherm.json_uit(antwoord)
    scherm.zeg(kop, "bold")
    scherm.zeg_onder(antwoord.uitleg)
    if antwoord.grondslag:
        scherm.zeg_onder(f"Grondslag: {'; '.join(antwoord.grondslag)}")
    if antwoord.waarschuwing:
        scherm.let_op(antwoord.waarschuwing)
    return None


def _kalender() -> Kalender:
    """The calendar of the newest reglement, with the days that opgaven got to know later."""
    return nieuwste().kalender.met_dagen(_erbij())


def _erbij() -> tuple[GelijkgesteldeDag, ...]:
    """Those days. Where the register can't be asked the sum is made without them, and says so once."""
    doos = omgeving()
    try:
        return doos.dagen_erbij
    except Exception as fout:
        if verwacht(fout) is None:
            raise
        doos.dagen_erbij = ()
        scherm.let_op("Het register is niet bereikbaar: vrije dagen die later zijn toegevoegd, tellen nu niet mee.")
        return ()


def bereken(vraag: Vraag) -> tuple[str, Antwoord]:
    """The answer in a few words, and in full."""
    if vraag.voor:
        return _vaste_datum(lees_dag(vraag.voor, "--voor"))
    if vraag.soort:
        return _antwoord(_uit_tabel(vraag, *lees_soort(vraag.soort, vraag.duur)))
    lengte = lees_lengte(vraag.duur or "")
    return _in_uren(vraag, lengte) if isinstance(lengte, Uren) else _antwoord(_in_dagen(vraag, lengte))


def _vaste_datum(dag: date) -> tuple[str, Antwoord]:
    """Before 15 July is 14 July at the latest: a fixed date is no term, so nothing rolls."""
    einde = dag - DAG
    zinnen = (
        f"Voor {datum_voluit(dag)} betekent: uiterlijk de dag ervoor, {datum_voluit(einde)}.",
        "Een vaste datum is geen termijn en schuift niet op.",
        *_vrij(einde),
    )
    return f"Uiterlijk {datum_voluit(einde)}", Antwoord(einde, einde, (), " ".join(zinnen), "", _bekend_tot())


def _in_uren(vraag: Vraag, uren: Uren) -> tuple[str, Antwoord]:
    if vraag.startdag_telt:
        raise Invoerfout("--startdag-telt gaat niet samen met een --duur in uren: die tellen vanaf het tijdstip.")
    van, met_zone = lees_moment(vraag.van)
    uitkomst = tel_uren(van, uren, terug=vraag.terug)
    zinnen = [uitkomst.uitleg]
    if komt_twee_keer(van) and not met_zone:
        zinnen.append("Dit tijdstip komt die nacht twee keer; gerekend is met de eerste keer.")
    if vraag.wacht:
        zinnen.append("Het mag pas als deze uren voorbij zijn.")
    einde = uitkomst.einde
    kop = f"{'Niet eerder dan' if vraag.wacht else 'Uiterlijk'} {tijdstip_voluit(einde)}"
    return kop, Antwoord(einde, einde, uitkomst.grondslag, " ".join(zinnen), "", _bekend_tot())


def _in_dagen(vraag: Vraag, duur: Duur) -> Telling:
    start, atw = lees_dag(vraag.van), not vraag.zonder_atw

    def tel(kalender: Kalender) -> Termijnuitkomst:
        return bereken_einde(start, duur, kalender, atw=atw, terug=vraag.terug, startdag_telt=vraag.startdag_telt)

    uitkomst, erbij = _geteld(tel, duur)
    begin = () if vraag.terug or vraag.startdag_telt else (_begin(start),)
    wet = () if atw else ("De Algemene termijnenwet is niet toegepast.",)
    zinnen = (*begin, _kern(uitkomst), *_over_werkdagen(duur), *erbij, *wet)
    return Telling(start, uitkomst, uitkomst.grondslag, zinnen, vraag.wacht)


def _uit_tabel(vraag: Vraag, soort: Termijnsoort, duur: Duur) -> Telling:
    """A row of the term table: it says how long, which way, and whether the Algemene termijnenwet applies."""
    wacht, terug = vraag.wacht or soort.minimum, soort.richting == "terug"
    if wacht and terug:
        raise Invoerfout(f"--wacht gaat niet samen met --soort {soort.code}: die telt terug.")
    start = lees_dag(vraag.van)
    rij = _volgens_atw_4(soort, duur).met(duur=duur)
    uitkomst, erbij = _geteld(lambda kalender: rij.bereken(start, kalender), duur)
    uitkomst, ook = _en_voor(soort, start, uitkomst)
    begin = () if terug or soort.startdag_telt else (_begin(start),)
    wat = f"{soort.code}, {zin(soort.naam)}"
    zinnen = (wat, *begin, _kern(uitkomst), *_over_werkdagen(duur), *erbij, *ook, *_geen_wet(soort))
    eerst = (soort.grond, "Awb 6:8 lid 1") if soort.code == BEZWAAR else (soort.grond,)
    return Telling(start, uitkomst, (*eerst, *uitkomst.grondslag), zinnen, wacht)


def _geteld(tel: Callable[[Kalender], Termijnuitkomst], duur: Duur) -> tuple[Termijnuitkomst, tuple[str, ...]]:
    """The outcome, and a sentence on those of the days added later without which it would end on another day."""
    erbij = _erbij()
    try:
        uitkomst = tel(_kalender())
        anders = [dag for dag in erbij if tel(_zonder(dag, erbij)).einde != uitkomst.einde]
    except (Weigering, OverflowError):
        raise _te_ver(duur) from None
    if not anders:
        return uitkomst, ()
    welke = ", ".join(f"{datum_voluit(dag.datum)} ({dag.bron})" for dag in anders)
    return uitkomst, (f"Later als gelijkgestelde dag toegevoegd en hier meegeteld: {welke}.",)


def _zonder(dag: GelijkgesteldeDag, erbij: tuple[GelijkgesteldeDag, ...]) -> Kalender:
    return nieuwste().kalender.met_dagen(d for d in erbij if d != dag)


def _volgens_atw_4(soort: Termijnsoort, duur: Duur) -> Termijnsoort:
    """A term in a law that is too long for the Algemene termijnenwet says so, with the article."""
    te_lang = soort.soort == "wettelijk" and soort.duur is not None and not atw_geldt(duur)
    return soort.met(atw=True) if te_lang else soort


def _geen_wet(soort: Termijnsoort) -> tuple[str, ...]:
    if soort.soort == "wettelijk":
        return ()
    return ("Deze termijn staat niet in een wet; de Algemene termijnenwet geldt hier niet.",)


def _en_voor(soort: Termijnsoort, start: date, uitkomst: Termijnuitkomst) -> tuple[Termijnuitkomst, tuple[str, ...]]:
    """A term that also has a fixed last day in the year of the event ends on that day when it comes first."""
    if not soort.voor:
        return uitkomst, ()
    jaardag = soort.voor[0]
    laatste = jaardag.laatste_dag(start.year)
    zegt = f"Het moet ook voor {jaardag.dag}-{jaardag.maand} ({jaardag.wat}): uiterlijk {datum_voluit(laatste)}."
    if laatste < start:
        return uitkomst, (f"{zegt} Die dag is al voorbij.",)
    return uitkomst.met(einde=min(uitkomst.einde, laatste)), (zegt,)


def _antwoord(telling: Telling) -> tuple[str, Antwoord]:
    uitkomst, zinnen = telling.uitkomst, telling.zinnen
    einde = niet_eerder_dan(uitkomst) if telling.wacht else uitkomst.einde
    if telling.wacht:
        zinnen = (*zinnen, f"De termijn moet voorbij zijn: het mag vanaf de dag erna, {datum_voluit(einde)}.")
    uitleg = " ".join((*zinnen, *_vrij(einde)))
    waarschuwing = _waarschuwing(telling.start, uitkomst.nominaal, uitkomst.einde)
    kop = f"{'Niet eerder dan' if telling.wacht else 'Uiterlijk'} {datum_voluit(einde)}"
    return kop, Antwoord(einde, uitkomst.nominaal, telling.grondslag, uitleg, waarschuwing, _bekend_tot())


def _kern(uitkomst: Termijnuitkomst) -> str:
    """The explanation without its remark about the calendar: the warning says it better."""
    return uitkomst.uitleg.removesuffix(NIET_GEDEKT).rstrip()


def _begin(start: date) -> str:
    return f"Het tellen begint de dag na de gebeurtenis: {datum_voluit(start + DAG)}."


def _over_werkdagen(duur: Duur) -> tuple[str, ...]:
    if duur.eenheid != "wd":
        return ()
    return ("Zaterdagen, zondagen, feestdagen en gelijkgestelde dagen tellen niet mee (Atw 3).",)


def _vrij(dag: date) -> tuple[str, ...]:
    """What people should know when nothing rolls: this is no working day."""
    vrij = _kalender().vrij_omdat(dag)
    bron = "".join(f", {d.bron}" for d in _erbij() if d.datum == dag)
    return (f"Let op: {datum_voluit(dag)} is geen werkdag ({vrij}{bron}).",) if vrij else ()


def _bekend_tot() -> date:
    return date(nieuwste().kalender.dekt_jaren[1], 12, 31)


def _waarschuwing(*dagen: date) -> str:
    """The years from the first through the last of these days of which no gelijkgestelde dagen are known."""
    van, tot = nieuwste().kalender.dekt_jaren
    eerste, laatste = min(dagen).year, max(dagen).year
    onbekend = [_jaren(eerste, min(laatste, van - 1)), _jaren(max(eerste, tot + 1), laatste)]
    welke = " en ".join(filter(None, onbekend))
    if not welke:
        return ""
    return f"Let op: de gelijkgestelde dagen van {welke} staan niet in de gegevens (wel die van {_jaren(van, tot)})."


def _jaren(van: int, tot: int) -> str:
    """A row of years: `2029`, or `2029 tot en met 2031`; empty when there are none."""
    if van > tot:
        return ""
    return f"{van}" if van == tot else f"{van} tot en met {tot}"


def _te_ver(duur: Duur) -> Invoerfout:
    return Invoerfout(f"--duur: {duur.voluit} is te ver weg om mee te rekenen.")
