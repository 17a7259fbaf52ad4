"""The landed reglement: the whole catalogue hangs together and says what domain.md says."""

import re
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.basis import Fase, Weigering
from domain.duur import Duur
from domain.kalender import lokaal
from domain.reglement.model import (
    Besluitsoort,
    Ladder,
    Organiseervorm,
    Reglement,
    Staptype,
    Termijnsoort,
    Zetelverdeling,
    herinnermomenten,
    lees_pad,
)
from domain.reglement.register import LANDED, reglement

R = reglement("r2026_1")
VORMEN = pytest.mark.parametrize("vorm", R.organiseervormen, ids=lambda v: v.code)
STAPPEN = pytest.mark.parametrize("stap", R.stappen, ids=lambda s: s.code)
TERMIJNEN = pytest.mark.parametrize("soort", R.termijnen, ids=lambda t: t.code)


def test_de_catalogus_is_compleet() -> None:
    """There are 25 forms, 20 step types, the terms T01 through T22 and five of the house."""
    assert len(R.organiseervormen) == 25
    assert {s.code for s in R.stappen} == {f"A{n}" for n in range(19)} | {"A0b"}
    assert [t.code for t in R.termijnen] == [*(f"T{n:02}" for n in range(1, 23)), *(f"H{n:02}" for n in range(1, 6))]
    assert all(t.soort == t.ladder == "huis" for t in R.termijnen if t.code.startswith("H"))


@VORMEN
def test_elk_pad_noemt_alleen_bekende_stappen(vorm: Organiseervorm) -> None:
    """Every path mentions known steps only, none twice, and does not end empty."""
    codes = [stap.code for stap in vorm.pad]
    assert codes
    assert len(codes) == len(set(codes))
    assert all(R.staptype(code) for code in codes)


@VORMEN
def test_het_definitieve_besluit_komt_na_wat_eraan_vooraf_moet_gaan(vorm: Organiseervorm) -> None:
    """On every path A1 stands after each step the law puts before it, and A7 after A1."""
    plaats = {stap.code: n for n, stap in enumerate(vorm.pad)}
    for eerder in ("A0", "A3", "A4", "A5", "A0b", "A6", "A8", "A13", "A14", "A15"):
        assert "A1" not in plaats or plaats.get(eerder, -1) < plaats["A1"]
    assert plaats.get("A7", 99) > plaats.get("A1", -1)
    assert plaats.get("A6", 99) > plaats.get("A5", -1)


@VORMEN
def test_een_vorm_vraagt_wat_de_wet_voor_die_vorm_vraagt(vorm: Organiseervorm) -> None:
    """A private legal person asks wensen en bedenkingen; a regeling zienswijze, toestemming and publication."""
    assert vorm.prive_rechtspersoon == vorm.heeft_stap("A3")
    assert vorm.wgr == vorm.heeft_stap("A5") == vorm.heeft_stap("A6")
    assert not vorm.wgr or vorm.heeft_stap("A7")
    assert not (vorm.prive_rechtspersoon and vorm.wgr)


def test_een_pad_leest_zoals_het_er_staat() -> None:
    """The question mark makes a step conditional, two slashes make it parallel."""
    pad = R.vorm("COOPERATIE").pad
    assert [s.code for s in pad] == ["A13", "A0", "A3", "A0b", "A8", "A16", "A1", "A17", "A18", "A2"]
    assert [s.code for s in pad if s.voorwaardelijk] == ["A8"]
    assert [s.code for s in pad if s.parallel] == ["A16"]


@pytest.mark.parametrize("pad", ["B1", "A", "A1!", "A1?//", "A100", "a1"])
def test_een_onleesbaar_pad_wordt_geweigerd(pad: str) -> None:
    """A step that can't be read is an error when the data are loaded."""
    with pytest.raises(ValueError, match="onbekende stap"):
        lees_pad(pad)


@STAPPEN
def test_elke_uitkomst_heeft_precies_een_gevolg(stap: Staptype) -> None:
    """Every outcome of a step is written in snake case, stands there once and has one effect; another is refused."""
    assert len(stap.uitkomsten) == len(set(stap.uitkomsten))
    assert all(re.fullmatch("[a-z_]+", u) for u in stap.uitkomsten)
    alles = stap.mogelijk.positief
    assert {stap.effect(u, alles) for u in alles} == {"positief"}
    with pytest.raises(Weigering):
        stap.effect("misschien")


def test_wensen_en_bedenkingen_houden_niets_tegen() -> None:
    """PS have no veto at A3, A4 and A14: each of their answers closes the step."""
    for code in ("A3", "A4", "A14"):
        stap = R.staptype(code)
        assert stap.instrument == "wensen_en_bedenkingen"
        assert {stap.effect(u) for u in stap.uitkomsten} == {"positief"}


def test_toestemming_kent_geen_stilzwijgen() -> None:
    """At A6 only `verleend` opens the way and only `onthouden` closes it; the rest leaves the step open."""
    stap = R.staptype("A6")
    assert stap.instrument == "toestemming"
    assert {u: stap.effect(u) for u in stap.uitkomsten} == {
        "verleend": "positief",
        "onthouden": "negatief",
        "gedeeltelijk": "open",
        "verdaagd": "open",
    }


def test_bekendmaking_van_een_regeling_vraagt_blad_en_register() -> None:
    """A7 is done after the gazette and the register; without a regeling the gazette is enough."""
    stap = R.staptype("A7")
    assert stap.effect("gepubliceerd") == "open"
    assert stap.effect("geregistreerd") == "open"
    assert stap.effect("geregistreerd", ["gepubliceerd"]) == "positief"
    assert stap.effect("gepubliceerd", wgr=False) == "positief"


def test_een_nieuw_ontwerp_begint_opnieuw() -> None:
    """Only `opnieuw_ontwerp` at A0b sends the path back, to A0."""
    assert R.staptype("A0b").effect("opnieuw_ontwerp") == "opnieuw"
    assert R.staptype("A0b").opnieuw_vanaf == "A0"
    assert all(bool(s.mogelijk.opnieuw) == bool(s.opnieuw_vanaf) for s in R.stappen)


@pytest.mark.parametrize("soort", R.besluitsoorten, ids=lambda b: b.code)
def test_een_besluitsoort_kent_de_uitkomsten_van_haar_orgaan(soort: Besluitsoort) -> None:
    """A decision outside the path has the outcomes of its own body, and is refused to another body."""
    for orgaan in soort.organen:
        assert R.uitkomsten_van(soort, orgaan).positief
    with pytest.raises(Weigering):
        R.uitkomsten_van(soort, "notaris")


def test_de_uitkomsten_van_gs_en_ps_zijn_die_van_de_bron() -> None:
    """The outcomes of GS and PS are those of domain.md 3.3; PS has besides a meeting that could not open."""
    assert set(R.uitkomsten_gs.alle) == {
        "conform", "gewijzigd", "aangehouden", "afgewezen", "ter_kennisname", "teruggenomen", "gemachtigd",
    }  # fmt: skip
    assert set(R.uitkomsten_ps.alle) - {"geen_quorum"} == {
        "aangenomen", "aangenomen_gewijzigd", "verworpen", "aangehouden", "ingetrokken", "terugverwezen",
        "uitgesteld_staking", "niet_aangenomen_staking", "stemming_ongeldig",
    }  # fmt: skip


@TERMIJNEN
@given(start=st.dates(date(2023, 1, 1), date(2027, 12, 31)))
def test_een_wettelijke_termijn_eindigt_op_een_werkdag(soort: Termijnsoort, start: date) -> None:
    """No statutory forward term under the Atw ends on a free day, whatever day it starts."""
    if soort.duur is None or soort.richting != "vooruit" or not soort.atw:
        return
    uitkomst = soort.bereken(start, R.kalender)
    assert R.kalender.is_werkdag(uitkomst.einde) or "Atw 4" in uitkomst.grondslag


@TERMIJNEN
def test_een_termijn_is_te_berekenen_of_zegt_wat_ontbreekt(soort: Termijnsoort) -> None:
    """A term has a length, a fixed date, or refuses until the length is given."""
    start = date(2026, 3, 10)
    if soort.duur is None:
        with pytest.raises(Weigering):
            soort.bereken(start, R.kalender)
        assert soort.bereken(start, R.kalender, duur=Duur.lees("4w")).einde == date(2026, 4, 7)
    else:
        assert soort.bereken(start, R.kalender).einde != start


def test_de_termijnen_van_het_uitgewerkte_voorbeeld() -> None:
    """T01 and T02 give the due dates of worked example 6.2, and T02 once extended adds 13 weeks."""
    zienswijze, toestemming = R.termijn("T01"), R.termijn("T02")
    assert zienswijze.bereken(date(2025, 1, 15), R.kalender).einde == date(2025, 3, 12)
    assert zienswijze.bereken(date(2025, 3, 10), R.kalender).einde == date(2025, 5, 6)
    assert toestemming.bereken(date(2025, 5, 14), R.kalender).einde == date(2025, 8, 13)
    assert toestemming.bereken(date(2025, 5, 14), R.kalender, verlengd=True).einde == date(2025, 11, 12)


def test_varianten_verlenging_en_vaste_dagen() -> None:
    """A variant has its own length, an extension is refused where no law gives one, "before" ends the day before."""
    assert R.termijn("T21").bereken(date(2026, 6, 1), R.kalender, variant="ingreepbesluit").einde == date(2026, 6, 22)
    with pytest.raises(Weigering, match="variant"):
        R.termijn("T21").bereken(date(2026, 6, 1), R.kalender, variant="anders")
    with pytest.raises(Weigering, match="verlengd"):
        R.termijn("T01").bereken(date(2026, 6, 1), R.kalender, verlengd=True)
    assert R.termijn("T04").voor[0].laatste_dag(2026) == date(2026, 4, 29)


def test_de_zetels_zijn_die_van_de_verkiezing() -> None:
    """From 15-03-2023 there are 41 seats over 15 fracties; before that the answer is a refusal."""
    zetels = R.zetels_op(date(2026, 1, 1))
    assert (zetels.leden, zetels.zittend, len(zetels.fracties)) == (41, 41, 15)
    with pytest.raises(Weigering):
        R.zetels_op(date(2023, 3, 14))


def test_een_nieuwe_zetelverdeling_laat_de_oude_dagen_met_rust() -> None:
    """After an election the seats of an earlier date stay what they were."""
    nieuw = Zetelverdeling(vanaf=date(2027, 3, 17), fracties=(("X", 41),), leden=41)
    later = R.met(zetels=(nieuw, *R.zetels))
    assert later.zetels_op(date(2027, 3, 16)) == R.zetels[0]
    assert later.zetels_op(date(2027, 3, 17)) == nieuw


@pytest.mark.parametrize("fracties", [(("X", 42),), (("X", 0),), (("X", 1), ("X", 2))])
def test_een_onmogelijke_zetelverdeling_bestaat_niet(fracties: tuple[tuple[str, int], ...]) -> None:
    """More seats than members, an empty fractie or one named twice can't be loaded."""
    with pytest.raises(ValidationError):
        Zetelverdeling(vanaf=date(2027, 3, 17), fracties=fracties, leden=41)


@pytest.mark.parametrize("ladder", R.ladders, ids=lambda x: x.naam)
@given(einde=st.dates(date(2023, 6, 1), date(2028, 6, 1)))
def test_een_herinnering_gaat_uit_op_een_werkdag_om_negen_uur(ladder: Ladder, einde: date) -> None:
    """Every reminder falls at 09:00 Amsterdam on a working day, in order, one per function and rung."""
    momenten = herinnermomenten(ladder, einde, R.kalender)
    assert len({(m.trede, m.functie) for m in momenten}) == len(momenten)
    assert all(a.moment <= b.moment for a, b in pairwise(momenten))
    for m in momenten:
        klok = lokaal(m.moment)
        assert (klok.hour, klok.minute) == (9, 0)
        assert R.kalender.is_werkdag(klok.date())


def test_de_wettelijke_ladder_wijkt_terug_naar_de_werkdag_ervoor() -> None:
    """T-28, T-14, T-7 and T-2 before 6 May 2025: Easter week, Good Friday and koningsdag included."""
    momenten = herinnermomenten(R.ladder("wettelijk"), date(2025, 5, 6), R.kalender)
    assert [(m.trede, m.moment) for m in momenten] == [
        ("T-28", datetime(2025, 4, 8, 7, tzinfo=UTC)),
        ("T-14", datetime(2025, 4, 22, 7, tzinfo=UTC)),
        ("T-7", datetime(2025, 4, 29, 7, tzinfo=UTC)),
        ("T-2", datetime(2025, 5, 2, 7, tzinfo=UTC)),
    ]


def test_de_partnerladder_klimt_naar_de_portefeuillehouder() -> None:
    """The partner ladder goes from the addressee by way of the opdrachtgever to the portefeuillehouder."""
    momenten = herinnermomenten(R.ladder("partner"), date(2026, 6, 30), R.kalender)
    assert [(m.trede, m.functie) for m in momenten if m.functie != "geadresseerde"] == [
        ("T+2", "opgavemanager"),
        ("T+5", "ambtelijk_opdrachtgever"),
        ("T+10", "portefeuillehouder"),
        ("T+15", "portefeuillehouder"),
    ]


def test_elke_fase_heeft_haar_poorten() -> None:
    """Every phase asks for betekenis; law gates stand on an article and hold for the lightest form."""
    for fase in Fase:
        assert "betekenis" in {p.eis for p in R.poorten_uit(fase)}
    wettelijk = [p for p in R.poorten if p.soort == "wettelijk"]
    assert {p.eis for p in wettelijk} == {"vorm_in_werking", "publiek_belang"}
    assert all(p.vanaf_zwaarte == 1 and re.search(r"PW|Wgr", p.grond) for p in wettelijk)
    assert all(p.code.startswith(f"{p.fase.value}/") for p in R.poorten)


def test_een_gesprekstafel_hoeft_minder_dan_een_regeling() -> None:
    """Leaving F3 asks less of weight 1 than of weight 2, but always why and what."""
    licht = {p.eis for p in R.poorten_uit(Fase.ORGANISEERVORM, 1)}
    zwaar = {p.eis for p in R.poorten_uit(Fase.ORGANISEERVORM, 5)}
    assert zwaar - licht == {"kandidaten", "kernwaarden", "flevo_toets_f3", "rol_na_afloop"}
    assert {"waarom_samenwerken", "inhoud", "vorm_in_werking"} <= licht < zwaar


def test_voor_de_vormkeuze_geldt_elke_poort() -> None:
    """Out of F1 and F2 no gate waits for a weight, since there is no form yet."""
    assert all(p.vanaf_zwaarte == 1 for p in R.poorten if p.fase in (Fase.INITIATIEF, Fase.VERKENNING))


def test_een_onbekende_code_wordt_geweigerd_met_wat_er_wel_is() -> None:
    """Each lookup refuses an unknown code and lists what exists."""
    for zoek in (R.vorm, R.staptype, R.termijn, R.ladder, R.poort, R.besluitsoort, reglement):
        with pytest.raises(Weigering) as fout:
            zoek("ONZIN")
        assert fout.value.ontbreekt
    assert LANDED == ("r2026_1", "r2026_2", "r2026_3", "r2026_4")


def test_een_reglement_met_een_losse_eind_bestaat_niet() -> None:
    """A path that names an unknown step, or a code that stands there twice, can't be loaded."""
    ruw = R.model_dump()
    with pytest.raises(ValidationError, match="onbekende stap"):
        Reglement.model_validate({**ruw, "stappen": ruw["stappen"][:-1]})
    with pytest.raises(ValidationError, match="dubbel"):
        Reglement.model_validate({**ruw, "poorten": [*ruw["poorten"], ruw["poorten"][0]]})


def test_een_reglement_overleeft_opslaan() -> None:
    """Written as JSON and read back, the reglement is the same."""
    assert Reglement.model_validate_json(R.model_dump_json()) == R
