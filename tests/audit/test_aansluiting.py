"""A published besluitenlijst beside what was recorded: every gap is named, and no match is silently a guess."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archief.pak import open_pak
from archief.schrijven import schrijf
from audit.rekenen.aansluiting import Aansluiting, Gepubliceerd, gelijkenis, sluit_aan
from audit.rekenen.besluitregel import Besluiten, Vastgelegd, besluiten
from tests.gouden import maak_pak

DAG = date(2026, 1, 31)


def _lijst(*regels: dict[str, Any]) -> list[Gepubliceerd]:
    vast = {"orgaan": "GS", "op": DAG, "titel": "Kaders energiehub", "uitkomst": "conform"}
    return [Gepubliceerd.model_validate({"nr": nr, **vast, **regel}) for nr, regel in enumerate(regels, start=2)]


def _pak(*regels: dict[str, Any], afgeschermd: tuple[int, ...] = ()) -> list[Besluiten]:
    vast = {"opgave": "FL-2026-01", "stap": "B1", "orgaan": "GS", "op": DAG, "titel": "Kaders energiehub"}
    rijen = [
        Vastgelegd.model_validate({"feit": nr, "uitkomst": "conform", **vast, **regel})
        for nr, regel in enumerate(regels, start=10)
    ]
    return [Besluiten(opgave="FL-2026-01", regels=tuple(rijen), afgeschermd=afgeschermd)]


def _oordelen(uitkomst: Aansluiting) -> list[tuple[str, str]]:
    return [(r.oordeel, r.zekerheid) for r in uitkomst.regels]


def test_wat_aan_beide_kanten_staat_sluit_aan() -> None:
    """Same body, day, title and outcome; capitals, accents and punctuation don't matter."""
    uitkomst = sluit_aan(_lijst({"titel": "KADERS, energiehub.", "uitkomst": "Conform"}), _pak({}))
    assert _oordelen(uitkomst) == [("klopt", "zeker")]
    assert uitkomst.sluit_aan
    assert uitkomst.bevindingen == ()


def test_gepubliceerd_en_niet_vastgelegd_is_een_gat() -> None:
    """A line of the list that no pack knows, with its number in the file."""
    uitkomst = sluit_aan(_lijst({}, {"titel": "Aanschaf dienstauto"}), _pak({}))
    assert _oordelen(uitkomst) == [("klopt", "zeker"), ("niet vastgelegd", "")]
    (bevinding,) = uitkomst.bevindingen
    assert (bevinding.code, bevinding.waar) == ("niet_vastgelegd", "regel 3")


def test_vastgelegd_en_niet_gepubliceerd_is_een_gat() -> None:
    """A decision on a day that the list is about, and that is not on it."""
    uitkomst = sluit_aan(_lijst({"titel": "Woningbouw Almere"}), _pak({}))
    assert ("niet gepubliceerd", "") in _oordelen(uitkomst)
    assert {b.code for b in uitkomst.bevindingen} == {"niet_vastgelegd", "niet_gepubliceerd"}


def test_een_andere_uitkomst_wordt_genoemd() -> None:
    """Both outcomes stand in the finding."""
    (regel,) = sluit_aan(_lijst({"uitkomst": "afgewezen"}), _pak({})).regels
    assert (regel.oordeel, regel.zekerheid) == ("anders", "zeker")
    assert "andere uitkomst: gepubliceerd 'afgewezen', vastgelegd 'conform'" in regel.uitleg


def test_een_andere_datum_is_onzeker_en_wordt_genoemd() -> None:
    """One title within two weeks is held for one decision, and said to be uncertain; later it is two gaps."""
    (regel,) = sluit_aan(_lijst({"op": date(2026, 2, 3)}), _pak({})).regels
    assert (regel.oordeel, regel.zekerheid) == ("anders", "onzeker")
    assert "andere datum: gepubliceerd 2026-02-03, vastgelegd 2026-01-31" in regel.uitleg
    ver = sluit_aan(_lijst({"op": date(2026, 2, 15)}), _pak({}))
    assert _oordelen(ver) == [("niet vastgelegd", ""), ("niet op deze lijst", "")]


def test_een_andere_titel_is_waarschijnlijk_en_wordt_genoemd() -> None:
    """A title that shares most words: the match says how many, and both titles."""
    lijst = _lijst({"titel": "Kaders energiehub Oostrand"})
    (regel,) = sluit_aan(lijst, _pak({})).regels
    assert (regel.oordeel, regel.zekerheid) == ("anders", "waarschijnlijk")
    assert "2 van 3 woorden van de titel gelijk" in regel.uitleg
    assert "andere titel: 'Kaders energiehub Oostrand' en 'Kaders energiehub'" in regel.uitleg


def test_een_enkel_woord_is_alleen_een_vermoeden() -> None:
    """One long word, same day and outcome: uncertain. With another outcome there is no match at all."""
    lijst = _lijst({"titel": "Startnotitie energiehub voor het gebied Oostrand"})
    assert _oordelen(sluit_aan(lijst, _pak({}))) == [("anders", "onzeker")]
    anders = [lijst[0].met(uitkomst="afgewezen")]
    assert _oordelen(sluit_aan(anders, _pak({}))) == [("niet vastgelegd", ""), ("niet gepubliceerd", "")]


def test_het_zekerste_paar_gaat_voor() -> None:
    """An exact title is never given away to a line that merely looks like it, whatever the order of the file."""
    lijst = _lijst({"titel": "Kaders energiehub Oostrand"}, {})
    uitkomst = sluit_aan(lijst, _pak({}, {"titel": "Kaders energiehub Oostrand Dronten", "stap": "B2"}))
    assert [(r.gepubliceerd and r.gepubliceerd.nr, r.vastgelegd and r.vastgelegd.stap) for r in uitkomst.regels] == [
        (2, "B2"),
        (3, "B1"),
    ]


def test_twee_besluiten_met_een_titel_op_een_dag_horen_bij_hun_uitkomst() -> None:
    """Held over in the morning and decided in the afternoon: each line finds its own."""
    lijst = _lijst({"uitkomst": "aangehouden"}, {"uitkomst": "conform"})
    assert sluit_aan(lijst, _pak({}, {"uitkomst": "aangehouden"})).sluit_aan


def test_geheimhouding_hoort_niet_op_de_lijst() -> None:
    """A secret decision that is absent is expected; with its neutral title it may be there, with another it may not."""
    assert _oordelen(sluit_aan(_lijst({"titel": "Iets anders"}), _pak({"geheim": True})))[1] == ("verwacht afwezig", "")
    assert sluit_aan(_lijst({}), _pak({"geheim": True, "neutraal": True})).sluit_aan
    gelekt = sluit_aan(_lijst({}), _pak({"geheim": True}))
    assert _oordelen(gelekt) == [("geheim gepubliceerd", "zeker")]
    assert not gelekt.sluit_aan


def test_wat_nog_op_bevestiging_wacht_hoort_nog_niet_op_de_lijst() -> None:
    """Published before a second person confirmed it is a difference; absent is expected."""
    assert _oordelen(sluit_aan(_lijst({"titel": "Iets anders"}), _pak({"wacht": True})))[1] == ("verwacht afwezig", "")
    (regel,) = sluit_aan(_lijst({}), _pak({"wacht": True})).regels
    assert "nog niet bevestigd" in regel.uitleg


def test_de_lijst_zegt_alleen_iets_over_haar_eigen_dagen_en_organen() -> None:
    """A decision of another day, or of a body that the list is not about, is no gap."""
    pak = _pak({}, {"op": date(2025, 1, 1)}, {"orgaan": "PS"})
    assert _oordelen(sluit_aan(_lijst({}), pak)) == [("klopt", "zeker"), *[("niet op deze lijst", "")] * 2]


@pytest.mark.parametrize(
    ("gepubliceerd", "vastgelegd"),
    [
        ("Conform besloten", "conform"),
        ("Voor kennisgeving aangenomen", "ter_kennisname"),
        ("Gewijzigd aangenomen", "aangenomen_gewijzigd"),
        ("aangenomen_gewijzigd", "aangenomen_gewijzigd"),
        ("", "conform"),
    ],
)
def test_de_woorden_van_een_lijst_worden_herkend(gepubliceerd: str, vastgelegd: str) -> None:
    """Usual words for an outcome, and none at all; how it was read stands in the explanation."""
    uitkomst = sluit_aan(_lijst({"uitkomst": gepubliceerd}), _pak({"uitkomst": vastgelegd}))
    assert uitkomst.sluit_aan
    if gepubliceerd in ("Conform besloten", ""):
        assert ("gelezen als conform" in uitkomst.regels[0].uitleg) == bool(gepubliceerd)


def test_een_gat_bij_afgeschermde_feiten_zegt_dat_erbij() -> None:
    """What was not found may be among what could not be read."""
    uitkomst = sluit_aan(_lijst({"titel": "Grondzaak"}), _pak({}, afgeschermd=(4, 5)))
    assert "2 feiten zijn afgeschermd" in uitkomst.regels[0].uitleg


def test_gelijkenis_telt_woorden() -> None:
    """The share of words in common, whatever their order."""
    assert gelijkenis("Kaders energiehub", "energiehub, kaders") == 1.0
    assert gelijkenis("a b c", "c d") == 0.25
    assert gelijkenis("", "") == 0.0


def _besluiten(tmp_path: Path, naam: str) -> Besluiten:
    schrijf(maak_pak.bestanden(naam), tmp_path / naam)
    return besluiten(open_pak(tmp_path / naam))


def test_uit_een_pak_komen_de_besluiten_van_gs_en_ps(tmp_path: Path) -> None:
    """Those of other bodies are on no besluitenlijst of the province."""
    regels = _besluiten(tmp_path, "zwijgen").regels
    assert {r.orgaan for r in regels} == {"GS", "PS"}
    assert not [r for r in regels if "gemeente-a" in r.stap]


def test_een_hersteld_besluit_mag_zijn_oude_en_zijn_nieuwe_uitkomst_tonen(tmp_path: Path) -> None:
    """The line of the day may be as it was or as it should have been, and the rectification has a line of its own."""
    pak = _besluiten(tmp_path, "zwijgen")
    (rectificatie,) = [r for r in pak.regels if r.titel.startswith("Rectificatie: ")]
    (eerste,) = [r for r in pak.regels if r.stap == rectificatie.stap and not r.titel.startswith("Rectificatie: ")]
    assert eerste.ook == (rectificatie.uitkomst,) != (eerste.uitkomst,)
    for uitkomst in (eerste.uitkomst, rectificatie.uitkomst):
        lijst = _lijst({"orgaan": eerste.orgaan, "op": eerste.op, "titel": eerste.titel, "uitkomst": uitkomst})
        assert sluit_aan(lijst, [pak]).regels[0].oordeel == "klopt"


def test_een_stap_onder_geheimhouding_wordt_herkend(tmp_path: Path) -> None:
    """In a life in which geheimhouding rests on a step, no decision on that step is expected on the list."""
    schrijf(maak_pak.bestanden("bestuurlijk"), tmp_path / "pak")
    pak = open_pak(tmp_path / "pak")
    geheim = {f.inhoud.stap for f in pak.feiten if f.inhoud.soort == "GeheimhoudingOpgelegd"}
    assert geheim
    assert all(r.geheim == (r.stap in geheim) for r in besluiten(pak).regels)
