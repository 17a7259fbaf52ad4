"""The pages in a real browser: no failures axe can find, everything by keyboard, no JavaScript, small screens."""

import os
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsersite import Site
from playwright.sync_api import Browser, BrowserContext, Page, expect

from register import lezen

AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
SCHERMEN = os.environ.get("OPGAVE_SCHERMEN")
"""A folder to keep pictures of every page in, for eyes."""


def open_link(pagina: Page, site: Site, token: str) -> None:
    pagina.goto(f"{site.basis_url}/a/{token}")
    pagina.get_by_role("button", name="Verder").click()


def test_alleen_toetsenbord_van_mail_tot_bewijs(site: Site, scherm: BrowserContext) -> None:
    """From the link in the mail to the receipt with nothing but keys, and without JavaScript."""
    verzoek = site.vraag()
    pagina = scherm.new_page()
    pagina.goto(f"{site.basis_url}/a/{site.link(verzoek)}")
    pagina.keyboard.press("Tab")
    assert pagina.locator(":focus").inner_text() == "Naar de inhoud"
    _tab_naar(pagina, "button", "Verder")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/partner/antwoord")
    _tab_naar(pagina, "input[type=radio]")
    pagina.keyboard.press("ArrowDown")
    _tab_naar(pagina, "textarea")
    pagina.keyboard.type("Met een voorbehoud over 2027.")
    _tab_naar(pagina, "button", "Verder naar controleren")
    pagina.keyboard.press("Enter")
    pagina.wait_for_selector("h1:has-text('Controleer uw antwoord')")
    _tab_naar(pagina, "button", "Leg vast")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/partner/bewijs/*")
    expect(pagina.locator("h1")).to_have_text("Vastgelegd. Dank u wel")
    antwoord = site.stand.verzoeken[verzoek]
    assert (antwoord.oordeel, antwoord.antwoord) == ("akkoord_met_voorbehoud", "Met een voorbehoud over 2027.")
    rijen = lezen.feiten(site.portaal.register, site.portaal.id)
    assert [pagina.locator(".getal").inner_text()] == [r.hash for r in rijen if r.soort == "VerzoekBeantwoord"]


def _tab_naar(pagina: Page, wat: str, tekst: str = "") -> None:
    """Press Tab until this has the focus, which must be seen."""
    for _ in range(40):
        pagina.keyboard.press("Tab")
        hier = pagina.locator(f"{wat}:focus")
        if hier.count() and tekst in hier.inner_text():
            assert hier.bounding_box() is not None
            return
    raise AssertionError(f"{wat} {tekst} is met Tab niet te bereiken")


def test_koekje_werkt_over_http_op_deze_computer(site: Site, scherm: BrowserContext) -> None:
    """Chromium takes the __Host- cookie over http from this computer, out of reach of scripts."""
    pagina = scherm.new_page()
    open_link(pagina, site, site.link(site.vraag()))
    pagina.wait_for_url("**/partner/antwoord")
    koekje = next(k for k in scherm.cookies() if k["name"] == "__Host-opgave")
    assert koekje["httpOnly"]
    assert koekje["secure"]
    assert koekje["sameSite"] == "Lax"
    assert "/a/" not in pagina.url


def test_formulier_van_een_andere_site(site: Site, scherm: BrowserContext) -> None:
    """A page elsewhere that sends our form in the visitor's name achieves nothing."""
    verzoek = site.vraag()
    pagina = scherm.new_page()
    open_link(pagina, site, site.link(verzoek))
    pagina.wait_for_url("**/partner/antwoord")
    csrf = pagina.locator("input[name=csrf]").first.get_attribute("value")
    velden = f"<input name=csrf value={csrf}><input name=antwoord value=ja><input name=oordeel value=akkoord>"
    doel = f"{site.basis_url}/partner/antwoord/vastleggen"
    kwaad = scherm.new_page()
    kwaad.route("http://kwaad.example/", lambda weg: weg.fulfill(content_type="text/html", body=formulier))
    formulier = (
        f"<form method=post action={doel}>{velden}<input name=eenmalig value=xxxxxxxxxxxxxxxx><button>x</button>"
    )
    kwaad.goto("http://kwaad.example/")
    with kwaad.expect_response(doel) as antwoord:
        kwaad.locator("button").click()
    assert antwoord.value.status == 403
    assert site.stand.verzoeken[verzoek].status == "open"


Weg = Callable[[Site, Page], None]


def _welkom(site: Site, pagina: Page) -> None:
    pagina.goto(f"{site.basis_url}/a/{site.link(site.vraag())}")


def _onbekend(site: Site, pagina: Page) -> None:
    pagina.goto(f"{site.basis_url}/a/bestaat-niet")


def _antwoord(site: Site, pagina: Page) -> None:
    open_link(pagina, site, site.link(site.vraag()))


def _fouten(site: Site, pagina: Page) -> None:
    _antwoord(site, pagina)
    pagina.get_by_role("button", name="Verder naar controleren").click()
    pagina.get_by_role("alert").wait_for()


def _controle(site: Site, pagina: Page) -> None:
    _antwoord(site, pagina)
    pagina.get_by_label("Akkoord", exact=True).check()
    pagina.get_by_label("Uw reactie").fill("Wij doen mee.\nWel graag " + "eenheellangwoord" * 12)
    pagina.get_by_role("button", name="Verder naar controleren").click()


def _bewijs(site: Site, pagina: Page) -> None:
    _controle(site, pagina)
    pagina.get_by_role("button", name="Leg vast").click()


def _beantwoord(site: Site, pagina: Page) -> None:
    _bewijs(site, pagina)
    pagina.wait_for_url("**/partner/bewijs/*")
    pagina.goto(f"{site.basis_url}/partner/antwoord")


def _geweigerd(site: Site, pagina: Page) -> None:
    _antwoord(site, pagina)
    pagina.get_by_role("link", name="Uitstel vragen").click()
    pagina.get_by_label("Tot en met welke dag").fill("2026-12-31")
    pagina.get_by_label("Waarom u uitstel nodig heeft").fill("De raad vergadert later.")
    pagina.get_by_role("button", name="Verder naar controleren").click()
    pagina.get_by_role("button", name="Leg vast").click()
    pagina.get_by_role("alert").wait_for()


def _dossier(site: Site, pagina: Page) -> None:
    open_link(pagina, site, site.link("dossier", doel="dossier"))


def _inbreng(site: Site, pagina: Page) -> None:
    _dossier(site, pagina)
    pagina.get_by_role("link", name="Zelf inbrengen").click()


def _signaal(site: Site, pagina: Page) -> None:
    _dossier(site, pagina)
    pagina.get_by_role("link", name="Signaal geven").click()


def _verzoeken(site: Site, pagina: Page) -> None:
    _beantwoord(site, pagina)
    pagina.get_by_role("link", name="Uw verzoeken").click()


def _verlopen(site: Site, pagina: Page) -> None:
    verzoek = site.vraag()
    token = site.link(verzoek)
    site.op(site.stand.verzoeken[verzoek].uiterlijk + timedelta(days=1))
    open_link(pagina, site, token)


def _afgelopen(site: Site, pagina: Page) -> None:
    _antwoord(site, pagina)
    pagina.get_by_label("Uw reactie").fill("Een tekst waar iemand lang over nadacht.")
    site.portaal.wereld.nu += timedelta(minutes=40)
    pagina.get_by_role("button", name="Verder naar controleren").click()


def _besluit(site: Site, pagina: Page) -> None:
    open_link(pagina, site, site.link(site.stap(), doel="besluit"))


WEGEN: dict[str, tuple[Weg, str]] = {
    "welkom": (_welkom, "U heeft een persoonlijke link"),
    "onbekend": (_onbekend, "Deze link werkt niet"),
    "antwoord": (_antwoord, "Geef uw antwoord"),
    "fouten": (_fouten, "Geef uw antwoord"),
    "controle": (_controle, "Controleer uw antwoord"),
    "bewijs": (_bewijs, "Vastgelegd. Dank u wel"),
    "beantwoord": (_beantwoord, "Uw antwoord is vastgelegd"),
    "geweigerd": (_geweigerd, "Vraag uitstel"),
    "dossier": (_dossier, "Energiehub Oostrand"),
    "inbreng": (_inbreng, "Breng zelf iets in"),
    "signaal": (_signaal, "Geef een signaal"),
    "verzoeken": (_verzoeken, "Verzoeken aan u"),
    "verlopen": (_verlopen, "Uw link is verlopen"),
    "afgelopen": (_afgelopen, "Uw bezoek is afgelopen"),
    "besluit": (_besluit, "Meld uw besluit"),
}


@pytest.mark.parametrize("naam", WEGEN)
def test_pagina_is_toegankelijk(site: Site, browser: Browser, naam: str) -> None:
    """axe finds nothing, also on the page when it went wrong; at 320 pixels nothing has to be scrolled sideways."""
    weg, kop = WEGEN[naam]
    venster = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL", bypass_csp=True)
    pagina = venster.new_page()
    stuk: list[str] = []
    pagina.on("console", lambda bericht: stuk.append(bericht.text) if "Content Security" in bericht.text else None)
    weg(site, pagina)
    expect(pagina.locator("h1")).to_have_text([kop])
    pagina.wait_for_load_state("load")
    _bewaar(pagina, f"{naam}-1280")
    assert _overtredingen(pagina) == []
    pagina.set_viewport_size({"width": 320, "height": 800})
    assert _overtredingen(pagina) == []
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320
    assert list(_kleine_doelen(pagina)) == []
    _bewaar(pagina, f"{naam}-320")
    assert stuk == []
    venster.close()


def _overtredingen(pagina: Page) -> list[tuple[str, Any]]:
    gevonden = Axe().run(pagina, options=AXE).response["violations"]
    return [(fout["id"], [plek["html"][:200] for plek in fout["nodes"]]) for fout in gevonden]


def _kleine_doelen(pagina: Page) -> Iterable[str]:
    """Buttons and choices smaller than 24 by 24 (WCAG 2.5.8)."""
    for doel in pagina.locator("button, input:not([type=hidden]), textarea, nav a").all():
        vak = doel.bounding_box()
        if vak and (vak["width"] < 24 or vak["height"] < 24) and doel.get_attribute("type") != "radio":
            yield doel.evaluate("e => e.outerHTML.slice(0, 120)")


def _bewaar(pagina: Page, naam: str) -> None:
    if SCHERMEN:
        Path(SCHERMEN).mkdir(parents=True, exist_ok=True)
        pagina.screenshot(path=f"{SCHERMEN}/{naam}.png", full_page=True)


def test_geen_script_en_geen_bron_van_buiten(site: Site, scherm: BrowserContext) -> None:
    """Nothing is asked of another host, no script is served, and the browser's guard has nothing to complain of."""
    gevraagd: list[str] = []
    klachten: list[str] = []
    pagina = scherm.new_page()
    pagina.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    pagina.on("console", lambda bericht: klachten.append(bericht.text))
    open_link(pagina, site, site.link(site.vraag()))
    expect(pagina.locator("h1")).to_have_text("Geef uw antwoord")
    assert gevraagd
    assert all(url.startswith(site.basis_url) or url.startswith("data:") for url in gevraagd)
    assert "<script" not in pagina.content()
    assert not [klacht for klacht in klachten if "Refused" in klacht or "Content Security" in klacht]
