"""`opgave overbrengen`: the administrator sees what lives could not tell each other, and lets it go once more."""

import json
from datetime import timedelta
from typing import Any

import pytest
from test_cli_hulp import NU, Wereld, leeg_register, wereld

from domain.opdracht import OPDRACHTEN
from domain.toestanden import OVERGEBRACHT
from register import niet_overgebracht, overbrengen
from register.overbrengrij import Overbrenging
from starter.cli.overbrengen import WAT

__all__ = ["leeg_register", "wereld"]
VAN, NAAR = "FL-2026-01", "FL-2026-02"
STIL = "Er kwam geen antwoord."


def _zet(wereld: Wereld, soort: str, nr: int = 1, **velden: Any) -> Overbrenging:
    sleutel = f"{VAN}:7:{nr}:{NAAR}"
    with wereld.register.schrijf() as verbinding:
        overbrengen.zet(verbinding, sleutel, (VAN, 7), NAAR, {"soort": soort, **velden})
    return next(rij for rij in overbrengen.rijen(wereld.register) if rij.sleutel == sleutel)


def _mislukt(wereld: Wereld, rij: Overbrenging, status: niet_overgebracht.Einde, fout: str, **meer: bool) -> None:
    assert niet_overgebracht.mislukt(wereld.register, rij, status, fout, NU, **meer)  # type: ignore[arg-type]


@pytest.fixture
def mis(wereld: Wereld) -> Wereld:
    """One is put off, one was refused, one was given up, one arrived."""
    wacht = overbrengen.neem(wereld.register, _zet(wereld, "MeldBuurwijziging", 1), NU)
    assert wacht is not None
    overbrengen.leg_neer(wereld.register, wacht, f"{NAAR} bestaat nog niet.", NU + timedelta(hours=2))
    _mislukt(wereld, _zet(wereld, "MeldHergebruik", 2), "geweigerd", "les: die is er niet")
    _mislukt(wereld, _zet(wereld, "OntvangDelen", 3, delen={}), "vervallen", STIL, zeker=False)
    overbrengen.sluit(wereld.register, _zet(wereld, "MeldRaakvlak", 4), NU)
    return wereld


def _json(wereld: Wereld, *regel: str) -> Any:
    uitkomst = wereld("overbrengen", *regel, "--json")
    assert uitkomst.code == 0, uitkomst.alles
    return json.loads(uitkomst.uit)


def test_de_lijst_zegt_wie_wat_niet_kwijt_kon_en_waarom(mis: Wereld) -> None:
    """In sentences, with a line to paste for what can go again, and nothing of what arrived."""
    uit = " ".join(mis("overbrengen", "lijst").uit.split())
    assert f"Bij {VAN} veranderde iets." in uit
    assert "bestaat nog niet." in uit
    assert "geweigerd: les: die is er niet" in uit
    assert f"opgegeven: {STIL}" in uit
    assert f"opgave overbrengen opnieuw {VAN}:7:3:{NAAR}" in uit
    assert "opnieuw FL-2026-01:7:2" not in uit
    assert "raken" not in uit


def test_de_lijst_als_json_noemt_elk_veld(mis: Wereld) -> None:
    rijen = {rij["soort"]: rij for rij in _json(mis, "lijst")}
    assert set(rijen) == {"MeldBuurwijziging", "MeldHergebruik", "OntvangDelen"}
    wacht = rijen["MeldBuurwijziging"]
    assert (wacht["van"], wacht["naar"], wacht["status"], wacht["pogingen"]) == (VAN, NAAR, "klaar", 1)
    assert [soort for soort, rij in rijen.items() if rij["kan_opnieuw"]] == ["OntvangDelen"]
    assert _json(mis, "lijst", "fl-2026-02") == list(rijen.values())
    assert _json(mis, "lijst", "FL-2026-03") == []


def test_wie_niets_kwijt_hoeft_leest_dat_alles_aankwam(wereld: Wereld) -> None:
    assert "is aangekomen" in wereld("overbrengen", "lijst").uit
    assert "Er gaat niets opnieuw." in wereld("overbrengen", "opnieuw", "--alle").uit


def test_wat_is_opgegeven_gaat_opnieuw(mis: Wereld) -> None:
    sleutel = f"{VAN}:7:3:{NAAR}"
    uitkomst = mis("overbrengen", "opnieuw", sleutel)
    assert (uitkomst.code, sleutel in uitkomst.uit) == (0, True)
    (rij,) = (r for r in overbrengen.rijen(mis.register, status="klaar") if r.sleutel == sleutel)
    assert (rij.pogingen, rij.fout) == (0, "")


def test_alles_wat_is_opgegeven_gaat_in_een_keer(mis: Wereld) -> None:
    assert _json(mis, "opnieuw", "--alle") == {"opnieuw": [f"{VAN}:7:3:{NAAR}"], "niet": {}}


@pytest.mark.parametrize(
    ("nr", "waarom"), [(1, "wacht nog"), (2, "is geweigerd"), (4, "kwam aan"), (9, "bestaat niet")]
)
def test_wat_niet_opnieuw_kan_zegt_waarom(mis: Wereld, nr: int, waarom: str) -> None:
    uitkomst = mis("overbrengen", "opnieuw", f"{VAN}:7:{nr}:{NAAR}")
    assert (uitkomst.code, waarom in uitkomst.uit) == (1, True), uitkomst.alles


def test_wat_terugging_gaat_niet_opnieuw(wereld: Wereld) -> None:
    rij = _zet(wereld, "OntvangDelen", delen={})
    _mislukt(wereld, rij, "vervallen", "afgelopen")
    uitkomst = wereld("overbrengen", "opnieuw", rij.sleutel)
    assert (uitkomst.code, "gingen terug" in uitkomst.uit) == (1, True), uitkomst.alles
    assert f"Onderdelen die {NAAR} niet kreeg, gaan terug." in " ".join(wereld("overbrengen", "lijst").uit.split())


@pytest.mark.parametrize("regel", [(), ("--alle", "X:1:1:Y")])
def test_noem_sleutels_of_alles(wereld: Wereld, regel: tuple[str, ...]) -> None:
    uitkomst = wereld("overbrengen", "opnieuw", *regel)
    assert (uitkomst.code, "geef --alle" in uitkomst.fout) == (2, True)


def test_voor_alles_wat_wordt_overgebracht_is_er_een_zin() -> None:
    """What the system carries, what begins a life, and what it asks for itself."""
    eigen = {"StartOpgave", "BiedLessenAan", "BereidHerijkingVoor"}
    assert set(WAT) == {*OVERGEBRACHT, *eigen}
    assert set(WAT) <= set(OPDRACHTEN)
