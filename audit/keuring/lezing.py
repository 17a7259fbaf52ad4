"""The parts of a pack as a check reads them: each once, and what can't be read is a finding and counts as empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from archief import formaat
from archief.formaat import Bekledingsregel, Documentregel, Sleutelbos
from archief.pak import Pak, PakFout
from archief.programma import kernhash
from audit.bevinding import Bevinding
from audit.gebeurtenis import start
from audit.keuring import keten
from audit.keuring.feitregel import Feitregel, GeenFeit, feitregel
from audit.keuring.herkennen import Verhalen
from audit.keuring.sleutelbos import sleutelbossen
from audit.keuring.sleutels import Vertrouwen, vertrouwen
from audit.keuring.verklaringen import wissels_na
from audit.lezen import OnleesbareGeschiedenis, Vouwing, vouw
from domain.feit import Bewijs
from domain.keten import GEEN, canoniek, schakel, te_tekenen
from domain.stand import Begin
from register.grootboek import Grootboekregel
from runtime.sleutels import controleer as is_getekend

T = TypeVar("T")


@dataclass
class Lezing:
    """A pack being checked. `gegeven` are the keys from elsewhere; `onleesbaar` what could not be read."""

    pak: Pak
    gegeven: Sequence[str | Path]
    onleesbaar: list[Bevinding] = field(default_factory=list)

    def _lees(self, lees: Callable[[], T], leeg: T) -> T:
        """A part of the pack, or nothing when it can't be read; that a file is missing is told elsewhere."""
        try:
            return lees()
        except PakFout as fout:
            if not fout.pad or fout.pad in self.pak.namen:
                self.onleesbaar.append(Bevinding(code="onleesbaar", waar=fout.pad or "pak", zin=str(fout)))
            return leeg

    @cached_property
    def sleutelbos(self) -> Sleutelbos:
        """The keys that the pack brings along."""
        return self._lees(lambda: self.pak.sleutelbos, Sleutelbos())

    @cached_property
    def wissels(self) -> Sleutelbos:
        """The same, with the changes of keys that the auditor knows from elsewhere, or from statements."""
        meer, _ = sleutelbossen(self.gegeven)
        alle = (*self.sleutelbos.wissels, *meer.wissels, *wissels_na(self.pak))
        return self.sleutelbos.met(wissels=tuple(dict.fromkeys(alle)))

    @cached_property
    def vertrouwd(self) -> Vertrouwen:
        """The keys that count."""
        return vertrouwen(self.sleutelbos, self.gegeven, wissels_na(self.pak))

    @cached_property
    def bewijzen(self) -> dict[str, Bewijs]:
        """The receipts in the pack, by command."""
        leeg: dict[str, Bewijs] = {}
        return self._lees(lambda: self.pak.bewijzen, leeg)

    def lees_rest(self) -> None:
        """Read what nothing is compared with, so that it is told when it can't be read."""
        leeg: tuple[Bekledingsregel, ...] = ()
        self._lees(lambda: self.pak.bekleding, leeg)

    @cached_property
    def documenten(self) -> tuple[Documentregel, ...]:
        """The list of documents."""
        leeg: tuple[Documentregel, ...] = ()
        return self._lees(lambda: self.pak.documenten, leeg)

    @cached_property
    def getekend(self) -> bool:
        """Whether the manifest is signed with a trusted key."""
        try:
            zegel = self.pak.handtekening
        except PakFout:
            return False
        sleutel = self.vertrouwd.sleutels.get(zegel.sleutel_id)
        bericht = te_tekenen(formaat.SOORT, self.pak.manifestbytes)
        return sleutel is not None and is_getekend(sleutel, bericht, zegel.handtekening)

    @cached_property
    def vreemd(self) -> bool:
        """Whether nothing in the pack is signed with a key that follows from what the auditor gave."""
        if not self.vertrouwd.van_buiten:
            return False
        leeg: tuple[Any, ...] = ()
        punten = (regel.controlepunt for regel in self._lees(lambda: self.pak.controlepunten, leeg))
        sporen = self._lees(lambda: self.pak.spoor, leeg)
        zegels = self._lees(lambda: (self.pak.handtekening,), leeg)
        tekenaars = {deel.sleutel_id for deel in (*zegels, *self.grootboek, *punten, *sporen)}
        return not tekenaars & self.vertrouwd.sleutels.keys()

    @cached_property
    def regels(self) -> tuple[Feitregel, ...]:
        """The recorded facts that are facts; the rest is told."""
        goed = list[Feitregel]()
        leeg: tuple[dict[str, Any], ...] = ()
        for nr, ruw in enumerate(self._lees(lambda: self.pak.feitregels, leeg), start=1):
            try:
                goed.append(feitregel(ruw))
            except GeenFeit:
                waar = f"{formaat.FEITEN} regel {nr}"
                self.onleesbaar.append(Bevinding(code="onleesbaar", waar=waar, zin="Dit is geen feit."))
        return tuple(goed)

    @cached_property
    def open_regels(self) -> tuple[dict[str, Any], ...]:
        """The facts as they lie open, also beside the whole ones that were handed out."""
        leeg: tuple[dict[str, Any], ...] = ()
        return self._lees(lambda: self.pak.open_feitregels, leeg)

    @cached_property
    def grootboek(self) -> tuple[Grootboekregel, ...]:
        """The lines of the ledger."""
        leeg: tuple[Grootboekregel, ...] = ()
        return self._lees(lambda: self.pak.grootboek, leeg)

    @cached_property
    def getekende_regels(self) -> tuple[bool | None, ...]:
        """Of each line of the ledger whether it is signed by a trusted key; None when its key is not trusted."""
        return keten.getekend(self.grootboek, self.vertrouwd.sleutels)

    @cached_property
    def vouwing(self) -> Vouwing | None:
        """What the histories lead to; None when they are confidential or can't be read."""
        if not self.pak.leesbaar:
            return None
        try:
            return vouw(self.geschiedenissen) if self.geschiedenissen else None
        except OnleesbareGeschiedenis as fout:
            self.onleesbaar.append(Bevinding(code=fout.code, waar=formaat.GESCHIEDENIS, zin=str(fout)))
            return None

    @cached_property
    def geschiedenissen(self) -> tuple[dict[str, Any], ...]:
        """The histories, when all of them can be read."""
        leeg: tuple[dict[str, Any], ...] = ()
        return self._lees(lambda: self.pak.geschiedenissen, leeg) if self.pak.leesbaar else ()

    @cached_property
    def onaangeroerd(self) -> bool:
        """Whether the histories are, by a trusted signature, those that were packed."""
        hashes = {
            bestand.pad: bestand.sha256 for bestand in (*self.pak.manifest.bestanden, *self.pak.manifest.vertrouwelijk)
        }
        paden = [run.pad for run in self.pak.manifest.runs]
        try:
            return self.getekend and all(hashes.get(pad) == self.pak.sha256(self.pak.plek(pad)) for pad in paden)
        except PakFout:  # confidential and not handed out, or gone: told elsewhere
            return False

    @cached_property
    def andere_regels(self) -> bool:
        """Whether the pack was made by a program with other rules than this one."""
        return self.pak.manifest.kern != kernhash()

    @cached_property
    def gevouwen_begin(self) -> Begin | None:
        """The start that the history tells of."""
        return Begin.model_validate(start(self.geschiedenissen[0])) if self.vouwing else None

    @cached_property
    def begin(self) -> Begin:
        """The start that the first fact is linked to: of the manifest, or of the history when only that one fits."""
        kandidaten = [self.pak.manifest.begin, *([self.gevouwen_begin] if self.gevouwen_begin else [])]
        eerste = self.regels[0] if self.regels and not self.regels[0].dicht else None
        passend = (b for b in kandidaten if eerste and eerste.hash_na(_wortel(b)) == eerste.hash)
        return next(passend, self.pak.manifest.begin)

    @cached_property
    def verhalen(self) -> Verhalen:
        """History and facts, side by side with what was signed."""
        zeker = any(goed is not None for goed in self.getekende_regels)
        koppen = {
            regel.tot_seq: regel.hash
            for regel, goed in zip(self.grootboek, self.getekende_regels, strict=True)
            if goed or not zeker
        }
        return Verhalen(
            begin=self.begin,
            gevouwen_begin=self.gevouwen_begin,
            regels=self.regels,
            keten=tuple(keten.keten(_wortel(self.begin), self.regels)),
            vouwing=self.vouwing,
            koppen=koppen,
            rust=self.pak.manifest.rust,
            ouder=self.andere_regels and self.onaangeroerd,
        )


def _wortel(begin: Begin) -> str:
    """The hash before the first fact."""
    return schakel(GEEN, canoniek(begin))
