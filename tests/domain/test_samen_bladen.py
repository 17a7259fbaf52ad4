"""Every sheet can be read: each kind has a title, each field a label, and the overview shows all that was filled in."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from samenhulp import let_op, leven, rooster, zie
from verhaal import BETEKENIS, DRONTEN, blad, flevo, rolkeuze

from domain import kern
from domain.basis import Model
from domain.beeld.samen.alle import VELLEN
from domain.beeld.samen.blad import is_code, lees
from domain.beeld.samen.bladwoorden import LABELS, THEMAS, TITELS
from domain.beeld.samen.overzicht import overzicht
from domain.stand import Begin
from domain.taal.bladen import Blad


def _leden(soort: Any) -> Iterator[type[Model]]:
    if isinstance(soort, type):
        yield soort
    for deel in get_args(soort):
        if not isinstance(deel, str):
            yield from _leden(deel)


BLADEN = [m for m in _leden(Blad) if issubclass(m, Model)]


def _soort(model: type[Model]) -> str:
    return str(get_args(model.model_fields["blad"].annotation)[0])


def _velden(model: type[Model]) -> Iterator[str]:
    for naam, veld in model.model_fields.items():
        if naam != "blad":
            yield naam
        for deel in _leden(veld.annotation):
            if issubclass(deel, Model):
                yield from _velden(deel)


def test_de_unie_is_helemaal_gelezen() -> None:
    """The walk over the union finds the kinds of all three files of sheets."""
    assert {"betekenis", "ja_mits", "beeld", "afhankelijkheid", "wgr_toets"} <= set(map(_soort, BLADEN))


@pytest.mark.parametrize("model", BLADEN, ids=_soort)
def test_elk_blad_heeft_een_titel_en_elk_veld_een_woord(model: type[Model]) -> None:
    """A new kind of sheet, or a new field, needs its Dutch word."""
    assert TITELS[_soort(model)]
    assert [veld for veld in _velden(model) if veld not in LABELS] == []


def test_elk_blad_staat_in_een_thema() -> None:
    """The overview forgets no kind and names none twice."""
    ingedeeld = [soort for _, soorten in THEMAS for soort in soorten]
    assert sorted(ingedeeld) == sorted(map(_soort, BLADEN)) == sorted(TITELS)


def test_een_blad_leest_als_gewone_taal() -> None:
    """Codes become words, partners names, dates and amounts Dutch; empty fields are left out."""
    verhaal = leven(
        blad("ondersteuning", partner=DRONTEN, wat="jurist_op_afroep", uren=40, bedrag=250000, tot="2026-01-05"),
        blad("kaderpunt", nr="1", tekst="ruimte", concreetheid="nader_uit_te_werken", uiterlijk="2026-02-01"),
    )
    steun, punt = (dict(lees(verhaal.stand, b).regels) for b in verhaal.stand.bladen.values())
    assert steun["Partner"] == "gemeente Dronten"
    assert steun["Wat"] == "jurist_op_afroep"
    assert (steun["Bedrag"], steun["Tot en met"]) == ("€ 2.500,00", "5-1-2026")
    assert punt["Hoe concreet"] == "nader uit te werken"
    assert "Voorwaarde" not in punt


def test_alleen_onze_eigen_woorden_zijn_codes() -> None:
    """What someone typed keeps its underscores."""
    velden = {veld: info.annotation for m in BLADEN for veld, info in m.model_fields.items()}
    assert is_code(velden["functionele_rol"])
    assert not is_code(velden["kern"])


def test_het_overzicht_toont_alles_en_zegt_wat_mist() -> None:
    """All sheets by theme; the rest is named as not filled in."""
    verhaal = leven(BETEKENIS, flevo("F1"), rolkeuze("F1"), blad("werkwijze", afspraak="samen", samen_met=[DRONTEN]))
    vel = zie(verhaal, overzicht)
    assert rooster(vel, "De opgave").rijen == (("Betekenis voor de Flevolander", "Tekst", "bedrijven kunnen groeien"),)
    assert ("", "Samen met", "gemeente Dronten") in rooster(vel, "Samen").rijen
    stijl = next(r for r in rooster(vel, "Rollen en sturing").rijen if r[1] == "Governancestijl")
    assert stijl[2] == "hierarchie 20, netwerk 60, markt 20"
    leeg, alles_leeg = (rooster(x, "Nog niet ingevuld").rijen for x in (vel, zie(leven(), overzicht)))
    assert dict(leeg)["Samen"].startswith("Gezamenlijke ambitie; Gezamenlijke norm")
    assert "; Werkwijze;" in dict(alles_leeg)["Samen"]
    assert "De opgave 9; Kaders en loslaten 11; Samen 9;" in let_op(vel)
    assert "Spelniveau" not in dict(alles_leeg)["Samen"]


def test_een_agenda_mist_geen_bladen_van_een_opgave() -> None:
    agenda = kern.begin(Begin(opgave="AGENDA-FLEVOLAND", reglement="r2026_4"))
    vel = overzicht(agenda)
    assert vel.let_op == ()
    assert {r.titel for r in vel.roosters} == {"Waar het om begon", "Successen"}


@pytest.mark.parametrize("naam", VELLEN)
def test_elk_vel_klopt_in_een_leeg_leven(naam: str) -> None:
    """Before anything is filled in every page says so, under its own name."""
    vel = zie(leven(), VELLEN[naam])
    assert vel.naam == naam
    for r in vel.roosters:
        assert r.rijen or r.leeg
        assert all(len(rij) == len(r.kolommen) for rij in r.rijen)
