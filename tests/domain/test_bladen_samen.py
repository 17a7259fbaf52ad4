"""The sheets about working together: each accepted, replaced with a reason, and kept under its own key."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
import verhaal as v
from samenhulp import rij
from verhaal import BEGONNEN, DRONTEN, ZEEWOLDE, Verhaal, gegeven, manager, partner

from domain import kern
from domain.beeld.samen.beelden import beeld
from domain.stand import Begin
from domain.taal.agendaplek import Agendaplek
from domain.taal.bladen import Blad
from domain.taal.bladen_leren import Checklistpunt
from domain.taal.bladen_partner import EigenPartnerblad
from domain.taal.bladvorm import Enkelblad
from domain.zinnen import vertel

KADERPUNT = {"blad": "kaderpunt", "nr": "K1", "tekst": "ruimte voor opslag", "concreetheid": "richting"}
WAARDE = {"blad": "beschermde_waarde", "nr": "W1", "waarde": "stilte", "ondergrens": "40", "eenheid": "punten"}
UITWERKEN = {**KADERPUNT, "concreetheid": "nader_uit_te_werken", "uiterlijk": "2025-09-01"}

# Per kind: a sheet, what another time differs, the key it is kept under.
OPGAVE: tuple[tuple[dict[str, Any], dict[str, Any], str], ...] = (
    ({"blad": "ja_mits", "kader_ref": "koersdocument 2", "antwoord": "ja"}, {"toelichting": "past"}, "ja_mits"),
    ({"blad": "stijl_passend", "oordeel": "deels", "motivering": "veel partners"}, {"oordeel": "ja"}, "stijl_passend"),
    ({"blad": "vooraf_en_losgelaten", "losgelaten": ["de vorm"]}, {"losgelaten": []}, "vooraf_en_losgelaten"),
    (
        {"blad": "procesafspraken", "afspraken": ["elk kwartaal verslag"]},
        {"afspraken": ["elk jaar"]},
        "procesafspraken",
    ),
    (WAARDE, {"gemeten": "55"}, "beschermde_waarde:W1"),
    (
        {"blad": "dilemma", "nr": "D1", "omschrijving": "sturen", "type": "loslaten", "hoe_gehanteerd": "besproken"},
        {"type": "anders"},
        "dilemma:D1",
    ),
    (
        {"blad": "resultaatafspraak", "nr": "R1", "tekst": "minder piek", "type": "richting"},
        {"type": "emergent"},
        "resultaatafspraak:R1",
    ),
    ({"blad": "energie_en_zorg", "energie_samenleving": "veel", "zorg_nodig": "weinig"}, {"zorg_nodig": "veel"}, ""),
    ({"blad": "een_overheid", "als_een_overheid": True}, {"overheden": ["Dronten"]}, ""),
    (
        {"blad": "stuk_check", "stap": "B1", "effectief": "ja", "inclusief": "ja", "uitlegbaar": "ja"},
        {"inclusief": "deels"},
        "stuk_check:B1",
    ),
    ({"blad": "integraal", "integraal_met": ["wonen"]}, {"integraal_met": ["water"]}, ""),
    (
        {
            **{"blad": "participatie", "keuze": "meebeslissen", "doel": "draagvlak", "vorm": "panel"},
            **{"wanneer": "vroeg", "verantwoording": "in het verslag"},
        },
        {"bereik_rechtstreeks": 120, "methode": "geteld bij de deur"},
        "",
    ),
    ({"blad": "relatie", "niveau": 2, "score": 1, "toelichting": "kan beter"}, {"score": 2}, "relatie:2"),
    ({"blad": "instrumentmix", "regels": 20, "samenwerking": 60, "geld": 20}, {"regels": 10, "geld": 30}, ""),
    ({"blad": "wettelijke_kerntaken", "taken": ["vergunningen"]}, {"taken": ["toezicht"]}, ""),
    (KADERPUNT, {"loslaten": "ja"}, "kaderpunt:K1"),
    (
        {"blad": "uitnodiging", "nr": "U1", "waar": "de vaart", "wat_welkom": "zon"},
        {"waar": "de haven"},
        "uitnodiging:U1",
    ),
    ({"blad": "voorbeelden", "voorbeeld_ref": ["Gelderland Anders"]}, {"voorbeeld_ref": ["Zeeland"]}, ""),
    (
        {"blad": "gezamenlijke_lijn", "nr": "G1", "type": "norm", "tekst": "samen meten"},
        {"type": "richting"},
        "gezamenlijke_lijn:G1",
    ),
    (
        {"blad": "werkwijze", "afspraak": "opgavengestuurd", "samen_met": ["Dronten"]},
        {"afspraak": "in drie stappen"},
        "",
    ),
    (
        {"blad": "regieafspraken", "traject": "VT1", **dict.fromkeys(("sturen", "beheersen", "toezicht"), "GS")}
        | {"verantwoorden": "PS"},
        {"toezicht": "PS"},
        "regieafspraken:VT1",
    ),
    ({"blad": "rol_over_tijd", "voor": "aanjager", "tijdens": "partner", "na": "geen"}, {"na": "toezicht"}, ""),
    ({"blad": "nota_verbonden_partijen", "versie": "2", "vastgesteld_door": "PS"}, {"versie": "3"}, ""),
    (
        {"blad": "aanhaken", "traject": "VT1", "mogelijkheden": ["lid worden"]},
        {"mogelijkheden": ["meepraten"]},
        "aanhaken:VT1",
    ),
    (
        {"blad": "overlegtijd", "nr": "O1", "overleg": "stuurgroep", "op": "2025-03-03"}
        | {"minuten_inhoud": 40, "minuten_structuur": 20},
        {"minuten_structuur": 30},
        "overlegtijd:O1",
    ),
    ({"blad": "leervraag", "vraag": "L2", "antwoord": "meer ruimte"}, {"antwoord": "meer geld"}, "leervraag:L2"),
    ({"blad": "checklist", "punt": "P1", "antwoord": "geregeld"}, {"antwoord": "loopt"}, "checklist:P1"),
)
EIGEN: tuple[tuple[dict[str, Any], dict[str, Any], str], ...] = (
    ({"blad": "beeld", "opgave": "vol net", "samenwerking": "stroef"}, {"samenwerking": "beter"}, f"beeld:{DRONTEN}"),
    (
        {"blad": "belangen", "publiek_belang": "energie", "eigen_belang": "banen"},
        {"spanning": "ruimte"},
        f"belangen:{DRONTEN}",
    ),
    ({"blad": "verwachting", "van_ons": ["geld"]}, {"van_ons": ["mensen"]}, f"verwachting:{DRONTEN}"),
    ({"blad": "draagvlak", "moment": "F1", "score": 1}, {"score": 3}, f"draagvlak:{DRONTEN}:F1"),
    ({"blad": "doelstellingen", "doelen": ["groei"]}, {"doelen": ["rust"]}, f"doelstellingen:{DRONTEN}"),
    ({"blad": "complementaire_rol", "rol": "vergunt"}, {"rol": "bouwt mee"}, f"complementaire_rol:{DRONTEN}"),
)
VAN_DE_MANAGER: tuple[tuple[dict[str, Any], dict[str, Any], str], ...] = (
    ({"blad": "ondersteuning", "wat": "een jurist", "uren": 40}, {"uren": 60}, f"ondersteuning:{DRONTEN}:1"),
    ({"blad": "afhankelijkheid", "waarvoor": "de vergunning"}, {"kritiek": True}, f"afhankelijkheid:{DRONTEN}:1"),
)
ALLE_OPGAVE = [pytest.param(*rij, id=rij[0]["blad"]) for rij in OPGAVE]
ALLE_EIGEN = [pytest.param(*rij, id=rij[0]["blad"]) for rij in EIGEN]
ALLE_PARTNER = [pytest.param(*rij, id=rij[0]["blad"]) for rij in (*EIGEN, *VAN_DE_MANAGER)]


def leg(inhoud: dict[str, Any], door: Any = manager, **meer: Any) -> Any:
    """By the manager as it was heard at the table, when the words are those of a partner."""
    hoe = {"kanaal": "tafel"} if inhoud["blad"] in {rij[0]["blad"] for rij in EIGEN} else {}
    return door("LegBladVast", inhoud=inhoud, **hoe, **meer)


def eigen(inhoud: dict[str, Any], van: str = DRONTEN, door: str = DRONTEN, **meer: Any) -> Any:
    return partner(door)("LegPartnerbladVast", inhoud={**inhoud, "partner": van}, **meer)


@pytest.fixture(scope="module")
def opgave() -> Verhaal:
    """An opgave with a form, a step, and an item of a lesson on its checklist."""
    verhaal = v.gekozen("LEERNETWERK")
    punt = Checklistpunt(punt="P1", vraag="is de datalevering geregeld?", les="FL-2024-01/L1")
    plek = Agendaplek(agenda="AGENDA-FLEVOLAND", bron=1, sinds=date(2025, 3, 3), checklist=(("F3", punt),))
    return replace(verhaal, stand=verhaal.stand.met(agendaplek=plek))


@pytest.mark.parametrize(("inhoud", "anders", "sleutel"), ALLE_OPGAVE)
def test_een_blad_over_de_opgave_wordt_vastgelegd_en_met_reden_vervangen(
    opgave: Verhaal, inhoud: dict[str, Any], anders: dict[str, Any], sleutel: str
) -> None:
    _vast_en_vervangen(opgave, inhoud, {**inhoud, **anders}, sleutel or inhoud["blad"])


@pytest.mark.parametrize(("inhoud", "anders", "sleutel"), ALLE_PARTNER)
def test_een_blad_over_een_partner_wordt_vastgelegd_en_met_reden_vervangen(
    opgave: Verhaal, inhoud: dict[str, Any], anders: dict[str, Any], sleutel: str
) -> None:
    eerst = {**inhoud, "partner": DRONTEN}
    _vast_en_vervangen(opgave, eerst, {**eerst, **anders}, sleutel)


def _vast_en_vervangen(opgave: Verhaal, eerst: dict[str, Any], dan: dict[str, Any], sleutel: str) -> None:
    een = opgave.als(leg(eerst)).dan_ook("BladVastgelegd")
    twee = een.als(leg(dan, reden="er kwam iets bij")).dan_ook("BladVastgelegd")
    feit = twee.het("BladVastgelegd")
    assert (feit.sleutel, feit.vervangt, feit.reden) == (sleutel, True, "er kwam iets bij")
    assert twee.stand.bladen[sleutel] == feit.inhoud
    assert een.stand.bladen[sleutel] != feit.inhoud
    assert twee.stand.blad_bij[sleutel] > een.stand.blad_bij[sleutel]
    twee.als(leg(dan)).geweigerd("blad", "al zo vast")


def test_elke_soort_blad_staat_in_deze_proef() -> None:
    soorten = {m.model_fields["blad"].annotation for m in get_args(get_args(Blad)[0]) if issubclass(m, Enkelblad)}
    gedaan = {rij[0]["blad"] for rij in (*OPGAVE, *EIGEN, *VAN_DE_MANAGER)}
    assert {get_args(s)[0] for s in soorten} == gedaan
    assert len(get_args(EigenPartnerblad)) == len(EIGEN)


@pytest.mark.parametrize(("inhoud", "anders", "sleutel"), ALLE_EIGEN)
def test_een_partner_legt_zijn_eigen_blad_vast_en_dat_van_een_ander_niet(
    opgave: Verhaal, inhoud: dict[str, Any], anders: dict[str, Any], sleutel: str
) -> None:
    assert opgave.als(eigen(inhoud)).dan("BladVastgelegd").het("BladVastgelegd").sleutel == sleutel
    opgave.als(eigen(inhoud, van=ZEEWOLDE)).geweigerd("S4-10", "vult het blad van gemeente-zeewolde niet in")


def test_de_manager_legt_een_partnerblad_vast_zoals_het_aan_tafel_klonk(opgave: Verhaal) -> None:
    inhoud = {**EIGEN[0][0], "partner": DRONTEN}
    opgave.als(manager("LegPartnerbladVast", inhoud=inhoud)).geweigerd("kanaal", "hoe u dat hoorde", "brief")
    opgave.als(manager("LegBladVast", inhoud=inhoud)).geweigerd("kanaal", "hoe u dat hoorde")
    stuk = {"titel": "Brief van het college", "referentie": "R-7"}
    gehoord = opgave.als(manager("LegPartnerbladVast", inhoud=inhoud, kanaal="brief", stuk=stuk)).dan("BladVastgelegd")
    namens = gehoord.stand.blad_namens[f"beeld:{DRONTEN}"]
    assert (namens.door, namens.kanaal) == ("opgavemanager", "brief")
    assert "gehoord per brief (Brief van het college, R-7)" in vertel(gehoord.laatste[0])
    wie = rij(beeld(gehoord.stand), "Niet door de partner zelf", "gemeente Dronten")
    assert wie[2] == "vastgelegd door de opgavemanager, per brief (Brief van het college, R-7)"
    assert not any(r.titel.startswith("Niet door") for r in beeld(opgave.als(eigen(EIGEN[0][0])).stand).roosters)


def test_een_partner_bevestigt_of_vervangt_wat_voor_haar_is_vastgelegd(opgave: Verhaal) -> None:
    """Said by itself it is its own again; of its own words nobody asks how they came."""
    gehoord = opgave.gegeven(leg({**EIGEN[0][0], "partner": DRONTEN}))
    zelf = gehoord.als(eigen(EIGEN[0][0])).dan("BladVastgelegd")
    assert not zelf.stand.blad_namens
    zelf.als(eigen(EIGEN[0][0])).geweigerd("blad", "al zo vast")
    opgave.als(eigen(EIGEN[0][0], kanaal="brief")).geweigerd("kanaal", "voor uzelf")


def test_wat_de_provincie_zelf_verwacht_vraagt_geen_kanaal(opgave: Verhaal) -> None:
    """On the sheet of expectations the words of the partner stay marked, also when the province changes its own."""
    blad = {"blad": "verwachting", "partner": DRONTEN}
    ons = opgave.als(manager("LegBladVast", inhoud={**blad, "wij_bieden": ["geld"]})).dan("BladVastgelegd")
    assert not ons.stand.blad_namens
    hun = {**blad, "wij_bieden": ["geld"], "van_ons": ["kennis"]}
    ons.als(manager("LegBladVast", inhoud=hun)).geweigerd("kanaal")
    gehoord = ons.gegeven(leg(hun))
    later = gehoord.als(manager("LegBladVast", inhoud={**hun, "wij_bieden": ["meer geld"]})).dan("BladVastgelegd")
    assert later.stand.blad_namens[f"verwachting:{DRONTEN}"].kanaal == "tafel"


@pytest.mark.parametrize(("inhoud", "anders", "sleutel"), ALLE_PARTNER)
def test_van_een_partner_die_vertrok_komt_er_geen_blad_bij(
    opgave: Verhaal, inhoud: dict[str, Any], anders: dict[str, Any], sleutel: str
) -> None:
    weg = opgave.gegeven(manager("LaatPartnerUittreden", partner=DRONTEN, reden="ander werk"))
    weg.als(leg({**inhoud, "partner": DRONTEN})).geweigerd("partner", "doet niet meer mee")


def test_een_ouder_reglement_kent_het_partnerblad_niet() -> None:
    oud = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_3"))).gegeven(*v.BEGONNEN)
    oud.als(eigen(EIGEN[0][0])).geweigerd("reglement", ontbreekt="StapOverOpReglement")


def test_onder_een_ouder_reglement_zet_een_blad_niets_in_gang() -> None:
    oud = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_3"))).gegeven(*v.BEGONNEN)
    oud.als(leg({**WAARDE, "gemeten": "10"})).dan("BladVastgelegd")
    oud.als(leg(UITWERKEN)).dan("BladVastgelegd")
    inhoud = {**v.reflectie("F1").inhoud["inhoud"], "acties": ["bel de gemeente"]}
    assert "AfspraakGemaakt" not in oud.als(leg(inhoud)).namen()


def test_een_waarde_onder_haar_ondergrens_geeft_een_signaal_en_niet_elke_meting_een_nieuw() -> None:
    verhaal = gegeven(*v.BEGONNEN, leg(WAARDE))
    onder = verhaal.als(leg({**WAARDE, "gemeten": "39.5"})).dan("BladVastgelegd", "SignaalGemeld", "TermijnGestart")
    signaal = onder.het("SignaalGemeld")
    assert (signaal.ernst, signaal.signaal) == (2, "waarde.W1.1")
    assert "39.5" in signaal.omschrijving
    assert onder.stand.termijnen["waarde.W1.1.intake/T21"].geadresseerde == "ambtelijk_opdrachtgever"
    lager = onder.als(leg({**WAARDE, "gemeten": "30"})).dan("BladVastgelegd")
    lager.als(leg({**WAARDE, "nr": "W10", "gemeten": "30"})).dan_ook("SignaalGemeld")
    dicht = lager.gegeven(
        manager("VangSignaalOp", signaal="waarde.W1.1", opgevangen_door="de manager"),
        manager("SluitSignaal", signaal="waarde.W1.1", ingreep="windmolens uit", ingreep_door="de manager"),
    )
    opnieuw = dicht.als(leg({**WAARDE, "gemeten": "29"})).dan_ook("SignaalGemeld")
    assert opnieuw.het("SignaalGemeld").signaal == "waarde.W1.2"
    dicht.als(leg({**WAARDE, "gemeten": "40"})).dan("BladVastgelegd")


def test_een_kader_dat_nog_uitgewerkt_moet_worden_heeft_een_datum_en_een_herinnering() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(leg(UITWERKEN)).dan("BladVastgelegd", "TermijnGestart")
    assert verhaal.stand.termijnen["kaderpunt:K1.1/H08"].einde == date(2025, 9, 1)
    verhaal.als(leg({**UITWERKEN, "loslaten": "ja"})).dan("BladVastgelegd")
    anders = verhaal.als(leg({**UITWERKEN, "uiterlijk": "2025-10-01"}))
    anders.dan("BladVastgelegd", "TermijnVervallen", "TermijnGestart")
    assert anders.stand.termijnen["kaderpunt:K1.2/H08"].einde == date(2025, 10, 1)
    klaar = anders.als(leg({**KADERPUNT, "concreetheid": "norm"})).dan("BladVastgelegd", "TermijnGehaald")
    assert klaar.stand.termijnen["kaderpunt:K1.2/H08"].status == "gehaald"
    stil = verhaal.later(date(2025, 9, 1))
    assert any(f.termijn == "kaderpunt:K1.1/H08" for f in stil.feiten("HerinneringVerstuurd"))
    gegeven(*v.BEGONNEN).als(leg({**UITWERKEN, "uiterlijk": "2025-01-06"})).geweigerd("S2-09", "voorbij")


def test_een_reflectie_levert_acties_op_die_gevolgd_worden() -> None:
    inhoud = {**v.reflectie("F1").inhoud["inhoud"], "acties": ["bel de gemeente", "plan een tafel"]}
    verhaal = gegeven(*v.BEGONNEN).als(leg(inhoud))
    verhaal.dan("BladVastgelegd", "TermijnGehaald", "TermijnGestart", "AfspraakGemaakt", "AfspraakGemaakt")
    gemaakt = verhaal.feiten("AfspraakGemaakt")[-2:]
    assert [(f.tekst, f.wie, f.bron) for f in gemaakt] == [
        ("bel de gemeente", "opgavemanager", "overig"),
        ("plan een tafel", "opgavemanager", "overig"),
    ]
    assert {f.afspraak for f in gemaakt} <= verhaal.stand.afspraken.keys()
    nog_eens = verhaal.als(leg({**inhoud, "acties": ["plan een tafel", "schrijf de raad"]}))
    assert [f.inhoud.tekst for f in nog_eens.laatste if f.inhoud.soort == "AfspraakGemaakt"] == ["schrijf de raad"]


@pytest.mark.parametrize(
    ("inhoud", "regel"),
    [
        ({**OPGAVE[20][0], "traject": "VT9"}, "S3-18"),
        ({"blad": "aanhaken", "traject": "VT9", "mogelijkheden": ["lid worden"]}, "S0-22"),
        ({**OPGAVE[9][0], "stap": "B9"}, "S1-06"),
        ({"blad": "checklist", "punt": "P9", "antwoord": "geregeld"}, "S0-23"),
        ({"blad": "draagvlak", "partner": DRONTEN, "moment": "F4", "score": 2}, "S2-01"),
        ({**v.flevo("F3").inhoud["inhoud"], "per_principe": [{"principe": 2}, {"principe": 2}]}, "S1-31"),
    ],
)
def test_een_blad_over_iets_dat_er_niet_is_wordt_geweigerd(opgave: Verhaal, inhoud: dict[str, Any], regel: str) -> None:
    opgave.als(leg(inhoud)).geweigerd(regel)


def test_draagvlak_geldt_voor_deze_fase_of_een_eerdere(opgave: Verhaal) -> None:
    for moment in ("F1", "F3"):
        opgave.als(leg({"blad": "draagvlak", "partner": DRONTEN, "moment": moment, "score": 2})).dan("BladVastgelegd")


def test_per_principe_hoort_een_toelichting_en_bewijs(opgave: Verhaal) -> None:
    per = [{"principe": nummer, "toelichting": "zo", "bewijs": "verslag 3"} for nummer in range(1, 7)]
    verhaal = opgave.als(leg({**v.flevo("F3").inhoud["inhoud"], "per_principe": per})).dan("BladVastgelegd")
    assert verhaal.het("BladVastgelegd").inhoud.per_principe[5].bewijs == "verslag 3"


def _van(blad_: str, wie: str, **velden: Any) -> Any:
    return {"inhoud": {"blad": blad_, "partner": wie, **velden}}


def test_een_partner_wist_niet_wat_de_provincie_op_zijn_verwachtingen_zei() -> None:
    """Each side has its own half of the sheet; what a partner sends for the other half changes nothing."""
    ons = {"wij_bieden": ["een projectleider"], "wij_rekenen_op": ["grond"], "resultaat": "een net"}
    verhaal = gegeven(*BEGONNEN, manager("LegPartnerbladVast", **_van("verwachting", DRONTEN, **ons)))
    zelf = _van("verwachting", DRONTEN, van_ons=["geld"], van_henzelf=["grond"], wij_bieden=["alles"])
    verhaal = verhaal.gegeven(partner(DRONTEN)("LegPartnerbladVast", **zelf))
    blad_ = verhaal.stand.bladen[f"verwachting:{DRONTEN}"]
    assert (blad_.wij_bieden, blad_.wij_rekenen_op) == (("een projectleider",), ("grond",))
    assert (blad_.van_ons, blad_.van_henzelf) == (("geld",), ("grond",))


def test_een_partner_belooft_niets_namens_de_provincie() -> None:
    zelf = _van("verwachting", DRONTEN, van_ons=["geld"], wij_bieden=["geld"])
    verhaal = gegeven(*BEGONNEN, partner(DRONTEN)("LegPartnerbladVast", **zelf))
    assert verhaal.stand.bladen[f"verwachting:{DRONTEN}"].wij_bieden == ()


def test_ook_een_trekker_vult_het_blad_van_een_ander_niet_in() -> None:
    """Not even with the command of the opgavemanager, whose words the trekker may otherwise speak."""
    geleid = gegeven(*BEGONNEN, manager("WijsTrekkerAan", trekker=DRONTEN, reden="zij leiden"))
    ander = _van("beeld", ZEEWOLDE, opgave="zo", samenwerking="zus")
    for soort in ("LegBladVast", "LegPartnerbladVast"):
        geleid.als(partner(DRONTEN)(soort, **ander)).geweigerd("S4-10", ZEEWOLDE)
    geleid.gegeven(partner(DRONTEN)("LegBladVast", **_van("beeld", DRONTEN, opgave="zo", samenwerking="zus")))
