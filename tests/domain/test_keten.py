"""The chain: every change of a fact breaks it, and nothing a person can send breaks the core."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
import verhaal as v
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from verhaal import Zet, gegeven, manager

from domain import kern
from domain.basis import Model
from domain.feit import Feit
from domain.keten import canoniek
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand
from domain.zinnen import vertel

FEITEN = v.in_f6().alles


def _vals(feit: Feit) -> Feit:
    """The same fact with one thing in it changed, as a forger would."""
    ruw = feit.model_dump(mode="json")
    ruw["door"] = {**ruw["door"], "subject": "s-vals"}
    return Feit.model_validate(ruw)


@pytest.mark.parametrize("nummer", [0, 7, len(FEITEN) - 1])
def test_een_veranderd_feit_sluit_niet_aan(nummer: int) -> None:
    stand = kern.begin(v.Verhaal().stand.begin)
    for feit in FEITEN[:nummer]:
        stand = kern.evolve(stand, feit)
    assert kern.sluit_aan(stand, FEITEN[nummer])
    assert not kern.sluit_aan(stand, _vals(FEITEN[nummer]))
    assert not kern.sluit_aan(stand, FEITEN[nummer].met(seq=99))
    assert nummer + 1 == len(FEITEN) or not kern.sluit_aan(stand, FEITEN[nummer + 1])


def test_elk_veld_van_de_start_zit_in_de_wortel_van_de_keten() -> None:
    kop = kern.begin(Begin(opgave="FL-2025-01")).kop
    assert kern.begin(Begin(opgave="FL-2025-02")).kop != kop
    assert kern.begin(Begin(opgave="FL-2025-01", verschuiving_s=-60)).kop != kop, "a played life can't pass for real"


class _Uitslag(Model):
    gehaald: bool | None = None
    aantal: int | None = None
    tekst: str = ""


def test_nee_nul_en_onbekend_zijn_drie_dingen_in_de_keten() -> None:
    vormen = [_Uitslag(), _Uitslag(gehaald=False), _Uitslag(aantal=0), _Uitslag(gehaald=True), _Uitslag(tekst="x")]
    assert len({canoniek(m) for m in vormen}) == len(vormen)


def test_een_later_veld_dat_leeg_is_verandert_geen_oude_hash() -> None:
    class Later(_Uitslag):
        nieuw: tuple[str, ...] = ()
        ook: str | None = None

    assert canoniek(Later(aantal=3)) == canoniek(_Uitslag(aantal=3))


def _oude_vorm(model: Model) -> bytes:
    """The canonical form as it was first defined: slower, and the promise that the fast one keeps."""

    def zonder_leeg(waarde: Any) -> Any:
        if isinstance(waarde, dict):
            return {k: v for k, w in waarde.items() if not leeg(v := zonder_leeg(w))}
        if isinstance(waarde, list):
            return [zonder_leeg(w) for w in waarde]
        return waarde

    def leeg(waarde: Any) -> bool:
        return waarde is None or (isinstance(waarde, (str, list, dict)) and not waarde)

    kaal = zonder_leeg(model.model_dump(mode="json"))
    return json.dumps(kaal, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class _Alles(Model):
    """Every shape that a fact can hold, empty or full, at any depth."""

    waarde: Any = None
    rij: tuple[Any, ...] = ()
    tabel: dict[str, Any] = {}
    binnen: "_Alles | None" = None


_DELEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.just(""),
    lambda d: st.lists(d, max_size=3) | st.dictionaries(st.text(max_size=4), d, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300)
@given(_DELEN, st.lists(_DELEN, max_size=3), st.dictionaries(st.text(max_size=4), _DELEN, max_size=3))
def test_de_snelle_schrijfwijze_is_tot_op_de_letter_de_oude(waarde: Any, rij: list[Any], tabel: dict[str, Any]) -> None:
    binnen = _Alles(waarde=waarde, rij=tuple(rij), tabel=tabel)
    for model in (binnen, _Alles(binnen=binnen, rij=(binnen, None, ""), tabel={"x": binnen, "": None})):
        assert canoniek(model) == _oude_vorm(model)


def test_elk_feit_houdt_zijn_oude_schrijfwijze() -> None:
    for feit in FEITEN:
        assert canoniek(feit) == _oude_vorm(feit)


def test_een_kopie_met_andere_waarden_is_die_van_pydantic() -> None:
    """The fast copy holds what `model_copy` would hold, and leaves the original alone."""
    for feit in FEITEN[:20]:
        eerder = feit.model_dump_json()
        snel, gewoon = feit.met(seq=99, citeert="N1"), feit.model_copy(update={"seq": 99, "citeert": "N1"})
        assert snel == gewoon
        assert snel.model_dump_json() == gewoon.model_dump_json()
        assert snel.model_fields_set == gewoon.model_fields_set
        assert (feit.model_dump_json(), feit.inhoud is snel.inhoud) == (eerder, True)


@pytest.mark.parametrize("waarde", ["1E+5", "100000", "-0", "0.000001", "1.10"])
def test_een_getal_houdt_zijn_schrijfwijze_en_zijn_hash_door_json(waarde: str) -> None:
    verhaal = v.pilot_loopt().gegeven(manager("MeetIndicator", pilot="P1", indicator="piek", waarde=waarde))
    feit = verhaal.laatste[0]
    terug = Feit.model_validate_json(feit.model_dump_json())
    assert kern.vingerafdruk("0" * 64, terug) == kern.vingerafdruk("0" * 64, feit)
    assert terug.inhoud.waarde == Decimal(waarde)  # type: ignore[union-attr]


# Bad input: what the gateway refuses with these same models, and what the core makes of the rest.

STUK = "\ud800"  # half a character: no UTF-8 can hold it


@pytest.mark.parametrize(
    ("zet", "veld"),
    [
        (manager("Noteer", tekst=STUK), "tekst"),
        (manager("Noteer", tekst="x" * 2_000_000), "tekst"),
        (manager("Noteer", tekst=""), "tekst"),
        (manager("GaNaarFase", naar="F7"), "naar"),
        (manager("Onbekend"), "Onbekend"),
        (manager("MaakAfspraak", tekst="x", wie="GS", uiterlijk="9999-12-31"), "uiterlijk"),
        (manager("MaakAfspraak", tekst="x", wie="GS", uiterlijk="0001-01-01"), "uiterlijk"),
        (manager("MaakAfspraak", tekst="x", wie="GS", uiterlijk=20260101), "uiterlijk"),
        (manager("MaakAfspraak", tekst="x", wie="GS", uiterlijk="20260101"), "uiterlijk"),
        (manager("MaakAfspraak", afspraak="met.punt", tekst="x", wie="GS"), "afspraak"),
        (manager("StelPilotplanOp", titel="x", plan={"begin": "2026-02-01", "eind": "2026-01-01"}), "eind"),
        (manager("StelPilotplanOp", titel="x", plan={"eind": "9999-12-31"}), "eind"),
        (manager("Noteer", op=date(9999, 12, 31), tekst="x"), "gebeurd_op"),
    ],
)
def test_een_verkeerde_opdracht_wordt_geweigerd_met_de_naam_van_het_veld(zet: Zet, veld: str) -> None:
    with pytest.raises(ValidationError) as fout:
        gegeven(*v.BEGONNEN).als(zet)
    assert veld in str(fout.value)


def test_een_opdracht_van_megabytes_in_kleine_stukjes_wordt_ook_geweigerd() -> None:
    veel = [{"titel": "x" * 190, "referentie": "r"} for _ in range(2_000)]
    with pytest.raises(ValidationError, match="hoogstens 200000"):
        gegeven(*v.BEGONNEN).als(manager("LegVoor", stap="B1", stukken=veel))


def test_een_verschuiving_van_eeuwen_wordt_geweigerd() -> None:
    with pytest.raises(ValidationError):
        Begin(opgave="FL-2025-01", verschuiving_s=10**15)


def test_een_datum_ver_weg_breekt_geen_ladder() -> None:
    zet = manager("MaakAfspraak", tekst="x", wie="GS", uiterlijk="2999-12-31")
    verhaal = gegeven(*v.BEGONNEN, zet).later(days=4000)
    assert kern.wachttijd(verhaal.stand, verhaal.nu) is not None


def test_een_opgave_die_in_1900_begon_breekt_niets() -> None:
    oud = Zet(manager.door, v.START.inhoud, date(1900, 1, 1))
    assert gegeven(oud).later(days=400).stand.leven.toestand == "lopend"


json_waarden = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda delen: st.lists(delen, max_size=4) | st.dictionaries(st.text(max_size=12), delen, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150)
@given(json_waarden)
@example(
    {
        "id": "x",
        "door": {"functie": "opgavemanager"},
        "inhoud": {"soort": "Bevestig", "opdracht": {"soort": "Bevestig"}},
    }
)
def test_de_lezer_van_opdrachten_geeft_altijd_een_opdracht_of_een_validatiefout(waarde: Any) -> None:
    for lees in (Opdracht.model_validate, lambda w: Opdracht.model_validate_json(json.dumps(w))):
        try:
            lees(waarde)
        except (ValidationError, RecursionError):
            continue


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=60), st.datetimes(datetime(2025, 3, 4), datetime(2090, 1, 1)))
def test_elke_tekst_die_wordt_aangenomen_wordt_ook_verteld_en_teruggelezen(tekst: str, nu: datetime) -> None:
    verhaal = gegeven(v.START)
    try:
        opdracht = Opdracht(id="x", door=manager.door, inhoud={"soort": "Noteer", "tekst": tekst})  # type: ignore[arg-type]
    except ValidationError:
        return
    stand, feiten = kern.stap(verhaal.stand, nu.replace(tzinfo=UTC), opdracht)
    assert Stand.model_validate_json(stand.model_dump_json()) == stand
    for feit in feiten:
        assert vertel(Feit.model_validate_json(feit.model_dump_json())) == vertel(feit)
