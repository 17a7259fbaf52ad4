"""What happens on the agenda itself in four years."""

from collections.abc import Iterator
from datetime import date, timedelta

from levens import Beurt, Kijk, Opzet
from verhaal import DRONTEN, PARTNERS, ZEEWOLDE, Zet, griffier, manager, partner, secretariaat

AGENDA = "AGENDA-FLEVOLAND"
EERSTE, LAATSTE = date(2024, 1, 8), date(2027, 12, 31)
RAPPORT = {"titel": "rapport voor de herijking", "referentie": "herijking", "sha256": "0" * 64}


def halfjaar(dag: date) -> str:
    """The half year a day is in."""
    return f"{dag.year}-{1 if dag.month <= 6 else 2}"


def begin(kijk: Kijk) -> Iterator[Zet]:
    """The agenda begins, with its partners, its course, and a first adoption by each overheid."""
    yield manager(
        "StartAgenda",
        titel="Regionale agenda Flevoland",
        gebied="Flevoland",
        van="2024-01-01",
        tot="2027-12-31",
        ambitie="samen werken aan wat telt",
    )
    yield from PARTNERS
    yield manager(
        "StelDocumentVast",
        document="koers",
        documentsoort="koersdocument",
        titel="Ruimte voor Initiatief",
        versie="1",
        vaststeller="PS",
    )
    yield manager("VraagVaststelling", overheden=["provincie", DRONTEN, ZEEWOLDE], uiterlijk="2024-05-31")


def vastgesteld(kijk: Kijk) -> Iterator[Zet]:
    """Two adopt it, and a second person confirms what PS decided; one does not answer in time."""
    van_ps = {"overheid": "provincie", "orgaan": "PS", "besluit": "vastgesteld"}
    yield griffier("LegVaststellingVast", **van_ps)
    yield secretariaat("LegVaststellingVast", **van_ps)
    yield partner(DRONTEN)("LegVaststellingVast", overheid=DRONTEN, orgaan="raad", besluit="gewijzigd_vastgesteld")


def conferentie(kijk: Kijk) -> Iterator[Zet]:
    afspraken = [
        {"tekst": "een gezamenlijk loket", "wie": DRONTEN, "uiterlijk": "2024-12-20"},
        {"tekst": "een overzicht van tafels", "wie": "opgavemanager", "uiterlijk": "2024-11-29"},
    ]
    yield manager(
        "HoudConferentie",
        conferentie="C1",
        titel="samen effectief besturen",
        afspraken=afspraken,
        deelnemers=["provincie", DRONTEN, ZEEWOLDE],
        onderschreven_door=["provincie", DRONTEN],
    )
    yield griffier(
        "HoudConferentie",
        conferentie="C2",
        conferentiesoort="statenconferentie",
        titel="voorkantsturing",
        deelnemers=["PS", "GS"],
    )


def nagekomen(kijk: Kijk) -> Iterator[Zet]:
    """One promise is kept in time; the other is reminded of and kept late."""
    yield manager("RondAfspraakAf", afspraak="C1.A2", resultaat="het overzicht is er")


def laat_nagekomen(kijk: Kijk) -> Iterator[Zet]:
    yield partner(DRONTEN)("RondAfspraakAf", afspraak="C1.A1", resultaat="het loket is open")


def werkwijze(kijk: Kijk) -> Iterator[Zet]:
    """A lesson of one opgave changes a term and a checklist for all."""
    yield manager(
        "WijzigWerkwijze",
        les="FL-R-01/L1",
        wijziging="W1",
        fase="F2",
        vraag="Wie levert welke gegevens?",
        reden="les van de eerste opgave",
    )
    yield manager(
        "WijzigWerkwijze", les="FL-R-01/L1", wijziging="W2", termijn="T18", duur="3wd", reden="sneller bevestigen"
    )


def tweede_koers(kijk: Kijk) -> Iterator[Zet]:
    yield manager(
        "StelDocumentVast",
        document="koers",
        documentsoort="koersdocument",
        titel="Ruimte voor Initiatief",
        versie="2",
        vaststeller="PS",
    )


def zet(opzet: Opzet) -> Beurt:
    """An opgave comes on the agenda the week before it begins."""
    dag = max(opzet.begin - timedelta(days=3), EERSTE + timedelta(days=1))
    inhoud = {
        "opgave": opzet.id,
        "titel": opzet.titel,
        "thema": opzet.thema,
        "periode": halfjaar(dag),
        "reden": "initiatief",
    }
    return Beurt(dag, AGENDA, lambda kijk: iter((manager("ZetOpAgenda", **inhoud),)))


def eens(dag: date, *zetten: Zet) -> Beurt:
    """Something that happens once."""
    return Beurt(dag, AGENDA, lambda kijk: iter(zetten))


def herijkt(kijk: Kijk) -> Iterator[Zet]:
    """The half-yearly herijking; its report is made by the house, or by the manager where there is no house."""
    agenda = kijk().agenda
    assert agenda is not None
    if agenda.voorbereid is None:
        yield manager("BereidHerijkingVoor", stuk=RAPPORT, opgaven=len(agenda.punten))
    yield manager("Herijk", conclusie="de agenda blijft zoals zij is")


def beurten() -> Iterator[Beurt]:
    """The agenda's own days."""
    yield Beurt(EERSTE, AGENDA, begin)
    yield Beurt(date(2024, 4, 17), AGENDA, vastgesteld)
    yield Beurt(date(2024, 9, 12), AGENDA, conferentie)
    yield Beurt(date(2024, 11, 20), AGENDA, nagekomen)
    yield Beurt(date(2025, 1, 15), AGENDA, laat_nagekomen)
    yield Beurt(date(2025, 9, 10), AGENDA, werkwijze)
    yield Beurt(date(2026, 1, 14), AGENDA, tweede_koers)
    verplaats = manager(
        "VerplaatsOpAgenda", opgave="FL-R-06", periode="2026-1", rijpheid="verkenning", reden="later rijp"
    )
    yield eens(date(2025, 3, 12), verplaats, manager("ParkeerOpgave", opgave="FL-R-08", reden="geen geld"))
    yield eens(date(2025, 6, 11), manager("HaalTerug", opgave="FL-R-08", periode="2025-2", reden="er is geld"))
    yield eens(date(2025, 10, 8), manager("VoerAf", opgave="FL-R-10", reden="ingetrokken door de initiatiefnemer"))
    raakt = {"opgave": "FL-R-01", "andere": "FL-R-02"}
    yield eens(
        date(2024, 6, 12),
        manager("LegRaakvlakVast", **raakt, omschrijving="hetzelfde net"),
        manager("LegRaakvlakVast", opgave="FL-R-03", andere="FL-R-02", omschrijving="dezelfde wijk"),
    )
    yield eens(date(2026, 6, 10), manager("VerbreekRaakvlak", **raakt, reden="het net is gescheiden"))
    for dag in (date(2024, 7, 1), date(2024, 12, 30), date(2025, 6, 30), date(2025, 12, 29), date(2026, 6, 29)):
        yield Beurt(dag + timedelta(days=2), AGENDA, herijkt)
    yield eens(LAATSTE, manager("SluitAgenda", reden="de periode is om"))
