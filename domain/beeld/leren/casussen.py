"""Bronverhalen of many opgaven as a library of cases (S1-23, S3-23)."""

from collections.abc import Iterable
from datetime import date

from domain.basis import Kenmerk, Model
from domain.stand import Stand
from domain.taal.bladen_rollen import ProvincieRol
from domain.taal.bladen_waarden import Kernwaarde
from domain.taal.leren import Bronverhaal, Waardering


class Casus(Model):
    """A story, the opgave it is from, and the lessons that rest on it."""

    opgave: Kenmerk
    verhaal: Kenmerk
    op: date
    thema: str
    inhoud: Bronverhaal
    lessen: tuple[Kenmerk, ...] = ()


class Keuze(Model):
    """Which cases are looked for; what is empty is not asked."""

    principe: int | None = None
    rol: ProvincieRol | None = None
    waarde: Kernwaarde | None = None
    waardering: Waardering | None = None
    succes: bool = False
    opgave: Kenmerk | None = None


def casussen(standen: Iterable[Stand], keuze: Keuze) -> tuple[Casus, ...]:
    """The cases that pass, by opgave and day. A story that is not public is a case for its own opgave only."""
    gevonden = (
        Casus(
            opgave=stand.opgave,
            verhaal=verhaal.id,
            op=verhaal.op,
            thema=stand.leven.thema,
            inhoud=verhaal.inhoud,
            lessen=tuple(les.id for les in stand.lessen.values() if verhaal.id in les.bronverhalen),
        )
        for stand in standen
        if keuze.opgave in (None, stand.opgave)
        for verhaal in stand.verhalen.values()
        if _past(keuze, verhaal.inhoud)
    )
    return tuple(sorted(gevonden, key=lambda c: (c.opgave, c.op, c.verhaal)))


def _past(keuze: Keuze, verhaal: Bronverhaal) -> bool:
    vragen = (
        (keuze.principe, verhaal.principes),
        (keuze.rol, verhaal.rollen),
        (keuze.waarde, verhaal.waarden),
        (keuze.waardering, (verhaal.waardering,)),
    )
    zichtbaar = verhaal.openbaar or keuze.opgave is not None
    return zichtbaar and verhaal.succes >= keuze.succes and all(w is None or w in heeft for w, heeft in vragen)
