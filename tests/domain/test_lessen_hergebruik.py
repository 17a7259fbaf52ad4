"""What is counted of lessons over many opgaven, and the state of each lesson: from facts, with nothing counted twice."""

import verhaal as v
from verhaal import manager, partner

from domain.beeld.leren.casussen import Keuze, casussen
from domain.beeld.leren.hergebruik import gebruik, telling
from domain.beeld.leren.lesstaat import lesstaten
from domain.stand import Stand
from domain.taal.lesaanbod import Aanbod


def _opgave(id_: str, *aanbod: tuple[str, str, str | None]) -> Stand:
    """An opgave to which these lessons were offered: lesson, moment, answer."""
    stand = v.Verhaal().stand
    rijen = (
        Aanbod.model_validate(
            {"les": les, "titel": "x", "moment": moment, "antwoord": antwoord, "aangeboden_op": v.EERSTE_DAG}
        )
        for les, moment, antwoord in aanbod
    )
    return stand.met(begin=stand.begin.met(opgave=id_), lesaanbod={f"{a.moment}:{a.les}": a for a in rijen})


def _bron() -> Stand:
    lessen = [manager("LegLesVast", titel=titel) for titel in ("een", "twee", "drie", "vier", "vervalt")]
    return v.in_f2().gegeven(*lessen, manager("WijzigLesstatus", les="L5", status="vervallen")).stand


def test_elke_les_is_nooit_getoond_wachtend_getoond_of_toegepast() -> None:
    """An opgave counts once, by its last answer; a lesson that was dropped does not count."""
    een, twee, drie = (f"FL-2025-01/L{nr}" for nr in (1, 2, 3))
    anderen = (
        _opgave("FL-2", (een, "F1", "niet_toegepast"), (twee, "F1", None), (drie, "F1", "niet_van_toepassing")),
        _opgave("FL-3", (een, "F1", "niet_toegepast"), (een, "F3", "toegepast"), (drie, "F1", None)),
        _opgave("FL-4", (een, "F1", "toegepast"), (een, "F3", None)),
    )
    lessen = gebruik((*anderen, _bron()))
    assert [(g.les, g.oordeel) for g in lessen] == [
        ("L1", "toegepast"),
        ("L2", "wacht_op_antwoord"),
        ("L3", "getoond_niet_gebruikt"),
        ("L4", "nooit_getoond"),
    ]
    assert (lessen[0].getoond, lessen[0].toegepast, lessen[0].niet_toegepast) == (3, 2, 1)
    assert lessen[0].toegepast_in == ("FL-3", "FL-4")
    totaal = telling(lessen)
    assert dict(totaal.per_oordeel) == dict.fromkeys(
        ("nooit_getoond", "wacht_op_antwoord", "getoond_niet_gebruikt", "toegepast"), 1
    )
    assert dict(totaal.antwoorden)["zonder_antwoord"] == 2


def test_een_les_en_haar_kopie_tellen_als_een_les() -> None:
    """What is said of either counts once per opgave; a copy takes the place of a lesson that was dropped."""
    bron = v.in_f2().gegeven(manager("LegLesVast", titel="een")).stand
    les = bron.lessen["L1"]
    kopie = _opgave("FL-KOPIE").met(lessen={"L7": les.met(id="L7", afkomstig_van="FL-2025-01/L1")})
    anderen = (
        _opgave("FL-2", ("FL-2025-01/L1", "F1", "toegepast"), ("FL-KOPIE/L7", "F3", "niet_toegepast")),
        _opgave("FL-3", ("FL-KOPIE/L7", "F1", "toegepast")),
    )
    (samen,) = gebruik((*anderen, kopie, bron))
    assert (samen.opgave, samen.kopieen) == ("FL-2025-01", ("FL-KOPIE/L7",))
    assert (samen.getoond, samen.toegepast, samen.toegepast_in) == (2, 2, ("FL-2", "FL-3"))
    (weg,) = gebruik((*anderen, kopie, bron.met(lessen={"L1": les.met(status="vervallen")})))
    assert (weg.opgave, weg.les, weg.toegepast) == ("FL-KOPIE", "L7", 2)


def test_de_staat_van_een_les_noemt_wie_nog_niets_zei_en_wanneer_weer_wordt_gevraagd() -> None:
    verhaal = v.in_f2().gegeven(
        manager("LegLesVast", titel="bel", aanbeveling="bel", actie="pas aan"),
        partner(v.DRONTEN)("ValideerLes", les="L1", partner=v.DRONTEN, klopt=True),
    )
    (staat,) = lesstaten(verhaal.stand)
    assert staat.gevalideerd_door == (v.DRONTEN,)
    assert v.ZEEWOLDE in staat.nog_te_horen
    assert (staat.actie_af, staat.controle_voor) == (False, None)
    vast = verhaal.gegeven(
        manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"),
        manager("RondAfspraakAf", afspraak="L1.actie", resultaat="gedaan"),
    )
    (staat,) = lesstaten(vast.stand)
    assert staat.nog_te_horen == ()
    assert staat.actie_af
    assert staat.controle_voor == vast.stand.termijnen["L1/T22"].einde


def test_een_besloten_verhaal_is_alleen_een_casus_voor_de_eigen_opgave() -> None:
    inhoud = {"titel": "x", "verteller_functie": "boa", "context": "x", "praktijk": "x", "waardering": "goed"}
    stand = v.in_f2().gegeven(manager("LegBronverhaalVast", inhoud={**inhoud, "openbaar": False})).stand
    assert casussen((stand,), Keuze()) == ()
    (casus,) = casussen((stand,), Keuze(opgave=stand.opgave))
    assert casus.verhaal == "BV1"
    assert casussen((stand,), Keuze(opgave="FL-9")) == ()
