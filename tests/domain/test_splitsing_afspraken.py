"""Promises at splitting and merging: each is kept in one place, and someone is reminded of it there."""

from test_splitsing import (
    HEER,
    NIEUW,
    alles,
    erfgenaam,
    feit_van,
    kom_aan,
    lopend,
    mee,
    mislukt,
    nieuw_leven,
    splits,
    voeg_samen,
    vol,
)
from verhaal import DRONTEN, ZEEWOLDE, Verhaal, griffier, in_f2, in_f3, manager, overbrenger, tweede

from domain.regels.splitsing_afspraken import open_afspraken
from domain.regels.splitsing_verdeling import te_verdelen
from domain.stand import Stand


def met_actie() -> Verhaal:
    """A lesson with an action, and promises of the province and of a partner."""
    return vol().gegeven(
        manager("LegLesVast", titel="vroeg aan tafel", actie="zet de netbeheerder erbij", actie_voor="2025-10-01"),
        manager("MaakAfspraak", afspraak="AF2", tekst="meet het net", wie="opgavemanager", uiterlijk="2025-06-02"),
        manager("MaakAfspraak", afspraak="AF3", tekst="lever cijfers", wie=ZEEWOLDE),
    )


def teksten(stand: Stand) -> list[str]:
    return [a.tekst for a in stand.afspraken.values() if a.afgerond_op is None]


def test_de_actie_van_een_les_gaat_met_de_les_mee() -> None:
    """Here nobody is reminded of it any more, there the opgavemanager is, by the day that was agreed."""
    v = met_actie()
    assert lopend(v.stand, "H05") == ["H05"]
    v = v.als(splits(v.stand, **mee("les", "L2")))
    assert (v.stand.afspraken["L2.actie"].resultaat, lopend(v.stand, "H05")) == (
        f"De afspraak gaat mee naar {NIEUW}.",
        [],
    )
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert ander.stand.afspraken["L1.actie"].tekst == "zet de netbeheerder erbij"
    assert ander.stand.termijnen["L1.actie/H05"].einde == v.stand.termijnen["L2.actie/H05"].einde


def test_een_actie_die_gedaan_is_begint_niet_opnieuw() -> None:
    v = met_actie().gegeven(manager("RondAfspraakAf", afspraak="L2.actie", resultaat="gedaan"))
    v = v.als(splits(v.stand, **mee("les", "L2")))
    assert v.stand.afspraken["L2.actie"].resultaat == "gedaan"
    assert "zet de netbeheerder erbij" not in teksten(nieuw_leven(v, feit_van(v, "OpgaveGesplitst")).stand)


def test_een_les_in_beide_heeft_haar_actie_in_beide_en_een_die_blijft_houdt_haar() -> None:
    v = met_actie()
    for waarheen, daar in (("beide", 1), ("blijft", 0)):
        na = v.als(splits(v.stand, les_L2={"waarheen": waarheen}))
        assert teksten(na.stand).count("zet de netbeheerder erbij") == 1
        ander = nieuw_leven(na, feit_van(na, "OpgaveGesplitst"))
        assert teksten(ander.stand).count("zet de netbeheerder erbij") == daar


def test_een_afspraak_blijft_bij_splitsen_tenzij_iemand_haar_meegeeft() -> None:
    """Nobody need name her; who does, sees her end here and begin there."""
    v = met_actie()
    regels = [r for r in alles(v.stand) if r["soort"] not in ("afspraak", "termijn")]
    na = v.gegeven(manager("Splits", nieuw=NIEUW, titel="x", reden="x", verdeling=regels))
    assert "meet het net" in teksten(na.stand)
    v = v.als(splits(v.stand, **mee("afspraak", "AF2")))
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert ("meet het net" in teksten(v.stand), "meet het net" in teksten(ander.stand)) == (False, True)
    assert lopend(ander.stand, "H01") == ["H01"]


def test_de_afspraak_van_een_partner_gaat_alleen_met_die_partner() -> None:
    v = met_actie()
    v.als(splits(v.stand, **mee("afspraak", "AF3"))).geweigerd("verdeling partner", ontbreekt=f"AF3 van {ZEEWOLDE}")
    weg = {**mee("partner", ZEEWOLDE), **mee("verzoek", "V2")}
    v.als(splits(v.stand, **weg)).geweigerd("verdeling partner", ontbreekt="lever cijfers")
    v = v.als(splits(v.stand, **weg, **mee("afspraak", "AF3")))
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert [a.wie for a in ander.stand.afspraken.values() if a.tekst == "lever cijfers"] == [ZEEWOLDE]


def test_wie_een_signaal_meldde_dat_nog_open_is_gaat_niet_alleen_mee() -> None:
    v = vol().gegeven(manager("MeldSignaal", partner=DRONTEN, ernst=2, omschrijving="het loopt stroef"))
    weg = {**mee("partner", DRONTEN), **mee("verzoek", "V1"), **mee("geld", DRONTEN)}
    v.als(splits(v.stand, **weg)).geweigerd("verdeling partner", ontbreekt="meldde signaal S1")


def test_een_afspraak_uit_een_besluit_blijft_bij_het_besluit() -> None:
    v = vol().gegeven(
        manager("MaakAfspraak", afspraak="AF2", tekst="kom terug bij PS", wie="GS", stap="B1", bron="toezegging")
    )
    v.als(splits(v.stand, **mee("afspraak", "AF2"))).geweigerd("verdeling afspraak", "hoort bij B1")


def test_na_samenvoegen_houdt_niemand_ongevraagd_een_plicht_in_een_afgeronde_opgave() -> None:
    """Every promise is named; what goes along is open in the heir, with its term, and nothing runs here."""
    v = met_actie()
    zonder = [r for r in alles(v.stand, "gaat_mee", "samenvoeging") if r["soort"] != "afspraak"]
    v.als(manager("VoegSamen", gaat_op_in=HEER, reden="x", verdeling=zonder)).geweigerd(ontbreekt="meet het net")
    oud = teksten(v.stand)
    v = v.als(voeg_samen(v.stand))
    assert (teksten(v.stand), [t.id for t in v.stand.termijnen.values() if t.loopt]) == ([], [])
    heer = kom_aan(v, erfgenaam(v), feit_van(v, "OpgaveSamengevoegd"))
    assert sorted(set(oud)) == sorted(set(teksten(heer.stand)))
    assert not list(open_afspraken(v.stand))


def test_een_afspraak_die_nooit_aankwam_is_weer_open() -> None:
    v = met_actie()
    gesplitst = v.gegeven(splits(v.stand, **mee("les", "L2"), **mee("afspraak", "AF2")))
    terug = mislukt(gesplitst, NIEUW, feit_van(gesplitst, "OpgaveGesplitst"))
    assert sorted(teksten(terug.stand)) == sorted(teksten(v.stand))
    assert sorted(lopend(terug.stand, "H01", "H05")) == ["H01", "H05"]


def test_een_afspraak_die_bij_samenvoegen_nooit_aankwam_gaat_opnieuw_mee() -> None:
    v = met_actie()
    v = v.als(voeg_samen(v.stand))
    v = mislukt(v, HEER, feit_van(v, "OpgaveSamengevoegd"))
    v = v.als(voeg_samen(v.stand))
    heer = kom_aan(v, erfgenaam(v), feit_van(v, "OpgaveSamengevoegd"))
    assert {"meet het net", "lever cijfers", "zet de netbeheerder erbij"} <= set(teksten(heer.stand))


def test_samenvoegen_wacht_op_wie_een_vastlegging_nog_moet_bevestigen() -> None:
    """The heir would never hear what PS decided; and its frame does not leave by a split without a reason."""
    v = in_f2().gegeven(
        manager("LegBladVast", inhoud={"blad": "kaders", "inhoud": ["open landschap"]}),
        manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"),
        manager("LegVoor", stap="B1"),
    )
    v.als(splits(v.stand, **mee("kader", "inhoud.1", reden=""))).geweigerd("verdeling kader", "reden")
    v = v.alleen(griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"}, resultaat="kader"))
    v.als(splits(v.stand, **mee("kader", "inhoud.1", reden=""))).geweigerd("verdeling kader", "reden")
    (wacht,) = v.stand.vastleggingen.values()
    v.als(voeg_samen(v.stand)).geweigerd("vastlegging", ontbreekt=wacht.id)
    v = v.gegeven(tweede("BevestigBesluit", vastlegging=wacht.id))
    v.gegeven(voeg_samen(v.stand))


def test_van_wat_alleen_kan_blijven_hoeft_niemand_iets_te_zeggen() -> None:
    """Who names it all the same says what is true; a term that follows a lesson is not said to stay when that goes."""
    v = met_actie()
    termijnen = [{"soort": "termijn", "id": t.id, "waarheen": "blijft"} for t in v.stand.termijnen.values() if t.loopt]
    vrij = [t for t in termijnen if v.stand.termijnen[t["id"]].betreft not in v.stand.verzoeken]
    kort = [r for r in alles(v.stand) if r["soort"] != "termijn"]
    for verdeling in (kort, [*kort, *vrij]):
        v.gegeven(manager("Splits", nieuw=NIEUW, titel="x", reden="x", verdeling=verdeling))
    weg = [r | {"waarheen": "gaat_mee"} if r["id"] == "L2" else r for r in kort]
    v.als(manager("Splits", nieuw=NIEUW, titel="x", reden="x", verdeling=[*weg, *vrij])).geweigerd(ontbreekt="L2.actie")


def test_meer_dan_duizend_onderdelen_zijn_nog_te_verdelen() -> None:
    v = in_f3()
    les = v.gegeven(manager("LegLesVast", titel="x")).stand.lessen["L1"]
    stand = v.stand.met(lessen={f"L{nr}": les.met(id=f"L{nr}") for nr in range(1, 1_201)})
    groot = Verhaal(stand=stand, nu=v.nu)
    assert len(te_verdelen(stand)) > 1_200
    assert not groot.als(splits(stand)).neen


def test_een_les_die_wordt_toegepast_wordt_na_een_half_jaar_gecontroleerd_langs_welke_weg_ook() -> None:
    """Validated and applied without being adopted, here or by another opgave: T22 asks whether it is practice, once."""
    v = vol().gegeven(manager("WijzigLesstatus", les="L1", status="gevalideerd", toelichting="ieder was erbij"))
    hier = v.gegeven(manager("WijzigLesstatus", les="L1", status="toegepast"))
    elders = v.gegeven(overbrenger("MeldHergebruik", les="L1", in_opgave="FL-2025-09", antwoord="toegepast", bron=4))
    assert lopend(hier.stand, "T22") == lopend(elders.stand, "T22") == ["T22"]
    uit = {"titel": "geef ruimte", "aanbeveling": "doe het"}
    eerst = vol().gegeven(
        manager("LegLesVast", **uit),
        manager("WijzigLesstatus", les="L2", status="vastgesteld", toelichting="ieder was erbij"),
        manager("WijzigLesstatus", les="L2", status="toegepast"),
    )
    assert lopend(eerst.stand, "T22") == ["T22"]
