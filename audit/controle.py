"""Checking a pack: nothing but the files of it, without server, register or Temporal.

Layer by layer: the files against the manifest, the signature, the chain of facts, the ledger, the fold of the
histories, receipts, runs, documents, checkpoints and the trail. Each is looked at, also when an earlier one failed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from archief import formaat
from archief.formaat import Controlepuntregel
from archief.pak import Pak, PakFout
from audit.bevinding import Bevinding, Code, Mededeling
from audit.keuring import bestanden, keten, runs, volledig
from audit.keuring.ankers import ankeroordeel
from audit.keuring.bewijzen import houd_tegen, van_elders
from audit.keuring.feitregel import bewijzen_van
from audit.keuring.herkennen import runbevindingen
from audit.keuring.lezing import Lezing
from audit.keuring.puntketen import pakmomenten
from audit.keuring.sleutels import Ondertekend, na_aflossing
from audit.keuring.verklaringen import verklaringoordeel
from audit.oordeel import Oordeel, bewijskracht, oordeel
from audit.vorm import vorm
from domain import kern
from domain.feit import FEITEN

__all__ = ["Oordeel", "controleer"]

T = TypeVar("T")


def controleer(
    pak: Pak,
    *,
    sleutels: Sequence[str | Path] = (),
    ankers: Sequence[str] = (),
    ca: Path | None = None,
    naast: Sequence[Pak] = (),
) -> Oordeel:
    """The verdict over one pack.

    Args:
        sleutels: public keys (PEM files) or fingerprints that did not come with the pack.
        ankers: what others kept of a checkpoint: text, a hash, or an e-mail file.
        ca: the certificate (PEM) of the authority for time stamps.
        naast: the other packs that were handed in with it; an anchor may be about one of those.

    Raises:
        SleutelOnleesbaar: something in `sleutels` is no key and no fingerprint.
    """
    return _Controle(pak, Lezing(pak, sleutels)).oordeel(ankers, ca, naast)


@dataclass
class _Controle:
    """One check, layer by layer."""

    pak: Pak
    lezing: Lezing

    def oordeel(self, ankers: Sequence[str], ca: Path | None, naast: Sequence[Pak]) -> Oordeel:
        manifest, vertrouwd = self.pak.manifest, self.lezing.vertrouwd
        self.lezing.lees_rest()
        verklaard = verklaringoordeel(self.pak, vertrouwd)
        anker = ankeroordeel(self.pak, vertrouwd, ankers, ca, naast)
        gevonden, gemeld = bestanden.bestanden(self.pak, verklaard.vernietigd)
        verslag = [*vertrouwd.bevindingen, *gevonden, *self._handtekening(), *self._verhaal(), *self._grootboek()]
        verslag += [*self._bewijzen(), *self._runs(), *self._documenten(verklaard.vernietigd), *self._manifest()]
        verslag += [*self.lezing.onleesbaar, *verklaard.bevindingen, *anker.bevindingen]
        spoor = [Ondertekend(f"spoorregel {r.nr}", r.sleutel_id, r.tijdstip) for r in verklaard.spoor]
        verslag += na_aflossing(self.lezing.wissels, spoor)
        zin = vertrouwd.zin
        if self.lezing.vreemd:
            zin = "Geen enkele handtekening in dit pak is van de sleutel die u gaf."
            verslag = [_andere_sleutel(), *(b for b in verslag if b.code != "sleutel_onbekend")]
        return oordeel(
            manifest.opgave,
            manifest.tot_seq,
            verslag,
            (*gemeld, *verklaard.mededelingen, *self._opmerkingen(), *anker.mededelingen),
            bewijskracht(manifest, f"{zin} {anker.zin}".strip(), heel=not verslag),
            volledig=self.lezing.vouwing is not None,
            van_buiten=vertrouwd.van_buiten,
        )

    def _handtekening(self) -> Iterator[Bevinding]:
        waar = formaat.HANDTEKENING
        try:
            zegel = self.pak.handtekening
        except PakFout as fout:
            if waar in self.pak.namen:
                yield _bevinding("handtekening_pak", waar, str(fout))
            return
        if zegel.sleutel_id not in self.lezing.vertrouwd.sleutels:
            zin = f"Het pak is getekend met sleutel {zegel.sleutel_id}, die niet vertrouwd is."
            yield _bevinding("sleutel_onbekend", waar, zin)
        elif not self.lezing.getekend:
            yield _bevinding("handtekening_pak", waar, "De handtekening onder het manifest klopt niet.")
        bos = self.lezing.sleutelbos
        toen = max((self.pak.manifest.gemaakt_op, *(wissel.op for wissel in bos.wissels)))
        yield from na_aflossing(self.lezing.wissels, [Ondertekend(waar, zegel.sleutel_id, toen)])

    def _verhaal(self) -> Iterator[Bevinding]:
        """The start, facts that this program can't know, and then history and facts side by side."""
        manifest = self.pak.manifest
        if manifest.begin.opgave != manifest.opgave:
            yield _bevinding("start_gewijzigd", formaat.MANIFEST, "Het manifest noemt twee verschillende opgaven.")
        if manifest.begin != self.lezing.begin:
            zin = "De start in het manifest is een andere dan die waar het eerste feit op volgt."
            yield _bevinding("start_gewijzigd", formaat.MANIFEST, zin)
        yield from self._vreemd()
        yield from self.lezing.verhalen.bevindingen()
        yield from volledig.afgeschermd(manifest, self.lezing.open_regels)
        for ligt_open, regel in zip(
            self.lezing.open_regels if self.pak.ontsloten else (), self.lezing.regels, strict=False
        ):
            if not volledig.zelfde_feit(ligt_open, regel):
                zin = f"Feit {regel.seq} is in het open deel een ander dan in het vertrouwelijke."
                yield _bevinding("feit_gewijzigd", regel.waar, zin)

    def _vreemd(self) -> Iterator[Bevinding]:
        """Facts that this program can't know."""
        if self.lezing.andere_regels:
            for regel in self.lezing.regels:
                if regel.soort not in FEITEN:
                    zin = f"Dit programma kent het feit {regel.soort[:40]} niet; het pak is van een nieuwere versie."
                    yield _bevinding("andere_code", regel.waar, zin)

    def _grootboek(self) -> Iterator[Bevinding]:
        feiten = {regel.seq: regel.hash for regel in self.lezing.verhalen.waar}
        manifest, laatste = self.pak.manifest, max((regel.seq for regel in self.lezing.verhalen.waar), default=0)
        yield from keten.grootboek(
            manifest.opgave, self.lezing.grootboek, self.lezing.getekende_regels, feiten, laatste, manifest.rust
        )
        yield from na_aflossing(
            self.lezing.wissels,
            volledig.ondertekend(self.lezing.grootboek, self._momenten()),
        )
        yield from volledig.volgorde_in_tijd(manifest, self.lezing.grootboek, self._punten())

    def _momenten(self) -> dict[int, datetime]:
        """When each fact was recorded, when that can be known."""
        return pakmomenten(self.pak) if self.lezing.regels else {}

    def _punten(self) -> tuple[Controlepuntregel, ...]:
        """The checkpoints; that they can't be read is told with the anchors."""
        try:
            return self.pak.controlepunten
        except PakFout:
            return ()

    def _bewijzen(self) -> Iterator[Bevinding]:
        """The receipts in the pack and in the history against the facts as they should be."""
        waar = bewijzen_van(self.pak.manifest.opgave, self.lezing.verhalen.waar)
        dicht = {regel.hash for regel in self.lezing.regels if regel.dicht}
        gegeven = self.lezing.bewijzen
        yield from houd_tegen(waar, gegeven, self.pak.manifest.opgave, formaat.BEWIJZEN, dicht)
        for id_ in waar:
            if id_ not in gegeven and formaat.BEWIJZEN in self.pak.namen:
                zin = f"Het bewijs van opdracht {id_} ontbreekt."
                yield _bevinding("bewijs_ontbreekt", f"opdracht {id_}", zin)
        vastgelegd = self.lezing.vouwing.vastgelegd if self.lezing.vouwing else {}
        yield from van_elders(vastgelegd, self.pak.manifest.opgave)
        if self.lezing.vouwing and self.lezing.verhalen.vouwing_klopt:
            yield from (b for b in self.lezing.vouwing.bevindingen if b.code.startswith("bewijs_"))
        elif self.lezing.vouwing:
            kent = {id_: b for id_, b in vastgelegd.items() if id_ in waar}
            yield from houd_tegen(waar, kent, self.pak.manifest.opgave, "geschiedenis", dicht)

    def _runs(self) -> Iterator[Bevinding]:
        if not self.lezing.geschiedenissen:
            return
        yield from vorm(self.lezing.geschiedenissen)
        yield from runs.runs(self.pak.manifest.runs, self.lezing.geschiedenissen)
        verhalen, alles = self.lezing.verhalen, self.pak.manifest.rust
        feiten = {regel.seq: regel for regel in (*verhalen.waar, *volledig.verder(verhalen))}
        yield from volledig.te_kort(self.pak.manifest, self.lezing.geschiedenissen)
        yield from runs.bundels(self.lezing.geschiedenissen, feiten, self.pak.manifest, alles)
        if self.lezing.vouwing:
            yield from runbevindingen(self.lezing.vouwing, self.lezing.verhalen.waar)

    def _documenten(self, vernietigd: Collection[str]) -> Iterator[Bevinding]:
        genoemd = {sha: regel.seq for regel in reversed(self.lezing.regels) for sha in bestanden.stukken_in(regel.ruw)}
        yield from bestanden.documenten(self.pak, self.lezing.documenten, genoemd, vernietigd)
        stand = volledig.stand_van(self.lezing.verhalen, self.pak.manifest)
        yield from volledig.blijvend(stand, self.lezing.documenten, vernietigd)
        codes = {self.pak.manifest.begin.reglement}
        codes |= {
            str(r.ruw["inhoud"].get("reglement"))
            for r in self.lezing.regels
            if r.soort == "ReglementGewijzigd" and not r.dicht
        }
        yield from bestanden.reglementen(self.pak, codes)

    def _manifest(self) -> Iterator[Bevinding]:
        """What the manifest says of the life, against the life."""
        manifest, regels = self.pak.manifest, self.lezing.verhalen.waar
        if manifest.formaat != formaat.FORMAAT:
            zin = f"Dit programma kent de vorm {manifest.formaat[:40]} niet."
            yield _bevinding("andere_code", formaat.MANIFEST, zin)
        if not self.lezing.verhalen.feiten_kloppen:
            return
        laatste = regels[-1] if regels else None
        if laatste is None or (manifest.tot_seq, manifest.kop) != (laatste.seq, laatste.hash):
            zin = f"Het manifest zegt dat feit {manifest.tot_seq} het laatste is; dat is niet zo."
            yield _bevinding("manifest_tegenspraak", formaat.MANIFEST, zin)
        stand = volledig.stand_van(self.lezing.verhalen, manifest)
        if stand and (manifest.titel, manifest.afgerond) != (stand.leven.titel, kern.is_afgerond(stand)):
            zin = "De titel, of dat de opgave is afgerond, is in het manifest anders dan in de geschiedenis."
            yield _bevinding("manifest_tegenspraak", formaat.MANIFEST, zin)

    def _opmerkingen(self) -> Iterator[Mededeling]:
        manifest = self.pak.manifest
        if dagen := manifest.begin.verschuiving_s // 86_400:
            zin = f"Dit leven is gespeeld: de klok liep {abs(dagen)} dagen {'achter' if dagen < 0 else 'voor'}."
            yield Mededeling(waar=formaat.MANIFEST, zin=zin)
        if self.lezing.andere_regels:
            zin = (
                f"Het pak is gemaakt met programma {manifest.programma}, en de regels daarvan zijn anders geschreven. "
                "Dat is op zichzelf geen fout."
            )
            yield Mededeling(waar=formaat.MANIFEST, zin=zin)
        if not manifest.rust:
            zin = "Het pak is gemaakt terwijl er iets onderweg was; de geschiedenis kan verder gaan dan de feiten."
            yield Mededeling(waar=formaat.MANIFEST, zin=zin)
        if manifest.afgeschermd and not self.pak.ontsloten:
            zin = f"{len(manifest.afgeschermd)} feiten en de geschiedenis zijn vertrouwelijk; er is alleen de hash."
            yield Mededeling(waar=formaat.FEITEN, zin=zin)


def _andere_sleutel() -> Bevinding:
    """In the place of a finding for every signature."""
    zin = (
        "Dit pak is niet getekend met de sleutel die u gaf. Is het van voor een wissel? Geef dan de oude sleutel, of "
        "de sleutels.json van een later pak erbij. Is dat niet zo, dan tekende een ander."
    )
    return _bevinding("sleutel_onbekend", formaat.HANDTEKENING, zin)


def _bevinding(code: Code, waar: str, zin: str) -> Bevinding:
    return Bevinding(code=code, waar=waar, zin=zin)
