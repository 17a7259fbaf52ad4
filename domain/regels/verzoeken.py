"""Requests: asked, answered, withdrawn, or gone on without. Silence itself never decides."""

from collections.abc import Collection

from domain.basis import Afzender, Weigering
from domain.bevoegdheid import is_trekker
from domain.feit import FeitInhoud
from domain.kalender import DAGNAMEN
from domain.orgaan import Reces
from domain.regels import antwoorden, geheim, termijnen, uitstel
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.termijnen import Termijn
from domain.taal.verzoeken import (
    AFSLUITING,
    AntwoordVerbeterd,
    BeantwoordVerzoek,
    BepaalStilte,
    BeslisUitstel,
    BijStilte,
    DoorgegaanZonderReactie,
    GaDoorZonderReactie,
    LegAntwoordVast,
    StilteBepaald,
    TrekVerzoekIn,
    UitstelGevraagd,
    UitstelGeweigerd,
    UitstelVerleend,
    VerbeterAntwoord,
    Verzoek,
    VerzoekBeantwoord,
    VerzoekenFeit,
    VerzoekenOpdracht,
    VerzoekGedaan,
    VerzoekIngetrokken,
    VraagPartner,
    VraagUitstel,
)
from domain.woorden import gewoon


def decide(stand: Stand, opdracht: VerzoekenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case VraagPartner():
            return _vraag(stand, opdracht, ctx)
        case BeantwoordVerzoek():
            return antwoorden.beantwoord(stand, opdracht, ctx)
        case LegAntwoordVast():
            return antwoorden.leg_vast(stand, opdracht, ctx)
        case VerbeterAntwoord():
            return antwoorden.verbeter(stand, opdracht, ctx)
        case VraagUitstel():
            return uitstel.vraag(_open(stand, opdracht.verzoek), stand, opdracht, ctx)
        case BeslisUitstel():
            return uitstel.beslis(_open(stand, opdracht.verzoek), stand, opdracht, ctx)
        case BepaalStilte():
            return (_bepaal_stilte(stand, _open(stand, opdracht.verzoek), opdracht, ctx),)
        case TrekVerzoekIn():
            return _trek_in(stand, _open(stand, opdracht.verzoek), opdracht.reden)
        case GaDoorZonderReactie():
            return _ga_door(stand, _open(stand, opdracht.verzoek), opdracht.reden, ctx)
        case _:
            raise TypeError(opdracht)


def _vraag(stand: Stand, opdracht: VraagPartner, ctx: Context) -> tuple[FeitInhoud, ...]:
    _toets_stilte(stand, opdracht.bij_stilte, ctx)
    _toets_betreft(stand, opdracht.betreft)
    geheim.toets_over(stand, opdracht.betreft, opdracht.vraag)
    feiten: list[FeitInhoud] = []
    gedaan: list[str] = []
    for aan in dict.fromkeys(opdracht.aan):
        partner = zoek("partner", stand.partners, aan)
        eis(partner.doet_mee, "partner", f"{partner.naam} is uitgetreden en kan geen verzoek meer krijgen.")
        verzoek = nieuw_id(stand, None, "V", stand.verzoeken, "verzoek", al=gedaan)
        stil = _reces(opdracht, aan, ctx)
        gestart = termijnen.start(
            ctx, "T17", verzoek, opdracht.vraag, aan, opdracht.termijn, stil=stil, partners=stand.partners
        )
        gestart = gestart.met(termijn=_met_waarschuwing(gestart.termijn, ctx))
        nieuw = VerzoekGedaan(
            verzoek=verzoek,
            aan=aan,
            verzoeksoort=opdracht.verzoeksoort,
            vraag=opdracht.vraag,
            bij_stilte=opdracht.bij_stilte,
            uiterlijk=gestart.termijn.einde,
            betreft=opdracht.betreft,
        )
        gedaan.append(verzoek)
        feiten += [nieuw, gestart]
    return tuple(feiten)


def _met_waarschuwing(termijn: Termijn, ctx: Context) -> Termijn:
    """Weeks that were agreed can end on a Sunday: that day stays, for Atw is no rule for what people agree."""
    vrij = ctx.reglement.kalender.vrij_omdat(termijn.einde)
    if vrij is None or ctx.reglement.post is None:
        return termijn
    dag = f"een {vrij}" if vrij in DAGNAMEN else f"een vrije dag ({vrij})"
    let_op = f"De laatste dag valt op {dag}; de Algemene termijnenwet geldt niet voor een afspraak."
    return termijn.met(uitleg=f"{termijn.uitleg} {let_op}".strip())


def _toets_betreft(stand: Stand, betreft: str | None) -> None:
    """A request is about something that is there: a decision step, a sheet, or the end of the opgave."""
    bladen = {sleutel.partition(":")[0] for sleutel in stand.bladen}
    bekend = betreft in (None, AFSLUITING) or betreft in stand.stappen or betreft in stand.bladen or betreft in bladen
    waarover = f"Een verzoek gaat over een stap, een ingevuld blad of '{AFSLUITING}'; {betreft} is dat niet."
    eis(bekend, "betreft", waarover, *tuple(stand.stappen)[:20])


def _toets_stilte(stand: Stand, bij_stilte: BijStilte, ctx: Context) -> None:
    """Silence means waiting, unless someone with the authority for it says otherwise (domain.md 4.3)."""
    if mag_stilte(stand, ctx.door, bij_stilte) or ctx.reglement.post is None:
        return
    wie = dict(ctx.reglement.post.stilte).get(bij_stilte, ())
    reden = f"Als {_als(stand, ctx.door)} bepaalt u niet dat zwijgen '{gewoon(bij_stilte)}' betekent. Kies 'wachten'."
    raise Weigering("bij_stilte", reden, wie)


def mag_stilte(stand: Stand, door: Afzender, bij_stilte: str) -> bool:
    """Whether this sender may say that silence means this."""
    post = reglement(stand.reglement).post
    return post is None or bij_stilte == "wachten" or _als(stand, door) in dict(post.stilte).get(bij_stilte, ())


def _als(stand: Stand, door: Afzender) -> str:
    """The trekker has the authority of the opgavemanager."""
    return "opgavemanager" if is_trekker(stand, door) else door.functie


def _reces(opdracht: VraagPartner, aan: str, ctx: Context) -> tuple[Reces, ...]:
    """When this partner is in reces, as far as it is known."""
    if ctx.reglement.post is None:
        return ()
    return tuple(reces for kalender in opdracht.kalenders if kalender.orgaan == aan for reces in kalender.reces)


def _open(stand: Stand, verzoek: str) -> Verzoek:
    gevonden = zoek("verzoek", stand.verzoeken, verzoek)
    eis(gevonden.status == "open", "verzoek", f"Verzoek {verzoek} is al {gevonden.status}.")
    return gevonden


def _bepaal_stilte(stand: Stand, verzoek: Verzoek, opdracht: BepaalStilte, ctx: Context) -> StilteBepaald:
    _toets_stilte(stand, opdracht.bij_stilte, ctx)
    nieuw = opdracht.bij_stilte != verzoek.bij_stilte
    eis(nieuw, "bij_stilte", f"Bij verzoek {verzoek.id} is dat al wat zwijgen betekent.")
    return StilteBepaald(verzoek=verzoek.id, aan=verzoek.aan, bij_stilte=opdracht.bij_stilte, reden=opdracht.reden)


def _trek_in(stand: Stand, verzoek: Verzoek, reden: str, naar: str = "") -> tuple[FeitInhoud, ...]:
    ingetrokken = VerzoekIngetrokken(verzoek=verzoek.id, aan=verzoek.aan, reden=reden, gaat_naar=naar)
    return (ingetrokken, *termijnen.vervallen(stand, verzoek.id, reden))


def _ga_door(stand: Stand, verzoek: Verzoek, reden: str, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Going on is what silence was said to mean, or is decided by who may say that of silence."""
    verstreken = any(t.status == "verstreken" for t in termijnen.lopend(stand, verzoek.id))
    eis(verstreken, "termijn", f"De termijn van verzoek {verzoek.id} loopt nog tot en met {verzoek.uiterlijk}.")
    eis(verzoek.bij_stilte != "wachten", "bij_stilte", "Bij dit verzoek is afgesproken dat u op antwoord wacht.")
    if verzoek.bij_stilte != "doorgaan_na_besluit":
        _toets_stilte(stand, "doorgaan_na_besluit", ctx)
    wacht = f"{verzoek.aan} vroeg uitstel voor verzoek {verzoek.id}. Beslis daar eerst over."
    eis(verzoek.uitstel != "gevraagd", "uitstel", wacht, f"BeslisUitstel {verzoek.id}")
    door = DoorgegaanZonderReactie(verzoek=verzoek.id, aan=verzoek.aan, reden=reden)
    return (door, *termijnen.vervallen(stand, verzoek.id, reden))


def verhuist(stand: Stand, verzoek: str, reden: str, naar: str) -> tuple[FeitInhoud, ...]:
    """An open request that goes on in another opgave: it is asked here no more. Raises Weigering for one that ended."""
    return _trek_in(stand, _open(stand, verzoek), reden, naar)


def trek_alle_in(
    stand: Stand, reden: str, van: str | None = None, naar: str = "", mee: Collection[str] | None = None
) -> tuple[FeitInhoud, ...]:
    """Withdraw every open request, or every one of a single partner, with their terms.

    With `naar` they go on in that opgave; of those in `mee` only, when it is given.
    """
    return tuple(
        feit
        for v in stand.verzoeken.values()
        if v.status == "open" and van in (None, v.aan)
        for feit in _trek_in(stand, v, reden, naar if mee is None or v.id in mee else "")
    )


def evolve(stand: Stand, feit: VerzoekenFeit, ctx: Context) -> Stand:
    match feit:
        case VerzoekGedaan():
            return _zet(stand, _verzoek(feit, ctx))
        case VerzoekBeantwoord():
            antwoord = {"oordeel": feit.oordeel, "antwoord": feit.antwoord, "beantwoord_op": ctx.op}
            hoe = {"kanaal": feit.kanaal, "bron": feit.bron}
            return _zet(stand, stand.verzoeken[feit.verzoek].met(status="beantwoord", **antwoord, **hoe))
        case AntwoordVerbeterd():
            verzoek = stand.verzoeken[feit.verzoek]
            beter = {"oordeel": feit.oordeel, "antwoord": feit.antwoord, "verbeterd": verzoek.verbeterd + 1}
            return _zet(stand, verzoek.met(**beter))
        case UitstelGevraagd() | UitstelVerleend() | UitstelGeweigerd():
            return _zet(stand, uitstel.evolve(stand.verzoeken[feit.verzoek], feit))
        case StilteBepaald():
            return _zet(stand, stand.verzoeken[feit.verzoek].met(bij_stilte=feit.bij_stilte))
        case VerzoekIngetrokken():
            return _zet(stand, stand.verzoeken[feit.verzoek].met(status="ingetrokken", gaat_naar=feit.gaat_naar))
        case DoorgegaanZonderReactie():
            return _zet(stand, stand.verzoeken[feit.verzoek].met(status="zonder_reactie"))
        case _:
            raise TypeError(feit)


def _verzoek(feit: VerzoekGedaan, ctx: Context) -> Verzoek:
    return Verzoek(
        id=feit.verzoek,
        aan=feit.aan,
        verzoeksoort=feit.verzoeksoort,
        vraag=feit.vraag,
        bij_stilte=feit.bij_stilte,
        gedaan_op=ctx.op,
        uiterlijk=feit.uiterlijk,
        betreft=feit.betreft,
    )


def _zet(stand: Stand, verzoek: Verzoek) -> Stand:
    return stand.met(verzoeken={**stand.verzoeken, verzoek.id: verzoek})
