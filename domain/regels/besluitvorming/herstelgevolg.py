"""What follows from a corrected record: what a first record would have led to, as far as it is not so already."""

from domain import twijfel
from domain.feit import FeitInhoud
from domain.regels import afspraken, stappen
from domain.regels.besluitvorming import grondslag, heropening
from domain.regels.besluitvorming.besloten import besloten
from domain.regels.hulp import Context
from domain.reglement.model import Effect
from domain.stand import Stand
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import BesluitGenomen, Besluitstap, BesluitstapVervallen
from domain.taal.termijnen import TermijnGehaald, TermijnGestart, TermijnVerlengd, TermijnVervallen


def volgt(
    stand: Stand, stap: Besluitstap, genomen: BesluitGenomen, effect: Effect, ctx: Context
) -> tuple[FeitInhoud, ...]:
    """What a first record would have led to, as far as it is not so already; steps that were built on it are left."""
    laatste, weg = stap.behandelingen[-1], stap.status == "vervallen"
    if laatste.vervallen_op is not None:
        return ()
    dicht = genomen.afloop == "open" and not weg and not grondslag.kan_weer_open(stand, stap)
    toen = heropening.ervoor(stand, stap, genomen.genomen_op or laatste.op, ctx)
    kaal = _nieuwe_beloften(stand, stap, genomen)
    volgers = besloten(toen, toen.stappen[stap.id], kaal, _effect(stand, stap, effect), ctx)[1:]
    nieuw = tuple(f for f in volgers if not _al_zo(stand, f, gebouwd(stand, stap, ctx), weg=weg or dicht))
    if dicht:
        return (*nieuw, *stappen.vervalt(stand, stap, "Hierover kan niet meer worden besloten."))
    return nieuw if weg else (*nieuw, *_heropend(stand, stap, volgers, ctx))


def _effect(stand: Stand, stap: Besluitstap, effect: Effect) -> Effect:
    """A path that goes back starts a new round, unless it is another round by now or the form works already."""
    if effect != "opnieuw" or stap.traject is None:
        return effect
    traject = stand.trajecten[stap.traject]
    loopt = traject.status == "gekozen" and grondslag.kan_weer_open(stand, stap)
    return "opnieuw" if loopt else "negatief"


def _nieuwe_beloften(stand: Stand, stap: Besluitstap, genomen: BesluitGenomen) -> BesluitGenomen:
    """The decision without the moties and promises that are tracked already."""
    al = {a.tekst for a in stand.afspraken.values() if a.stap == stap.id}
    motie_zelf = stap.code == afspraken.MOTIE and stap.onderwerp in al
    return genomen.met(
        amendementen=tuple(a for a in genomen.amendementen if a.titel not in al),
        toezeggingen=tuple(t for t in genomen.toezeggingen if t.tekst not in al),
        afloop="open" if motie_zelf else genomen.afloop,
    )


def _al_zo(stand: Stand, feit: FeitInhoud, gevolgd: tuple[str, ...], *, weg: bool) -> bool:
    """Whether this is so already, or is about a step that was built on the record and must be left as it is."""
    match feit:
        case TermijnGehaald():
            return weg or stand.termijnen[feit.termijn].status == ("gehaald" if feit.op_tijd else "te_laat")
        case TermijnVerlengd():
            nu = stand.termijnen[feit.termijn.id]
            return weg or (nu.loopt and nu.einde == feit.termijn.einde)
        case BesluitstapVervallen():
            return feit.stap in gevolgd
        case TermijnVervallen():
            return stand.termijnen[feit.termijn].betreft in gevolgd
        case _:
            return False


def _heropend(
    stand: Stand, stap: Besluitstap, volgers: tuple[FeitInhoud, ...], ctx: Context
) -> tuple[TermijnGestart, ...]:
    """The terms that the wrong record answered or extended and the corrected one does not."""
    klaar = {f.termijn for f in volgers if isinstance(f, TermijnGehaald)}
    klaar |= {f.termijn.id for f in volgers if isinstance(f, TermijnVerlengd)}
    terug = heropening.van_voor(stand, stap, ctx)
    return tuple(TermijnGestart(termijn=t) for t in terug if t.id not in klaar)


def ging_terug(stap: Besluitstap, laatste: Behandeling, ctx: Context) -> bool:
    """Whether what was recorded sent the path back and so started a next round."""
    return stap.traject is not None and laatste.uitkomst in ctx.reglement.staptype(stap.code).mogelijk.opnieuw


def gebouwd(stand: Stand, stap: Besluitstap, ctx: Context) -> tuple[str, ...]:
    """The steps that were built on what was recorded of this one."""
    return twijfel.gebouwd_op(stand, stap, ook_later=ging_terug(stap, stap.behandelingen[-1], ctx))
