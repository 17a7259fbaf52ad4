"""The commands about organiseervormen: the catalogue, the route of a form, and the advice on a file of answers."""

import io
import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.advies.criteria import VRAGEN
from domain.reglement.r2026_2 import REGLEMENT
from domain.reglement.register import nieuwste
from starter.adviesbestand import lees_adviesvraag, lees_antwoorden
from starter.cli.hoofd import draai
from starter.invoer import Invoerfout

VOORBEELD = Path(__file__).parents[2] / "examples" / "advies-energiehub.yaml"
CODES = [v.code for v in REGLEMENT.organiseervormen]


class Uitkomst(NamedTuple):
    """What a command line call left behind."""

    code: int
    uit: str
    fout: str


def opgave(*woorden: str) -> Uitkomst:
    """Type a command line about organiseervormen."""
    uit, fout = io.StringIO(), io.StringIO()
    with redirect_stdout(uit), redirect_stderr(fout):
        code = draai(["organiseervorm", *woorden])
    return Uitkomst(code, uit.getvalue(), fout.getvalue())


def breedte(tekst: str) -> int:
    return max(map(len, tekst.splitlines()))


def antwoorden(**velden: Any) -> dict[str, Any]:
    """The answers a mapping gives, without what was left open."""
    return lees_antwoorden(velden).criteria.model_dump(exclude_none=True)


def fouten(velden: dict[str, Any]) -> str:
    with pytest.raises(Invoerfout) as fout:
        lees_antwoorden(velden)
    return str(fout.value)


@pytest.fixture
def bestand(tmp_path: Path) -> Callable[[str], str]:
    """Write answers to a file and give its path."""

    def schrijf(tekst: str) -> str:
        pad = tmp_path / "antwoorden.yaml"
        pad.write_text(tekst, encoding="utf-8")
        return str(pad)

    return schrijf


# --- catalogue and route -------------------------------------------------------------------------------------------


def test_de_lijst_is_de_hele_catalogus() -> None:
    """All 25 forms from light to heavy, for people and for programs."""
    mens = opgave("lijst")
    assert (mens.code, mens.fout) == (0, "")
    assert breedte(mens.uit) <= 100
    assert all(f"  {code} " in mens.uit for code in CODES)
    assert "bedrijfsvoeringsorganisatie " in mens.uit
    rijen = json.loads(opgave("lijst", "--json").uit)
    assert len(rijen) == 25
    assert {r["code"] for r in rijen} == set(CODES)
    assert [r["zwaarte"] for r in rijen] == sorted(r["zwaarte"] for r in rijen)
    assert all(r["route"] and r["doorlooptijd"]["soort"] == "schatting" for r in rijen)


@pytest.mark.parametrize("code", CODES)
def test_elke_route_is_te_lezen(code: str) -> None:
    """Each form has a route that fits the screen and names all its steps in order; JSON says the same."""
    mens = opgave("route", code)
    assert (mens.code, mens.fout) == (0, "")
    assert breedte(mens.uit) <= 100
    assert "(schatting)" in mens.uit
    stappen = json.loads(opgave("route", code, "--json").uit)["stappen"]
    assert [s["code"] for s in stappen] == [p.code for p in REGLEMENT.vorm(code).pad]
    koppen = [r for r in mens.uit.splitlines() if r[:1].isdigit()]
    assert len(koppen) == len(stappen)
    for kop, stap in zip(koppen, stappen, strict=True):
        assert kop.startswith(f"{stap['nr']}. {stap['code']}  {stap['naam']}")
        assert kop.endswith("(soms)") is stap["voorwaardelijk"]


def test_de_route_van_een_regeling_noemt_wie_wanneer_en_waarop() -> None:
    uit = " ".join(opgave("route", "GEMEENSCHAPPELIJK_ORGAAN").uit.split())
    assert "termijn 8 weken, wettelijk (T01: Wgr 51, 73, 83 lid 3)" in uit
    assert "termijn 13 weken, eenmaal te verlengen met 13 weken, wettelijk (T02: Awb 10:31, 10:32)" in uit
    assert "wie per orgaan, tegelijk: Provinciale Staten, elke gemeenteraad" in uit
    assert "uitkomst verleend, onthouden, gedeeltelijk, verdaagd" in uit
    assert "wanneer alleen als het geld niet binnen de begroting past" in uit
    assert "per partner, tegelijk: elke partner" in " ".join(opgave("route", "CONVENANT").uit.split())


@pytest.mark.parametrize("code", ["bvo", "Gemeenschappelijk-Orgaan", "openbaar lichaam"])
def test_een_code_mag_in_kleine_letters(code: str) -> None:
    assert opgave("route", code).code == 0


def test_een_onbekende_vorm_krijgt_een_suggestie() -> None:
    """A typing mistake: what was meant; anything else: where the list is. Exit code 2."""
    mis = opgave("route", "convennant")
    assert (mis.code, mis.uit) == (2, "")
    assert "Bedoelt u 'CONVENANT'?" in mis.fout
    ver = opgave("route", "zzz", "--json")
    assert ver.code == 2
    assert "opgave organiseervorm lijst" in json.loads(ver.uit)["fout"]["melding"]


def test_de_groep_legt_zichzelf_uit() -> None:
    hulp = opgave("--help").uit
    assert all(f"\n  {naam} " in hulp for naam in ("lijst", "route", "advies"))
    assert "examples/advies-energiehub.yaml" in opgave("advies", "--help").uit


# --- advice --------------------------------------------------------------------------------------------------------


def test_het_voorbeeld_leest_als_een_advies() -> None:
    """The example of the guide: what to compare, why, what fell off, what would change it; 100 columns, no colours."""
    mens = opgave("advies", str(VOORBEELD))
    assert (mens.code, mens.fout) == (0, "")
    assert breedte(mens.uit) <= 100
    assert "\x1b" not in mens.uit
    assert "Vergelijk eerst COOPERATIE en BV_NV." in mens.uit
    assert "1. COOPERATIE  cooperatie met provincie als lid" in mens.uit
    assert "4 van 5; 17 tot 26 weken (schatting)" in mens.uit
    assert "Afgevallen (23)" in mens.uit
    assert "Als C16 (publiek belang) 'nee' wordt, blijft er geen kandidaat over." in mens.uit
    assert "Eerst, voor de keuze van een vorm" not in mens.uit
    assert "Nog niet beantwoord" not in mens.uit


def test_het_advies_als_json() -> None:
    """Programs can count on these keys."""
    uitkomst = json.loads(opgave("advies", str(VOORBEELD), "--json").uit)
    assert set(uitkomst) == {
        *("titel", "antwoorden", "reglement", "eerst", "kandidaten", "te_weinig", "afgevallen"),
        *("wat_verandert", "onbeantwoord"),
    }
    assert uitkomst["reglement"] == nieuwste().code
    assert uitkomst["antwoorden"]["stijl"] == "netwerk"
    eerste = uitkomst["kandidaten"][0]
    assert {"code", "naam", "zwaarte", "plus", "min", "aandachtspunten", "route", "doorlooptijd"} <= set(eerste)
    assert {"regel", "tekst", "grond"} == set(eerste["aandachtspunten"][0])
    assert {"weken_min", "weken_max", "soort"} <= set(eerste["doorlooptijd"])
    assert {"code", "regel", "reden", "grond", "veld", "antwoord"} <= set(uitkomst["afgevallen"][0])
    assert {"criterium", "wordt", "erbij", "eraf", "zin"} <= set(uitkomst["wat_verandert"][0])


def test_zonder_inhoud_en_waarom_zegt_het_advies_wat_eerst_moet(bestand: Callable[[str], str]) -> None:
    """An empty question still shows all forms, and begins with what comes before them."""
    uit = opgave("advies", bestand("titel: nog leeg")).uit
    assert "Doe eerst wat hieronder bij Eerst staat. Vergelijk daarna" in uit
    assert uit.index("Eerst de inhoud") < uit.index("Eerst het waarom") < uit.index("1. GESPREKSTAFEL")
    assert "Passen ook (helemaal uitgeschreven met --alle)" in uit
    assert "Maakt nu niet uit: C3 vertrouwen" in uit


def test_alle_schrijft_elke_kandidaat_uit(bestand: Callable[[str], str]) -> None:
    pad = bestand("private_leden: ja")
    kort, lang = opgave("advies", pad).uit, opgave("advies", pad, "--alle").uit
    assert "\n4. " not in kort
    assert "\n4. " in lang
    assert "Passen ook" not in lang
    assert breedte(lang) <= 100


def test_een_kandidaat_krijgt_de_naaste_op_het_scherm(bestand: Callable[[str], str]) -> None:
    uit = " ".join(opgave("advies", bestand("C5: mandaat")).uit.split())
    assert "past alleen CENTRUMREGELING" in uit
    assert "Het dichtst bij: GEMEENSCHAPPELIJK_ORGAAN." in uit
    assert "past pas als C5 (bevoegdheden) 'geen of overdracht' is in plaats van 'mandaat'" in uit


# --- the file ------------------------------------------------------------------------------------------------------

OP_CODE = {
    **{"C1": 3, "C2": 2, "c3": "1", "C4": 5, "C5": "Overdracht", "C6": "nee", "C7": False, "C8": "NEE", "C9": "ja"},
    **{"C10": True, "C11": "> 5", "C12": "Kapitaal", "C13": "norm", "C14": "ja", "C16": "het kan niet anders"},
    "C15": {"stijl": "netwerk", "trede": "stimuleren", "rol": "Co-creatiepartner"},
}
OP_NAAM = {
    "gedeelde_ambitie": 3,
    "Belangen bespreekbaar": 2,
    "vertrouwen": 1,
    "aantal-partners": 5,
    "bevoegdheden": "overdracht",
    "verordening_of_belasting": False,
    "eigen_personeel_of_vermogen": "no",
    "beleidsarme_uitvoering": False,
    "private_leden": True,
    "risicokapitaal": "ja",
    "looptijd": "langer dan 5 jaar",
    "geldstroom": "kapitaal",
    "legitimiteit": True,
    "rekenkamer": "yes",
    "stijl": {"hierarchie": 15, "netwerk": 60, "markt": 25},
    "trede": "stimuleren",
    "provincie_rol": "co-creatiepartner",
    "publiek_belang": "het kan niet anders",
}


def test_code_en_naam_zijn_hetzelfde_veld() -> None:
    """Every criterion can be given by its code or by its name, in any case; the answers are equal and complete."""
    assert antwoorden(**OP_CODE) == antwoorden(**OP_NAAM)
    assert set(antwoorden(**OP_NAAM)) == {v.veld for v in VRAGEN}


@pytest.mark.parametrize(
    ("tekst", "looptijd"),
    [
        *((t, "korter_dan_2_jaar") for t in ("< 2 jr", "<2", "< 2 jaar", "korter_dan_2_jaar", "minder dan 2 jaar")),
        *((t, "2_tot_5_jaar") for t in ("2-5", "2 - 5 jaar", "2 tot 5 jaar", "2–5 jr")),
        *((t, "langer_dan_5_jaar") for t in ("> 5", ">5 jr", "langer dan 5", "Meer dan 5 jaar")),
    ],
)
def test_een_looptijd_mag_zoals_mensen_haar_schrijven(tekst: str, looptijd: str) -> None:
    assert antwoorden(C11=tekst) == {"looptijd": looptijd}


def test_rolkeuze_mag_als_woorden() -> None:
    """C15 as words: each can mean one thing only."""
    verwacht = {"stijl": "netwerk", "trede": "regisseren", "rol": "regisseur"}
    assert antwoorden(C15="netwerk, regisseren en regisseur") == verwacht
    assert antwoorden(c15=["regisseur", "netwerk", "regisseren"]) == verwacht


def test_inhoud_en_waarom_mogen_een_blad_zijn() -> None:
    """A text, yes or no, or the fields of the sheet; a sheet with nothing in it is no answer."""
    blad = {"nodig": "ja", "bijdrage": "veel", "alternatief_zelf": "nee"}
    assert antwoorden(inhoud="het net is vol", waarom_samenwerken=blad) == {
        "inhoud": "het net is vol",
        "waarom_samenwerken": True,
    }
    assert antwoorden(inhoud="nee", waarom_samenwerken={"nodig": " "}) == {
        "inhoud": False,
        "waarom_samenwerken": False,
    }


def test_een_leeg_veld_is_onbeantwoord() -> None:
    assert antwoorden(C5=None, titel="x", toelichting="y") == {}


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"bevoegheden": "geen"}, "bevoegheden: dit veld bestaat hier niet. Bedoelt u 'bevoegdheden'?"),
        ({"xyz": 1}, "xyz: dit veld bestaat hier niet. Kies uit gedeelde_ambitie, "),
        ({"C17": 1}, "C17: dit veld bestaat hier niet."),
        ({"C5": "veel"}, "C5 (bevoegdheden): kies uit geen, mandaat, overdracht"),
        ({"bevoegdheden": True}, "bevoegdheden (C5): kies uit geen, mandaat, overdracht"),
        ({"C1": 4}, "C1 (gedeelde_ambitie): schrijf een heel getal van 0 tot en met 3"),
        ({"C1": True}, "C1 (gedeelde_ambitie): schrijf een heel getal van 0 tot en met 3"),
        ({"C1": 2.5}, "C1 (gedeelde_ambitie): schrijf een heel getal van 0 tot en met 3"),
        ({"C4": 0}, "C4 (aantal_partners): schrijf een heel getal van 1 tot en met 10000"),
        ({"private_leden": "misschien"}, "private_leden (C9): kies uit ja, nee"),
        ({"C9": 1}, "C9 (private_leden): kies uit ja, nee"),
        ({"C11": "25"}, "C11 (looptijd): kies uit korter dan 2 jaar, 2 tot 5 jaar, langer dan 5 jaar"),
        ({"C11": ""}, "C11 (looptijd): kies uit"),
        ({"rol": "baas"}, "rol (C15): kies uit co-creatiepartner, zorgdrager, regisseur"),
        ({"C15": "baas"}, "C15: schrijf stijl, trede en rol apart, of kies uit hierarchie"),
        ({"C15": {"kleur": "rood"}}, "C15.kleur: dit veld bestaat hier niet; hier horen stijl, trede, rol"),
        ({"stijl": {"netwerk": 50, "markt": 50}}, "twee stijlen wegen even zwaar; noem de dominante"),
        ({"stijl": {"netwerk": 50}}, "gehele getallen en samen 100"),
        ({"stijl": {"rood": 100}}, "gehele getallen en samen 100"),
        ({"C16": ""}, "C16 (publiek_belang): schrijf de motivering, of ja of nee"),
        ({"inhoud": 3}, "inhoud: schrijf een paar zinnen, of ja of nee"),
        ({"C5": "geen", "bevoegdheden": "geen"}, "bevoegdheden: dit staat er twee keer, als C5 en als bevoegdheden"),
    ],
    ids=lambda w: str(w)[:40],
)
def test_een_fout_noemt_het_veld_en_wat_er_mag(velden: dict[str, Any], zin: str) -> None:
    assert zin in fouten(velden)


def test_alle_fouten_komen_tegelijk_tot_een_dozijn() -> None:
    assert fouten({"C1": 9, "C5": "x", "C9": "x"}).count("\n") == 2
    veel = fouten({f"vreemd_{n}": 1 for n in range(15)})
    assert veel.count("\n") == 12
    assert veel.endswith("En nog 3 andere fouten.")


def test_een_fout_bestand_is_invoer_en_zegt_waarom(bestand: Callable[[str], str]) -> None:
    """Exit 2, the file by name, and a word about > in YAML; never a traceback."""
    fout = opgave("advies", bestand("C5: veel"))
    assert (fout.code, fout.uit) == (2, "")
    assert fout.fout.startswith("antwoorden.yaml: C5 (bevoegdheden): kies uit")
    kapot = opgave("advies", bestand("C11: > 5 jaar"))
    assert kapot.code == 2
    assert "tussen aanhalingstekens" in kapot.fout
    assert opgave("advies", bestand("C11: >5\nC5: geen")).code == 2
    assert opgave("advies", bestand("- C1\n- C2")).code == 2
    assert opgave("advies", "er-is-geen-bestand.yaml").code == 2


@given(st.permutations(list(OP_CODE)))
@settings(max_examples=25)
def test_de_volgorde_van_de_velden_doet_er_niet_toe(volgorde: list[str]) -> None:
    """The same answers in another order are the same answers."""
    assert lees_antwoorden({naam: OP_CODE[naam] for naam in volgorde}) == lees_antwoorden(OP_CODE)


_IETS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["ja", "geen"])
_NAMEN = st.sampled_from([*(v.veld for v in VRAGEN), *(v.code for v in VRAGEN), "inhoud", "titel"]) | st.text(
    max_size=8
)


@given(st.dictionaries(_NAMEN, _IETS | st.lists(_IETS, max_size=3) | st.dictionaries(_NAMEN, _IETS, max_size=3)))
@settings(max_examples=200)
def test_wat_er_ook_staat_het_zijn_antwoorden_of_een_nette_weigering(velden: dict[str, Any]) -> None:
    try:
        lees_antwoorden(velden)
    except Invoerfout as fout:
        assert fout.regels


@given(st.text(max_size=60))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_elk_bestand_geeft_antwoorden_of_een_nette_weigering(tmp_path: Path, tekst: str) -> None:
    pad = tmp_path / "iets.yaml"
    pad.write_text(tekst, encoding="utf-8", errors="replace")
    try:
        lees_adviesvraag(pad)
    except Invoerfout as fout:
        assert fout.regels


def test_het_voorbeeld_beantwoordt_alles() -> None:
    """Whoever copies the example finds every field in it."""
    velden = yaml.safe_load(VOORBEELD.read_text(encoding="utf-8"))
    assert {v.veld for v in VRAGEN} | {"titel", "inhoud", "waarom_samenwerken"} == set(velden)
