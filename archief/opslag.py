"""Where packs are kept: a folder on this computer, or an S3-compatible store. What is there is never overwritten.

Only a container out of which something was destroyed is put in the place of the old one, in one step (`vervang`).

Paths are relative, with `/`. Every error of a store becomes one `OpslagFout` that names no key and no password.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import LocalStore, S3Store

from runtime.instellingen import Archief, Instellingen

if TYPE_CHECKING:
    from obstore.store import S3Config

MAP = "archief"
"""The folder below the data folder, when no other place is set."""
GEDULD = "30s"
"""How long one request to a store may take."""
POGINGEN = 3
NOG_BEZIG = 3600.0
_REST = re.compile(r"#[0-9]+$")
"""How the store names a file in a folder until it is whole."""
_FOUTEN = (BaseError, OSError, ValueError)


class OpslagFout(Exception):
    """The store can't do this now, or what is asked for is not there; the text is for the administrator, in Dutch."""


class NietBewaard(OpslagFout):
    """There is nothing at this path."""


class Opslag:
    """The store. Each call is one request, safe to share between threads."""

    def __init__(self, winkel: LocalStore | S3Store, map_: Path | None = None) -> None:
        """Keep things in this store; `map_` is where that is on this computer, if it is."""
        self._winkel = winkel
        self._map = map_

    def bewaar(self, pad: str, inhoud: bytes) -> bool:
        """Put something new here; False when there is something already, which then stays as it is.

        In a folder it is on the disk when this returns, and not only with the operating system.
        """
        with _in_woorden(pad):
            try:
                obstore.put(self._winkel, pad, inhoud, mode="create", use_multipart=False)
            except AlreadyExistsError:
                return False
            if self._map:
                _naar_schijf(self._map, pad)
            return True

    def vervang(self, pad: str, inhoud: bytes) -> None:
        """Put this in the place of what is here; at every moment the one or the other lies there, whole."""
        with _in_woorden(pad):
            obstore.put(self._winkel, pad, inhoud, mode="overwrite", use_multipart=False)
            if self._map:
                _naar_schijf(self._map, pad)

    def lees(self, pad: str) -> bytes:
        """The bytes at this path. Raises NietBewaard when there are none."""
        with _in_woorden(pad):
            return bytes(obstore.get(self._winkel, pad).bytes())

    def bestaat(self, pad: str) -> bool:
        """Whether there is something at this path."""
        try:
            with _in_woorden(pad):
                obstore.head(self._winkel, pad)
        except NietBewaard:
            return False
        return True

    def lijst(self, onder: str = "") -> tuple[str, ...]:
        """The paths of everything in this folder and below, in order."""
        with _in_woorden(onder):
            stukken = obstore.list(self._winkel, onder or None)
            return tuple(sorted(str(ding["path"]) for stuk in stukken for ding in stuk))

    def ruim_half_op(self, onder: str, nu: float) -> int:
        """Take away what a process that was killed left of a file it was writing; gives how many there were.

        Only in a folder on this computer there are such rests; no list shows them. `nu` is in seconds since 1970; what
        is younger than an hour may be a file that somebody is writing.
        """
        if self._map is None:
            return 0
        half = [pad for pad in (self._map / onder).rglob("*") if _REST.search(pad.name) and pad.is_file()]
        with _in_woorden(onder):
            oud = [pad for pad in half if nu - pad.stat().st_mtime > NOG_BEZIG]
            for pad in oud:
                pad.unlink(missing_ok=True)
        return len(oud)

    def verwijder(self, pad: str) -> None:
        """Take away what is at this path; nothing happens when nothing is."""
        try:
            with _in_woorden(pad):
                obstore.delete(self._winkel, pad)
        except NietBewaard:
            return


def open_opslag(instellingen: Instellingen) -> Opslag:
    """The store of these settings. A folder is made when it is not there.

    Raises:
        OpslagFout: the folder can't be made, or the address is none.
    """
    plek = instellingen.archief.plek
    with _in_woorden(plek):
        if plek.startswith("s3://"):
            return Opslag(_s3(plek, instellingen.archief))
        map_ = Path(plek) if plek else instellingen.gegevensmap / MAP
        return Opslag(LocalStore(map_.resolve(), mkdir=True), map_)


def _s3(plek: str, archief: Archief) -> S3Store:
    """Without keys in the settings, those of the machine itself are used (environment, role)."""
    adres = urlsplit(plek)
    sleutels: S3Config = {}
    if archief.s3_sleutel and archief.s3_geheim:
        geheim = archief.s3_geheim.get_secret_value()
        sleutels = {"access_key_id": archief.s3_sleutel, "secret_access_key": geheim}
    return S3Store(
        adres.netloc,
        prefix=adres.path.strip("/") or None,
        endpoint=archief.s3_eindpunt,
        region=archief.s3_regio,
        client_options={"timeout": GEDULD, "allow_http": str(archief.s3_eindpunt).startswith("http://")},
        retry_config={"max_retries": POGINGEN},
        config=sleutels,
    )


@contextmanager
def _in_woorden(pad: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise NietBewaard(f"In het archief ligt niets op {pad}.") from None
    except _FOUTEN as fout:
        raise OpslagFout(f"Het archief is niet te bereiken of weigert ({type(fout).__name__}, bij {pad}).") from None


def _naar_schijf(map_: Path, pad: str) -> None:
    """What was linked into place survives a power cut only when the file and the names that lead to it are on disk."""
    delen = Path(pad)
    for plek in (delen, *delen.parents):
        greep = os.open(map_ / plek, os.O_RDONLY)
        try:
            os.fsync(greep)
        finally:
            os.close(greep)
