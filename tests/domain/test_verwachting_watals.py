"""What moves if something is held over or comes later, and how good a forecast turned out to be."""

from contextlib import suppress
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from pydantic import ValidationError
from test_verwachting import PS
from verhaal import (
    DRONTEN,
    NETBEHEER,
    Verhaal,
    Zet,
    evaluator,
    gekozen,
    in_f2,
    in_f5,
    manager,
    secretariaat,
)
from willekeur import afzender, inhoud

from domain.basis import Fase, Weigering
from domain.opdracht import OPDRACHTEN
from domain.verwachting.agenda import Agendarij, bundel, later_verwacht
from domain.verwachting.model import Rij, Rijsoort, Vraag, Watals
from domain.verwachting.vergelijk import trefzekerheid, vergelijk, wanneer
from domain.verwachting.verwacht import verwacht
from domain.verwachting.watals import houd_aan, later


def vraag(verhaal: Verhaal, **meer: object) -> Vraag:
    return Vraag(vandaag=verhaal.vandaag, **meer)


def dagen(gevolg: Watals) -> dict[str, int]:
    return {r.sleutel: r.dagen for r in gevolg.rijen}


def test_houdt_ps_aan_dan_schuift_alles_erna_een_vergadering() -> None:
    """Four weeks between two meetings: the step and all that rests on it; what came before stays."""
    verhaal = gekozen("OPENBAAR_LICHAAM")
    gevolg = houd_aan(verhaal.stand, vraag(verhaal, kalenders={"PS": PS}), "VT1.A6.PS")
    assert dagen(gevolg)["stap:VT1.A6.PS"] == 28
    assert dagen(gevolg)["stap:VT1.A5.PS"] == 0
    assert dagen(gevolg)["stap:VT1.A8"] > 0
    assert dagen(gevolg)["afsluiting"] > 0
    wordt = next(r.wordt for r in gevolg.rijen if r.sleutel == "stap:VT1.A6.PS")
    assert wordt in PS.vergaderingen


def test_wettelijke_termijnen_die_dan_verstrijken_staan_vooraan() -> None:
    """Held over twice, the thirteen weeks for the consent are gone (Awb 10:31), and that is said first."""
    verhaal = gekozen("OPENBAAR_LICHAAM")
    gevolg = houd_aan(verhaal.stand, vraag(verhaal, kalenders={"PS": PS}), "VT1.A6.PS", keer=3)
    assert [v.soort for v in gevolg.verstrijkt][:1] == ["wettelijk"]
    assert (gevolg.verstrijkt[0].wie, "toestemming" in gevolg.verstrijkt[0].wat) == ("PS", True)


def test_aanhouden_tot_een_dag() -> None:
    verhaal = in_f2()
    tot = date(2026, 3, 1)
    gevolg = houd_aan(verhaal.stand, vraag(verhaal, kalenders={"PS": PS}), "kader.1", tot=tot)
    kader = next(r for r in gevolg.rijen if r.sleutel == "stap:kader.1")
    assert kader.wordt == next(d for d in PS.vergaderingen if d >= tot)


def test_wat_niet_meer_komt_kan_niet_worden_aangehouden() -> None:
    verhaal = in_f2()
    with pytest.raises(Weigering) as nee:
        houd_aan(verhaal.stand, vraag(verhaal), "VT9.A1")
    assert "kader.1 (kaders op inhoud en proces, PS)" in nee.value.ontbreekt
    with pytest.raises(Weigering):
        later(verhaal.stand, vraag(verhaal), "waterschap-onbekend", 7)


def test_een_partner_die_later_is_schuift_wat_op_hem_wacht() -> None:
    """Everything of this partner that waits at the same time is late once, not every later step again."""
    verhaal = gekozen("CONVENANT")
    gevolg = later(verhaal.stand, vraag(verhaal), DRONTEN, 28)
    assert dagen(gevolg)[f"stap:VT1.A16.{DRONTEN}"] == 28
    assert dagen(gevolg)[f"stap:VT1.A16.{NETBEHEER}"] == 0
    assert dagen(gevolg)["stap:VT1.A1:concept"] == 28
    wie = [v.wie for v in gevolg.verstrijkt if v.soort == "afgesproken"]
    assert wie == [DRONTEN]


def test_een_partner_met_ruimte_schuift_het_einde_niet() -> None:
    """A late answer on which nothing waits moves itself only."""
    verhaal = in_f5().gegeven(manager("VraagPartner", aan=[DRONTEN], vraag="cijfers?"))
    gevolg = later(verhaal.stand, vraag(verhaal), DRONTEN, 14)
    assert [r.sleutel for r in gevolg.later] == ["verzoek:V1"]


def test_de_fout_van_een_verwachting_is_per_stap_te_zien() -> None:
    """What happened later than was likely is positive, and what did not happen is named."""
    voor = in_f5()
    beeld = verwacht(voor.stand, vraag(voor))
    geschreven = next(r.waarschijnlijk for r in beeld.rijen if r.sleutel == "evaluatie:E1")
    na = voor.gegeven(manager("StartEvaluatie", pilots=["P1"], evaluator="een bureau van buiten"))
    na = na.later(geschreven + timedelta(days=9)).gegeven(
        evaluator("LegEvaluatieVast", evaluatie="E1", advies="stoppen")
    )
    uit = vergelijk(beeld, na.alles)
    assert {m.sleutel: m.dagen for m in uit.missers} == {"evaluatie:E1": 9}
    assert (uit.mediaan, uit.absoluut) == (9, 9)
    assert {"afsluiting", "fase:F6", "stap:vervolg.1"} <= set(uit.niet_gebeurd)


def test_een_besluit_wordt_in_de_feiten_teruggevonden_onder_de_naam_van_zijn_rij() -> None:
    """The number of a step outside a path depends on what was opened before it; its name in a forecast does not."""
    voor = in_f5()
    na = voor.gegeven(
        manager("StartEvaluatie", pilots=["P1"], evaluator="een bureau van buiten"),
        evaluator("LegEvaluatieVast", evaluatie="E1", advies="opschalen"),
        manager("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="vervolg"),
        manager("LegVoor", stap="B2"),
        secretariaat("LegBesluitVast", stap="B2", uitkomst="conform", resultaat="opschalen"),
    )
    assert wanneer(na.alles, voor.vandaag)["stap:vervolg.1"] == na.vandaag


def test_ook_een_tweede_ronde_van_een_vorm_wordt_teruggevonden() -> None:
    """A form that is changed begins to work again, under the name of that round."""
    voor = gekozen("CONVENANT").loop_pad("VT1")
    eerst = voor.gegeven(manager("ZetInWerking", traject="VT1", per=voor.vandaag))
    weer = eerst.gegeven(manager("WijzigVorm", traject="VT1", reden="een partner erbij"))
    beeld = verwacht(weer.stand, vraag(weer))
    assert "in_werking:VT1.r2" in {r.sleutel for r in beeld.rijen}
    af = weer.loop_pad("VT1").gegeven(manager("ZetInWerking", traject="VT1", per=weer.vandaag))
    assert wanneer(af.alles, af.vandaag).keys() >= {"in_werking:VT1.r1", "in_werking:VT1.r2"}


def test_mediaan_en_spreiding_van_missers() -> None:
    assert trefzekerheid(()).mediaan == 0
    verhaal = in_f2()
    beeld = verwacht(verhaal.stand, vraag(verhaal))
    een = vergelijk(beeld, ())
    assert (een.missers, len(een.niet_gebeurd)) == ((), len(beeld.rijen))


def test_van_een_agenda_komen_de_besluiten_per_vergadering_bijeen() -> None:
    """Two opgaven before PS on one day; too many when the calendar says that one fits."""
    eerste, tweede = in_f2(), in_f2()
    ander = tweede.stand.met(begin=tweede.stand.begin.met(opgave="FL-2025-02"))
    q = vraag(eerste, kalenders={"PS": PS.met(capaciteit=1)})
    samen = bundel("AGENDA-FLEVOLAND", q, (verwacht(eerste.stand, q), verwacht(ander, q)))
    druk = next(d for d in samen.druk if d.orgaan == "PS")
    assert (druk.aantal, druk.opgaven) == (2, ("FL-2025-01", "FL-2025-02"))
    assert [r.rij.waarschijnlijk for r in samen.rijen] == sorted(r.rij.waarschijnlijk for r in samen.rijen)
    assert not bundel("AGENDA-FLEVOLAND", vraag(eerste), samen.verwachtingen).druk


def test_wat_al_geteld_is_komt_niet_nog_eens_bij_een_vergadering() -> None:
    """Given rows for PS and GS: the counted step is left out once, a second round of it is not, and halts never count."""
    op = date(2026, 5, 20)

    def rij(opgave: str, sleutel: str, id_: str | None, wie: str = "PS", soort: Rijsoort = "stap") -> Agendarij:
        kern_: Any = {"fase": Fase("F3"), "wat": sleutel, "begint": op, "vroegst": op, "rust_op": "vergadering"}
        rij_ = Rij(sleutel=sleutel, soort=soort, wie=wie, id=id_, waarschijnlijk=op, **kern_)
        return Agendarij(opgave=opgave, titel=opgave, rij=rij_)

    rijen = (
        rij("A", "stap:kader.1", "B1"),
        rij("A", "stap:kader.1#2", "B1"),
        rij("A", "stap:VT1.A3", None),
        rij("A", "stap:VT1.A3:commissie", None, soort="halte"),
        rij("B", "stap:kader.1", "B1"),
        rij("B", "stap:VT1.A1", None, wie="GS"),
    )
    assert later_verwacht(rijen, "PS", {("A", "B1")}) == {op: ("A", "A", "B")}
    assert later_verwacht(rijen, "GS", {("A", "B1")}) == {op: ("B",)}
    assert later_verwacht(rijen, "PS", ()) == {op: ("A", "A", "A", "B")}


@pytest.mark.parametrize("zaad", range(6))
def test_van_elk_leven_hoe_grillig_ook_komt_een_verwachting(zaad: int) -> None:
    """Random commands first; then it answers, changes nothing, and keeps its days in order."""
    worp = Random(zaad)
    verhaal = gekozen("CONVENANT") if zaad % 2 else in_f2()
    for _ in range(60):
        soort = worp.choice([s for s in sorted(OPDRACHTEN) if s not in ("TrekIn", "SluitAf")])
        verhaal = verhaal.later(hours=worp.randint(1, 72))
        zet = Zet(afzender(worp, verhaal.stand, soort), inhoud(worp, verhaal.stand, verhaal.vandaag, soort))
        with suppress(ValidationError):
            verhaal = verhaal.als(zet)
    beeld = verwacht(verhaal.stand, vraag(verhaal))
    assert beeld.rijen
    assert all(verhaal.vandaag <= r.vroegst <= r.waarschijnlijk for r in beeld.rijen)
    assert beeld.af or beeld.waarschuwingen


def test_veel_partners_en_een_lange_weg_lopen_nooit_rond() -> None:
    """A heavy path with many parties ends, in far fewer tasks than the bound against circles."""
    namen = [f"gemeente-{nr}" for nr in range(15)]
    bij = (manager("VoegPartnerToe", partner=n, naam=n, type="gemeente") for n in namen)
    verhaal = in_f2().gegeven(*bij)
    beeld = verwacht(verhaal.stand, vraag(verhaal, vorm="OPENBAAR_LICHAAM"))
    assert beeld.af, beeld.waarschuwingen
    assert len({r.wie for r in beeld.rijen if r.partner}) == 17


def test_een_stap_is_te_noemen_zoals_de_tabel_hem_noemt() -> None:
    """`A0` is the first A0 that comes; a name that comes nowhere lists what does."""
    leven = gekozen("CONVENANT")
    vraag = Vraag(vandaag=leven.vandaag)
    voluit = houd_aan(leven.stand, vraag, "VT1.A0")
    assert houd_aan(leven.stand, vraag, "A0").rijen == voluit.rijen
    with pytest.raises(Weigering) as nee:
        houd_aan(leven.stand, vraag, "A99")
    assert any(naam.startswith("VT1.A0 (A0 ") for naam in nee.value.ontbreekt)


def test_wat_niet_kan_worden_aangehouden_zegt_waarom_en_wat_wel_kan() -> None:
    """GS informing PS knows no holding over; that is not the same as a step that does not come."""
    verhaal = gekozen("OPENBAAR_LICHAAM")
    with pytest.raises(Weigering) as nee:
        houd_aan(verhaal.stand, vraag(verhaal, kalenders={"PS": PS}), "VT1.A2")
    assert "kan hier niet worden aangehouden" in nee.value.reden
    assert "aangehouden' bestaat hier niet" in nee.value.reden
    assert nee.value.ontbreekt == ("--later VT1.A2=4w",)
    with pytest.raises(Weigering, match="komt in deze verwachting niet meer voor"):
        houd_aan(verhaal.stand, vraag(verhaal), "VT1.NIETS")
