"""The dossier in a real browser: nothing axe can find, nothing to scroll sideways, nothing from elsewhere, and all of it on paper."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

sys.path.append(str(Path(__file__).parents[1] / "audit"))

from dossierpak import geleefd, oordeel, pak_van
from test_browser_portaal import AXE

from audit.bevinding import Bevinding
from audit.dossier.bron import lees_bron
from audit.dossier.maken import als_document
from documenten.boek import maak_boek_html
from documenten.inhoud import Blok, Deel, Document, Figuur, Tabel, Uitklap

SCHERMEN = os.environ.get("OPGAVE_SCHERMEN")


@pytest.fixture(scope="module")
def bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of an example life, with a finding."""
    fout = Bevinding(code="feit_gewijzigd", waar="feit 12", zin="Feit 12 past niet.")
    bron = lees_bron(pak_van(geleefd("energiehub-oostrand.yaml")), oordeel(fout, verdict="NIET HEEL."))
    plek = tmp_path_factory.mktemp("dossier") / "dossier.html"
    plek.write_bytes(maak_boek_html(_ingekort(als_document(bron))))
    return plek


def _ingekort(document: Document) -> Document:
    """Every shape there is, but no table longer than a few rows: axe looks at each cell."""
    delen = (replace(deel, blokken=tuple(map(_kort_blok, deel.blokken))) for deel in document.delen)
    gezien, over = list[str](), list[Deel]()
    for deel in delen:
        vorm = "/".join(type(blok).__name__ for blok in deel.blokken)
        if deel.niveau == 2 or vorm not in gezien:
            over.append(deel)
        gezien.append(vorm)
    return replace(document, delen=tuple(over))


def _kort_blok(blok: Blok) -> Blok:
    match blok:
        case Tabel():
            return replace(blok, rijen=blok.rijen[:5])
        case Figuur():
            return replace(blok, tabel=replace(blok.tabel, rijen=blok.tabel.rijen[:5]))
        case Uitklap():
            return replace(blok, blokken=tuple(map(_kort_blok, blok.blokken)))
        case _:
            return blok


def _open(browser: Browser, bestand: Path, breed: int) -> Page:
    venster = browser.new_context(viewport={"width": breed, "height": 900}, locale="nl-NL", bypass_csp=True)
    pagina = venster.new_page()
    pagina.goto(bestand.as_uri())
    return pagina


@pytest.mark.parametrize("breed", [1280, 320])
def test_het_dossier_is_toegankelijk(browser: Browser, bestand: Path, breed: int) -> None:
    """axe finds nothing, with every detail opened, and only tables and drawings scroll by themselves."""
    pagina = _open(browser, bestand, breed)
    pagina.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert _overtredingen(pagina) == []
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breed
    if SCHERMEN:
        Path(SCHERMEN).mkdir(parents=True, exist_ok=True)
        pagina.screenshot(path=f"{SCHERMEN}/dossier-{breed}.png", clip={"x": 0, "y": 0, "width": breed, "height": 4000})
    pagina.context.close()


def _overtredingen(pagina: Page) -> list[tuple[str, list[str]]]:
    gevonden = Axe().run(pagina, options=AXE).response["violations"]
    return [(fout["id"], [plek["html"][:200] for plek in fout["nodes"]]) for fout in gevonden]


def test_de_eigen_regels_van_de_pagina_laten_haar_heel(browser: Browser, bestand: Path) -> None:
    """Under its own policy, without JavaScript: styled, and nothing asked of anywhere but the file itself."""
    venster = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    pagina = venster.new_page()
    gevraagd, klachten = list[str](), list[str]()
    pagina.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    pagina.on("console", lambda bericht: klachten.append(bericht.text))
    pagina.goto(bestand.as_uri())
    assert gevraagd == [bestand.as_uri()]
    assert klachten == []
    vlak = pagina.locator(".vlak.fout").bounding_box()
    assert vlak is not None
    assert vlak["width"] < 1100
    pagina.keyboard.press("Tab")
    assert pagina.locator(":focus").inner_text() == "Naar de inhoud"
    venster.close()


def test_op_papier_staan_ook_de_uitklapdelen(browser: Browser, bestand: Path) -> None:
    """In print the details are open: paper can't be clicked."""
    pagina = _open(browser, bestand, 1280)
    pagina.emulate_media(media="print")
    dicht = pagina.locator("details table").first
    assert dicht.is_visible()
    pagina.emulate_media(media="screen")
    assert not dicht.is_visible()
    pagina.context.close()
