"""The cookie of a visit. Its name binds it to this host and to https, as far as the address of the portal allows."""

from starlette.requests import Request
from starlette.responses import Response

from register.sessies import DUUR

NAAM = "__Host-opgave"


def lees(request: Request) -> str:
    """The value of the cookie, empty when there is none."""
    return request.cookies.get(NAAM, "")


def zet(antwoord: Response, waarde: str) -> None:
    """Give the cookie along. Browsers take a Secure cookie over http from this computer too."""
    leeftijd = int(DUUR.total_seconds())
    antwoord.set_cookie(NAAM, waarde, max_age=leeftijd, path="/", secure=True, httponly=True, samesite="lax")


def wis(antwoord: Response) -> None:
    """Take the cookie back."""
    antwoord.delete_cookie(NAAM, path="/", secure=True, httponly=True, samesite="lax")
