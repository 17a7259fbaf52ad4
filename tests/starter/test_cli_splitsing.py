"""Splitting and merging from the command line: a form that asks everything, and what is shown of the link."""

from pathlib import Path
from typing import Any

import yaml
from test_cli_hulp import ID, Wereld, begonnen, leeg_register, wereld

from domain.stand import Begin
from domain.taal.splitsing import MEESTE_DELEN
from register import overbrengen
from starter.cli.wie import afzender
from starter.invoer import maak_opdracht

__all__ = ["leeg_register", "wereld"]

NIEUW = "FL-2026-02"


def _gevuld(wereld: Wereld) -> Wereld:
    begonnen(wereld)
    wereld.tik("LegBladVast", inhoud={"blad": "kaders", "inhoud": ['open: "landschap" # blijft']})
    wereld.tik("LegLesVast", titel="vraag vroeg")
    return wereld


def _formulier(wereld: Wereld, opdracht: str = "splits") -> dict[str, Any]:
    uit = wereld(opdracht, ID, "--formulier")
    assert (uit.code, uit.fout) == (0, "")
    gelezen: dict[str, Any] = yaml.safe_load(uit.uit)
    return gelezen


def _ingevuld(formulier: dict[str, Any], waarheen: str = "gaat_mee") -> dict[str, Any]:
    return formulier | {"verdeling": [regel | {"waarheen": waarheen} for regel in formulier["verdeling"]]}


def _bestand(map_: Path, formulier: dict[str, Any]) -> str:
    pad = map_ / "verdeling.yaml"
    pad.write_text(yaml.safe_dump(formulier), encoding="utf-8")
    return str(pad)


def _opnieuw_beginnen(wereld: Wereld, opgave: str) -> None:
    start = {"soort": "StartOpgave", "titel": "Ander", "thema": "water", "initiatief": {"door": "buurt"}}
    opdracht = maak_opdracht(start, afzender(None, None, 1000))
    begin = Begin(opgave=opgave, reglement=wereld.standen[ID].reglement)
    wereld.standen.pop(opgave, None)
    coroutine = wereld.start(begin, opdracht)
    try:
        coroutine.send(None)
    except StopIteration as klaar:
        assert not klaar.value.geweigerd


def test_het_formulier_is_ingevuld_zo_dat_er_niets_verhuist(wereld: Wereld, tmp_path: Path) -> None:
    """As it is printed it is accepted, whatever people wrote in the things it names."""
    formulier = _formulier(_gevuld(wereld))
    assert {regel["waarheen"] for regel in formulier["verdeling"]} == {"blijft"}
    assert {"kader", "les"} <= {regel["soort"] for regel in formulier["verdeling"]}
    bestand = _bestand(tmp_path, formulier | {"reden": "te groot"})
    uit = wereld("splits", ID, "--nieuw", NIEUW, "--titel", "Oost", "--verdeling", bestand)
    assert uit.code == 0, uit.alles
    assert NIEUW in uit.uit
    gedragen = [rij.soort for rij in overbrengen.rijen(wereld.register) if rij.naar == NIEUW]
    assert gedragen == ["StartOpgave", "OntvangDelen"]


def test_wie_een_regel_weglaat_hoort_wat_er_ontbreekt(wereld: Wereld, tmp_path: Path) -> None:
    formulier = _formulier(_gevuld(wereld))
    weg = next(regel for regel in formulier["verdeling"] if regel["soort"] == "les")
    formulier["verdeling"].remove(weg)
    bestand = _bestand(tmp_path, formulier)
    uit = wereld("splits", ID, "--nieuw", NIEUW, "--titel", "Oost", "--reden", "x", "--verdeling", bestand)
    assert uit.code == 1
    assert "les L1: vraag vroeg" in uit.fout


def test_een_id_die_al_bestaat_kan_niet_nieuw_zijn(wereld: Wereld, tmp_path: Path) -> None:
    _gevuld(wereld)
    _opnieuw_beginnen(wereld, NIEUW)
    bestand = _bestand(tmp_path, _formulier(wereld))
    uit = wereld("splits", ID, "--nieuw", NIEUW, "--titel", "Oost", "--reden", "x", "--verdeling", bestand)
    assert (uit.code, "bestaat al" in uit.fout) == (2, True)


def test_het_formulier_van_samenvoegen_kiest_niets_voor(wereld: Wereld, tmp_path: Path) -> None:
    """An opgave that ends keeps nothing because nobody said otherwise; also its promises are asked for."""
    _gevuld(wereld)
    _opnieuw_beginnen(wereld, NIEUW)
    uit = wereld("voeg-samen", ID, "--formulier")
    assert "--- les. blijft: zij wordt nog bij deze opgave gecontroleerd" in uit.uit
    formulier = yaml.safe_load(uit.uit)
    assert {regel["waarheen"] for regel in formulier["verdeling"]} == {None}
    assert "afspraak" in {regel["soort"] for regel in formulier["verdeling"]}
    bestand = _bestand(tmp_path, formulier)
    leeg = wereld("voeg-samen", ID, "--in", NIEUW, "--reden", "x", "--verdeling", bestand)
    assert (leeg.code, "les L1" in leeg.fout) == (2, True)


def test_wat_niet_te_verdelen_is_krijgt_geen_formulier(wereld: Wereld, tmp_path: Path) -> None:
    """An ended opgave, one that ended to go into, and one that is not there are refused before the form is printed."""
    _gevuld(wereld)
    _opnieuw_beginnen(wereld, NIEUW)
    bestand = _bestand(tmp_path, _ingevuld(_formulier(wereld, "voeg-samen")))
    assert wereld("voeg-samen", ID, "--in", NIEUW, "--reden", "x", "--verdeling", bestand).code == 0
    for regel in (("splits", ID), ("voeg-samen", ID), ("voeg-samen", NIEUW, "--in", ID)):
        uit = wereld(*regel, "--formulier")
        assert (uit.code, uit.uit, "afgerond" in uit.fout) == (2, "", True), regel
    assert "bestaat niet" in wereld("voeg-samen", NIEUW, "--in", "FL-2026-99", "--formulier").fout


def test_samenvoegen_kan_alleen_met_een_opgave_die_er_is(wereld: Wereld, tmp_path: Path) -> None:
    _gevuld(wereld)
    bestand = _bestand(tmp_path, _ingevuld(_formulier(wereld, "voeg-samen")))
    uit = wereld("voeg-samen", ID, "--in", NIEUW, "--reden", "x", "--verdeling", bestand)
    assert (uit.code, "bestaat niet" in uit.fout) == (2, True)


def test_te_veel_onderdelen_worden_met_het_getal_geweigerd(wereld: Wereld, tmp_path: Path) -> None:
    _gevuld(wereld)
    regels = [{"soort": "les", "id": f"L{nr}", "waarheen": "blijft"} for nr in range(MEESTE_DELEN + 1)]
    bestand = _bestand(tmp_path, {"verdeling": regels})
    uit = wereld("splits", ID, "--nieuw", NIEUW, "--titel", "Oost", "--reden", "x", "--verdeling", bestand)
    assert (uit.code, str(MEESTE_DELEN) in uit.fout) == (2, True), uit.fout


def test_het_scherm_toont_de_afstamming_en_of_alles_aankwam(wereld: Wereld, tmp_path: Path) -> None:
    _gevuld(wereld)
    _opnieuw_beginnen(wereld, NIEUW)
    bestand = _bestand(tmp_path, _ingevuld(_formulier(wereld, "voeg-samen")))
    uit = wereld("voeg-samen", ID, "--in", NIEUW, "--reden", "samen sterker", "--verdeling", bestand)
    assert uit.code == 0, uit.alles
    scherm = " ".join(wereld("toon", ID).uit.split())
    assert f"opgegaan in {NIEUW} nog niet aangekomen" in scherm


def test_zonder_formulier_zegt_de_opdracht_hoe_u_er_een_maakt(wereld: Wereld) -> None:
    begonnen(wereld)
    uit = wereld("splits", ID, "--nieuw", NIEUW, "--titel", "Oost", "--reden", "x")
    assert (uit.code, "--formulier" in uit.fout) == (2, True)
