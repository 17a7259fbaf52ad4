"""The file of a meeting: read whole and strictly, filled in from what holds for all, and made to be filled in."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[1] / "domain"))  # stories told in commands

import verhaal as v

from domain.beeld import agenda
from domain.orgaan import Bezetting, Fractie
from starter.invoer import Invoerfout, lees_yaml
from starter.vergaderbestand import Vergaderbestand, lees_uitslagen
from starter.vergaderformulier import formulier

DAG = date(2026, 6, 24)
ZETELS: Mapping[str, int] = {"BBB": 10, "50PLUS": 1}
HEEL = """\
orgaan: ps
datum: 2026-06-24
aanwezig: 39
vergadering: {oproep_op: 2026-06-10, besloten: false}
ondertekening: {door: [CdK, griffier], op: 2026-06-24}
bron: {titel: besluitenlijst, referentie: L-1}
besluiten:
  - opgave: fl-2026-01
    stap: B1
    stemming: {wijze: hoofdelijk, per_fractie: {BBB: [9, 0, 1, 0], 50PLUS: tegen}}
    amendementen:
      - {nr: A1, titel: meer, stemming: {wijze: hoofdelijk, per_fractie: {BBB: afwezig, 50PLUS: voor}}}
  - opgave: FL-2026-02
    stap: B2
    uitkomst: aangehouden
    bron: {titel: brief, referentie: B-1}
    stemming: {wijze: hoofdelijk, aanwezig: 12}
"""


def lees(tmp_path: Path, tekst: str, naam: str = "uitslagen.yaml") -> Vergaderbestand:
    pad = tmp_path / naam
    pad.write_text(tekst)
    return lees_uitslagen(pad, "PS", DAG, ZETELS)


def test_wat_voor_de_vergadering_geldt_komt_bij_elk_besluit_tenzij_het_daar_staat(tmp_path: Path) -> None:
    """The presentielijst also counts for the vote on an amendement."""
    bestand = lees(tmp_path, HEEL)
    een, twee = (bestand.vul_in(u, eerste=False) for u in bestand.uitslagen)
    assert een.stemming is not None
    assert twee.stemming is not None
    assert (een.stemming.aanwezig, twee.stemming.aanwezig) == (39, 12)
    assert een.amendementen[0].stemming is not None
    assert een.amendementen[0].stemming.aanwezig == 39
    assert [b.bron.referentie for b in (een, twee) if b.bron] == ["L-1", "B-1"]
    assert een.vergadering == twee.vergadering == bestand.gegevens.vergadering
    assert een.ondertekening is not None


def test_het_eerste_reglement_krijgt_alleen_wat_het_bewaart(tmp_path: Path) -> None:
    bestand = lees(tmp_path, HEEL)
    besluit = bestand.vul_in(bestand.uitslagen[0], eerste=True)
    assert (besluit.vergadering, besluit.ondertekening) == (None, None)
    assert besluit.bron is not None


def test_een_woord_staat_voor_alle_zetels_van_een_fractie(tmp_path: Path) -> None:
    een = lees(tmp_path, HEEL).uitslagen[0]
    assert een.opgave == "FL-2026-01"
    assert een.besluit.stemming is not None
    stemmen = {r.fractie: (r.voor, r.tegen, r.afwezig) for r in een.besluit.stemming.per_fractie}
    assert stemmen == {"BBB": (9, 0, 1), "50PLUS": (0, 1, 0)}
    amendement = een.besluit.amendementen[0].stemming
    assert amendement is not None
    assert {r.fractie: (r.voor, r.afwezig) for r in amendement.per_fractie} == {"BBB": (0, 10), "50PLUS": (1, 0)}


GOED = "  - {opgave: FL-2026-01, stap: B1, uitkomst: aangehouden}\n"


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("aanwezig:\nbesluiten:\n" + GOED, ["aanwezig: dit is nog niet ingevuld"]),
        ("aanwezig: veel\nbesluiten:\n" + GOED, ["aanwezig: schrijf een heel getal"]),
        ("aanwezg: 39\nbesluiten:\n" + GOED, ["aanwezg: dit veld bestaat hier niet. Bedoelt u 'aanwezig'?"]),
        ("orgaan: GS\nbesluiten:\n" + GOED, ["orgaan: dit bestand is van GS, niet van PS"]),
        ("datum: 2026-06-23\nbesluiten:\n" + GOED, ["datum: dit bestand is van 2026-06-23, niet van 2026-06-24"]),
        ("aanwezig: 39\n", ["besluiten: dit ontbreekt"]),
        ("besluiten: []\n", ["besluiten: hier is er minstens 1 nodig"]),
        ("besluiten: [een]\n", ["besluiten.1: hier horen velden met een naam"]),
        ("besluiten:\n" + GOED + GOED, ["besluiten.2 (FL-2026-01 B1, regel 3): dit staat er twee keer in"]),
        (
            "besluiten:\n  - {stap: B1}\n  - opgave: FL-2026-01\n    stap: B1\n    stemmng: {}\n",
            ["besluiten.1 (B1, regel 2): opgave: dit ontbreekt", "regel 3): stemmng: dit veld bestaat hier niet. Bedo"],
        ),
        (
            "aanwezig:\nbesluiten:\n  - {opgave: FL-2026-01, stap: B1, stemming: {wijze: hoofdelijk, per_fractie: {BBB: }}}\n",
            ["aanwezig: dit is", "besluiten.1 (FL-2026-01 B1, regel 3): stemming.per_fractie.BBB: dit is nog niet ing"],
        ),
        (
            "besluiten:\n  - {opgave: FL-2026-01, stap: B1, stemming: {wijze: hoofdelijk, per_fractie: {Oud: voor}}}\n",
            ["stemming.per_fractie.Oud: deze fractie heeft op deze dag geen zetels"],
        ),
        (
            "besluiten:\n  - {opgave: FL-2026-01, stap: B1, stemming: {wijze: hoofdelijk, per_fractie: {BBB: ja}}}\n",
            ["stemming.per_fractie: BBB: geef vier getallen"],
        ),
        (
            "besluiten:\n  - {opgave: F, stap: a b, uitkomst: x}\n",
            ["opgave: gebruik 3 tot 40", "stap: gebruik letters"],
        ),
    ],
)
def test_wat_niet_klopt_wordt_genoemd_met_regel_en_veld(tmp_path: Path, tekst: str, zinnen: list[str]) -> None:
    """Everything at once, each with the name of the file."""
    with pytest.raises(Invoerfout) as fout:
        lees(tmp_path, tekst)
    for zin in zinnen:
        assert zin in str(fout.value)
    assert all(regel.startswith("uitslagen.yaml: ") for regel in fout.value.regels)


def test_een_bestand_in_json_heeft_geen_regelnummers(tmp_path: Path) -> None:
    with pytest.raises(Invoerfout, match=r"besluiten\.1 \(FL-2026-01 B1\): uitkomst: "):
        lees(tmp_path, '{"besluiten": [{"opgave": "FL-2026-01", "stap": "B1", "uitkomst": 3}]}', "u.json")


ZAAL = Bezetting(
    orgaan="PS",
    vanaf=date(2023, 3, 15),
    leden=41,
    fracties=tuple(Fractie(naam=naam, zetels=1) for naam in ("BBB", "No", "Groep: Oost", "50PLUS")),
    bron="verkiezing",
)


def gemaakt(verhaal: v.Verhaal, dag: date, orgaan: str = "PS") -> str:
    """The form for the meeting of a body with one opgave."""
    punten = agenda.punten(verhaal.stand, orgaan, dag, None)
    return formulier(
        orgaan,
        dag,
        [p for p in punten if p.op == dag],
        [p for p in punten if p.op != dag],
        {verhaal.stand.opgave: verhaal.stand},
        ZAAL if orgaan == "PS" else None,
        21 if orgaan == "PS" else None,
    )


def met_stap(vorm: str, code: str, orgaan: str, op: date | None) -> v.Verhaal:
    """A step of the path of a form before its body."""
    verhaal = v.gekozen(vorm).loop_pad("VT1", tot=code)
    stap = next(s.id for s in verhaal.stand.stappen.values() if (s.code, s.orgaan) == (code, orgaan))
    wanneer = {} if op is None else {"vergadering_op": op}
    return verhaal.gegeven(v.manager("LegVoor", stap=stap, **wanneer))


@pytest.mark.parametrize(
    ("vorm", "code", "instrument"),
    [
        ("STICHTING", "A3", {"instrument": "wensen_en_bedenkingen", "wensen": None, "bedenkingen": None}),
        ("GEMEENSCHAPPELIJK_ORGAAN", "A5", {"instrument": "zienswijze", "punten": None}),
        ("GEMEENSCHAPPELIJK_ORGAAN", "A6", {"instrument": "toestemming", "besluit": None}),
    ],
)
def test_het_formulier_vraagt_het_instrument_van_de_stap(vorm: str, code: str, instrument: dict[str, Any]) -> None:
    """With its own fields, still open; fractie names stay what they are, whatever YAML would make of them."""
    dag = date(2025, 4, 2)
    (besluit,) = lees_yaml(gemaakt(met_stap(vorm, code, "PS", dag), dag))["besluiten"]
    assert besluit["instrument"] == instrument
    assert besluit["stemming"]["per_fractie"] == {"BBB": None, "No": None, "Groep: Oost": None, "50PLUS": None}


def test_het_formulier_van_gs_vraagt_alleen_de_uitkomst() -> None:
    dag = date(2025, 4, 1)
    tekst = gemaakt(met_stap("STICHTING", "A0", "GS", dag), dag, "GS")
    assert lees_yaml(tekst)["besluiten"] == [{"opgave": "FL-2025-01", "stap": "VT1.A0", "uitkomst": None}]
    assert "uitkomst:  # conform, gewijzigd, afgewezen, aangehouden\n" in tekst
    assert "--als bestuurssecretariaat" in tekst


def test_wat_er_zonder_datum_ligt_en_wat_al_is_vastgelegd_staat_er_als_opmerking() -> None:
    """The first can be added by taking the signs away; the second is done."""
    dag = date(2025, 4, 2)
    zonder = gemaakt(met_stap("STICHTING", "A3", "PS", None), dag)
    assert lees_yaml(zonder)["besluiten"] == []
    assert "  # - opgave: FL-2025-01\n  #   stap: VT1.A3\n" in zonder
    ja = v.griffier(
        "LegBesluitVast", stap="VT1.A3", stemming={"wijze": "zonder_stemming"}, instrument=v.INSTRUMENTEN["geen"]
    )
    verhaal = met_stap("STICHTING", "A3", "PS", dag).later(dag).alleen(ja)
    klaar = gemaakt(verhaal, dag)
    assert lees_yaml(klaar)["besluiten"] == []
    assert "Al vastgelegd (VT1.A3.v1), wacht op een tweede persoon." in klaar


def test_een_titel_over_meer_regels_blijft_een_opmerking() -> None:
    """Text of people can't add fields to the file."""
    verhaal = v.gegeven(
        v.START,
        v.manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders\n  - opgave: FL-2025-99\x1b"),
        v.manager("LegVoor", stap="B1", vergadering_op="2025-04-02"),
    )
    besluiten = lees_yaml(gemaakt(verhaal, date(2025, 4, 2)))["besluiten"]
    assert [b["opgave"] for b in besluiten] == ["FL-2025-01"]
