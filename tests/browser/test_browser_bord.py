"""The board of an agenda in a real browser: columns beside or under each other, long words inside their card, and on paper."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from test_browser_portaal import AXE

from documenten.html import maak_html
from documenten.inhoud import Deel, Document, Gegevens, Kaart, Kaartenbord, Kaartkolom

SCHERMEN = os.environ.get("OPGAVE_SCHERMEN")
LANG = "Waterkwaliteitsverbeteringsprogramma Oostvaardersplassen en Randmerengebied, tweede uitvoeringsperiode"
GEGEVENS = (("Half jaar", "2027-1, horizon nu"), ("Aan zet", "portefeuillehouder en nog 1, TE LAAT (10 dagen)"))
KAARTEN = (
    Kaart("FL-2026-01", LANG, (*GEGEVENS, ("Raakt", "FL-2026-02\nFL-2026-03")), "Gepauzeerd"),
    Kaart("FL-2026-02", "Jeugd dichtbij", GEGEVENS),
)


@pytest.fixture(scope="module")
def bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with the six columns, of which some are empty, and the four beside them."""
    fasen = tuple(Kaartkolom(f"F{nr} verkenning en kaderstelling", KAARTEN if nr % 2 else ()) for nr in range(1, 7))
    naast = tuple(
        Kaartkolom(naam, KAARTEN[1:]) for naam in ("Nog niet begonnen", "Geparkeerd", "Afgevoerd", "Afgelopen")
    )
    document = Document(
        soortnaam="Bord van de regionale agenda",
        titel="Flevolandse agenda",
        kop=Gegevens((("Gebied", "Flevoland"),)),
        delen=(
            Deel("De opgaven per fase", (Kaartenbord("fase", "Per fase", fasen),)),
            Deel("Niet in een fase", (Kaartenbord("naast", "Niet in een fase", naast),)),
        ),
        kenmerk="feit 1",
        moment=datetime(2026, 3, 10, tzinfo=UTC),
    )
    plek = tmp_path_factory.mktemp("bord") / "bord.html"
    plek.write_bytes(maak_html(document))
    return plek


def _open(browser: Browser, bestand: Path, breed: int) -> Page:
    venster = browser.new_context(viewport={"width": breed, "height": 900}, locale="nl-NL", bypass_csp=True)
    pagina = venster.new_page()
    pagina.goto(bestand.as_uri())
    return pagina


def _plekken(pagina: Page) -> list[tuple[int, int]]:
    """Where the six columns of the phases begin: left and top."""
    vakken = pagina.locator(".bord").first.locator(".kolom").all()
    return [(round(v["x"]), round(v["y"])) for v in (vak.bounding_box() for vak in vakken) if v]


@pytest.mark.parametrize(("breed", "naast_elkaar"), [(1280, 6), (800, 3), (320, 1)])
def test_het_bord_is_toegankelijk_en_niets_steekt_uit(
    browser: Browser, bestand: Path, breed: int, naast_elkaar: int
) -> None:
    """axe finds nothing; six columns, or fewer on a smaller screen; no word leaves its card, nothing scrolls sideways."""
    pagina = _open(browser, bestand, breed)
    assert _overtredingen(pagina) == []
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breed
    assert (
        pagina.evaluate(
            "[...document.querySelectorAll('.kaart, .kolom')].filter(k => k.scrollWidth > k.clientWidth).length"
        )
        == 0
    )
    plekken = _plekken(pagina)
    assert (len(plekken), len({x for x, _ in plekken})) == (6, naast_elkaar)
    if SCHERMEN:
        Path(SCHERMEN).mkdir(parents=True, exist_ok=True)
        pagina.screenshot(path=f"{SCHERMEN}/bord-{breed}.png", full_page=True)
    pagina.context.close()


def test_op_papier_staan_de_kolommen_naast_elkaar_op_liggend_papier(browser: Browser, bestand: Path) -> None:
    """Six columns across an A4 that lies down, also when the page was open on a telephone."""
    pagina = _open(browser, bestand, 320)
    pagina.emulate_media(media="print")
    assert len({y for _, y in _plekken(pagina)}) == 1
    blad = pagina.pdf(prefer_css_page_size=True)
    breed, hoog = (float(m) for m in _papier(blad))
    assert (round(breed / 72 * 25.4), round(hoog / 72 * 25.4)) == (297, 210)
    pagina.context.close()


def _papier(blad: bytes) -> tuple[str, str]:
    delen = blad.partition(b"/MediaBox [")[2].partition(b"]")[0].decode().split()
    return delen[2], delen[3]


def test_zonder_kleur_is_te_zien_wat_niet_gewoon_loopt(browser: Browser, bestand: Path) -> None:
    """What is paused says so in words and has another edge than the others."""
    pagina = _open(browser, bestand, 1280)
    randen = [k.evaluate("k => getComputedStyle(k).borderTopStyle") for k in pagina.locator(".kaart").all()[:2]]
    assert randen == ["dashed", "solid"]
    assert pagina.locator(".kaart").first.get_by_text("Gepauzeerd").is_visible()
    pagina.context.close()


def _overtredingen(pagina: Page) -> list[tuple[str, list[str]]]:
    gevonden = Axe().run(pagina, options=AXE).response["violations"]
    return [(fout["id"], [plek["html"][:200] for plek in fout["nodes"]]) for fout in gevonden]
