"""Lead times in the register: written with the facts, once, and read back as medians."""

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from proefleven import Proefleven, leg_vast
from sqlalchemy import select

from domain.basis import Afzender
from domain.bundel import Bundel
from domain.orgaan import Orgaankalender
from register import doorlooptijden, organen
from register.tabellen_samen import DOORLOOPTIJD
from register.verbinding import Register

sys.path.append(str(Path(__file__).parents[1] / "domain"))  # whole lives, which the tests of the rules have

from verhaal import in_f6, manager


def rijen(register: Register) -> list[tuple[str, str, str, str, int]]:
    t = DOORLOOPTIJD.c
    with register.lees() as verbinding:
        uit = verbinding.execute(select(t.opgave, t.soort, t.code, t.wie, t.dagen).order_by(t.opgave, t.soort, t.id))
        return [(r.opgave, r.soort, r.code, r.wie, r.dagen) for r in uit]


def gevraagd(opgave: str) -> Proefleven:
    """A life in which a partner was asked something."""
    proef = Proefleven(opgave).begonnen()
    proef.geef("VraagPartner", aan=["gemeente-dronten"], vraag="cijfers?", termijn="6w", verzoeksoort="cijfers")
    return proef


def beantwoord(proef: Proefleven, dagen: int) -> None:
    proef.nu += timedelta(days=dagen)
    proef.geef("BeantwoordVerzoek", verzoek="V1", antwoord="hier zijn ze")


def test_een_antwoord_schrijft_een_doorlooptijd_en_nog_eens_aanbieden_verandert_niets(register: Register) -> None:
    """In the transaction of the facts; the same batch twice leaves the same row."""
    proef = gevraagd("FL-2024-01")
    leg_vast(register, proef.alles())
    assert rijen(register) == []
    beantwoord(proef, 12)
    for _ in range(2):
        leg_vast(register, proef.alles())
        assert rijen(register) == [("FL-2024-01", "verzoek", "cijfers", "gemeente-dronten", 12)]


def test_de_mediaan_komt_uit_alle_opgaven_en_een_kan_erbuiten_blijven(register: Register) -> None:
    """Three measurements are enough; without one of them there are two, and that is too little."""
    for nr, dagen in enumerate((3, 20, 10), start=1):
        proef = gevraagd(f"FL-2024-0{nr}")
        beantwoord(proef, dagen)
        leg_vast(register, proef.alles())
    van = doorlooptijden.gezien(register).van("verzoek", "cijfers", "gemeente-dronten")
    assert van is not None
    assert (van.n, van.kortste, van.mediaan) == (3, 3, 10)
    assert doorlooptijden.gezien(register, zonder="FL-2024-03").van("verzoek", "cijfers") is None


def test_een_vraag_draagt_de_vergaderkalenders_die_bekend_zijn(register: Register) -> None:
    ps = Orgaankalender(orgaan="PS", vergaderingen=(date(2024, 4, 10),), bekend_tot=date(2024, 12, 31), bron="schema")
    griffier = Afzender(functie="griffier", subject="s-1", namens="PS")
    organen.zet(register, [ps], griffier, datetime(2024, 1, 8, tzinfo=UTC))
    vraag = doorlooptijden.vraag(register, date(2024, 3, 1), "CONVENANT")
    assert dict(vraag.kalenders) == {"PS": ps}
    assert (vraag.vandaag, vraag.vorm, vraag.gezien.spreidingen) == (date(2024, 3, 1), "CONVENANT", ())


def test_de_laatste_fase_telt_vanaf_het_afsluiten_en_blijft_als_er_daarna_iets_gebeurt(register: Register) -> None:
    """Closed after 30 days in F6; a promise kept weeks later leaves that as it was."""
    dicht = in_f6("stoppen").later(days=30).gegeven(manager("SluitAf", uitkomst="stoppen", reden="klaar"))
    open_ = next(a.id for a in dicht.stand.afspraken.values() if a.afgerond_op is None)
    later = dicht.later(days=40).gegeven(manager("RondAfspraakAf", afspraak=open_, resultaat="gedaan"))
    for verhaal in (dicht, later):
        leg_vast(register, Bundel(begin=verhaal.stand.begin, feiten=verhaal.alles))
        assert [dagen for _, soort, code, _, dagen in rijen(register) if (soort, code) == ("fase", "F6")] == [30]
