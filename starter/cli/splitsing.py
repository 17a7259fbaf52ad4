"""`opgave splits` and `opgave voeg-samen`: the form of everything that must be divided, and giving it."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from domain.afstamming import nooit_aangekomen
from domain.basis import is_agenda
from domain.regels.splitsing_verdeling import Deel, te_verdelen
from domain.regels.splitsing_verdeling import Hoe as Wijze
from domain.stand import Stand
from domain.taal.splitsing import Deelsoort
from domain.woorden import tel
from starter.cli import scherm
from starter.cli.geven import bestaand, geef, geldig_id, stand_van
from starter.cli.hoe import Hoe
from starter.invoer import Invoerfout, lees_bestand

OPTIES = {"nieuw": "--nieuw", "titel": "--titel", "gaat_op_in": "--in", "reden": "--reden"}
"""The option of each field that can't be left out."""
KOPPEN: dict[Wijze, str] = {
    "splitsing": """\
# Waar gaat elk onderdeel van {opgave} heen?
# blijft: alleen hier. gaat_mee: alleen in de andere opgave. beide: in allebei.
# Pas aan wat anders moet. Er mag geen regel weg: wat u niet noemt, is vergeten.
""",
    "samenvoeging": """\
# Waar gaat elk onderdeel van {opgave} heen? Deze opgave is hierna afgerond.
# Vul bij elke regel zelf in waarheen: gaat_mee, beide of blijft. Bij elke soort staat wat blijft betekent.
# Er mag geen regel weg: wat u niet noemt, is vergeten.
""",
}
VERDER = """\
# De actie van een les gaat met haar mee. Tafels, intakes, signalen, verbonden partijen en de andere bladen blijven
# waar zij zijn.
{vast}reden: ""
verdeling:"""
BLIJFT = {
    "kader": "het geldt nergens meer",
    "besluit": "de andere opgave verwijst er niet naar",
    "partner": "de partner doet in de andere opgave niet mee",
    "verzoek": "het wordt ingetrokken",
    "afspraak": "zij wordt nog bij deze opgave nagekomen",
    "geld": "het blijft bij deze opgave geboekt; geef een reden",
    "les": "zij wordt nog bij deze opgave gecontroleerd",
}
"""What staying means in an opgave that ends."""
VAST = ("blijft",)
"""What can only stay is no question, and need not be said."""


def formulier(opgave: str, wijze: Wijze, ander: str | None, json: bool) -> None:
    """Print everything of which someone must say where it goes, to be filled in; nothing changes by it.

    Raises Invoerfout for what can't be divided, and for an opgave that can't take it (`ander`, when it is named).
    """
    stand = stand_van(opgave)
    _toets_kan(stand, wijze)
    if ander is not None and wijze == "samenvoeging":
        _toets_ander(geldig_id(ander))
    delen = te_verdelen(stand, wijze)
    if json:
        return scherm.json_uit({"opgave": stand.opgave, "verdeling": delen})
    keuzes = [deel for deel in delen if deel.mag != VAST]
    kop = (KOPPEN[wijze] + VERDER).format(opgave=stand.opgave, vast=_vast(delen))
    regels = (kop, *(regel for groep in _per_soort(keuzes, wijze) for regel in groep))
    sys.stdout.write("\n".join(regels if keuzes else (f"{kop} []",)) + "\n")
    return None


def _toets_kan(stand: Stand, wijze: Wijze) -> None:
    """Raise Invoerfout for an agenda, and for an opgave that has ended."""
    if is_agenda(stand.opgave):
        raise Invoerfout(f"{stand.opgave} is een agenda; alleen een opgave kan splitsen of opgaan in een andere.")
    if stand.leven.voorbij and not (wijze == "samenvoeging" and nooit_aangekomen(stand)):
        raise Invoerfout(f"De opgave {stand.opgave} is {stand.leven.toestand}; er valt niets meer te verdelen.")


def _toets_ander(ander: str) -> None:
    """Raise Invoerfout unless this opgave is there and still runs."""
    stand = bestaand(ander)
    if stand is None or stand.leven.voorbij:
        staat = "bestaat niet" if stand is None else f"is {stand.leven.toestand}"
        raise Invoerfout(f"--in: de opgave {ander} {staat}.")


def _vast(delen: Iterable[Deel]) -> str:
    """A remark that counts what can only stay; empty when there is no such thing."""
    soorten = Counter(deel.soort for deel in delen if deel.mag == VAST)
    wat = ", ".join(tel(aantal, *_NAMEN[soort]) for soort, aantal in soorten.items())
    return f"# Hier valt niets te kiezen, dit blijft vanzelf: {wat}.\n" if wat else ""


_NAMEN: dict[Deelsoort, tuple[str, str]] = {
    "kader": ("kader", "kaders"),
    "besluit": ("besluit", "besluiten"),
    "partner": ("partner", "partners"),
    "verzoek": ("verzoek", "verzoeken"),
    "termijn": ("termijn", "termijnen"),
    "geld": ("bedrag", "bedragen"),
    "les": ("les", "lessen"),
    "afspraak": ("afspraak", "afspraken"),
}


def _per_soort(delen: Iterable[Deel], wijze: Wijze) -> Iterable[tuple[str, ...]]:
    """Each kind with its rows. Staying changes nothing at a split and is filled in; in an end someone must choose."""
    for soort, groep in groupby(delen, key=lambda deel: deel.soort):
        splitst = wijze == "splitsing"
        yield (f"  # --- {soort}" if splitst else f"  # --- {soort}. blijft: {BLIJFT[soort]}",)
        yield from (_regels(deel, "blijft" if splitst else "") for deel in groep)


def _regels(deel: Deel, antwoord: str) -> tuple[str, ...]:
    """One thing: what it is and where it may go as a remark, then the answer, or room for one."""
    mag = f"mag: {', '.join(deel.mag)}"
    if deel.met_reden:
        mag += f" ({', '.join(deel.met_reden)} met een reden)"
    if deel.bedrag is not None:
        mag += f"; geef bij een deel het bedrag in eurocenten, hoogstens {deel.bedrag}"
    return (
        f"  # {_opmerking(deel.wat)}",
        f"  # {mag}" + (f". {_opmerking(deel.grond)}" if deel.grond else ""),
        f"  - {{soort: {deel.soort}, id: {_waarde(deel.id)}, waarheen: {antwoord}}}",
    )


def _opmerking(tekst: str) -> str:
    """Text of others in a remark: on one line, so that it can't become an answer."""
    return " ".join(scherm.schoon(tekst).split())


def _waarde(tekst: str) -> str:
    """A value that YAML reads back as this text."""
    return yaml.safe_dump(tekst, default_style='"', width=1_000).strip()


def splits(opgave: str, velden: Mapping[str, str | None], bestand: Path | None, hoe: Hoe) -> None:
    """Split a new opgave off. Raises Invoerfout when its id is in use, or something was left out."""
    inhoud = _inhoud("Splits", velden, bestand)
    inhoud["nieuw"] = geldig_id(_verplicht(inhoud, "nieuw"))
    _verplicht(inhoud, "titel")
    if not _herhaalt(hoe) and bestaand(inhoud["nieuw"]) is not None:
        raise Invoerfout(f"--nieuw: de opgave {inhoud['nieuw']} bestaat al. Kies een andere id.")
    stand = stand_van(opgave)
    geef(opgave, inhoud, hoe)
    _verder(inhoud["nieuw"], hoe, _agenda(stand))


def voeg_samen(opgave: str, velden: Mapping[str, str | None], bestand: Path | None, hoe: Hoe) -> None:
    """Let an opgave go into another. Raises Invoerfout when that one is not there or has ended."""
    inhoud = _inhoud("VoegSamen", velden, bestand)
    inhoud["gaat_op_in"] = geldig_id(_verplicht(inhoud, "gaat_op_in"))
    if not _herhaalt(hoe):
        _toets_ander(inhoud["gaat_op_in"])
    geef(opgave, inhoud, hoe)
    _verder(inhoud["gaat_op_in"], hoe)


def _agenda(stand: Stand) -> str:
    """The agenda this opgave stands on; empty for none."""
    return stand.agendaplek.agenda if stand.agendaplek and stand.agendaplek.op_agenda else ""


def _verder(ander: str, hoe: Hoe, agenda: str = "") -> None:
    """Where to look next, and what does not happen by itself."""
    if hoe.json or hoe.droog:
        return
    scherm.zeg(f"Verder: opgave toon {ander} (binnen enkele minuten is alles daar)")
    if agenda:
        scherm.zeg(f"Zet haar ook op de agenda: opgave agenda zet {agenda} {ander} --help")


def _herhaalt(hoe: Hoe) -> bool:
    """Whoever repeats an earlier try may find that it succeeded."""
    return hoe.opdracht_id is not None


def _inhoud(soort: str, velden: Mapping[str, str | None], bestand: Path | None) -> dict[str, Any]:
    """The command: what stands in the form, and what was typed, which goes first."""
    if bestand is None:
        raise Invoerfout("--verdeling: dit ontbreekt. Maak het bestand met --formulier.")
    inhoud = {**lees_bestand(bestand), **{naam: waarde for naam, waarde in velden.items() if waarde is not None}}
    _verplicht(inhoud, "reden")
    _toets_ingevuld(inhoud.get("verdeling", []))
    return {**inhoud, "soort": soort}


def _toets_ingevuld(verdeling: object) -> None:
    """Raise Invoerfout with the rows of the form that were left open."""
    rijen = verdeling if isinstance(verdeling, list) else []
    leeg = [f"{t.get('soort')} {t.get('id')}" for t in rijen if isinstance(t, Mapping) and not t.get("waarheen")]
    if leeg:
        raise Invoerfout("verdeling: vul bij elke regel in waarheen dit gaat. Dit is nog leeg:", *leeg)


def _verplicht(inhoud: Mapping[str, Any], veld: str) -> str:
    if not (waarde := inhoud.get(veld)):
        raise Invoerfout(f"{OPTIES[veld]}: dit ontbreekt.")
    return str(waarde)
