"""Lessons that come back: offered at intake and at the choice of form, each answered, and told where they came from."""

from collections import Counter

from domain.feit import FeitInhoud
from domain.regels import lessen, termijnen
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.lesaanbod import (
    Aanbod,
    BeantwoordLesaanbod,
    BiedLessenAan,
    Hergebruik,
    LesaanbodBeantwoord,
    LesHergebruikt,
    LessenAangeboden,
    MeldHergebruik,
)
from domain.taal.lessen import Les, LesstatusGewijzigd

ANTWOORD = "H16"
Aanbodfeit = LessenAangeboden | LesaanbodBeantwoord | LesHergebruikt


def bied_aan(stand: Stand, opdracht: BiedLessenAan, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What was offered at this moment before is not offered again; finding nothing is recorded too.

    Raises Weigering for a lesson of the opgave itself, a lesson named twice, and more lessons than are read.
    """
    hoogstens, namen = ctx.reglement.samen.lessen_hoogstens, [a.les for a in opdracht.lessen]
    eis(len(namen) <= hoogstens, "lessen", f"Leg hoogstens {hoogstens} lessen tegelijk voor.")
    eigen = tuple(naam for naam in namen if naam.partition("/")[0] == stand.opgave)
    eis(not eigen, "lessen", "Een les van de opgave zelf wordt hier niet aangeboden.", *eigen)
    dubbel = tuple(naam for naam, keer in Counter(namen).items() if keer > 1)
    eis(not dubbel, "lessen", "Een les staat er twee keer in.", *dubbel)
    nieuw = tuple(a for a in opdracht.lessen if sleutel(opdracht.moment, a.les) not in stand.lesaanbod)
    aangeboden = LessenAangeboden(moment=opdracht.moment, lessen=nieuw)
    loopt = any(termijnen.lopend(stand, betreft(opdracht.moment)))
    if not nieuw or loopt:
        return (aangeboden,)
    wat = f"Zeg van elke les die bij {opdracht.moment} is aangeboden of u haar toepast"
    return (aangeboden, termijnen.start(ctx, ANTWOORD, betreft(opdracht.moment), wat, "opgavemanager"))


def beantwoord(stand: Stand, opdracht: BeantwoordLesaanbod, ctx: Context) -> tuple[FeitInhoud, ...]:
    """An answer can be changed later; the last one that was missing ends the term."""
    sleutels = {a.les: a for a in stand.lesaanbod.values() if a.moment == opdracht.moment}
    aanbod = zoek("les", sleutels, opdracht.les)
    zelfde = (aanbod.antwoord, aanbod.reden) == (opdracht.antwoord, opdracht.reden)
    eis(not zelfde, "les", f"Les {aanbod.les} is al zo beantwoord.")
    gezegd = LesaanbodBeantwoord(**opdracht.model_dump(exclude={"soort"}))
    open_ = [a.les for a in sleutels.values() if a.antwoord is None and a.les != opdracht.les]
    return (gezegd, *(() if open_ else termijnen.gehaald(stand, betreft(opdracht.moment), ctx.op)))


def meld_hergebruik(stand: Stand, opdracht: MeldHergebruik, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What another opgave answered. First use elsewhere makes a lesson an applied one; the end of it undoes that."""
    les = zoek("les", stand.lessen, opdracht.les)
    eerder = next((h for h in stand.hergebruik if (h.les, h.in_opgave) == (les.id, opdracht.in_opgave)), None)
    nieuws = eerder is None or opdracht.bron > eerder.bron
    eis(nieuws, "les", f"Wat {opdracht.in_opgave} over les {les.id} antwoordde, is al bekend.")
    gemeld = LesHergebruikt(**opdracht.model_dump(exclude={"soort"}))
    if opdracht.antwoord != "toegepast":
        return (gemeld, *_niet_meer(stand, les, opdracht.in_opgave))
    if les.status not in ("vastgesteld", "gevalideerd"):
        return (gemeld,)
    hier = opdracht.in_opgave
    toegepast = LesstatusGewijzigd(les=les.id, status="toegepast", toelichting=f"Toegepast in {hier}.", elders=hier)
    return (gemeld, toegepast, *lessen.controle_bij_gebruik(stand, les, ctx))


def _niet_meer(stand: Stand, les: Les, hier: str) -> tuple[FeitInhoud, ...]:
    """A lesson that use elsewhere made an applied one is what it was, once nobody elsewhere uses it any more."""
    nog = any(h.les == les.id and h.antwoord == "toegepast" and h.in_opgave != hier for h in stand.hergebruik)
    if les.status != "toegepast" or not les.was or nog:
        return ()
    waarom = f"Niet meer toegepast in {hier}."
    terug = LesstatusGewijzigd(les=les.id, status=les.was, toelichting=waarom, elders=hier)
    return (terug, *(termijnen.vervallen(stand, les.id, waarom) if les.was == "gevalideerd" else ()))


def sleutel(moment: str, les: str) -> str:
    """Under which an offered lesson is kept."""
    return f"{moment}:{les}"


def betreft(moment: str) -> str:
    """What the term of answering is about."""
    return f"lesaanbod.{moment}"


def evolve(stand: Stand, feit: Aanbodfeit, ctx: Context) -> Stand:
    match feit:
        case LessenAangeboden():
            erbij = {
                sleutel(feit.moment, a.les): Aanbod(**a.model_dump(), moment=feit.moment, aangeboden_op=ctx.op)
                for a in feit.lessen
            }
            return stand.met(lesaanbod={**stand.lesaanbod, **erbij})
        case LesaanbodBeantwoord():
            naam = sleutel(feit.moment, feit.les)
            aanbod = stand.lesaanbod[naam].met(antwoord=feit.antwoord, reden=feit.reden)
            return stand.met(lesaanbod={**stand.lesaanbod, naam: aanbod})
        case LesHergebruikt():
            anders = tuple(h for h in stand.hergebruik if (h.les, h.in_opgave) != (feit.les, feit.in_opgave))
            velden = feit.model_dump(exclude={"soort"})
            return stand.met(hergebruik=(*anders, Hergebruik(**velden, op=ctx.op)))
