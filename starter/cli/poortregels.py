"""What opens a gate: for each requirement of the reglement the command that fills in what is missing."""

from collections.abc import Callable, Iterable
from typing import Any, get_args

from domain import pad
from domain.beeld.mogelijk import formulier, voor_traject
from domain.beeld.mogelijk_stappen import voor_stap
from domain.beeld.overzicht import Poortstand
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.bladen_leren import Leervraag
from domain.taal.bladen_rollen import Rolkeuze
from domain.taal.evaluaties import Vervolguitkomst
from domain.taal.lesaanbod import Toepassing
from domain.taal.pilots import Indicator
from domain.woorden import orgaan
from starter.cli.velden import kaal

Inhoud = dict[str, Any]


def openers(stand: Stand, poort: Poortstand) -> tuple[Inhoud, ...]:
    """Contents of commands that bring this gate closer to open; texts between `<` and `>` are for the sender."""
    maak = _OPENERS.get(reglement(stand.reglement).poort(poort.poort).eis)
    return tuple(maak(stand)) if maak and not poort.open else ()


def wijzers(stand: Stand, poort: Poortstand) -> tuple[str, ...]:
    """Lines that say where a decision is that this gate waits for: `B1 ligt voor aan Provinciale Staten`."""
    eis = reglement(stand.reglement).poort(poort.poort).eis
    stappen = _beurten(stand) if eis == "vorm_in_werking" else _open_besluiten(stand, *_BESLUITEN.get(eis, ()))
    return tuple(_wijzer(stand, stap) for stap in stappen)


_BESLUITEN = {
    "kaders_ps": ("kader",),
    "evaluatie_vastgesteld": ("evaluatie", "vervolg"),
    "vervolg_besluit": ("vervolg",),
}


def _wijzer(stand: Stand, stap: Besluitstap) -> str:
    wat = f"{stap.id} {stap.naam}"
    wie = stand.partners[stap.orgaan].naam if stap.orgaan in stand.partners else orgaan(stap.orgaan)
    if stap.status in ("voorgelegd", "aangehouden"):
        hoe = "ligt voor aan" if stap.status == "voorgelegd" else "is aangehouden door"
        return f"{wat} {hoe} {wie}."
    return f"{wat} is nu aan de beurt ({wie})."


def _kies(soort: Any) -> str:
    """A placeholder that names the words to choose from."""
    return f"<{'|'.join(map(str, get_args(kaal(soort))))}>"


def _blad(**velden: Any) -> Callable[[Stand], Iterable[Inhoud]]:
    return lambda _: ({"soort": "LegBladVast", "inhoud": velden},)


def _rolkeuze(stand: Stand) -> Iterable[Inhoud]:
    velden = Rolkeuze.model_fields
    rol = {naam: _kies(velden[naam].annotation) for naam in ("provincie_rol", "trede", "netwerkrol")}
    stijl = {n: f"<procent {n}, samen 100>" for n in ("hierarchie", "netwerk", "markt")}
    blad = {"blad": "rolkeuze", "fase": str(stand.leven.fase), **rol, "stijl": stijl, "motivering": "<waarom deze rol>"}
    yield {"soort": "LegBladVast", "inhoud": blad}


def _reflectie(stand: Stand) -> Iterable[Inhoud]:
    vragen = ("waarom_doen_we_dit", "doen_we_het_goed", "hoe_gaat_de_samenwerking")
    antwoorden = dict.fromkeys(vragen, "<antwoord>")
    yield {"soort": "LegBladVast", "inhoud": {"blad": "reflectie", "fase": str(stand.leven.fase), **antwoorden}}


def _gedeeld_beeld(stand: Stand) -> Iterable[Inhoud]:
    for partner in stand.partners.values():
        blad = stand.bladen.get(f"gedeeld_beeld:{partner.id}")
        if partner.doet_mee and getattr(blad, "status", "nee") == "nee":
            velden = {"blad": "gedeeld_beeld", "partner": partner.id, "status": "ja"}
            yield {"soort": "LegBladVast", "inhoud": velden}


def _kaders(stand: Stand) -> Iterable[Inhoud]:
    return _besluit(stand, "kader", "PS", "Kaders voor inhoud en proces")


def _besluit(stand: Stand, code: str, orgaan: str, onderwerp: str) -> Iterable[Inhoud]:
    """The next thing to do for a decision: open it, or bring the one that is open further."""
    open_ = _open_besluiten(stand, code)
    if not open_:
        yield {"soort": "OpenBesluit", "code": code, "orgaan": orgaan, "onderwerp": onderwerp}
    for stap in open_:
        yield from _verder(stand, stap)


def _open_besluiten(stand: Stand, *codes: str) -> list[Besluitstap]:
    stappen = stand.stappen.values()
    return [s for s in stappen if s.traject is None and s.code in codes and _loopt(s)]


def _loopt(stap: Besluitstap) -> bool:
    return stap.afloop == "open" and stap.status != "vervallen"


def _verder(stand: Stand, stap: Besluitstap) -> Iterable[Inhoud]:
    return (formulier(stand, inhoud) for inhoud in voor_stap(stand, stap))


def _beurten(stand: Stand) -> list[Besluitstap]:
    """The steps of the vormtrajecten whose turn it is."""
    stappen = (s for t in stand.trajecten.values() for s in pad.ronde(stand, t.id, t.ronde))
    return [s for s in stappen if _loopt(s) and pad.aan_de_beurt(stand, s)]


def _vorm(stand: Stand) -> Iterable[Inhoud]:
    for stap in _beurten(stand):
        yield from _verder(stand, stap)
    for traject in stand.trajecten.values():
        yield from (formulier(stand, inhoud) for inhoud in voor_traject(stand, traject))
    if not any(t.status != "beeindigd" for t in stand.trajecten.values()):
        kandidaten = [{"code": "CONVENANT", "plus": "<voordeel>"}, {"code": "STICHTING", "min": "<nadeel>"}]
        yield {"soort": "StartVormtraject", "onderwerp": "<waarover>", "kandidaten": kandidaten}


def _pilotplan(stand: Stand) -> Iterable[Inhoud]:
    eenheid = {"naam": "<wat u meet>", "eenheid": "<eenheid>", "nulmeting": "<getal>", "streefwaarde": "<getal>"}
    plan = {
        "hypothese": "<als ..., dan ..., omdat ...>",
        "begin": "<begindatum>",
        "eind": "<einddatum>",
        "indicatoren": [eenheid],
        "beslisregel": "<wanneer het geslaagd is>",
        "exitplan": "<hoe u stopt>",
        "evaluator": "<onafhankelijk van de trekker>",
        "avg_getoetst": "<ja|nee>",
    }
    gepland = [p for p in stand.pilots.values() if p.status == "gepland"]
    for pilot in gepland:
        eigen = pilot.plan.model_dump(mode="json", exclude_defaults=True)
        nieuw = {n: w for n, w in plan.items() if n not in eigen}
        onaf = [dict(_onaf(i)) for i in pilot.plan.indicatoren if None in (i.nulmeting, i.streefwaarde)]
        nieuw |= {"indicatoren": onaf} if onaf else {}
        if nieuw:
            yield {"soort": "StelPilotplanOp", "pilot": pilot.id, "plan": nieuw}
    if not gepland:
        yield {"soort": "StelPilotplanOp", "titel": "<naam van de pilot>", "plan": plan}


def _onaf(indicator: Indicator) -> Iterable[tuple[str, str]]:
    """What an indicator still lacks; the rest of it stays as it is."""
    yield "naam", indicator.naam
    yield from ((veld, "<getal>") for veld in ("nulmeting", "streefwaarde") if getattr(indicator, veld) is None)


def _evaluatie(stand: Stand) -> Iterable[Inhoud]:
    if not stand.evaluaties:
        pilots = [p.id for p in stand.pilots.values() if p.geeindigd]
        yield {"soort": "StartEvaluatie", "pilots": pilots, "evaluator": "<onafhankelijk van de trekker>"}
    yield from _besluit(stand, "evaluatie", "GS", "Vaststellen van de evaluatie")


def _checklist(stand: Stand) -> Iterable[Inhoud]:
    for fase, punt in stand.agendaplek.checklist if stand.agendaplek else ():
        if fase == stand.leven.fase and f"checklist:{punt.punt}" not in stand.bladen:
            velden = {"blad": "checklist", "punt": punt.punt, "antwoord": "<antwoord>"}
            yield {"soort": "LegBladVast", "inhoud": velden}


def _lesaanbod(moment: str) -> Callable[[Stand], Iterable[Inhoud]]:
    def maak(stand: Stand) -> Iterable[Inhoud]:
        for aanbod in stand.lesaanbod.values():
            if aanbod.antwoord is None and aanbod.moment == moment:
                wat = {"les": aanbod.les, "moment": moment, "antwoord": _kies(Toepassing), "reden": "<waarom>"}
                yield {"soort": "BeantwoordLesaanbod", **wat}

    return maak


def _leervragen(stand: Stand) -> Iterable[Inhoud]:
    for vraag in get_args(Leervraag.model_fields["vraag"].annotation):
        if f"leervraag:{vraag}" not in stand.bladen:
            yield {"soort": "LegBladVast", "inhoud": {"blad": "leervraag", "vraag": vraag, "antwoord": "<antwoord>"}}


def _vervolg(stand: Stand) -> Iterable[Inhoud]:
    besluit = next((s.id for s in stand.stappen.values() if s.code in ("vervolg", "evaluatie")), None)
    for evaluatie in stand.evaluaties.values():
        if evaluatie.status == "opgesteld" and besluit:
            keuze = {"uitkomst": _kies(Vervolguitkomst), "stap": besluit, "reden": "<waarom>"}
            yield {"soort": "BepaalVervolg", "evaluatie": evaluatie.id, **keuze}


def _les(stand: Stand) -> Iterable[Inhoud]:
    velden = {"titel": "<de les in een zin>", "eigenaar": "opgavemanager", "actie": "<wat er verandert>"}
    yield {"soort": "LegLesVast", **velden}


def _flevo(moment: str) -> Callable[[Stand], Iterable[Inhoud]]:
    return _blad(blad="toets_flevo", moment=moment, scores=_SCORES, toelichting="<waarom deze scores>")


_T = "<tekst>"
_SCORES = ["<zes keer 0 tot en met 3 met een komma ertussen>"]
_OPENERS: dict[str, Callable[[Stand], Iterable[Inhoud]]] = {
    "betekenis": _blad(blad="betekenis", tekst="<wat inwoners eraan hebben>"),
    "flevo_toets_f1": _flevo("F1"),
    "flevo_toets_f3": _flevo("F3"),
    "flevo_toets_f5": _flevo("F5"),
    "kaders_ps": _kaders,
    "gezamenlijke_ambitie": _blad(blad="gezamenlijke_ambitie", tekst="<de ambitie>", ondertekend_door=["GS"]),
    "gedeeld_beeld": _gedeeld_beeld,
    "inhoud": _blad(blad="inhoud", opgave="<wat er speelt>", doelen=["<doel>"], doelgroep="<voor wie>"),
    "waarom_samenwerken": _blad(blad="waarom_samenwerken", nodig=_T, bijdrage=_T, alternatief_zelf=_T),
    "kernwaarden": _blad(
        blad="kernwaarden",
        transparantie=_T,
        rechtmatigheid=_T,
        rechtsgelijkheid=_T,
        gelijke_behandeling=_T,
        democratische_legitimiteit=_T,
    ),
    "rolkeuze": _rolkeuze,
    "vorm_in_werking": _vorm,
    "pilotplan": _pilotplan,
    "rol_na_afloop": _blad(blad="rol_na_afloop", tekst="<de rol na afloop>"),
    "reflectie": _reflectie,
    "evaluatie_vastgesteld": _evaluatie,
    "vervolg_besluit": _vervolg,
    "lessen": _les,
    "les_geborgd": _les,
    "checklist": _checklist,
    "lesaanbod_f1": _lesaanbod("F1"),
    "lesaanbod_f3": _lesaanbod("F3"),
    "leervragen": _leervragen,
}
