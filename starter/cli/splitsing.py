"""`opgave splits` and `opgave voeg-samen`: the form of everything that must be divided, and giving it."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from domain.regels.splitsing_verdeling import Deel, te_verdelen
from domain.stand import Stand
from starter.cli import scherm
from starter.cli.geven import Hoe, bestaand, geef, geldig_id, stand_van
from starter.invoer import Invoerfout, lees_bestand

OPTIES = {"nieuw": "--nieuw", "titel": "--titel", "gaat_op_in": "--in", "reden": "--reden"}
"""The option of each field that can't be left out."""
KOP = """\
# Waar gaat elk onderdeel van {opgave} heen?
# blijft: alleen hier. gaat_mee: alleen in de andere opgave. beide: in allebei.
# Pas aan wat anders moet. Er mag geen regel weg: wat u niet noemt, is vergeten.
# Tafels, intakes, verbonden partijen, afspraken en de andere bladen blijven waar zij zijn.
{vast}reden: ""
verdeling:"""
VAST = ("blijft",)
"""What can only stay is no question; it is filled in here."""


def formulier(opgave: str, json: bool) -> None:
    """Print everything of which someone must say where it goes, to be filled in; nothing changes by it."""
    stand = stand_van(opgave)
    delen = te_verdelen(stand)
    if json:
        return scherm.json_uit({"opgave": stand.opgave, "verdeling": delen})
    keuzes = [deel for deel in delen if deel.mag != VAST]
    kop = KOP.format(opgave=stand.opgave, vast=_vast(delen))
    regels = (kop, *(regel for groep in _per_soort(keuzes) for regel in groep))
    sys.stdout.write("\n".join(regels if keuzes else (f"{kop} []",)) + "\n")
    return None


def _vast(delen: Iterable[Deel]) -> str:
    """A remark that counts what can only stay; empty when there is no such thing."""
    soorten = Counter(deel.soort for deel in delen if deel.mag == VAST)
    wat = ", ".join(f"{aantal} {_MEERVOUD.get(soort, soort)}" for soort, aantal in soorten.items())
    return f"# Hier valt niets te kiezen, dit blijft vanzelf: {wat}.\n" if wat else ""


_MEERVOUD = {"termijn": "termijn(en)", "besluit": "besluit(en)", "verzoek": "verzoek(en)"}


def _per_soort(delen: Iterable[Deel]) -> Iterable[tuple[str, ...]]:
    for soort, groep in groupby(delen, key=lambda deel: deel.soort):
        yield (f"  # --- {soort}",)
        yield from (_regels(deel) for deel in groep)


def _regels(deel: Deel) -> tuple[str, ...]:
    """One thing: what it is and where it may go as a remark, then the answer that changes nothing."""
    mag = f"mag: {', '.join(deel.mag)}"
    if deel.met_reden:
        mag += f" ({', '.join(deel.met_reden)} met een reden)"
    if deel.bedrag is not None:
        mag += f"; geef bij een deel het bedrag in eurocenten, hoogstens {deel.bedrag}"
    return (
        f"  # {_opmerking(deel.wat)}",
        f"  # {mag}" + (f". {_opmerking(deel.grond)}" if deel.grond else ""),
        f"  - {{soort: {deel.soort}, id: {_waarde(deel.id)}, waarheen: blijft}}",
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
    geef(opgave, _aangevuld(stand, inhoud), hoe)
    _verder(inhoud["nieuw"], hoe, _agenda(stand))


def voeg_samen(opgave: str, velden: Mapping[str, str | None], bestand: Path | None, hoe: Hoe) -> None:
    """Let an opgave go into another. Raises Invoerfout when that one is not there or has ended."""
    inhoud = _inhoud("VoegSamen", velden, bestand)
    inhoud["gaat_op_in"] = geldig_id(_verplicht(inhoud, "gaat_op_in"))
    ander = bestaand(inhoud["gaat_op_in"])
    if not _herhaalt(hoe) and (ander is None or ander.leven.voorbij):
        staat = "bestaat niet" if ander is None else f"is {ander.leven.toestand}"
        raise Invoerfout(f"--in: de opgave {inhoud['gaat_op_in']} {staat}.")
    geef(opgave, _aangevuld(stand_van(opgave), inhoud), hoe)
    _verder(inhoud["gaat_op_in"], hoe)


def _aangevuld(stand: Stand, inhoud: dict[str, Any]) -> dict[str, Any]:
    """The division with what can only stay, as far as the file does not name it itself."""
    gezegd = inhoud.get("verdeling", [])
    if not isinstance(gezegd, list):
        return inhoud
    al = {(t.get("soort"), t.get("id")) for t in gezegd if isinstance(t, Mapping)}
    vast = [d.sleutel for d in te_verdelen(stand) if d.mag == VAST and d.sleutel not in al]
    erbij = [{"soort": soort, "id": id_, "waarheen": "blijft"} for soort, id_ in vast]
    return {**inhoud, "verdeling": [*gezegd, *erbij]}


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
    return {**inhoud, "soort": soort}


def _verplicht(inhoud: Mapping[str, Any], veld: str) -> str:
    if not (waarde := inhoud.get(veld)):
        raise Invoerfout(f"{OPTIES[veld]}: dit ontbreekt.")
    return str(waarde)
