"""Settings: where they come from, and what a person reads when one is wrong."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runtime.instelfout import InstellingenFout
from runtime.instellingen import Instellingen, lees_instellingen

pytestmark = pytest.mark.usefixtures("schone_omgeving")


def test_zonder_iets_werkt_het_ingebouwd() -> None:
    """Without any setting the engine runs embedded, with everything in one folder."""
    gelezen = lees_instellingen()
    assert gelezen.database_url == "sqlite:///opgave-data/register.db"
    assert gelezen.ondertekensleutel == Path("opgave-data/ondertekensleutel.pem")
    assert (gelezen.temporal.adres, gelezen.temporal.namespace) == ("127.0.0.1:7233", "opgaven")
    assert (gelezen.bewaardagen, gelezen.stopseconden, gelezen.metrics_adres) == (7300, 30, None)


def test_omgeving_gaat_voor_bestand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The TOML file is read, and the environment wins, field by field."""
    Path("opgave.toml").write_text('gegevensmap = "/gegevens"\n[smtp]\nhost = "bestand"\npoort = 26\n')
    monkeypatch.setenv("OPGAVE_SMTP__HOST", "omgeving")
    gelezen = lees_instellingen()
    assert (gelezen.smtp.host, gelezen.smtp.poort) == ("omgeving", 26)
    assert gelezen.database_url == "sqlite:////gegevens/register.db"


def test_geheimen_uit_een_map(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Passwords may come from files, may hold any character, and show in no repr."""
    (tmp_path / "opgave_database_wachtwoord").write_text("p@ss/w:rd")
    (tmp_path / "opgave_smtp__wachtwoord").write_text("posterijen")
    monkeypatch.setenv("OPGAVE_GEHEIMEN", str(tmp_path))
    monkeypatch.setenv("OPGAVE_SMTP__GEBRUIKER", "motor")
    monkeypatch.setenv("OPGAVE_DATABASE_URL", "postgresql+psycopg://opgave@db:5432/opgave")
    gelezen = lees_instellingen()
    assert gelezen.database_verbinding == "postgresql+psycopg://opgave:p%40ss%2Fw%3Ard@db:5432/opgave"
    assert gelezen.smtp.wachtwoord is not None
    assert gelezen.smtp.wachtwoord.get_secret_value() == "posterijen"
    assert "posterijen" not in repr(gelezen)
    assert "p@ss" not in repr(gelezen)


@pytest.mark.parametrize(
    ("naam", "waarde", "tekst"),
    [
        ("OPGAVE_TEMPORAL__ADRES", "nergens", "temporal.adres (OPGAVE_TEMPORAL__ADRES) klopt niet: schrijf dit als"),
        ("OPGAVE_TEMPORAL__ADRESS", "a:1", "temporal.adress (OPGAVE_TEMPORAL__ADRESS) klopt niet: deze naam kennen we"),
        ("OPGAVE_BEWAARDAGEN", "veel", "bewaardagen (OPGAVE_BEWAARDAGEN) klopt niet: schrijf een heel getal"),
        ("OPGAVE_BEWAARDAGEN", "0", "dit moet minstens 1 zijn"),
        ("OPGAVE_SMTP__POORT", "70000", "dit mag hoogstens 65535 zijn"),
        ("OPGAVE_SMTP__STARTTLS", "misschien", "schrijf true of false"),
        ("OPGAVE_SMTP__AFZENDER", "a b@c", "schrijf hier één e-mailadres"),
        ("OPGAVE_SMTP__GEBRUIKER", "ik", "geef gebruiker én wachtwoord"),
        ("OPGAVE_SMTP", "geheim", "smtp (OPGAVE_SMTP) is een groep met velden"),
        ("OPGAVE_LOGBOEK__FORMAAT", "xml", "kies uit 'console' of 'json'"),
        ("OPGAVE_DATABASE_URL", "register.db", "schrijf dit als sqlite:///pad"),
        ("OPGAVE_TEMPORAL__TLS__SLEUTEL", "k.pem", "geef certificaat én sleutel"),
        ("OPGAVE_CONFIG", "weg.toml", "OPGAVE_CONFIG wijst naar een bestand dat er niet is: weg.toml"),
        ("OPGAVE_GEHEIMEN", "weg", "OPGAVE_GEHEIMEN wijst naar een map die er niet is: weg"),
    ],
)
def test_fout_noemt_het_veld(monkeypatch: pytest.MonkeyPatch, naam: str, waarde: str, tekst: str) -> None:
    """A wrong value is one Dutch sentence that names the field, as the person wrote it."""
    monkeypatch.setenv(naam, waarde)
    with pytest.raises(InstellingenFout) as fout:
        lees_instellingen()
    assert tekst in str(fout.value)


def test_fout_herhaalt_geen_wachtwoord() -> None:
    """A file that can't be parsed is named by its line, never by its text."""
    Path("opgave.toml").write_text('[smtp]\nwachtwoord = "zeergeheim\n')
    with pytest.raises(InstellingenFout, match="regel 2") as fout:
        lees_instellingen()
    assert "zeergeheim" not in str(fout.value)


def test_lege_variabele_is_geen_waarde(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty variable (compose writes them) counts as not set."""
    for naam in ("OPGAVE_SMTP__GEBRUIKER", "OPGAVE_SMTP__WACHTWOORD", "OPGAVE_METRICS_ADRES"):
        monkeypatch.setenv(naam, "")
    gelezen = lees_instellingen()
    assert gelezen.smtp.gebruiker is gelezen.smtp.wachtwoord is gelezen.metrics_adres is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_elk_bestand_geeft_instellingen_of_een_zin(inhoud: bytes) -> None:
    """Whatever is in the file: settings or a Dutch sentence, never a traceback."""
    Path("opgave.toml").write_bytes(inhoud)
    with suppress(InstellingenFout):
        assert isinstance(lees_instellingen(), Instellingen)


def test_ander_adres_laat_de_rest_staan() -> None:
    """The embedded server's own address replaces one field only."""
    begin = Instellingen()
    anders = begin.met_adres("127.0.0.1:9")
    assert anders.temporal.adres == "127.0.0.1:9"
    assert anders.met_adres(begin.temporal.adres) == begin
