"""The lives of the storm: every partner was asked something, and all reminders come due on the same morning."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from benchmarks.referentieleven import MANAGER
from domain import kern
from domain.bundel import Bundel
from domain.feit import Feit
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand

PARTNERS = 12
"""Per opgave."""
REGLEMENT = "r2026_3"
OCHTEND = datetime(2026, 9, 9, 7, tzinfo=UTC)
"""09:00 in Amsterdam in the time of the lives: the first rung of every request, ten working days ahead."""
DAG_ERVOOR = timedelta(days=1)
VRAAG = "Wilt u laten weten of u het gedeelde beeld van de opgave onderschrijft, en wat er volgens u nog ontbreekt?"


class Leven(NamedTuple):
    """A life up to the day before: what its workflow carries, and the facts for the register."""

    stand: Stand
    feiten: tuple[Feit, ...]

    @property
    def bundel(self) -> Bundel:
        """All facts as one batch."""
        return Bundel(begin=self.stand.begin, feiten=self.feiten)


def partners(nummer: int, gedeeld: int = 0) -> tuple[str, ...]:
    """The partners of this opgave: its own, or twelve in turn out of those that all opgaven share."""
    plaatsen = range(nummer * PARTNERS, (nummer + 1) * PARTNERS)
    return tuple(f"gedeeld-{p % gedeeld:02d}" if gedeeld else f"eigen-{p:05d}" for p in plaatsen)


def leef(opgave: str, partners_: tuple[str, ...], losbarsten: datetime) -> Leven:
    """Live until the day before; the morning comes at this moment of the clock on the wall (whole seconds, UTC)."""
    schuif = int((OCHTEND - losbarsten).total_seconds())
    stand, feiten = kern.begin(Begin(opgave=opgave, reglement=REGLEMENT, verschuiving_s=schuif)), list[Feit]()
    for opdracht in _opdrachten(opgave, partners_):
        stand, nieuw = kern.stap(stand, losbarsten - DAG_ERVOOR, opdracht)
        feiten += nieuw
    return Leven(stand, tuple(feiten))


def _opdrachten(opgave: str, partners_: tuple[str, ...]) -> Iterator[Opdracht]:
    for nummer, (soort, velden) in enumerate(_stappen(partners_)):
        yield Opdracht.model_validate(
            {"id": f"{opgave}-{nummer}", "door": MANAGER, "inhoud": {"soort": soort, **velden}}
        )


def _stappen(partners_: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "StartOpgave", {"titel": "Droge voeten in de polder", "thema": "water", "initiatief": {"door": "waterschap"}}
    yield "RondAfspraakAf", {"afspraak": "ontvangstbevestiging", "resultaat": "Bevestigd."}
    for partner in partners_:
        yield "VoegPartnerToe", {"partner": partner, "naam": f"Gemeente {partner}", "type": "gemeente"}
    yield "VraagPartner", {"aan": partners_, "vraag": VRAAG, "termijn": "11wd"}
