"""A time stamp authority of our own: openssl behind a small web server, with a certificate authority made for it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CONFIG = """
[tsa]
default_tsa = dienst
[dienst]
serial = {map}/nummer
signer_cert = {map}/tsa.pem
signer_key = {map}/tsa.key
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1
"""


@dataclass
class Tijdstempeldienst:
    """Where it listens, the certificate that vouches for it, and how it behaves."""

    map: Path
    url: str = ""
    antwoorden: int = 0
    kapot: bool = False
    vragen: list[bytes] = field(default_factory=list)

    @property
    def ca(self) -> Path:
        """The certificate of the authority."""
        return self.map / "ca.pem"

    def stempel(self, vraag: bytes) -> bytes:
        """Let openssl answer."""
        (self.map / "vraag.tsq").write_bytes(vraag)
        opdracht = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "vraag.tsq", "-out", "antwoord.tsr"]
        subprocess.run(opdracht, cwd=self.map, check=True, capture_output=True, timeout=30)
        return (self.map / "antwoord.tsr").read_bytes()


@contextmanager
def tijdstempeldienst(map_: Path) -> Iterator[Tijdstempeldienst]:
    """An authority on loopback, as long as the block lasts."""
    dienst = maak_dienst(map_)

    class Balie(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            vraag = self.rfile.read(int(self.headers["Content-Length"]))
            dienst.vragen.append(vraag)
            self.send_response(503 if dienst.kapot else 200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(b"" if dienst.kapot else dienst.stempel(vraag))

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Balie)
    draad = Thread(target=server.serve_forever, daemon=True)
    draad.start()
    dienst.url = f"http://127.0.0.1:{server.server_port}/tsr"
    try:
        yield dienst
    finally:
        server.shutdown()
        draad.join()
        server.server_close()


def maak_dienst(map_: Path) -> Tijdstempeldienst:
    """Keys, certificates and settings for openssl in this folder."""
    map_.mkdir(parents=True, exist_ok=True)
    ca, tsa = (rsa.generate_private_key(65537, 2048) for _ in range(2))
    wortel = _naam("Proefwortel")
    _bewaar(map_ / "ca.pem", _bouw(wortel, wortel, ca.public_key(), is_ca=True).sign(ca, SHA256()))
    _bewaar(map_ / "tsa.pem", _bouw(_naam("Proefdienst"), wortel, tsa.public_key(), is_ca=False).sign(ca, SHA256()))
    (map_ / "tsa.key").write_bytes(tsa.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (map_ / "tsa.cnf").write_text(CONFIG.format(map=map_))
    (map_ / "nummer").write_text("01")
    return Tijdstempeldienst(map_)


def _bouw(van: x509.Name, door: x509.Name, publiek: rsa.RSAPublicKey, *, is_ca: bool) -> x509.CertificateBuilder:
    nu = datetime.now(UTC)
    bouwer = (
        x509.CertificateBuilder()
        .subject_name(van)
        .issuer_name(door)
        .public_key(publiek)
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
    )
    if is_ca:
        return bouwer
    doel = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    return bouwer.add_extension(doel, critical=True)


def _naam(naam: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])


def _bewaar(pad: Path, certificaat: x509.Certificate) -> None:
    pad.write_bytes(certificaat.public_bytes(Encoding.PEM))
