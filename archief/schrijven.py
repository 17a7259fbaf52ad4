"""Writing a pack where somebody asked for it: a folder, or a zip when the name ends so."""

import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

_TIJD = (1980, 1, 1, 0, 0, 0)
_GEWOON = 0o100644 << 16
"""A plain file that everybody may read once it is unpacked."""


class PlekBezet(Exception):
    """There is something already where the pack should come; the text is for who asked."""

    def __init__(self, doel: Path) -> None:
        super().__init__(f"{doel} bestaat al. Kies een andere plek; er wordt nooit iets overschreven.")


def toets_vrij(doel: Path) -> None:
    """Raises PlekBezet when there is something there already, were it only a broken link."""
    if os.path.lexists(doel):
        raise PlekBezet(doel)


def schrijf(bestanden: Mapping[str, bytes], doel: Path) -> None:
    """Write these files, all of them or none.

    Raises:
        PlekBezet: there is something there already.
        OSError: it can't be written there.
    """
    toets_vrij(doel)
    doel.parent.mkdir(parents=True, exist_ok=True)
    werk = doel.with_name(f".{doel.name}-{os.getpid()}")
    try:
        if doel.suffix.lower() == ".zip":
            _zip(bestanden, werk)
            os.link(werk, doel)  # unlike a rename this fails when something came there meanwhile
        else:
            _map(bestanden, werk)
            werk.rename(doel)
    except FileExistsError:
        raise PlekBezet(doel) from None
    finally:
        _ruim_op(werk)


def _map(bestanden: Mapping[str, bytes], doel: Path) -> None:
    for pad, inhoud in bestanden.items():
        plek = doel / pad
        plek.parent.mkdir(parents=True, exist_ok=True)
        plek.write_bytes(inhoud)


def _zip(bestanden: Mapping[str, bytes], doel: Path) -> None:
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        for pad, inhoud in sorted(bestanden.items()):
            lid = zipfile.ZipInfo(pad, _TIJD)
            lid.external_attr = _GEWOON
            archief.writestr(lid, inhoud, zipfile.ZIP_DEFLATED)


def _ruim_op(werk: Path) -> None:
    if werk.is_dir():
        shutil.rmtree(werk, ignore_errors=True)
    else:
        werk.unlink(missing_ok=True)
