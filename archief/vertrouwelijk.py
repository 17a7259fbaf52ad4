"""The container for what may not lie in the open pack: a zip, encrypted with age for those who may read it.

Keys are X25519 in the text form of age (`age1...` to encrypt, `AGE-SECRET-KEY-1...` to open), so an auditor can also
open a container with any other age program. The archive has a key of its own, beside the signing key.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import pyrage  # type: ignore[import-untyped]

from runtime.bestanden import plaats
from runtime.instellingen import Instellingen

ARCHIEFSLEUTEL = "archiefsleutel"
"""The file beside the signing key; the text form of an age identity."""
MAX_CONTAINER = 1024**3
MAX_UITGEPAKT = 2 * 1024**3
MAX_BESTANDEN = 20_000
_BLOK = 1024 * 1024
_TIJD = (1980, 1, 1, 0, 0, 0)


class ContainerFout(Exception):
    """A container or a key that is not what it should be; the text is for who handed it in, in Dutch."""


def versleutel(bestanden: Mapping[str, bytes], ontvangers: Sequence[str]) -> bytes:
    """The container with these files by path, for these recipients (`age1...`).

    Raises:
        ContainerFout: something is no recipient, or there is none.
    """
    sleutels = [_ontvanger(tekst) for tekst in dict.fromkeys(ontvangers)]
    if not sleutels:
        raise ContainerFout("Noem voor wie dit is: een publieke sleutel die met age1 begint.")
    pakket = io.BytesIO()
    with zipfile.ZipFile(pakket, "w", zipfile.ZIP_DEFLATED) as zip_:
        for pad, inhoud in sorted(bestanden.items()):
            zip_.writestr(zipfile.ZipInfo(pad, _TIJD), inhoud, zipfile.ZIP_DEFLATED)
    container: bytes = pyrage.encrypt(pakket.getvalue(), sleutels)
    return container


def ontsleutel(container: bytes, sleutel: str) -> dict[str, bytes]:
    """The files in a container, opened with this identity (`AGE-SECRET-KEY-1...`).

    Raises:
        ContainerFout: the key is none or does not fit, or the container is damaged, too large, or names files oddly.
    """
    if len(container) > MAX_CONTAINER:
        raise ContainerFout("Dit bestand is te groot voor een container.")
    try:
        pakket: bytes = pyrage.decrypt(container, [_identiteit(sleutel)])
    except pyrage.DecryptError:
        raise ContainerFout("Deze sleutel opent deze container niet, of de container is beschadigd.") from None
    try:
        with zipfile.ZipFile(io.BytesIO(pakket)) as zip_:
            return dict(_uitgepakt(zip_))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise ContainerFout("De container is beschadigd: er zit geen leesbare zip in.") from None


def _uitgepakt(zip_: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Every file, never more bytes than allowed, whatever the zip says of itself."""
    leden, rest, gezien = zip_.infolist(), MAX_UITGEPAKT, set[str]()
    if len(leden) > MAX_BESTANDEN:
        raise ContainerFout(f"Er zitten meer dan {MAX_BESTANDEN} bestanden in de container.")
    for lid in leden:
        if not _veilig(lid.filename) or lid.filename.casefold() in gezien:
            raise ContainerFout("Een bestand in de container heeft een naam die niet kan.")
        gezien.add(lid.filename.casefold())
        inhoud = _lees(zip_, lid, rest)
        rest -= len(inhoud)
        yield lid.filename, inhoud


def _lees(zip_: zipfile.ZipFile, lid: zipfile.ZipInfo, rest: int) -> bytes:
    blokken = list[bytes]()
    with zip_.open(lid) as stroom:
        while blok := stroom.read(_BLOK):
            rest -= len(blok)
            if rest < 0:
                raise ContainerFout("Wat er in de container zit is te groot.")
            blokken.append(blok)
    return b"".join(blokken)


def _veilig(naam: str) -> bool:
    """A plain path downwards; nothing that could land elsewhere or is shown as something else."""
    pad = PurePosixPath(naam)
    gewoon = naam == pad.as_posix() and not pad.is_absolute() and ".." not in pad.parts
    return bool(naam) and gewoon and "\\" not in naam and ":" not in naam and naam.isprintable()


def nieuwe_sleutel() -> str:
    """A new identity, as text. Whoever holds it opens what was encrypted for it; there is no other way."""
    return str(pyrage.x25519.Identity.generate())


def ontvanger_van(sleutel: str) -> str:
    """The recipient (`age1...`) that belongs to an identity. Raises ContainerFout for what is no identity."""
    return str(_identiteit(sleutel).to_public())


def lees_sleutel(tekst: str) -> str:
    """The identity in the text of a key file as age writes it: remarks begin with #. Raises ContainerFout."""
    return _enige(tekst, "AGE-SECRET-KEY-1", "In dit bestand staat geen geheime sleutel van age.")


def lees_ontvanger(tekst: str) -> str:
    """The recipient in the text of a file, or the text itself. Raises ContainerFout."""
    gevonden = _enige(tekst, "age1", "Dit is geen publieke sleutel van age; die begint met age1.")
    return str(_ontvanger(gevonden))


def archiefsleutel(instellingen: Instellingen, *, mag_maken: bool = False) -> str:
    """The archive's own identity, from the file beside the signing key; made first when that is allowed.

    Raises:
        ContainerFout: there is none, or the file holds something else.
    """
    plek = sleutelpad(instellingen)
    if mag_maken and not plek.exists():
        plaats(plek, f"{nieuwe_sleutel()}\n".encode(), 0o600)
    try:
        return lees_sleutel(plek.read_text("ascii"))
    except (OSError, UnicodeDecodeError):
        raise ContainerFout(f"De archiefsleutel is er niet of is niet te lezen: {plek}") from None


def sleutelpad(instellingen: Instellingen) -> Path:
    """Where the archive's own identity lies."""
    return instellingen.ondertekensleutel.with_name(ARCHIEFSLEUTEL)


def _enige(tekst: str, begin: str, anders: str) -> str:
    regels = [regel.strip() for regel in tekst.splitlines()]
    gevonden = [regel for regel in regels if regel.lower().startswith(begin.lower())]
    if len(gevonden) != 1:
        raise ContainerFout(anders)
    return gevonden[0]


def _identiteit(tekst: str) -> Any:
    try:
        return pyrage.x25519.Identity.from_str(tekst.strip())
    except pyrage.IdentityError:
        raise ContainerFout("Dit is geen geheime sleutel van age.") from None


def _ontvanger(tekst: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(tekst.strip())
    except pyrage.RecipientError:
        raise ContainerFout("Dit is geen publieke sleutel van age; die begint met age1.") from None
