"""The catalogue of organiseervormen and the route of one, as people read them."""

from collections.abc import Iterator
from textwrap import shorten

from domain.beeld.vormroute import Routestap, Vormroute, vormroute
from domain.reglement.model import Organiseervorm
from domain.reglement.register import nieuwste
from domain.woorden import gewoon
from starter.cli import scherm
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout

MEESTE_GROND = 26
TEGELIJK = "per orgaan, tegelijk"
PER_PARTNER = "per partner, tegelijk"


def lijst(json: bool) -> None:
    """All forms, from light to heavy."""
    vormen = sorted(nieuwste().organiseervormen, key=lambda v: v.zwaarte)
    if json:
        return scherm.json_uit([_rij(vorm) for vorm in vormen])
    scherm.kop(f"{len(vormen)} organiseervormen, van licht (1) naar zwaar (5)")
    kolommen = ("Code", "Vorm", "Zwaarte", "Weken", "Grond")
    scherm.tabel(kolommen, [(v.code, v.naam, str(v.zwaarte), _weken(v), _grond(v)) for v in vormen])
    scherm.zeg("\nDe weken zijn een schatting. De stappen van een vorm: opgave organiseervorm route CODE", "dim")
    return None


def route(code: str, json: bool) -> None:
    """The route of one form. Raises Invoerfout for a form that doesn't exist."""
    gevraagd = route_van(vorm_van(code))
    if json:
        return scherm.json_uit(gevraagd)
    _kop(gevraagd)
    for stap in gevraagd.stappen:
        _stap(stap)
    return None


def vorm_van(code: str) -> Organiseervorm:
    """The form with this code, in any case. Raises Invoerfout with a hint for an unknown code."""
    gezocht = code.strip().upper().replace("-", "_").replace(" ", "_")
    codes = [v.code for v in nieuwste().organiseervormen]
    if gezocht not in codes:
        hint = lijkt_op(gezocht, codes) or " Zie: opgave organiseervorm lijst."
        raise Invoerfout(f"De organiseervorm '{code[:60]}' kennen we niet.{hint}")
    return nieuwste().vorm(gezocht)


def route_van(vorm: Organiseervorm) -> Vormroute:
    """The route of a form under the present reglement."""
    return vormroute(nieuwste(), vorm, nieuwste().adviesboek.doorlooptijd(vorm.code))


def _rij(vorm: Organiseervorm) -> dict[str, object]:
    """A form for programs, with its route in a few words and its estimated lead time."""
    zonder_pad = vorm.model_dump(mode="json", exclude={"pad"})
    een = route_van(vorm)
    return {**zonder_pad, "route": een.samenvatting, "doorlooptijd": een.doorlooptijd}


def _weken(vorm: Organiseervorm) -> str:
    tijd = nieuwste().adviesboek.doorlooptijd(vorm.code)
    return f"{tijd.weken_min}-{tijd.weken_max}" if tijd else "onbekend"


def _grond(vorm: Organiseervorm) -> str:
    """The basis of a form, cut where the table would grow too wide; its route has all of it."""
    return shorten(vorm.basis, MEESTE_GROND, placeholder=" ...")


def _kop(gevraagd: Vormroute) -> None:
    tijd = gevraagd.doorlooptijd
    paren = [
        ("Vorm", f"{gevraagd.code}: {gevraagd.naam}"),
        ("Grond", gevraagd.basis),
        ("Zwaarte", f"{gevraagd.zwaarte} van 5{', een eigen rechtspersoon' if gevraagd.rechtspersoon else ''}"),
        ("Duurt", f"{tijd.voluit}: {tijd.opbouw}" if tijd else "niet geschat"),
        ("Reglement", gevraagd.reglement),
        *(("Vooraf", regel) for regel in gevraagd.vooraf),
    ]
    scherm.koppeltabel(paren, "bold")


def _stap(stap: Routestap) -> None:
    soms = " (soms)" if stap.voorwaardelijk else ""
    scherm.kop(f"{stap.nr}. {stap.code}  {stap.naam}{soms}")
    scherm.koppeltabel([(f"     {naam}", tekst) for naam, tekst in _regels(stap)])


def _regels(stap: Routestap) -> Iterator[tuple[str, str]]:
    if stap.voorwaardelijk:
        yield "wanneer", stap.wanneer
    yield "wie", f"{samen(stap)}: {stap.wie}" if stap.parallel else stap.wie
    yield "grond", stap.grond
    if stap.termijn:
        yield "termijn", f"{stap.termijn.voluit} ({stap.termijn.code}: {stap.termijn.grond})"
    yield "uitkomst", ", ".join(gewoon(u) for u in stap.uitkomsten)
    if stap.toelichting:
        yield "let op", stap.toelichting


def samen(stap: Routestap) -> str:
    """How a parallel step is taken: by each partner, or by each body."""
    return PER_PARTNER if stap.uitvoerder == "partner" else TEGELIJK
