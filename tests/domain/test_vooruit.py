"""What lies ahead: exactly what time will send if nobody does anything, and what was changed about it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import verhaal as v
from hypothesis import given, settings
from hypothesis import strategies as st
from test_escalatie import BESTUURDER, T10, beslis, voorgelegd
from test_herinneringen import TERMIJN, _doe, bij, gevraagd, levens, met_reces, tot, wettelijk
from verhaal import Verhaal

from domain import kern
from domain.beeld.vooruit import Voorgenomen, vooruit
from domain.kalender import op
from domain.stand import Begin


def komt(verhaal: Verhaal, dagen: int = 7, termijn: str = TERMIJN) -> list[Voorgenomen]:
    return [r for r in vooruit(verhaal.stand, verhaal.nu, dagen) if r.termijn == termijn]


def test_het_noemt_wat_er_komt_in_volgorde_van_tijd_en_niet_verder() -> None:
    verhaal = tot(gevraagd(), date(2025, 3, 24))
    (drie,) = komt(verhaal, 3)
    assert (drie.trede, drie.aan, drie.wat, drie.moment) == ("T-3", v.DRONTEN, "cijfers", op(date(2025, 3, 26), 9))
    assert not drie.wettelijk
    assert not drie.bijsturingen
    assert [r.trede for r in komt(verhaal, 10)] == ["T-3", "T", "T+2", "T+2"]
    assert [r.trede for r in komt(verhaal, 22) if r.vraagt_akkoord] == ["T+10", "T+10"]


def test_het_toont_wat_is_aangehouden_omgeleid_of_aangevuld() -> None:
    """With the ids to undo it by."""
    naar = f"{v.DRONTEN}:coordinator"
    verhaal = gevraagd().gegeven(
        bij("aanhouden", trede="T-10", tot=date(2025, 3, 20)),
        bij("omleiden", naar=naar, tot=date(2025, 3, 24)),
        bij("zin", zin="Bel gerust.", tot=date(2025, 3, 24)),
    )
    eerste, tweede = komt(verhaal, 24)
    assert (eerste.trede, eerste.moment) == ("T-10", op(date(2025, 3, 21), 8, 30))
    assert (eerste.aangehouden_tot, eerste.aan, eerste.omgeleid_van) == (date(2025, 3, 20), naar, v.DRONTEN)
    assert (eerste.zin, eerste.bijsturingen) == ("Bel gerust.", ("BS1", "BS2", "BS3"))
    assert (tweede.trede, tweede.aan, tweede.zin, tweede.bijsturingen) == ("T-3", v.DRONTEN, "", ())


def test_wat_op_akkoord_wacht_staat_bovenaan_zonder_moment() -> None:
    verhaal = voorgelegd()
    eerste, tweede, *_ = vooruit(verhaal.stand, verhaal.nu)
    assert [(r.moment, r.escalatie, r.vraagt_akkoord) for r in (eerste, tweede)] == [(None, "ESC1", True)] * 2
    assert {eerste.aan, tweede.aan} == {BESTUURDER, "portefeuillehouder"}
    avond = verhaal._stap(datetime.combine(T10, datetime.min.time(), UTC) + timedelta(hours=19), None)
    klaar = komt(avond.gegeven(beslis(True)), 1)
    assert [(r.moment, r.escalatie, r.vraagt_akkoord) for r in klaar] == [
        (op(date(2025, 4, 15), 8, 30), "ESC1", False)
    ] * 2


def test_wat_na_het_einde_zou_vallen_wordt_niet_aangekondigd() -> None:
    """T lies in a reces that lasts beyond the end: nobody will be told that today is the last day."""
    verhaal = tot(met_reces(date(2025, 3, 28), date(2025, 3, 31)), date(2025, 3, 28))
    assert {r.trede for r in komt(verhaal, 7)} == {"T+2"}


def test_een_pauze_laat_alleen_de_wet_over() -> None:
    verhaal = wettelijk().gegeven(v.manager("VraagPartner", aan=[v.DRONTEN], vraag="cijfers"))
    assert {r.wettelijk for r in vooruit(verhaal.stand, verhaal.nu, 60)} == {True, False}
    rust = verhaal.gegeven(v.manager("Pauzeer", reden="formatie"))
    assert {r.wettelijk for r in vooruit(rust.stand, rust.nu, 60)} == {True}


def test_ook_onder_een_ouder_reglement_is_te_zien_wat_er_komt() -> None:
    begin = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_1")))
    verhaal = begin.gegeven(*v.BEGONNEN, v.manager("VraagPartner", aan=[v.DRONTEN], vraag="cijfers"))
    assert [(r.trede, r.moment) for r in komt(verhaal, 24)] == [
        ("T-10", op(date(2025, 3, 17), 9)),
        ("T-3", op(date(2025, 3, 26), 9)),
    ]


@settings(max_examples=40)
@given(st.integers(0, 40), st.integers(0, 40), levens())
def test_wat_is_aangekondigd_is_wat_er_gebeurt(begin: int, lengte: int, leven: list[Any]) -> None:
    """Of the running terms, for the next four weeks: the same reminders, to the same roles, at the same moments."""
    van = v.EERSTE_DAG + timedelta(days=begin)
    verhaal = met_reces(van, van + timedelta(days=lengte))
    for wat, getal in leven:
        verhaal = _doe(verhaal, wat, getal)
    al, lopend = len(verhaal.alles), {t.id for t in verhaal.stand.termijnen.values() if t.loopt}
    beloofd = {
        (r.moment, r.termijn, r.trede, r.aan)
        for r in vooruit(verhaal.stand, verhaal.nu, 28)
        if r.moment and not r.vraagt_akkoord
    }
    einde = verhaal.nu + timedelta(days=28)
    while (moment := kern.volgend_moment(verhaal.stand, verhaal.nu)) and moment <= einde:
        verhaal = verhaal._stap(max(moment, verhaal.nu), None)
    later: list[tuple[datetime, Any]] = [(f.vastgelegd_op, f.inhoud) for f in verhaal.alles[al:]]
    gedaan = {
        (moment, f.termijn, f.trede, f.aan)
        for moment, f in later
        if f.soort == "HerinneringVerstuurd" and f.termijn in lopend
    }
    vervallen = {f.termijn for _, f in later if f.soort == "TermijnVervallen"}
    assert {r for r in beloofd if r[1] not in vervallen} == gedaan
