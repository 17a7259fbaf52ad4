"""A step of decision making that lies before a partner: its outcome to report, and then a second person confirms it."""

from typing import Any

from domain.beeld.mogelijk_stappen import uitkomsten
from domain.regels import geheim
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.woorden import datum, gewoon
from starter.portaal.formulier import Formulier, Veld, Waarden
from starter.portaal.huis import Melding
from starter.portaal.partner import bewijs
from starter.portaal.partner.bezoek import NIEUWE_LINK, VRAAG_MANAGER, Bezoek, onbekend

_STRIJD = (("recht", "Strijd met het recht"), ("algemeen_belang", "Strijd met het algemeen belang"))
_MET_GROND = ("onthouden", "gedeeltelijk")
"""Outcomes of a consent that need a ground and a consultation (Awb 10:29, 10:30)."""
NIET_ZELF = ("termijn_verstreken", "geen_reactie")
"""What no body decides itself: the province records that time went by."""
ZONDER_TWEEDE = "Geef het besluit van uw orgaan door aan de opgavemanager van de provincie. Die laat het vastleggen."
"""Under the first editions a record of a partner counts at once; a link in a mail is too little for that."""
TWEEDE = "Een tweede persoon bij de provincie controleert dit. Daarna telt het als uw besluit."


def van(bezoek: Bezoek) -> Besluitstap:
    """The step of this link. Raises Melding when it is not there, is of another body, or must not be shown."""
    stap = bezoek.stand.stappen.get(bezoek.link.betreft) if bezoek.link.doel == "besluit" else None
    if stap is None or stap.orgaan != bezoek.link.organisatie:
        raise onbekend()
    return stap


async def besluit(bezoek: Bezoek) -> Formulier:
    """The form to report a decision with. Raises Melding that tells why it can't be done now."""
    stap = van(bezoek)
    feiten = gegevens(bezoek, stap)
    if stap.id in bezoek.stand.vastleggingen:
        ontvangst = await bewijs.van_besluit(bezoek, stap.id)
        raise Melding("Uw besluit is vastgelegd", TWEEDE, soort="ok", gegevens=feiten, ontvangst=ontvangst)
    if stap.status == "besloten":
        ontvangst = await bewijs.van_besluit(bezoek, stap.id)
        raise Melding("Over deze stap is besloten", _uitkomst(stap), soort="ok", gegevens=feiten, ontvangst=ontvangst)
    if stap.status == "vervallen" or bezoek.stand.leven.voorbij:
        raise Melding("Dit besluit is niet meer nodig", "U hoeft niets te doen.", gegevens=feiten)
    if stap.status == "open":
        raise Melding("Dit besluit ligt nog niet bij u", "U krijgt bericht zodra dat zo is.", gegevens=feiten)
    if reglement(bezoek.stand.reglement).post is None:
        raise Melding("Dit besluit kunt u niet met een link melden", ZONDER_TWEEDE, VRAAG_MANAGER, gegevens=feiten)
    if bezoek.verlopen(bezoek.uiterlijk):
        uitleg = ("Er is nog geen besluit van u vastgelegd.", "Met een nieuwe link kan dat nog.")
        raise Melding("Uw link is verlopen", *uitleg, soort="warning", gegevens=feiten, knop=NIEUWE_LINK)
    return _formulier(bezoek, stap, feiten)


def gegevens(bezoek: Bezoek, stap: Besluitstap) -> tuple[tuple[str, str], ...]:
    """What one must know of a step. What is secret is only named by its kind."""
    delen = (stap.naam, "" if geheim.rust_op(bezoek.stand, stap) else stap.onderwerp)
    uiterlijk = bezoek.uiterlijk
    alle = (
        bezoek.over,
        ("Besluit van", bezoek.partner),
        ("Waarover", ": ".join(deel for deel in delen if deel)),
        ("Nummer", stap.id),
        ("Grondslag", stap.grond),
        ("Bij u sinds", datum(stap.voorgelegd_op) if stap.voorgelegd_op else ""),
        ("Uiterlijk", datum(uiterlijk) if uiterlijk else ""),
    )
    return tuple((woord, waarde) for woord, waarde in alle if waarde)


def _uitkomst(stap: Besluitstap) -> str:
    laatste = stap.behandelingen[-1] if stap.behandelingen else None
    return f"De uitkomst is: {gewoon(laatste.uitkomst)}." if laatste else "De uitkomst staat in het dossier."


def _formulier(bezoek: Bezoek, stap: Besluitstap, feiten: tuple[tuple[str, str], ...]) -> Formulier:
    mogelijk = (code for code in uitkomsten(bezoek.stand, stap) if code not in NIET_ZELF)
    keuzes = tuple((code, gewoon(code).capitalize()) for code in mogelijk)
    toestemming = _instrument(bezoek.stand, stap) == "toestemming"
    velden = (
        Veld("uitkomst", "Wat uw orgaan besloot", "keuze", keuzes=keuzes),
        Veld("op", "Datum van het besluit", "datum", "De dag van de vergadering of ondertekening."),
        Veld("motivering", "Motivering", "tekstvak", "Verplicht als u afwijst.", verplicht=False),
        *(_grondvelden() if toestemming else ()),
        Veld("titel", "Titel van het besluit of de brief", "tekst", verplicht=False, langste=200),
        Veld("referentie", "Kenmerk of webadres van dat stuk", "tekst", verplicht=False, langste=200),
        Veld("sha256", "Controlegetal van het stuk (SHA-256)", "tekst", "64 tekens.", verplicht=False, langste=64),
    )
    return Formulier(
        naam="besluit",
        titel="Meld uw besluit",
        controle="Controleer uw besluit",
        velden=velden,
        inhoud=lambda w: inhoud(stap.id, w),
        gegevens=feiten,
        gebeurd_op="op",
        daarna=(TWEEDE,),
    )


def _instrument(stand: Stand, stap: Besluitstap) -> str | None:
    return reglement(stand.reglement).staptype(stap.code).instrument if stap.traject else None


def _grondvelden() -> tuple[Veld, ...]:
    alleen = "Alleen als u de toestemming niet of niet helemaal geeft."
    return (
        Veld("strijd_met", "Waarom niet, of niet helemaal", "keuze", alleen, verplicht=False, keuzes=_STRIJD),
        Veld("deel", "Voor welk deel wel", "tekst", alleen, verplicht=False, langste=2_000),
        Veld("overleg_op", "Datum van het overleg vooraf", "datum", alleen, verplicht=False),
        Veld("overleg_partij", "Met welk orgaan was dat overleg", "tekst", alleen, verplicht=False, langste=200),
    )


def inhoud(stap: str, waarden: Waarden) -> dict[str, Any]:
    """The command that these values become; what was left empty is left out."""
    gegeven: dict[str, Any] = {"soort": "LegBesluitVast", "stap": stap, "uitkomst": waarden["uitkomst"]}
    if waarden["motivering"]:
        gegeven["motivering"] = waarden["motivering"]
    if any(waarden[naam] for naam in ("titel", "referentie", "sha256")):
        gegeven["bron"] = {"titel": waarden["titel"], "referentie": waarden["referentie"]}
        gegeven["bron"] |= {"sha256": waarden["sha256"].lower()} if waarden["sha256"] else {}
    if waarden["uitkomst"] in _MET_GROND and waarden.get("strijd_met"):
        gegeven["instrument"] = _toestemming(waarden)
    return gegeven


def _toestemming(waarden: Waarden) -> dict[str, Any]:
    gegeven: dict[str, Any] = {"instrument": "toestemming", "besluit": waarden["uitkomst"]}
    gegeven |= {"strijd_met": waarden["strijd_met"], "deel": waarden["deel"]}
    if waarden["overleg_op"] or waarden["overleg_partij"]:
        gegeven["overleg"] = {"op": waarden["overleg_op"], "partij": waarden["overleg_partij"]}
    return gegeven
