"""What one life has to say to another waits in the register, in order, and is taken by one worker at a time."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from proefleven import Proefleven, leg_vast

from domain.gevolg import Overbrengen
from domain.stand import Begin
from register import overbrengen
from register.overbrengrij import Overbrenging
from register.tabellen_samen import OVERBRENGING
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
    overbrengen.sluit(register, _eerste(register), _nu())
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


def _klok(monkeypatch: pytest.MonkeyPatch, *tijden: datetime) -> None:
    """What the clock says each time that a row is written."""

    over = list(tijden)
    klok = SimpleNamespace(now=lambda _zone: over.pop(0))
    monkeypatch.setattr(overbrengen, "datetime", klok)


@pytest.mark.parametrize("tweede", [timedelta(seconds=-1), timedelta(0), timedelta(seconds=1)])
def test_de_klok_bepaalt_de_volgorde_van_een_feit_niet(
    register: Register, monkeypatch: pytest.MonkeyPatch, tweede: timedelta
) -> None:
    """The life begins before it gets its parts, also when the clock steps back in between."""
    op = datetime(2026, 1, 1, 12, tzinfo=UTC)
    _klok(monkeypatch, op, op + tweede)
    _schrijf(register, "StartOpgave", "OntvangDelen")
    assert _mag(register) == ["StartOpgave"]
    assert [rij.soort for rij in overbrengen.rijen(register)] == ["StartOpgave", "OntvangDelen"]


def test_de_klok_van_een_andere_worker_keert_twee_feiten_niet_om(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fact 10 after fact 9, also in the alphabet: the number counts."""
    leven = Proefleven().begonnen()
    negen, tien = (feit.model_copy(update={"seq": nr}) for nr, feit in zip((9, 10), leven.feiten[:2], strict=True))
    op = datetime(2026, 1, 1, 12, tzinfo=UTC)
    _klok(monkeypatch, op + timedelta(seconds=2), op)
    gevolg = Overbrengen(naar=NAAR, inhoud={"soort": "MeldRaakvlak"}, reglement="r2026_4")
    for feit in (negen, tien):
        with register.schrijf() as verbinding:
            overbrengen.schrijf(verbinding, feit, 1, gevolg, [(NAAR, gevolg.inhoud)])
    assert [rij.seq for rij in overbrengen.aan_de_beurt(register, _nu())] == [9]


def test_wat_teruggaat_wacht_niet_op_wat_dat_leven_zelf_te_zeggen_heeft(register: Register) -> None:
    """It rests on a fact of the other life, so their numbers say nothing about each other."""
    _schrijf(register, "MeldRaakvlak", naar="FL-2024-09")
    heen = _eerste(register)
    overbrengen.leg_neer(register, heen, "niemand thuis", _nu() + STRAKS)
    with register.schrijf() as verbinding:
        sleutel, inhoud = f"FL-2024-09:{heen.seq}:1:{heen.van}:terug", {"soort": "BevestigAankomst"}
        overbrengen.zet(verbinding, sleutel, (heen.van, heen.seq), heen.naar, inhoud)
    assert _mag(register) == ["BevestigAankomst"]


def test_wie_begint_terwijl_iemand_het_brengt_hoeft_niet_te_wachten(register: Register) -> None:
    """The wake-up is not lost in the pause that follows, and nobody else gets the row in the meantime."""
    _schrijf(register, "MeldAgendaplek")
    mijn = overbrengen.neem(register, _eerste(register), _nu() + STRAKS)
    assert mijn is not None
    leg_vast(register, Proefleven(NAAR).begonnen().alles())
    assert [rij.naar for rij in overbrengen.aan_de_beurt(register, _nu())] == []
    overbrengen.leg_neer(register, mijn, "bestaat nog niet", _nu() + STRAKS)
    assert _mag(register) == ["MeldAgendaplek"]


def test_wie_de_rij_kwijt_is_legt_haar_niet_meer_neer(register: Register) -> None:
    """The lease ran out and another took it: what the first one found out late changes nothing."""
    _schrijf(register, "MeldAgendaplek")
    eerste = overbrengen.neem(register, _eerste(register), _nu())
    tweede = overbrengen.neem(register, _eerste(register), _nu() + STRAKS)
    assert eerste is not None
    assert tweede is not None
    overbrengen.leg_neer(register, eerste, "bestaat nog niet", _nu() + 60 * STRAKS)
    assert not overbrengen.vul(register, eerste, "{}")
    assert overbrengen.rijen(register) == (tweede,)
    assert overbrengen.vul(register, tweede, "{}")


def test_wie_pas_later_hoort_dat_het_aankwam_mag_dat_nog_zeggen(register: Register) -> None:
    """There is one answer to one command; what was closed otherwise stays closed."""
    _schrijf(register, "MeldAgendaplek")
    eerste = overbrengen.neem(register, _eerste(register), _nu())
    assert eerste is not None
    assert overbrengen.neem(register, _eerste(register), _nu() + STRAKS)
    overbrengen.sluit(register, eerste, _nu())
    assert [rij.status for rij in overbrengen.rijen(register)] == ["gedaan"]


def test_van_alles_wat_wacht_wordt_alleen_gelezen_wat_mag(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """A round looks every few seconds: the content of what has to wait stays where it is, and the rest comes in parts."""
    monkeypatch.setattr(overbrengen, "TEGELIJK", 2)
    for nr in range(5):
        _schrijf(register, "MeldAgendaplek", "MeldRaakvlak", naar=f"FL-2024-1{nr}")
    laatste = max(overbrengen.rijen(register, status="klaar"), key=lambda rij: rij.sleutel)
    with register.schrijf() as verbinding:
        wacht = OVERBRENGING.c.naar == laatste.naar
        verbinding.execute(OVERBRENGING.update().where(wacht).values(niet_voor=_nu() + STRAKS, inhoud="onleesbaar"))
    gezien: list[str] = []
    while rijen := overbrengen.aan_de_beurt(register, _nu()):
        assert len(rijen) <= 2
        gezien += [f"{rij.naar} {rij.soort}" for rij in rijen]
        for rij in rijen:
            overbrengen.sluit(register, rij, _nu())
    assert sorted(gezien) == [
        f"FL-2024-1{nr} {soort}" for nr in range(4) for soort in ("MeldAgendaplek", "MeldRaakvlak")
    ]


def test_wat_een_ander_nam_tussen_kijken_en_lezen_blijft_van_die_ander(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys are looked at first and the rows read after: a lease of just then is no reason to take it over."""
    _schrijf(register, "MeldAgendaplek")
    rij, lees = _eerste(register), overbrengen._heel

    def neemt_eerst(verbinding: Any, *rest: Any) -> tuple[Overbrenging, ...]:
        assert overbrengen.neem(register, rij, _nu() + STRAKS)
        return lees(verbinding, *rest)

    monkeypatch.setattr(overbrengen, "_heel", neemt_eerst)
    for gezien in overbrengen.aan_de_beurt(register, _nu()):
        assert overbrengen.neem(register, gezien, _nu() + STRAKS) is None
    assert [r.pogingen for r in overbrengen.rijen(register)] == [1]
