"""The drawing of a forecast: readable with and without colour, with the same numbers beside it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from documenten.boek import maak_boek_html, maak_boek_pdf
from documenten.gantt import MEESTE, Band, Ganttrij, gantt, ganttfiguren
from documenten.inhoud import Deel, Document, Gegevens
from documenten.stapnaam import MEESTE as KORT
from documenten.stapnaam import korte_naam
from documenten.verwachting import ganttrijen
from domain import kern
from domain.basis import Fase
from domain.kalender import lokale_datum
from domain.reglement.register import nieuwste
from domain.verwachting.model import Rij, Rijsoort, Vraag
from domain.verwachting.verwacht import verwacht
from domain.woorden import met_namen
from starter.scenariobestand import lees_scenario
from starter.scenariodroog import speel

VANDAAG = date(2026, 3, 10)
_TEKST = "{http://www.w3.org/2000/svg}text"


def rijen(aantal: int) -> list[Ganttrij]:
    return [
        Ganttrij(
            naam=f"stap {nr} <b>",
            vroegst=VANDAAG + timedelta(days=nr * 10),
            waarschijnlijk=VANDAAG + timedelta(days=nr * 14 + 5),
            wie="PS",
            kritiek=nr % 3 == 0,
            vorm="mijlpaal" if nr % 7 == 0 else "balk",
        )
        for nr in range(aantal)
    ]


def test_elke_rij_heeft_een_eigen_plek_ook_bij_veertig() -> None:
    """No two names on one line, everything inside the drawing."""
    boom = ElementTree.fromstring(gantt("g", "verwachting", rijen(MEESTE), VANDAAG))
    hoogte = float(boom.attrib["viewBox"].split()[3])
    ys = [float(e.attrib["y"]) for e in boom.iter(_TEKST) if "stap " in (e.text or "")]
    assert len(ys) == MEESTE
    assert all(later - eerder >= 15 for eerder, later in pairwise(ys))
    assert max(ys) < hoogte


def _teksten(svg: str) -> list[str]:
    return [e.text or "" for e in ElementTree.fromstring(svg).iter(_TEKST)]


def test_geen_naam_is_langer_dan_past_en_de_hele_naam_staat_in_tabel_en_titel() -> None:
    """At most 34 signs beside the bar, the sign of a critical step counted; whoever points or reads the table gets all."""
    lang = "wensen en bedenkingen bij ingrijpende privaatrechtelijke handelingen"
    rij = Ganttrij(lang, VANDAAG, VANDAAG, kritiek=True)
    (figuur,) = ganttfiguren("g", "verwachting", [rij, replace(rij, naam="stap", kort="w" * 90)], VANDAAG)
    namen = [t for t in _teksten(figuur.svg) if t.startswith("! ") and "bepaalt" not in t]
    assert namen == ["! wensen en bedenkingen bij…", f"! {'w' * 31}…"]
    assert f"<title>{lang}: op zijn vroegst 10-3-2026" in figuur.svg
    assert figuur.tabel.rijen[0][0] == lang


def test_de_rijen_van_een_groep_staan_onder_haar_naam() -> None:
    """Once above its rows, and again where a drawing begins halfway; lines with names count for how much fits."""
    alle = [replace(r, groep=f"FL-{nr // 30} opgave") for nr, r in enumerate(rijen(60))]
    figuren = ganttfiguren("g", "verwachting", alle, VANDAAG)
    koppen = [[t for t in _teksten(f.svg) if t.endswith("opgave")] for f in figuren]
    assert koppen == [["FL-0 opgave", "FL-1 opgave"], ["FL-1 opgave"]]
    assert [len(f.tabel.rijen) for f in figuren] == [MEESTE - 2, 60 - MEESTE + 2]
    assert figuren[0].tabel.rijen[0][0] == "FL-0 opgave: stap 0 <b>"


def test_de_legenda_toont_elk_teken_met_wat_het_betekent() -> None:
    """Bar, filled bar and diamond always; the reces only where it can be drawn."""
    band = Band("meireces", VANDAAG, VANDAAG)
    for banden, reces in (((), 0), ((band,), 1)):
        tekst = _teksten(gantt("g", "verwachting", rijen(2), VANDAAG, banden))
        assert sum("reces van" in t for t in tekst) == reces
        assert [sum(woord in t for t in tekst) for woord in ("gevuld", "(de stip)", "moment op")] == [1, 1, 1]


def _stap(wat: str, wie: str = "GS", soort: Rijsoort = "stap", partner: bool = False) -> Rij:
    dagen: Any = dict.fromkeys(("begint", "vroegst", "waarschijnlijk"), VANDAAG)
    return Rij(sleutel="s", soort=soort, fase=Fase("F3"), wat=wat, wie=wie, rust_op="", partner=partner, **dagen)


@pytest.mark.parametrize(
    ("rij", "wie", "kort"),
    [
        (_stap("A0 ontwerp vrijgeven (voorgenomen besluit)"), "GS", "A0 ontwerp vrijgeven (GS)"),
        (_stap("A3 wensen en bedenkingen bij een private rechtspersoon", "PS"), "PS", "A3 wensen en bedenkingen (PS)"),
        (_stap("kaders op inhoud en proces: kaders hub", "PS"), "PS", "kaders op inhoud en proces (PS)"),
        (_stap("A16 eigen besluit van de partner", "g", partner=True), "gemeente Urk", "besluit van gemeente Urk"),
        (_stap("antwoord op V2 (reactie)", "g", "verzoek"), "gemeente Urk", "reactie van gemeente Urk"),
        (_stap("begin van fase F6 lessen en borging", "x", "fase"), "x", "begin F6 lessen en borging"),
        (_stap("keuze van de organiseervorm (CONVENANT)", "x", "vorm"), "x", "keuze vorm (CONVENANT)"),
        (
            _stap("afspraak nagekomen: een heel lang verhaal over cijfers", "x", "afspraak"),
            "x",
            "afspraak: een heel lang verhaal…",
        ),
    ],
)
def test_een_stap_heet_in_de_tekening_in_korte_woorden(rij: Rij, wie: str, kort: str) -> None:
    assert korte_naam(rij, wie) == kort
    assert len(kort) <= KORT


def test_elke_stap_van_het_reglement_past_in_woorden() -> None:
    """No step of a path or kind of decision is cut: each has a wording that fits."""
    regels = nieuwste()
    namen = [f"{s.code} {s.naam}" for s in regels.stappen] + [s.naam for s in regels.besluitsoorten]
    assert [naam for naam in namen if korte_naam(_stap(naam), "GS").endswith("…")] == []


@pytest.mark.parametrize("leven", ["energiehub-oostrand.yaml", "adviesloket-polderrand.yaml"])
def test_in_de_tekening_van_een_voorbeeld_staat_geen_kale_id(leven: str) -> None:
    """At a third of both example lives: partners by name, requests and promises in words."""
    scenario = lees_scenario(Path(__file__).parents[2] / "examples" / leven)
    eind, feiten = speel(scenario)
    stand = reduce(kern.evolve, feiten[: len(feiten) // 3], kern.begin(eind.begin))
    assert stand.laatste_op
    beeld = verwacht(stand, Vraag(vandaag=lokale_datum(stand.laatste_op)))
    getekend = ganttrijen(beeld, lambda t: stand.partners[t].naam if t in stand.partners else met_namen(t, stand))
    namen = [f"! {r.kort}" for r in getekend]
    ids = {i for i in (*stand.partners, *stand.verzoeken, *stand.stappen) if not i.isalpha()}
    assert len(namen) > 12
    assert max(map(len, namen)) <= 34
    assert [n for n in namen if ids & set(re.split(r"[\s:()]", n))] == []
    assert not [n for n in namen if ":halte" in n or n.endswith(": verwachting")]


def test_wat_het_einde_bepaalt_is_zonder_kleur_te_zien() -> None:
    """A sign, a bold name, and what both mean."""
    svg = gantt("g", "verwachting", rijen(4), VANDAAG)
    assert svg.count("! stap") == 2
    assert svg.count('font-weight="bold"') == 2
    assert "gevuld: bepaalt het einde" in svg
    assert "vandaag" in svg


def test_tekst_van_mensen_wordt_nooit_opmaak() -> None:
    reces = Band("reces & zon", VANDAAG, VANDAAG + timedelta(days=3))
    svg = gantt("g", 'titel <script>"', rijen(2), VANDAAG, (reces,))
    assert "<script>" not in svg
    assert "<b>" not in svg
    assert "reces &amp; zon" in svg
    ElementTree.fromstring(svg)


def test_een_reces_buiten_beeld_wordt_niet_getekend() -> None:
    ver = Band("zomerreces 2040", date(2040, 7, 1), date(2040, 8, 31))
    assert "zomerreces 2040" not in gantt("g", "verwachting", rijen(3), VANDAAG, (ver,))


def test_de_tabel_zegt_hetzelfde_en_lange_lijsten_krijgen_meer_tekeningen() -> None:
    figuren = ganttfiguren("g", "verwachting", rijen(MEESTE + 5), VANDAAG)
    assert [f.titel for f in figuren] == ["verwachting (1 van 2)", "verwachting (2 van 2)"]
    assert [len(f.tabel.rijen) for f in figuren] == [MEESTE, 5]
    assert figuren[0].tabel.rijen[1][2:5] == ("20-3-2026", "29-3-2026", "nee")
    assert ganttfiguren("g", "verwachting", [], VANDAAG) == ()


def test_de_tekening_past_in_een_pagina_en_in_een_pdf() -> None:
    figuren = ganttfiguren("g", "verwachting", rijen(12), VANDAAG, (Band("meireces", VANDAAG, VANDAAG),))
    document = Document(
        soortnaam="Verwachting",
        titel="warmte",
        kop=Gegevens((("Opgave", "FL-2026-01"),)),
        delen=(Deel("Wat er komt", figuren, anker="beeld"),),
        kenmerk="feit 1",
        moment=datetime(2026, 3, 10, tzinfo=UTC),
    )
    bladzijde = maak_boek_html(document).decode()
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in bladzijde
    assert "Dezelfde gegevens als tabel" in bladzijde
    assert maak_boek_pdf(document).startswith(b"%PDF-")
