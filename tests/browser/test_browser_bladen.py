"""The sheets of a partner in a real browser: without JavaScript, by keyboard, readable on a small screen."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsersite import Site
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_browser_portaal import AXE, open_link

DRONTEN = "gemeente-dronten"
PAGINAS = {"weten": "Wat wij van u willen weten", f"spelniveau-{DRONTEN}": "Op welk niveau werkt u zelf samen?"}


def _dossier(site: Site, pagina: Page) -> None:
    open_link(pagina, site, site.link("dossier", doel="dossier"))


def test_een_partner_vult_zijn_spelniveau_in_zonder_muis_of_javascript(site: Site, scherm: BrowserContext) -> None:
    """From the dossier to the receipt: the list, three choices with the arrow keys, the check."""
    pagina = scherm.new_page()
    _dossier(site, pagina)
    pagina.get_by_role("link", name="Vul dit in").press("Enter")
    pagina.get_by_role("link", name="Op welk niveau werkt u zelf samen?").press("Enter")
    for laag in ("Volksvertegenwoordiging", "Bestuur", "Medewerkers"):
        groep = pagina.get_by_role("group", name=laag)
        groep.get_by_role("radio").first.focus()
        pagina.keyboard.press("ArrowDown")
    pagina.get_by_role("button", name="Verder naar controleren").press("Enter")
    expect(pagina.locator("h1")).to_have_text("Controleer uw beeld")
    pagina.get_by_role("button", name="Leg vast").press("Enter")
    expect(pagina.locator("h1")).to_have_text("Vastgelegd. Dank u wel")
    (score,) = site.stand.spelscores
    niveaus = {score.niveaus.volksvertegenwoordiging, score.niveaus.bestuur, score.niveaus.ambtelijk}
    assert (score.van, score.over, niveaus) == (DRONTEN, DRONTEN, {2})


@pytest.mark.parametrize("naam", PAGINAS)
def test_de_bladen_zijn_toegankelijk(site: Site, browser: Browser, naam: str) -> None:
    """axe finds nothing at 1280 and at 320 pixels, also with errors on the page; nothing scrolls sideways."""
    venster = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL", bypass_csp=True)
    pagina = venster.new_page()
    _dossier(site, pagina)
    pagina.goto(f"{site.basis_url}/partner/{naam}")
    expect(pagina.locator("h1")).to_have_text([PAGINAS[naam]])
    assert _overtredingen(pagina) == []
    if naam != "weten":
        pagina.get_by_role("button", name="Verder naar controleren").click()
        pagina.get_by_role("alert").wait_for()
        assert pagina.locator("[aria-invalid=true]").count() == 3
    pagina.set_viewport_size({"width": 320, "height": 800})
    assert _overtredingen(pagina) == []
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320
    venster.close()


def _overtredingen(pagina: Page) -> list[tuple[str, Any]]:
    gevonden = Axe().run(pagina, options=AXE).response["violations"]
    return [(fout["id"], [plek["html"][:200] for plek in fout["nodes"]]) for fout in gevonden]
