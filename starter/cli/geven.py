"""Giving a command, from any of the commands that do: dry or for real, and showing what came of it."""

import time
from collections.abc import Mapping
from typing import Any

from typer import Exit

from domain.basis import is_agenda
from domain.feit import Bewijs
from domain.leesbaar import leesbaar
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand
from starter.cli import scherm
from starter.cli.hoe import Hoe
from starter.cli.omgeving import omgeving
from starter.cli.plakken import met_regel
from starter.cli.regelnaam import regelnaam
from starter.invoer import lees_model

GEWEIGERD = 1
MET_ORGAAN = ("LegVoor", "LegBesluitVast", "HerstelVastlegging", "Bevestig")
"""Commands that take along what the register knows of a body."""
AANMELDEN = (
    "Gebruik uw eigen account, dus --als FUNCTIE zonder kenmerk, of een kenmerk met een sleutel: opgave persoon maak"
)
REGISTERGEDULD = 2.0
"""Seconds to wait for the register, only to tell in words what was just recorded."""


def geef(opgave: str, inhoud: Mapping[str, Any], hoe: Hoe) -> None:
    """Give a command to a running opgave. Raises Exit with code 1 when it is refused."""
    doos = omgeving()
    opgave = geldig_id(opgave)
    if is_agenda(opgave):
        from starter.agendatoets import toets

        toets(doos.register, opgave, inhoud)
    opdracht = hoe.opdracht(_met_orgaan(opgave, inhoud, hoe))
    if hoe.droog:
        _droog(stand_van(opgave), opdracht, hoe)
    else:
        _klaar(stuur_of_meld(opdracht, lambda: doos.wacht_op(doos.opgaven.geef(opgave, opdracht))), opdracht, hoe)


def _met_orgaan(opgave: str, inhoud: Mapping[str, Any], hoe: Hoe) -> Mapping[str, Any]:
    """The content with the seats or the calendar of the body of its step, as far as the register knows them."""
    if inhoud.get("soort") not in MET_ORGAAN:
        return inhoud
    from register.organen import bekend
    from starter.organen import vul_aan

    doos = omgeving()
    if not bekend(doos.register) or (stand := bestaand(opgave)) is None:
        return inhoud
    return vul_aan(doos.register, stand, inhoud, hoe.gebeurd_op() or doos.vandaag())


def begin(start: Begin, inhoud: Mapping[str, Any], hoe: Hoe) -> None:
    """Begin a life. What would be refused for a fresh one is refused here: no life is begun that can't begin."""
    from domain import kern
    from starter.cli.droog import probeer

    doos, opdracht = omgeving(), hoe.opdracht(inhoud)
    if hoe.droog:
        return _droog(bestaand(start.opgave) or kern.begin(start), opdracht, hoe)
    vooraf, _ = probeer(kern.begin(start), doos.nu(), opdracht)
    if vooraf.geweigerd:
        return _geweigerd(vooraf, hoe)
    return _klaar(stuur_of_meld(opdracht, lambda: doos.wacht_op(doos.opgaven.start(start, opdracht))), opdracht, hoe)


def geldig_id(opgave: str) -> str:
    """The id of an opgave, in capitals as it is kept. Raises Invoerfout when no opgave can have this id."""
    return lees_model(Begin, {"opgave": opgave.strip().upper()}).opgave


def stand_van(opgave: str) -> Stand:
    """Where this opgave stands."""
    doos = omgeving()
    return doos.wacht_op(doos.opgaven.stand(geldig_id(opgave)))


def bestaand(opgave: str) -> Stand | None:
    """Where this opgave stands, or None when there is none."""
    from starter.client import OnbekendeOpgave

    try:
        return stand_van(opgave)
    except OnbekendeOpgave:
        return None


def stuur_of_meld(opdracht: Opdracht, stuur: Any) -> Bewijs:
    """Send it; when nobody answers, say how to repeat it without risk."""
    from runtime.temporal import Onbereikbaar

    try:
        bewijs: Bewijs = stuur()
        return bewijs
    except Onbereikbaar as fout:
        herhaal = f"Probeer het straks opnieuw met --opdracht-id {opdracht.id}; dan gebeurt het nooit twee keer."
        raise Onbereikbaar(f"{fout}\n{herhaal}") from None


def _droog(stand: Stand, opdracht: Opdracht, hoe: Hoe) -> None:
    from starter.cli.droog import probeer, toon

    bewijs, uitkomst = probeer(stand, omgeving().nu(), opdracht)
    if bewijs.geweigerd:
        return _geweigerd(bewijs, hoe, droog=True, stand=stand)
    if hoe.json:
        return scherm.json_uit({"droog": True, "bewijs": bewijs, **uitkomst})
    return toon(uitkomst, stand)


def _klaar(bewijs: Bewijs, opdracht: Opdracht, hoe: Hoe) -> None:
    if bewijs.geweigerd:
        _geweigerd(bewijs, hoe, stand=_uit_register(bewijs.opgave))
    rijen = _vastgelegd(bewijs, opdracht)
    if hoe.json:
        return scherm.json_uit({"bewijs": bewijs, "feiten": [rij.feit for rij in rijen]})
    scherm.zeg("Vastgelegd.", "bold green")
    for zin in [rij.vertelling for rij in rijen] or bewijs.feiten:
        scherm.punt(zin)
    return scherm.zeg(f"Bewijs: {bewijs.opgave} feit {bewijs.seq}, {bewijs.hash[:16]}", "dim")


def _uit_register(opgave: str) -> Stand | None:
    """The state as the register has it, for the names of the partners."""
    from register import lezen

    return lezen.stand(omgeving().register, opgave)


def _vastgelegd(bewijs: Bewijs, opdracht: Opdracht) -> list[Any]:
    """The facts as the register has them; none when it stays behind, for the receipt is what counts."""
    from register import lezen

    einde = time.monotonic() + REGISTERGEDULD
    vanaf = bewijs.seq - len(bewijs.feiten) + 1
    while True:
        rijen = [r for r in lezen.feiten(omgeving().register, bewijs.opgave, vanaf) if r.opdracht == opdracht.id]
        if len(rijen) == len(bewijs.feiten) or time.monotonic() > einde:
            return rijen
        time.sleep(0.05)


def _geweigerd(bewijs: Bewijs, hoe: Hoe, droog: bool = False, stand: Stand | None = None) -> None:
    """Say why, on which rule, and what has to be there first."""
    if hoe.json:
        scherm.json_uit({"droog": droog, "bewijs": bewijs, "feiten": []})
    regels = [
        f"Geweigerd: {leesbaar(bewijs.reden, stand)}",
        *(f"  - {met_regel(bewijs.opgave, leesbaar(wat))}" for wat in bewijs.ontbreekt),
        f"Regel: {regelnaam(bewijs.regel)}",
    ]
    if bewijs.regel == "zekerheid":
        regels.append(AANMELDEN)
    scherm.meld_fout("\n".join(regels))
    raise Exit(GEWEIGERD)
