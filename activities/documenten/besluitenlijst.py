"""The besluitenlijst of one body on one day, in the fields that Flevoland publishes (domain.md 3.5).

Per decision: number, titel, portefeuillehouder, numbered beslispunten, samenvatting. The samenvatting begins with what
was decided, because beslispunten that were not adopted must never read as if they were.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

from activities.documenten.maken import VORMEN, Vorm, veilige_naam
from documenten.inhoud import Alinea, Blok, Deel, Document, Gegevens, Lijst
from domain.kalender import datum_voluit
from domain.woorden import gewoon, orgaan, zin
from register.documenten import NieuwDocument
from register.rijen import Besluitrij

SOORT = "besluitenlijst"


def maak_besluitenlijsten(rijen: Sequence[Besluitrij]) -> tuple[NieuwDocument, ...]:
    """The lists in which these decisions stand, one for each body and day, each as PDF, HTML and JSON."""
    op_volgorde = sorted(rijen, key=lambda rij: (rij.op, rij.orgaan, rij.nummer))
    return tuple(
        lijst
        for (op, orgaan_), groep in groupby(op_volgorde, key=lambda rij: (rij.op, rij.orgaan))
        for lijst in _maak(orgaan_, op, tuple(groep))
    )


def _maak(orgaan_: str, op: date, rijen: tuple[Besluitrij, ...]) -> tuple[NieuwDocument, ...]:
    document, naam = _document(orgaan_, op, rijen), veilige_naam(SOORT, orgaan_, op.isoformat())
    vormen = (*VORMEN, Vorm("json", "application/json", lambda _: _json(orgaan_, op, rijen)))
    titel = f"{document.soortnaam}: {document.titel}"
    return tuple(
        NieuwDocument(SOORT, vorm.naam, titel, f"{naam}.{vorm.naam}", vorm.mediatype, vorm.maak(document))
        for vorm in vormen
    )


def _json(orgaan_: str, op: date, rijen: Sequence[Besluitrij]) -> bytes:
    lijst = {"orgaan": orgaan(orgaan_), "datum": op.isoformat(), "besluiten": [besluit(rij) for rij in rijen]}
    return (json.dumps(lijst, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")


def besluit(rij: Besluitrij) -> dict[str, Any]:
    """One decision in the province's own fields."""
    return {
        "nummer": rij.nummer,
        "titel": rij.titel,
        "portefeuillehouder": rij.portefeuille,
        "beslispunten": [punt for punt in rij.beslispunten.splitlines() if punt.strip()],
        "samenvatting": f"Besluit: {zin(gewoon(rij.uitkomst))} {rij.samenvatting}".strip(),
    }


def _document(orgaan_: str, op: date, rijen: Sequence[Besluitrij]) -> Document:
    """Its date is that of the meeting, so that the same decisions give the same bytes."""
    return Document(
        soortnaam="Besluitenlijst",
        titel=f"{orgaan(orgaan_)}, {datum_voluit(op)}",
        kop=Gegevens((("Orgaan", orgaan(orgaan_)), ("Datum", datum_voluit(op)), ("Besluiten", str(len(rijen))))),
        delen=tuple(deel for rij in rijen for deel in _delen(besluit(rij))),
        kenmerk=f"{SOORT} {orgaan_} {op.isoformat()}",
        moment=datetime(op.year, op.month, op.day, 12, tzinfo=UTC),
    )


def _delen(een: dict[str, Any]) -> tuple[Deel, ...]:
    """The parts of one decision; the headings of level 3 belong to the numbered one above them."""
    wie: Blok = Gegevens((("Portefeuillehouder", een["portefeuillehouder"] or "niet vermeld"),))
    punten: tuple[Blok, ...] = (Alinea("Er zijn geen beslispunten vastgelegd."),)
    if een["beslispunten"]:
        punten = (Lijst(tuple(een["beslispunten"]), genummerd=True),)
    return (
        Deel(f"{een['nummer']}. {een['titel']}", (wie,)),
        Deel("Beslispunten", punten, niveau=3),
        Deel("Samenvatting", (Alinea(een["samenvatting"]),), niveau=3),
    )
