"""Post about a step that is `op_onjuiste_grondslag` waits, until people have decided: then it goes, or never."""

from datetime import timedelta

import pytest
from proefleven import leg_vast
from twijfelleven import OPGAVE, Twijfelleven

from domain.bundel import Bundel
from register import contacten, lezen, postbus
from register.rijen import Contact, Postrij
from register.verbinding import Register

TIJD = timedelta(seconds=30)


@pytest.fixture
def register(register: Register) -> Register:
    """A register that knows where the secretariaat and the manager can be reached."""
    for functie in ("bestuurssecretariaat", "opgavemanager"):
        contacten.zet(register, Contact(functie, "provincie", f"{functie}@provincie.example"))
    return register


def _over(register: Register, stap: str | None) -> dict[str, list[str]]:
    """The states of the messages about a step, by their subject."""
    per: dict[str, list[str]] = {}
    for rij in lezen.post(register, OPGAVE):
        if rij.betreft == stap:
            per.setdefault(rij.onderwerp.split("] ")[1], []).append(rij.status)
    return per


def _gepakt(register: Register) -> list[Postrij]:
    """The messages that a deliverer gets in hand."""
    return [rij for zending in postbus.pak(register, OPGAVE, TIJD) for rij in zending.rijen]


def _wachtend(register: Register) -> int:
    return postbus.wachtend(register, OPGAVE)


def _in_twijfel(register: Register) -> Twijfelleven:
    leven = Twijfelleven()
    leg_vast(register, leven.besloten())
    leg_vast(register, leven.hersteld())
    return leven


def test_een_bericht_zegt_over_welke_stap_het_gaat(register: Register) -> None:
    leg_vast(register, Twijfelleven().besloten())
    assert _over(register, "B2") == {"Voorgelegd: toch niet": ["klaar"]}
    assert set(_over(register, "B1")) == {"Voorgelegd: warmte", "Besluit: conform"}
    assert "Welkom bij de opgave" in _over(register, None)


def test_gaat_de_twijfel_open_dan_wacht_wat_nog_niet_weg_is_en_de_rest_niet(register: Register) -> None:
    leven = Twijfelleven()
    leg_vast(register, leven.besloten())
    gepakt = [post.sleutel for post in _gepakt(register) if post.betreft == "B1"]
    postbus.meld_verzonden(register, gepakt[:1])
    voor = _wachtend(register)
    verwerkt = leg_vast(register, leven.hersteld())
    assert _over(register, "B2") == {"Voorgelegd: toch niet": ["aangehouden"]}
    assert "aangehouden" not in {s for staten in _over(register, "B1").values() for s in staten}
    assert "verzonden" in {s for staten in _over(register, "B1").values() for s in staten}
    nieuws = [r for r in lezen.post(register, OPGAVE, "klaar") if "Vastlegging hersteld" in r.onderwerp]
    assert verwerkt.wachtend == _wachtend(register) == voor - 1 + len(nieuws)


def test_wat_wordt_aangehouden_komt_bij_geen_bezorger(register: Register) -> None:
    _in_twijfel(register)
    assert "B2" not in {post.betreft for post in _gepakt(register)}


def test_wat_tijdens_de_twijfel_wordt_geschreven_wacht_ook(register: Register) -> None:
    leven = _in_twijfel(register)
    leg_vast(register, leven.teruggestuurd())
    staten = _over(register, "B2")
    assert set(staten) == {
        "Voorgelegd: toch niet",
        "Voorstel terug: juridische, financiele, inkoop- en participatietoets",
    }
    assert {s for rij in staten.values() for s in rij} == {"aangehouden"}


def test_blijft_de_stap_dan_gaat_de_post_alsnog_en_zonder_adres_wacht_zij_zichtbaar(register: Register) -> None:
    leven = _in_twijfel(register)
    leg_vast(register, leven.teruggestuurd())
    voor = _wachtend(register)
    leg_vast(register, leven.beslist("blijft"))
    staten = _over(register, "B2")
    assert staten["Voorgelegd: toch niet"] == ["klaar"]
    assert sorted(next(s for naam, s in staten.items() if "terug" in naam)) == ["geen_adres", "klaar"]
    over = {rij.betreft for rij in _gepakt(register)}
    assert "B2" in over
    assert _wachtend(register) > voor


def test_moet_de_stap_opnieuw_dan_vervalt_de_post_en_blijft_zij_te_zien(register: Register) -> None:
    leven = _in_twijfel(register)
    leg_vast(register, leven.beslist("opnieuw"))
    assert _over(register, "B2") == {"Voorgelegd: toch niet": ["vervallen"]}
    leg_vast(register, leven.zeg("opgavemanager", "LegVoor", stap="B2"))
    assert _over(register, "B2") == {"Voorgelegd: toch niet": ["vervallen", "klaar"]}


def _in_een_bundel(leven: Twijfelleven, oordeel: str) -> Bundel:
    leven.besloten()
    leven.hersteld()
    leven.teruggestuurd()
    leven.beslist(oordeel)
    if oordeel == "opnieuw":
        leven.zeg("opgavemanager", "LegVoor", stap="B2")
    return leven.alles()


@pytest.mark.parametrize(("oordeel", "staten"), [("blijft", ["klaar"]), ("opnieuw", ["vervallen", "klaar"])])
def test_alles_in_een_bundel_geeft_hetzelfde_als_feit_voor_feit(
    register: Register, oordeel: str, staten: list[str]
) -> None:
    """After an outage the register gets everything at once; what was held must not slip through."""
    leg_vast(register, _in_een_bundel(Twijfelleven(), oordeel))
    assert _over(register, "B2")["Voorgelegd: toch niet"] == staten
    terug = next(s for naam, s in _over(register, "B2").items() if "terug" in naam)
    assert set(terug) == ({"klaar", "geen_adres"} if oordeel == "blijft" else {"vervallen"})


def test_dezelfde_feiten_nog_eens_verwerken_houdt_niets_meer_aan(register: Register) -> None:
    leven = _in_twijfel(register)
    leg_vast(register, leven.beslist("blijft"))
    voor = lezen.post(register, OPGAVE)
    leg_vast(register, leven.alles())
    assert lezen.post(register, OPGAVE) == voor


def test_een_bericht_dat_een_bezorger_al_in_handen_had_krijgt_gewoon_zijn_uitslag(register: Register) -> None:
    leven = Twijfelleven()
    leg_vast(register, leven.besloten())
    gepakt = [post.sleutel for post in _gepakt(register) if post.betreft == "B2"]
    leg_vast(register, leven.hersteld())
    postbus.meld_verzonden(register, gepakt[:1])
    leg_vast(register, leven.beslist("opnieuw"))
    assert _over(register, "B2") == {"Voorgelegd: toch niet": ["verzonden"]}


def test_jurist_en_griffier_horen_het_zelf_altijd(register: Register) -> None:
    for functie in ("jurist", "griffier"):
        contacten.zet(register, Contact(functie, "provincie", f"{functie}@provincie.example"))
    _in_twijfel(register)
    taak = [rij for rij in lezen.post(register, OPGAVE, "klaar") if "onjuiste grondslag" in rij.onderwerp]
    assert sorted(rij.functie for rij in taak) == ["griffier", "jurist"]
    assert all("Beoordeel of deze stappen blijven of opnieuw moeten: B2." in rij.inhoud for rij in taak)
    wacht = [(r.id, r.op_wie) for r in lezen.wachtposten(register, opgave=OPGAVE) if r.soort == "grondslag"]
    assert sorted(wacht) == [("B2", "griffier"), ("B2", "jurist")]


def test_het_vak_van_het_orgaan_volgt_de_herstelde_uitslag(register: Register) -> None:
    leven = Twijfelleven()
    leg_vast(register, leven.besloten())
    leg_vast(register, leven.hersteld("teruggenomen"))
    staten = {rij.stap: (rij.status, rij.uitkomst) for rij in lezen.voorstellen(register, "GS")}
    assert staten == {"B1": ("voorgelegd", ""), "B2": ("voorgelegd", "")}
    leg_vast(register, leven.beslist("opnieuw"))
    assert {r.stap: r.status for r in lezen.voorstellen(register, "GS")} == {"B1": "voorgelegd", "B2": "teruggenomen"}


def test_een_besloten_voorstel_krijgt_de_herstelde_uitkomst_en_de_besluitenlijst_een_rectificatie(
    register: Register,
) -> None:
    _in_twijfel(register)
    (voorstel,) = lezen.voorstellen(register, "GS", "besloten")
    assert (voorstel.stap, voorstel.uitkomst) == ("B1", "afgewezen")
    regels = [(r.titel, r.uitkomst) for r in lezen.besluitenlijst(register, "GS")]
    assert regels == [("warmte", "conform"), ("Rectificatie: warmte", "afgewezen")]
