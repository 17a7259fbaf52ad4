"""From the content of a command to the line that gives it, ready to paste into a shell."""

import json
import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.basis import Afzender
from domain.opdracht import OPDRACHTEN
from starter.cli.wie import als_vlaggen

KORT = {
    "ZetOpAgenda": ("zet", "opgave"),
    "VerplaatsOpAgenda": ("verplaats", "opgave"),
    "ParkeerOpgave": ("parkeer", "opgave"),
    "HaalTerug": ("haal-terug", "opgave"),
    "VoerAf": ("voer-af", "opgave"),
    "LegRaakvlakVast": ("raakvlak", "opgave", "andere"),
    "VerbreekRaakvlak": ("raakvlak", "opgave", "andere"),
    "Herijk": ("herijk",),
}
"""Commands about an agenda with an easy form, `opgave agenda ...`, and the fields that are arguments there."""
_ANDERS = {("VerbreekRaakvlak", "reden"): "verbreek"}
"""Fields that have another name in the easy form."""


def met_regel(opgave: str, wat: str) -> str:
    """What is missing; when that is a command, with the line that explains it."""
    if wat in KORT:
        return f"{wat}: opgave agenda {KORT[wat][0]} --help"
    return f"{wat}: opgave geef {opgave} {wat} --help" if wat in OPDRACHTEN else wat


def geefregel(opgave: str, inhoud: Mapping[str, Any], door: Afzender) -> str:
    """`opgave geef ID Soort --veld waarde ...`, with the sender where it is not the default one.

    Confirming has a line of its own, which first shows what there is to confirm.
    """
    if inhoud["soort"] == "BevestigBesluit":
        return bevestigregel(opgave, inhoud["vastlegging"], als_vlaggen(door))
    velden = {naam: waarde for naam, waarde in inhoud.items() if naam != "soort"}
    begin = ["opgave", "geef", opgave, inhoud["soort"]]
    if inhoud["soort"] in KORT:
        naam, *plekken = KORT[inhoud["soort"]]
        begin = ["opgave", "agenda", naam, opgave, *(str(velden.pop(plek)) for plek in plekken)]
        velden = {_ANDERS.get((inhoud["soort"], veld), veld): waarde for veld, waarde in velden.items()}
    return shlex.join([*begin, *_opties(velden, ""), *als_vlaggen(door)])


def bevestigregel(opgave: str, vastlegging: str, als: Sequence[str]) -> str:
    """The line with which a second person sees and confirms what was recorded."""
    return shlex.join(["opgave", "bevestig-besluit", opgave, vastlegging, *als])


def _opties(velden: Mapping[str, Any], voor: str) -> Iterable[str]:
    for naam, waarde in velden.items():
        vlag = f"--{voor}{naam}".replace("_", "-") if naam.islower() else f"--{voor}{naam}"
        yield from _optie(vlag, waarde, f"{voor}{naam}.")


def _optie(vlag: str, waarde: Any, voor: str) -> Iterable[str]:
    match waarde:
        case None:
            return
        case bool():
            yield from (vlag, "ja" if waarde else "nee")
        case Mapping():
            yield from _opties(waarde, voor)
        case list() | tuple():
            yield from _lijst(vlag, waarde)
        case _:
            yield from _paar(vlag, str(waarde))


def _lijst(vlag: str, delen: Sequence[Any]) -> Iterable[str]:
    if delen and all(type(deel) is int for deel in delen):
        yield from _paar(vlag, ",".join(map(str, delen)))
        return
    for deel in delen:
        tekst = json.dumps(deel, ensure_ascii=False) if isinstance(deel, Mapping) else str(deel)
        yield from _paar(vlag, tekst)


def _paar(vlag: str, tekst: str) -> Iterable[str]:
    """A value that looks like an option itself is tied to its own."""
    return (f"{vlag}={tekst}",) if tekst.startswith("-") else (vlag, tekst)
