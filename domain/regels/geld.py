"""Money: entries with their source and their reference in the finance system, which keeps the books."""

from domain.feit import FeitInhoud
from domain.regels.hulp import Context, eis, zoek
from domain.stand import Stand
from domain.taal.geld import BoekGeld, GeldFeit, GeldGeboekt, GeldOpdracht, Geldpost


def decide(stand: Stand, opdracht: GeldOpdracht) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case BoekGeld():
            return (_boek(stand, opdracht),)
        case _:
            raise TypeError(opdracht)


def _boek(stand: Stand, opdracht: BoekGeld) -> GeldGeboekt:
    if opdracht.bron != "provincie":
        zoek("partner", stand.partners, opdracht.bron)
    if opdracht.pilot is not None:
        zoek("pilot", stand.pilots, opdracht.pilot)
    if opdracht.stap is not None:
        zoek("stap", stand.stappen, opdracht.stap)
    dubbel = any(
        p.referentie == opdracht.referentie and p.geldsoort == opdracht.geldsoort and p.bron == opdracht.bron
        for p in stand.geld
    )
    eis(not dubbel, "referentie", f"De post {opdracht.referentie} is al geboekt als {opdracht.geldsoort}.")
    return GeldGeboekt(**opdracht.model_dump(exclude={"soort"}))


def evolve(stand: Stand, feit: GeldFeit, ctx: Context) -> Stand:
    match feit:
        case GeldGeboekt():
            post = Geldpost(
                geldsoort=feit.geldsoort,
                bedrag=feit.bedrag,
                bron=feit.bron,
                referentie=feit.referentie,
                pilot=feit.pilot,
                stap=feit.stap,
                op=ctx.op,
                was=feit.was,
            )
            return stand.met(geld=(*stand.geld, post))
        case _:
            raise TypeError(feit)
