"""Time passes through here, one due moment at a time: what it reminds of, and what it lets lapse."""

from collections.abc import Iterable
from datetime import datetime

from domain.feit import FeitInhoud
from domain.regels import escalaties, herinnerbeurt, herinnerplan, intakes, rondes
from domain.regels.herinnerbeurt import Beurt, Keuze
from domain.regels.hulp import Context
from domain.reglement.postregels import Postregels
from domain.stand import Stand
from domain.taal.rechtsgang import RechtswegeMogelijk
from domain.taal.termijnen import (
    Herinnering,
    HerinneringVerstuurd,
    Termijn,
    TermijnVerstreken,
)

KANAAL = "e-mail"


def volgend_moment(stand: Stand, ctx: Context) -> datetime | None:
    """The next moment (UTC) at which time itself has something to say, or None.

    A moment that has passed is given as it was; a rung that waits for the office counts from `ctx.nu`.
    """
    if escalaties.zonder_grond(stand):
        return ctx.nu
    eerste: datetime | None = None
    for vroegst, _, termijn in _op_volgorde(stand):
        if eerste is not None and vroegst >= eerste:
            return eerste  # no later term can come sooner
        moment = _eerste(stand, termijn, ctx)
        eerste = min((m for m in (eerste, moment) if m), default=None)
    return eerste


def _op_volgorde(stand: Stand, tot: datetime | None = None) -> list[tuple[datetime, str, Termijn]]:
    """The terms that time looks at, each with the earliest moment (up to `tot`) that it can have something to say."""
    rijen = [(m, t.id, t) for t in actief(stand) if (m := _vroegst(t)) and (tot is None or m <= tot)]
    return sorted(rijen, key=lambda rij: rij[:2])


def verstrijk(stand: Stand, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The facts of the one earliest thing that is due at `ctx.nu`; nothing when nothing is due."""
    if weg := escalaties.zonder_grond(stand):
        return weg
    for _, _, termijn in _op_volgorde(stand, ctx.nu):
        if feiten := _van_een(stand, termijn, ctx):
            return feiten
    return ()


def _vroegst(termijn: Termijn) -> datetime | None:
    """The earliest moment at which this term can have something to say: nothing goes before it was planned."""
    eerste = termijn.herinneringen[0].moment if termijn.herinneringen else None
    if termijn.status != "loopt":
        return eerste
    einde = termijn.verstrijkt_op
    return einde if eerste is None or einde < eerste else eerste


def _eerste(stand: Stand, termijn: Termijn, ctx: Context) -> datetime | None:
    """The moment at which this term has something to say."""
    if ctx.reglement.post is None:
        return _vroegst(termijn)
    rung = herinnerbeurt.eerste_moment(herinnerbeurt.beurten(stand, termijn, ctx.reglement.post, ctx))
    return min((m for m in (rung, termijn.verstrijkt_op if termijn.status == "loopt" else None) if m), default=None)


def _van_een(stand: Stand, termijn: Termijn, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What a term has to say now; in the third edition that can be nothing, when its rungs are held or wait."""
    if termijn.status == "loopt" and termijn.verstrijkt_op <= ctx.nu:
        volgt = (*rondes.volgende(stand, termijn, ctx), *intakes.na_verstrijken(stand, termijn, ctx))
        return (_verstreken(termijn), *_van_rechtswege(stand, termijn, ctx), *volgt)
    if ctx.reglement.post is None:
        *eerder, laatste = _te_sturen(termijn, ctx.nu)
        return (_herinnering(termijn, laatste, tuple(h.trede for h in eerder)),)
    return _herinneringen(stand, termijn, ctx.reglement.post, ctx)


def _herinneringen(stand: Stand, termijn: Termijn, post: Postregels, ctx: Context) -> tuple[FeitInhoud, ...]:
    """All that leaves now for one term; what is skipped stands in the escalation, else in the first reminder."""
    keuze = herinnerbeurt.kies(herinnerbeurt.beurten(stand, termijn, post, ctx), ctx.nu)
    if keuze is None:
        return ()
    weg = tuple(herinnerplan.naam(termijn, b.rung) for b in keuze.overgeslagen)
    bij_eerste = () if keuze.voorleggen else weg
    gestuurd = (
        _gestuurd(stand, termijn, beurt, () if nummer else bij_eerste) for nummer, beurt in enumerate(keuze.sturen)
    )
    return (*gestuurd, *_voorgelegd(stand, termijn, keuze, weg, ctx))


def _voorgelegd(
    stand: Stand, termijn: Termijn, keuze: Keuze, weg: tuple[str, ...], ctx: Context
) -> tuple[FeitInhoud, ...]:
    if not keuze.voorleggen:
        return ()
    signaal = any(b.rung.signaal for b in (*keuze.voorleggen, *keuze.overgeslagen))
    return escalaties.voorleggen(stand, termijn, keuze.voorleggen, weg, ctx, signaal=signaal)


def _gestuurd(stand: Stand, termijn: Termijn, beurt: Beurt, overgeslagen: tuple[str, ...]) -> HerinneringVerstuurd:
    return HerinneringVerstuurd(
        termijn=termijn.id,
        trede=beurt.rung.trede,
        aan=beurt.aan,
        wat=termijn.wat,
        einde=termijn.einde,
        termijnsoort=termijn.soort,
        overgeslagen=overgeslagen,
        kanaal=KANAAL,
        zin=beurt.zin,
        omgeleid_van="" if beurt.aan == beurt.van else beurt.van,
        escalatie=escalaties.van(stand, termijn.id, beurt),
    )


def _verstreken(termijn: Termijn) -> TermijnVerstreken:
    return TermijnVerstreken(
        termijn=termijn.id,
        wat=termijn.wat,
        einde=termijn.einde,
        geadresseerde=termijn.geadresseerde,
        termijnsoort=termijn.soort,
        overgeslagen=tuple(h.trede for h in termijn.herinneringen if herinnerplan.dagen(h.trede) <= 0),
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


def actief(stand: Stand) -> Iterable[Termijn]:
    """Terms that time looks at: a pause silences what the house or a partner agreed, never what the law says.

    A term that stands still says nothing at all.
    """
    stil = stand.leven.toestand == "gepauzeerd"
    lopend = (t for t in stand.termijnen.values() if t.loopt and t.status != "opgeschort")
    return (t for t in lopend if t.soort == "wettelijk" or not stil)
