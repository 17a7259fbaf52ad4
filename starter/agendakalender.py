"""The calendar of a regionale agenda: meetings, reces, running terms and milestones, also as iCalendar (RFC 5545).

Every entry has an id of its own that stays the same, so that a calendar that reads the file again replaces what it
had. Nothing about a step under geheimhouding is in it, and no words in which people say why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from documenten.inhoud import een_regel
from domain.beeld.verborgen import geheime_stappen, intern, verborgen
from domain.orgaan import Orgaankalender
from domain.stand import Stand
from domain.taal.termijnen import Termijn
from domain.vergaderkalender import vergaderdagen
from domain.verwachting.agenda import Agendarij
from domain.woorden import gewoon, met_namen, orgaan

HERIJKING = "T20"
_MAKER = "-//Opgavenmotor//NL"


@dataclass(frozen=True, slots=True)
class Kalenderpunt:
    """A day, or a period with both days included.

    `soort` is vergadering, reces, termijn, stap, pilot, fase, herijking, afspraak or agenda; `opgave` is empty for a
    body. What is only expected is `voorlopig`.
    """

    id: str
    soort: str
    van: date
    tot: date
    titel: str
    opgave: str = ""
    voorlopig: bool = False


def punten(
    agenda: Stand, opgaven: Iterable[Stand], kalenders: Iterable[Orgaankalender], vandaag: date
) -> tuple[Kalenderpunt, ...]:
    """Everything from today on, and what is too late but still runs, by day.

    Args:
        agenda: the state of the agenda.
        opgaven: those that stand on it and have begun.
        kalenders: of the bodies whose meetings matter.
        vandaag: the first day.
    """
    alle = [*_van_agenda(agenda, vandaag)]
    for stand in opgaven:
        alle += (*_termijnen(stand), *_afspraken(stand), *_stappen(stand, vandaag), *_pilots(stand))
    for kalender in kalenders:
        alle += _van_orgaan(kalender, vandaag)
    return tuple(sorted(alle, key=lambda p: (p.van, p.id)))


def verwachte(rijen: Iterable[Agendarij]) -> tuple[Kalenderpunt, ...]:
    """The beginnings of phases and the closings that are expected, on their likely day, without what leads to them."""
    return tuple(
        Kalenderpunt(f"{r.opgave}.verwacht.{r.rij.sleutel}", "fase", dag, dag, titel, r.opgave, voorlopig=True)
        for r in rijen
        if r.rij.soort in ("fase", "afsluiting")
        for dag, titel in ((r.rij.waarschijnlijk, f"{r.opgave} Verwacht: {r.rij.wat.partition(' (')[0]}"),)
    )


def als_ics(naam: str, alle: Sequence[Kalenderpunt], gemaakt_op: datetime) -> bytes:
    """A calendar file with a whole-day entry per item."""
    bestand = Calendar()
    for veld, waarde in (
        ("prodid", _MAKER),
        ("version", "2.0"),
        ("method", "PUBLISH"),
        ("x-wr-calname", een_regel(naam)),
    ):
        bestand.add(veld, waarde)
    for punt in alle:
        bestand.add_component(_gebeurtenis(punt, gemaakt_op))
    return bytes(bestand.to_ical())


def _gebeurtenis(punt: Kalenderpunt, gemaakt_op: datetime) -> Event:
    een = Event()
    een.add("uid", f"{punt.id}@opgavenmotor")
    een.add("dtstamp", gemaakt_op)
    een.add("dtstart", punt.van)
    een.add("dtend", punt.tot + timedelta(days=1))
    een.add("summary", een_regel(punt.titel))
    een.add("categories", [punt.soort])
    een.add("transp", "TRANSPARENT")
    een.add("status", "TENTATIVE" if punt.voorlopig else "CONFIRMED")
    return een


def _van_agenda(stand: Stand, vandaag: date) -> Iterator[Kalenderpunt]:
    yield from _termijnen(stand)
    yield from _afspraken(stand)
    if stand.agenda and stand.agenda.tot >= vandaag:
        titel = f"Einde van de agenda: {stand.leven.titel}"
        yield _dag(stand, "einde", "agenda", stand.agenda.tot, titel)


def _termijnen(stand: Stand) -> Iterator[Kalenderpunt]:
    """Terms that run; one that stands still has no last day now, and that of a promise is there as the promise."""
    for t in stand.termijnen.values():
        if t.status in ("loopt", "verstreken") and t.betreft not in stand.afspraken and _open(stand, t.betreft):
            soort = "herijking" if t.code == HERIJKING else "termijn"
            yield _dag(stand, f"termijn.{t.id}", soort, t.einde, f"Uiterlijk: {_wat(stand, t)} ({_voor(stand, t)})")


def _voor(stand: Stand, termijn: Termijn) -> str:
    """Who must do it: several functions can have a term for the same thing."""
    wie = termijn.geadresseerde
    return stand.partners[wie].naam if wie in stand.partners else gewoon(orgaan(wie))


def _wat(stand: Stand, termijn: Termijn) -> str:
    """What must be done; without what was typed about a signal, a change or a review, which stays inside."""
    return termijn.wat.partition(": ")[0] if intern(stand, termijn.betreft) else termijn.wat


def _afspraken(stand: Stand) -> Iterator[Kalenderpunt]:
    """Promises that are not kept yet, on their own day or that of their term."""
    termijn = {t.betreft: t.einde for t in stand.termijnen.values() if t.loopt}
    for a in stand.afspraken.values():
        dag = a.uiterlijk or termijn.get(a.id)
        if a.afgerond_op is None and dag and _open(stand, a.id):
            yield _dag(stand, f"afspraak.{a.id}", "afspraak", dag, f"Afspraak met {a.wie}: {a.tekst}")


def _stappen(stand: Stand, vandaag: date) -> Iterator[Kalenderpunt]:
    """Proposals that lie before a body and have their meeting."""
    for stap in stand.stappen.values():
        dag = stap.vergadering_op
        if stap.status == "voorgelegd" and dag and dag >= vandaag and _open(stand, stap.id):
            wat = ", ".join(dict.fromkeys(deel for deel in (stap.naam, stap.onderwerp) if deel))
            yield _dag(stand, f"stap.{stap.id}", "stap", dag, f"{orgaan(stap.orgaan)}: {wat}")


def _pilots(stand: Stand) -> Iterator[Kalenderpunt]:
    geheim = verborgen(stand, geheime_stappen(stand))
    for pilot in stand.pilots.values():
        if pilot.plan.eind and not pilot.geeindigd and pilot.id not in geheim:
            yield _dag(stand, f"pilot.{pilot.id}", "pilot", pilot.plan.eind, f"Einde van pilot {pilot.titel}")


def _open(stand: Stand, id_: str) -> bool:
    """Whether no geheimhouding rests on what this is about."""
    return id_ not in verborgen(stand, geheime_stappen(stand))


def _dag(stand: Stand, id_: str, soort: str, dag: date, titel: str) -> Kalenderpunt:
    woorden = f"{stand.opgave} {met_namen(titel, stand)}"
    return Kalenderpunt(f"{stand.opgave}.{id_}", soort, dag, dag, woorden, stand.opgave)


def _van_orgaan(kalender: Orgaankalender, vandaag: date) -> Iterator[Kalenderpunt]:
    wie = kalender.orgaan
    for dag in vergaderdagen(kalender, vandaag):
        yield Kalenderpunt(f"vergadering.{wie}.{dag}", "vergadering", dag, dag, f"Vergadering {wie}")
    for r in kalender.reces:
        if r.tot >= vandaag:
            yield Kalenderpunt(f"reces.{wie}.{r.van}", "reces", r.van, r.tot, f"{wie}: {r.naam}")
