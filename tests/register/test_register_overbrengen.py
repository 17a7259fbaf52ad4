"""What one life has to say to another waits in the register, in order, and is taken by one worker at a time."""

from datetime import UTC, datetime, timedelta
from typing import Any

from proefleven import Proefleven, leg_vast

from domain.gevolg import Overbrengen
from domain.stand import Begin
from register import overbrengen
from register.overbrengen import Overbrenging
from register.verbinding import Register

NAAR = "FL-2024-02"
STRAKS = timedelta(minutes=1)


def _nu() -> datetime:
    return datetime.now(UTC)


def _schrijf(register: Register, *soorten: str, naar: str = NAAR, leven: Proefleven | None = None) -> None:
    """Commands that follow from the last fact of a life, as the effects of one fact."""
    leven = leven or Proefleven().begonnen()
    for nr, soort in enumerate(soorten, start=1):
        gevolg = Overbrengen(naar=naar, inhoud={"soort": soort}, reglement="r2026_4", verschuiving_s=-60)
        doelen: list[tuple[str, dict[str, Any]]] = [(naar, gevolg.inhoud)]
        with register.schrijf() as verbinding:
            overbrengen.schrijf(verbinding, leven.feiten[-1], nr, gevolg, doelen)


def _mag(register: Register) -> list[str]:
    return [rij.soort for rij in overbrengen.aan_de_beurt(register, _nu())]


def _eerste(register: Register) -> Overbrenging:
    return overbrengen.aan_de_beurt(register, _nu())[0]


def test_een_regel_heet_naar_het_feit_en_weet_waarmee_het_andere_leven_begint(register: Register) -> None:
    leven = Proefleven().begonnen()
    _schrijf(register, "StartOpgave", "OntvangDelen", leven=leven)
    eerste, tweede = overbrengen.rijen(register)
    feit = leven.feiten[-1]
    assert [r.sleutel for r in (eerste, tweede)] == [f"{feit.opgave}:{feit.seq}:{nr}:{NAAR}" for nr in (1, 2)]
    begin = Begin(opgave=NAAR, reglement="r2026_4", verschuiving_s=-60)
    assert Begin.model_validate_json(eerste.begin) == begin
    assert tweede.begin == ""


def test_wat_later_komt_wacht_op_wat_eerder_komt_voor_hetzelfde_leven(register: Register) -> None:
    """Also when the earlier one is put off; another life need not wait for it."""
    _schrijf(register, "StartOpgave", "OntvangDelen")
    _schrijf(register, "BevestigAankomst", naar="FL-2024-03")
    assert _mag(register) == ["StartOpgave", "BevestigAankomst"]
    overbrengen.leg_neer(register, _eerste(register), "niemand thuis", _nu() + STRAKS)
    assert _mag(register) == ["BevestigAankomst"]


def test_na_de_eerste_mag_de_tweede(register: Register) -> None:
    _schrijf(register, "StartOpgave", "OntvangDelen")
    overbrengen.sluit(register, _eerste(register), "gedaan", _nu())
    assert _mag(register) == ["OntvangDelen"]


def test_maar_een_werker_neemt_een_regel(register: Register) -> None:
    """A worker that died with it holds it for a while only."""
    _schrijf(register, "MeldRaakvlak")
    rij = _eerste(register)
    assert overbrengen.neem(register, rij, _nu() + STRAKS)
    assert not overbrengen.neem(register, rij, _nu() + STRAKS)
    assert _mag(register) == []
    assert overbrengen.aan_de_beurt(register, _nu() + 2 * STRAKS)[0].pogingen == 1


def test_wie_begint_hoort_meteen_wat_op_hem_wachtte(register: Register) -> None:
    """The first facts of a life wake what waits for it, and nothing else."""
    for naar in (NAAR, "FL-2024-03"):
        _schrijf(register, "MeldAgendaplek", naar=naar)
    for rij in overbrengen.aan_de_beurt(register, _nu()):
        overbrengen.leg_neer(register, rij, "bestaat nog niet", _nu() + STRAKS)
    assert _mag(register) == []
    leg_vast(register, Proefleven(NAAR).begonnen().alles())
    assert [rij.naar for rij in overbrengen.aan_de_beurt(register, _nu())] == [NAAR]


def test_wat_op_een_geweigerd_begin_rust_gaat_nooit_meer(register: Register) -> None:
    _schrijf(register, "StartOpgave", "OntvangDelen")
    rij = _eerste(register)
    overbrengen.sluit(register, rij, "geweigerd", _nu(), "bestaat al")
    overbrengen.sluit_vervolg(register, rij, _nu(), "kon niet beginnen")
    assert [(r.status, r.fout) for r in overbrengen.rijen(register)] == [
        ("geweigerd", "bestaat al"),
        ("vervallen", "kon niet beginnen"),
    ]
