"""Flags: what in this opgave rests on a decision that is contested, suspended, annulled or in doubt, or waits for it,
and what went on without the answer of a partner.

Nothing is undone by a flag; it is there so that nobody builds on without knowing. Geheimhouding is no flag.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from domain import rechtsstand
from domain.basis import Kenmerk, Model
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.rechtsgang import Rechtsmiddel
from domain.woorden import gewoon, orgaan

Vlagsoort = Literal[
    "rechtsmiddel",
    "nieuw_besluit",
    "schorsing",
    "vernietiging",
    "twijfel",
    "van_rechtswege",
    "controversieel",
    "opgeschort",
    "zonder_reactie",
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
    van_partners = (*_opgeschort(stand), *_zonder_reactie(stand))
    alle = (*_middelen(stand), *_twijfels(stand), *_rechtswege(stand), *_controversieel(stand), *van_partners)
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


def _opgeschort(stand: Stand) -> Iterable[Vlag]:
    """Terms that stand still: their last day isn't known until they run again."""
    for t in stand.termijnen.values():
        if t.status == "opgeschort" and t.opschortingen:
            laatste = t.opschortingen[-1]
            waarom = f"De termijn staat stil ({laatste.grond})." if laatste.grond else "De termijn staat stil."
            yield Vlag(soort="opgeschort", betreft=t.betreft, wat=t.wat, waarom=waarom, sinds=laatste.op)


def _zonder_reactie(stand: Stand) -> Iterable[Vlag]:
    """What went on without an answer stays in sight as long as the answer did not come after all."""
    if stand.leven.voorbij or reglement(stand.reglement).post is None:
        return
    for v in stand.verzoeken.values():
        if v.status == "zonder_reactie":
            over = stand.stappen.get(v.betreft or "")
            waarom = f"Er is doorgegaan zonder antwoord van {orgaan(v.aan)} ({v.id}). Zwijgen is geen akkoord."
            wat = rechtsstand.noem(over) if over else v.vraag
            yield Vlag(soort="zonder_reactie", betreft=over.id if over else v.id, wat=wat, waarom=waarom)
