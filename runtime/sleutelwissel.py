"""The files of a change of the signing key: the new one beside the old one first, then in its place in one step.

Between the two stands the change in the register. A process that dies halfway leaves the new key lying ready, so that
the change can be finished with it.
"""

import os
from pathlib import Path

from runtime.bestanden import plaats
from runtime.sleutels import Ondertekenaar, lees_ondertekenaar, publiek_pad, publieke_pem


def nieuw_pad(pad: Path) -> Path:
    """Where the next key lies until it takes over."""
    return pad.with_name(f"{pad.stem}.nieuw{pad.suffix}")


def zet_klaar(pad: Path) -> Ondertekenaar:
    """Make the key that will follow the one at `pad`; one that lies ready already is taken. Raises OSError."""
    ondertekenaar = lees_ondertekenaar(nieuw_pad(pad), mag_maken=True)
    publiek_pad(nieuw_pad(pad)).unlink(missing_ok=True)
    return ondertekenaar


def neem_in_gebruik(pad: Path, *, bewaar_oud: bool = False) -> Path | None:
    """Put the key that lies ready in the place of the old one. Raises OSError and SleutelFout.

    The old private key is gone after this: what it signed is checked with its public half, which stays, and whoever
    finds the private one could sign in the name of the past. With `bewaar_oud` it is put aside; gives where.
    """
    oud, nieuw = lees_ondertekenaar(pad), lees_ondertekenaar(nieuw_pad(pad))
    plaats(pad.with_name(f"{pad.stem}-{oud.sleutel_id}.pub"), publieke_pem(oud.publiek))
    opzij = pad.with_name(f"{pad.stem}-{oud.sleutel_id}.oud{pad.suffix}") if bewaar_oud else None
    if opzij:
        plaats(opzij, pad.read_bytes(), 0o600)
    _zet_publiek(pad, publieke_pem(nieuw.publiek))
    os.replace(nieuw_pad(pad), pad)
    return opzij


def _zet_publiek(pad: Path, pem: bytes) -> None:
    """First, and in one step: who dies after this does it again, and then nothing points at the key that went."""
    klaar = publiek_pad(nieuw_pad(pad))
    klaar.unlink(missing_ok=True)
    plaats(klaar, pem)
    os.replace(klaar, publiek_pad(pad))
