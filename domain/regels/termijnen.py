"""Terms start, remind, lapse and end. Time passes through here, one due moment at a time."""

from collections.abc import Iterable
from datetime import date, datetime

from domain.duur import Duur
from domain.kalender import einde_dag
from domain.regels.hulp import Context, eis
from domain.reglement.model import Herinnermoment, Termijnsoort, herinnermomenten
from domain.stand import Stand
from domain.taal.rechtsgang import RechtswegeMogelijk
from domain.taal.termijnen import (
    Herinnering,
    HerinneringVerstuurd,
    Termijn,
    TermijnenFeit,
    TermijnGehaald,
    TermijnGestart,
    TermijnVerlengd,
    TermijnVerstreken,
    TermijnVervallen,
)

REFLECTIE, LESCONTROLE, LESACTIE = "T19", "T22", "H05"
NA_HET_EINDE = (LESCONTROLE, LESACTIE, "H01", "T17", "T18")
"""Terms of lessons and of promises: these are kept also when the opgave is closed."""
TijdFeit = HerinneringVerstuurd | TermijnVerstreken | TermijnGestart | RechtswegeMogelijk
"""What time itself can say."""


def start(ctx: Context, code: str, betreft: str, wat: str, geadresseerde: str, duur: str = "") -> TermijnGestart:
    """Start a term of the term table on the day of the event.

    Args:
        code: row of the term table, T01 to T22 or H01 to H05.
        betreft: id of what is waited for; a term's own id is `betreft/code`.
        wat: what must be done, in plain Dutch.
        geadresseerde: partner, body or function that must act.
        duur: another length than the table's, such as `10wd`.
    """
    soort = ctx.reglement.termijn(code)
    lengte = Duur.lees(duur) if duur else soort.duur
    uitkomst = soort.met(duur=lengte).bereken(ctx.op, ctx.reglement.kalender)
    return _gestart(ctx, soort, betreft, wat, geadresseerde, uitkomst.einde, uitkomst.grondslag, uitkomst.uitleg)


def start_tot(ctx: Context, code: str, betreft: str, wat: str, geadresseerde: str, einde: date) -> TermijnGestart:
    """Start a term that ends on a day someone named, with the reminders of this row of the term table."""
    uitleg = "De einddatum is afgesproken."
    return _gestart(ctx, ctx.reglement.termijn(code), betreft, wat, geadresseerde, einde, (), uitleg)


def verleng(stand: Stand, betreft: str, reden: str, op: date, ctx: Context) -> tuple[TermijnVerlengd, ...]:
    """The longer term that the law allows once, for what is waited for; nothing where no such term runs.

    Raises Weigering when it was used before, or on a day after the end (Awb 10:31 lid 2).
    """
    return tuple(
        _verlengd(t, reden, op, ctx) for t in lopend(stand, betreft) if ctx.reglement.termijn(t.code).verlenging
    )


def _verlengd(termijn: Termijn, reden: str, op: date, ctx: Context) -> TermijnVerlengd:
    soort = ctx.reglement.termijn(termijn.code)
    lang = soort.bereken(termijn.begin, ctx.reglement.kalender, verlengd=True)
    eis(termijn.einde < lang.einde, soort.grond, f"De termijn '{termijn.wat}' is al een keer verlengd.")
    eis(op <= termijn.einde, soort.grond, f"De termijn liep tot en met {termijn.einde}; verlengen kan niet meer.")
    nieuw = _gestart(
        ctx, soort, termijn.betreft, termijn.wat, termijn.geadresseerde, lang.einde, lang.grondslag, lang.uitleg
    ).termijn
    return TermijnVerlengd(termijn=nieuw.met(begin=termijn.begin), was=termijn.einde, reden=reden)


def _gestart(
    ctx: Context,
    soort: Termijnsoort,
    betreft: str,
    wat: str,
    geadresseerde: str,
    einde: date,
    grondslag: tuple[str, ...],
    uitleg: str,
) -> TermijnGestart:
    momenten = herinnermomenten(ctx.reglement.ladder(soort.ladder), einde, ctx.reglement.kalender)
    termijn = Termijn(
        id=f"{betreft}/{soort.code}",
        code=soort.code,
        soort=soort.soort,
        betreft=betreft,
        wat=wat,
        geadresseerde=geadresseerde,
        begin=ctx.op,
        einde=einde,
        verstrijkt_op=einde_dag(einde),
        grondslag=(soort.grond, *grondslag),
        uitleg=uitleg,
        herinneringen=_eenmaal(geadresseerde, (m for m in momenten if m.moment > ctx.nu)),
    )
    return TermijnGestart(termijn=termijn)


def _eenmaal(geadresseerde: str, momenten: Iterable[Herinnermoment]) -> tuple[Herinnering, ...]:
    """The reminders to come; who is addressed already does not hear the same rung again in another function."""
    rijen = [Herinnering(trede=m.trede, aan=m.functie, moment=m.moment) for m in momenten]
    aangesproken = {h.trede for h in rijen if h.aan == "geadresseerde"}
    return tuple(h for h in rijen if h.aan != geadresseerde or h.trede not in aangesproken)


def lopend(stand: Stand, betreft: str) -> Iterable[Termijn]:
    """The running terms of one thing that is waited for."""
    return (t for t in stand.termijnen.values() if t.loopt and t.betreft == betreft)


def gehaald(stand: Stand, betreft: str, op: date) -> tuple[TermijnGehaald, ...]:
    """The thing waited for came on day `op`: its terms end, on time or late."""
    return tuple(TermijnGehaald(termijn=t.id, wat=t.wat, op_tijd=op <= t.einde) for t in lopend(stand, betreft))


def vervallen(stand: Stand, betreft: str, reden: str) -> tuple[TermijnVervallen, ...]:
    """The thing waited for is no longer needed: its terms lapse without effect."""
    return tuple(TermijnVervallen(termijn=t.id, wat=t.wat, reden=reden) for t in lopend(stand, betreft))


def alles_vervalt(stand: Stand, reden: str, behalve: tuple[str, ...] = ()) -> tuple[TermijnVervallen, ...]:
    """Every running term lapses, except those of the codes named."""
    return tuple(
        TermijnVervallen(termijn=t.id, wat=t.wat, reden=reden)
        for t in stand.termijnen.values()
        if t.loopt and t.code not in behalve
    )


def volgend_moment(stand: Stand) -> datetime | None:
    """The next moment (UTC) at which time itself has something to say, or None."""
    return min((m for t in _actief(stand) if (m := _eerste(t))), default=None)


def verstrijk(stand: Stand, ctx: Context) -> tuple[TijdFeit, ...]:
    """The facts of the one earliest thing that is due at `ctx.nu`; nothing when nothing is due."""
    aan_de_beurt = [(m, t.id, t) for t in _actief(stand) if (m := _eerste(t)) and m <= ctx.nu]
    if not aan_de_beurt:
        return ()
    termijn = min(aan_de_beurt, key=lambda rij: rij[:2])[2]
    if termijn.status == "loopt" and termijn.verstrijkt_op <= ctx.nu:
        return (_verstreken(termijn), *_van_rechtswege(stand, termijn, ctx), *_volgende_ronde(stand, termijn, ctx))
    *eerder, laatste = _te_sturen(termijn, ctx.nu)
    return (_herinnering(termijn, laatste, tuple(h.trede for h in eerder)),)


def _verstreken(termijn: Termijn) -> TermijnVerstreken:
    return TermijnVerstreken(
        termijn=termijn.id,
        wat=termijn.wat,
        einde=termijn.einde,
        geadresseerde=termijn.geadresseerde,
        termijnsoort=termijn.soort,
        overgeslagen=tuple(h.trede for h in termijn.herinneringen if h.moment <= termijn.verstrijkt_op),
    )


def _herinnering(termijn: Termijn, rung: Herinnering, overgeslagen: tuple[str, ...]) -> HerinneringVerstuurd:
    return HerinneringVerstuurd(
        termijn=termijn.id,
        trede=rung.trede,
        aan=termijn.geadresseerde if rung.aan == "geadresseerde" else rung.aan,
        wat=termijn.wat,
        einde=termijn.einde,
        termijnsoort=termijn.soort,
        overgeslagen=overgeslagen,
    )


def _te_sturen(termijn: Termijn, nu: datetime) -> list[Herinnering]:
    """The rungs that are due; of several missed days only the last day's rungs are worth sending, one by one."""
    toe = [h for h in termijn.herinneringen if h.moment <= nu]
    zelfde = [h for h in toe if h.moment == toe[-1].moment]
    return toe[: len(toe) - len(zelfde) + 1]


def _van_rechtswege(stand: Stand, termijn: Termijn, ctx: Context) -> tuple[RechtswegeMogelijk, ...]:
    """Silence on a consent may count by law: time says so, and only a jurist says what it means (Awb 10:31)."""
    stap = stand.stappen.get(termijn.betreft)
    regels = ctx.reglement.besluitvorming
    if stap is None or regels is None or stap.code not in regels.van_rechtswege:
        return ()
    return (RechtswegeMogelijk(stap=stap.id, orgaan=stap.orgaan, einde=termijn.einde),)


def _volgende_ronde(stand: Stand, termijn: Termijn, ctx: Context) -> tuple[TermijnGestart, ...]:
    """A skipped reflection stays visible as lapsed, and the next one is planned."""
    if termijn.code != REFLECTIE or stand.leven.toestand != "lopend":
        return ()
    return (reflectie(ctx, nummer=sum(t.code == REFLECTIE for t in stand.termijnen.values()) + 1),)


def reflectie(ctx: Context, nummer: int) -> TermijnGestart:
    """Plan the next reflectiemoment (T19, S3-15)."""
    return start(ctx, REFLECTIE, f"reflectie.{nummer}", "Houd een reflectiemoment", "opgavemanager")


def _actief(stand: Stand) -> Iterable[Termijn]:
    """Terms that time looks at: a pause silences what the house or a partner agreed, never what the law says."""
    stil = stand.leven.toestand == "gepauzeerd"
    return (t for t in stand.termijnen.values() if t.loopt and (t.soort == "wettelijk" or not stil))


def _eerste(termijn: Termijn) -> datetime | None:
    momenten = [h.moment for h in termijn.herinneringen[:1]]
    if termijn.status == "loopt":
        momenten.append(termijn.verstrijkt_op)
    return min(momenten, default=None)


def evolve(stand: Stand, feit: TermijnenFeit) -> Stand:
    match feit:
        case TermijnGestart() | TermijnVerlengd():
            return _zet(stand, feit.termijn)
        case HerinneringVerstuurd():
            termijn = stand.termijnen[feit.termijn]
            return _zet(stand, termijn.met(herinneringen=termijn.herinneringen[len(feit.overgeslagen) + 1 :]))
        case TermijnVerstreken():
            return _verstrek(stand, stand.termijnen[feit.termijn], len(feit.overgeslagen))
        case TermijnGehaald():
            return _sluit(stand, feit.termijn, "gehaald" if feit.op_tijd else "te_laat")
        case TermijnVervallen():
            return _sluit(stand, feit.termijn, "vervallen")
        case _:
            raise TypeError(feit)


def _verstrek(stand: Stand, termijn: Termijn, gemist: int) -> Stand:
    """A lapsed term is still waited for, and reminded; a lapsed reflection was skipped, for the next is planned."""
    if termijn.code == REFLECTIE:
        return _sluit(stand, termijn.id, "overgeslagen")
    return _zet(stand, termijn.met(status="verstreken", herinneringen=termijn.herinneringen[gemist:]))


def _zet(stand: Stand, termijn: Termijn) -> Stand:
    return stand.met(termijnen={**stand.termijnen, termijn.id: termijn})


def _sluit(stand: Stand, termijn: str, status: str) -> Stand:
    return _zet(stand, stand.termijnen[termijn].met(status=status, herinneringen=()))
