"""Money at splitting and merging: what was promised is promised once, in whatever order it moves and comes back."""

from typing import Any

from test_splitsing import HEER, NIEUW, alles, erfgenaam, feit_van, kom_aan, mee, mislukt, splits, voeg_samen, vol
from verhaal import DRONTEN, ZEEWOLDE, Verhaal, controller, in_f3, manager

from domain.regels.splitsing_geld import vrij_geld
from domain.stand import Stand
from domain.taal.geld import Geldpost


def boek(geldsoort: str, bedrag: int, referentie: str, bron: str = "provincie") -> Any:
    return controller("BoekGeld", geldsoort=geldsoort, bedrag=bedrag, bron=bron, referentie=referentie)


def gemengd() -> Verhaal:
    """Of one source both kinds: 100 krediet and 50 that was promised."""
    return in_f3().gegeven(boek("krediet", 100_00, "K1"), boek("toegezegd", 50_00, "T1"))


def vrij(stand: Stand, bron: str = "provincie") -> dict[str, int]:
    return dict(vrij_geld(stand, bron))


def test_een_toezegging_gaat_nooit_twee_keer_weg() -> None:
    """Krediet that is booked after a part moved does not make the promise that moved come back."""
    v = gemengd()
    v = v.gegeven(splits(v.stand, **mee("geld", "provincie", bedrag=120_00)))
    v = v.gegeven(boek("krediet", 40_00, "K2"))
    assert vrij(v.stand) == {"krediet": 40_00, "toegezegd": 30_00}
    regels = alles(v.stand, **mee("geld", "provincie"))
    v = v.gegeven(manager("Splits", nieuw="FL-2025-09", titel="x", reden="x", verdeling=regels))
    weg = [d for f in v.alles if f.inhoud.soort == "OpgaveGesplitst" for d in f.inhoud.delen.geld]
    assert sum(d.bedrag for d in weg if d.geldsoort == "toegezegd") == 50_00
    assert vrij(v.stand) == {"krediet": 0, "toegezegd": 0}


def test_geld_dat_terugkomt_is_weer_van_dezelfde_soort() -> None:
    v = gemengd()
    was = vrij(v.stand)
    v = v.gegeven(splits(v.stand, **mee("geld", "provincie", bedrag=130_00)))
    assert vrij(v.stand) == {"krediet": 0, "toegezegd": 20_00}
    assert vrij(mislukt(v, NIEUW, feit_van(v, "OpgaveGesplitst")).stand) == was


def test_wat_is_besteed_komt_eerst_van_het_krediet_dat_er_nog_is() -> None:
    """What was spent after the krediet moved is paid from what was promised."""
    v = gemengd()
    v = v.gegeven(splits(v.stand, **mee("geld", "provincie", bedrag=90_00)))
    v = v.gegeven(boek("besteed", 30_00, "B1"))
    assert vrij(v.stand) == {"krediet": 0, "toegezegd": 30_00}


def test_overgeheveld_geld_dat_niet_zegt_wat_het_was_telt_als_besteed() -> None:
    v = gemengd()
    oud = Geldpost(geldsoort="overgeheveld", bedrag=120_00, bron="provincie", referentie="naar x", op=v.vandaag)
    assert vrij(v.stand.met(geld=(*v.stand.geld, oud))) == {"krediet": 0, "toegezegd": 30_00}


def test_geld_van_een_partner_die_opging_in_een_ander_gaat_met_die_ander_mee() -> None:
    """Whose money it is now, is who it goes with; nothing is left behind under the old name."""
    v = vol().gegeven(
        boek("toegezegd", 20_00, "T2", ZEEWOLDE),
        manager("VoegPartnersSamen", partner=DRONTEN, gaat_over_in=ZEEWOLDE, reden="fusie"),
    )
    assert vrij(v.stand, ZEEWOLDE) == {"krediet": 0, "toegezegd": 70_00}
    v = v.gegeven(voeg_samen(v.stand))
    assert vrij(v.stand, ZEEWOLDE) == {"krediet": 0, "toegezegd": 0}
    heer = kom_aan(v, erfgenaam(v), feit_van(v, "OpgaveSamengevoegd"))
    assert vrij(heer.stand, ZEEWOLDE)["toegezegd"] == 70_00


def test_geld_van_een_partner_die_vertrok_blijft_en_zegt_waarom() -> None:
    """It can't go with a partner that is not there, and nobody is asked to let that partner go along."""
    v = vol().gegeven(manager("LaatPartnerUittreden", partner=DRONTEN, reden="geen tijd"))
    v.als(splits(v.stand, **mee("geld", DRONTEN))).geweigerd("verdeling geld", "doet niet meer mee")
    v.gegeven(voeg_samen(v.stand))


def test_bij_samenvoegen_blijft_geld_alleen_met_een_reden_achter() -> None:
    """Also when only a part goes along: what stays, stays on an opgave that has ended."""
    v = vol()
    for anders in ({"waarheen": "blijft"}, {"waarheen": "gaat_mee", "bedrag": 10_00}):
        regels = alles(v.stand, "gaat_mee", "samenvoeging", geld_provincie=anders)
        zet = {"gaat_op_in": HEER, "reden": "x"}
        v.als(manager("VoegSamen", **zet, verdeling=regels)).geweigerd("verdeling geld", "afgelopen")
        met = [r | {"reden": "er komt nog een rekening"} if r["id"] == "provincie" else r for r in regels]
        v.gegeven(manager("VoegSamen", **zet, verdeling=met))
