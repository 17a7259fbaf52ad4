"""The conferences of the agenda: who takes part and subscribes (S0-18), and what is promised there."""

from domain.feit import FeitInhoud
from domain.regels import afspraken
from domain.regels.hulp import Context, eis, nieuw_id
from domain.stand import Stand
from domain.taal.afspraken import AfspraakGemaakt
from domain.taal.agenda import Agenda
from domain.taal.agenda_conferenties import ConferentieGehouden, Conferentieverslag, HoudConferentie

DEELNEMERS = ("provincie", "GS", "PS")
"""Who takes part in a conference beside the partners."""


def houd(stand: Stand, agenda: Agenda, opdracht: HoudConferentie, ctx: Context) -> tuple[FeitInhoud, ...]:
    conferentie = nieuw_id(stand, opdracht.conferentie, "C", agenda.conferenties, "conferentie")
    _toets_aanwezig(stand, opdracht)
    beloften: tuple[FeitInhoud, ...] = ()
    ids = tuple(f"{conferentie}.A{nr}" for nr in range(1, len(opdracht.afspraken) + 1))
    for id_, a in zip(ids, opdracht.afspraken, strict=True):
        gemaakt = AfspraakGemaakt(afspraak=id_, tekst=a.tekst, wie=a.wie, uiterlijk=a.uiterlijk, bron="conferentie")
        beloften += afspraken.beloof(stand, gemaakt, ctx)
    gehouden = ConferentieGehouden(**opdracht.model_dump(exclude={"soort", "afspraken"}), afspraken=ids)
    return (gehouden, *beloften)


def _toets_aanwezig(stand: Stand, opdracht: HoudConferentie) -> None:
    """Raise Weigering for who can't take part, and for who subscribed without taking part (S0-18)."""
    vreemd = tuple(d for d in opdracht.deelnemers if d not in DEELNEMERS and d not in stand.partners)
    nee = "Deelnemers zijn partners van deze agenda, de provincie, GS of PS. Niet bekend:"
    eis(not vreemd, "deelnemers", f"{nee} {', '.join(vreemd)}.", *DEELNEMERS, *stand.partners)
    afwezig = tuple(o for o in opdracht.onderschreven_door if o not in opdracht.deelnemers)
    eis(not afwezig, "onderschreven_door", f"Wie onderschrijft, nam deel. Niet aanwezig: {', '.join(afwezig)}.")


def evolve(stand: Stand, agenda: Agenda, feit: ConferentieGehouden, ctx: Context) -> Stand:
    verslag = Conferentieverslag(
        id=feit.conferentie,
        soort=feit.conferentiesoort,
        titel=feit.titel,
        op=ctx.op,
        deelnemers=feit.deelnemers,
        onderschreven_door=feit.onderschreven_door,
        afspraken=feit.afspraken,
    )
    return stand.met(agenda=agenda.met(conferenties={**agenda.conferenties, verslag.id: verslag}))
