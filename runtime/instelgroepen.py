"""The groups of settings, and the shapes their values must have; a wrong one is said in Dutch."""

from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, model_validator


def _host_en_poort(waarde: str) -> str:
    """Accept `host:port` only: half an address would otherwise fail much later, deep inside the connection."""
    host, _, poort = waarde.rpartition(":")
    if not host or not poort.isdecimal() or int(poort) > 65535:
        raise ValueError("schrijf dit als host:poort, bijvoorbeeld 127.0.0.1:7233")
    return waarde


def _mailadres(waarde: str) -> str:
    """Refuse what no mail server takes as a sender."""
    naam, _, domein = waarde.rpartition("@")
    if not naam or not domein or any(teken.isspace() or teken in "<>," for teken in waarde):
        raise ValueError("schrijf hier één e-mailadres, bijvoorbeeld opgavenmotor@provincie.example")
    return waarde


def _databasevorm(waarde: str) -> str:
    """Refuse a bare file name or host: only a URL says which kind of database it is."""
    if "://" not in waarde:
        raise ValueError("schrijf dit als sqlite:///pad of als postgresql+psycopg://gebruiker@host/naam")
    return waarde


def _webadres(waarde: str) -> str:
    """Only https leaves the house; http is for this computer."""
    delen = urlsplit(waarde)
    lokaal = delen.scheme == "http" and delen.hostname in ("127.0.0.1", "localhost")
    if not delen.hostname or not (delen.scheme == "https" or lokaal) or delen.query or delen.fragment:
        raise ValueError("schrijf dit als https://portaal.provincie.example, zonder iets erachter")
    return waarde.rstrip("/")


def _netwerk(waarde: str) -> str:
    """A proxy is known by its address; a wrong one would make everybody look like the proxy."""
    try:
        ip_network(waarde, strict=False)
    except ValueError:
        raise ValueError("schrijf hier een IP-adres of netwerk, bijvoorbeeld 10.0.0.5 of 10.0.0.0/24") from None
    return waarde


def _bron(waarde: str) -> str:
    """The NL GOV profile wants a URN in the namespace nld."""
    if not waarde.startswith("urn:nld:") or len(waarde) > 200:
        raise ValueError("schrijf dit als urn:nld:oin:<OIN>:systeem:<naam>")
    return waarde


Adres = Annotated[str, AfterValidator(_host_en_poort)]
Webadres = Annotated[str, AfterValidator(_webadres)]
Bron = Annotated[str, AfterValidator(_bron)]
Netwerk = Annotated[str, AfterValidator(_netwerk)]
Database = Annotated[str, AfterValidator(_databasevorm)]
Mailadres = Annotated[str, AfterValidator(_mailadres)]
Poort = Annotated[int, Field(ge=0, le=65535)]
Tekst = Annotated[str, Field(min_length=1)]


class Deel(BaseModel):
    """A group of settings; an unknown name in it is a mistake, not something to skip."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Tls(Deel):
    """Certificates for the connection with Temporal (PEM files)."""

    ca: Path | None = None
    certificaat: Path | None = None
    sleutel: Path | None = None

    @model_validator(mode="after")
    def _paar(self) -> Self:
        if (self.certificaat is None) != (self.sleutel is None):
            raise ValueError("geef certificaat én sleutel, of geen van beide")
        return self

    @property
    def aan(self) -> bool:
        """Whether any certificate was given."""
        return self.ca is not None or self.certificaat is not None


class Temporal(Deel):
    """Where the Temporal server is, or how to start the embedded one."""

    adres: Adres = "127.0.0.1:7233"
    namespace: Tekst = "opgaven"
    task_queue: Tekst = "opgaven"
    tls: Tls = Tls()
    binary: Path | None = None
    """The `temporal` program for the embedded server; without it PATH and the virtual environment are searched."""
    ui: bool = True
    ui_poort: Poort = 8233
    """Port of the embedded web interface; 0 takes a free one."""
    versiebeheer: bool = True
    """Worker deployment versioning; the time-skipping test server does not know it."""


class Smtp(Deel):
    """The mail server that takes our messages."""

    host: Tekst = "127.0.0.1"
    poort: Poort = 1025
    gebruiker: str | None = None
    wachtwoord: SecretStr | None = None
    starttls: bool = False
    ca: Path | None = None
    """The certificate authority of the mail server (PEM), when it is not one that everybody trusts."""
    afzender: Mailadres = "opgavenmotor@localhost"
    retour: Mailadres | None = None
    """Where undeliverable mail comes back; without it that is the sender."""
    per_minuut: int = Field(default=0, ge=0, le=100_000)
    """How many messages this server takes a minute, all workers together; 0 is no limit."""

    @model_validator(mode="after")
    def _paar(self) -> Self:
        if (self.gebruiker is None) != (self.wachtwoord is None):
            raise ValueError("geef gebruiker én wachtwoord, of geen van beide")
        return self


class Post(Deel):
    """How mail leaves the house."""

    verzamelminuten: int = Field(default=10, ge=0, le=240)
    """How long reminders of one morning are gathered, so that each addressee gets one mail."""
    kantooruren: bool = True
    """Reminders leave on working days within office hours only, also when they were delayed."""
    weekoverzicht: bool = True


class Portaal(Deel):
    """The web pages on which partners answer."""

    adres: Adres = "127.0.0.1:8080"
    basis_url: Webadres | None = None
    """How partners reach the pages from outside, as it stands in the mails. Without it, mails hold no links."""
    proxies: tuple[Netwerk, ...] = ()
    """Addresses of the reverse proxies whose X-Forwarded headers are believed."""
    naam: Tekst = "Provincie Flevoland"
    """Whose pages these are; it stands at the top of each."""
    logo: Path | None = None
    """An SVG or PNG to stand beside the name."""
    hulp: str = ""
    """How people get help, as it stands at the bottom of each page, such as a telephone number."""


class Webhook(Deel):
    """Events for other systems (NL GOV profile for CloudEvents)."""

    bron: Bron = "urn:nld:opgavenmotor:systeem:ontwikkeling"
    """Who sends the events: urn:nld:oin:<OIN>:systeem:<name> outside development."""
    intern: bool = True
    """Whether events may go to this computer and to private networks, where the province's own systems are."""


class Archief(Deel):
    """Where the packs for auditors are kept."""

    plek: str = ""
    """A folder, or s3://bucket/folder; empty is the folder `archief` below the data folder."""
    s3_eindpunt: Webadres | None = None
    """The address of an S3-compatible store that is not Amazon's."""
    s3_regio: Tekst = "eu-west-1"
    s3_sleutel: str | None = None
    s3_geheim: SecretStr | None = None
    waarschuw_dagen: int = Field(default=30, ge=1, le=3650)
    """How long before the server forgets a run that is not archived the alarm goes."""
    tijdstempel_url: Webadres | None = None
    """A time stamp authority (RFC 3161) that signs each checkpoint; without it there is no such stamp."""
    tijdstempel_ca: Path | None = None
    """The certificate (PEM) of that authority, by which its stamps are checked."""

    @model_validator(mode="after")
    def _paar(self) -> Self:
        if (self.s3_sleutel is None) != (self.s3_geheim is None):
            raise ValueError("geef s3_sleutel én s3_geheim, of geen van beide")
        return self


class Logboek(Deel):
    """Shape and level of the log."""

    formaat: Literal["console", "json"] = "console"
    niveau: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
