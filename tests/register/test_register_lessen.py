"""Lessons are found by words, theme and the rest: the same on both databases, and never what is not for other eyes."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from postgres import eigen_schema
from proefleven import Proefleven, leg_vast
from sqlalchemy import select

from domain import kern
from domain.basis import Fase
from domain.stand import Begin, Stand
from domain.taal.geheim import Geheimhouding
from domain.taal.lessen import Les
from register.lesindex import werk_bij
from register.lessen import een, zoek
from register.stammen import stammen, woorden, zoekwoorden
from register.tabellen_samen import LES, LESSTAM
from register.verbinding import Register, open_register

NU = datetime(2026, 3, 10, 9, tzinfo=UTC)
SET = json.loads((Path(__file__).parents[1] / "zoekvragen.json").read_text(encoding="utf-8"))
ONDERGRENS = 0.93
"""Of the right lessons so many stand among the first ten; two questions of 45 ask for what stems can't give."""


def _stand(opgave: str, *lessen: dict[str, Any]) -> Stand:
    """An opgave with these lessons, public and validated unless said."""
    begin = kern.begin(Begin(opgave=opgave, reglement="r2026_4"))
    vast = {"type": "proces", "openbaar": True, "status": "gevalideerd"}
    eigen = (Les.model_validate({**vast, **les}) for les in lessen)
    return begin.met(lessen={les.id: les for les in eigen})


def _vul(register: Register, *standen: Stand) -> None:
    with register.schrijf() as verbinding:
        for stand in standen:
            werk_bij(verbinding, stand, NU)


def _namen(register: Register, tekst: str = "", **keuze: Any) -> list[str]:
    return [les.verwijzing for les in zoek(register, tekst, **keuze)]


def test_een_woord_van_tienduizend_letters_past_in_elke_database(register: Register) -> None:
    """A code without a space: PostgreSQL refuses keys that long, and then nothing of its opgave would be recorded."""
    rij = Random(7)
    lang = "".join(rij.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(10_000))
    _vul(register, _stand("FL-1", {"id": "L1", "titel": "warmte", "context": lang}))
    assert _namen(register, "warmte") == _namen(register, lang) == ["FL-1/L1"]


@pytest.fixture
def beide(tmp_path: Path) -> Iterator[tuple[Register, Register]]:
    """The two databases side by side."""
    with eigen_schema() as url:
        paar = open_register(f"sqlite:///{tmp_path / 'een.db'}"), open_register(url)
        yield paar
        for register in paar:
            register.sluit()


# Words


@pytest.mark.parametrize(
    ("een_", "ander"),
    [
        ("gemeente", "Gemeenten"),
        ("besluit", "besluiten"),
        ("samenwerken", "samenwerking"),
        ("coördinatie", "COORDINATIE"),
        ("initiatief", "initiatieven"),
        ("huis", "huizen"),
        ("risico", "risico’s"),
        ("subsidie", "subsidies"),
        ("advies", "adviezen"),
        ("jaar", "jaren"),
    ],
)
def test_vormen_van_een_woord_hebben_een_stam(een_: str, ander: str) -> None:
    assert zoekwoorden(een_) == zoekwoorden(ander) != ()


def test_kleine_woorden_tellen_alleen_als_er_niets_anders_is_gevraagd() -> None:
    assert zoekwoorden("de warmte van het water") == zoekwoorden("warmte water")
    assert zoekwoorden("van het") == ("van", "het")
    assert stammen("van het") == ""


@given(st.text(max_size=80))
def test_elke_tekst_heeft_stammen_van_gewone_letters_en_cijfers(tekst: str) -> None:
    """Whatever people paste: no character that one of the databases would read otherwise."""
    assert all(s.isascii() and s.isalnum() and s == s.lower() for s in stammen(tekst).split())
    assert len(set(stammen(tekst).split())) == len(stammen(tekst).split())


# Searching


def test_elk_woord_moet_voorkomen_en_een_begin_is_genoeg(register: Register) -> None:
    """What is promised of compounds is their begin; the inside is not."""
    _vul(register, _stand("FL-1", {"id": "L1", "titel": "Woningbouwlocaties bij het bedrijvenpark"}))
    for vraag in ("woningbouw", "bedrijf", "bedrijven", "woningbouw bedrijf", "Woningbouwlocatie"):
        assert _namen(register, vraag) == ["FL-1/L1"], vraag
    for vraag in ("locaties", "woningbouw olifant", "won"):  # the last is too short to be the begin of a word
        assert _namen(register, vraag) == [], vraag
    assert _namen(register, "%") == _namen(register, "...") == []


def test_een_woord_in_de_titel_en_het_hele_woord_gaan_voor(register: Register) -> None:
    lessen = (
        {"id": "L1", "titel": "x", "context": "warmte"},
        {"id": "L2", "titel": "x", "aanbeveling": "warmtenet"},
        {"id": "L3", "titel": "warmtenet"},
        {"id": "L4", "titel": "warmte"},
        {"id": "L5", "titel": "x", "oorzaak": "warmtebron"},
    )
    _vul(register, _stand("FL-1", *lessen))
    assert [n[-2:] for n in _namen(register, "warmte")] == ["L4", "L3", "L2", "L1", "L5"]
    assert [les.punten for les in zoek(register, "warmte")] == [7, 6, 4, 3, 2]
    assert len(zoek(register, "warmte", hoogstens=2)) == 2


def test_gelijk_passende_lessen_staan_op_naam(register: Register) -> None:
    """By the code of each character, as Python orders, also where the database speaks another language."""
    namen = ["FL-2", "FL-10", "AB-1", "FLA"]
    _vul(register, *(_stand(naam, {"id": "b", "titel": "warmte"}, {"id": "B", "titel": "warmte"}) for naam in namen))
    verwacht = [f"{naam}/{les}" for naam in sorted(namen) for les in ("B", "b")]
    assert _namen(register, "warmte") == verwacht
    assert _namen(register) == verwacht


def test_zoeken_kan_op_alles_waar_een_les_vandaan_komt(register: Register) -> None:
    proef = Proefleven("FL-2024-01").begonnen()
    proef.geef("LegLesVast", titel="bel eerst", type="relatie", rollen=["zorgdrager"], aanbeveling="bel")
    proef.geef("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="besproken")
    leg_vast(register, proef.alles())
    anders = {"thema": "water", "type": "data", "organiseervorm": "CONVENANT", "fase": Fase.PILOT}
    _vul(register, _stand("FL-2024-02", {"id": "L1", "titel": "bel later", **anders}))
    een_, twee = ["FL-2024-01/L1"], ["FL-2024-02/L1"]
    for keuze, verwacht in (
        ({"thema": " EnergieTransitie "}, een_),
        ({"thema": "water"}, twee),
        ({"partner": "gemeente-dronten"}, een_),
        ({"partner": "gemeente"}, []),
        ({"partner": "%"}, []),
        ({"type": "relatie"}, een_),
        ({"rol": "zorgdrager"}, een_),
        ({"aanleiding": "initiatief"}, een_),
        ({"vorm": "CONVENANT"}, twee),
        ({"fase": "F4"}, twee),
        ({"status": "vastgesteld"}, een_),
        ({"status": "gevalideerd"}, twee),
        ({"status": "toegepast"}, []),
        ({"vorm": "CONVENANT", "type": "relatie"}, []),
    ):
        assert _namen(register, "bel", **keuze) == verwacht, keuze
        assert _namen(register, **keuze) == verwacht, keuze


def test_een_les_volgt_haar_opgave_en_wordt_anders_vindbaar(register: Register) -> None:
    """A new text, a new status: the old words find nothing any more."""
    stand = _stand("FL-1", {"id": "L1", "titel": "warmte"}, {"id": "L2", "titel": "blijft"})
    _vul(register, stand, stand)
    anders = stand.met(lessen={**stand.lessen, "L1": stand.lessen["L1"].met(titel="water", status="vastgesteld")})
    _vul(register, anders)
    assert (_namen(register, "warmte"), _namen(register, "water")) == ([], ["FL-1/L1"])
    assert _namen(register, status="vastgesteld") == ["FL-1/L1"]
    with register.lees() as verbinding:
        assert len(verbinding.execute(select(LES)).all()) == 2
        assert {r.stam for r in verbinding.execute(select(LESSTAM.c.stam))} == {"water", "blijft"}


def test_een_vervallen_les_vindt_alleen_wie_erom_vraagt(register: Register) -> None:
    _vul(register, _stand("FL-1", {"id": "L1", "titel": "warmte", "status": "vervallen"}))
    assert _namen(register, "warmte") == []
    assert _namen(register, "warmte", status="vervallen") == ["FL-1/L1"]
    gevonden = een(register, "FL-1", "L1")
    assert gevonden is not None
    assert gevonden.status == "vervallen"
    assert een(register, "FL-1", "L2") is None


def test_een_concept_vindt_alleen_de_opgave_zelf_of_wie_erom_vraagt(register: Register) -> None:
    """Partners have not agreed with it yet: it is found by its own opgave, or where concepts are asked for."""
    titels = {"L1": "concept", "L2": "gevalideerd", "L3": "vervallen"}
    _vul(register, _stand("FL-1", *({"id": id_, "titel": "warmte", "status": s} for id_, s in titels.items())))
    alles = ["FL-1/L1", "FL-1/L2"]
    for vraag in ("warmte", ""):
        assert _namen(register, vraag) == _namen(register, vraag, voor="FL-2") == ["FL-1/L2"]
        assert _namen(register, vraag, voor="FL-1") == _namen(register, vraag, ook_concept=True) == alles
        assert _namen(register, vraag, status="concept") == ["FL-1/L1"]
    assert [les.status for les in zoek(register, "warmte", ook_concept=True)] == ["concept", "gevalideerd"]


VELDEN = ("thema", "vorm", "fase", "partner", "type", "rol", "aanleiding", "status", "voor")


@pytest.mark.parametrize("raar", ["\ud800", "a\x00b", "x" * 100_000, "%"], ids=["half", "nul", "lang", "jokerteken"])
def test_wat_geen_les_kan_hebben_vindt_niets_en_breekt_niets(register: Register, raar: str) -> None:
    """On both databases the same, whatever a command line gives: half a character, too long, a sign with a meaning."""
    _vul(register, _stand("FL-1", {"id": "L1", "titel": "warmte", "rollen": ["regisseur"], "thema": "water"}))
    for veld in VELDEN:
        gevonden = _namen(register, "warmte", **{veld: raar})
        assert gevonden == (["FL-1/L1"] if veld == "voor" and raar == "%" else []), veld
    assert _namen(register, raar) == []


def test_wie_niets_of_minder_wil_krijgt_niets(register: Register) -> None:
    _vul(register, _stand("FL-1", {"id": "L1", "titel": "warmte"}))
    for hoogstens in (0, -1):
        assert zoek(register, "warmte", hoogstens=hoogstens) == zoek(register, hoogstens=hoogstens) == ()
    assert len(zoek(register, "warmte", hoogstens=10**12)) == 1


def test_wat_niet_openbaar_is_vindt_alleen_de_opgave_zelf(register: Register) -> None:
    _vul(register, _stand("FL-1", {"id": "L1", "titel": "warmte", "openbaar": False}))
    assert _namen(register, "warmte") == _namen(register) == _namen(register, "warmte", voor="FL-2") == []
    assert _namen(register, "warmte", voor="FL-1") == ["FL-1/L1"]


def test_een_les_over_een_stap_onder_geheimhouding_vindt_niemand_anders(register: Register) -> None:
    """It names the step or where the document lies; once that is lifted, it is found again."""
    titels = ("Na B3 belden wij eerst", "Zie kluis 7 voor warmte", "Na B31 belden wij ook")
    stand = _stand("FL-1", *({"id": f"L{nr}", "titel": titel} for nr, titel in enumerate(titels, start=1)))
    rust = Geheimhouding.model_validate(
        {"stap": "B3", "orgaan": "GS", "grond": "Woo 5.1 lid 2 f", "neutrale_titel": "stuk", "referentie": "kluis 7"}
        | {"opgelegd_op": "2026-03-01"}
    )
    _vul(register, stand.met(geheim={"B3": rust}))
    assert _namen(register) == ["FL-1/L3"]
    assert len(_namen(register, voor="FL-1")) == 3
    _vul(register, stand.met(geheim={"B3": rust.met(opgeheven_op=NU.date())}))
    assert len(_namen(register)) == 3


# The same everywhere, and good enough


def test_beide_databases_vinden_hetzelfde_in_dezelfde_volgorde(beide: tuple[Register, Register]) -> None:
    """Random lessons of Dutch words, random questions of one to three of their words and begins of words."""
    toeval = Random(716)
    velden = ("titel", "aanbeveling", "wat_gebeurde")
    bron = sorted(
        {w for les in SET["lessen"] for veld in velden for w in les[veld].split()} | {"coördinatie", "’s", "PS"}
    )
    standen = [
        _stand(
            f"FL-{nr}",
            *(
                {"id": f"L{i}", "openbaar": toeval.random() < 0.9, "thema": toeval.choice(("water", "jeugd"))}
                | {veld: " ".join(toeval.choices(bron, k=toeval.randint(1, 9))) for veld in velden}
                for i in range(1, 9)
            ),
        )
        for nr in range(1, 26)
    ]
    for register in beide:
        _vul(register, *standen)
    raak = 0
    for _ in range(150):
        gekozen = [w[: toeval.randint(2, 12)] for w in toeval.choices(bron, k=toeval.choice((1, 1, 2, 3)))]
        keuze = {"thema": toeval.choice(("", "", "water")), "voor": toeval.choice(("", "FL-7"))}
        lite, groot = (zoek(register, " ".join(gekozen), **keuze, hoogstens=500) for register in beide)
        assert lite == groot, (gekozen, keuze)
        raak += bool(lite)
    assert raak > 50


def test_een_les_wordt_gevonden_met_elk_woord_dat_erin_staat(tmp_path: Path) -> None:
    register = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    les = SET["lessen"][0]
    _vul(register, _stand("FL-1", _uit_set(les)))
    for woord in woorden(f"{les['titel']} {les['aanbeveling']} {les['wat_gebeurde']}"):
        verwacht = ["FL-1/L1"] if stammen(woord) else []
        assert _namen(register, woord) == verwacht, woord
    register.sluit()


def _uit_set(les: dict[str, str]) -> dict[str, str]:
    return {("id" if veld == "les" else veld): waarde for veld, waarde in les.items()}


def test_de_beoordeelde_vragen_vinden_wat_ze_moeten_vinden(register: Register) -> None:
    """A set judged by hand: inflections, begins of compounds, two words, themes."""
    assert len(SET["lessen"]) >= 120
    vragen = [vraag for vraag in SET["vragen"] if vraag.get("beloofd", True)]
    assert len(vragen) >= 40
    _vul(register, _stand("FL-1", *map(_uit_set, SET["lessen"])))
    gehaald = []
    for vraag in vragen:
        gevonden = {les.les for les in zoek(register, vraag["vraag"], thema=vraag.get("thema", ""), hoogstens=10)}
        gehaald.append(len(gevonden & set(vraag["goed"])) / min(len(vraag["goed"]), 10))
    assert sum(gehaald) / len(gehaald) >= ONDERGRENS
