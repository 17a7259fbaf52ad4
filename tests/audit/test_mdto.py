"""The archive form: MDTO-XML that the official schema accepts, with links that hold both ways and files that are there."""

import hashlib
import sys
import warnings
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from dossierpak import MOMENT, geleefd, oordeel, pak_van
from lxml import etree

sys.path[:0] = [str(Path(__file__).parents[1] / "domain")]

import verhaal as v  # noqa: E402  # after the path is set
from verhaal import manager, secretariaat  # noqa: E402

from archief.formaat import Documentregel  # noqa: E402
from audit.dossier.map import maak_map  # noqa: E402
from audit.mdto.formaten import formaat  # noqa: E402
from audit.mdto.keuren import MdtoFout, keur, keur_xsd  # noqa: E402
from audit.mdto.model import Beperking, Bestand, Informatieobject, Verwijzing  # noqa: E402
from audit.mdto.xml import NS  # noqa: E402

XSD = Path(__file__).parents[3] / "shared" / "schemas" / "MDTO-XML1.0.1.xsd"
HUB = "energiehub-oostrand.yaml"
DOC = b"# Besluitenlijst\n"
REGEL = Documentregel(
    sha256=hashlib.sha256(DOC).hexdigest(),
    titel="Besluitenlijst",
    soort="genoemd",
    bestandsnaam="lijst.txt",
    seq=18,
    stap="B1",
    pad="documenten/0123-lijst.txt",
)


def gemaakt(**anders: object) -> dict[str, bytes]:
    return maak_map(pak_van(geleefd(HUB), documenten=((REGEL, DOC),), **anders), oordeel(), "1.2.1")


def mdto(bestanden: Mapping[str, bytes]) -> dict[str, etree._Element]:
    return {n: etree.fromstring(b)[0] for n, b in bestanden.items() if n.startswith("mdto/")}


def alle(element: etree._Element, pad: str) -> list[str]:
    return [e.text or "" for e in element.iterfind("/".join(f"{{{NS}}}{deel}" for deel in pad.split("/")))]


def test_het_officiele_schema_keurt_alles_goed() -> None:
    """Every file, of a rich life, validates against MDTO-XML 1.0.1."""
    if not XSD.is_file():
        zonder = f"Het schema {XSD} is er niet: MDTO is NIET tegen het officiele schema gekeurd."
        warnings.warn(zonder, stacklevel=1)
        pytest.skip(zonder)
    bestanden = {n: b for n, b in gemaakt().items() if n.startswith("mdto/")}
    assert len(bestanden) > 40
    keur_xsd(bestanden, XSD)
    stuk = {"mdto/stuk.xml": next(iter(bestanden.values())).replace(b"beperkingGebruik", b"beperking")}
    with pytest.raises(MdtoFout, match=r"mdto/stuk\.xml past niet bij het schema"):
        keur_xsd(stuk, XSD)


def test_elk_object_zegt_alles_zelf() -> None:
    """No inheritance in MDTO: archiefvormer with its TOOI id, waardering, category and restriction on every object."""
    objecten = [o for o in mdto(gemaakt()).values() if o.tag == f"{{{NS}}}informatieobject"]
    assert [alle(o, "aggregatieniveau/begripLabel") for o in objecten].count(["Dossier"]) == 1
    for o in objecten:
        vormer = alle(o, "archiefvormer/verwijzingIdentificatie/identificatieKenmerk")
        assert vormer == ["https://identifier.overheid.nl/tooi/id/provincie/pv24"]
        assert alle(o, "waardering/begripCode")[0] in "BVN"
        assert alle(o, "informatiecategorie/begripCode") == ["1.2.1"]
        assert alle(o, "beperkingGebruik/beperkingGebruikType/begripLabel") == ["Geen beperking"]
        assert alle(o, "dekkingInTijd/dekkingInTijdBegindatum")


def test_er_is_een_stuk_voor_elk_besluit_de_evaluatie_de_lessen_en_elk_document() -> None:
    """And each but the whole itself hangs in the dossier, both ways."""
    objecten = mdto(gemaakt())
    dossier = next(o for o in objecten.values() if alle(o, "aggregatieniveau/begripLabel") == ["Dossier"])
    onderdelen = alle(dossier, "bevatOnderdeel/verwijzingIdentificatie/identificatieKenmerk")
    soorten = [k.split("/")[1] for k in onderdelen]
    assert {s: soorten.count(s) for s in set(soorten)} == {
        "besluit": 18,
        "evaluatie": 1,
        "lessen": 1,
        "document": 1,
        "dossier": 1,
        "bewijs": 1,
    }
    kinderen = [o for o in objecten.values() if alle(o, "isOnderdeelVan/verwijzingIdentificatie/identificatieKenmerk")]
    assert sorted(alle(o, "identificatie/identificatieKenmerk")[0] for o in kinderen) == sorted(onderdelen)


def test_elk_bestand_is_er_met_zijn_omvang_en_vingerafdruk() -> None:
    """The size and SHA-256 in each description are those of the file; formats carry their PRONOM code."""
    bestanden = gemaakt()
    codes = dict[str, str]()
    for b in (o for o in mdto(bestanden).values() if o.tag == f"{{{NS}}}bestand"):
        naam = alle(b, "naam")[0]
        inhoud = {**bestanden, REGEL.pad: DOC}.get(naam)
        codes[naam] = (alle(b, "bestandsformaat/begripCode") or [""])[0]
        if naam != "manifest.json":
            assert inhoud is not None, naam
            assert alle(b, "omvang") == [str(len(inhoud))]
            assert alle(b, "checksum/checksumWaarde") == [hashlib.sha256(inhoud).hexdigest()]
    beschreven = {n for n in bestanden if not n.startswith("mdto/")} | {REGEL.pad, "manifest.json"}
    assert set(codes) == beschreven
    assert codes["dossier.pdf"] == "fmt/479"
    assert codes["dossier.html"] == "fmt/471"
    assert codes["gebeurtenissen.jsonl"] == "x-fmt/111"
    assert codes["manifest.json"] == "fmt/817"


def test_geheimhouding_is_een_beperking_met_grond() -> None:
    """On the decision and on the dossier; without the subject."""
    verhaal = v.gegeven(*v.BEGONNEN).gegeven(
        manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="grondzaak"),
        manager("LegVoor", stap="B1"),
        secretariaat("LegBesluitVast", stap="B1", uitkomst="conform"),
        secretariaat(
            "LegGeheimhoudingOp",
            stap="B1",
            orgaan="GS",
            grond="Woo 5.1 lid 2 b",
            neutrale_titel="zaak 7",
            referentie="DOC-7",
        ),
    )
    objecten = mdto(maak_map(pak_van(verhaal.alles), oordeel()))
    beperkt = {
        alle(o, "identificatie/identificatieKenmerk")[0]: alle(o, "beperkingGebruik/beperkingGebruikNadereBeschrijving")
        for o in objecten.values()
        if "Overig" in alle(o, "beperkingGebruik/beperkingGebruikType/begripLabel")
    }
    assert set(beperkt) == {"FL-2025-01", "FL-2025-01/besluit/B1"}
    assert all("Woo 5.1 lid 2 b" in zin[0] for zin in beperkt.values())


@pytest.mark.parametrize(
    ("anders", "zin", "grens"),
    [
        ({"pad": "documenten/weg.txt"}, "Het bestand zelf ligt niet meer in het pak.", "Geen beperking"),
        ({"pad": ""}, "Het bestand ligt elders.", "Geen beperking"),
        ({"pad": "", "vertrouwelijk": True}, "Het bestand is vertrouwelijk en wordt apart verstrekt.", "Overig"),
    ],
)
def test_een_document_zonder_bestand_blijft_beschreven(anders: dict[str, object], zin: str, grens: str) -> None:
    """Destroyed, elsewhere or confidential: the description says which, with the fingerprint, and has no file."""
    pak = pak_van(geleefd(HUB), documenten=((REGEL.met(**anders), DOC),))
    getattr(pak.bron, "bestanden").pop("documenten/weg.txt", None)  # noqa: B009
    objecten = mdto(maak_map(pak, oordeel()))
    stuk = next(o for o in objecten.values() if "/document/" in alle(o, "identificatie/identificatieKenmerk")[0])
    assert alle(stuk, "omschrijving") == [f"{zin} Vingerafdruk: {REGEL.sha256}."]
    assert alle(stuk, "heeftRepresentatie/verwijzingNaam") == []
    assert alle(stuk, "beperkingGebruik/beperkingGebruikType/begripLabel") == [grens]


VORMER = Verwijzing("provincie", "pv24", "TOOI")
HEEL = Informatieobject("a", "A", "Dossier", "B", VORMER, Beperking(), MOMENT.date(), None)


@pytest.mark.parametrize(
    ("objecten", "fout"),
    [
        ((HEEL, HEEL), "komt 2 keer voor"),
        ((replace(HEEL, waardering="X"),), "waardering X bestaat niet"),
        ((replace(HEEL, naam=" "),), "geen naam of kenmerk"),
        ((replace(HEEL, onderdelen=(Verwijzing("B", "b"),)),), "verwijst niet terug"),
        ((replace(HEEL, representaties=(Verwijzing("B", "b"),)),), "verwijst niet terug"),
        ((replace(HEEL, beperking=Beperking("Overig")),), "waarom het gebruik beperkt is"),
        ((replace(HEEL, tot=MOMENT.date().replace(year=2000)),), "het einde ligt voor het begin"),
        ((HEEL, Bestand("b", "B", 1, "xyz", MOMENT, ("", ""), HEEL.verwijzing)), "vingerafdruk of de omvang"),
    ],
)
def test_eigen_keuring_ziet_wat_er_ontbreekt(objecten: tuple[Informatieobject, ...], fout: str) -> None:
    """Without any schema at hand, what is missing or contradicts is seen before it is written."""
    keur((HEEL,))
    with pytest.raises(MdtoFout, match=fout):
        keur(objecten)


@pytest.mark.parametrize(
    ("naam", "inhoud", "code"),
    [
        ("a.PDF", b"%PDF-1.7\n", "fmt/276"),
        ("a.pdf", b"%PDF-1.7 <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A<", "fmt/479"),
        ("a.pdf", b"%PDF-1.4 pdfaid:part='1' pdfaid:conformance='B'", "fmt/354"),
        ("a.pdf", b"geen pdf", ""),
        ("a.xyz", b"", ""),
        ("a.csv", b"", "x-fmt/18"),
    ],
)
def test_formaat_volgt_uit_het_bestand_zelf(naam: str, inhoud: bytes, code: str) -> None:
    """A PDF by what it says of itself; what we don't know gets no code."""
    assert formaat(naam, inhoud)[1] == code
