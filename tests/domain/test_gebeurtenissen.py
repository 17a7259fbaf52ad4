"""What other systems hear: each fact is shared or kept by choice, an event keeps the profile and tells little."""

import json
import re
import sys
from pathlib import Path
from typing import Any, Literal, get_origin

import pytest
import verhaal as v
from test_geheim import GEHEIM, NEUTRAAL, hef_op, leg_op
from verhaal import manager

from domain import kern
from domain.cloudevent import GROOTSTE, als_json, omslag
from domain.feit import FEITEN
from domain.gebeurtenissen import DEELT, INTERN, SOORTEN, Gebeurtenis, als_gebeurtenis, korte_naam
from domain.regels.geheim import VRIJE_VELDEN

sys.path.append(str(Path(__file__).parents[1]))  # the helpers that rooms share

from cloudevents import gebreken

BRON = "urn:nld:oin:00000001234567890000:systeem:opgaven"
VRIJ = VRIJE_VELDEN | {
    *("naam", "onderwerp", "vraag", "antwoord", "wat", "referentie", "omschrijving", "melding", "gebied", "thema"),
    *("samenvatting", "indicator", "eenheid", "evaluator", "fractie", "portefeuille", "waar", "zin", "grond"),
    *("bedrag", "toegezegd", "besteed", "door", "houder", "vorige_houder", "naar", "subject", "overdracht_aan"),
}
"""Fields with free text, names, amounts or people."""


def events(verhaal: v.Verhaal) -> list[Gebeurtenis | None]:
    """The event of each fact of a life, None where there is none."""
    stand, uit = kern.begin(verhaal.stand.begin), []
    for feit in verhaal.alles:
        stand = kern.evolve(stand, feit)
        uit.append(als_gebeurtenis(stand, feit))
    return uit


def laatste(verhaal: v.Verhaal, soort: str) -> dict[str, Any]:
    """The data of the last event of this kind."""
    return [e for e in events(verhaal) if e and e.type.split(".")[2] == soort][-1].data


LEVENS = {
    "heel leven": v.in_f6,
    "zware vorm": lambda: v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A6"),
    "verzoek dat verloopt": lambda: v.gegeven(
        *v.BEGONNEN, manager("VraagPartner", aan=[v.DRONTEN], vraag="Wat vindt u van het voorstel voor de kade?")
    ).later(days=90),
}


@pytest.fixture(scope="module", params=LEVENS)
def leven(request: pytest.FixtureRequest) -> v.Verhaal:
    return LEVENS[request.param]()


def test_van_elk_feit_is_gekozen_of_anderen_het_horen() -> None:
    """A new fact is shared or kept because someone said so, never by accident."""
    assert set(DEELT) | INTERN == set(FEITEN)
    assert not set(DEELT) & INTERN


def test_geen_gedeeld_veld_is_vrije_tekst_naam_bedrag_of_persoon() -> None:
    for feit, velden in DEELT.items():
        for veld in velden:
            pad = veld.partition("=")[0].split(".")
            assert pad[0] in FEITEN[feit].model_fields, (feit, veld)
            keuze = get_origin(FEITEN[feit].model_fields[pad[0]].annotation) is Literal
            assert keuze or pad[-1] not in VRIJ, (feit, veld)


def test_elke_gebeurtenis_houdt_zich_aan_het_profiel(leven: v.Verhaal) -> None:
    for nr, event in enumerate((e for e in events(leven) if e), start=1):
        kaal = json.loads(als_json(omslag(event.met(volgnr=nr), BRON, "https://portaal.example")))
        assert gebreken(kaal) == []
        assert kaal["sequence"] == str(nr)
        assert kaal["dataref"] == f"https://portaal.example/v1/gebeurtenissen/{kaal['id']}"


def test_een_gebeurtenis_zegt_alleen_kenmerken_soorten_en_dagen(leven: v.Verhaal) -> None:
    """No value holds a blank, so no sentence and no name can be in it."""
    geteld = 0
    for event in events(leven):
        for waarde in event.data.values() if event else ():
            for deel in waarde if isinstance(waarde, list) else [waarde]:
                geteld += isinstance(deel, str)
                assert not isinstance(deel, str) or re.fullmatch(r"[\w.:/@+-]{1,80}", deel), (event, deel)
    assert geteld > 10


def test_id_tijd_en_onderwerp_komen_van_het_feit() -> None:
    """The id is that of the fact, so a second delivery is recognised; time is the moment of recording."""
    verhaal = v.gegeven(v.START)
    (feit,), (event,) = verhaal.alles[:1], events(verhaal)[:1]
    kaal = omslag(event.met(volgnr=1), BRON, None)
    assert kaal["id"] == f"{feit.opgave}:{feit.seq}"
    assert kaal["time"] == feit.vastgelegd_op.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert (kaal["subject"], kaal["type"]) == (feit.opgave, "nl.regionale-opgaven.opgave-gestart.v1")
    assert kaal["data"]["bewijs"] == feit.hash
    assert kaal["data"]["datum"] == feit.gebeurd_op.isoformat()
    assert "dataref" not in kaal


def test_wat_een_besluit_vertelt() -> None:
    verhaal = v.gegeven(*v.BEGONNEN, *v.KADER[:2], v.KADER[2])
    data = laatste(verhaal, "besluit-genomen")
    assert (data["stap"], data["orgaan"], data["code"], data["afloop"]) == ("B1", "PS", "kader", "positief")
    assert data["uitkomst"] == "aangenomen"
    assert not {"stemming", "motivering", "onderwerp", "uitslag"} & set(data)


def test_intern_werk_wordt_geen_gebeurtenis() -> None:
    verhaal = v.gegeven(
        *v.BEGONNEN, manager("Noteer", tekst="gebeld"), manager("MeldSignaal", ernst=2, omschrijving="x")
    )
    soorten = {f.inhoud.soort for f, e in zip(verhaal.alles, events(verhaal), strict=True) if e is None}
    assert {"Genoteerd", "SignaalGemeld"} <= soorten <= INTERN


def geheime_stap() -> v.Verhaal:
    return v.gegeven(*v.BEGONNEN, manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp=GEHEIM), leg_op())


def test_van_een_geheime_stap_is_alleen_de_soort_te_zien() -> None:
    """Nothing about the step itself: not its number, code, body or outcome, and no hash to guess them with."""
    verhaal = geheime_stap().gegeven(manager("LegVoor", stap="B1"))
    event = [e for e in events(verhaal) if e and e.type.endswith("besluit-voorgelegd.v1")][-1]
    assert event.data == {
        "opgave": verhaal.stand.opgave,
        "feit": int(event.id.rpartition(":")[2]),
        "datum": verhaal.vandaag.isoformat(),
        "geheim": True,
    }


def test_ook_wat_naar_een_geheime_stap_verwijst_blijft_kaal() -> None:
    """A promise, its term, its reminder and a request about a secret step give nothing away either."""
    verhaal = geheime_stap()
    begin = verhaal.stand.seq
    verhaal = verhaal.gegeven(
        manager("MaakAfspraak", afspraak="A9", tekst=NEUTRAAL, wie="opgavemanager", uiterlijk="2025-03-20", stap="B1"),
        manager("VraagPartner", aan=[v.DRONTEN], vraag=NEUTRAAL, betreft="B1"),
    ).later(days=120)
    (verzoek,) = verhaal.stand.verzoeken
    raakt = re.compile(rf'"(A9|B1|{re.escape(verzoek)})["/]')
    paren = zip(verhaal.alles, events(verhaal), strict=True)
    geheim = [e for f, e in paren if e and f.seq > begin and raakt.search(f.inhoud.model_dump_json())]
    soorten = {e.type.split(".")[2] for e in geheim}
    assert soorten >= {"afspraak-gemaakt", "verzoek-gedaan", "termijn-gestart", "herinnering-verstuurd"}
    assert "termijn-verstreken" in soorten
    for event in geheim:
        assert set(event.data) == {"opgave", "feit", "datum", "geheim"}, event


def test_na_opheffing_is_een_stap_weer_gewoon() -> None:
    verhaal = geheime_stap().gegeven(hef_op(), manager("LegVoor", stap="B1"))
    assert laatste(verhaal, "besluit-voorgelegd")["stap"] == "B1"


def test_soorten_zijn_de_korte_namen() -> None:
    assert korte_naam("DoorgegaanZonderReactie") == "doorgegaan-zonder-reactie"
    assert len(SOORTEN) == len(DEELT) == len(set(SOORTEN))


def test_dezelfde_gebeurtenis_geeft_dezelfde_bytes() -> None:
    """What is signed must be what a second attempt sends."""
    event = next(e for e in events(v.gegeven(v.START)) if e)
    keer = [als_json(omslag(event.met(volgnr=1), BRON, None)) for _ in range(2)]
    assert keer[0] == keer[1]
    assert len(keer[0]) < GROOTSTE


@pytest.mark.parametrize(
    ("wat", "fout"),
    [
        ({"source": "https://portaal.example"}, "source"),
        ({"type": "besluit"}, "type"),
        ({"sequence": "0"}, "sequence"),
        ({"sequence": 7}, "gevulde tekst"),
        ({"partneremail": "x"}, "onbekend"),
        ({"Subject": "x"}, "geen naam"),
        ({"data": "tekst"}, "data"),
        ({"id": ""}, "id ontbreekt"),
    ],
)
def test_de_keuring_ziet_wat_niet_deugt(wat: dict[str, Any], fout: str) -> None:
    """The check of this file can fail."""
    event = next(e for e in events(v.gegeven(v.START)) if e)
    goed = omslag(event.met(volgnr=1), BRON, None)
    assert any(fout in gebrek for gebrek in gebreken(goed | wat))
