"""Effects of facts about decisions: who hears of it, what is put before whom, what is made public."""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from domain.berichten import BETROKKEN, maak_bericht, meld
from domain.feit import Feit
from domain.gevolg import Bekendmaken, Gevolg, Posthouding, Voorleggen
from domain.gevolgen_verzoeken import voor_wie_sprak_een_ander
from domain.regels.routes import STUURT_TERUG
from domain.woorden import ORGANEN, datum, gewoon, orgaan


def _voorgelegd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    voorleggen = Voorleggen(
        stap=f.stap,
        code=f.code,
        orgaan=f.orgaan,
        onderwerp=f.onderwerp,
        vergadering_op=f.vergadering_op,
        stukken=f.stukken,
        toelichting=f.toelichting,
    )
    stukken = tuple(f"Stuk: {s.titel} ({s.referentie})" for s in f.stukken)
    wanneer = f" op {datum(f.vergadering_op)}" if f.vergadering_op else ""
    vraag = f"Leg dit voor aan {orgaan(f.orgaan)}{wanneer} en leg daarna het besluit vast."
    if f.orgaan not in ORGANEN:
        vraag = f"Neem hierover uw besluit{wanneer} en laat ons weten wat u besloot."
    bericht = maak_bericht(
        feit,
        f"Voorgelegd: {f.onderwerp or f.code}"[:120],
        f.orgaan,
        meer=(*stukken, *((f.toelichting,) if f.toelichting else ())),
        vraag=vraag,
        uiterlijk=f.uiterlijk or f.vergadering_op,
        wettelijk=f.termijnsoort == "wettelijk",
    )
    return (voorleggen, bericht, *_waarschuwing(feit, f))


def _waarschuwing(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """At once, while there is still something to choose: the term lapses before the body meets."""
    if f.advies is None or not f.advies.waarschuwing:
        return ()
    uitwegen = tuple(uitweg.zin for uitweg in f.advies.uitwegen)
    kop = f"Let op de termijn: {f.onderwerp or f.code}"[:120]
    meer = (f.advies.waarschuwing, *uitwegen)
    return (
        maak_bericht(feit, kop, "opgavemanager", f.orgaan, meer=meer, vraag="Kies hoe dit op tijd besloten wordt."),
    )


def _besloten(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    wie = ("betrokkenen",) if f.orgaan in ("GS", "PS") else ("opgavemanager",)
    uitleg = (f.uitslag.uitleg,) if f.uitslag else ()
    bericht = maak_bericht(feit, f"Besluit: {gewoon(f.uitkomst)}", *wie, meer=(*uitleg, *f.beslispunten))
    if f.orgaan in ("GS", "PS"):
        return (_bekend(f, f.genomen_op or feit.gebeurd_op), bericht)
    return (bericht, *voor_wie_sprak_een_ander(feit, f))


def _bekend(f: Any, op: date) -> Bekendmaken:
    return Bekendmaken(
        stap=f.stap,
        code=f.code,
        orgaan=f.orgaan,
        op=op,
        titel=f.onderwerp or f.code,
        uitkomst=f.uitkomst,
        beslispunten=f.beslispunten,
        samenvatting=f.motivering or (f.uitslag.uitleg if f.uitslag else ""),
        grondslag=f.grondslag,
    )


def _hersteld(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """What is not sent yet about the steps that were built on it waits; the besluitenlijst gets a line that rectifies.

    These messages are never held themselves: they are how people hear that something is held.
    """
    b = f.besluit
    wie = ("betrokkenen",) if b.orgaan in ("GS", "PS") else ("opgavemanager", "jurist", "griffier")
    uitleg = (b.uitslag.uitleg,) if b.uitslag else ()
    bericht = maak_bericht(feit, "Vastlegging hersteld", *wie, meer=(*uitleg, *b.beslispunten))
    if b.orgaan not in ("GS", "PS"):
        return (*_twijfel(feit, f), bericht)
    regel = _bekend(b, feit.gebeurd_op)
    return (*_twijfel(feit, f), regel.met(titel=f"Rectificatie: {regel.titel}", samenvatting=f.reden), bericht)


def _twijfel(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    if not f.gevolgd:
        return ()
    vraag = f"Beoordeel of deze stappen blijven of opnieuw moeten: {', '.join(f.gevolgd)}."
    meer = ("Er is niets teruggedraaid. Post over deze stappen wacht tot u samen hebt beslist.",)
    bericht = maak_bericht(feit, "Stappen op onjuiste grondslag", "jurist", "griffier", meer=meer, vraag=vraag)
    return (Posthouding(betreft=f.gevolgd, doe="aanhouden"), bericht)


def _beoordeeld(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """The other of the two hears it."""
    ander = "griffier" if f.functie == "jurist" else "jurist"
    vraag = f"Beoordeel ook of stap {f.stap} blijft of opnieuw moet, als u dat nog niet deed."
    return (maak_bericht(feit, f"Oordeel over stap {f.stap}", ander, vraag=vraag),)


def _beslist(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    doe: Literal["vrijgeven", "laten_vervallen"] = "vrijgeven" if f.oordeel == "blijft" else "laten_vervallen"
    wie = ("opgavemanager", "portefeuillehouder", "jurist", "griffier", "bestuurssecretariaat")
    return (Posthouding(betreft=(f.stap,), doe=doe), maak_bericht(feit, f"Beslist over stap {f.stap}", *wie))


def _halte(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Only a proposal that is sent back is news."""
    if f.uitkomst not in STUURT_TERUG:
        return ()
    return (maak_bericht(feit, f"Voorstel terug: {f.naam}"[:120], "opgavemanager", "portefeuillehouder"),)


def _geheim(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Partners hear it when they can have seen something: geheimhouding binds all who know (PW 86 lid 2)."""
    wie = ("betrokkenen",) if f.eerder_zichtbaar else BETROKKEN
    meer = ("Wie het stuk kent, moet het geheimhouden (PW 86 lid 2).",)
    return (maak_bericht(feit, "Geheimhouding opgelegd", *wie, meer=meer),)


def _rechtswege(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    meer = ("Niets besluit hier vanzelf. Tot de jurist dit vaststelt, kan er over deze stap niets worden vastgelegd.",)
    vraag = f"Jurist: stel vast of de toestemming van {orgaan(f.orgaan)} er van rechtswege is (stap {f.stap})."
    wie = ("jurist", "griffier", "opgavemanager")
    return (maak_bericht(feit, f"Mogelijk van rechtswege: {f.stap}", *wie, meer=meer, vraag=vraag, wettelijk=True),)


def _rechtsmiddel(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """A pending objection is for those who handle it; a suspension or annulment for everyone who builds on it."""
    ernstig = f.middel in ("schorsing", "vernietiging")
    wie = ("betrokkenen", "jurist") if ernstig else (*BETROKKEN, "jurist")
    rust = tuple(f"Hierop rust: {wat}" for wat in f.rust_erop)
    return (maak_bericht(feit, f"{gewoon(f.middel).capitalize()} tegen {f.stap}", *wie, meer=rust),)


REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "BesluitVoorgelegd": _voorgelegd,
    "BesluitAangehouden": meld("Besluit aangehouden", "opgavemanager"),
    "BesluitGenomen": _besloten,
    "HalteBereikt": _halte,
    "StapControversieel": meld("Stap controversieel verklaard", "betrokkenen"),
    "ControversieelOpgeheven": meld("Stap niet langer controversieel", *BETROKKEN),
    "GeheimhoudingOpgelegd": _geheim,
    "GeheimhoudingOpgeheven": meld("Geheimhouding opgeheven", "betrokkenen"),
    "BesluitHersteld": _hersteld,
    "VergissingGemeld": meld("Vergissing bij een stemming", "opgavemanager", "griffier"),
    "BetrokkenheidGemeld": meld("Betrokkenheid bleek achteraf", "opgavemanager", "jurist", "griffier"),
    "GrondslagBeoordeeld": _beoordeeld,
    "GrondslagBeslist": _beslist,
    "RechtswegeMogelijk": _rechtswege,
    "RechtswegeVastgesteld": meld("Vastgesteld wat zwijgen betekent", *BETROKKEN),
    "RechtsmiddelGemeld": _rechtsmiddel,
    "RechtsmiddelAfgedaan": meld("Rechtsmiddel afgedaan", *BETROKKEN, "jurist"),
    "VervangingGeregeld": lambda feit, f: (
        maak_bericht(feit, f"Vervanging van {gewoon(f.functie)}", f.functie, "opgavemanager"),
    ),
    "VervangingBeeindigd": lambda feit, f: (
        maak_bericht(feit, f"Einde vervanging van {gewoon(f.functie)}", f.functie, "opgavemanager"),
    ),
    "PortefeuilleToegewezen": meld("Andere portefeuille", "opgavemanager", "portefeuillehouder", "partners"),
}
