"""What is under geheimhouding lies in no byte of the open pack, and no more is shielded than must be."""

import base64
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

sys.path.append(str(Path(__file__).parents[1] / "register"))

from proefleven import Proefleven, leg_vast

from archief import formaat
from archief.inhoud import Registerdeel, lees_register, sha
from domain import kern
from domain.opdracht import Opdracht
from domain.reglement.register import nieuwste
from domain.stand import Begin
from register.tabellen_archief import STUK
from register.verbinding import Register, open_register

GEHEIM = "aankoop van het perceel aan de Kust"
TEKST = "voor ten hoogste 3,2 miljoen euro van de familie"
NEUTRAAL = "grondzaak 2025-7"
STIEKEM = "toch maar de erfpacht afkopen"
BIJLAGE = b"taxatie van het perceel"
INGELEVERD: dict[str, Any] = {
    "opgave": "FL-2024-01",
    "bestandsnaam": "taxatie.txt",
    "mediatype": "text/plain",
    "toegevoegd_op": datetime(2024, 2, 1, tzinfo=UTC),
}


class Leven(Proefleven):
    """A life in which a step comes under geheimhouding, with everything that happened to it before."""

    def __init__(self) -> None:
        super().__init__()
        self.begin = Begin(opgave="FL-2024-01", reglement=nieuwste().code)
        self.stand = kern.begin(self.begin)
        self.begonnen()

    def probeer(self, soort: str, functie: str, **inhoud: Any) -> None:
        """A command that is refused."""
        ruw = {
            "id": f"poging-{self.stand.seq + 1}",
            "door": {"functie": functie, "subject": "s-17", "zekerheid": "oidc"},
            "inhoud": {"soort": soort, **inhoud},
        }
        self.stand, feiten = kern.stap(self.stand, self.nu, Opdracht.model_validate(ruw))
        assert feiten[-1].inhoud.soort == "OpdrachtGeweigerd"
        self.feiten += feiten

    def open(self, onderwerp: str = GEHEIM) -> "Leven":
        self.geef("OpenBesluit", code="A8", orgaan="PS", onderwerp=onderwerp)
        return self

    def geheim(self) -> "Leven":
        self.geef(
            "LegGeheimhoudingOp",
            "bestuurssecretariaat",
            stap="B1",
            orgaan="GS",
            grond="Woo 5.1 lid 2 b",
            neutrale_titel=NEUTRAAL,
            referentie="DOC-7",
        )
        return self

    def deel(self, register: Register) -> Registerdeel:
        leg_vast(register, self.alles())
        return lees_register(register, self.begin.opgave)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    register = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    yield register
    register.sluit()


def bytes_van(deel: Registerdeel, *woorden: str) -> list[str]:
    """The open files in which one of these texts can be read, as it is or in base64 at any offset."""
    naalden = [w.encode() for w in woorden] + [json.dumps(w)[1:-1].encode() for w in woorden]
    for woord in woorden:
        for schuif in range(3):
            naalden.append(base64.b64encode(b"x" * schuif + woord.encode())[4 : 4 + 4 * (len(woord) // 3 - 2)])
    return [pad for pad, inhoud in deel.open.items() if any(naald in inhoud for naald in naalden)]


def soorten(deel: Registerdeel) -> list[str]:
    regels = [json.loads(regel) for regel in deel.open[formaat.FEITEN].splitlines()]
    return [regel["soort"] for regel in regels if regel.get("afgeschermd")]


def test_geen_byte_van_het_open_pak_verraadt_wat_geheim_werd(register: Register) -> None:
    """Subject, explanation, promise, request and note, from before; also documents and the refusal after."""
    leven = Leven().open()
    leven.geef("MeldHalte", "griffier", stap="B1", halte="concept", toelichting=TEKST)
    leven.geef("MaakAfspraak", tekst=f"Bellen over {TEKST}", wie="griffier", bron="toezegging", stap="B1")
    leven.geef(
        "VraagPartner", aan=("gemeente-dronten",), vraag=f"Vindt u dit goed: {TEKST}?", termijn="10wd", betreft="B1"
    )
    stuk = {"titel": GEHEIM, "referentie": "D-1", "sha256": sha(BIJLAGE)}
    leven.geef("LegVoor", stap="B1", toelichting=TEKST, kennisgeving_op="2024-01-02", stukken=[stuk])
    with register.schrijf() as verbinding:
        verbinding.execute(insert(STUK).values(**INGELEVERD, sha256=sha(BIJLAGE), inhoud=BIJLAGE))
    leven.geheim()
    leven.geef("Noteer", tekst=f"Wat heet: {GEHEIM.upper()}.")
    leven.probeer("LegVoor", "opgavemanager", stap="B1", toelichting=STIEKEM)
    deel = leven.deel(register)
    assert bytes_van(deel, GEHEIM, TEKST, STIEKEM, GEHEIM.upper(), BIJLAGE.decode()) == []
    assert not [pad for pad in deel.open if pad.startswith(formaat.STUKKEN)], "what is compressed can't be searched"
    assert BIJLAGE in deel.vertrouwelijk.values()
    heel = deel.vertrouwelijk[formaat.FEITEN].decode()
    assert GEHEIM in heel
    assert TEKST in heel
    assert {"BesluitstapGeopend", "AfspraakGemaakt", "VerzoekGedaan", "OpdrachtGeweigerd", "Genoteerd"} <= {
        *soorten(deel)
    }


def test_van_een_afgeschermd_feit_blijft_de_hash_zodat_de_keten_te_volgen_is(register: Register) -> None:
    """The number and hash of every fact are there, shielded or not."""
    deel = Leven().open().geheim().deel(register)
    regels = [json.loads(regel) for regel in deel.open[formaat.FEITEN].splitlines()]
    heel = [json.loads(regel) for regel in deel.vertrouwelijk[formaat.FEITEN].splitlines()]
    assert [(r["seq"], r["hash"]) for r in regels] == [(r["seq"], r["hash"]) for r in heel]
    assert soorten(deel) != []


def test_de_geschiedenis_gaat_mee_dicht_en_de_rest_blijft_open(register: Register) -> None:
    """A history holds every command whole, so it can't lie open beside a shielded fact."""
    deel = Leven().open().geheim().deel(register)
    open_, dicht = deel.afscherming.scheid({"geschiedenis/001-a.json": b"{}", "reglementen/x.json": b"{}"})
    assert set(open_) == {"reglementen/x.json"}
    assert {"geschiedenis/001-a.json", formaat.FEITEN} == set(dicht)


def test_een_stap_die_vanaf_het_begin_neutraal_heette_sluit_het_pak_niet(register: Register) -> None:
    """Who opens the step under its neutral title keeps the whole record open."""
    deel = Leven().open(NEUTRAAL).geheim().deel(register)
    assert (deel.afscherming.geldt, deel.vertrouwelijk, soorten(deel)) == (False, {}, [])


def test_een_geweigerde_opdracht_sluit_ook_een_neutraal_pak(register: Register) -> None:
    """The fact of a refusal doesn't say what was written; the history does."""
    leven = Leven().open(NEUTRAAL).geheim()
    leven.probeer("LegVoor", "opgavemanager", stap="B1", toelichting=STIEKEM)
    deel = leven.deel(register)
    assert soorten(deel) == ["OpdrachtGeweigerd"]
    bewijs = [json.loads(r)["bewijs"] for r in deel.open[formaat.BEWIJZEN].splitlines()]
    assert [b["reden"] for b in bewijs if b["geweigerd"]] == [""]
    assert b"geheimhouding" in deel.vertrouwelijk[formaat.BEWIJZEN]


def test_opgeheven_geheimhouding_schermt_niets_meer_af(register: Register) -> None:
    """What is public now is public in the pack."""
    leven = Leven().open().geheim()
    leven.geef("HefGeheimhoudingOp", "bestuurssecretariaat", stap="B1", orgaan="GS", reden="de koop is rond")
    deel = leven.deel(register)
    assert (deel.afscherming.geldt, deel.vertrouwelijk) == (False, {})
    assert GEHEIM in deel.open[formaat.FEITEN].decode()


def test_wat_over_andere_stappen_gaat_blijft_open(register: Register) -> None:
    """Only the step under geheimhouding is shielded, and only from before it was imposed."""
    leven = Leven().open()
    leven.geef("OpenBesluit", code="A8", orgaan="PS", onderwerp="de brug bij Ketelhaven")
    deel = leven.geheim().deel(register)
    assert soorten(deel) == ["BesluitstapGeopend"]
    assert "de brug bij Ketelhaven" in deel.open[formaat.FEITEN].decode()
