"""Dutch sentences for wrong settings: they name the field and never repeat the value, which may be a password."""

import re
from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError

VOORVOEGSEL = "OPGAVE_"


class InstellingenFout(Exception):
    """A setting is missing or wrong; the text is for the person who set it."""


_UITLEG = {
    "missing": "vul dit in",
    "extra_forbidden": "deze naam kennen we niet; kijk of hij goed gespeld is",
    "int_parsing": "schrijf een heel getal",
    "int_type": "schrijf een heel getal",
    "bool_parsing": "schrijf true of false",
    "bool_type": "schrijf true of false",
    "string_type": "schrijf een tekst",
    "string_too_short": "dit mag niet leeg zijn",
    "path_type": "schrijf een pad",
    "model_type": "dit is een groep met velden, geen losse waarde",
    "model_attributes_type": "dit is een groep met velden, geen losse waarde",
}


def _reden(fout: Any) -> str:
    """One Dutch reason per kind of mistake, never with the value that was given."""
    context = fout.get("ctx", {})
    match fout["type"]:
        case "value_error":
            return str(context["error"])
        case "literal_error":
            return f"kies uit {context['expected']}".replace(" or ", " of ")
        case "greater_than_equal":
            return f"dit moet minstens {context['ge']} zijn"
        case "less_than_equal":
            return f"dit mag hoogstens {context['le']} zijn"
        case soort:
            return _UITLEG.get(soort, "deze waarde kunnen we niet gebruiken")


def _zin(fout: Any) -> str:
    plek = [str(deel) for deel in fout["loc"]]
    if not plek:
        return f"Een instelling klopt niet: {_reden(fout)}."
    omgeving = VOORVOEGSEL + "__".join(plek).upper()
    return f"De instelling {'.'.join(plek)} ({omgeving}) klopt niet: {_reden(fout)}."


def zin_per_fout(fout: ValidationError) -> str:
    """One sentence for every field that is wrong; a default that could not be made is only a consequence."""
    oorzaken = (deel for deel in fout.errors(include_url=False) if deel["type"] != "default_factory_not_called")
    return " ".join(_zin(deel) for deel in oorzaken)


def veld_van(fout: SettingsError) -> str:
    """Pick the field out of the library's sentence, which has it between quotes."""
    gevonden = re.search(r'field "(\w+)"', str(fout))
    if gevonden is None:
        return "kijk de groepen en de geheimen na"
    return f"{gevonden[1]} ({VOORVOEGSEL}{gevonden[1].upper()}) is een groep met velden"


def plek_van(fout: ValueError) -> str:
    """Only the place of the mistake: the text around it may hold a password."""
    gevonden = re.search(r"line (\d+)", str(fout))
    return f", kijk bij regel {gevonden[1]}" if gevonden else ""
