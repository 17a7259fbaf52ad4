"""Promises are tracked until kept; signals until someone took them up and said what was done."""

from collections.abc import Collection, Iterable
from datetime import date

from domain.basis import GERESERVEERD, LATERE_FUNCTIES, Weigering
from domain.feit import FeitInhoud
from domain.regels import geheim, termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.afspraken import (
    Afspraak,
    AfspraakAfgerond,
    Afspraakbron,
    AfspraakGemaakt,
    AfsprakenFeit,
    AfsprakenOpdracht,
    MaakAfspraak,
    MeldSignaal,
    RondAfspraakAf,
    Signaal,
    SignaalGemeld,
    SignaalGesloten,
    SignaalOpgevangen,
    SluitSignaal,
    VangSignaalOp,
)
from domain.taal.besluiten import BesluitGenomen, Besluitstap

MOTIE = "motie"
"""The kind of decision that is a motie by itself, on no item of the agenda."""


def decide(stand: Stand, opdracht: AfsprakenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case MaakAfspraak():
            return _maak(stand, opdracht, ctx)
        case RondAfspraakAf():
            return _rond_af(stand, opdracht, ctx)
        case MeldSignaal():
            return _meld(stand, opdracht, ctx)
        case VangSignaalOp():
            return _vang_op(stand, opdracht, ctx)
        case SluitSignaal():
            return _sluit(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _maak(stand: Stand, opdracht: MaakAfspraak, ctx: Context) -> tuple[FeitInhoud, ...]:
    gemaakt = AfspraakGemaakt(
        afspraak=nieuw_id(stand, opdracht.afspraak, "AF", stand.afspraken, "afspraak"),
        tekst=opdracht.tekst,
        wie=opdracht.wie,
        uiterlijk=opdracht.uiterlijk,
        bron=opdracht.bron,
        stap=opdracht.stap,
    )
    return beloof(stand, gemaakt, ctx)


def beloof(stand: Stand, gemaakt: AfspraakGemaakt, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A promise with its term. Raises Weigering for a person's name, a day gone by, or a secret in its text."""
    _toets_wie(stand, gemaakt.wie, ctx)
    reden = "De datum van de afspraak ligt voor de dag waarop hij is gemaakt."
    eis(gemaakt.uiterlijk is None or gemaakt.uiterlijk >= ctx.op, "uiterlijk", reden)
    geheim.toets_over(stand, gemaakt.stap, gemaakt.tekst)
    return _met_termijn(stand, gemaakt, ctx)


def termijnsoort(partners: Collection[str], wie: str) -> str:
    """A partner's promise is reminded like a partner's answer; the province's own by the ladder of the house."""
    return "T17" if wie in partners else "H01"


def uit_besluit(stand: Stand, stap: Besluitstap, genomen: BesluitGenomen, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Adopted moties and the promises made in the sitting, each an action that is tracked until it is settled."""
    if ctx.reglement.besluitvorming is None:
        return ()
    feiten: tuple[FeitInhoud, ...] = ()
    al: list[str] = []
    for bron, tekst, wie, uiterlijk in _te_volgen(stap, genomen):
        _toets_wie(stand, wie, ctx)
        id_ = nieuw_id(stand, None, "AF", stand.afspraken, "afspraak", al)
        al.append(id_)
        gemaakt = AfspraakGemaakt(afspraak=id_, tekst=tekst, wie=wie, uiterlijk=uiterlijk, bron=bron, stap=stap.id)
        feiten += _met_termijn(stand, gemaakt, ctx)
    return feiten


def _te_volgen(stap: Besluitstap, genomen: BesluitGenomen) -> Iterable[tuple[Afspraakbron, str, str, date | None]]:
    for stuk in genomen.amendementen:
        if stuk.soort == "motie" and stuk.uitkomst == "aangenomen":
            yield "motie", stuk.titel, stuk.wie or "GS", stuk.uiterlijk
    if stap.code == MOTIE and genomen.afloop == "positief":
        yield "motie", stap.onderwerp, "GS", None
    for belofte in genomen.toezeggingen:
        yield "toezegging", belofte.tekst, belofte.wie, belofte.uiterlijk


def _toets_wie(stand: Stand, wie: str, ctx: Context) -> None:
    """A promise is made by a function, a body or a partner, never by a person's name."""
    later = ctx.reglement.samenwerken is not None and wie in LATERE_FUNCTIES
    bekend = wie in GERESERVEERD or wie in stand.partners or later
    reden = f"{wie} is geen functie, orgaan of partner; een naam van een persoon hoort hier niet."
    eis(bekend or ctx.reglement.besluitvorming is None, "wie", reden)


def _met_termijn(stand: Stand, gemaakt: AfspraakGemaakt, ctx: Context) -> tuple[FeitInhoud, ...]:
    if gemaakt.uiterlijk is None:
        return (gemaakt,)
    soort = termijnsoort(stand.partners, gemaakt.wie)
    return (gemaakt, termijnen.start_tot(ctx, soort, gemaakt.afspraak, gemaakt.tekst, gemaakt.wie, gemaakt.uiterlijk))


def _toets_motie(afspraak: Afspraak, opdracht: RondAfspraakAf, ctx: Context) -> None:
    """A motie is PS's own: they settle it, and the griffier records where that stands (domain.md 3.3)."""
    if afspraak.bron != "motie" or ctx.reglement.besluitvorming is None:
        return
    griffier = ctx.door.functie == "griffier"
    eis(griffier, "bevoegdheid", "Een motie doen PS zelf af; de griffier legt dat vast.", "griffier")
    eis(opdracht.bron is not None, "bron", "Noem de lijst of het verslag waarin PS de motie afdeden.", "veld bron")


def _rond_af(stand: Stand, opdracht: RondAfspraakAf, ctx: Context) -> tuple[FeitInhoud, ...]:
    afspraak = zoek("afspraak", stand.afspraken, opdracht.afspraak)
    eis(afspraak.afgerond_op is None, "afspraak", f"Afspraak {afspraak.id} is al afgedaan.")
    eis(ctx.op >= afspraak.gemaakt_op, "gebeurd_op", f"Afspraak {afspraak.id} is pas gemaakt op {afspraak.gemaakt_op}.")
    if ctx.door.functie == "partner" and ctx.door.namens not in (afspraak.wie, stand.leven.trekker):
        raise Weigering("bevoegdheid", f"Deze afspraak is van {afspraak.wie}, niet van {ctx.door.namens}.")
    _toets_motie(afspraak, opdracht, ctx)
    geheim.toets_over(stand, afspraak.stap, opdracht.resultaat)
    afgerond = AfspraakAfgerond(afspraak=afspraak.id, resultaat=opdracht.resultaat, bron=opdracht.bron)
    return (afgerond, *termijnen.gehaald(stand, afspraak.id, ctx.op))


def _meld(stand: Stand, opdracht: MeldSignaal, ctx: Context) -> tuple[FeitInhoud, ...]:
    if opdracht.partner is not None:
        zoek("partner", stand.partners, opdracht.partner)
    signaal = SignaalGemeld(
        signaal=nieuw_id(stand, opdracht.signaal, "S", stand.signalen, "signaal"),
        partner=opdracht.partner,
        ernst=opdracht.ernst,
        omschrijving=opdracht.omschrijving,
    )
    return gemeld(signaal, ctx)


def gemeld(signaal: SignaalGemeld, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A signal, and the term in which someone takes it up."""
    intake = termijnen.start(
        ctx, "T21", f"{signaal.signaal}.intake", "Vang het signaal op", "ambtelijk_opdrachtgever", "5wd"
    )
    return (signaal, intake)


def _signaal(stand: Stand, id_: str, ctx: Context) -> Signaal:
    signaal = zoek("signaal", stand.signalen, id_)
    eis(signaal.gesloten_op is None, "signaal", f"Signaal {id_} is al gesloten.")
    eis(ctx.op >= signaal.gemeld_op, "gebeurd_op", f"Signaal {id_} is pas gemeld op {signaal.gemeld_op}.")
    return signaal


def _vang_op(stand: Stand, opdracht: VangSignaalOp, ctx: Context) -> tuple[FeitInhoud, ...]:
    signaal = _signaal(stand, opdracht.signaal, ctx)
    eis(not signaal.opgevangen_door, "signaal", f"Signaal {signaal.id} is al opgevangen.")
    ingreep = termijnen.start(ctx, "T21", signaal.id, "Besluit of u ingrijpt", "ambtelijk_opdrachtgever", "15wd")
    return (
        SignaalOpgevangen(signaal=signaal.id, opgevangen_door=opdracht.opgevangen_door),
        *termijnen.gehaald(stand, f"{signaal.id}.intake", ctx.op),
        ingreep,
    )


def _sluit(stand: Stand, opdracht: SluitSignaal, ctx: Context) -> tuple[FeitInhoud, ...]:
    signaal = _signaal(stand, opdracht.signaal, ctx)
    gesloten = SignaalGesloten(signaal=signaal.id, ingreep=opdracht.ingreep, ingreep_door=opdracht.ingreep_door)
    return (
        gesloten,
        *termijnen.gehaald(stand, f"{signaal.id}.intake", ctx.op),
        *termijnen.gehaald(stand, signaal.id, ctx.op),
    )


def evolve(stand: Stand, feit: AfsprakenFeit, ctx: Context) -> Stand:
    match feit:
        case AfspraakGemaakt():
            nieuw = Afspraak(
                id=feit.afspraak,
                tekst=feit.tekst,
                wie=feit.wie,
                uiterlijk=feit.uiterlijk,
                bron=feit.bron,
                stap=feit.stap,
                gemaakt_op=ctx.op,
            )
            return _zet_afspraak(stand, nieuw)
        case AfspraakAfgerond():
            klaar = stand.afspraken[feit.afspraak].met(afgerond_op=ctx.op, resultaat=feit.resultaat)
            return _zet_afspraak(stand, klaar)
        case SignaalGemeld():
            gemeld = Signaal(
                id=feit.signaal,
                partner=feit.partner,
                ernst=feit.ernst,
                omschrijving=feit.omschrijving,
                gemeld_op=ctx.op,
            )
            return _zet_signaal(stand, gemeld)
        case SignaalOpgevangen():
            return _zet_signaal(stand, stand.signalen[feit.signaal].met(opgevangen_door=feit.opgevangen_door))
        case SignaalGesloten():
            einde = {"ingreep": feit.ingreep, "ingreep_door": feit.ingreep_door, "gesloten_op": ctx.op}
            return _zet_signaal(stand, stand.signalen[feit.signaal].met(**einde))
        case _:
            raise TypeError(feit)


def _zet_afspraak(stand: Stand, afspraak: Afspraak) -> Stand:
    return stand.met(afspraken={**stand.afspraken, afspraak.id: afspraak})


def _zet_signaal(stand: Stand, signaal: Signaal) -> Stand:
    return stand.met(signalen={**stand.signalen, signaal.id: signaal})
