"""A life in which reminders come due: two requests to one partner with the same last day, under the newest rules."""

from datetime import UTC, datetime

from proefleven import Proefleven

from domain import kern
from domain.bundel import Bundel
from domain.reglement.register import nieuwste


class Herinnerleven(Proefleven):
    """Both requests are reminded on the same mornings."""

    def __init__(self, opgave: str = "FL-2024-01") -> None:
        super().__init__(opgave)
        self.begin = self.begin.met(reglement=nieuwste().code)
        self.stand = kern.begin(self.begin)
        self.begonnen()
        for vraag in ("Kunt u de cijfers geven?", "Wat vindt u van het plan?"):
            self.geef("VraagPartner", aan=["gemeente-dronten"], vraag=vraag, termijn="20wd")
        self.tot_en_met(2024, 1, 19)  # what the province itself owed on the way has come and gone

    def tot_en_met(self, jaar: int, maand: int, dag: int) -> Bundel:
        """Let time pass until noon of this day; what happened as a batch."""
        self.nu = datetime(jaar, maand, dag, 11, tzinfo=UTC)
        self.stand, feiten = kern.stap(self.stand, self.nu, None)
        self.feiten += feiten
        return self.bundel(*feiten)

    def eerste_herinnering(self) -> Bundel:
        """The friendly rung of both, ten working days before the last day."""
        return self.tot_en_met(2024, 1, 22)
