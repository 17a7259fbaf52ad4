"""`opgave audit dossier`: a pack as pages and archive form, in a folder of its own."""

from collections.abc import Sequence
from pathlib import Path

from archief.pak import open_pak
from archief.schrijven import schrijf
from audit.controle import controleer
from audit.dossier.map import maak_map
from audit.mdto.keuren import keur_xsd
from audit.mdto.maken import MAP
from starter.cli import scherm
from starter.cli.controleopties import Ankers
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.invoer import Invoerfout
from starter.schijffout import waarom


def dossier(
    plek: Path,
    uit: Path | None,
    sleutels: Sequence[str],
    ankers: Ankers,
    *,
    categorie: str,
    xsd: Path | None,
    json: bool,
) -> int:
    """Make the folder, all of it or nothing. Of a pack that does not hold, the dossier says so first; then it gives 1.

    Raises:
        PakFout: there is no pack, or its facts can't be read.
        MdtoFout, PdfFout: the archive form or the PDF could not be made.
        PlekBezet, Invoerfout: the folder can't be written.
    """
    pak = open_pak(plek)
    oordeel = controleer(pak, sleutels=sleutels, ankers=ankers.alle, ca=ankers.stempel_ca)
    bestanden = maak_map(pak, oordeel, categorie)
    if xsd is not None:
        keur_xsd({naam: inhoud for naam, inhoud in bestanden.items() if naam.startswith(MAP)}, xsd)
    doel = uit or Path(f"dossier-{pak.manifest.opgave}")
    try:
        schrijf(bestanden, doel)
    except OSError as fout:
        raise Invoerfout(f"{doel} is niet te schrijven ({waarom(fout)}).") from None
    if json:
        scherm.json_uit({"map": str(doel), "bestanden": sorted(bestanden), "oordeel": oordeel})
    else:
        scherm.zeg(f"{oordeel.opgave}: {oordeel.verdict}")
        scherm.zeg(f"Het dossier staat in {doel}: {len(bestanden)} bestanden. Begin met dossier.html.")
    return GEDAAN if oordeel.heel else GEWEIGERD
