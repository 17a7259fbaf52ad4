"""Four eyes: what one person records starts nothing before another confirms it."""

from typing import Any

import pytest
import verhaal as v
from verhaal import Spreker, Verhaal, Zet, griffier, jurist, manager, partner, secretariaat, tweede

from domain import kern
from domain.beeld import overzicht
from domain.gevolgen import gevolgen

A6 = "VT1.A6.PS"
JA = griffier("LegBesluitVast", stap=A6, stemming={"wijze": "zonder_stemming"}, instrument=v.INSTRUMENTEN["verleend"])


def voor() -> Verhaal:
    """A6 lies before PS, its statutory term running."""
    return v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A6").gegeven(manager("LegVoor", stap=A6))


def vastgelegd() -> Verhaal:
    return voor().alleen(JA)


def bevestig(nr: str = f"{A6}.v1", wie: Spreker = tweede, **meer: Any) -> Zet:
    return wie("BevestigBesluit", vastlegging=nr, **meer)


def test_wat_een_persoon_vastlegt_begint_nog_niets() -> None:
    """No decision, no term met, no mail, no next step."""
    na = vastgelegd().dan("BesluitVastgelegd")
    assert gevolgen(na.laatste[0]) == ()
    assert na.stand.stappen[A6].behandelingen == ()
    assert na.stand.termijnen[f"{A6}/T02"].loopt
    na.alleen(manager("LegVoor", stap="VT1.A1.GS")).geweigerd("volgorde", ontbreekt=A6)
    assert "bevestigen" in {p.soort for p in overzicht.wachtposten(na.stand) if p.id == A6}


def test_pas_na_bevestiging_door_een_ander_is_er_een_besluit_met_alles_wat_daarop_volgt() -> None:
    na = vastgelegd().alleen(bevestig()).dan("BesluitGenomen", "TermijnGehaald")
    besluit = na.het("BesluitGenomen")
    assert (besluit.vastgelegd_door, besluit.bevestigd_door) == ("griffier:s-griffier", "jurist:s-tweede")
    assert besluit.resultaat == "verleend"
    assert na.stand.stappen[A6].klaar
    assert na.stand.vastleggingen == {}
    na.alleen(bevestig()).geweigerd("vastlegging", "niet bekend")


@pytest.mark.parametrize("functie", ["griffier", "jurist", "bestuurssecretariaat"])
def test_wie_vastlegde_bevestigt_niet_ook_niet_in_een_andere_functie(functie: str) -> None:
    zelfde = Spreker(v.spreker(functie).door.met(subject="s-griffier"))
    na = vastgelegd().alleen(bevestig(wie=zelfde)).geweigerd("vier ogen")
    na.alleen(bevestig()).dan_ook("BesluitGenomen")


def test_wie_niet_zeker_bekend_is_bevestigt_niet() -> None:
    vastgelegd().alleen(bevestig(wie=tweede.met(zekerheid="opgegeven"))).geweigerd("zekerheid")
    vastgelegd().alleen(bevestig(wie=tweede.met(subject="onbekend"))).geweigerd("vier ogen")


def test_de_opgavemanager_bevestigt_geen_besluit_van_ps_of_gs() -> None:
    vastgelegd().alleen(bevestig(wie=manager.met(subject="s-ander"))).geweigerd("bevoegdheid", ontbreekt="griffier")


def test_een_afgekeurde_vastlegging_laat_alles_zoals_het_was_en_mag_opnieuw() -> None:
    af = vastgelegd().alleen(tweede("KeurVastleggingAf", vastlegging=f"{A6}.v1", reden="stemmen kloppen niet"))
    af.dan("VastleggingAfgekeurd")
    assert af.stand.stappen[A6] == voor().stand.stappen[A6]
    opnieuw = af.alleen(JA).dan("BesluitVastgelegd")
    assert opnieuw.het("BesluitVastgelegd").vastlegging == f"{A6}.v2"
    opnieuw.alleen(bevestig()).geweigerd("vastlegging")
    opnieuw.alleen(bevestig(f"{A6}.v2")).dan_ook("BesluitGenomen")


def test_zolang_iets_op_bevestiging_wacht_verandert_er_niets_anders_aan_de_stap() -> None:
    na = vastgelegd()
    na.alleen(JA).geweigerd("vier ogen", ontbreekt=f"{A6}.v1")
    na.alleen(manager("LegVoor", stap=A6)).geweigerd("vier ogen")
    na.alleen(griffier("HoudAan", stap=A6, reden="x")).geweigerd()


def test_het_besluit_telt_vanaf_de_dag_van_de_vergadering_niet_van_de_bevestiging() -> None:
    verhaal = voor().later(weeks=5)
    later = verhaal.alleen(JA).later(weeks=10).alleen(bevestig())
    assert later.het("BesluitGenomen").genomen_op == verhaal.vandaag
    assert later.stand.stappen[A6].behandelingen[-1].op == verhaal.vandaag
    assert later.het("TermijnGehaald").op_tijd


def test_ook_aanhouden_is_iets_dat_een_tweede_bevestigt() -> None:
    na = voor().alleen(griffier("HoudAan", stap=A6, tot="2025-06-11", reden="meer tijd")).dan("BesluitVastgelegd")
    aan = na.alleen(bevestig()).dan("BesluitGenomen")
    stap = aan.stand.stappen[A6]
    assert (stap.status, str(stap.aangehouden_tot)) == ("aangehouden", "2025-06-11")
    assert aan.stand.termijnen[f"{A6}/T02"].loopt


def test_het_eigen_woord_van_een_partner_vraagt_geen_tweede_dat_van_de_manager_over_hem_wel() -> None:
    stap = f"VT1.A16.{v.DRONTEN}"
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16").gegeven(manager("LegVoor", stap=stap))
    akkoord = {"stap": stap, "uitkomst": "akkoord"}
    verhaal.alleen(partner(v.DRONTEN)("LegBesluitVast", **akkoord)).dan("BesluitGenomen", "TermijnGehaald")
    door_ons = verhaal.alleen(manager("LegBesluitVast", **akkoord)).dan("BesluitVastgelegd")
    door_ons.alleen(bevestig(f"{stap}.v1", partner(v.DRONTEN))).dan_ook("BesluitGenomen")
    door_ons.alleen(bevestig(f"{stap}.v1", partner(v.ZEEWOLDE))).geweigerd("bevoegdheid")


def test_een_uitkomst_die_niet_klopt_wordt_al_bij_het_vastleggen_geweigerd() -> None:
    voor().alleen(griffier("LegBesluitVast", stap=A6, uitkomst="verleend")).geweigerd("stemming")


def test_onder_het_eerste_reglement_is_een_besluit_er_meteen() -> None:
    """A running opgave of the old reglement is unmoved by the new one."""
    oud = Verhaal(stand=kern.begin(v.Begin(opgave="FL-2025-01", reglement="r2026_1")))
    oud = oud.gegeven(*v.BEGONNEN, manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x"))
    na = oud.gegeven(manager("LegVoor", stap="B1")).alleen(
        secretariaat("LegBesluitVast", stap="B1", uitkomst="conform")
    )
    na.dan("BesluitGenomen")
    assert na.het("BesluitGenomen").genomen_op is None


@pytest.mark.parametrize(
    "zet",
    [
        manager("BeeindigVormtraject", traject="VT1", reden="andere vorm"),
        manager("KiesOrganiseervorm", traject="VT1", code="GESPREKSTAFEL", motivering="toch lichter"),
    ],
)
def test_wat_een_orgaan_besloot_verdwijnt_niet_met_het_traject(zet: Zet) -> None:
    """First the second person: it was decided, whatever comes of the path."""
    vastgelegd().alleen(zet).geweigerd("vier ogen", ontbreekt=f"{A6}.v1")
    af = vastgelegd().gegeven(tweede("KeurVastleggingAf", vastlegging=f"{A6}.v1", reden="niet besloten"))
    af.alleen(zet).dan_ook("BesluitstapVervallen")


def test_een_partner_vertrekt_niet_met_een_besluit_dat_nog_op_bevestiging_wacht() -> None:
    stap = f"VT1.A16.{v.DRONTEN}"
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16").gegeven(manager("LegVoor", stap=stap))
    wacht = verhaal.alleen(manager("LegBesluitVast", stap=stap, uitkomst="akkoord"))
    weg = manager("LaatPartnerUittreden", partner=v.DRONTEN, reden="andere keuzes")
    wacht.alleen(weg).geweigerd("vier ogen")
    wacht.gegeven(bevestig(f"{stap}.v1", partner(v.DRONTEN))).alleen(weg).dan_ook("PartnerUitgetreden")


def test_wordt_na_het_einde_een_vastlegging_afgekeurd_dan_vervalt_de_stap() -> None:
    na = vastgelegd().gegeven(manager("TrekIn", reden="geen draagvlak"))
    assert not kern.is_afgerond(na.stand)
    af = na.alleen(tweede("KeurVastleggingAf", vastlegging=f"{A6}.v1", reden="niet besloten"))
    af.dan_ook("VastleggingAfgekeurd", "BesluitstapVervallen")
    assert af.stand.stappen[A6].status == "vervallen"
    assert kern.is_afgerond(af.stand)


def test_de_jurist_kan_tweede_zijn_bij_elk_orgaan() -> None:
    verhaal = v.gegeven(*v.BEGONNEN, manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x"))
    verhaal = verhaal.gegeven(manager("LegVoor", stap="B1"))
    na = verhaal.alleen(secretariaat("LegBesluitVast", stap="B1", uitkomst="conform"))
    na.alleen(bevestig("B1.v1", jurist)).dan("BesluitGenomen")


def test_een_functie_van_de_provincie_spreekt_voor_geen_partner_ook_niet_als_zij_dat_opgeeft() -> None:
    """`namens` is what the sender says; only the partner itself needs no second person for its own word."""
    verhaal = v.gekozen("CONVENANT").loop_pad("VT1", tot="A16")
    zet = {"stap": f"VT1.A16.{v.DRONTEN}", "uitkomst": "akkoord"}
    verhaal.alleen(manager.met(namens=v.DRONTEN)("LegBesluitVast", **zet)).dan("BesluitVastgelegd")
    verhaal.alleen(partner(v.DRONTEN)("LegBesluitVast", **zet)).dan("BesluitGenomen")


@pytest.mark.parametrize(
    ("wie", "regel"),
    [(partner(v.DRONTEN), "bevoegdheid"), (manager, "bevoegdheid"), (tweede.met(zekerheid="opgegeven"), "zekerheid")],
)
def test_afkeuren_doet_wie_ook_had_kunnen_bevestigen(wie: Spreker, regel: str) -> None:
    """What a body decided is not swept away by anyone else; who recorded it may take it back."""
    keur_af = {"vastlegging": f"{A6}.v1", "reden": "klopt niet"}
    vastgelegd().alleen(wie("KeurVastleggingAf", **keur_af)).geweigerd(regel)
    vastgelegd().alleen(griffier("KeurVastleggingAf", **keur_af)).dan("VastleggingAfgekeurd")


def test_wie_een_besluit_vastlegt_is_bekend() -> None:
    """Of someone unknown nobody can tell that another confirmed it."""
    onbekend = griffier.met(subject="onbekend")
    voor().alleen(Zet(onbekend.door, JA.inhoud)).geweigerd("vier ogen", "bekend")


def test_een_partner_komt_er_niet_tussen_zolang_een_latere_stap_op_bevestiging_wacht() -> None:
    """Else the record could not be confirmed any more: the steps of who joins come before it."""
    verhaal = v.gekozen("STICHTING").loop_pad("VT1", tot="A1").gegeven(manager("LegVoor", stap="VT1.A1"))
    wacht = verhaal.alleen(secretariaat("LegBesluitVast", stap="VT1.A1", uitkomst="conform"))
    erbij = manager("VoegPartnerToe", partner="gemeente-urk", naam="gemeente Urk", type="gemeente")
    wacht.alleen(erbij).geweigerd("vier ogen", ontbreekt="BevestigBesluit VT1.A1.v1")
    wacht.alleen(bevestig("VT1.A1.v1")).gegeven(erbij)


def test_na_het_einde_begint_een_bevestigd_besluit_geen_nieuwe_ronde_meer() -> None:
    verhaal = v.gekozen("STICHTING").loop_pad("VT1", tot="A0b").gegeven(manager("LegVoor", stap="VT1.A0b"))
    terug = secretariaat("LegBesluitVast", stap="VT1.A0b", uitkomst="opnieuw_ontwerp", motivering="anders")
    na = verhaal.alleen(terug).gegeven(manager("TrekIn", reden="geen geld")).alleen(bevestig("VT1.A0b.v1"))
    na.dan("BesluitGenomen")
    assert kern.is_afgerond(na.stand)
