"""Which lessons are offered: those that fit by theme, form, partner or words, with the reason; never too many."""

from datetime import UTC, datetime
from typing import Any

import pytest
from proefleven import Proefleven, leg_vast
from sqlalchemy import update

from domain import kern
from domain.stand import Begin, Stand
from domain.taal.lesaanbod import Aanbod, Lesaanbod
from domain.taal.lessen import Les
from domain.taal.vormen import Kandidaat, Vormtraject
from register import lesaanbod
from register.lesindex import werk_bij
from register.tabellen import OPGAVE
from register.verbinding import Register

NU = datetime(2026, 3, 10, 9, tzinfo=UTC)


def _stand(opgave: str, *lessen: dict[str, Any]) -> Stand:
    """An opgave with these lessons, public and validated unless said."""
    begin = kern.begin(Begin(opgave=opgave, reglement="r2026_4"))
    vast = {"type": "proces", "openbaar": True, "status": "gevalideerd"}
    eigen = (Les.model_validate({**vast, **les}) for les in lessen)
    return begin.met(lessen={les.id: les for les in eigen})


def _vul(register: Register, *standen: Stand) -> None:
    with register.schrijf() as verbinding:
        for stand in standen:
            werk_bij(verbinding, stand, NU)


def _begin(opgave: str, **velden: Any) -> Proefleven:
    proef = Proefleven(opgave)
    proef.begin = Begin(opgave=opgave, reglement="r2026_4")
    proef.stand = kern.begin(proef.begin)
    vast = {"titel": "Warmte uit water", "thema": "energie", "initiatief": {"door": "Urk"}}
    proef.geef("StartOpgave", **{**vast, **velden})
    return proef


@pytest.fixture
def bibliotheek(register: Register) -> Register:
    """Lessons that fit an opgave about warmth from water, each in another way, and some that don't."""
    lessen = (
        {"id": "L1", "titel": "bel eerst", "thema": "Energie"},
        {"id": "L2", "titel": "warmte uit een kanaal met water", "thema": "wonen"},
        {"id": "L3", "titel": "alleen warmte", "thema": "wonen"},
        {"id": "L4", "titel": "besloten", "thema": "energie", "openbaar": False},
        {"id": "L5", "titel": "weg", "thema": "energie", "status": "vervallen"},
        {"id": "L6", "titel": "kies licht", "thema": "wonen", "organiseervorm": "CONVENANT", "aanbeveling": "licht"},
        {"id": "L7", "titel": "warmte van water", "thema": "energie"},
        {"id": "L8", "titel": "warmte van water", "thema": "energie", "status": "concept"},
    )
    _vul(register, _stand("FL-1", *lessen))
    return register


def _aangeboden(register: Register, opgave: str, moment: str) -> dict[str, tuple[str, ...]]:
    aanbod = [Lesaanbod.model_validate(a) for a in lesaanbod.vul(register, opgave, moment)]
    return {a.les: a.waarom for a in aanbod}


def test_bij_het_begin_worden_lessen_van_het_thema_en_met_woorden_gemeen_aangeboden(bibliotheek: Register) -> None:
    leg_vast(bibliotheek, _begin("FL-2").alles())
    verwacht = {
        "FL-1/L7": ("zelfde thema", "woorden: warmte, water"),
        "FL-1/L1": ("zelfde thema",),
        "FL-1/L2": ("woorden: warmte, water",),
    }
    gekregen = _aangeboden(bibliotheek, "FL-2", "F1")
    assert gekregen == verwacht
    assert list(gekregen) == list(verwacht)


def test_bij_de_vorm_tellen_de_vormen_die_worden_vergeleken_en_wat_al_was_aangeboden_niet(
    bibliotheek: Register,
) -> None:
    proef = _begin("FL-2", thema="jeugd", titel="School")
    leg_vast(bibliotheek, proef.alles())
    assert _aangeboden(bibliotheek, "FL-2", "F1") == {}
    traject = Vormtraject(id="VT1", onderwerp="x", kandidaten=(Kandidaat(code="CONVENANT"),))
    met = proef.stand.met(trajecten={"VT1": traject})
    _zet(bibliotheek, met)
    assert _aangeboden(bibliotheek, "FL-2", "F3") == {"FL-1/L6": ("zelfde vorm",)}
    assert _aangeboden(bibliotheek, "FL-2", "F1") == {}  # forms say something at the choice of form only
    al = Aanbod(les="FL-1/L6", titel="kies licht", moment="F1", aangeboden_op=NU.date())
    _zet(bibliotheek, met.met(lesaanbod={"F1:FL-1/L6": al}))
    assert _aangeboden(bibliotheek, "FL-2", "F3") == {}


def _zet(register: Register, stand: Stand) -> None:
    """Let the register hold another state of an opgave it knows."""
    with register.schrijf() as verbinding:
        verbinding.execute(update(OPGAVE).where(OPGAVE.c.id == stand.opgave).values(stand=stand.model_dump_json()))


def test_een_partner_gemeen_weegt_mee_maar_is_alleen_niet_genoeg(bibliotheek: Register) -> None:
    dronten = {"partner": "gemeente-dronten", "naam": "gemeente Dronten", "type": "gemeente"}
    for opgave, thema in (("FL-3", "energie"), ("FL-4", "jeugd")):
        proef = _begin(opgave, thema=thema, titel="School")
        proef.geef("VoegPartnerToe", **dronten)
        proef.geef("LegLesVast", titel="samen", aanbeveling="doe het samen")
        proef.geef("WijzigLesstatus", les="L1", status="gevalideerd", toelichting="besproken")
        leg_vast(bibliotheek, proef.alles())
    nieuw = _begin("FL-5", titel="Iets")
    nieuw.geef("VoegPartnerToe", **dronten)
    leg_vast(bibliotheek, nieuw.alles())
    gekregen = _aangeboden(bibliotheek, "FL-5", "F1")
    assert gekregen["FL-3/L1"] == ("zelfde thema", "zelfde partner gemeente-dronten")
    assert next(iter(gekregen)) == "FL-3/L1"
    assert "FL-4/L1" not in gekregen


def test_er_worden_nooit_meer_lessen_aangeboden_dan_iemand_leest_en_nooit_eigen(register: Register) -> None:
    proef = _begin("FL-2")
    proef.geef("LegLesVast", titel="eigen les over warmte en water", aanbeveling="x")
    leg_vast(register, proef.alles())
    _vul(register, _stand("FL-1", *({"id": f"L{i}", "titel": "x", "thema": "energie"} for i in range(1, 10))))
    assert list(_aangeboden(register, "FL-2", "F1")) == [f"FL-1/L{i}" for i in range(1, 6)]


def test_wie_het_register_niet_kent_of_een_ouder_reglement_heeft_krijgt_niets(bibliotheek: Register) -> None:
    oud = Proefleven("FL-2024-09").begonnen()
    leg_vast(bibliotheek, oud.alles())
    assert lesaanbod.vul(bibliotheek, "FL-2024-09", "F1") == []
    assert lesaanbod.vul(bibliotheek, "FL-BESTAATNIET", "F1") == []
