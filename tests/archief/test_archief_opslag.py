"""The store keeps what it was given, once, in a folder as well as in a real S3-compatible server."""

import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer
from pydantic import SecretStr

from archief.opslag import NietBewaard, Opslag, OpslagFout, open_opslag
from runtime.instellingen import Archief, Instellingen

GEHEIM = "niet-op-het-scherm"
RAAR = "FL-2024-1/run-000001/documenten/1a2b-Brief (kopie) 50% é #1.pdf"


@pytest.fixture(scope="module")
def emmerserver() -> Iterator[str]:
    """The address of an S3 server on loopback, with one bucket in it."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, poort = server.get_host_and_port()
    adres = f"http://{host}:{poort}"
    urllib.request.urlopen(urllib.request.Request(f"{adres}/emmer", method="PUT")).close()
    yield adres
    server.stop()


def _op_s3(adres: str, map_: Path) -> Instellingen:
    archief = Archief(
        plek=f"s3://emmer/{map_.name}", s3_eindpunt=adres, s3_sleutel="sleutel", s3_geheim=SecretStr(GEHEIM)
    )
    return Instellingen(gegevensmap=map_, archief=archief)


@pytest.fixture(params=["map", "s3"])
def opslag(request: pytest.FixtureRequest, tmp_path: Path) -> Opslag:
    """An empty store of either kind."""
    if request.param == "map":
        return open_opslag(Instellingen(gegevensmap=tmp_path))
    return open_opslag(_op_s3(request.getfixturevalue("emmerserver"), tmp_path))


def test_wat_er_ligt_wordt_nooit_overschreven(opslag: Opslag) -> None:
    assert opslag.bewaar("FL-2024-1/a.json", b"eerst")
    assert not opslag.bewaar("FL-2024-1/a.json", b"later")
    assert opslag.lees("FL-2024-1/a.json") == b"eerst"


def test_van_twintig_tegelijk_bewaart_er_een(opslag: Opslag) -> None:
    with ThreadPoolExecutor(20) as tegelijk:
        gelukt = list(tegelijk.map(lambda nr: opslag.bewaar("FL-2024-1/a", b"%d" % nr), range(20)))
    assert gelukt.count(True) == 1
    assert opslag.lees("FL-2024-1/a") == b"%d" % gelukt.index(True)


def test_een_naam_met_vreemde_tekens_komt_terug_zoals_hij_was(opslag: Opslag) -> None:
    assert opslag.bewaar(RAAR, b"brief")
    assert opslag.lijst("FL-2024-1") == (RAAR,)
    assert opslag.bestaat(RAAR)
    assert opslag.lees(RAAR) == b"brief"


def test_de_lijst_van_een_opgave_noemt_geen_andere(opslag: Opslag) -> None:
    """One id may be the beginning of another."""
    for pad in ("FL-2024-1/x/b", "FL-2024-1/a", "FL-2024-10/a"):
        opslag.bewaar(pad, b"")
    assert opslag.lijst("FL-2024-1") == ("FL-2024-1/a", "FL-2024-1/x/b")
    assert opslag.lijst() == ("FL-2024-1/a", "FL-2024-1/x/b", "FL-2024-10/a")
    assert opslag.lijst("FL-2025-1") == ()


def test_wat_er_niet_ligt_is_er_niet_en_kan_toch_weg(opslag: Opslag) -> None:
    assert not opslag.bestaat("FL-2024-1/a")
    with pytest.raises(NietBewaard, match="FL-2024-1/a"):
        opslag.lees("FL-2024-1/a")
    opslag.bewaar("FL-2024-1/a", b"x")
    for _ in range(2):
        opslag.verwijder("FL-2024-1/a")
    assert not opslag.bestaat("FL-2024-1/a")


def test_buiten_het_archief_komt_niemand(opslag: Opslag) -> None:
    with pytest.raises(OpslagFout):
        opslag.bewaar("../ernaast", b"x")


def test_zonder_instelling_is_het_een_map_bij_de_gegevens(tmp_path: Path) -> None:
    open_opslag(Instellingen(gegevensmap=tmp_path)).bewaar("FL-2024-1/a", b"x")
    assert (tmp_path / "archief" / "FL-2024-1" / "a").read_bytes() == b"x"


def test_een_archief_dat_er_niet_is_wordt_in_woorden_gezegd_zonder_geheim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archief.opslag.POGINGEN", 0)
    weg = open_opslag(_op_s3("http://127.0.0.1:9", tmp_path))
    with pytest.raises(OpslagFout, match="niet te bereiken") as fout:
        weg.bewaar("FL-2024-1/a", b"x")
    assert GEHEIM not in str(fout.value)
    (tmp_path / "bestand").write_text("")
    with pytest.raises(OpslagFout, match="niet te bereiken"):
        open_opslag(Instellingen(gegevensmap=tmp_path, archief=Archief(plek=str(tmp_path / "bestand" / "archief"))))


def test_wat_een_gedode_schrijver_half_liet_liggen_gaat_weg_en_wat_nog_bezig_is_niet(tmp_path: Path) -> None:
    """No list shows it, and it may hold bytes of what was destroyed since."""
    opslag = open_opslag(Instellingen(gegevensmap=tmp_path))
    opslag.bewaar("FL-2026-01/run-000001/documenten/stuk.txt", b"heel")
    map_ = tmp_path / "archief" / "FL-2026-01" / "run-000001" / "documenten"
    for naam in ("stuk.txt#1", "ander.txt#12"):
        (map_ / naam).write_bytes(b"half")
    assert len(opslag.lijst()) == 1
    nu = (map_ / "stuk.txt#1").stat().st_mtime
    assert opslag.ruim_half_op("FL-2026-01", nu + 60) == 0
    assert opslag.ruim_half_op("FL-2026-02", nu + 7200) == 0
    assert opslag.ruim_half_op("FL-2026-01", nu + 7200) == 2
    assert [pad.name for pad in map_.iterdir()] == ["stuk.txt"]


def test_alleen_wie_vervangt_zet_iets_in_de_plaats_van_wat_er_lag(opslag: Opslag) -> None:
    """In one step, and also where nothing lay."""
    opslag.bewaar("FL-2026-01/a/vertrouwelijk.age", b"oud")
    for inhoud in (b"nieuw", b"nieuwer"):
        opslag.vervang("FL-2026-01/a/vertrouwelijk.age", inhoud)
        assert opslag.lees("FL-2026-01/a/vertrouwelijk.age") == inhoud
    assert not opslag.bewaar("FL-2026-01/a/vertrouwelijk.age", b"oud")
    assert opslag.lijst("FL-2026-01") == ("FL-2026-01/a/vertrouwelijk.age",)
