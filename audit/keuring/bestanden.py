"""The files of a pack: is everything there that the manifest names, unchanged, and nothing else?"""

import hashlib
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from archief import formaat
from archief.formaat import Bestand, Documentregel, Manifest
from archief.ontleden import ontleed
from archief.pak import Pak, PakFout, plek_van
from audit.bevinding import Bevinding, Code, Mededeling
from audit.keuring.regeltekst import zegt_hetzelfde
from domain.bewaring import VAN_BUITEN
from domain.reglement.register import LANDED, reglement

VERPLICHT = (
    *(formaat.FEITEN, formaat.BEWIJZEN, formaat.GROOTBOEK, formaat.CONTROLEPUNTEN, formaat.SPOOR),
    *(formaat.BEKLEDING, formaat.SLEUTELS, formaat.DOCUMENTEN),
)


def bestanden(pak: Pak, vernietigd: Collection[str]) -> tuple[list[Bevinding], list[Mededeling]]:
    """Files against the manifest. `vernietigd`: documents (sha256) that were destroyed as the rules allow."""
    bevindingen, mededelingen = list(_onbekend(pak)), list[Mededeling]()
    for bestand in pak.manifest.bestanden:
        if bestand.sha256 in vernietigd and bestand.pad not in pak.namen:
            zin = "Het document is met een getekende verklaring vernietigd; alleen de hash is er nog."
            mededelingen.append(Mededeling(waar=bestand.pad, zin=zin))
        else:
            bevindingen += _vergelijk(pak, bestand, bestand.pad, verplicht=True)
    for bestand in pak.manifest.vertrouwelijk:
        bevindingen += _vergelijk(pak, bestand, plek_van(bestand.pad), verplicht=False)
    return bevindingen, mededelingen


def _onbekend(pak: Pak) -> Iterator[Bevinding]:
    manifest = pak.manifest
    bekend = {formaat.MANIFEST, formaat.HANDTEKENING, *(b.pad for b in manifest.bestanden)}
    bekend |= {plek_van(b.pad) for b in manifest.vertrouwelijk}
    for pad in sorted(pak.namen - bekend):
        verklaring = pad.startswith(formaat.VERKLARINGEN) and pad.endswith(".json")
        if not verklaring and not (pad == formaat.CONTAINER and manifest.vertrouwelijk):
            yield _bevinding("bestand_onbekend", pad, "Dit bestand staat niet in het manifest.")
    yield from _verplicht(manifest)
    if formaat.HANDTEKENING not in pak.namen:
        yield _bevinding("bestand_ontbreekt", formaat.HANDTEKENING, "De handtekening onder het pak ontbreekt.")


def _verplicht(manifest: Manifest) -> Iterator[Bevinding]:
    """What lies in every pack lies open; the histories do, unless facts are shielded and then they do not."""
    ligt_open = {b.pad for b in manifest.bestanden}
    runs = {run.pad for run in manifest.runs}
    for pad in sorted({*VERPLICHT, *runs} - ligt_open):
        if not (manifest.afgeschermd and pad in runs and pad in {b.pad for b in manifest.vertrouwelijk}):
            zin = "Dit bestand hoort in elk pak open te liggen, maar het manifest noemt het niet zo."
            yield _bevinding("manifest_tegenspraak", pad, zin)
    for pad in sorted(runs & ligt_open) if manifest.afgeschermd else ():
        zin = "Er zijn feiten afgeschermd, maar deze geschiedenis ligt open: dan is er niets af te schermen."
        yield _bevinding("manifest_tegenspraak", pad, zin)


def _vergelijk(pak: Pak, bestand: Bestand, plek: str, *, verplicht: bool) -> Iterator[Bevinding]:
    stuk = bestand.pad.startswith((formaat.STUKKEN, formaat.VERTROUWELIJK))
    if plek not in pak.namen:
        if verplicht:
            yield _weg(bestand.pad, stuk)
        return
    try:
        inhoud = pak.lees(plek)
    except PakFout as fout:
        yield _bevinding("onleesbaar", plek, str(fout))
        return
    if len(inhoud) != bestand.omvang or hashlib.sha256(inhoud).hexdigest() != bestand.sha256:
        code: Code = "document_gewijzigd" if stuk else "bestand_gewijzigd"
        yield _bevinding(code, plek, "Het bestand is niet het bestand dat het manifest noemt: de hash is anders.")


def _weg(pad: str, stuk: bool) -> Bevinding:
    if pad.startswith(formaat.GESCHIEDENIS):
        return _bevinding("run_ontbreekt", pad, "De geschiedenis van deze run ontbreekt.")
    if stuk:
        return _bevinding("document_ontbreekt", pad, "Het document ontbreekt, zonder verklaring dat het is vernietigd.")
    return _bevinding("bestand_ontbreekt", pad, "Het bestand ontbreekt.")


def documenten(
    pak: Pak, regels: tuple[Documentregel, ...], genoemd: dict[str, int], vernietigd: Collection[str]
) -> Iterator[Bevinding]:
    """The list of documents against the files and the facts.

    Args:
        genoemd: the documents that facts name, with the fact.
    """
    manifest = {b.pad: b.sha256 for b in (*pak.manifest.bestanden, *pak.manifest.vertrouwelijk)}
    for regel in regels:
        if regel.pad and regel.pad not in manifest:
            if regel.sha256 not in vernietigd:
                zin = "De lijst noemt dit document, maar het ligt niet in het pak en geen verklaring zegt waarom."
                yield _bevinding("document_ontbreekt", regel.pad, zin)
        elif not regel.pad and regel.soort != VAN_BUITEN and not regel.vertrouwelijk:
            zin = f"Dit document maakte het programma zelf, en toch ligt het niet in het pak: {regel.sha256[:12]}."
            yield _bevinding("document_ontbreekt", f"feit {regel.seq}", zin)
        elif regel.pad and manifest[regel.pad] != regel.sha256:
            zin = f"De lijst noemt {regel.pad} met een andere hash dan het manifest."
            yield _bevinding("document_gewijzigd", regel.pad, zin)
        if not 1 <= regel.seq <= pak.manifest.tot_seq:
            zin = f"De lijst noemt {regel.titel} bij feit {regel.seq}, en dat feit is er niet."
            yield _bevinding("document_gewijzigd", formaat.DOCUMENTEN, zin)
    lijst = {regel.sha256 for regel in regels}
    for sha, seq in genoemd.items():
        if sha not in lijst:
            zin = f"Feit {seq} noemt het document {sha[:12]}, maar de lijst van documenten niet."
            yield _bevinding("document_ontbreekt", f"feit {seq}", zin)
    gelist = {regel.pad for regel in regels}
    for pad in manifest:
        if pad.startswith(formaat.STUKKEN) and pad not in gelist:
            zin = f"{pad} ligt in het pak, maar de lijst van documenten noemt het niet."
            yield _bevinding("document_ontbreekt", formaat.DOCUMENTEN, zin)


def stukken_in(ruw: Any) -> Iterator[str]:
    """The sha256 of every document named anywhere in a fact."""
    wachtrij = [ruw]
    while wachtrij:
        deel = wachtrij.pop()
        if isinstance(deel, dict):
            if isinstance(sha := deel.get("sha256"), str):
                yield sha
            wachtrij.extend(deel.values())
        elif isinstance(deel, list):
            wachtrij.extend(deel)


def reglementen(pak: Pak, codes: Collection[str]) -> Iterator[Bevinding]:
    """The rules in the pack against those in this program, where landed rules never change.

    Args:
        codes: the reglementen under which the facts say that was lived.
    """
    for code in sorted({*codes, *pak.manifest.reglementen}):
        pad = f"{formaat.REGLEMENTEN}{code}.json"
        if code not in LANDED:
            yield _bevinding("andere_code", pad, f"Dit programma kent het reglement {code[:40]} niet.")
        elif code not in pak.manifest.reglementen or pad not in pak.namen:
            yield _bevinding("bestand_ontbreekt", pad, f"Het reglement {code} ontbreekt in het pak.")
        elif not _zelfde_regels(pak, pad, code):
            zin = f"De regels van {code} in het pak zijn andere dan de vastgestelde in dit programma."
            yield _bevinding("reglement_gewijzigd", pad, zin)
        elif hashlib.sha256(pak.lees(pad)).hexdigest() != pak.manifest.reglementen[code]:
            yield _bevinding("manifest_tegenspraak", pad, f"Het manifest noemt een andere hash van reglement {code}.")


def _zelfde_regels(pak: Pak, pad: str, code: str) -> bool:
    """Whether the rules in the pack say what the landed ones say."""
    inhoud = pak.lees(pad)
    if inhoud == _vastgesteld(code):
        return True
    try:
        return zegt_hetzelfde(reglement(code), ontleed(inhoud, dict, pad))
    except PakFout:
        return False


@cache
def _vastgesteld(code: str) -> bytes:
    """The landed rules of this program, as they lie in a pack."""
    return formaat.reglementbytes(reglement(code))


def _bevinding(code: Code, waar: str, zin: str) -> Bevinding:
    return Bevinding(code=code, waar=waar, zin=zin)
