"""The meeting planner: what can still be made, what the term allows, and no answer where the calendar has none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.basis import Weigering
from domain.orgaan import Orgaankalender, Reces, Vergaderadvies
from domain.vergaderkalender import eerstvolgende, in_reces, stukken_op, tegenstrijdig, uittreksel, vergaderdagen
from domain.vergaderplan import adviseer, extra_aanvragers

ZOMER = Reces(naam="Zomerreces", van=date(2026, 7, 6), tot=date(2026, 8, 28))
PS = Orgaankalender(
    orgaan="PS",
    vergaderingen=(date(2026, 6, 24), date(2026, 6, 10), date(2026, 9, 9), date(2026, 9, 30), date(2026, 10, 7)),
    reces=(ZOMER,),
    stukken_dagen=10,
    bekend_tot=date(2026, 12, 31),
    bron="vergaderschema, voorbeeld",
)


def advies(
    vandaag: str, uiterlijk: str | None = None, kalender: Orgaankalender | None = PS, **meer: int
) -> Vergaderadvies:
    """Ask about PS."""
    grens = date.fromisoformat(uiterlijk) if uiterlijk else None
    return adviseer(kalender, "PS", date.fromisoformat(vandaag), grens, **meer)  # type: ignore[arg-type]


def soorten(gekregen: Vergaderadvies) -> list[str]:
    """The kinds of ways out, in order."""
    return [weg.soort for weg in gekregen.uitwegen]


@pytest.mark.parametrize(
    ("vandaag", "eerste"),
    [
        ("2026-05-31", "2026-06-10"),
        ("2026-06-01", "2026-06-24"),
        ("2026-06-14", "2026-06-24"),
        ("2026-06-15", "2026-09-09"),
    ],
)
def test_de_eerste_vergadering_is_die_waarvoor_de_stukken_nog_op_tijd_kunnen_zijn(vandaag: str, eerste: str) -> None:
    """Ten days before it is in time, nine days is not; the order in the list does not matter."""
    gekregen = advies(vandaag)
    assert gekregen.eerste == date.fromisoformat(eerste)
    assert gekregen.stukken_op == gekregen.eerste - timedelta(days=10)
    assert (gekregen.waarschuwing, gekregen.uitwegen, gekregen.bron) == ("", (), "vergaderschema, voorbeeld")


def test_ruim_voor_het_einde_van_de_termijn_is_er_geen_waarschuwing() -> None:
    """The last meeting in time is named, strictly before the last day."""
    gekregen = advies("2026-05-20", "2026-06-24")
    assert (gekregen.eerste, gekregen.laatste_op_tijd) == (date(2026, 6, 10), date(2026, 6, 10))
    assert gekregen.waarschuwing == ""
    assert advies("2026-05-20", "2026-06-25").laatste_op_tijd == date(2026, 6, 24)


def test_een_vergadering_op_de_laatste_dag_krijgt_een_eigen_waarschuwing() -> None:
    """The decision must also be made known within the term (Awb 10:31 lid 1)."""
    gekregen = advies("2026-06-08", "2026-06-24")
    assert (gekregen.eerste, gekregen.laatste_op_tijd) == (date(2026, 6, 24), date(2026, 6, 10))
    assert "op de laatste dag van de termijn: woensdag 24 juni 2026" in gekregen.waarschuwing
    assert "Awb 10:31 lid 1" in gekregen.waarschuwing
    assert soorten(gekregen) == ["eerdere_vergadering", "extra_vergadering"]
    assert gekregen.uitwegen[0].op == date(2026, 6, 10)


def test_een_termijn_die_in_het_reces_afloopt_noemt_het_reces_en_de_uitwegen() -> None:
    """Reces stops no statutory term, so it is said at the start with every way out."""
    gekregen = advies("2026-06-18", "2026-08-20", leden=41, verlenging=True)
    assert gekregen.waarschuwing.startswith(
        "De termijn loopt door tijdens het zomerreces (maandag 6 juli 2026 tot en met vrijdag 28 augustus 2026) "
    )
    assert gekregen.waarschuwing.endswith("die u nog haalt, is daarna: woensdag 9 september 2026.")
    assert gekregen.eerste == date(2026, 9, 9)
    assert soorten(gekregen) == ["eerdere_vergadering", "extra_vergadering", "verdagen"]
    eerder, extra, verdagen = gekregen.uitwegen
    assert eerder.op == date(2026, 6, 24)
    assert "zondag 14 juni 2026" in eerder.zin
    assert "9 van de 41 leden" in extra.zin
    assert (extra.grond, verdagen.op) == ("PW 17 lid 2", date(2026, 8, 20))


def test_zonder_reces_in_de_termijn_wordt_er_geen_reces_genoemd() -> None:
    """Only what lies between today and the end of the term is to blame."""
    herfst = Reces(naam="herfstreces", van=date(2026, 9, 26), tot=date(2026, 9, 29))
    gekregen = advies("2026-09-15", "2026-09-25", PS.met(reces=(ZOMER, herfst)))
    assert gekregen.eerste == date(2026, 9, 30)
    assert gekregen.waarschuwing.startswith("De termijn loopt door en eindigt op vrijdag 25 september 2026.")
    assert soorten(gekregen) == ["extra_vergadering"]
    assert "een vijfde van de leden" in gekregen.uitwegen[0].zin


def test_nazending_wordt_niet_aangeraden_voor_de_laatste_dag_zelf() -> None:
    """That meeting may be too late to make the decision known in time."""
    gekregen = advies("2026-06-15", "2026-06-24")
    assert (gekregen.eerste, gekregen.laatste_op_tijd) == (date(2026, 9, 9), None)
    assert soorten(gekregen) == ["extra_vergadering"]


def test_verdagen_is_er_alleen_als_de_termijn_verlengd_kan_worden() -> None:
    """A term that was already extended can't be again."""
    assert "verdagen" not in soorten(advies("2026-06-18", "2026-08-20"))
    assert "verdagen" in soorten(advies("2026-06-18", "2026-08-20", verlenging=True))


def test_een_ander_orgaan_dan_ps_krijgt_geen_artikel_over_ps() -> None:
    """PW 17 is about PS; GS have a secretariaat, and no fifth of the members."""
    gs = PS.met(orgaan="GS", stukken_dagen=7)
    gekregen = adviseer(gs, "GS", date(2026, 6, 19), date(2026, 8, 20), leden=7)
    assert {weg.grond for weg in gekregen.uitwegen} == {""}
    assert "het bestuurssecretariaat" in gekregen.uitwegen[0].zin


def test_op_de_laatste_dag_of_daarna_is_er_geen_extra_vergadering_meer() -> None:
    """A way out that can't be taken is not offered."""
    assert soorten(advies("2026-08-20", "2026-08-20")) == []
    voorbij = advies("2026-08-21", "2026-08-20", verlenging=True)
    assert "al voorbij" in voorbij.waarschuwing
    assert (voorbij.eerste, voorbij.uitwegen) == (date(2026, 9, 9), ())


@pytest.mark.parametrize("kalender", [None, PS.met(bekend_tot=date(2026, 5, 31))])
def test_zonder_bekende_kalender_wordt_er_niets_geraden(kalender: Orgaankalender | None) -> None:
    """No calendar, or only one that has run out: "reces onbekend", no meeting, one way out."""
    gekregen = advies("2026-06-01", "2026-08-20", kalender, leden=41, verlenging=True)
    assert gekregen.waarschuwing.endswith(": reces onbekend.")
    assert (gekregen.eerste, gekregen.stukken_op, gekregen.laatste_op_tijd) == (None, None, None)
    assert soorten(gekregen) == ["kalender_aanvullen"]
    assert gekregen.uiterlijk == date(2026, 8, 20)


def test_voorbij_de_laatste_bekende_vergadering_moet_de_kalender_worden_aangevuld() -> None:
    """The calendar still runs, but holds no meeting that can be made; with and without a term."""
    for uiterlijk in (None, "2027-02-01"):
        gekregen = advies("2026-10-01", uiterlijk)
        assert gekregen.eerste is None
        assert "Er is geen vergadering van PS bekend die u nog haalt." in gekregen.waarschuwing
        assert "daarna is reces onbekend" in gekregen.waarschuwing
        assert soorten(gekregen)[0] == "eerdere_vergadering"
        assert soorten(gekregen)[-1] == "kalender_aanvullen"


def test_een_vergadering_in_een_reces_telt_niet_mee_en_wordt_gemeld() -> None:
    """A calendar that denies itself is reported where it touches the question, and nowhere else."""
    fout = PS.met(vergaderingen=(*PS.vergaderingen, date(2026, 7, 15), date(2027, 3, 3)))
    gekregen = advies("2026-06-20", kalender=fout)
    assert gekregen.eerste == date(2026, 9, 9)
    assert gekregen.waarschuwing == "De vergadering van woensdag 15 juli 2026 telt niet mee: dan is het zomerreces."
    assert advies("2026-06-05", kalender=fout).waarschuwing == ""
    assert len(tegenstrijdig(fout, date(2026, 1, 1), date(2027, 12, 31))) == 2
    assert eerstvolgende(fout, date(2026, 7, 10)) == date(2026, 9, 9)


def test_een_reces_heet_een_reces_ook_als_de_naam_dat_niet_zegt() -> None:
    """The sentence stays Dutch, and an abbreviation keeps its capitals."""
    for naam, zin in (("Meivakantie", "het reces (meivakantie)"), ("EMS-reces", "het EMS-reces")):
        kalender = PS.met(reces=(ZOMER.met(naam=naam),))
        assert f"tijdens {zin} (" in advies("2026-06-18", "2026-08-20", kalender).waarschuwing


def test_de_kalender_van_een_ander_orgaan_wordt_geweigerd() -> None:
    """GS meet on other days."""
    with pytest.raises(Weigering, match="kalender van PS, niet GS"):
        adviseer(PS, "GS", date(2026, 6, 1), None)


def test_een_reces_loopt_van_de_eerste_tot_en_met_de_laatste_dag() -> None:
    """Both days included."""
    randen = (ZOMER.van - timedelta(days=1), ZOMER.van, ZOMER.tot, ZOMER.tot + timedelta(days=1))
    assert [in_reces(PS, dag) for dag in randen] == [None, ZOMER, ZOMER, None]


def test_een_vijfde_van_de_leden_wordt_naar_boven_afgerond() -> None:
    """PW 17 lid 2: 9 of 41."""
    assert [extra_aanvragers(leden) for leden in (39, 40, 41, 45, 46)] == [8, 8, 9, 9, 10]


def test_een_uittreksel_weet_niets_na_zijn_laatste_dag() -> None:
    """What was cut off must not read as "no meetings"; a reces that overlaps stays whole."""
    deel = uittreksel(PS, date(2026, 6, 11), date(2026, 8, 1))
    assert deel.vergaderingen == (date(2026, 6, 24),)
    assert (deel.reces, deel.bekend_tot) == ((ZOMER,), date(2026, 8, 1))
    assert uittreksel(PS, date(2026, 9, 1), date(2027, 9, 1)).reces == ()
    assert uittreksel(PS, date(2026, 9, 1), date(2027, 9, 1)).bekend_tot == PS.bekend_tot


DAGEN = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def kalenders(trek: st.DrawFn) -> Orgaankalender:
    """Any calendar, also one that contradicts itself."""
    paren = trek(st.lists(st.tuples(DAGEN, st.integers(0, 60)), max_size=4))
    return Orgaankalender(
        orgaan="PS",
        vergaderingen=tuple(trek(st.lists(DAGEN, max_size=15))),
        reces=tuple(Reces(naam="reces", van=van, tot=van + timedelta(days=n)) for van, n in paren),
        stukken_dagen=trek(st.integers(0, 30)),
        bekend_tot=trek(DAGEN),
        bron="willekeurig",
    )


@given(kalenders(), DAGEN, st.none() | DAGEN)
def test_een_voorgestelde_vergadering_is_altijd_te_halen(
    k: Orgaankalender, vandaag: date, uiterlijk: date | None
) -> None:
    """Never in a reces, never too late for the papers, never after what is known, and never when an earlier one fits."""
    gekregen = adviseer(k, "PS", vandaag, uiterlijk, leden=41, verlenging=True)
    kan = [
        dag
        for dag in sorted(k.vergaderingen)
        if not any(r.van <= dag <= r.tot for r in k.reces)
        and vandaag <= dag - timedelta(days=k.stukken_dagen)
        and dag <= k.bekend_tot
    ]
    assert gekregen.eerste == (kan[0] if kan and vandaag <= k.bekend_tot else None)
    assert gekregen.eerste is None or gekregen.stukken_op == stukken_op(k, gekregen.eerste)
    assert gekregen.eerste is not None or gekregen.waarschuwing


@given(kalenders(), DAGEN, DAGEN)
def test_een_termijn_die_niet_gehaald_wordt_blijft_nooit_onvermeld(
    k: Orgaankalender, vandaag: date, uiterlijk: date
) -> None:
    """Warned with ways out, unless a meeting is strictly before the last day. Every way out is ahead and in no reces."""
    gekregen = adviseer(k, "PS", vandaag, uiterlijk, leden=41, verlenging=True)
    if gekregen.eerste is None or gekregen.eerste >= uiterlijk:
        assert gekregen.waarschuwing
        assert gekregen.uitwegen or uiterlijk <= vandaag
    else:
        assert gekregen.uitwegen == ()
    if gekregen.laatste_op_tijd:
        assert vandaag <= gekregen.laatste_op_tijd < uiterlijk
    for weg in gekregen.uitwegen:
        if weg.soort == "eerdere_vergadering":
            assert weg.op is not None
            assert vandaag < weg.op < uiterlijk
            assert in_reces(k, weg.op) is None


@given(kalenders(), DAGEN, DAGEN, DAGEN)
def test_een_uittreksel_geeft_binnen_zijn_tijd_dezelfde_vergaderingen(
    k: Orgaankalender, van: date, tot: date, dag: date
) -> None:
    """Cutting a calendar changes nothing in between."""
    deel = uittreksel(k, van, tot)
    wel = tuple(d for d in vergaderdagen(k, van) if d <= tot)
    assert vergaderdagen(deel, van) == wel
    if van <= dag <= tot:
        assert (in_reces(deel, dag) is None) == (in_reces(k, dag) is None)
