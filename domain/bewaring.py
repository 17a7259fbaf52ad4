"""What must be kept and what may be destroyed (Archiefwet 3 and 5, Woo 4.1a), read from the audit trail and the record.

Decisions, frameworks, evaluations and lessons are kept for good, and with them the proposals they rest on. What may
go is a copy of a document that others keep, and a proposal on which no decision was ever taken. Numbers of the
selectielijst are the archivist's: the act names one, this program doesn't know them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal, get_args

from domain import spoor as spoor_
from domain.basis import Functie, Model, Weigering
from domain.kalender import lokale_datum
from domain.spoor import Spoorinhoud
from domain.stand import Stand

Grond = Literal["woo", "juridisch", "onderzoek"]
GRONDEN: tuple[str, ...] = get_args(Grond)
AKKOORD: frozenset[Functie] = frozenset({"griffier", "jurist", "bestuurssecretariaat"})
"""Who can be the second person that agrees with destruction: those who answer for the record besides the secretaris."""
VAN_BUITEN = "genoemd"
"""The kind of a document that came from outside: whoever made it keeps the original."""
LEEG: tuple[str, ...] = ()


class Bewaarplicht(Model):
    """A hold: nothing of the opgave may be destroyed while it stands. It lapses after `tot`, if that was given."""

    kenmerk: str
    grond: str
    tot: date | None = None

    def staat(self, dag: date) -> bool:
        """Whether it stands on this day (Amsterdam)."""
        return self.tot is None or dag <= self.tot


def bewaarplichten(spoor: Iterable[Spoorinhoud], dag: date) -> tuple[Bewaarplicht, ...]:
    """The holds that stand on this day, by the lines of the trail up to then."""
    gelegd = dict[str, Bewaarplicht]()
    for regel in spoor:
        kenmerk = regel.gegevens.get("kenmerk", "")
        match regel.actie, regel.resultaat:
            case "bewaarplicht_gelegd", spoor_.GELUKT:
                gelegd[kenmerk] = _plicht(kenmerk, regel)
            case "bewaarplicht_opgeheven", spoor_.GELUKT:
                gelegd.pop(kenmerk, None)
            case _:
                pass
    return tuple(plicht for plicht in gelegd.values() if plicht.staat(dag))


def _plicht(kenmerk: str, regel: Spoorinhoud) -> Bewaarplicht:
    """A last day that can't be read is no last day: the hold then stands until it is lifted."""
    try:
        tot = date.fromisoformat(regel.gegevens["tot"])
    except (KeyError, ValueError):
        tot = None
    return Bewaarplicht(kenmerk=kenmerk, grond=regel.gegevens.get("grond", ""), tot=tot)


def vernietigd(regel: Spoorinhoud) -> tuple[str, ...]:
    """The documents (sha256) that this line says were destroyed; none when it is about something else."""
    if (regel.actie, regel.resultaat) != ("vernietigd", spoor_.GELUKT):
        return LEEG
    return tuple(sha for sha in regel.gegevens.get("documenten", "").split(",") if sha)


def verboden(spoor: Iterable[Spoorinhoud], regel: Spoorinhoud) -> tuple[Bewaarplicht, ...]:
    """The holds that stood when this line was written, by the lines before it."""
    eerder = (r for r in spoor if r.nr < regel.nr)
    return bewaarplichten(eerder, lokale_datum(regel.tijdstip))


def blijvend(stand: Stand, soort: str, stap: str) -> str:
    """Why a document of this kind about this step is kept for good, in Dutch; empty when it may be destroyed."""
    if soort == VAN_BUITEN or ingetrokken_zonder_besluit(stand):
        return ""
    gevonden = stand.stappen.get(stap)
    if gevonden is not None and gevonden.status == "vervallen" and not gevonden.behandelingen:
        return ""
    return "een voorstel waarop een besluit rust of kan rusten, blijft bewaard"


def ingetrokken_zonder_besluit(stand: Stand) -> bool:
    """Whether the opgave was withdrawn before any body decided anything: then nothing in it is a decision."""
    besloten = any(stap.status == "besloten" or stap.behandelingen for stap in stand.stappen.values())
    return stand.leven.toestand == "ingetrokken" and not besloten


def toets_akkoord(door: str, subject: str, akkoord: str) -> None:
    """Raises Weigering unless a second person agreed: `akkoord` is FUNCTIE:ID of somebody else who may."""
    functie, _, wie = akkoord.partition(":")
    if functie not in AKKOORD or not wie:
        kan = tuple(sorted(AKKOORD))
        raise Weigering(
            "Archiefwet 5", f"Noem wie ermee instemt als FUNCTIE:ID, met als functie {', '.join(kan)}.", kan
        )
    if functie == door or wie.casefold() == subject.casefold():
        raise Weigering("vier ogen", "Wie vernietigt, kan niet zelf de tweede zijn die ermee instemt.")


def toets_vrij(spoor: Iterable[Spoorinhoud], dag: date) -> None:
    """Raises Weigering while any hold stands."""
    if plichten := bewaarplichten(spoor, dag):
        welke = tuple(f"{p.kenmerk} ({p.grond})" for p in plichten)
        raise Weigering("bewaarplicht", f"Er rust een bewaarplicht op deze opgave: {', '.join(welke)}.", welke)
