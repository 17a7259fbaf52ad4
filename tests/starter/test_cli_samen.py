"""`opgave samen`: every page for people and for programs, and written as a page with its pictures."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from test_cli_hulp import ID, Wereld, begonnen, leeg_register, wereld

from documenten.matrix import matrix
from documenten.radar import radar
from domain.beeld.samen.alle import VELLEN
from domain.beeld.samen.vel import Cel, Matrix, Radar, Reeks
from domain.stand import Stand
from domain.taal.spelniveaus import Niveaus, Spelscore
from domain.taal.tafels import Tafel, Tafelstand
from register import lezen
from starter.cli import app_samen

__all__ = ["leeg_register", "wereld"]
SVG = "{http://www.w3.org/2000/svg}"
DRONTEN = "gemeente-dronten"


def blad(wereld: Wereld, soort: str, **velden: Any) -> None:
    hoe = {"kanaal": "tafel"} if soort in ("verwachting", "belangen") else {}
    wereld.tik("LegBladVast", inhoud={"blad": soort, **velden}, **hoe)


@pytest.fixture
def samen(wereld: Wereld) -> Wereld:
    """A life with two partners and some sheets."""
    begonnen(wereld)
    blad(wereld, "toets_flevo", moment="F1", scores=[3, 2, 3, 1, 0, 2])
    lang = "we verwachten van elkaar dat iedereen op tijd levert wat is afgesproken"
    blad(wereld, "verwachting", partner=DRONTEN, van_ons=[lang], wij_bieden=["geld"], wij_rekenen_op=["grond"])
    blad(wereld, "belangen", partner=DRONTEN, publiek_belang="werk", eigen_belang="[bold]grond[/bold]")
    return wereld


def met(wereld: Wereld, **velden: Any) -> Stand:
    """The state with something in it that came about elsewhere."""
    wereld.standen[ID] = wereld.standen[ID].met(**velden)
    return wereld.standen[ID]


def gescoord(wereld: Wereld) -> None:
    van_beide = (
        Spelscore(
            van=van,
            over=DRONTEN,
            meting=1,
            niveaus=Niveaus(volksvertegenwoordiging=2, bestuur=hoog, ambtelijk=2),
            op=date(2026, 3, 10),
        )
        for van, hoog in ((DRONTEN, 4), ("provincie", 1))
    )
    met(wereld, spelscores=tuple(van_beide))


def test_de_opdrachten_zijn_precies_de_vellen() -> None:
    """A page without a command, or a command without a page, fails here."""
    namen = [naam for naam, _ in app_samen.VELLEN]
    assert sorted([*namen, "tafels"]) == sorted(VELLEN)
    assert all(hulp.endswith(".") for _, hulp in app_samen.VELLEN)


@pytest.mark.parametrize("naam", sorted(VELLEN))
def test_elk_vel_voor_mensen_en_programmas(samen: Wereld, naam: str) -> None:
    """Readable within 100 columns without colour, and the same rows as JSON."""
    mens = samen("samen", naam, ID)
    assert (mens.code, mens.fout) == (0, "")
    assert max(map(len, mens.uit.splitlines())) <= 100
    assert "\x1b" not in mens.uit
    data = json.loads(samen("samen", naam, ID, "--json").uit)
    assert (data["over"], data["naam"], data["bestanden"]) == (ID, naam, [])
    assert data["roosters"]


def test_json_noemt_de_kolommen(samen: Wereld) -> None:
    """Rows are objects; what a person typed is left as it is."""
    roosters = json.loads(samen("samen", "belangen", ID, "--json").uit)["roosters"]
    assert roosters[0]["rijen"][0]["Eigen belang"] == "[bold]grond[/bold]"


def test_een_brede_tabel_wordt_een_blok_per_rij(samen: Wereld) -> None:
    """Six long columns don't fit on a line: each row is a block, without its empty fields."""
    uit = samen("samen", "verwachtingen", ID).uit
    assert "Partner: gemeente Dronten" in uit
    assert "Wij rekenen op: grond" in uit
    assert "Zegt zelf toe" not in uit


def test_de_feiten_doen_mee(samen: Wereld) -> None:
    """A sheet that was filled in twice has two lines in its change log."""
    for wat in ("vorm", "tempo"):
        blad(samen, "vooraf_en_losgelaten", vooraf_bedacht=["budget"], losgelaten=[wat])
    uit = samen("samen", "kaders", ID).uit
    assert "erbij: tempo; eraf: vorm" in uit


def test_alles_over_een_partner(samen: Wereld) -> None:
    """By id or by name; an unknown one is wrong input that names the known ones."""
    assert samen("samen", "partner", ID, "Gemeente Dronten").uit == samen("samen", "partner", ID, DRONTEN).uit
    onbekend = samen("samen", "partner", ID, "lelystad")
    assert onbekend.code == 2
    assert DRONTEN in onbekend.fout


def test_tafels_van_alles_samen(samen: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an id all lives in the register count."""
    inhoud = Tafel(
        tafelsoort="gesprekstafel",
        naam="Netpraat",
        doel="bijpraten",
        trekker="provincie",
        deelnemers=(DRONTEN,),
        frequentie="maand",
    )
    stand = met(samen, tafels={"T1": Tafelstand(id="T1", inhoud=inhoud, sinds=date(2026, 3, 10))})
    assert "Netpraat" in samen("samen", "tafels", ID).uit
    monkeypatch.setattr(lezen, "stand", lambda *_: stand)
    samen_ = json.loads(samen("samen", "tafels", "--json").uit)
    assert samen_["over"] == "alles"
    assert samen_["roosters"][0]["rijen"][0]["Bij"] == ID


def test_de_toets_als_pagina_met_radar(samen: Wereld, tmp_path: Path) -> None:
    """One HTML page with the picture and its table, and the picture apart; both name what they show."""
    uit = samen("samen", "toets", ID, "--uit", str(tmp_path / "uit"))
    assert uit.code == 0
    pagina = (tmp_path / "uit" / f"{ID}-toets.html").read_text("utf-8")
    svg = (tmp_path / "uit" / f"{ID}-toets-1.svg").read_text("utf-8")
    assert svg in pagina
    assert "Cijfers van Flevo-principes" in pagina
    boom = ElementTree.fromstring(svg)
    assert boom.findtext(f"{SVG}title") == "Flevo-principes"
    assert "Durf te vernieuwen 1" in (boom.findtext(f"{SVG}desc") or "")


def test_spelniveaus_als_matrix(samen: Wereld, tmp_path: Path) -> None:
    """The gap has a sign of its own in the picture and in words."""
    gescoord(samen)
    data = json.loads(samen("samen", "spelniveaus", ID, "--uit", str(tmp_path), "--json").uit)
    assert data["bestanden"] == [str(tmp_path / f"{ID}-spelniveaus.html"), str(tmp_path / f"{ID}-spelniveaus-1.svg")]
    boom = ElementTree.fromstring((tmp_path / f"{ID}-spelniveaus-1.svg").read_text("utf-8"))
    teksten = [t.text for t in boom.iter(f"{SVG}text")]
    assert "4 | 1 !" in teksten
    assert "2 | 2" in teksten
    assert "Kloof bij gemeente Dronten, Bestuur: 4 | 1." in (boom.findtext(f"{SVG}desc") or "")


def test_een_map_die_niet_kan(samen: Wereld, tmp_path: Path) -> None:
    """Wrong input, with the reason."""
    (tmp_path / "bezet").write_text("x")
    uit = samen("samen", "toets", ID, "--uit", str(tmp_path / "bezet"))
    assert uit.code == 2
    assert "--uit" in uit.fout


def test_een_onbekende_opgave(samen: Wereld) -> None:
    """As everywhere: wrong input, one sentence."""
    assert samen("samen", "toets", "FL-1999-99").code == 2


def test_tekeningen_dragen_geen_opmaak_van_buiten() -> None:
    """Whatever stands in a name stays text in the picture."""
    boos = "<script>x</script>"
    figuren = (
        radar(
            "r", Radar(titel=boos, assen=(boos, "b", "c"), hoogste=3, reeksen=(Reeks(naam=boos, waarden=(1, 2, 3)),))
        ),
        matrix("m", Matrix(titel=boos, kolommen=(boos,), rijen=((boos, (Cel(tekst=boos, kloof=True),)),))),
    )
    for figuur in figuren:
        assert [e.tag for e in ElementTree.fromstring(figuur.svg).iter(f"{SVG}script")] == []
        assert boos not in figuur.svg
        assert figuur.tabel.rijen[0][0] == boos


def test_lijnen_van_de_radar_verschillen_zonder_kleur() -> None:
    """Each moment has a dash pattern and a mark of its own."""
    reeksen = tuple(Reeks(naam=m, waarden=(1, 2, 3)) for m in ("F1", "F3", "F5"))
    svg = radar("r", Radar(titel="Toets", assen=("a", "b", "c"), hoogste=3, reeksen=reeksen)).svg
    kenmerken = ('stroke-dasharray="9 5"', 'stroke-dasharray="2 4"', "<circle", "<rect", "rotate(45")
    assert [k for k in kenmerken if k not in svg] == []


def test_het_stuk_voor_ps_draagt_de_check(samen: Wereld, tmp_path: Path) -> None:
    """S1-06: what PS get to read says effective, inclusive, explainable; what nobody filled in stands there as such."""
    for nummer in ("B1", "B2"):
        samen.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp=f"kaders {nummer}")
    antwoorden = {"effectief": "het helpt", "inclusief": "iedereen doet mee", "uitlegbaar": "in een zin"}
    blad(samen, "stuk_check", stap="B1", **antwoorden)
    pagina = {}
    for nummer in ("B1", "B2"):
        samen.tik("LegVoor", stap=nummer)
        assert samen("stuk", ID, nummer, "--uit", str(tmp_path / nummer)).code == 0
        (bestand,) = (tmp_path / nummer).glob("*.html")
        pagina[nummer] = bestand.read_text("utf-8")
    assert all(f">{antwoord}<" in pagina["B1"] for antwoord in antwoorden.values())
    assert "niet ingevuld" not in pagina["B1"]
    assert pagina["B2"].count("niet ingevuld") == 3


def test_een_lange_tekst_blijft_binnen_zijn_veld_en_staat_heel_in_de_tabel() -> None:
    """The field is cut to its own width and keeps the sign of a gap; three columns leave less room than one."""
    lang = Cel(tekst="eigen 2, ander 4, doel 3, tweede meting nog niet", kloof=True)
    for kolommen in (1, 3):
        beeld = Matrix(
            titel="M", uitleg="", kolommen=tuple("abc"[:kolommen]), rijen=(("gemeente Dronten", (lang,) * kolommen),)
        )
        figuur = matrix("m", beeld)
        breed = 510 / kolommen
        cellen = [
            t.text or "" for t in ElementTree.fromstring(figuur.svg).iter(f"{SVG}text") if "eigen" in (t.text or "")
        ]
        assert len(cellen) == kolommen
        assert all(len(t) * 7 <= breed and t.endswith(" !") for t in cellen), cellen
        assert figuur.tabel.rijen[0][1] == f"{lang.tekst} !"
