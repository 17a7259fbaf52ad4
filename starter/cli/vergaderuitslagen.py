"""Recording all outcomes of one meeting from a file, and confirming them as the second person."""

import sys
from collections.abc import Sequence
from datetime import date

from typer import prompt

from domain.woorden import gewoon
from runtime.temporal import Onbereikbaar
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.fouten import GEDAAN, GEWEIGERD, ONBEREIKBAAR
from starter.cli.omgeving import omgeving
from starter.cli.vergaderkeuze import Keuze, besluit, wie_bevestigt
from starter.cli.vierogen import JA, toon
from starter.cli.wie import afzender
from starter.invoer import Invoerfout
from starter.vergaderbestand import lees_uitslagen
from starter.vergaderbevestiging import Wachtend, bevestigbaar, wachtend
from starter.vergadering import Punt, Vergadering, kijk_na, verstuur, zaal

GEEN_TERMINAL = "Zet --ja erbij om dit alles te bevestigen. In een terminal kiest u per besluit."


def leg_vast(orgaan: str, dag: date, keuze: Keuze) -> int:
    """Record what is in the file: all of it, or nothing when something is wrong, unless what can be done is asked."""
    v = _vergadering(orgaan, dag, keuze)
    if dag > omgeving().vandaag():
        raise Invoerfout("DATUM: deze vergadering is nog niet geweest. Leg vast wat al is besloten.")
    bezetting = zaal(v.register, orgaan, dag)
    zetels = {f.naam: f.zetels for f in bezetting.fracties} if bezetting else {}
    assert keuze.uitslagen is not None
    nagekeken = omgeving().wacht_op(kijk_na(v, lees_uitslagen(keuze.uitslagen, orgaan, dag, zetels)))
    punten, weg = [n.punt for n in nagekeken], None
    mis = any(p.status == "geweigerd" for p in punten)
    if not keuze.droog and (keuze.wat_kan or not mis):
        punten, weg = omgeving().wacht_op(verstuur(v, nagekeken))
    elif not keuze.droog:
        punten = [p.met(status="niet_verstuurd") if p.status == "kan" else p for p in punten]
    return _klaar(v, punten, weg, keuze)


def _vergadering(orgaan: str, dag: date, keuze: Keuze) -> Vergadering:
    doos = omgeving()
    door = afzender(keuze.als, keuze.namens, doos.uid())
    return Vergadering(doos.opgaven, doos.register, orgaan, dag, door, doos.nu())


def _klaar(v: Vergadering, punten: Sequence[Punt], weg: Onbereikbaar | None, keuze: Keuze) -> int:
    """Say per decision what became of it. Gives the exit code."""
    if keuze.json:
        fout = {"fout": {"code": ONBEREIKBAAR, "melding": str(weg)}} if weg else {}
        scherm.json_uit({"orgaan": v.orgaan, "datum": v.dag, "droog": keuze.droog, "besluiten": punten, **fout})
    else:
        _toon(v, punten, keuze)
    for punt in punten:
        if punt.status == "geweigerd":
            _meld(punt)
    if weg is not None:
        herhaal = "Herhaal dezelfde regel; wat al is vastgelegd, gebeurt geen tweede keer."
        scherm.meld_fout(f"{weg}\n{herhaal}")
        return ONBEREIKBAAR
    return GEWEIGERD if any(p.status == "geweigerd" for p in punten) else GEDAAN


def _toon(v: Vergadering, punten: Sequence[Punt], keuze: Keuze) -> None:
    rijen = [(str(p.nr), p.opgave, p.stap, p.onderwerp, _zin(p)) for p in punten]
    if keuze.bevestig:
        scherm.zeg()
    scherm.tabel(("Nr", "Opgave", "Stap", "Onderwerp", "Wat"), rijen)
    for p in punten:
        for opmerking in p.let_op:
            scherm.zeg(f"Let op: {p.opgave}: {opmerking}", "yellow")
    scherm.zeg(f"\n{_slot(punten, keuze)}")
    if any(p.status == "wacht_op_tweede" for p in punten):
        scherm.zeg("Een tweede persoon bevestigt dit met:", "dim")
        scherm.plakregel(
            f"opgave vergadering {v.orgaan} {v.dag.isoformat()} --bevestig --als {wie_bevestigt(v.orgaan)}"
        )


def _zin(punt: Punt) -> str:
    """What became of it; why it was refused stands below."""
    wat = besluit(punt.uitkomst, punt.resultaat)
    al = "stond er al: " if punt.eerder else ""
    match punt.status:
        case "kan":
            return f"kan: {wat}"
        case "vastgelegd":
            return f"{al or 'vastgelegd: '}{wat}"
        case "wacht_op_tweede":
            return f"{al}{wat}; wacht op een tweede persoon ({punt.vastlegging})"
        case "onbekend":
            return "verstuurd, maar er kwam geen antwoord"
        case _:
            return gewoon(punt.status)


def _slot(punten: Sequence[Punt], keuze: Keuze) -> str:
    """The whole in one sentence: what was done, or why nothing."""
    nee = sum(p.status == "geweigerd" for p in punten)
    nieuw = sum(p.bewijs is not None and not p.eerder and p.status != "geweigerd" for p in punten)
    gedaan = "bevestigd" if keuze.bevestig else "vastgelegd"
    if keuze.droog:
        return "Droog geoefend: er is niets vastgelegd en niets verstuurd."
    if any(p.status == "onbekend" for p in punten):
        return f"{gedaan.capitalize()}: {nieuw}. Of de volgende aankwam, is niet bekend; de rest is niet verstuurd."
    if nieuw:
        return f"{gedaan.capitalize()}: {nieuw}. Geweigerd: {nee}."
    if all(p.eerder for p in punten):
        return "Er is niets bijgekomen: dit stond er al."
    verder = "" if keuze.bevestig else " Verbeter het bestand, of leg vast wat wel kan met --wat-kan."
    return f"Er is niets {gedaan}.{verder if nee else ''}"


def _meld(punt: Punt) -> None:
    regels = [f"{punt.plek}: {punt.reden}", *(f"  - {wat}" for wat in punt.ontbreekt), f"  Regel: {punt.regel}"]
    scherm.meld_fout("\n".join(regels))


def bevestig(orgaan: str, dag: date, keuze: Keuze) -> int:
    """Confirm, one by one or all, what another person recorded of this meeting."""
    v = _vergadering(orgaan, dag, keuze)
    kan_vragen = sys.stdin.isatty() and not keuze.json
    if keuze.json and not (keuze.ja or keuze.droog):
        raise Invoerfout(GEEN_TERMINAL)
    rijen = omgeving().wacht_op(wachtend(v))
    if not rijen:
        return _niets(v, keuze)
    punten, weg = list[Punt](), None
    for nr, rij in enumerate(rijen, start=1):
        if not keuze.json:
            scherm.kop(f"{nr} van {len(rijen)}: {rij.stand.opgave} {rij.stand.leven.titel}")
            toon(rij.stand, rij.vastlegging)
        if kan_vragen or keuze.ja or keuze.droog:
            punt, weg = _een(v, nr, rij, keuze)
            punten.append(punt)
        if weg is not None:
            break
    if not punten:
        raise Invoerfout(GEEN_TERMINAL)
    return _klaar(v, punten, weg, keuze)


def _niets(v: Vergadering, keuze: Keuze) -> int:
    if keuze.json:
        scherm.json_uit({"orgaan": v.orgaan, "datum": v.dag, "droog": keuze.droog, "besluiten": []})
    else:
        scherm.zeg(f"Van de vergadering van {kort(v.dag)} wacht niets op een tweede persoon.")
    return GEDAAN


def _een(v: Vergadering, nr: int, rij: Wachtend, keuze: Keuze) -> tuple[Punt, Onbereikbaar | None]:
    """One confirmation: tried, asked, sent; in the state that the ones before it left behind."""
    stand = omgeving().wacht_op(v.opgaven.stand(rij.stand.opgave))
    nagekeken = bevestigbaar(v, nr, Wachtend(stand, rij.vastlegging))
    if nagekeken.opdracht is None or keuze.droog:
        return nagekeken.punt, None
    if not keuze.ja and not _vraag():
        return nagekeken.punt.met(status="niet_verstuurd"), None
    punten, weg = omgeving().wacht_op(verstuur(v, [nagekeken]))
    return punten[0], weg


def _vraag() -> bool:
    antwoord = str(prompt("\nKlopt dit? [j/N]", default="n", show_default=False, err=True))
    return antwoord.strip().lower() in JA
