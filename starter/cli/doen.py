"""The commands that give a command: any of them, a decision, a note, a confirmation, a hand-over."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from starter.cli import besluitopties, bladhulp, scherm
from starter.cli.geven import geef, geldig_id, stand_van
from starter.cli.hoe import Hoe
from starter.cli.omgeving import omgeving
from starter.cli.opdrachthulp import help_van, model_van, soort_van
from starter.cli.plan import aangevuld
from starter.cli.velden import uit_opties
from starter.cli.vierogen import na_vastleggen
from starter.invoer import Invoerfout, lees_bestand
from starter.scenariokort import voluit
from starter.scenarioregels import VASTLEGGEND


def geef_opdracht(opgave: str | None, opdracht: str | None, bestand: Path | None, tokens: list[str], hoe: Hoe) -> None:
    """Give any command, with its fields from a file, from options, or both."""
    if opgave is None or opdracht is None:
        raise Invoerfout("Noem de opgave en de opdracht: opgave geef ID OPDRACHT. Zie ook: opgave opdrachten.")
    inhoud = inhoud_van(opdracht, tokens, bestand)
    geef(opgave, inhoud if bestand else aangevuld(opgave, inhoud, tokens), hoe)
    _na_vastleggen(opgave, inhoud, hoe)


def _na_vastleggen(opgave: str, inhoud: Mapping[str, Any], hoe: Hoe) -> None:
    """A record of a decision is not done yet, whichever way it was given."""
    if inhoud["soort"] in VASTLEGGEND:
        wat = inhoud.get("besluit", inhoud)
        na_vastleggen(opgave, wat["stap"], hoe)


def inhoud_van(opdracht: str, tokens: Sequence[str], bestand: Path | None = None) -> dict[str, Any]:
    """The content of a command from its name, a file and options; options go before the file."""
    model = model_van(opdracht)
    soort = soort_van(model)
    uit_bestand = lees_bestand(bestand) if bestand else {}
    if soort in VASTLEGGEND:  # votes may stand in the file as they do for `opgave besluit` and in a scenario
        uit_bestand = voluit(soort, uit_bestand)
    if uit_bestand.get("soort", soort) != soort:
        raise Invoerfout(f"Het bestand is voor de opdracht {uit_bestand['soort']}, niet voor {soort}.")
    opties = uit_opties(model, tokens, omgeving().vandaag())
    oud, nieuw = uit_bestand.get("plan"), opties.get("plan")
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        opties["plan"] = {**oud, **nieuw}
    return {**uit_bestand, **opties, "soort": soort}


def toon_hulp(opgave: str | None, opdracht: str | None, tokens: Sequence[str], algemeen: Callable[[], object]) -> None:
    """Help about one command, also when only its name was given; otherwise `algemeen`, the help of `geef` itself."""
    naam = opdracht or opgave
    if naam is None:
        algemeen()
        return
    try:
        model = model_van(naam)
    except Invoerfout:
        if opdracht:
            raise
        algemeen()
        return
    help_van(model, bladhulp.gekozen(model, tokens))


def besluit(opgave: str, stap: str, opties: Mapping[str, Any], hoe: Hoe) -> None:
    """Record what a body decided; for PS the votes, from which the outcome is computed."""
    inhoud = besluitopties.inhoud(stap, opties, omgeving().vandaag())
    geef(opgave, inhoud, hoe)
    na_vastleggen(opgave, stap, hoe)


def noteer(opgave: str, woorden: Sequence[str], bron: str, betreft: str | None, hoe: Hoe) -> None:
    """Write down a phone call."""
    inhoud = {"soort": "Noteer", "tekst": " ".join(woorden), "bron": bron, "betreft": betreft}
    geef(opgave, inhoud, hoe)


def bevestig(opgave: str, notitie: str, opdracht: str, tokens: Sequence[str], hoe: Hoe) -> None:
    """Turn a note into the command it asks for."""
    kern = aangevuld(opgave, inhoud_van(opdracht, tokens), tokens)
    geef(opgave, {"soort": "Bevestig", "notitie": notitie, "opdracht": kern}, hoe)
    _na_vastleggen(opgave, kern, hoe)


def draag_over(opgave: str, functie: str, naar: str, toelichting: str | None, hoe: Hoe) -> None:
    """Hand a function over, and show the dossier that goes with it."""
    from domain.overdracht import dossier
    from domain.taal.leven import DraagOver
    from starter.cli.datums import kort
    from starter.invoer import lees_model

    inhoud = {"soort": "DraagOver", "functie": functie.replace("-", "_"), "naar": naar}
    inhoud |= {"toelichting": toelichting} if toelichting else {}
    opdracht = lees_model(DraagOver, inhoud)
    if hoe.json:
        return geef(opgave, inhoud, hoe)
    stand = stand_van(opgave)
    geef(opgave, inhoud, hoe)
    posten = dossier(stand.met(leven=stand.leven.met(functies={})), opdracht).posten
    scherm.kop(f"Overdrachtsdossier van {geldig_id(opgave)}: {len(posten)} open punten")
    rijen = [(p.soort, p.omschrijving, kort(p.uiterlijk)) for p in posten]
    return scherm.tabel(("Soort", "Wat", "Uiterlijk"), rijen, "Er staat niets open.")
