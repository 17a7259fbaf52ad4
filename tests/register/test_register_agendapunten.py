"""What stands on an agenda, in the register: a row per opgave, and an agenda is no opgave in any list."""

from datetime import UTC, date, datetime

from proefleven import Proefleven, leg_vast

from domain import kern
from domain.basis import Afzender
from domain.orgaan import Orgaankalender
from domain.reglement.register import nieuwste
from domain.stand import Begin
from register import agendapunten, lezen, organen
from register.verbinding import Register
from register.vergaderdruk import druk, met_later

REGIO = "AGENDA-FLEVOLAND"
PUNT = {"thema": "water", "reden": "past bij de koers", "periode": "2024-1"}


def agenda() -> Proefleven:
    """An agenda with two opgaven."""
    leven = Proefleven()
    leven.begin = Begin(opgave=REGIO, reglement=nieuwste().code)
    leven.stand = kern.begin(leven.begin)
    leven.geef("StartAgenda", titel="Agenda", gebied="Flevoland", van="2024-01-01", tot="2027-12-31")
    leven.geef("ZetOpAgenda", opgave="FL-2024-01", titel="Warmte", **PUNT)
    leven.geef("ZetOpAgenda", opgave="FL-2024-02", titel="Water", **PUNT | {"periode": "2025-2"})
    return leven


def test_elke_opgave_op_de_agenda_is_een_rij(register: Register) -> None:
    """By half year; what changes on the agenda changes the row, and handing over twice changes nothing."""
    leven = agenda()
    leg_vast(register, leven.alles())
    assert [(r.opgave, r.periode, r.status) for r in agendapunten.van_agenda(register, REGIO)] == [
        ("FL-2024-01", "2024-1", "op_agenda"),
        ("FL-2024-02", "2025-2", "op_agenda"),
    ]
    leg_vast(register, leven.geef("VerplaatsOpAgenda", opgave="FL-2024-01", periode="2026-1", reden="meer tijd"))
    leg_vast(register, leven.geef("ParkeerOpgave", opgave="FL-2024-02", reden="wacht"))
    leg_vast(register, leven.alles())
    assert [(r.opgave, r.periode, r.status) for r in agendapunten.van_agenda(register, REGIO)] == [
        ("FL-2024-02", "2025-2", "geparkeerd"),
        ("FL-2024-01", "2026-1", "op_agenda"),
    ]
    assert [r.agenda for r in agendapunten.van_opgave(register, "FL-2024-01")] == [REGIO]
    assert agendapunten.van_opgave(register, "FL-2024-99") == ()


def test_een_agenda_is_geen_opgave(register: Register) -> None:
    """Each in its own list, both among all lives; an agenda has no phase, and is not counted as an opgave."""
    leg_vast(register, agenda().alles())
    opgave = Proefleven().begonnen()
    leg_vast(register, opgave.alles())
    assert [(r.id, r.soort, r.fase) for r in lezen.lijst(register)] == [("FL-2024-01", "opgave", "F1")]
    assert [(r.id, r.soort, r.fase) for r in lezen.agendas(register)] == [(REGIO, "agenda", "")]
    assert [r.id for r in lezen.levens(register)] == [REGIO, "FL-2024-01"]
    assert lezen.tellingen(register).opgaven == 1
    assert agendapunten.van_agenda(register, "FL-2024-01") == ()


def test_een_vergadering_telt_wat_er_ligt_en_wat_nog_komt(register: Register) -> None:
    """A step whose turn it is goes to the first meeting its papers can make; a day that was set stays that day."""
    wie = Afzender(functie="griffier", subject="s-1", zekerheid="oidc")
    dagen = (date(2024, 1, 15), date(2024, 2, 14), date(2024, 3, 13))
    kalender = Orgaankalender(orgaan="PS", vergaderingen=dagen, bekend_tot=date(2024, 12, 31), bron="x", capaciteit=1)
    organen.zet(register, (kalender,), wie, datetime(2024, 1, 8, tzinfo=UTC))
    leven = Proefleven().begonnen()
    for onderwerp in ("een", "twee", "drie"):
        leven.geef("OpenBesluit", code="kader", orgaan="PS", onderwerp=onderwerp)
    een, twee, _ = leven.stand.stappen
    leven.geef("LegVoor", stap=een, vergadering_op="2024-03-13")
    leven.geef("LegVoor", stap=twee)
    leg_vast(register, leven.alles())
    beeld = druk(register, "PS", date(2024, 1, 8))
    op_dag = {v.op: (len(v.gepland), len(v.verwacht), v.te_veel) for v in beeld.vergaderingen}
    assert op_dag == {dagen[0]: (0, 1, 0), dagen[1]: (0, 1, 0), dagen[2]: (1, 0, 0)}
    leven.geef("OpenBesluit", code="kader", orgaan="PS", onderwerp="vier")
    leg_vast(register, leven.alles())
    februari = next(v for v in druk(register, "PS", date(2024, 1, 8)).vergaderingen if v.op == dagen[1])
    assert (februari.aantal, februari.capaciteit, februari.te_veel) == (2, 1, 1)
    assert druk(register, "GS", date(2024, 1, 8)).vergaderingen == ()


def test_wat_later_komt_telt_mee_ook_voorbij_het_jaar_en_zonder_vergadering(register: Register) -> None:
    """A known meeting gets it, also one further away than a year; on another day it stands apart."""
    wie = Afzender(functie="griffier", subject="s-1", zekerheid="oidc")
    dagen = (date(2024, 2, 14), date(2025, 3, 12))
    kalender = Orgaankalender(orgaan="PS", vergaderingen=dagen, bekend_tot=date(2025, 12, 31), bron="x", capaciteit=1)
    organen.zet(register, (kalender,), wie, datetime(2024, 1, 8, tzinfo=UTC))
    kaal = druk(register, "PS", date(2024, 1, 8))
    assert [v.op for v in kaal.vergaderingen] == [dagen[0]]
    beeld = met_later(kaal, {dagen[0]: ("A",), dagen[1]: ("A", "B"), date(2026, 5, 6): ("B",)})
    assert [(v.op, v.later, v.aantal, v.te_veel) for v in beeld.vergaderingen] == [
        (dagen[0], ("A",), 1, 0),
        (dagen[1], ("A", "B"), 2, 1),
    ]
    assert beeld.later_buiten == ((date(2026, 5, 6), ("B",)),)
    assert met_later(kaal, {}) == kaal
