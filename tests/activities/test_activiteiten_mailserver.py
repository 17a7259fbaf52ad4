"""The talk with a real mail server that wants TLS and a password."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from mailserver import vrije_poort

from activities.smtp import MailserverWeg, verbonden, verstuur
from runtime.instellingen import Smtp

GEBRUIKER, WACHTWOORD = "opgaven", "niet-te-raden"
MAIL = b"Subject: proef\r\n\r\nproef\r\n"


class Streng:
    """Takes mail only after STARTTLS and logging in."""

    def __init__(self) -> None:
        self.afzenders: list[str] = []
        self.versleuteld: list[bool] = []
        self.geprobeerd = 0

    def toets(
        self, server: SMTP, session: Session, envelope: Envelope, soort: str, gegevens: LoginPassword
    ) -> AuthResult:
        """Whether this is the one who may."""
        self.geprobeerd += 1
        goed = (gegevens.login, gegevens.password) == (GEBRUIKER.encode(), WACHTWOORD.encode())
        return AuthResult(success=goed, handled=False)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Remember how it came."""
        self.afzenders.append(str(envelope.mail_from))
        self.versleuteld.append(session.ssl is not None)
        return "250 OK"


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that nobody else vouches for, with its key in one file."""
    sleutel = generate_private_key(SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.provincie.example")])
    nu = datetime.now(UTC)
    bouwer = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    )
    geheim = sleutel.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    pad = tmp_path_factory.mktemp("tls") / "mail.pem"
    pad.write_bytes(bouwer.sign(sleutel, SHA256()).public_bytes(Encoding.PEM) + geheim)
    return pad


@pytest.fixture
def streng(certificaat: Path) -> Iterator[tuple[Streng, int]]:
    """A strict mail server and its port."""
    tls = SSLContext(PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificaat)
    wie = Streng()
    bewaker = Controller(
        wie,
        hostname="127.0.0.1",
        port=vrije_poort(),
        tls_context=tls,
        require_starttls=True,
        auth_required=True,
        authenticator=wie.toets,
    )
    bewaker.start()
    yield wie, bewaker.port
    bewaker.stop()


def _smtp(poort: int, **anders: object) -> Smtp:
    waarden = {"poort": poort, "gebruiker": GEBRUIKER, "wachtwoord": WACHTWOORD, "starttls": True}
    return Smtp.model_validate({**waarden, "afzender": "opgaven@provincie.example", **anders})


async def _stuur(smtp: Smtp) -> str:
    async with verbonden(smtp, 5) as server:
        return (await verstuur(server, smtp, ["post@dronten.example"], MAIL)).soort


async def test_met_tls_en_wachtwoord_neemt_de_mailserver_de_post_aan(
    streng: tuple[Streng, int], certificaat: Path
) -> None:
    wie, poort = streng
    assert await _stuur(_smtp(poort, ca=certificaat)) == "aangenomen"
    assert wie.versleuteld == [True]
    assert wie.afzenders == ["opgaven@provincie.example"]


async def test_wat_onbestelbaar_is_komt_terug_op_het_adres_daarvoor(
    streng: tuple[Streng, int], certificaat: Path
) -> None:
    """The sender on the envelope is where reports go."""
    wie, poort = streng
    await _stuur(_smtp(poort, ca=certificaat, retour="retour@provincie.example"))
    assert wie.afzenders == ["retour@provincie.example"]


async def test_een_wachtwoord_gaat_nooit_onversleuteld_over_de_lijn(streng: tuple[Streng, int]) -> None:
    """Without TLS it isn't even tried, and the reason tells which setting to change."""
    wie, poort = streng
    with pytest.raises(MailserverWeg, match=r"smtp\.starttls") as gevangen:
        await _stuur(_smtp(poort, starttls=False))
    assert wie.geprobeerd == 0
    assert WACHTWOORD not in str(gevangen.value)


async def test_een_onbekend_certificaat_krijgt_geen_wachtwoord(streng: tuple[Streng, int]) -> None:
    wie, poort = streng
    with pytest.raises(MailserverWeg, match="neemt nu geen post aan"):
        await _stuur(_smtp(poort))
    assert wie.geprobeerd == 0


async def test_een_server_zonder_tls_krijgt_geen_wachtwoord() -> None:
    """Asked for TLS and not offered: nothing is sent."""
    wie = Streng()
    kaal = Controller(wie, hostname="127.0.0.1", port=vrije_poort(), authenticator=wie.toets, auth_require_tls=False)
    kaal.start()
    try:
        with pytest.raises(MailserverWeg):
            await _stuur(_smtp(kaal.port))
    finally:
        kaal.stop()
    assert (wie.geprobeerd, wie.afzenders) == (0, [])


async def test_een_fout_wachtwoord_is_iets_om_later_opnieuw_te_proberen(
    streng: tuple[Streng, int], certificaat: Path
) -> None:
    """All mail waits; none is lost, and the error names no password."""
    wie, poort = streng
    with pytest.raises(MailserverWeg, match="535") as gevangen:
        await _stuur(_smtp(poort, ca=certificaat, wachtwoord="mis"))
    assert "mis" not in str(gevangen.value).split()
    assert wie.afzenders == []
