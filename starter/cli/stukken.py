"""The documents of the decision making: listed with their hashes, and written to a folder."""

from collections.abc import Sequence
from pathlib import Path

from activities.documenten.besluitenlijst import maak_besluitenlijsten
from domain.kalender import lokale_datum
from domain.woorden import orgaan
from register import documenten, lezen
from register.documenten import DocumentGeschonden, Documentrij, NieuwDocument
from starter.cli import scherm
from starter.cli.datums import kort, lees_periode
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.geven import geldig_id
from starter.cli.lijsten import orgaannaam
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout
from starter.schijffout import waarom


def stuk(opgave: str, stap: str | None, map_: Path | None, json: bool) -> int:
    """The documents of an opgave or of one step. Gives an exit code: 1 when a document was tampered with."""
    rijen = documenten.documenten(omgeving().register, geldig_id(opgave), stap)
    geschonden = _schrijf_alle(rijen, map_) if map_ and rijen else ()
    if json:
        scherm.json_uit([{"document": rij, "bestand": _plek(rij, map_, geschonden)} for rij in rijen])
    else:
        _toon(rijen, map_, geschonden)
    for naam in geschonden:
        scherm.meld_fout(
            f"{naam} is veranderd sinds het is gemaakt: de inhoud past niet bij de sha256. Niet geschreven."
        )
    return GEWEIGERD if geschonden else GEDAAN


def besluitenlijst(orgaan_: str, van: str | None, tot: str | None, map_: Path, json: bool) -> None:
    """Write the besluitenlijst of each meeting day in a period as PDF, HTML and JSON."""
    naam = orgaannaam(orgaan_)
    rijen = lezen.besluitenlijst(omgeving().register, naam, *lees_periode(van, tot, omgeving().vandaag()))
    lijsten = maak_besluitenlijsten(rijen)
    for lijst in lijsten:
        _schrijf(map_, lijst.bestandsnaam, lijst.inhoud)
    if json:
        return scherm.json_uit(
            [{"bestand": str(map_ / lijst.bestandsnaam), "sha256": lijst.sha256} for lijst in lijsten]
        )
    scherm.zeg(f"Besluitenlijst van {orgaan(naam)}", "bold")
    return _toon_lijsten(lijsten, map_)


def _toon(rijen: Sequence[Documentrij], map_: Path | None, geschonden: Sequence[str]) -> None:
    """For people: by step the files with their hashes, and where they were written."""
    if not rijen:
        return scherm.zeg("Er zijn nog geen stukken. Zij ontstaan zodra u een stap voorlegt aan GS of PS.")
    vorige = None
    for rij in rijen:
        if (rij.seq, rij.titel) != vorige:
            scherm.kop(f"{rij.stap}, {kort(lokale_datum(rij.gemaakt_op))}: {rij.titel}")
            vorige = (rij.seq, rij.titel)
        _toon_bestand(f"{rij.bestandsnaam}{_vernietigd(rij)}", rij.sha256)
    return _toon_plek(sum(_plek(rij, map_, geschonden) is not None for rij in rijen), map_)


def _vernietigd(rij: Documentrij) -> str:
    return f" (vernietigd op {kort(lokale_datum(rij.vernietigd_op))})" if rij.vernietigd_op else ""


def _toon_bestand(naam: str, sha256: str) -> None:
    """The hash on a line of its own, so that it can be copied."""
    scherm.zeg_onder(f"{naam}\nsha256 {sha256}")


def _toon_plek(aantal: int, map_: Path | None) -> None:
    if map_:
        scherm.zeg(f"\n{aantal} {'bestand' if aantal == 1 else 'bestanden'} geschreven in {map_}.")


def _toon_lijsten(lijsten: Sequence[NieuwDocument], map_: Path) -> None:
    if not lijsten:
        return scherm.zeg_onder("In deze periode staat er niets op.")
    for lijst in lijsten:
        _toon_bestand(lijst.bestandsnaam, lijst.sha256)
    return _toon_plek(len(lijsten), map_)


def _schrijf_alle(rijen: Sequence[Documentrij], map_: Path) -> tuple[str, ...]:
    """Write each document that is still there and whose bytes fit its hash. Gives the names of those that don't fit."""
    geschonden = []
    for rij in (rij for rij in rijen if rij.vernietigd_op is None):
        try:
            gevonden = documenten.document(omgeving().register, rij.sleutel)
        except DocumentGeschonden:
            geschonden.append(rij.bestandsnaam)
            continue
        if gevonden:
            _schrijf(map_, rij.bestandsnaam, gevonden[1])
    return tuple(geschonden)


def _schrijf(map_: Path, naam: str, inhoud: bytes) -> None:
    """Into this folder only, whatever the name says."""
    try:
        map_.mkdir(parents=True, exist_ok=True)
        (map_ / Path(naam).name).write_bytes(inhoud)
    except OSError as fout:
        raise Invoerfout(f"--uit: in {map_} kan niet worden geschreven ({waarom(fout)}).") from None


def _plek(rij: Documentrij, map_: Path | None, geschonden: Sequence[str]) -> str | None:
    if map_ is None or rij.vernietigd_op is not None or rij.bestandsnaam in geschonden:
        return None
    return str(map_ / rij.bestandsnaam)
