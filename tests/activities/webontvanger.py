"""A receiver of events on loopback: a real socket, with or without TLS, that answers as a test tells it."""

import asyncio
import base64
import hmac
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID


@dataclass
class Verzoek:
    """One request as it came in."""

    regel: str
    koppen: dict[str, str]
    inhoud: bytes


@dataclass
class Ontvanger:
    """`antwoorden` are given one after another, the last one for ever; None is never an answer."""

    url: str = ""
    antwoorden: list[bytes | None] = field(default_factory=lambda: [b"204 No Content"])
    verzoeken: list[Verzoek] = field(default_factory=list)

    async def ontvang(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        try:
            regel, *rest = (await lezer.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
            koppen = {naam.lower(): waarde.strip() for naam, _, waarde in (r.partition(":") for r in rest)}
            inhoud = await lezer.readexactly(int(koppen["content-length"]))
            self.verzoeken.append(Verzoek(regel, koppen, inhoud))
            antwoord = self.antwoorden.pop(0) if len(self.antwoorden) > 1 else self.antwoorden[0]
            if antwoord is None:
                await asyncio.sleep(30)
            else:
                schrijver.write(b"HTTP/1.1 " + antwoord + b"\r\nContent-Length: 0\r\n\r\n")
                await schrijver.drain()
        finally:
            schrijver.close()


@asynccontextmanager
async def ontvanger(*antwoorden: bytes | None, tls: ssl.SSLContext | None = None) -> AsyncIterator[Ontvanger]:
    """Listen as long as the block lasts."""
    zelf = Ontvanger()
    if antwoorden:
        zelf.antwoorden = list(antwoorden)
    server = await asyncio.start_server(zelf.ontvang, "127.0.0.1", 0, ssl=tls)
    poort = server.sockets[0].getsockname()[1]
    zelf.url = f"{'https://localhost' if tls else 'http://127.0.0.1'}:{poort}/gebeurtenissen?sleutel=zeergeheim"
    try:
        yield zelf
    finally:
        server.close()


def klopt(geheim: str, verzoek: Verzoek, nu: float, versheid: float = 300) -> bool:
    """What a receiver does, written out from the documentation and without our code."""
    id_, tijd = verzoek.koppen["webhook-id"], verzoek.koppen["webhook-timestamp"]
    if abs(nu - int(tijd)) > versheid:
        return False
    sleutel = base64.b64decode(geheim.removeprefix("whsec_"))
    verwacht = base64.b64encode(hmac.new(sleutel, f"{id_}.{tijd}.".encode() + verzoek.inhoud, "sha256").digest())
    return any(
        hmac.compare_digest(deel.removeprefix("v1,").encode(), verwacht)
        for deel in verzoek.koppen["webhook-signature"].split(" ")
    )


def certificaat(map_: Path, naam: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server context with a fresh certificate for this name, and a client context that trusts it."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    wie = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
    nu = datetime.now(UTC)
    cert = (
        x509.CertificateBuilder()
        .subject_name(wie)
        .issuer_name(wie)
        .public_key(sleutel.public_key())
        .serial_number(1)
        .not_valid_before(nu - timedelta(hours=1))
        .not_valid_after(nu + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(naam)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    pem = map_ / f"{naam}.pem"
    geheim = sleutel.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    pem.write_bytes(cert.public_bytes(Encoding.PEM) + geheim)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem)
    return server, ssl.create_default_context(cafile=str(pem))
