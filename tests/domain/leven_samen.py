"""A life in which everything happens that working together can bring."""

import verhaal as v
from test_intakes import START as INTAKE
from test_intakes import antwoord, oordeel
from test_omgeving import AF, MELD, REVIEW, impact
from test_spelniveaus import DOEL, scoor, zelf
from test_tafels import OPEN, TAFEL
from test_verbonden import LEG, WAAROM, accounthouder

ONDERWERP = {"titel": "het net", "over": "inhoud", "minuten": 60}


def samen() -> v.Verhaal:
    """Tables, a joint intake, a change from outside, a review, a verbonden partij and two measurements."""
    return v.gegeven(
        *v.BEGONNEN,
        OPEN,
        v.manager("WijzigTafel", tafel="T1", inhoud=TAFEL, reden="andere trekker"),
        v.manager("MeldBijeenkomst", tafel="T1", onderwerpen=[ONDERWERP], opbrengst="een planning"),
        v.manager("SluitTafel", tafel="T1", reden="doel bereikt"),
        INTAKE,
        *(oordeel(v.DRONTEN), oordeel(v.ZEEWOLDE, "ja_mits", voorwaarden=["buiten de vaart"]), oordeel("provincie")),
        antwoord("ja_mits"),
        *(MELD, impact(v.jurist, "herzien"), REVIEW, AF),
        *(LEG, WAAROM, accounthouder("s-101"), accounthouder("s-102")),
        v.manager("BeeindigVerbondenheid", partij="OD", reden="uitgetreden"),
        *(zelf("provincie"), scoor(v.partner(v.DRONTEN), v.DRONTEN, "provincie"), DOEL),
    )
