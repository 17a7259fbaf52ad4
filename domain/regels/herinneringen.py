"""Reminders that people steer: held, redirected, with a sentence added, or let go to bestuurders."""

from datetime import date
from typing import get_args

from domain.basis import Functie, Weigering
from domain.feit import FeitInhoud
from domain.regels import escalaties, geheim, termijnen
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.rol import PARTNERFUNCTIES, is_bestuurder, ontleed
from domain.stand import Stand
from domain.taal.herinneringen import (
    BeslisEscalatie,
    Bijsturing,
    BijsturingOpgeheven,
    EscalatieBeslist,
    EscalatieVervallen,
    EscalatieVoorgelegd,
    HefBijsturingOp,
    HerinneringBijgestuurd,
    HerinneringenFeit,
    HerinneringenOpdracht,
    StuurHerinneringBij,
)
from domain.taal.termijnen import Termijn

ONBEREIKBAAR = ("partner", "inwoner", "systeem", "auditor", "beheerder")
"""Functions that a reminder can't be redirected to: a partner is named by its id, the others get no post."""


def decide(stand: Stand, opdracht: HerinneringenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case StuurHerinneringBij():
            return (_stuur_bij(stand, opdracht, ctx),)
        case HefBijsturingOp():
            return (_hef_op(stand, opdracht, ctx),)
        case BeslisEscalatie():
            return _beslis(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _stuur_bij(stand: Stand, opdracht: StuurHerinneringBij, ctx: Context) -> HerinneringBijgestuurd:
    termijn = zoek("termijn", stand.termijnen, opdracht.termijn)
    eis(termijn.loopt, "termijn", f"Op '{termijn.wat}' wordt niet meer gewacht; er gaan geen herinneringen meer.")
    _toets_eigen(ctx, termijn)
    _toets_wet(termijn, opdracht)
    _toets_trede(termijn, opdracht.trede)
    _toets_velden(stand, termijn, opdracht, ctx)
    bijsturing = Bijsturing(
        id=nieuw_id(stand, None, "BS", stand.bijsturingen, "bijsturing"),
        termijn=termijn.id,
        trede=opdracht.trede,
        doe=opdracht.doe,
        naar=opdracht.naar,
        zin=opdracht.zin,
        tot=opdracht.tot,
        reden=opdracht.reden,
    )
    return HerinneringBijgestuurd(bijsturing=bijsturing, wat=termijn.wat)


def _toets_eigen(ctx: Context, termijn: Termijn) -> None:
    """A partner that is the trekker has no say over reminders to itself."""
    eis(
        not ctx.spreekt_voor(termijn.geadresseerde),
        "bevoegdheid",
        "Herinneringen aan uzelf stuurt u niet bij. Vraag het de opgavemanager.",
    )


def _toets_wet(termijn: Termijn, opdracht: StuurHerinneringBij) -> None:
    if termijn.soort == "wettelijk" and opdracht.doe != "zin":
        nee = f"'{termijn.wat}' is een wettelijke termijn ({termijn.grondslag[0] if termijn.grondslag else 'wet'})."
        raise Weigering("wettelijke termijn", f"{nee} De herinneringen daaraan kunt u niet {opdracht.doe}.")


def _toets_trede(termijn: Termijn, trede: str) -> None:
    komt = tuple(dict.fromkeys(h.trede for h in termijn.herinneringen))
    if trede:
        eis(trede in komt, "trede", f"Herinnering {trede} aan '{termijn.wat}' komt niet meer.", *komt)
    else:
        rest = bool(komt) or termijn.status == "opgeschort"
        eis(rest, "termijn", f"Alle herinneringen aan '{termijn.wat}' zijn al geweest.")


def _toets_velden(stand: Stand, termijn: Termijn, opdracht: StuurHerinneringBij, ctx: Context) -> None:
    eis(opdracht.tot >= ctx.vandaag, "tot", f"{opdracht.tot} is al voorbij. Kies vandaag of later.")
    leidt_om, voegt_toe = opdracht.doe == "omleiden", opdracht.doe == "zin"
    eis(leidt_om == (opdracht.naar is not None), "naar", "Het veld naar hoort bij omleiden, en alleen daarbij.")
    eis(voegt_toe == bool(opdracht.zin), "zin", "Het veld zin hoort bij een zin toevoegen, en alleen daarbij.")
    if opdracht.naar is not None:
        _toets_naar(stand, termijn, opdracht.naar)
        _toets_om_te_leiden(termijn, opdracht.trede)
    if betreft := _stap(stand, termijn):
        geheim.toets(stand, stand.stappen[betreft], opdracht.zin, opdracht.reden)


def _stap(stand: Stand, termijn: Termijn) -> str | None:
    """The step that a term is about, itself or by a promise made there."""
    afspraak = stand.afspraken.get(termijn.betreft)
    stap = afspraak.stap if afspraak else termijn.betreft
    return stap if stap in stand.stappen else None


def _toets_naar(stand: Stand, termijn: Termijn, naar: str) -> None:
    nee = "Een bericht aan een bestuurder gaat alleen na akkoord op een escalatie; kies een andere functie."
    eis(not is_bestuurder(naar), "naar", nee)
    eis(naar != termijn.geadresseerde, "naar", f"{naar} krijgt deze herinneringen al.")
    plek = ontleed(naar)
    partner = stand.partners.get(plek.partner if plek else naar)
    bij_partner = partner is not None and partner.doet_mee and (plek is None or plek.functie in PARTNERFUNCTIES)
    functie = naar in get_args(Functie) and naar not in ONBEREIKBAAR
    onbekend = f"{naar} is geen functie of partner van deze opgave. Voorbeeld: gemeente-a, of gemeente-a:coordinator."
    eis(bij_partner or functie, "naar", onbekend)


def _toets_om_te_leiden(termijn: Termijn, trede: str) -> None:
    komt = [h for h in termijn.herinneringen if trede in ("", h.trede)]
    nee = "Over een bericht aan bestuurders beslist u bij de escalatie; omleiden kan niet."
    eis(not komt or not all(h.akkoord for h in komt), "trede", nee)


def _hef_op(stand: Stand, opdracht: HefBijsturingOp, ctx: Context) -> BijsturingOpgeheven:
    bijsturing = zoek("bijsturing", stand.bijsturingen, opdracht.bijsturing)
    eis(bijsturing.opgeheven_op is None, "bijsturing", f"Bijsturing {bijsturing.id} is al opgeheven.")
    eis(bijsturing.tot >= ctx.vandaag, "bijsturing", f"Bijsturing {bijsturing.id} gold tot en met {bijsturing.tot}.")
    _toets_eigen(ctx, stand.termijnen[bijsturing.termijn])
    return BijsturingOpgeheven(bijsturing=bijsturing.id, reden=opdracht.reden)


def _beslis(stand: Stand, opdracht: BeslisEscalatie, ctx: Context) -> tuple[FeitInhoud, ...]:
    escalatie = zoek("escalatie", stand.escalaties, opdracht.escalatie)
    klaar = f"Escalatie {escalatie.id} wacht niet meer: {_STATUS.get(escalatie.status)}."
    eis(escalatie.status == "wacht", "escalatie", klaar)
    _toets_eigen(ctx, stand.termijnen[escalatie.termijn])
    _toets_dag(escalatie.sinds, ctx)
    reden = opdracht.reden
    eis(opdracht.akkoord or bool(reden), "reden", "Geef de reden waarom dit bericht niet naar de bestuurders gaat.")
    beslist = EscalatieBeslist(escalatie=escalatie.id, akkoord=opdracht.akkoord, reden=reden)
    return (beslist, *termijnen.gehaald(stand, escalatie.id, ctx.op))


_STATUS = {
    "akkoord": "er is akkoord gegeven",
    "niet_akkoord": "er is geen akkoord gegeven",
    "vervallen": "zij is vervallen",
}


def _toets_dag(sinds: date, ctx: Context) -> None:
    eis(ctx.op >= sinds, "gebeurd_op", f"Deze escalatie is pas voorgelegd op {sinds}.")


def evolve(stand: Stand, feit: HerinneringenFeit, ctx: Context) -> Stand:
    match feit:
        case HerinneringBijgestuurd():
            return _zet(stand, feit.bijsturing)
        case BijsturingOpgeheven():
            return _zet(stand, stand.bijsturingen[feit.bijsturing].met(opgeheven_op=ctx.op))
        case EscalatieVoorgelegd() | EscalatieBeslist() | EscalatieVervallen():
            return escalaties.evolve(stand, feit, ctx)
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, bijsturing: Bijsturing) -> Stand:
    return stand.met(bijsturingen={**stand.bijsturingen, bijsturing.id: bijsturing})
