"""Sentences of sheets that were filled in: which one, whose, and which of several; never what stands on it."""

from collections.abc import Callable
from typing import Any

from domain.namenswoorden import hoe

_EEN: dict[str, str] = {
    "betekenis": "de betekenis voor de Flevolander",
    "inhoud": "de inhoud van de opgave",
    "ja_mits": "hoe het initiatief is ontvangen,",
    "energie_en_zorg": "waar energie in de samenleving is en waar zorg nodig is,",
    "integraal": "met welk ander werk dit samenhangt,",
    "voorbeelden": "de voorbeelden van elders",
    "een_overheid": "of de overheden hier als een overheid werken,",
    "stijl_passend": "of deze stijl van besturen hier past,",
    "kaders": "de kaders op inhoud en proces",
    "vooraf_en_losgelaten": "wat vooraf is bedacht en wat is losgelaten,",
    "wettelijke_kerntaken": "de wettelijke kerntaken",
    "instrumentmix": "de instrumentmix",
    "procesafspraken": "de procesafspraken",
    "randvoorwaarden": "de randvoorwaarden",
    "gezamenlijke_ambitie": "de gezamenlijke ambitie",
    "werkwijze": "de werkwijze",
    "waarom_samenwerken": "waarom samenwerken nodig is,",
    "participatie": "de keuzes voor participatie",
    "dubbele_rol": "de dubbele rol van de provincie",
    "rol_over_tijd": "de rol voor, tijdens en na de samenwerking",
    "rol_na_afloop": "de rol na afloop",
    "nota_verbonden_partijen": "de nota verbonden partijen",
    "kernwaarden": "de kernwaarden van goed bestuur",
}
"""Sheets of which an opgave holds one."""
_MEERVOUD = (
    *("voorbeelden", "kaders", "wettelijke_kerntaken", "procesafspraken", "randvoorwaarden", "participatie"),
    *("kernwaarden", "regieafspraken", "belangen", "verwachting", "doelstellingen"),
)
_RELATIES = {1: "inwoners en organisaties", 2: "andere overheden", 3: "Provinciale Staten en Gedeputeerde Staten"}

_EEN_VAN: dict[str, Callable[[Any], str]] = {
    "toets_flevo": lambda b: f"de toets aan de Flevo-principes bij {b.moment}",
    "rolkeuze": lambda b: f"de rolkeuze voor fase {b.fase}",
    "reflectie": lambda b: f"de reflectie op fase {b.fase}",
    "conferentie": lambda b: f"de conferentie '{b.naam}'",
    "relatie": lambda b: f"de relatie met {_RELATIES[b.niveau]}",
    "stuk_check": lambda b: f"de controle van de stukken bij stap {b.stap}",
    "kaderpunt": lambda b: f"punt {b.nr} van het kader",
    "uitnodiging": lambda b: f"uitnodigingskaart {b.nr}",
    "beschermde_waarde": lambda b: f"beschermde waarde {b.nr} ({b.waarde})",
    "dilemma": lambda b: f"dilemma {b.nr}",
    "resultaatafspraak": lambda b: f"resultaatafspraak {b.nr}",
    "gezamenlijke_lijn": lambda b: f"gezamenlijke {b.type} {b.nr}",
    "overlegtijd": lambda b: f"de tijd van overleg '{b.overleg}' ({b.nr})",
    "leervraag": lambda b: f"het antwoord op leervraag {b.vraag}",
    "checklist": lambda b: f"het antwoord op punt {b.punt} van de checklist",
    "regieafspraken": lambda b: f"de regieafspraken bij vormtraject {b.traject}",
    "aanhaken": lambda b: f"hoe anderen kunnen aanhaken bij vormtraject {b.traject},",
    "wgr_toets": lambda b: f"of vormtraject {b.traject} een gemeenschappelijke regeling is,",
    "gedeeld_beeld": lambda b: f"of {b.partner} het beeld van de werkwijze deelt,",
    "spelniveau": lambda b: f"het spelniveau van {b.partner}",
    "beeld": lambda b: f"het beeld van {b.partner}",
    "belangen": lambda b: f"de belangen van {b.partner}",
    "verwachting": lambda b: f"de verwachtingen over en weer met {b.partner}",
    "draagvlak": lambda b: f"het draagvlak van {b.partner} bij {b.moment}",
    "doelstellingen": lambda b: f"de doelen van {b.partner}",
    "complementaire_rol": lambda b: f"de rol van {b.partner} naast die van anderen",
    "ondersteuning": lambda b: f"ondersteuning {b.nr} van {b.partner}",
    "afhankelijkheid": lambda b: f"afhankelijkheid {b.nr} van {b.partner}",
}
"""Sheets of which there can be several."""
NAMEN: frozenset[str] = frozenset((*_EEN, *_EEN_VAN))
"""Every sheet that has a sentence."""


def vertel_blad(f: Any) -> str:
    """The sentence of a BladVastgelegd."""
    blad = f.inhoud
    wat = _EEN_VAN[blad.blad](blad) if blad.blad in _EEN_VAN else _EEN[blad.blad]
    werkwoord = "zijn" if blad.blad in _MEERVOUD else "is"
    gehoord = f", gehoord {hoe(f.kanaal, f.stuk)}" if f.kanaal else ""
    return f"{wat[:1].upper()}{wat[1:]} {werkwoord} {'opnieuw ' if f.vervangt else ''}vastgelegd{gehoord}."
