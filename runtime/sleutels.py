"""The keys: one signs the ledger; from the other follow the secrets that subscribers to events hold."""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from runtime.bestanden import plaats

WEBHOOKSLEUTEL = "webhooksleutel"
"""The file beside the signing key; 32 random bytes in hexadecimal."""


class SleutelFout(Exception):
    """A key is missing or is not what it should be; the text is for the administrator."""


@dataclass(frozen=True)
class Ondertekenaar:
    """Signs with one key. The key itself never shows in a log or a repr."""

    _sleutel: Ed25519PrivateKey

    def __repr__(self) -> str:
        """Name the key without showing it."""
        return f"Ondertekenaar({self.sleutel_id})"

    @property
    def publiek(self) -> Ed25519PublicKey:
        """The key with which others check our signatures."""
        return self._sleutel.public_key()

    @property
    def sleutel_id(self) -> str:
        """The short name of the key, as it stands in the ledger."""
        return sleutel_id(self.publiek)

    def teken(self, bericht: bytes) -> str:
        """The signature in base64."""
        return base64.b64encode(self._sleutel.sign(bericht)).decode("ascii")


def sleutel_id(publiek: Ed25519PublicKey) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the raw public key."""
    return vingerafdruk(publiek)[:16]


def vingerafdruk(publiek: Ed25519PublicKey) -> str:
    """The whole fingerprint of a key (64 hex), for handing over by telephone or on paper."""
    return hashlib.sha256(publiek.public_bytes_raw()).hexdigest()


def controleer(publiek: Ed25519PublicKey, bericht: bytes, handtekening: str) -> bool:
    """Whether this signature (base64) belongs to this message and this key; nonsense is simply not valid."""
    try:
        publiek.verify(base64.b64decode(handtekening, validate=True), bericht)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def lees_ondertekenaar(pad: Path, *, mag_maken: bool = False) -> Ondertekenaar:
    """Load the key, and make one first when that is allowed (embedded mode) and there is none.

    Two processes that start at once both end up with the key that was placed first.
    """
    if mag_maken and not pad.exists():
        plaats(pad, _nieuwe_sleutel(), 0o600)
    ondertekenaar = Ondertekenaar(_laad(pad))
    if mag_maken:
        plaats(publiek_pad(pad), publieke_pem(ondertekenaar.publiek))
    return ondertekenaar


def publiek_pad(pad: Path) -> Path:
    """Where the public key lies: beside the private one."""
    return pad.with_suffix(".pub")


def publieke_pem(publiek: Ed25519PublicKey) -> bytes:
    """The public key as text that can be handed to an auditor."""
    return publiek.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def lees_publiek(pad: Path) -> Ed25519PublicKey:
    """Load a public key from a PEM file."""
    try:
        sleutel = load_pem_public_key(pad.read_bytes())
    except (OSError, ValueError):
        raise SleutelFout(f"De publieke sleutel is niet te lezen: {pad}") from None
    if not isinstance(sleutel, Ed25519PublicKey):
        raise SleutelFout(f"Dit is geen publieke Ed25519-sleutel: {pad}")
    return sleutel


@dataclass(frozen=True)
class Webhooksleutel:
    """Makes the secrets of each subscriber from its name. The key itself never shows in a log or a repr."""

    _sleutel: bytes

    def __repr__(self) -> str:
        """Name nothing of the key."""
        return "Webhooksleutel(...)"

    def geheim(self, abonnee: str) -> bytes:
        """The key with which events to this subscriber are signed, 32 bytes."""
        return hmac.digest(self._sleutel, f"webhook:{abonnee}".encode(), "sha256")

    def leessleutel(self, abonnee: str) -> str:
        """The bearer token with which this subscriber reads events back: its name, a dot, and the proof."""
        proef = hmac.digest(self._sleutel, f"lezen:{abonnee}".encode(), "sha256")
        return f"{abonnee}.{base64.urlsafe_b64encode(proef).decode().rstrip('=')}"


def lees_webhooksleutel(ondertekensleutel: Path, *, mag_maken: bool = False) -> Webhooksleutel:
    """Load the key that lies beside the signing key; make it first when that is allowed and there is none."""
    pad = ondertekensleutel.with_name(WEBHOOKSLEUTEL)
    if mag_maken and not pad.exists():
        plaats(pad, secrets.token_hex(32).encode(), 0o600)
    try:
        sleutel = bytes.fromhex(pad.read_text("ascii").strip())
    except OSError:
        raise SleutelFout(f"De webhooksleutel is er niet of is niet te lezen: {pad}") from None
    except ValueError:
        raise SleutelFout(f"Dit is geen webhooksleutel (64 hexadecimale tekens): {pad}") from None
    if len(sleutel) != 32:
        raise SleutelFout(f"Dit is geen webhooksleutel (64 hexadecimale tekens): {pad}")
    return Webhooksleutel(sleutel)


def _nieuwe_sleutel() -> bytes:
    sleutel = Ed25519PrivateKey.generate()
    return sleutel.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _laad(pad: Path) -> Ed25519PrivateKey:
    try:
        sleutel = load_pem_private_key(pad.read_bytes(), password=None)
    except OSError:
        raise SleutelFout(f"De ondertekensleutel is er niet of is niet te lezen: {pad}") from None
    except (ValueError, TypeError):
        raise SleutelFout(f"Dit bestand is geen sleutel zonder wachtwoord in PEM-vorm: {pad}") from None
    if not isinstance(sleutel, Ed25519PrivateKey):
        raise SleutelFout(f"Dit is geen Ed25519-sleutel: {pad}")
    return sleutel
