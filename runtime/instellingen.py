"""Settings: environment first, then a secrets directory, then a TOML file, then the defaults.

Every process of the engine reads the same settings in the same way. A wrong value is one Dutch sentence that
names the field; the value itself is never repeated, because it may be a password.
"""

import os
import tomllib
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote, urlsplit, urlunsplit

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NestedSecretsSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from runtime.instelfout import VOORVOEGSEL, InstellingenFout, plek_van, veld_van, zin_per_fout
from runtime.instelgroepen import Adres, Archief, Database, Logboek, Portaal, Post, Smtp, Temporal, Tls, Webhook

__all__ = [
    "Archief",
    "Instellingen",
    "Logboek",
    "Portaal",
    "Post",
    "Smtp",
    "Temporal",
    "Tls",
    "Webhook",
    "lees_instellingen",
]

CONFIG = "OPGAVE_CONFIG"
GEHEIMEN = "OPGAVE_GEHEIMEN"
STANDAARD_BESTAND = Path("opgave.toml")


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
    archief: Archief = Archief()
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
