"""The letter as a web page for mail readers: real headings, no tables, no pictures, readable in light and dark."""

from collections.abc import Sequence
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from activities.brief.opbouw import Onderdeel, delen, kop_van, opening


def als_html(onderdelen: Sequence[Onderdeel]) -> str:
    """The page of the whole mail; what people wrote is escaped."""
    return _sjabloon().render(
        kop=kop_van(onderdelen),
        aanhef=onderdelen[0].inhoud.aanhef,
        opening=opening(onderdelen),
        items=[(onderdeel.inhoud.titel, delen(onderdeel)) for onderdeel in onderdelen],
    )


@lru_cache
def _sjabloon() -> Template:
    omgeving = Environment(
        loader=PackageLoader("activities.brief", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return omgeving.get_template("brief.html.j2")
