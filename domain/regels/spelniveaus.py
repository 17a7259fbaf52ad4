"""Spelniveaus: everyone scores for itself only, about itself and others; a target, and a second measurement (S4)."""

from datetime import date

from domain.feit import FeitInhoud
from domain.regels import rondes
from domain.regels.hulp import Context, eis, zoek
from domain.regels.samen import eis_regels
from domain.stand import Stand
from domain.taal.spelniveaus import (
    LAGEN,
    Niveaus,
    ScoorSpelniveau,
    Speldoel,
    SpeldoelGesteld,
    SpelniveauGescoord,
    SpelniveausFeit,
    SpelniveausOpdracht,
    Spelscore,
    StelSpeldoel,
)

OPNIEUW, STAM = "H09", "speldoel"
PROVINCIE = "provincie"


def decide(stand: Stand, opdracht: SpelniveausOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case ScoorSpelniveau():
            return _scoor(stand, opdracht, ctx)
        case StelSpeldoel():
            return _stel_doel(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def meting(stand: Stand, op: date) -> int:
    """The number of the measurement that is on: the next begins on the day of its target, or with its first score."""
    gescoord = (s.meting for s in stand.spelscores)
    dagen = {d.meting: d.meten_op for d in stand.speldoelen}  # of two targets for one measurement the last holds
    return max((1, *gescoord, *(nr for nr, dag in dagen.items() if dag <= op)))


def _doel(stand: Stand) -> Speldoel | None:
    """The target that holds now; a new one takes the place of one that was not measured yet."""
    return stand.speldoelen[-1] if stand.speldoelen else None


def gedeeld(stand: Stand, nr: int, over: str) -> bool:
    """Whether both sides the issue names are there: how this party sees itself, and how another sees it (S4-10)."""
    van = {s.van for s in stand.spelscores if (s.meting, s.over) == (nr, over)}
    return over in van and len(van) > 1


def _scoor(stand: Stand, opdracht: ScoorSpelniveau, ctx: Context) -> tuple[FeitInhoud, ...]:
    """Scoring again in the same measurement replaces what was said, until it was shared."""
    eis_regels(ctx)
    _toets_van(opdracht.van, ctx)
    _toets_over(stand, opdracht.over)
    _toets_schaal(opdracht.niveaus, ctx)
    gescoord = SpelniveauGescoord(
        van=opdracht.van,
        over=opdracht.over,
        meting=_volgende(stand, ctx) if opdracht.opent_meting else meting(stand, ctx.op),
        niveaus=opdracht.niveaus,
        toelichting=opdracht.toelichting,
    )
    _toets_opnieuw(stand, gescoord)
    if _ontbreekt(stand, gescoord) or not _meet_doel(stand, gescoord):
        return (gescoord,)
    return (gescoord, *rondes.gehaald(stand, OPNIEUW, STAM, ctx.op))


def _volgende(stand: Stand, ctx: Context) -> int:
    """The measurement of the target, opened before its day; by the province, since everyone must then score again."""
    doel, nu = _doel(stand), meting(stand, ctx.op)
    eis(ctx.door.functie != "partner", "S4-11", "Een nieuwe meting opent de provincie, niet een partner.")
    eis(doel is not None and doel.meting > nu, "S4-11", f"Stel eerst een doel; dan kan er na meting {nu} een volgende.")
    return nu + 1


def _toets_opnieuw(stand: Stand, gescoord: SpelniveauGescoord) -> None:
    eerder = next((s for s in stand.spelscores if _sleutel(s) == _sleutel(gescoord)), None)
    if eerder is None:
        return
    zelfde = _inhoud(eerder) == _inhoud(gescoord)
    eis(not zelfde, "S4-07", f"Dit niveau van {gescoord.over} staat al zo vast.")
    al = "Deze meting is al gedeeld; scoor opnieuw bij de volgende meting."
    eis(not gedeeld(stand, gescoord.meting, gescoord.over), "S4-10", al)


def _meet_doel(stand: Stand, gescoord: SpelniveauGescoord) -> bool:
    doel = _doel(stand)
    return doel is not None and doel.meting == gescoord.meting


def _toets_schaal(niveaus: Niveaus, ctx: Context) -> None:
    schaal = eis_regels(ctx).spelniveaus
    hoogste = max(getattr(niveaus, laag) for laag in LAGEN)
    eis(hoogste <= len(schaal), "S4-07", f"De schaal gaat van 1 tot en met {len(schaal)}.", *schaal)


def _toets_van(van: str, ctx: Context) -> None:
    eigen = ctx.door.namens if ctx.door.functie == "partner" else PROVINCIE
    eis(van == eigen, "S4-10", f"U scoort alleen voor {eigen}, niet voor {van}.", f"van: {eigen}")


def _toets_over(stand: Stand, over: str) -> None:
    if over != PROVINCIE:
        partner = zoek("partner", stand.partners, over)
        eis(partner.doet_mee, "S4-09", f"{partner.naam} doet niet meer mee.")


def _ontbreekt(stand: Stand, gescoord: SpelniveauGescoord) -> set[str]:
    """Who takes part and scored itself before, and did not do so again in this measurement."""
    zelf = [s for s in stand.spelscores if s.van == s.over and _doet_mee(stand, s.van)]
    opnieuw = {s.van for s in zelf if s.meting == gescoord.meting}
    nu = {gescoord.van} if gescoord.van == gescoord.over else set()
    return {s.van for s in zelf if s.meting < gescoord.meting} - opnieuw - nu


def _doet_mee(stand: Stand, wie: str) -> bool:
    return wie == PROVINCIE or stand.partners[wie].doet_mee


def _stel_doel(stand: Stand, opdracht: StelSpeldoel, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A new target takes the place of one that was not measured yet."""
    schaal = eis_regels(ctx).spelniveaus
    eis(opdracht.doel <= len(schaal), "S4-11", f"De schaal gaat van 1 tot en met {len(schaal)}.", *schaal)
    gemeten = any(s.van == s.over for s in stand.spelscores)
    eis(gemeten, "S4-11", "Niemand scoorde nog zichzelf. Meet eerst, stel daarna een doel.", "ScoorSpelniveau")
    later = f"De dag waarop u opnieuw meet, ligt na vandaag ({ctx.vandaag})."
    eis(opdracht.meten_op > ctx.vandaag, "S4-11", later, "veld meten_op")
    gesteld = SpeldoelGesteld(
        doel=opdracht.doel, afspraak=opdracht.afspraak, meten_op=opdracht.meten_op, meting=meting(stand, ctx.op) + 1
    )
    wat = "Meet opnieuw op welk spelniveau ieder werkt"
    return (
        gesteld,
        *rondes.vervallen(stand, OPNIEUW, STAM, "Er is een nieuw doel gesteld."),
        rondes.begin_tot(stand, ctx, OPNIEUW, STAM, wat, opdracht.meten_op),
    )


def evolve(stand: Stand, feit: SpelniveausFeit, ctx: Context) -> Stand:
    match feit:
        case SpelniveauGescoord():
            nieuw = Spelscore(**feit.model_dump(exclude={"soort"}), op=ctx.op)
            rest = tuple(s for s in stand.spelscores if _sleutel(s) != _sleutel(feit))
            return stand.met(spelscores=(*rest, nieuw))
        case SpeldoelGesteld():
            doel = Speldoel(doel=feit.doel, afspraak=feit.afspraak, meten_op=feit.meten_op, meting=feit.meting)
            return stand.met(speldoelen=(*stand.speldoelen, doel))
        case _:
            raise TypeError(feit)


def _sleutel(score: Spelscore | SpelniveauGescoord) -> tuple[str, str, int]:
    return score.van, score.over, score.meting


def _inhoud(score: Spelscore | SpelniveauGescoord) -> tuple[Niveaus, str]:
    return score.niveaus, score.toelichting
