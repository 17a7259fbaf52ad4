"""What `make bench` plays must be real, or its figures mean nothing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from benchmarks import naspelen, storm, stormlevens
from benchmarks.mailput import beschrijf
from benchmarks.referentieleven import AANTAL, PARTNERS, REGLEMENT, notities, opdrachten
from benchmarks.storm import Post, Soort
from domain import kern
from domain.opdracht import Opdracht
from domain.stand import Begin, Stand

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _speel(reeks: list[Opdracht]) -> Stand:
    stand = kern.begin(Begin(opgave="BENCH-1", reglement=REGLEMENT))
    for opdracht in reeks:
        stand, _ = kern.stap(stand, NU, opdracht)
        assert not kern.bewijs(stand, opdracht.id).geweigerd, kern.bewijs(stand, opdracht.id)
    return stand


@pytest.mark.parametrize("reeks", [opdrachten, notities])
def test_both_reference_lives_have_eighty_accepted_commands_and_end(reeks):
    """Eighty commands, none refused, and the workflow ends by itself."""
    gegeven = reeks("BENCH-1")
    assert len(gegeven) == AANTAL == 80
    assert kern.is_afgerond(_speel(gegeven))


def test_the_reference_life_has_twelve_partners():
    """The figure is about twelve partners, so there are twelve."""
    assert len(_speel(opdrachten("BENCH-1")).partners) == len(PARTNERS) == 12


def test_in_a_storm_all_partners_of_a_life_are_reminded_at_the_chosen_moment_and_not_before():
    """Twelve reminders, each to another partner, all at the moment on the wall clock that was asked for."""
    wie = stormlevens.partners(1)
    stand, _ = stormlevens.leef("STORM-1", wie, NU)
    assert not [b for b in stand.bewijzen.values() if b.geweigerd]
    assert kern.wachttijd(stand, NU - timedelta(seconds=40)) == timedelta(seconds=40)
    _, feiten = kern.stap(stand, NU)
    assert {feit.inhoud.soort for feit in feiten} == {"HerinneringVerstuurd"}
    assert sorted(feit.inhoud.aan for feit in feiten) == sorted(wie)


@pytest.mark.parametrize(("gedeeld", "verschillend"), [(0, 3600), (40, 40)])
def test_addressees_of_a_storm_are_all_different_or_evenly_shared(gedeeld, verschillend):
    """Three hundred opgaven with twelve partners: 3600 addressees, or 40 who each have 90 reminders."""
    wie = [partner for nummer in range(300) for partner in stormlevens.partners(nummer, gedeeld)]
    assert len(set(wie)) == verschillend
    assert {wie.count(partner) for partner in set(wie)} == {3600 // verschillend}


def test_the_mail_server_writes_down_every_key_of_a_message():
    """Also when the header with the keys is folded over many lines."""
    kop = b"From: a\r\nX-Opgave-Sleutel: A:1:1:p@x\r\n B:2:1:p@x\r\n C:3:1:p@x\r\nMIME-Version: 1.0\r\n\r\n"
    _, grootte, *sleutels = beschrijf(kop + b"X-Opgave-Sleutel: D:4:1:p@x\r\n").split()
    assert sleutels == ["A:1:1:p@x", "B:2:1:p@x", "C:3:1:p@x"]
    assert int(grootte) == len(kop) + 29


def test_the_figures_show_what_is_missing_and_what_came_twice():
    """Counted by key: one of the twelve came in two mails, two did not come."""
    post = [Post(NU.timestamp() + n, 100, (f"s{min(n, 9)}",)) for n in range(11)]
    gemeten = storm.cijfers(Soort("proef", 0, 0.0), 1, post, NU, vloer_s=0.5)
    assert (gemeten["mails"], gemeten["ontbreekt"], gemeten["dubbel"]) == (11, 2, 1)
    assert gemeten["eerste_tot_laatste_s"] == 10.0


@pytest.mark.lang
async def test_a_small_storm_delivers_every_reminder_once_in_one_mail_per_addressee():
    """Three opgaven that share twelve partners, on a real server, worker and mail server."""
    gemeten = await storm.storm(Soort("klein", 12, 4.0), 3)
    assert (gemeten["herinneringen"], gemeten["ontbreekt"], gemeten["dubbel"]) == (36, 0, 0)
    assert gemeten["mails"] == 12


async def test_reading_the_past_is_measured_on_whole_histories():
    """All three readers read the golden lives; one that went wrong would stop the measurement."""
    map_ = Path(__file__).parent / "gouden"
    levens = [
        [p.read_text(encoding="utf-8") for p in sorted((map_ / n).glob("ges*.json"))] for n in ("happy", "voortgezet")
    ]
    gemeten = await naspelen.meet(levens, rondes=1)
    assert gemeten["gebeurtenissen"] == 182 + 142
    assert min(gemeten[f"{naam}_per_s"] for naam in naspelen.LEZERS) > 0
    spoilt = levens[0][0].replace("verwerk_feiten", "anders")
    with pytest.raises(Exception, match="Activity type"):
        await naspelen.meet([[spoilt]], rondes=1)
