"""The adviser: every rule on both sides, and the promises that hold for all answers."""

from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.advies.advies import adviseer
from domain.advies.criteria import POORT, VRAGEN, Bevoegdheden, Criteria, Geldstroom, Looptijd
from domain.advies.uitkomst import Advies, Kandidaat
from domain.advies.wegen import Weegschaal, codes
from domain.reglement.adviesregel import Adviesboek, Doorlooptijd, Selectie, Voorwaarde
from domain.reglement.model import Organiseervorm
from domain.reglement.r2026_2 import REGLEMENT
from domain.reglement.r2026_2.adviesregels import ADVIESBOEK
from domain.reglement.vorm import ProvincieRol, Stijl, TredeNaam

SCHAAL = Weegschaal(REGLEMENT.organiseervormen, ADVIESBOEK.regels)
ALLE = {v.code: v for v in REGLEMENT.organiseervormen}
WGR = {v.code for v in ALLE.values() if v.wgr}
PRIVE = {"STICHTING", "VERENIGING", "COOPERATIE", "BV_NV"}
RECHTSPERSONEN = PRIVE | {"OPENBAAR_LICHAAM", "BVO", "BURGERCOOPERATIE"}


def advies(**antwoorden: Any) -> Advies:
    return adviseer(Criteria(**antwoorden), REGLEMENT, ADVIESBOEK)


def passend(**antwoorden: Any) -> list[str]:
    return list(codes(SCHAAL.weeg(Criteria(**antwoorden))[0]))


def kandidaat(code: str, **antwoorden: Any) -> Kandidaat:
    return next(k for k in advies(**antwoorden).kandidaten if k.code == code)


def redenen(code: str, **antwoorden: Any) -> list[tuple[str, str]]:
    """The rules and answers that made a form fall off."""
    return [(a.regel, a.veld) for a in advies(**antwoorden).afgevallen if a.code == code]


def regels(punten: Any) -> set[str]:
    return {p.regel for p in punten}


# --- each filter on both sides -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("criterium", "raak", "mis", "blijft"),
    [
        ("C1", {"gedeelde_ambitie": 1}, {"gedeelde_ambitie": 2}, {"GESPREKSTAFEL", "OMGEVINGSTAFEL", "LICHT_NETWERK"}),
        ("C1", {"gedeelde_ambitie": 0}, {"gedeelde_ambitie": 3}, {"GESPREKSTAFEL", "OMGEVINGSTAFEL", "LICHT_NETWERK"}),
        ("C5", {"bevoegdheden": "mandaat"}, {"bevoegdheden": "geen"}, {"CENTRUMREGELING"}),
        (
            "C5",
            {"bevoegdheden": "overdracht"},
            {"bevoegdheden": "geen"},
            {"OPENBAAR_LICHAAM", "GEMEENSCHAPPELIJK_ORGAAN", "BVO"},
        ),
        ("C6", {"verordening_of_belasting": True}, {"verordening_of_belasting": False}, {"OPENBAAR_LICHAAM"}),
        ("C7", {"eigen_personeel_of_vermogen": True}, {"eigen_personeel_of_vermogen": False}, RECHTSPERSONEN),
        ("C8", {"beleidsarme_uitvoering": False}, {"beleidsarme_uitvoering": True}, set(ALLE) - {"BVO"}),
        ("C10", {"risicokapitaal": True}, {"risicokapitaal": False}, {"BV_NV", "COOPERATIE"}),
        ("C16", {"publiek_belang": False}, {"publiek_belang": True}, set(ALLE) - PRIVE),
    ],
)
def test_een_filter_laat_alleen_over_wat_past(
    criterium: str, raak: dict[str, Any], mis: dict[str, Any], blijft: set[str]
) -> None:
    """With one answer only the named forms are left, the rest names rule and answer; with the other nothing falls off."""
    uitkomst = advies(**raak)
    assert {k.code for k in uitkomst.kandidaten} == blijft
    assert {a.code for a in uitkomst.afgevallen} == set(ALLE) - blijft
    assert {(a.regel, a.veld) for a in uitkomst.afgevallen} == {(criterium, next(iter(raak)))}
    assert {a.antwoord for a in uitkomst.afgevallen} == set(raak.values())
    assert all(a.reden and a.grond for a in uitkomst.afgevallen)
    assert not advies(**mis).afgevallen


def test_met_private_leden_valt_af_wat_alleen_van_overheden_is() -> None:
    """C9 yes: a Wgr form needs a koninklijk besluit (Wgr 93 b, 96 b); convenant and private forms stay."""
    uitkomst = advies(private_leden=True)
    assert {a.code for a in uitkomst.afgevallen} == WGR | {"BESTUURSOVEREENKOMST", "OVERDRACHT"}
    assert {a.grond for a in uitkomst.afgevallen if a.code in WGR} == {"Wgr 93 b, 96 b"}
    assert {"CONVENANT", *PRIVE} <= {k.code for k in uitkomst.kandidaten}


def test_zonder_private_leden_valt_af_wat_niet_zonder_kan() -> None:
    """C9 no: the other side of the same question."""
    uitkomst = advies(private_leden=False)
    assert {a.code for a in uitkomst.afgevallen} == {"BURGERINITIATIEF", "BURGERCOOPERATIE", "PPS"}
    assert set(passend(private_leden=False)) >= WGR


def test_lage_belangen_vragen_eerst_een_belangenronde() -> None:
    """C2 filters nothing; low it puts the mutual-gains round first."""
    assert "C2" in regels(advies(belangen_bespreekbaar=1).eerst)
    assert "C2" not in regels(advies(belangen_bespreekbaar=2).eerst)
    assert not advies(belangen_bespreekbaar=0).afgevallen


@pytest.mark.parametrize(
    ("antwoorden", "regel"),
    [
        ({"aantal_partners": 9}, "C4"),
        ({"vertrouwen": 1, "aantal_partners": 6}, "C3"),
        ({"aantal_partners": 8}, None),
        ({"vertrouwen": 1, "aantal_partners": 5}, None),
        ({"vertrouwen": 2, "aantal_partners": 6}, None),
        ({"vertrouwen": 0}, None),
    ],
)
def test_veel_partners_sturen_niet_zelf(antwoorden: dict[str, Any], regel: str | None) -> None:
    """C4 above 8, and C3 low with many partners: a leading organisation or a bureau instead, and behind the others."""
    tafel = kandidaat("GESPREKSTAFEL", **antwoorden)
    if regel is None:
        assert tafel.netwerksturing == ("zelfsturend",)
        assert not regels(tafel.min) & {"C3", "C4"}
        return
    uitkomst = advies(**antwoorden)
    assert regel in regels(tafel.min)
    assert all("zelfsturend" not in k.netwerksturing for k in uitkomst.kandidaten)
    publiek = [k for k in uitkomst.kandidaten if not k.prive_rechtspersoon]
    zelf = [ALLE[k.code].netwerksturing == "zelfsturend" for k in publiek]
    assert zelf == sorted(zelf)


@pytest.mark.parametrize(
    ("antwoorden", "code", "kant", "regel"),
    [
        ({"bevoegdheden": "geen"}, "BESTUURSCOMMISSIE", "min", "C5"),
        ({"bevoegdheden": "overdracht"}, "BVO", "plus", "C5"),
        ({"eigen_personeel_of_vermogen": True}, "STICHTING", "plus", "C7"),
        ({"beleidsarme_uitvoering": True}, "BVO", "plus", "C8"),
        ({"private_leden": True}, "CONVENANT", "plus", "C9"),
        ({"private_leden": True}, "REGIO_DEAL", "aandachtspunten", "C9"),
        ({"looptijd": "korter_dan_2_jaar"}, "CONVENANT", "plus", "C11"),
        ({"looptijd": "korter_dan_2_jaar"}, "BV_NV", "min", "C11"),
        ({"looptijd": "2_tot_5_jaar"}, "CONVENANT", "plus", "C11"),
        ({"looptijd": "langer_dan_5_jaar"}, "STICHTING", "plus", "C11"),
        ({"looptijd": "langer_dan_5_jaar"}, "GESPREKSTAFEL", "min", "C11"),
        ({"geldstroom": "geen"}, "INTENTIE", "plus", "C12"),
        ({"geldstroom": "geen"}, "SUBSIDIE", "min", "C12"),
        ({"geldstroom": "bijdrage"}, "PROGRAMMA", "plus", "C12"),
        ({"geldstroom": "bijdrage"}, "INTENTIE", "min", "C12"),
        ({"geldstroom": "subsidie"}, "SUBSIDIE", "plus", "C12"),
        ({"geldstroom": "subsidie"}, "CONVENANT", "min", "C12"),
        ({"geldstroom": "kapitaal"}, "BV_NV", "plus", "C12"),
        ({"geldstroom": "kapitaal"}, "CONVENANT", "min", "C12"),
        ({"geldstroom": "bijdrage"}, "CONVENANT", "aandachtspunten", "C12"),
        ({"legitimiteit": True}, "STICHTING", "plus", "C13"),
        ({"legitimiteit": True}, "GESPREKSTAFEL", "min", "C13"),
        ({"rekenkamer": True}, "BV_NV", "plus", "C14"),
        ({"rekenkamer": True}, "OPENBAAR_LICHAAM", "plus", "C14"),
        ({"rekenkamer": True}, "STICHTING", "min", "C14"),
        ({"stijl": "markt"}, "BV_NV", "plus", "C15"),
        ({"stijl": "markt"}, "CONVENANT", "min", "C15"),
        ({"trede": "loslaten"}, "OVERDRACHT", "plus", "C15"),
        ({"trede": "loslaten"}, "CONVENANT", "min", "C15"),
        ({"rol": "zorgdrager"}, "STICHTING", "plus", "C15"),
        ({"rol": "zorgdrager"}, "CONVENANT", "min", "C15"),
        ({"publiek_belang": "alleen zo lukt het"}, "STICHTING", "plus", "C16"),
    ],
)
def test_een_antwoord_geeft_een_reden_en_zonder_antwoord_is_zij_er_niet(
    antwoorden: dict[str, Any], code: str, kant: str, regel: str
) -> None:
    """Each pro, con and remark that comes from an answer, and its absence without that answer."""
    veld, waarde = next(iter(antwoorden.items()))
    met = [p for p in getattr(kandidaat(code, **antwoorden), kant) if p.regel == regel]
    zonder = [p for p in getattr(kandidaat(code), kant) if p.regel == regel]
    assert len(met) > len(zonder)
    assert all(p.grond for p in met)
    if isinstance(waarde, bool) and veld != "private_leden":
        ander = advies(**{veld: not waarde}).kandidaten
        assert not [p for k in ander if k.code == code for p in getattr(k, kant) if p in met and p not in zonder]


@pytest.mark.parametrize(("veld", "waarden"), [("stijl", Stijl), ("trede", TredeNaam), ("rol", ProvincieRol)])
def test_c15_is_passend_of_niet_voor_elke_vorm(veld: str, waarden: Any) -> None:
    """Style, step and role of the opgave against those of the form: one remark, on the right side."""
    for waarde in get_args(waarden):
        for k in advies(**{veld: waarde}).kandidaten:
            eigen = getattr(ALLE[k.code], veld)
            past = waarde in eigen if isinstance(eigen, tuple) else waarde == eigen
            assert ("C15" in regels(k.plus), "C15" in regels(k.min)) == (past, not past)
            assert k.match == (1 if past else -1)


# --- first the content, then the why -------------------------------------------------------------------------------


@pytest.mark.parametrize(("veld", "regel"), [("inhoud", "INHOUD"), ("waarom_samenwerken", "WAAROM")])
def test_inhoud_en_waarom_gaan_voor_de_vorm(veld: str, regel: str) -> None:
    """Absent or no: said first, while the advice still shows. A text or yes: nothing to say."""
    for waarde in (None, False):
        uitkomst = advies(**{veld: waarde})
        assert regel in regels(uitkomst.eerst)
        assert uitkomst.kandidaten
    for waarde in (True, "het net is vol"):
        assert regel not in regels(advies(**{veld: waarde}).eerst)


def test_de_inhoud_staat_voor_het_waarom_en_het_waarom_voor_de_rest() -> None:
    uitkomst = advies(gedeelde_ambitie=0, belangen_bespreekbaar=0)
    assert [p.regel for p in uitkomst.eerst] == ["INHOUD", "WAAROM", "C1", "C2"]


# --- order ---------------------------------------------------------------------------------------------------------


def test_publiek_gaat_voor_privaat() -> None:
    """PW 158 lid 2: where a public legal person fits too, it goes first although it is heavier."""
    volgorde = passend(eigen_personeel_of_vermogen=True, private_leden=False)
    assert volgorde == ["BVO", "OPENBAAR_LICHAAM", "STICHTING", "VERENIGING", "COOPERATIE", "BV_NV"]
    privaat = kandidaat("STICHTING")
    assert "Publiek gaat voor privaat" in " ".join(p.tekst for p in privaat.aandachtspunten)
    assert "Publiek gaat voor privaat" not in " ".join(p.tekst for p in kandidaat("BVO").aandachtspunten)


def test_de_lichtste_gaat_voor_en_bij_gelijk_gewicht_de_beste_match() -> None:
    zwaartes = [k.zwaarte for k in advies(publiek_belang=False).kandidaten]
    assert zwaartes == sorted(zwaartes)
    volgorde = passend(rol="regisseur", trede="regisseren")
    assert volgorde.index("BESTUURSOVEREENKOMST") < volgorde.index("CONVENANT")
    assert passend().index("CONVENANT") < passend().index("BESTUURSOVEREENKOMST")


@pytest.mark.parametrize(
    ("antwoorden", "eerste"),
    [
        ({"geldstroom": "subsidie"}, "BURGERINITIATIEF"),
        ({"geldstroom": "subsidie", "private_leden": False}, "SUBSIDIE"),
        ({"legitimiteit": True}, "LICHT_NETWERK"),
        ({"looptijd": "langer_dan_5_jaar"}, "CONVENANT"),
        ({"geldstroom": "kapitaal"}, "OPENBAAR_LICHAAM"),
    ],
)
def test_wat_het_gevraagde_niet_kan_dragen_staat_achteraan(antwoorden: dict[str, Any], eerste: str) -> None:
    """Light, but without the money, the say of PS or the stamina that is asked: behind those that have it."""
    assert passend(**antwoorden)[0] == eerste
    eigen = advies(**antwoorden).kandidaten
    assert any(k.achteraan for k in eigen)
    for voor, na in pairwise(k for k in eigen if not k.prive_rechtspersoon):
        assert (voor.achteraan, voor.zwaarte, -voor.match) <= (na.achteraan, na.zwaarte, -na.match)


# --- too few -------------------------------------------------------------------------------------------------------


def test_een_kandidaat_krijgt_de_naaste_ernaast() -> None:
    """S3-07: with one left it says so, and names the nearest form with what would have to change."""
    uitkomst = advies(bevoegdheden="mandaat")
    assert uitkomst.te_weinig is not None
    assert "alleen CENTRUMREGELING" in uitkomst.te_weinig.zin
    (naaste,) = uitkomst.te_weinig.naaste
    assert naaste.code == "GEMEENSCHAPPELIJK_ORGAAN"
    (nodig,) = naaste.nodig
    assert (nodig.regel, nodig.veld, nodig.nu, nodig.kan) == ("C5", "bevoegdheden", "mandaat", ("geen", "overdracht"))
    assert "C5 (bevoegdheden) 'geen of overdracht' is in plaats van 'mandaat'" in naaste.zin


def test_geen_kandidaat_krijgt_twee_naasten_om_een_andere_reden() -> None:
    """Answers that exclude each other: two ways out that differ."""
    te_weinig = advies(gedeelde_ambitie=0, bevoegdheden="overdracht").te_weinig
    assert te_weinig is not None
    assert "geen enkele vorm" in te_weinig.zin
    assert [[n.regel for n in naaste.nodig] for naaste in te_weinig.naaste] == [["C5"], ["C1"]]


def test_twee_kandidaten_is_genoeg() -> None:
    assert advies(risicokapitaal=True).te_weinig is None


# --- what would change ---------------------------------------------------------------------------------------------


def test_wat_verandert_noemt_wat_erbij_komt_en_afvalt() -> None:
    uitkomst = advies(private_leden=True, eigen_personeel_of_vermogen=True)
    (c9,) = [v for v in uitkomst.wat_verandert if v.criterium == "C9"]
    assert (c9.erbij, c9.eraf, c9.bovenaan) == (("BVO", "OPENBAAR_LICHAAM"), ("BURGERCOOPERATIE",), "BVO")
    assert c9.zin == (
        "Als C9 (private leden) 'nee' wordt, komen BVO en OPENBAAR_LICHAAM erbij, valt BURGERCOOPERATIE af "
        "en staat BVO bovenaan."
    )


def test_antwoorden_die_hetzelfde_doen_staan_bij_elkaar() -> None:
    """Scores 2 and 3 change the same, and are said in one line; many forms are counted."""
    (c1,) = [v for v in advies(gedeelde_ambitie=1).wat_verandert if v.criterium == "C1"]
    assert (c1.waarden, c1.wordt, len(c1.erbij)) == ((2, 3), "2 of 3", 22)
    assert "en nog 17 andere erbij" in c1.zin
    assert "vervalt er een stap vooraf" in c1.zin


def test_een_antwoord_dat_alles_laat_afvallen_zegt_dat() -> None:
    zinnen = [v.zin for v in advies(risicokapitaal=True, verordening_of_belasting=False).wat_verandert]
    assert "Als C6 (verordening of belasting) 'ja' wordt, blijft er geen kandidaat over." in zinnen


def test_een_antwoord_dat_alles_vervangt_noemt_beide() -> None:
    """All candidates go and others come: both are named, and nobody reads that nothing is left."""
    (c5,) = [v for v in advies(bevoegdheden="overdracht").wat_verandert if v.wordt == "mandaat"]
    assert "komt CENTRUMREGELING erbij, vallen GEMEENSCHAPPELIJK_ORGAAN, BVO en OPENBAAR_LICHAAM af" in c5.zin


def test_onbeantwoord_zegt_wat_een_antwoord_kan_doen() -> None:
    """Every criterion is listed while nobody answered; an answered one is not."""
    open_ = {o.veld: o for o in advies().onbeantwoord}
    assert list(open_) == [v.veld for v in VRAGEN]
    assert open_["verordening_of_belasting"].zin == "kan tot 24 kandidaten laten afvallen"
    assert open_["beleidsarme_uitvoering"].zin == "kan tot 1 kandidaat laten afvallen"
    assert open_["belangen_bespreekbaar"].zin == "kan een stap vooraf toevoegen"
    assert open_["geldstroom"].zin == "kan veranderen wie er bovenaan staat"
    assert open_["rekenkamer"].zin == "kan de volgorde veranderen"
    assert "verandert nu de kandidaten niet" in open_["vertrouwen"].zin
    assert "vertrouwen" not in {o.veld for o in advies(vertrouwen=3).onbeantwoord}
    assert not {o.veld for o in advies().onbeantwoord} & set(POORT)


# --- the voorbeeld of domain.md 6.1 --------------------------------------------------------------------------------


def test_de_energiehub_komt_uit_op_een_cooperatie() -> None:
    """Members that are no government, a joint contract, shared risk: the cooperatie, as was chosen."""
    uitkomst = advies(
        gedeelde_ambitie=3,
        aantal_partners=5,
        bevoegdheden="geen",
        eigen_personeel_of_vermogen=True,
        private_leden=True,
        risicokapitaal=True,
        stijl="netwerk",
        trede="stimuleren",
        rol="co-creatiepartner",
        publiek_belang="aansluiting kan alleen door een rechtspersoon met leden-afnemers",
    )
    assert [k.code for k in uitkomst.kandidaten] == ["COOPERATIE", "BV_NV"]
    eerste = uitkomst.kandidaten[0]
    assert [s.code for s in eerste.route] == [p.code for p in ALLE["COOPERATIE"].pad]
    assert eerste.doorlooptijd is not None
    assert (eerste.doorlooptijd.soort, eerste.doorlooptijd.weken_min) == ("schatting", 17)
    assert "PW 158 lid 2" in {p.grond for p in eerste.aandachtspunten}
    assert redenen("CONVENANT", eigen_personeel_of_vermogen=True) == [("C7", "eigen_personeel_of_vermogen")]


# --- promises for all answers --------------------------------------------------------------------------------------


def _misschien(strategie: Any) -> Any:
    return st.none() | strategie


_JA_NEE = _misschien(st.booleans())
_SCORE = _misschien(st.integers(0, 3))
ANTWOORDEN = st.fixed_dictionaries(
    {
        "gedeelde_ambitie": _misschien(st.integers(1, 3)),
        "belangen_bespreekbaar": _SCORE,
        "vertrouwen": _SCORE,
        "aantal_partners": _misschien(st.integers(1, 15)),
        "bevoegdheden": _misschien(st.sampled_from(get_args(Bevoegdheden))),
        "verordening_of_belasting": _JA_NEE,
        "eigen_personeel_of_vermogen": _JA_NEE,
        "beleidsarme_uitvoering": _JA_NEE,
        "private_leden": _JA_NEE,
        "risicokapitaal": _JA_NEE,
        "looptijd": _misschien(st.sampled_from(get_args(Looptijd))),
        "geldstroom": _misschien(st.sampled_from(get_args(Geldstroom))),
        "legitimiteit": _JA_NEE,
        "rekenkamer": _JA_NEE,
        "stijl": _misschien(st.sampled_from(get_args(Stijl))),
        "trede": _misschien(st.sampled_from(get_args(TredeNaam))),
        "rol": _misschien(st.sampled_from(get_args(ProvincieRol))),
        "publiek_belang": _JA_NEE | st.just("het kan niet anders"),
        "inhoud": _JA_NEE,
        "waarom_samenwerken": _JA_NEE,
    }
).map(lambda a: Criteria(**a))


def _geschonden(vorm: Organiseervorm, c: Criteria) -> set[str]:
    """The hard filters of domain.md 2.2 written out a second time, to check the data against."""
    code = vorm.code
    wet = {
        "C1": c.gedeelde_ambitie in (0, 1) and code not in ("GESPREKSTAFEL", "OMGEVINGSTAFEL", "LICHT_NETWERK"),
        "C5": (c.bevoegdheden == "mandaat" and code != "CENTRUMREGELING")
        or (c.bevoegdheden == "overdracht" and code not in ("OPENBAAR_LICHAAM", "GEMEENSCHAPPELIJK_ORGAAN", "BVO")),
        "C6": c.verordening_of_belasting is True and code != "OPENBAAR_LICHAAM",
        "C7": c.eigen_personeel_of_vermogen is True and code not in RECHTSPERSONEN,
        "C8": c.beleidsarme_uitvoering is False and code == "BVO",
        "C9": (c.private_leden is True and (code in WGR or code in ("BESTUURSOVEREENKOMST", "OVERDRACHT")))
        or (c.private_leden is False and code in ("BURGERINITIATIEF", "BURGERCOOPERATIE", "PPS")),
        "C10": c.risicokapitaal is True and code not in ("BV_NV", "COOPERATIE"),
        "C16": c.publiek_belang is False and code in PRIVE,
    }
    return {criterium for criterium, geldt in wet.items() if geldt}


@given(ANTWOORDEN)
@settings(max_examples=60)
def test_een_kandidaat_schendt_geen_enkel_filter_en_een_afvaller_precies_de_genoemde(criteria: Criteria) -> None:
    """Total, deterministic, and exactly the filters of the law: nothing more falls off and nothing less."""
    uitkomst = adviseer(criteria, REGLEMENT, ADVIESBOEK)
    assert uitkomst == adviseer(criteria, REGLEMENT, ADVIESBOEK)
    af: dict[str, set[str]] = {}
    for a in uitkomst.afgevallen:
        af.setdefault(a.code, set()).add(a.regel)
    assert af == {code: geschonden for code, vorm in ALLE.items() if (geschonden := _geschonden(vorm, criteria))}
    assert {k.code for k in uitkomst.kandidaten} == set(ALLE) - set(af)
    assert len(uitkomst.kandidaten) == len({k.code for k in uitkomst.kandidaten})


@given(ANTWOORDEN)
@settings(max_examples=60)
def test_er_zijn_twee_kandidaten_of_er_is_uitleg(criteria: Criteria) -> None:
    """At least two, each with pros and cons and a lead time; or why not, with as many nearest forms as are missing."""
    uitkomst = adviseer(criteria, REGLEMENT, ADVIESBOEK)
    aantal = len(uitkomst.kandidaten)
    assert (uitkomst.te_weinig is None) is (aantal >= 2)
    if uitkomst.te_weinig is not None:
        assert len(uitkomst.te_weinig.naaste) == 2 - aantal
        assert all(n.nodig for n in uitkomst.te_weinig.naaste)
    assert all(k.plus and k.min and k.route and k.doorlooptijd for k in uitkomst.kandidaten)


@given(ANTWOORDEN)
@settings(max_examples=40)
def test_wie_doet_wat_nodig_is_krijgt_de_naaste_vorm(criteria: Criteria) -> None:
    """The way out that is offered works: with those answers the form is a candidate."""
    te_weinig = adviseer(criteria, REGLEMENT, ADVIESBOEK).te_weinig
    per_veld = {v.veld: v for v in VRAGEN}
    for naaste in te_weinig.naaste if te_weinig else ():
        assert all(nodig.kan for nodig in naaste.nodig)
        anders = {n.veld: next(k.waarde for k in per_veld[n.veld].keuzes if k.naam == n.kan[0]) for n in naaste.nodig}
        dan, _ = SCHAAL.weeg(criteria.met(**anders))
        assert naaste.code in codes(dan)


@given(ANTWOORDEN)
@settings(max_examples=40)
def test_wat_verandert_is_wat_het_advies_dan_zegt(criteria: Criteria) -> None:
    """Each variant is true: advising again with that answer gives those candidates, that first one."""
    uitkomst = adviseer(criteria, REGLEMENT, ADVIESBOEK)
    nu = {k.code for k in uitkomst.kandidaten}
    varianten = [*uitkomst.wat_verandert, *(v for o in uitkomst.onbeantwoord for v in o.kan)]
    for variant in varianten:
        for waarde in variant.waarden:
            passen, _ = SCHAAL.weeg(criteria.met(**{variant.veld: waarde}))
            assert {w.vorm.code for w in passen} == (nu | set(variant.erbij)) - set(variant.eraf)
            assert variant.bovenaan is None or codes(passen)[0] == variant.bovenaan
    assert {v.veld for v in uitkomst.wat_verandert}.isdisjoint(o.veld for o in uitkomst.onbeantwoord)


@pytest.mark.parametrize("code", ALLE)
def test_elke_vorm_is_kandidaat_bij_een_volledig_antwoord(code: str) -> None:
    """No form is a dead letter: with every criterion answered there is an input that advises it."""
    inwoners = code in ("BURGERINITIATIEF", "BURGERCOOPERATIE", "PPS")
    volledig: dict[str, Any] = {v.veld: v.keuzes[-1].waarde for v in VRAGEN} | {
        "bevoegdheden": "mandaat" if code == "CENTRUMREGELING" else "geen",
        "private_leden": inwoners,
        "beleidsarme_uitvoering": code == "BVO",
        "publiek_belang": True,
    }
    assert Criteria(**volledig).antwoord("aantal_partners") == 9
    assert not advies(**volledig).onbeantwoord
    assert code in passend(**volledig)


# --- the data ------------------------------------------------------------------------------------------------------


def test_het_boek_kent_elke_vorm_en_noemt_geen_andere() -> None:
    assert set(ADVIESBOEK.genoemd) == set(ALLE)
    assert {p.code for p in ADVIESBOEK.punten} == set(ALLE)
    assert {code for d in ADVIESBOEK.doorlooptijden for code in d.vormen} == set(ALLE)


def test_elk_criterium_heeft_een_regel_en_elke_regel_een_vraag() -> None:
    """C1 to C16 all have rules; a rule asks only for answers that exist, names its ground, and is about some form."""
    assert {r.criterium for r in ADVIESBOEK.regels} == {f"C{n}" for n in range(1, 17)} | {"INHOUD", "WAAROM"}
    mogelijk = {v.veld: {k.waarde for k in v.keuzes} for v in VRAGEN} | {veld: {True, False} for veld in POORT}
    for regel in ADVIESBOEK.regels:
        geraakt = {code for code, vorm in ALLE.items() if regel.vormen.raakt(vorm)}
        assert regel.grond
        assert geraakt, regel.id
        assert {code for code, _ in regel.bijzonder} <= geraakt, regel.id
        assert regel.effect != "valt_af" or geraakt != set(ALLE)
        assert all(set(v.waarden) <= mogelijk[v.veld] for v in regel.als), regel.id
        assert regel.effect not in ("valt_af", "achteraan", "eerst") or regel.als, regel.id


def test_een_bijzondere_reden_geldt_alleen_voor_haar_vorm() -> None:
    per_code = {a.code: a.reden for a in advies(bevoegdheden="overdracht").afgevallen}
    assert "van de provincie alleen" in per_code["BESTUURSCOMMISSIE"]
    assert "kan alleen aan een openbaar lichaam" in per_code["CONVENANT"]


def test_een_voorwaarde_zonder_antwoord_geldt_nooit() -> None:
    assert not Voorwaarde(veld="vertrouwen", hoogstens=1).past(None)
    assert not Voorwaarde(veld="aantal_partners", meer_dan=5, hoogstens=8).past(9)
    assert Voorwaarde(veld="aantal_partners", meer_dan=5, hoogstens=8).past(8)
    assert not Voorwaarde(veld="aantal_partners", meer_dan=5).past(5)
    assert not Voorwaarde(veld="looptijd", hoogstens=1).past("2_tot_5_jaar")


def test_een_selectie_vraagt_alles_wat_zij_noemt() -> None:
    """Fields are taken together; `niet` turns the whole around; a fixed step is not a conditional one."""
    bvo, tafel = ALLE["BVO"], ALLE["GESPREKSTAFEL"]
    assert Selectie().raakt(tafel)
    assert not Selectie(kenmerk="wgr", zwaarte=(5,)).raakt(bvo)
    assert Selectie(kenmerk="wgr", zwaarte=(4,)).raakt(bvo)
    assert Selectie(kenmerk="wgr", niet=True).raakt(tafel)
    assert Selectie(stappen=("A2",)).raakt(tafel)
    assert not Selectie(vaste_stappen=("A2",)).raakt(tafel)


def test_een_boek_met_iets_dubbel_kan_niet_bestaan() -> None:
    with pytest.raises(ValidationError, match="CONVENANT"):
        Adviesboek(regels=(), punten=ADVIESBOEK.punten[6:7] * 2, doorlooptijden=())
    with pytest.raises(ValidationError, match="korter dan zijn eigen minimum"):
        Doorlooptijd(code="x", naam="x", vormen=("BVO",), weken_min=3, weken_max=2, opbouw="", grond="")
