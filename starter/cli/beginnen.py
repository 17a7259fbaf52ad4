"""`opgave nieuw` and `opgave start`: from four questions, or a file, to a running opgave."""

import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from typer import prompt

from domain.basis import is_agenda
from domain.reglement.register import nieuwste
from domain.stand import Begin
from register import lezen
from starter.cli import scherm
from starter.cli.geven import begin, bestaand, geldig_id
from starter.cli.hoe import Hoe
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout, lees_bestand, lees_model

VRAGEN = {
    "titel": "Hoe heet de opgave?",
    "thema": "Welk thema? (bijvoorbeeld energietransitie, woningbouw, water, jeugd)",
    "van": "Van wie komt het initiatief? (een organisatie of functie, geen naam van een persoon)",
    "betekenis": "Wat betekent het voor inwoners van Flevoland?",
}
_VAN_HET_BESTAND = ("id", "opgave", "gebeurd_op", "reglement", "soort")


def nieuw(antwoorden: Mapping[str, str | None], opgave: str | None, hoe: Hoe) -> None:
    """Ask what was not given, propose an id, and begin."""
    alle = {naam: antwoorden.get(naam) or vraag(naam, zin) for naam, zin in VRAGEN.items()}
    inhoud = {
        "soort": "StartOpgave",
        "titel": alle["titel"],
        "thema": alle["thema"],
        "initiatief": {"door": alle["van"]},
        "betekenis_voor_flevolander": alle["betekenis"],
    }
    _begin({"opgave": geldig_id(opgave or voorstel())}, inhoud, hoe)


def vraag(naam: str, zin: str) -> str:
    """Ask on standard error, so that the answer to `--json` stays clean; `naam` is the option that says it too."""
    if sys.stdin.isatty():
        return str(prompt(zin, err=True))
    if not sys.stdin.readable():
        raise Invoerfout(f"--{naam}: dit ontbreekt.")
    return _uit_de_pijp(zin)


def _uit_de_pijp(vraag: str) -> str:
    """An answer from a pipe, which shows nothing of itself: the line is ended here. Raises EOFError at the end."""
    while True:
        print(f"{vraag}: ", end="", file=sys.stderr, flush=True)
        regel = sys.stdin.readline()
        print(file=sys.stderr)
        if not regel:
            raise EOFError
        if antwoord := regel.strip():
            return antwoord


def start(bestand: Path, opgave: str | None, hoe: Hoe) -> None:
    """Begin from a file with the fields of StartOpgave, and optionally id, gebeurd_op and reglement.

    Without `reglement` the newest one holds.
    """
    data = lees_bestand(bestand)
    inhoud = {naam: waarde for naam, waarde in data.items() if naam not in _VAN_HET_BESTAND}
    gekozen = opgave or data.get("id") or data.get("opgave")
    if gekozen is not None and not isinstance(gekozen, str):
        raise Invoerfout("id: schrijf hier tekst, bijvoorbeeld FL-2026-01.")
    if hoe.op is None and data.get("gebeurd_op") is not None:
        hoe = replace(hoe, op=str(data["gebeurd_op"]))
    ruw: dict[str, Any] = {"opgave": geldig_id(gekozen or voorstel())}
    if "reglement" in data:
        ruw["reglement"] = data["reglement"]
    _begin(ruw, {**inhoud, "soort": "StartOpgave"}, hoe)


def _begin(ruw: Mapping[str, Any], inhoud: Mapping[str, Any], hoe: Hoe) -> None:
    eerste = lees_model(Begin, {"reglement": nieuwste().code, **ruw})
    if is_agenda(eerste.opgave):
        raise Invoerfout(
            f"--id: {eerste.opgave} is de naam van een regionale agenda. Begin die met: opgave agenda nieuw"
        )
    begin_leven(eerste, inhoud, hoe, f"De opgave {eerste.opgave} is op weg. Verder: opgave kan {eerste.opgave}")


def begin_leven(eerste: Begin, inhoud: Mapping[str, Any], hoe: Hoe, verder: str) -> None:
    """Begin a life, an opgave or an agenda, and say how to go on."""
    begin(eerste, inhoud, hoe)
    if hoe.droog:
        return
    _geef_dagen_mee(eerste.opgave, hoe)
    if not hoe.json:
        scherm.zeg(f"\n{verder}")


def _geef_dagen_mee(opgave: str, hoe: Hoe) -> None:
    """The gelijkgestelde dagen that other opgaven got to know later. The opgave runs, also when this fails."""
    from starter.cli.aanvullen import geef_mee
    from starter.cli.velen import MISLUKT

    regel = geef_mee(opgave, hoe)
    if regel is None:
        return
    if regel.uitkomst in MISLUKT:
        scherm.let_op(f"Deze opgave kent later toegevoegde vrije dagen nog niet: {regel.reden}")
        scherm.let_op("Laat de griffier of de opgavemanager ze toevoegen: opgave kalender vul-aan --help")
    elif not hoe.json:
        scherm.punt("Gelijkgestelde dagen die later zijn toegevoegd, tellen ook in deze opgave: opgave kalender")


def voorstel() -> str:
    """The next free id of this year: FL-2026-07 after FL-2026-06."""
    jaar = omgeving().vandaag().year
    vorm = re.compile(rf"FL-{jaar}-(\d{{1,6}})")
    bezet = [int(m[1]) for rij in lezen.lijst(omgeving().register) if (m := vorm.fullmatch(rij.id))]
    nummer = max(bezet, default=0) + 1
    while bestaand(f"FL-{jaar}-{nummer:02d}") is not None:
        nummer += 1
    return f"FL-{jaar}-{nummer:02d}"
