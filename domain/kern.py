"""The decider. The shell may call `begin`, `stap`, `wachttijd` and `is_afgerond`; everything else follows from those.

`stap` lets time pass up to now, then runs the command, then lets time pass again. It is pure and total: the same
state, moment and command always give the same facts, and a command that is not allowed gives a fact that says so.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain import afstamming, bevoegdheid, rechtsstand
from domain.basis import Afzender, Weigering, is_agenda
from domain.feit import Bewijs, Feit, FeitInhoud
from domain.geldend import geldend
from domain.kalender import dagtekst, lokale_datum
from domain.keten import GEEN, canoniek, schakel
from domain.opdracht import Bevestig, Opdracht, OpdrachtInhoud
from domain.regels import omvang, stappen, tijdsverloop, wegwijzer
from domain.regels.hulp import Context, eis, zoek
from domain.reglement.register import reglement
from domain.stand import Begin, Stand
from domain.taal.leven import OpdrachtGeweigerd
from domain.taal.notities import NotitieBevestigd
from domain.toestanden import NA_AFLOOP, OOK_VAN_DE_AGENDA, TIJDENS_PAUZE, VAN_DE_AGENDA

TIJD = Afzender(functie="systeem", subject="tijd", namens="opgavenmotor", grondslag="termijn", zekerheid="sleutel")
_KAAL_BEWIJS = Bewijs.model_construct(opgave="", seq=0, hash="")


def begin(start: Begin) -> Stand:
    """The state before the first fact; the head of its chain is the genesis hash over the whole start input."""
    reglement(start.reglement)
    return Stand(begin=start, reglement=start.reglement, kop=schakel(GEEN, canoniek(start)))


def klok(stand: Stand, werktijd: datetime) -> datetime:
    """Domain time at a moment of workflow time: whole seconds, shifted in a played scenario, never going back."""
    nu = werktijd.replace(microsecond=0) + timedelta(seconds=stand.begin.verschuiving_s)
    return nu if stand.laatste_op is None else max(nu, stand.laatste_op)


def stap(stand: Stand, werktijd: datetime, opdracht: Opdracht | None = None) -> tuple[Stand, tuple[Feit, ...]]:
    """Let time pass, run the command, let time pass again.

    Args:
        stand: the state so far.
        werktijd: workflow time (UTC) of the task in which this happens.
        opdracht: the command, or None when only time spoke. A command that was handled before does nothing.

    Returns:
        The new state and the facts, linked into the chain, in order.
    """
    nu = klok(stand, werktijd)
    stand, feiten = _verstrijk(stand, nu)
    if opdracht is not None and opdracht.id not in stand.bewijzen:
        stand, nieuw = _voer_uit(stand, nu, opdracht)
        stand, daarna = _verstrijk(stand, nu)
        feiten = (*feiten, *nieuw, *daarna)
    return stand, feiten


def bewijs(stand: Stand, opdracht: str) -> Bewijs:
    """The receipt of a handled command."""
    return stand.bewijzen[opdracht]


def wachttijd(stand: Stand, werktijd: datetime) -> timedelta | None:
    """How long (real seconds, at least one) until time itself has something to say; None when it never will."""
    nu = klok(stand, werktijd)
    moment = volgend_moment(stand, nu)
    return None if moment is None else max(moment - nu, timedelta(seconds=1))


def volgend_moment(stand: Stand, nu: datetime | None = None) -> datetime | None:
    """The next due moment in domain time (UTC), or None.

    Args:
        nu: domain time now, which decides when a reminder that was missed can still leave; without it the moment of
            the last fact.
    """
    vanaf = nu or stand.laatste_op
    return None if vanaf is None else tijdsverloop.volgend_moment(stand, _context(stand, vanaf, TIJD))


def is_afgerond(stand: Stand) -> bool:
    """Whether the life is over: closed or withdrawn, and nothing is waited for any more.

    After closing, lessons are still checked and promises kept; after either, a ratification asked of GS is still given,
    and what lies before a court, a jurist or a second person is still ended. An opgave that went into another one
    waits until everything arrived there.
    """
    if not stand.leven.voorbij or afstamming.wacht_op_aankomst(stand):
        return False
    loopt = any(t.loopt for t in stand.termijnen.values())
    gevraagd = any(stappen.blijft_gevraagd(s) for s in stand.stappen.values())
    beloofd = any(a.afgerond_op is None for a in stand.afspraken.values())
    rust = not loopt and not gevraagd and rechtsstand.niets_open(stand)
    return rust and (stand.leven.toestand == "ingetrokken" or not beloofd)


def _verstrijk(stand: Stand, nu: datetime) -> tuple[Stand, tuple[Feit, ...]]:
    feiten: tuple[Feit, ...] = ()
    ctx = _context(stand, nu, TIJD)
    while inhoud := tijdsverloop.verstrijk(stand, ctx):
        stand, nieuw = _leg_vast(stand, ctx, inhoud, None, None)
        feiten += nieuw
    return stand, feiten


def _voer_uit(stand: Stand, nu: datetime, opdracht: Opdracht) -> tuple[Stand, tuple[Feit, ...]]:
    ctx = _context(stand, nu, opdracht.door, opdracht)
    try:
        return _leg_vast(stand, ctx, decide(stand, opdracht, ctx), opdracht.id, _citaat(opdracht))
    except Weigering as weigering:
        vandaag = _context(stand, nu, opdracht.door)
        return _leg_vast(stand, vandaag, (_weigering(opdracht, weigering),), opdracht.id, None)


def _context(stand: Stand, nu: datetime, door: Afzender, opdracht: Opdracht | None = None) -> Context:
    op = opdracht.gebeurd_op if opdracht and opdracht.gebeurd_op else lokale_datum(nu)
    return Context(nu=nu, op=op, door=door, reglement=geldend(stand))


def decide(stand: Stand, opdracht: Opdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The facts a command leads to. Raises Weigering when it is not allowed."""
    inhoud = opdracht.inhoud
    _toets_tijdstip(stand, ctx)
    _toets_soort(stand, inhoud.soort)
    _toets_toestand(stand, inhoud)
    omvang.toets(stand, inhoud, ctx)
    if isinstance(inhoud, Bevestig):
        return _bevestig(stand, inhoud, ctx)
    bevoegdheid.toets(stand, inhoud, ctx)
    return wegwijzer.decide(stand, inhoud, ctx)


def _toets_tijdstip(stand: Stand, ctx: Context) -> None:
    eis(ctx.op <= ctx.vandaag, "gebeurd_op", f"{ctx.op} ligt in de toekomst. Leg vast wat al is gebeurd.")
    begon = stand.leven.begonnen_op
    te_vroeg = f"{ctx.op} ligt voor het begin van de {_wat(stand)} op {begon}."
    if is_agenda(stand.opgave):  # the older editions have their refusals as they were
        te_vroeg = f"Deze agenda begon op {begon and dagtekst(begon)}. Kies die dag of een latere."
    eis(begon is None or ctx.op >= begon, "gebeurd_op", te_vroeg)


def _wat(stand: Stand) -> str:
    return "agenda" if is_agenda(stand.opgave) else "opgave"


def _toets_soort(stand: Stand, soort: str) -> None:
    """An agenda is no opgave: it has no phases, forms or pilots, and an opgave has nothing on it."""
    van_agenda = soort in VAN_DE_AGENDA
    if is_agenda(stand.opgave):
        eis(van_agenda or soort in OOK_VAN_DE_AGENDA, "agenda", f"{soort} is voor een opgave, niet voor een agenda.")
    else:
        eis(not van_agenda, "agenda", f"{soort} is voor een regionale agenda, niet voor een opgave.")


def _toets_toestand(stand: Stand, inhoud: OpdrachtInhoud) -> None:
    toestand, soort = stand.leven.toestand, inhoud.soort
    if toestand == "nog_niet_begonnen":
        eerst = "StartAgenda" if is_agenda(stand.opgave) else "StartOpgave"
        eis(soort == eerst, "toestand", f"Deze {_wat(stand)} is nog niet begonnen. Geef eerst {eerst}.")
    elif toestand == "gepauzeerd":
        eis(soort in TIJDENS_PAUZE, "toestand", f"De {_wat(stand)} is gepauzeerd. Hervat haar voor {soort}.")
    elif stand.leven.voorbij:
        nog = soort in NA_AFLOOP or afstamming.mag_nog(stand, inhoud)
        eis(nog, "toestand", f"De {_wat(stand)} is {toestand}; {soort} kan niet meer.")


def _bevestig(stand: Stand, opdracht: Bevestig, ctx: Context) -> tuple[FeitInhoud, ...]:
    notitie = zoek("notitie", stand.notities, opdracht.notitie)
    eis(not notitie.bevestigd, "notitie", f"Notitie {notitie.id} is al bevestigd.")
    kern = opdracht.opdracht
    _toets_soort(stand, kern.soort)
    _toets_toestand(stand, kern)
    bevoegdheid.toets(stand, kern, ctx)
    bevestigd = NotitieBevestigd(notitie=notitie.id, opdracht_soort=kern.soort)
    return (bevestigd, *wegwijzer.decide(stand, kern, ctx))


def _citaat(opdracht: Opdracht) -> str | None:
    return opdracht.inhoud.notitie if isinstance(opdracht.inhoud, Bevestig) else None


def evolve(stand: Stand, feit: Feit) -> Stand:
    """The state after a fact. Trusts the fact; checking that it links is `sluit_aan`."""
    ctx = Context(nu=feit.vastgelegd_op, op=feit.gebeurd_op, door=feit.door, reglement=geldend(stand))
    verder = wegwijzer.evolve(stand, feit.inhoud, ctx)
    bewijzen = _bewijzen(stand, feit)
    return verder.met(seq=feit.seq, kop=feit.hash, laatste_op=feit.vastgelegd_op, bewijzen=bewijzen)


def _bewijzen(stand: Stand, feit: Feit) -> dict[str, Bewijs]:
    """The receipts of all commands so far: each points at the last fact its command led to."""
    if feit.opdracht is None:
        return stand.bewijzen
    eerder = stand.bewijzen.get(feit.opdracht)
    feiten = (*(eerder.feiten if eerder else ()), feit.inhoud.soort)
    bewijs_ = _KAAL_BEWIJS.met(opgave=stand.opgave, seq=feit.seq, hash=feit.hash, feiten=feiten)
    if isinstance(feit.inhoud, OpdrachtGeweigerd):
        nee = feit.inhoud
        bewijs_ = bewijs_.met(geweigerd=True, regel=nee.regel, reden=nee.reden, ontbreekt=nee.ontbreekt)
    return {**stand.bewijzen, feit.opdracht: bewijs_}


def sluit_aan(stand: Stand, feit: Feit) -> bool:
    """Whether a fact is the next link of this chain: sequence, opgave and hash all fit."""
    return feit.opgave == stand.opgave and feit.seq == stand.seq + 1 and feit.hash == vingerafdruk(stand.kop, feit)


def vingerafdruk(vorige: str, feit: Feit) -> str:
    """The hash a fact should have after the previous hash: over everything in it but the hash itself."""
    return schakel(vorige, canoniek(feit.met(hash="")))


def _leg_vast(
    stand: Stand, ctx: Context, inhoud: Sequence[FeitInhoud], opdracht: str | None, citeert: str | None
) -> tuple[Stand, tuple[Feit, ...]]:
    feiten = list[Feit]()
    if not inhoud:
        return stand, ()
    vorm = Feit.model_construct(
        opgave=stand.opgave,
        seq=stand.seq,
        vastgelegd_op=ctx.nu,
        gebeurd_op=ctx.op,
        laat_vastgelegd=ctx.op < ctx.vandaag,
        door=ctx.door,
        opdracht=opdracht,
        citeert=citeert,
        inhoud=inhoud[0],
        hash="",
    )
    for deel in inhoud:
        kaal = vorm.met(seq=stand.seq + 1, inhoud=deel)
        feit = kaal.met(hash=schakel(stand.kop, canoniek(kaal)))
        stand = evolve(stand, feit)
        feiten.append(feit)
    return stand, tuple(feiten)


def _weigering(opdracht: Opdracht, weigering: Weigering) -> OpdrachtGeweigerd:
    return OpdrachtGeweigerd(
        opdracht_soort=opdracht.inhoud.soort,
        regel=weigering.regel,
        reden=weigering.reden,
        ontbreekt=weigering.ontbreekt,
    )
