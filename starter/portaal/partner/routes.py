"""The addresses of the room for partners. Only the first holds a token: the visit says what the others are about."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from starter.portaal.huis import Huis
from starter.portaal.partner import dossier, invullen, nieuwe_link, toegang, weten
from starter.portaal.partner.bezoek import haal

Handeling = Callable[[Huis, Request], Awaitable[Response]]
_EERST = {"verzoek": "/partner/antwoord", "besluit": "/partner/besluit", "dossier": "/partner/dossier"}


def routes(huis: Huis) -> list[Route]:
    """The pages, in the order in which they are matched."""

    def pagina(pad: str, handeling: Handeling, methode: str = "GET") -> Route:
        async def eindpunt(request: Request) -> Response:
            return await handeling(huis, request)

        return Route(pad, eindpunt, methods=[methode])

    return [
        pagina("/a/{token}", toegang.bekijk),
        pagina("/a/{token}", toegang.open_, "POST"),
        pagina("/partner", begin),
        pagina("/partner/vraag", begin),
        pagina("/partner/stop", toegang.stop, "POST"),
        pagina("/partner/nieuwe-link", nieuwe_link.vraag, "POST"),
        pagina("/partner/dossier", dossier.toon),
        pagina("/partner/verzoeken", dossier.verzoeken),
        pagina("/partner/weten", weten.toon),
        pagina("/partner/bewijs/{opdracht}", invullen.toon_bewijs),
        pagina("/partner/{formulier}", invullen.toon),
        pagina("/partner/{formulier}", invullen.controleer, "POST"),
        pagina("/partner/{formulier}/wijzig", invullen.wijzig, "POST"),
        pagina("/partner/{formulier}/vastleggen", invullen.leg_vast, "POST"),
    ]


async def begin(huis: Huis, request: Request) -> Response:
    """The first page of a visit, by what the link is for."""
    bezoek = await haal(huis, request)
    return RedirectResponse(_EERST[bezoek.link.doel], 303)
