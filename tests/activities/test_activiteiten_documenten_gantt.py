"""The drawing of a forecast: readable with and without colour, with the same numbers beside it."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree

from documenten.boek import maak_boek_html, maak_boek_pdf
from documenten.gantt import MEESTE, Band, Ganttrij, gantt, ganttfiguren
from documenten.inhoud import Deel, Document, Gegevens

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
