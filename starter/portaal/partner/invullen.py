"""The way of every form: fill in, check what will be recorded, record, receipt. Nothing typed is lost on the way."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.feit import Bewijs
from domain.leesbaar import leesbaar
from domain.opdracht import Opdracht
from domain.woorden import datum
from register.links import noteer
from runtime.temporal import Onbereikbaar
from starter.client import OpgaveGesloten
from starter.invoer import Invoerfout, maak_opdracht
from starter.portaal import bescherming
from starter.portaal.begrenzer import INZENDINGEN
from starter.portaal.formulier import Formulier, Waarden
from starter.portaal.huis import Huis, Melding
from starter.portaal.invoer import lees
from starter.portaal.partner import besluit, bewijs, eigen, verzoek, weten
from starter.portaal.partner.bezoek import LOG, WETEN, Bezoek, haal, onbekend

EENMALIG = "eenmalig"
BEWAAR = "Bewaar dit bewijs. Met het feitnummer en het controlegetal is later te zien dat er niets is veranderd."
ONDERWEG = "Het nummer van uw bewijs is er nog niet. Open deze pagina over een minuut opnieuw en bewaar hem dan."
_VASTE_VELDEN = (bescherming.VELD, EENMALIG)

FORMULIEREN: dict[str, Callable[[Bezoek], Awaitable[Formulier]]] = {
    "antwoord": verzoek.antwoord,
    "verbeteren": verzoek.verbeteren,
    "uitstel": verzoek.uitstel,
    "besluit": besluit.besluit,
    "inbreng": eigen.inbreng,
    "signaal": eigen.signaal,
}
"""The forms with a name of their own; the others are those of `weten`."""


async def toon(huis: Huis, request: Request) -> Response:
    """The empty form."""
    bezoek = await haal(huis, request)
    formulier = await _formulier(bezoek, request)
    return _blad(bezoek, formulier, formulier.begin or {})


async def wijzig(huis: Huis, request: Request) -> Response:
    """Back from the check to the form, with what was typed."""
    bezoek, gestuurd = await _ingezonden(huis, request)
    formulier = await _formulier(bezoek, request, gestuurd)
    return _blad(bezoek, formulier, formulier.lees(gestuurd))


async def controleer(huis: Huis, request: Request) -> Response:
    """The page that shows exactly what will be recorded, or the form again with what is wrong."""
    bezoek, gestuurd = await _ingezonden(huis, request)
    formulier = await _formulier(bezoek, request, gestuurd)
    waarden = formulier.lees(gestuurd)
    if fouten := formulier.fouten(waarden):
        return _blad(bezoek, formulier, waarden, fouten, status=422)
    eenmalig = secrets.token_urlsafe(18)
    try:
        _opdracht(bezoek, formulier, waarden, eenmalig)
    except Invoerfout as fout:
        return _blad(bezoek, formulier, waarden, regels=fout.regels, status=422)
    return _controleblad(bezoek, formulier, waarden, eenmalig)


async def leg_vast(huis: Huis, request: Request) -> Response:
    """Record it. Sent twice it is recorded once; refused, the form comes back with the rule."""
    bezoek, gestuurd = await _ingezonden(huis, request)
    eenmalig = gestuurd.get(EENMALIG, "")
    al = bezoek.stand.bewijzen.get(bezoek.opdracht_id(_naam(request), eenmalig))
    if al is not None and not al.geweigerd:
        return _naar_bewijs(bezoek, request, eenmalig)
    formulier = await _formulier(bezoek, request, gestuurd)
    waarden = formulier.lees(gestuurd)
    if not eenmalig or formulier.fouten(waarden):
        return _blad(bezoek, formulier, waarden, formulier.fouten(waarden), status=422)
    try:
        gegeven = await _geef(bezoek, _opdracht(bezoek, formulier, waarden, eenmalig))
    except Invoerfout as fout:
        return _blad(bezoek, formulier, waarden, regels=fout.regels, status=422)
    except Onbereikbaar:
        LOG.warning("niet vastgelegd, geen antwoord", bron=bezoek.link.subject, soort=formulier.naam)
        return _controleblad(bezoek, formulier, waarden, eenmalig, storing=True)
    await _noteer(bezoek, formulier, gegeven)
    if gegeven.geweigerd:
        return _blad(bezoek, formulier, waarden, weigering=gegeven, status=409)
    return _naar_bewijs(bezoek, request, eenmalig)


async def toon_bewijs(huis: Huis, request: Request) -> Response:
    """The receipt of something recorded by this link."""
    bezoek = await haal(huis, request)
    ontvangst = await bewijs.van_opdracht(bezoek, request.path_params["opdracht"])
    if ontvangst is None:
        raise onbekend()
    uitleg = BEWAAR if ontvangst.seq else ONDERWEG
    ook = (("Verder", "/partner"), ("Naar het dossier", "/partner/dossier"), *((WETEN,) if bezoek.mag_weten else ()))
    titel = "Vastgelegd. Dank u wel"
    velden: dict[str, Any] = {"ontvangst": ontvangst, "ook": ook, **bezoek.vast}
    return Melding(titel, uitleg, soort="ok", **velden).antwoord(huis)


async def _formulier(bezoek: Bezoek, request: Request, gestuurd: Waarden | None = None) -> Formulier:
    """The form that was asked for. Raises Melding, as a page of this visit, when it can't be filled in (any more)."""
    naam = _naam(request)
    try:
        return await (FORMULIEREN[naam](bezoek) if naam in FORMULIEREN else weten.formulier(bezoek, naam))
    except Melding as melding:
        melding.velden = {**bezoek.vast, "getypt": _getypt(gestuurd or {}), **melding.velden}
        raise


def _naam(request: Request) -> str:
    return str(request.path_params["formulier"])


async def _ingezonden(huis: Huis, request: Request) -> tuple[Bezoek, dict[str, str]]:
    """The visit and what was sent. A visit that is over or another one still gives back the texts, to be copied."""
    gestuurd = await lees(request)
    try:
        bezoek = await haal(huis, request)
        toets_eigen(bezoek, gestuurd)
    except Melding as melding:
        melding.velden["getypt"] = _getypt(gestuurd)
        raise
    return bezoek, gestuurd


def _getypt(gestuurd: Waarden) -> tuple[str, ...]:
    """The texts that someone thought about."""
    return tuple(waarde for naam, waarde in gestuurd.items() if naam not in _VASTE_VELDEN and len(waarde) > 20)


def toets_eigen(bezoek: Bezoek, gestuurd: Mapping[str, str]) -> None:
    """Raise Melding unless the form carries the token of this visit, and the link is not used too often."""
    if not bescherming.eigen_token(gestuurd.get(bescherming.VELD, ""), bezoek.sessie.csrf):
        LOG.warning("formulier zonder geldig teken", bron=bezoek.link.subject)
        raise vreemd()
    if wacht := bezoek.huis.begrenzer.wacht("inzending", bezoek.link.id, INZENDINGEN):
        raise te_vaak(wacht)


def vreemd() -> Melding:
    """A form that was not sent from our own page."""
    uitleg = (
        "Het formulier kwam niet van deze site, het is te oud, of u opende intussen een andere link.",
        "Open de link in de mail opnieuw.",
    )
    return Melding("Dit formulier is niet verstuurd", *uitleg, status=403, soort="error")


def te_vaak(wacht: int) -> Melding:
    """Too much at once; `wacht` is in seconds."""
    minuten = -(-wacht // 60)
    uitleg = f"Probeer het over {minuten} {'minuut' if minuten == 1 else 'minuten'} opnieuw."
    koppen = {"Retry-After": str(wacht)}
    return Melding("Dat ging te vaak achter elkaar", uitleg, status=429, soort="warning", koppen=koppen)


def _opdracht(bezoek: Bezoek, formulier: Formulier, waarden: Waarden, eenmalig: str) -> Opdracht:
    id_ = bezoek.opdracht_id(formulier.naam, eenmalig)
    return maak_opdracht(formulier.inhoud(waarden), bezoek.door, formulier.dag(waarden), id_)


async def _geef(bezoek: Bezoek, opdracht: Opdracht) -> Bewijs:
    try:
        return await bezoek.huis.opgaven.geef(bezoek.link.opgave, opdracht)
    except OpgaveGesloten:
        raise Melding(f"De {bezoek.leven} is afgerond", "Er kan niets meer bij.", status=409) from None


async def _noteer(bezoek: Bezoek, formulier: Formulier, gegeven: Bewijs) -> None:
    uitkomst = "geweigerd" if gegeven.geweigerd else "vastgelegd"
    LOG.info("formulier verwerkt", bron=bezoek.link.subject, soort=formulier.naam, status=uitkomst)
    await asyncio.to_thread(noteer, bezoek.huis.register, bezoek.link.id, f"{formulier.naam} {uitkomst}")


def _naar_bewijs(bezoek: Bezoek, request: Request, eenmalig: str) -> Response:
    return RedirectResponse(f"/partner/bewijs/{bezoek.opdracht_id(_naam(request), eenmalig)}", 303)


def _blad(
    bezoek: Bezoek,
    formulier: Formulier,
    waarden: Waarden,
    fouten: Mapping[str, str] | None = None,
    *,
    regels: tuple[str, ...] = (),
    weigering: Bewijs | None = None,
    status: int = 200,
) -> Response:
    velden = {"formulier": formulier, "waarden": waarden, "fouten": fouten or {}, "regels": regels}
    if weigering is not None:
        weigering = weigering.met(reden=leesbaar(weigering.reden, bezoek.stand))
    velden |= {"weigering": weigering, "titel": formulier.titel, **bezoek.vast}
    return bezoek.huis.blad("partner/formulier.html.j2", status, **velden)


def _controleblad(
    bezoek: Bezoek, formulier: Formulier, waarden: Waarden, eenmalig: str, *, storing: bool = False
) -> Response:
    regels = tuple((veld.label, veld.woorden(waarden[veld.naam])) for veld in formulier.velden)
    vast = (
        ("Namens", bezoek.partner),
        bezoek.over,
        ("Vastgelegd op", f"vandaag, {datum(bezoek.vandaag)}"),
        ("Hoe u zich bekendmaakte", "Met een link uit een mail. Dat is een toezegging, geen handtekening."),
    )
    velden = {"formulier": formulier, "waarden": waarden, "regels": (*regels, *vast), "eenmalig": eenmalig}
    velden |= {"titel": formulier.controle, "storing": storing, **bezoek.vast}
    return bezoek.huis.blad("partner/controle.html.j2", 503 if storing else 200, **velden)
