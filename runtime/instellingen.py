"""Settings: environment first, then a secrets directory, then a TOML file, then the defaults.

Every process of the engine reads the same settings in the same way. A wrong value is one Dutch sentence that
names the field; the value itself is never repeated, because it may be a password.
"""

import os
import tomllib
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import quote, urlsplit, urlunsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    NestedSecretsSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from runtime.instelfout import VOORVOEGSEL, InstellingenFout, plek_van, veld_van, zin_per_fout

CONFIG = "OPGAVE_CONFIG"
GEHEIMEN = "OPGAVE_GEHEIMEN"
STANDAARD_BESTAND = Path("opgave.toml")


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


class Logboek(Deel):
    """Shape and level of the log."""

    formaat: Literal["console", "json"] = "console"
    niveau: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


def _standaard_database(data: dict[str, Any]) -> str:
    return f"sqlite:///{data['gegevensmap'] / 'register.db'}"


def _standaard_sleutel(data: dict[str, Any]) -> Path:
    return Path(data["gegevensmap"], "ondertekensleutel.pem")


class Instellingen(BaseSettings):
    """All settings of one process. Environment: `OPGAVE_` plus the name, with `__` between group and field."""

    model_config = SettingsConfigDict(
        env_prefix=VOORVOEGSEL,
        env_nested_delimiter="__",
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    gegevensmap: Path = Path("opgave-data")
    database_url: Database = Field(default_factory=_standaard_database, repr=False)
    database_wachtwoord: SecretStr | None = None
    """Password for `database_url`, apart, so that it can come from a secrets file and may hold any character."""
    ondertekensleutel: Path = Field(default_factory=_standaard_sleutel)
    temporal: Temporal = Temporal()
    smtp: Smtp = Smtp()
    post: Post = Post()
    portaal: Portaal = Portaal()
    webhook: Webhook = Webhook()
    logboek: Logboek = Logboek()
    metrics_adres: Adres | None = None
    bewaardagen: int = Field(default=7300, ge=1, le=36500)
    stopseconden: int = Field(default=30, ge=0, le=3600)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order of the sources; a `.env` file is left out on purpose: the TOML file is the one file."""
        geheimen = NestedSecretsSettingsSource(file_secret_settings, secrets_dir=_geheimenmap())
        toml = TomlConfigSettingsSource(settings_cls, toml_file=_bestand())
        return init_settings, env_settings, geheimen, toml

    @property
    def database_verbinding(self) -> str:
        """`database_url` with the separate password filled in. Never log this."""
        if self.database_wachtwoord is None:
            return self.database_url
        return _met_wachtwoord(self.database_url, self.database_wachtwoord.get_secret_value())

    def met_adres(self, adres: str) -> Self:
        """The same settings, for the server that listens at `adres` (host:port)."""
        return self.model_copy(update={"temporal": self.temporal.model_copy(update={"adres": adres})})


def _met_wachtwoord(url: str, wachtwoord: str) -> str:
    delen = urlsplit(url)
    gebruiker, _, plek = delen.netloc.rpartition("@")
    inlog = f"{gebruiker.partition(':')[0]}:{quote(wachtwoord, safe='')}"
    return urlunsplit(delen._replace(netloc=f"{inlog}@{plek}"))


def _geheimenmap() -> Path | None:
    """The secrets directory, when one was named; a wrong name must not pass for "no secrets"."""
    genoemd = os.environ.get(GEHEIMEN)
    if genoemd and not Path(genoemd).is_dir():
        raise InstellingenFout(f"{GEHEIMEN} wijst naar een map die er niet is: {genoemd}")
    return Path(genoemd) if genoemd else None


def _bestand() -> Path | None:
    """The TOML file: the one named must exist, the default one may."""
    genoemd = os.environ.get(CONFIG)
    if genoemd:
        if not Path(genoemd).is_file():
            raise InstellingenFout(f"{CONFIG} wijst naar een bestand dat er niet is: {genoemd}")
        return Path(genoemd)
    return STANDAARD_BESTAND if STANDAARD_BESTAND.is_file() else None


def lees_instellingen() -> Instellingen:
    """Read the settings, or raise `InstellingenFout` with a Dutch sentence for every field that is wrong."""
    try:
        return Instellingen()
    except ValidationError as fout:
        raise InstellingenFout(zin_per_fout(fout)) from None
    except SettingsError as fout:
        raise InstellingenFout(f"De instellingen zijn niet te lezen: {veld_van(fout)}.") from None
    except tomllib.TOMLDecodeError as fout:
        raise InstellingenFout(f"Het instellingenbestand is geen geldige TOML{plek_van(fout)}.") from None
    except UnicodeDecodeError:
        raise InstellingenFout("Het instellingenbestand is geen tekst in UTF-8.") from None
    except OSError as fout:
        raise InstellingenFout(f"De instellingen zijn niet te lezen: {fout.filename} is niet te openen.") from None
