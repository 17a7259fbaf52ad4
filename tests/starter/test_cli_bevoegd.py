"""Who was competent on a day, and what is flagged, as people see it."""

import json
from datetime import timedelta

import pytest
from test_cli_formatie import doe
from test_cli_hulp import ID, START, NepOmgeving, Wereld, leeg_register, wereld

from starter.cli.wie import afzender
from starter.invoer import maak_opdracht

__all__ = ["leeg_register", "wereld"]


def tik(wereld: Wereld, als: str, soort: str, uid: int = 1000, **velden: object) -> None:
    """One accepted command of this user in this function."""
    omgeving = NepOmgeving(wereld)
    opdracht = maak_opdracht({"soort": soort, **velden}, afzender(als, None, uid))
    bewijs = omgeving.wacht_op(wereld.geef(ID, opdracht))
    omgeving.sluit()
    assert not bewijs.geweigerd, bewijs


@pytest.fixture
def leven(wereld: Wereld) -> Wereld:
    """Started on 10 March; a griffier is replaced from 12 March on, for kaders only; handed over on the 20th."""
    doe(wereld, ID, "StartOpgave", **START)
    waarneming = {"functie": "griffier", "vorm": "waarneming", "door": "s-oost", "van": "2026-03-12"}
    tik(wereld, "griffier", "RegelVervanging", **waarneming, grondslag="PW 104d", beperkt_tot=["kader"])
    wereld.nu += timedelta(days=10)
    tik(wereld, "opgavemanager", "DraagOver", functie="opgavemanager", naar="s-nieuw")
    return wereld


def test_bevoegd_toont_alle_functies_van_vandaag(leven: Wereld) -> None:
    uit = leven("bevoegd", ID)
    assert (uit.code, uit.fout) == (0, "")
    assert "vr 20 maart 2026" in uit.uit
    regels = [" ".join(r.split()) for r in uit.uit.splitlines()]
    assert any(r.startswith("opgavemanager s-nieuw houder vr 20 maart") for r in regels)
    for woord in ("s-oost", "waarneming", "nader order", "kader", "PW 104d"):
        assert woord in uit.uit


def test_bevoegd_op_een_andere_dag(leven: Wereld) -> None:
    """The one who handed over was competent until the day before."""
    uit = leven("bevoegd", ID, "opgavemanager", "--op", "19-3-2026", "--json")
    (wie,) = json.loads(uit.uit)["bevoegd"]
    assert (wie["subject"], wie["hoedanigheid"], wie["van"], wie["tot"]) == (
        "os-1000",
        "houder",
        "2026-03-10",
        "2026-03-19",
    )
    assert json.loads(leven("bevoegd", ID, "griffier", "--op", "2026-03-11", "--json").uit)["bevoegd"] == []
    assert "niemand bekend" in leven("bevoegd", ID, "griffier", "--op", "2026-03-11").uit


def test_een_functie_die_niet_bestaat_wordt_genoemd(leven: Wereld) -> None:
    uit = leven("bevoegd", ID, "griffer")
    assert uit.code == 2
    assert "'griffer' kennen we niet" in uit.fout
    assert "griffier" in uit.fout
    assert leven("bevoegd", ID, "ambtelijk-opdrachtgever").code == 0


def test_een_waarnemer_wordt_buiten_zijn_periode_geweigerd(leven: Wereld) -> None:
    """Told to the person: when he was competent, and on which ground."""
    noteer = ("noteer", ID, "PS vroegen uitleg", "--als", "griffier:s-oost")
    assert leven(*noteer).code == 0
    uit = leven(*noteer, "--op", "2026-03-11")
    assert uit.code == 1
    assert "vervult u de functie griffier niet" in uit.fout
    assert "van 12-3-2026 tot nader order (PW 104d)" in uit.fout


def test_toon_begint_met_wat_er_op_een_aangevochten_besluit_rust(leven: Wereld) -> None:
    """At the top, before the lists, and gone once it is settled."""
    assert "Let op" not in leven("toon", ID).uit
    tik(leven, "opgavemanager", "OpenBesluit", code="agenda", orgaan="GS", onderwerp="agenda")
    tik(leven, "opgavemanager", "LegVoor", stap="B1")
    tik(leven, "bestuurssecretariaat", "LegBesluitVast", stap="B1", uitkomst="conform")
    tik(leven, "jurist", "BevestigBesluit", uid=2000, vastlegging="B1.v1")
    middel = {"stap": "B1", "middel": "schorsing", "door": "de Kroon", "referentie": "KB 2026-12"}
    tik(leven, "jurist", "MeldRechtsmiddel", **middel)
    uit = leven("toon", ID).uit
    assert uit.index("Let op") < uit.index("Wat wacht op wie")
    assert "Het besluit B1 is geschorst" in uit
    assert "KB 2026-12" in uit
    op = {"rechtsmiddel": "RM1", "uitkomst": "opgeheven", "motivering": "KB 2026-13"}
    tik(leven, "jurist", "SluitRechtsmiddel", **op)
    assert "Let op" not in leven("toon", ID).uit
