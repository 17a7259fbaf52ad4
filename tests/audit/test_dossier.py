"""The dossier for people: it says everything, in words and numbers, to everybody, and gives nothing away that is secret."""

import json
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path[:0] = [str(Path(__file__).parents[1] / naam) for naam in ("domain", "activities")]

from dossierlezer import Lezer, pagina  # noqa: E402  # after the path is set
from dossierpak import geleefd, oordeel, pak_van  # noqa: E402
from pdflezer import Pdf  # noqa: E402

from audit import gebeurtenissen, zekerheid  # noqa: E402
from audit.bevinding import Bevinding  # noqa: E402
from audit.dossier.bron import lees_bron  # noqa: E402
from audit.dossier.delen_kop import oordeel as oordeel_deel  # noqa: E402
from audit.dossier.maken import als_document, maak_dossier  # noqa: E402
from audit.dossier.map import maak_map  # noqa: E402
from documenten import grafiek  # noqa: E402
from documenten.inhoud import TEKENS, Lijst, Vlak  # noqa: E402

HUB, LOKET = "energiehub-oostrand.yaml", "adviesloket-polderrand.yaml"


@pytest.mark.parametrize(("naam", "besluiten", "feiten"), [(HUB, 19, 295), (LOKET, 33, 342)])
def test_alles_wat_is_vastgelegd_staat_erin(naam: str, besluiten: int, feiten: int) -> None:
    """Each fact in the timeline, each decision with a number, each partner, term, reminder, lesson and refusal."""
    pak = pak_van(geleefd(naam))
    bron = lees_bron(pak, oordeel())
    tekst = Lezer(pagina(pak)).tekst
    tabellen = {
        blok.bijschrift: blok
        for deel in als_document(bron).delen
        for blok in (*deel.blokken, *(b for u in deel.blokken for b in getattr(u, "blokken", ())))
        if hasattr(blok, "rijen")
    }
    soorten = [f.inhoud.soort for f in bron.feiten]
    assert len(tabellen["Alle feiten"].rijen) == feiten
    assert len(tabellen["Alle besluiten op datum"].rijen) == besluiten
    assert len(tabellen["Alle termijnen"].rijen) == len(bron.stand.termijnen)
    assert len(tabellen["Alle herinneringen op datum"].rijen) == soorten.count("HerinneringVerstuurd")
    assert len(tabellen["Verzoeken en antwoorden"].rijen) == len(bron.stand.verzoeken)
    geweigerd = [t for n, t in tabellen.items() if n.startswith("Geweigerd")]
    assert sum(len(t.rijen) for t in geweigerd) == soorten.count("OpdrachtGeweigerd")
    for wat in (*bron.stand.partners.values(),):
        assert wat.naam in tekst
    for les in bron.stand.lessen.values():
        assert les.titel in tekst
    assert tekst.count("De achttien punten van") == sum(bool(s.behandelingen) for s in bron.stand.stappen.values())


def test_stemmen_staan_er_per_fractie() -> None:
    """The votes of Provinciale Staten add up to what the decision says."""
    document = als_document(lees_bron(pak_van(geleefd(HUB)), oordeel()))
    stemmen = [
        b
        for d in document.delen
        for b in d.blokken
        if getattr(b, "bijschrift", "").startswith("Stemmen per fractie over B7")
    ]
    assert len(stemmen) == 1
    assert sum(int(rij[1]) for rij in stemmen[0].rijen) == 34
    assert sum(int(rij[2]) for rij in stemmen[0].rijen) == 7


def test_het_oordeel_staat_voorop_in_woorden() -> None:
    """Whole or not is said in words at the very start; every finding is named, and what it proves."""
    heel = Lezer(pagina(pak_van(geleefd(HUB)))).tekst
    fout = Bevinding(code="feit_gewijzigd", waar="feit 12", zin="Feit 12 past niet in de keten.")
    stuk = Lezer(pagina(pak_van(geleefd(HUB)), oordeel(fout, verdict="NIET HEEL: 1 bevinding."))).tekst
    assert "Klopt. HEEL: alles is het eens." in heel
    assert heel.index("Klopt.") < heel.index("In het kort")
    assert "Klopt niet. NIET HEEL: 1 bevinding." in stuk
    assert "feit 12: Feit 12 past niet in de keten. (feit_gewijzigd)" in stuk
    assert "Wat dit bewijst: Op het woord van de sleutelhouder." in stuk


def test_elke_zekerheid_heeft_gewone_woorden() -> None:
    """Next to each `door wie` stands how sure that is."""
    tekst = Lezer(pagina(pak_van(geleefd(HUB)))).tekst
    bron = lees_bron(pak_van(geleefd(HUB)), oordeel())
    for hoe in {f.door.zekerheid for f in bron.feiten}:
        assert zekerheid.WOORDEN[hoe] in tekst


def test_elke_figuur_heeft_titel_beschrijving_en_dezelfde_getallen_als_tabel() -> None:
    """A drawing is never the only place where a number stands."""
    document = als_document(lees_bron(pak_van(geleefd(HUB)), oordeel()))
    figuren = [b for d in document.delen for b in d.blokken if hasattr(b, "svg")]
    assert len(figuren) == 4
    for figuur in figuren:
        svg = ElementTree.fromstring(figuur.svg)
        assert svg.get("role") == "img"
        assert [e.tag.rpartition("}")[2] for e in svg][:2] == ["title", "desc"]
        assert svg.get("aria-labelledby", "").split() == [svg[0].get("id"), svg[1].get("id")]
        assert "http" not in figuur.svg.replace("http://www.w3.org/2000/svg", "")
    piek = next(f for f in figuren if f.titel.startswith("piekbelasting"))
    assert [rij[1] for rij in piek.tabel.rijen] == ["12,4", "9,9", "11,2", "10,1"]
    assert "De streefwaarde is niet gehaald." in piek.beschrijving


def test_de_pagina_heeft_niets_van_buiten_nodig() -> None:
    """No script, picture or link outside; every link inside leads somewhere; one h1, ids once, tables named."""
    lezer = Lezer(pagina(pak_van(geleefd(HUB))))
    assert {"script", "img", "link", "iframe", "object", "form"}.isdisjoint(lezer.tags)
    assert len(lezer.ids) == len(set(lezer.ids))
    assert set(lezer.doelen) <= set(lezer.ids)
    assert lezer.tags.count("h1") == 1
    assert lezer.tags.count("table") == lezer.tags.count("caption") > 20
    assert {"header", "main", "nav", "footer"} <= set(lezer.tags)


def test_zelfde_pak_zelfde_bytes() -> None:
    """Page, PDF, JSON Lines and archive form depend on nothing but the pack and the verdict."""
    feiten = geleefd(HUB)
    assert maak_map(pak_van(feiten), oordeel()) == maak_map(pak_van(feiten), oordeel())


def test_elke_regel_zegt_wat_er_beschreven_staat() -> None:
    """JSON Lines: one object per fact with exactly the documented fields, and the fact as it was recorded."""
    feiten = geleefd(HUB)
    regels = [json.loads(r) for r in gebeurtenissen.als_jsonl(lees_bron(pak_van(feiten), oordeel())).splitlines()]
    assert [set(r) for r in regels] == [set(gebeurtenissen.VELDEN)] * len(feiten)
    assert [r["feit"] for r in regels] == [f.model_dump(mode="json") for f in feiten]
    leesmij = maak_map(pak_van(feiten), oordeel())["LEESMIJ.txt"].decode()
    assert all(f"\n{veld}: " in leesmij for veld in gebeurtenissen.VELDEN)


def test_de_pdf_is_om_te_bewaren_en_voor_te_lezen() -> None:
    """PDF/A-3a and PDF/UA-1, tagged, in Dutch, with a text for each drawing."""
    blad = Pdf(maak_dossier(lees_bron(pak_van(geleefd(HUB)), oordeel()))["dossier.pdf"])
    for deel in (b"<pdfaid:part>3<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<", b"/Lang(nl-NL)"):
        assert deel in blad.inhoud
    assert {"H1", "H2", "Table", "TH", "TD", "Figure", "TOC"} <= set(blad.tags)
    assert blad.tags.count("Figure") == 4
    assert blad.inhoud.count(b"/Alt") >= 4


def test_getallen_en_lijnen_in_een_grafiek() -> None:
    """Commas for points, no scientific notation; equal values, one value and no value give a drawing all the same."""
    assert [grafiek.getal(Decimal(g)) for g in ("12.40", "1E+3", "0", "-3.5")] == ["12,4", "1000", "0", "-3,5"]
    dag = date(2025, 1, 1)
    for punten in ([], [(dag, Decimal(0))], [(dag, Decimal(-4)), (dag, Decimal(-4))]):
        svg = grafiek.verloop("g", "t", "b", punten, [grafiek.Lijn("nul", Decimal(0), "2 2")])
        assert "nan" not in svg.lower()
        ElementTree.fromstring(svg)


def test_zonder_sleutel_van_buiten_heet_het_oordeel_niet_klopt() -> None:
    """Whole, but on nothing else than the key that came with it: a reader is told to mind that."""
    pak = pak_van(geleefd(HUB))
    for van_buiten, teken in ((False, "Let op"), (True, "Klopt")):
        vlak = oordeel_deel(lees_bron(pak, oordeel().met(van_buiten=van_buiten))).blokken[0]
        assert isinstance(vlak, Vlak)
        assert TEKENS[vlak.soort] == teken


def test_een_feit_is_enkelvoud() -> None:
    bron = replace(lees_bron(pak_van(geleefd(HUB)), oordeel()), dicht=1, onverwerkt=1)
    zinnen = " ".join(z for b in oordeel_deel(bron).blokken if isinstance(b, Lijst) for z in b.punten)
    assert "1 feit was niet te volgen" in zinnen
    assert "Van 1 feit staat hier alleen dat het er is" in zinnen
