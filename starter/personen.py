"""Personal keys, so that people who share one computer and one account are still told apart.

A key is an Ed25519 private key in the data folder, readable by its owner alone. Who speaks as `griffier:g1` signs a
fresh challenge with the key `g1`; the signature is checked with the public half, and the id follows from that half.

What it proves: at that moment the private key lay in this data folder and could be read by this account. Commands
under two ids were given with two keys.
What it does not prove: who sat at the keyboard. Whoever may use the account may use every key in it, and one person
can make two keys. It also proves nothing to the server, which takes the word of this program. Where that is not
enough, give each person an account of their own.
"""

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from runtime.sleutels import SleutelFout, controleer, lees_ondertekenaar, lees_publiek, publiek_pad, sleutel_id
from starter.invoer import Invoerfout
from starter.schijffout import waarom

MAP = "personen"
VOORVOEGSEL = "p-"
_KENMERK = re.compile(r"(?!os-|p-|\d+$)[a-z0-9][a-z0-9_-]{0,31}")
_DOEL = b"opgave-persoon\0"
_VOOR_ANDEREN = 0o077


@dataclass(frozen=True)
class Persoon:
    """A key: the mark people type, and the id under which it speaks."""

    kenmerk: str
    subject: str


def maak(gegevensmap: Path, kenmerk: str) -> Persoon:
    """A new key under this mark. Raises Invoerfout when the mark can't be used or already has a key."""
    if _KENMERK.fullmatch(kenmerk) is None:
        raise Invoerfout(
            "KENMERK: gebruik hoogstens 32 kleine letters, cijfers, - en _, bijvoorbeeld g1. Geen naam van een mens, "
            "geen los getal, en niet beginnend met os- of p-."
        )
    pad = _pad(gegevensmap, kenmerk)
    if pad.exists():
        raise Invoerfout(f"Er is al een sleutel met het kenmerk {kenmerk}. Een sleutel wordt nooit overschreven.")
    try:
        pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        ondertekenaar = lees_ondertekenaar(pad, mag_maken=True)
    except OSError as fout:
        raise Invoerfout(f"In {pad.parent} kan geen sleutel worden bewaard ({waarom(fout)}).") from None
    return Persoon(kenmerk, VOORVOEGSEL + ondertekenaar.sleutel_id)


def lijst(gegevensmap: Path) -> tuple[Persoon, ...]:
    """All keys in this data folder, by their public halves. Raises Invoerfout when one is damaged."""
    try:
        paden = sorted((gegevensmap / MAP).glob("*.pub"))
        return tuple(Persoon(pad.stem, VOORVOEGSEL + sleutel_id(lees_publiek(pad))) for pad in paden)
    except SleutelFout as fout:
        raise Invoerfout(str(fout)) from None


def bewijs(gegevensmap: Path, wie: str) -> str | None:
    """The id of the key with this mark (or this id), after it signed a fresh challenge; None when there is no key.

    Raises Invoerfout when the key is there but can't be used: not ours, open to others, or damaged.
    """
    kenmerk = _kenmerk(gegevensmap, wie)
    if kenmerk is None:
        return None
    pad = _pad(gegevensmap, kenmerk)
    try:
        if pad.stat().st_mode & _VOOR_ANDEREN:
            raise Invoerfout(f"De sleutel van {kenmerk} is ook voor anderen te lezen. Geef: chmod 600 {pad}")
        publiek, vraag = lees_publiek(publiek_pad(pad)), _DOEL + secrets.token_bytes(32)
        klopt = controleer(publiek, vraag, lees_ondertekenaar(pad).teken(vraag))
    except (OSError, SleutelFout):
        klopt = False
    if not klopt:
        raise Invoerfout(f"De sleutel van {kenmerk} is niet van u, of is beschadigd.")
    return VOORVOEGSEL + sleutel_id(publiek)


def _pad(gegevensmap: Path, kenmerk: str) -> Path:
    return gegevensmap / MAP / f"{kenmerk}.pem"


def _kenmerk(gegevensmap: Path, wie: str) -> str | None:
    if wie.startswith(VOORVOEGSEL):
        return next((p.kenmerk for p in lijst(gegevensmap) if p.subject == wie), None)
    return wie if _KENMERK.fullmatch(wie) and _pad(gegevensmap, wie).exists() else None
