"""Verbonden partijen (S3-01, S3-06, S3-14, S3-27): what is at stake, why we work together, who keeps the account."""

from collections.abc import Iterable, Sequence

from domain.beeld.samen.lezen import blad, bleef_liggen, dag, lopend, namen, over, termijnzin
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_structuur import NotaVerbondenPartijen
from domain.taal.verbonden import Verbinding
from domain.woorden import euro, gewoon

WAAROM = "H14"
"""The yearly question why we work together."""


def verbonden(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """The parties with interests and money, the yearly answer with the day it is asked again, and the nota."""
    alle = sorted(stand.verbonden.values(), key=lambda v: (v.beeindigd_op is not None, v.inhoud.naam))
    roosters = (_partijen(alle), _belangen(alle), _waarom(stand, alle), _nota(stand))
    return Vel(naam="verbonden", titel="Verbonden partijen", roosters=roosters, let_op=tuple(_let_op(stand, alle)))


def _partijen(alle: Sequence[Verbinding]) -> Rooster:
    return Rooster(
        titel="Partijen",
        kolommen=("Partij", "Soort", "Rechtsvorm", "Vestigingsplaats", "Sinds", "Accounthouder", "Risico's", ""),
        rijen=tuple(
            (
                *(v.inhoud.naam, gewoon(v.inhoud.partijsoort), v.inhoud.rechtsvorm, v.inhoud.vestigingsplaats),
                *(dag(v.sinds), v.accounthouder or "nog niemand", "; ".join(v.inhoud.risicos) or "-"),
                f"beeindigd op {dag(v.beeindigd_op)}" if v.beeindigd_op else "",
            )
            for v in alle
        ),
        leeg="Er zijn geen verbonden partijen vastgelegd.",
    )


def _belangen(alle: Sequence[Verbinding]) -> Rooster:
    kolommen = ("Partij", "Openbaar belang", "Bestuurlijk belang", "Financieel belang", "Jaar", "Resultaat")
    return Rooster(
        titel="Belangen",
        kolommen=kolommen,
        rijen=tuple(
            (
                *(v.inhoud.naam, v.inhoud.openbaar_belang, v.inhoud.bestuurlijk_belang, v.inhoud.financieel_belang),
                *(str(v.inhoud.jaar or "-"), "-" if v.inhoud.resultaat is None else _bedrag(v.inhoud.resultaat)),
            )
            for v in alle
        ),
    )


def _bedrag(centen: int) -> str:
    """An amount that can be a loss."""
    return euro(centen) if centen >= 0 else f"min {euro(-centen)}"


def _waarom(stand: Stand, alle: Sequence[Verbinding]) -> Rooster:
    return Rooster(
        titel="Waarom werken we samen",
        kolommen=(
            *("Partij", "Beantwoord", "Is het nodig", "Bijdrage publieke taak", "Bijdrage opgave"),
            *("Alternatief: zelf doen", "Opnieuw gevraagd"),
        ),
        rijen=tuple(_antwoord(stand, v) for v in alle if v.beeindigd_op is None),
    )


def _antwoord(stand: Stand, v: Verbinding) -> tuple[str, ...]:
    w = v.waarom
    delen = (w.nodig, w.bijdrage_publieke_taak, w.bijdrage_opgave, w.alternatief_zelf) if w else ("-",) * 4
    opnieuw = termijnzin(lopend(over(stand, v.id, WAAROM)))
    return (v.inhoud.naam, dag(v.waarom_op) if w else "nog niet", *delen, opnieuw)


def _nota(stand: Stand) -> Rooster:
    n = blad(stand, NotaVerbondenPartijen)
    rijen = ((n.versie, n.vastgesteld_door, namen(stand, n.tot_stand_met)),) if n else ()
    kolommen = ("Versie", "Vastgesteld door", "Tot stand gekomen met")
    return Rooster(titel="Nota verbonden partijen", kolommen=kolommen, rijen=rijen)


def _let_op(stand: Stand, alle: Sequence[Verbinding]) -> Iterable[str]:
    nu = [v for v in alle if v.beeindigd_op is None]
    if zonder := [v.inhoud.naam for v in nu if v.accounthouder is None]:
        yield f"Nog geen accounthouder: {', '.join(zonder)}."
    if vraag := [v.inhoud.naam for v in nu if v.waarom is None]:
        yield f"Nog niet beantwoord waarom we samenwerken: {', '.join(vraag)}."
    if weer := [v.inhoud.naam for v in nu if v.waarom and bleef_liggen(over(stand, v.id, WAAROM))]:
        yield f"Opnieuw te beantwoorden waarom we samenwerken: {', '.join(weer)}."
    n = blad(stand, NotaVerbondenPartijen)
    if n and not n.tot_stand_met:
        yield "De nota verbonden partijen is door een persoon of afdeling gemaakt. Maak haar samen met anderen (S3-14)."
