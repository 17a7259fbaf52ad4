"""The roll-out files, checked as far as one can without a container engine."""

import os
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from archief.vertrouwelijk import ARCHIEFSLEUTEL
from runtime.instellingen import VOORVOEGSEL, Instellingen, lees_instellingen
from runtime.server import DYNAMISCH
from runtime.sleutels import WEBHOOKSLEUTEL

WORTEL = Path(__file__).parents[1]
COMPOSE = (WORTEL / "docker-compose.yml").read_text()
DOCKERFILE = (WORTEL / "Dockerfile").read_text()
EIGEN = ("worker", "portaal")
PORTAAL = "https://portaal.example"
SCRIPTS = sorted((WORTEL / "deploy").glob("*.sh"))
VARIABELE = re.compile(r"\$\{(\w+)(:[-?])?([^}]*)\}")


@cache
def _compose() -> dict[str, Any]:
    gelezen: dict[str, Any] = yaml.safe_load(COMPOSE)
    return gelezen


@cache
def _diensten() -> dict[str, dict[str, Any]]:
    diensten: dict[str, dict[str, Any]] = _compose()["services"]
    return diensten


def _omgeving(dienst: str, gegeven: dict[str, str]) -> dict[str, str]:
    """The variables of one of our own services as compose would fill them in."""

    def vul(gevonden: re.Match[str]) -> str:
        naam, soort, rest = gevonden.groups()
        return gegeven.get(naam) or (rest if soort == ":-" else "")

    return {naam: VARIABELE.sub(vul, str(waarde)) for naam, waarde in _diensten()[dienst]["environment"].items()}


def _instellingen(monkeypatch: pytest.MonkeyPatch, map_: Path, dienst: str, **gegeven: str) -> Instellingen:
    """The settings that this service reads in its container."""
    for naam in [naam for naam in os.environ if naam.startswith(VOORVOEGSEL)]:
        monkeypatch.delenv(naam)
    monkeypatch.chdir(map_)
    for naam, waarde in _omgeving(dienst, gegeven).items():
        monkeypatch.setenv(naam, waarde)
    return lees_instellingen()


def _velden(model: type[BaseModel], voor: str = VOORVOEGSEL) -> set[str]:
    """Every environment name that the settings read."""
    namen: set[str] = set()
    for naam, veld in model.model_fields.items():
        if isinstance(veld.annotation, type) and issubclass(veld.annotation, BaseModel):
            namen |= _velden(veld.annotation, f"{voor}{naam.upper()}__")
        else:
            namen.add(f"{voor}{naam.upper()}")
    return namen


@pytest.mark.parametrize("dienst", EIGEN)
def test_onze_diensten_krijgen_alleen_namen_die_wij_lezen(dienst: str) -> None:
    """Each environment name is a setting that exists."""
    assert set(_diensten()[dienst]["environment"]) <= _velden(Instellingen)


def test_worker_start_met_deze_omgeving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The environment of compose, filled in, gives valid settings that point at the services of compose."""
    gelezen = _instellingen(monkeypatch, tmp_path, "worker", REGISTER_DB_WACHTWOORD="p@s/s", PORTAAL_URL=PORTAAL)
    assert gelezen.portaal.basis_url == PORTAAL
    assert gelezen.database_verbinding == "postgresql+psycopg://opgave:p%40s%2Fs@register-db:5432/opgave"
    assert gelezen.smtp.gebruiker is None
    hosts = {gelezen.temporal.adres.partition(":")[0], gelezen.smtp.host, "register-db"}
    assert hosts <= set(_diensten())


def test_het_portaal_start_met_deze_omgeving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It listens within its container, on the port that compose publishes, and asks that same port for its health."""
    netwerken = '["172.16.0.0/12"]'
    gegeven = {"REGISTER_DB_WACHTWOORD": "w", "PORTAAL_URL": PORTAAL, "PORTAAL_PROXIES": netwerken}
    gelezen = _instellingen(monkeypatch, tmp_path, "portaal", **gegeven)
    dienst = _diensten()["portaal"]
    assert dienst["entrypoint"] == ["opgave", "portaal"]
    assert dienst["image"] == _diensten()["worker"]["image"]
    assert (gelezen.portaal.basis_url, gelezen.portaal.proxies) == (PORTAAL, ("172.16.0.0/12",))
    assert gelezen.portaal.adres.startswith("0.0.0.0:")
    poort = gelezen.portaal.adres.partition(":")[2]
    assert dienst["ports"][0].endswith(f":{poort}")
    assert f"127.0.0.1:{poort}/gezond" in dienst["healthcheck"]["test"][-1]
    leeg = _instellingen(monkeypatch, tmp_path, "portaal", REGISTER_DB_WACHTWOORD="w", PORTAAL_URL=PORTAAL)
    assert leeg.portaal.proxies == ()


def test_de_sleutel_voor_gebeurtenissen_ligt_waar_hij_wordt_gezocht() -> None:
    """Beside the signing key, for all who sign events or let them be read; the portal signs no facts."""
    sleutel = Path(_diensten()["worker"]["environment"]["OPGAVE_ONDERTEKENSLEUTEL"])
    assert sleutel.with_name(WEBHOOKSLEUTEL).parent == Path("/run/secrets")
    assert set(_diensten()["worker"]["secrets"]) == {sleutel.name, WEBHOOKSLEUTEL, ARCHIEFSLEUTEL}
    assert _diensten()["portaal"]["secrets"] == [WEBHOOKSLEUTEL]


def test_namen_in_compose_bestaan() -> None:
    """Every service, volume, secret and file that is mentioned is there."""
    gebruikt = {"volumes": set(), "secrets": set()}
    for dienst in _diensten().values():
        assert set(dienst.get("depends_on", {})) <= set(_diensten())
        gebruikt["secrets"] |= set(dienst.get("secrets", []))
        for volume in dienst.get("volumes", []):
            bron = volume.partition(":")[0]
            if bron.startswith("./"):
                assert (WORTEL / bron).exists(), bron
            else:
                gebruikt["volumes"].add(bron)
    assert gebruikt == {deel: set(_compose()[deel]) for deel in gebruikt}


def test_alles_hangt_aan_gezondheid() -> None:
    """Whatever stays up has a health check and restarts; whatever runs once is waited for until it is done."""
    eenmalig = {naam for naam, dienst in _diensten().items() if dienst.get("restart") == "on-failure"}
    assert eenmalig == {"temporal-schema", "temporal-namespace"}
    for naam, dienst in _diensten().items():
        assert naam in eenmalig or (dienst["restart"] == "unless-stopped" and "healthcheck" in dienst), naam
        for ander, eis in dienst.get("depends_on", {}).items():
            verwacht = "service_completed_successfully" if ander in eenmalig else "service_healthy"
            assert eis["condition"] == verwacht, (naam, ander)


def test_twee_workers_die_tijd_krijgen() -> None:
    """There are two workers, and they get longer to stop than they give themselves."""
    worker = _diensten()["worker"]
    assert worker["deploy"]["replicas"] == 2
    assert int(worker["stop_grace_period"].rstrip("s")) > int(worker["environment"]["OPGAVE_STOPSECONDEN"])


def test_poorten_op_loopback() -> None:
    """No port is reachable from outside this machine."""
    poorten = [poort for dienst in _diensten().values() for poort in dienst.get("ports", [])]
    assert poorten
    assert all(poort.startswith("127.0.0.1:") for poort in poorten)


def test_geen_standaardwachtwoorden() -> None:
    """A password comes from the environment, without it compose refuses to start; a login for mail may be empty."""
    for naam, dienst in _diensten().items():
        for sleutel, waarde in dienst.get("environment", {}).items():
            if re.search(r"PASSWORD|PWD|WACHTWOORD", sleutel):
                assert re.fullmatch(r"\$\{\w+:\?[^}]+\}|\$\{SMTP_WACHTWOORD:-\}", waarde), (naam, sleutel)
    assert not re.search(r"://[^/\s]*:[^@\s]*@", COMPOSE)


def test_wachtwoord_van_server_en_klant_is_hetzelfde() -> None:
    """Each database and those who use it read the same variable."""
    temporal = [_diensten()[naam]["environment"] for naam in ("temporal-db", "temporal-schema", "temporal")]
    sleutels = ("POSTGRES_PASSWORD", "SQL_PASSWORD", "POSTGRES_PWD")
    assert len({omgeving[sleutel] for omgeving, sleutel in zip(temporal, sleutels, strict=True)}) == 1
    register = _diensten()["register-db"]["environment"]["POSTGRES_PASSWORD"]
    assert {register} == {_diensten()[naam]["environment"]["OPGAVE_DATABASE_WACHTWOORD"] for naam in EIGEN}


def test_zelfde_naamruimte_en_bewaartermijn() -> None:
    """The namespace that is made is the one that the worker uses, with the retention of the settings."""
    gemaakt = _diensten()["temporal-namespace"]["environment"]
    assert gemaakt["NAAMRUIMTE"] == _diensten()["worker"]["environment"]["OPGAVE_TEMPORAL__NAMESPACE"]
    assert gemaakt["BEWAREN"] == f"{Instellingen.model_fields['bewaardagen'].default}d"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda pad: pad.name)
def test_script_klopt_en_kent_zijn_omgeving(script: Path) -> None:
    """A script parses in a plain shell, stops at the first error, and reads only variables that compose gives it."""
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0
    tekst = script.read_text()
    assert "set -eu" in tekst
    [dienst] = [dienst for dienst in _diensten().values() if dienst.get("entrypoint", [""])[-1] == f"/{script.name}"]
    assert set(re.findall(r"\$\{?([A-Z_]+)", tekst)) <= set(dienst["environment"])


def test_echte_en_ingebouwde_server_doen_hetzelfde() -> None:
    """The dynamic settings of the real server are those of the embedded one."""
    echt = yaml.safe_load((WORTEL / "deploy/dynamicconfig/opgave.yaml").read_text())
    assert {f'{naam}="{regels[0]["value"]}"' for naam, regels in echt.items()} == set(DYNAMISCH)


def test_dockerfile_noemt_wat_er_is() -> None:
    """Everything the image copies or installs from is in the repository, and every room of the package goes along."""
    kopie = [naam for regel in re.findall(r"^COPY (.+)$", DOCKERFILE, re.M) for naam in regel.split()[:-1]]
    assert [naam for naam in kopie if not (WORTEL / naam).exists()] == []
    kamers = {pad.parent.name for pad in WORTEL.glob("*/__init__.py")} - {"tests", "benchmarks"}
    assert kamers <= set(kopie)
    assert re.findall(r"-r (\S+)", DOCKERFILE) == ["requirements.lock"]


def test_dockerfile_installeert_streng_en_draait_zonder_rechten() -> None:
    """Hashes are required, nothing is resolved at build time, and the process is not root."""
    assert "pip install --no-cache-dir --require-hashes -r requirements.lock" in DOCKERFILE
    assert "pip install --no-cache-dir --no-deps --no-build-isolation ." in DOCKERFILE
    assert re.search(r"^USER opgave$", DOCKERFILE, re.M)
    assert DOCKERFILE.rstrip().endswith('ENTRYPOINT ["opgave", "worker"]')


def test_slot_heeft_hashes_en_geen_adres() -> None:
    """Each package in the lock has its hash, and no line names an index host."""
    regels = (WORTEL / "requirements.lock").read_text()
    pakketten = re.findall(r"^[a-z][\w.-]*==\S+.*?(?=^\S|\Z)", regels, re.M | re.S)
    assert pakketten
    assert all("--hash=sha256:" in pakket for pakket in pakketten)
    assert "://" not in regels
    assert re.search(r"^setuptools==", regels, re.M), "--no-build-isolation needs it"
