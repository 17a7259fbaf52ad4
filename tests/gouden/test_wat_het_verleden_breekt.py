"""The guards of the past do fail: each is given the kind of change it is there for, and must say what to do instead."""

import copy
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import Field

from domain.basis import Kenmerk, Model
from domain.duur import Duur
from domain.reglement.model import Poort, Reglement
from domain.reglement.register import reglement
from domain.taal.geld import GeldGeboekt
from domain.taal.termijnen import TermijnGehaald
from tests.gouden import vingerafdruk
from tests.gouden.vormen import WAT_NU, breuken, vormen

LEVENS = ("OpgaveWorkflow", "RegionaleAgendaWorkflow")
"""The workflows that share the shell."""


def _schil_met(tmp_path: Path, van: str, naar: str, module: str = "schil") -> list[str]:
    """What the guard says when this text stood in the workflows instead."""
    for pad in vingerafdruk.WORKFLOWS.glob("*.py"):
        tekst = pad.read_text(encoding="utf-8")
        if pad.stem == module:
            assert tekst.count(van) == 1, van
            tekst = tekst.replace(van, naar)
        (tmp_path / pad.name).write_text(tekst, encoding="utf-8")
    return vingerafdruk.andere_volgorden(vingerafdruk.volgorden(tmp_path), vingerafdruk.lees(vingerafdruk.VOLGORDEN))


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("        self._wapen()\n        self._toon()\n", "        self._toon()\n        self._wapen()\n"),
        ("        self._verwerk()\n        self._bezorg()\n", "        self._bezorg()\n        self._verwerk()\n"),
        ("            namen.BEZORG,\n", "            namen.VERWERK,\n"),
        ("BUNDEL = 200", "BUNDEL = 100"),
        ("if self._bezorgt or not self._post_wacht:", "if self._bezorgt:"),
        (
            "    def _bezorgd(self",
            "    async def _slaap(self) -> None:\n        await workflow.sleep(1)\n\n    def _bezorgd(self",
        ),
        ('workflow.upsert_memo({"kop": self._stand.kop})', "pass"),
        ("                    workflow.continue_as_new(self._voortzetting())", "                    return None"),
    ],
    ids=[
        *("timer-na-attributen", "post-voor-register", "andere-activiteit", "kleinere-bundel"),
        *("andere-voorwaarde", "erbij-geslapen", "zegel-weg", "nooit-voortzetten"),
    ],
)
def test_een_ander_commando_in_de_schil_valt_op(tmp_path: Path, van: str, naar: str) -> None:
    """A swapped, added, dropped or otherwise conditioned command is found, with the way out: patch, and a new golden."""
    fouten = _schil_met(tmp_path, van, naar)
    assert [naam for naam in LEVENS if any(naam in fout for fout in fouten)] == list(LEVENS)
    for fout in fouten:
        assert "workflow.patched" in fout
        assert "tests.gouden.maak NAAM-2" in fout


def test_een_andere_naam_voor_een_activiteit_valt_op(tmp_path: Path) -> None:
    """The name stands in every history, so changing the constant behind it is changing the command."""
    fouten = _schil_met(tmp_path, '"verwerk_feiten"', '"schrijf_feiten"', "namen")
    assert len(fouten) == len(LEVENS)
    for fout in fouten:
        assert "start_activity(verwerk_feiten)" in fout
        assert "start_activity(schrijf_feiten)" in fout


def test_een_verwijderde_workflow_valt_op() -> None:
    """A workflow that ran once can't be dropped."""
    nu = {naam: regels for naam, regels in vingerafdruk.volgorden().items() if naam != "OnderhoudWorkflow"}
    (fout,) = vingerafdruk.andere_volgorden(nu, vingerafdruk.lees(vingerafdruk.VOLGORDEN))
    assert "OnderhoudWorkflow" in fout


def test_een_andere_tijdslimiet_valt_niet_op(tmp_path: Path) -> None:
    """The guard does not cry wolf: a history does not hold a timeout or a summary against the code."""
    assert not _schil_met(tmp_path, "VERWERK_TIJD = timedelta(seconds=30)", "VERWERK_TIJD = timedelta(seconds=45)")
    assert not _schil_met(tmp_path, 'summary="post die nog wacht"', 'summary="wachtende post"')


def _met_termijn(r: Reglement) -> Reglement:
    anders = r.termijnen[0].met(duur=Duur.lees("9w"))
    return r.met(termijnen=(anders, *r.termijnen[1:]))


def _met_huispoort(r: Reglement) -> Reglement:
    wettelijk: Poort = next(p for p in r.poorten if p.soort == "wettelijk")
    return r.met(poorten=tuple(p.met(soort="huis") if p is wettelijk else p for p in r.poorten))


def _met_zetel(r: Reglement) -> Reglement:
    tabel = r.zetels[0]
    (een, aantal), *rest = tabel.fracties
    return r.met(zetels=(tabel.met(fracties=((een, aantal + 1), *rest)), *r.zetels[1:]))


def _met_werkdag(r: Reglement) -> Reglement:
    return r.met(kalender=r.kalender.met(gelijkgesteld=r.kalender.gelijkgesteld[1:]))


@pytest.mark.parametrize("code", ["r2026_1", "r2026_2", "r2026_3"])
@pytest.mark.parametrize("verander", [_met_termijn, _met_huispoort, _met_zetel, _met_werkdag])
def test_een_veranderd_reglement_valt_op(code: str, verander: Any) -> None:
    """A term, gate, seat or free day that changes in a landed reglement: the answer is a new reglement."""
    sommen = vingerafdruk.lees(vingerafdruk.REGLEMENTEN)
    nu = {**sommen, code: vingerafdruk.som(verander(reglement(code)))}
    (fout,) = vingerafdruk.andere_reglementen(nu, sommen)
    assert f"Het reglement {code}" in fout
    assert "maak een nieuw reglement" in fout


def test_een_nieuw_veld_met_nee_als_standaard_verandert_een_reglement() -> None:
    """A no is a value: it counts in the hash, so a field that is added later starts as None."""

    class MetJaNee(Reglement):
        streng: bool = False

    class MetNiets(Reglement):
        streng: bool | None = None

    oud, sommen = reglement("r2026_1"), vingerafdruk.lees(vingerafdruk.REGLEMENTEN)
    met_nee = {**sommen, oud.code: vingerafdruk.som(MetJaNee.model_validate(oud.model_dump()))}
    met_niets = {**sommen, oud.code: vingerafdruk.som(MetNiets.model_validate(oud.model_dump()))}
    assert "lege standaard" in vingerafdruk.andere_reglementen(met_nee, sommen)[0]
    assert vingerafdruk.andere_reglementen(met_niets, sommen) == []


class _Oud(Model):
    soort: Literal["Oud"] = "Oud"
    naam: str
    aantal: int = Field(default=0, le=10)
    keuze: Literal["a", "b"] = "a"


class _ZonderVeld(Model):
    soort: Literal["Oud"] = "Oud"
    aantal: int = Field(default=0, le=10)
    keuze: Literal["a", "b"] = "a"


class _AndereNaam(_ZonderVeld):
    titel: str


class _AnderType(_Oud):
    aantal: str = ""  # type: ignore[assignment]


class _AndereStandaard(_Oud):
    aantal: int = Field(default=1, le=10)


class _Strenger(_Oud):
    aantal: int = Field(default=0, le=5)


class _MinderKeus(_Oud):
    keuze: Literal["a"] = "a"  # type: ignore[assignment]


class _NieuwVerplicht(_Oud):
    erbij: str


class _NieuwMetWaarde(_Oud):
    erbij: str = "iets"


class _NieuwMetNee(_Oud):
    erbij: bool = False


class _AndereSoort(_Oud):
    soort: Literal["Nieuw"] = "Nieuw"  # type: ignore[assignment]


class _NieuwLeeg(_Oud):
    erbij: tuple[str, ...] = ()
    ook: Kenmerk | None = None


class _Ruimer(_Oud):
    aantal: int = Field(default=0, le=50)
    keuze: Literal["a", "b", "c"] = "a"  # type: ignore[assignment]


def _als_oud(model: type[Model]) -> dict[str, Any]:
    return {"_Oud": vormen([model])[model.__name__]}


@pytest.mark.parametrize(
    ("model", "waar"),
    [
        (_ZonderVeld, "_Oud.naam is weg"),
        (_AndereNaam, "_Oud.naam is weg of heet anders"),
        (_AnderType, "_Oud.aantal"),
        (_AndereStandaard, "_Oud.aantal: had als standaard 0"),
        (_Strenger, "_Oud.aantal: maximum was 10 en is nu 5"),
        (_MinderKeus, "_Oud.keuze: kan niet meer zijn: b"),
        (_NieuwVerplicht, "_Oud.erbij is nieuw en verplicht"),
        (_NieuwMetWaarde, "_Oud.erbij is nieuw en heeft een standaard die niet leeg is"),
        (_NieuwMetNee, "_Oud.erbij is nieuw en heeft een standaard die niet leeg is"),
        (_AndereSoort, "_Oud.soort"),
    ],
)
def test_een_veranderde_vorm_valt_op(model: type[Model], waar: str) -> None:
    """A field removed, renamed, retyped, narrowed, or added with a value: named, with the only way that is open."""
    fouten = breuken(_als_oud(_Oud), _als_oud(model))
    assert any(fout.startswith(waar) for fout in fouten), fouten
    assert "additief veld met lege standaard" in WAT_NU


@pytest.mark.parametrize("model", [_Oud, _NieuwLeeg, _Ruimer])
def test_wat_erbij_mag_valt_niet_op(model: type[Model]) -> None:
    """An optional empty field, a wider limit and one more word read everything that was written."""
    assert breuken(_als_oud(_Oud), _als_oud(model)) == []


def test_een_verdwenen_soort_feit_valt_op_en_een_nieuwe_niet() -> None:
    """Kinds are added to the union of facts, never taken out."""
    toen = vingerafdruk.lees(vingerafdruk.VORMEN)
    minder, meer = copy.deepcopy(toen), copy.deepcopy(toen)
    soorten = minder["Feit"]["properties"]["inhoud"]["oneOf"]
    weg = {"$ref": "#/$defs/GeldGeboekt"}
    soorten.remove(weg)
    meer["Feit"]["properties"]["inhoud"]["oneOf"].append({"$ref": "#/$defs/IetsNieuws"})
    assert breuken(toen, minder) == ["Feit.inhoud: kan niet meer zijn: GeldGeboekt"]
    assert breuken(toen, meer) == []


def test_een_klasse_met_een_andere_naam_is_dezelfde_vorm() -> None:
    """Names of classes stand in no history: only the words in the data count."""
    toen = vormen([GeldGeboekt, TermijnGehaald])
    nu = {("Geldboeking" if naam == "GeldGeboekt" else naam): vorm for naam, vorm in toen.items()}
    assert breuken(toen, nu) == []


def test_het_vastleggen_weigert_wat_het_verleden_verandert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The script adds and never overwrites: a changed reglement and a changed shape are refused, the files stay."""
    vorige = copy.deepcopy(vingerafdruk.lees(vingerafdruk.VORMEN))
    vorige["GeldGeboekt"]["properties"]["rekening"] = {"type": "string"}
    for naam, pad in (("VOLGORDEN", "v.json"), ("REGLEMENTEN", "r.json"), ("VORMEN", "m.json")):
        monkeypatch.setattr(vingerafdruk, naam, tmp_path / pad)
    vingerafdruk._schrijf(vingerafdruk.REGLEMENTEN, {"r2026_1": "0" * 64})
    vingerafdruk._schrijf(vingerafdruk.VORMEN, vorige)
    vingerafdruk._schrijf(vingerafdruk.VOLGORDEN, {"OpgaveWorkflow": [{"nr": 1, "reden": "eerst", "volgorde": ["a"]}]})
    assert vingerafdruk.hoofd(["een reden"]) == 1
    assert vingerafdruk.hoofd([" "]) == 2
    assert vingerafdruk.lees(vingerafdruk.VORMEN) == vorige
    assert vingerafdruk.lees(vingerafdruk.REGLEMENTEN)["r2026_1"] == "0" * 64
    rij = vingerafdruk.lees(vingerafdruk.VOLGORDEN)["OpgaveWorkflow"]
    assert [een["nr"] for een in rij] == [1, 2]
    assert rij[0]["volgorde"] == ["a"]
