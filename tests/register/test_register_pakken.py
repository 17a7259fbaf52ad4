"""Wishes for packs are written with the facts that ask for them, and go when a pack fulfils them."""

from datetime import timedelta

import pytest
from proefleven import GROOTBOEK, Proefleven

from activities.gevolgen import voer_uit
from domain.bundel import Bundel
from domain.reglement.register import reglement
from register import pakken
from register.pakken import Pakrij
from register.schrijven import KetenBreuk, verwerk
from register.verbinding import Register

HUIS = [p.code for p in reglement("r2026_1").poorten if p.soort == "huis"]


def _leg_vast(register: Register, bundel: Bundel, run: str) -> None:
    verwerk(register, bundel, voer_uit, GROOTBOEK.teken_regel, run)


def _wensen(register: Register) -> list[tuple[str, str, int]]:
    return sorted((wens.aanleiding, wens.run_id, wens.seq) for wens in pakken.wensen(register))


def _pak(run: str, tot_seq: int, leven: Proefleven, *, gesloten: bool) -> Pakrij:
    return Pakrij(run, tot_seq, leven.begin.opgave, "ronde", f"plek-{run}-{tot_seq}", "0" * 64, gesloten, leven.nu)


@pytest.fixture
def leven(register: Register) -> Proefleven:
    """A life in its second phase, of which two runs handed over facts, and that is over."""
    leven = Proefleven()
    _leg_vast(register, leven.begonnen().alles(), "run-1")
    _leg_vast(register, leven.geef("GaNaarFase", naar="F2", reden="Het net is vol.", passeer=HUIS), "run-1")
    _leg_vast(register, leven.geef("Noteer", tekst="Een nieuwe run."), "run-2")
    _leg_vast(register, leven.geef("TrekIn", reden="Het hoeft niet meer."), "run-2")
    return leven


def test_een_fase_een_nieuwe_run_en_het_einde_vragen_om_een_pak(register: Register, leven: Proefleven) -> None:
    """The first phase begins with the life itself, and asks for nothing."""
    fase, tot = next(f.seq for f in leven.feiten if f.inhoud.soort == "FaseBegonnen" and f.seq > 4), leven.stand.seq
    gevraagd = _wensen(register)
    assert [(a, run) for a, run, _ in gevraagd] == [("afgerond", "run-2"), ("fase", "run-1"), ("voortzetting", "run-1")]
    assert gevraagd[0][2] == tot
    assert gevraagd[1][2] >= fase
    assert [run.run_id for run in pakken.runs(register, leven.begin.opgave)] == ["run-1", "run-2"]


def test_feiten_die_nog_eens_komen_vragen_niets_nieuws(register: Register, leven: Proefleven) -> None:
    gevraagd = _wensen(register)
    _leg_vast(register, leven.alles(), "run-3")
    assert _wensen(register) == gevraagd


def test_wat_niet_wordt_vastgelegd_vraagt_ook_geen_pak(register: Register) -> None:
    leven = Proefleven().begonnen()
    with pytest.raises(KetenBreuk):
        _leg_vast(register, leven.bundel(*leven.feiten[1:]), "run-1")
    assert not pakken.runs(register)


def test_een_pak_vervult_wat_erin_zit_en_niets_anders(register: Register, leven: Proefleven) -> None:
    """An open run fulfils phases only; facts that came later, and other lives, go on waiting."""
    tot, gevraagd = leven.stand.seq, _wensen(register)
    ander = Proefleven("FL-2024-02")
    with register.schrijf() as verbinding:
        assert pakken.noteer(verbinding, [_pak("run-1", tot, ander, gesloten=True)])
        assert pakken.noteer(verbinding, [_pak("run-1", 1, leven, gesloten=False)])
    assert _wensen(register) == gevraagd
    with register.schrijf() as verbinding:
        assert pakken.noteer(verbinding, [_pak("run-2", tot, leven, gesloten=False)])
        assert not pakken.noteer(verbinding, [_pak("run-2", tot, leven, gesloten=False)])
    assert [wens[0] for wens in _wensen(register)] == ["afgerond", "voortzetting"]
    rijen = [_pak(run, tot + 1, leven, gesloten=True) for run in ("run-1", "run-2")]
    with register.schrijf() as verbinding:
        assert pakken.noteer(verbinding, rijen)
    assert not _wensen(register)
    assert pakken.pak_van_run(register, "run-2") == rijen[1]


def test_een_run_die_sindsdien_afliep_komt_in_de_plaats_van_de_open_run(register: Register, leven: Proefleven) -> None:
    """The same facts, but now the run can never change any more; never the other way round."""
    open_, dicht = (_pak("run-2", leven.stand.seq, leven, gesloten=gesloten) for gesloten in (False, True))
    with register.schrijf() as verbinding:
        assert [pakken.noteer(verbinding, [rij]) for rij in (open_, dicht, open_)] == [True, True, False]
    assert pakken.gearchiveerde_runs(register) == {"run-2"}


def test_een_wens_die_moest_wachten_komt_pas_op_zijn_tijd_weer(register: Register, leven: Proefleven) -> None:
    """One at a time for each opgave: one pack may fulfil several."""
    (wens,) = pakken.aan_de_beurt(register, leven.nu)
    straks = leven.nu + timedelta(minutes=5)
    for wens in pakken.wensen(register):
        pakken.stel_uit(register, wens, "De server was weg.", straks)
    assert not pakken.aan_de_beurt(register, leven.nu)
    (wens,) = pakken.aan_de_beurt(register, straks)
    assert (wens.pogingen, wens.fout) == (1, "De server was weg.")
