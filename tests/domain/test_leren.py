"""Learning: stories and conversations are kept, lessons are validated by partners, and come back elsewhere."""

from datetime import date, timedelta
from typing import Any

import pytest
import verhaal as v
from verhaal import evaluator, manager, overbrenger, partner, portefeuillehouder, spreker

from domain import kern
from domain.basis import LATERE_FUNCTIES, Fase
from domain.beeld.mogelijk import mogelijkheden
from domain.feit import Feit
from domain.gevolg import Bericht, Overbrengen
from domain.gevolgen import gevolgen
from domain.overbrengen import opdrachten
from domain.stand import Begin
from domain.zinnen import vertel

systeem = overbrenger
VERHAAL = {
    "titel": "De warmte kwam van de buren",
    "verteller_functie": "wijkregisseur",
    "context": "Een dorp zonder gas.",
    "praktijk": "Bewoners vroegen zelf een gesprek aan.",
    "waardering": "goed",
}
AANBOD: dict[str, Any] = {"les": "FL-2024-01/L1", "titel": "Leg datalevering vast", "waarom": ["zelfde thema"]}
TWEEDE: dict[str, Any] = {"les": "FL-2024-02/L3", "titel": "Begin met het gesprek", "regel": "Vraag eerst."}
START_AGENDA = manager("StartAgenda", titel="Regionale agenda", gebied="Flevoland", van="2025-01-01", tot="2028-12-31")
MELD: dict[str, Any] = {"les": "L1", "in_opgave": "FL-2025-09", "bron": 7}


def _bied(*lessen: dict[str, Any], moment: str = "F1") -> v.Zet:
    return systeem("BiedLessenAan", moment=moment, lessen=list(lessen))


def _antwoord(les: str, antwoord: str = "toegepast", reden: str = "past hier goed") -> v.Zet:
    return manager("BeantwoordLesaanbod", les=les, moment="F1", antwoord=antwoord, reden=reden)


def _valideer(wie: str, klopt: bool = True, **meer: Any) -> v.Zet:
    return partner(wie)("ValideerLes", les="L1", partner=wie, klopt=klopt, **meer)


def _met_les() -> v.Verhaal:
    return v.in_f2().gegeven(manager("LegLesVast", titel="Bel eerst", aanbeveling="Bel voor u schrijft."))


def _feit(verhaal: v.Verhaal, soort: str) -> Feit:
    return next(f for f in reversed(verhaal.alles) if f.inhoud.soort == soort)


# Conversations, stories, tasks


def test_een_gesprek_en_een_bronverhaal_blijven_bewaard_ook_op_een_agenda() -> None:
    """Row S0-13 and S1-23; a story has an id that lessons can rest on."""
    agenda = v.Verhaal(stand=kern.begin(Begin(opgave="AGENDA-FLEVOLAND", reglement="r2026_4")))
    for begin in (v.in_f2(), agenda.gegeven(START_AGENDA)):
        verhaal = begin.gegeven(
            manager("LegGesprekVast", doelgroep="statenleden", gelegenheid="statendag", opbrengst="PS willen cijfers"),
            spreker("brigadelid")("LegBronverhaalVast", inhoud=VERHAAL),
        )
        (gesprek,) = verhaal.stand.gesprekken
        assert (gesprek.doelgroep, gesprek.op) == ("statenleden", verhaal.vandaag)
        assert verhaal.stand.verhalen["BV1"].inhoud.titel == VERHAAL["titel"]


def test_een_les_rust_op_bronverhalen_die_er_zijn() -> None:
    les = manager("LegLesVast", titel="x", bronverhalen=["BV1"])
    v.in_f2().als(les).geweigerd("bronverhaal")
    met = v.in_f2().gegeven(manager("LegBronverhaalVast", inhoud=VERHAAL), les)
    assert met.stand.lessen["L1"].bronverhalen == ("BV1",)


def test_een_interview_is_een_afspraak_van_de_participatiebrigade_met_een_termijn() -> None:
    vraag: dict[str, Any] = {"over": "de warmte", "met_wie": "bewoners van Oostrand"}
    verhaal = v.in_f2().als(evaluator("VraagInterview", **vraag, uiterlijk="2025-06-02"))
    verhaal.dan("InterviewGevraagd", "AfspraakGemaakt", "TermijnGestart")
    (id_,) = (f.interview for f in verhaal.feiten("InterviewGevraagd"))
    assert verhaal.stand.afspraken[id_].wie == "brigadelid"
    assert verhaal.stand.termijnen[f"{id_}/H01"].einde == date(2025, 6, 2)
    post = gevolgen(_feit(verhaal, "AfspraakGemaakt"))
    assert [b.aan for b in post if isinstance(b, Bericht)] == [("brigadelid",)]
    v.in_f2().als(manager("VraagInterview", **vraag, uiterlijk="2025-01-06")).geweigerd("uiterlijk")
    klaar = verhaal.als(manager("RondAfspraakAf", afspraak=id_, resultaat="gehouden"))
    klaar.dan("AfspraakAfgerond", "TermijnGehaald")


def test_een_leeractie_is_een_afspraak_van_een_functie_of_partner_en_noemt_haar_les() -> None:
    actie: dict[str, Any] = {
        "leersoort": "governancestijl",
        "tekst": "Oefen met de markt",
        "voor": "managers",
        "uiterlijk": "2025-09-01",
    }
    les = _met_les()
    verhaal = les.als(manager("StartLeeractie", **actie, eigenaar="provinciesecretaris", les="FL-2025-01/L1"))
    verhaal.dan("LeeractieGestart", "AfspraakGemaakt", "TermijnGestart")
    (gestart,) = verhaal.stand.leeracties.values()
    assert (gestart.les, gestart.leersoort) == ("FL-2025-01/L1", "governancestijl")
    assert verhaal.stand.afspraken[gestart.id].bron == "les"
    les.als(manager("StartLeeractie", **actie, eigenaar="Jan")).geweigerd("wie")
    les.als(manager("StartLeeractie", **actie, eigenaar="GS", les="FL-2025-01/L9")).geweigerd("les", ontbreekt="L1")
    les.als(manager("StartLeeractie", **actie, eigenaar=v.DRONTEN)).dan_ook("LeeractieGestart")
    for later in LATERE_FUNCTIES:
        les.als(manager("StartLeeractie", **actie, eigenaar=later)).dan_ook("LeeractieGestart")
        les.als(manager("MaakAfspraak", tekst="bel", wie=later)).dan("AfspraakGemaakt")
        oud = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_3"))).gegeven(v.START)
        oud.als(manager("MaakAfspraak", tekst="bel", wie=later)).geweigerd("wie", "geen functie")


# Validation by partners


def test_een_les_is_gevalideerd_als_alle_partners_die_meedoen_het_zeggen() -> None:
    verhaal = _met_les()
    partners = [p.id for p in verhaal.stand.partners.values() if p.doet_mee]
    assert len(partners) > 1
    for wie in partners[:-1]:
        verhaal = verhaal.als(_valideer(wie)).dan("LesGevalideerd")
    namens = manager("ValideerLes", les="L1", partner=partners[-1], klopt=True)
    verhaal.als(namens).geweigerd("kanaal", "hoe u dat hoorde")
    verhaal = verhaal.als(manager(**{**namens.inhoud, "kanaal": "telefoon"}))
    verhaal.dan("LesGevalideerd", "LesstatusGewijzigd")
    assert verhaal.stand.lessen["L1"].namens[partners[-1]].kanaal == "telefoon"
    assert "niet zelf vastgelegd, gehoord per telefoon" in vertel(_feit(verhaal, "LesGevalideerd"))
    assert not verhaal.als(_valideer(partners[-1])).dan("LesGevalideerd").stand.lessen["L1"].namens
    assert verhaal.stand.lessen["L1"].status == "gevalideerd"
    terug = verhaal.als(_valideer(partners[0], klopt=False, toelichting="het was anders"))
    terug.dan("LesGevalideerd", "LesstatusGewijzigd")
    assert terug.stand.lessen["L1"].status == "concept"
    assert partners[0] not in terug.stand.lessen["L1"].gevalideerd_door


def test_een_partner_valideert_alleen_voor_zichzelf() -> None:
    verhaal = _met_les()
    verhaal.als(partner(v.DRONTEN)("ValideerLes", les="L1", partner=v.ZEEWOLDE, klopt=True)).geweigerd("bevoegdheid")
    verhaal.als(_valideer(v.DRONTEN, klopt=False)).geweigerd("toelichting")
    verhaal.gegeven(_valideer(v.DRONTEN)).als(_valideer(v.DRONTEN)).geweigerd("les", "al gevalideerd")
    weg = verhaal.gegeven(manager("WijzigLesstatus", les="L1", status="vervallen"))
    weg.als(_valideer(v.DRONTEN)).geweigerd("status")


def test_een_partner_die_zegt_dat_een_les_niet_klopt_wordt_gehoord() -> None:
    """The lesson stays a draft, and the manager gets post that says what is wrong."""
    verhaal = _met_les().als(_valideer(v.DRONTEN, klopt=False, toelichting="wij belden wel"))
    assert verhaal.stand.lessen["L1"].status == "concept"
    (bericht,) = gevolgen(_feit(verhaal, "LesGevalideerd"))
    assert isinstance(bericht, Bericht)
    assert bericht.aan == ("opgavemanager",)
    assert "wij belden wel" in bericht.alineas[0]
    goed = _met_les().gegeven(_valideer(v.DRONTEN))
    assert gevolgen(_feit(goed, "LesGevalideerd")) == ()


# Lessons that come back


def test_bij_het_begin_en_bij_de_vorm_worden_lessen_gezocht_onder_dit_reglement() -> None:
    """Carried to the opgave itself; a life under an older reglement is left alone."""
    begin = v.in_f2()
    gestart, fase = _feit(begin, "OpgaveGestart"), _feit(begin, "FaseBegonnen")
    (naar_zelf,) = (g for g in gevolgen(gestart) if isinstance(g, Overbrengen))
    ((naar, inhoud),) = opdrachten(begin.stand, gestart, naar_zelf)
    assert (naar, inhoud) == (begin.stand.opgave, {"soort": "BiedLessenAan", "moment": "F1", "lessen": []})
    assert opdrachten(begin.stand.met(reglement="r2026_3"), gestart, naar_zelf) == ()
    for waar, momenten in ((Fase.VERKENNING, []), (Fase.ORGANISEERVORM, ["F3"]), (Fase.PILOT, [])):
        nu = fase.met(inhoud=fase.inhoud.met(fase=waar))
        gezocht = [g.inhoud for g in gevolgen(nu) if isinstance(g, Overbrengen)]
        assert [i["moment"] for i in gezocht if i["soort"] == "BiedLessenAan"] == momenten


def test_aangeboden_lessen_vragen_een_antwoord_en_het_laatste_sluit_de_termijn() -> None:
    verhaal = v.in_f2().als(_bied(AANBOD, TWEEDE)).dan("LessenAangeboden", "TermijnGestart")
    assert verhaal.stand.termijnen["lesaanbod.F1/H16"].geadresseerde == "opgavemanager"
    (bericht,) = gevolgen(_feit(verhaal, "LessenAangeboden"))
    assert isinstance(bericht, Bericht)
    assert "zelfde thema" in bericht.alineas[1]
    verhaal = verhaal.als(_antwoord(AANBOD["les"])).dan("LesaanbodBeantwoord")
    nee = portefeuillehouder(
        "BeantwoordLesaanbod", les=TWEEDE["les"], moment="F1", antwoord="niet_van_toepassing", reden="geen inwoners"
    )
    verhaal = verhaal.als(nee).dan("LesaanbodBeantwoord", "TermijnGehaald")
    assert {a.antwoord for a in verhaal.stand.lesaanbod.values()} == {"toegepast", "niet_van_toepassing"}


def test_niets_gevonden_wordt_vastgelegd_zonder_vraag() -> None:
    leeg = v.in_f2().als(_bied()).dan("LessenAangeboden")
    assert "er paste er geen" in vertel(_feit(leeg, "LessenAangeboden"))
    assert gevolgen(_feit(leeg, "LessenAangeboden")) == ()


def test_een_antwoord_kan_later_anders_zijn_maar_niet_twee_keer_hetzelfde() -> None:
    verhaal = v.in_f2().gegeven(_bied(AANBOD), _antwoord(AANBOD["les"]))
    verhaal.als(_antwoord(AANBOD["les"])).geweigerd("les", "al zo beantwoord")
    anders = verhaal.als(_antwoord(AANBOD["les"], "niet_toegepast", "geen geld")).dan("LesaanbodBeantwoord")
    assert anders.stand.lesaanbod[f"F1:{AANBOD['les']}"].reden == "geen geld"


def test_wat_niet_of_op_een_ander_moment_is_aangeboden_is_niet_te_beantwoorden() -> None:
    verhaal = v.in_f2().gegeven(_bied(AANBOD))
    verhaal.als(_antwoord(TWEEDE["les"])).geweigerd("les", ontbreekt=AANBOD["les"])
    zet = manager("BeantwoordLesaanbod", les=AANBOD["les"], moment="F3", antwoord="toegepast", reden="x")
    verhaal.als(zet).geweigerd("les")


@pytest.mark.parametrize(
    ("lessen", "reden"),
    [
        ([{**AANBOD, "les": "FL-2025-01/L1"}], "van de opgave zelf"),
        ([AANBOD, AANBOD], "twee keer"),
        ([{**AANBOD, "les": f"FL-2024-{nr:02d}/L1"} for nr in range(1, 7)], "hoogstens 5"),
    ],
)
def test_een_aanbod_dat_niet_kan_wordt_geweigerd(lessen: list[dict[str, Any]], reden: str) -> None:
    v.in_f2().als(_bied(*lessen)).geweigerd("lessen", reden)


def test_wat_al_is_aangeboden_komt_niet_nog_een_keer() -> None:
    """An opgave that comes to F3 again is offered what is new only; a running term goes on."""
    verhaal = v.in_f2().gegeven(_bied(AANBOD)).als(_bied(AANBOD, TWEEDE)).dan("LessenAangeboden")
    assert [a.les for a in verhaal.het("LessenAangeboden").lessen] == [TWEEDE["les"]]
    assert len(verhaal.stand.lesaanbod) == 2


def test_een_aangeboden_les_zonder_antwoord_houdt_de_poort_dicht() -> None:
    verhaal = v.gegeven(*v.BEGONNEN).gegeven(_bied(AANBOD))
    dicht = verhaal.als(manager("GaNaarFase", naar="F2"))
    assert any(AANBOD["les"] in mist for mist in dicht.neen.ontbreekt)
    open_ = verhaal.gegeven(_antwoord(AANBOD["les"])).als(manager("GaNaarFase", naar="F2"))
    assert not any(AANBOD["les"] in mist for mist in (open_.neen.ontbreekt if open_.neen else ()))


def test_een_antwoord_gaat_terug_naar_de_opgave_van_de_les() -> None:
    verhaal = v.in_f2().gegeven(_bied(AANBOD), _antwoord(AANBOD["les"]))
    feit = _feit(verhaal, "LesaanbodBeantwoord")
    (gevolg,) = gevolgen(feit)
    assert isinstance(gevolg, Overbrengen)
    assert gevolg.naar == "FL-2024-01"
    inhoud = {"soort": "MeldHergebruik", "les": "L1", "in_opgave": "FL-2025-01", "antwoord": "toegepast"}
    assert gevolg.inhoud == {**inhoud, "bron": feit.seq}


def test_het_eerste_gebruik_elders_maakt_een_vastgestelde_les_een_toegepaste() -> None:
    vast = _met_les().gegeven(manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"))
    verhaal = vast.als(systeem("MeldHergebruik", **MELD, antwoord="toegepast"))
    verhaal.dan("LesHergebruikt", "LesstatusGewijzigd")
    tweede = {**MELD, "in_opgave": "FL-2025-10"}
    verhaal = verhaal.als(systeem("MeldHergebruik", **tweede, antwoord="toegepast")).dan("LesHergebruikt")
    assert {h.in_opgave for h in verhaal.stand.hergebruik} == {"FL-2025-09", "FL-2025-10"}
    _met_les().als(systeem("MeldHergebruik", **MELD, antwoord="toegepast")).dan("LesHergebruikt")  # still a draft
    vast.als(systeem("MeldHergebruik", **MELD, antwoord="niet_toegepast")).dan("LesHergebruikt")


def test_ouder_nieuws_over_hergebruik_verandert_niets() -> None:
    """A later answer replaces an earlier one; what comes late or twice is refused."""
    verhaal = _met_les().gegeven(systeem("MeldHergebruik", **MELD, antwoord="toegepast"))
    verhaal.als(systeem("MeldHergebruik", **MELD, antwoord="toegepast")).geweigerd("les", "al bekend")
    later = verhaal.gegeven(systeem("MeldHergebruik", **{**MELD, "bron": 9}, antwoord="niet_toegepast"))
    assert [h.antwoord for h in later.stand.hergebruik] == ["niet_toegepast"]
    verhaal.als(systeem("MeldHergebruik", **{**MELD, "les": "L9"}, antwoord="toegepast")).geweigerd("les")


def test_alleen_het_systeem_meldt_hergebruik() -> None:
    _met_les().als(manager("MeldHergebruik", **MELD, antwoord="toegepast")).geweigerd("bevoegdheid")


def test_kan_noemt_het_antwoord_dat_wacht_en_de_controle_die_weer_komt() -> None:
    """What people can do now shows what is asked of them, each time it is asked."""

    def kan(verhaal: v.Verhaal) -> set[str]:
        return {m.opdracht for m in mogelijkheden(verhaal.stand, manager.door, verhaal.nu) if m.kan}

    wacht = v.in_f2().gegeven(_bied(AANBOD))
    (vraag,) = (m for m in mogelijkheden(wacht.stand, manager.door, wacht.nu) if m.opdracht == "BeantwoordLesaanbod")
    assert vraag.formulier["antwoord"] == "<toegepast|niet_van_toepassing|niet_toegepast>"
    assert "BeantwoordLesaanbod" not in kan(wacht.gegeven(_antwoord(AANBOD["les"])))
    les = _met_les().gegeven(manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"))
    assert "ControleerLes" not in kan(les)
    nee = les.later(days=175).gegeven(manager("ControleerLes", les="L1", in_praktijk_gebracht="nee")).later(days=175)
    assert "ControleerLes" in kan(les.later(days=175)) & kan(nee)
    assert "ControleerLes" not in kan(nee.gegeven(manager("ControleerLes", les="L1", in_praktijk_gebracht="ja")))


# The course of a lesson


def test_een_les_zonder_aanbeveling_of_actie_is_niet_vast_te_stellen() -> None:
    kaal = v.in_f2().gegeven(manager("LegLesVast", titel="alleen een notitie"))
    kaal.als(manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast")).geweigerd(
        "S3-26", ontbreekt="aanbeveling"
    )
    _met_les().als(manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast")).dan_ook(
        "LesstatusGewijzigd"
    )


@pytest.mark.parametrize("status", ["toegepast", "concept"])
def test_een_les_gaat_vooruit(status: str) -> None:
    _met_les().als(manager("WijzigLesstatus", les="L1", status=status)).geweigerd("status")


def test_wat_nog_geen_praktijk_is_wordt_na_een_half_jaar_weer_gevraagd() -> None:
    verhaal = _met_les().gegeven(manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"))
    for antwoord in ("nee", "deels"):
        verhaal = verhaal.later(days=175).als(manager("ControleerLes", les="L1", in_praktijk_gebracht=antwoord))
        verhaal.dan_ook("LesGecontroleerd", "TermijnGehaald", "TermijnGestart")
        assert verhaal.stand.termijnen["L1/T22"].einde == verhaal.vandaag + timedelta(weeks=26)
    verhaal.als(manager("WijzigLesstatus", les="L1", status="vervallen")).dan_ook("TermijnVervallen")
    verhaal.als(manager("ControleerLes", les="L1", in_praktijk_gebracht="ja")).geweigerd("S0-28", "na een half jaar")
    klaar = verhaal.later(days=175).als(manager("ControleerLes", les="L1", in_praktijk_gebracht="ja"))
    klaar.dan("LesGecontroleerd", "TermijnGehaald")
    assert not any(t.loopt for t in klaar.stand.termijnen.values() if t.code == "T22")


def test_zonder_het_woord_van_elke_partner_zegt_wie_vaststelt_waarom() -> None:
    """S0-28: the reason stands with the fact, and with the lesson."""
    for status in ("gevalideerd", "vastgesteld"):
        stel = manager("WijzigLesstatus", les="L1", status=status)
        _met_les().gegeven(_valideer(v.DRONTEN)).als(stel).geweigerd("toelichting", "Niet elke partner", v.ZEEWOLDE)
        toch = _met_les().als(manager(**stel.inhoud, toelichting="de netbeheerder is opgeheven"))
        assert "opgeheven" in vertel(toch.dan_ook("LesstatusGewijzigd").laatste[0])
        assert "opgeheven" in toch.stand.lessen["L1"].status_waarom
    allen = _met_les().gegeven(*(_valideer(p.id) for p in _met_les().stand.partners.values() if p.doet_mee))
    allen.als(manager("WijzigLesstatus", les="L1", status="vastgesteld")).dan("LesstatusGewijzigd", "TermijnGestart")


def test_een_les_die_niet_in_gebruik_is_wordt_niet_gecontroleerd() -> None:
    _met_les().als(manager("ControleerLes", les="L1", in_praktijk_gebracht="ja")).geweigerd("status", "in gebruik")


@pytest.mark.parametrize("was", ["gevalideerd", "vastgesteld"])
def test_wie_elders_terugkomt_op_een_les_maakt_haar_weer_wat_zij_was(was: str) -> None:
    """Only what use elsewhere made, and only when nobody else uses her."""
    les = _met_les().gegeven(manager("WijzigLesstatus", les="L1", status=was, toelichting="er is haast"))
    een = les.gegeven(systeem("MeldHergebruik", **MELD, antwoord="toegepast"))
    ander = {**MELD, "in_opgave": "FL-2025-10"}
    terug = systeem("MeldHergebruik", **{**MELD, "bron": 9}, antwoord="niet_toegepast")
    nog = een.gegeven(systeem("MeldHergebruik", **ander, antwoord="toegepast")).als(terug).dan("LesHergebruikt")
    assert nog.stand.lessen["L1"].status == "toegepast"
    weer = een.als(terug).dan_ook("LesHergebruikt", "LesstatusGewijzigd")
    assert weer.stand.lessen["L1"].status == was
    assert any(t.loopt for t in weer.stand.termijnen.values() if t.code == "T22") == (was == "vastgesteld")
    zelf = les.gegeven(manager("WijzigLesstatus", les="L1", status="toegepast"))
    zelf = zelf.gegeven(systeem("MeldHergebruik", **MELD, antwoord="toegepast"))
    assert zelf.als(terug).dan("LesHergebruikt").stand.lessen["L1"].status == "toegepast"
