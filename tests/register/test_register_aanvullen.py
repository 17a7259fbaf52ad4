"""What an older version had not written down is written when a worker of this version starts."""

import sys
from pathlib import Path

from proefleven import Proefleven, leg_vast
from sqlalchemy import delete, select

from domain.bundel import Bundel
from register import doorlooptijden
from register.aanvullen import vul_aan
from register.lessen import zoek
from register.tabellen_samen import DOORLOOPTIJD, LES, LESSTAM
from register.verbinding import Register

sys.path.append(str(Path(__file__).parents[1] / "domain"))  # whole lives, which the tests of the rules have

from verhaal import in_f6, manager

SCORES = [3, 2, 3, 1, 2, 2]


def leven(opgave: str) -> Proefleven:
    """A life that left its first phase and learned something."""
    proef = Proefleven(opgave).begonnen()
    proef.geef("LegBladVast", inhoud={"blad": "betekenis", "tekst": "goedkope warmte"})
    proef.geef("LegBladVast", inhoud={"blad": "toets_flevo", "moment": "F1", "scores": SCORES})
    proef.geef("GaNaarFase", naar="F2")
    proef.geef("LegLesVast", titel="warmte vraagt geduld")
    proef.geef("WijzigLesstatus", les="L1", status="gevalideerd", toelichting="besproken")
    return proef


def vergeet(register: Register) -> None:
    """As a register of an older version is after its migration."""
    with register.schrijf() as verbinding:
        for tabel in (LESSTAM, LES, DOORLOOPTIJD):
            verbinding.execute(delete(tabel))


def test_een_leven_zonder_nieuwe_feiten_wordt_ook_doorzocht(register: Register) -> None:
    """Lessons and lead times come back for every life, once; what has both is left alone."""
    for opgave in ("FL-2024-01", "FL-2024-02"):
        leg_vast(register, leven(opgave).alles())
    met = [les.verwijzing for les in zoek(register, "warmte")]
    assert len(met) == 2
    vergeet(register)
    assert zoek(register, "warmte") == ()
    assert vul_aan(register) == 2
    assert [les.verwijzing for les in zoek(register, "warmte")] == met
    with register.lees() as verbinding:
        assert len(verbinding.execute(select(DOORLOOPTIJD.c.id)).all()) == 2
    assert doorlooptijden.gezien(register).spreidingen[0].n == 2
    assert vul_aan(register) == 0


def test_een_afgesloten_leven_krijgt_de_maten_die_later_werden_geleerd(register: Register) -> None:
    """Closed before the last phase and forms were measured: both come with the start, once."""
    dicht = in_f6("stoppen").later(days=30).gegeven(manager("SluitAf", uitkomst="stoppen", reden="klaar"))
    leg_vast(register, Bundel(begin=dicht.stand.begin, feiten=dicht.alles))
    soorten = select(DOORLOOPTIJD.c.soort, DOORLOOPTIJD.c.code).order_by(DOORLOOPTIJD.c.soort, DOORLOOPTIJD.c.id)
    with register.schrijf() as verbinding:
        alle = verbinding.execute(soorten).all()
        assert {"vorm", "fase"} <= {rij.soort for rij in alle}
        nieuw = (DOORLOOPTIJD.c.soort == "vorm") | (DOORLOOPTIJD.c.code == "F6")
        verbinding.execute(delete(DOORLOOPTIJD).where(nieuw))
    assert vul_aan(register) == 1
    with register.lees() as verbinding:
        assert verbinding.execute(soorten).all() == alle
    assert vul_aan(register) == 0


def test_een_leeg_register_heeft_niets_aan_te_vullen(register: Register) -> None:
    """The first start of a new system."""
    assert vul_aan(register) == 0
