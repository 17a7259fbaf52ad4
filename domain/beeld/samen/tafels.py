"""The register of tables (S1-13 to S1-19): who sits where, what for, when they met, and where tables overlap."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from domain.basis import Kenmerk, Model
from domain.beeld.samen.lezen import bleef_liggen, dag, gelijk, namen, over
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.tafels import Tafelstand

BIJEEN, BETEKENIS = "H10", "H11"
"""The terms of a table: to meet again, and to answer again what it means."""


class Overlap(Model):
    """Two tables with members in common."""

    een: str
    ander: str
    samen: tuple[str, ...]


def register(standen: Sequence[Stand]) -> tuple[tuple[Stand, Tafelstand], ...]:
    """All tables of these lives, the open ones first."""
    alle = ((s, t) for s in standen for t in s.tafels.values())
    return tuple(sorted(alle, key=lambda rij: (rij[1].gesloten_op is not None, rij[1].inhoud.naam, rij[0].opgave)))


def overlappen(standen: Sequence[Stand]) -> tuple[Overlap, ...]:
    """Every pair of open tables that share members, the largest overlap first."""
    open_ = [(s, t) for s, t in register(standen) if t.gesloten_op is None]
    paren = (_overlap(a, b) for a, b in combinations(open_, 2))
    return tuple(sorted((o for o in paren if o.samen), key=lambda o: -len(o.samen)))


def _overlap(a: tuple[Stand, Tafelstand], b: tuple[Stand, Tafelstand]) -> Overlap:
    bij_b = set(_leden(*b))
    samen = tuple(lid for sleutel, lid in _leden(*a).items() if sleutel in bij_b)
    return Overlap(een=a[1].inhoud.naam, ander=b[1].inhoud.naam, samen=samen)


def _leden(stand: Stand, tafel: Tafelstand) -> dict[str, str]:
    """The members by name, so that a partner's id in one opgave meets its name in another."""
    return {gelijk(naam): naam for naam in (_lid(stand, lid) for lid in tafel.inhoud.deelnemers)}


def _lid(stand: Stand, lid: str) -> str:
    return stand.partners[lid].naam if lid in stand.partners else lid


def tafels(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """The tables of one life."""
    return alle_tafels((stand,))


def alle_tafels(standen: Sequence[Stand]) -> Vel:
    """The register over several lives: opgaven, and the agenda."""
    rijen = register(standen)
    roosters = (_register(rijen), _verwachting(rijen), _behoeften(rijen), _overlappen(standen))
    return Vel(naam="tafels", titel="Tafels", roosters=roosters, let_op=tuple(_let_op(rijen)))


_Rijen = tuple[tuple[Stand, Tafelstand], ...]


def _register(rijen: _Rijen) -> Rooster:
    kolommen = ("Tafel", "Bij", "Soort", "Trekker", "Deelnemers", "Hoe vaak", "Laatst bijeen", "Keer", "Gesloten")
    return Rooster(
        titel="Register van tafels",
        kolommen=kolommen,
        rijen=tuple(
            (
                *(f"{t.id} {t.inhoud.naam}", s.opgave, t.inhoud.tafelsoort, _lid(s, t.inhoud.trekker)),
                *(namen(s, t.inhoud.deelnemers), t.inhoud.frequentie, _laatst(t), str(len(t.bijeen))),
                dag(t.gesloten_op) if t.gesloten_op else "",
            )
            for s, t in rijen
        ),
        leeg="Er zijn nog geen tafels.",
    )


def _laatst(t: Tafelstand) -> str:
    return dag(max(t.bijeen)) if t.bijeen else "nog niet bijeen"


def _verwachting(rijen: _Rijen) -> Rooster:
    return Rooster(
        titel="Verwachting en rol van het bestuur, en de betekenis",
        kolommen=("Tafel", "Doel", "Verwachting bestuur", "Rol bestuur", "Betekenis voor de Flevolander", "Regeling"),
        rijen=tuple(
            (
                *(t.inhoud.naam, t.inhoud.doel, t.inhoud.verwachting_bestuur or "nog niet gezegd"),
                *(t.inhoud.rol_bestuur or "nog niet gezegd", t.inhoud.betekenis or "nog niet gezegd"),
                t.inhoud.regeling,
            )
            for _, t in rijen
        ),
    )


def _behoeften(rijen: _Rijen) -> Rooster:
    return Rooster(
        titel="Wat deelnemers nodig hebben",
        kolommen=("Tafel", "Deelnemer", "Behoefte"),
        rijen=tuple((t.inhoud.naam, _lid(s, b.deelnemer), b.behoefte) for s, t in rijen for b in t.inhoud.behoeften),
    )


def _overlappen(standen: Sequence[Stand]) -> Rooster:
    return Rooster(
        titel="Tafels die elkaar overlappen",
        kolommen=("Tafel", "Andere tafel", "Samen", "Wie"),
        rijen=tuple((o.een, o.ander, str(len(o.samen)), ", ".join(o.samen)) for o in overlappen(standen)),
        leeg="Geen twee open tafels hebben dezelfde deelnemers.",
    )


def _let_op(rijen: _Rijen) -> Iterable[str]:
    open_ = [(s, t) for s, t in rijen if t.gesloten_op is None]
    if stil := [t.inhoud.naam for s, t in open_ if _bleef_liggen(s, t.id, BIJEEN)]:
        yield f"Te lang niet bijeen geweest: {', '.join(stil)}."
    if vraag := [t.inhoud.naam for s, t in open_ if _bleef_liggen(s, t.id, BETEKENIS)]:
        yield f"Betekenis opnieuw te beantwoorden: {', '.join(vraag)}."
    if zonder := [t.inhoud.naam for _, t in open_ if not t.inhoud.betekenis]:
        yield f"Betekenis voor de Flevolander nog niet gezegd: {', '.join(zonder)}."


def _bleef_liggen(stand: Stand, tafel: Kenmerk, code: str) -> bool:
    return bleef_liggen(over(stand, tafel, code))
