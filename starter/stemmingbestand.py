"""A vote in a file, read strictly: what doesn't fit the kind of vote or the body is refused with the field's name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, Self

from pydantic import Field, field_validator, model_validator

from domain.basis import Dag, Model
from domain.orgaan import Bezetting
from domain.stemmen.gegevens import Aantal, Fractienaam, Fractiestem, Wijze
from domain.stemmen.personen import Kandidaat, Keuze
from starter.invoer import Invoerfout, lees_bestand, lees_model

_CIJFERS = "geef vier hele getallen: voor, tegen, afwezig, onthouden wegens art. 28"
_NIET_PERSOON = ("stemmen", "voorzitter_stem", "aantekening_tegen")
_NIET_ZAAK = ("kandidaten", "keuze")


class Stemmingbestand(Model):
    """The fields of the file; see `Stemming` and `Personenstemming` for what they mean.

    `stemmen`: per fractie [voor, tegen, afwezig, art28]. `bezetting`: the seats to count with instead of those of the
    reglement, {"leden": 41, "fracties": {"BBB": 9, ...}}, for a date after a split or an election.
    """

    orgaan: Literal["PS", "GS"]
    datum: Dag | None = None
    soort: Literal["zaak", "persoon"] = "zaak"
    wijze: Wijze
    leden: Aantal | None = None
    zittend: Aantal | None = None
    aanwezig: Aantal | None = None
    in_zaal: Aantal | None = None
    art28: Aantal = 0
    voor: Aantal | None = None
    tegen: Aantal | None = None
    blanco: Aantal = 0
    ongeldig: Aantal = 0
    stemmen: Annotated[tuple[Fractiestem, ...], Field(max_length=100)] = ()
    kandidaten: Annotated[tuple[Kandidaat, ...], Field(max_length=100)] = ()
    keuze: Keuze | None = None
    na_geen_quorum: bool = False
    opnieuw_na_ongeldig: bool = False
    eerdere_staking: bool = False
    voorzitter_stem: Literal["voor", "tegen"] | None = None
    aantekening_tegen: Annotated[tuple[Fractienaam, ...], Field(max_length=100)] = ()
    bezetting: Bezetting | None = None

    @model_validator(mode="before")
    @classmethod
    def _vul_aan(cls, data: object) -> object:
        """A secret vote needs no word for it, and the seats in the file hold for its body and its day."""
        if not isinstance(data, Mapping):
            return data
        velden = {naam: waarde for naam, waarde in data.items() if waarde is not None}
        if velden.get("soort") == "persoon":
            velden.setdefault("wijze", "schriftelijk_geheim")
        if isinstance(velden.get("bezetting"), Mapping):
            velden["bezetting"] = _bezetting(velden)
        return velden

    @field_validator("stemmen", mode="before")
    @classmethod
    def _per_fractie(cls, invoer: object) -> object:
        if not isinstance(invoer, Mapping):
            raise ValueError(f"schrijf per fractie een regel, bijvoorbeeld BBB: [10, 0, 0, 0]; {_CIJFERS}")
        return [_fractie(naam, cijfers) for naam, cijfers in invoer.items()]

    @field_validator("kandidaten", mode="before")
    @classmethod
    def _per_kandidaat(cls, invoer: object) -> object:
        if not isinstance(invoer, Mapping) or not all(_is_getal(aantal) for aantal in invoer.values()):
            raise ValueError("schrijf per kandidaat een label en een aantal, bijvoorbeeld 'kandidaat 1': 21")
        return [{"label": label, "stemmen": aantal} for label, aantal in invoer.items()]

    @model_validator(mode="after")
    def _past(self) -> Self:
        if self.bezetting is not None:
            self._past_bezetting(self.bezetting)
        return self

    def _past_bezetting(self, bezetting: Bezetting) -> None:
        if bezetting.orgaan != self.orgaan:
            raise ValueError(f"bezetting: dit is de bezetting van {bezetting.orgaan}, niet van {self.orgaan}")
        if self.datum is not None and bezetting.vanaf > self.datum:
            raise ValueError(f"bezetting: deze geldt pas vanaf {bezetting.vanaf.isoformat()}")


def lees_stemming(pad: Path) -> Stemmingbestand:
    """The vote in a JSON or YAML file. Raises Invoerfout that names the field; nothing unknown is let through."""
    bestand = lees_model(Stemmingbestand, lees_bestand(pad))
    _past_bij_soort(bestand)
    _past_bij_orgaan(bestand)
    return bestand


def _bezetting(velden: Mapping[str, Any]) -> dict[str, Any]:
    """Seats may be written as {"BBB": 10}; body, day and number of members are those of the vote when left out."""
    gegeven = dict(velden["bezetting"])
    if isinstance(gegeven.get("fracties"), Mapping):
        gegeven["fracties"] = [{"naam": naam, "zetels": zetels} for naam, zetels in gegeven["fracties"].items()]
    elders = {"orgaan": velden.get("orgaan"), "vanaf": velden.get("datum"), "leden": velden.get("leden")}
    geldt = {naam: waarde for naam, waarde in elders.items() if waarde is not None}
    return {"bron": "het bestand", **geldt, **gegeven}


def _fractie(naam: object, cijfers: object) -> object:
    if isinstance(cijfers, list | tuple) and len(cijfers) == 4 and all(map(_is_getal, cijfers)):
        voor, tegen, afwezig, art28 = cijfers
        return {"fractie": naam, "voor": voor, "tegen": tegen, "afwezig": afwezig, "art28": art28}
    raise ValueError(f"{str(naam)[:80]}: {_CIJFERS}")


def _is_getal(waarde: object) -> bool:
    return isinstance(waarde, int) and not isinstance(waarde, bool)


def _past_bij_soort(bestand: Stemmingbestand) -> None:
    """On persons the vote is secret (PW 31 lid 1); of a secret vote only totals exist; a roll-call knows no blank."""
    persoon, geheim = bestand.soort == "persoon", bestand.wijze == "schriftelijk_geheim"
    if persoon and not geheim:
        wet = " (PW 31 lid 1)" if bestand.orgaan == "PS" else ""
        _weiger("wijze", f"een stemming over personen is geheim{wet}; kies schriftelijk_geheim")
    if geheim and bestand.stemmen:
        _weiger("stemmen", "een geheime stemming kent geen stemmen per fractie; geef alleen de totalen")
    for veld in _NIET_PERSOON if persoon else _NIET_ZAAK:
        if getattr(bestand, veld):
            _weiger(veld, f"dit hoort niet bij een stemming over een {bestand.soort}")
    if bestand.orgaan == "PS" and bestand.wijze == "hoofdelijk" and bestand.blanco:
        _weiger("blanco", "bij hoofdelijke stemming stemt ieder voor of tegen (PW 32 lid 2)")


def _past_bij_orgaan(bestand: Stemmingbestand) -> None:
    if bestand.orgaan == "PS" and bestand.voorzitter_stem is not None:
        _weiger(
            "voorzitter_stem", "de voorzitter van PS is geen lid en stemt niet mee; dit geldt alleen voor GS (PW 59)"
        )


def _weiger(veld: str, reden: str) -> NoReturn:
    raise Invoerfout(f"{veld}: {reden}.")
