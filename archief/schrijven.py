"""Writing a pack where somebody asked for it: a folder, or a zip when the name ends so."""

import os
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path


class PlekBezet(Exception):
    """There is something already where the pack should come; the text is for who asked."""


def schrijf(bestanden: Mapping[str, bytes], doel: Path) -> None:
    """Write these files, all of them or none.

    Raises:
        PlekBezet: there is something there already.
    """
    if os.path.lexists(doel):
        raise PlekBezet(f"{doel} bestaat al. Kies een andere plek; een pak wordt nooit overschreven.")
    werk = doel.with_name(f".{doel.name}-{os.getpid()}")
    doel.parent.mkdir(parents=True, exist_ok=True)
    try:
        (_zip if doel.suffix == ".zip" else _map)(bestanden, werk)
        werk.rename(doel)
    finally:
        shutil.rmtree(werk, ignore_errors=True)
        werk.unlink(missing_ok=True)


def _map(bestanden: Mapping[str, bytes], doel: Path) -> None:
    for pad, inhoud in bestanden.items():
        plek = doel / pad
        plek.parent.mkdir(parents=True, exist_ok=True)
        plek.write_bytes(inhoud)


def _zip(bestanden: Mapping[str, bytes], doel: Path) -> None:
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        for pad, inhoud in sorted(bestanden.items()):
            archief.writestr(zipfile.ZipInfo(pad, (1980, 1, 1, 0, 0, 0)), inhoud, zipfile.ZIP_DEFLATED)
