"""Requests: asked, answered, withdrawn, or gone on without. Silence itself never decides."""

from domain.basis import Weigering
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.verzoeken import (
    BeantwoordVerzoek,
    DoorgegaanZonderReactie,
    GaDoorZonderReactie,
    TrekVerzoekIn,
    Verzoek,
    VerzoekBeantwoord,
    VerzoekenFeit,
    VerzoekenOpdracht,
    VerzoekGedaan,
    VerzoekIngetrokken,
    VraagPartner,
)


def decide(stand: Stand, opdracht: VerzoekenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case VraagPartner():
            return _vraag(stand, opdracht, ctx)
        case BeantwoordVerzoek():
            return _beantwoord(stand, opdracht, ctx)
        case TrekVerzoekIn():
            return _trek_in(stand, _open(stand, opdracht.verzoek), opdracht.reden)
        case GaDoorZonderReactie():
            return _ga_door(stand, _open(stand, opdracht.verzoek), opdracht.reden)
        case _:
            raise TypeError(opdracht)


def _vraag(stand: Stand, opdracht: VraagPartner, ctx: Context) -> tuple[FeitInhoud, ...]:
    feiten: list[FeitInhoud] = []
    gedaan: list[str] = []
    for aan in dict.fromkeys(opdracht.aan):
        partner = zoek("partner", stand.partners, aan)
        eis(partner.doet_mee, "partner", f"{partner.naam} is uitgetreden en kan geen verzoek meer krijgen.")
        verzoek = nieuw_id(stand, None, "V", stand.verzoeken, "verzoek", al=gedaan)
        gestart = termijnen.start(ctx, "T17", verzoek, opdracht.vraag, aan, opdracht.termijn)
        nieuw = VerzoekGedaan(
            verzoek=verzoek,
            aan=aan,
            verzoeksoort=opdracht.verzoeksoort,
            vraag=opdracht.vraag,
            bij_stilte=opdracht.bij_stilte,
            uiterlijk=gestart.termijn.einde,
        )
        gedaan.append(verzoek)
        feiten += [nieuw, gestart]
    return tuple(feiten)


def _beantwoord(stand: Stand, opdracht: BeantwoordVerzoek, ctx: Context) -> tuple[FeitInhoud, ...]:
    verzoek = zoek("verzoek", stand.verzoeken, opdracht.verzoek)
    if verzoek.status not in ("open", "zonder_reactie"):
        raise Weigering("verzoek", f"Verzoek {verzoek.id} is al {verzoek.status}.")
    eis(ctx.op >= verzoek.gedaan_op, "gebeurd_op", f"Verzoek {verzoek.id} is pas gedaan op {verzoek.gedaan_op}.")
    if ctx.door.functie == "partner" and ctx.door.namens not in (verzoek.aan, stand.leven.trekker):
        raise Weigering("bevoegdheid", f"Dit verzoek is gericht aan {verzoek.aan}, niet aan {ctx.door.namens}.")
    antwoord = VerzoekBeantwoord(
        verzoek=verzoek.id, aan=verzoek.aan, oordeel=opdracht.oordeel, antwoord=opdracht.antwoord
    )
    return (antwoord, *termijnen.gehaald(stand, verzoek.id, ctx.op))


def _open(stand: Stand, verzoek: str) -> Verzoek:
    gevonden = zoek("verzoek", stand.verzoeken, verzoek)
    eis(gevonden.status == "open", "verzoek", f"Verzoek {verzoek} is al {gevonden.status}.")
    return gevonden


def _trek_in(stand: Stand, verzoek: Verzoek, reden: str) -> tuple[FeitInhoud, ...]:
    ingetrokken = VerzoekIngetrokken(verzoek=verzoek.id, aan=verzoek.aan, reden=reden)
    return (ingetrokken, *termijnen.vervallen(stand, verzoek.id, reden))


def _ga_door(stand: Stand, verzoek: Verzoek, reden: str) -> tuple[FeitInhoud, ...]:
    verstreken = any(t.status == "verstreken" for t in termijnen.lopend(stand, verzoek.id))
    eis(verstreken, "termijn", f"De termijn van verzoek {verzoek.id} loopt nog tot en met {verzoek.uiterlijk}.")
    eis(verzoek.bij_stilte != "wachten", "bij_stilte", "Bij dit verzoek is afgesproken dat u op antwoord wacht.")
    door = DoorgegaanZonderReactie(verzoek=verzoek.id, aan=verzoek.aan, reden=reden)
    return (door, *termijnen.vervallen(stand, verzoek.id, reden))


def trek_alle_in(stand: Stand, reden: str, van: str | None = None) -> tuple[FeitInhoud, ...]:
    """Withdraw every open request, or every one of a single partner, with their terms."""
    return tuple(
        feit
        for v in stand.verzoeken.values()
        if v.status == "open" and van in (None, v.aan)
        for feit in _trek_in(stand, v, reden)
    )


def evolve(stand: Stand, feit: VerzoekenFeit, ctx: Context) -> Stand:
    match feit:
        case VerzoekGedaan():
            return _zet(stand, _verzoek(feit, ctx))
        case VerzoekBeantwoord():
            antwoord = {"oordeel": feit.oordeel, "antwoord": feit.antwoord, "beantwoord_op": ctx.op}
            return _zet(stand, stand.verzoeken[feit.verzoek].met(status="beantwoord", **antwoord))
        case VerzoekIngetrokken():
            return _zet(stand, stand.verzoeken[feit.verzoek].met(status="ingetrokken"))
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
    )


def _zet(stand: Stand, verzoek: Verzoek) -> Stand:
    return stand.met(verzoeken={**stand.verzoeken, verzoek.id: verzoek})
