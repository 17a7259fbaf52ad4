"""`opgave audit sleutel`: which keys signed, handing over the public one, and letting a new one take over."""

from pathlib import Path
from typing import Any

from domain import bevoegdheid, spoor
from domain.basis import Afzender, Weigering
from domain.controlepunt import in_groepen
from register import sleutels
from register import spoor as spoorregister
from register.sleutels import SleutelAfgelost
from runtime.sleutels import Ondertekenaar, SleutelFout, lees_ondertekenaar, publieke_pem, vingerafdruk
from runtime.sleutelwissel import neem_in_gebruik, nieuw_pad, zet_klaar
from starter.cli import scherm
from starter.cli.gebeurtenissen import tijdstip
from starter.cli.omgeving import omgeving
from starter.cli.wie import afzender
from starter.invoer import Invoerfout
from starter.schijffout import waarom


def lijst(json: bool) -> None:
    """All keys, the oldest first."""
    bos, wissels = sleutels.lijst(omgeving().register)
    redenen = {wissel.nieuw: wissel.reden for wissel in wissels}
    eerste = bos[0].sleutel_id if bos else ""
    if json:
        return scherm.json_uit([s.model_dump(mode="json") | {"reden": redenen.get(s.sleutel_id, "")} for s in bos])
    return scherm.tabel(
        ("Sleutel", "Vanaf", "Tot", "Waarom"),
        [
            (
                in_groepen(s.sleutel_id),
                tijdstip(s.vanaf),
                tijdstip(s.tot) if s.tot else "",
                redenen.get(s.sleutel_id, "de eerste" if s.sleutel_id == eerste else "ZONDER WISSEL"),
            )
            for s in bos
        ],
        "Er is nog geen sleutel genoteerd; dat gebeurt als de worker start.",
    )


def publiek(json: bool) -> None:
    """The public key as text, and its fingerprint."""
    sleutel = _lees(omgeving().instellingen.ondertekensleutel).publiek
    pem, afdruk = publieke_pem(sleutel).decode(), vingerafdruk(sleutel)
    if json:
        return scherm.json_uit({"pem": pem, "sleutel_id": afdruk[:16], "vingerafdruk": afdruk})
    scherm.zeg(pem.rstrip())
    scherm.koppeltabel((("Kort (16 tekens)", in_groepen(afdruk[:16])), ("Heel (64 tekens)", in_groepen(afdruk))))
    scherm.zeg("Geef dit langs een andere weg dan het pak: op papier, per telefoon, of op de website van de provincie.")
    return None


def wissel(reden: str, bewaar_oud: bool, als: str | None, json: bool) -> None:
    """Let a new key take over, or finish a change that was broken off."""
    door = afzender(als, None, omgeving().uid())
    pad = omgeving().instellingen.ondertekensleutel
    oud = _lees(pad)
    _toets(door, oud)
    if not reden.strip():
        raise Invoerfout("--reden: zeg in een paar woorden waarom de sleutel wordt gewisseld.")
    try:
        nieuw = zet_klaar(pad) if not _al_gewisseld(oud, pad) else _lees(nieuw_pad(pad))
        if not _al_gewisseld(oud, pad):
            sleutels.wissel(omgeving().register, oud, nieuw, door, reden.strip(), omgeving().nu())
        opzij = neem_in_gebruik(pad, bewaar_oud=bewaar_oud)
    except OSError as fout:
        raise Invoerfout(f"De sleutel is hier niet te wisselen: {fout.filename} ({waarom(fout)}).") from None
    except SleutelFout as fout:
        raise Invoerfout(str(fout)) from None
    _meld(oud, nieuw, opzij, json)


def _toets(door: Afzender, sleutel: Ondertekenaar) -> None:
    """Raises Weigering when this sender may not change the key, and records it in the trail of no opgave."""
    try:
        spoor.toets_wie("sleutel_gewisseld", door)
        bevoegdheid.toets_zeker(door, "De sleutel wisselen")
    except Weigering as nee:
        doos = omgeving()
        sleutels.toets_geldig(doos.register, sleutel.sleutel_id)
        spoorregister.weiger(doos.register, sleutel, door, "sleutel_gewisseld", spoor.ALLE, nee, nu=doos.nu())
        raise


def _al_gewisseld(oud: Ondertekenaar, pad: Path) -> bool:
    """Whether the register knows of a change to the key that lies ready: then only the files are left to do."""
    opvolger = sleutels.opvolger(omgeving().register, oud.sleutel_id)
    if opvolger is None:
        return False
    if not nieuw_pad(pad).exists() or _lees(nieuw_pad(pad)).sleutel_id != opvolger:
        raise SleutelAfgelost(f"Deze sleutel is al afgelost door {in_groepen(opvolger)}. Zet die op zijn plaats: {pad}")
    return True


def _meld(oud: Ondertekenaar, nieuw: Ondertekenaar, opzij: Path | None, json: bool) -> None:
    gegevens: dict[str, Any] = {"oud": oud.sleutel_id, "nieuw": nieuw.sleutel_id, "bewaard": opzij}
    if json:
        return scherm.json_uit(gegevens)
    scherm.zeg(f"Sleutel {in_groepen(oud.sleutel_id)} is afgelost door {in_groepen(nieuw.sleutel_id)}.", "bold")
    if opzij:
        scherm.zeg(f"De oude geheime sleutel staat in {opzij}. Berg hem op of vernietig hem.")
    else:
        scherm.zeg("De oude geheime sleutel is hier weg. Vernietig ook de kopieën ervan, zoals in back-ups.")
    scherm.zeg("Start nu alle workers opnieuw; tot dan tekenen ze nog met de oude sleutel (hoogstens een dag).")
    scherm.zeg("Geef auditors de nieuwe vingerafdruk:")
    return scherm.plakregel("opgave audit sleutel publiek")


def _lees(pad: Path) -> Ondertekenaar:
    try:
        return lees_ondertekenaar(pad)
    except SleutelFout as fout:
        raise Invoerfout(str(fout)) from None
