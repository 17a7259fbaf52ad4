"""What must happen outside because of a fact: who hears it, what is put before whom, what is made public."""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from domain.feit import Feit
from domain.gevolg import Adres, Bekendmaken, Bericht, Gevolg, Posthouding, Voorleggen
from domain.regels.routes import STUURT_TERUG
from domain.stand import Stand
from domain.woorden import datum, gewoon, orgaan, vertel

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
)
BETROKKEN = ("opgavemanager", "portefeuillehouder", "bestuurssecretariaat", "griffier")
"""Everyone at the province who must know; the partners come on top."""


def gevolgen(feit: Feit) -> tuple[Gevolg, ...]:
    """The effects of a fact, in a fixed order; most facts have none."""
    regel = _REGELS.get(feit.inhoud.soort)
    return regel(feit, feit.inhoud) if regel else ()


def adressen(stand: Stand, rol: str) -> tuple[Adres, ...]:
    """The functions behind a role: a function, body or partner id, or `partners`, `trekker`, `betrokkenen`, ...

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
        case _:
            functie = BUREAU.get(rol, rol)
            return (Adres(functie=functie if functie in FUNCTIES else "opgavemanager"),)


def _bericht(
    feit: Feit,
    onderwerp: str,
    *aan: str,
    meer: tuple[str, ...] = (),
    vraag: str = "",
    uiterlijk: date | None = None,
    wettelijk: bool = False,
) -> Bericht:
    return Bericht(
        aan=aan,
        onderwerp=" ".join(onderwerp.split()),
        alineas=(vertel(feit), *meer),
        vraag=vraag,
        uiterlijk=uiterlijk,
        wettelijk=wettelijk,
        betreft=_betreft(feit.inhoud),
    )


OVER_EEN_STAP = ("BesluitVoorgelegd", "BesluitAangehouden", "BesluitGenomen", "HalteBereikt")
OVER_EEN_TERMIJN = ("HerinneringVerstuurd", "TermijnVerstreken")
"""Facts whose messages wait while the step they are about is in doubt; the id of a term is `betreft/code`."""


def _betreft(f: Any) -> str | None:
    if f.soort == "TermijnVerlengd":
        return str(f.termijn.betreft)
    if f.soort in OVER_EEN_TERMIJN:
        return str(f.termijn).rpartition("/")[0]
    return str(f.stap) if f.soort in OVER_EEN_STAP else None


def _meld(onderwerp: str, *aan: str) -> Callable[[Feit, Any], tuple[Gevolg, ...]]:
    """A message that only tells what happened."""
    return lambda feit, _: (_bericht(feit, onderwerp, *aan),)


def _gestart(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return (
        _bericht(feit, "Nieuwe opgave", *BETROKKEN, vraag="Kijk of u de juiste persoon bent en wat u kunt bijdragen."),
    )


def _verzoek(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return (_bericht(feit, f"Verzoek: {f.vraag}"[:120], f.aan, vraag=f.vraag, uiterlijk=f.uiterlijk),)


def _herinnering(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    wettelijk = f.termijnsoort == "wettelijk"
    meer = ("Dit is een wettelijke termijn.",) if wettelijk else ()
    kop = f"Herinnering ({f.trede}): {f.wat}"[:120]
    return (_bericht(feit, kop, f.aan, meer=meer, vraag=f.wat, uiterlijk=f.einde, wettelijk=wettelijk),)


def _verstreken(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    meer = ("Zwijgen beslist niets. Bepaal wat er nu moet gebeuren.",)
    return (_bericht(feit, f"Termijn verstreken: {f.wat}"[:120], "trekker", "opgavemanager", meer=meer),)


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
    bericht = _bericht(
        feit,
        f"Voorgelegd: {f.onderwerp or f.code}"[:120],
        f.orgaan,
        meer=(*stukken, *((f.toelichting,) if f.toelichting else ())),
        vraag=vraag,
        uiterlijk=f.vergadering_op,
    )
    return (voorleggen, bericht, *_waarschuwing(feit, f))


def _waarschuwing(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """At once, while there is still something to choose: the term lapses before the body meets."""
    if f.advies is None or not f.advies.waarschuwing:
        return ()
    uitwegen = tuple(uitweg.zin for uitweg in f.advies.uitwegen)
    kop = f"Let op de termijn: {f.onderwerp or f.code}"[:120]
    meer = (f.advies.waarschuwing, *uitwegen)
    return (_bericht(feit, kop, "opgavemanager", f.orgaan, meer=meer, vraag="Kies hoe dit op tijd besloten wordt."),)


def _besloten(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    wie = ("betrokkenen",) if f.orgaan in ("GS", "PS") else ("opgavemanager",)
    uitleg = (f.uitslag.uitleg,) if f.uitslag else ()
    bericht = _bericht(feit, f"Besluit: {gewoon(f.uitkomst)}", *wie, meer=(*uitleg, *f.beslispunten))
    return (_bekend(f, f.genomen_op or feit.gebeurd_op), bericht) if f.orgaan in ("GS", "PS") else (bericht,)


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
    bericht = _bericht(feit, "Vastlegging hersteld", *wie, meer=(*uitleg, *b.beslispunten))
    if b.orgaan not in ("GS", "PS"):
        return (*_twijfel(feit, f), bericht)
    regel = _bekend(b, feit.gebeurd_op)
    return (*_twijfel(feit, f), regel.met(titel=f"Rectificatie: {regel.titel}", samenvatting=f.reden), bericht)


def _twijfel(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    if not f.gevolgd:
        return ()
    vraag = f"Beoordeel of deze stappen blijven of opnieuw moeten: {', '.join(f.gevolgd)}."
    meer = ("Er is niets teruggedraaid. Post over deze stappen wacht tot u samen hebt beslist.",)
    bericht = _bericht(feit, "Stappen op onjuiste grondslag", "jurist", "griffier", meer=meer, vraag=vraag)
    return (Posthouding(betreft=f.gevolgd, doe="aanhouden"), bericht)


def _beoordeeld(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """The other of the two hears it."""
    ander = "griffier" if f.functie == "jurist" else "jurist"
    vraag = f"Beoordeel ook of stap {f.stap} blijft of opnieuw moet, als u dat nog niet deed."
    return (_bericht(feit, f"Oordeel over stap {f.stap}", ander, vraag=vraag),)


def _beslist(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    doe: Literal["vrijgeven", "laten_vervallen"] = "vrijgeven" if f.oordeel == "blijft" else "laten_vervallen"
    wie = ("opgavemanager", "portefeuillehouder", "jurist", "griffier", "bestuurssecretariaat")
    return (Posthouding(betreft=(f.stap,), doe=doe), _bericht(feit, f"Beslist over stap {f.stap}", *wie))


def _halte(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Only a proposal that is sent back is news."""
    if f.uitkomst not in STUURT_TERUG:
        return ()
    return (_bericht(feit, f"Voorstel terug: {f.naam}"[:120], "opgavemanager", "portefeuillehouder"),)


def _geheim(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Partners hear it when they can have seen something: geheimhouding binds all who know (PW 86 lid 2)."""
    wie = ("betrokkenen",) if f.eerder_zichtbaar else BETROKKEN
    meer = ("Wie het stuk kent, moet het geheimhouden (PW 86 lid 2).",)
    return (_bericht(feit, "Geheimhouding opgelegd", *wie, meer=meer),)


def _rechtswege(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    meer = ("Niets besluit hier vanzelf. Tot de jurist dit vaststelt, kan er over deze stap niets worden vastgelegd.",)
    vraag = f"Jurist: stel vast of de toestemming van {orgaan(f.orgaan)} er van rechtswege is (stap {f.stap})."
    wie = ("jurist", "griffier", "opgavemanager")
    return (_bericht(feit, f"Mogelijk van rechtswege: {f.stap}", *wie, meer=meer, vraag=vraag, wettelijk=True),)


def _rechtsmiddel(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """A pending objection is for those who handle it; a suspension or annulment for everyone who builds on it."""
    ernstig = f.middel in ("schorsing", "vernietiging")
    wie = ("betrokkenen", "jurist") if ernstig else (*BETROKKEN, "jurist")
    rust = tuple(f"Hierop rust: {wat}" for wat in f.rust_erop)
    return (_bericht(feit, f"{gewoon(f.middel).capitalize()} tegen {f.stap}", *wie, meer=rust),)


def _afspraak(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return (_bericht(feit, f"Afspraak: {f.tekst}"[:120], f.wie, vraag=f.tekst, uiterlijk=f.uiterlijk),)


def _signaal(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    ernstig = ("bestuurssecretariaat", "controller", "griffier") if f.ernst == 3 else ()
    vraag = "Vang dit signaal op en besluit of u ingrijpt."
    return (_bericht(feit, f"Signaal met ernst {f.ernst}", "ambtelijk_opdrachtgever", *ernstig, vraag=vraag),)


def _uitgetreden(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    vraag = "Wijs een nieuwe trekker aan." if f.trekker_nodig else "Bekijk de open toezeggingen en het geld."
    return (
        _bericht(feit, f"{f.partner} treedt uit"[:120], "opgavemanager", "portefeuillehouder", f.partner, vraag=vraag),
    )


def _overgedragen(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    posten = tuple(f"{p.omschrijving} (uiterlijk {datum(p.uiterlijk)})" for p in f.posten)
    return (_bericht(feit, f"Overdracht van {gewoon(f.functie)}", f.functie, meer=posten),)


_REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "OpgaveGestart": _gestart,
    "FaseBegonnen": _meld("Nieuwe fase", "opgavemanager", "portefeuillehouder", "partners", "ps_bij_majeur_thema"),
    "PoortGepasseerd": _meld("Poort gepasseerd", "portefeuillehouder", "griffier"),
    "OpgaveGepauzeerd": _meld("Opgave gepauzeerd", "betrokkenen"),
    "OpgaveHervat": _meld("Opgave gaat verder", "betrokkenen"),
    "OpgaveIngetrokken": _meld("Opgave ingetrokken", "betrokkenen"),
    "OpgaveAfgesloten": _meld("Opgave afgerond", "betrokkenen"),
    "TrekkerAangewezen": _meld("Nieuwe trekker", "trekker", "portefeuillehouder"),
    "Overgedragen": _overgedragen,
    "PartnerToegetreden": lambda feit, f: (_bericht(feit, "Welkom bij de opgave", f.partner),),
    "PartnerUitgetreden": _uitgetreden,
    "PartnerGegaanIn": lambda feit, f: (_bericht(feit, "Fusie van partners", f.gaat_over_in, "opgavemanager"),),
    "VerzoekGedaan": _verzoek,
    "VerzoekBeantwoord": _meld("Antwoord ontvangen", "trekker"),
    "VerzoekIngetrokken": lambda feit, f: (_bericht(feit, "Verzoek ingetrokken", f.aan),),
    "DoorgegaanZonderReactie": lambda feit, f: (_bericht(feit, "Verder zonder reactie", f.aan, "opgavemanager"),),
    "HerinneringVerstuurd": _herinnering,
    "TermijnVerstreken": _verstreken,
    "BesluitVoorgelegd": _voorgelegd,
    "TermijnVerlengd": _meld("Termijn verlengd", "betrokkenen"),
    "BesluitAangehouden": _meld("Besluit aangehouden", "opgavemanager"),
    "BesluitGenomen": _besloten,
    "HalteBereikt": _halte,
    "StapControversieel": _meld("Stap controversieel verklaard", "betrokkenen"),
    "ControversieelOpgeheven": _meld("Stap niet langer controversieel", *BETROKKEN),
    "GeheimhoudingOpgelegd": _geheim,
    "GeheimhoudingOpgeheven": _meld("Geheimhouding opgeheven", "betrokkenen"),
    "BesluitHersteld": _hersteld,
    "VergissingGemeld": _meld("Vergissing bij een stemming", "opgavemanager", "griffier"),
    "BetrokkenheidGemeld": _meld("Betrokkenheid bleek achteraf", "opgavemanager", "jurist", "griffier"),
    "GrondslagBeoordeeld": _beoordeeld,
    "GrondslagBeslist": _beslist,
    "RechtswegeMogelijk": _rechtswege,
    "RechtswegeVastgesteld": _meld("Vastgesteld wat zwijgen betekent", *BETROKKEN),
    "RechtsmiddelGemeld": _rechtsmiddel,
    "RechtsmiddelAfgedaan": _meld("Rechtsmiddel afgedaan", *BETROKKEN, "jurist"),
    "VervangingGeregeld": lambda feit, f: (
        _bericht(feit, f"Vervanging van {gewoon(f.functie)}", f.functie, "opgavemanager"),
    ),
    "VervangingBeeindigd": lambda feit, f: (
        _bericht(feit, f"Einde vervanging van {gewoon(f.functie)}", f.functie, "opgavemanager"),
    ),
    "PortefeuilleToegewezen": _meld("Andere portefeuille", "opgavemanager", "portefeuillehouder", "partners"),
    "OrganiseervormGekozen": _meld("Organiseervorm gekozen", "opgavemanager", "partners"),
    "VormInWerking": _meld("Organiseervorm werkt", "betrokkenen"),
    "VormWijzigingGestart": _meld("Wijziging van de vorm begonnen", "opgavemanager", "partners"),
    "VormtrajectBeeindigd": _meld("Vormtraject beeindigd", "opgavemanager", "partners"),
    "PilotGestart": _meld("Pilot gestart", "betrokkenen"),
    "PilotafspraakGewijzigd": _meld("Afspraken van de pilot gewijzigd", "betrokkenen"),
    "PilotOpgeschort": _meld("Pilot opgeschort", "betrokkenen"),
    "PilotHervat": _meld("Pilot gaat verder", "betrokkenen"),
    "PilotGestopt": _meld("Pilot gestopt", "betrokkenen"),
    "PilotAfgerond": _meld("Pilot afgerond", "betrokkenen"),
    "EvaluatieOpgesteld": _meld(
        "Evaluatie klaar", "opgavemanager", "bestuurssecretariaat", "partners", "ps_bij_majeur_thema"
    ),
    "VervolgBepaald": _meld("Vervolg bepaald", "betrokkenen"),
    "AfspraakGemaakt": _afspraak,
    "SignaalGemeld": _signaal,
    "SignaalGesloten": _meld("Signaal gesloten", "opgavemanager"),
}
