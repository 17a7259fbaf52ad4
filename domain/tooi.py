"""The public bodies in and around Flevoland, with their identifiers in TOOI (the government's own thesaurus).

Source: the TOOI value lists rwc_gemeenten_compleet 4, rwc_provincies_compleet 1 and rwc_waterschappen_compleet 2, and
for joint bodies the list of samenwerkingsorganisaties, all of KOOP (organisaties.overheid.nl). What is not here has
no identifier here; it is never guessed.
"""

import re
import unicodedata
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from domain.taal.partners import Partnertype

TOOI = "https://identifier.overheid.nl/tooi/id/"
_SOORTPAD = {"gm": "gemeente", "pv": "provincie", "ws": "waterschap", "so": "so"}


class Lichaam(NamedTuple):
    """A public body. `id` is how this program calls it as a partner; `tot` is the first day it was no more."""

    id: str
    naam: str
    type: Partnertype
    tooi: str
    tot: date | None = None
    opgegaan_in: str = ""


def sleutel(naam: str) -> str:
    """A name as it is compared: without accents, capitals, punctuation, an abbreviation in brackets, and with `en`."""
    zonder = re.sub(r"\([^)]*\)", " ", naam).replace("&", " en ")
    kaal = "".join(t for t in unicodedata.normalize("NFKD", zonder) if not unicodedata.combining(t)).casefold()
    woorden = re.findall(r"[a-z0-9]+", kaal)
    return " ".join("gemeente" if nr == 0 and woord == "gem" else woord for nr, woord in enumerate(woorden))


def vind(naam: str) -> Lichaam | None:
    """The body with this name. A bare name is a gemeente or a waterschap; a province is called so."""
    return _OP_NAAM.get(sleutel(naam))


def met_id(id_: str) -> Lichaam | None:
    """The body with this id."""
    return _OP_ID.get(id_)


def _uri(code: str) -> str:
    return f"{TOOI}{_SOORTPAD[code[:2]]}/{code}"


def _gemeente(code: str, naam: str, tot: date | None = None, opgegaan_in: str = "") -> Lichaam:
    slug = sleutel(naam).replace(" ", "-")
    return Lichaam(f"gemeente-{slug}", f"gemeente {naam}", "gemeente", _uri(code), tot, opgegaan_in)


def _provincie(code: str, naam: str) -> Lichaam:
    return Lichaam(f"provincie-{sleutel(naam).replace(' ', '-')}", f"provincie {naam}", "provincie", _uri(code))


_GEMEENTEN = tuple(
    _gemeente(regel[:6], regel[7:])
    for regel in (
        *("gm0034 Almere", "gm0303 Dronten", "gm0995 Lelystad", "gm0171 Noordoostpolder", "gm0184 Urk"),
        *("gm0050 Zeewolde", "gm0307 Amersfoort", "gm0363 Amsterdam", "gm0200 Apeldoorn", "gm0376 Blaricum"),
        *("gm0313 Bunschoten", "gm1940 De Fryske Marren", "gm0384 Diemen", "gm0498 Drechterland"),
        *("gm0385 Edam-Volendam", "gm0317 Eemnes", "gm0230 Elburg", "gm0388 Enkhuizen", "gm0233 Ermelo"),
        *("gm1942 Gooise Meren", "gm0243 Harderwijk", "gm0244 Hattem", "gm0246 Heerde", "gm0074 Heerenveen"),
        *("gm0402 Hilversum", "gm0405 Hoorn", "gm0406 Huizen", "gm0166 Kampen", "gm0417 Laren", "gm0420 Medemblik"),
        *(
            "gm0267 Nijkerk",
            "gm0302 Nunspeet",
            "gm0269 Oldebroek",
            "gm0085 Ooststellingwerf",
            "gm0437 Ouder-Amstel",
            "gm0273 Putten",
        ),
        *("gm1708 Steenwijkerland", "gm1904 Stichtse Vecht", "gm1900 Súdwest-Fryslân", "gm0344 Utrecht"),
        *("gm0852 Waterland", "gm0098 Weststellingwerf", "gm1696 Wijdemeren", "gm0479 Zaanstad"),
        *("gm1896 Zwartewaterland", "gm0193 Zwolle"),
    )
)
_VOORMALIG = (
    _gemeente("gm0381", "Bussum", date(2016, 1, 1), "gemeente-gooise-meren"),
    _gemeente("gm0424", "Muiden", date(2016, 1, 1), "gemeente-gooise-meren"),
    _gemeente("gm0425", "Naarden", date(2016, 1, 1), "gemeente-gooise-meren"),
    _gemeente("gm0457", "Weesp", date(2022, 3, 24), "gemeente-amsterdam"),
    _gemeente("gm0082", "Lemsterland", date(2014, 1, 1), "gemeente-de-fryske-marren"),
)
_PROVINCIES = tuple(
    _provincie(regel[:4], regel[5:])
    for regel in (
        *("pv20 Groningen", "pv21 Fryslân", "pv22 Drenthe", "pv23 Overijssel", "pv24 Flevoland", "pv25 Gelderland"),
        *("pv26 Utrecht", "pv27 Noord-Holland", "pv28 Zuid-Holland", "pv29 Zeeland", "pv30 Noord-Brabant"),
        "pv31 Limburg",
    )
)
_WATERSCHAPPEN = tuple(
    Lichaam(f"waterschap-{slug}", naam, "waterschap", _uri(code))
    for code, slug, naam in (
        ("ws0650", "zuiderzeeland", "waterschap Zuiderzeeland"),
        ("ws0155", "amstel-gooi-en-vecht", "waterschap Amstel, Gooi en Vecht"),
        ("ws0662", "vallei-en-veluwe", "waterschap Vallei en Veluwe"),
        ("ws0664", "wdodelta", "waterschap Drents Overijsselse Delta"),
        ("ws0653", "fryslan", "Wetterskip Fryslân"),
        ("ws0651", "hhnk", "Hoogheemraadschap Hollands Noorderkwartier"),
    )
)
_SAMENWERKINGEN = tuple(
    Lichaam(id_, naam, "overig", _uri(code))
    for code, id_, naam in (
        ("so0480", "het-flevolands-archief", "Het Flevolands Archief"),
        ("so0638", "veiligheidsregio-flevoland", "Veiligheidsregio Flevoland"),
        ("so0910", "ggd-flevoland", "GGD Flevoland"),
        ("so0696", "omgevingsdienst-fgv", "Omgevingsdienst Flevoland & Gooi en Vechtstreek"),
        ("so0597", "randstedelijke-rekenkamer", "Randstedelijke Rekenkamer"),
        ("so0006", "regio-gooi-en-vechtstreek", "Regio Gooi en Vechtstreek"),
        ("so0637", "veiligheidsregio-gooi-en-vecht", "Veiligheidsregio Gooi en Vechtstreek"),
    )
)
LICHAMEN: tuple[Lichaam, ...] = (*_GEMEENTEN, *_VOORMALIG, *_PROVINCIES, *_WATERSCHAPPEN, *_SAMENWERKINGEN)

_OOK_WEL = {
    "omgevingsdienst flevoland en gooi en vechtstreek": "omgevingsdienst-fgv",
    "ofgv": "omgevingsdienst-fgv",
    "gemeenschappelijke gezondheidsdienst flevoland": "ggd-flevoland",
    "gemeentelijke gezondheidsdienst flevoland": "ggd-flevoland",
    "flevolands archief": "het-flevolands-archief",
    "provincie friesland": "provincie-fryslan",
    "waterschap fryslan": "waterschap-fryslan",
    "wdodelta": "waterschap-wdodelta",
    "hhnk": "waterschap-hhnk",
    "waterschap hoogheemraadschap hollands noorderkwartier": "waterschap-hhnk",
    "waterschap wetterskip fryslan": "waterschap-fryslan",
}
_OP_ID = MappingProxyType({lichaam.id: lichaam for lichaam in LICHAMEN})


def _namen() -> dict[str, Lichaam]:
    """Every name by which a body is found. Alone, a name is a gemeente or a waterschap: some provinces share theirs."""
    kaal = {
        sleutel(lichaam.naam.split(" ", 1)[1]): lichaam
        for soort in (_WATERSCHAPPEN, _VOORMALIG, _GEMEENTEN)
        for lichaam in soort
        if lichaam.id != "waterschap-fryslan"  # alone, Fryslân is the province
    }
    return {**kaal, **{n: _OP_ID[i] for n, i in _OOK_WEL.items()}, **{sleutel(x.naam): x for x in LICHAMEN}}


_OP_NAAM = MappingProxyType(_namen())
