"""One plain Dutch sentence per fact about decisions: on their way, taken, corrected, contested."""

from collections.abc import Callable
from typing import Any

from domain.woorden import MEERVOUD, datum, gewoon, orgaan, zin


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


def _voorgelegd(f: Any) -> str:
    wanneer = f" voor de vergadering van {datum(f.vergadering_op)}" if f.vergadering_op else ""
    return f"Voorgelegd aan {orgaan(f.orgaan)}{wanneer}: {zin(_onderwerp(f))}"


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


ZINNEN: dict[str, Callable[[Any], str]] = {
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
}
