"""Splitting and merging: nothing is forgotten, nothing decided moves silently, and both sides keep the link."""

from random import Random
from typing import Any

import pytest
from verhaal import (
    BEGONNEN,
    DRONTEN,
    NETBEHEER,
    ZEEWOLDE,
    Spreker,
    Verhaal,
    blad,
    controller,
    gegeven,
    gekozen,
    griffier,
    in_f3,
    jurist,
    manager,
    partner,
    pilot_loopt,
    secretariaat,
    spreker,
)

from domain import kern
from domain.basis import Afzender
from domain.bundel import Bundel
from domain.feit import Feit
from domain.gevolg import Bericht, Overbrengen
from domain.gevolgen import gevolgen
from domain.overbrengen import opdrachten
from domain.regels import splitsing_geld
from domain.regels import splitsing_verdeling as verdeling
from domain.stand import Begin, Stand
from domain.zinnen import vertel

NIEUW, HEER, ANDER = "FL-2025-02", "FL-2025-03", "FL-2025-04"


def bode(van: str, feit: int) -> Spreker:
    """The system, carrying something that rests on a fact of another life."""
    wie = {"functie": "systeem", "subject": f"opgave.{van}", "namens": "opgavenmotor", "zekerheid": "sleutel"}
    return Spreker(Afzender.model_validate({**wie, "grondslag": f"feit {feit} van {van}"}))


def vol() -> Verhaal:
    """An opgave in F3 with something of every kind to divide."""
    return in_f3().gegeven(
        blad("kaders", inhoud=["geen extra ruimte", "schoon"], proces=["elk kwartaal verslag"]),
        blad("kaderpunt", nr="k1", tekst="landschap blijft open", concreetheid="norm"),
        manager("VraagPartner", aan=[DRONTEN, ZEEWOLDE], vraag="Wat vindt u?", termijn="20wd"),
        controller("BoekGeld", geldsoort="krediet", bedrag=100_00, bron="provincie", referentie="K1"),
        controller("BoekGeld", geldsoort="toegezegd", bedrag=50_00, bron=DRONTEN, referentie="T1"),
        controller("BoekGeld", geldsoort="besteed", bedrag=30_00, bron="provincie", referentie="B1"),
        manager("LegLesVast", titel="vraag vroeg", openbaar=True),
    )


def alles(
    stand: Stand, waarheen: str = "blijft", hoe: verdeling.Hoe = "splitsing", **anders: Any
) -> list[dict[str, Any]]:
    """A whole division: everything the same way, but what is named otherwise by `soort_id` stays or goes as told."""
    regels = []
    for deel in verdeling.te_verdelen(stand, hoe):
        kan = waarheen if waarheen in deel.mag else deel.mag[-1] if waarheen == "gaat_mee" else "blijft"
        regel = {"soort": deel.soort, "id": deel.id, "waarheen": kan}
        if kan in deel.met_reden:
            regel["reden"] = "hoort erbij"
        regels.append(regel | anders.get(f"{deel.soort}_{deel.id}", {}))
    return regels


def splits(stand: Stand, **anders: Any) -> Any:
    return manager("Splits", nieuw=NIEUW, titel="Warmtenet Oost", reden="te groot", verdeling=alles(stand, **anders))


def voeg_samen(stand: Stand, waarheen: str = "gaat_mee", **anders: Any) -> Any:
    regels = alles(stand, waarheen, "samenvoeging", **anders)
    return manager("VoegSamen", gaat_op_in=HEER, reden="samen sterker", verdeling=regels)


def mee(soort: str, id_: str, **meer: Any) -> dict[str, Any]:
    return {f"{soort}_{id_}": {"waarheen": "gaat_mee", **meer}}


def over(stand: Stand, feit: Feit) -> list[tuple[str, dict[str, Any]]]:
    """What is carried because of a fact."""
    return [doel for g in gevolgen(feit) if isinstance(g, Overbrengen) for doel in opdrachten(stand, feit, g)]


def kom_aan(gever: Verhaal, ander: Verhaal, feit: Feit) -> Verhaal:
    """The other life after everything that this fact of the giver has to say to it."""
    zeg = bode(gever.stand.opgave, feit.seq)
    for naar, inhoud in over(gever.stand, feit):
        if naar == ander.stand.opgave:
            kern_ = dict(inhoud)
            ander = ander.als(zeg(kern_.pop("soort"), **kern_))
            assert not ander.neen, ander.neen
    return ander


def nieuw_leven(gever: Verhaal, feit: Feit, opgave: str = NIEUW) -> Verhaal:
    """The new opgave as it begins with what was split off."""
    begin = Begin(opgave=opgave, reglement=gever.stand.reglement)
    return kom_aan(gever, Verhaal(stand=kern.begin(begin), nu=gever.nu), feit)


def feit_van(verhaal: Verhaal, soort: str) -> Feit:
    return next(f for f in reversed(verhaal.alles) if f.inhoud.soort == soort)


def test_van_elk_onderdeel_moet_iemand_zeggen_waar_het_heen_gaat() -> None:
    """A split that forgets something is refused, and names everything that is missing."""
    v = vol().als(manager("Splits", nieuw=NIEUW, titel="Oost", reden="te groot"))
    v.geweigerd("verdeling", "elk onderdeel")
    mist = "\n".join(v.neen.ontbreekt)
    soorten = ("kader inhoud.1", "kader kaderpunt:k1", "besluit B1", f"partner {DRONTEN}", "verzoek V1")
    assert all(wat in mist for wat in (*soorten, "geld provincie", "les L1"))
    assert "termijn" not in mist, "it can only stay: there is nothing to choose"


def test_wat_er_niet_is_kan_niet_worden_verdeeld() -> None:
    v = vol()
    vreemd = [*alles(v.stand), {"soort": "les", "id": "L9", "waarheen": "blijft"}]
    v.als(manager("Splits", nieuw=NIEUW, titel="Oost", reden="x", verdeling=vreemd)).geweigerd(
        "verdeling", ontbreekt="les L9"
    )


def test_een_open_stap_blijft_en_wordt_niet_genoemd() -> None:
    v = vol().gegeven(manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="agenderen"))
    open_ = [*alles(v.stand), {"soort": "besluit", "id": "B2", "waarheen": "blijft"}]
    v.als(manager("Splits", nieuw=NIEUW, titel="Oost", reden="x", verdeling=open_)).geweigerd(ontbreekt="besluit B2")


def test_een_besluit_van_ps_verhuist_nooit() -> None:
    """It can be pointed at with a reason; it can't go along."""
    v = vol()
    v.als(splits(v.stand, **mee("besluit", "B1"))).geweigerd("verdeling besluit", "eigen besluit", "beide")
    v.als(splits(v.stand, besluit_B1={"waarheen": "beide"})).geweigerd("verdeling besluit", "reden")


def test_een_besluit_van_gs_verhuist_ook_niet() -> None:
    v = vol().gegeven(
        manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="agenderen"),
        manager("LegVoor", stap="B2"),
    )
    v = v.als(secretariaat("LegBesluitVast", stap="B2", uitkomst="conform"))
    v.als(splits(v.stand, **mee("besluit", "B2"))).geweigerd("verdeling besluit")


def test_een_besluit_waar_alleen_naar_wordt_verwezen_telt_niet_voor_een_poort() -> None:
    """The new opgave knows of the kader of PS, and still needs its own."""
    v = vol().als(splits(vol().stand, besluit_B1={"waarheen": "beide", "reden": "zelfde gebied"}))
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert [b.stap for b in ander.stand.afstamming[0].verwijst] == ["B1"]
    assert ander.stand.stappen == {}


def test_een_kader_waarover_besloten_is_gaat_alleen_met_reden_mee() -> None:
    v = vol()
    v.als(splits(v.stand, **mee("kader", "inhoud.1"))).geweigerd("verdeling kader", "reden")
    v = v.als(splits(v.stand, **mee("kader", "inhoud.1", reden="past daar"), **mee("kader", "kaderpunt:k1", reden="x")))
    assert v.stand.bladen["kaders"].inhoud == ("schoon",)  # type: ignore[union-attr]
    assert "kaderpunt:k1" not in v.stand.bladen
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert ander.stand.bladen["kaders"].inhoud == ("geen extra ruimte",)  # type: ignore[union-attr]
    assert ander.stand.bladen["kaderpunt:k1"].concreetheid == "norm"  # type: ignore[union-attr]


def test_een_termijn_blijft_bij_haar_verzoek_of_stap() -> None:
    v = vol()
    termijn = next(d for d in verdeling.te_verdelen(v.stand) if d.soort == "termijn")
    assert not termijn.moet
    v.als(splits(v.stand, **mee("termijn", termijn.id))).geweigerd("verdeling termijn", "blijft bij")


def test_een_verzoek_over_een_stap_blijft() -> None:
    v = vol().gegeven(manager("VraagPartner", aan=[DRONTEN], vraag="Klopt dit?", betreft="B1"))
    v.als(splits(v.stand, **mee("verzoek", "V3"))).geweigerd("verdeling verzoek", "gaat over B1")


def test_een_partner_gaat_mee_met_zijn_verzoek_en_is_hier_uitgetreden() -> None:
    v = vol()
    v = v.als(splits(v.stand, **mee("partner", ZEEWOLDE), **mee("verzoek", "V2")))
    assert v.namen() == ("OpgaveGesplitst", "PartnerUitgetreden", "VerzoekIngetrokken", "TermijnVervallen")
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert not v.stand.partners[ZEEWOLDE].doet_mee
    assert ander.stand.partners[ZEEWOLDE].doet_mee
    assert [(q.aan, q.status, q.vraag) for q in ander.stand.verzoeken.values()] == [(ZEEWOLDE, "open", "Wat vindt u?")]
    assert (v.stand.verzoeken["V2"].gaat_naar, v.stand.verzoeken["V1"].gaat_naar) == (NIEUW, "")
    assert f"loopt door in {NIEUW}" in vertel(feit_van(v, "VerzoekIngetrokken"))
    assert f"gaat mee naar {NIEUW}" in vertel(feit_van(v, "PartnerUitgetreden"))
    onderwerpen = {g.onderwerp for f in v.laatste for g in gevolgen(f) if isinstance(g, Bericht)}
    assert {f"De vraag loopt door in {NIEUW}", f"{ZEEWOLDE} gaat mee naar {NIEUW}"} <= onderwerpen
    assert ander.stand.verzoeken["V1"].uiterlijk == v.stand.verzoeken["V2"].uiterlijk
    assert ander.stand.termijnen["V1/T17"].loopt


def test_een_verzoek_dat_verhuist_krijgt_minstens_vijf_werkdagen() -> None:
    """A term that had almost run out doesn't run out because of a split."""
    v = vol()
    v = v.later(v.stand.verzoeken["V2"].uiterlijk)
    v = v.als(splits(v.stand, **mee("partner", ZEEWOLDE), **mee("verzoek", "V2")))
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert (ander.stand.verzoeken["V1"].uiterlijk - v.vandaag).days >= 7


def test_een_verzoek_gaat_niet_zonder_zijn_partner() -> None:
    v = vol()
    v.als(splits(v.stand, **mee("verzoek", "V2"))).geweigerd(
        "verdeling partner", ontbreekt=f"verzoek V2 aan {ZEEWOLDE}"
    )
    v.als(splits(v.stand, **mee("partner", ZEEWOLDE))).geweigerd("verdeling partner", ontbreekt="kreeg verzoek V2")


def test_de_trekker_en_wie_iets_beloofde_gaan_niet_alleen_mee() -> None:
    v = vol().gegeven(
        manager("MaakAfspraak", tekst="lever cijfers", wie=NETBEHEER),
        manager("WijsTrekkerAan", trekker=DRONTEN, reden="hun opgave"),
    )
    v.als(splits(v.stand, **mee("partner", NETBEHEER))).geweigerd("verdeling partner", ontbreekt="lever cijfers")
    v.als(splits(v.stand, **mee("partner", DRONTEN), **mee("verzoek", "V1"))).geweigerd("verdeling partner", "trekker")


def test_geld_gaat_mee_tot_wat_vrij_is() -> None:
    """Of 100 krediet 30 was spent: 70 is free; here it is moved, there it is booked under its own kind."""
    v = vol()
    v.als(splits(v.stand, **mee("geld", "provincie", bedrag=70_01))).geweigerd("verdeling geld", "€ 70,00 vrij")
    v.als(splits(v.stand, **mee("geld", DRONTEN))).geweigerd("verdeling partner", ontbreekt=f"geld van {DRONTEN}")
    v = v.als(splits(v.stand, **mee("geld", "provincie", bedrag=20_00)))
    assert [(p.geldsoort, p.bedrag) for p in v.stand.geld][-1] == ("overgeheveld", 20_00)
    assert dict(splitsing_geld.vrij_geld(v.stand, "provincie")) == {"krediet": 50_00, "toegezegd": 0}
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert [(p.geldsoort, p.bedrag, p.referentie) for p in ander.stand.geld] == [("krediet", 20_00, "van FL-2025-01")]


def test_een_les_gaat_mee_als_kopie_die_haar_herkomst_noemt() -> None:
    v = vol()
    v = v.als(splits(v.stand, **mee("les", "L1")))
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert "FL-2025-01, les L1" in ander.stand.lessen["L1"].context
    assert (v.stand.lessen["L1"].afkomstig_van, ander.stand.lessen["L1"].afkomstig_van) == ("", "FL-2025-01/L1")
    assert v.stand.lessen["L1"].titel == ander.stand.lessen["L1"].titel


def test_wat_onder_geheimhouding_ligt_wordt_niet_meegegeven() -> None:
    v = vol().gegeven(
        griffier(
            "LegGeheimhoudingOp",
            stap="B1",
            orgaan="PS",
            grond="Woo 5.1 lid 2 f",
            neutrale_titel="Stuk",
            referentie="kluis",
        )
    )
    v.als(splits(v.stand, besluit_B1={"waarheen": "beide", "reden": "x"})).geweigerd("verdeling besluit", "geheim")


def test_over_een_geheim_kader_gaat_niets_mee_en_komt_er_geen_tekst_bij() -> None:
    """The frame that was decided on in secret stays, and the division says nothing about that decision."""
    velden = {"orgaan": "PS", "grond": "Woo 5.1 lid 2 f", "neutrale_titel": "Stuk", "referentie": "kluis"}
    v = vol().gegeven(griffier("LegGeheimhoudingOp", stap="B1", **velden))
    for kader in ("inhoud.1", "kaderpunt:k1"):
        v.als(splits(v.stand, **mee("kader", kader, reden="x"))).geweigerd("verdeling kader", "geheim")
    v.als(splits(v.stand, besluit_B1={"reden": "over de grondprijs"})).geweigerd("PW 84, 86")
    v.gegeven(splits(v.stand))


def test_beide_kanten_kennen_elkaar_en_de_aankomst_komt_terug() -> None:
    v = vol()
    v = v.als(splits(v.stand, **mee("kader", "proces.1", reden="past daar")))
    gesplitst = feit_van(v, "OpgaveGesplitst")
    ander = nieuw_leven(v, gesplitst)
    assert [(a.opgave, a.hoe, a.richting, a.bron) for a in ander.stand.afstamming] == [
        ("FL-2025-01", "splitsing", "van", gesplitst.seq)
    ]
    assert ander.stand.leven.titel == "Warmtenet Oost"
    v = kom_aan(ander, v, feit_van(ander, "DelenOntvangen"))
    assert v.stand.afstamming[0].aangekomen == feit_van(ander, "DelenOntvangen").seq
    opnieuw = bode(NIEUW, 1)("BevestigAankomst", in_opgave=NIEUW, bron=gesplitst.seq, feit=3)
    v.als(opnieuw).geweigerd("afstamming", "al bevestigd")


def test_wat_is_ontvangen_komt_niet_nog_een_keer() -> None:
    """The same parts under another command id are refused: nothing is there twice."""
    v = vol()
    v = v.als(splits(v.stand, **mee("les", "L1")))
    feit = feit_van(v, "OpgaveGesplitst")
    ander = nieuw_leven(v, feit)
    _, (_, delen) = over(v.stand, feit)
    kern_ = {k: w for k, w in delen.items() if k != "soort"}
    ander.als(bode("FL-2025-01", feit.seq)("OntvangDelen", **kern_)).geweigerd("afstamming", "is hier al")


def test_een_opgave_die_al_bestond_krijgt_geen_delen_van_een_splitsing() -> None:
    """When the id was taken, what was meant for the new opgave does not land in another one."""
    v = vol()
    v = v.als(splits(v.stand))
    feit = feit_van(v, "OpgaveGesplitst")
    bestaand = Verhaal(stand=kern.begin(Begin(opgave=NIEUW, reglement="r2026_4")), nu=v.nu).gegeven(*BEGONNEN)
    _, (_, delen) = over(v.stand, feit)
    kern_ = {k: w for k, w in delen.items() if k != "soort"}
    bestaand.als(bode("FL-2025-01", feit.seq)("OntvangDelen", **kern_)).geweigerd("afstamming", "niet uit FL-2025-01")


@pytest.mark.parametrize("door", [spreker("systeem"), bode("FL-2025-09", 3)])
def test_het_systeem_begint_alleen_een_opgave_die_is_afgesplitst(door: Spreker) -> None:
    start = {"titel": "x", "thema": "y", "initiatief": {"door": "z"}}
    herkomst = [{"opgave": "FL-2025-01", "soort": "splitsing"}]
    gegeven().als(door("StartOpgave", **start, herkomst=herkomst)).geweigerd("bevoegdheid")


def test_niemand_anders_dan_het_systeem_brengt_delen_over() -> None:
    leeg = {"van": NIEUW, "bron": 1, "hoe": "samenvoeging", "delen": {}, "reden": "x"}
    vol().als(manager("OntvangDelen", **leeg)).geweigerd("bevoegdheid")


def test_dezelfde_opgave_of_een_agenda_kan_niet() -> None:
    v = vol()
    regels = alles(v.stand)
    for ander, reden in (("FL-2025-01", "zelf"), ("AGENDA-FLEVOLAND", "agenda")):
        v.als(manager("Splits", nieuw=ander, titel="x", reden="x", verdeling=regels)).geweigerd("opgave", reden)
        v.als(manager("VoegSamen", gaat_op_in=ander, reden="x", verdeling=regels)).geweigerd("opgave", reden)


def erfgenaam(v: Verhaal, opgave: str = HEER) -> Verhaal:
    return Verhaal(stand=kern.begin(Begin(opgave=opgave, reglement="r2026_4")), nu=v.nu).gegeven(*BEGONNEN)


def test_een_samengevoegde_opgave_eindigt_afgerond_met_haar_vervolg() -> None:
    v = vol()
    v = v.als(voeg_samen(v.stand))
    assert (v.stand.leven.toestand, v.stand.leven.vervolg) == ("afgerond", HEER)
    assert not kern.is_afgerond(v.stand), "the arrival was not confirmed yet"
    feit = feit_van(v, "OpgaveSamengevoegd")
    heer = kom_aan(v, erfgenaam(v), feit)
    assert [(h.opgave, h.soort) for h in heer.stand.leven.herkomst] == [("FL-2025-01", "samenvoeging")]
    v = kom_aan(heer, v, feit_van(heer, "DelenOntvangen"))
    v = v.alles_nagekomen()
    assert kern.is_afgerond(v.stand)


def test_een_partner_die_in_beide_zat_is_er_na_samenvoegen_een_keer() -> None:
    v = vol()
    v = v.als(voeg_samen(v.stand))
    heer = kom_aan(v, erfgenaam(v), feit_van(v, "OpgaveSamengevoegd"))
    assert heer.feiten("PartnerToegetreden") == erfgenaam(v).feiten("PartnerToegetreden")
    assert sorted(q.aan for q in heer.stand.verzoeken.values()) == [DRONTEN, ZEEWOLDE]
    assert {p.bedrag for p in heer.stand.geld} == {70_00, 50_00}


def test_een_verzoek_dat_bij_samenvoegen_niet_meegaat_wordt_ingetrokken() -> None:
    v = vol()
    v = v.als(voeg_samen(v.stand, "blijft"))
    assert {q.status for q in v.stand.verzoeken.values()} == {"ingetrokken"}


def test_samenvoegen_kan_niet_met_een_lopende_pilot_of_zonder_akkoord_van_gelijken() -> None:
    v = pilot_loopt()
    v.als(voeg_samen(v.stand)).geweigerd("pilots")
    start = {"titel": "x", "thema": "y", "initiatief": {"door": "z"}, "gelijkwaardig": True}
    gelijk = gegeven(manager("StartOpgave", **start), BEGONNEN[1])
    gelijk.als(voeg_samen(gelijk.stand)).geweigerd("S2-05")


def wettelijk_lopend() -> Verhaal:
    """A regeling of which the draft lies before PS, within a term of the law."""
    return gekozen("LICHTE_REGELING").loop_pad("VT1", tot="A5").gegeven(manager("LegVoor", stap="VT1.A5.PS"))


def test_wat_door_de_wet_loopt_blijft_en_kan_na_het_einde_nog_worden_beantwoord() -> None:
    """Its outcome is told to the opgave that this one went into, and the life waits for it."""
    v = wettelijk_lopend()
    (wacht,) = verdeling.wettelijk(v.stand)
    v = v.als(voeg_samen(v.stand))
    assert v.stand.stappen[wacht].status == "voorgelegd"
    assert v.stand.afstamming[0].blijft_lopen == (wacht,)
    heer = kom_aan(v, erfgenaam(v), feit_van(v, "OpgaveSamengevoegd"))
    v = kom_aan(heer, v, feit_van(heer, "DelenOntvangen")).alles_nagekomen()
    assert not kern.is_afgerond(v.stand)
    v = v.klaar(wacht)
    besluit = feit_van(v, "BesluitGenomen")
    assert [(naar, i["soort"]) for naar, i in over(v.stand, besluit)] == [(HEER, "MeldBuurwijziging")]
    assert kern.is_afgerond(v.alles_nagekomen().stand)


def test_na_samenvoegen_kan_een_ander_verzoek_niet_meer_worden_beantwoord() -> None:
    v = vol()
    v = v.als(voeg_samen(v.stand, "blijft"))
    v.als(partner(DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="ja")).geweigerd("toestand")


def niet_aangekomen() -> Verhaal:
    """Merged into an opgave that had already ended: everything that may left, and nothing of it arrived."""
    v = vol()
    v = v.als(voeg_samen(v.stand))
    voorbij = erfgenaam(v).gegeven(manager("TrekIn", reden="klaar"))
    (_, delen) = over(v.stand, feit_van(v, "OpgaveSamengevoegd"))[0]
    kern_ = {k: w for k, w in delen.items() if k != "soort"}
    voorbij.als(bode("FL-2025-01", v.stand.seq)("OntvangDelen", **kern_)).geweigerd("toestand")
    return mislukt(v, HEER, feit_van(v, "OpgaveSamengevoegd"))


def mislukt(gever: Verhaal, ander: str, feit: Feit) -> Verhaal:
    """The giver once it is told that what it gave along never arrives: everything it gave is named again."""
    terug = {"bron": feit.seq, "mislukt": "afgelopen", "delen": feit.inhoud.delen.model_dump(mode="json")}
    return gever.gegeven(bode(ander, 1)("BevestigAankomst", in_opgave=ander, **terug))


def opnieuw(stand: Stand, erft: str = ANDER, **anders: Any) -> Any:
    regels = alles(stand, "gaat_mee", "samenvoeging", **anders)
    return manager("VoegSamen", gaat_op_in=erft, reden="de eerste is voorbij", verdeling=regels)


def test_wat_bij_samenvoegen_niet_aankwam_kan_naar_een_andere_opgave() -> None:
    """The money and the requests that had left go along again, and no cent is booked away twice."""
    v = niet_aangekomen()
    geboekt = v.stand.geld
    v = v.als(opnieuw(v.stand))
    assert (v.namen(), v.stand.leven.vervolg) == (("OpgaveSamengevoegd",), ANDER)
    assert v.stand.geld == geboekt
    heer = kom_aan(v, erfgenaam(v, ANDER), feit_van(v, "OpgaveSamengevoegd"))
    assert sorted((p.geldsoort, p.bedrag) for p in heer.stand.geld) == [("krediet", 70_00), ("toegezegd", 50_00)]
    assert sorted(q.aan for q in heer.stand.verzoeken.values()) == [DRONTEN, ZEEWOLDE]
    v = kom_aan(heer, v, feit_van(heer, "DelenOntvangen"))
    assert [a.aangekomen is not None for a in v.stand.afstamming] == [False, True]
    assert kern.is_afgerond(v.alles_nagekomen().stand)


def test_opnieuw_samenvoegen_kan_met_een_andere_verdeling_in_dezelfde_opgave() -> None:
    """A partner that now stays behind takes no request along; the money that had left goes all the same."""
    v = niet_aangekomen()
    v = v.als(opnieuw(v.stand, HEER, **{f"partner_{ZEEWOLDE}": {"waarheen": "blijft"}}))
    heer = kom_aan(v, erfgenaam(v), feit_van(v, "OpgaveSamengevoegd"))
    assert [q.aan for q in heer.stand.verzoeken.values()] == [DRONTEN]
    assert sum(p.bedrag for p in heer.stand.geld) == 120_00


def test_wat_is_aangekomen_wordt_niet_opnieuw_samengevoegd() -> None:
    v = vol()
    v = v.als(voeg_samen(v.stand))
    heer = kom_aan(v, erfgenaam(v), feit_van(v, "OpgaveSamengevoegd"))
    v = kom_aan(heer, v, feit_van(heer, "DelenOntvangen"))
    v.als(opnieuw(v.stand)).geweigerd("toestand")


def test_wat_nog_onderweg_is_wordt_niet_aan_een_ander_gegeven() -> None:
    """While it is only slow, giving it again would let all money arrive twice."""
    v = vol()
    v = v.als(voeg_samen(v.stand))
    v.als(opnieuw(v.stand)).geweigerd("toestand")


def test_een_opgave_kan_opgaan_in_wat_er_eerder_van_is_afgesplitst() -> None:
    v = vol()
    v = v.als(splits(v.stand))
    regels = alles(v.stand, "blijft", "samenvoeging")
    v = v.als(manager("VoegSamen", gaat_op_in=NIEUW, reden="toch samen", verdeling=regels))
    assert v.stand.leven.vervolg == NIEUW


def in_gebruik() -> Verhaal:
    """A lesson in use, of which it is asked in half a year whether it is practice, and a frame to be worked out."""
    uit = {"tekst": "geluid", "concreetheid": "nader_uit_te_werken", "uiterlijk": "2025-09-01"}
    return vol().gegeven(
        manager("LegLesVast", titel="geef ruimte", aanbeveling="doe het", openbaar=True),
        manager("WijzigLesstatus", les="L2", status="vastgesteld", toelichting="ieder was erbij"),
        blad("kaderpunt", nr="k2", **uit),
    )


def lopend(stand: Stand, *codes: str) -> list[str]:
    return [t.code for t in stand.termijnen.values() if t.loopt and t.code in codes]


def test_een_les_die_meegaat_is_op_een_plek_en_haar_controle_ook() -> None:
    """Here it counts no more; there it is as it was, and there it is asked whether it is practice."""
    v = in_gebruik()
    v = v.als(splits(v.stand, **mee("les", "L2")))
    assert (v.stand.lessen["L2"].status, lopend(v.stand, "T22")) == ("vervallen", [])
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert [(les.titel, les.status) for les in ander.stand.lessen.values()] == [("geef ruimte", "vastgesteld")]
    assert lopend(ander.stand, "T22") == ["T22"]


def test_een_les_in_beide_opgaven_wordt_in_beide_gecontroleerd() -> None:
    v = in_gebruik()
    v = v.als(splits(v.stand, les_L2={"waarheen": "beide"}))
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert v.stand.lessen["L2"].status == "vastgesteld"
    assert lopend(v.stand, "T22") == lopend(ander.stand, "T22") == ["T22"]


def test_bij_samenvoegen_gaat_de_controle_van_een_les_mee_naar_de_erfgenaam() -> None:
    v = in_gebruik()
    v = v.als(voeg_samen(v.stand))
    assert lopend(v.stand, "T22") == []
    heer = kom_aan(v, erfgenaam(v), feit_van(v, "OpgaveSamengevoegd"))
    assert lopend(heer.stand, "T22") == ["T22"]


def test_de_dag_waarop_een_kader_is_uitgewerkt_gaat_mee_met_het_kader() -> None:
    v = in_gebruik()
    assert lopend(v.stand, "H08") == ["H08"]
    v = v.als(splits(v.stand, **mee("kader", "kaderpunt:k2", reden="past daar")))
    ander = nieuw_leven(v, feit_van(v, "OpgaveGesplitst"))
    assert (lopend(v.stand, "H08"), lopend(ander.stand, "H08")) == ([], ["H08"])


def test_wat_bij_splitsen_nooit_aankwam_komt_terug() -> None:
    """Nothing is lost: the money adds up again, and partner, request, frame and lesson are where they were."""
    v = in_gebruik()
    weg = {**mee("les", "L2"), **mee("geld", "provincie"), **mee("verzoek", "V1"), **mee("partner", DRONTEN)}
    kaders = {**mee("kader", "inhoud.1", reden="x"), **mee("kader", "kaderpunt:k2", reden="x")}
    gesplitst = v.gegeven(splits(v.stand, **weg, **kaders))
    terug = mislukt(gesplitst, NIEUW, feit_van(gesplitst, "OpgaveGesplitst"))
    assert splitsing_geld.vrij_geld(terug.stand, "provincie") == splitsing_geld.vrij_geld(v.stand, "provincie")
    assert [p.id for p in terug.stand.partners.values() if p.doet_mee] == list(v.stand.partners)
    assert sorted(q.aan for q in terug.stand.verzoeken.values() if q.status == "open") == [DRONTEN, ZEEWOLDE]
    assert set(terug.stand.bladen["kaders"].inhoud) == set(v.stand.bladen["kaders"].inhoud)
    assert terug.stand.bladen["kaderpunt:k2"] == v.stand.bladen["kaderpunt:k2"]
    assert {les.id: les.status for les in terug.stand.lessen.values()} == {"L1": "concept", "L2": "vastgesteld"}
    assert sorted(lopend(terug.stand, "H08", "T22")) == ["H08", "T22"]
    assert "kwam daar niet aan" in vertel(feit_van(terug, "AankomstBevestigd"))
    terug.gegeven(splits(terug.stand))


def test_wat_meer_is_dan_kan_reizen_gaat_niet_mee() -> None:
    """It would be given away here and be unreadable there; so the whole division is refused."""
    v = vol()
    velden = ("context", "wat_gebeurde", "oorzaak")
    for nr in range(7):
        v = v.gegeven(manager("LegLesVast", titel=f"les {nr}", **dict.fromkeys(velden, "x" * 9_000)))
    mee_ = {naam: wat for nr in range(2, 9) for naam, wat in mee("les", f"L{nr}").items()}
    v.als(splits(v.stand, **mee_)).geweigerd("verdeling", "te veel tekst")


@pytest.mark.parametrize("zaad", range(12))
@pytest.mark.parametrize("hoe", ["splitsing", "samenvoeging"])
def test_hoe_er_ook_wordt_verdeeld_niets_gaat_verloren_of_verdubbelt(zaad: int, hoe: str) -> None:
    """Any division that is allowed: money adds up over both lives, and each thing is exactly where it was said."""
    v, worp = met_afspraken(), Random(zaad)
    gezegd = _willekeurig(v.stand, worp)
    ander = {"nieuw": NIEUW, "titel": "Oost"} if hoe == "splitsing" else {"gaat_op_in": HEER}
    na = v.gegeven(manager("Splits" if hoe == "splitsing" else "VoegSamen", **ander, reden="x", verdeling=gezegd))
    feit = feit_van(na, "OpgaveGesplitst" if hoe == "splitsing" else "OpgaveSamengevoegd")
    daar = nieuw_leven(na, feit) if hoe == "splitsing" else kom_aan(na, _leeg(v), feit)
    for bron in ("provincie", DRONTEN):
        assert _vrij(na.stand, bron) + _vrij(daar.stand, bron) == _vrij(v.stand, bron)
    waar = {(t["soort"], t["id"]): t["waarheen"] for t in gezegd}
    for (soort, id_), waarheen in waar.items():
        hier, ginds = _is_hier(na.stand, v.stand, soort, id_), _is_hier(daar.stand, v.stand, soort, id_)
        assert ginds == (waarheen != "blijft"), (soort, id_, waarheen)
        if hoe == "splitsing":
            assert hier == (waarheen != "gaat_mee"), (soort, id_, waarheen)
    assert not [s for s in daar.stand.stappen.values() if s.status == "besloten"]


def met_afspraken() -> Verhaal:
    """In use, with open promises of the province and of a partner."""
    return in_gebruik().gegeven(
        manager("RondAfspraakAf", afspraak="ontvangstbevestiging", resultaat="verstuurd"),
        manager("MaakAfspraak", tekst="meet het net", wie="opgavemanager"),
        manager("MaakAfspraak", tekst="lever cijfers", wie=ZEEWOLDE, uiterlijk="2025-09-01"),
    )


def _leeg(v: Verhaal) -> Verhaal:
    """An opgave without partners or anything else to divide."""
    leeg = Verhaal(stand=kern.begin(Begin(opgave=HEER, reglement="r2026_4")), nu=v.nu)
    return leeg.gegeven(BEGONNEN[0])


def _vrij(stand: Stand, bron: str) -> int:
    return sum(bedrag for _, bedrag in splitsing_geld.vrij_geld(stand, bron))


def _willekeurig(stand: Stand, worp: Random) -> list[dict[str, Any]]:
    """A division that is allowed: the requests and the money of a partner only go where it goes."""
    regels = {}
    for deel in verdeling.te_verdelen(stand):
        regels[(deel.soort, deel.id)] = {
            "soort": deel.soort,
            "id": deel.id,
            "waarheen": worp.choice(deel.mag),
            "reden": "x",
        }
    for (soort, id_), regel in regels.items():
        van = _van_wie(stand, soort, id_)
        partner_ = regels.get(("partner", van))
        if partner_ is not None:
            weg = {"blijft": "blijft", "gaat_mee": "gaat_mee", "beide": worp.choice(("blijft", "gaat_mee"))}
            regel["waarheen"] = weg[partner_["waarheen"]]
    return list(regels.values())


def _van_wie(stand: Stand, soort: str, id_: str) -> str:
    """The partner with which this goes."""
    if soort == "verzoek":
        return stand.verzoeken[id_].aan
    if soort == "afspraak":
        return stand.afspraken[id_].wie
    return id_ if soort == "geld" else ""


def _is_hier(stand: Stand, was: Stand, soort: str, id_: str) -> bool:
    """Whether this life has what `was` had under this id."""
    match soort:
        case "kader":
            tekst = next(k.tekst for k in verdeling.kaderdelen(was) if k.id == id_)
            return tekst in [k.tekst for k in verdeling.kaderdelen(stand)]
        case "partner":
            return id_ in stand.partners and stand.partners[id_].doet_mee
        case "les":
            titel = was.lessen[id_].titel
            return [les.titel for les in stand.lessen.values() if les.status != "vervallen"].count(titel) == 1
        case "verzoek":
            aan = was.verzoeken[id_].aan
            return [q.aan for q in stand.verzoeken.values() if q.status == "open"].count(aan) == 1
        case "afspraak":
            tekst = was.afspraken[id_].tekst
            return [a.tekst for a in stand.afspraken.values() if not a.afgerond_op].count(tekst) == 1
        case "geld":
            return _vrij(stand, id_) > 0
        case "besluit":
            return id_ in stand.stappen or id_ in [b.stap for a in stand.afstamming for b in a.verwijst]
        case _:
            return id_ in stand.termijnen and stand.opgave == was.opgave


def test_wat_terugkomt_komt_een_keer_terug() -> None:
    v = vol()
    v = v.gegeven(splits(v.stand, **mee("geld", "provincie")))
    feit = feit_van(v, "OpgaveGesplitst")
    v = mislukt(v, NIEUW, feit)
    nog = {"bron": feit.seq, "mislukt": "nog eens", "delen": feit.inhoud.delen.model_dump(mode="json")}
    v.als(bode(NIEUW, 1)("BevestigAankomst", in_opgave=NIEUW, **nog)).geweigerd("afstamming", "al bevestigd")


@pytest.mark.parametrize("wie", [bode("FL-2025-09", 1), bode("FL-2025-01", 1), spreker("systeem")])
def test_een_leven_spreekt_niet_namens_een_ander(wie: Spreker) -> None:
    """What arrived is said by the opgave it arrived in, and by no other life."""
    v = vol()
    v = v.gegeven(splits(v.stand))
    bron = feit_van(v, "OpgaveGesplitst").seq
    v.als(wie("BevestigAankomst", in_opgave=NIEUW, bron=bron, feit=3)).geweigerd("zekerheid")


def test_elk_feit_heeft_een_zin_en_de_bundel_komt_heel_terug() -> None:
    """What people read names the other opgave; what goes through JSON is the same again."""
    v = vol()
    v = v.als(splits(v.stand, **mee("les", "L1"), **mee("geld", "provincie")))
    feit = feit_van(v, "OpgaveGesplitst")
    assert NIEUW in vertel(feit)
    assert "1 les en € 70,00" in vertel(feit)
    bundel = Bundel(begin=v.stand.begin, feiten=(feit,))
    assert Bundel.model_validate_json(bundel.model_dump_json()).feiten == (feit,)


def test_onder_een_ouder_reglement_kan_splitsen_nog_niet() -> None:
    oud = Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement="r2026_3"))).gegeven(*BEGONNEN)
    oud.als(splits(oud.stand)).geweigerd("reglement", ontbreekt="StapOverOpReglement")


def test_de_jurist_splitst_niet() -> None:
    v = vol()
    v.als(jurist("Splits", nieuw=NIEUW, titel="x", reden="x", verdeling=alles(v.stand))).geweigerd("bevoegdheid")
