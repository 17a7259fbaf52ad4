"""Putting what was handed out in its place in a pack, after checking that it is what the manifest says."""

from collections.abc import Mapping
from pathlib import Path

from archief.formaat import sha
from archief.pak import Pak, plek_van
from archief.vertrouwelijk import ContainerFout, ontsleutel
from runtime.bestanden import plaats


def geopend(pak: Pak, container: bytes, sleutel: str) -> dict[str, bytes]:
    """The files of a container by their place in this pack (`vertrouwelijk/...`).

    Raises:
        ContainerFout: the key does not fit, or one file is not what the manifest of the pack says: nothing is given.
    """
    verwacht = {bestand.pad: bestand.sha256 for bestand in pak.manifest.vertrouwelijk}
    bestanden = ontsleutel(container, sleutel)
    for pad, inhoud in bestanden.items():
        if verwacht.get(pad) != sha(inhoud):
            raise ContainerFout(f"Deze container hoort niet bij dit pak: {pad} is er niet of is anders.")
    return {plek_van(pad): inhoud for pad, inhoud in bestanden.items()}


def zet_neer(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Write these files below the folder of the pack, readable by their owner alone. May be done again.

    Raises:
        ContainerFout: something else lies in the way, or it can't be written.
    """
    for pad, inhoud in sorted(bestanden.items()):
        plek = map_ / pad
        try:
            if any(deel.is_symlink() for deel in (plek, *plek.parents) if deel.is_relative_to(map_)):
                raise ContainerFout(f"{pad}: hier ligt een verwijzing naar een andere plek. Er is niets geschreven.")
            if not plaats(plek, inhoud, 0o600) and plek.read_bytes() != inhoud:
                raise ContainerFout(f"{pad} ligt er al, met een andere inhoud.")
        except OSError as fout:
            raise ContainerFout(f"{pad} is hier niet te schrijven ({fout.strerror}).") from None


def alles(pak: Pak) -> dict[str, bytes]:
    """Every file of a pack, for writing it elsewhere. Raises PakFout when one can't be read."""
    return {naam: pak.lees(naam) for naam in pak.bron.namen()}
