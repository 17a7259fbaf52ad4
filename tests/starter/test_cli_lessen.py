"""Lessons on the command line: found, read, offered and answered, counted; and the library of cases."""

import json
import shlex
from typing import Any

import pytest
from sqlalchemy import update
from test_cli_hulp import ID, START, Wereld, leeg_register, wereld

from domain.opdracht import Opdracht
from domain.reglement.register import nieuwste
from domain.stand import Begin
from register.tabellen_samen import LES as LES_RIJ
from starter.cli.wie import afzender
from starter.invoer import maak_opdracht

__all__ = ["leeg_register", "wereld"]
ANDER = "FL-2026-02"
BEGIN: dict[str, Any] = {**START}
LES: dict[str, Any] = {
    "titel": "Leg datalevering vast",
    "context": "De netbeheerder leverde meetgegevens.",
    "aanbeveling": "Neem meetgegevens op in het convenant.",
    "actie": "pas het modelconvenant aan",
}
VERHAAL = {
    "titel": "De buurt begon zelf",
    "verteller_functie": "wijkregisseur",
    "context": "Een dorp zonder gas.",
    "praktijk": "Bewoners vroegen een gesprek aan.",
    "waardering": "goed",
    "principes": [3],
    "rollen": ["zorgdrager"],
    "succes": True,
}


def _geef(wereld: Wereld, opgave: str, soort: str, als: str = "opgavemanager", **velden: Any) -> None:
    """One accepted command to this opgave; a StartOpgave begins it."""
    opdracht = maak_opdracht({"soort": soort, **velden}, afzender(als, None, 1000))
    if soort in ("BiedLessenAan", "MeldHergebruik"):
        opdracht = _van_systeem(opdracht)
    begin = Begin(opgave=opgave, reglement=nieuwste().code)
    bewijs = _wacht(wereld.start(begin, opdracht) if soort == "StartOpgave" else wereld.geef(opgave, opdracht))
    assert not bewijs.geweigerd, bewijs


def _van_systeem(opdracht: Opdracht) -> Opdracht:
    van = getattr(opdracht.inhoud, "in_opgave", "")
    return opdracht.met(door=opdracht.door.met(functie="systeem", zekerheid="sleutel", subject=f"opgave.{van}"))


def _wacht(werk: Any) -> Any:
    """The gateway of these tests never really waits."""
    try:
        werk.send(None)
    except StopIteration as klaar:
        return klaar.value
    raise AssertionError("deze toegang wacht nergens op")


@pytest.fixture
def geleerd(wereld: Wereld) -> Wereld:
    """One opgave with a lesson and a story, another to which the lesson was offered."""
    _geef(wereld, ID, "StartOpgave", **BEGIN)
    _geef(wereld, ID, "VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    _geef(wereld, ID, "LegBronverhaalVast", inhoud=VERHAAL)
    _geef(wereld, ID, "LegLesVast", **LES, bronverhalen=["BV1"])
    _geef(wereld, ID, "LegLesVast", titel="Besloten meetgegevens", openbaar=False)
    _geef(wereld, ANDER, "StartOpgave", **BEGIN)
    offer = {"les": f"{ID}/L1", "titel": LES["titel"], "regel": LES["aanbeveling"], "waarom": ["zelfde thema"]}
    _geef(wereld, ANDER, "BiedLessenAan", moment="F1", lessen=[offer])
    return wereld


def _json(wereld: Wereld, *regel: str) -> Any:
    uit = wereld("lessen", *regel, "--json")
    assert uit.code == 0, uit.alles
    return json.loads(uit.uit)


@pytest.mark.parametrize(
    "regel",
    [
        ("zoek", "meetgegevens", "--ook-concept"),
        ("toon", f"{ID}/L1"),
        ("aanbod", ANDER),
        ("hergebruik",),
        ("hergebruik", ID),
        ("casussen",),
    ],
    ids=" ".join,
)
def test_elke_opdracht_is_te_lezen_en_heeft_json(geleerd: Wereld, regel: tuple[str, ...]) -> None:
    mens = geleerd("lessen", *regel)
    assert (mens.code, mens.fout) == (0, "")
    assert max(len(r) for r in mens.uit.splitlines() if not r.startswith("    opgave ")) <= 100
    assert _json(geleerd, *regel)


def test_zoeken_vindt_met_verbuigingen_en_filters_en_verzwijgt_wat_niet_openbaar_is(geleerd: Wereld) -> None:
    def gevonden(*regel: str) -> list[str]:
        return [les["les"] for les in _json(geleerd, "zoek", *regel)]

    assert gevonden("meetgegevens") == []  # its partners were not heard yet
    assert gevonden("meetgegevens", "--ook-concept") == gevonden("meetgegevens", "--status", "concept") == ["L1"]
    _geef(geleerd, ID, "WijzigLesstatus", les="L1", status="gevalideerd", toelichting="aan tafel besproken")
    assert gevonden("meetgegevens", "--status", "concept") == []
    assert gevonden("meetgegeven convenanten") == ["L1"]
    assert gevonden("meetgegevens", "--thema", BEGIN["thema"].upper()) == ["L1"]
    assert gevonden("meetgegevens", "--thema", "water") == []
    assert gevonden("--partner", "gemeente-dronten", "--fase", "f1") == ["L1"]
    assert set(gevonden("meetgegevens", "--voor", ID)) == {"L1", "L2"}
    leeg = geleerd("lessen", "zoek", "olifant")
    assert "geen les gevonden" in leeg.uit


def test_een_onbekende_keuze_noemt_wat_kan(geleerd: Wereld) -> None:
    fout = geleerd("lessen", "zoek", "--status", "klaar")
    assert fout.code == 2
    assert "vastgesteld" in fout.fout
    fout = geleerd("lessen", "casussen", "--waarde", "vrolijk")
    assert fout.code == 2
    assert "vindingrijk" in fout.fout


@pytest.mark.parametrize(
    "regel",
    [
        ("hergebruik", "FL-1900-01"),
        ("hergebruik", "../x"),
        ("casussen", "FL-1900-01"),
        ("casussen", "<script>"),
        ("toon", "\udcff/L1"),
        ("zoek", "--voor", "../x"),
        ("zoek", "--thema", "\udcff"),
        ("zoek", "--partner", "a\x00b"),
        ("zoek", "--partner", "x" * 1_000),
    ],
)
def test_wat_geen_opgave_of_tekst_is_wordt_gezegd(geleerd: Wereld, regel: tuple[str, ...]) -> None:
    """Exit code 2 and a sentence; never an empty list as if there were no lessons, and never a crash."""
    fout = geleerd("lessen", *regel)
    assert (fout.code, fout.uit) == (2, ""), fout.alles
    assert "mis dat niet had mogen" not in fout.fout


def test_een_id_mag_in_kleine_letters(geleerd: Wereld) -> None:
    for groep in ("hergebruik", "casussen"):
        assert _json(geleerd, groep, ID.lower()) == _json(geleerd, groep, ID)


def test_wat_na_het_aanbieden_geheim_werd_staat_nergens_anders_meer(geleerd: Wereld) -> None:
    """Its number stays, to be answered and counted; its words are gone from the offer and from the list of all."""
    assert "Leg datalevering vast" in geleerd("lessen", "aanbod", ANDER).uit
    assert "Leg datalevering vast" in geleerd("lessen", "hergebruik").uit
    with geleerd.register.schrijf() as verbinding:
        verbinding.execute(update(LES_RIJ).where(LES_RIJ.c.les == "L1").values(openbaar=False))
    for regel in (("aanbod", ANDER), ("hergebruik",)):
        for json_ in ((), ("--json",)):
            uit = geleerd("lessen", *regel, *json_).uit
            assert f"{ID}/L1" in uit or '"L1"' in uit
            for tekst in (LES["titel"], LES["aanbeveling"]):
                assert tekst[:12] not in uit
    assert "Leg datalevering" in " ".join(geleerd("lessen", "hergebruik", ID).uit.split())


def test_een_les_toont_wie_nog_iets_moet_zeggen(geleerd: Wereld) -> None:
    uit = geleerd("lessen", "toon", f"{ID}/L1").uit
    assert "gemeente Dronten" in uit
    assert "nog niet gedaan" in uit
    assert geleerd("lessen", "toon", f"{ID}/L9").code == 2
    assert geleerd("lessen", "toon", "FL-1900-01/L1").code == 2


def test_het_aanbod_geeft_regels_om_te_plakken_die_werken(geleerd: Wereld) -> None:
    """Three lines per lesson; the pasted one is accepted, and then nothing is asked any more."""
    regels = [r.strip() for r in geleerd("lessen", "aanbod", ANDER).uit.splitlines() if r.startswith("    opgave ")]
    assert len(regels) == 3
    antwoord = geleerd(*shlex.split(next(r for r in regels if "niet_toegepast" in r))[1:])
    assert antwoord.code == 0, antwoord.alles
    na = geleerd("lessen", "aanbod", ANDER).uit
    assert "niet toegepast: <waarom>" in na
    assert "opgave geef" not in na


def test_hergebruik_telt_wat_is_getoond_en_wat_ermee_gebeurde(geleerd: Wereld) -> None:
    telling = {"nooit_getoond": 1, "wacht_op_antwoord": 1, "getoond_niet_gebruikt": 0, "toegepast": 0}
    assert dict(_json(geleerd, "hergebruik")["totaal"]["per_oordeel"]) == telling
    for antwoord, oordeel in (("niet_toegepast", "getoond_niet_gebruikt"), ("toegepast", "toegepast")):
        velden = {"les": f"{ID}/L1", "moment": "F1", "antwoord": antwoord, "reden": "zo ging het"}
        _geef(geleerd, ANDER, "BeantwoordLesaanbod", **velden)
        eerste = _json(geleerd, "hergebruik", ID)["lessen"][0]
        assert (eerste["oordeel"], eerste["getoond"], eerste[antwoord]) == (oordeel, 1, 1)
    assert eerste["toegepast_in"] == [ANDER]


def test_de_casussen_zijn_te_kiezen_op_kenmerken(geleerd: Wereld) -> None:
    (casus,) = _json(geleerd, "casussen", "--principe", "3", "--rol", "zorgdrager", "--succes")
    assert (casus["verhaal"], casus["lessen"]) == ("BV1", ["L1"])
    assert _json(geleerd, "casussen", "--waardering", "minder_goed") == []
    _geef(geleerd, ID, "LegBronverhaalVast", inhoud={**VERHAAL, "titel": "Besloten", "openbaar": False})
    assert len(_json(geleerd, "casussen")) == 1
    assert len(_json(geleerd, "casussen", ID)) == 2
