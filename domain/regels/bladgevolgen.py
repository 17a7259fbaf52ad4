"""What a sheet sets going: a next moment of reflection, actions, a signaal, a date to work something out."""

from domain.basis import Model
from domain.feit import FeitInhoud
from domain.regels import afspraken, rondes, termijnen
from domain.regels.hulp import Context
from domain.regels.samen import acties
from domain.stand import Stand
from domain.taal.afspraken import SignaalGemeld
from domain.taal.bladen_kaders import Kaderpunt
from domain.taal.bladen_leren import Reflectie
from domain.taal.bladen_waarden import BeschermdeWaarde

UITWERKEN = "H08"
ERNST_ONDERGRENS = 2


def volgt(stand: Stand, blad: Model, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The facts that follow on a sheet that is filled in."""
    samen = ctx.reglement.samenwerken is not None
    match blad:
        case Reflectie():
            return (*_reflectieronde(stand, ctx), *(acties(stand, blad.acties) if samen else ()))
        case BeschermdeWaarde() if samen and blad.geschonden:
            return _onder_de_grens(stand, blad, ctx)
        case Kaderpunt() if samen:
            return _nader_uitwerken(stand, blad, ctx)
        case _:
            return ()


def _reflectieronde(stand: Stand, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A reflection answers the reflectiemoment that was planned, and plans the next (T19)."""
    ronden = [t for t in stand.termijnen.values() if t.code == termijnen.REFLECTIE]
    gehaald = tuple(f for t in ronden for f in termijnen.gehaald(stand, t.betreft, ctx.op))
    return (*gehaald, termijnen.reflectie(ctx, nummer=len(ronden) + 1))


def _onder_de_grens(stand: Stand, blad: BeschermdeWaarde, ctx: Context) -> tuple[FeitInhoud, ...]:
    """One signaal per value at a time (S0-10), with an id made of the value's; people's own ids have no dots."""
    eerder = [s for s in stand.signalen.values() if s.id.startswith(f"waarde.{blad.nr}.")]
    if any(s.gesloten_op is None for s in eerder):
        return ()
    omschrijving = (
        f"De beschermde waarde '{blad.waarde}' is gemeten op {blad.gemeten} {blad.eenheid}, "
        f"onder de ondergrens van {blad.ondergrens} {blad.eenheid}."
    )
    id_ = f"waarde.{blad.nr}.{len(eerder) + 1}"
    return afspraken.gemeld(SignaalGemeld(signaal=id_, ernst=ERNST_ONDERGRENS, omschrijving=omschrijving), ctx)


def _nader_uitwerken(stand: Stand, blad: Kaderpunt, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What is to be worked out has a date (S2-09); saying it more concretely meets it, another date replaces it."""
    stam = blad.sleutel()
    if blad.concreetheid != "nader_uit_te_werken" or blad.uiterlijk is None:
        return rondes.gehaald(stand, UITWERKEN, stam, ctx.op)
    if any(t.einde == blad.uiterlijk for t in rondes.lopend(stand, UITWERKEN, stam)):
        return ()
    return (
        *rondes.vervallen(stand, UITWERKEN, stam, "Er is een andere dag genoemd."),
        rondes.begin_tot(stand, ctx, UITWERKEN, stam, f"Werk dit kader uit: {blad.tekst}", blad.uiterlijk),
    )
