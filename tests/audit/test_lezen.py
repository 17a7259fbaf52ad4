"""The fold: it says which event a fact came from, names what contradicts it, and reads whatever it is given."""

import base64
import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.lezen import OnleesbareGeschiedenis, vouw

GOUDEN = Path(__file__).parents[1] / "gouden"
NAMEN = sorted(pad.parent.name for pad in GOUDEN.glob("*/bewijzen.json"))

Geschiedenis = dict[str, Any]
GEVRAAGD, BEWEZEN = "WORKFLOW_EXECUTION_UPDATE_ACCEPTED", "WORKFLOW_EXECUTION_UPDATE_COMPLETED"


def runs(naam: str) -> list[Geschiedenis]:
    """The recorded runs of a golden history, the first one first."""
    paden = sorted((GOUDEN / naam).glob("geschiedenis-*.json"), key=lambda p: int(p.stem.rpartition("-")[2]))
    return [json.loads(pad.read_text(encoding="utf-8")) for pad in paden]


def soort(gebeurtenis: dict[str, Any]) -> str:
    return gebeurtenis["eventType"].removeprefix("EVENT_TYPE_")


def van_soort(geschiedenis: Geschiedenis, naam: str, nummer: int = 0) -> dict[str, Any]:
    """The n-th event of a kind."""
    return [g for g in geschiedenis["events"] if soort(g) == naam][nummer]


def herschrijf(payloads: dict[str, Any], verander: Callable[[Any], Any]) -> None:
    """Change the value in a payload list."""
    deel = payloads["payloads"][0]
    waarde = verander(json.loads(base64.b64decode(deel["data"])))
    deel["data"] = base64.b64encode(json.dumps(waarde).encode()).decode()


def codes(geschiedenissen: list[Geschiedenis]) -> list[tuple[str, str]]:
    return [(b.code, b.waar) for b in vouw(geschiedenissen).bevindingen]


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_feit_heeft_een_werkmoment_waarin_het_ontstond(naam: str) -> None:
    """Every fact leads to one completed workflow task, whose time is the time of the fact."""
    geschiedenissen = runs(naam)
    vouwing = vouw(geschiedenissen)
    afgerond = [
        (run, int(g["eventId"]))
        for run, geschiedenis in enumerate(geschiedenissen, start=1)
        for g in geschiedenis["events"]
        if soort(g) == "WORKFLOW_TASK_COMPLETED"
    ]
    assert [(b.run, b.gebeurtenis) for b in vouwing.taken] == afgerond
    assert vouwing.taken[-1].stand is vouwing.stand
    for feit in vouwing.feiten:
        beeld = vouwing.taak_van(feit.seq)
        assert beeld is not None
        assert beeld.seq >= feit.seq > max((b.seq for b in vouwing.taken if b.seq < feit.seq), default=0)
        assert (feit.vastgelegd_op - beeld.tijd).total_seconds() == vouwing.stand.begin.verschuiving_s
    assert vouwing.taak_van(0) is None
    assert vouwing.taak_van(vouwing.stand.seq + 1) is None


def test_opdrachten_staan_op_volgorde_van_aanname() -> None:
    vouwing = vouw(runs("voortgezet"))
    assert [o.id for o in vouwing.opdrachten] == list(vouwing.berekend)
    assert set(vouwing.updates.values()) == set(vouwing.berekend)
    assert vouwing.gebeurtenissen == 142


def _ander_bewijs(happy: Geschiedenis) -> None:
    klaar = van_soort(happy, BEWEZEN, 3)["workflowExecutionUpdateCompletedEventAttributes"]
    herschrijf(klaar["outcome"]["success"], lambda b: {**b, "hash": "0" * 64})


def _geen_bewijs(happy: Geschiedenis) -> None:
    happy["events"].remove(van_soort(happy, BEWEZEN, 3))


def _mislukt_bewijs(happy: Geschiedenis) -> None:
    van_soort(happy, BEWEZEN, 3)["workflowExecutionUpdateCompletedEventAttributes"]["outcome"] = {"failure": {}}


def _opdracht_weg(happy: Geschiedenis) -> None:
    happy["events"].remove(van_soort(happy, GEVRAAGD, -1))


def _ander_slot(happy: Geschiedenis) -> None:
    slot = van_soort(happy, "WORKFLOW_EXECUTION_COMPLETED")["workflowExecutionCompletedEventAttributes"]
    herschrijf(slot["result"], lambda b: {**b, "seq": b["seq"] - 1})


@pytest.mark.parametrize(
    ("vervals", "code", "waar"),
    [
        (_ander_bewijs, "bewijs_gewijzigd", "opdracht c4"),
        (_geen_bewijs, "bewijs_ontbreekt", "opdracht c4"),
        (_mislukt_bewijs, "bewijs_ontbreekt", "opdracht c4"),
        (_opdracht_weg, "bewijs_vreemd", "opdracht c24"),
        (_ander_slot, "bewijs_gewijzigd", "slot"),
    ],
)
def test_een_aangeraakt_bewijs_wordt_genoemd(vervals: Callable[[Geschiedenis], None], code: str, waar: str) -> None:
    """Each by its own code and place; and nothing else is said when only a receipt was touched."""
    geschiedenissen = runs("happy")
    assert codes(geschiedenissen) == []
    vervals(geschiedenissen[0])
    assert (code, waar) in codes(geschiedenissen)
    if vervals is not _opdracht_weg:
        assert codes(geschiedenissen) == [(code, waar)]


def test_een_bewijs_dat_later_goed_herhaald_wordt_verbergt_het_valse_niet() -> None:
    geschiedenis = runs("happy")[0]
    _ander_bewijs(geschiedenis)
    echt = van_soort(runs("happy")[0], BEWEZEN, 3)
    geschiedenis["events"].insert(geschiedenis["events"].index(van_soort(geschiedenis, BEWEZEN, 3)) + 1, echt)
    assert codes([geschiedenis]) == [("bewijs_gewijzigd", "opdracht c4")]


def test_een_ontbrekende_run_wordt_genoemd() -> None:
    """The first, one in between, and the last, each by its place; and runs in the wrong order."""
    een, twee, drie = runs("voortgezet")
    assert codes([een, twee, drie]) == []
    assert ("run_ontbreekt", "run 1") in codes([twee, drie])
    assert ("run_ontbreekt", "run 2") in codes([een, drie])
    assert codes([een, twee]) == [("run_ontbreekt", "run 3")]
    assert ("run_ontbreekt", "run 2") in codes([een, drie, twee])


def test_een_run_die_van_een_andere_stand_begint_wordt_genoemd_met_wat_er_anders_is() -> None:
    een, twee, drie = runs("voortgezet")
    begin = van_soort(twee, "WORKFLOW_EXECUTION_STARTED")["workflowExecutionStartedEventAttributes"]["input"]

    def hernoem(start: Any) -> Any:
        start["stand"]["leven"]["titel"] = "Iets anders"
        return start

    herschrijf(begin, hernoem)
    bevindingen = vouw([een, twee, drie]).bevindingen
    assert ("run_gewijzigd", "run 2") in [(b.code, b.waar) for b in bevindingen]
    assert any("leven" in b.zin for b in bevindingen)


def test_een_andere_start_in_een_volgende_run_wordt_genoemd() -> None:
    een, twee, drie = runs("voortgezet")
    begin = van_soort(twee, "WORKFLOW_EXECUTION_STARTED")["workflowExecutionStartedEventAttributes"]["input"]
    herschrijf(begin, lambda start: {**start, "opgave": "FL-2099-01"})
    assert ("run_gewijzigd", "run 2") in codes([een, twee, drie])


def test_wat_een_nieuwer_programma_schreef_heet_andere_code() -> None:
    """An unknown command or reglement is not nonsense: it asks for a newer program."""
    happy = runs("happy")[0]
    opdracht = van_soort(happy, GEVRAAGD)["workflowExecutionUpdateAcceptedEventAttributes"]["acceptedRequest"]
    herschrijf(opdracht["input"]["args"], lambda o: {**o, "inhoud": {"soort": "StuurRaket"}})
    with pytest.raises(OnleesbareGeschiedenis, match="StuurRaket") as fout:
        vouw([happy])
    assert fout.value.code == "andere_code"
    later = runs("happy")[0]
    start = later["events"][0]["workflowExecutionStartedEventAttributes"]["input"]
    herschrijf(start, lambda s: {**s, "reglement": "r2031_1"})
    with pytest.raises(OnleesbareGeschiedenis, match="r2031_1") as fout:
        vouw([later])
    assert fout.value.code == "andere_code"


ONZIN = [
    [],
    [{}],
    [{"events": []}],
    [{"events": [{"eventType": 3}]}],
    [{"events": "x"}],
    ["x"],
    [None],
    [{"events": {}}],
]


@pytest.mark.parametrize("onzin", ONZIN)
def test_onzin_wordt_in_woorden_geweigerd(onzin: list[Any]) -> None:
    with pytest.raises(OnleesbareGeschiedenis):
        vouw(onzin)


def _plekken(waarde: Any, pad: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a value, as the keys that lead to it."""
    delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    return [pad, *(p for sleutel, deel in delen for p in _plekken(deel, (*pad, sleutel)))]


KORT = runs("gepauzeerd")[0]
PLEKKEN = _plekken(KORT)
GEK = st.sampled_from(
    [None, 0, -1, 10**400, "", "x", "\ud800", [], {}, [[]], True, 1e308, "2026-13-45T99:99:99Z", "9" * 50]
)


@settings(max_examples=250)
@given(st.integers(0, len(PLEKKEN) - 1), GEK)
def test_wat_er_ook_in_staat_de_lezer_leest_of_zegt_dat_het_onleesbaar_is(nummer: int, gek: Any) -> None:
    """Anything at any place of the export: a fold with findings, or one known exception."""
    geschiedenis = copy.deepcopy(KORT)
    doel: Any = geschiedenis
    *pad, laatste = PLEKKEN[nummer] or ("events",)
    for sleutel in pad:
        doel = doel[sleutel]
    doel[laatste] = gek
    _lees(geschiedenis)


PAYLOADS = [p for p in PLEKKEN if p and p[-1] == "data"]


@settings(max_examples=250)
@given(st.sampled_from(PAYLOADS), st.data())
def test_wat_er_ook_in_een_opdracht_of_bewijs_staat_de_lezer_blijft_overeind(pad: tuple[Any, ...], data: Any) -> None:
    geschiedenis = copy.deepcopy(KORT)
    doel: Any = geschiedenis
    for sleutel in pad[:-1]:
        doel = doel[sleutel]
    waarde = json.loads(base64.b64decode(doel["data"]))
    plek = data.draw(st.sampled_from(_plekken(waarde)))
    gek = data.draw(GEK)
    binnen: Any = waarde
    for sleutel in plek[:-1]:
        binnen = binnen[sleutel]
    if plek:
        binnen[plek[-1]] = gek
    else:
        waarde = gek
    doel["data"] = base64.b64encode(json.dumps(waarde).encode()).decode()
    _lees(geschiedenis)


def _lees(geschiedenis: Geschiedenis) -> None:
    try:
        vouw([geschiedenis])
    except OnleesbareGeschiedenis as fout:
        assert str(fout)
