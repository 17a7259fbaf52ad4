"""Opening a pack: a folder or a zip, read with the care that files of strangers deserve.

Nothing here needs a server, the register or Temporal. What can't be read gives a `PakFout` that names the file.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from archief import formaat
from archief.bronnen import Bron, PakFout, open_bron
from archief.formaat import (
    Bekledingsregel,
    Controlepuntregel,
    Documentregel,
    Handtekening,
    Manifest,
    Sleutelbos,
)
from archief.ontleden import ontleed, regels
from domain.feit import Bewijs, Feit
from domain.spoor import Spoorregel
from register.grootboek import Grootboekregel

__all__ = ["Bron", "Pak", "PakFout", "open_pak", "pak_uit", "plek_van"]

M = TypeVar("M", bound=BaseModel)
PAKMAP = "pak"
"""The folder of the pack within the dossier of a played life."""
DICHT = (
    "De geschiedenis in dit pak is vertrouwelijk en zit er niet in. De griffier, de jurist of de provinciesecretaris "
    "kan haar verstrekken: opgave audit verstrek"
)


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
        return formaat.sha(self.lees(pad))

    @cached_property
    def handtekening(self) -> Handtekening:
        """The signature over the manifest."""
        return self._model(formaat.HANDTEKENING, Handtekening)

    @cached_property
    def namen(self) -> frozenset[str]:
        """The paths of all files."""
        return frozenset(self.bron.namen())

    @cached_property
    def open(self) -> bool:
        """Whether the histories lie open in the pack: always, unless something in them is confidential."""
        return not self.manifest.afgeschermd

    @cached_property
    def ontsloten(self) -> bool:
        """Whether the confidential histories and facts were put in their place in `vertrouwelijk/`."""
        dicht = [bestand.pad for bestand in self.manifest.vertrouwelijk if not _is_stuk(bestand.pad)]
        return bool(dicht) and all(plek_van(pad) in self.namen for pad in dicht)

    @cached_property
    def leesbaar(self) -> bool:
        """Whether the histories can be read, open or from `vertrouwelijk/`."""
        return self.open or self.ontsloten

    @cached_property
    def geschiedenissen(self) -> tuple[dict[str, Any], ...]:
        """The history of each run as parsed JSON, in the order of the manifest. Raises PakFout, also when shielded."""
        if not self.leesbaar:
            raise PakFout(DICHT, formaat.GESCHIEDENIS)
        return tuple(self._json(run.pad, dict) for run in self.manifest.runs)

    def plek(self, pad: str) -> str:
        """Where this file lies: what is confidential lies in `vertrouwelijk/`, once it was handed out."""
        dicht = plek_van(pad)
        return dicht if dicht in self.namen and (pad not in self.namen or self.ontsloten) else pad

    @cached_property
    def feitregels(self) -> tuple[dict[str, Any], ...]:
        """The facts as they were recorded, as parsed JSON; of a shielded one only what may be seen."""
        return self._regels(formaat.FEITEN)

    @cached_property
    def open_feitregels(self) -> tuple[dict[str, Any], ...]:
        """The facts as they lie open, also once the whole ones were handed out."""
        return tuple(regels(self.lees(formaat.FEITEN), formaat.FEITEN))

    @cached_property
    def feiten(self) -> tuple[Feit, ...]:
        """The facts, up to the first one that is shielded."""
        dicht = self.manifest.afgeschermd if not self.ontsloten else ()
        heel = dicht[0] - 1 if dicht else None
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

    def _regels(self, pad: str) -> tuple[dict[str, Any], ...]:
        return tuple(regels(self.lees(self.plek(pad)), pad))

    def _json(self, pad: str, soort: type[Any]) -> Any:
        return ontleed(self.lees(self.plek(pad)), soort, pad)


def open_pak(plek: Path) -> Pak:
    """Open the pack in this folder, in the folder `pak` within it, or in this zip.

    Raises:
        PakFout: there is no pack there, or its manifest can't be read.
    """
    binnen = plek / PAKMAP
    is_dossier = not (plek / formaat.MANIFEST).is_file() and (binnen / formaat.MANIFEST).is_file()
    try:
        return pak_uit(open_bron(binnen if is_dossier else plek))
    except PakFout as fout:
        if fout.pad == formaat.MANIFEST:
            raise PakFout(f"{plek} is geen pak: {fout}", fout.pad) from None
        raise


def pak_uit(bron: Bron) -> Pak:
    """The pack in these files. Raises PakFout when its manifest can't be read."""
    tekst = bron.lees(formaat.MANIFEST)
    manifest = _als(Manifest, ontleed(tekst, dict, formaat.MANIFEST), formaat.MANIFEST)
    if not manifest.runs:
        raise PakFout(f"{formaat.MANIFEST} noemt geen enkele run.", formaat.MANIFEST)
    return Pak(bron, manifest, tekst)


def plek_van(pad: str) -> str:
    """Where a confidential file of this name lies in the pack, once it was handed out and opened."""
    return pad if pad.startswith(formaat.VERTROUWELIJK) else formaat.VERTROUWELIJK + pad


def _is_stuk(pad: str) -> bool:
    """Whether a confidential file is a document: without those the histories can still be read."""
    return pad.startswith((formaat.VERTROUWELIJK, formaat.STUKKEN))


def _als(model: type[M], waarde: Any, pad: str) -> M:
    try:
        return model.model_validate(waarde)
    except (ValidationError, RecursionError):
        raise PakFout(f"{pad} heeft niet de vorm die het hoort te hebben.", pad) from None
