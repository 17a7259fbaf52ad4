"""What geheimhouding hides is one verdict: for events, for neighbours, and for what goes along to another life."""

from typing import Any

import pytest
import verhaal as v
from test_splitsing import alles, feit_van, mee, nieuw_leven, over, splits, voeg_samen

from domain.beeld.strepen import WEG, verboden
from domain.beeld.verborgen import geheime_stappen, geheimen, is_geheim, verborgen
from domain.gebeurtenissen import als_gebeurtenis
from domain.regels.splitsing_verdeling import te_verdelen
from domain.stand import Stand

GEHEIM = "perceel aan de Noorderkade voor twee miljoen"
BUUR = "FL-BUUR"


def leg_op(stap: str, **anders: Any) -> v.Zet:
    velden = {"grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak", "referentie": "DOC-7", **anders}
    return v.secretariaat("LegGeheimhoudingOp", stap=stap, orgaan="GS", **velden)


def hef_op(stap: str) -> v.Zet:
    return v.secretariaat("HefGeheimhoudingOp", stap=stap, orgaan="GS", reden="de koop is rond")


def raakvlak() -> v.Zet:
    """The system, telling that there is a neighbour."""
    wie = {"functie": "systeem", "subject": "opgave.AGENDA-F", "namens": "opgavenmotor", "zekerheid": "sleutel"}
    bode = v.Spreker(v.Afzender.model_validate({**wie, "grondslag": "feit 3 van AGENDA-F"}))
    return bode("MeldRaakvlak", agenda="AGENDA-F", buur=BUUR, omschrijving="zelfde grond", bron=3)


def in_vorm() -> v.Verhaal:
    """A form that was chosen, with a neighbour; its first step can be made secret."""
    return v.gekozen("LEERNETWERK").gegeven(raakvlak())


def start_pilot(leven: v.Verhaal) -> v.Verhaal:
    """The form comes into force and a pilot of it begins."""
    leven = leven.loop_pad("VT1")
    return leven.gegeven(
        v.manager("ZetInWerking", traject="VT1", per=leven.vandaag),
        v.KERNWAARDEN,
        v.flevo("F3"),
        v.rolkeuze("F3"),
        v.ROL_NA_AFLOOP,
        v.manager("StelPilotplanOp", pilot="PG", titel=GEHEIM, plan=v.PLAN, traject="VT1"),
        v.manager("GaNaarFase", naar="F4"),
        v.manager("StartPilot", pilot="PG"),
    )


def gehoord(leven: v.Verhaal, soort: str) -> list[dict[str, Any]]:
    feit = feit_van(leven, soort)
    return [inhoud for naar, inhoud in over(leven.stand, feit) if naar == BUUR]


@pytest.mark.parametrize("soort", ["VormInWerking", "PilotGestart"])
def test_een_buur_en_een_gebeurtenis_zwijgen_over_vorm_en_pilot_van_een_geheime_stap(soort: str) -> None:
    """The secret rests on one step of the form; what became of the form and its pilots goes to nobody."""
    vrij = start_pilot(in_vorm())
    assert gehoord(vrij, soort)
    data = als_gebeurtenis(vrij.stand, feit_van(vrij, soort)).data  # type: ignore[union-attr]
    assert "geheim" not in data
    dicht = vrij.gegeven(leg_op("VT1.A1"))
    feit = feit_van(dicht, soort)
    assert is_geheim(dicht.stand, feit.inhoud)
    assert gehoord(dicht, soort) == []
    assert als_gebeurtenis(dicht.stand, feit).data == {  # type: ignore[union-attr]
        "opgave": dicht.stand.opgave,
        "feit": feit.seq,
        "datum": feit.gebeurd_op.isoformat(),
        "geheim": True,
    }


def test_een_stap_over_een_pilot_van_een_geheime_vorm_is_ook_geheim() -> None:
    leven = start_pilot(in_vorm()).gegeven(leg_op("VT1.A1"))
    stap = leven.stand.stappen["VT1.A1"].met(id="B9", traject=None, pilot="PG")
    stand = leven.stand.met(stappen={**leven.stand.stappen, "B9": stap})
    assert {"B9", "PG", "VT1"} <= verborgen(stand, geheime_stappen(stand))


def test_wat_een_ander_leven_nummerde_gaat_niet_over_een_stap_van_hier() -> None:
    """Steps and requests have the same short ids in every life."""
    gever = _met_besluit()
    gever = gever.gegeven(splits(gever.stand, besluit_B2={"waarheen": "beide", "reden": "hoort erbij"}))
    gesplitst = feit_van(gever, "OpgaveGesplitst")
    dicht = gever.gegeven(leg_op("B2"))
    assert is_geheim(dicht.stand, gesplitst.inhoud)
    ontvangen = feit_van(nieuw_leven(gever, gesplitst), "DelenOntvangen")
    assert ontvangen.inhoud.delen.besluiten[0].stap == "B2"
    assert not is_geheim(dicht.stand, ontvangen.inhoud)


# What goes along


def _met_besluit() -> v.Verhaal:
    return v.in_f3().gegeven(
        v.blad("kaders", inhoud=["landschap blijft open", "schoon water"], proces=["elk kwartaal een verslag"]),
        v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp=GEHEIM),
        v.manager("LegVoor", stap="B2"),
        v.secretariaat("LegBesluitVast", stap="B2", uitkomst="conform"),
    )


def test_een_verwijzing_neemt_het_onderwerp_van_een_besluit_niet_mee() -> None:
    """A decision can become secret later, and what was told to another life can't be called back."""
    leven = _met_besluit()
    leven = leven.gegeven(splits(leven.stand, besluit_B2={"waarheen": "beide", "reden": "hoort erbij"}))
    ander = nieuw_leven(leven, feit_van(leven, "OpgaveGesplitst"))
    (verwezen,) = ander.stand.afstamming[0].verwijst
    assert (verwezen.stap, verwezen.uitkomst, verwezen.onderwerp) == ("B2", "conform", leven.stand.stappen["B2"].naam)
    assert all("Noorderkade" not in f.model_dump_json() for f in ander.alles)


ZEGT_IETS = (
    "Na B2 belden wij eerst",
    "Zie DOC-7 in de kluis",
    f"Let op bij {GEHEIM.upper()}",
    "Let op bij de grondkoop",
)


def _vol() -> v.Verhaal:
    """Things that could go along, of which some say something about step B2 or a pilot that hangs on it."""
    return v.in_f3().gegeven(
        v.blad("kaders", inhoud=[*ZEGT_IETS], proces=["elk kwartaal een verslag"]),
        v.blad(
            "kaderpunt", nr="k1", tekst="hoogte", concreetheid="norm", loslaten="voorwaarde", voorwaarde=ZEGT_IETS[0]
        ),
        v.manager("StelPilotplanOp", pilot="PG", titel=GEHEIM, plan=v.PLAN),
        v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="grond", pilot="PG"),
        v.manager("VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag=ZEGT_IETS[1]),
        v.manager("MaakAfspraak", afspraak="AF1", tekst=ZEGT_IETS[1], wie="opgavemanager"),
        *(v.manager("LegLesVast", les=f"LES{nr}", titel=tekst) for nr, tekst in enumerate(ZEGT_IETS)),
    )


def _delen(stand: Stand) -> dict[str, tuple[str, ...]]:
    return {f"{d.soort} {d.id}": d.mag for d in te_verdelen(stand)}


def test_wat_iets_zegt_over_een_geheime_stap_blijft_hier() -> None:
    """Lessons, the frame, requests and promises that name the step or its document, or repeat what is still known."""
    leven = _vol()
    vrij, dicht = _delen(leven.stand), _delen(leven.gegeven(leg_op("B2")).stand)
    vast = {naam for naam, mag in dicht.items() if mag == ("blijft",) and vrij[naam] != mag}
    zeggen = {f"{soort}{nr}" for soort in ("les LES", "kader inhoud.") for nr in range(5)}
    assert vast == {
        *(zeggen - {"les LES3", "les LES4", "kader inhoud.0", "kader inhoud.4"}),
        *("kader kaderpunt:k1", "verzoek V1", "verzoek V2", "afspraak AF1"),
    }
    assert _delen(leven.gegeven(leg_op("B2"), hef_op("B2")).stand) == vrij


def test_meegeven_wat_iets_zegt_over_een_geheime_stap_wordt_geweigerd() -> None:
    leven = _vol().gegeven(leg_op("B2"))
    leven.als(splits(leven.stand, **mee("les", "LES0"))).geweigerd("verdeling les", "geheimhouding")
    leven.als(voeg_samen(leven.stand, "blijft", **mee("les", "LES2"))).geweigerd("verdeling les", "geheimhouding")
    leven.gegeven(splits(leven.stand, **mee("les", "LES3")))


@pytest.mark.parametrize("tekst", [ZEGT_IETS[0], ZEGT_IETS[1], ZEGT_IETS[2]])
@pytest.mark.parametrize("veld", ["titel", "thema", "betekenis_voor_flevolander", "reden"])
def test_wat_over_de_splitsing_wordt_gezegd_verraadt_niets(veld: str, tekst: str) -> None:
    """Title, theme and reason are the first words of the new life."""
    leven = _vol().gegeven(leg_op("B2"))
    zet = v.manager(
        "Splits", nieuw="FL-N", **{"titel": "Oost", "reden": "te groot", veld: tekst}, verdeling=alles(leven.stand)
    )
    leven.als(zet).geweigerd("PW 84, 86", ontbreekt=veld)
    rede = splits(leven.stand, **mee("les", "LES3", reden=tekst))
    leven.als(rede).geweigerd("PW 84, 86", ontbreekt="reden bij les LES3")


# Words


def test_woorden_die_horen_bij_een_besluit_dat_meeging_zijn_niet_die_van_de_hele_verdeling() -> None:
    """Only what was said of that decision; not the title of the new life, or what else went along."""
    leven = _met_besluit()
    reden = "hoort bij de koop van grond"
    leven = leven.gegeven(splits(leven.stand, besluit_B2={"waarheen": "beide", "reden": reden})).gegeven(leg_op("B2"))
    teksten = geheimen(leven.stand, leven.alles).teksten
    assert {GEHEIM, reden} <= set(teksten)
    assert "Warmtenet Oost" not in teksten


@pytest.mark.parametrize(
    "getypt",
    [
        *("Perceel aan de Noorderkade", "perceel aan\n de  Noorderkade", "PERCEEL AAN DE NOORDERKADE"),
        *("perceel\u00a0aan de Noorder\u00adkade", "perceel aan de Ｎoorderkade"),
    ],
)
def test_een_tekst_is_dezelfde_hoe_hij_ook_is_getypt(getypt: str) -> None:
    weg = verboden(["perceel aan de Noorderkade", "een andere tekst"])
    assert weg.zegt(f"Let op: {getypt}.")
    kaal = weg.gestreept({"wat": [f"Let op: {getypt}.", "perceel aan de Zuiderkade"], "n": 7})
    assert "kade." not in kaal["wat"][0].casefold()
    assert WEG in kaal["wat"][0]
    assert (kaal["wat"][1], kaal["n"]) == ("perceel aan de Zuiderkade", 7)


def test_wat_er_omheen_staat_blijft_en_de_langste_tekst_gaat_voor() -> None:
    weg = verboden(["aan de kade", "perceel aan de kade"])
    assert weg.gestreept("Nu: PERCEEL  aan de Kade, en aan de kade.") == f"Nu: {WEG}, en {WEG}."
    assert verboden([]).gestreept("aan de kade") == "aan de kade"
