"""Checkpoints and keys in the register, on both databases."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from proefleven import SLEUTEL, Proefleven, leg_vast
from sqlalchemy import delete, insert, select, update

from domain import boom
from domain.basis import Afzender, Weigering
from domain.controlepunt import SOORT, Blad, wortel
from domain.keten import GEEN, te_tekenen
from domain.sleutelwissel import SOORT as WISSEL
from domain.spoor import ALLE
from register import bladen, controlepunten, lezen, sleutels, spoor
from register.sleutels import SleutelAfgelost
from register.tabellen import OPGAVE, UITGAAND
from register.tabellen_archief import CONTROLEPUNT
from register.verbinding import Register
from runtime.sleutels import Ondertekenaar, controleer

TEKENAAR = Ondertekenaar(SLEUTEL)
NIEUW = Ondertekenaar(Ed25519PrivateKey.generate())
BEHEERDER = Afzender(functie="beheerder", subject="b-1")
NU = datetime(2024, 5, 3, 1, tzinfo=UTC)
DAG = timedelta(days=1)


def _leef(register: Register, opgave: str) -> Proefleven:
    leven = Proefleven(opgave).begonnen()
    leg_vast(register, leven.alles())
    return leven


def test_een_controlepunt_dekt_elke_opgave_met_grootboek_en_spoor(register: Register) -> None:
    """Signed, chained, numbered from 1; each leaf is where the register is."""
    een, ander = _leef(register, "FL-2024-01"), _leef(register, "FL-2024-02")
    with register.schrijf() as verbinding:
        regel = spoor.schrijf(verbinding, TEKENAAR, BEHEERDER, "pak_gemaakt", "FL-2024-02", "pak", nu=NU)
        algemeen = spoor.schrijf(verbinding, TEKENAAR, BEHEERDER, "sleutel_gewisseld", ALLE, "sleutel", nu=NU)
    punt = controlepunten.maak(register, TEKENAAR, NU).punt
    (laatste,) = controlepunten.voor_pak(register, "FL-2024-02")
    verwacht = tuple(
        Blad(opgave=leven.begin.opgave, seq=leven.stand.seq, kop=leven.stand.kop, spoor=spoor_,
             grootboek=lezen.grootboek(register, leven.begin.opgave)[-1].eigen_hash)
        for leven, spoor_ in ((een, GEEN), (ander, regel.eigen_hash))
    )  # fmt: skip
    assert laatste.bladen == verwacht
    assert (punt.nr, punt.op, punt.aantal, punt.wortel) == (1, NU, 2, wortel(verwacht))
    assert (punt.vorige, punt.spoor) == (GEEN, algemeen.eigen_hash)
    assert controleer(SLEUTEL.public_key(), te_tekenen(SOORT, punt.inhoud.bytes_), punt.handtekening)
    assert laatste.insluiting is not None
    assert laatste.insluiting.blad == verwacht[1]
    assert laatste.insluiting.klopt_in(punt)


def test_ook_zonder_nieuws_komt_er_een_en_elk_schakelt_aan_het_vorige(register: Register) -> None:
    """A quiet day is proven as well. A clock that goes back does not bring a checkpoint before the last one."""
    _leef(register, "FL-2024-01")
    punten = [controlepunten.maak(register, TEKENAAR, moment).punt for moment in (NU, NU + DAG, NU - DAG)]
    assert [p.nr for p in punten] == [1, 2, 3]
    assert [p.vorige for p in punten] == [GEEN, punten[0].eigen_hash, punten[1].eigen_hash]
    assert [p.op for p in punten] == [NU, NU + DAG, NU + DAG]
    assert len({p.wortel for p in punten}) == 1
    assert controlepunten.lijst(register) == tuple(punten)


def test_twee_werkers_tegelijk_maken_er_een(register: Register) -> None:
    _leef(register, "FL-2024-01")

    def maak(_: int) -> controlepunten.Gemaakt:
        return controlepunten.maak(register, TEKENAAR, NU, niet_binnen=timedelta(minutes=10))

    with ThreadPoolExecutor(4) as draden:
        gemaakt = list(draden.map(maak, range(4)))
    assert sorted(g.nieuw for g in gemaakt) == [False, False, False, True]
    assert len({g.punt.eigen_hash for g in gemaakt}) == 1
    assert controlepunten.maak(register, TEKENAAR, NU + DAG, niet_binnen=timedelta(minutes=10)).nieuw


def test_een_klok_die_ver_voorliep_houdt_de_controlepunten_niet_tegen(register: Register) -> None:
    """A worker that thought it was next year made one; the days after that get theirs, and none goes back in time."""
    _leef(register, "FL-2024-01")
    binnen = timedelta(minutes=10)
    momenten = (NU + 365 * DAG, NU, NU + DAG, NU + DAG)
    punten = [controlepunten.maak(register, TEKENAAR, moment, niet_binnen=binnen) for moment in momenten]
    assert [g.nieuw for g in punten] == [True] * 4
    assert {g.punt.op for g in punten} == {NU + 365 * DAG}
    iets_terug = controlepunten.maak(register, TEKENAAR, NU + 365 * DAG - timedelta(seconds=5), niet_binnen=binnen)
    assert not iets_terug.nieuw


def test_wat_bewaard_wordt_is_wat_veranderde_en_elk_bewijs_klopt(register: Register) -> None:
    """Twelve opgaven over six days: a day costs as many leaves as moved, and every proof holds in its own checkpoint."""
    levens = {f"FL-2024-{nr:02}": Proefleven(f"FL-2024-{nr:02}") for nr in range(1, 13)}
    erbij = [("03", "07", "11"), ("05",), (), ("07", "01"), ("12", "02"), ("03",)]
    begonnen = set[str]()
    for dag, nummers in enumerate(erbij):
        for nr in nummers:
            leven = levens[f"FL-2024-{nr}"]
            soort = "BrengIn" if leven.begin.opgave in begonnen else "StartOpgave"
            if soort == "StartOpgave":
                leg_vast(register, leven.begonnen().alles())
                begonnen.add(leven.begin.opgave)
            else:
                leg_vast(register, leven.geef("MaakAfspraak", tekst="Bellen", wie="griffier"))
        controlepunten.maak(register, TEKENAAR, NU + dag * DAG)
    with register.lees() as verbinding:
        bewaard = verbinding.execute(select(CONTROLEPUNT.c.bladen).order_by(CONTROLEPUNT.c.nr)).scalars().all()
    assert [[b["opgave"][-2:] for b in json.loads(tekst)["bladen"]] for tekst in bewaard] == [
        sorted(nummers) for nummers in erbij
    ]
    for opgave in sorted(begonnen):
        punten = controlepunten.voor_pak(register, opgave)
        eerste = next(nr for nr, nummers in enumerate(erbij, start=1) if opgave[-2:] in nummers)
        assert [p.controlepunt.nr for p in punten if p.insluiting] == list(range(eerste, 7))
        assert all(p.insluiting.klopt_in(p.controlepunt) for p in punten if p.insluiting)
        assert [bool(p.bladen) for p in punten] == [False] * 5 + [True]


def test_een_pak_krijgt_geen_controlepunt_dat_verder_is_dan_het_zelf(register: Register) -> None:
    """A checkpoint of just after the facts were read would look like a pack that was cut short."""
    leven = _leef(register, "FL-2024-01")
    controlepunten.maak(register, TEKENAAR, NU)
    tot = leven.stand.seq
    leg_vast(register, leven.geef("MaakAfspraak", tekst="Bellen", wie="griffier"))
    _leef(register, "FL-2024-02")
    controlepunten.maak(register, TEKENAAR, NU + DAG)
    (punt,) = controlepunten.voor_pak(register, "FL-2024-01", tot)
    assert [b.opgave for b in punt.bladen] == ["FL-2024-01"]
    assert wortel(punt.bladen) == punt.controlepunt.wortel
    assert len(controlepunten.voor_pak(register, "FL-2024-01", leven.stand.seq)) == 2


def test_een_opgave_die_terugliep_of_verdween_wordt_gemeld(register: Register) -> None:
    """An old backup put back: the checkpoint says what is there, and the maker is told."""
    leven = _leef(register, "FL-2024-01")
    _leef(register, "FL-2024-02")
    assert controlepunten.maak(register, TEKENAAR, NU).terug == ()
    with register.schrijf() as verbinding:
        verbinding.execute(update(OPGAVE).where(OPGAVE.c.id == "FL-2024-01").values(seq=leven.stand.seq - 1))
        verbinding.execute(delete(OPGAVE).where(OPGAVE.c.id == "FL-2024-02"))
    assert controlepunten.maak(register, TEKENAAR, NU + DAG).terug == ("FL-2024-01", "FL-2024-02")
    *_, punt = controlepunten.voor_pak(register, "FL-2024-01")
    assert [b.opgave for b in punt.bladen] == ["FL-2024-01"]
    assert punt.insluiting is not None
    assert punt.insluiting.klopt_in(punt.controlepunt)


def _mail(sleutel: str, organisatie: str, status: str, nr: int | None) -> dict[str, Any]:
    vast = {
        "opgave": "FL-2024-01",
        "seq": 1,
        "functie": "partner",
        "onderwerp": "x",
        "tekst": "x",
        "message_id": sleutel,
    }
    return vast | {
        "sleutel": sleutel,
        "organisatie": organisatie,
        "status": status,
        "controlepunt": nr,
        "pogingen": 1,
        "fout": "",
        "aangemaakt_op": NU,
    }


def test_gezien_door_zijn_organisaties_die_een_mail_ermee_kregen(register: Register) -> None:
    """Not the province itself, not what was never taken; each once, without a name."""
    _leef(register, "FL-2024-01")
    for dag in range(2):
        controlepunten.maak(register, TEKENAAR, NU + dag * DAG)
    rijen = [
        _mail("a", "gemeente-urk", "verzonden", 1), _mail("b", "gemeente-dronten", "verzonden", 1),
        _mail("c", "gemeente-urk", "verzonden", 1), _mail("d", "provincie", "verzonden", 1),
        _mail("e", "gemeente-almere", "onbestelbaar", 1), _mail("f", "gemeente-zeewolde", "verzonden", None),
    ]  # fmt: skip
    with register.schrijf() as verbinding:
        verbinding.execute(insert(UITGAAND), rijen)
    assert [p.gezien_door for p in controlepunten.voor_pak(register, "FL-2024-01")] == [
        ("gemeente-dronten", "gemeente-urk"),
        (),
    ]


def test_een_stempel_wordt_bewaard_en_nooit_vervangen(register: Register) -> None:
    for dag in range(3):
        controlepunten.maak(register, TEKENAAR, NU + dag * DAG)
    assert [p.nr for p in controlepunten.zonder_stempel(register, 2)] == [3, 2]
    controlepunten.bewaar_stempel(register, 3, b"een")
    controlepunten.bewaar_stempel(register, 3, b"ander")
    assert [p.nr for p in controlepunten.zonder_stempel(register, 1)] == [2, 1]
    assert [p.stempel for p in controlepunten.voor_pak(register, "FL-2024-01")] == ["", "", "ZWVu"]


def test_bewaarde_bladen_zijn_in_de_vorm_die_getekend_wordt() -> None:
    """The tree is made from what was kept, without the model; the bytes must be the same."""
    rij = (
        Blad(opgave="FL-2024-01", seq=0, kop="a" * 64),
        Blad(opgave="FL-2024-02", seq=12, kop="b" * 64, spoor="c" * 64),
    )
    boek = bladen.Bladerboek()
    boek.lees(bladen.verschil({}, rij, GEEN))
    assert boek.bladen == rij
    for blad in rij:
        insluiting = boek.insluiting(blad.opgave)
        assert insluiting is not None
        assert boom.klopt(blad.bytes_, insluiting.plaats, 2, insluiting.pad, wortel(rij))


def test_de_sleutel_van_een_werker_wordt_een_keer_genoteerd(register: Register) -> None:
    assert sleutels.noteer(register, TEKENAAR.publiek, NU) == "eerste"
    assert sleutels.noteer(register, TEKENAAR.publiek, NU + DAG) == "bekend"
    assert sleutels.noteer(register, NIEUW.publiek, NU + DAG) == "zonder_wissel"
    (een, ander), wissels = sleutels.lijst(register)
    assert (een.sleutel_id, een.vanaf, een.tot) == (TEKENAAR.sleutel_id, NU, None)
    assert ander.sleutel_id == NIEUW.sleutel_id
    assert wissels == ()


def test_een_wissel_is_door_beide_sleutels_getekend_en_staat_in_het_spoor(register: Register) -> None:
    sleutels.noteer(register, TEKENAAR.publiek, NU)
    wissel = sleutels.wissel(register, TEKENAAR, NIEUW, BEHEERDER, "Jaarlijkse wissel.", NU + DAG)
    inhoud = te_tekenen(WISSEL, wissel.inhoud.bytes_)
    assert controleer(TEKENAAR.publiek, inhoud, wissel.handtekening_oud)
    assert controleer(NIEUW.publiek, inhoud, wissel.handtekening_nieuw)
    (oud, nieuw), wissels = sleutels.lijst(register)
    assert (oud.tot, nieuw.vanaf, nieuw.tot) == (NU + DAG, NU + DAG, None)
    assert wissels == (wissel,)
    (regel,) = spoor.lijst(register, ALLE)
    assert (regel.actie, regel.sleutel_id, regel.gegevens["oud"]) == (
        "sleutel_gewisseld",
        NIEUW.sleutel_id,
        oud.sleutel_id,
    )
    assert sleutels.opvolger(register, oud.sleutel_id) == nieuw.sleutel_id


def test_een_afgeloste_sleutel_tekent_niets_meer(register: Register) -> None:
    """A worker that starts with it is refused, and it can't hand over a second time."""
    sleutels.wissel(register, TEKENAAR, NIEUW, BEHEERDER, "Gelekt.", NU)
    for poging in (
        lambda: sleutels.noteer(register, TEKENAAR.publiek, NU + DAG),
        lambda: sleutels.toets_geldig(register, TEKENAAR.sleutel_id),
        lambda: sleutels.wissel(
            register, TEKENAAR, Ondertekenaar(Ed25519PrivateKey.generate()), BEHEERDER, "Nog eens.", NU
        ),
    ):
        with pytest.raises(SleutelAfgelost, match="afgelost"):
            poging()
    sleutels.toets_geldig(register, NIEUW.sleutel_id)
    assert len(sleutels.lijst(register)[0]) == 2


def test_wie_het_niet_mag_wisselt_geen_sleutel(register: Register) -> None:
    """All of it or nothing: no key, no statement and no line."""
    sleutels.noteer(register, TEKENAAR.publiek, NU)
    with pytest.raises(Weigering):
        sleutels.wissel(register, TEKENAAR, NIEUW, Afzender(functie="auditor", subject="a-1"), "Zomaar.", NU)
    (een,), wissels = sleutels.lijst(register)
    assert een.tot is None
    assert wissels == ()
    assert spoor.lijst(register, ALLE) == ()
