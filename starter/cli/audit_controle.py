"""`opgave audit controleer`: the verdict over packs, for people and for programs."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from archief.pak import Pak, open_pak
from audit.bevinding import Bevinding
from audit.controle import Oordeel
from audit.controle import controleer as beoordeel
from audit.meer import controleer_samen
from audit.velen import controleer_velen
from starter.cli import scherm
from starter.cli.controleopties import Ankers
from starter.cli.fouten import GEDAAN, GEWEIGERD


def controleer(
    plekken: Sequence[Path],
    sleutels: Sequence[str],
    ankers: Ankers,
    json: bool,
    *,
    alle: bool = False,
) -> int:
    """Judge every pack, and several also against one another. Gives 0 when all is whole, 1 when something is not.

    Raises:
        PakFout: something is no pack at all.
    """
    pakken = [open_pak(plek) for plek in plekken]
    oordelen = _oordelen(plekken, pakken, sleutels, ankers)
    samen = controleer_samen(pakken, volledig=alle) if alle or len(pakken) > 1 else ()
    heel = all(oordeel.heel for oordeel in oordelen) and not samen
    if json:
        _als_json(plekken, oordelen, samen, heel)
    else:
        _toon(plekken, pakken, oordelen, samen)
    return GEDAAN if heel else GEWEIGERD


def _oordelen(
    plekken: Sequence[Path], pakken: Sequence[Pak], sleutels: Sequence[str], ankers: Ankers
) -> Sequence[Oordeel]:
    """An anchor can be about any of the packs, so with anchors each is judged beside the others."""
    if not ankers.alle:
        return controleer_velen(plekken, sleutels=sleutels, ca=ankers.stempel_ca)
    naast = ([p for p in pakken if p is not pak] for pak in pakken)
    paren = zip(pakken, naast, strict=True)
    beoordeel_ = partial(beoordeel, sleutels=sleutels, ankers=ankers.alle, ca=ankers.stempel_ca)
    return [beoordeel_(pak, naast=rest) for pak, rest in paren]


def _als_json(plekken: Sequence[Path], oordelen: Sequence[Oordeel], samen: Sequence[Bevinding], heel: bool) -> None:
    pakken = [{"plek": str(p), **o.model_dump(mode="json")} for p, o in zip(plekken, oordelen, strict=True)]
    scherm.json_uit({"heel": heel, "pakken": pakken, "samen": list(samen)})


def _toon(
    plekken: Sequence[Path], pakken: Sequence[Pak], oordelen: Sequence[Oordeel], samen: Sequence[Bevinding]
) -> None:
    for plek, pak, oordeel in zip(plekken, pakken, oordelen, strict=True):
        scherm.kop(f"{oordeel.opgave}  {pak.manifest.titel}")
        scherm.zeg_onder(str(plek), "dim")
        _toon_oordeel(oordeel)
    if samen:
        scherm.kop(f"De pakken naast elkaar: {len(samen)} bevindingen.")
        _toon_bevindingen(samen)
    elif len(pakken) > 1:
        scherm.kop("De pakken naast elkaar: ze spreken elkaar niet tegen.")


def _toon_oordeel(oordeel: Oordeel) -> None:
    scherm.zeg(oordeel.verdict, "bold green" if oordeel.heel else "bold red")
    _toon_bevindingen(oordeel.bevindingen)
    scherm.kop("Wat dit bewijst")
    scherm.zeg_onder(oordeel.bewezen)
    if oordeel.mededelingen:
        scherm.kop("Ook goed om te weten")
        for mededeling in oordeel.mededelingen:
            scherm.punt(f"{mededeling.zin} ({mededeling.waar})")


def _toon_bevindingen(bevindingen: Iterable[Bevinding]) -> None:
    for bevinding in bevindingen:
        scherm.punt(f"{bevinding.code}, {bevinding.waar}: {bevinding.zin}")
