"""Flags: what in this opgave rests on a decision that is contested, suspended, annulled or in doubt, or waits for it.

Nothing is undone by a flag; it is there so that nobody builds on without knowing. Geheimhouding is no flag.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from domain import rechtsstand
from domain.basis import Kenmerk, Model
from domain.stand import Stand
from domain.taal.rechtsgang import Rechtsmiddel
from domain.woorden import gewoon

Vlagsoort = Literal[
    "rechtsmiddel", "nieuw_besluit", "schorsing", "vernietiging", "twijfel", "van_rechtswege", "controversieel"
]
_SOORT: dict[rechtsstand.Werking, Vlagsoort] = {
    "loopt": "rechtsmiddel",
    "nieuw_besluit": "nieuw_besluit",
    "schorst": "schorsing",
    "vernietigt": "vernietiging",
}


class Vlag(Model):
    """One thing and why it is flagged. `betreft` is its id, `wat` its name; `sinds` is None when no day is known."""

    soort: Vlagsoort
    betreft: Kenmerk
    wat: str
    waarom: str
    sinds: date | None = None


def vlaggen(stand: Stand) -> tuple[Vlag, ...]:
    """All flags, the gravest first."""
    zwaarte = ("vernietiging", "schorsing", "twijfel", "van_rechtswege", "nieuw_besluit", "rechtsmiddel")
    alle = (*_middelen(stand), *_twijfels(stand), *_rechtswege(stand), *_controversieel(stand))
    return tuple(sorted(alle, key=lambda v: zwaarte.index(v.soort) if v.soort in zwaarte else len(zwaarte)))


def _middelen(stand: Stand) -> Iterable[Vlag]:
    """The decision itself, and each thing that stands on it."""
    for middel in stand.rechtsmiddelen.values():
        soort = _SOORT.get(rechtsstand.werking(stand, middel))
        if soort is None:
            continue
        stap = stand.stappen[middel.stap]
        for id_, wat in ((stap.id, rechtsstand.noem(stap)), *rechtsstand.rust_op(stand, stap)):
            waarom = _waarom(middel, soort) + ("" if id_ == stap.id else f" Dit rust op {stap.id}.")
            sinds = middel.afgedaan_op or middel.gemeld_op
            yield Vlag(soort=soort, betreft=id_, wat=wat, waarom=waarom, sinds=sinds)


def _waarom(middel: Rechtsmiddel, soort: Vlagsoort) -> str:
    bron = f"{gewoon(middel.middel)} {middel.referentie}, {middel.door}"
    match soort:
        case "schorsing":
            return f"Het besluit {middel.stap} is geschorst ({bron})."
        case "vernietiging":
            return f"Het besluit {middel.stap} is vernietigd ({bron})."
        case "nieuw_besluit":
            return f"Tegen {middel.stap} is een bezwaar gegrond; er is een nieuw besluit nodig ({bron})."
        case _:
            return f"Tegen het besluit {middel.stap} loopt: {bron}."


def _twijfels(stand: Stand) -> Iterable[Vlag]:
    for twijfel in stand.twijfels.values():
        if twijfel.open:
            yield Vlag(
                soort="twijfel",
                betreft=twijfel.stap,
                wat=rechtsstand.noem(stand.stappen[twijfel.stap]),
                waarom=f"De uitslag van {twijfel.vanwege} bleek anders; jurist en griffier beoordelen dit nog.",
                sinds=twijfel.sinds,
            )


def _rechtswege(stand: Stand) -> Iterable[Vlag]:
    for rechtswege in rechtsstand.open_rechtswege(stand):
        yield Vlag(
            soort="van_rechtswege",
            betreft=rechtswege.stap,
            wat=rechtsstand.noem(stand.stappen[rechtswege.stap]),
            waarom="De termijn verstreek zonder besluit. Of dat toestemming is, stelt de jurist nog vast.",
            sinds=rechtswege.sinds,
        )


def _controversieel(stand: Stand) -> Iterable[Vlag]:
    for id_, reden in stand.controversieel.items():
        if not stand.stappen[id_].klaar:
            wat = rechtsstand.noem(stand.stappen[id_])
            yield Vlag(soort="controversieel", betreft=id_, wat=wat, waarom=f"Controversieel verklaard: {reden}")
