"""What is or becomes secret in one life is not found or read through another life that it was carried to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rapportwereld as w
import test_splitsing as ts
import verhaal as v
from postgres import DATABASES, eigen_schema
from proefleven import leg_vast
from test_verborgen import hef_op, leg_op

from domain import kern
from domain.beeld.strepen import WEG
from domain.bundel import Bundel
from domain.stand import Begin
from rapporten import lezen
from register.lesaanbod import vul
from register.lessen import niet_meer_openbaar, zoek
from register.verbinding import Register, open_register

GEHEIM = "perceel aan de Noorderkade voor twee miljoen"
ANDER, DERDE = "FL-ANDER", "FL-2025-09"
WAAR = "Noorderkade"


@pytest.fixture(params=DATABASES)
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    if request.param == "sqlite":
        yield (open_ := open_register(f"sqlite:///{tmp_path / 'r.db'}"))
        open_.sluit()
        return
    with eigen_schema() as url:
        yield (open_ := open_register(url))
        open_.sluit()


class Boek:
    """Writes of every life in the register what is new."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.tot: dict[str, int] = {}

    def __call__(self, leven: v.Verhaal) -> v.Verhaal:
        feiten = tuple(f for f in leven.alles if f.seq > self.tot.get(leven.stand.opgave, 0))
        leg_vast(self.register, Bundel(begin=leven.stand.begin, feiten=feiten))
        self.tot[leven.stand.opgave] = leven.stand.seq
        return leven

    def gevonden(self) -> list[str]:
        """What others find or are offered of it."""
        aangeboden = [les["les"] for les in vul(self.register, ANDER, "F1") if WAAR in str(les)]
        gevonden = [les.verwijzing for les in zoek(self.register, WAAR)]
        assert set(aangeboden) <= set(gevonden)
        return gevonden

    def gelezen(self, leven: v.Verhaal) -> str:
        """Everything that reports know of a life."""
        gezeefd = lezen.leven(self.register, leven.stand.opgave, leven.vandaag)
        assert gezeefd is not None
        return gezeefd.stand.model_dump_json() + "".join(f.model_dump_json() for f in gezeefd.feiten)


@pytest.fixture
def boek(register: Register) -> Boek:
    """A register in which another opgave asks for lessons."""
    boek = Boek(register)
    boek(w.leeg(ANDER).gegeven(*v.BEGONNEN))
    return boek


def _gever() -> v.Verhaal:
    """An opgave that says the same in a decision and in what can go along, nothing of it secret yet."""
    return v.in_f3().gegeven(
        v.blad("kaders", inhoud=[f"Niet bouwen op {GEHEIM}"], proces=["elk kwartaal een verslag"]),
        v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="grond"),
        v.manager("LegVoor", stap="B2", toelichting=GEHEIM, vergadering_op="2025-09-09"),
        v.manager("LegLesVast", les="L9", titel="wacht", aanbeveling=f"Let op bij  {GEHEIM.upper()}.", actie="bel"),
        v.manager("LegLesVast", les="L8", titel="Na B2 belden wij iedereen"),
        *(
            v.manager("WijzigLesstatus", les=les, status="gevalideerd", toelichting="aan tafel besproken")
            for les in ("L8", "L9")
        ),
    )


def _alles_mee(gever: v.Verhaal, hoe: str) -> v.Verhaal:
    """Split, with the lessons and the frame, and for a reason that says it too."""
    anders: dict[str, Any] = {f"les_{les}": {"waarheen": hoe} for les in ("L8", "L9")}
    anders |= {"kader_inhoud.1": {"waarheen": hoe, "reden": "hoort daar"}}
    zet = v.manager(
        "Splits", nieuw=ts.NIEUW, titel="Oost", reden=GEHEIM, verdeling=ts.alles(gever.stand, "blijft", **anders)
    )
    return gever.gegeven(zet)


def _kopie(gever: v.Verhaal) -> v.Verhaal:
    return ts.nieuw_leven(gever, ts.feit_van(gever, "OpgaveGesplitst"))


@pytest.mark.parametrize("hoe", ["gaat_mee", "beide"])
def test_wat_na_de_splitsing_geheim_wordt_volgt_in_het_andere_leven(boek: Boek, hoe: str) -> None:
    """Imposed and lifted where it was said first: the copies follow when that is written, the reports when read."""
    gever = boek(_alles_mee(boek(_gever()), hoe))
    kopie = boek(_kopie(gever))
    al = [f"{ts.NIEUW}/{les}" for les in kopie.stand.lessen]
    assert len(al) == 2
    assert set(al) <= {les.verwijzing for les in zoek(boek.register)}
    assert f"{ts.NIEUW}/L1" in boek.gevonden()
    assert GEHEIM in boek.gelezen(kopie)
    gever = boek(gever.gegeven(leg_op("B2")))
    assert boek.gevonden() == []
    assert niet_meer_openbaar(boek.register, al) == set(al)  # the other one names step B2 of the giver
    gelezen = boek.gelezen(kopie)
    assert WAAR.casefold() not in gelezen.casefold()
    assert WEG in gelezen
    assert "elk kwartaal" in boek.gelezen(gever)
    kopie = boek(kopie.gegeven(v.manager("LegLesVast", titel="iets heel anders")))
    assert boek.gevonden() == []
    boek(gever.gegeven(hef_op("B2")))
    assert f"{ts.NIEUW}/L1" in boek.gevonden()
    assert GEHEIM in boek.gelezen(kopie)


@pytest.mark.parametrize("hoe", ["gaat_mee", "beide"])
def test_wat_al_geheim_was_en_toch_meeging_wordt_daar_niet_gevonden(boek: Boek, hoe: str) -> None:
    """The words of a note with a decision are no longer in the state, so the split can't know them; the register does."""
    gever = boek(_gever().gegeven(leg_op("B2")))
    les = {"les_L9": {"waarheen": hoe}, "kader_inhoud.1": {"waarheen": hoe, "reden": "hoort daar"}}
    gever = boek(gever.gegeven(ts.splits(gever.stand, **les)))
    kopie = boek(_kopie(gever))
    assert boek.gevonden() == []
    assert WAAR.casefold() not in boek.gelezen(kopie).casefold()


def test_ook_kleinkinderen_volgen_en_een_samenvoeging_telt_net_zo(boek: Boek) -> None:
    """Split off, and then merged into a third: what is imposed in the first holds for all."""
    gever = boek(_alles_mee(boek(_gever()), "beide"))
    kind = _kopie(gever)
    kind = boek(kind.gegeven(ts.voeg_samen(kind.stand)))
    heer = v.Verhaal(stand=kern.begin(Begin(opgave=ts.HEER, reglement="r2026_4")), nu=kind.nu).gegeven(*v.BEGONNEN)
    heer = boek(ts.kom_aan(kind, heer, ts.feit_van(kind, "OpgaveSamengevoegd")))
    assert any(naam.startswith(ts.HEER) for naam in boek.gevonden())
    assert GEHEIM in boek.gelezen(heer)
    boek(gever.gegeven(leg_op("B2")))
    assert boek.gevonden() == []
    for leven in (kind, heer):
        assert WAAR.casefold() not in boek.gelezen(leven).casefold()


def test_een_besluit_waarnaar_wordt_verwezen_en_dat_geheim_wordt_zegt_niets_meer(boek: Boek) -> None:
    """Not what it was about, and not why it was pointed at, however short that was."""
    gever = v.in_f3().gegeven(
        v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp=GEHEIM),
        v.manager("LegVoor", stap="B2"),
        v.secretariaat("LegBesluitVast", stap="B2", uitkomst="conform"),
    )
    reden = {"waarheen": "beide", "reden": "grondprijs"}
    gever = boek(gever.gegeven(ts.splits(gever.stand, besluit_B2=reden)))
    kopie = boek(_kopie(gever))
    assert "grondprijs" in boek.gelezen(kopie)
    boek(gever.gegeven(leg_op("B2")))
    gelezen = boek.gelezen(kopie)
    assert WAAR not in gelezen
    assert "grondprijs" not in gelezen
    assert '"stap":"B2"' in gelezen
    assert "Warmtenet Oost" in gelezen


def test_een_besloten_les_die_meegaat_staat_in_geen_rapport(boek: Boek) -> None:
    """Not at the giver, not at the receiver; not her action either."""
    actie = {"aanbeveling": "besloten raad", "actie": "besloten actie"}
    gever = v.in_f3().gegeven(v.manager("LegLesVast", les="LB", titel="besloten titel", openbaar=False, **actie))
    gever = boek(gever.gegeven(ts.splits(gever.stand, les_LB={"waarheen": "gaat_mee"})))
    kopie = boek(_kopie(gever))
    assert kopie.stand.lessen
    for leven in (gever, kopie):
        assert "besloten titel" not in boek.gelezen(leven)
        assert "besloten raad" not in boek.gelezen(leven)
