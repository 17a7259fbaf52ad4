"""Delay of an answer: asked once before the end, given or refused by the owner (domain.md 4.3)."""

from datetime import date

from domain.basis import Weigering
from domain.duur import bereken_einde
from domain.feit import FeitInhoud
from domain.regels import antwoorden, termijnen
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.verzoeken import (
    BeslisUitstel,
    UitstelGevraagd,
    UitstelGeweigerd,
    UitstelVerleend,
    Verzoek,
    VraagUitstel,
)


def vraag(verzoek: Verzoek, stand: Stand, opdracht: VraagUitstel, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The partner asks for more time, or a function of the province does so for it."""
    antwoorden.toets_wie(stand, verzoek, ctx)
    eis(verzoek.uitstel is None, "uitstel", f"Voor verzoek {verzoek.id} is al een keer uitstel gevraagd.")
    wettelijk = any(t.soort == "wettelijk" for t in termijnen.lopend(stand, verzoek.id))
    eis(not wettelijk, "uitstel", "Op een wettelijke termijn is geen uitstel mogelijk.")
    eis(ctx.op >= verzoek.gedaan_op, "gebeurd_op", f"Verzoek {verzoek.id} is pas gedaan op {verzoek.gedaan_op}.")
    te_laat = f"Uitstel vragen kon tot en met {verzoek.uiterlijk}."
    eis(ctx.op <= verzoek.uiterlijk, "termijn", te_laat)
    laatste = hoogstens(verzoek, ctx)
    kan = f"Kies een dag na {verzoek.uiterlijk}, en hoogstens {laatste}."
    eis(verzoek.uiterlijk < opdracht.tot <= laatste, "tot", kan)
    return (UitstelGevraagd(verzoek=verzoek.id, aan=verzoek.aan, tot=opdracht.tot, reden=opdracht.reden),)


def hoogstens(verzoek: Verzoek, ctx: Context) -> date:
    """The latest last day a partner can be given. Raises Weigering under an edition that knows no delay."""
    if ctx.reglement.post is None:
        raise Weigering("reglement", f"Reglement {ctx.reglement.code} kent geen uitstel. Stap eerst over.")
    duur = ctx.reglement.post.uitstel_hoogstens
    return bereken_einde(verzoek.uiterlijk, duur, ctx.reglement.kalender, atw=False).einde


def beslis(verzoek: Verzoek, stand: Stand, opdracht: BeslisUitstel, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The owner gives the day that was asked, or a shorter one, or refuses with a reason."""
    gevraagd = verzoek.uitstel_tot
    if verzoek.uitstel != "gevraagd" or gevraagd is None:
        raise Weigering("uitstel", f"Voor verzoek {verzoek.id} wacht geen vraag om uitstel.")
    eis(not ctx.spreekt_voor(verzoek.aan), "bevoegdheid", "Over uw eigen vraag om uitstel beslist een ander.")
    if not opdracht.akkoord:
        eis(bool(opdracht.reden), "reden", "Geef de reden waarom u geen uitstel geeft.")
        return (UitstelGeweigerd(verzoek=verzoek.id, aan=verzoek.aan, reden=opdracht.reden),)
    tot = opdracht.tot or gevraagd
    kan = f"Kies een dag na {verzoek.uiterlijk}, en hoogstens de gevraagde {gevraagd}."
    eis(verzoek.uiterlijk < tot <= gevraagd, "tot", kan)
    eis(tot >= ctx.vandaag, "tot", f"{tot} is al voorbij; dan helpt uitstel niet meer.")
    verleend = UitstelVerleend(verzoek=verzoek.id, aan=verzoek.aan, tot=tot, reden=opdracht.reden)
    waarom = f"uitstel: {opdracht.reden or verzoek.uitstel_reden}"
    return (verleend, *termijnen.verleng_tot(stand, verzoek.id, tot, waarom, ctx))


def evolve(verzoek: Verzoek, feit: UitstelGevraagd | UitstelVerleend | UitstelGeweigerd) -> Verzoek:
    """The request after this fact about its delay."""
    match feit:
        case UitstelGevraagd():
            return verzoek.met(uitstel="gevraagd", uitstel_tot=feit.tot, uitstel_reden=feit.reden)
        case UitstelVerleend():
            return verzoek.met(uitstel="verleend", uitstel_tot=feit.tot, uiterlijk=feit.tot)
        case UitstelGeweigerd():
            return verzoek.met(uitstel="geweigerd", uitstel_reden=feit.reden)
