"""A sheet that was filled in is told by what it is: which one, whose, and which of several."""

import typing
from typing import Any

import pytest
import verhaal as v

from domain.taal.bladen import Blad
from domain.zinnen import vertel
from domain.zinnen_bladen import NAMEN


def _soorten() -> set[str]:
    unie = typing.get_args(Blad)[0]
    return {typing.get_args(soort.model_fields["blad"].annotation)[0] for soort in typing.get_args(unie)}


def _zinnen(*zetten: v.Zet) -> list[str]:
    verhaal = v.in_f2().gegeven(*zetten)
    return [vertel(f) for f in verhaal.alles if f.inhoud.soort == "BladVastgelegd"][-len(zetten) :]


def test_elk_blad_heeft_een_eigen_naam_in_een_zin() -> None:
    assert _soorten() == NAMEN


@pytest.mark.parametrize(
    ("blad", "zin"),
    [
        (
            {"blad": "beeld", "partner": v.DRONTEN, "opgave": "x", "samenwerking": "y"},
            "Het beeld van gemeente-dronten is vastgelegd, gehoord aan tafel.",
        ),
        ({"blad": "leervraag", "vraag": "L2", "antwoord": "x"}, "Het antwoord op leervraag L2 is vastgelegd."),
        (
            {"blad": "draagvlak", "partner": v.DRONTEN, "moment": "F1", "score": 2},
            "Het draagvlak van gemeente-dronten bij F1 is vastgelegd, gehoord aan tafel.",
        ),
        (
            {"blad": "relatie", "niveau": 2, "score": 1, "toelichting": "stroef"},
            "De relatie met andere overheden is vastgelegd.",
        ),
        (
            {"blad": "een_overheid", "als_een_overheid": True},
            "Of de overheden hier als een overheid werken, is vastgelegd.",
        ),
    ],
)
def test_een_zin_over_een_blad_zegt_welk_blad_het_is_en_niet_wat_erop_staat(blad: dict[str, Any], zin: str) -> None:
    velden = {naam: waarde for naam, waarde in blad.items() if naam != "blad"}
    assert _zinnen(v.blad(blad["blad"], **velden)) == [zin]


def test_een_blad_dat_opnieuw_is_ingevuld_zegt_dat() -> None:
    punt = {"blad": "kaderpunt", "nr": "K1", "tekst": "stil", "concreetheid": "doel"}
    zinnen = _zinnen(*(v.manager("LegBladVast", inhoud={**punt, "tekst": tekst}) for tekst in ("stil", "stiller")))
    assert zinnen == ["Punt K1 van het kader is vastgelegd.", "Punt K1 van het kader is opnieuw vastgelegd."]


def test_een_termijn_noemt_een_functie_in_gewone_woorden() -> None:
    waarde = {"blad": "beschermde_waarde", "nr": "W1", "waarde": "stilte", "ondergrens": "5", "eenheid": "dB"}
    verhaal = v.in_f2().gegeven(v.manager("LegBladVast", inhoud={**waarde, "gemeten": "3"}))
    zinnen = [vertel(f) for f in verhaal.laatste]
    assert any("voor ambtelijk opdrachtgever tot" in zin for zin in zinnen)
    assert not any("ambtelijk_" in zin for zin in zinnen)


def test_een_weigering_zegt_dat_de_namen_erachter_wel_bekend_zijn() -> None:
    verhaal = v.in_f2().als(v.manager("LaatPartnerUittreden", partner="urk", reden="x"))
    (zin,) = [vertel(f) for f in verhaal.laatste]
    assert f"niet bekend: urk. Wel bekend: {v.DRONTEN}; " in zin
