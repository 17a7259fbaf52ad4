"""Letters of a regionale agenda: they say agenda, and the weekly letter lists what waits there too."""

from datetime import date

from proefleven import Proefleven, leg_vast

from activities.brief.inhoud import Briefinhoud
from activities.brief.opbouw import Onderdeel
from activities.brief.tekst import als_tekst
from activities.weekoverzicht import maak_brieven
from domain import kern
from domain.reglement.register import nieuwste
from domain.stand import Begin
from register import lezen
from register.verbinding import Register

REGIO = "AGENDA-FLEVOLAND"


def agenda() -> Proefleven:
    """An agenda with a partner that was asked something."""
    leven = Proefleven()
    leven.begin = Begin(opgave=REGIO, reglement=nieuwste().code)
    leven.stand = kern.begin(leven.begin)
    leven.geef("StartAgenda", titel="Samen sterk", gebied="Flevoland", van="2024-01-01", tot="2027-12-31")
    leven.geef("VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    leven.geef("VraagPartner", aan=["gemeente-dronten"], vraag="Wat vindt u ervan?", termijn="10wd")
    return leven


def test_een_brief_van_een_agenda_noemt_haar_geen_opgave(register: Register) -> None:
    leg_vast(register, agenda().alles())
    post = [rij for rij in lezen.post(register, REGIO) if rij.organisatie == "gemeente-dronten" and rij.inhoud]
    teksten = [als_tekst((Onderdeel(Briefinhoud.model_validate_json(rij.inhoud)),)) for rij in post]
    vraag = next(tekst for tekst in teksten if "Wat vindt u ervan?" in tekst)
    assert f"Agenda {REGIO}: Samen sterk" in vraag
    assert "Bij deze agenda vragen we u iets." in vraag
    assert f"Opgave {REGIO}" not in "".join(teksten)


def test_het_weekoverzicht_noemt_ook_wat_bij_een_agenda_wacht(register: Register) -> None:
    """With the title of the agenda, as of any opgave."""
    leg_vast(register, agenda().alles())
    brief = next(b for b in maak_brieven(register, date(2024, 1, 15)) if b.brief.aan.functie == "opgavemanager")
    regels = [regel for lijst in brief.inhoud.lijsten for regel in lijst.regels]
    assert any(regel.startswith(f"{REGIO} Samen sterk: ") for regel in regels)
