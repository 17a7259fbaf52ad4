"""What a statenvoorstel and a GS-nota say: the right question, and everything a griffier needs."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from documentleven import OPGAVE, REGLEMENT, Vormleven, pagina_van, voorgelegd
from pdflezer import Pdf

from activities.documenten import maken
from activities.documenten.voorstel import maak_voorstel
from activities.documenten.vragen import gevraagd, instrument
from documenten.html import maak_html
from documenten.inhoud import Tabel
from domain.feit import Feit
from domain.gevolg import Voorleggen
from domain.gevolgen import gevolgen
from domain.kalender import datum_voluit
from domain.taal.besluiten import Besluitstap
from domain.taal.geheim import Geheimhouding

_KENMERKEND = {
    "wensen_en_bedenkingen": "Wensen en bedenkingen zijn een advies en geen veto.",
    "zienswijze": "Een zienswijze is een advies op het ontwerp.",
    "toestemming": "Zonder deze toestemming mogen Gedeputeerde Staten niet verder.",
    "instemming": "Zonder deze instemming gaan de bevoegdheden niet over.",
}
_EIGEN_WOORDEN = {
    "wensen_en_bedenkingen": ("wensen", "bedenking"),
    "zienswijze": ("zienswijze",),
    "toestemming": ("toestemming", "onthouden"),
    "instemming": ("instem",),
}


def _stap(code: str, naam: str, orgaan: str, traject: str | None = "V1") -> Besluitstap:
    return Besluitstap(id="V1.X", code=code, naam=naam, orgaan=orgaan, traject=traject)


@pytest.mark.parametrize("staptype", REGLEMENT.stappen, ids=lambda s: s.code)
def test_de_instrumenten_van_ps_worden_nooit_verward(staptype: Any) -> None:
    """Each question uses the words of its own instrument, and none of another's (domain.md, top rule 1)."""
    orgaan = "GS" if staptype.wie == "GS" else "PS"
    stap = _stap(staptype.code, staptype.naam, orgaan)
    vraag = " ".join(gevraagd(stap, REGLEMENT))
    assert instrument(stap, REGLEMENT) == staptype.instrument
    assert [naam for naam, zin in _KENMERKEND.items() if zin in vraag] == [staptype.instrument or ""][
        : bool(staptype.instrument)
    ]
    vreemd = [woord for naam, woorden in _EIGEN_WOORDEN.items() if naam != staptype.instrument for woord in woorden]
    assert not [woord for woord in vreemd if staptype.instrument and woord in vraag.lower()]


@pytest.mark.parametrize("soort", REGLEMENT.besluitsoorten, ids=lambda s: s.code)
def test_elk_besluit_buiten_een_pad_heeft_een_vraag(soort: Any) -> None:
    """Outside an approval path nothing is an instrument, whatever its code."""
    stap = _stap(soort.code, soort.naam, "PS", traject=None)
    assert instrument(stap, REGLEMENT) is None
    vraag = gevraagd(stap, REGLEMENT)
    assert len(vraag) == 1
    assert vraag[0].startswith("Aan Provinciale Staten wordt gevraagd ")


@pytest.fixture(scope="module")
def leven() -> Vormleven:
    """Played once; nobody changes it."""
    return Vormleven().tot_a6()


def test_een_statenvoorstel_zegt_alles_wat_een_griffier_nodig_heeft(leven: Vormleven) -> None:
    """Subject, opgave, phase, step, question, ground, meeting, term, reason, documents, receipt."""
    _, feit, _ = voorgelegd(leven, "V1.A6.PS")
    pagina = pagina_van(leven, "V1.A6.PS")
    for deel in (
        '<h1 dir="auto">samen het net delen</h1>',
        '<p class="organisatie">Provincie Flevoland</p>',
        '<p class="soort">Statenvoorstel</p>',
        "FL-2024-01 Warmte uit water",
        "F3 organiseervorm",
        "A6: toestemming voor treffen, wijzigen, toetreden of uittreden",
        "toestemming (besluit)",
        "Wgr 40, 51, 73, 83 lid 4-5; Awb 10:29-10:32",
        "woensdag 28 februari 2024",
        "Energie",
        "gemeente Dronten verdelen<br>de ruimte op het net.",
        "Ontwerp van de regeling<br>Te vinden in: DMS 2024-0117<br>sha256: " + "0123456789abcdef" * 4,
        f"{OPGAVE}:{feit.seq} {feit.hash[:12]}",
    ):
        assert deel in pagina
    assert "gemeente-dronten" not in pagina


def test_een_gs_nota_heet_zo(leven: Vormleven) -> None:
    """The document for the other body, with its own name and question."""
    pagina = pagina_van(leven, "V1.A0")
    assert '<p class="soort">Nota voor Gedeputeerde Staten</p>' in pagina
    assert "Aan Gedeputeerde Staten wordt gevraagd het ontwerpbesluit vast te stellen" in pagina
    assert '<h2 dir="auto">Termijn</h2>' not in pagina
    assert "Er ging nog geen besluit aan vooraf." in pagina
    assert "Er zijn geen bijlagen." in pagina


@pytest.mark.parametrize("stap", ["V1.A5.PS", "V1.A6.PS"])
def test_de_laatste_dag_is_die_van_de_termijn_die_met_het_voorleggen_begint(leven: Vormleven, stap: str) -> None:
    """The term is the next fact; the document says the same day, article and count."""
    gestart = [feit.inhoud.termijn for feit in leven.feiten if feit.inhoud.soort == "TermijnGestart"]
    termijn = next(t for t in gestart if t.betreft == stap)
    pagina = pagina_van(leven, stap)
    assert f'<dt>Laatste dag</dt><dd dir="auto">{datum_voluit(termijn.einde)}</dd>' in pagina
    assert f"{termijn.code} ({'; '.join(dict.fromkeys(termijn.grondslag))})" in pagina
    assert termijn.uitleg in pagina


def test_bij_opnieuw_voorleggen_geldt_de_termijn_die_al_liep() -> None:
    """Putting it before the body again gives no new days."""
    leven = Vormleven().tot_a6()
    eerste = pagina_van(leven, "V1.A6.PS")
    leven.nu = datetime(2024, 1, 31, 9, tzinfo=UTC)
    leven.geef("LegVoor", stap="V1.A6.PS")
    opnieuw = maak_html(maak_voorstel(leven.stand, *_laatste(leven))).decode()
    dag = re.search("<dt>Laatste dag</dt><dd[^>]*>([^<]*)", eerste)
    assert dag
    assert dag[0] in opnieuw


def _laatste(leven: Vormleven) -> tuple[Feit, Voorleggen]:
    feit = next(f for f in reversed(leven.feiten) if f.inhoud.soort == "BesluitVoorgelegd")
    return feit, next(g for g in gevolgen(feit) if isinstance(g, Voorleggen))


def test_eerdere_besluiten_staan_erin_met_hun_stemmen(leven: Vormleven) -> None:
    """Date, body, step, outcome, votes; of this vormtraject, in order of date."""
    document = maak_voorstel(*voorgelegd(leven, "V1.A6.PS"))
    deel = next(deel for deel in document.delen if deel.kop == "Wat eraan voorafging")
    tabel = deel.blokken[0]
    assert isinstance(tabel, Tabel)
    assert [(rij[1], rij[3]) for rij in tabel.rijen] == [
        ("Gedeputeerde Staten", "conform"),
        ("Provinciale Staten", "aangenomen (zienswijze)\n33 voor, 7 tegen"),
        ("gemeente Dronten", "geen zienswijze"),
        ("Gedeputeerde Staten", "aangepast"),
    ]
    assert tabel.rijen[0][0] == "8 januari 2024"


def test_een_geheim_stuk_heeft_alleen_zijn_neutrale_titel(leven: Vormleven) -> None:
    """The mark, the ground and a reference (PW 86); not the subject, the explanation or the titles of documents."""
    stand, feit, voorstel = voorgelegd(leven, "V1.A6.PS")
    feit = feit.met(inhoud=feit.inhoud.met(dringende_spoed="Er is haast.", steller="beleidsadviseur"))
    openbaar = maak_html(maak_voorstel(stand, feit, voorstel)).decode()
    geheim = Geheimhouding(
        stap="V1.A6.PS",
        orgaan="GS",
        grond="Woo 5.1 lid 2 f",
        neutrale_titel="Regionale samenwerking",
        referentie="kluis 12",
        opgelegd_op=date(2024, 1, 9),
    )
    stukken = maken.maak_stukken(stand.met(geheim={"V1.A6.PS": geheim}), feit, voorstel)
    assert {stuk.titel for stuk in stukken} == {"Statenvoorstel: Regionale samenwerking"}
    tekst = Pdf(stukken[0].inhoud).tekst + stukken[1].inhoud.decode()
    assert "Op dit voorstel rust geheimhouding." in tekst
    assert "Woo 5.1 lid 2 f" in tekst
    assert "beleidsadviseur" in tekst
    for verborgen in (
        "Er is haast",
        "Erishaast",
        "samen het net",
        "samenhetnet",
        "de ruimte",
        "deruimte",
        "Ontwerp van",
        "Ontwerpvan",
    ):
        assert verborgen not in tekst
    for zichtbaar in ("Er is haast", "samen het net", "de ruimte", "Ontwerp van"):
        assert zichtbaar in openbaar


def test_een_initiatiefvoorstel_is_geen_voorstel_van_gs(leven: Vormleven) -> None:
    """Its own name, with who tabled it."""
    stand, feit, voorstel = voorgelegd(leven, "V1.A6.PS")
    stap = _stap("initiatiefvoorstel", "initiatiefvoorstel van Statenleden", "PS", None)
    stand = stand.met(stappen={"V1.X": stap.met(indieners=("CDA", "CU"), onderwerp="fietsen")})
    stukken = maken.maak_stukken(stand, feit, voorstel.met(stap="V1.X", code="initiatiefvoorstel"))
    assert {stuk.soort for stuk in stukken} == {"initiatiefvoorstel"}
    assert "CDA, CU" in stukken[1].inhoud.decode()
    assert "Statenvoorstel" not in stukken[1].inhoud.decode()


def test_heel_veel_bijlagen_worden_geteld_in_plaats_van_afgekapt(leven: Vormleven) -> None:
    """What doesn't fit is named."""
    stand, feit, voorstel = voorgelegd(leven, "V1.A6.PS")
    pagina = maak_html(maak_voorstel(stand, feit, voorstel.met(stukken=voorstel.stukken * 203))).decode()
    assert pagina.count("Te vinden in") == 200
    assert "Er zijn nog 3 bijlagen." in pagina
