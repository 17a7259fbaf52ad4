"""Every gate of the reglement: shut with the line of what is missing, then opened by the right command."""

from collections.abc import Callable

import pytest
import verhaal as v
from verhaal import Verhaal, Zet, gegeven, griffier, manager, opdrachtgever, partner, portefeuillehouder

from domain import poorten
from domain.basis import Fase
from domain.zinnen import vertel

PLANNEN = v.manager("StelPilotplanOp", titel="hub", plan=v.PLAN, traject="VT1")
LES = manager("LegLesVast", titel="leg datalevering vast", actie="artikel in het modelconvenant")


def _f3() -> Verhaal:
    """In F3 with a form that works, everything done but what a test leaves out."""
    return v.in_werking("CONVENANT")


VAN_F3 = (v.KERNWAARDEN, v.rolkeuze("F3"), v.flevo("F3"), v.ROL_NA_AFLOOP, PLANNEN)
VAN_F4 = (manager("RondPilotAf", pilot="P1", samenvatting="klaar"), v.reflectie("F4"), v.rolkeuze("F4"))
VAN_F5 = (v.flevo("F5"), v.reflectie("F5"), *v.leervragen())
EVALUATIE = (
    manager("StartEvaluatie", pilots=["P1"], evaluator="bureau"),
    manager("LegEvaluatieVast", evaluatie="E1", advies="opschalen"),
    manager("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="vervolg"),
    manager("LegVoor", stap="B2"),
    v.secretariaat("LegBesluitVast", stap="B2", uitkomst="conform", resultaat="opschalen"),
)
VERVOLG = manager("BepaalVervolg", evaluatie="E1", uitkomst="opschalen", stap="B2", reden="volgens het besluit")


def _zonder(zetten: tuple[Zet, ...], *weg: Zet) -> tuple[Zet, ...]:
    return tuple(z for z in zetten if z not in weg)


def _een_kandidaat() -> Verhaal:
    verhaal = v.in_f3().gegeven(*v.VOOR_DE_KEUZE, *v.vorm("CONVENANT", ander="CONVENANT")).loop_pad("VT1")
    return verhaal.gegeven(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag), *VAN_F3)


def _opnieuw_vergeleken() -> tuple[Zet, ...]:
    """The choice that was not compared is ended, and made again beside another candidate."""
    return (
        manager("BeeindigVormtraject", traject="VT1", reden="te snel gekozen"),
        *v.vorm("GESPREKSTAFEL", ander="CONVENANT", traject="VT2"),
        manager("BepaalStap", stap="VT2.A2", van_toepassing=False, reden="niet nodig"),
        manager("ZetInWerking", traject="VT2", per=v.EERSTE_DAG),
    )


def _zonder_vorm() -> tuple[Verhaal, tuple[Zet, ...]]:
    return v.gekozen("LEERNETWERK").gegeven(*VAN_F3).loop_pad("VT1"), (
        manager("ZetInWerking", traject="VT1", per=v.EERSTE_DAG),
    )


def _f1() -> Verhaal:
    return gegeven(*v.BEGONNEN)


LES_ELDERS = "FL-2024-01/L1"
CHECKLIST = v.blad("checklist", punt="W1", antwoord="ja, op twee avonden")
_SYSTEEM = v.overbrenger


def _met_les(verhaal: Verhaal, moment: str) -> Verhaal:
    """A lesson of another opgave was offered, and nobody said whether it is applied."""
    les = {"les": LES_ELDERS, "titel": "vraag het de buurt eerst", "waarom": ["zelfde thema"]}
    return verhaal.gegeven(_SYSTEEM("BiedLessenAan", moment=moment, lessen=[les]))


def _antwoord(moment: str) -> Zet:
    return manager("BeantwoordLesaanbod", les=LES_ELDERS, moment=moment, antwoord="toegepast", reden="het past")


def _met_checklist(fase: str) -> Verhaal:
    """Everything done to leave this phase but the answer to the question that a lesson put on its checklist."""
    klaar: dict[str, Callable[[], Verhaal]] = {
        "F1": lambda: _f1().gegeven(v.BETEKENIS, v.flevo("F1")),
        "F2": lambda: v.in_f2().gegeven(*v.KADER, v.AMBITIE, *v.BEELD),
        "F3": lambda: _f3().gegeven(*VAN_F3),
        "F4": lambda: v.pilot_loopt().gegeven(*VAN_F4),
        "F5": lambda: v.geevalueerd().gegeven(*VAN_F5),
        "F6": lambda: _f6().gegeven(LES),
    }
    punt = {"punt": "W1", "vraag": "Is de buurt gehoord?", "les": LES_ELDERS}
    return klaar[fase]().gegeven(_SYSTEEM("MeldAgendaplek", agenda="AGENDA-X", bron=1, checklist=[[fase, punt]]))


BEELD_ROND = manager("LaatPartnerUittreden", partner=v.NETBEHEER, reden="stopt")
# For each gate: the life in which only this gate is shut, what it says is missing, and what opens it.
GEVALLEN: dict[str, tuple[Callable[[], Verhaal], str, tuple[Zet, ...]]] = {
    "F1/S1-04": (lambda: _f1().gegeven(v.flevo("F1")), "betekent voor de Flevolander", (v.BETEKENIS,)),
    "F1/S1-31": (lambda: _f1().gegeven(v.BETEKENIS), "zes Flevo-principes", (v.flevo("F1"),)),
    "F2/S1-10": (lambda: v.in_f2().gegeven(v.AMBITIE, *v.BEELD), "besluit van PS over de kaders", v.KADER),
    "F2/S2-08": (lambda: v.in_f2().gegeven(*v.KADER, *v.BEELD), "gezamenlijke_ambitie", (v.AMBITIE,)),
    "F2/S0-16": (
        lambda: v.in_f2().gegeven(*v.KADER, v.AMBITIE, *v.BEELD[:2]),
        "gedeeld beeld met regionale netbeheerder",
        (BEELD_ROND,),
    ),
    "F3/S3-09": (lambda: _f3().gegeven(*_zonder(VAN_F3, v.KERNWAARDEN)), "alle vijf", (v.KERNWAARDEN,)),
    "F3/S3-13": (
        lambda: _f3().gegeven(*_zonder(VAN_F3, v.rolkeuze("F3"))),
        "rolkeuze voor fase F3",
        (v.rolkeuze("F3"),),
    ),
    "F3/S1-31": (lambda: _f3().gegeven(*_zonder(VAN_F3, v.flevo("F3"))), "moment F3", (v.flevo("F3"),)),
    "F3/S3-03": (lambda: _f3().gegeven(*_zonder(VAN_F3, v.ROL_NA_AFLOOP)), "rol_na_afloop", (v.ROL_NA_AFLOOP,)),
    "F3/5.1": (lambda: _f3().gegeven(*_zonder(VAN_F3, PLANNEN)), "pilotplan", (PLANNEN,)),
    "F3/S3-07": (_een_kandidaat, "tweede kandidaat", _opnieuw_vergeleken()),
    "F3/vorm": (lambda: _zonder_vorm()[0], "die in werking is", _zonder_vorm()[1]),
    "F4/5.1": (lambda: v.pilot_loopt().gegeven(*VAN_F4[1:]), "afgerond of gestopt", VAN_F4[:1]),
    "F4/S0-12": (lambda: v.pilot_loopt().gegeven(VAN_F4[0], VAN_F4[2]), "reflectie voor fase F4", VAN_F4[1:2]),
    "F4/S3-13": (lambda: v.pilot_loopt().gegeven(*VAN_F4[:2]), "rolkeuze voor fase F4", VAN_F4[2:]),
    "F5/5.1": (
        lambda: v.in_f5().gegeven(*VAN_F5, manager("StartEvaluatie", pilots=["P1"], evaluator="bureau", kort=True)),
        "een evaluatie",
        (*EVALUATIE[1:], VERVOLG),
    ),
    "F5/S0-25": (lambda: v.in_f5().gegeven(*VAN_F5, *EVALUATIE), "vervolg na evaluatie E1", (VERVOLG,)),
    "F5/S1-31": (lambda: v.geevalueerd().gegeven(*VAN_F5[1:]), "moment F5", VAN_F5[:1]),
    "F5/S0-12": (lambda: v.geevalueerd().gegeven(VAN_F5[0], *VAN_F5[2:]), "reflectie voor fase F5", VAN_F5[1:2]),
    "F5/S1-24": (lambda: v.geevalueerd().gegeven(*VAN_F5[:-1]), "leervraag L3", VAN_F5[-1:]),
    "F1/S3-24": (lambda: _met_les(_f1().gegeven(v.BETEKENIS, v.flevo("F1")), "F1"), LES_ELDERS, (_antwoord("F1"),)),
    "F3/S3-24": (lambda: _met_les(_f3().gegeven(*VAN_F3), "F3"), LES_ELDERS, (_antwoord("F3"),)),
    **{
        f"{fase}/S0-23": ((lambda fase=fase: _met_checklist(fase)), "Is de buurt gehoord?", (CHECKLIST,))
        for fase in ("F1", "F2", "F3", "F4", "F5", "F6")
    },
    "F6/S3-26": (lambda: _f6(), "les met een actie", (LES,)),
    "F6/S0-15": (lambda: _f6(), "minstens een les", (LES,)),
}
NAAR = {"F1": "F2", "F2": "F3", "F3": "F4", "F4": "F5", "F5": "F6"}
# Asked at every gate, but it can't be unlearned once known: shown from a life that skipped telling it in F1.
BETEKENIS_LATER = {"F2/S1-04", "F3/S1-04", "F4/S1-04", "F5/S1-04", "F6/S1-04"}
# Asked when the form is chosen, before anything of the form can be done.
BIJ_DE_KEUZE = {"F3/S4-03", "F3/S3-06", "F3/C16"}


def _f6() -> Verhaal:
    return v.geevalueerd().gegeven(*VAN_F5, manager("GaNaarFase", naar="F6"))


def _verder(fase: str) -> Zet:
    if fase == "F6":
        return manager("SluitAf", uitkomst="opschalen", reden="het werkt")
    return manager("GaNaarFase", naar=NAAR[fase])


def test_elke_poort_van_het_reglement_heeft_hier_een_geval() -> None:
    assert {p.code for p in v.REGLEMENT.poorten} == {*GEVALLEN} | BETEKENIS_LATER | BIJ_DE_KEUZE
    assert {p.eis for p in v.REGLEMENT.poorten} == {*poorten.EISEN}


@pytest.mark.parametrize("code", GEVALLEN)
def test_een_dichte_poort_noemt_wat_ontbreekt_en_gaat_daarmee_open(code: str) -> None:
    gegeven_, mist, sleutel = GEVALLEN[code]
    fase = code.split("/")[0]
    dicht = gegeven_()
    voor = dicht.als(_verder(fase)).geweigerd(ontbreekt=code)
    assert any(code in regel and mist in regel for regel in voor.neen.ontbreekt), voor.neen
    assert voor.stand.leven.fase == dicht.stand.leven.fase
    open_ = dicht.gegeven(*sleutel).als(_verder(fase))
    assert open_.neen is None, open_.neen


@pytest.mark.parametrize("code", sorted(BETEKENIS_LATER))
def test_zonder_betekenis_voor_de_flevolander_gaat_geen_enkele_poort_open(code: str) -> None:
    fase = Fase(code.split("/")[0])
    verhaal = v.in_f6()
    bladen = {k: b for k, b in verhaal.stand.bladen.items() if k != "betekenis"}
    regels = poorten.uit(verhaal.stand.met(bladen=bladen), v.REGLEMENT, fase)
    assert any(poort.code == code and mist for poort, mist in regels)
    assert all(not mist for poort, mist in poorten.uit(verhaal.stand, v.REGLEMENT, fase) if poort.code == code)  # type: ignore[arg-type]


@pytest.mark.parametrize(("blad", "code"), [(v.INHOUD, "F3/S4-03"), (v.WAAROM, "F3/S3-06")])
def test_inhoud_en_waarom_gaan_voor_de_keuze_van_een_vorm(blad: Zet, code: str) -> None:
    ander = v.WAAROM if blad is v.INHOUD else v.INHOUD
    start, *toets, kies = v.vorm("CONVENANT")
    verhaal = v.in_f3().gegeven(ander, start, *toets)
    verhaal.als(kies).geweigerd(ontbreekt=code)
    verhaal.gegeven(blad).als(kies).dan("OrganiseervormGekozen")


def test_publiek_gaat_voor_privaat_en_dat_passeert_niemand() -> None:
    """C16 rests on PW 158 lid 2: no motivation, no private legal person, also not with a reason."""
    start, kies = v.vorm("STICHTING")
    zonder = {k: w for k, w in kies.inhoud.items() if k != "publiek_belang"} | {"passeer": ["F3/C16"]}
    verhaal = v.in_f3().gegeven(*v.VOOR_DE_KEUZE, start)
    verhaal.als(Zet(portefeuillehouder.door, zonder)).geweigerd("PW 158 lid 2", ontbreekt="publiek_belang")
    verhaal.als(kies).dan("OrganiseervormGekozen")


@pytest.mark.parametrize("wie", [manager, portefeuillehouder])
def test_een_huispoort_passeren_is_een_feit_met_reden_en_telt_mee(wie: v.Spreker) -> None:
    door = _f1().gegeven(v.BETEKENIS).als(wie("GaNaarFase", naar="F2", reden="haast bij het net", passeer=["F1/S1-31"]))
    door.dan("PoortGepasseerd", "FaseBegonnen")
    assert ". Het ontbrak aan: " in vertel(door.laatste[0])
    feit = door.het("PoortGepasseerd")
    assert feit.reden == "haast bij het net"
    assert "Flevo-principes" in feit.ontbrak[0]
    assert len(door.stand.leven.gepasseerd) == 1


def test_een_huispoort_passeren_mag_niet_iedereen_en_niet_zonder_reden() -> None:
    verhaal = _f1().gegeven(v.BETEKENIS)
    door = {"naar": "F2", "passeer": ["F1/S1-31"]}
    verhaal.als(opdrachtgever("GaNaarFase", **door, reden="haast")).geweigerd("bevoegdheid")
    verhaal.als(manager("GaNaarFase", **door)).geweigerd("reden")


def test_een_open_poort_passeren_laat_geen_spoor_na() -> None:
    klaar = _f1().gegeven(v.BETEKENIS, v.flevo("F1"))
    klaar.als(manager("GaNaarFase", naar="F2", passeer=["F1/S1-31"], reden="zeker weten")).dan("FaseBegonnen")


@pytest.mark.parametrize("wie", [manager, portefeuillehouder])
def test_een_wettelijke_poort_passeert_niemand(wie: v.Spreker) -> None:
    verhaal, zetten = _zonder_vorm()
    alles = [p.code for p in v.REGLEMENT.poorten]
    verhaal.als(wie("GaNaarFase", naar="F4", reden="moet", passeer=alles)).geweigerd("PW 158", ontbreekt="F3/vorm")
    verhaal.gegeven(*zetten).als(wie("GaNaarFase", naar="F4", reden="moet", passeer=alles)).dan("FaseBegonnen")


def test_een_gesprekstafel_vraagt_minder_dan_een_gemeenschappelijke_regeling() -> None:
    def gevraagd(code: str) -> set[str]:
        return {p.code for p, _ in poorten.uit(v.gekozen(code).stand, v.REGLEMENT, Fase.ORGANISEERVORM)}

    licht, zwaar = gevraagd("LEERNETWERK"), gevraagd("OPENBAAR_LICHAAM")
    assert licht < zwaar
    assert {"F3/S3-09", "F3/S1-31", "F3/S3-03"} <= zwaar - licht


def test_een_licht_pilotplan_hoeft_minder_te_bevatten_dan_een_zwaar() -> None:
    kaal = {k: w for k, w in v.PLAN.items() if k not in ("exitplan", "avg_getoetst", "begin")}
    kaal["indicatoren"] = [{"naam": "piek", "eenheid": "MW"}]
    plan = manager("StelPilotplanOp", titel="hub", plan=kaal, traject="VT1")
    licht = v.in_werking("LEERNETWERK").gegeven(v.rolkeuze("F3"), plan)
    licht.als(manager("GaNaarFase", naar="F4")).dan("FaseBegonnen")
    zwaar = v.in_werking("CONVENANT").gegeven(*_zonder(VAN_F3, PLANNEN), plan).als(manager("GaNaarFase", naar="F4"))
    for wat in ("exitplan", "AVG-toets", "begindatum", "nulmeting van piek", "streefwaarde van piek"):
        zwaar.geweigerd(ontbreekt=wat)


def test_een_partner_die_trekt_is_eigenaar_en_passeert_een_huispoort() -> None:
    trekt = _f1().gegeven(v.BETEKENIS, manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="afspraak"))
    door = {"naar": "F2", "passeer": ["F1/S1-31"], "reden": "haast"}
    trekt.als(partner(v.DRONTEN)("GaNaarFase", **door)).dan("PoortGepasseerd", "FaseBegonnen")
    trekt.als(partner(v.ZEEWOLDE)("GaNaarFase", **door)).geweigerd("bevoegdheid")


def test_ps_kunnen_besluiten_dat_er_geen_kader_nodig_is() -> None:
    open_, voor, besluit = v.KADER
    geen = griffier(
        "LegBesluitVast",
        **{**{k: w for k, w in besluit.inhoud.items() if k != "soort"}, "resultaat": "geen_kader_nodig"},
    )
    verhaal = v.in_f2().gegeven(v.AMBITIE, *v.BEELD, open_, voor, geen)
    verhaal.als(manager("GaNaarFase", naar="F3")).dan("FaseBegonnen")


def test_ook_een_korte_evaluatie_alleen_opent_f5_niet_zonder_besluit_over_het_vervolg() -> None:
    """A short one needs no follow-up beside a full one, but something must have been decided about what follows."""
    kort = manager("StartEvaluatie", pilots=["P1"], evaluator="bureau", kort=True)
    verhaal = v.in_f5().gegeven(*VAN_F5, kort, *EVALUATIE[1:])
    verhaal.als(_verder("F5")).geweigerd("F5/S0-25", ontbreekt="een besluit over het vervolg")
    verhaal.gegeven(VERVOLG).als(_verder("F5")).dan("FaseBegonnen")
    v.geevalueerd().gegeven(*VAN_F5, kort).als(_verder("F5")).dan("FaseBegonnen")


def test_een_reflectie_van_een_vorig_verblijf_in_de_fase_telt_niet() -> None:
    """F4 and F5 are each reflected on again in a second round; saying the same again is a reflection too."""
    terug = v.geevalueerd("aanpassen_en_verlengen").gegeven(
        *VAN_F5, manager("GaNaarFase", naar="F4", reden="tweede ronde")
    )
    terug.als(_verder("F4")).geweigerd(ontbreekt="F4/S0-12")
    weer = terug.gegeven(v.reflectie("F4"), _verder("F4"))
    weer.als(_verder("F5")).geweigerd(ontbreekt="F5/S0-12")
    weer.gegeven(v.reflectie("F5")).als(_verder("F5")).dan("FaseBegonnen")
