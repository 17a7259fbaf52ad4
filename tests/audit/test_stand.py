"""As it was known then: a moment is found without doubt, and the state there is what the history says of it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from boeken import GOUDEN, boek, gouden_pak, v

from archief.pak import PakFout, open_pak
from audit.lezen import vouw
from audit.tijd import moment
from audit.tijd.moment import MomentFout, open_boek
from audit.tijd.stand import alle_standen, zoals_bekend
from domain.kalender import lokale_datum

START = v.gegeven(*v.BEGONNEN)


def _leven() -> v.Verhaal:
    """A life of three days with nothing on the second."""
    return START.later(v.EERSTE_DAG + timedelta(days=2)).gegeven(v.BETEKENIS)


def _sneden(geschiedenissen: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The histories cut just after each update, the runs before it whole."""
    for nr, run in enumerate(geschiedenissen):
        for i, gebeurtenis in enumerate(run["events"], start=1):
            if gebeurtenis["eventType"] == "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED":
                yield [*geschiedenissen[:nr], {**run, "events": run["events"][:i]}]


@pytest.mark.parametrize("pad", GOUDEN, ids=lambda pad: pad.stem)
def test_de_stand_bij_een_feit_is_de_vouwing_van_de_geschiedenis_tot_daar(pad: Path) -> None:
    """Cut the history at every update: what the fold says there, the recorded facts say as well."""
    pak = open_pak(pad)
    gelezen = {feit.seq: stand for feit, stand in alle_standen(open_boek(pak))}
    sneden = list(_sneden(pak.geschiedenissen))
    for runs in sneden[:: max(1, len(sneden) // 12)]:
        gevouwen = vouw(runs).stand
        assert gelezen[gevouwen.seq] == gevouwen
    assert len(sneden) > 3


@pytest.mark.parametrize("pad", GOUDEN, ids=lambda pad: pad.stem)
def test_een_dag_telt_tot_en_met_zijn_laatste_feit(pad: Path) -> None:
    """The end of a day in Amsterdam: nothing recorded after it, and nothing before it left out."""
    leven = open_boek(open_pak(pad))
    for dag in {lokale_datum(f.vastgelegd_op) for f in leven.feiten}:
        seq = moment.op_dag(leven, dag)
        assert lokale_datum(leven.feiten[seq - 1].vastgelegd_op) <= dag
        assert all(lokale_datum(f.vastgelegd_op) > dag for f in leven.feiten[seq:])
        stand = zoals_bekend(leven, seq)
        assert (stand.seq, stand.kop) == (seq, leven.feiten[seq - 1].hash)


def test_een_dag_zonder_feiten_is_als_de_dag_ervoor() -> None:
    leven = _leven()
    b = boek(leven.stand.begin, leven.alles)
    eerste, tweede, derde = (moment.op_dag(b, v.EERSTE_DAG + timedelta(days=n)) for n in range(3))
    assert eerste == tweede < derde == len(leven.alles)
    assert zoals_bekend(b, derde) == leven.stand


def test_middernacht_is_die_van_amsterdam() -> None:
    """Half past eleven in the evening UTC is the next day already."""
    laat = START.later(hours=15, minutes=20).gegeven(v.BETEKENIS)
    b = boek(laat.stand.begin, laat.alles)
    assert laat.nu.date() == v.EERSTE_DAG
    assert moment.op_dag(b, v.EERSTE_DAG) == len(START.alles)
    assert moment.op_dag(b, v.EERSTE_DAG + timedelta(days=1)) == len(laat.alles)


@pytest.mark.parametrize(
    ("dag", "zin"),
    [(date(2025, 3, 2), "was deze opgave er nog niet"), (date(2025, 3, 6), "gaat tot en met woensdag 5 maart 2025")],
)
def test_van_een_dag_buiten_het_pak_is_niets_bekend(dag: date, zin: str) -> None:
    leven = _leven()
    with pytest.raises(MomentFout, match=zin):
        moment.op_dag(boek(leven.stand.begin, leven.alles), dag)


def test_na_een_afgeronde_opgave_verandert_er_niets_meer() -> None:
    leven = _leven()
    b = boek(leven.stand.begin, leven.alles, afgerond=True)
    assert moment.op_dag(b, date(2030, 1, 1)) == len(leven.alles)


@pytest.mark.parametrize("seq", [-1, 0, 99])
def test_een_nummer_dat_er_niet_is_wordt_geweigerd_met_wat_er_wel_is(seq: int) -> None:
    leven = _leven()
    with pytest.raises(MomentFout, match=f"van 1 tot en met {len(leven.alles)}"):
        moment.bij_feit(boek(leven.stand.begin, leven.alles), seq)


def test_wat_is_afgeschermd_geeft_geen_stand_maar_een_uitleg() -> None:
    """The first facts lie open; from the shielded one on, nobody can say where the opgave stood."""
    leven = _leven()
    b = boek(leven.stand.begin, leven.alles[:2], tot_seq=len(leven.alles))
    assert moment.bij_feit(b, 2) == 2
    for vraag in (
        lambda: moment.bij_feit(b, 3),
        lambda: moment.aan_het_eind(b),
        lambda: moment.op_dag(b, v.EERSTE_DAG),
    ):
        with pytest.raises(MomentFout, match="Vanaf feit 3 is de inhoud"):
            vraag()


def test_een_feit_dat_niet_past_wordt_genoemd() -> None:
    """Tampered facts give a sentence with the number, never a traceback."""
    leven = START.gegeven(v.manager("VraagPartner", aan=[v.DRONTEN], vraag="Doet u mee?"))
    leven = leven.gegeven(v.partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="Ja"))
    nr = next(f.seq for f in leven.alles if f.inhoud.soort == "VerzoekBeantwoord")
    feit = leven.alles[nr - 1]
    vals = feit.met(inhoud=feit.inhoud.met(verzoek="V9"))
    with pytest.raises(PakFout, match=f"Feit {nr} past niet"):
        list(alle_standen(boek(leven.stand.begin, (*leven.alles[: nr - 1], vals, *leven.alles[nr:]))))


def test_een_pak_kijkt_tot_de_dag_waarop_het_is_gemaakt() -> None:
    """In real life that is later than the last fact; in a played one the last fact can be later."""
    pak = gouden_pak("happy")
    assert open_boek(pak).laatste_dag >= lokale_datum(pak.feiten[-1].vastgelegd_op)
