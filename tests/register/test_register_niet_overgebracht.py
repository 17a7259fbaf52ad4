"""What never arrives is closed with all that follows from it at once, and a person can let it go again."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from proefleven import Proefleven

from domain.gevolg import Adres, Overbrengen
from register import lezen, niet_overgebracht, overbrengen
from register.niet_overgebracht import achterblijvers, eerder_mislukt, mislukt, zet_opnieuw
from register.overbrengrij import Overbrenging
from register.schrijver import Brief
from register.verbinding import Register

VAN, NAAR = "FL-2024-01", "FL-2024-02"
START, DELEN, BUUR = (
    {"soort": "StartOpgave"},
    {"soort": "OntvangDelen", "delen": {"lessen": ["L1"]}},
    "MeldBuurwijziging",
)
BRIEF = Brief(Adres(functie="opgavemanager"), "Niet aangekomen", "Dat kwam niet aan.")
NU = datetime(2026, 3, 10, 9, tzinfo=UTC)


def _zet(register: Register, *inhouden: dict[str, Any]) -> Overbrenging:
    """Commands that follow from one fact; gives the first."""
    feit = Proefleven(VAN).begonnen().feiten[-1]
    for nr, inhoud in enumerate(inhouden, start=1):
        gevolg = Overbrengen(naar=NAAR, inhoud=inhoud, reglement="r2026_4")
        with register.schrijf() as verbinding:
            overbrengen.schrijf(verbinding, feit, nr, gevolg, [(NAAR, inhoud)])
    return overbrengen.rijen(register)[0]


def _staat(register: Register) -> list[tuple[str, str]]:
    return [(rij.soort, rij.status) for rij in overbrengen.rijen(register)]


def _opgegeven(register: Register, rij: Overbrenging, *, zeker: bool = False) -> None:
    assert mislukt(register, rij, "vervallen", "Er kwam geen antwoord.", NU, zeker=zeker)


def test_een_geweigerd_begin_sluit_alles_wat_erop_rust_en_geeft_de_delen_terug(register: Register) -> None:
    rij = _zet(register, START, DELEN)
    assert mislukt(register, rij, "geweigerd", "bestaat al", NU, brief=BRIEF)
    terug = ("BevestigAankomst", "klaar")
    assert _staat(register) == [("StartOpgave", "geweigerd"), ("OntvangDelen", "vervallen"), terug]
    (weg,) = overbrengen.rijen(register, NAAR)
    inhoud = json.loads(weg.inhoud)
    assert (inhoud["mislukt"], inhoud["delen"], inhoud["bron"]) == ("bestaat al", DELEN["delen"], rij.seq)
    assert len(lezen.post(register, VAN)) == 1


@pytest.mark.parametrize("waar", ["_sluit", "_sluit_vervolg", "_geef_terug", "zet_los"])
def test_wie_halverwege_het_sluiten_sterft_sloot_niets(
    register: Register, monkeypatch: pytest.MonkeyPatch, waar: str
) -> None:
    """After each step: nothing is written, so the next worker does all of it."""
    rij, echt = _zet(register, START, DELEN), getattr(niet_overgebracht, waar)

    def dood(*argumenten: object) -> None:
        echt(*argumenten)
        raise SystemExit

    monkeypatch.setattr(niet_overgebracht, waar, dood)
    with pytest.raises(SystemExit):
        mislukt(register, rij, "geweigerd", "nee", NU, brief=BRIEF)
    assert _staat(register) == [("StartOpgave", "klaar"), ("OntvangDelen", "klaar")]
    assert lezen.post(register, VAN) == ()
    monkeypatch.setattr(niet_overgebracht, waar, echt)
    assert mislukt(register, rij, "geweigerd", "nee", NU, brief=BRIEF)
    assert ("BevestigAankomst", "klaar") in _staat(register)
    assert len(lezen.post(register, VAN)) == 1


def test_alleen_wie_sloot_schrijft_de_rest(register: Register) -> None:
    """Two workers with one row: one return, one letter, and what the first said stands."""
    rij = _zet(register, DELEN)
    assert mislukt(register, rij, "geweigerd", "nee", NU, brief=BRIEF)
    assert not mislukt(register, rij, "vervallen", "afgelopen", NU + timedelta(days=1), brief=BRIEF)
    assert _staat(register) == [("OntvangDelen", "geweigerd"), ("BevestigAankomst", "klaar")]
    assert len(lezen.post(register, VAN)) == 1
    overbrengen.sluit(register, rij, NU)
    assert _staat(register)[0] == ("OntvangDelen", "geweigerd")


def test_wat_al_teruggegeven_was_gaat_niet_nog_eens_terug(register: Register) -> None:
    """A register that was put back can hold the return already."""
    rij = _zet(register, DELEN)
    with register.schrijf() as verbinding:
        overbrengen.zet(verbinding, f"{rij.sleutel}:terug", (NAAR, rij.seq), VAN, {"soort": "BevestigAankomst"})
    assert mislukt(register, rij, "geweigerd", "nee", NU)
    assert _staat(register) == [("OntvangDelen", "geweigerd"), ("BevestigAankomst", "klaar")]


def test_wat_is_opgegeven_gaat_opnieuw_met_dezelfde_sleutel(register: Register) -> None:
    """As if for the first time; what was to follow it goes as well."""
    rij = _zet(register, START, DELEN)
    overbrengen.neem(register, rij, NU)
    _opgegeven(register, rij)
    assert _staat(register) == [("StartOpgave", "vervallen"), ("OntvangDelen", "vervallen")]
    delen = next(r.sleutel for r in overbrengen.rijen(register) if r.soort == "OntvangDelen")
    assert zet_opnieuw(register, [delen]) == tuple(sorted((rij.sleutel, delen)))
    assert {(r.status, r.pogingen, r.fout, r.gedaan_op) for r in overbrengen.rijen(register)} == {
        ("klaar", 0, "", None)
    }
    assert zet_opnieuw(register) == ()
    assert [r.sleutel for r in overbrengen.aan_de_beurt(register, NU)] == [rij.sleutel]


def test_wat_terugging_of_geweigerd_is_gaat_niet_opnieuw(register: Register) -> None:
    """Parts would be there twice, and a refusal stays one."""
    rij = _zet(register, DELEN, {"soort": BUUR})
    _opgegeven(register, rij, zeker=True)
    buur = next(r for r in overbrengen.rijen(register) if r.soort == BUUR)
    assert mislukt(register, buur, "geweigerd", "al bekend", NU)
    assert {r.sleutel for r in achterblijvers(register) if r.kan_opnieuw} == set()
    assert zet_opnieuw(register) == zet_opnieuw(register, [rij.sleutel, buur.sleutel, "onbekend"]) == ()


def test_wat_op_een_geweigerd_begin_rustte_gaat_niet_alleen(register: Register) -> None:
    """Without the life nothing can be said to it."""
    rij = _zet(register, START, {"soort": BUUR})
    assert mislukt(register, rij, "geweigerd", "bestaat al", NU)
    assert zet_opnieuw(register) == ()


def test_achterblijvers_zijn_alles_wat_niet_aankwam_voor_wie_het_aangaat(register: Register) -> None:
    rij = _zet(register, {"soort": BUUR}, {"soort": "MeldRaakvlak"})
    assert [r.soort for r in achterblijvers(register)] == [BUUR, "MeldRaakvlak"]
    overbrengen.sluit(register, rij, NU)
    (wacht,) = achterblijvers(register, NAAR)
    assert achterblijvers(register, VAN) == (wacht,)
    assert (wacht.soort, wacht.status, wacht.kan_opnieuw) == ("MeldRaakvlak", "klaar", False)
    assert achterblijvers(register, "FL-2024-03") == ()


def test_na_een_dag_mag_gezegd_worden_wat_niet_aankwam(register: Register) -> None:
    """On its way or arrived: not again. Failed: again, but not at once."""

    def keer(op: datetime) -> int | None:
        with register.lees() as verbinding:
            return eerder_mislukt(verbinding, "herijking:AGENDA_A:1", op)

    def zeg(achter: str) -> None:
        with register.schrijf() as verbinding:
            inhoud = {"soort": "BereidHerijkingVoor"}
            overbrengen.zet(verbinding, f"herijking:{achter}", ("AGENDA_A", 3), "AGENDA_A", inhoud)

    zeg("AGENDA-A:1:2")
    zeg("AGENDA_A:11")
    assert keer(NU) == 0, "others are others"
    zeg("AGENDA_A:1")
    assert keer(NU) is None
    rij = next(r for r in overbrengen.rijen(register) if r.sleutel == "herijking:AGENDA_A:1")
    assert mislukt(register, rij, "geweigerd", "nee", NU)
    assert keer(NU + timedelta(hours=23)) is None
    assert keer(NU + timedelta(hours=24)) == 1
    zeg("AGENDA_A:1:2")
    assert keer(NU + timedelta(days=9)) is None
