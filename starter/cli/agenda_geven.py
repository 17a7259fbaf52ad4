"""The easy forms of the regionale agenda: begin one in three questions, and move what stands on it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from domain.basis import AGENDA, is_agenda
from domain.kalender import dagtekst
from domain.reglement.register import nieuwste
from domain.stand import Begin, Stand
from domain.taal.agenda import halfjaar
from starter.cli.beginnen import begin_leven, vraag
from starter.cli.datums import lees_datum
from starter.cli.geven import bestaand, geef, geldig_id, stand_van
from starter.cli.hoe import Hoe
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout, lees_model

VRAGEN = {
    "titel": "Hoe heet de agenda?",
    "gebied": "Over welk gebied gaat zij? (bijvoorbeeld Flevoland)",
    "periode": "Voor welke periode? (bijvoorbeeld 2027-2030)",
}
_JAREN = re.compile(r"([12][0-9]{3})\s*-\s*([12][0-9]{3})")
_DAGEN = re.compile(r"(.+?)(?:\.\.|\s+tot en met\s+|\s+t/m\s+)(.+)")
_GEEN_ID = re.compile(r"[^A-Z0-9]+")


def geldige_agenda(id_: str) -> str:
    """The id of an agenda, in capitals as it is kept. Raises Invoerfout for that of an opgave."""
    agenda = geldig_id(id_)
    if not is_agenda(agenda):
        raise Invoerfout(
            f"{agenda} is geen regionale agenda: haar id begint met {AGENDA}. Kijk met: opgave agenda lijst"
        )
    return agenda


def geldige_opgave(id_: str) -> str:
    """The id of an opgave. Raises Invoerfout for that of an agenda."""
    opgave = geldig_id(id_)
    if is_agenda(opgave):
        raise Invoerfout(f"{opgave} is een regionale agenda, geen opgave. Noem hier een opgave.")
    return opgave


def agendastand(id_: str) -> Stand:
    """The state of an agenda that has begun."""
    return stand_van(geldige_agenda(id_))


def nieuw(antwoorden: Mapping[str, str | None], ambitie: str, id_: str | None, hoe: Hoe) -> None:
    """Ask what was not given, propose an id, and begin."""
    if leeg := next(
        (naam for naam, antwoord in antwoorden.items() if antwoord is not None and not antwoord.strip()), ""
    ):
        raise Invoerfout(f"--{leeg}: dit is leeg. {VRAGEN[leeg]}")
    alle = {naam: antwoorden.get(naam) or vraag(naam, zin) for naam, zin in VRAGEN.items()}
    van, tot = lees_looptijd(alle["periode"], vandaag := omgeving().vandaag())
    hoe = _vanaf(van, tot, vandaag, hoe)
    inhoud = {"soort": "StartAgenda", "titel": alle["titel"], "gebied": alle["gebied"], "van": van, "tot": tot}
    inhoud |= {"ambitie": ambitie} if ambitie else {}
    if id_ and not is_agenda(geldig_id(id_)):
        raise Invoerfout(f"--id: kies een id die begint met {AGENDA}, bijvoorbeeld {AGENDA}{geldig_id(id_)[:20]}.")
    agenda = geldige_agenda(id_ or _voorstel(alle["gebied"], van))
    eerste = lees_model(Begin, {"reglement": nieuwste().code, "opgave": agenda})
    nu = halfjaar(max(van, vandaag) if tot >= vandaag else van)
    verder = f"De agenda {agenda} loopt. Verder: opgave agenda zet {agenda} OPGAVE --periode {nu} --reden TEKST"
    begin_leven(eerste, inhoud, hoe, verder)


def _vanaf(van: date, tot: date, vandaag: date, hoe: Hoe) -> Hoe:
    """An agenda whose period runs began on its first day, so that what happened since can be recorded with its date."""
    if hoe.op is not None:
        return hoe
    if tot < vandaag:
        raise Invoerfout(
            f"--periode: deze periode eindigde op {dagtekst(tot)}. Kies een periode die loopt of nog komt.",
            f"Begon de agenda echt toen, noem dan die dag: --op {van.isoformat()}",
        )
    return replace(hoe, op=van.isoformat()) if van < vandaag else hoe


def lees_looptijd(tekst: str, vandaag: date) -> tuple[date, date]:
    """Two years, or two days with `..` or `tot en met` between them. Raises Invoerfout for anything else."""
    if jaren := _JAREN.fullmatch(tekst.strip()):
        van, tot = date(int(jaren[1]), 1, 1), date(int(jaren[2]), 12, 31)
    elif dagen := _DAGEN.fullmatch(tekst.strip()):
        van, tot = (lees_datum(dagen[nr], vandaag, "--periode") for nr in (1, 2))
    else:
        raise Invoerfout("--periode: schrijf 2027-2030, of 2027-01-01..2030-06-30.")
    if tot <= van:
        raise Invoerfout("--periode: het einde ligt voor het begin. Schrijf het eerste jaar voorop, zoals 2027-2030.")
    return van, tot


def _voorstel(gebied: str, van: date) -> str:
    """AGENDA-FLEVOLAND, or with the year behind it when that one is there already."""
    naam = (AGENDA + (_GEEN_ID.sub("-", gebied.upper()).strip("-") or "REGIO"))[:34]
    return naam if bestaand(naam) is None else f"{naam}-{van.year}"


def zet(agenda: str, opgave: str, velden: Mapping[str, Any], eigen: Mapping[str, str | None], hoe: Hoe) -> None:
    """Put an opgave on the agenda, by default with the title and theme it has itself."""
    opgave = geldige_opgave(opgave)
    gegeven = {naam: waarde for naam, waarde in eigen.items() if waarde}
    if len(gegeven) < len(eigen):
        gegeven = _van_de_opgave(opgave, gegeven)
    geef_over("ZetOpAgenda", agenda, opgave, {**gegeven, **velden}, hoe)


def _van_de_opgave(opgave: str, gegeven: Mapping[str, str]) -> dict[str, str]:
    stand = bestaand(opgave)
    if stand is None:
        nodig = " en ".join(f"--{naam}" for naam in ("titel", "thema") if naam not in gegeven)
        raise Invoerfout(f"De opgave {opgave} is nog niet begonnen. Geef dan zelf {nodig} mee.")
    return {"titel": stand.leven.titel, "thema": stand.leven.thema, **gegeven}


def geef_over(soort: str, agenda: str, opgave: str, velden: Mapping[str, Any], hoe: Hoe) -> None:
    """Give the agenda a command about one opgave; what was left out is left out."""
    gegeven = {naam: waarde for naam, waarde in velden.items() if waarde is not None}
    geef(geldige_agenda(agenda), {"soort": soort, "opgave": geldige_opgave(opgave), **gegeven}, hoe)


def raakvlak(agenda: str, opgave: str, andere: str, omschrijving: str, verbreek: str | None, hoe: Hoe) -> None:
    """Record that two opgaven touch, or no longer."""
    paar = {"andere": geldige_opgave(andere)}
    if verbreek is not None and omschrijving:
        raise Invoerfout("--verbreek en --omschrijving gaan niet samen: kies vastleggen of verbreken.")
    if verbreek is not None:
        return geef_over("VerbreekRaakvlak", agenda, opgave, {**paar, "reden": verbreek}, hoe)
    if not omschrijving:
        raise Invoerfout("--omschrijving: zeg hoe deze opgaven elkaar raken.")
    return geef_over("LegRaakvlakVast", agenda, opgave, {**paar, "omschrijving": omschrijving}, hoe)
