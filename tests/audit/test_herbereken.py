"""Votes and terms are counted again apart from the rules of the engine, and a wrong record is found."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archief.pak import Pak, PakFout, open_pak
from archief.schrijven import schrijf
from audit.rekenen import herbereken_termijnen as termijnen
from audit.rekenen.herbereken import Herberekening, herbereken
from audit.rekenen.herbereken_stemmen import Onrekenbaar, reken, tel
from audit.rekenen.herbereken_termijnen import Lengte, Soort
from audit.rekenen.kalender import einde_van, pasen, vrij
from domain.kalender import einde_dag, feestdagen
from domain.stemmen import zaken
from domain.stemmen.gegevens import Stemming
from tests.gouden import maak_pak

GOUDEN = sorted(pad.parent.name for pad in maak_pak.HIER.glob("*/bewijzen.json"))
GELIJK = frozenset({date(2026, 5, 15)})
WET = Soort(atw=True, terug=False, startdag_telt=False, lengte=None, verlenging=None)


def _pak(tmp_path: Path, naam: str, verander: Callable[[dict[str, Any]], None] | None = None) -> Pak:
    """A pack of a golden life, in which each fact may be changed first."""
    bestanden = maak_pak.bestanden(naam)
    if verander is not None:
        feiten = [json.loads(regel) for regel in bestanden["feiten.jsonl"].splitlines()]
        for feit in feiten:
            verander(feit["inhoud"])
        bestanden["feiten.jsonl"] = "".join(json.dumps(feit) + "\n" for feit in feiten).encode()
    schrijf(bestanden, tmp_path / "pak")
    return open_pak(tmp_path / "pak")


def _verschillen(rekening: Herberekening) -> list[str]:
    return [f"{r.wat}: {r.verschil}" for r in rekening.regels if r.verschil]


@pytest.mark.parametrize("naam", GOUDEN)
def test_elke_stemming_en_elke_termijn_van_een_gouden_leven_komt_uit(tmp_path: Path, naam: str) -> None:
    """Under every edition of the rules: ties, corrections, longer terms, standing still, more days off."""
    rekening = herbereken(_pak(tmp_path, naam))
    assert rekening.regels
    assert _verschillen(rekening) == []
    assert all(r.formule and r.berekend for r in rekening.regels)


def test_de_gouden_levens_raken_elke_soort_som(tmp_path: Path) -> None:
    """The lives above are worth comparing: all these sums are in them."""
    wat = {naam: [r.wat.split()[0] for r in herbereken(_pak(tmp_path / naam, naam)).regels] for naam in GOUDEN}
    alles = {woord for woorden in wat.values() for woord in woorden}
    assert {"stemming", "amendement", "termijn", "gehaald", "verstreken", "verlengde", "hervatte", "opnieuw"} <= alles


def test_een_regel_is_met_de_hand_na_te_rekenen(tmp_path: Path) -> None:
    """The formula names both numbers, what is compared, and the article."""
    (stemming,) = [r for r in herbereken(_pak(tmp_path, "happy")).regels if r.soort == "stemming"]
    assert "33 voor van 40 uitgebrachte stemmen: meer dan de helft (PW 30)" in stemming.formule
    assert "40 aanwezig van 41 zittende leden: meer dan de helft (PW 20 lid 1)" in stemming.formule
    assert "BBB" in stemming.invoer


def _uitkomst_om(inhoud: dict[str, Any]) -> None:
    if inhoud["soort"] == "BesluitGenomen" and inhoud.get("uitslag"):
        inhoud["uitslag"]["uitkomst"] = "verworpen"


def _stem_om(inhoud: dict[str, Any]) -> None:
    if inhoud["soort"] == "BesluitGenomen" and inhoud.get("stemming"):
        for rij in inhoud["stemming"]["per_fractie"]:
            rij["voor"], rij["tegen"] = rij["tegen"], rij["voor"]


def _te_veel_zetels(inhoud: dict[str, Any]) -> None:
    if inhoud["soort"] == "BesluitGenomen" and inhoud.get("stemming"):
        inhoud["stemming"]["per_fractie"][0]["voor"] += 7


def _met_eerdere_staking(inhoud: dict[str, Any]) -> None:
    if inhoud["soort"] == "BesluitGenomen" and inhoud.get("stemming"):
        inhoud["stemming"]["eerdere_staking"] = True


def _besluit_om(inhoud: dict[str, Any]) -> None:
    if inhoud["soort"] == "BesluitGenomen" and inhoud.get("stemming"):
        inhoud["uitkomst"] = "aangenomen_gewijzigd"


def _dag_later(inhoud: dict[str, Any]) -> None:
    if inhoud["soort"] == "TermijnGestart" and inhoud["termijn"]["code"] == "T18":
        inhoud["termijn"]["einde"] = "2026-09-15"


def _uur_eerder(inhoud: dict[str, Any]) -> None:
    if inhoud["soort"] == "TermijnGestart" and inhoud["termijn"]["code"] == "T18":
        inhoud["termijn"]["verstrijkt_op"] = "2026-09-14T21:00:00Z"


def _te_laat_gezegd(inhoud: dict[str, Any]) -> None:
    if inhoud["soort"] == "TermijnGehaald":
        inhoud["op_tijd"] = False


@pytest.mark.parametrize(
    ("verander", "code", "zin"),
    [
        (_uitkomst_om, "stemming_anders", "vastgelegd is verworpen, de stemmen geven aangenomen"),
        (_stem_om, "stemming_anders", "vastgelegd is aangenomen, de stemmen geven verworpen"),
        (_te_veel_zetels, "stemming_anders", "niet na te rekenen"),
        (_met_eerdere_staking, "stemming_anders", "rekent met een eerdere staking, en die is er niet"),
        (_besluit_om, "stemming_anders", "het besluit is vastgelegd als aangenomen_gewijzigd"),
        (_dag_later, "termijn_anders", "vastgelegd is 2026-09-15, berekend 2026-09-14"),
        (_uur_eerder, "termijn_anders", "eindigt niet om 24:00 uur"),
        (_te_laat_gezegd, "termijn_anders", "vastgelegd is niet op tijd, berekend op tijd"),
    ],
)
def test_een_verkeerde_uitkomst_wordt_gevonden(tmp_path: Path, verander: Any, code: str, zin: str) -> None:
    """What the facts say of a vote or a term is held against what their own inputs give."""
    rekening = herbereken(_pak(tmp_path, "happy", verander))
    assert not rekening.gelijk
    assert {b.code for b in rekening.bevindingen} == {code}
    assert any(zin in b.zin for b in rekening.bevindingen), rekening.bevindingen


def test_stilstand_die_een_dag_scheelt_wordt_gevonden(tmp_path: Path) -> None:
    """A resumed term is counted from the days it stood still, not from what was recorded of its end."""

    def verander(inhoud: dict[str, Any]) -> None:
        if inhoud["soort"] == "TermijnHervat":
            inhoud["termijn"]["opschortingen"][-1]["tot"] = "2026-09-30"

    assert any("hervatte termijn" in b.zin for b in herbereken(_pak(tmp_path, "partners", verander)).bevindingen)


def test_zonder_reglement_in_het_pak_valt_er_niets_na_te_rekenen(tmp_path: Path) -> None:
    """The tables come from the pack; a pack without them is refused by name."""
    bestanden = maak_pak.bestanden("happy")
    schrijf({pad: b for pad, b in bestanden.items() if not pad.startswith("reglementen/")}, tmp_path / "pak")
    with pytest.raises(PakFout, match="r2026_1"):
        herbereken(open_pak(tmp_path / "pak"))


def test_afgeschermde_feiten_worden_genoemd_en_overgeslagen(tmp_path: Path) -> None:
    """What can't be read is not counted, and that is said."""
    bestanden = maak_pak.bestanden("happy")
    regels = bestanden["feiten.jsonl"].splitlines()
    dicht = {"seq": 17, "hash": "0" * 64, "soort": "BesluitGenomen", "afgeschermd": True}
    regels[16] = json.dumps(dicht).encode()
    schrijf({**bestanden, "feiten.jsonl": b"\n".join(regels) + b"\n"}, tmp_path / "pak")
    rekening = herbereken(open_pak(tmp_path / "pak"))
    assert not [r for r in rekening.regels if r.soort == "stemming"]
    assert "17" in rekening.mededelingen[0].zin


def _zonder(tmp_path: Path, naam: str, weg: Callable[[dict[str, Any]], bool]) -> Herberekening:
    """Count with some facts shielded."""
    bestanden = maak_pak.bestanden(naam)
    regels = [json.loads(regel) for regel in bestanden["feiten.jsonl"].splitlines()]
    dicht = [{"seq": r["seq"], "hash": r["hash"], "afgeschermd": True} if weg(r["inhoud"]) else r for r in regels]
    assert dicht != regels
    schrijf(
        {**bestanden, "feiten.jsonl": "".join(json.dumps(r) + "\n" for r in dicht).encode()}, tmp_path / f"{naam}-dicht"
    )
    return herbereken(open_pak(tmp_path / f"{naam}-dicht"))


def test_wat_op_een_afgeschermd_feit_rust_is_geen_vals_alarm(tmp_path: Path) -> None:
    """A term of which the begin is shielded, and a second vote of which the first is: said, not counted as wrong."""
    zonder_begin = _zonder(tmp_path, "partners", lambda inhoud: inhoud["soort"] == "TermijnGestart")
    assert zonder_begin.gelijk
    assert any("niet nagerekend" in r.formule for r in zonder_begin.regels)
    eerste = "uitgesteld_staking"
    zonder_eerste = _zonder(tmp_path, "bestuurlijk", lambda inhoud: inhoud.get("uitkomst") == eerste)
    assert zonder_eerste.gelijk, _verschillen(zonder_eerste)


@pytest.mark.parametrize("orgaan", ["PS", "GS"])
def test_de_eigen_telling_en_die_van_de_motor_zijn_het_eens(orgaan: Any) -> None:
    """Over every small vote: two counts that share no line of code give one outcome."""
    eens = 0
    for leden in range(1, 8):
        for voor in range(leden + 1):
            for tegen in range(leden + 1 - voor):
                for rest in range(leden + 1 - voor - tegen):
                    eens += _eens(orgaan, leden, voor, tegen, rest)
    assert eens > 500


def _eens(orgaan: Any, leden: int, voor: int, tegen: int, art28: int) -> int:
    aantal = 0
    for vlag in ("", "eerdere_staking", "opnieuw_na_ongeldig", "na_geen_quorum"):
        if voor + tegen == 0:
            continue
        stemming = Stemming(
            wijze="hoofdelijk",
            orgaan=orgaan,
            leden=leden,
            voor=voor,
            tegen=tegen,
            art28=art28,
            voorzitter_stem="voor" if orgaan == "GS" else None,
        ).met(**{vlag: True} if vlag else {})
        assert reken(stemming, tel(stemming, None, None)).uitkomst == zaken.bereken(stemming).uitkomst, stemming
        aantal += 1
    return aantal


def test_een_stemming_met_te_veel_leden_is_niet_na_te_rekenen() -> None:
    """More votes than members, or no number of members at all, is said and not guessed."""
    with pytest.raises(Onrekenbaar, match="leden geteld"):
        tel(Stemming(wijze="hoofdelijk", leden=3, voor=3, tegen=1), None, None)
    with pytest.raises(Onrekenbaar, match="niet bekend"):
        tel(Stemming(wijze="hoofdelijk", voor=3, tegen=1), None, None)


@pytest.mark.parametrize(
    ("begin", "lengte", "einde"),
    [
        (date(2026, 3, 10), "8w", date(2026, 5, 6)),
        (date(2026, 3, 20), "8w", date(2026, 5, 18)),
        (date(2025, 3, 10), "8w", date(2025, 5, 6)),
        (date(2025, 1, 15), "8w", date(2025, 3, 12)),
        (date(2026, 1, 31), "1m", date(2026, 3, 2)),
        (date(2026, 3, 10), "13w", date(2026, 6, 9)),
        (date(2026, 12, 24), "3d", date(2026, 12, 29)),
    ],
)
def test_een_wettelijke_termijn_eindigt_op_de_dag_van_de_wet(begin: date, lengte: str, einde: date) -> None:
    """Vectors worked out by hand: Sundays, 5 mei, an equal day, a short month, too long for Atw, two working days."""
    lang = termijnen.lees_lengte(lengte)
    assert lang is not None
    assert termijnen.tel(begin, lang, WET, GELIJK).einde == einde


def test_een_termijn_in_werkdagen_noemt_de_vrije_dagen() -> None:
    """A person counting by hand sees which days were passed over besides weekends."""
    uitkomst = termijnen.tel(date(2026, 5, 12), Lengte(3, "wd"), Soort(False, False, False, None, None), GELIJK)
    assert uitkomst.einde == date(2026, 5, 19)
    assert "hemelvaartsdag 2026-05-14" in uitkomst.formule
    assert "gelijkgestelde dag 2026-05-15" in uitkomst.formule


def test_de_eigen_kalender_kent_dezelfde_dagen() -> None:
    """Easter by Gauss and by the computus, feestdagen and 24:00 in Amsterdam: forty years, day by day the same."""
    for jaar in range(2014, 2054):
        dagen = {f.datum for f in feestdagen(jaar)}
        dag = date(jaar, 1, 1)
        while dag.year == jaar:
            assert bool(vrij(dag, frozenset())) == (dag in dagen or dag.weekday() >= 5), dag
            assert einde_van(dag) == einde_dag(dag), dag
            dag = date.fromordinal(dag.toordinal() + 1)
    assert (pasen(2026), pasen(2027), pasen(2028)) == (date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16))
