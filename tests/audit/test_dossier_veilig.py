"""The dossier with hostile and secret texts: what people type stays text, and what is secret stays out."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parents[1] / naam) for naam in ("domain", "activities")]

import verhaal as v  # noqa: E402  # after the path is set
from dossierlezer import Lezer, pagina  # noqa: E402
from dossierpak import geleefd, oordeel, pak_van  # noqa: E402
from pdflezer import Pdf  # noqa: E402
from verhaal import griffier, manager, secretariaat  # noqa: E402

from archief.pak import PakFout  # noqa: E402
from audit.dossier.bron import lees_bron  # noqa: E402
from audit.dossier.maken import als_document, maak_dossier  # noqa: E402
from audit.dossier.map import maak_map  # noqa: E402
from documenten import pdf  # noqa: E402
from documenten.boek import maak_boek_html  # noqa: E402
from domain.feit import Feit  # noqa: E402

HUB = "energiehub-oostrand.yaml"
KWAAD = '</p></svg><script>alert(1)</script><h2 id="x">Nep</h2> & "\u202eomgekeerd\x00 #panic("x")'


def _boos(tekst: str) -> Sequence[Feit]:
    """A life in which people typed this wherever they could."""
    verhaal = v.gegeven(
        manager(
            "StartOpgave",
            titel=tekst[:190],
            thema="energietransitie",
            portefeuille="Energie",
            initiatief={"door": tekst[:190]},
        ),
        manager("VoegPartnerToe", partner="de-kwade", naam=tekst[:190], type="bedrijf", rol=tekst[:190]),
        manager("VraagPartner", aan=["de-kwade"], vraag=tekst),
        manager("LegLesVast", titel=tekst[:190], context=tekst, aanbeveling=tekst),
        manager("MeldSignaal", ernst=2, omschrijving=tekst),
        manager("MaakAfspraak", tekst=tekst[:190], wie="opgavemanager"),
        manager("StelPilotplanOp", titel=tekst[:190], plan=_plan(tekst)),
        manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp=tekst[:190]),
    )
    return verhaal.alles


def _plan(tekst: str) -> dict[str, object]:
    meting = {"naam": tekst[:190], "eenheid": tekst[:190], "nulmeting": "1.5", "streefwaarde": "3"}
    return {"hypothese": tekst, "indicatoren": [meting]}


@pytest.mark.parametrize("tekst", [KWAAD, "w" * 9_900, "lang " * 1_900, "\u0645\u0631\u062d\u0628\u0627 " * 20])
def test_wat_mensen_typen_blijft_tekst(tekst: str) -> None:
    """Hostile, endless, right-to-left: it stands there as text, adds no structure, and both page and PDF come out."""
    boos, rustig = pak_van(_boos(tekst)), pak_van(_boos("gewoon"))
    lezer, kaal = Lezer(pagina(boos)), Lezer(pagina(rustig))
    assert lezer.tags.count("script") == 0
    assert [t for t in lezer.tags if t in ("h1", "h2", "h3")] == [t for t in kaal.tags if t in ("h1", "h2", "h3")]
    assert lezer.ids == kaal.ids
    assert not set(lezer.tekst) & set("\u202e\x00")
    pdf = maak_dossier(lees_bron(boos, oordeel()))["dossier.pdf"]
    assert pdf.startswith(b"%PDF")


GEHEIM, NEUTRAAL = "aankoop van het perceel aan de Kust", "grondzaak 2025-7"


def _geheim_leven() -> v.Verhaal:
    open_ = manager("OpenBesluit", code="A8", orgaan="PS", onderwerp=GEHEIM)
    voor = manager("LegVoor", stap="B1", kennisgeving_op="2025-01-06", toelichting=GEHEIM)
    leg_op = secretariaat(
        "LegGeheimhoudingOp",
        stap="B1",
        orgaan="GS",
        grond="Woo 5.1 lid 2 b",
        neutrale_titel=NEUTRAAL,
        referentie="DOC-7",
    )
    besluit = griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"})
    belofte = manager(
        "MaakAfspraak", tekst=f"Regel de {GEHEIM}", wie="opgavemanager", stap="B1", uiterlijk="2025-03-20"
    )
    vraag = manager("VraagPartner", aan=["gemeente-dronten"], vraag=f"Wat vindt u van de {GEHEIM}?", betreft="B1")
    partner = manager("VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    begonnen = v.gegeven(*v.BEGONNEN)
    erbij = () if "gemeente-dronten" in begonnen.stand.partners else (partner,)
    return begonnen.gegeven(*erbij, open_, belofte, vraag, voor, leg_op, besluit).later(weeks=6)


@pytest.mark.parametrize("pak_met", ["hashes", "container", "alles"])
def test_onder_geheimhouding_staat_alleen_de_neutrale_titel(pak_met: str) -> None:
    """Also where the whole pack was opened, nothing of what the step is about reaches page, PDF, lines or archive form."""
    verhaal = _geheim_leven()
    opgelegd = next(f.seq for f in verhaal.alles if f.inhoud.soort == "GeheimhoudingOpgelegd")
    seqs = tuple(f.seq for f in verhaal.alles if f.seq < opgelegd and GEHEIM in f.model_dump_json())
    assert seqs
    heel = "".join(f"{f.model_dump_json()}\n" for f in verhaal.alles).encode()
    geopend = {"bestanden": {"feiten.jsonl": heel}} if pak_met == "container" else {}
    pak = pak_van(verhaal.alles, afgeschermd=() if pak_met == "alles" else seqs, **geopend)
    bestanden = maak_map(pak, oordeel())
    for naam, inhoud in bestanden.items():
        tekst = Pdf(inhoud).tekst if naam.endswith(".pdf") else inhoud.decode()
        assert GEHEIM.replace(" ", "") not in re.sub(r"[\s\u00ad\u2010-]", "", tekst), naam
    assert NEUTRAAL in bestanden["dossier.html"].decode()
    regels = [json.loads(r) for r in bestanden["gebeurtenissen.jsonl"].splitlines()]
    dicht = [r for r in regels if r["afgeschermd"]]
    assert [r["seq"] for r in regels] == [f.seq for f in verhaal.alles]
    assert {r["seq"] for r in dicht} >= set(seqs)
    assert all(set(r) == {"opgave", "seq", "hash", "soort", "afgeschermd"} for r in dicht)


def test_ook_wat_elders_opnieuw_is_getypt_en_een_pilot_van_een_geheime_stap_staan_er_niet() -> None:
    """A lesson that repeats it in capitals, and a pilot whose decision is secret; what is said beside it stays."""
    les = {"titel": "wacht op elkaar", "aanbeveling": f"Let op bij de {GEHEIM.upper()}, en bel eerst."}
    plan = {"hypothese": "grond ruilen gaat sneller", "indicatoren": [{"naam": "ruiltijd", "eenheid": "dagen"}]}
    vrij = v.gegeven(*v.BEGONNEN).gegeven(
        manager("StelPilotplanOp", pilot="PG", titel="Grondruil", plan=plan),
        manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp=GEHEIM, pilot="PG"),
        manager("LegLesVast", **les),
    )
    velden = {"grond": "Woo 5.1 lid 2 b", "neutrale_titel": NEUTRAAL, "referentie": "DOC-7"}
    dicht = vrij.gegeven(secretariaat("LegGeheimhoudingOp", stap="B1", orgaan="GS", **velden))
    for leven, staat in ((vrij, True), (dicht, False)):
        bestanden = maak_map(pak_van(leven.alles), oordeel())
        for tekst in (bestanden["dossier.html"].decode(), Pdf(bestanden["dossier.pdf"]).tekst):
            kaal = re.sub(r"[\s\u00ad\u2010-]", "", tekst).casefold()
            assert "enbeleerst" in kaal
            for woorden in (GEHEIM, "Grondruil", "grond ruilen gaat sneller"):
                assert (woorden.replace(" ", "").casefold() in kaal) == staat, woorden
            assert ("ondergeheimhouding:1pilot" in kaal) != staat


def test_wat_niet_te_volgen_is_wordt_gezegd() -> None:
    """When shielded facts carry later ones, the dossier says that something is missing instead of failing."""
    verhaal = _geheim_leven()
    opening = next(f.seq for f in verhaal.alles if f.inhoud.soort == "BesluitstapGeopend")
    bron = lees_bron(pak_van(verhaal.alles, afgeschermd=(opening,)), oordeel())
    assert bron.dicht == 1
    assert "Van 1 feit staat hier alleen dat het er is" in Lezer(maak_boek_html(als_document(bron)).decode()).tekst


@pytest.mark.parametrize("stuk", [b"{stuk\n", b'{"seq": 1, "soort": "half \\ud800 teken"}\n', b"[]\n"])
def test_zonder_leesbare_feiten_geen_dossier(stuk: bytes) -> None:
    """A pack whose facts can't be read gives an error that names the file."""
    pak = pak_van(geleefd(HUB), bestanden={"feiten.jsonl": stuk})
    with pytest.raises(PakFout, match=r"feiten\.jsonl"):
        lees_bron(pak, oordeel())


def test_een_lang_woord_blijft_in_zijn_kolom() -> None:
    """On paper a word can't scroll: in a table of many columns it may break after a few signs."""
    data = pdf._data(als_document(lees_bron(pak_van(_boos("w" * 90)), oordeel())))
    assert "\u200b".join(["w" * pdf.SMAL] * 8) in json.dumps(data, ensure_ascii=False)
