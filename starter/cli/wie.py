"""Who gives the command, from `--als functie[:id]` and `--namens`. User names stay out: only an id travels."""

import pwd
from typing import get_args

from domain.basis import Afzender, Functie, Zekerheid
from starter.cli.omgeving import omgeving
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout, lees_model

STANDAARD = "opgavemanager"
FUNCTIES: tuple[str, ...] = tuple(f for f in get_args(Functie) if f != "systeem")


def afzender(als: str | None, namens: str | None, uid: int) -> Afzender:
    """The sender. Without an id, or with the user's own, the operating system vouches for the user.

    With the mark of a personal key that key does, see `starter.personen`; with any other id nobody does.

    Raises Invoerfout for a function that doesn't exist, a partner that is not named, and a key that can't be used.
    """
    functie, id_ = functie_van(als or STANDAARD)
    if functie == "partner" and not namens:  # partner:gemeente-dronten names the partner, not a person
        namens, id_ = id_, ""
        if not namens:
            raise Invoerfout("--als: noem de partner voor wie u spreekt, bijvoorbeeld --als partner:gemeente-dronten.")
    subject, zekerheid = _wie(id_, uid)
    wie = {"functie": functie, "subject": subject, "namens": namens or "provincie", "zekerheid": zekerheid}
    return lees_model(Afzender, wie)


def _wie(id_: str, uid: int) -> tuple[str, Zekerheid]:
    """The subject id, and who vouches for it."""
    if id_ in ("", *eigen_namen(uid)):
        return f"os-{uid}", "os-gebruiker"
    from starter.personen import bewijs

    sleutel = bewijs(omgeving().instellingen.gegevensmap, id_)
    return (sleutel, "sleutel") if sleutel else (id_, "opgegeven")


def eigen_namen(uid: int) -> tuple[str, ...]:
    """What the user at the keyboard may be called."""
    return (f"os-{uid}", str(uid), _gebruikersnaam(uid))


def functie_van(als: str) -> tuple[str, str]:
    """The function and the id in `functie[:id]`. Raises Invoerfout for a function that doesn't exist."""
    functie, _, id_ = als.partition(":")
    functie = functie.strip().lower().replace("-", "_").replace(" ", "_")
    if functie not in FUNCTIES:
        hint = lijkt_op(functie, list(FUNCTIES))
        raise Invoerfout(f"--als: de functie '{functie[:40]}' kennen we niet.{hint} Kies uit: {', '.join(FUNCTIES)}.")
    return functie, id_


def als_vlaggen(door: Afzender) -> list[str]:
    """The options that make someone else's line act as this sender; none for the default."""
    eigen = door.zekerheid == "os-gebruiker"
    if eigen and door.functie == "partner":
        return ["--als", f"partner:{door.namens}"]
    als = door.functie if eigen else f"{door.functie}:{door.subject}"
    vlaggen = [] if als == STANDAARD else ["--als", als]
    return vlaggen if door.namens == "provincie" else [*vlaggen, "--namens", door.namens]


def _gebruikersnaam(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"os-{uid}"
