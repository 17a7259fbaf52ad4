"""A small life for these tests: commands through the real core, its facts as the shell would hand them over."""

from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from activities.gevolgen import voer_uit
from activities.grootboek import Grootboek
from domain import kern
from domain.bundel import Bundel, Verwerkt
from domain.feit import Feit
from domain.opdracht import Opdracht
from domain.stand import Begin
from register.schrijven import verwerk
from register.verbinding import Register
from runtime.sleutels import Ondertekenaar

SLEUTEL = Ed25519PrivateKey.generate()
GROOTBOEK = Grootboek(Ondertekenaar(SLEUTEL))
START: dict[str, Any] = {
    "titel": "Warmte uit water",
    "thema": "energietransitie",
    "portefeuille": "Energie",
    "initiatief": {"door": "gemeente Dronten"},
}
DRONTEN = {"partner": "gemeente-dronten", "naam": "gemeente Dronten", "type": "gemeente"}


class Proefleven:
    """Gives commands to the core and keeps the facts."""

    def __init__(self, opgave: str = "FL-2024-01") -> None:
        self.begin = Begin(opgave=opgave)
        self.stand = kern.begin(self.begin)
        self.nu = datetime(2024, 1, 8, 9, tzinfo=UTC)
        self.feiten: tuple[Feit, ...] = ()

    def geef(self, soort: str, functie: str = "opgavemanager", **inhoud: Any) -> Bundel:
        """One command, an hour after the previous one; its facts as a batch."""
        self.nu += timedelta(hours=1)
        ruw = {
            "id": f"opdracht-{self.stand.seq + 1}",
            "door": {"functie": functie, "subject": "s-17", "zekerheid": "oidc"},
            "inhoud": {"soort": soort, **inhoud},
        }
        self.stand, feiten = kern.stap(self.stand, self.nu, Opdracht.model_validate(ruw))
        geweigerd = [feit.inhoud for feit in feiten if feit.inhoud.soort == "OpdrachtGeweigerd"]
        assert not geweigerd, geweigerd
        self.feiten += feiten
        return self.bundel(*feiten)

    def bundel(self, *feiten: Feit) -> Bundel:
        """These facts as they arrive from Temporal: through JSON."""
        return Bundel.model_validate_json(Bundel(begin=self.begin, feiten=feiten).model_dump_json())

    def begonnen(self) -> "Proefleven":
        """Started, with one partner."""
        self.geef("StartOpgave", **START)
        self.geef("VoegPartnerToe", **DRONTEN)
        return self

    def alles(self) -> Bundel:
        """Every fact so far in one batch."""
        return self.bundel(*self.feiten)


def leg_vast(register: Register, bundel: Bundel) -> Verwerkt:
    """Process with the real effects and a real key."""
    return verwerk(register, bundel, voer_uit, GROOTBOEK.teken_regel)
