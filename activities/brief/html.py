"""The letter as a web page for mail readers: real headings, no tables, no pictures, readable in light and dark."""

from collections.abc import Sequence
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from activities.brief.opbouw import Deel, Onderdeel, kop_van, opening
from domain.controlepunt import UITLEG


def als_html(onderdelen: Sequence[Onderdeel], controlepunt: str = "") -> str:
    """The page of the whole mail, with the checkpoint below all; what people wrote is escaped."""
    return _sjabloon("brief.html.j2").render(
        kop=kop_van(onderdelen),
        aanhef=onderdelen[0].inhoud.aanhef,
        opening=opening(onderdelen),
        controlepunt=controlepunt,
        uitleg=UITLEG,
        items=[(onderdeel.inhoud.titel, onderdeel.delen) for onderdeel in onderdelen],
        stuk=_stuk,
    )


def _stuk(deel: Deel, niveau: int) -> Markup:
    """One fact goes to a dozen people: what they all read is made once. A link is kept nowhere, so neither here."""
    return _maak_stuk(deel, niveau) if deel.url else _zelfde_stuk(deel, niveau)


def _maak_stuk(deel: Deel, niveau: int) -> Markup:
    """A part, with its heading on this level."""
    return Markup(_sjabloon("deel.html.j2").module.stuk(deel, niveau))  # type: ignore[attr-defined]


_zelfde_stuk = lru_cache(maxsize=256)(_maak_stuk)


@lru_cache
def _sjabloon(naam: str) -> Template:
    omgeving = Environment(
        loader=PackageLoader("activities.brief", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return omgeving.get_template(naam)
