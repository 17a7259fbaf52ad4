"""`opgave vergadering`: the agenda of one meeting over all opgaven, and the form for its outcomes."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from domain.beeld import agenda as agenda_
from domain.beeld.agenda import Afgedaan, Belofte
from domain.beeld.agendapunt import GROEPEN, Agendapunt
from domain.orgaan import Bezetting
from domain.stemmen.drempels import quorum
from domain.woorden import gewoon
from domain.woorden import orgaan as naam_van
from register import agenda as agendastanden
from register import organen
from starter.cli import scherm
from starter.cli.datums import kort, lees_datum
from starter.cli.fouten import GEDAAN
from starter.cli.omgeving import omgeving
from starter.cli.vergaderkeuze import Keuze, besluit, wie_bevestigt
from starter.cli.vergaderuitslagen import bevestig, leg_vast
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout
from starter.vergaderformulier import formulier
from starter.vergadering import zaal

ALTIJD = ("GS", "PS", "statencommissie")
"""Bodies of the province, also when nothing was ever put before them."""
_KOPPEN = {
    "hamerstuk": "Hamerstukken",
    "herstemming": "Opnieuw stemmen",
    "bespreekstuk": "Bespreekstukken",
    "punt": "Te behandelen",
}


def vergadering(orgaan: str, datum: str, keuze: Keuze) -> int:
    """Show the agenda, make the form, record the outcomes or confirm them. Gives an exit code."""
    keuze.toets()
    naam, dag = _orgaan(orgaan), lees_datum(datum, omgeving().vandaag(), "DATUM")
    if keuze.uitslagen or keuze.bevestig:
        doe = bevestig if keuze.bevestig else leg_vast
        return doe(naam, dag, keuze)
    beeld = _beeld(naam, dag)
    if keuze.formulier:
        _formulier(naam, dag, beeld, json=keuze.json)
    elif keuze.json:
        scherm.json_uit({"orgaan": naam, "datum": dag, **beeld})
    else:
        _toon(naam, dag, beeld)
    return GEDAAN


def _orgaan(gegeven: str) -> str:
    """A body as it is kept, whatever the capitals. Raises Invoerfout with the known ones."""
    register = omgeving().register
    bekend = sorted({*ALTIJD, *organen.bekend(register), *agendastanden.organen(register)})
    namen = {naam.lower(): naam for naam in bekend}
    naam = namen.get(gegeven.strip().lower())
    if naam is None:
        hint = lijkt_op(gegeven, bekend)
        raise Invoerfout(f"Het orgaan {gegeven[:80]} is niet bekend.{hint} Bekend zijn: {', '.join(bekend)}.")
    return naam


def _beeld(orgaan: str, dag: date) -> dict[str, Any]:
    """Everything about the meeting, from the register."""
    register = omgeving().register
    kalender, standen = organen.kalender(register, orgaan), agendastanden.standen(register, orgaan, dag)
    punten: list[Agendapunt] = [p for s in standen for p in agenda_.punten(s, orgaan, dag, kalender)]
    bezetting = zaal(register, orgaan, dag)
    return {
        "bezetting": bezetting,
        "quorum": vereist(orgaan, bezetting),
        "waarschuwing": agenda_.zitting(kalender, orgaan, dag),
        "agenda": agenda_.orden(p for p in punten if p.op == dag),
        "ligt_er_ook": agenda_.orden(p for p in punten if p.op != dag),
        "afgedaan": [a for s in standen for a in agenda_.afgedaan(s, orgaan, dag)],
        "moties_en_toezeggingen": [b for s in standen for b in agenda_.beloften(s, orgaan)],
    }


def vereist(orgaan: str, bezetting: Bezetting | None) -> int | None:
    """How many members must be there; only the law on PS and GS is known here."""
    wie: Literal["PS", "GS"]
    match orgaan:
        case "PS" | "GS" as wie if bezetting is not None:
            return quorum(wie, bezetting.in_functie, None, na_geen_quorum=False).vereist
        case _:
            return None


def _formulier(orgaan: str, dag: date, beeld: dict[str, Any], *, json: bool) -> None:
    standen = {s.opgave: s for s in agendastanden.standen(omgeving().register, orgaan, dag)}
    bezetting, ook = beeld["bezetting"], beeld["ligt_er_ook"]
    tekst = formulier(orgaan, dag, beeld["agenda"], ook, standen, bezetting, beeld["quorum"])
    if json:
        return scherm.json_uit({"orgaan": orgaan, "datum": dag, "formulier": tekst})
    sys.stdout.write(tekst)  # a file, so no line of it may be broken
    return None


def _toon(orgaan: str, dag: date, beeld: dict[str, Any]) -> None:
    scherm.zeg(f"{naam_van(orgaan)}, {kort(dag)}", "bold")
    _toon_zaal(orgaan, beeld)
    if beeld["waarschuwing"]:
        scherm.zeg(f"Let op: {beeld['waarschuwing']}", "yellow")
    agenda: Sequence[Agendapunt] = beeld["agenda"]
    nummers = {(p.opgave, p.stap): nr for nr, p in enumerate(agenda, start=1)}
    for groep in GROEPEN:
        _lijst(_KOPPEN[groep], [p for p in agenda if p.groep == groep], nummers)
    if not agenda:
        scherm.zeg("\nEr staat niets op de agenda van deze dag.")
    _lijst("Ligt er ook, zonder datum of van een eerdere dag", beeld["ligt_er_ook"], {})
    _toon_afgedaan(beeld["afgedaan"])
    _toon_beloften(beeld["moties_en_toezeggingen"])
    _verder(orgaan, dag, agenda)


def _toon_zaal(orgaan: str, beeld: dict[str, Any]) -> None:
    bezetting: Bezetting | None = beeld["bezetting"]
    if bezetting is None:
        return scherm.zeg("Hoeveel leden er zitting hebben, is niet bekend.", "dim")
    zin = f"{bezetting.in_functie} van de {bezetting.leden} leden in functie"
    if beeld["quorum"]:
        zin += f"; quorum {beeld['quorum']} ({'PW 20 lid 1' if orgaan == 'PS' else 'PW 56 lid 1'})"
    return scherm.zeg(f"{zin}. Bron: {bezetting.bron}", "dim")


def _lijst(kop: str, punten: Sequence[Agendapunt], nummers: dict[tuple[str, str], int]) -> None:
    if punten:
        scherm.kop(kop)
    for punt in punten:
        nr = nummers.get((punt.opgave, punt.stap))
        scherm.zeg_onder(f"{f'{nr}. ' if nr else ''}{punt.opgave} {punt.stap}  {punt.onderwerp or punt.naam}", "bold")
        for regel in _regels(punt):
            scherm.zeg_onder(f"   {regel}")


def _regels(punt: Agendapunt) -> list[str]:
    """What the chair must know of one point."""
    wat = [punt.naam, *((gewoon(punt.instrument),) if punt.instrument else ()), *(("geheim",) if punt.geheim else ())]
    regels = [f"{'; '.join(wat)}. Opgave: {punt.titel}"]
    if punt.op is not None and punt.vastgelegd is None and punt.eerder:
        regels.append(f"Tweede behandeling: {punt.eerder}.")
    elif punt.eerder:
        regels.append(f"Laatste behandeling: {punt.eerder}.")
    if punt.termijn:
        regels.append(f"Wettelijke termijn tot en met {kort(punt.termijn)}.")
    regels += [f"Let op: {zin}" for zin in punt.let_op]
    regels += [
        f"Staat nog open: {stuk.soort} {stuk.nr} {stuk.titel} ({gewoon(stuk.uitkomst)})".replace("  ", " ")
        for stuk in punt.open
    ]
    if punt.vastgelegd:
        besluit = gewoon(punt.vastgelegd.resultaat or punt.vastgelegd.uitkomst)
        regels.append(f"Vastgelegd: {besluit}; wacht op een tweede persoon ({punt.vastgelegd.id}).")
    return regels


def _toon_afgedaan(rijen: Sequence[Afgedaan]) -> None:
    if rijen:
        scherm.kop("Op deze dag besloten")
        scherm.tabel(
            ("Opgave", "Stap", "Onderwerp", "Besluit"),
            [(r.opgave, r.stap, r.onderwerp, besluit(r.uitkomst, r.resultaat)) for r in rijen],
        )


def _toon_beloften(rijen: Sequence[Belofte]) -> None:
    if rijen:
        scherm.kop("Openstaande moties en toezeggingen")
        scherm.tabel(
            ("Opgave", "Nr", "Soort", "Wat", "Wie", "Uiterlijk"),
            [(r.opgave, r.id, r.bron, r.tekst, gewoon(r.wie), kort(r.uiterlijk)) for r in rijen],
        )


def _verder(orgaan: str, dag: date, agenda: Sequence[Agendapunt]) -> None:
    """The lines that come next."""
    regel = f"opgave vergadering {orgaan} {dag.isoformat()}"
    if any(p.vastgelegd is None for p in agenda):
        scherm.zeg("\nEen bestand om de uitslagen in te vullen:", "dim")
        scherm.plakregel(f"{regel} --formulier > uitslagen.yaml")
    if any(p.vastgelegd for p in agenda):
        scherm.zeg("\nAls tweede persoon bevestigen:", "dim")
        scherm.plakregel(f"{regel} --bevestig --als {wie_bevestigt(orgaan)}")
