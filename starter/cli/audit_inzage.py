"""What an auditor does with what was handed out: a key to open it with, opening it, and slips against seals."""

import json as json_
from pathlib import Path

from pydantic import ValidationError

from archief.formaat import MANIFEST
from archief.ontsluiten import alles, geopend, zet_neer
from archief.pak import PAKMAP, open_pak
from archief.schrijven import PlekBezet, schrijf
from archief.vertrouwelijk import ContainerFout, lees_sleutel, nieuwe_sleutel, ontvanger_van
from audit.bekleding import Zetel, op_dag
from audit.bekleding import geopend as zegels_open
from domain.briefje import Briefje, Briefjes
from runtime.bestanden import plaats
from starter.cli import scherm
from starter.cli.datums import kort, lees_datum
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout
from starter.schijffout import waarom

MAX_BRIEFJE = 1024 * 1024


def ontvangersleutel(uit: Path, json: bool) -> None:
    """Make a key to open containers with; its public half is what others need."""
    sleutel = nieuwe_sleutel()
    publiek = ontvanger_van(sleutel)
    try:
        nieuw = plaats(uit, f"# publieke sleutel: {publiek}\n{sleutel}\n".encode(), 0o600)
    except OSError as fout:
        raise Invoerfout(f"--uit: {uit} is niet te schrijven ({waarom(fout)}).") from None
    if not nieuw:
        raise Invoerfout(f"--uit: {uit} bestaat al; een sleutel wordt nooit overschreven.")
    if json:
        return scherm.json_uit({"publiek": publiek, "bestand": str(uit)})
    scherm.zeg(f"Uw geheime sleutel staat in {uit}; geef die aan niemand. Geef deze publieke sleutel door:")
    return scherm.plakregel(publiek)


def ontsluit(pak: Path, container: Path, sleutel: Path, uit: Path | None, json: bool) -> None:
    """Open a container in its pack: in the folder itself, or with the whole pack in a new folder.

    Raises:
        PakFout, ContainerFout: the pack, the container or the key can't be read, or they don't belong together.
    """
    if uit is None and not pak.is_dir():
        raise Invoerfout("Dit pak is een zip. Noem met --uit een map waar het pak met de vertrouwelijke stukken komt.")
    gelezen = open_pak(pak)
    geheim = lees_sleutel(_bytes(sleutel, "--sleutel").decode("ascii", "replace"))
    bestanden = geopend(gelezen, _bytes(container, "CONTAINER"), geheim)
    if uit is None:
        zet_neer(pak if (pak / MANIFEST).is_file() else pak / PAKMAP, bestanden)
    else:
        _schrijf_heel({**alles(gelezen), **bestanden}, uit)
    if json:
        return scherm.json_uit({"pak": str(uit or pak), "bestanden": sorted(bestanden)})
    scherm.zeg(f"{len(bestanden)} vertrouwelijke bestanden liggen nu in {uit or pak}. Ze zijn wat het pak ervan zegt.")
    return scherm.plakregel(f"opgave audit controleer {uit or pak}")


def bekleding(pak: Path, functie: str, organisatie: str, op: str, briefje: Path | None, json: bool) -> int:
    """Who held a function on a day; 1 when a slip was given that opens none of these seals."""
    dag = lees_datum(op, omgeving().vandaag(), "--op")
    gevonden = op_dag(open_pak(pak).bekleding, functie, organisatie, dag)
    open_ = zegels_open(gevonden, _briefjes(briefje) if briefje else ())
    if json:
        zegels = [{"zegel": z.regel.zegel, "van": z.van, "tot": z.tot, "naderhand": z.naderhand} for z in gevonden]
        scherm.json_uit({"zegels": zegels, "geopend": [b.zegel for _, b in open_], "wie": [b for _, b in open_]})
    else:
        _vertel(gevonden, {z.regel.zegel: b for z, b in open_}, f"{functie} ({organisatie})", kort(dag))
        if briefje and not open_:
            scherm.meld_fout("Het briefje opent geen van deze zegels.")
    return GEWEIGERD if briefje and not open_ else GEDAAN


def _vertel(gevonden: tuple[Zetel, ...], open_: dict[str, Briefje], wie: str, dag: str) -> None:
    scherm.zeg(f"{wie} op {dag}:")
    scherm.tabel(
        ("Zegel", "Van", "Tot en met", "", "Wie"),
        [
            (
                *(z.regel.zegel[:16], kort(z.van), kort(z.tot)),
                "later vastgelegd" if z.naderhand else "",
                _wie(open_.get(z.regel.zegel)),
            )
            for z in gevonden
        ],
        "In dit pak is voor die dag niemand met die functie vastgelegd.",
    )


def _wie(briefje: Briefje | None) -> str:
    return f"{briefje.naam} {briefje.email}".strip() if briefje else ""


def _briefjes(bestand: Path) -> tuple[Briefje, ...]:
    try:
        return Briefjes.model_validate(json_.loads(_bytes(bestand, "--briefje")[:MAX_BRIEFJE])).briefjes
    except (ValidationError, ValueError, RecursionError):
        raise Invoerfout("--briefje: dit is geen briefje van de Opgavenmotor.") from None


def _bytes(bestand: Path, veld: str) -> bytes:
    try:
        return bestand.read_bytes()
    except OSError as fout:
        raise Invoerfout(f"{veld}: {bestand} is niet te lezen ({waarom(fout)}).") from None


def _schrijf_heel(bestanden: dict[str, bytes], uit: Path) -> None:
    try:
        schrijf(bestanden, uit)
    except PlekBezet as fout:
        raise ContainerFout(str(fout)) from None
