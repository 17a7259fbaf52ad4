"""Reminders that fit people: in office hours, not in a reces, held, redirected or with a sentence, and kind first."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import verhaal as v
from hypothesis import given, settings
from hypothesis import strategies as st
from verhaal import Verhaal, gegeven, manager, opdrachtgever, partner

from domain import kern
from domain.feit import Feit
from domain.gevolg import Adres, Bericht
from domain.gevolgen import adressen, gevolgen
from domain.kalender import DAG, lokaal, lokale_datum, op
from domain.kantoor import eerste_dag, na_kantoor, opening
from domain.orgaan import Reces
from domain.regels import herinnerplan, termijnen
from domain.reglement.postregels import Postregels
from domain.reglement.register import reglement
from domain.stand import Begin
from domain.taal.termijnen import HerinneringVerstuurd
from domain.zinnen import vertel

TERMIJN = "V1/T17"
EINDE = date(2025, 3, 31)
VRAAG = manager("VraagPartner", aan=[v.DRONTEN], vraag="cijfers")
ANTWOORD = partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="hier")
POST = Postregels.model_validate(v.REGLEMENT.post)
KALENDER = v.REGLEMENT.kalender


def gevraagd() -> Verhaal:
    return gegeven(*v.BEGONNEN, VRAAG)


def tot(verhaal: Verhaal, dag: date, uur: int = 10) -> Verhaal:
    """Time passes as the shell lets it: from one due moment to the next, up to this hour (UTC)."""
    einde = datetime.combine(dag, time(uur), UTC)
    while (moment := kern.volgend_moment(verhaal.stand, verhaal.nu)) and moment <= einde:
        verhaal = verhaal._stap(max(moment, verhaal.nu), None)
        assert verhaal.laatste, "a due moment leaves a fact, or it would be due for ever"
    return verhaal._stap(einde, None)


def bij(doe: str, **meer: Any) -> v.Zet:
    return manager("StuurHerinneringBij", termijn=TERMIJN, doe=doe, reden="reden", **meer)


def gestuurd(verhaal: Verhaal, termijn: str = TERMIJN) -> list[HerinneringVerstuurd]:
    return [f for f in verhaal.feiten("HerinneringVerstuurd") if f.termijn == termijn]


def treden(verhaal: Verhaal) -> list[tuple[str, str]]:
    return [(f.trede, f.aan) for f in gestuurd(verhaal)]


def feiten(verhaal: Verhaal, soort: str = "HerinneringVerstuurd", termijn: str = TERMIJN) -> list[tuple[Feit, Any]]:
    """The facts of one kind about one term, each with its content."""
    alle: list[tuple[Feit, Any]] = [(f, f.inhoud) for f in verhaal.alles if f.inhoud.soort == soort]
    return [(feit, inhoud) for feit, inhoud in alle if inhoud.termijn == termijn]


def wanneer(verhaal: Verhaal) -> list[tuple[str, datetime]]:
    """Of each reminder the rung and the moment on the clock of Amsterdam."""
    return [(f.trede, lokaal(feit.vastgelegd_op)) for feit, f in feiten(verhaal)]


# ------------------------------------------------------------------------------------------------- the ladder


def test_wat_een_partner_moet_doen_gaat_omhoog_langs_functies_aan_beide_kanten() -> None:
    """Up to T+5 without asking; the rungs to bestuurders don't leave by themselves."""
    verhaal = tot(gevraagd(), date(2025, 6, 2))
    hoger = f"{v.DRONTEN}:ambtelijk_opdrachtgever"
    assert treden(verhaal)[:5] == [
        *(("T-10", v.DRONTEN), ("T-3", v.DRONTEN), ("T", v.DRONTEN)),
        *(("T+2", v.DRONTEN), ("T+2", "opgavemanager")),
    ]
    assert sorted(treden(verhaal)[5:]) == [("T+5", "ambtelijk_opdrachtgever"), ("T+5", v.DRONTEN), ("T+5", hoger)]
    assert {f.kanaal for f in gestuurd(verhaal)} == {"e-mail"}
    assert all(moment.time() == time(9) for _, moment in wanneer(verhaal))


def test_een_functie_bij_een_partner_krijgt_haar_eigen_post() -> None:
    stand = gevraagd().stand
    assert adressen(stand, f"{v.DRONTEN}:bestuurder") == (Adres(functie="bestuurder", organisatie=v.DRONTEN),)
    assert adressen(stand, "gemeente-elders:bestuurder") == (Adres(functie="opgavemanager"),)


def test_boven_een_geadresseerde_van_de_provincie_zelf_is_geen_functie_van_een_partner() -> None:
    """A term of the partner ladder that is not a partner's escalates to functions of the province only."""
    rungs = termijnen.start(gevraagd().context(), "T17", "x", "doe iets", "jurist").termijn.herinneringen
    assert not [h for h in rungs if ":" in h.aan or h.aan.endswith("_geadresseerde")]


def test_onder_een_ouder_reglement_blijft_de_ladder_zoals_zij_was() -> None:
    """No roles at the partner, no channel, no consent; also a rung that was missed at night leaves at once."""
    begin = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_2"))).gegeven(*v.BEGONNEN, VRAAG)
    nacht = begin._stap(datetime(2025, 3, 17, 22, tzinfo=UTC), None)
    assert [(f.trede, f.aan, f.kanaal) for f in gestuurd(nacht)] == [("T-10", v.DRONTEN, "")]
    assert [(f.trede, f.aan) for f in gestuurd(begin.later(days=60))] == [("T+15", "portefeuillehouder")]


def test_wie_overstapt_vraagt_akkoord_ook_voor_wat_eerder_was_gepland() -> None:
    """Rungs are frozen when a term starts; whether a bestuurder may be reminded is judged when one is due."""
    begin = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_2")))
    over = begin.gegeven(*v.BEGONNEN, VRAAG, v.jurist("StapOverOpReglement", reglement="r2026_3", reden="post"))
    verhaal = tot(over, date(2025, 6, 2))
    assert "portefeuillehouder" not in {f.aan for f in gestuurd(verhaal)}
    assert [(e.trede, e.aan) for e in verhaal.feiten("EscalatieVoorgelegd")] == [
        ("T+10", ("portefeuillehouder",)),
        ("T+15", ("portefeuillehouder",)),
    ]


# ------------------------------------------------------------------------------------------------- office hours


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ((2025, 3, 17, 8, 29), (2025, 3, 17, 8, 30)),
        ((2025, 3, 17, 8, 30), (2025, 3, 17, 8, 30)),
        ((2025, 3, 17, 16, 59), (2025, 3, 17, 16, 59)),
        ((2025, 3, 17, 17, 0), (2025, 3, 18, 8, 30)),
        ((2025, 3, 21, 18, 0), (2025, 3, 24, 8, 30)),
        ((2025, 4, 17, 20, 0), (2025, 4, 22, 8, 30)),
        ((2025, 3, 30, 3, 0), (2025, 3, 31, 8, 30)),
    ],
)
def test_buiten_kantooruren_is_het_eerste_moment_dat_het_kantoor_opengaat(
    van: tuple[int, ...], naar: tuple[int, ...]
) -> None:
    """Evenings, weekends, Easter, and the night the clock goes forward."""
    jaar, maand, dag, uur, minuut = naar
    moment = na_kantoor(op(date(*van[:3]), *van[3:]), POST, KALENDER)
    assert moment == op(date(jaar, maand, dag), uur, minuut)


dagen = st.dates(date(2024, 1, 2), date(2028, 12, 31))
momenten = st.datetimes(datetime(2024, 1, 2), datetime(2028, 12, 31), timezones=st.just(UTC))


@st.composite
def recessen(draw: st.DrawFn) -> tuple[Reces, ...]:
    begin = draw(st.lists(dagen, max_size=3))
    return tuple(Reces(naam="reces", van=dag, tot=dag + timedelta(days=draw(st.integers(0, 60)))) for dag in begin)


@given(momenten, recessen())
def test_een_kantoormoment_is_nooit_eerder_en_altijd_binnen(moment: datetime, stil: tuple[Reces, ...]) -> None:
    """And asking again gives the same: a moment within office hours is left as it is."""
    binnen = na_kantoor(moment, POST, KALENDER, stil)
    assert binnen >= moment
    assert na_kantoor(binnen, POST, KALENDER, stil) == binnen
    _binnen(binnen, stil)
    dag = eerste_dag(lokale_datum(moment), KALENDER, stil)
    assert binnen in (moment, opening(dag, POST, KALENDER, stil), opening(dag + DAG, POST, KALENDER, stil))


def _binnen(moment: datetime, stil: tuple[Reces, ...] = ()) -> None:
    klok = lokaal(moment)
    assert time(8, 30) <= klok.time() < time(17)
    assert KALENDER.is_werkdag(klok.date())
    assert not [r for r in stil if r.van <= klok.date() <= r.tot]


def test_wat_s_nachts_aan_de_beurt_kwam_wacht_tot_het_kantoor_opengaat() -> None:
    """The worker was down on Monday: at ten in the evening nothing leaves, and the shell sleeps until half past eight."""
    nacht = gevraagd()._stap(datetime(2025, 3, 17, 21, tzinfo=UTC), None)
    assert not gestuurd(nacht)
    wacht = kern.wachttijd(nacht.stand, nacht.nu)
    assert wacht == op(date(2025, 3, 18), 8, 30) - nacht.nu
    (verstuurd,) = wanneer(tot(nacht, date(2025, 3, 18)))
    assert verstuurd[1].time() == time(8, 30)
    assert not gestuurd(nacht.als(ANTWOORD).later(date(2025, 3, 18))), "who answers in the evening is not reminded"


def test_na_weken_stilstand_gaan_alleen_de_treden_van_de_laatste_dag() -> None:
    """Back on 9 April: T+5 of two days ago, and nothing of before."""
    terug = gevraagd().later(date(2025, 4, 9))
    assert {t for t, _ in treden(terug)} == {"T+5"}
    (verstreken,) = [f for f in terug.feiten("TermijnVerstreken") if f.termijn == TERMIJN]
    assert verstreken.overgeslagen == ("T-10", "T-3", "T")
    assert gestuurd(terug)[0].overgeslagen == (f"T+2 {v.DRONTEN}", "T+2 opgavemanager")
    assert not [f for f in gestuurd(terug)[1:] if f.overgeslagen]


def test_na_het_einde_gaat_geen_herinnering_van_ervoor() -> None:
    """On the last evening it is too late for T: the office opens after the end."""
    avond = gevraagd()._stap(datetime(2025, 3, 31, 20, tzinfo=UTC), None)
    assert not gestuurd(avond)
    assert treden(tot(avond, date(2025, 4, 1))) == []


# ------------------------------------------------------------------------------------------------- reces


def reces_van(van: date, tot_en_met: date) -> dict[str, Any]:
    reces = {"naam": "reces", "van": van, "tot": tot_en_met}
    return {"orgaan": v.DRONTEN, "reces": [reces], "bekend_tot": date(2026, 12, 31), "bron": "schema"}


def met_reces(van: date, tot_en_met: date) -> Verhaal:
    vraag = manager("VraagPartner", aan=[v.DRONTEN], vraag="cijfers", kalenders=[reces_van(van, tot_en_met)])
    return gegeven(*v.BEGONNEN, vraag)


def test_in_het_reces_van_de_partner_is_het_stil_en_erna_gaat_alleen_de_laatste() -> None:
    """T-10 and T-3 fall in it: on the first working day after, only T-3 is sent."""
    verhaal = tot(met_reces(date(2025, 3, 15), date(2025, 3, 27)), date(2025, 3, 28))
    ((trede, moment),) = wanneer(verhaal)
    assert (trede, moment.date(), moment.time()) == ("T-3", date(2025, 3, 28), time(9))
    assert gestuurd(verhaal)[0].overgeslagen == (f"T-10 {v.DRONTEN}",)


def test_dagen_van_een_reces_tellen_niet_mee_na_het_einde() -> None:
    """The end lies in it, 31 March: nobody hears that today is the last day; T+2 is the second working day back."""
    verhaal = tot(met_reces(date(2025, 3, 29), date(2025, 4, 8)), date(2025, 4, 17))
    na = [(t, m.date()) for t, m in wanneer(verhaal) if m.date() > date(2025, 3, 28)]
    tweede, vijfde = date(2025, 4, 10), date(2025, 4, 15)
    assert na == [("T+2", tweede), ("T+2", tweede), ("T+5", vijfde), ("T+5", vijfde), ("T+5", vijfde)]


def test_wat_voor_het_reces_bleef_liggen_wacht_tot_erna() -> None:
    """The worker was down on Monday and back on Tuesday, when the reces had begun."""
    terug = met_reces(date(2025, 3, 18), date(2025, 3, 20)).later(date(2025, 3, 18))
    assert not gestuurd(terug)
    ((trede, moment),) = wanneer(tot(terug, date(2025, 3, 21)))
    assert (trede, moment.date(), moment.time()) == ("T-10", date(2025, 3, 21), time(8, 30))


def test_een_wettelijke_termijn_wordt_ook_in_het_reces_herinnerd() -> None:
    """PS are in recess; the zienswijze of the Wgr is not."""
    ctx, reces = gevraagd().context(), (Reces(naam="reces", van=date(2025, 3, 4), tot=date(2025, 12, 31)),)
    soort = v.REGLEMENT.termijn("T01")
    plan = herinnerplan.plan(ctx, soort, "PS", date(2025, 6, 2), reces)
    assert plan == herinnerplan.plan(ctx, soort, "PS", date(2025, 6, 2))
    huis = herinnerplan.plan(ctx, v.REGLEMENT.termijn("T17"), v.DRONTEN, date(2025, 6, 2), reces)
    dagen = dict.fromkeys((h.trede, lokale_datum(h.moment)) for h in huis)
    assert list(dagen)[:2] == [("T+2", date(2026, 1, 6)), ("T+5", date(2026, 1, 9))]  # 1 and 2 January are no days
    assert [trede for trede, _ in dagen] == ["T+2", "T+5", "T+10", "T+15"]


# ------------------------------------------------------------------------------------------------- steering


def test_een_aangehouden_herinnering_gaat_op_het_eerste_kantoormoment_erna() -> None:
    """Held through Friday: it leaves on Monday at half past eight, not in the weekend."""
    verhaal = gevraagd().als(bij("aanhouden", trede="T-10", tot=date(2025, 3, 21))).dan("HerinneringBijgestuurd")
    assert not gestuurd(tot(verhaal, date(2025, 3, 23)))
    ((trede, moment),) = wanneer(tot(verhaal, date(2025, 3, 24)))
    assert (trede, moment.date(), moment.time()) == ("T-10", date(2025, 3, 24), time(8, 30))


def test_een_aangehouden_herinnering_die_is_ingehaald_gaat_niet_meer() -> None:
    """T-10 held until the day of T-3: only T-3 is sent on that day."""
    verhaal = tot(gevraagd().gegeven(bij("aanhouden", trede="T-10", tot=date(2025, 3, 25))), date(2025, 3, 26))
    ((trede, moment),) = wanneer(verhaal)
    assert (trede, moment.time()) == ("T-3", time(9))
    assert gestuurd(verhaal)[0].overgeslagen == (f"T-10 {v.DRONTEN}",)


def test_wie_het_aanhouden_opheft_laat_meteen_gaan_wat_wachtte_als_het_kantoor_open_is() -> None:
    stil = tot(gevraagd().gegeven(bij("aanhouden", tot=date(2025, 3, 24))), date(2025, 3, 19))
    open_ = stil.als(manager("HefBijsturingOp", bijsturing="BS1", reden="overleg geweest"))
    open_.dan("BijsturingOpgeheven", "HerinneringVerstuurd")
    avond = stil._stap(datetime(2025, 3, 19, 19, tzinfo=UTC), None)
    avond.als(manager("HefBijsturingOp", bijsturing="BS1")).dan("BijsturingOpgeheven")
    opnieuw = manager("HefBijsturingOp", bijsturing="BS1")
    open_.als(opnieuw).geweigerd("bijsturing", "al opgeheven")
    tot(stil, date(2025, 3, 26)).als(opnieuw).geweigerd("bijsturing", "gold tot en met 2025-03-24")


def test_omleiden_verandert_wie_het_krijgt_maar_niet_wie_meeleest() -> None:
    """What goes to the partner goes to its coordinator; the opgavemanager and the bestuurders are not redirected."""
    naar = f"{v.DRONTEN}:coordinator"
    verhaal = tot(gevraagd().gegeven(bij("omleiden", naar=naar, tot=date(2025, 12, 31))), date(2025, 4, 15))
    assert [t for t, aan in treden(verhaal) if aan == naar] == ["T-10", "T-3", "T", "T+2", "T+5"]
    assert {f.omgeleid_van for f in gestuurd(verhaal) if f.aan == naar} == {
        *(v.DRONTEN, f"{v.DRONTEN}:ambtelijk_opdrachtgever"),
    }
    assert {aan for _, aan in treden(verhaal)} == {naar, "opgavemanager", "ambtelijk_opdrachtgever"}
    assert verhaal.het("EscalatieVoorgelegd").aan == (f"{v.DRONTEN}:bestuurder", "portefeuillehouder")
    (bericht,) = gevolgen(feiten(verhaal)[0][0])
    assert isinstance(bericht, Bericht)
    assert bericht.aan == (naar,)


def test_wie_door_omleiden_twee_keer_aan_de_beurt_is_hoort_het_een_keer() -> None:
    verhaal = tot(gevraagd().gegeven(bij("omleiden", naar="opgavemanager", tot=date(2025, 12, 31))), date(2025, 4, 2))
    assert [t for t, aan in treden(verhaal) if t == "T+2"] == ["T+2"]


def test_een_zin_gaat_mee_tot_en_met_zijn_dag_ook_bij_een_wettelijke_termijn() -> None:
    verhaal = tot(gevraagd().gegeven(bij("zin", zin="Bel gerust.", tot=date(2025, 3, 26))), date(2025, 4, 1))
    assert [f.zin for f in gestuurd(verhaal)] == ["Bel gerust.", "Bel gerust.", ""]
    (bericht,) = gevolgen(feiten(verhaal)[0][0])
    assert isinstance(bericht, Bericht)
    assert "Bel gerust." in bericht.alineas


def wettelijk() -> Verhaal:
    return v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A5").gegeven(manager("LegVoor", stap="VT1.A5.PS"))


@pytest.mark.parametrize("doe", [{"doe": "aanhouden"}, {"doe": "omleiden", "naar": "jurist"}])
def test_een_wettelijke_termijn_wordt_niet_aangehouden_of_omgeleid(doe: dict[str, Any]) -> None:
    zet = {"termijn": "VT1.A5.PS/T01", "tot": date(2025, 12, 31), "reden": "druk", **doe}
    wettelijk().als(manager("StuurHerinneringBij", **zet)).geweigerd("wettelijke termijn", "Wgr 51")
    met_zin = {**zet, "doe": "zin", "naar": None, "zin": "Let op het reces."}
    verhaal = wettelijk().als(manager("StuurHerinneringBij", **met_zin)).dan("HerinneringBijgestuurd")
    assert [f.zin for f in gestuurd(verhaal.later(date(2025, 4, 1)), "VT1.A5.PS/T01")] == ["Let op het reces."]


_TOT = date(2025, 3, 21)


@pytest.mark.parametrize(
    ("zet", "regel", "reden"),
    [
        (bij("aanhouden", tot=date(2025, 3, 2)), "tot", "al voorbij"),
        (bij("aanhouden", tot=_TOT, trede="T-7"), "trede", "komt niet meer"),
        (bij("aanhouden", tot=_TOT, naar="jurist"), "naar", "hoort bij omleiden"),
        (bij("aanhouden", tot=_TOT, zin="x"), "zin", "hoort bij een zin"),
        (bij("omleiden", tot=_TOT), "naar", "hoort bij omleiden"),
        (bij("zin", tot=_TOT), "zin", "hoort bij een zin"),
        (bij("omleiden", tot=_TOT, naar="portefeuillehouder"), "naar", "alleen na akkoord"),
        (bij("omleiden", tot=_TOT, naar=f"{v.DRONTEN}:bestuurder"), "naar", "alleen na akkoord"),
        (bij("omleiden", tot=_TOT, naar=f"{v.DRONTEN}:wethouder"), "naar", "geen functie of partner"),
        (bij("omleiden", tot=_TOT, naar="gemeente-elders"), "naar", "geen functie of partner"),
        (bij("omleiden", tot=_TOT, naar="systeem"), "naar", "geen functie of partner"),
        (bij("omleiden", tot=_TOT, naar=v.DRONTEN), "naar", "krijgt deze herinneringen al"),
        (bij("omleiden", tot=_TOT, naar="jurist", trede="T+10"), "trede", "bij de escalatie"),
        (manager("StuurHerinneringBij", termijn="V9/T17", doe="aanhouden", tot=_TOT, reden="x"), "termijn", "V9/T17"),
        (manager("HefBijsturingOp", bijsturing="BS9"), "bijsturing", "BS9"),
    ],
)
def test_bijsturen_zegt_wat_er_niet_klopt(zet: v.Zet, regel: str, reden: str) -> None:
    gevraagd().als(zet).geweigerd(regel, reden)


def test_een_gesloten_termijn_heeft_geen_herinneringen_om_bij_te_sturen() -> None:
    gevraagd().gegeven(ANTWOORD).als(bij("aanhouden", tot=_TOT)).geweigerd("termijn", "niet meer gewacht")


def test_een_partner_die_trekker_is_houdt_de_herinneringen_aan_zichzelf_niet_tegen() -> None:
    trekt = gevraagd().gegeven(manager("WijsTrekkerAan", trekker=v.DRONTEN, reden="x"))
    zet: dict[str, Any] = {"termijn": TERMIJN, "doe": "aanhouden", "tot": _TOT, "reden": "x"}
    trekt.als(partner(v.DRONTEN)("StuurHerinneringBij", **zet)).geweigerd("bevoegdheid", "aan uzelf")
    aangehouden = trekt.gegeven(manager("StuurHerinneringBij", **zet))
    aangehouden.als(partner(v.DRONTEN)("HefBijsturingOp", bijsturing="BS1")).geweigerd("bevoegdheid")


# ------------------------------------------------------------------------------------------------- the words


def berichten(verhaal: Verhaal, trede: str) -> dict[str, Bericht]:
    """By receiver."""
    van = [feit for feit, f in feiten(verhaal) if f.trede == trede]
    return {g.aan[0]: g for feit in van for g in gevolgen(feit) if isinstance(g, Bericht)}


def test_de_toon_is_eerst_vriendelijk_en_later_zakelijk() -> None:
    verhaal = tot(gevraagd(), date(2025, 4, 8))
    tekst = {t: " ".join(berichten(verhaal, t)[v.DRONTEN].alineas) for t in ("T-10", "T-3", "T", "T+2", "T+5")}
    assert "U hebt nog tijd" in tekst["T-10"]
    assert "loopt binnenkort af" in tekst["T-3"]
    assert "Vandaag is de laatste dag" in tekst["T"]
    assert "geen reactie van u" in tekst["T+2"]
    assert "ambtelijk opdrachtgevers" in tekst["T+5"]
    assert "ambtelijk opdrachtgevers" not in tekst["T+2"]
    assert all("Zwijgen geldt niet als akkoord" in tekst[t] for t in ("T+2", "T+5"))
    assert "T-10" not in berichten(verhaal, "T-10")[v.DRONTEN].onderwerp


def test_wie_meeleest_wordt_niets_gevraagd_en_wie_erboven_staat_wel() -> None:
    verhaal = tot(gevraagd(), date(2025, 4, 8))
    assert berichten(verhaal, "T+2")["opgavemanager"].vraag == ""
    hoger = berichten(verhaal, "T+5")[f"{v.DRONTEN}:ambtelijk_opdrachtgever"]
    assert hoger.vraag == "cijfers"
    assert "Wilt u ervoor zorgen" in " ".join(hoger.alineas)
    assert "maandag 31 maart 2025" in " ".join(hoger.alineas)


def test_een_zin_in_de_tijdlijn_noemt_de_functie_in_woorden() -> None:
    verhaal = tot(gevraagd().gegeven(bij("omleiden", naar=f"{v.DRONTEN}:coordinator", tot=_TOT)), date(2025, 3, 17))
    eigen = [*verhaal.feiten("HerinneringBijgestuurd"), *gestuurd(verhaal)]
    bijgestuurd, verstuurd = (vertel(f) for f in verhaal.alles if f.inhoud in eigen)
    assert "omgeleid naar de coordinator van gemeente-dronten" in bijgestuurd
    assert verstuurd.startswith("Herinnering T-10 aan de coordinator van gemeente-dronten: cijfers")
    assert "hij was voor gemeente-dronten" in verstuurd


# ------------------------------------------------------------------------------------------------- always


@st.composite
def levens(draw: st.DrawFn) -> list[tuple[str, int]]:
    """What happens after a question: hours that pass, and things people do."""
    doen = ("tijd", "tijd", "tijd", "houd", "leid", "zin", "hef", "akkoord", "nee", "antwoord")
    return draw(st.lists(st.tuples(st.sampled_from(doen), st.integers(1, 240)), max_size=18))


def _doe(verhaal: Verhaal, wat: str, getal: int) -> Verhaal:
    tot_ = verhaal.vandaag + timedelta(days=getal % 20)
    escalatie = next(reversed(verhaal.stand.escalaties), "ESC9")
    bijsturing = next(reversed(verhaal.stand.bijsturingen), "BS9")
    naar = ("jurist", "opgavemanager", v.ZEEWOLDE, f"{v.DRONTEN}:coordinator", "ambtelijk_opdrachtgever")[getal % 5]
    trede = ("", "T-3", "T+2", "T+5", "T+10")[getal % 5]
    zetten = {
        "houd": bij("aanhouden", tot=tot_, trede=trede),
        "leid": bij("omleiden", tot=tot_, naar=naar, trede=trede),
        "zin": bij("zin", tot=tot_, zin="Bel gerust.", trede=trede),
        "hef": manager("HefBijsturingOp", bijsturing=bijsturing),
        "akkoord": opdrachtgever("BeslisEscalatie", escalatie=escalatie, akkoord=True),
        "nee": manager("BeslisEscalatie", escalatie=escalatie, akkoord=False, reden="eerst bellen"),
        "antwoord": ANTWOORD,
    }
    return verhaal.later(hours=getal) if wat == "tijd" else verhaal.als(zetten[wat])


@settings(max_examples=60)
@given(st.integers(0, 40), st.integers(0, 40), levens())
def test_wat_er_ook_wordt_gedaan_herinneringen_passen_bij_mensen(begin: int, lengte: int, leven: list[Any]) -> None:
    """Office hours, reces, after the answer nothing, each rung once per function, bestuurders only with consent."""
    van = v.EERSTE_DAG + timedelta(days=begin)
    reces = Reces(naam="reces", van=van, tot=van + timedelta(days=lengte))
    verhaal = met_reces(reces.van, reces.tot)
    for wat, getal in leven:
        verhaal = _doe(verhaal, wat, getal)
    verhaal = tot(verhaal, verhaal.vandaag + timedelta(days=90))
    beantwoord = False
    akkoord: set[str] = set()
    gehad: list[tuple[str, str]] = []
    per_dag: list[tuple[date, str]] = []
    for feit in verhaal.alles:
        f: Any = feit.inhoud
        match f.soort:
            case "VerzoekBeantwoord":
                beantwoord = True
            case "EscalatieBeslist" if f.akkoord:
                akkoord.add(f.escalatie)
            case "HerinneringVerstuurd" if f.termijn == TERMIJN:
                assert not beantwoord
                _binnen(feit.vastgelegd_op, (reces,))
                bestuurder = f.aan == "portefeuillehouder" or f.aan.endswith(":bestuurder")
                assert bestuurder == bool(f.escalatie)
                assert not bestuurder or f.escalatie in akkoord
                gehad.append((f.trede, f.omgeleid_van or f.aan))
                if not bestuurder:
                    per_dag.append((lokale_datum(feit.vastgelegd_op), f.aan))
            case "HerinneringVerstuurd":
                _binnen(feit.vastgelegd_op)
    assert len(set(gehad)) == len(gehad)
    assert len(set(per_dag)) == len(per_dag)
    assert verhaal.stand.verzoeken["V1"].status == ("beantwoord" if beantwoord else "open"), "silence answers nothing"
    assert beantwoord or verhaal.stand.termijnen[TERMIJN].loopt
    wacht = [e for e in verhaal.stand.escalaties.values() if e.status == "wacht"]
    assert len(wacht) <= (0 if beantwoord else 1)


def test_de_eerste_twee_edities_kennen_geen_post() -> None:
    """The gate of everything above."""
    assert [reglement(code).post for code in ("r2026_1", "r2026_2")] == [None, None]
