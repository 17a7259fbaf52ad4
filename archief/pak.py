"""Opening a pack: a folder or a zip, read with the care that files of strangers deserve.

Nothing here needs a server, the register or Temporal. What can't be read gives a `PakFout` that names the file.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from archief import formaat
from archief.formaat import (
    Bekledingsregel,
    Controlepuntregel,
    Documentregel,
    Handtekening,
    Manifest,
    Sleutelbos,
)
from domain.feit import Bewijs, Feit
from domain.spoor import Spoorregel
from register.grootboek import Grootboekregel

M = TypeVar("M", bound=BaseModel)


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


@dataclass(frozen=True)
class Mapbron:
    """A folder on this computer."""

    map: Path

    def namen(self) -> tuple[str, ...]:
        """The paths of all files below the folder."""
        return tuple(sorted(p.relative_to(self.map).as_posix() for p in self.map.rglob("*") if p.is_file()))

    def lees(self, pad: str) -> bytes:
        """The bytes of a file."""
        try:
            return (self.map / pad).read_bytes()
        except OSError:
            raise PakFout(f"{pad} ontbreekt of is niet te lezen.", pad) from None


@dataclass(frozen=True)
class Pak:
    """An opened pack. Each part is read when it is asked for, and raises PakFout when it is not what it should be."""

    bron: Bron
    manifest: Manifest
    manifestbytes: bytes

    def lees(self, pad: str) -> bytes:
        """The bytes of a file of the pack, as they are now."""
        return self.bron.lees(pad)

    def sha256(self, pad: str) -> str:
        """The hash over a file as it is now."""
        return hashlib.sha256(self.lees(pad)).hexdigest()

    @cached_property
    def handtekening(self) -> Handtekening:
        """The signature over the manifest."""
        return self._model(formaat.HANDTEKENING, Handtekening)

    @cached_property
    def open(self) -> bool:
        """Whether the histories lie in the pack: always, unless something in them is confidential."""
        return not self.manifest.afgeschermd

    @cached_property
    def geschiedenissen(self) -> tuple[dict[str, Any], ...]:
        """The history of each run as parsed JSON, in the order of the manifest."""
        return tuple(self._json(run.pad, dict) for run in self.manifest.runs)

    @cached_property
    def feitregels(self) -> tuple[dict[str, Any], ...]:
        """The facts as they were recorded, as parsed JSON; of a shielded one only what may be seen."""
        return tuple(self._regels(formaat.FEITEN))

    @cached_property
    def feiten(self) -> tuple[Feit, ...]:
        """The facts, up to the first one that is shielded."""
        heel = self.manifest.afgeschermd[0] - 1 if self.manifest.afgeschermd else None
        try:
            return tuple(Feit.model_validate(regel) for regel in self.feitregels[:heel])
        except ValidationError as fout:
            raise PakFout(
                f"{formaat.FEITEN}: dit is geen feit ({fout.error_count()} fouten).", formaat.FEITEN
            ) from None

    @cached_property
    def bewijzen(self) -> dict[str, Bewijs]:
        """The receipts as they were given out, by command."""
        try:
            return {r["opdracht"]: Bewijs.model_validate(r["bewijs"]) for r in self._regels(formaat.BEWIJZEN)}
        except (KeyError, TypeError, ValidationError):
            raise PakFout(f"{formaat.BEWIJZEN}: dit is geen bewijs.", formaat.BEWIJZEN) from None

    @cached_property
    def grootboek(self) -> tuple[Grootboekregel, ...]:
        """The signed lines of the ledger."""
        return self._modellen(formaat.GROOTBOEK, Grootboekregel)

    @cached_property
    def controlepunten(self) -> tuple[Controlepuntregel, ...]:
        """The checkpoints, the oldest first."""
        return self._modellen(formaat.CONTROLEPUNTEN, Controlepuntregel)

    @cached_property
    def spoor(self) -> tuple[Spoorregel, ...]:
        """The audit trail of this opgave."""
        return self._modellen(formaat.SPOOR, Spoorregel)

    @cached_property
    def bekleding(self) -> tuple[Bekledingsregel, ...]:
        """The sealed lines about who held a function."""
        return self._modellen(formaat.BEKLEDING, Bekledingsregel)

    @cached_property
    def sleutelbos(self) -> Sleutelbos:
        """The public keys that the pack brings along; not to be trusted for that reason."""
        return self._model(formaat.SLEUTELS, Sleutelbos)

    @cached_property
    def documenten(self) -> tuple[Documentregel, ...]:
        """The list of documents."""
        try:
            return TypeAdapter(tuple[Documentregel, ...]).validate_python(self._json(formaat.DOCUMENTEN, list))
        except ValidationError:
            raise PakFout(
                f"{formaat.DOCUMENTEN} heeft niet de vorm die het hoort te hebben.", formaat.DOCUMENTEN
            ) from None

    def _model(self, pad: str, model: type[M]) -> M:
        return _als(model, self._json(pad, dict), pad)

    def _modellen(self, pad: str, model: type[M]) -> tuple[M, ...]:
        return tuple(_als(model, regel, pad) for regel in self._regels(pad))

    def _regels(self, pad: str) -> Iterator[dict[str, Any]]:
        for nr, regel in enumerate(self.lees(pad).splitlines(), start=1):
            yield _ontleed(regel, dict, pad, f"regel {nr} van {pad}")

    def _json(self, pad: str, soort: type[Any]) -> Any:
        return _ontleed(self.lees(pad), soort, pad, pad)


def open_pak(plek: Path) -> Pak:
    """Open the pack in this folder or zip.

    Raises:
        PakFout: there is no pack there, or its manifest can't be read.
    """
    bron = Mapbron(plek)
    manifestbytes = bron.lees(formaat.MANIFEST)
    return Pak(
        bron,
        _als(Manifest, _ontleed(manifestbytes, dict, formaat.MANIFEST, formaat.MANIFEST), formaat.MANIFEST),
        manifestbytes,
    )


def _ontleed(tekst: bytes, soort: type[Any], pad: str, plek: str) -> Any:
    try:
        waarde = json.loads(tekst)
    except (ValueError, RecursionError):
        raise PakFout(f"{plek} is niet te lezen.", pad) from None
    if not isinstance(waarde, soort):
        raise PakFout(f"{plek} heeft niet de vorm die het hoort te hebben.", pad)
    return waarde


def _als(model: type[M], waarde: Any, pad: str) -> M:
    try:
        return model.model_validate(waarde)
    except ValidationError:
        raise PakFout(f"{pad} heeft niet de vorm die het hoort te hebben.", pad) from None
