"""Where the files of a pack lie: a folder or a zip, both from strangers, so both read within limits.

Only plain files with plain names are read, never through a link, never more bytes than allowed, and nothing is ever
written. What does not fit gives a `PakFout` that names the file.
"""

import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

MIB = 1024 * 1024
MAX_BESTANDEN = 10_000
MAX_BESTAND = 100 * MIB
"""Temporal ends a history at 50 MB; in base64 and JSON that stays below this."""
MAX_TOTAAL = 512 * MIB
MAX_VERHOUDING = 250
"""How many times larger a file may become when it is unpacked; text of ours becomes some 30 times larger."""
KLEIN = 1 * MIB
"""Up to this size the ratio does not matter."""
MAX_DIEPTE, MAX_NAAM = 8, 400
_EINDE = struct.Struct("<4s4H2LH")
_INHOUDSOPGAVE = MAX_BESTANDEN * 500
"""The most bytes that the list of files in a zip may take."""
_ZIPFOUTEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


class PakFout(Exception):
    """The pack, or a file in it, can't be read; the text names it, in Dutch. `pad` is the file, empty for the whole."""

    def __init__(self, zin: str, pad: str = "") -> None:
        super().__init__(zin)
        self.pad = pad


class Bron(Protocol):
    """Where the files of a pack come from."""

    def namen(self) -> tuple[str, ...]:
        """The paths of all files, with `/`."""
        ...

    def lees(self, pad: str) -> bytes:
        """The bytes of a file. Raises PakFout when it is not there or too large."""
        ...


def open_bron(plek: Path) -> Bron:
    """The files at this place: a folder, or a zip.

    Raises:
        PakFout: there is neither, or there is something in it that does not belong in a pack.
    """
    try:
        soort = plek.stat().st_mode
    except (OSError, ValueError):
        raise PakFout(f"{plek} is er niet of is niet te openen.") from None
    if stat.S_ISDIR(soort):
        return Mapbron(plek)
    if stat.S_ISREG(soort):
        return Zipbron(plek)
    raise PakFout(f"{plek} is geen map en geen bestand.")


@dataclass(frozen=True)
class Losbron:
    """Files that are in memory already."""

    bestanden: Mapping[str, bytes]

    def namen(self) -> tuple[str, ...]:
        """All paths."""
        return tuple(self.bestanden)

    def lees(self, pad: str) -> bytes:
        """The bytes of a file."""
        if pad not in self.bestanden:
            raise PakFout(f"{pad} ontbreekt.", pad)
        return self.bestanden[pad]


class Mapbron:
    """A folder on this computer, listed once."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._namen = _getoetst(_loop(map_))

    def namen(self) -> tuple[str, ...]:
        """The paths of all files below the folder."""
        return tuple(self._namen)

    def lees(self, pad: str) -> bytes:
        """The bytes of a file."""
        if pad not in self._namen:
            raise PakFout(f"{pad} ontbreekt.", pad)
        try:
            return _lees_bestand(self._map / pad, pad)
        except (OSError, ValueError):
            raise PakFout(f"{pad} is niet te lezen.", pad) from None


class Zipbron:
    """A zip on this computer, listed once. Only plain and deflated files, without a password."""

    def __init__(self, bestand: Path) -> None:
        self._bestand = bestand
        try:
            _toets_omvang(bestand)
            with zipfile.ZipFile(bestand) as zip_:
                self._leden = {lid.filename: lid for lid in _leden(zip_.infolist())}
        except (*_ZIPFOUTEN, struct.error):
            raise PakFout(f"{bestand} is geen zip die te lezen is.") from None

    def namen(self) -> tuple[str, ...]:
        """The paths of all files in the zip."""
        return tuple(self._leden)

    def lees(self, pad: str) -> bytes:
        """The bytes of a file."""
        if pad not in self._leden:
            raise PakFout(f"{pad} ontbreekt.", pad)
        try:
            with zipfile.ZipFile(self._bestand) as zip_, zip_.open(self._leden[pad]) as open_:
                inhoud = open_.read(MAX_BESTAND + 1)
        except _ZIPFOUTEN:
            raise PakFout(f"{pad} in de zip is beschadigd.", pad) from None
        if len(inhoud) != self._leden[pad].file_size:
            raise PakFout(f"{pad} in de zip is niet zo groot als de zip zegt.", pad)
        return inhoud


@dataclass(frozen=True)
class _Vondst:
    pad: str
    omvang: int


def _getoetst(gevonden: Iterable[_Vondst]) -> dict[str, int]:
    """The files by path, unless there are too many, they are too large, or a name can mean two things."""
    namen, gezien, totaal = dict[str, int](), set[str](), 0
    for vondst in gevonden:
        _toets_naam(vondst.pad)
        gelijkend = unicodedata.normalize("NFC", vondst.pad).casefold()
        if gelijkend in gezien:
            raise PakFout(f"{vondst.pad} komt twee keer voor, eventueel met andere hoofdletters.", vondst.pad)
        gezien.add(gelijkend)
        namen[vondst.pad] = vondst.omvang
        totaal += vondst.omvang
        if vondst.omvang > MAX_BESTAND:
            raise PakFout(f"{vondst.pad} is te groot: meer dan {MAX_BESTAND // MIB} MB.", vondst.pad)
        if len(namen) > MAX_BESTANDEN:
            raise PakFout(f"Er zijn meer dan {MAX_BESTANDEN} bestanden; dat is geen pak.")
        if totaal > MAX_TOTAAL:
            raise PakFout(f"De bestanden zijn samen groter dan {MAX_TOTAAL // MIB} MB; dat is geen pak.")
    return namen


def _toets_naam(pad: str) -> None:
    """A relative path of printable characters that means the same on every computer."""
    delen = pad.split("/")
    goed = pad.isprintable() and "\\" not in pad and ":" not in pad and len(pad.encode(errors="replace")) <= MAX_NAAM
    if not goed or len(delen) > MAX_DIEPTE or any(deel in ("", ".", "..") for deel in delen):
        raise PakFout(f"De naam {ascii(pad)[:120]} mag niet in een pak voorkomen.", pad)


def _loop(map_: Path, voor: str = "") -> Iterator[_Vondst]:
    """Every plain file below a folder. Anything that is no file and no folder is refused, links too."""
    try:
        with os.scandir(map_) as inhoud:
            for item in inhoud:
                pad = f"{voor}{item.name}"
                if item.is_dir(follow_symlinks=False):
                    _toets_naam(pad)
                    yield from _loop(Path(item.path), f"{pad}/")
                elif item.is_file(follow_symlinks=False):
                    yield _Vondst(pad, item.stat(follow_symlinks=False).st_size)
                else:
                    raise PakFout(f"{ascii(pad)[1:-1]} is geen gewoon bestand (een koppeling of een apparaat).", pad)
    except OSError:
        raise PakFout(f"De map {map_} is niet te lezen.", voor) from None


def _lees_bestand(plek: Path, pad: str) -> bytes:
    """Read without following a link and without waiting for a pipe, should one have come in its place."""
    greep = os.open(plek, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(greep, "rb") as open_:
        if not stat.S_ISREG(os.fstat(greep).st_mode):
            raise PakFout(f"{pad} is geen gewoon bestand.", pad)
        inhoud = open_.read(MAX_BESTAND + 1)
    if len(inhoud) > MAX_BESTAND:
        raise PakFout(f"{pad} is te groot: meer dan {MAX_BESTAND // MIB} MB.", pad)
    return inhoud


def _toets_omvang(bestand: Path) -> None:
    """The end record of a zip says how long its list of files is; look before anything is loaded."""
    with bestand.open("rb") as open_:
        omvang = open_.seek(0, os.SEEK_END)
        open_.seek(max(0, omvang - _EINDE.size - 20))
        staart = open_.read()
    einde = staart[-_EINDE.size :]
    teken, *_, aantal, lengte, _plek, commentaar = _EINDE.unpack(einde)
    if teken != b"PK\x05\x06" or commentaar:
        raise PakFout(f"{bestand} is geen zip, of een zip met iets erachter.")
    if staart.startswith(b"PK\x06\x07") or aantal > MAX_BESTANDEN or lengte > _INHOUDSOPGAVE or omvang > MAX_TOTAAL:
        raise PakFout(f"{bestand} is te groot; dat is geen pak.")


def _leden(alle: Iterable[zipfile.ZipInfo]) -> tuple[zipfile.ZipInfo, ...]:
    """The files of a zip, each looked at before a byte of it is unpacked."""
    leden = tuple(lid for lid in alle if not (lid.orig_filename.endswith("/") and not lid.file_size))
    _getoetst(_Vondst(lid.orig_filename, lid.file_size) for lid in leden)
    for lid in leden:
        _toets_lid(lid)
    return leden


def _toets_lid(lid: zipfile.ZipInfo) -> None:
    soort = stat.S_IFMT(lid.external_attr >> 16)
    if soort not in (0, stat.S_IFREG):
        raise PakFout(f"{lid.filename} is geen gewoon bestand (een koppeling of een apparaat).", lid.filename)
    if lid.flag_bits & 0x2041:
        raise PakFout(f"{lid.filename} is met een wachtwoord versleuteld.", lid.filename)
    if lid.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise PakFout(f"{lid.filename} is op een onbekende manier ingepakt.", lid.filename)
    if lid.file_size > KLEIN and lid.file_size > MAX_VERHOUDING * max(lid.compress_size, 1):
        raise PakFout(f"{lid.filename} wordt bij het uitpakken veel te groot.", lid.filename)
