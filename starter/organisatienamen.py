"""Which organisation a name in a list means: a public body that is known, or another of which the kind is guessed."""

import hashlib
import re

from domain.basis import GERESERVEERD
from domain.kalender import dagtekst
from domain.taal.partners import Partnertype
from domain.tooi import LICHAMEN, Lichaam, met_id, sleutel, vind
from register.organisaties import Organisatie

LANGSTE_ID, LANGSTE_NAAM = 32, 200
_SOORTEN: tuple[tuple[str, Partnertype], ...] = (
    (r"gemeente\b", "gemeente"),
    (r"provincie\b", "provincie"),
    (r"(waterschap|hoogheemraadschap|wetterskip)\b", "waterschap"),
    (r"(ministerie|rijkswaterstaat|staatsbosbeheer)\b", "rijk"),
    (r"(stichting|vereniging)\b", "maatschappelijke_organisatie"),
    (r".*(universiteit|hogeschool)\b", "kennisinstelling"),
    (r".*\b(b v|bv|n v|nv)$", "bedrijf"),
)
_BEKENDE_NAMEN = tuple({sleutel(lichaam.naam.removeprefix("gemeente ")): lichaam.naam for lichaam in LICHAMEN}.items())


class Onbruikbaar(Exception):
    """This line of a list can't be trusted at all; the text says why, in Dutch."""


def herken(naam: str, bron: str) -> tuple[Organisatie, tuple[str, ...]]:
    """The organisation, and what to look at again. Raises Onbruikbaar for what is probably a typing error."""
    lichaam = vind(naam)
    if lichaam:
        return van_lichaam(lichaam, bron), _voormalig(lichaam)
    if lijkt := _verschrijving(sleutel(naam).removeprefix("gemeente ")):
        raise Onbruikbaar(f"deelnemer: '{naam}' kennen we niet; bedoelt u {lijkt}?")
    id_ = _id(sleutel(naam))
    if bekend := met_id(id_):
        return van_lichaam(bekend, bron), _voormalig(bekend)
    if len(naam) > LANGSTE_NAAM:
        raise Onbruikbaar(f"deelnemer: dit is te lang: hoogstens {LANGSTE_NAAM} tekens")
    if id_ in {gereserveerd.lower() for gereserveerd in GERESERVEERD}:
        raise Onbruikbaar(f"deelnemer: '{naam}' is een woord dat al iets anders betekent")
    type_ = _type(sleutel(naam))
    return Organisatie(id_, naam, type_, "", bron), (_onbekend(type_),)


def _verschrijving(kort: str) -> str:
    """The known body whose name differs by one letter, or two that changed places; short names are too much alike."""
    namen = (naam for bekend, naam in _BEKENDE_NAMEN if min(len(kort), len(bekend)) >= 5 and _scheelt_een(kort, bekend))
    return next(namen, "")


def _scheelt_een(een: str, ander: str) -> bool:
    gelijk = next((i for i, (a, b) in enumerate(zip(een, ander, strict=False)) if a != b), min(len(een), len(ander)))
    if gelijk == 0:
        return False
    a, b = een[gelijk:], ander[gelijk:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def van_lichaam(lichaam: Lichaam, bron: str) -> Organisatie:
    """A public body as an organisation of the register."""
    return Organisatie(lichaam.id, lichaam.naam, lichaam.type, lichaam.tooi, bron)


def _voormalig(lichaam: Lichaam) -> tuple[str, ...]:
    opvolger = met_id(lichaam.opgegaan_in)
    if lichaam.tot is None or opvolger is None:
        return ()
    zin = f"{lichaam.naam} bestaat niet meer sinds {dagtekst(lichaam.tot)} en ging op in {opvolger.naam}"
    return (f"{zin} ({opvolger.id}); bewaard onder de oude naam, ga na of de opvolger meedoet",)


def _type(kort: str) -> Partnertype:
    return next((type_ for patroon, type_ in _SOORTEN if re.match(patroon, kort)), "overig")


def _onbekend(type_: Partnertype) -> str:
    match type_:
        case "gemeente" | "provincie" | "waterschap" | "rijk":
            return f"dit lijkt een overheid ({type_}) waarvan we het TOOI-id niet kennen; dat blijft leeg"
        case "overig":
            return "deze organisatie kennen we niet: soort 'overig', zonder TOOI-id; kijk dit na"
        case _:
            return f"dit is geen gemeente, provincie of waterschap: soort '{type_}', zonder TOOI-id"


def _id(kort: str) -> str:
    """A slug of the name that fits an id; of a long name a beginning that stays apart from others."""
    slug = kort.replace(" ", "-")
    if len(slug) <= LANGSTE_ID:
        return slug
    return f"{slug[: LANGSTE_ID - 7].rstrip('-')}-{hashlib.sha256(kort.encode()).hexdigest()[:6]}"
