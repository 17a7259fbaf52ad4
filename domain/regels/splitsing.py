"""Splitting and merging: someone says of everything where it goes; what the law lets run and what was decided stays."""

from collections.abc import Iterable
from typing import Any

from domain.basis import Weigering, is_agenda
from domain.feit import FeitInhoud
from domain.regels import partners, splitsing_geheim, splitsing_geld, splitsing_mee, splitsing_meegave, verzoeken
from domain.regels import splitsing_ontvangst as ontvangst
from domain.regels import splitsing_samenvoegen as samenvoeging
from domain.regels import splitsing_verdeling as verdeling
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.afspraken import Afspraak
from domain.taal.leven import Herkomst
from domain.taal.splitsing import (
    AankomstBevestigd,
    Afstamming,
    BevestigAankomst,
    DelenOntvangen,
    Meegave,
    OntvangDelen,
    OpgaveGesplitst,
    OpgaveSamengevoegd,
    Splits,
    SplitsingFeit,
    SplitsingOpdracht,
    VoegSamen,
)


def decide(stand: Stand, opdracht: SplitsingOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case Splits():
            splitsing_geheim.toets(stand, opdracht)
            return _splits(stand, opdracht, ctx)
        case VoegSamen():
            _toets_ander(stand, opdracht.gaat_op_in, ctx)
            splitsing_geheim.toets(stand, opdracht)
            return samenvoeging.voeg_samen(stand, opdracht, ctx)
        case OntvangDelen():
            return ontvangst.ontvang(stand, opdracht, ctx)
        case BevestigAankomst():
            return _bevestig(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _splits(stand: Stand, opdracht: Splits, ctx: Context) -> tuple[FeitInhoud, ...]:
    _toets_ander(stand, opdracht.nieuw, ctx)
    al = any(a.opgave == opdracht.nieuw and not a.mislukt for a in stand.afstamming)
    eis(not al, "opgave", f"{opdracht.nieuw} is al uit deze opgave afgesplitst, of ging er al in op.")
    gezegd = verdeling.verdeel(stand, opdracht.verdeling)
    weg = verdeling.helemaal_weg(gezegd, "partner")
    _toets_vertrek(stand, weg, tuple(t.id for t in gezegd.values() if t.waarheen == "gaat_mee"))
    gesplitst = _gesplitst(stand, opdracht, gezegd)
    reden = f"Afgesplitst naar {opdracht.nieuw}: {opdracht.reden}"
    return (
        gesplitst,
        *_verhuist(stand, gezegd, weg, reden, opdracht.nieuw),
        *partners.vertrek(stand, weg, reden, ctx, opdracht.nieuw),
        *(splitsing_geld.overgeheveld(deel, f"naar {opdracht.nieuw}") for deel in gesplitst.delen.geld),
        *splitsing_mee.vertrek(stand, gezegd, opdracht.nieuw, reden),
    )


def _gesplitst(stand: Stand, opdracht: Splits, gezegd: Any) -> OpgaveGesplitst:
    leven = stand.leven
    return OpgaveGesplitst(
        nieuw=opdracht.nieuw,
        titel=opdracht.titel,
        thema=opdracht.thema or leven.thema,
        betekenis_voor_flevolander=opdracht.betekenis_voor_flevolander,
        gebied=leven.gebied,
        portefeuille=leven.portefeuille,
        majeur_thema=leven.majeur_thema,
        gelijkwaardig=leven.gelijkwaardig,
        verdeling=opdracht.verdeling,
        delen=splitsing_mee.toets_past(splitsing_meegave.meegave(stand, gezegd)),
        reden=opdracht.reden,
        reglement=stand.reglement,
        verschuiving_s=stand.begin.verschuiving_s,
    )


def _toets_ander(stand: Stand, ander: str, ctx: Context) -> None:
    """Raise Weigering unless this can be the other opgave of a split or a merger, under a reglement that knows it."""
    _ = ctx.reglement.samen
    eis(ander != stand.opgave, "opgave", "Dit is de opgave zelf. Noem een andere.")
    eis(not is_agenda(ander), "opgave", f"{ander} is een agenda, geen opgave.")


def _toets_vertrek(stand: Stand, weg: tuple[str, ...], mee: tuple[str, ...]) -> None:
    """Raise Weigering while a partner that would leave still has something here that does not go along (`mee`)."""
    eis(stand.leven.trekker not in weg, "verdeling partner", "De trekker blijft hier, of is in beide opgaven.")
    open_ = tuple(
        f"{p}: {wat}"
        for p in weg
        for wat in (
            *(f"nam besluit {s.id}" for s in stand.stappen.values() if s.orgaan == p and s.afloop == "positief"),
            *(f"beloofde {a.id}: {a.tekst}" for a in _beloofd_door(stand, p) if a.id not in mee),
            *(f"legt {s} vast" for s in stand.vastleggingen if stand.stappen[s].orgaan == p),
            *(f"kreeg verzoek {v}" for v in _open_van(stand, p) if v not in mee),
            *(f"meldde signaal {s.id}" for s in stand.signalen.values() if s.partner == p and not s.gesloten_op),
        )
    )
    reden = "Deze partner kan niet alleen meegaan, want hier staat nog iets open. Laat dat meegaan, of kies 'beide'."
    eis(not open_, "verdeling partner", reden, *open_)


def _open_van(stand: Stand, partner: str) -> tuple[str, ...]:
    return tuple(v.id for v in stand.verzoeken.values() if v.aan == partner and v.status == "open")


def _beloofd_door(stand: Stand, partner: str) -> Iterable[Afspraak]:
    return (a for a in stand.afspraken.values() if a.wie == partner and not a.afgerond_op)


def _verhuist(stand: Stand, gezegd: Any, weg: tuple[str, ...], reden: str, naar: str) -> tuple[FeitInhoud, ...]:
    """Requests that go along end here; those of a partner that leaves do so when it leaves."""
    mee = (id_ for id_ in verdeling.helemaal_weg(gezegd, "verzoek") if stand.verzoeken[id_].aan not in weg)
    return tuple(f for id_ in mee for f in verzoeken.verhuist(stand, id_, reden, naar))


def _bevestig(stand: Stand, opdracht: BevestigAankomst, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What never arrived comes back; after a merger it waits to be given to another."""
    link = next((a for a in stand.afstamming if _is(a, opdracht)), None)
    if link is None:
        raise Weigering("afstamming", f"Aan {opdracht.in_opgave} is in feit {opdracht.bron} niets meegegeven.")
    bekend = link.aangekomen is not None or bool(link.mislukt)
    eis(not bekend, "afstamming", f"De aankomst in {opdracht.in_opgave} is al bevestigd.")
    eis(bool(opdracht.feit) != bool(opdracht.mislukt), "afstamming", "Noem het feit daar, of waarom het niet aankwam.")
    bevestigd = AankomstBevestigd(**opdracht.model_dump(exclude={"soort", "delen"}))
    if not opdracht.mislukt or link.hoe == "samenvoeging" or stand.leven.voorbij:
        return (bevestigd,)
    delen = {"van": opdracht.in_opgave, "bron": opdracht.bron, "hoe": link.hoe, "reden": opdracht.mislukt}
    return (bevestigd, *ontvangst.neem_terug(stand, OntvangDelen(**delen, delen=opdracht.delen), ctx))


def _is(link: Afstamming, wat: BevestigAankomst | AankomstBevestigd) -> bool:
    return (link.richting, link.opgave, link.bron) == ("naar", wat.in_opgave, wat.bron)


def evolve(stand: Stand, feit: SplitsingFeit, ctx: Context) -> Stand:
    match feit:
        case OpgaveGesplitst():
            link = Afstamming(opgave=feit.nieuw, hoe="splitsing", richting="naar", bron=stand.seq + 1, op=ctx.op)
            return _met(splitsing_mee.zonder_kaders(stand, feit.verdeling), link)
        case OpgaveSamengevoegd():
            return _gaat_op(stand, feit, ctx)
        case DelenOntvangen():
            return _ontvangen(stand, feit, ctx)
        case AankomstBevestigd():
            nieuws = {"aangekomen": feit.feit or None, "mislukt": feit.mislukt}
            links = tuple(a.met(**nieuws) if _is(a, feit) else a for a in stand.afstamming)
            return stand.met(afstamming=links)
        case _:
            raise TypeError(feit)


def _met(stand: Stand, link: Afstamming) -> Stand:
    return stand.met(afstamming=(*stand.afstamming, link))


def _gaat_op(stand: Stand, feit: OpgaveSamengevoegd, ctx: Context) -> Stand:
    leven = stand.leven.met(toestand="afgerond", reden=feit.reden, vervolg=feit.gaat_op_in)
    link = Afstamming(
        opgave=feit.gaat_op_in,
        hoe="samenvoeging",
        richting="naar",
        bron=stand.seq + 1,
        op=ctx.op,
        blijft_lopen=feit.blijft_lopen,
        weg=_niet_meer_hier(feit),
    )
    return _met(stand.met(leven=leven), link)


def _niet_meer_hier(feit: OpgaveSamengevoegd) -> Meegave:
    hier = {t.id for t in feit.verdeling if t.soort == "les" and t.waarheen == "beide"}
    return Meegave(
        geld=feit.delen.geld,
        verzoeken=feit.delen.verzoeken,
        lessen=tuple(les for les in feit.delen.lessen if les.id not in hier),
        afspraken=tuple(a for a in feit.delen.afspraken if a.les not in hier),
    )


def _ontvangen(stand: Stand, feit: DelenOntvangen, ctx: Context) -> Stand:
    """The link back; a merger is also where this opgave comes from."""
    link = Afstamming(
        opgave=feit.van, hoe=feit.hoe, richting="van", bron=feit.bron, op=ctx.op, verwijst=feit.delen.besluiten
    )
    herkomst = Herkomst(opgave=feit.van, soort=feit.hoe)
    al = stand.leven.herkomst
    leven = stand.leven if herkomst in al else stand.leven.met(herkomst=(*al, herkomst))
    return _met(stand.met(leven=leven), link)
