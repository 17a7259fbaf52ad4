"""`opgave webhook`: who gets events, with which secret, and what became of them."""

import re
from dataclasses import asdict
from typing import Any, Literal
from urllib.parse import urlsplit

from activities import webpost
from activities.webpost import toon_geheim
from domain.cloudevent import als_json, omslag
from domain.gebeurtenissen import SOORTEN, Gebeurtenis, type_van
from register import abonnees
from register.abonnees import Abonnee, Aflevering
from runtime.sleutels import SleutelFout, Webhooksleutel, lees_webhooksleutel
from starter.cli import scherm
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.gebeurtenissen import tijdstip
from starter.cli.omgeving import omgeving
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout

_NAAM = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_WANNEER: dict[str, Literal["nu", "begin"]] = {"nu": "nu", "begin": "begin"}
_WOORDEN = {"wacht": "wacht", "afgeleverd": "afgeleverd", "opgegeven": "OPGEGEVEN"}


def maak(naam: str, url: str, soorten: str, vanaf: str, json: bool) -> None:
    """Subscribe a system, and show its secret and its reading key once."""
    if not _NAAM.fullmatch(naam):
        raise Invoerfout("naam: kleine letters, cijfers en streepjes, hoogstens 40 tekens.")
    if vanaf not in _WANNEER:
        raise Invoerfout("--vanaf: kies nu of begin.")
    gekozen = _soorten(soorten)
    try:
        webpost.controleer_url(url)
    except webpost.WebadresFout as fout:
        raise Invoerfout(f"url: {fout}.") from None
    sleutel = _sleutel(mag_maken=True)
    if not abonnees.maak(omgeving().register, naam, url, gekozen, _WANNEER[vanaf]):
        raise Invoerfout(f"Er is al een abonnee {naam}. Stop die eerst: opgave webhook stop {naam}")
    geheim, lezen = toon_geheim(sleutel.geheim(naam)), sleutel.leessleutel(naam)
    if json:
        return scherm.json_uit({"abonnee": naam, "url": url, "geheim": geheim, "leessleutel": lezen})
    scherm.zeg(f"{naam} krijgt vanaf {'nu' if vanaf == 'nu' else 'het begin'} de gebeurtenissen.", "bold")
    scherm.koppeltabel((("Geheim", geheim), ("Leessleutel", lezen)))
    scherm.zeg(
        "Bewaar deze twee nu: u ziet ze niet nog een keer. Het geheim hoort bij de naam; gebruik een andere naam"
    )
    scherm.zeg("als iemand het te weten kwam. De handtekening volgt Standard Webhooks (HMAC-SHA256).")
    return scherm.plakregel(f"opgave webhook proef {naam}")


def lijst(json: bool) -> None:
    """All subscribers."""
    rijen = [(a, abonnees.tellingen(omgeving().register, a.naam)) for a in abonnees.lijst(omgeving().register)]
    if json:
        return scherm.json_uit([_kaal(a) | {"afleveringen": telling} for a, telling in rijen])
    return scherm.tabel(
        ("Naam", "Waarheen", "Soorten", "Stand", "Afgeleverd", "Wacht", "Opgegeven"),
        [
            (
                *(a.naam, _toon_url(a.url), ", ".join(a.soorten) or "alle", "actief" if a.actief else "gestopt"),
                *(str(telling.get(status, 0)) for status in ("afgeleverd", "wacht", "opgegeven")),
            )
            for a, telling in rijen
        ],
        "Er zijn nog geen abonnees. Maak er een: opgave webhook maak zaaksysteem https://systeem.example/gebeurtenissen",
    )


def log(naam: str, aantal: int, json: bool) -> None:
    """The last deliveries to one subscriber, the newest first."""
    rijen = abonnees.afleveringen(omgeving().register, _bekend(naam).naam, aantal)
    if json:
        return scherm.json_uit([asdict(rij) | {"id": g.id, "type": g.type} for rij, g in rijen])
    return scherm.tabel(
        ("Nr", "Gebeurtenis", "Soort", "Stand", "Pogingen", "Wanneer of waarom"),
        [
            (str(rij.volgnr), g.id, g.type.split(".")[2], _WOORDEN[rij.status], str(rij.pogingen), _antwoord(rij))
            for rij, g in rijen
        ],
        f"Aan {naam} is nog niets aangeboden.",
    )


def opnieuw(naam: str, vanaf: int | None, json: bool) -> None:
    """Offer again."""
    abonnees.opnieuw(omgeving().register, _bekend(naam).naam, vanaf)
    wat = "Wat was opgegeven of wachtte" if vanaf is None else f"Alles vanaf nummer {vanaf}"
    zin = f"{wat}, gaat opnieuw naar {naam}. Een ontvanger herkent wat hij al had aan het id."
    _meld(zin, {"abonnee": naam, "vanaf": vanaf}, json)


def stop(naam: str, json: bool) -> None:
    """End a subscription."""
    gestopt = abonnees.stop(omgeving().register, _bekend(naam).naam)
    zin = f"{naam} krijgt geen gebeurtenissen meer." if gestopt else f"{naam} was al gestopt."
    _meld(zin, {"gestopt": gestopt}, json)


def proef(naam: str, json: bool) -> int:
    """Send an event that tells nothing, and show what the receiver said; 0 when it took it, 1 when not."""
    abonnee, nu, instellingen = _bekend(naam), omgeving().nu(), omgeving().instellingen
    event = Gebeurtenis(
        id=f"proef:{nu:%Y%m%dT%H%M%S%f}", type=type_van("proef"), opgave="proef", tijd=nu, data={"proef": True}
    )
    inhoud = als_json(omslag(event, instellingen.webhook.bron, None))
    geheim, intern = _sleutel().geheim(naam), instellingen.webhook.intern
    antwoord = omgeving().wacht_op(webpost.verstuur(abonnee.url, event.id, inhoud, geheim, intern=intern))
    gelukt = 200 <= antwoord.code < 300
    wat = antwoord.fout or f"HTTP {antwoord.code}"
    zin = f"{naam} nam de proef aan ({wat})." if gelukt else f"{naam} nam de proef niet aan: {wat}."
    _meld(zin, {"gelukt": gelukt, "code": antwoord.code, "fout": antwoord.fout}, json)
    return GEDAAN if gelukt else GEWEIGERD


def _soorten(tekst: str) -> tuple[str, ...]:
    gekozen = tuple(dict.fromkeys(soort.strip() for soort in tekst.split(",") if soort.strip()))
    for soort in gekozen:
        if soort not in SOORTEN:
            hint = lijkt_op(soort, list(SOORTEN))
            raise Invoerfout(f"--soorten: '{soort[:40]}' kennen we niet.{hint} Kies uit: {', '.join(SOORTEN)}.")
    return gekozen


def _bekend(naam: str) -> Abonnee:
    abonnee = abonnees.zoek(omgeving().register, naam)
    if abonnee is None:
        raise Invoerfout(f"Abonnee {naam[:40]} kennen we niet. Alle abonnees: opgave webhook lijst")
    return abonnee


def _sleutel(*, mag_maken: bool = False) -> Webhooksleutel:
    try:
        return lees_webhooksleutel(omgeving().instellingen.ondertekensleutel, mag_maken=mag_maken)
    except SleutelFout as fout:
        raise Invoerfout(str(fout)) from None
    except OSError as fout:
        raise Invoerfout(f"De webhooksleutel is hier niet te maken: {fout.filename}.") from None


def _toon_url(url: str) -> str:
    """Without the part after the question mark: some systems keep a password there."""
    delen = urlsplit(url)
    return delen._replace(query="...").geturl() if delen.query else url


def _kaal(abonnee: Abonnee) -> dict[str, Any]:
    return asdict(abonnee) | {"url": _toon_url(abonnee.url)}


def _antwoord(rij: Aflevering) -> str:
    if rij.status == "afgeleverd":
        return tijdstip(rij.afgeleverd_op) if rij.afgeleverd_op else ""
    volgende = f"; weer op {tijdstip(rij.volgende_op)}" if rij.status == "wacht" and rij.volgende_op else ""
    return f"{rij.fout or 'nog geen antwoord'}{volgende}"


def _meld(zin: str, data: dict[str, object], json: bool) -> None:
    scherm.json_uit(data) if json else scherm.zeg(zin)
