"""A small life in which a decision turns out otherwise after another was put forward that rests on it."""

from typing import Any

from proefleven import Proefleven

from domain import kern
from domain.bundel import Bundel
from domain.opdracht import Opdracht

OPGAVE = "FL-2024-01"
LIJST = {"titel": "besluitenlijst GS 9 januari 2024", "referentie": "BL-GS-2"}


class Twijfelleven(Proefleven):
    """GS decided on B1; B2, which withdraws it, lies before GS. Each function is another person."""

    def __init__(self) -> None:
        super().__init__(OPGAVE)
        self.begin = self.begin.met(reglement="r2026_2")
        self.stand = kern.begin(self.begin)
        self.begonnen()

    def zeg(self, functie: str, soort: str, **inhoud: Any) -> Bundel:
        """One command of this function, in the same hour; its facts as a batch."""
        door = {"functie": functie, "subject": f"s-{functie}", "zekerheid": "oidc"}
        ruw = {"id": f"zeg-{self.stand.seq + 1}", "door": door, "inhoud": {"soort": soort, **inhoud}}
        self.stand, feiten = kern.stap(self.stand, self.nu, Opdracht.model_validate(ruw))
        geweigerd = [feit.inhoud for feit in feiten if feit.inhoud.soort == "OpdrachtGeweigerd"]
        assert not geweigerd, geweigerd
        self.feiten += feiten
        return self.bundel(*feiten)

    def besloten(self) -> Bundel:
        """B1 decided and confirmed, B2 put forward."""
        self.zeg("opgavemanager", "OpenBesluit", code="agenda", orgaan="GS", onderwerp="warmte")
        self.zeg("opgavemanager", "LegVoor", stap="B1")
        self.zeg("bestuurssecretariaat", "LegBesluitVast", stap="B1", uitkomst="conform")
        self.zeg("jurist", "BevestigBesluit", vastlegging="B1.v1")
        self.zeg("opgavemanager", "OpenBesluit", code="intrekking", orgaan="GS", onderwerp="toch niet", over="B1")
        self.zeg("opgavemanager", "LegVoor", stap="B2")
        return self.alles()

    def hersteld(self, uitkomst: str = "afgewezen") -> Bundel:
        """Our record of B1 was wrong, and so B2 is in doubt."""
        besluit = {"stap": "B1", "uitkomst": uitkomst, "motivering": "geen draagvlak"}
        eerst = self.zeg(
            "bestuurssecretariaat",
            "HerstelVastlegging",
            besluit=besluit,
            besluitenlijst=LIJST,
            reden="verkeerd gelezen",
        )
        daarna = self.zeg("jurist", "BevestigBesluit", vastlegging="B1.v2")
        return self.bundel(*eerst.feiten, *daarna.feiten)

    def beslist(self, oordeel: str) -> Bundel:
        """Jurist and griffier agree about B2."""
        een, twee = (
            self.zeg(wie, "BeoordeelGrondslag", stap="B2", oordeel=oordeel, motivering="gelet op het dossier")
            for wie in ("jurist", "griffier")
        )
        return self.bundel(*een.feiten, *twee.feiten)

    def teruggestuurd(self) -> Bundel:
        """Something is said about B2 that gives a message."""
        return self.zeg(
            "jurist", "MeldHalte", stap="B2", halte="toetsen", uitkomst="niet_akkoord", toelichting="past niet"
        )
