"""What someone may do now: commands that fit the state, each tried against the decider and ready to paste."""

from collections.abc import Iterable
from datetime import datetime
from itertools import count
from typing import Any, get_args

from domain import bevoegdheid, kern, pad
from domain.basis import Afzender, Fase, Model
from domain.beeld import mogelijk_agenda, mogelijk_besluiten, mogelijk_partners, mogelijk_recht, mogelijk_stappen
from domain.opdracht import OPDRACHTEN, Opdracht
from domain.regels.lessen import nog_te_horen
from domain.regels.termijnen import LESCONTROLE, lopend
from domain.stand import Stand
from domain.stemmen.gegevens import Wijze
from domain.taal.evaluaties import Vervolguitkomst
from domain.taal.herstel import Grondslagoordeel
from domain.taal.lesaanbod import Toepassing
from domain.taal.leven import Afloop
from domain.taal.partners import Partnertype
from domain.taal.rechtsgang import Rechtswegeoordeel
from domain.taal.verzoeken import Oordeel, Verzoek
from domain.taal.vormen import Vormtraject
from domain.toestanden import NA_AFLOOP, TIJDENS_PAUZE


class Mogelijkheid(Model):
    """A command that makes sense now. `kan` is False when something is missing, which `ontbreekt` names.

    `voorbeeld` is the content as it was tried; `formulier` has `<...>` wherever the sender must choose or write.
    """

    opdracht: str
    uitleg: str
    voorbeeld: dict[str, Any]
    formulier: dict[str, Any]
    kan: bool = True
    reden: str = ""
    ontbreekt: tuple[str, ...] = ()


def mogelijkheden(stand: Stand, door: Afzender, werktijd: datetime) -> tuple[Mogelijkheid, ...]:
    """What this sender may do now, what can be done at once first; what is for someone else to do is absent."""
    past = (i for i in _voorstellen(stand) if _past(stand, i["soort"]) and bevoegdheid.mag(stand, door, i["soort"]))
    past = (i for i in past if mogelijk_partners.past_bij(stand, door, i))
    geprobeerd = (_probeer(stand, door, werktijd, inhoud) for inhoud in past)
    return tuple(sorted((m for m in geprobeerd if m), key=lambda m: not m.kan))


def _past(stand: Stand, soort: str) -> bool:
    """Whether a command of this name can be given at all in this state of the life."""
    alleen = {"gepauzeerd": TIJDENS_PAUZE, "afgerond": NA_AFLOOP, "ingetrokken": NA_AFLOOP}
    toestand = stand.leven.toestand
    if not mogelijk_agenda.past_bij(stand, soort):
        return False
    return soort in alleen.get(toestand, ()) or (toestand == "lopend" and soort != "Hervat")


def _probeer(stand: Stand, door: Afzender, werktijd: datetime, inhoud: dict[str, Any]) -> Mogelijkheid | None:
    """Try it on the decider; None when it turns out to be another's work."""
    model = OPDRACHTEN[inhoud["soort"]]
    opdracht = Opdracht.model_validate({"id": "proef", "door": door, "inhoud": inhoud})
    na, _ = kern.stap(stand.met(bewijzen={}), werktijd, opdracht)
    bewijs = kern.bewijs(na, "proef")
    if bewijs.geweigerd and bewijs.regel == "bevoegdheid":
        return None
    return Mogelijkheid(
        opdracht=inhoud["soort"],
        uitleg=getattr(model, "uitleg", ""),
        voorbeeld=inhoud,
        formulier=mogelijk_partners.voor(stand, door, formulier(stand, inhoud)),
        kan=not bewijs.geweigerd,
        reden=bewijs.reden,
        ontbreekt=bewijs.ontbreekt,
    )


def formulier(stand: Stand, inhoud: dict[str, Any]) -> dict[str, Any]:
    """The content with `<...>` wherever someone has to choose."""
    if inhoud["soort"] == "Bevestig":
        return {**inhoud, "opdracht": formulier(stand, inhoud["opdracht"])}
    if inhoud["soort"] == "LegBesluitVast":
        return {**inhoud, **_besluitkeuzes(stand, inhoud)}
    if inhoud["soort"] == "MeldHalte" and "uitkomst" in inhoud:
        return {**inhoud, "uitkomst": f"<{'|'.join(mogelijk_besluiten.uitkomsten(stand, inhoud))}>"}
    if inhoud["soort"] == "SluitRechtsmiddel":
        return {**inhoud, "uitkomst": f"<{'|'.join(mogelijk_recht.uitkomsten(stand, inhoud))}>"}
    if inhoud["soort"] == "LegBladVast":
        return {**inhoud, "inhoud": {**inhoud["inhoud"], "is_wgr": "<ja|nee>"}}
    if van_partners := mogelijk_partners.formulier(stand, inhoud):
        return van_partners
    if inhoud["soort"] == "KiesOrganiseervorm":
        codes = (kandidaat.code for kandidaat in stand.trajecten[inhoud["traject"]].kandidaten)
        return {**inhoud, "code": f"<{'|'.join(codes)}>"}
    keuzes = {} if mogelijk_agenda.bevestigt(stand, inhoud) else _KEUZES.get(inhoud["soort"], {})
    return {**inhoud, **{veld: f"<{woorden}>" for veld, woorden in keuzes.items()}}


def _besluitkeuzes(stand: Stand, inhoud: dict[str, Any]) -> dict[str, Any]:
    stap = stand.stappen[inhoud["stap"]]
    keuzes = {
        "stemming": {"wijze": f"<{'|'.join(get_args(Wijze))}>"},
        "uitkomst": f"<{'|'.join(mogelijk_stappen.uitkomsten(stand, stap))}>",
        "resultaat": f"<{'|'.join(mogelijk_stappen.resultaten(stand, stap))}>",
    }
    return {veld: keuze for veld, keuze in keuzes.items() if veld in inhoud}


_KEUZES: dict[str, dict[str, str]] = {
    "BeantwoordVerzoek": {"oordeel": "|".join(get_args(Oordeel))},
    "BeoordeelGrondslag": {"oordeel": "|".join(get_args(Grondslagoordeel))},
    "BepaalStap": {"van_toepassing": "ja|nee"},
    "ControleerLes": {"in_praktijk_gebracht": "ja|nee|deels"},
    "LegEvaluatieVast": {"advies": "|".join(get_args(Vervolguitkomst))},
    "MeetIndicator": {"waarde": "getal"},
    "SluitAf": {"uitkomst": "|".join(get_args(Afloop))},
    "StelRechtswegeVast": {"oordeel": "|".join(get_args(Rechtswegeoordeel))},
    "VoegPartnerToe": {"partner": "korte-id", "type": "|".join(get_args(Partnertype))},
    "ZetInWerking": {"per": "datum"},
    "BeantwoordLesaanbod": {"antwoord": "|".join(get_args(Toepassing))},
    **mogelijk_partners.KEUZES,
    **mogelijk_agenda.KEUZES,
}
"""Fields of which the example is only there to try the command with."""


def _voorstellen(stand: Stand) -> Iterable[dict[str, Any]]:
    yield {"soort": "Hervat"}
    for onderdeel in (
        _fase,
        _partners,
        _verzoeken,
        mogelijk_stappen.voorstellen,
        _trajecten,
        _pilots,
        _leren,
        _afspraken,
        _notities,
    ):
        yield from onderdeel(stand)
    yield from mogelijk_besluiten.voorstellen(stand)
    yield from mogelijk_recht.voorstellen(stand)
    yield from mogelijk_partners.voorstellen(stand)
    yield from mogelijk_agenda.voorstellen(stand)
    yield {"soort": "Noteer", "tekst": "<wat er is gezegd>"}


def _fase(stand: Stand) -> Iterable[dict[str, Any]]:
    volgende = [fase for fase in Fase if fase > stand.leven.fase]
    if stand.leven.toestand == "lopend" and volgende:
        yield {"soort": "GaNaarFase", "naar": str(volgende[0])}
    if stand.leven.fase is Fase.BORGING:
        yield {"soort": "SluitAf", "uitkomst": "opschalen", "reden": "<waarom>"}


def _partners(stand: Stand) -> Iterable[dict[str, Any]]:
    """Who joins and who is asked: the work of the first two phases."""
    if stand.leven.fase not in (Fase.INITIATIEF, Fase.VERKENNING):
        return
    vrij = next(naam for nr in count(1) if (naam := f"partner-{nr}") not in stand.partners)
    yield {"soort": "VoegPartnerToe", "partner": vrij, "naam": "<naam van de organisatie>", "type": "gemeente"}
    gevraagd = {v.aan for v in stand.verzoeken.values() if v.status == "open"}
    if aan := [p.id for p in stand.partners.values() if p.doet_mee and p.id not in gevraagd]:
        yield {"soort": "VraagPartner", "aan": aan, "vraag": "<wat u vraagt>"}


def _verzoeken(stand: Stand) -> Iterable[dict[str, Any]]:
    for verzoek in stand.verzoeken.values():
        if verzoek.status == "open":
            yield _antwoord(stand, verzoek)
            verstreken = any(t.betreft == verzoek.id and t.status == "verstreken" for t in stand.termijnen.values())
            if verstreken and verzoek.bij_stilte != "wachten":
                yield {"soort": "GaDoorZonderReactie", "verzoek": verzoek.id, "reden": "<waarom>"}


def _antwoord(stand: Stand, verzoek: Verzoek) -> dict[str, Any]:
    return {"soort": "BeantwoordVerzoek", **mogelijk_partners.antwoord(stand, verzoek)}


def _trajecten(stand: Stand) -> Iterable[dict[str, Any]]:
    for traject in stand.trajecten.values():
        yield from voor_traject(stand, traject)


def voor_traject(stand: Stand, traject: Vormtraject) -> Iterable[dict[str, Any]]:
    """What a vormtraject asks outside its steps: a choice, and at the end the day it starts to work."""
    if traject.status == "verkend":
        code = traject.kandidaten[0].code
        yield {"soort": "KiesOrganiseervorm", "traject": traject.id, "code": code, "motivering": "<waarom>"}
    elif traject.status in ("gekozen", "wordt_gewijzigd") and not pad.onaf(stand, traject):
        per = stand.laatste_op.date().isoformat() if stand.laatste_op else "2026-01-01"
        yield {"soort": "ZetInWerking", "traject": traject.id, "per": per}


def _pilots(stand: Stand) -> Iterable[dict[str, Any]]:
    for pilot in stand.pilots.values():
        if pilot.status == "gepland":
            yield {"soort": "StartPilot", "pilot": pilot.id}
        if pilot.begonnen:
            for indicator in pilot.plan.indicatoren:
                yield {"soort": "MeetIndicator", "pilot": pilot.id, "indicator": indicator.naam, "waarde": "0"}
        if pilot.status == "loopt":
            yield {"soort": "SchortPilotOp", "pilot": pilot.id, "reden": "<waarom>"}
            yield {"soort": "RondPilotAf", "pilot": pilot.id, "samenvatting": "<wat het opleverde>"}
            yield {"soort": "StopPilotNu", "pilot": pilot.id, "reden": "<waarom>"}
        if pilot.status == "opgeschort":
            yield {"soort": "HervatPilot", "pilot": pilot.id, "reden": "<waarom>"}


def _leren(stand: Stand) -> Iterable[dict[str, Any]]:
    for evaluatie in stand.evaluaties.values():
        if evaluatie.status == "gestart":
            yield {"soort": "LegEvaluatieVast", "evaluatie": evaluatie.id, "advies": "opschalen"}
    for les in stand.lessen.values():
        if les.status in ("concept", "gevalideerd"):
            waarom = {"toelichting": "<waarom>"} if nog_te_horen(stand, les) else {}
            yield {"soort": "WijzigLesstatus", "les": les.id, "status": "vastgesteld", **waarom}
        if any(t.code == LESCONTROLE for t in lopend(stand, les.id)):
            yield {"soort": "ControleerLes", "les": les.id, "in_praktijk_gebracht": "ja"}
    for aanbod in stand.lesaanbod.values():
        if aanbod.antwoord is None:
            wat = {"les": aanbod.les, "moment": aanbod.moment, "antwoord": "toegepast", "reden": "<waarom>"}
            yield {"soort": "BeantwoordLesaanbod", **wat}


def _afspraken(stand: Stand) -> Iterable[dict[str, Any]]:
    for afspraak in stand.afspraken.values():
        if afspraak.afgerond_op is None:
            yield {"soort": "RondAfspraakAf", "afspraak": afspraak.id, "resultaat": "<wat er is gedaan>"}
    for signaal in stand.signalen.values():
        if signaal.gesloten_op is None:
            if not signaal.opgevangen_door:
                yield {"soort": "VangSignaalOp", "signaal": signaal.id, "opgevangen_door": "<functie>"}
            wat = "<wat er is gedaan>"
            yield {"soort": "SluitSignaal", "signaal": signaal.id, "ingreep": wat, "ingreep_door": "<functie>"}


def _notities(stand: Stand) -> Iterable[dict[str, Any]]:
    """A note about a request or a step becomes its answer; what another note becomes only people know."""
    for notitie in stand.notities.values():
        if not notitie.bevestigd and notitie.betreft is not None:
            verzoek, stap = stand.verzoeken.get(notitie.betreft), stand.stappen.get(notitie.betreft)
            wordt = [_antwoord(stand, verzoek)] if verzoek and verzoek.status == "open" else []
            wordt += mogelijk_stappen.voor_stap(stand, stap) if stap else ()
            yield from ({"soort": "Bevestig", "notitie": notitie.id, "opdracht": opdracht} for opdracht in wordt)
