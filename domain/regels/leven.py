"""The life as a whole: starting, moving between phases through gates, pausing, closing, handing over."""

from domain import overdracht, poorten, twijfel
from domain.basis import Fase, Weigering
from domain.feit import FeitInhoud
from domain.regels import functies, gelijkwaardig, stappen, termijnen, verzoeken
from domain.regels.hulp import Context, eis
from domain.reglement.model import Reglement
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal import afspraken
from domain.taal.leven import (
    DraagOver,
    FaseBegonnen,
    Faseperiode,
    GaNaarFase,
    Hervat,
    LevenFeit,
    LevenOpdracht,
    OpdrachtGeweigerd,
    OpgaveAfgesloten,
    OpgaveGepauzeerd,
    OpgaveGestart,
    OpgaveHervat,
    OpgaveIngetrokken,
    Overgedragen,
    Pauzeer,
    PoortGepasseerd,
    ReglementGewijzigd,
    Richting,
    SluitAf,
    StapOverOpReglement,
    StartOpgave,
    TrekIn,
    TrekkerAangewezen,
    WijsTrekkerAan,
)
from domain.taal.termijnen import TermijnVervallen

ONTVANGST = "ontvangstbevestiging"
NIEUWE_TREKKER = "nieuwe-trekker."
"""Begin of the id of the promise to appoint one, made when the trekker leaves."""
_IN_DE_KETEN = {Fase.BORGING: "lessons learned en borging"}
"""How a refusal has called this phase since the first edition; what stands in chains is never rewritten."""


def decide(stand: Stand, opdracht: LevenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case StartOpgave():
            return _start(stand, opdracht, ctx)
        case GaNaarFase():
            return _ga_naar_fase(stand, opdracht, ctx)
        case Pauzeer():
            return _pauzeer(stand, opdracht)
        case Hervat():
            eis(stand.leven.toestand == "gepauzeerd", "toestand", "De opgave is niet gepauzeerd.")
            return (OpgaveHervat(reden=opdracht.reden),)
        case TrekIn():
            gelijkwaardig.toets_einde(stand)
            return (OpgaveIngetrokken(reden=opdracht.reden), *_laat_alles_los(stand, "De opgave is ingetrokken."))
        case SluitAf():
            return _sluit_af(stand, opdracht, ctx)
        case WijsTrekkerAan():
            return _wijs_trekker_aan(stand, opdracht)
        case DraagOver():
            return (overdracht.dossier(stand, opdracht),)
        case StapOverOpReglement():
            return _stap_over(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _start(stand: Stand, opdracht: StartOpgave, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis(stand.leven.toestand == "nog_niet_begonnen", "id", f"De opgave {stand.opgave} bestaat al.")
    ontvangst = afspraken.AfspraakGemaakt(
        afspraak=ONTVANGST, tekst="Bevestig de ontvangst aan de initiatiefnemer", wie="opgavemanager", bron="overig"
    )
    return (
        OpgaveGestart(**{**opdracht.model_dump(exclude={"soort"})}),
        ontvangst,
        termijnen.start(ctx, "T18", ONTVANGST, ontvangst.tekst, "opgavemanager"),
        termijnen.reflectie(ctx, nummer=1),
    )


def _ga_naar_fase(stand: Stand, opdracht: GaNaarFase, ctx: Context) -> tuple[FeitInhoud, ...]:
    nu = stand.leven.fase
    richting = _richting(nu, opdracht.naar)
    sinds = stand.leven.fasen[-1].van
    eis(ctx.op >= sinds, "gebeurd_op", f"De opgave kwam pas op {sinds} in fase {nu}.")
    if richting != "verder":
        eis(bool(opdracht.reden), "reden", "Geef een reden bij het overslaan van of terugkeren naar een fase.")
    gepasseerd: tuple[FeitInhoud, ...] = ()
    if richting != "terug":
        twijfel.toets_alles(stand)
        zonder = poorten.VAN_DE_PILOT if richting == "overgeslagen" else ()
        gepasseerd = poorten.ga_door(stand, ctx, nu, opdracht.passeer, opdracht.reden, zonder)
    return (
        *gepasseerd,
        FaseBegonnen(fase=opdracht.naar, vorige=nu, richting=richting, reden=opdracht.reden),
    )


def _richting(nu: Fase, naar: Fase) -> Richting:
    fasen = tuple(Fase)
    stappen = fasen.index(naar) - fasen.index(nu)
    eis(stappen != 0, "fase", f"De opgave is al in fase {nu} {_IN_DE_KETEN.get(nu, nu.naam)}.")
    if stappen < 0:
        return "terug"
    overgeslagen = fasen[fasen.index(nu) + 1 : fasen.index(naar)]
    eis(set(overgeslagen) <= {Fase.PILOT}, "fase", "Alleen fase F4 pilot kunt u overslaan.")
    return "overgeslagen" if overgeslagen else "verder"


def _pauzeer(stand: Stand, opdracht: Pauzeer) -> tuple[FeitInhoud, ...]:
    eis(stand.leven.toestand == "lopend", "toestand", "De opgave is al gepauzeerd.")
    return (OpgaveGepauzeerd(reden=opdracht.reden, tot=opdracht.tot),)


def _sluit_af(stand: Stand, opdracht: SluitAf, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis(stand.leven.fase is Fase.BORGING, "fase", "Afronden kan in fase F6. Stoppen kan eerder met TrekIn.")
    if opdracht.uitkomst == "overdragen":
        eis(bool(opdracht.overdracht_aan), "overdracht_aan", "Noem aan wie u de opgave overdraagt.")
    lopend = tuple(p.titel for p in stand.pilots.values() if p.begonnen)
    eis(not lopend, "pilots", "Er loopt nog een pilot. Rond die eerst af.", *lopend)
    twijfel.toets_alles(stand)
    gelijkwaardig.toets_einde(stand)
    _past_bij_vervolg(stand, opdracht)
    gepasseerd = poorten.ga_door(stand, ctx, Fase.BORGING, opdracht.passeer, opdracht.reden)
    afgesloten = OpgaveAfgesloten(
        uitkomst=opdracht.uitkomst,
        reden=opdracht.reden,
        overdracht_aan=opdracht.overdracht_aan,
        vervolg=opdracht.vervolg,
    )
    return (
        *gepasseerd,
        afgesloten,
        *_laat_alles_los(stand, "De opgave is afgerond.", *termijnen.NA_HET_EINDE),
    )


def _past_bij_vervolg(stand: Stand, opdracht: SluitAf) -> None:
    """An opgave ends as GS or PS decided after the last evaluation; without an evaluation nothing was decided."""
    bepaald = [e for e in stand.evaluaties.values() if e.uitkomst]
    if bepaald and bepaald[-1].uitkomst != opdracht.uitkomst:
        vervolg = (bepaald[-1].uitkomst or "").replace("_", " ")
        raise Weigering("S0-25", f"Het besluit na evaluatie {bepaald[-1].id} is {vervolg}, niet {opdracht.uitkomst}.")


def _laat_alles_los(stand: Stand, reden: str, *behalve: str) -> tuple[FeitInhoud, ...]:
    """Requests are withdrawn, steps lapse, and so does every other term but those of the codes named."""
    los = (*verzoeken.trek_alle_in(stand, reden), *stappen.laat_alles_vervallen(stand, reden))
    al = {f.termijn for f in los if isinstance(f, TermijnVervallen)}
    rest = termijnen.alles_vervalt(stand, reden, behalve)
    return (*los, *(f for f in rest if f.termijn not in al))


def _wijs_trekker_aan(stand: Stand, opdracht: WijsTrekkerAan) -> tuple[FeitInhoud, ...]:
    bekend = opdracht.trekker == "provincie" or (
        opdracht.trekker in stand.partners and stand.partners[opdracht.trekker].doet_mee
    )
    eis(bekend, "trekker", f"{opdracht.trekker} doet niet mee aan deze opgave.", "provincie", *stand.partners)
    eis(opdracht.trekker != stand.leven.trekker, "trekker", f"{opdracht.trekker} trekt de opgave al.")
    aangewezen = TrekkerAangewezen(trekker=opdracht.trekker, vorige=stand.leven.trekker, reden=opdracht.reden)
    gevraagd = (a for a in stand.afspraken.values() if a.id.startswith(NIEUWE_TREKKER) and a.afgerond_op is None)
    gedaan = tuple(afspraken.AfspraakAfgerond(afspraak=a.id, resultaat=f"{opdracht.trekker} trekt") for a in gevraagd)
    return (aangewezen, *gedaan)


def _stap_over(stand: Stand, opdracht: StapOverOpReglement, ctx: Context) -> tuple[FeitInhoud, ...]:
    nieuw, oud = _geland(opdracht.reglement, ctx), reglement(stand.reglement)
    if nieuw.geldig_vanaf <= oud.geldig_vanaf:
        raise Weigering("reglement", f"{nieuw.code} is niet nieuwer dan {oud.code}, waaronder de opgave nu loopt.")
    return (ReglementGewijzigd(reglement=nieuw.code, vorige=oud.code, reden=opdracht.reden),)


def _geland(code: str, ctx: Context) -> Reglement:
    """The reglement of this code. Raises Weigering when there is none.

    A refusal is a fact as well, and a fact must fold the same for ever: it may not name what landed later.
    """
    try:
        return reglement(code)
    except Weigering as nee:
        raise Weigering(nee.regel, nee.reden, () if ctx.reglement.post else _GENOEMD) from None


_GENOEMD = ("r2026_1", "r2026_2")
"""What refusals under the first two editions named."""


def evolve(stand: Stand, feit: LevenFeit, ctx: Context) -> Stand:
    leven = stand.leven
    match feit:
        case OpgaveGestart():
            waarden = feit.model_copy().__dict__ | {"toestand": "lopend", "begonnen_op": ctx.op}
            waarden.pop("soort")
            eerste = Faseperiode(fase=Fase.INITIATIEF, van=ctx.op)
            begonnen = stand.met(leven=leven.met(**waarden, fasen=(eerste,)))
            if ctx.door.functie == "systeem":  # split off: nobody holds a function there yet
                return begonnen
            return functies.bekleed(begonnen, ctx.door.functie, ctx.door.subject, ctx, ctx.door.grondslag)
        case FaseBegonnen():
            *eerder, huidig = leven.fasen
            verblijf = Faseperiode(fase=feit.fase, van=ctx.op, na_feit=stand.seq)
            return stand.met(leven=leven.met(fase=feit.fase, fasen=(*eerder, huidig.met(tot=ctx.op), verblijf)))
        case PoortGepasseerd():
            return stand.met(leven=leven.met(gepasseerd=(*leven.gepasseerd, feit)))
        case OpgaveGepauzeerd():
            return stand.met(leven=leven.met(toestand="gepauzeerd", gepauzeerd_tot=feit.tot, reden=feit.reden))
        case OpgaveHervat():
            return stand.met(leven=leven.met(toestand="lopend", gepauzeerd_tot=None, reden=feit.reden))
        case OpgaveIngetrokken():
            return stand.met(leven=leven.met(toestand="ingetrokken", reden=feit.reden))
        case OpgaveAfgesloten():
            return stand.met(
                leven=leven.met(
                    toestand="afgerond",
                    uitkomst=feit.uitkomst,
                    reden=feit.reden,
                    overdracht_aan=feit.overdracht_aan,
                    vervolg=feit.vervolg,
                )
            )
        case TrekkerAangewezen():
            return stand.met(leven=leven.met(trekker=feit.trekker))
        case Overgedragen():
            return functies.bekleed(stand, feit.functie, feit.naar, ctx, "overdracht")
        case ReglementGewijzigd():
            return functies.bekend_bij_overstap(stand.met(reglement=feit.reglement), ctx)
        case OpdrachtGeweigerd():
            return stand.met(leven=leven.met(geweigerd=leven.geweigerd + 1))
        case _:
            raise TypeError(feit)
