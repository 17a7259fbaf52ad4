"""The lists over all opgaven, from the register: my work, who waits for whom, proposals, decisions, post, facts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from domain.basis import Fase, is_agenda
from domain.beeld.mijnlijst import KOPPEN, per_tijd
from domain.woorden import gewoon, orgaan
from register import lezen
from register.rijen import Postrij, Wachtrij
from starter.cli import scherm
from starter.cli.datums import kort, lees_periode, nog
from starter.cli.gebeurtenissen import tijdstip
from starter.cli.geven import geldig_id
from starter.cli.omgeving import omgeving
from starter.cli.post import niet_bezorgd, niet_bezorgd_zin
from starter.cli.toon_wacht import wie
from starter.cli.wie import afzender
from starter.invoer import Invoerfout


def mijn(als: str | None, namens: str | None, json: bool) -> None:
    """What waits on this sender over all opgaven: late, today, this week, later."""
    door = afzender(als, namens, omgeving().uid())
    rijen = lezen.wachtposten(omgeving().register, door.functie, door.namens)
    vandaag = omgeving().vandaag()
    groepen = per_tijd(rijen, vandaag)
    if json:
        kaal = {naam: [_met_leven(rij) for rij in groep] for naam, groep in groepen.items()}
        return scherm.json_uit({"als": door, "vandaag": vandaag, **kaal})
    titels = {o.id: o.titel for o in lezen.levens(omgeving().register)}
    namen = _partnernamen(rijen)
    partner = next((namen[r.opgave, door.namens] for r in rijen if (r.opgave, door.namens) in namen), door.namens)
    voor = gewoon(door.functie) if door.namens == "provincie" else partner
    scherm.zeg(f"Uw werk als {voor}, {kort(vandaag)}", "bold")
    telling = ", ".join(f"{len(g)} {KOPPEN[naam].lower()}" for naam, g in groepen.items() if g)
    scherm.zeg(telling or "Er wacht niets op u.", "dim")
    for naam, groep in groepen.items():
        if groep:
            scherm.kop(KOPPEN[naam])
            scherm.tabel(("Opgave", "Wat", "Uiterlijk", ""), [_werk(r, titels, vandaag) for r in groep])
    if rijen:
        scherm.zeg(f"\nVerder: opgave kan {rijen[0].opgave}", "dim")
    if regel := niet_bezorgd_zin(niet_bezorgd(door)):
        scherm.zeg(f"\n{regel}", "yellow")
    return None


def _werk(rij: Wachtrij, titels: dict[str, str], vandaag: date) -> tuple[Any, ...]:
    wat = f"{rij.waarop}\n{titels.get(rij.opgave, '')}"
    return (
        _leven(rij),
        wat,
        kort(rij.uiterlijk),
        scherm.gekleurd(nog(rij.uiterlijk, vandaag) if rij.uiterlijk else ""),
    )


def _leven(rij: Wachtrij) -> str:
    """The id, and under that of an agenda what it is."""
    return f"{rij.opgave}\n(regionale agenda)" if is_agenda(rij.opgave) else rij.opgave


def _met_leven(rij: Wachtrij) -> dict[str, Any]:
    """The row with the kind of life it is about."""
    return asdict(rij) | {"leven": "agenda" if is_agenda(rij.opgave) else "opgave"}


def lijst(fase: str | None, thema: str | None, toestand: str | None, json: bool) -> None:
    """All opgaven."""
    if fase and fase.upper() not in tuple(Fase):
        raise Invoerfout("--fase: kies uit F1, F2, F3, F4, F5, F6.")
    rijen = lezen.lijst(omgeving().register, fase.upper() if fase else None, thema, toestand)
    if json:
        return scherm.json_uit(rijen)
    leeg = "Er is nog geen opgave. Begin er een: opgave nieuw"
    return scherm.tabel(
        ("Id", "Titel", "Thema", "Fase", "Toestand"),
        [(r.id, r.titel, r.thema, f"{r.fase} {Fase(r.fase).naam}", gewoon(r.toestand)) for r in rijen],
        "Geen opgave past hierbij." if fase or thema or toestand else leeg,
    )


def wacht(opgave: str | None, json: bool) -> None:
    """What waits on whom, everywhere or in one opgave."""
    rijen = lezen.wachtposten(omgeving().register, opgave=_id(opgave))
    if json:
        return scherm.json_uit([_met_leven(rij) for rij in rijen])
    vandaag, namen = omgeving().vandaag(), _partnernamen(rijen)
    return scherm.tabel(
        ("Opgave", "Wie", "Waarop", "Uiterlijk", ""),
        [
            (
                _leven(r),
                namen.get((r.opgave, r.organisatie)) or wie(r),
                r.waarop,
                kort(r.uiterlijk),
                scherm.gekleurd(nog(r.uiterlijk, vandaag)),
            )
            for r in rijen
        ],
        "Er wacht niets op iemand.",
    )


def _partnernamen(rijen: Sequence[Wachtrij]) -> Mapping[tuple[str, str], str]:
    """The names of the partners that something waits on, by opgave and id."""
    return lezen.partnernamen(omgeving().register, {r.opgave for r in rijen if r.organisatie != "provincie"})


_POSTWOORDEN = {
    "klaar": "wacht op verzending",
    "geen_adres": "geen adres bekend",
    "aangehouden": "wacht op jurist en griffier",
    "vervallen": "vervallen, niet verstuurd",
    "onbestelbaar": "kwam terug",
    "gewist": "gewist",
}
_LATER = "gaat later, met andere herinneringen samen"


def post(opgave: str | None, bezorgen: bool, json: bool) -> None:
    """The outbox, with what went wrong; first delivered, when that is asked."""
    from starter.cli.bezorgen import bezorg

    gedaan = bezorg(lezen.post(omgeving().register, _id(opgave), "klaar")) if bezorgen else None
    rijen = lezen.post(omgeving().register, _id(opgave))
    if gedaan and not json:
        scherm.zeg(gedaan.zin() or "Er wachtte geen post op verzending.")
    if json:
        return scherm.json_uit(rijen)
    return scherm.tabel(
        ("Opgave", "Feit", "Aan", "Onderwerp", "Status"),
        [
            (
                r.opgave,
                str(r.seq),
                _aan(r),
                r.onderwerp,
                _poststatus(r),
            )
            for r in rijen
        ],
        "Er is nog geen post.",
    )


def _aan(rij: Postrij) -> str:
    """A function of the province, a partner, or another function at a partner."""
    if rij.organisatie == "provincie":
        return gewoon(rij.functie)
    return rij.organisatie if rij.functie == "partner" else f"{rij.functie}@{rij.organisatie}"


def _poststatus(rij: Postrij) -> str:
    """How it stands with a message, and what went wrong."""
    woord = _POSTWOORDEN.get(rij.status, rij.status)
    if rij.status == "klaar" and rij.niet_voor is not None and rij.niet_voor > omgeving().nu():
        woord = f"{_LATER}, vanaf {tijdstip(rij.niet_voor)}"
    return woord + (f": {rij.fout}" if rij.fout else "")


def voorstellen(orgaan_: str, alle: bool, json: bool) -> None:
    """The inbox of a body."""
    rijen = [
        rij
        for rij in lezen.voorstellen(omgeving().register, orgaannaam(orgaan_))
        if alle or rij.status in ("voorgelegd", "aangehouden")
    ]
    if json:
        return scherm.json_uit(rijen)
    scherm.zeg(f"Voorstellen voor {orgaan(orgaannaam(orgaan_))}", "bold")
    return scherm.tabel(
        ("Opgave", "Stap", "Onderwerp", "Vergadering", "Status"),
        [
            (r.opgave, r.stap, r.onderwerp, kort(r.vergadering_op) or "nog niet gepland", _voorstelstatus(r))
            for r in rijen
        ],
        "Er ligt nu niets voor.",
    )


def _voorstelstatus(rij: Any) -> str:
    return f"{rij.status}: {gewoon(rij.uitkomst)}" if rij.uitkomst else str(rij.status)


def besluitenlijst(orgaan_: str, van: str | None, tot: str | None, json: bool) -> None:
    """The besluitenlijst of a body over a period."""
    begin, eind = lees_periode(van, tot, omgeving().vandaag())
    rijen = lezen.besluitenlijst(omgeving().register, orgaannaam(orgaan_), begin, eind)
    if json:
        return scherm.json_uit(rijen)
    scherm.zeg(f"Besluitenlijst van {orgaan(orgaannaam(orgaan_))}", "bold")
    return scherm.tabel(
        ("Datum", "Nr", "Titel", "Besluit", "Opgave"),
        [(kort(r.op), str(r.nummer), r.titel, gewoon(r.uitkomst), r.opgave) for r in rijen],
        "In deze periode staat er niets op.",
    )


def feiten(opgave: str, json: bool) -> None:
    """Every fact of one opgave, with its place in the chain."""
    rijen = lezen.feiten(omgeving().register, geldig_id(opgave))
    if json:
        return scherm.json_uit([rij.feit for rij in rijen])
    return scherm.tabel(
        ("Nr", "Gebeurd op", "Wat", "Door", "Kenmerk"),
        [
            (str(r.seq), kort(r.gebeurd_op), r.vertelling, f"{gewoon(r.door_functie)} {r.door_subject}", r.hash[:8])
            for r in rijen
        ],
        f"Het register kent geen feiten van {geldig_id(opgave)}.",
    )


def _id(opgave: str | None) -> str | None:
    return geldig_id(opgave) if opgave else None


def orgaannaam(naam: str) -> str:
    """A body as it is kept: gs becomes GS."""
    schoon = naam.strip()
    return schoon.upper() if schoon.upper() in ("GS", "PS") else schoon
