"""The parts of a state in the words of the glossary, and their values as people read them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from domain.basis import Fase, Model
from domain.kalender import dagtekst, lokaal
from domain.woorden import euro, gewoon, orgaan

DELEN: Mapping[str, str] = {
    "leven": "Levensloop",
    "reglement": "Reglement",
    "partners": "Partners",
    "verzoeken": "Verzoeken",
    "inbreng": "Inbreng van partners",
    "termijnen": "Termijnen",
    "kalender_erbij": "Gelijkgestelde dagen",
    "bijsturingen": "Bijsturing van herinneringen",
    "escalaties": "Escalaties",
    "bladen": "Bladen",
    "blad_namens": "Bladen die een ander voor een partner vastlegde",
    "stappen": "Besluitstappen",
    "haltes": "Haltes van voorstellen",
    "vastleggingen": "Besluiten die op bevestiging wachten",
    "twijfels": "Stappen op onjuiste grondslag",
    "aantekeningen": "Aantekeningen bij besluiten",
    "rechtswege": "Zwijgen van rechtswege",
    "rechtsmiddelen": "Rechtsmiddelen",
    "controversieel": "Controversieel verklaard",
    "geheim": "Geheimhouding",
    "trajecten": "Vormtrajecten",
    "pilots": "Pilots",
    "evaluaties": "Evaluaties",
    "lessen": "Lessen",
    "afspraken": "Afspraken",
    "signalen": "Signalen",
    "geld": "Geld",
    "notities": "Notities",
    "vervangingen": "Vervangingen",
    "bekleding": "Wie een functie bekleedt",
    "agenda": "Regionale agenda",
    "agendaplek": "Plek op de agenda",
    "buren": "Raakvlakken",
    "afstamming": "Splitsing en samenvoeging",
    "tafels": "Tafels",
    "intakes": "Gezamenlijke intakes",
    "veranderingen": "Veranderingen in de omgeving",
    "reviews": "Reviews",
    "verbonden": "Verbonden partijen",
    "spelscores": "Gemeten spelniveaus",
    "speldoelen": "Doelen voor het spelniveau",
    "gesprekken": "Gesprekken",
    "verhalen": "Bronverhalen",
    "leeracties": "Leeracties",
    "lesaanbod": "Aangeboden lessen",
    "hergebruik": "Gebruik van lessen elders",
}
"""The parts in the order in which people read them."""

TECHNISCH = ("begin", "seq", "kop", "laatste_op", "bewijzen", "blad_bij", "vastgelegd", "gehoord")
"""What counts and points, and says nothing about the opgave itself."""

STIL = ("herinneringen", "verstrijkt_op", "uitleg", "behandelingen.inhoud", "volgorde", "zwaarte", "stil", "weg")
"""Fields that follow from others or plan what is still to come."""

_BEDRAGEN = ("bedrag", "krediet", "toegezegd", "budget")
_ORGANEN = ("orgaan", "geadresseerde", "trekker", "aan", "wie", "van", "bron")
_VELDEN = {
    "van_toepassing": "van toepassing",
    "behandelingen": "behandeling",
    "einde": "laatste dag",
    "wat": "waarover",
    "fasen": "fasen",
    "geweigerd": "geweigerde opdrachten",
    "verbeterd": "keer verbeterd",
    "bij_stilte": "bij stilte",
    "afloop": "afloop voor de stap",
    "aangehouden_tot": "aangehouden tot en met",
}
_NAMEN = ("titel", "naam", "onderwerp", "wat", "vraag", "tekst", "omschrijving", "referentie", "waarop", "functie")
_KERN = (
    *("fase", "uitkomst", "resultaat", "oordeel", "middel", "status", "indicator", "waarde", "bedrag", "op", "datum"),
    *("van", "tot"),
)
LANG = 60
"""A value longer than this is a text, and no way to call something by."""


def veldnaam(veld: str) -> str:
    """A field in words."""
    return _VELDEN.get(veld) or gewoon(veld)


def waarde(veld: str, inhoud: Any) -> str:
    """A value in words; `leeg` for nothing."""
    match inhoud:
        case None | "" | () | []:
            return "leeg"
        case bool():
            return "ja" if inhoud else "nee"
        case Fase():
            return f"{inhoud} {inhoud.naam}"
        case datetime():
            return lokaal(inhoud).strftime("%Y-%m-%d %H:%M")
        case date():
            return dagtekst(inhoud)
        case int() if veld in _BEDRAGEN:
            return euro(inhoud)
        case str():
            return orgaan(inhoud) if veld in _ORGANEN else gewoon(inhoud) if inhoud.islower() else inhoud
        case Model():
            return kortweg(inhoud)
        case tuple() | list():
            return "; ".join(waarde(veld, deel) for deel in inhoud)
        case dict():
            return ", ".join(f"{gewoon(str(k))}: {waarde(str(k), deel)}" for k, deel in inhoud.items()) or "leeg"
        case _:
            return str(inhoud)


def kortweg(model: Model) -> str:
    """A thing in a few words: what it is called, and the fields that say most; empty when it has neither."""
    kern = (waarde(veld, w) for veld in _KERN if (w := getattr(model, veld, None)) not in (None, ""))
    return ", ".join(dict.fromkeys(deel for deel in (naam(model), *(k for k in kern if len(k) <= LANG)) if deel))


def naam(model: Model) -> str:
    """What a thing is called; empty when it has no name."""
    return next((str(w) for veld in _NAMEN if (w := getattr(model, veld, None))), "")
