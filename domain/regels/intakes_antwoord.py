"""The joint answer of several overheden: when all spoke or had their time, and with every other opinion named."""

from collections.abc import Iterable

from domain import pad
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.intakes import Afwijking, BeantwoordIntake, Intake, IntakeBeantwoord
from domain.woorden import datum, gewoon

OORDEEL = "H18"
PROVINCIE = "provincie"
_STRENG = ("nee", "ja_mits", "ja")
"""The strictest first."""


def gestarte(stand: Stand, id_: str, ctx: Context) -> Intake:
    """The intake of this id. Raises Weigering when there is none, or when the event is from before its start."""
    intake = zoek("intake", stand.intakes, id_)
    eis(ctx.op >= intake.gestart_op, "gebeurd_op", f"Intake {id_} is pas gestart op {intake.gestart_op}.")
    return intake


def beantwoord(stand: Stand, opdracht: BeantwoordIntake, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The joint answer; given again with a reason it takes the place of the one before, which stays in the chain."""
    intake = gestarte(stand, opdracht.intake, ctx)
    _toets_verbetering(intake, opdracht, ctx)
    _toets_volledig(stand, intake, opdracht.zonder)
    beantwoord = IntakeBeantwoord(
        intake=intake.id,
        oordeel=opdracht.oordeel,
        antwoord=opdracht.antwoord,
        zonder=opdracht.zonder,
        reden=opdracht.reden,
        overheden=intake.overheden,
        initiatiefnemer=intake.initiatiefnemer,
        afwijkend=_afwijkend(intake, opdracht),
        verbetert=intake.beantwoord_op,
    )
    reden = "Het gezamenlijke antwoord is gegeven."
    niet_meer = (f for o in opdracht.zonder for f in termijnen.vervallen(stand, f"{intake.id}.{o}", reden))
    return (beantwoord, *termijnen.gehaald(stand, intake.id, ctx.op), *niet_meer)


def _toets_verbetering(intake: Intake, opdracht: BeantwoordIntake, ctx: Context) -> None:
    if intake.beantwoord_op is None:
        return
    al = f"Intake {intake.id} is al beantwoord op {datum(intake.beantwoord_op)}. Verbetert u dat, noem dan de reden."
    eis(bool(opdracht.reden), "S1-20", al, "veld reden")
    anders = (opdracht.oordeel, opdracht.antwoord) != (intake.oordeel, intake.antwoord)
    eis(anders, "S1-20", "Dit is hetzelfde antwoord als er al staat.")
    eis(ctx.op >= intake.beantwoord_op, "gebeurd_op", f"Het eerste antwoord is van {datum(intake.beantwoord_op)}.")


def _toets_volledig(stand: Stand, intake: Intake, zonder: Iterable[str]) -> None:
    mist, genoemd = _zonder_oordeel(intake), set(zonder)
    teveel = genoemd - set(mist)
    eis(not teveel, "S1-20", f"Van {', '.join(sorted(teveel))} ontbreekt geen oordeel in deze intake.")
    stil = [o for o in mist if o not in genoemd]
    eis(not stil, "S1-20", "Nog niet alle overheden gaven hun oordeel. Noem bij zonder wie er niet antwoordde.", *stil)
    nog = wacht_op(stand, intake)
    eis(not nog, "S1-20", f"De termijn van {', '.join(nog)} loopt nog. Wacht tot die voorbij is.", *nog)


def _afwijkend(intake: Intake, opdracht: BeantwoordIntake) -> tuple[Afwijking, ...]:
    """Who judged otherwise, when the joint answer isn't that of the strictest overheid.

    Raises Weigering unless each of them was named, nobody else was, and the reason stands beside it.
    """
    gegeven = {o.oordeel for o in intake.oordelen.values()}
    volgt = opdracht.oordeel == next((o for o in _STRENG if o in gegeven), None)
    anders = {wie: o.oordeel for wie, o in intake.oordelen.items() if o.oordeel != opdracht.oordeel and not volgt}
    teveel = [o for o in opdracht.afwijkend if o not in anders]
    eis(not teveel, "S1-20", f"Dit antwoord wijkt niet af van het oordeel van {', '.join(teveel)}.", *anders)
    mist = [f"{wie}: {oordeel}" for wie, oordeel in anders.items() if wie not in opdracht.afwijkend]
    nee = (
        f"Het antwoord '{gewoon(opdracht.oordeel)}' past niet bij wat de overheden zeiden. "
        "Noem bij afwijkend wie anders oordeelde, en bij reden waarom het antwoord toch zo is."
    )
    eis(not mist and (bool(opdracht.reden) or not anders), "S1-20", nee, "veld afwijkend", "veld reden", *mist)
    return tuple(Afwijking(overheid=wie, oordeel=oordeel) for wie, oordeel in anders.items())


def _zonder_oordeel(intake: Intake) -> list[str]:
    return [o for o in intake.overheden if o not in intake.oordelen]


def wacht_op(stand: Stand, intake: Intake) -> list[str]:
    """The overheden that said nothing yet and still have time to; one that left is not waited for."""
    return [o for o in _zonder_oordeel(intake) if not _is_voorbij(stand, intake, o)]


def _is_voorbij(stand: Stand, intake: Intake, overheid: str) -> bool:
    weg = overheid != PROVINCIE and not pad.opvolger(stand, stand.partners[overheid]).doet_mee
    termijn = stand.termijnen.get(f"{intake.id}.{overheid}/{OORDEEL}")
    return weg or termijn is None or termijn.status not in ("loopt", "opgeschort")
