"""A list of contacts as people keep it in a spreadsheet: good rows are taken, each bad one is told with its line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError

from domain.basis import EERSTE_JAAR, LAATSTE_JAAR, Functie, Kenmerk
from register import contacten
from register.contacten import PARTNERFUNCTIES, Uitkomst
from register.rijen import Contact
from starter import csvbestand
from starter.csvbestand import Csvregel
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout, controleer

PROVINCIE = "provincie"
KOLOMMEN = ("functie", "email")
MEER_KOLOMMEN = ("organisatie", "naam", "van", "tot")
PROVINCIEFUNCTIES: tuple[str, ...] = tuple(f for f in get_args(Functie) if f not in ("systeem", "partner"))
LANGSTE_NAAM = 200
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?", re.ASCII)
_CIJFERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_DATUM = "deze datum bestaat niet of is niet te lezen; schrijf 2026-03-10 of 10-3-2026"
_KENMERK: TypeAdapter[str] = TypeAdapter(Kenmerk)

Lot = Uitkomst | Literal["dubbel", "niet overgenomen"]


@dataclass(frozen=True, slots=True)
class Goederegel:
    """A line that holds a contact."""

    regel: int
    contact: Contact


@dataclass(frozen=True, slots=True)
class Afgekeurd:
    """A line that holds none, or one that was there already: which field, and why."""

    regel: int
    lot: Lot
    veld: str
    reden: str


@dataclass(frozen=True, slots=True)
class Contactlijst:
    """What a file holds."""

    goed: tuple[Goederegel, ...]
    fout: tuple[Afgekeurd, ...]
    tekenset: str
    onbekende_kolommen: tuple[str, ...]


def lees(pad: Path) -> Contactlijst:
    """Read a list. Raises Invoerfout when the file is not there or doesn't have the columns."""
    bestand = csvbestand.lees(pad, KOLOMMEN, MEER_KOLOMMEN)
    goed: dict[tuple[str, str, str], Goederegel] = {}
    fout: list[Afgekeurd] = []
    for regel in bestand.regels:
        try:
            contact = _contact(regel)
        except Invoerfout as bezwaar:
            fout.append(_afgekeurd(regel.nr, str(bezwaar)))
            continue
        plek = (contact.functie, contact.organisatie, contact.email.casefold())
        eerder = goed.setdefault(plek, Goederegel(regel.nr, contact))
        if eerder.regel != regel.nr:
            fout.append(_nog_eens(regel.nr, eerder, contact))
    return Contactlijst(tuple(goed.values()), tuple(fout), bestand.tekenset, bestand.onbekend)


def maak_contact(velden: Mapping[str, Any]) -> Contact:
    """A contact from what people typed. Raises Invoerfout, one line that begins with the field."""
    organisatie = _organisatie(str(velden.get("organisatie") or PROVINCIE))
    naam = str(velden.get("naam") or "").strip() or None
    if len(naam or "") > LANGSTE_NAAM:
        raise Invoerfout(f"naam: dit is te lang: hoogstens {LANGSTE_NAAM} tekens")
    van, tot = (_dag(velden.get(veld), veld) for veld in ("van", "tot"))
    email = str(velden.get("email") or "").strip()
    contact = Contact(functie_bij(str(velden.get("functie") or ""), organisatie), organisatie, email, naam, van, tot)
    controleer([email, naam])
    try:
        contacten.toets(contact)
    except ValueError as fout:
        raise Invoerfout(str(fout)) from None
    return contact


def functie_bij(tekst: str, organisatie: str) -> str:
    """The function as it is kept, when this organisation has it. Raises Invoerfout."""
    functie = netjes(tekst)
    keuze = PROVINCIEFUNCTIES if organisatie == PROVINCIE else PARTNERFUNCTIES
    if functie in keuze:
        return functie
    if functie == "partner":
        raise Invoerfout("organisatie: noem de partner, bijvoorbeeld gemeente-dronten")
    waar = "kies uit" if organisatie == PROVINCIE else "dit kan bij een partner:"
    raise Invoerfout(f"functie: {waar} {', '.join(keuze)}.{lijkt_op(functie, list(keuze))}")


def netjes(tekst: str) -> str:
    """The name of a function as it is kept."""
    return "_".join(tekst.strip().lower().replace("-", " ").replace("_", " ").split())


def _contact(regel: Csvregel) -> Contact:
    if regel.fout:
        raise Invoerfout(regel.fout)
    for veld in KOLOMMEN:
        if not regel.velden[veld]:
            raise Invoerfout(f"{veld}: dit veld is leeg")
    return maak_contact(regel.velden)


def _organisatie(tekst: str) -> str:
    try:
        return _KENMERK.validate_python(tekst.strip())
    except ValidationError:
        raise Invoerfout("organisatie: schrijf de id van de partner, bijvoorbeeld gemeente-dronten") from None


def _dag(waarde: object, veld: str) -> date | None:
    """A day as 2026-03-10 or 10-3-2026; a word like `gisteren` would mean another day each time the file is read."""
    if waarde is None or isinstance(waarde, date):
        return waarde
    tekst = str(waarde).strip()
    if not tekst:
        return None
    if past := _ISO.fullmatch(tekst):
        jaar, maand, dag = past.groups()
    elif past := _CIJFERS.fullmatch(tekst):
        dag, maand, jaar = past.groups()
    else:
        raise Invoerfout(f"{veld}: {_DATUM}")
    if not EERSTE_JAAR <= int(jaar) <= LAATSTE_JAAR:
        raise Invoerfout(f"{veld}: het jaar {jaar} ligt te ver weg")
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        raise Invoerfout(f"{veld}: {_DATUM}") from None


def _afgekeurd(nr: int, tekst: str) -> Afgekeurd:
    veld, _, reden = tekst.partition(": ")
    if reden and veld in (*KOLOMMEN, *MEER_KOLOMMEN):
        return Afgekeurd(nr, "niet overgenomen", veld, reden)
    return Afgekeurd(nr, "niet overgenomen", "", tekst)


def _nog_eens(nr: int, eerder: Goederegel, contact: Contact) -> Afgekeurd:
    if contact == eerder.contact:
        return Afgekeurd(nr, "dubbel", "email", f"staat al op regel {eerder.regel}")
    reden = f"staat met andere gegevens op regel {eerder.regel}; die geldt"
    return Afgekeurd(nr, "niet overgenomen", "email", reden)
