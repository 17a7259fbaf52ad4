"""One plain Dutch sentence per fact, for timelines, mails and lists. Words only; nothing is decided here."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from domain.basis import Fase
from domain.feit import Feit
from domain.kalender import datum_voluit
from domain.stand import Stand

ORGANEN = {
    "GS": "Gedeputeerde Staten",
    "PS": "Provinciale Staten",
    "jurist": "de jurist",
    "notaris": "de notaris",
    "ondertekenaars": "de ondertekenaars",
    "statencommissie": "de statencommissie",
    "bestuurlijke_conferentie": "de bestuurlijke conferentie",
    "kroon": "de Kroon",
    "rijk": "het Rijk",
    "provincie": "de provincie",
}

MEERVOUD = ("GS", "PS", "ondertekenaars")


def datum(dag: date | None) -> str:
    """A date in full Dutch, `datum onbekend` when there is none."""
    return datum_voluit(dag) if dag else "datum onbekend"


def euro(centen: int) -> str:
    """An amount in eurocents as Dutch text: 25000000 gives `€ 250.000,00`."""
    heel, rest = divmod(centen, 100)
    return f"€ {heel:,}".replace(",", ".") + f",{rest:02d}"


def orgaan(code: str) -> str:
    """The name of a body in a sentence; a partner's id is its own name."""
    return ORGANEN.get(code, code)


def gewoon(code: str) -> str:
    """A code as words: `aangenomen_gewijzigd` reads `aangenomen gewijzigd`."""
    return code.replace("_", " ")


def met_namen(tekst: str, stand: Stand) -> str:
    """The text with the names of partners instead of their ids; a sentence still begins with a capital.

    An id that could be an ordinary word (no hyphen in it) is left as it is.
    """
    groot = tekst[:1].isupper()
    for partner in stand.partners.values():
        if "-" in partner.id and partner.id in tekst.lower():
            tekst = _los(partner.id).sub(_vast(partner.naam), tekst)
    return tekst[:1].upper() + tekst[1:] if groot else tekst


def _vast(naam: str) -> Callable[[re.Match[str]], str]:
    """A replacement that is taken literally."""
    return lambda _: naam


@lru_cache(maxsize=1000)
def _los(id_: str) -> re.Pattern[str]:
    """An id that stands by itself, with or without a capital at the front; not as part of the id of a step."""
    eerste = f"[{re.escape(id_[0].upper())}{re.escape(id_[0])}]"
    return re.compile(rf"(?<![\w.@/-]){eerste}{re.escape(id_[1:])}(?![\w-]|\.\w)")


def vertel(feit: Feit) -> str:
    """What happened, in one plain Dutch sentence. Partners appear by their id; see `met_namen`."""
    zin = _ZINNEN[feit.inhoud.soort](feit.inhoud)
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


def zin(tekst: str) -> str:
    """A text as the end of a sentence: with one full stop, or the mark it already has."""
    return tekst if tekst.rstrip()[-1:] in (".", "?", "!") else f"{tekst}."


def _onderwerp(f: Any) -> str:
    """What a step is about: the kind of step and its subject."""
    return ", ".join(deel for deel in (f.naam, f.onderwerp) if deel) or str(f.code)


def _besluit(f: Any) -> str:
    stemmen = f.uitslag and f.uitslag.voor is not None
    telling = f" met {f.uitslag.voor} voor en {f.uitslag.tegen} tegen" if stemmen else ""
    inhoud = f" ({gewoon(f.resultaat)})" if f.resultaat else ""
    doet = "besluiten" if f.orgaan in MEERVOUD else "besluit"
    eigen = " Het amendement wijzigt de eigen tekst van PS, niet het ontwerp van GS." if _wijzigt_eigen_tekst(f) else ""
    return f"{orgaan(f.orgaan)} {doet} over {_onderwerp(f)}: {gewoon(f.uitkomst)}{inhoud}{telling}.{eigen}"


def _wijzigt_eigen_tekst(f: Any) -> bool:
    return f.instrument is not None and f.uitkomst == "aangenomen_gewijzigd"


def _blad(f: Any) -> str:
    return f"Het blad {gewoon(f.inhoud.blad)} is {'opnieuw ' if f.vervangt else ''}vastgelegd."


def _herinnering(f: Any) -> str:
    return f"Herinnering {f.trede} aan {orgaan(f.aan)}: {f.wat} (uiterlijk {datum(f.einde)})."


def _geld(f: Any) -> str:
    return f"Geboekt als {f.geldsoort}: {euro(f.bedrag)} door {orgaan(f.bron)} ({f.referentie})."


def _uittreding(f: Any) -> str:
    open_ = len(f.toezeggingen)
    return f"{f.partner} treedt uit: {zin(f.reden)} Open toezeggingen: {open_}. Toegezegd: {euro(f.toegezegd)}."


def _voorgelegd(f: Any) -> str:
    wanneer = f" voor de vergadering van {datum(f.vergadering_op)}" if f.vergadering_op else ""
    return f"Voorgelegd aan {orgaan(f.orgaan)}{wanneer}: {zin(_onderwerp(f))}"


def _geweigerd(f: Any) -> str:
    mist = f" {'; '.join(f.ontbreekt)}." if f.ontbreekt else ""
    return f"De opdracht {f.opdracht_soort} is geweigerd op grond van {f.regel}: {f.reden}{mist}"


def _termijn(f: Any) -> str:
    t = f.termijn
    return f"Termijn loopt voor {orgaan(t.geadresseerde)} tot en met {datum(t.einde)}: {zin(t.wat)}"


def _vastgelegd(f: Any) -> str:
    wat = "Herstel van een besluit" if f.herstel else "Een besluit"
    return f"{wat} is vastgelegd en wacht op bevestiging door een tweede ({f.vastlegging}). {_besluit(f.besluit)}"


def _hersteld(f: Any) -> str:
    was = f"{gewoon(f.was_uitkomst)}{f' ({gewoon(f.was_resultaat)})' if f.was_resultaat else ''}"
    rust = f" Hierop rusten: {', '.join(f.gevolgd)}; er is niets teruggedraaid." if f.gevolgd else ""
    werkt = f" De vorm werkt al sinds {datum(f.in_werking_per)}." if f.in_werking_per else ""
    return (
        f"Onze vastlegging van stap {f.stap} is hersteld volgens {f.besluitenlijst.titel}: {zin(f.reden)} "
        f"Er stond: {was}. {_besluit(f.besluit)}{rust}{werkt}"
    )


def _betrokkenheid(f: Any) -> str:
    waaraan = " en ".join(wat for wat, ja in (("debat", f.beraadslaging), ("stemming", f.stemming)) if ja)
    kan = {True: " De stemming had anders kunnen uitvallen.", False: " De uitslag had niet anders kunnen zijn."}
    leden = "een lid" if f.aantal == 1 else f"{f.aantal} leden"
    return (
        f"Bij stap {f.stap} deed {leden} van {f.fractie} mee aan {waaraan} en had zich moeten onthouden (PW 28): "
        f"{zin(f.reden)} De uitslag blijft.{kan.get(f.had_kunnen_kantelen, '')}"
    )


def _oordeel(oordeel: str) -> str:
    return "kan blijven" if oordeel == "blijft" else "moet opnieuw"


def _halte(f: Any) -> str:
    mist = f" Niet gemeld: {', '.join(map(gewoon, f.overgeslagen))}." if f.overgeslagen else ""
    waarom = f" {zin(f.toelichting)}" if f.toelichting else ""
    return f"Stap {f.stap}, {f.naam}: {gewoon(f.uitkomst or 'gedaan')}.{waarom}{mist}"


def _controversieel(f: Any) -> str:
    tot = f" tot en met {datum(f.wettelijk_tot)}" if f.wettelijk_tot else ""
    return (
        f"Stap {f.stap} is controversieel verklaard en wacht op het nieuwe bestuur: {zin(f.reden)} "
        f"Een wettelijke termijn loopt door{tot}."
    )


def _geheim(f: Any) -> str:
    eerder = " Let op: de eerdere titel of tekst blijft in de geschiedenis staan en kan al zijn verstuurd."
    return (
        f"Op stap {f.stap} rust geheimhouding, opgelegd door {orgaan(f.orgaan)} op grond van {f.grond}: "
        f"{f.neutrale_titel} (stuk {f.referentie}).{eerder if f.eerder_zichtbaar else ''}"
    )


def _geheim_af(f: Any) -> str:
    titel = f" De titel is nu: {zin(f.titel)}" if f.titel else ""
    return f"De geheimhouding op stap {f.stap} is opgeheven door {orgaan(f.orgaan)}: {zin(f.reden)}{titel}"


def _wijziging(f: Any) -> str:
    wie = f" van {f.partner}" if f.partner else ""
    aanleiding = f", door {f.aanleiding}{wie}" if f.aanleiding else ""
    return f"Het pad van {f.traject} begint opnieuw (ronde {f.ronde}){aanleiding}: {f.reden}"


_RECHTSWEGE = {
    "bevestigd": "de toestemming is er van rechtswege.",
    "niet": "er is geen toestemming van rechtswege.",
    "alsnog_besloten": "er is toch besloten; dat kan nu worden vastgelegd.",
}


def _vervanging(f: Any) -> str:
    tot = f"tot en met {datum(f.tot)}" if f.tot else "tot nader order"
    waarvoor = f", alleen voor {', '.join(f.beperkt_tot)}" if f.beperkt_tot else ""
    return f"{f.vorm}: {f.door} vervult {gewoon(f.functie)} van {datum(f.van)} {tot}{waarvoor} ({f.grondslag})."


def _portefeuille(f: Any) -> str:
    eerst = f" in plaats van {f.vorige}" if f.vorige and f.vorige != f.portefeuille else ""
    houder = f", bij portefeuillehouder {f.houder}" if f.houder else ""
    return f"De opgave valt onder de portefeuille {f.portefeuille}{eerst}{houder} ({f.grondslag})."


def _aangehouden(f: Any) -> str:
    tot = f" tot {datum(f.tot)}" if f.tot else ""
    return f"Stap {f.stap} is aangehouden{tot}: {f.reden}"


_ZINNEN: dict[str, Callable[[Any], str]] = {
    "OpgaveGestart": lambda f: f"De opgave '{f.titel}' begint, op initiatief van {f.initiatief.door}.",
    "FaseBegonnen": _fase,
    "PoortGepasseerd": lambda f: (
        f"Poort {f.poort} is gepasseerd, omdat: {f.reden} Het ontbrak aan: {'; '.join(f.ontbrak)}."
    ),
    "OpgaveGepauzeerd": lambda f: f"De opgave is gepauzeerd: {f.reden}",
    "OpgaveHervat": lambda f: "De opgave gaat verder.",
    "OpgaveIngetrokken": lambda f: f"De opgave is ingetrokken: {f.reden}",
    "OpgaveAfgesloten": lambda f: f"De opgave is afgerond ({f.uitkomst}): {f.reden}",
    "TrekkerAangewezen": lambda f: f"{orgaan(f.trekker)} trekt nu de opgave, na {orgaan(f.vorige)}: {f.reden}",
    "Overgedragen": lambda f: f"De functie {gewoon(f.functie)} is overgedragen, met {len(f.posten)} open punten.",
    "ReglementGewijzigd": lambda f: f"Vanaf nu geldt reglement {f.reglement} in plaats van {f.vorige}: {f.reden}",
    "OpdrachtGeweigerd": _geweigerd,
    "BladVastgelegd": _blad,
    "PartnerToegetreden": lambda f: f"{f.naam} doet mee als {gewoon(f.type)}.",
    "PartnerUitgetreden": _uittreding,
    "PartnerGegaanIn": lambda f: f"{f.partner} is opgegaan in {f.gaat_over_in}: {f.reden}",
    "VerzoekGedaan": lambda f: f"{f.aan} krijgt verzoek {f.verzoek}: {f.vraag} (uiterlijk {datum(f.uiterlijk)}).",
    "VerzoekBeantwoord": lambda f: f"{f.aan} antwoordt op verzoek {f.verzoek} ({gewoon(f.oordeel)}): {f.antwoord}",
    "VerzoekIngetrokken": lambda f: f"Verzoek {f.verzoek} aan {f.aan} is ingetrokken: {f.reden}",
    "DoorgegaanZonderReactie": lambda f: f"Er is besloten verder te gaan zonder reactie van {f.aan}: {f.reden}",
    "TermijnGestart": _termijn,
    "TermijnVerlengd": lambda f: (
        f"De termijn is verlengd van {datum(f.was)} tot en met {datum(f.termijn.einde)}: {zin(f.reden)}"
    ),
    "HerinneringVerstuurd": _herinnering,
    "TermijnVerstreken": lambda f: (
        f"De termijn van {orgaan(f.geadresseerde)} is verstreken op {datum(f.einde)}: {zin(f.wat)}"
    ),
    "TermijnGehaald": lambda f: f"{'Op tijd' if f.op_tijd else 'Te laat'} gedaan: {zin(f.wat or f.termijn)}",
    "TermijnVervallen": lambda f: f"Niet meer nodig: {zin(f.wat or f.termijn)} {f.reden}",
    "BesluitstapGeopend": lambda f: f"Besluit {f.stap.id} is geopend: {f.stap.naam}, {f.stap.onderwerp}.",
    "StapBepaald": lambda f: f"Stap {f.stap} geldt {'wel' if f.van_toepassing else 'niet'}: {f.reden}",
    "BesluitVoorgelegd": _voorgelegd,
    "BesluitAangehouden": _aangehouden,
    "BesluitGenomen": _besluit,
    "BesluitVastgelegd": _vastgelegd,
    "VastleggingAfgekeurd": lambda f: f"Vastlegging {f.vastlegging} is teruggestuurd: {f.reden}",
    "BesluitHersteld": _hersteld,
    "VergissingGemeld": lambda f: (
        f"{f.fractie} meldt een vergissing bij stap {f.stap}: {zin(f.melding)} De uitslag blijft."
    ),
    "BetrokkenheidGemeld": _betrokkenheid,
    "GrondslagBeoordeeld": lambda f: (
        f"Volgens de {f.functie} {_oordeel(f.oordeel)} wat bij stap {f.stap} is gedaan: {f.motivering}"
    ),
    "GrondslagBeslist": lambda f: f"Jurist en griffier beslissen samen: stap {f.stap} {_oordeel(f.oordeel)}.",
    "HalteBereikt": _halte,
    "StapControversieel": _controversieel,
    "ControversieelOpgeheven": lambda f: f"Stap {f.stap} is niet langer controversieel: {f.reden}",
    "GeheimhoudingOpgelegd": _geheim,
    "GeheimhoudingOpgeheven": _geheim_af,
    "RechtswegeMogelijk": lambda f: (
        f"De termijn van {orgaan(f.orgaan)} voor stap {f.stap} liep tot en met {datum(f.einde)} en er is niets "
        f"besloten. Mogelijk is de toestemming er van rechtswege; dat stelt de jurist vast."
    ),
    "RechtswegeVastgesteld": lambda f: f"Over het zwijgen bij stap {f.stap}: {_RECHTSWEGE[f.oordeel]} {f.motivering}",
    "RechtsmiddelGemeld": lambda f: (
        f"Tegen het besluit {f.stap} is gemeld: {gewoon(f.middel)} ({f.referentie}), van {zin(f.door)}"
    ),
    "RechtsmiddelAfgedaan": lambda f: f"Rechtsmiddel {f.rechtsmiddel}: {gewoon(f.uitkomst)}. {f.motivering}",
    "VervangingGeregeld": _vervanging,
    "VervangingBeeindigd": lambda f: f"De vervanging {f.vervanging} van {gewoon(f.functie)} houdt op: {f.reden}",
    "PortefeuilleToegewezen": _portefeuille,
    "BesluitstapVervallen": lambda f: f"Stap {f.stap} vervalt: {f.reden}",
    "BesluitBekendgemaakt": lambda f: f"Het besluit van stap {f.stap} is bekendgemaakt in: {f.waar}.",
    "VormtrajectGestart": lambda f: (
        f"Vormtraject {f.traject} begint: {f.onderwerp}. Vergeleken worden: {', '.join(k.code for k in f.kandidaten)}."
    ),
    "OrganiseervormGekozen": lambda f: f"Voor {f.traject} is gekozen: {f.naam}. Dat vraagt {len(f.stappen)} stappen.",
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
    "LesstatusGewijzigd": lambda f: f"Les {f.les} is nu {f.status}.",
    "LesGecontroleerd": lambda f: f"Les {f.les} in praktijk gebracht: {f.in_praktijk_gebracht}.",
    "AfspraakGemaakt": lambda f: f"Afspraak {f.afspraak} voor {orgaan(gewoon(f.wie))}: {zin(f.tekst)}",
    "AfspraakAfgerond": lambda f: f"Afspraak {f.afspraak} is afgedaan: {f.resultaat}",
    "SignaalGemeld": lambda f: f"Signaal {f.signaal} (ernst {f.ernst}): {f.omschrijving}",
    "SignaalOpgevangen": lambda f: f"Signaal {f.signaal} is opgevangen door {f.opgevangen_door}.",
    "SignaalGesloten": lambda f: f"Signaal {f.signaal} is gesloten: {f.ingreep} (door {f.ingreep_door}).",
    "GeldGeboekt": _geld,
    "Genoteerd": lambda f: f"Notitie {f.notitie} ({f.bron}): {f.tekst}",
    "NotitieBevestigd": lambda f: f"Notitie {f.notitie} is bevestigd met de opdracht {f.opdracht_soort}.",
}
