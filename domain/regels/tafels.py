"""Tafels: opened with what is expected of them, reminded when they don't meet, asked every year what they mean."""

from domain.feit import FeitInhoud
from domain.regels import rondes
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.regels.samen import eis_regels
from domain.stand import Stand
from domain.taal.tafels import (
    MeldBijeenkomst,
    OpenTafel,
    SluitTafel,
    Tafel,
    TafelBijeengekomen,
    TafelGeopend,
    TafelGesloten,
    TafelGewijzigd,
    TafelsFeit,
    TafelsOpdracht,
    Tafelstand,
    WijzigTafel,
)
from domain.taal.termijnen import TermijnGestart
from domain.woorden import gewoon, orgaan

BIJEEN, BETEKENIS = "H10", "H11"


def decide(stand: Stand, opdracht: TafelsOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case OpenTafel():
            return _open(stand, opdracht, ctx)
        case WijzigTafel():
            return _wijzig(stand, opdracht, ctx)
        case MeldBijeenkomst():
            return _bijeen(stand, opdracht, ctx)
        case SluitTafel():
            return _sluit(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _open(stand: Stand, opdracht: OpenTafel, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis_regels(ctx)
    _toets_inhoud(stand, opdracht.inhoud)
    id_ = nieuw_id(stand, opdracht.tafel, "TF", stand.tafels, "tafel")
    geopend = TafelGeopend(tafel=id_, inhoud=opdracht.inhoud)
    return (
        geopend,
        _vraag_bijeen(stand, id_, opdracht.inhoud, ctx),
        _vraag_betekenis(stand, id_, opdracht.inhoud, ctx),
    )


def _toets_inhoud(stand: Stand, inhoud: Tafel) -> None:
    loket = inhoud.tafelsoort == "subsidieloket"
    eis(not loket or bool(inhoud.regeling), "S1-19", "Noem bij een subsidieloket de subsidieregeling.", "veld regeling")
    eis(loket or not inhoud.regeling, "S1-19", "Alleen een subsidieloket hoort bij een subsidieregeling.")
    dubbel = len(set(inhoud.deelnemers)) < len(inhoud.deelnemers)
    eis(not dubbel, "S1-14", "Een deelnemer staat twee keer aan deze tafel.")
    weg = [d for d in (inhoud.trekker, *inhoud.deelnemers) if d in stand.partners and not stand.partners[d].doet_mee]
    eis(not weg, "S1-14", f"{', '.join(weg)} doet niet meer mee als partner.")
    vreemd = [b.deelnemer for b in inhoud.behoeften if b.deelnemer not in inhoud.deelnemers]
    eis(not vreemd, "S1-16", f"{', '.join(vreemd)} zit niet aan deze tafel.", *inhoud.deelnemers)


def _open_tafel(stand: Stand, id_: str, ctx: Context) -> Tafelstand:
    tafel = zoek("tafel", stand.tafels, id_)
    eis(tafel.gesloten_op is None, "tafel", f"Tafel {id_} is gesloten.")
    eis(ctx.op >= tafel.sinds, "gebeurd_op", f"Tafel {id_} is pas geopend op {tafel.sinds}.")
    return tafel


def _wijzig(stand: Stand, opdracht: WijzigTafel, ctx: Context) -> tuple[FeitInhoud, ...]:
    """With a meaning filled in, new or confirmed, the yearly question is answered (S1-17)."""
    tafel = _open_tafel(stand, opdracht.tafel, ctx)
    zelfde = opdracht.inhoud.tafelsoort == tafel.inhoud.tafelsoort
    eis(zelfde, "S1-13", f"Tafel {tafel.id} is een {tafel.inhoud.tafelsoort}. Open voor iets anders een nieuwe tafel.")
    _toets_inhoud(stand, opdracht.inhoud)
    gewijzigd = TafelGewijzigd(tafel=tafel.id, inhoud=opdracht.inhoud, reden=opdracht.reden)
    if not opdracht.inhoud.betekenis:
        return (gewijzigd,)
    beantwoord = rondes.gehaald(stand, BETEKENIS, _betekenis(tafel.id), ctx.op)
    return (gewijzigd, *beantwoord, _vraag_betekenis(stand, tafel.id, opdracht.inhoud, ctx))


def _bijeen(stand: Stand, opdracht: MeldBijeenkomst, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A meeting that is recorded after a later one moves no term."""
    tafel = _open_tafel(stand, opdracht.tafel, ctx)
    eis(ctx.op not in tafel.bijeen, "S1-14", f"De bijeenkomst van tafel {tafel.id} op {ctx.op} staat al vast.")
    bijeen = TafelBijeengekomen(tafel=tafel.id, onderwerpen=opdracht.onderwerpen, opbrengst=opdracht.opbrengst)
    if tafel.bijeen and ctx.op < tafel.bijeen[-1]:
        return (bijeen,)
    gehaald = rondes.gehaald(stand, BIJEEN, _bijeenkomst(tafel.id), ctx.op)
    return (bijeen, *gehaald, _vraag_bijeen(stand, tafel.id, tafel.inhoud, ctx))


def _sluit(stand: Stand, opdracht: SluitTafel, ctx: Context) -> tuple[FeitInhoud, ...]:
    tafel = _open_tafel(stand, opdracht.tafel, ctx)
    reden = "De tafel is gesloten."
    return (
        TafelGesloten(tafel=tafel.id, reden=opdracht.reden),
        *rondes.vervallen(stand, BIJEEN, _bijeenkomst(tafel.id), reden),
        *rondes.vervallen(stand, BETEKENIS, _betekenis(tafel.id), reden),
    )


def _bijeenkomst(tafel: str) -> str:
    return f"{tafel}.bijeen"


def _betekenis(tafel: str) -> str:
    return f"{tafel}.betekenis"


def _vraag_bijeen(stand: Stand, tafel: str, inhoud: Tafel, ctx: Context) -> TermijnGestart:
    wat = f"Laat {_tafel(inhoud)} bijeenkomen (trekker: {orgaan(inhoud.trekker)})"
    return rondes.begin(stand, ctx, BIJEEN, _bijeenkomst(tafel), wat)


def _tafel(inhoud: Tafel) -> str:
    return f"{'het' if inhoud.tafelsoort == 'subsidieloket' else 'de'} {gewoon(inhoud.tafelsoort)} '{inhoud.naam}'"


def _vraag_betekenis(stand: Stand, tafel: str, inhoud: Tafel, ctx: Context) -> TermijnGestart:
    opnieuw = "opnieuw " if inhoud.betekenis else ""
    wat = f"Zeg {opnieuw}wat {_tafel(inhoud)} voor Flevolanders betekent"
    return rondes.begin(stand, ctx, BETEKENIS, _betekenis(tafel), wat)


def evolve(stand: Stand, feit: TafelsFeit, ctx: Context) -> Stand:
    match feit:
        case TafelGeopend():
            return _zet(stand, Tafelstand(id=feit.tafel, inhoud=feit.inhoud, sinds=ctx.op))
        case TafelGewijzigd():
            return _zet(stand, stand.tafels[feit.tafel].met(inhoud=feit.inhoud))
        case TafelBijeengekomen():
            return _zet(stand, _na_bijeenkomst(stand.tafels[feit.tafel], feit, ctx))
        case TafelGesloten():
            return _zet(stand, stand.tafels[feit.tafel].met(gesloten_op=ctx.op))
        case _:
            raise TypeError(feit)


def _na_bijeenkomst(tafel: Tafelstand, feit: TafelBijeengekomen, ctx: Context) -> Tafelstand:
    inhoud = sum(o.minuten for o in feit.onderwerpen if o.over == "inhoud")
    structuur = sum(o.minuten for o in feit.onderwerpen if o.over == "structuur")
    return tafel.met(
        bijeen=tuple(sorted((*tafel.bijeen, ctx.op))),
        minuten_inhoud=tafel.minuten_inhoud + inhoud,
        minuten_structuur=tafel.minuten_structuur + structuur,
    )


def _zet(stand: Stand, tafel: Tafelstand) -> Stand:
    return stand.met(tafels={**stand.tafels, tafel.id: tafel})
