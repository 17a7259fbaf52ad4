"""The public pages: static, the same every time, readable by everybody."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Literal

import rapportwereld as w
import verhaal as v

from domain.taal.splitsing import Afstamming
from rapporten import statuspagina
from rapporten.leven import Gezeefd

_LEEG = {"meta", "br", "link", "img", "hr", "input", "rect", "line", "path", "circle"}


class _Lezer(HTMLParser):
    """Collects what a checker looks at: open elements, ids, headings, links and images without a name."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.koppen: list[int] = []
        self.hrefs: list[str] = []
        self.soorten: set[str] = set()
        self.attributen: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.soorten.add(tag)
        self.attributen += [(tag, naam, waarde) for naam, waarde in attrs]
        self.ids += [waarde for naam, waarde in attrs if naam == "id" and waarde]
        self.hrefs += [waarde for naam, waarde in attrs if naam == "href" and waarde]
        if re.fullmatch("h[1-6]", tag):
            self.koppen.append(int(tag[1]))
        if tag not in _LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _LEEG:
            assert self.open.pop() == tag


def _lees(pagina: bytes) -> _Lezer:
    lezer = _Lezer()
    lezer.feed(pagina.decode())
    return lezer


def _levens(op: date | None = None) -> dict[str, Gezeefd]:
    return {w.WATER: w.gezeefd(w.water(), op), w.WARMTE: w.gezeefd(w.warmte(), op)}


def test_de_pagina_zegt_alles_wat_een_inwoner_wil_weten() -> None:
    """Meaning, phase, partners, decisions, days to come, how to join, whom to ask."""
    tekst = statuspagina.pagina(_levens()[w.WATER]).decode()
    for zin in (
        *("bedrijven kunnen groeien", "organiseervorm", "gemeente Dronten", "Provinciale Staten", "1 december 2025"),
        *("plannen voor natte natuur", "dijkwandeling", "opgavemanager"),
    ):
        assert zin in tekst, zin


def test_elke_pagina_is_heel_en_toegankelijk_van_bouw() -> None:
    """One h1, no skipped level, unique ids, a language, no script and nothing from elsewhere; every drawing is named."""
    for naam, pagina in statuspagina.site(w.gezeefd(w.agenda()), _levens()).items():
        lezer = _lees(pagina)
        assert lezer.open == [], naam
        assert lezer.koppen.count(1) == 1
        assert all(b - a <= 1 for a, b in zip(lezer.koppen, lezer.koppen[1:], strict=False)), naam
        assert len(set(lezer.ids)) == len(lezer.ids)
        assert {"script", "link", "img", "iframe", "object"} & lezer.soorten == set()
        assert ("html", "lang", "nl") in lezer.attributen
        assert not any(a.startswith("on") or a == "src" for _, a, _ in lezer.attributen)
        verwijst = {w_ for _, a, waarde in lezer.attributen if a == "aria-labelledby" for w_ in (waarde or "").split()}
        assert verwijst <= set(lezer.ids)
        assert "svg" not in lezer.soorten or verwijst


def test_elke_verwijzing_wijst_naar_een_pagina_die_er_is() -> None:
    """The agenda names every opgave, links those that began, and each page leads back."""
    site = statuspagina.site(w.gezeefd(w.agenda()), _levens())
    assert sorted(site) == [f"{w.WARMTE}.html", f"{w.WATER}.html", "index.html"]
    for pagina in site.values():
        for href in _lees(pagina).hrefs:
            assert href in site or href[1:] in _lees(pagina).ids, href
    assert "Fl-Wonen: nog niet begonnen" in site["index.html"].decode()
    assert f"{w.WATER}.html" in _lees(site["index.html"]).hrefs


def test_dezelfde_feiten_geven_dezelfde_bytes() -> None:
    """Also when the page is made on another day: what did not change need not be put online again."""
    verhaal = w.water()
    vandaag = statuspagina.pagina(w.gezeefd(verhaal))
    assert vandaag == statuspagina.pagina(w.gezeefd(verhaal, verhaal.vandaag + timedelta(days=1)))


def test_een_besluit_achter_gesloten_deuren_staat_er_niet() -> None:
    """What a sitting in private decided is not on the public page; what was decided in public is."""
    kader = ("OpenBesluit", "besloten zaak")
    verhaal = w.leeg(w.WATER).gegeven(
        *v.BEGONNEN,
        v.manager(kader[0], code="kader", orgaan="PS", onderwerp=kader[1]),
        v.manager("LegVoor", stap="B1"),
        v.griffier(
            "LegBesluitVast",
            stap="B1",
            stemming={"wijze": "zonder_stemming"},
            resultaat="kader",
            vergadering={"besloten": True},
        ),
    )
    assert verhaal.stand.stappen["B1"].afloop == "positief"
    assert kader[1] not in statuspagina.pagina(w.gezeefd(verhaal)).decode()
    assert "kaders" in statuspagina.pagina(_levens()[w.WATER]).decode()


def test_na_afloop_komt_er_niets_meer() -> None:
    """A withdrawn opgave says so, and promises no day."""
    verhaal = w.water().gegeven(v.manager("TrekIn", reden="geen geld"))
    tekst = statuspagina.pagina(w.gezeefd(verhaal)).decode()
    assert "gestopt voor het einde" in tekst
    assert "Er zijn nog geen dagen bekend." in tekst
    assert "geen geld" not in tekst


def test_een_opgegane_opgave_zegt_waar_het_werk_verder_gaat() -> None:
    """On its page, linked when that page is there, and in the list of the agenda; so does what was split off."""
    opgegaan = w.water().stand.met(afstamming=(_link("samenvoeging", w.WARMTE), _link("splitsing", "FL-OOST")))
    stand = opgegaan.met(leven=opgegaan.leven.met(toestand="afgerond", vervolg=w.WARMTE))
    levens = _levens()
    levens[w.WATER] = replace(levens[w.WATER], stand=stand)
    site = statuspagina.site(w.gezeefd(w.agenda()), levens)
    tekst = site[f"{w.WATER}.html"].decode()
    assert f'opgegaan in <a href="{w.WARMTE}.html">' in tekst
    assert "Uit deze opgave is FL-OOST afgesplitst" in tekst
    assert f"opgegaan in {w.WARMTE}" in site["index.html"].decode()
    assert "Daar gaat het werk verder" in statuspagina.pagina(levens[w.WATER]).decode()


def _link(hoe: Literal["splitsing", "samenvoeging"], opgave: str) -> Afstamming:
    return Afstamming(opgave=opgave, hoe=hoe, richting="naar", bron=9, op=date(2026, 1, 5), aangekomen=3)
