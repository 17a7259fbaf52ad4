"""The end of a term by the Algemene termijnenwet: the vectors and rules of domain.md 4.1."""

from datetime import date, timedelta
from functools import lru_cache

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.basis import Weigering
from domain.duur import NIET_GEDEKT, Duur, Eenheid, atw_geldt, bereken_einde, niet_eerder_dan
from domain.kalender import DAG, Kalender
from domain.reglement.r2026_1.kalender import KALENDER
from domain.reglement.register import reglement

DAGEN = st.dates(date(2023, 1, 1), date(2028, 12, 31))
DUREN = st.builds(Duur, aantal=st.integers(1, 120), eenheid=st.sampled_from(["d", "w", "m", "j", "wd"]))


def _einde(start: str, duur: str, atw: bool = True, terug: bool = False, startdag_telt: bool = False) -> str:
    uitkomst = bereken_einde(
        date.fromisoformat(start), Duur.lees(duur), KALENDER, atw=atw, terug=terug, startdag_telt=startdag_telt
    )
    return uitkomst.einde.isoformat()


@pytest.mark.parametrize(
    ("start", "duur", "einde"),
    [
        ("2026-03-10", "8w", "2026-05-06"),
        ("2026-03-20", "8w", "2026-05-18"),
        ("2025-03-10", "8w", "2025-05-06"),
        ("2025-01-15", "8w", "2025-03-12"),
        ("2026-05-01", "8d", "2026-05-11"),  # Saturday 9 May
        ("2025-12-11", "2w", "2025-12-29"),  # two Christmas days and a weekend
        ("2024-01-29", "1m", "2024-02-29"),
        ("2023-12-31", "2m", "2024-02-29"),  # no 31 February
        ("2026-01-30", "3m", "2026-04-30"),
        ("2026-04-22", "3wd", "2026-04-28"),  # weekend and koningsdag don't count
        ("2026-03-31", "4wd", "2026-04-08"),  # nor Goede Vrijdag and tweede paasdag
        ("2026-05-12", "3wd", "2026-05-19"),  # nor Hemelvaart and the gelijkgestelde Friday after it
        ("2027-03-01", "4w", "2027-03-30"),  # tweede paasdag 2027 rolls to Tuesday
        ("2026-12-28", "13w", "2027-03-29"),  # the same Monday, but 13 weeks don't roll
        ("2026-04-19", "8d", "2026-04-28"),  # koningsdag
        ("2027-01-09", "90d", "2027-04-09"),
        ("2026-12-28", "91d", "2027-03-29"),
        ("2026-12-29", "90d", "2027-03-30"),
        ("2026-12-28", "3m", "2027-03-30"),  # Sunday 28 March, then tweede paasdag
        ("2026-11-28", "4m", "2027-03-28"),
        ("2025-05-05", "1j", "2026-05-05"),
    ],
)
def test_een_termijn_eindigt_op_de_voorgerekende_dag(start: str, duur: str, einde: str) -> None:
    """A term under the Atw ends on the day worked out by hand."""
    assert _einde(start, duur) == einde


def test_zonder_atw_schuift_niets() -> None:
    """A term to which the Atw does not apply ends where it ends, also on 5 May."""
    assert _einde("2026-03-10", "8w", atw=False) == "2026-05-05"


@pytest.mark.parametrize(
    ("duur", "geldt"),
    [
        ("90d", True), ("91d", False),
        ("12w", True), ("13w", False),
        ("3m", True), ("4m", False),
        ("1j", False), ("999wd", True),
    ],
)  # fmt: skip
def test_de_atw_geldt_alleen_voor_kortere_termijnen(duur: str, geldt: bool) -> None:
    """Atw 4 draws the line at 90 days, 12 weeks and 3 months, and excludes years."""
    assert atw_geldt(Duur.lees(duur)) is geldt


def test_dertien_weken_schuiven_niet_op() -> None:
    """The 13 weeks of Awb 10:31 may end on a free day, and the outcome says that Atw 4 is why."""
    uitkomst = bereken_einde(date(2026, 2, 3), Duur.lees("13w"), KALENDER, atw=True)
    assert uitkomst.einde == date(2026, 5, 5)
    assert uitkomst.grondslag == ("Atw 4",)


def test_terugtellen_schuift_niet_op() -> None:
    """A term counted backwards is not rolled, and the outcome says why (Atw 1 lid 2)."""
    uitkomst = bereken_einde(date(2026, 7, 28), Duur.lees("12w"), KALENDER, atw=True, terug=True)
    assert uitkomst.einde == date(2026, 5, 5)
    assert "Atw 1 lid 2" in uitkomst.grondslag


def test_de_dag_van_terinzagelegging_telt_mee() -> None:
    """Awb 3:16 lid 2: six weeks that start on the day itself end one day earlier."""
    assert _einde("2026-06-01", "6w") == "2026-07-13"
    assert _einde("2026-06-02", "6w", startdag_telt=True) == "2026-07-13"
    assert reglement("r2026_1").termijn("T06").bereken(date(2026, 6, 2), KALENDER).einde == date(2026, 7, 13)


@pytest.mark.parametrize(
    ("start", "duur", "terug", "einde"),
    [
        ("2026-12-24", "2d", False, "2026-12-28"),  # under three days: Atw 2 does not apply
        ("2026-12-24", "3d", False, "2026-12-29"),  # only the 28th would be a working day
        ("2026-12-29", "3d", True, "2026-12-24"),  # 26, 27, 28: one working day, so a day more and more
    ],
)
def test_een_korte_termijn_houdt_twee_werkdagen(start: str, duur: str, terug: bool, einde: str) -> None:
    """A term of three days or more holds two working days (Atw 2), also counted backwards."""
    assert _einde(start, duur, terug=terug) == einde


def test_de_uitleg_noemt_de_feestdag_en_de_artikelen() -> None:
    """A rolled term says in Dutch which day was free and names the articles."""
    uitkomst = bereken_einde(date(2025, 3, 10), Duur.lees("8w"), KALENDER, atw=True)
    assert uitkomst.grondslag == ("Atw 1 lid 1", "Atw 3")
    assert "bevrijdingsdag (5 mei)" in uitkomst.uitleg
    assert uitkomst.uitleg.endswith("dinsdag 6 mei 2025.")
    assert uitkomst.nominaal == date(2025, 5, 5)


def test_buiten_de_kalender_volgt_een_waarschuwing() -> None:
    """A term that ends in a year without known decrees is computed and carries a warning."""
    uitkomst = bereken_einde(date(2028, 12, 20), Duur.lees("4w"), KALENDER, atw=True)
    assert uitkomst.einde == date(2029, 1, 17)
    assert not uitkomst.kalender_dekt
    assert uitkomst.uitleg.endswith(NIET_GEDEKT)


# The oracle: the days of an independent package, and loops that only a test may afford.
ZONDER = Kalender(dekt_jaren=(2014, 2099))
LANG = st.dates(date(2014, 1, 1), date(2097, 12, 31))
KORTE = st.one_of(
    st.builds(Duur, aantal=st.integers(1, 90), eenheid=st.just("d")),
    st.builds(Duur, aantal=st.integers(1, 12), eenheid=st.just("w")),
    st.builds(Duur, aantal=st.integers(1, 3), eenheid=st.just("m")),
)


@lru_cache
def feestdagen_volgens_het_pakket(jaar: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=jaar, categories=("public", "optional")))


def vrij(dag: date) -> bool:
    return dag.weekday() >= 5 or dag in feestdagen_volgens_het_pakket(dag.year)


@given(LANG, KORTE)
def test_een_termijn_eindigt_waar_een_naieve_telling_eindigt(start: date, duur: Duur) -> None:
    """Forward under the Atw: a free last day moves on (Atw 1), and three days or more hold two working days (Atw 2)."""
    uitkomst = bereken_einde(start, duur, ZONDER, atw=True)
    dagen = [start + n * DAG for n in range(1, (uitkomst.nominaal - start).days + 1)]
    lang_genoeg = len(dagen) >= 3
    while vrij(dagen[-1]) or (lang_genoeg and sum(not vrij(dag) for dag in dagen) < 2):
        dagen.append(dagen[-1] + DAG)
    assert uitkomst.einde == dagen[-1]


@given(LANG, KORTE)
def test_een_werkdag_als_laatste_dag_blijft_de_laatste_dag(start: date, duur: Duur) -> None:
    """Nothing moves when the last day is a working day, but for a short term without two of them (Atw 2)."""
    uitkomst = bereken_einde(start, duur, ZONDER, atw=True)
    assert not vrij(uitkomst.einde)
    if not vrij(uitkomst.nominaal) and (duur.eenheid != "d" or duur.aantal >= 8):
        assert (uitkomst.einde, uitkomst.grondslag) == (uitkomst.nominaal, ())


@given(LANG, KORTE)
def test_terugtellen_houdt_twee_werkdagen_en_schuift_verder_niet(start: date, duur: Duur) -> None:
    """Backwards nothing rolls (Atw 1 lid 2), but three days or more hold two working days (Atw 2)."""
    uitkomst = bereken_einde(start + timedelta(days=366), duur, ZONDER, atw=True, terug=True)
    dagen = [start + timedelta(days=366) - n * DAG for n in range(1, (start - uitkomst.nominaal).days + 367)]
    lang_genoeg = len(dagen) >= 3
    while lang_genoeg and sum(not vrij(dag) for dag in dagen) < 2:
        dagen.append(dagen[-1] - DAG)
    assert uitkomst.einde == dagen[-1]


@given(DAGEN, st.integers(1, 120), st.booleans())
def test_werkdagen_tellen_gelijk_met_een_naieve_lus(start: date, aantal: int, terug: bool) -> None:
    """A number of working days skips weekends, feestdagen, Goede Vrijdag and gelijkgestelde dagen, day by day."""
    gelijk = {g.datum for g in KALENDER.gelijkgesteld}
    dag, over = start, aantal
    while over:
        dag += -DAG if terug else DAG
        over -= not (vrij(dag) or dag in gelijk)
    assert bereken_einde(start, Duur(aantal=aantal, eenheid="wd"), KALENDER, atw=True, terug=terug).einde == dag


@given(LANG, st.integers(1, 60), st.sampled_from(["d", "w", "wd"]))
def test_heen_en_terug_komt_uit_bij_het_begin(dag: date, aantal: int, eenheid: Eenheid) -> None:
    """Without the Atw the same length back is the day it began: for days, weeks, and working days from one of them."""
    start = ZONDER.eerste_werkdag_vanaf(dag) if eenheid == "wd" else dag
    duur = Duur(aantal=aantal, eenheid=eenheid)
    heen = bereken_einde(start, duur, ZONDER, atw=False).einde
    assert bereken_einde(heen, duur, ZONDER, atw=False, terug=True).einde == start


@given(st.dates(date(2014, 1, 1), date(2090, 12, 31)).filter(lambda d: d.day <= 28), st.integers(1, 60))
def test_maanden_heen_en_terug_tot_en_met_de_achtentwintigste(start: date, aantal: int) -> None:
    """Up to the 28th every month has the day, so months come back too; later in the month they need not."""
    duur = Duur(aantal=aantal, eenheid="m")
    heen = bereken_einde(start, duur, ZONDER, atw=False).einde
    assert heen.day == start.day
    assert bereken_einde(heen, duur, ZONDER, atw=False, terug=True).einde == start


@given(DAGEN, DUREN)
def test_een_lange_termijn_schuift_nooit(start: date, duur: Duur) -> None:
    """Over 90 days, 12 weeks or 3 months, and in years: the last day is the day that was counted (Atw 4)."""
    uitkomst = bereken_einde(start, duur, KALENDER, atw=True)
    if not atw_geldt(duur):
        assert (uitkomst.einde, uitkomst.grondslag) == (uitkomst.nominaal, ("Atw 4",))


@given(DAGEN, DUREN, st.booleans())
def test_wat_moet_wachten_mag_de_dag_na_de_laatste(start: date, duur: Duur, atw: bool) -> None:
    """What must wait for a term may be done on the first day that is not in it any more (PW 194)."""
    uitkomst = bereken_einde(start, duur, KALENDER, atw=atw)
    assert niet_eerder_dan(uitkomst) - uitkomst.einde == DAG


@given(DAGEN, DUREN, st.booleans())
def test_een_wettelijke_termijn_eindigt_nooit_op_een_vrije_dag(start: date, duur: Duur, startdag_telt: bool) -> None:
    """A forward term under the Atw ends on a working day, never earlier than counted."""
    uitkomst = bereken_einde(start, duur, KALENDER, atw=True, startdag_telt=startdag_telt)
    assert uitkomst.einde >= uitkomst.nominaal
    assert not atw_geldt(duur) or KALENDER.is_werkdag(uitkomst.einde)
    if atw_geldt(duur) and duur.eenheid != "wd" and (duur.eenheid != "d" or duur.aantal >= 3):
        eerste = start if startdag_telt else start + DAG
        assert KALENDER.aantal_werkdagen(eerste, uitkomst.einde) >= 2


@given(DAGEN, DUREN, st.booleans(), st.booleans())
def test_later_beginnen_is_nooit_eerder_klaar(start: date, duur: Duur, atw: bool, terug: bool) -> None:
    """An event a day later never gives an earlier end."""
    dag = bereken_einde(start, duur, KALENDER, atw=atw, terug=terug).einde
    assert bereken_einde(start + DAG, duur, KALENDER, atw=atw, terug=terug).einde >= dag


@given(DUREN)
def test_een_duur_overleeft_opslaan(duur: Duur) -> None:
    """A length is stored as its text and read back the same."""
    assert Duur.model_validate_json(duur.model_dump_json()) == duur
    assert Duur.lees(str(duur)) == duur


@pytest.mark.parametrize("tekst", ["", "8", "w", "0w", "-3d", "8 w", "8W", "1u", "99999d", "8w 2d", "٣w", "1.5m"])
def test_een_onleesbare_duur_wordt_geweigerd(tekst: str) -> None:
    """What is not a number with a unit is refused."""
    with pytest.raises(ValidationError):
        Duur.lees(tekst)


@pytest.mark.parametrize(
    ("start", "duur", "terug"),
    [
        ("1800-01-01", "1d", False),
        ("9999-12-31", "1d", False),
        ("2999-01-01", "9999j", False),
        ("2026-01-01", "200j", True),
    ],
)
def test_een_datum_te_ver_weg_wordt_netjes_geweigerd(start: str, duur: str, terug: bool) -> None:
    """A date no term can be reckoned from is refused with a reason, never a crash."""
    with pytest.raises(Weigering):
        _einde(start, duur, terug=terug)


def test_een_kalender_zonder_besluiten_rekent_ook() -> None:
    """The rules work with any calendar, so a new reglement needs data only."""
    leeg = Kalender(dekt_jaren=(2026, 2026))
    assert bereken_einde(date(2026, 3, 20), Duur.lees("8w"), leeg, atw=True).einde == date(2026, 5, 15)
