"""The report that prepares a herijking: made in time, once, and told to the agenda by what is carried."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import rapportwereld as w
import verhaal as v
from pdflezer import Pdf
from proefleven import leg_vast
from sqlalchemy import select

from activities.herijking import Herijkingmaker, moet_voorbereid
from domain.bundel import Bundel
from domain.taal.agenda_herijking import BereidHerijkingVoor
from register import niet_overgebracht, overbrengen
from register.documenten import document, documenten
from register.tabellen_samen import OVERBRENGING
from register.verbinding import Register, open_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register with one agenda and one opgave on it."""
    register = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    for verhaal in (w.agenda(), w.water()):
        leg_vast(register, Bundel(begin=verhaal.stand.begin, feiten=verhaal.alles))
    yield register
    register.sluit()


def _einde(verhaal: v.Verhaal) -> date:
    return next(t.einde for t in verhaal.stand.termijnen.values() if t.code == "T20" and t.loopt)


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, time(8), UTC)


def _rijen(register: Register) -> list[dict[str, object]]:
    with register.lees() as verbinding:
        vraag = select(OVERBRENGING).where(OVERBRENGING.c.soort == "BereidHerijkingVoor").order_by("sleutel")
        return [dict(rij) for rij in verbinding.execute(vraag).mappings()]


def test_het_rapport_komt_op_tijd_en_een_keer(register: Register) -> None:
    """Four weeks before the end and not a day sooner; looking again, here or elsewhere, makes no second one."""
    einde, maker = _einde(w.agenda()), Herijkingmaker(register)
    assert maker.maak(_moment(einde - timedelta(weeks=4, days=1))) == ()
    assert _rijen(register) == []
    assert maker.maak(_moment(einde - timedelta(weeks=4))) == (w.AGENDA,)
    assert maker.maak(_moment(einde)) == ()
    assert Herijkingmaker(register).maak(_moment(einde)) == ()
    assert len(_rijen(register)) == 1
    assert len(documenten(register, w.AGENDA)) == 2


def test_de_agenda_hoort_welk_rapport_het_is(register: Register) -> None:
    """The command names the PDF by its key and its hash, and says how many opgaven are in it."""
    Herijkingmaker(register).maak(_moment(_einde(w.agenda())))
    (rij,) = _rijen(register)
    assert (rij["sleutel"], rij["naar"], rij["status"]) == (f"herijking:{w.AGENDA}:1", w.AGENDA, "klaar")
    opdracht = BereidHerijkingVoor.model_validate(json.loads(str(rij["inhoud"])))
    gevonden = document(register, opdracht.stuk.referentie)
    assert gevonden is not None
    assert (gevonden[0].sha256, gevonden[0].mediatype) == (opdracht.stuk.sha256, "application/pdf")
    assert w.is_toegankelijke_pdf(Pdf(gevonden[1]))
    assert (opdracht.opgaven, opdracht.nummer) == (3, 1)
    bezorgbaar = overbrengen.aan_de_beurt(register, datetime.now(UTC))
    assert rij["sleutel"] in [een.sleutel for een in bezorgbaar if een.naar == w.AGENDA]


def test_de_opdracht_wordt_aangenomen_en_daarna_is_er_niets_meer_te_doen(register: Register) -> None:
    """The core takes what is carried; the same herijking asks for no second report."""
    verhaal = w.agenda().later(_einde(w.agenda()) - timedelta(days=7))
    Herijkingmaker(register).maak(verhaal.nu)
    inhoud = json.loads(str(_rijen(register)[0]["inhoud"]))
    bode = v.spreker("systeem", "opgavenmotor")
    assert moet_voorbereid(verhaal.stand, verhaal.vandaag)
    na = verhaal.gegeven(v.Zet(bode.door.met(zekerheid="sleutel"), inhoud))
    assert na.het("HerijkingVoorbereid").nummer == 1
    assert not moet_voorbereid(na.stand, na.vandaag)


@pytest.mark.parametrize("einde", ["geweigerd", "vervallen"])
def test_na_een_opdracht_die_niet_aankwam_komt_er_een_nieuw_rapport(
    register: Register, einde: niet_overgebracht.Einde
) -> None:
    """With a key of its own, a day later, and beside the first one; once that is on its way no third."""
    maker, op = Herijkingmaker(register), _moment(_einde(w.agenda()) - timedelta(weeks=4))
    maker.maak(op)
    rij = next(r for r in overbrengen.rijen(register, w.AGENDA) if r.soort == "BereidHerijkingVoor")
    assert niet_overgebracht.mislukt(register, rij, einde, "nee", op)
    assert maker.maak(op + timedelta(hours=23)) == ()
    assert maker.maak(op + timedelta(days=1)) == (w.AGENDA,)
    assert maker.maak(op + timedelta(days=9)) == ()
    assert [str(r["sleutel"]) for r in _rijen(register)] == [rij.sleutel, f"{rij.sleutel}:2"]
    opdracht = BereidHerijkingVoor.model_validate(json.loads(str(_rijen(register)[1]["inhoud"])))
    gevonden = document(register, opdracht.stuk.referentie)
    assert gevonden is not None
    assert gevonden[0].sha256 == opdracht.stuk.sha256
    assert len(documenten(register, w.AGENDA)) == 4


def test_een_agenda_in_rust_krijgt_geen_rapport() -> None:
    """A paused agenda is left alone; a term that stands still as well."""
    verhaal = w.agenda().later(_einde(w.agenda()) - timedelta(days=7))
    assert not moet_voorbereid(verhaal.gegeven(v.manager("Pauzeer", reden="zomer")).stand, verhaal.vandaag)
    assert not moet_voorbereid(w.water().stand, verhaal.vandaag)


async def test_een_ronde_kijkt_niet_telkens_opnieuw(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounds come every few seconds; looking happens once in a while."""
    gekeken: list[datetime] = []
    maker = Herijkingmaker(register, tussenpoos=3600)
    monkeypatch.setattr(maker, "maak", gekeken.append)
    await maker.ronde()
    await maker.ronde()
    assert len(gekeken) == 1
