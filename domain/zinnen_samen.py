"""Sentences of facts about working together. What one organisation thinks of another is never told here."""

from collections.abc import Callable
from typing import Any

from domain.namenswoorden import erbij
from domain.woorden import datum, gewoon, orgaan, zin
from domain.zinnen_partners import wie

_GEVOLG = {
    "geen": "geen gevolgen",
    "bijsturen": "gevolgen: we moeten bijsturen",
    "herzien": "grote gevolgen: we moeten de opgave herzien",
}
_OORDEEL = {"ja": "ja", "ja_mits": "ja, mits", "nee": "nee"}


def _de(tafelsoort: str) -> str:
    return f"{'Het' if tafelsoort == 'subsidieloket' else 'De'} {gewoon(tafelsoort)}"


def _bijeen(f: Any) -> str:
    inhoud = sum(o.minuten for o in f.onderwerpen if o.over == "inhoud")
    structuur = sum(o.minuten for o in f.onderwerpen if o.over == "structuur")
    tijd = f" Over de inhoud: {inhoud} minuten, over structuur: {structuur} minuten." if f.onderwerpen else ""
    opbrengst = f" De opbrengst: {zin(f.opbrengst)}" if f.opbrengst else ""
    return f"Tafel {f.tafel} kwam bijeen.{tijd}{opbrengst}"


def _intake(f: Any) -> str:
    wie = ", ".join(orgaan(o) for o in f.overheden)
    return f"Het initiatief van {f.initiatiefnemer} ligt tegelijk voor aan {wie} (intake {f.intake}): {zin(f.vraag)}"


def _beoordeeld(f: Any) -> str:
    mits = f" Voorwaarden: {'; '.join(f.voorwaarden)}." if f.voorwaarden else ""
    zegt = f"{orgaan(f.overheid)}{erbij(f.kanaal, f.stuk)} zegt op intake {f.intake}: {_OORDEEL[f.oordeel]}"
    return f"{zegt}. Toelichting: {zin(f.toelichting)}{mits}"


def _beantwoord(f: Any) -> str:
    zonder = f" Niet langer gewacht is op: {', '.join(orgaan(o) for o in f.zonder)}." if f.zonder else ""
    anders = ", ".join(f"{orgaan(a.overheid)} ({_OORDEEL[a.oordeel]})" for a in f.afwijkend)
    tegen = f" Anders oordeelde: {anders}." if anders else ""
    reden = f" De reden: {zin(f.reden)}" if f.reden else ""
    wat = f"verbeterde antwoord, in de plaats van dat van {datum(f.verbetert)}," if f.verbetert else "antwoord"
    return f"Het gezamenlijke {wat} op intake {f.intake} is: {_OORDEEL[f.oordeel]}.{zonder}{tegen}{reden}"


def _accounthouder(f: Any) -> str:
    zonder = " Er is niets overgedragen." if f.zonder_overdracht else ""
    return f"De verbonden partij {f.partij} heeft een {'andere' if f.van else 'eigen'} accounthouder.{zonder}"


ZINNEN: dict[str, Callable[[Any], str]] = {
    "TafelGeopend": lambda f: (
        f"{_de(f.inhoud.tafelsoort)} '{f.inhoud.naam}' is geopend. De trekker is {wie(f.inhoud.trekker)}."
    ),
    "TafelGewijzigd": lambda f: f"{_de(f.inhoud.tafelsoort)} '{f.inhoud.naam}' is gewijzigd: {zin(f.reden)}",
    "TafelBijeengekomen": _bijeen,
    "TafelGesloten": lambda f: f"Tafel {f.tafel} is gesloten: {zin(f.reden)}",
    "IntakeGestart": _intake,
    "IntakeBeoordeeld": _beoordeeld,
    "IntakeBeantwoord": _beantwoord,
    "VeranderingGemeld": lambda f: (
        f"Van buiten verandert iets ({gewoon(f.veranderingsoort)}, {f.verandering}): {zin(f.omschrijving)}"
    ),
    "ImpactBeantwoord": lambda f: (
        f"Volgens de {gewoon(f.functie)} heeft verandering {f.verandering} {_GEVOLG[f.gevolg]}. "
        f"Toelichting: {zin(f.toelichting)}"
    ),
    "ReviewGestart": lambda f: (
        f"De {gewoon(f.door)} begint een review van de samenwerking ({f.review}): {zin(f.vraag)}"
    ),
    "ReviewAfgerond": lambda f: (
        f"Review {f.review} is afgerond: {zin(f.bevinding)} De aanbeveling: {zin(f.aanbeveling)}"
    ),
    "VerbondenPartijVastgelegd": lambda f: f"De gegevens van de verbonden partij {f.inhoud.naam} zijn vastgelegd.",
    "WaaromBeantwoord": lambda f: f"Beantwoord is waarom we samenwerken met de verbonden partij {f.partij}.",
    "AccounthouderAangewezen": _accounthouder,
    "VerbondenheidBeeindigd": lambda f: f"{f.partij} is geen verbonden partij meer: {zin(f.reden)}",
    "SpelniveauGescoord": lambda f: (
        f"{orgaan(f.van)} gaf een spelniveau voor {'zichzelf' if f.van == f.over else orgaan(f.over)} "
        f"(meting {f.meting})."
    ),
    "SpeldoelGesteld": lambda f: (
        f"Het doel is spelniveau {f.doel}: {zin(f.afspraak)} We meten opnieuw op {datum(f.meten_op)}."
    ),
}
