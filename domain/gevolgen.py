"""What must happen outside because of a fact: who hears it, what is put before whom, what is made public."""

from collections.abc import Callable
from typing import Any

from domain import (
    gevolgen_agenda,
    gevolgen_besluiten,
    gevolgen_herinneringen,
    gevolgen_leren,
    gevolgen_samen,
    gevolgen_splitsing,
    gevolgen_verzoeken,
)
from domain.basis import is_agenda
from domain.berichten import BETROKKEN, maak_bericht, meld
from domain.feit import Feit
from domain.gevolg import Adres, Gevolg
from domain.rol import ontleed
from domain.stand import Stand
from domain.woorden import datum, gewoon

BUREAU = {
    "GS": "bestuurssecretariaat",
    "PS": "griffier",
    "statencommissie": "griffier",
    "ondertekenaars": "bestuurssecretariaat",
    "provincie": "bestuurssecretariaat",
    "kroon": "bestuurssecretariaat",
    "rijk": "bestuurssecretariaat",
    "bestuurlijke_conferentie": "bestuurssecretariaat",
    "jurist": "jurist",
    "notaris": "notaris",
}
"""The function that receives the post of each body."""

FUNCTIES = (
    "opgavemanager",
    "portefeuillehouder",
    "ambtelijk_opdrachtgever",
    "provinciesecretaris",
    "bestuurssecretariaat",
    "griffier",
    "jurist",
    "controller",
    "evaluator",
    "notaris",
    "accounthouder",
    "brigadelid",
)


def gevolgen(feit: Feit) -> tuple[Gevolg, ...]:
    """The effects of a fact, in a fixed order; most facts have none."""
    regels = _ALLE.get(feit.inhoud.soort, ())
    return tuple(gevolg for regel in regels for gevolg in regel(feit, feit.inhoud))


def adressen(stand: Stand, rol: str) -> tuple[Adres, ...]:
    """The functions behind a role: a function, body or partner id, or `partners`, `trekker`, `betrokkenen`, ...

    `gemeente-dronten:bestuurder` is a function at that partner.
    `ps_bij_majeur_thema` is the griffier when PS want to be informed at each gate (S1-11), and nobody otherwise.

    What is not known as any of these goes to the opgavemanager, so that no message is lost.
    """
    match rol:
        case "partners":
            return tuple(Adres(functie="partner", organisatie=p.id) for p in stand.partners.values() if p.doet_mee)
        case "trekker":
            trekker = stand.leven.trekker
            return adressen(stand, trekker if trekker in stand.partners else "opgavemanager")
        case "ps_bij_majeur_thema":
            return (Adres(functie="griffier"),) if stand.leven.majeur_thema else ()
        case "betrokkenen":
            return (*(Adres(functie=f) for f in BETROKKEN), *adressen(stand, "partners"))
        case _ if rol in stand.partners:
            return (Adres(functie="partner", organisatie=rol),)
        case _ if (plek := ontleed(rol)) and plek.partner in stand.partners:
            return (Adres(functie=plek.functie, organisatie=plek.partner),)
        case _:
            functie = BUREAU.get(rol, rol)
            return (Adres(functie=functie if functie in FUNCTIES else "opgavemanager"),)


def _gestart(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return (
        maak_bericht(
            feit, "Nieuwe opgave", *BETROKKEN, vraag="Kijk of u de juiste persoon bent en wat u kunt bijdragen."
        ),
    )


def _afspraak(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return (maak_bericht(feit, f"Afspraak: {f.tekst}"[:120], f.wie, vraag=f.tekst, uiterlijk=f.uiterlijk),)


def _signaal(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    ernstig = ("bestuurssecretariaat", "controller", "griffier") if f.ernst == 3 else ()
    vraag = "Vang dit signaal op en besluit of u ingrijpt."
    return (maak_bericht(feit, f"Signaal met ernst {f.ernst}", "ambtelijk_opdrachtgever", *ernstig, vraag=vraag),)


def _uitgetreden(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    if f.gaat_naar:
        onderwerp = f"{f.partner} gaat mee naar {f.gaat_naar}"[:120]
        return (maak_bericht(feit, onderwerp, "opgavemanager", "portefeuillehouder", f.partner),)
    vraag = "Wijs een nieuwe trekker aan." if f.trekker_nodig else "Bekijk de open toezeggingen en het geld."
    return (
        maak_bericht(
            feit, f"{f.partner} treedt uit"[:120], "opgavemanager", "portefeuillehouder", f.partner, vraag=vraag
        ),
    )


def _overgedragen(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    posten = tuple(f"{p.omschrijving} (uiterlijk {datum(p.uiterlijk)})" for p in f.posten)
    return (maak_bericht(feit, f"Overdracht van {gewoon(f.functie)}", f.functie, meer=posten),)


def _waarbij(feit: Feit) -> str:
    return "regionale agenda" if is_agenda(feit.opgave) else "opgave"


def _wat(feit: Feit) -> str:
    return "agenda" if is_agenda(feit.opgave) else "opgave"


_REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "OpgaveGestart": _gestart,
    "FaseBegonnen": meld("Nieuwe fase", "opgavemanager", "portefeuillehouder", "partners", "ps_bij_majeur_thema"),
    "PoortGepasseerd": meld("Poort gepasseerd", "portefeuillehouder", "griffier"),
    "OpgaveGepauzeerd": lambda feit, f: (maak_bericht(feit, f"{_wat(feit)} gepauzeerd".capitalize(), "betrokkenen"),),
    "OpgaveHervat": lambda feit, f: (maak_bericht(feit, f"{_wat(feit)} gaat verder".capitalize(), "betrokkenen"),),
    "OpgaveIngetrokken": meld("Opgave ingetrokken", "betrokkenen"),
    "OpgaveAfgesloten": meld("Opgave afgerond", "betrokkenen"),
    "TrekkerAangewezen": meld("Nieuwe trekker", "trekker", "portefeuillehouder"),
    "Overgedragen": _overgedragen,
    "PartnerToegetreden": lambda feit, f: (maak_bericht(feit, f"Welkom bij de {_waarbij(feit)}", f.partner),),
    "PartnerUitgetreden": _uitgetreden,
    "PartnerGegaanIn": lambda feit, f: (maak_bericht(feit, "Fusie van partners", f.gaat_over_in, "opgavemanager"),),
    "OrganiseervormGekozen": meld("Organiseervorm gekozen", "opgavemanager", "partners"),
    "VormInWerking": meld("Organiseervorm werkt", "betrokkenen"),
    "VormWijzigingGestart": meld("Wijziging van de vorm begonnen", "opgavemanager", "partners"),
    "VormtrajectBeeindigd": meld("Vormtraject beeindigd", "opgavemanager", "partners"),
    "PilotGestart": meld("Pilot gestart", "betrokkenen"),
    "PilotafspraakGewijzigd": meld("Afspraken van de pilot gewijzigd", "betrokkenen"),
    "PilotOpgeschort": meld("Pilot opgeschort", "betrokkenen"),
    "PilotHervat": meld("Pilot gaat verder", "betrokkenen"),
    "PilotGestopt": meld("Pilot gestopt", "betrokkenen"),
    "PilotAfgerond": meld("Pilot afgerond", "betrokkenen"),
    "EvaluatieOpgesteld": meld(
        "Evaluatie klaar", "opgavemanager", "bestuurssecretariaat", "partners", "ps_bij_majeur_thema"
    ),
    "VervolgBepaald": meld("Vervolg bepaald", "betrokkenen"),
    "AfspraakGemaakt": _afspraak,
    "SignaalGemeld": _signaal,
    "SignaalGesloten": meld("Signaal gesloten", "opgavemanager"),
    **gevolgen_besluiten.REGELS,
    **gevolgen_herinneringen.REGELS,
    **gevolgen_verzoeken.REGELS,
}

_DELEN = (
    *(_REGELS, gevolgen_agenda.REGELS, gevolgen_samen.REGELS, gevolgen_leren.REGELS),
    gevolgen_splitsing.REGELS,
)
"""Several modules may say something about one fact: their effects follow each other in this order."""
_ALLE = {
    soort: tuple(deel[soort] for deel in _DELEN if soort in deel)
    for soort in dict.fromkeys(soort for deel in _DELEN for soort in deel)
}
