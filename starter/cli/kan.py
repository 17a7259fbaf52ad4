"""`opgave kan`: what this sender may do now, and what the next gate asks; every line ready to paste."""

from itertools import groupby
from typing import Any

from domain.basis import Afzender, Fase, Functie, is_agenda
from domain.beeld.mogelijk import Mogelijkheid, mogelijkheden
from domain.beeld.overzicht import Poortstand, poortstand
from domain.bevoegdheid import is_trekker, mag
from domain.bevoegdheidstabel import BEVESTIGERS, BUREAUS, EIGENAAR, MANAGER, TABEL, TWEEDEN, VASTLEGGERS
from domain.stand import Stand
from domain.woorden import gewoon
from starter.cli import scherm
from starter.cli.geven import stand_van
from starter.cli.omgeving import omgeving
from starter.cli.plakken import geefregel
from starter.cli.poortregels import openers, wijzers
from starter.cli.toon_delen import notities
from starter.cli.wie import STANDAARD, afzender


def kan(opgave: str, als: str | None, namens: str | None, json: bool) -> None:
    """Show the possibilities of this sender."""
    door = afzender(als, namens, omgeving().uid())
    stand = stand_van(opgave)
    gevonden = mogelijkheden(stand, door, omgeving().nu())
    poorten = () if is_agenda(stand.opgave) else poortstand(stand)
    if json:
        return scherm.json_uit(_als_json(stand, door, gevonden, poorten))
    namens_wie = "" if door.namens == "provincie" else f" namens {door.namens}"
    scherm.zeg(f"{stand.opgave}  {stand.leven.titel}", "bold")
    scherm.zeg(f"Wat u nu kunt doen als {gewoon(door.functie)}{namens_wie}.", "dim")
    _nu(stand, door, gevonden)
    _poorten(stand, door, poorten)
    _nog_niet(gevonden)
    notities(stand)
    return scherm.zeg("\nTekst tussen < en > vult u zelf in. Alle opdrachten: opgave opdrachten", "dim")


def _nu(stand: Stand, door: Afzender, gevonden: tuple[Mogelijkheid, ...]) -> None:
    scherm.kop("Dit kan nu")
    vrij = [m for m in gevonden if m.kan]
    for uitleg, groep in groupby(vrij, key=lambda m: m.uitleg):
        scherm.zeg_onder(uitleg)
        for m in groep:
            scherm.plakregel(geefregel(stand.opgave, m.formulier, door))
    if not vrij:
        scherm.zeg_onder("Op dit moment is er voor u niets te doen.")


def _poorten(stand: Stand, door: Afzender, poorten: tuple[Poortstand, ...]) -> None:
    if stand.leven.toestand != "lopend" or not poorten:
        return
    dicht = [p for p in poorten if not p.open]
    scherm.kop(f"Poorten om fase {stand.leven.fase} uit te gaan: {len(poorten) - len(dicht)} van {len(poorten)} open")
    for poort in dicht:
        hard = f"wettelijk: {poort.grond}" if poort.soort == "wettelijk" else "huisregel"
        scherm.zeg_onder(f"{poort.poort}  {poort.naam} ({hard})", "bold")
        for mist in poort.ontbreekt:
            scherm.zeg_onder(f"  ontbreekt: {mist}", "yellow")
        for wijzer in wijzers(stand, poort):
            scherm.zeg_onder(f"  {wijzer}")
        for inhoud in openers(stand, poort):
            _opener(stand, door, inhoud)
    if dicht and all(poort.soort == "huis" for poort in dicht):
        _passeren(stand, door, dicht)


def _opener(stand: Stand, door: Afzender, inhoud: dict[str, Any]) -> None:
    gever = _gever(stand, door, inhoud)
    if gever is door:
        scherm.plakregel(geefregel(stand.opgave, inhoud, door))
    else:
        scherm.zeg_onder(f"  {inhoud['soort']}: dat doet de {gewoon(gever.functie)}", "dim")


def _passeren(stand: Stand, door: Afzender, dicht: list[Poortstand]) -> None:
    """House gates can be passed with a reason: a fact that stays visible."""
    volgende = tuple(Fase)[tuple(Fase).index(stand.leven.fase) + 1 :]
    if volgende and (door.functie in EIGENAAR or is_trekker(stand, door)):
        scherm.zeg_onder("Toch verder, met een reden die zichtbaar blijft:")
        codes = [poort.poort for poort in dicht]
        inhoud = {"soort": "GaNaarFase", "naar": str(volgende[0]), "reden": "<waarom>", "passeer": codes}
        scherm.plakregel(geefregel(stand.opgave, inhoud, door))


def _gever(stand: Stand, door: Afzender, inhoud: dict[str, Any]) -> Afzender:
    """Who gives this command: the one who asks, or else the function that may."""
    toegestaan, orgaan = _bevoegd(stand, inhoud)
    zelf = door.functie in toegestaan if orgaan else mag(stand, door, inhoud["soort"])
    if zelf or (door.functie == "partner" and door.namens == orgaan):
        return door
    functie = STANDAARD if STANDAARD in toegestaan else sorted(toegestaan)[0]
    return afzender(functie, None, omgeving().uid())


def _bevoegd(stand: Stand, inhoud: dict[str, Any]) -> tuple[frozenset[Functie], str]:
    """The functions that may, and the body whose decision it is about; empty when it is about none."""
    match inhoud["soort"]:
        case "LegBesluitVast":
            orgaan = stand.stappen[inhoud["stap"]].orgaan
            return MANAGER | BUREAUS if orgaan in stand.partners else VASTLEGGERS.get(orgaan, BUREAUS), orgaan
        case "BevestigBesluit":
            wacht = next(v for v in stand.vastleggingen.values() if v.id == inhoud["vastlegging"])
            return BEVESTIGERS.get(wacht.besluit.orgaan, TWEEDEN), wacht.besluit.orgaan
        case soort:
            return TABEL[soort], ""


def _nog_niet(gevonden: tuple[Mogelijkheid, ...]) -> None:
    dicht = [m for m in gevonden if not m.kan]
    if not dicht:
        return
    scherm.kop("Dit kan nog niet")
    for m in dicht:
        wat = next((str(w) for n, w in m.voorbeeld.items() if n != "soort"), "")
        poorten = m.opdracht == "GaNaarFase" and m.ontbreekt
        scherm.zeg_onder(f"{m.opdracht} {wat}: {'eerst de poorten hierboven.' if poorten else m.reden}")
        if not poorten:
            for mist in m.ontbreekt[:5]:
                scherm.zeg_onder(f"  - {mist}", "yellow")


def _als_json(
    stand: Stand, door: Afzender, gevonden: tuple[Mogelijkheid, ...], poorten: tuple[Poortstand, ...]
) -> dict[str, Any]:
    return {
        "opgave": stand.opgave,
        "als": door,
        "mogelijkheden": [
            {**m.model_dump(mode="json"), "regel": geefregel(stand.opgave, m.formulier, door)} for m in gevonden
        ],
        "poorten": [
            {
                **p.model_dump(mode="json"),
                "open": p.open,
                "wijzers": list(wijzers(stand, p)),
                "regels": [geefregel(stand.opgave, i, _gever(stand, door, i)) for i in openers(stand, p)],
            }
            for p in poorten
        ],
    }
