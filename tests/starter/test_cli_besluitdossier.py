"""`opgave dossier`: the record of one decision, readable and for programs; and where a proposal lies, in `toon`."""

import json
from typing import Any

from test_cli_hulp import ID, START, Wereld, leeg_register, wereld

from starter.cli.dossier_besluit import ONTBREEKT
from starter.cli.wie import afzender
from starter.invoer import maak_opdracht

__all__ = ["leeg_register", "wereld"]
GEHEIM = "aankoop van het perceel aan de Kust"


def zeg(wereld: Wereld, als: str, uid: int = 1000, **inhoud: Any) -> None:
    """One accepted command of the user with this number."""
    bewijs = wereld.geef(ID, maak_opdracht(inhoud, afzender(als, None, uid)))
    try:
        bewijs.send(None)
    except StopIteration as klaar:
        assert not klaar.value.geweigerd, klaar.value


def besluit(wereld: Wereld, **meer: Any) -> None:
    """A kader of PS, decided and confirmed by someone else."""
    wereld.tik("StartOpgave", **START)
    wereld.tik("VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    wereld.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp=GEHEIM)
    wereld.tik("MeldHalte", stap="B1", halte="toetsen", uitkomst="akkoord")
    wereld.tik("LegVoor", stap="B1", vergadering_op="2026-03-18", steller="adviseur")
    velden = {"stemming": {"wijze": "zonder_stemming"}, "resultaat": "kader", **meer}
    wereld.tik("LegBesluitVast", als="griffier", stap="B1", **velden)
    zeg(wereld, "jurist", uid=2000, soort="BevestigBesluit", vastlegging="B1.v1")


def test_het_dossier_toont_achttien_onderdelen_en_wat_er_ontbreekt(wereld: Wereld) -> None:
    """Every element has its number, and what the record lacks is marked and counted."""
    besluit(wereld, motivering="het net is vol")
    uitkomst = wereld("dossier", ID, "B1")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    regels = uitkomst.uit.splitlines()
    koppen = [r for r in regels if r[:2].strip().isdigit() and r[2:3] == " "]
    assert [int(r[:2]) for r in koppen] == list(range(1, 19))
    assert max(map(len, regels)) <= 100
    assert "het net is vol" in uitkomst.uit
    ontbreekt = json.loads(wereld("dossier", ID, "B1", "--json").uit)["ontbreekt"]
    assert uitkomst.uit.count(ONTBREEKT) == len(ontbreekt) + 1
    assert f"Er ontbreken {len(ontbreekt)} gegevens" in uitkomst.uit
    assert "12 ondertekend door CdK en griffier (PW 32a)" in ontbreekt
    assert "\x1b" not in uitkomst.uit


def test_het_dossier_voor_programmas_heeft_vaste_sleutels(wereld: Wereld) -> None:
    """Programs can count on these keys, and on eighteen elements."""
    besluit(wereld)
    dossier = json.loads(wereld("dossier", ID.lower(), "B1", "--json").uit)
    assert set(dossier) == {
        *("opgave", "stap", "naam", "orgaan", "onderwerp", "geheim", "besloten", "elementen", "ontbreekt")
    }
    assert [e["nr"] for e in dossier["elementen"]] == list(range(1, 19))
    assert set(dossier["elementen"][0]) == {"nr", "naam", "waarden", "ontbreekt", "leeg"}
    assert dossier["elementen"][16]["waarden"][0] == {"naam": "vastgelegd door", "waarde": "griffier (os-1000)"}
    assert {"naam": "bevestigd door", "waarde": "jurist (os-2000)"} in dossier["elementen"][16]["waarden"]


def test_een_stap_die_er_niet_is(wereld: Wereld) -> None:
    """The steps there are, are named; the exit code says that the input was wrong."""
    besluit(wereld)
    uitkomst = wereld("dossier", ID, "B9")
    assert uitkomst.code == 2
    assert "Stap B9 is er niet" in uitkomst.fout
    assert "B1" in uitkomst.fout


def test_een_geheim_dossier_toont_alleen_de_verwijzing(wereld: Wereld) -> None:
    """The old title is in no line of the record, nor on the screen of the opgave above its timeline."""
    besluit(wereld, motivering="voor 3 miljoen")
    oud = wereld("dossier", ID, "B1").uit
    assert GEHEIM in oud
    velden = {"grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak", "referentie": "DOC-7"}
    wereld.tik("LegGeheimhoudingOp", als="griffier", stap="B1", orgaan="PS", **velden)
    uit = wereld("dossier", ID, "B1").uit
    assert "Op deze stap rust geheimhouding" in uit
    assert "grondzaak" in uit
    assert "DOC-7" in uit
    assert GEHEIM not in uit
    assert "3 miljoen" not in uit
    boven, _, _ = wereld("toon", ID).uit.partition("Laatste feiten")
    assert "grondzaak" in boven
    assert GEHEIM not in boven


def test_toon_zegt_waar_een_voorstel_ligt(wereld: Wereld) -> None:
    """One line per proposal on its way: what it passed, what was not reported, where it lies; none when it is done."""
    wereld.tik("StartOpgave", **START)
    wereld.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders")
    assert "nu: concept" not in wereld("toon", ID).uit, "it has not left yet"
    wereld.tik("MeldHalte", stap="B1", halte="toetsen", uitkomst="akkoord")
    assert "B1: concept niet gemeld, toetsen v > nu: portefeuillehouder" in wereld("toon", ID).uit
    wereld.tik("LegVoor", stap="B1", vergadering_op="2026-03-18")
    wereld.tik("MeldHalte", als="griffier", stap="B1", halte="commissie", uitkomst="hamerstuk")
    uit = " ".join(wereld("toon", ID).uit.split())
    assert "griffie: ingekomen v, presidium niet gemeld, beeldvorming niet gemeld, commissie v" in uit
    assert "> nu: besluit van PS (vergadering wo 18 maart 2026), hamerstuk" in uit
    assert max(map(len, wereld("toon", ID).uit.splitlines())) <= 100
    wereld.tik("LegBesluitVast", als="griffier", stap="B1", stemming={"wijze": "zonder_stemming"}, resultaat="kader")
    zeg(wereld, "jurist", uid=2000, soort="BevestigBesluit", vastlegging="B1.v1")
    assert "nu: " not in wereld("toon", ID).uit
