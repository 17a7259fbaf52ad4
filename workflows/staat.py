"""What a run starts from, and what it hands to the next run: the whole state, so that nothing is ever lost."""

from datetime import datetime
from typing import Any

from temporalio.common import SearchAttributeKey, SearchAttributeUpdate

from domain.basis import Model, Moment, is_agenda
from domain.kalender import einde_dag
from domain.stand import Begin, Stand
from workflows.namen import ZA_AAN_ZET, ZA_FASE, ZA_THEMA, ZA_TOESTAND, ZA_UITERLIJK


class Zoekwaarden(Model):
    """What the search attributes show: few, coarse, and never personal. They change rarely, for each costs an event."""

    fase: str = ""
    toestand: str = ""
    thema: str = ""
    aan_zet: tuple[str, ...] = ()
    uiterlijk: datetime | None = None

    @classmethod
    def van(cls, stand: Stand) -> "Zoekwaarden":
        """The values for a state: bodies that must decide, and the first day by law on which something lapses.

        An agenda has no phase.
        """
        voor = {s.orgaan for s in stand.stappen.values() if s.status == "voorgelegd" and s.orgaan in ("GS", "PS")}
        wettelijk = [t.einde for t in stand.termijnen.values() if t.loopt and t.soort == "wettelijk"]
        return cls(
            fase="" if is_agenda(stand.opgave) else str(stand.leven.fase),
            toestand=stand.leven.toestand,
            thema=stand.leven.thema,
            aan_zet=tuple(sorted(voor)),
            uiterlijk=einde_dag(min(wettelijk)) if wettelijk else None,
        )

    def verschil(self, vorige: "Zoekwaarden") -> list[SearchAttributeUpdate[Any]]:
        """The updates that turn the former values into these; empty when nothing changed."""
        paren: tuple[tuple[SearchAttributeKey[Any], Any, Any], ...] = (
            (ZA_FASE, self.fase, vorige.fase),
            (ZA_TOESTAND, self.toestand, vorige.toestand),
            (ZA_THEMA, self.thema, vorige.thema),
            (ZA_AAN_ZET, self.aan_zet, vorige.aan_zet),
            (ZA_UITERLIJK, self.uiterlijk, vorige.uiterlijk),
        )
        return [za.value_set(nu) if nu else za.value_unset() for za, nu, toen in paren if nu != toen]


class Start(Begin):
    """The input of a run. A fresh life gives only the fields of `Begin`; a continued one carries the rest.

    `klok` is the workflow time at which the former run ended: the start of a run may not read the clock itself.
    `vol_na` is a hook for tests: continue as new once the history is this long, 0 leaves it to the server.
    """

    stand: Stand | None = None
    klok: Moment | None = None
    getoond: Zoekwaarden = Zoekwaarden()
    post_wacht: bool = False
    vol_na: int = 0

    def als_begin(self) -> Begin:
        """The part that the genesis hash covers."""
        return Begin(opgave=self.opgave, reglement=self.reglement, verschuiving_s=self.verschuiving_s)
