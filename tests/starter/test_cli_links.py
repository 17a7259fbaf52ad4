"""Links as the manager sees them: who has one, whether it was used, and taking one back."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from test_cli_hulp import Wereld, leeg_register, wereld

from register import links
from register.links import Linkdoel

__all__ = ["leeg_register", "wereld"]
ADRES = "energie@dronten.example"


def geef_uit(wereld: Wereld, betreft: str = "V1", dagen: int = 10) -> str:
    tot = datetime.now(UTC).replace(microsecond=0) + timedelta(days=dagen)
    doel = Linkdoel("FL-2026-01", "gemeente-dronten", "partner", "verzoek", betreft, tot)
    return links.geef_uit(wereld.register, doel, ADRES)


def in_lijst(wereld: Wereld, *meer: str) -> list[dict[str, object]]:
    return list(json.loads(wereld("link", "lijst", *meer, "--json").uit))


def test_de_lijst_noemt_voor_wie_waarvoor_en_of_hij_is_gebruikt(wereld: Wereld) -> None:
    """And never the address or the token."""
    token = geef_uit(wereld)
    uit = wereld("link", "lijst", "FL-2026-01").uit
    assert "gemeente-dronten" in uit
    assert "antwoord op V1" in uit
    assert "nog niet" in uit
    link = links.zoek(wereld.register, token)
    assert link is not None
    links.noteer(wereld.register, link.id, "geopend")
    (rij,) = in_lijst(wereld)
    assert (rij["gebruikt"], rij["laatst_gebruikt_op"] is not None) == (1, True)
    assert "nog niet" not in wereld("link", "lijst").uit
    assert not any(geheim in wereld("link", "lijst", "--alle", "--json").uit for geheim in (ADRES, token))


def test_een_ingetrokken_link_werkt_niet_meer_en_dat_staat_erbij(wereld: Wereld) -> None:
    token = geef_uit(wereld)
    (rij,) = in_lijst(wereld)
    assert wereld("link", "trek-in", str(rij["id"])).code == 0
    gevonden = links.zoek(wereld.register, token)
    assert gevonden is not None
    assert gevonden.ingetrokken_op is not None
    assert in_lijst(wereld) == []
    assert "ingetrokken op" in wereld("link", "lijst", "--alle").uit
    assert links.gebruik(wereld.register, gevonden.id)[-1].startswith("ingetrokken door opgavemanager:")


@pytest.mark.parametrize("welke", ["onbekend", "al-ingetrokken"])
def test_intrekken_van_wat_er_niet_is_wordt_geweigerd(wereld: Wereld, welke: str) -> None:
    geef_uit(wereld)
    (rij,) = in_lijst(wereld)
    link = str(rij["id"]) if welke == "al-ingetrokken" else "0" * 16
    if welke == "al-ingetrokken":
        wereld("link", "trek-in", link)
    uit = wereld("link", "trek-in", link)
    assert uit.code == 1
    assert "opgave link lijst --alle" in uit.alles


def test_een_verlopen_link_staat_alleen_bij_alle(wereld: Wereld) -> None:
    geef_uit(wereld, dagen=-1)
    assert in_lijst(wereld) == []
    assert "verlopen op" in wereld("link", "lijst", "--alle").uit
