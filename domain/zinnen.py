"""One plain Dutch sentence per fact, for timelines, mails and lists. Words only; nothing is decided here."""

from collections.abc import Callable
from typing import Any

from domain import zinnen_agenda, zinnen_besluiten, zinnen_leren, zinnen_partners, zinnen_samen, zinnen_splitsing
from domain.basis import Fase, is_agenda
from domain.feit import Feit
from domain.leesbaar import leesbaar
from domain.woorden import datum, euro, gewoon, orgaan, tel, zin
from domain.zinnen_bladen import vertel_blad
from domain.zinnen_partners import wie


def vertel(feit: Feit) -> str:
    """What happened, in one plain Dutch sentence. Partners appear by their id; see `met_namen`."""
    soort = feit.inhoud.soort
    zin = ZINNEN[soort](feit.inhoud)
    if soort in OOK_VAN_EEN_AGENDA and is_agenda(feit.opgave):
        zin = "De agenda" + zin.removeprefix("De opgave")
    if soort == "PartnerToegetreden" and is_agenda(feit.opgave):
        zin = zin.replace(" doet mee als ", " doet mee aan de regionale agenda als ")
    zin = zin[:1].upper() + zin[1:]
    return f"{zin} (later vastgelegd)" if feit.laat_vastgelegd else zin


def _fase(f: Any) -> str:
    naam = f"fase {f.fase} {Fase(f.fase).naam}"
    waarom = f": {f.reden}" if f.reden else ""
    match f.richting:
        case "terug":
            return f"De opgave keert terug naar {naam}{waarom}."
        case "overgeslagen":
            return f"De opgave gaat naar {naam} en slaat de pilot over{waarom}."
        case _:
            return f"De opgave gaat naar {naam}{waarom}."


def _geld(f: Any) -> str:
    return f"Geboekt als {f.geldsoort}: {euro(f.bedrag)} door {orgaan(f.bron)} ({f.referentie})."


def _uittreding(f: Any) -> str:
    if f.gaat_naar:
        return f"{f.partner} gaat mee naar {f.gaat_naar} en doet hier niet meer mee. {zin(f.reden)}"
    open_ = len(f.toezeggingen)
    return f"{f.partner} treedt uit: {zin(f.reden)} Open toezeggingen: {open_}. Toegezegd: {euro(f.toegezegd)}."


def _ingetrokken(f: Any) -> str:
    if f.gaat_naar:
        return f"Verzoek {f.verzoek} aan {f.aan} loopt door in {f.gaat_naar}. {zin(f.reden)}"
    return f"Verzoek {f.verzoek} aan {f.aan} is ingetrokken: {f.reden}"


def _geweigerd(f: Any) -> str:
    mist = f" {_daarbij(f.reden)}{zin('; '.join(f.ontbreekt))}" if f.ontbreekt else ""
    grond = f.regel.removeprefix("van ")
    return f"De opdracht {f.opdracht_soort} is geweigerd op grond van {grond}: {leesbaar(f.reden)}{mist}"


def _daarbij(reden: str) -> str:
    """What stands before the names at a refusal: they may be what lacks, what can be chosen, or who may."""
    if reden.endswith(":"):
        return ""
    return "Wel bekend: " if "is niet bekend:" in reden else "Daarbij genoemd: "


def _termijn(f: Any) -> str:
    t = f.termijn
    return f"Termijn loopt voor {wie(t.geadresseerde)} tot en met {datum(t.einde)}: {zin(t.wat)}"


def _wijziging(f: Any) -> str:
    wie = f" van {f.partner}" if f.partner else ""
    aanleiding = f", door {f.aanleiding}{wie}" if f.aanleiding else ""
    return f"Het pad van {f.traject} begint opnieuw (ronde {f.ronde}){aanleiding}: {f.reden}"


ZINNEN: dict[str, Callable[[Any], str]] = {
    "OpgaveGestart": lambda f: f"De opgave '{f.titel}' begint, op initiatief van {f.initiatief.door}.",
    "FaseBegonnen": _fase,
    "PoortGepasseerd": lambda f: (
        f"Poort {f.poort} is gepasseerd, omdat: {zin(f.reden)} Het ontbrak aan: {'; '.join(f.ontbrak)}."
    ),
    "OpgaveGepauzeerd": lambda f: f"De opgave is gepauzeerd: {f.reden}",
    "OpgaveHervat": lambda f: "De opgave gaat verder.",
    "OpgaveIngetrokken": lambda f: f"De opgave is ingetrokken: {f.reden}",
    "OpgaveAfgesloten": lambda f: f"De opgave is afgerond ({f.uitkomst}): {f.reden}",
    "TrekkerAangewezen": lambda f: f"{orgaan(f.trekker)} trekt nu de opgave, na {orgaan(f.vorige)}: {f.reden}",
    "Overgedragen": lambda f: f"De functie {gewoon(f.functie)} is overgedragen, met {len(f.posten)} open punten.",
    "ReglementGewijzigd": lambda f: f"Vanaf nu geldt reglement {f.reglement} in plaats van {f.vorige}: {f.reden}",
    "OpdrachtGeweigerd": _geweigerd,
    "BladVastgelegd": vertel_blad,
    "PartnerToegetreden": lambda f: f"{f.naam} doet mee als {gewoon(f.type)}.",
    "PartnerUitgetreden": _uittreding,
    "PartnerGegaanIn": lambda f: f"{f.partner} is opgegaan in {f.gaat_over_in}: {f.reden}",
    "VerzoekGedaan": lambda f: f"{f.aan} krijgt verzoek {f.verzoek}: {f.vraag} (uiterlijk {datum(f.uiterlijk)}).",
    "VerzoekBeantwoord": lambda f: f"{f.aan} antwoordt op verzoek {f.verzoek} ({gewoon(f.oordeel)}): {f.antwoord}",
    "VerzoekIngetrokken": _ingetrokken,
    "DoorgegaanZonderReactie": lambda f: f"Er is besloten verder te gaan zonder reactie van {f.aan}: {f.reden}",
    "TermijnGestart": _termijn,
    "TermijnVerlengd": lambda f: (
        f"De termijn is verlengd van {datum(f.was)} tot en met {datum(f.termijn.einde)}: {zin(f.reden)}"
    ),
    "TermijnVerstreken": lambda f: (
        f"De termijn van {wie(f.geadresseerde)} is verstreken op {datum(f.einde)}: {zin(f.wat)}"
    ),
    "TermijnGehaald": lambda f: f"{'Op tijd' if f.op_tijd else 'Te laat'} gedaan: {zin(f.wat or f.termijn)}",
    "TermijnVervallen": lambda f: f"Niet meer nodig: {zin(f.wat or f.termijn)} {f.reden}",
    **zinnen_partners.ZINNEN,
    "VormtrajectGestart": lambda f: (
        f"Vormtraject {f.traject} begint: {f.onderwerp}. Vergeleken worden: {', '.join(k.code for k in f.kandidaten)}."
    ),
    "OrganiseervormGekozen": lambda f: (
        f"Voor {f.traject} is gekozen: {f.naam}. Dat vraagt {tel(len(f.stappen), 'stap', 'stappen')}."
    ),
    "VormInWerking": lambda f: f"De vorm {f.code} van {f.traject} werkt vanaf {datum(f.per)}.",
    "VormWijzigingGestart": _wijziging,
    "VormtrajectBeeindigd": lambda f: f"Vormtraject {f.traject} is beeindigd: {f.reden}",
    "PilotplanOpgesteld": lambda f: f"Er is een plan voor de pilot {f.titel} (ronde {f.ronde}).",
    "PilotGestart": lambda f: f"De pilot {f.titel} is gestart en loopt tot {datum(f.eind)}.",
    "IndicatorGemeten": lambda f: f"Gemeten: {f.indicator} is {f.waarde} {f.eenheid}.",
    "PilotafspraakGewijzigd": lambda f: (
        f"Afspraken van pilot {f.pilot} zijn gewijzigd ({', '.join(map(gewoon, f.onderdelen))}): {f.reden}"
    ),
    "PilotOpgeschort": lambda f: f"De pilot {f.titel} is per direct opgeschort: {f.reden}",
    "PilotHervat": lambda f: f"De pilot {f.titel} gaat verder: {f.reden}",
    "PilotGestopt": lambda f: f"De pilot {f.titel} is per direct gestopt: {f.reden}",
    "PilotAfgerond": lambda f: f"De pilot {f.titel} is afgerond: {f.samenvatting}",
    "EvaluatieGestart": lambda f: (
        f"{'Korte evaluatie' if f.kort else 'Evaluatie'} {f.evaluatie} begint, door {f.evaluator}."
    ),
    "EvaluatieOpgesteld": lambda f: f"Evaluatie {f.evaluatie} is er, met het advies: {gewoon(f.advies)}.",
    "VervolgBepaald": lambda f: f"Het vervolg na evaluatie {f.evaluatie}: {gewoon(f.uitkomst)}. {f.reden}",
    "LesVastgelegd": lambda f: f"Les {f.les.id}: {f.les.titel}.",
    "LesstatusGewijzigd": lambda f: (
        f"Les {f.les} is nu {f.status}{f': {zin(f.toelichting)}' if f.toelichting else '.'}"
    ),
    "LesGecontroleerd": lambda f: f"Les {f.les} in praktijk gebracht: {f.in_praktijk_gebracht}.",
    "AfspraakGemaakt": lambda f: f"Afspraak {f.afspraak} voor {wie(f.wie)}: {zin(f.tekst)}",
    "AfspraakAfgerond": lambda f: f"Afspraak {f.afspraak} is afgedaan: {f.resultaat}",
    "SignaalGemeld": lambda f: f"Signaal {f.signaal} (ernst {f.ernst}): {f.omschrijving}",
    "SignaalOpgevangen": lambda f: f"Signaal {f.signaal} is opgevangen door {f.opgevangen_door}.",
    "SignaalGesloten": lambda f: f"Signaal {f.signaal} is gesloten: {f.ingreep} (door {f.ingreep_door}).",
    "GeldGeboekt": _geld,
    "Genoteerd": lambda f: f"Notitie {f.notitie} ({f.bron}): {f.tekst}",
    "NotitieBevestigd": lambda f: f"Notitie {f.notitie} is bevestigd met de opdracht {f.opdracht_soort}.",
    **zinnen_besluiten.ZINNEN,
    **zinnen_agenda.ZINNEN,
    **zinnen_splitsing.ZINNEN,
    **zinnen_samen.ZINNEN,
    **zinnen_leren.ZINNEN,
}
"""By kind of fact."""
OOK_VAN_EEN_AGENDA = ("OpgaveGepauzeerd", "OpgaveHervat", "PortefeuilleToegewezen")
"""Kinds of facts whose sentence begins with the opgave, and that an agenda has as well."""
