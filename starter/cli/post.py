"""`opgave post`: steering reminders, consent for escalation, and mail that did not arrive."""

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from domain.basis import Afzender
from domain.woorden import gewoon
from register import mislukt as dode_post
from register.rijen import Postrij
from starter.cli import scherm
from starter.cli.datums import lees_datum
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.geven import geef, geldig_id
from starter.cli.hoe import Hoe
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout

NIET_GELEZEN = "Er zat geen bericht van een mailserver over onze post in."


def stuur_bij(opgave: str, termijn: str, trede: str, doe: str, tot: str, reden: str, hoe: Hoe, **velden: str) -> None:
    """Hold, redirect or add to the reminders of a term."""
    dag = lees_datum(tot, omgeving().vandaag(), "--tot").isoformat()
    inhoud = {"soort": "StuurHerinneringBij", "termijn": termijn, "trede": trede.upper(), "doe": doe}
    geef(opgave, {**inhoud, "tot": dag, "reden": reden, **velden}, hoe)


def geef_vrij(opgave: str, bijsturing: str, reden: str, hoe: Hoe) -> None:
    """Let the reminders go as planned again."""
    geef(opgave, {"soort": "HefBijsturingOp", "bijsturing": bijsturing, "reden": reden}, hoe)


def beslis(opgave: str, escalatie: str, akkoord: bool, reden: str, hoe: Hoe) -> None:
    """Let a reminder to bestuurders go, or not."""
    geef(opgave, {"soort": "BeslisEscalatie", "escalatie": escalatie, "akkoord": akkoord, "reden": reden}, hoe)


def mislukt(opgave: str | None, json: bool) -> None:
    """What reached nobody, and how to send it again."""
    rijen = dode_post.mislukt(omgeving().register, geldig_id(opgave) if opgave else None)
    if json:
        return scherm.json_uit(rijen)
    scherm.tabel(
        ("Sleutel", "Onderwerp", "Waarom"),
        [(rij.sleutel, rij.onderwerp, waarom(rij)) for rij in rijen],
        "Alle post is aangekomen of nog onderweg.",
    )
    if rijen:
        scherm.zeg("\nZet zo nodig eerst het adres goed met opgave contact zet. Daarna opnieuw versturen:", "dim")
        scherm.plakregel(f"opgave post opnieuw {rijen[0].sleutel}")
        scherm.plakregel("opgave post opnieuw --alle")
    return None


def waarom(rij: Postrij) -> str:
    """Why a message did not arrive."""
    return f"{gewoon(rij.status)}: {rij.fout}" if rij.fout else gewoon(rij.status)


def opnieuw(sleutels: list[str], alle: bool, json: bool) -> int:
    """Send again what failed. Gives 1 when a key was named that can't be sent now."""
    from register import lezen
    from starter.cli.bezorgen import bezorg

    if alle == bool(sleutels):
        raise Invoerfout("Noem de sleutels van de berichten, of geef --alle. Zie: opgave post mislukt.")
    register = omgeving().register
    klaar = dode_post.zet_opnieuw(register, None if alle else sleutels)
    gedaan = bezorg([rij for rij in lezen.post(register, status="klaar") if rij.sleutel in set(klaar)])
    niet = [sleutel for sleutel in sleutels if sleutel not in klaar]
    if json:
        scherm.json_uit({"opnieuw": klaar, "niet": niet, "verzonden": gedaan.verzonden, "wachtend": gedaan.wachtend})
    else:
        scherm.zeg(gedaan.zin() or "Er is niets opnieuw verstuurd.")
        for sleutel in niet:
            scherm.punt(f"{sleutel}: is niet mislukt, bestaat niet, of heeft nog geen adres.")
    return GEWEIGERD if niet else GEDAAN


def retour(waar: str, json: bool) -> None:
    """Read what came back, and note it at the messages it is about."""
    from activities.retour import lees_berichten, verwerk

    try:
        ruw = [sys.stdin.buffer.read()] if waar == "-" else list(lees_berichten(Path(waar)))
    except OSError:
        raise Invoerfout(f"{waar[:200]} is niet te lezen als bestand of map.") from None
    regels = verwerk(omgeving().register, ruw)
    if json:
        return scherm.json_uit(regels)
    telling = Counter(regel.uitkomst for regel in regels)
    scherm.zeg(", ".join(f"{aantal} {gewoon(wat)}" for wat, aantal in sorted(telling.items())) or NIET_GELEZEN)
    for regel in regels:
        scherm.punt(f"{', '.join(regel.sleutels) or 'niet van ons'}: {gewoon(regel.uitkomst)}. {regel.reden}")
    return None


def niet_bezorgd(door: Afzender) -> dict[str, int]:
    """What the manager should know: how many messages reached nobody, by opgave. Others hear nothing of it."""
    if door.functie != "opgavemanager":
        return {}
    return dict(Counter(rij.opgave for rij in dode_post.mislukt(omgeving().register) if rij.opgave))


def niet_bezorgd_zin(per: Mapping[str, int]) -> str:
    """The same in one line; empty when all arrived."""
    if not per:
        return ""
    aantal = sum(per.values())
    waar = ", ".join(sorted(per)[:5]) + (" en meer" if len(per) > 5 else "")
    return f"Niet bezorgd: {'1 bericht' if aantal == 1 else f'{aantal} berichten'} ({waar}). Zie: opgave post mislukt"
