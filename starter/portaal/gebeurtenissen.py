"""The events over HTTP, for a subscriber that wants to catch up: `GET /v1/gebeurtenissen?na=` and one by its id.

Mount it on the app of the portal: `app.include_router(maak_router(register, instellingen))`, on an app made with
`redirect_slashes=False` (API Design Rules). It needs no exception handlers of the app: what is wrong with a request it
answers itself, as `application/problem+json` (RFC 9457). It takes no cookie and no form, so no CSRF check either.

Who reads must be an active subscriber and shows its reading key: `Authorization: Bearer <leessleutel>`. It gets the
kinds it subscribed to, and nothing else.
"""

import hmac
from typing import Annotated

from fastapi import APIRouter, Header, Query, Response

from domain.cloudevent import MEDIATYPE, MEDIATYPE_REEKS, als_json, omslag
from domain.gebeurtenissen import type_van
from register import gebeurtenissen
from register.abonnees import Abonnee, zoek
from register.verbinding import Register
from runtime.instellingen import Instellingen
from runtime.sleutels import SleutelFout, lees_webhooksleutel

VERSIE = "1.0.0"
"""Of this interface; every answer names it."""
PER_KEER = 100
_KOPPEN = {"API-Version": VERSIE, "Cache-Control": "no-store"}
_TITELS = {400: "Verzoek klopt niet", 401: "Geen toegang", 404: "Niet gevonden"}

Toegang = Annotated[str, Header(alias="Authorization")]
Volgnr = Annotated[str, Query(alias="na")]


def maak_router(register: Register, instellingen: Instellingen) -> APIRouter:
    """The two addresses, on this register."""
    router = APIRouter(prefix="/v1/gebeurtenissen", tags=["gebeurtenissen"])
    bron, basis = instellingen.webhook.bron, instellingen.portaal.basis_url

    @router.get("")
    def lijst(authorization: Toegang = "", na: Volgnr = "0") -> Response:
        """At most 100 events after number `na`, oldest first; a `Link` says where the next ones are."""
        abonnee = _abonnee(register, instellingen, authorization)
        if abonnee is None:
            return _geen_toegang()
        if not (na.isascii() and na.isdecimal() and len(na) <= 10):
            return _probleem(400, "na: geef het volgnummer van de laatste gebeurtenis die u heeft, of 0.")
        rijen = gebeurtenissen.na(register, int(na), abonnee.soorten, PER_KEER)
        koppen = dict(_KOPPEN)
        if len(rijen) == PER_KEER:
            koppen["Link"] = f'<{basis or ""}/v1/gebeurtenissen?na={rijen[-1].volgnr}>; rel="next"'
        inhoud = als_json([omslag(rij, bron, basis) for rij in rijen])
        return Response(inhoud, media_type=MEDIATYPE_REEKS, headers=koppen)

    @router.get("/{id}")
    def een(id: str, authorization: Toegang = "") -> Response:
        """One event."""
        abonnee = _abonnee(register, instellingen, authorization)
        if abonnee is None:
            return _geen_toegang()
        event = gebeurtenissen.een(register, id)
        if event is None or (abonnee.soorten and event.type not in map(type_van, abonnee.soorten)):
            return _probleem(404, "Deze gebeurtenis is er niet.")
        return Response(als_json(omslag(event, bron, basis)), media_type=MEDIATYPE, headers=_KOPPEN)

    return router


def _abonnee(register: Register, instellingen: Instellingen, kop: str) -> Abonnee | None:
    """The active subscriber whose reading key this is."""
    soort, _, sleutel = kop.partition(" ")
    naam = sleutel.partition(".")[0]
    if soort.lower() != "bearer" or not naam:
        return None
    try:
        echt = lees_webhooksleutel(instellingen.ondertekensleutel).leessleutel(naam)
    except SleutelFout:
        return None
    if not hmac.compare_digest(echt.encode(), sleutel.encode()):
        return None
    abonnee = zoek(register, naam)
    return abonnee if abonnee and abonnee.actief else None


def _geen_toegang() -> Response:
    antwoord = _probleem(401, "Geef de leessleutel van een abonnee mee: Authorization: Bearer ...")
    antwoord.headers["WWW-Authenticate"] = "Bearer"
    return antwoord


def _probleem(status: int, uitleg: str) -> Response:
    inhoud = als_json({"status": status, "title": _TITELS[status], "detail": uitleg})
    return Response(inhoud, status_code=status, media_type="application/problem+json", headers=_KOPPEN)
