"""Sentences of facts about learning."""

from collections.abc import Callable
from typing import Any

from domain.namenswoorden import erbij
from domain.woorden import datum, gewoon, orgaan, zin

_GROEP = {"statenleden": "Statenleden", "bestuur": "het bestuur", "medewerkers": "medewerkers", "partners": "partners"}
_ANTWOORD = {
    "toegepast": "wordt toegepast",
    "niet_toegepast": "wordt niet toegepast",
    "niet_van_toepassing": "is hier niet van toepassing",
}


def _gevalideerd(f: Any) -> str:
    waarom = f": {zin(f.toelichting)}" if f.toelichting else "."
    return f"{f.partner}{erbij(f.kanaal, f.stuk)} zegt dat les {f.les} {'klopt' if f.klopt else 'niet klopt'}{waarom}"


def _aangeboden(f: Any) -> str:
    if not f.lessen:
        return f"Bij {f.moment} is gezocht naar lessen van andere opgaven; er paste er geen."
    namen = ", ".join(f"{a.les} ({a.titel})" for a in f.lessen)
    return f"Bij {f.moment} {'is' if len(f.lessen) == 1 else 'zijn'} als les aangeboden: {namen}."


ZINNEN: dict[str, Callable[[Any], str]] = {
    "GesprekVastgelegd": lambda f: f"Gesprek met {_GROEP[f.doelgroep]} ({f.gelegenheid}): {zin(f.opbrengst)}",
    "BronverhaalVastgelegd": lambda f: (
        f"Bronverhaal {f.verhaal} van {gewoon(f.inhoud.verteller_functie)}: {zin(f.inhoud.titel)}"
    ),
    "InterviewGevraagd": lambda f: (
        f"De participatiebrigade houdt interview {f.interview} met {f.met_wie} over {f.over}, "
        f"uiterlijk {datum(f.uiterlijk)}."
    ),
    "LeeractieGestart": lambda f: (
        f"Leeractie {f.leeractie} voor {f.voor}, door {orgaan(gewoon(f.eigenaar))} uiterlijk {datum(f.uiterlijk)}: "
        f"{zin(f.tekst)}"
    ),
    "LesGevalideerd": _gevalideerd,
    "LessenAangeboden": _aangeboden,
    "LesaanbodBeantwoord": lambda f: f"Les {f.les} {_ANTWOORD[f.antwoord]} (bij {f.moment}): {zin(f.reden)}",
    "LesHergebruikt": lambda f: f"Les {f.les} {_ANTWOORD[f.antwoord].replace('hier', 'daar')} in {f.in_opgave}.",
}
