"""A pack into the archive, whole or not at all, and once; and the histories in it back out again.

A pack lies in a folder of its own: `<opgave>/<last run>-<last fact>/`. Its signature goes in first: whoever put it
there has the folder. Its manifest goes in last: only with a manifest it is a pack. So two makers never mix their files,
and what a killed maker left is no pack and is in nobody's way: the next one takes the folder beside it.
"""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from pydantic import ValidationError

from archief import formaat
from archief.formaat import CONTAINER, Manifest, sha
from archief.maken import Gepakt
from archief.opslag import NietBewaard, Opslag
from archief.vertrouwelijk import ontsleutel, ontvanger_van, versleutel
from register import pakken
from register.pakken import Pakrij
from register.verbinding import Register

WACHT_HOOGSTENS = 5.0
"""Seconds to wait for other makers of the same pack, who have a folder and are not ready yet: for all together."""
_TUSSENPOOS = 0.1

Sleutelgever = Callable[[], str]


@dataclass(frozen=True)
class Bewaard:
    """Where a pack lies, and the hash of its manifest. `nieuw`: it was put there now, and not found there."""

    plek: str
    sha256: str
    nieuw: bool


def bewaar(opslag: Opslag, gepakt: Gepakt, archiefsleutel: Sleutelgever) -> Bewaard:
    """Put a pack in the archive, unless the same one is there.

    Args:
        archiefsleutel: gives the archive's own age identity; asked only when something is confidential.

    Raises:
        OpslagFout: the store can't do it; what was put there so far is no pack.
        ContainerFout: the archive has no key for what is confidential.
    """
    manifest, plekken = gepakt.open[formaat.MANIFEST], _plekken(gepakt.manifest)
    einde = time.monotonic() + WACHT_HOOGSTENS
    while True:
        plek = next(plekken)
        if opslag.bewaar(f"{plek}/{formaat.HANDTEKENING}", gepakt.open[formaat.HANDTEKENING]):
            _vul(opslag, plek, gepakt, archiefsleutel)
            opslag.bewaar(f"{plek}/{formaat.MANIFEST}", manifest)
            return Bewaard(plek, sha(manifest), nieuw=True)
        bestaand = _wacht_op_manifest(opslag, plek, einde)
        if bestaand is not None and _zelfde(bestaand, gepakt.manifest):
            return Bewaard(plek, sha(bestaand), nieuw=False)


def rijen(manifest: Manifest, bewaard: Bewaard) -> tuple[Pakrij, ...]:
    """The rows by which the register knows this pack: its last run, and every run before it."""
    return tuple(
        Pakrij(
            run_id=run.run_id,
            tot_seq=manifest.tot_seq,
            opgave=manifest.opgave,
            aanleiding=manifest.aanleiding,
            plek=bewaard.plek,
            sha256=bewaard.sha256,
            gesloten=run.einde != "loopt",
            gemaakt_op=manifest.gemaakt_op,
        )
        for run in manifest.runs
    )


@dataclass(frozen=True)
class Archiefruns:
    """Histories from packs in the archive, for runs that the server no longer knows: an `Oudere` of one opgave."""

    open_opslag: Callable[[], Opslag]
    register: Register
    opgave: str
    archiefsleutel: Sleutelgever

    def eerste(self) -> str | None:
        """The first run that handed facts to the register."""
        return next((run.run_id for run in pakken.runs(self.register, self.opgave)), None)

    def geschiedenis(self, run_id: str) -> bytes | None:
        """The history of this run; None when no pack holds the whole of it, or its bytes are not those of the pack."""
        rij = pakken.pak_van_run(self.register, run_id)
        if rij is None:
            return None
        try:
            manifest = lees_manifest(self.open_opslag().lees(f"{rij.plek}/{formaat.MANIFEST}"))
            pad = next((run.pad for run in manifest.runs if run.run_id == run_id), "") if manifest else ""
            inhoud = self._lees(rij.plek, pad)
        except NietBewaard:
            return None
        soms = {b.pad: b.sha256 for b in (*manifest.bestanden, *manifest.vertrouwelijk)} if manifest else {}
        return inhoud if sha(inhoud) == soms.get(pad) else None

    def _lees(self, plek: str, pad: str) -> bytes:
        """From the open pack, or from its container."""
        try:
            return self.open_opslag().lees(f"{plek}/{pad}")
        except NietBewaard:
            return ontsleutel(self.open_opslag().lees(f"{plek}/{CONTAINER}"), self.archiefsleutel()).get(pad, b"")


def _plekken(manifest: Manifest) -> Iterator[str]:
    """The folder of this pack, and those beside it for when that is taken. A later one comes later by name too."""
    map_ = f"{manifest.opgave}/{manifest.laatste_run.run_id}"
    return (f"{map_}{f'.{nr}' if nr > 1 else ''}-{manifest.tot_seq:06}" for nr in count(1))


def _vul(opslag: Opslag, plek: str, gepakt: Gepakt, archiefsleutel: Sleutelgever) -> None:
    for pad, inhoud in gepakt.open.items():
        if pad not in (formaat.HANDTEKENING, formaat.MANIFEST):
            opslag.bewaar(f"{plek}/{pad}", inhoud)
    if gepakt.vertrouwelijk:
        container = versleutel(gepakt.vertrouwelijk, (ontvanger_van(archiefsleutel()),))
        opslag.bewaar(f"{plek}/{CONTAINER}", container)


def _wacht_op_manifest(opslag: Opslag, plek: str, einde: float) -> bytes | None:
    """The manifest in a folder that somebody else has; None when it does not come before `einde` (monotonic)."""
    while True:
        try:
            return opslag.lees(f"{plek}/{formaat.MANIFEST}")
        except NietBewaard:
            if time.monotonic() > einde:
                return None
        time.sleep(_TUSSENPOOS)


def _zelfde(bestaand: bytes, manifest: Manifest) -> bool:
    """Whether the pack that is there ends at the same fact and tells as much of the same runs."""
    daar = lees_manifest(bestaand)
    if daar is None or daar.kop != manifest.kop or (manifest.rust and not daar.rust):
        return False
    return [(run.run_id, run.einde) for run in daar.runs] == [(run.run_id, run.einde) for run in manifest.runs]


def lees_manifest(inhoud: bytes) -> Manifest | None:
    """The manifest in these bytes; None when they are none."""
    try:
        return Manifest.model_validate(json.loads(inhoud))
    except (ValueError, ValidationError, RecursionError):
        return None
