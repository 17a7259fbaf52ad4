"""What a body is asked, in words that can't be taken for another question.

The three instruments of PS never share a sentence (domain.md, top rule 1): wensen en bedenkingen and a zienswijze
advise, each in its own way; a toestemming is needed. What is not listed here is asked by the name of the step.
"""

from domain.basis import Weigering
from domain.reglement.model import Instrument, Reglement
from domain.taal.besluiten import Besluitstap
from domain.woorden import orgaan

_INSTRUMENTEN: dict[Instrument, tuple[str, ...]] = {
    "wensen_en_bedenkingen": (
        "hun wensen en bedenkingen over het ontwerpbesluit aan Gedeputeerde Staten te geven, of te zeggen dat zij geen "
        "wensen en geen bedenkingen hebben.",
        "Wensen en bedenkingen zijn een advies en geen veto. Gedeputeerde Staten besluiten pas daarna. Zij wegen elke "
        "wens en elke bedenking en geven er antwoord op.",
    ),
    "zienswijze": (
        "hun zienswijze te geven op het ontwerp van de gemeenschappelijke regeling, of zo snel mogelijk te melden dat "
        "zij geen zienswijze geven.",
        "Een zienswijze is een advies op het ontwerp. Zij is geen besluit om de regeling toe te staan; daarover gaat "
        "een apart voorstel.",
    ),
    "toestemming": (
        "te besluiten of zij aan Gedeputeerde Staten toestemming geven om de gemeenschappelijke regeling te treffen of "
        "te wijzigen, of om toe te treden of uit te treden.",
        "Zonder deze toestemming mogen Gedeputeerde Staten niet verder. Provinciale Staten kunnen haar alleen "
        "onthouden bij strijd met het recht of met het algemeen belang. Dat doen zij na overleg, en met een eigen "
        "besluit waarin de redenen staan.",
        "De toestemming kan geen voorwaarden krijgen en niet tijdelijk zijn. Zij is daarna niet meer in te trekken. "
        "Zwijgen beslist niets.",
    ),
    "instemming": (
        "te besluiten of zij instemmen met de overdracht van bevoegdheden.",
        "Zonder deze instemming gaan de bevoegdheden niet over.",
    ),
}

INSTRUMENTNAMEN: dict[Instrument, str] = {
    "wensen_en_bedenkingen": "wensen en bedenkingen (advies)",
    "zienswijze": "zienswijze (advies)",
    "toestemming": "toestemming (besluit)",
    "instemming": "instemming (besluit)",
}

_CODES = {
    "A0": "het ontwerpbesluit vast te stellen en vrij te geven voor het vervolg.",
    "A0b": "de inbreng op het ontwerp te wegen, op elk punt antwoord te geven en te bepalen of het ontwerp verandert.",
    "A1": "definitief te besluiten over deelname, treffen of oprichten.",
    "A2": "Provinciale Staten te informeren.",
    "A8": "het krediet of de begrotingswijziging vast te stellen.",
    "A11": "te besluiten over hun eigen deelname aan de gemeenschappelijke regeling.",
    "A12": "de subsidieregeling vast te stellen.",
    "agenda": "deze opgave op te nemen op de regionale agenda.",
    "kader": "de kaders op inhoud en proces vast te stellen, of uit te spreken dat er geen kader nodig is.",
    "go_no_go": "te kiezen tussen go en no-go voor de pilot.",
    "evaluatie": "de evaluatie vast te stellen.",
    "vervolg": "het vervolg na de evaluatie te kiezen: opschalen, aanpassen en verlengen, overdragen of stoppen.",
    "bekrachtiging": "te bekrachtigen wat met spoed is gedaan.",
    "intrekking": "het eerdere besluit in te trekken.",
    "wijziging": "het eerdere besluit te wijzigen.",
    "initiatiefvoorstel": "te besluiten over het initiatiefvoorstel van Statenleden.",
    "motie": "te besluiten over de motie.",
}


def gevraagd(stap: Besluitstap, reglement: Reglement) -> tuple[str, ...]:
    """The question as paragraphs: what is asked first, and after it what the answer means."""
    vraag, *uitleg = _vraag(stap, reglement)
    return (f"Aan {orgaan(stap.orgaan)} wordt gevraagd {vraag}", *uitleg)


def instrument(stap: Besluitstap, reglement: Reglement) -> Instrument | None:
    """Which instrument of PS a step is; None for an ordinary decision and for a decision outside the approval path."""
    if stap.traject is None:
        return None
    try:
        return reglement.staptype(stap.code).instrument
    except Weigering:
        return None


def _vraag(stap: Besluitstap, reglement: Reglement) -> tuple[str, ...]:
    soort = instrument(stap, reglement)
    if soort is not None:
        return _INSTRUMENTEN[soort]
    return (_CODES.get(stap.code, f"een besluit te nemen over: {stap.naam}."),)
