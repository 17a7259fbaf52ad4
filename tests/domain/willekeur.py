"""Random commands of the right shape: built from the models themselves, with ids that exist and ids that don't."""

import types
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from verhaal import REGLEMENT, overbrenger, spreker

from domain.basis import Afzender, Functie
from domain.bevoegdheidstabel import TABEL
from domain.opdracht import OPDRACHTEN
from domain.stand import Stand

FUNCTIES: tuple[str, ...] = get_args(Functie)
TEKSTEN = ("kort", "regel een\nregel twee", "é€𝄞", "x" * 300, "  spaties  ")
UITKOMSTEN = tuple(
    dict.fromkeys(
        (
            *("", "onzin"),
            *(u for s in REGLEMENT.stappen for u in s.uitkomsten),
            *REGLEMENT.uitkomsten_gs.alle,
            *REGLEMENT.uitkomsten_ps.alle,
            *(k for b in REGLEMENT.besluitsoorten for k in b.keuzes),
        )
    )
)
CODES = (*(v.code for v in REGLEMENT.organiseervormen), *(b.code for b in REGLEMENT.besluitsoorten), "ONBEKEND")
DUREN = ("20wd", "1d", "8w", "3m", "1j", "9999wd", "9999d", "9999j", "7900j")
GETALLEN = (Decimal("0"), Decimal("-12.345678"), Decimal("1E+5"), Decimal("99999999999999.999999"), Decimal("-0"))
TABELLEN = {
    "rechtsmiddel": "rechtsmiddelen",
    "termijn": "termijnen",
    "bijsturing": "bijsturingen",
    "escalatie": "escalaties",
    "inbreng": "inbreng",
    "vervanging": "vervangingen",
    "vastlegging": "vastleggingen",
    "over": "stappen",
    "traject": "trajecten",
    "pilot": "pilots",
    "pilots": "pilots",
    "volgt_op": "pilots",
    "stap": "stappen",
    "verzoek": "verzoeken",
    "partner": "partners",
    "gaat_over_in": "partners",
    "deelnemers": "partners",
    "aan": "partners",
    "trekker": "partners",
    "afspraak": "afspraken",
    "signaal": "signalen",
    "les": "lessen",
    "evaluatie": "evaluaties",
    "notitie": "notities",
    "overheden": "partners",
    "overheid": "partners",
    "tafel": "tafels",
    "intake": "intakes",
    "verandering": "veranderingen",
    "review": "reviews",
    "partij": "verbonden",
    "verhaal": "verhalen",
    "leeractie": "leeracties",
    "onderschreven_door": "partners",
}
KEUZEN: dict[str, tuple[Any, ...]] = {
    "uitkomst": UITKOMSTEN,
    "resultaat": UITKOMSTEN,
    "code": CODES,
    "trede": ("", "T-10", "T", "T+5"),
    "passeer": tuple(p.code for p in REGLEMENT.poorten),
    "reglement": ("r2026_1", "r2031_1"),
    "orgaan": ("GS", "PS", "statencommissie", "bestuurlijke_conferentie", "rijk", "gemeente-dronten"),
    "fractie": tuple(naam for naam, _ in REGLEMENT.zetels[0].fracties),
    "vervolg": (None, "FL-2027-01"),
    "opgave": ("FL-2020-01", "FL-2020-02"),
    "andere": ("FL-2020-02", "FL-2020-03"),
    "buur": ("FL-2020-01", "FL-2020-02"),
    "agenda": ("AGENDA-FLEVOLAND",),
    "opvolger": ("AGENDA-2031", "FL-2020-01"),
    "periode": ("2025-1", "2025-2", "2026-1", "2031-2"),
    "nieuw": ("FL-2027-02",),
    "gaat_op_in": ("FL-2027-03",),
    "in_opgave": ("FL-2027-03",),
    "van_opgave": ("FL-2020-01",),
    "sha256": (None, "a" * 64),
}
_SCOORT = ("provincie", "gemeente-dronten", "gemeente-urk")
EIGEN: dict[tuple[str, str], tuple[Any, ...]] = {
    ("VraagPartner", "termijn"): DUREN,
    ("StartIntake", "termijn"): DUREN,
    ("WijzigWerkwijze", "termijn"): ("", "T18", "T01", "H17", "T20", "H10"),
    ("WijzigWerkwijze", "duur"): ("", "1d", "3wd", "gauw", "9999j"),
    ("WijzigWerkwijze", "les"): ("FL-2020-01/L1", "L1"),
    ("OntvangDelen", "van"): ("FL-2020-01", "FL-2020-02"),
    ("OntvangDelen", "bron"): (1, 7),
    ("Meegave", "kaders"): ((),),
    ("Meegave", "lessen"): ((),),
    ("BeantwoordLesaanbod", "les"): ("FL-2020-01/L1", "FL-2020-02/L1"),
    ("Huistermijn", "termijn"): ("T18", "T01", "H10", "H14", "T22", "H17"),
    ("Huistermijn", "duur"): ("1d", "3wd", "4w", "gauw", "9999j"),
    ("MeldAgendaplek", "bron"): (1, 2, 3, 9),
    ("MeldRaakvlak", "bron"): (1, 2, 3, 9),
    ("MeldBuurwijziging", "bron"): (1, 2, 3, 9),
    ("ScoorSpelniveau", "van"): _SCOORT,
    ("ScoorSpelniveau", "over"): _SCOORT,
    **{("Niveaus", laag): (0, 1, 2, 4, 5) for laag in ("volksvertegenwoordiging", "bestuur", "ambtelijk")},
}
"""Fields that mean something else in one command: a length, where the others name a term."""


def _een(worp: Random, keuzen: Sequence[Any]) -> Any:
    return keuzen[worp.randrange(len(keuzen))]


def ids(stand: Stand, veld: str) -> tuple[str, ...]:
    """Ids that fit a field: those in its table, or all of them where the field can point at anything."""
    if veld == "vastlegging":
        return tuple(v.id for v in stand.vastleggingen.values())
    if veld in TABELLEN:
        return tuple(getattr(stand, TABELLEN[veld]))
    tabellen = {*TABELLEN.values()}
    return tuple(id_ for tabel in sorted(tabellen) for id_ in getattr(stand, tabel))


def afzender(worp: Random, stand: Stand, soort: str) -> Afzender:
    """Mostly someone who may give this command; sometimes anyone at all, and not always surely known."""
    mag = sorted(TABEL.get(soort, ()))
    functie = _een(worp, (*mag * 5, *FUNCTIES))
    namens = _een(worp, (*stand.partners, "onbekende-partner")) if functie == "partner" else "provincie"
    zekerheid = _een(worp, ("oidc", "oidc", "link", "opgegeven"))
    return spreker(functie, namens).door.met(zekerheid=zekerheid)


def overgebracht(worp: Random, inhoud: dict[str, Any]) -> Afzender:
    """Mostly the life that has something to say, surely known; sometimes another."""
    return overbrenger.zeg(inhoud if worp.random() < 0.9 else {}).door


def inhoud(worp: Random, stand: Stand, vandaag: date, soort: str) -> dict[str, Any]:
    """The content of one command of this kind."""
    if soort == "Bevestig":
        ander = _een(worp, sorted(set(OPDRACHTEN) - {"Bevestig"}))
        binnen = inhoud(worp, stand, vandaag, ander)
        return {"soort": soort, "notitie": _id(worp, stand, "notitie"), "opdracht": binnen}
    return _model(worp, stand, vandaag, OPDRACHTEN[soort])


def _model(worp: Random, stand: Stand, vandaag: date, model: type[BaseModel]) -> dict[str, Any]:
    if model.__name__ == "Stijl":
        return {"hierarchie": 20, "netwerk": 50, "markt": 30}
    velden = {}
    for naam, veld in model.model_fields.items():
        if naam == "soort" and model in OPDRACHTEN.values():
            velden[naam] = veld.default
        elif (model.__name__, naam) in EIGEN:
            velden[naam] = _een(worp, EIGEN[model.__name__, naam])
        elif veld.is_required() or worp.random() < 0.5:
            soort = Annotated[veld.annotation, *veld.metadata] if veld.metadata else veld.annotation
            velden[naam] = _waarde(worp, stand, vandaag, naam, soort)
    return velden


def _id(worp: Random, stand: Stand, veld: str) -> str:
    bestaand = ids(stand, veld)
    nieuw = ("nieuw", "V1", "P2", "reflectie-2", "x" * 32, "gemeente-urk", "provincie", "GS", "jurist", "afsluiting")
    return _een(worp, (*bestaand * 3, *nieuw) if bestaand else nieuw)


def _waarde(worp: Random, stand: Stand, vandaag: date, naam: str, soort: Any) -> Any:
    vorm, delen = get_origin(soort), get_args(soort)
    if vorm is Annotated:
        return _waarde(worp, stand, vandaag, naam, delen[0])
    if vorm in (Union, types.UnionType):
        keuze = _een(worp, delen)
        return None if keuze is type(None) else _waarde(worp, stand, vandaag, naam, keuze)
    if vorm is tuple:
        return _rij(worp, stand, vandaag, naam, delen)
    if vorm is Literal:
        return _een(worp, delen)
    if isinstance(soort, type) and issubclass(soort, BaseModel):
        return _model(worp, stand, vandaag, soort)
    return _kaal(worp, stand, vandaag, naam, soort)


def _rij(worp: Random, stand: Stand, vandaag: date, naam: str, delen: tuple[Any, ...]) -> list[Any]:
    if delen[-1] is not Ellipsis:
        return [_waarde(worp, stand, vandaag, naam, d) for d in delen]
    hoeveel = worp.choice((0, 1, 1, 2, 3))
    return [_waarde(worp, stand, vandaag, naam, delen[0]) for _ in range(hoeveel)]


def _kaal(worp: Random, stand: Stand, vandaag: date, naam: str, soort: Any) -> Any:
    if soort is bool:
        return worp.random() < 0.5
    if soort is int:
        return _een(worp, (0, 1, 2, 3, 21, 41, 10**9))
    if soort is Decimal:
        return _een(worp, GETALLEN)
    if soort is date:
        verte = _een(worp, (0, 1, 7, 30, 200, 400, -1, -30, None, "eerst", "laatst"))
        ver = {None: None, "eerst": date(1900, 1, 1), "laatst": date(2999, 12, 31)}
        return vandaag + timedelta(days=verte) if isinstance(verte, int) else ver[verte] or vandaag
    if isinstance(soort, type) and issubclass(soort, Enum):
        return _een(worp, list(soort))
    if naam in KEUZEN:
        return _een(worp, KEUZEN[naam])
    if naam == "nr":
        return "M1"
    if naam in TABELLEN or naam in ("wie", "bron", "betreft", "naar"):
        return _id(worp, stand, naam)
    return _een(worp, TEKSTEN)
