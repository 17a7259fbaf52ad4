"""Events are numbered without a gap with the facts they tell of, and wait in order for each subscriber."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from cloudevents import gebreken
from proefleven import GROOTBOEK, Proefleven, leg_vast
from sqlalchemy import select, update

from domain.cloudevent import als_json, omslag
from register import abonnees, gebeurtenissen
from register.schrijven import verwerk
from register.tabellen_gebeurtenissen import AFLEVERING, GEBEURTENIS
from register.verbinding import Register

BRON = "urn:nld:opgavenmotor:systeem:ontwikkeling"
NU = datetime(2026, 11, 23, 9, tzinfo=UTC)
EVEN = timedelta(seconds=30)


def _nummers(register: Register) -> list[int]:
    with register.lees() as verbinding:
        return list(verbinding.execute(select(GEBEURTENIS.c.volgnr).order_by(GEBEURTENIS.c.volgnr)).scalars())


def _vul(register: Register, opgave: str = "FL-2024-01") -> int:
    """A small life; gives how many events there are now."""
    leg_vast(register, Proefleven(opgave).begonnen().alles())
    return len(_nummers(register))


def test_gebeurtenissen_staan_er_met_de_feiten_en_houden_het_profiel(register: Register) -> None:
    aantal = _vul(register)
    events = gebeurtenissen.na(register, 0)
    assert [e.volgnr for e in events] == list(range(1, aantal + 1))
    assert events[0].type == "nl.regionale-opgaven.opgave-gestart.v1"
    for event in events:
        assert gebreken(json.loads(als_json(omslag(event, BRON, None)))) == []
        assert gebeurtenissen.een(register, event.id) == event
    assert gebeurtenissen.een(register, "FL-2024-01:999") is None


def test_nogmaals_verwerken_maakt_geen_gebeurtenis_dubbel(register: Register) -> None:
    bundel = Proefleven().begonnen().alles()
    leg_vast(register, bundel)
    eerst = gebeurtenissen.na(register, 0)
    leg_vast(register, bundel)
    assert gebeurtenissen.na(register, 0) == eerst


def test_wie_tegelijk_schrijven_laten_geen_gat(register: Register) -> None:
    """Many opgaven at once: one row of numbers, and within an opgave the order of its facts."""
    levens = [Proefleven(f"FL-{n:04d}").begonnen() for n in range(8)]
    bundels = [leven.bundel(feit) for leven in levens for feit in leven.feiten]
    per_leven = [[b for b in bundels if b.begin == leven.begin] for leven in levens]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda reeks: [leg_vast(register, b) for b in reeks], per_leven))
    nummers = _nummers(register)
    assert nummers == list(range(1, len(nummers) + 1))
    assert len(nummers) >= 16
    for leven in levens:
        van = [int(e.id.rpartition(":")[2]) for e in gebeurtenissen.na(register, 0) if e.opgave == leven.begin.opgave]
        assert van == sorted(van)


def test_een_fout_halverwege_kost_geen_nummer(register: Register) -> None:
    """A batch that fails takes its numbers back, so the row stays whole."""

    def stuk(*_: object) -> None:
        raise RuntimeError("midden in een gevolg")

    with pytest.raises(RuntimeError):
        verwerk(register, Proefleven("FL-1999-01").begonnen().alles(), stuk, GROOTBOEK.teken_regel)
    assert _vul(register) == _nummers(register)[-1]
    assert {e.opgave for e in gebeurtenissen.na(register, 0)} == {"FL-2024-01"}


def test_verder_lezen_na_een_nummer_en_per_soort(register: Register) -> None:
    aantal = _vul(register)
    assert [e.volgnr for e in gebeurtenissen.na(register, 1, aantal=1)] == [2]
    assert gebeurtenissen.na(register, aantal) == ()
    alleen = gebeurtenissen.na(register, 0, ("partner-toegetreden",))
    assert [e.data["partner"] for e in alleen] == ["gemeente-dronten"]


@pytest.fixture
def gevuld(register: Register) -> Register:
    """Events, and one subscriber from the start."""
    _vul(register)
    assert abonnees.maak(register, "zaak", "https://zaak.example/", (), "begin")
    return register


def _alles(register: Register, naam: str, nu: datetime = NU) -> list[int]:
    """Deliver until there is nothing; gives the numbers in order."""
    uit = []
    while zending := abonnees.pak(register, naam, nu, EVEN):
        uit.append(zending.gebeurtenis.volgnr or 0)
        abonnees.meld(register, zending, "afgeleverd", code=200)
    return uit


def test_een_abonnee_krijgt_alles_op_volgorde_en_een_keer(gevuld: Register) -> None:
    assert abonnees.aan_de_beurt(gevuld, NU) == ("zaak",)
    assert _alles(gevuld, "zaak") == _nummers(gevuld)
    assert abonnees.aan_de_beurt(gevuld, NU) == ()
    assert _vul(gevuld, "FL-2024-02") > 0
    assert _alles(gevuld, "zaak") == [e.volgnr for e in gebeurtenissen.na(gevuld, 0) if e.opgave == "FL-2024-02"]


def test_vanaf_nu_slaat_over_wat_er_al_was_en_soorten_kiezen(gevuld: Register) -> None:
    abonnees.maak(gevuld, "nieuw", "https://nieuw.example/", (), "nu")
    abonnees.maak(gevuld, "keus", "https://keus.example/", ("partner-toegetreden",), "begin")
    assert _alles(gevuld, "nieuw") == []
    assert _alles(gevuld, "keus") == [e.volgnr for e in gebeurtenissen.na(gevuld, 0, ("partner-toegetreden",))]


def test_wat_moet_wachten_houdt_de_rest_op(gevuld: Register) -> None:
    """Order is kept: nothing overtakes an event that failed for now."""
    eerste = abonnees.pak(gevuld, "zaak", NU, EVEN)
    assert eerste is not None
    abonnees.meld(gevuld, eerste, "wacht", code=503, fout="HTTP 503", volgende_op=NU + timedelta(minutes=1))
    assert abonnees.pak(gevuld, "zaak", NU, EVEN) is None
    assert abonnees.aan_de_beurt(gevuld, NU) == ()
    weer = abonnees.pak(gevuld, "zaak", NU + timedelta(minutes=1), EVEN)
    assert weer is not None
    assert (weer.gebeurtenis, weer.poging) == (eerste.gebeurtenis, 2)


def test_wie_sterft_houdt_zijn_zending_maar_even(gevuld: Register) -> None:
    """A second deliverer waits for the lease; what the first then still reports changes nothing."""
    dood = abonnees.pak(gevuld, "zaak", NU, EVEN)
    assert dood is not None
    assert abonnees.pak(gevuld, "zaak", NU + timedelta(seconds=29), EVEN) is None
    over = abonnees.pak(gevuld, "zaak", NU + timedelta(seconds=30), EVEN)
    assert over is not None
    assert over.gebeurtenis == dood.gebeurtenis
    abonnees.meld(gevuld, dood, "opgegeven", fout="te laat")
    assert abonnees.tellingen(gevuld, "zaak") == {"wacht": 1}
    abonnees.meld(gevuld, over, "afgeleverd", code=204)
    assert abonnees.tellingen(gevuld, "zaak") == {"afgeleverd": 1}


def test_twee_bezorgers_tegelijk_nemen_nooit_hetzelfde(gevuld: Register) -> None:
    with ThreadPoolExecutor(8) as pool:
        gepakt = list(pool.map(lambda _: abonnees.pak(gevuld, "zaak", NU, EVEN), range(16)))
    assert len([zending for zending in gepakt if zending]) == 1


def test_opgegeven_gaat_opzij_en_opnieuw_haalt_het_terug(gevuld: Register) -> None:
    """A dead letter lets the next one through; offered again it goes first."""
    eerste = abonnees.pak(gevuld, "zaak", NU, EVEN)
    assert eerste is not None
    abonnees.meld(gevuld, eerste, "opgegeven", code=404, fout="HTTP 404")
    rest = _alles(gevuld, "zaak")
    assert rest == _nummers(gevuld)[1:]
    ((rij, event), *_) = reversed(abonnees.afleveringen(gevuld, "zaak"))
    assert (rij.status, rij.code, rij.fout, event) == ("opgegeven", 404, "HTTP 404", eerste.gebeurtenis)
    abonnees.opnieuw(gevuld, "zaak")
    assert _alles(gevuld, "zaak") == [1]
    abonnees.opnieuw(gevuld, "zaak", vanaf=2)
    assert _alles(gevuld, "zaak") == rest


def test_een_gestopt_abonnement_krijgt_niets_en_kan_terugkomen(gevuld: Register) -> None:
    assert abonnees.maak(gevuld, "zaak", "https://anders.example/", (), "nu") is False
    _alles(gevuld, "zaak")
    assert abonnees.stop(gevuld, "zaak")
    assert not abonnees.stop(gevuld, "zaak")
    _vul(gevuld, "FL-2024-03")
    assert abonnees.aan_de_beurt(gevuld, NU) == ()
    assert _alles(gevuld, "zaak") == []
    assert abonnees.maak(gevuld, "zaak", "https://terug.example/", (), "begin")
    assert _alles(gevuld, "zaak") == _nummers(gevuld)
    terug = abonnees.zoek(gevuld, "zaak")
    assert terug is not None
    assert (terug.url, terug.actief) == ("https://terug.example/", True)


def test_een_moment_in_het_verleden_is_een_nieuwe_kans(gevuld: Register) -> None:
    """The time of the next attempt is what counts, whoever wrote it."""
    zending = abonnees.pak(gevuld, "zaak", NU, timedelta(days=1))
    assert zending is not None
    with gevuld.schrijf() as verbinding:
        verbinding.execute(update(AFLEVERING).values(volgende_op=NU - EVEN))
    assert abonnees.aan_de_beurt(gevuld, NU) == ("zaak",)
