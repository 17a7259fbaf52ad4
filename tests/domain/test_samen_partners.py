"""What is seen of the partners: views, interests, expectations, support, dependence, influence."""

from datetime import date

import pytest
from samenhulp import bij, let_op, leven, rij, rooster, zie
from verhaal import DRONTEN, NETBEHEER, ZEEWOLDE, Verhaal, blad, manager, partner

from domain.beeld.samen.beelden import beeld
from domain.beeld.samen.belangen import belangen
from domain.beeld.samen.draagvlak import draagvlak
from domain.beeld.samen.partner import partner as alles_over
from domain.beeld.samen.steun import afhankelijkheden, ondersteuning
from domain.beeld.samen.verwachtingen import misverstanden, verwachtingen
from domain.beeld.samen.vrijheid import vrijheid


def test_beelden_liggen_over_elkaar() -> None:
    """S4-06: shared words counted without regard to case, who differs, who said nothing."""
    verhaal = leven(
        bij(DRONTEN, "beeld", opgave="vol net", samenwerking="goed", kern=["Netcongestie", "tempo"]),
        bij(ZEEWOLDE, "beeld", opgave="vol net", samenwerking="stroef", kern=["netcongestie"]),
        bij(DRONTEN, "gedeeld_beeld", status="deels"),
    )
    vel = zie(verhaal, beeld)
    assert rooster(vel, "Trefwoorden").rijen[0] == (
        *("Netcongestie", "2 van 2 partners met trefwoorden"),
        *("gemeente Dronten, gemeente Zeewolde", "-"),
    )
    assert rij(vel, "Trefwoorden", "tempo")[3] == "gemeente Zeewolde"
    assert rij(vel, "Deelt de partner", "regionale netbeheerder")[1] == "nog niet gevraagd"
    assert "Gaf nog geen beeld: regionale netbeheerder." in let_op(vel)
    assert "niet of deels: gemeente Dronten." in let_op(vel)


def test_wie_niets_deelt_valt_op() -> None:
    """A partner whose words nobody else used is named."""
    verhaal = leven(
        bij(DRONTEN, "beeld", opgave="a", samenwerking="b", kern=["tempo"]),
        bij(ZEEWOLDE, "beeld", opgave="a", samenwerking="b", kern=["tempo"]),
        bij(NETBEHEER, "beeld", opgave="a", samenwerking="b", kern=["geld"]),
    )
    assert "Deelt geen enkel trefwoord met een ander: regionale netbeheerder." in zie(verhaal, beeld).let_op


def test_de_belangenkaart_toont_spanning_en_rollen() -> None:
    """S0-09, S0-19, S2-13: interests, what only this overheid does, goals side by side."""
    verhaal = leven(
        bij(DRONTEN, "belangen", publiek_belang="werk", eigen_belang="grond verkopen", spanning="tempo of prijs"),
        bij(DRONTEN, "complementaire_rol", rol="geeft vergunningen"),
        bij(ZEEWOLDE, "doelstellingen", doelen=["minder uitstoot"]),
    )
    vel = zie(verhaal, belangen)
    assert rij(vel, "Belangenkaart", "gemeente Dronten")[1:] == ("werk", "grond verkopen", "tempo of prijs")
    assert rij(vel, "Wat deze overheid", "gemeente Dronten")[1] == "geeft vergunningen"
    assert rij(vel, "Doelen", "gemeente Zeewolde")[1] == "minder uitstoot"
    assert "Spanning tussen publiek en eigen belang bij: gemeente Dronten." in vel.let_op


def test_verwacht_en_niet_toegezegd_is_een_misverstand() -> None:
    """S3-08: both directions count; a promise in other case or spacing is the same promise."""
    verhaal = leven(
        bij(
            DRONTEN,
            "verwachting",
            van_ons=["Geld", "een jurist"],
            wij_bieden=["geld."],
            van_henzelf=["grond"],
            wij_rekenen_op=["Grond", "menskracht"],
        )
    )
    gevonden = [(m.van, m.aan, m.wat) for m in misverstanden(verhaal.stand)]
    assert gevonden == [(DRONTEN, "provincie", "een jurist"), ("provincie", DRONTEN, "menskracht")]
    vel = zie(verhaal, verwachtingen)
    assert rij(vel, "Verwacht en niet", "gemeente Dronten") == ("gemeente Dronten", "de provincie", "een jurist")
    assert "Sprak nog geen verwachting uit: gemeente Zeewolde, regionale netbeheerder." in vel.let_op


def test_draagvlak_staat_per_partner_en_fase() -> None:
    """S2-01: a score with its label in the column of its phase; low support and who was not asked are named."""
    verhaal = leven(bij(DRONTEN, "draagvlak", moment="F1", score=1), bij(ZEEWOLDE, "draagvlak", moment="F1", score=3))
    vel = zie(verhaal, draagvlak)
    assert rij(vel, "Draagvlak", "gemeente Dronten")[1:3] == ("1 weinig", "-")
    assert "Geen of weinig draagvlak in F1: gemeente Dronten." in vel.let_op
    assert "Nog niet gevraagd in F1: regionale netbeheerder." in vel.let_op


@pytest.fixture
def te_laat() -> Verhaal:
    """Dronten was asked something, and its term lapsed."""
    verhaal = leven(
        bij(DRONTEN, "afhankelijkheid", waarvoor="grond", doelen=["minder piek"], kritiek=True),
        bij(ZEEWOLDE, "afhankelijkheid", waarvoor="draagvlak", doelen=["rust"]),
        manager("VraagPartner", aan=[DRONTEN, ZEEWOLDE], vraag="Wat vindt u?", termijn="10wd"),
    )
    antwoord = next(v.id for v in verhaal.stand.verzoeken.values() if v.aan == ZEEWOLDE)
    return verhaal.gegeven(partner(ZEEWOLDE)("BeantwoordVerzoek", verzoek=antwoord, antwoord="akkoord"))


def test_een_late_partner_laat_zien_welke_doelen_stilstaan(te_laat: Verhaal) -> None:
    """S3-28: nothing before the term lapsed; then the goals of that partner only."""
    assert rooster(zie(te_laat, afhankelijkheden), "Wat stilstaat").rijen == ()
    vel = zie(te_laat.later(date(2025, 4, 1)), afhankelijkheden)
    (laat,) = rooster(vel, "Wat stilstaat").rijen
    assert (laat[0], laat[2], laat[3]) == ("gemeente Dronten", "minder piek", "ja")
    assert "Wat vindt u?" in laat[1]
    assert vel.let_op == ("Kritiek en te laat: gemeente Dronten.",)


def test_alles_over_een_partner_op_een_vel(te_laat: Verhaal) -> None:
    """Its sheets, what waits on it, and what stands still because of it; nothing about another."""
    verhaal = te_laat.gegeven(
        bij(DRONTEN, "verwachting", van_ons=["een jurist"]),
        manager("MeldSignaal", partner=DRONTEN, ernst=2, omschrijving="stil"),
    ).later(date(2025, 4, 1))
    vel = alles_over(verhaal.stand, DRONTEN, verhaal.alles)
    assert "gemeente Dronten" in vel.titel
    assert ("", "Doelen", "minder piek") in rooster(vel, "Bladen").rijen
    assert "rust" not in str(vel.roosters)
    openstaand = [wat for wat, _ in rooster(vel, "Wat openstaat").rijen]
    assert any("signaal S1" in wat for wat in openstaand)
    assert "verwacht van de provincie: een jurist" in let_op(vel)
    assert "Daardoor wachten deze doelen: minder piek." in vel.let_op


def test_ondersteuning_telt_op() -> None:
    """S1-07: per partner what, hours and money, and the sum."""
    verhaal = leven(
        bij(DRONTEN, "ondersteuning", wat="jurist", uren=40, bedrag=100000, tot="2026-01-01"),
        bij(ZEEWOLDE, "ondersteuning", wat="data", uren=10),
    )
    vel = zie(verhaal, ondersteuning)
    assert rij(vel, "Ondersteuning", "gemeente Dronten")[1:] == ("jurist", "40", "€ 1.000,00", "1-1-2026")
    assert rij(vel, "Ondersteuning", "samen")[2:4] == ("50", "€ 1.000,00")


def test_invloed_telt_wat_partners_voorstelden() -> None:
    """S2-14: proposed and accepted, per party."""
    dronten = partner(DRONTEN)
    verhaal = leven(
        dronten("BrengIn", inbrengsoort="wijziging", onderwerp="kleiner", tekst="begin kleiner"),
        dronten("BrengIn", inbrengsoort="vraag", onderwerp="wanneer", tekst="wanneer begint het?"),
    )
    eerste = next(iter(verhaal.stand.inbreng))
    verhaal = verhaal.gegeven(manager("BehandelInbreng", inbreng=eerste, oordeel="overgenomen", antwoord="goed idee"))
    assert rij(zie(verhaal, vrijheid), "Voorgestelde", "gemeente Dronten")[1:] == ("1", "1", "0", "0", "0")


def test_een_vreemd_blad_staat_bij_niemand_anders() -> None:
    """A sheet without a partner is no sheet about a partner."""
    verhaal = leven(blad("betekenis", tekst="veel"))
    assert rooster(alles_over(verhaal.stand, DRONTEN), "Bladen").rijen == ()


def test_elk_blad_over_een_partner_noemt_zijn_titel() -> None:
    """The first line of a sheet says which one it is, also when its first field is the partner itself."""
    verhaal = leven(bij(DRONTEN, "complementaire_rol", rol="kent het gebied"))
    rijen = rooster(alles_over(verhaal.stand, DRONTEN), "Bladen").rijen
    hoe = ("", "Niet door de partner zelf", "vastgelegd door de opgavemanager, aan tafel")
    assert rijen == (("Complementaire rol", "Rol", "kent het gebied"), hoe)
