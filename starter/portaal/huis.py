"""What every page works with: the register, the way to the opgaven, the settings, the clock and the templates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from domain.feit import Bewijs
from domain.kalender import lokaal
from domain.opdracht import Opdracht
from domain.stand import Stand
from domain.woorden import datum, gewoon, orgaan
from register.verbinding import Register
from runtime.instellingen import Portaal
from starter.portaal.begrenzer import Begrenzer

SJABLONEN = Path(__file__).parent / "sjablonen"


class Toegang(Protocol):
    """The gateway to the opgaven, as the portal uses it."""

    async def geef(self, opgave: str, opdracht: Opdracht) -> Bewijs: ...
    async def stand(self, opgave: str) -> Stand: ...


def _nu() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Huis:
    """The portal. `basis_url` is how people reach it; nothing is served under another name."""

    register: Register
    opgaven: Toegang
    portaal: Portaal
    basis_url: str
    begrenzer: Begrenzer = field(default_factory=Begrenzer)
    nu: Callable[[], datetime] = _nu

    def blad(self, sjabloon: str, status: int = 200, **velden: Any) -> HTMLResponse:
        """Draw a page from its template."""
        vast = {"naam": self.portaal.naam, "hulp": self.portaal.hulp, "met_logo": self.portaal.logo is not None}
        return HTMLResponse(_TEKENAAR.get_template(sjabloon).render({"menu": (), **vast, **velden}), status)


class Melding(Exception):
    """A page that only tells something: why this can't be done, and what can be done instead.

    Args:
        soort: `info`, `ok`, `warning` or `error`; how the message looks.
        velden: more for the template, such as a receipt or a button.
    """

    def __init__(
        self,
        titel: str,
        *alineas: str,
        status: int = 200,
        soort: str = "info",
        koppen: Mapping[str, str] | None = None,
        **velden: Any,
    ) -> None:
        super().__init__(titel)
        self.status, self.koppen = status, dict(koppen or {})
        self.velden = {"titel": titel, "alineas": alineas, "soort": soort, **velden}

    def antwoord(self, huis: Huis) -> HTMLResponse:
        """The page itself."""
        pagina = huis.blad("melding.html.j2", self.status, **self.velden)
        pagina.headers.update(self.koppen)
        return pagina


def tijdstip(moment: datetime) -> str:
    """A moment as people in the Netherlands read it: "dinsdag 6 mei 2025, 14.05 uur"."""
    plaatselijk = lokaal(moment)
    return f"{datum(plaatselijk.date())}, {plaatselijk:%H.%M} uur"


def _dag(dag: date | datetime | None) -> str:
    return datum(lokaal(dag).date() if isinstance(dag, datetime) else dag)


def _maak_tekenaar() -> Environment:
    tekenaar = Environment(
        loader=FileSystemLoader(SJABLONEN),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    tekenaar.filters.update(dag=_dag, tijdstip=tijdstip, gewoon=gewoon, orgaan=orgaan)
    return tekenaar


_TEKENAAR = _maak_tekenaar()
