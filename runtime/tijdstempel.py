"""Time stamps by an authority outside the province (RFC 3161): proof by others that something existed at a moment."""

import http.client
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.x509 import Certificate, load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    TimeStampRequest,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

VRAAG, ANTWOORD = "application/timestamp-query", "application/timestamp-reply"
GROOTSTE = 100_000
"""Bytes of an answer that are read; a stamp with its certificates takes some 6,000."""


class StempelFout(Exception):
    """There is no valid time stamp; the text says why, in Dutch."""


@dataclass(frozen=True)
class Stempel:
    """A time stamp that was read. `van` is the moment the authority put in it (UTC), `over` the SHA-256 it is about."""

    van: datetime
    over: str


def haal_stempel(url: str, inhoud: bytes, ca: Path | None = None, *, seconden: float = 20.0) -> bytes:
    """Ask the authority for a time stamp over the SHA-256 of these bytes.

    Args:
        ca: the certificate of the authority (PEM); when given the answer is checked against it.
        seconden: how long the authority gets.

    Raises:
        StempelFout: it can't be reached, refuses, or its answer is not about these bytes.
    """
    vraag = TimestampRequestBuilder().data(inhoud).hash_algorithm(HashAlgorithm.SHA256).build()
    ruw = _verstuur(url, vraag.as_bytes(), seconden)
    antwoord = _ontleed(ruw)
    if antwoord.tst_info.nonce != vraag.nonce or antwoord.tst_info.message_imprint.message != _imprint(vraag):
        raise StempelFout("Het antwoord van de tijdstempeldienst hoort niet bij deze vraag.")
    if ca is not None:
        controleer_stempel(ruw, inhoud, ca)
    return ruw


def lees_stempel(stempel: bytes) -> Stempel:
    """What a stamp says, without judging who says it. Raises StempelFout when it is no time stamp."""
    info = _ontleed(stempel).tst_info
    return Stempel(info.gen_time.astimezone(UTC), info.message_imprint.message.hex())


def controleer_stempel(stempel: bytes, inhoud: bytes, ca: Path) -> Stempel:
    """Check a stamp over these bytes against the certificate of the authority, or of who vouches for it.

    Raises:
        StempelFout: it is no time stamp, it is over something else, or it does not come from that authority.
    """
    antwoord, bouwer = _ontleed(stempel), VerifierBuilder()
    for certificaat in lees_ca(ca):
        bouwer = bouwer.add_root_certificate(certificaat)
    try:
        bouwer.build().verify_message(antwoord, inhoud)
    except (VerificationError, ValueError):
        raise StempelFout("Het tijdstempel komt niet van deze tijdstempeldienst, of gaat over iets anders.") from None
    return lees_stempel(stempel)


def lees_ca(pad: Path) -> list[Certificate]:
    """The certificates in a PEM file. Raises StempelFout when there are none."""
    try:
        return load_pem_x509_certificates(pad.read_bytes())
    except (OSError, ValueError):
        raise StempelFout(f"Het certificaat van de tijdstempeldienst is niet te lezen: {pad}") from None


def _verstuur(url: str, vraag: bytes, seconden: float) -> bytes:
    verzoek = urllib.request.Request(url, vraag, {"Content-Type": VRAAG, "Accept": ANTWOORD})
    try:
        with urllib.request.urlopen(verzoek, timeout=seconden) as antwoord:
            return bytes(antwoord.read(GROOTSTE))
    except (OSError, ValueError, http.client.HTTPException) as fout:
        code = f" (HTTP {fout.code})" if isinstance(fout, urllib.error.HTTPError) else ""
        raise StempelFout(f"De tijdstempeldienst is niet bereikbaar{code}.") from None


def _ontleed(ruw: bytes) -> TimeStampResponse:
    """The answer, when the authority granted it."""
    try:
        antwoord = decode_timestamp_response(ruw)
        if antwoord.status == 0 and antwoord.tst_info.message_imprint.message:
            return antwoord
    except ValueError:
        raise StempelFout("Dit is geen tijdstempel.") from None
    raise StempelFout("De tijdstempeldienst gaf geen stempel.")


def _imprint(vraag: TimeStampRequest) -> bytes:
    return vraag.message_imprint.message
