"""`opgave orgaan`: who sits in a body, how many must be there, and when it meets."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from domain.orgaan import Bezetting, Orgaankalender, Reces
from domain.stemmen.drempels import quorum
from domain.vergaderkalender import stukken_op, tegenstrijdig, vergaderdagen
from domain.vergaderplan import extra_aanvragers
from domain.woorden import orgaan as naam_van
from register import organen
from register.organen import Gegeven
from starter.cli import scherm
from starter.cli.datums import kort, lees_datum
from starter.cli.omgeving import omgeving
from starter.cli.wie import afzender
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout
from starter.organen import lees as lees_bestand
from starter.organen import opmerkingen

EERSTE = 5
"""How many of the meetings and recessen ahead are shown beside the seats."""


def lees(bestand: Path, als: str | None, droog: bool, json: bool) -> None:
    """Enter everything in a file, or nothing when something in it is wrong."""
    doos = omgeving()
    door, gegevens = afzender(als, None, doos.uid()), lees_bestand(bestand)
    nieuw = organen.nieuw(doos.register, gegevens) if droog else organen.zet(doos.register, gegevens, door, doos.nu())
    if json:
        return scherm.json_uit({"droog": droog, "ingevoerd": nieuw, "let_op": opmerkingen(gegevens)})
    scherm.tabel(("Orgaan", "Soort", "Vanaf of tot", "Wat"), [_regel(g) for g in nieuw], "Dit staat er allemaal al in.")
    for zin in opmerkingen(gegevens):
        scherm.let_op(f"Let op, {zin}")
    return scherm.zeg(_klaar(len(nieuw), len(gegevens) - len(nieuw), droog))


def _regel(gegeven: Gegeven) -> tuple[str, str, str, str]:
    match gegeven:
        case Bezetting():
            return gegeven.orgaan, "bezetting", f"vanaf {kort(gegeven.vanaf)}", _leden(gegeven)
        case Orgaankalender():
            wat = f"{len(gegeven.vergaderingen)} vergaderingen, {len(gegeven.reces)} keer reces"
            return gegeven.orgaan, "kalender", f"tot en met {kort(gegeven.bekend_tot)}", wat


def _leden(bezetting: Bezetting) -> str:
    fracties = f", {len(bezetting.fracties)} fracties" if bezetting.fracties else ""
    return f"{bezetting.in_functie} van de {bezetting.leden} leden in functie{fracties}"


def _klaar(aantal: int, bekend: int, droog: bool) -> str:
    stond = f" Wat er al stond: {bekend}." if bekend else ""
    return (
        f"Er zou worden ingevoerd: {aantal}.{stond} Er is niets veranderd." if droog else f"Ingevoerd: {aantal}.{stond}"
    )


def toon(orgaan: str | None, op: str | None, json: bool) -> None:
    """What is known of one body, or of all, on a day."""
    dag = _dag(op, "--op")
    beelden = [_beeld(naam, dag) for naam in ([_bekend(orgaan)] if orgaan else organen.bekend(omgeving().register))]
    if json:
        return scherm.json_uit(beelden)
    if not beelden:
        scherm.zeg("Er is nog van geen orgaan iets bekend. Voer het in: opgave orgaan lees BESTAND.yaml")
    for beeld in beelden:
        _toon(beeld, dag)
    return None


def _beeld(orgaan: str, dag: date) -> dict[str, Any]:
    register = omgeving().register
    bezetting, kalender = organen.bezetting_op(register, orgaan, dag), organen.kalender(register, orgaan)
    return {
        "orgaan": orgaan,
        "op": dag,
        "bezetting": bezetting,
        "quorum": _quorum(bezetting),
        "extra_vergadering": extra_aanvragers(bezetting.leden) if bezetting and orgaan == "PS" else None,
        "vergaderingen": _vergaderingen(kalender, dag)[:EERSTE],
        "reces": _reces(kalender, dag)[:EERSTE],
        "kalender_tot": kalender.bekend_tot if kalender else None,
        "kalender_bron": kalender.bron if kalender else "",
        "capaciteit": kalender.capaciteit if kalender else None,
        "waarschuwing": _waarschuwing(orgaan, kalender, dag),
    }


def _quorum(bezetting: Bezetting | None) -> int | None:
    """How many members must be there; only the law on PS and GS is known here."""
    orgaan: Literal["PS", "GS"]
    match bezetting:
        case Bezetting(orgaan="PS" | "GS" as orgaan):
            return quorum(orgaan, bezetting.in_functie, None, na_geen_quorum=False).vereist
        case _:
            return None


def _toon(beeld: dict[str, Any], dag: date) -> None:
    orgaan, volledig = beeld["orgaan"], naam_van(beeld["orgaan"])
    scherm.kop(f"{volledig} ({orgaan})" if volledig != orgaan else orgaan)
    _toon_leden(beeld, beeld["bezetting"], dag)
    if beeld["kalender_tot"]:
        _toon_kalender(beeld)
    if beeld["waarschuwing"]:
        scherm.zeg_onder(beeld["waarschuwing"], "yellow")


def _toon_kalender(beeld: dict[str, Any]) -> None:
    rijen, reces = _rijen(beeld["vergaderingen"]), [(r.naam, kort(r.van), kort(r.tot)) for r in beeld["reces"]]
    scherm.tabel(("Vergadering", "Stukken uiterlijk", ""), rijen, "Geen vergadering bekend.")
    scherm.tabel(("Reces", "Van", "Tot en met"), reces, "Geen reces bekend.")
    bron = f"Kalender bekend tot en met {kort(beeld['kalender_tot'])}. Bron: {beeld['kalender_bron']}"
    scherm.zeg_onder(bron, "dim")
    if beeld["capaciteit"]:
        passen = f"In een vergadering passen {beeld['capaciteit']} voorstellen. Zie: opgave agenda capaciteit alle"
        scherm.zeg_onder(passen, "dim")


def _toon_leden(beeld: dict[str, Any], bezetting: Bezetting | None, dag: date) -> None:
    if bezetting is None:
        return scherm.zeg_onder(f"Wie er zitting had op {kort(dag)}, is niet bekend.")
    scherm.zeg_onder(f"{_leden(bezetting)}, vanaf {kort(bezetting.vanaf)}. Bron: {bezetting.bron}")
    if beeld["quorum"]:
        grond = "PW 20 lid 1" if bezetting.orgaan == "PS" else "PW 56 lid 1"
        scherm.zeg_onder(f"Quorum: {beeld['quorum']} leden aanwezig ({grond}).")
    if beeld["extra_vergadering"]:
        scherm.zeg_onder(f"Extra vergadering op verzoek van minstens {beeld['extra_vergadering']} leden (PW 17 lid 2).")
    if bezetting.fracties:
        scherm.tabel(("Fractie", "Zetels"), [(f.naam, str(f.zetels)) for f in bezetting.fracties])
    return None


def vergaderingen(orgaan: str, vanaf: str | None, json: bool) -> None:
    """The meetings of a body with the last day for their papers, and what of the calendar does not count."""
    naam, dag = _bekend(orgaan), _dag(vanaf, "--vanaf")
    kalender = organen.kalender(omgeving().register, naam)
    rijen, waarschuwing = _vergaderingen(kalender, dag), _waarschuwing(naam, kalender, dag)
    telt_niet = tegenstrijdig(kalender, dag, date.max) if kalender else ()
    if json:
        data = {"orgaan": naam, "vergaderingen": rijen, "waarschuwing": waarschuwing, "telt_niet_mee": telt_niet}
        return scherm.json_uit(data)
    scherm.zeg(f"Vergaderingen van {naam_van(naam)}", "bold")
    scherm.tabel(("Vergadering", "Stukken uiterlijk", ""), _rijen(rijen), "Er is geen vergadering bekend.")
    for zin in (*telt_niet, *((waarschuwing,) if waarschuwing else ())):
        scherm.let_op(zin)
    return None


def _vergaderingen(kalender: Orgaankalender | None, vanaf: date) -> list[dict[str, date]]:
    dagen = vergaderdagen(kalender, vanaf) if kalender else ()
    return [{"op": dag, "stukken_op": stukken_op(kalender, dag)} for dag in dagen if kalender]


def _rijen(rijen: Sequence[dict[str, date]]) -> list[tuple[str, str, str]]:
    vandaag = omgeving().vandaag()
    return [(kort(r["op"]), kort(r["stukken_op"]), _stand_van(r, vandaag)) for r in rijen]


def _stand_van(rij: dict[str, date], vandaag: date) -> str:
    if rij["op"] < vandaag:
        return "geweest"
    return "te laat voor stukken" if rij["stukken_op"] < vandaag else ""


def _reces(kalender: Orgaankalender | None, dag: date) -> tuple[Reces, ...]:
    """The reces of now and later, in order."""
    return tuple(sorted((r for r in kalender.reces if r.tot >= dag), key=lambda r: r.van)) if kalender else ()


def _waarschuwing(orgaan: str, kalender: Orgaankalender | None, dag: date) -> str:
    if kalender is None:
        return f"Van {orgaan} is geen vergaderkalender bekend: reces onbekend."
    over = f"De vergaderkalender van {orgaan} is bekend tot en met {kort(kalender.bekend_tot)}: reces onbekend."
    return over if dag > kalender.bekend_tot else ""


def _bekend(orgaan: str) -> str:
    """A body as it is kept, whatever the capitals. Raises Invoerfout for one of which nothing is known."""
    namen = {naam.lower(): naam for naam in organen.bekend(omgeving().register)}
    naam = namen.get(orgaan.strip().lower())
    if naam is None:
        hint = lijkt_op(orgaan.upper(), list(namen.values())) or " Voer het in: opgave orgaan lees BESTAND.yaml"
        raise Invoerfout(f"Van het orgaan {orgaan[:80]} is niets bekend.{hint}")
    return naam


def _dag(tekst: str | None, vlag: str) -> date:
    vandaag = omgeving().vandaag()
    return lees_datum(tekst, vandaag, vlag) if tekst else vandaag
