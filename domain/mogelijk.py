"""What someone may do now: commands that fit the state, each tried against the decider and ready to paste."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from domain import bevoegdheid, kern, pad
from domain.basis import Afzender, Fase, Model
from domain.opdracht import OPDRACHTEN, Opdracht
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap


class Mogelijkheid(Model):
    """A command that makes sense now. `kan` is False when something is missing, which `ontbreekt` names.

    `voorbeeld` is the content of the command, with ids filled in; texts between `<` and `>` are for the sender.
    """

    opdracht: str
    uitleg: str
    voorbeeld: dict[str, Any]
    kan: bool = True
    reden: str = ""
    ontbreekt: tuple[str, ...] = ()


def mogelijkheden(stand: Stand, door: Afzender, werktijd: datetime) -> tuple[Mogelijkheid, ...]:
    """What this sender may do now, what can be done at once first; what the function may never do is absent."""
    gevonden = [
        _probeer(stand, door, werktijd, inhoud)
        for inhoud in _voorstellen(stand)
        if bevoegdheid.mag(stand, door, inhoud["soort"])
    ]
    return tuple(sorted(gevonden, key=lambda m: not m.kan))


def _probeer(stand: Stand, door: Afzender, werktijd: datetime, inhoud: dict[str, Any]) -> Mogelijkheid:
    model = OPDRACHTEN[inhoud["soort"]]
    opdracht = Opdracht.model_validate({"id": "proef", "door": door, "inhoud": inhoud})
    na, _ = kern.stap(stand.met(bewijzen={}), werktijd, opdracht)
    bewijs = kern.bewijs(na, "proef")
    return Mogelijkheid(
        opdracht=inhoud["soort"],
        uitleg=getattr(model, "uitleg", ""),
        voorbeeld=inhoud,
        kan=not bewijs.geweigerd,
        reden=bewijs.reden,
        ontbreekt=bewijs.ontbreekt,
    )


def _voorstellen(stand: Stand) -> Iterable[dict[str, Any]]:
    if stand.leven.toestand == "nog_niet_begonnen":
        return
    if stand.leven.toestand == "gepauzeerd":
        yield {"soort": "Hervat"}
    yield from _fase(stand)
    yield from _verzoeken(stand)
    yield from _stappen(stand)
    yield from _trajecten(stand)
    yield from _pilots(stand)
    yield from _leren(stand)
    yield from _afspraken(stand)
    yield {"soort": "Noteer", "tekst": "<wat er is gezegd>"}


def _fase(stand: Stand) -> Iterable[dict[str, Any]]:
    fasen = tuple(Fase)
    volgende = fasen[fasen.index(stand.leven.fase) + 1 :]
    if stand.leven.toestand == "lopend" and volgende:
        yield {"soort": "GaNaarFase", "naar": str(volgende[0])}
    if stand.leven.fase is Fase.BORGING:
        yield {"soort": "SluitAf", "uitkomst": "opschalen", "reden": "<waarom>"}


def _verzoeken(stand: Stand) -> Iterable[dict[str, Any]]:
    for verzoek in stand.verzoeken.values():
        if verzoek.status == "open":
            yield {"soort": "BeantwoordVerzoek", "verzoek": verzoek.id, "oordeel": "inbreng", "antwoord": "<antwoord>"}


def _stappen(stand: Stand) -> Iterable[dict[str, Any]]:
    for stap in stand.stappen.values():
        if stap.status in ("voorgelegd", "aangehouden"):
            yield {"soort": "LegBesluitVast", "stap": stap.id, **_uitkomst(stand, stap)}
        elif stap.status == "open" and pad.aan_de_beurt(stand, stap):
            if stap.voorwaardelijk and stap.van_toepassing is None:
                yield {"soort": "BepaalStap", "stap": stap.id, "van_toepassing": True, "reden": "<waarom>"}
            else:
                yield {"soort": "LegVoor", "stap": stap.id}


def _uitkomst(stand: Stand, stap: Besluitstap) -> dict[str, Any]:
    """An outcome that exists for this step: the first that closes it well."""
    regels = reglement(stand.reglement)
    if stap.traject is not None:
        uitkomsten, keuze = regels.staptype(stap.code).uitkomsten, {}
    else:
        soort = regels.besluitsoort(stap.code)
        keuze = {"resultaat": soort.keuzes[0]} if soort.keuzes else {}
        uitkomsten = (soort.mogelijk or regels.uitkomsten_gs).alle
    if stap.orgaan != "PS":
        return {"uitkomst": uitkomsten[0], **keuze}
    return {"stemming": {"wijze": "zonder_stemming"}, **({"resultaat": uitkomsten[0]} if stap.traject else keuze)}


def _trajecten(stand: Stand) -> Iterable[dict[str, Any]]:
    for traject in stand.trajecten.values():
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
        if pilot.status == "loopt":
            yield {"soort": "RondPilotAf", "pilot": pilot.id, "samenvatting": "<wat het opleverde>"}
            yield {"soort": "StopPilotNu", "pilot": pilot.id, "reden": "<waarom>"}
        if pilot.status == "opgeschort":
            yield {"soort": "HervatPilot", "pilot": pilot.id, "reden": "<waarom>"}


def _leren(stand: Stand) -> Iterable[dict[str, Any]]:
    for evaluatie in stand.evaluaties.values():
        if evaluatie.status == "gestart":
            yield {"soort": "LegEvaluatieVast", "evaluatie": evaluatie.id, "advies": "opschalen"}
    for les in stand.lessen.values():
        if les.status == "vastgesteld" and not les.in_praktijk_gebracht:
            yield {"soort": "ControleerLes", "les": les.id, "in_praktijk_gebracht": "ja"}


def _afspraken(stand: Stand) -> Iterable[dict[str, Any]]:
    for afspraak in stand.afspraken.values():
        if afspraak.afgerond_op is None:
            yield {"soort": "RondAfspraakAf", "afspraak": afspraak.id, "resultaat": "<wat er is gedaan>"}
