"""Sentences of facts about the agenda and the place of an opgave on it."""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from domain.duur import Duur
from domain.woorden import datum, gewoon, orgaan, tel, zin


def halfjaar(code: str) -> str:
    """A half year in words: `2027-1` is the first half of 2027."""
    jaar, _, deel = code.partition("-")
    return f"{'eerste' if deel == '1' else 'tweede'} half jaar van {jaar}"


def _gezet(f: Any) -> str:
    wanneer = f"het {halfjaar(f.periode)}, horizon {f.horizon}, rijpheid {f.rijpheid}"
    return f"De opgave {f.opgave} '{f.titel}' staat op de agenda: {wanneer}. Reden: {zin(f.reden)}"


def _verplaatst(f: Any) -> str:
    delen = (
        f"naar het {halfjaar(f.periode)}" if f.periode else "",
        f"horizon {f.horizon}" if f.horizon else "",
        f"rijpheid {f.rijpheid}" if f.rijpheid else "",
    )
    nieuw = ", ".join(deel for deel in delen if deel)
    return f"De opgave {f.opgave} is verplaatst op de agenda: {nieuw}. Reden: {zin(f.reden)}"


def _document(f: Any) -> str:
    soort = "het koersdocument" if f.documentsoort == "koersdocument" else "het kader"
    return f"{f.vaststeller} stelde versie {f.versie} vast van {soort} '{f.titel}'."


def _gevraagd(f: Any) -> str:
    wie = ", ".join(orgaan(o) for o in f.overheden)
    return f"Gevraagd om versie {f.versie} van de agenda vast te stellen, uiterlijk {datum(f.uiterlijk)}: {wie}."


def _vastgesteld(f: Any) -> str:
    wat = f"over versie {f.versie} van de agenda ({f.orgaan}): {gewoon(f.besluit)}."
    telt = "Het telt als een ander het bevestigt."
    if f.per_link:
        kern = f"{orgaan(f.overheid)} meldde per link een besluit {wat} {telt}"
    elif f.wacht:
        kern = f"{orgaan(f.overheid)} besloot{f' (per {f.kanaal} gehoord)' if f.kanaal else ''} {wat} {telt}"
    else:
        kern = f"{orgaan(f.overheid)} besloot {wat}"
    meer = ("Niemand had erom gevraagd." if f.ongevraagd else "", zin(f.toelichting) if f.toelichting else "")
    anders = f"Dit verbetert wat eerder is vastgelegd: {zin(f.verbetering)}" if f.verbetering else ""
    return " ".join(deel for deel in (kern, *meer, anders) if deel)


def _conferentie(f: Any) -> str:
    wie = f"{tel(len(f.deelnemers), 'deelnemer', 'deelnemers')}, onderschreven door {len(f.onderschreven_door)}"
    return f"De {gewoon(f.conferentiesoort)} '{f.titel}' is gehouden: {wie}. Afspraken: {len(f.afspraken)}."


def _herijkt(f: Any) -> str:
    kern = f"De agenda is herijkt ({f.nummer}) en heet nu versie {f.versie}: {zin(f.conclusie)}"
    return f"{kern} Waarom al binnen een half jaar: {zin(f.reden)}" if f.reden else kern


def _werkwijze(f: Any) -> str:
    if f.ingetrokken:
        wat = f"termijn {f.termijn} wordt weer {_lang(f.duur)}" if f.termijn else f"deze vraag vervalt: {zin(f.vraag)}"
        einde = "" if f.vraag else "."
        return f"Wijziging {f.wijziging} van les {f.les} is ingetrokken; {wat}{einde} Reden: {zin(f.reden)}"
    if f.termijn:
        naam = f" '{f.termijnnaam}'" if f.termijnnaam else ""
        was = f"was {_lang(f.was)}, wordt {_lang(f.duur)}"
        return f"Les {f.les} verandert termijn {f.termijn}{naam} ({was}): {zin(f.reden)}"
    return f"Les {f.les} zet een vraag op de checklist van fase {f.fase}: {zin(f.vraag)} Reden: {zin(f.reden)}"


def _lang(duur: str) -> str:
    """The length of a term in words: `3wd` is 3 werkdagen."""
    try:
        return Duur.lees(duur).voluit
    except ValidationError:
        return duur


def _gesloten(f: Any) -> str:
    verder = f" Zij gaat verder als {f.opvolger}." if f.opvolger else ""
    nog = f" Nog open: {'; '.join(f.open)}." if f.open else ""
    return f"De agenda is gesloten: {zin(f.reden)}{verder}{nog}"


def _plek(f: Any) -> str:
    ook = f" Let op: zij staat ook op {' en '.join(f.ook_op)}. Haal haar van een van beide." if f.ook_op else ""
    return f"{_plek_kern(f)}{ook}"


def _plek_kern(f: Any) -> str:
    if not f.op_agenda:
        return f"Deze opgave staat niet meer op de agenda {f.agenda}."
    documenten = ", ".join(f"{d.titel} (versie {d.versie})" for d in f.documenten) or "nog geen"
    kern = f"Deze opgave staat op de agenda {f.agenda}. Documenten die gelden: {documenten}."
    lessen = len(f.termijnen) + len(f.checklist)
    return f"{kern} Wijzigingen in de werkwijze uit lessen: {lessen}." if lessen else kern


def _buur(f: Any) -> str:
    if f.verbroken:
        return f"Deze opgave raakt {f.buur} niet meer: {zin(f.omschrijving or 'het raakvlak is verbroken')}"
    return f"Deze opgave raakt {f.buur}: {zin(f.omschrijving or 'het raakvlak is vastgelegd')}"


ZINNEN: dict[str, Callable[[Any], str]] = {
    "AgendaGestart": lambda f: (
        f"De regionale agenda '{f.titel}' voor {f.gebied} begint en loopt van {datum(f.van)} tot en met {datum(f.tot)}."
    ),
    "OpAgendaGezet": _gezet,
    "OpAgendaVerplaatst": _verplaatst,
    "OpgaveGeparkeerd": lambda f: f"De opgave {f.opgave} is geparkeerd: {zin(f.reden)}",
    "OpgaveTeruggehaald": lambda f: (
        f"De opgave {f.opgave} is terug op de agenda, in het {halfjaar(f.periode)}: {zin(f.reden)}"
    ),
    "OpgaveAfgevoerd": lambda f: f"De opgave {f.opgave} is van de agenda afgevoerd: {zin(f.reden)}",
    "RaakvlakVastgelegd": lambda f: f"De opgaven {f.opgave} en {f.andere} raken elkaar: {zin(f.omschrijving)}",
    "RaakvlakVerbroken": lambda f: f"De opgaven {f.opgave} en {f.andere} raken elkaar niet meer: {zin(f.reden)}",
    "DocumentVastgesteld": _document,
    "VaststellingGevraagd": _gevraagd,
    "AgendaVastgesteld": _vastgesteld,
    "ConferentieGehouden": _conferentie,
    "HerijkingVoorbereid": lambda f: (
        f"Het rapport voor herijking {f.nummer} is er: {f.stuk.titel}. "
        f"Het beschrijft {tel(f.opgaven, 'opgave', 'opgaven')}."
    ),
    "AgendaHerijkt": _herijkt,
    "WerkwijzeGewijzigd": _werkwijze,
    "AgendaGesloten": _gesloten,
    "AgendaplekGewijzigd": _plek,
    "BuurGemeld": _buur,
    "BuurGewijzigd": lambda f: f"In buuropgave {f.buur} veranderde iets op {datum(f.op)}: {zin(f.wat)}",
}
