"""The lives behind the golden histories of the fourth reglement: an agenda, and an opgave that works together."""

from datetime import date
from typing import Any

from domain.basis import Afzender
from tests.gouden.zeggen import moet, moet_weigeren
from tests.workflows.omgeving import GRIFFIER, SECRETARIAAT, Huis, Leven, ochtend

PARTNER = Afzender(functie="partner", subject="u-5", namens="gemeente-a", zekerheid="oidc")
VAN_DE_AGENDA = Afzender(
    functie="systeem", subject="opgave.AGENDA-GOUD", namens="opgavenmotor", grondslag="feit", zekerheid="sleutel"
)
PUNT = {"opgave": "GOUD-04", "titel": "Energiehub", "thema": "energie", "periode": "2026-2", "reden": "initiatief"}
RAPPORT = {"titel": "rapport", "referentie": "herijking.1", "sha256": "0" * 64}
NIVEAUS = {"volksvertegenwoordiging": 1, "bestuur": 2, "ambtelijk": 3}
TAFEL = {
    "tafelsoort": "gesprekstafel",
    "naam": "energietafel",
    "doel": "samen kijken",
    "trekker": "provincie",
    "deelnemers": ["Gemeente A"],
    "frequentie": "elk kwartaal",
}


async def agenda(huis: Huis, leven: Leven) -> None:
    """What is put on and moved, adopted by one and not by another, promised, silent past its term, and looked at anew."""
    vanaf = {"van": "2026-07-01", "tot": "2028-12-31"}
    await moet(leven, "StartAgenda", titel="Regionale agenda", gebied="Flevoland", **vanaf)
    await moet(leven, "VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")
    await moet_weigeren(leven, "ZetOpAgenda", **(PUNT | {"periode": "2031-1"}))
    await moet(leven, "ZetOpAgenda", **PUNT)
    await moet(leven, "ZetOpAgenda", **(PUNT | {"opgave": "GOUD-05", "titel": "Wonen"}))
    await moet(leven, "LegRaakvlakVast", opgave="GOUD-04", andere="GOUD-05", omschrijving="hetzelfde net")
    koers = {
        "document": "koers",
        "documentsoort": "koersdocument",
        "titel": "Koers",
        "versie": "1",
        "vaststeller": "PS",
    }
    await moet(leven, "StelDocumentVast", **koers)
    await moet(leven, "VraagVaststelling", overheden=["provincie", "gemeente-a"], uiterlijk=date(2026, 10, 30))
    van_ps = {"overheid": "provincie", "orgaan": "PS", "besluit": "vastgesteld"}
    await moet(leven, "LegVaststellingVast", **van_ps, door=GRIFFIER)
    await moet(leven, "LegVaststellingVast", **van_ps, door=SECRETARIAAT)
    belofte = {"tekst": "een gezamenlijk loket", "wie": "gemeente-a", "uiterlijk": "2026-11-30"}
    wie: dict[str, Any] = {"deelnemers": ["provincie", "gemeente-a"], "onderschreven_door": ["provincie"]}
    await moet(leven, "HoudConferentie", conferentie="C1", titel="samen", afspraken=[belofte], **wie)
    await moet(leven, "WijzigWerkwijze", les="GOUD-04/L1", wijziging="W1", termijn="T18", duur="3wd", reden="sneller")
    await huis.slaap_tot(leven, ochtend(date(2026, 12, 7), -3600))
    await moet(leven, "ParkeerOpgave", opgave="GOUD-05", reden="geen geld")
    await moet_weigeren(leven, "Herijk", conclusie="te vroeg")
    await moet(leven, "BereidHerijkingVoor", stuk=RAPPORT, opgaven=2)
    await moet(leven, "Herijk", conclusie="verder zo")
    await moet_weigeren(leven, "SluitAgenda", reden="er komt een nieuwe")
    await moet(leven, "SluitAgenda", reden="er komt een nieuwe", toch=True)
    await moet(leven, "RondAfspraakAf", afspraak="C1.A1", resultaat="het loket is open")
    await leven.handvat.result()


async def samen(huis: Huis, leven: Leven) -> None:
    """Sheets, scores, a table that falls silent, a joint intake, a lesson that comes back, and a split."""
    await leven.open()
    await moet(leven, "VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")
    beeld = {"blad": "beeld", "partner": "gemeente-a", "opgave": "een vol net", "samenwerking": "open"}
    await moet(leven, "LegPartnerbladVast", inhoud=beeld, door=PARTNER)
    await moet_weigeren(leven, "ScoorSpelniveau", van="provincie", over="gemeente-a", niveaus=NIVEAUS, door=PARTNER)
    await moet(leven, "ScoorSpelniveau", van="gemeente-a", over="gemeente-a", niveaus=NIVEAUS, door=PARTNER)
    waarde = {"blad": "beschermde_waarde", "nr": "w1", "waarde": "water", "ondergrens": "7", "eenheid": "cijfer"}
    await moet(leven, "LegBladVast", inhoud=waarde | {"gemeten": "6.5"})
    await moet(leven, "OpenTafel", tafel="T1", inhoud=TAFEL)
    overheden = ["provincie", "gemeente-a"]
    await moet(leven, "StartIntake", intake="I1", vraag="mag dit?", initiatiefnemer="buurt", overheden=overheden)
    ja = {"intake": "I1", "oordeel": "ja", "toelichting": "past hier"}
    await moet(leven, "GeefIntakeoordeel", overheid="gemeente-a", **ja, door=PARTNER)
    plek = {"agenda": "AGENDA-GOUD", "bron": 4, "termijnen": [{"termijn": "T18", "duur": "3wd", "les": "GOUD-09/L1"}]}
    await moet(leven, "MeldAgendaplek", **plek, door=VAN_DE_AGENDA)
    aanbod = [{"les": "GOUD-09/L1", "titel": "spreek gegevens vroeg af", "waarom": ["zelfde thema"]}]
    await moet(leven, "BiedLessenAan", moment="F1", lessen=aanbod)
    await moet_weigeren(leven, "GaNaarFase", naar="F2")
    antwoord = {"les": "GOUD-09/L1", "moment": "F1", "antwoord": "toegepast", "reden": "dat doen we"}
    await moet(leven, "BeantwoordLesaanbod", **antwoord)
    await huis.slaap_tot(leven, ochtend(date(2027, 3, 15), -3600))
    verdeling = [{"soort": "partner", "id": "gemeente-a", "waarheen": "beide"}]
    lopend = [t.id for t in (await leven.stand()).termijnen.values() if t.loopt]
    verdeling += [{"soort": "termijn", "id": id_, "waarheen": "blijft"} for id_ in lopend]
    await moet(leven, "Splits", nieuw="GOUD-08", titel="kleine plannen", reden="twee vragen", verdeling=verdeling)
